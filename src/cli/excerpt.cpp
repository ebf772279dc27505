// SPDX-License-Identifier: Apache-2.0
#include "cli/excerpt.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace sijil::cli {

namespace {

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";
constexpr uint32_t kLongBytes = 900;     // a longer passage is cut
constexpr uint32_t kContextBytes = 250;  // kept on both sides of the marks

bool is_blank(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0; }
bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// Appends one character as one_line would.
void append_visible(std::string& out, char32_t c, bool& blank_before) {
  if (is_blank(c)) {
    if (!blank_before) out += ' ';
    blank_before = true;
  } else if (c == 0x2028 || c == 0x2029) {
    append_visible(out, ' ', blank_before);
  } else if (!is_hidden(c)) {
    utf8::append(out, c);
    blank_before = false;
  }
}

// The nearest start of a code point at or before `at`.
uint32_t boundary(std::string_view text, uint32_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::vector<Span> join_inside(Span outer, std::vector<Span> marks) {
  std::erase_if(marks,
                [&](Span m) { return m.empty() || m.begin < outer.begin || m.end > outer.end; });
  std::sort(marks.begin(), marks.end(),
            [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  std::vector<Span> out;
  for (const Span m : marks) {
    if (!out.empty() && m.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, m.end);
    } else {
      out.push_back(m);
    }
  }
  return out;
}

}  // namespace

std::string one_line(std::string_view s) {
  std::string out;
  bool blank = true;
  for (size_t i = 0; i < s.size();) {
    const auto d = utf8::decode(s, i);
    append_visible(out, d.cp, blank);
    i += d.length;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string isolated(std::string_view s, const Style& style) {
  std::string out = one_line(s);
  if (!style.isolates || out.empty()) return out;
  out.insert(0, kFirstStrongIsolate);
  out += kPopIsolate;
  return out;
}

std::string marked(std::string_view text, Span outer, std::vector<Span> marks, const Style& style) {
  outer.end = std::min<uint32_t>(outer.end, static_cast<uint32_t>(text.size()));
  if (outer.empty()) return {};
  const auto spans = join_inside(outer, std::move(marks));
  Span shown = outer;
  if (outer.end - outer.begin > kLongBytes) {
    const uint32_t first = spans.empty() ? outer.begin : spans.front().begin;
    const uint32_t last = spans.empty() ? outer.begin : spans.back().end;
    if (first - outer.begin > kContextBytes) shown.begin = boundary(text, first - kContextBytes);
    if (outer.end - last > kContextBytes) shown.end = boundary(text, last + kContextBytes);
  }
  const std::string_view open = style.ansi ? "\x1b[1;33m" : "\u00AB";
  const std::string_view close = style.ansi ? "\x1b[0m" : "\u00BB";
  std::string out;
  if (style.isolates) out += kFirstStrongIsolate;
  if (shown.begin > outer.begin) out += kEllipsis;
  bool blank = true;
  size_t next = 0;
  for (uint32_t i = shown.begin; i < shown.end;) {
    if (next < spans.size() && i == spans[next].begin) out += open;
    const auto d = utf8::decode(text, i);
    append_visible(out, d.cp, blank);
    i += d.length;
    if (next < spans.size() && i >= spans[next].end) {
      out += close;
      ++next;
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  if (shown.end < outer.end) out += kEllipsis;
  if (style.isolates) out += kPopIsolate;
  return out;
}

std::string bold(std::string_view s, const Style& style) {
  return style.ansi ? "\x1b[1m" + std::string(s) + "\x1b[0m" : std::string(s);
}

std::string faint(std::string_view s, const Style& style) {
  return style.ansi ? "\x1b[2m" + std::string(s) + "\x1b[0m" : std::string(s);
}

}  // namespace sijil::cli
