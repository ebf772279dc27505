// SPDX-License-Identifier: Apache-2.0
// Lines, furniture, sentences, roles. A line is the unit of page furniture, a sentence that of reading.
#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "text/text.hpp"

namespace sijil::text {

namespace {

using lexicon::Kind;
using lexicon::Lexicon;

struct Line {
  uint32_t first = 0, last = 0;  // tokens
  uint32_t words = 0;
  bool terminal = false;   // ends in . ! ? or a quote after one
  bool ellipsis = false;
  bool bullet = false;
  bool furniture = false;

  [[nodiscard]] bool prose() const { return (terminal && words >= 12) || words >= 25; }
  [[nodiscard]] bool headline_like() const { return words >= 4 && words <= 22 && !terminal && !bullet; }
};

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
      line.words += text.tokens[k].kind == TokenKind::kWord || text.tokens[k].kind == TokenKind::kNumber;
    line.bullet = is_bullet(text, line.first);
    uint32_t end = line.last - 1;
    while (end > line.first && (text.punct(end) == '"' || text.punct(end) == ')' || text.tokens[end].kind == TokenKind::kUrl)) --end;
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
          bool fits = sense.has(lexicon::kTagAny) || (start == content && (sense.has(lexicon::kTagStart) || text.punct(k) == ':'));
          if (!fits && start == content) {
            uint32_t rest = 0;
            for (uint32_t j = k; j < line.last; ++j) rest += text.tokens[j].kind == TokenKind::kWord;
            fits = rest == 0;
          }
          if (!fits) continue;
          const std::string_view id = lex.id_name(sense.id);
          if (!best.found || id == "stop") best = {true, id};
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
    const FurnitureHit hit = line.words <= 40 ? furniture_of(text, lex, line) : FurnitureHit{};
    if (hit.found) {
      line.furniture = true;
      if (hit.id == "teaser_head") skipping = true;
      if (hit.id == "stop") {
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
      if (lines[k].furniture || lines[i].furniture || lines[i].words < 4 || lines[k].words != lines[i].words) continue;
      uint32_t a = lines[i].first, b = lines[k].first;
      while (a < lines[i].last && b < lines[k].last && text.fold_of(a) == text.fold_of(b)) ++a, ++b;
      if (a == lines[i].last && b == lines[k].last) lines[k].furniture = true;
    }
  // Lists of headlines: after the prose of an article, or on a page that has no prose at all.
  size_t last_prose = lines.size();
  for (size_t i = 0; i < lines.size(); ++i)
    if (!lines[i].furniture && lines[i].prose()) last_prose = i;
  const bool has_prose = last_prose < lines.size();
  auto list_block = [&](size_t from, size_t least) {
    size_t run = 0, start = from;
    for (size_t i = from; i <= lines.size(); ++i) {
      if (i < lines.size() && !lines[i].furniture && lines[i].headline_like()) {
        if (run++ == 0) start = i;
        continue;
      }
      if (i < lines.size() && (lines[i].furniture || lines[i].words < 3)) continue;
      if (run >= least)
        for (size_t k = start; k < i; ++k) lines[k].furniture = true;
      run = 0;
    }
  };
  if (has_prose) {
    list_block(last_prose + 1, 3);
  } else {
    list_block(0, 8);
  }
  // Above the first prose of a page, a long run of headlines is navigation; its last line is the title.
  if (has_prose) {
    size_t first_prose = 0;
    while (lines[first_prose].furniture || !lines[first_prose].prose()) ++first_prose;
    size_t run = 0;
    for (size_t i = 0; i < first_prose; ++i) run += !lines[i].furniture && lines[i].headline_like();
    if (run >= 6)
      for (size_t i = 0; i + 1 < first_prose; ++i) lines[i].furniture = true;
  }
}

// Where a captured post ends: its clock time, a middle dot, its date, then counts and other people's
// replies. The number of tokens when there is no such footer.
uint32_t post_footer(const Text& text) {
  const auto n = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t i = 0; i + 3 < n; ++i) {
    const Token& t = text.tokens[i];
    if (t.kind != TokenKind::kNumber || text.fold_of(i).find(':') == std::string_view::npos) continue;
    const std::string_view half = text.fold_of(i + 1);
    if ((half == "am" || half == "pm") && text.original.substr(text.tokens[i + 2].begin, 2) == "\xC2\xB7") return i;
  }
  return n;
}

bool abbreviation(const Text& text, uint32_t word) {
  static constexpr std::array<std::string_view, 30> kAbbreviations = {
      "mr", "mrs", "ms", "dr", "gen", "maj", "col", "lt", "capt", "sgt", "brig", "st", "no", "gov", "sen", "rep",
      "prof", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "vs"};
  const std::string_view f = text.fold_of(word);
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), f) != kAbbreviations.end() ||
         (f.size() == 1 && text.tokens[word].has(kUpperInitial));
}

// Whether a sentence ends after token `i` of the line.
bool ends_sentence(const Text& text, const Line& line, uint32_t i) {
  const char c = text.punct(i);
  if (text.tokens[i].kind == TokenKind::kSymbol && i > line.first + 3) return true;  // emoji and bullets part posts
  if (c == '*' && i > line.first) return true;
  if (c != '.' && c != '!' && c != '?') return false;
  if (i + 1 >= line.last) return true;
  if (c == '.' && i > line.first && text.tokens[i - 1].kind == TokenKind::kWord && abbreviation(text, i - 1) &&
      text.tokens[i].end - text.tokens[i].begin == 1)
    return false;
  const Token& next = text.tokens[i + 1];
  if (c == '.' && !text.tokens[i].has(kGlued) && next.has(kGlued)) return false;  // " .5"
  if (next.script == Script::kLatin && !next.has(kUpperInitial)) return false;
  return true;
}

}  // namespace

void split_sentences(Text& text, const Lexicon& lexicon, const Hints& hints) {
  std::vector<Line> lines = split_lines(text);
  mark_furniture(text, lexicon, lines);
  const uint32_t footer = post_footer(text);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].first >= footer) lines[i].furniture = true;
    if (lines[i].first < footer && footer < lines[i].last) {
      Line rest = lines[i];
      lines[i].last = footer;
      rest.first = footer;
      rest.furniture = true;
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest);
      ++i;
    }
  }
  // Hard-wrapped prose: a line that ends without a stop goes on in a next line that begins small.
  auto wraps = [&](size_t i) {
    if (i + 1 >= lines.size() || lines[i].terminal || lines[i].words < 7 || lines[i + 1].bullet) return false;
    const Token& next = text.tokens[lines[i + 1].first];
    return next.script == Script::kLatin && !next.has(kUpperInitial) && next.kind == TokenKind::kWord;
  };
  // Words of the metadata title, to cut a headline off a body that follows on the same line.
  std::string title = fold(hints.title);
  uint32_t paragraph = 0;
  bool any_body = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    Line line = lines[i];
    const size_t line_number = i;
    while (!line.furniture && wraps(i) && !lines[i + 1].furniture) {
      ++i;
      line.last = lines[i].last;
      line.terminal = lines[i].terminal;
      line.words += lines[i].words;
    }
    ++paragraph;
    uint32_t start = line.first;
    uint32_t headline_end = 0;
    if (!title.empty() && !any_body && !line.furniture) {
      // Follow the title's words through the line, as far as they go.
      const std::string_view first_word = std::string_view(title).substr(0, title.find(' '));
      for (uint32_t k = line.first; k < std::min(line.last, line.first + 40); ++k) {
        if (text.fold_of(k) != first_word) continue;
        uint32_t j = k;
        size_t at = 0;
        while (j < line.last && at < title.size()) {
          if (text.tokens[j].kind == TokenKind::kPunct) {
            ++j;
            continue;
          }
          while (at < title.size() && title.compare(at, text.fold_of(j).size(), text.fold_of(j)) != 0 &&
                 std::ispunct(static_cast<unsigned char>(title[at])))
            ++at;
          if (title.compare(at, text.fold_of(j).size(), text.fold_of(j)) != 0) break;
          at += text.fold_of(j).size();
          while (at < title.size() && (title[at] == ' ' || std::ispunct(static_cast<unsigned char>(title[at])))) ++at;
          ++j;
        }
        if (j - k >= 4 && at + 3 >= title.size()) {
          headline_end = j;
          break;
        }
      }
    }
    for (uint32_t k = line.first; k < line.last; ++k) {
      const bool cut = k + 1 == line.last || ends_sentence(text, line, k) || (headline_end != 0 && k + 1 == headline_end) ||
                       k + 1 - start >= 400;
      if (!cut) continue;
      Sentence s;
      s.first = start;
      s.last = k + 1;
      s.line = static_cast<uint32_t>(line_number);
      s.paragraph = paragraph;
      size_t latin = 0, arabic = 0;
      for (uint32_t j = s.first; j < s.last; ++j) {
        latin += text.tokens[j].script == Script::kLatin;
        arabic += text.tokens[j].script == Script::kArabic;
      }
      s.script = arabic > latin ? Script::kArabic : latin ? Script::kLatin : Script::kNone;
      if (line.furniture) {
        s.role = Role::kFurniture;
      } else if (headline_end != 0 && k < headline_end) {
        s.role = Role::kHeadline;
      } else if (!any_body && !line.terminal && line.words <= 30 && i + 1 < lines.size() && s.first == line.first && s.last == line.last &&
                 line_number < 6) {
        s.role = Role::kHeadline;
      } else if (line.bullet) {
        s.role = Role::kBullet;
      }
      if (s.role != Role::kFurniture && s.role != Role::kHeadline && s.last - s.first > 3) any_body = true;
      text.sentences.push_back(s);
      start = k + 1;
    }
  }
}

}  // namespace sijil::text
