// SPDX-License-Identifier: Apache-2.0
// Dates outside of sentences: in an address, in a status id, in a metadata field.
#include "mentions/date.hpp"
#include "mentions/date_parts.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sijil::mentions {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// A piece of an address between separators: a number or a word.
struct Piece {
  std::string_view text;
  char before = '\0';  // the separator
  bool number = false;
};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int hex(char c) {
  if (digit(c)) return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view s) {
  std::string out;
  for (size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '%' && i + 2 < s.size() && hex(s[i + 1]) >= 0 && hex(s[i + 2]) >= 0) {
      out += static_cast<char>(hex(s[i + 1]) * 16 + hex(s[i + 2]));
      i += 2;
    } else {
      out += s[i];
    }
  }
  return out;
}

int value(std::string_view s) {
  int v = 0;
  for (const char c : s) v = v * 10 + (c - '0');
  return v;
}

unsigned month_named(std::string_view s) {
  if (s.size() < 3) return 0;
  for (size_t m = 0; m < kMonths.size(); ++m) {
    const bool whole = s.size() == kMonths[m].size(), abbreviated = s.size() == 3 || s == "sept";
    if ((whole || abbreviated) && s.size() <= kMonths[m].size() &&
        std::equal(s.begin(), s.end(), kMonths[m].begin(),
                   [](char a, char b) { return lower(a) == b; }))
      return static_cast<unsigned>(m + 1);
  }
  return 0;
}

// Status ids hold the millisecond they were given out, from 4 November 2010 on; before, they were
// counted up and hold nothing.
std::optional<Day> status_day(std::string_view url) {
  for (std::string_view host : {"twitter.com/", "x.com/", "nitter."}) {
    const size_t at = url.find(host);
    if (at == std::string_view::npos || (at > 0 && letter(url[at - 1]))) continue;
    const size_t status = url.find("/status", at);
    if (status == std::string_view::npos) continue;
    size_t i = url.find('/', status + 1);
    if (i == std::string_view::npos) return std::nullopt;
    uint64_t id = 0;
    size_t digits = 0;
    for (++i; i < url.size() && digit(url[i]) && digits < 19; ++i, ++digits)
      id = id * 10 + static_cast<uint64_t>(url[i] - '0');
    constexpr uint64_t kFirstTimed = 29'700'859'247ULL;
    if (id < kFirstTimed || (i < url.size() && digit(url[i]))) return std::nullopt;
    const uint64_t ms = (id >> 22) + 1'288'834'974'657ULL;
    return Day{std::chrono::days{static_cast<int64_t>(ms / 86'400'000ULL)}};
  }
  return std::nullopt;
}

std::optional<Day> sane(int year, unsigned month, unsigned day) {
  if (year < 1980 || year > 2099) return std::nullopt;
  return make_day(year, month, day);
}

}  // namespace

std::optional<Day> date_of_url(std::string_view url) {
  if (url.size() > 4096) return std::nullopt;
  const std::string decoded = percent_decoded(url);
  if (const auto day = status_day(decoded)) return day;
  const size_t scheme = decoded.find("://");
  const size_t path = decoded.find('/', scheme == std::string::npos ? 0 : scheme + 3);
  if (path == std::string::npos) return std::nullopt;

  std::vector<Piece> pieces;
  for (size_t i = path; i < decoded.size();) {
    const bool number = digit(decoded[i]);
    if (!number && !letter(decoded[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < decoded.size() && (number ? digit(decoded[end]) : letter(decoded[end]))) ++end;
    pieces.push_back({std::string_view(decoded).substr(i, end - i), decoded[i - 1], number});
    i = end;
  }
  const auto short_number = [&](size_t i) {
    return i < pieces.size() && pieces[i].number && pieces[i].text.size() <= 2;
  };
  const auto year_at = [&](size_t i) {
    return i < pieces.size() && pieces[i].number && pieces[i].text.size() == 4
               ? value(pieces[i].text)
               : 0;
  };
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& p = pieces[i];
    if (p.number && p.text.size() == 8 && !letter(p.before)) {
      if (const auto day =
              sane(value(p.text.substr(0, 4)), static_cast<unsigned>(value(p.text.substr(4, 2))),
                   static_cast<unsigned>(value(p.text.substr(6, 2)))))
        return day;
    }
    // /2016/04/28/, 2016-04-28, /2016/apr/28/: one separator throughout.
    if (const int y = year_at(i); y != 0 && i + 2 < pieces.size() && short_number(i + 2) &&
                                  pieces[i + 1].before == pieces[i + 2].before) {
      const unsigned m = short_number(i + 1) ? static_cast<unsigned>(value(pieces[i + 1].text))
                                             : month_named(pieces[i + 1].text);
      if (m != 0)
        if (const auto day = sane(y, m, static_cast<unsigned>(value(pieces[i + 2].text))))
          return day;
    }
    if (short_number(i) && i + 2 < pieces.size() && year_at(i + 2) != 0 &&
        pieces[i + 1].before == pieces[i + 2].before) {
      const auto d = static_cast<unsigned>(value(p.text));
      unsigned m = month_named(pieces[i + 1].text);  // 23-march-2023
      if (m == 0 && short_number(i + 1))
        m = static_cast<unsigned>(value(pieces[i + 1].text));  // 23-03-2023
      if (m != 0)
        if (const auto day = sane(year_at(i + 2), m, d)) return day;
    }
    // march-23-2023
    if (const unsigned m = p.number ? 0 : month_named(p.text);
        m != 0 && short_number(i + 1) && year_at(i + 2) != 0)
      if (const auto day =
              sane(year_at(i + 2), m, static_cast<unsigned>(value(pieces[i + 1].text))))
        return day;
  }
  return std::nullopt;
}

std::optional<Day> parse_date(std::string_view written, const lexicon::Lexicon& lexicon) {
  // Longer than any date with its time and zone: not a metadata field but prose.
  if (written.size() > 400) return std::nullopt;
  const text::Text text = text::tokenize(written, lexicon);
  const auto n = static_cast<uint32_t>(text.tokens.size());
  const Parts parts(text, lexicon, 0, n, find_terms(text, lexicon, 0, n));
  for (uint32_t i = 0; i < n; ++i) {
    if (const auto w = parts.written(i); w && w->day != 0 && w->year != 0)
      if (const auto day = make_day(w->year, w->month, w->day)) return day;
    if (parts.is_number(i) && parts.fold(i).size() == 8 && parts.digits(i) > 0) {
      const int v = parts.digits(i);
      if (const auto day =
              sane(v / 10000, static_cast<unsigned>(v / 100 % 100), static_cast<unsigned>(v % 100)))
        return day;
    }
  }
  return std::nullopt;
}

}  // namespace sijil::mentions
