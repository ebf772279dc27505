// SPDX-License-Identifier: Apache-2.0
// Which lines of a page are its furniture. Page furniture comes in lines, so a line is judged as a
// whole.
#include "text/line.hpp"
#include "text/long_line.hpp"

#include <algorithm>

namespace sijil::text {

namespace {

using lexicon::Kind;
using lexicon::Lexicon;

bool is_bullet(const Text& text, uint32_t token) {
  const Token& t = text.tokens[token];
  if (t.kind == TokenKind::kSymbol) return true;
  const char c = text.punct(token);
  return c == '-' || c == '*' || c == '>' || c == '+' || c == ':';
}

std::vector<Line> split_lines(const Text& text) {
  std::vector<Line> lines;
  const auto n = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t i = 0; i < n;) {
    Line line;
    line.first = i;
    do ++i;
    while (i < n && !text.tokens[i].has(kNewline));
    line.last = i;
    for (uint32_t k = line.first; k < line.last; ++k)
      line.words +=
          text.tokens[k].kind == TokenKind::kWord || text.tokens[k].kind == TokenKind::kNumber;
    line.bullet = is_bullet(text, line.first);
    uint32_t end = line.last - 1;
    while (end > line.first && (text.punct(end) == '"' || text.punct(end) == ')' ||
                                text.tokens[end].kind == TokenKind::kUrl))
      --end;
    const char c = text.punct(end);
    line.ellipsis = c == '.' && (text.tokens[end].end - text.tokens[end].begin) >= 3;
    line.terminal = !line.ellipsis && (c == '.' || c == '!' || c == '?');
    lines.push_back(line);
  }
  return lines;
}

struct FurnitureHit {
  bool found = false;
  std::string_view id;
};

// "Agencies: five children were hurt in ...": a label before prose, no furniture.
bool heads_prose(const Text& text, const Lexicon& lex, const Line& line,
                 const lexicon::Sense& sense, uint32_t colon) {
  constexpr uint32_t kProse = 6;  // words
  const std::string_view id = lex.id_name(sense.id);
  if (id != "drop" && id != "chrome") return false;
  uint32_t words = 0;
  for (uint32_t i = colon; i < line.last; ++i) words += text.tokens[i].kind == TokenKind::kWord;
  return words >= kProse;
}

// The strongest furniture row that fits the line.
FurnitureHit furniture_of(const Text& text, const Lexicon& lex, const Line& line) {
  FurnitureHit best;
  uint32_t content = line.first;
  while (content + 1 < line.last && text.tokens[content].kind != TokenKind::kWord) ++content;
  for (uint32_t start = content; start < line.last; ++start) {
    const Token& t = text.tokens[start];
    for (int r = 0; r < t.readings; ++r) {
      if (t.reading[r].clitics) continue;
      uint32_t node = lex.first(t.reading[r].word);
      for (uint32_t k = start + 1; node != 0; ++k) {
        for (const auto& sense : lex.senses(node)) {
          if (sense.kind != Kind::kFurniture) continue;
          bool fits = sense.has(lexicon::kTagAny) ||
                      (start == content &&
                       (sense.has(lexicon::kTagStart) ||
                        (text.punct(k) == ':' && !heads_prose(text, lex, line, sense, k))));
          if (!fits && start == content) {
            uint32_t rest = 0;
            for (uint32_t j = k; j < line.last; ++j)
              rest += text.tokens[j].kind == TokenKind::kWord;
            fits = rest == 0;
          }
          if (!fits) continue;
          const std::string_view id = lex.id_name(sense.id);
          if (!best.found || id == "stop" || id == "tags") best = {true, id};
        }
        if (k >= line.last || text.tokens[k].readings == 0 || !lex.has_next(node)) break;
        node = lex.next(node, text.tokens[k].reading[0].word);
      }
    }
    if (start > content + 40) break;  // furniture is found near the start of a line
  }
  return best;
}

// Whether `a`, without its ellipsis, begins like `b`.
bool begins_alike(const Text& text, const Line& a, const Line& b) {
  uint32_t i = a.first, k = b.first, same = 0;
  while (i < a.last && k < b.last) {
    if (text.fold_of(i) != text.fold_of(k)) break;
    same += text.tokens[i].kind == TokenKind::kWord;
    ++i;
    ++k;
  }
  return same >= 3 && i + 2 >= a.last;
}

// A date, perhaps with a name or a count beside it: "August 1, 2026 0".
bool stamp(const Text& text, const Line& line) {
  if (line.words > 6) return false;
  uint32_t numbers = 0;
  bool year = false;
  for (uint32_t i = line.first; i < line.last; ++i) {
    if (text.tokens[i].kind != TokenKind::kNumber) continue;
    ++numbers;
    const std::string_view f = text.fold_of(i);
    year |= f.size() == 4 && (f.starts_with("19") || f.starts_with("20"));
  }
  return year && numbers >= 2;
}

void mark_furniture(const Text& text, const Lexicon& lex, std::vector<Line>& lines) {
  uint32_t total = 0, before = 0;
  for (const Line& l : lines) total += l.words;
  bool skipping = false, stopped = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (stopped) {
      line.furniture = true;
      continue;
    }
    if (line.furniture || line.dateline) continue;  // parted off a long line
    const FurnitureHit hit = line.words <= 40 ? furniture_of(text, lex, line) : FurnitureHit{};
    if (hit.found) {
      line.furniture = true;
      if (hit.id == "teaser_head") skipping = true;
      if (hit.id == "stop" || hit.id == "tags") {
        // Near the top, what follows a "related" head is teasers and then the article itself.
        const bool early = before * 5 < total;
        stopped = !early;
        skipping = early;
      }
    } else if (skipping) {
      if (line.prose()) {
        skipping = false;
      } else {
        line.furniture = true;
      }
    }
    if (!line.furniture) before += line.words;
  }
  // A line cut short with an ellipsis whose full form is near is the full form's copy.
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].ellipsis || lines[i].furniture) continue;
    for (size_t k = i > 3 ? i - 3 : 0; k < std::min(lines.size(), i + 4); ++k)
      if (k != i && !lines[k].furniture && begins_alike(text, lines[i], lines[k]) &&
          lines[k].last - lines[k].first + 2 >= lines[i].last - lines[i].first)
        lines[i].furniture = true;
  }
  // Equal lines: the first is kept.
  for (size_t i = 0; i < lines.size(); ++i)
    for (size_t k = i + 1; k < std::min(lines.size(), i + 8); ++k) {
      if (lines[k].furniture || lines[i].furniture || lines[i].words < 4 ||
          lines[k].words != lines[i].words)
        continue;
      uint32_t a = lines[i].first, b = lines[k].first;
      while (a < lines[i].last && b < lines[k].last && text.fold_of(a) == text.fold_of(b)) ++a, ++b;
      if (a == lines[i].last && b == lines[k].last) lines[k].furniture = true;
    }
  // Lists of headlines: after the prose of an article, or on a page that has no prose at all.
  size_t last_prose = lines.size();
  for (size_t i = 0; i < lines.size(); ++i)
    if (!lines[i].furniture && lines[i].prose()) last_prose = i;
  const bool has_prose = last_prose < lines.size();
  // Titles with dates between them are a list at fewer lines.
  const bool stamped =
      std::count_if(lines.begin(), lines.end(), [&](const Line& l) { return stamp(text, l); }) >= 4;
  auto list_block = [&](size_t from, size_t least) {
    size_t run = 0, start = from, stamps = 0;
    for (size_t i = from; i <= lines.size(); ++i) {
      if (stamped && i < lines.size() && stamp(text, lines[i])) {
        ++stamps;
        continue;
      }
      if (i < lines.size() && !lines[i].furniture && lines[i].headline_like()) {
        if (run++ == 0) start = i;
        continue;
      }
      if (i < lines.size() && (lines[i].furniture || lines[i].words < 3)) continue;
      if (run >= (stamps > 1 ? std::min<size_t>(least, 5) : least))
        for (size_t k = start; k < i; ++k) lines[k].furniture = true;
      run = stamps = 0;
    }
  };
  if (has_prose) {
    list_block(last_prose + 1, 3);
  } else {
    list_block(0, 8);
  }
  // Above the first prose of a page, a long run of headlines is navigation; its last line is the
  // title.
  if (has_prose) {
    size_t first_prose = 0;
    while (lines[first_prose].furniture || !lines[first_prose].prose()) ++first_prose;
    size_t run = 0;
    for (size_t i = 0; i < first_prose; ++i) run += !lines[i].furniture && lines[i].headline_like();
    if (run >= 6)
      for (size_t i = 0; i + 1 < first_prose; ++i) lines[i].furniture = true;
  }
}

}  // namespace

std::vector<Line> read_lines(const Text& text, const Lexicon& lexicon) {
  std::vector<Line> lines = part_long_lines(text, lexicon, split_lines(text));
  mark_furniture(text, lexicon, lines);
  return lines;
}

}  // namespace sijil::text
