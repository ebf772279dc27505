// SPDX-License-Identifier: Apache-2.0
// Sentences and their roles, inside the lines of a page.
#include "base/fold.hpp"
#include "text/line.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <array>

namespace sijil::text {

namespace {

using lexicon::Lexicon;

// Where a captured post ends: its clock time, a middle dot, its date, then counts and other
// people's replies. The number of tokens when there is no such footer.
uint32_t post_footer(const Text& text) {
  const auto n = static_cast<uint32_t>(text.tokens.size());
  for (uint32_t i = 0; i + 3 < n; ++i) {
    const Token& t = text.tokens[i];
    if (t.kind != TokenKind::kNumber || text.fold_of(i).find(':') == std::string_view::npos)
      continue;
    const std::string_view half = text.fold_of(i + 1);
    if ((half == "am" || half == "pm") &&
        text.original.substr(text.tokens[i + 2].begin, 2) == "\xC2\xB7")
      return i;
  }
  return n;
}

bool abbreviation(const Text& text, uint32_t word) {
  static constexpr std::array<std::string_view, 40> kAbbreviations = {
      "mr",   "mrs", "ms",  "dr",  "gen",  "maj", "col",  "lt",  "capt", "sgt",
      "brig", "st",  "no",  "gov", "sen",  "rep", "prof", "jan", "feb",  "mar",
      "apr",  "jun", "jul", "aug", "sept", "sep", "oct",  "nov", "dec",  "vs",
      "cmdr", "adm", "cpl", "pfc", "rev",  "hon", "ft",   "mt",  "incl", "approx"};
  const std::string_view f = text.fold_of(word);
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), f) != kAbbreviations.end() ||
         (f.size() == 1 && f[0] >= 'a' && f[0] <= 'z');  // initials, "a.m."
}

// "... at 6 a.m. The army ...": a sentence may begin after the hour, and a day or zone may follow
// it.
bool ends_hour(const Text& text, uint32_t stop) {
  static constexpr std::array<std::string_view, 22> kOpeners = {
      "the", "a",   "an",      "he",      "she", "it",  "they", "this",  "these", "at",   "in",
      "no",  "one", "another", "several", "two", "six", "ten",  "three", "four",  "five", "nine"};
  return stop > 2 && text.fold_of(stop - 1) == "m" && text.punct(stop - 2) == '.' &&
         text.tokens[stop + 1].has(kUpperInitial) &&
         std::find(kOpeners.begin(), kOpeners.end(), text.fold_of(stop + 1)) != kOpeners.end();
}

}  // namespace

bool ends_sentence(const Text& text, const Line& line, uint32_t i) {
  char c = text.punct(i);
  // "30+ wounded", "$4,000": signs of a number part nothing.
  const bool sign =
      !text.fold_of(i).empty() && static_cast<unsigned char>(text.fold_of(i)[0]) < 0x80;
  if (text.tokens[i].kind == TokenKind::kSymbol && !sign && i > line.first + 3)
    return true;  // emoji and bullets part posts
  // A star inside a word hides it from filters.
  if (c == '*' && i > line.first)
    return !(text.tokens[i].has(kGlued) && i + 1 < line.last && text.tokens[i + 1].has(kGlued));
  // What closes a quotation or bracket right after a stop belongs to the sentence it ends.
  auto stop = [](char p) { return p == '.' || p == '!' || p == '?'; };
  auto closes = [&](uint32_t k) {
    const char p = text.punct(k);
    return (p == '"' || p == ')' || p == ']') && text.tokens[k].has(kGlued);
  };
  if (i > line.first && closes(i) && stop(text.punct(i - 1))) {
    if (c == ']') return false;  // words left out
    c = text.punct(i - 1);
  } else if (!stop(c)) {
    return false;
  } else if (i + 1 < line.last && closes(i + 1)) {
    return false;
  }
  if (i + 1 >= line.last) return true;
  if (c == '.' && i > line.first && text.tokens[i - 1].kind == TokenKind::kWord &&
      abbreviation(text, i - 1) && text.tokens[i].end - text.tokens[i].begin == 1)
    return ends_hour(text, i);
  const Token& next = text.tokens[i + 1];
  if (c == '.' && !text.tokens[i].has(kGlued) && next.has(kGlued)) return false;  // " .5"
  if (next.script == Script::kLatin && !next.has(kUpperInitial)) return false;
  return true;
}

namespace {

// Place, country and agency before the text: "ADEN, Yemen (AP) --", "Zinjibar (AFP) -". The token
// after it, or `first` when the sentence has none. A place and a dash alone are a dateline only in
// capitals: "Zinjibar - shelling" is the head of a bulletin's item.
uint32_t dateline_end(const Text& text, uint32_t first, uint32_t last) {
  const Token& head = text.tokens[first];
  const bool arabic = head.script == Script::kArabic;
  if (head.kind != TokenKind::kWord || (!arabic && !head.has(kUpperInitial))) return first;
  bool bracket = false, open = false, dated = false;
  for (uint32_t k = first + 1; k + 3 < last && k - first <= 16; ++k) {
    const Token& t = text.tokens[k];
    const char c = text.punct(k);
    // "Ramallah 3-6-2024 WAFA- ": a date stands for the bracket.
    dated |= arabic && t.kind == TokenKind::kNumber && k - first <= 3;
    if (c == '-' && !open && dated) {
      if (!text.tokens[k + 1].has(kGlued)) return k + 1;
      continue;
    }
    if (dated && t.kind == TokenKind::kNumber) continue;
    if (c == '-' && !t.has(kGlued) && !open) {
      if (bracket) return k + 1;
      const bool capitals =
          head.has(kAllCaps) && head.end - head.begin >= 4 && !text.tokens[k + 1].has(kAllCaps);
      return capitals ? k + 1 : first;
    }
    if (c == '(') open = true;
    if (c == ')') open = false, bracket = true;
    if (c == '(' || c == ')' || c == ',' || (c == '.' && open)) continue;
    if (bracket && !open) {  // "DAMASCUS (Sputnik) The strike"
      return head.has(kAllCaps) && head.end - head.begin >= 4 && t.has(kUpperInitial) &&
                     !t.has(kAllCaps) && k - first <= 8
                 ? k
                 : first;
    }
    if (t.kind == TokenKind::kPunct || t.kind == TokenKind::kSymbol) return first;
    if (!arabic && !open && t.kind == TokenKind::kWord && !t.has(kUpperInitial)) return first;
    if (arabic && !open && !bracket && k - first > (dated ? 8u : 3u)) return first;
  }
  return first;
}

// "Terrorist Groups Shell Residential Areas in Aleppo.": written as titles are, though on the line
// of what follows.
bool in_title_case(const Text& text, const Sentence& s) {
  constexpr size_t kLongWord = 4, kFewest = 4;  // letters; words
  if (s.script != Script::kLatin) return false;
  size_t words = 0, upper = 0;
  for (uint32_t k = s.first; k < s.last; ++k) {
    const Token& t = text.tokens[k];
    if (t.kind != TokenKind::kWord || t.has(kJoined)) continue;
    if (t.has(kAllCaps) && t.end - t.begin > 5) return false;  // a wire in capitals
    if (t.end - t.begin < kLongWord) continue;
    ++words;
    upper += t.has(kUpperInitial);
  }
  return words >= kFewest && upper == words;
}

// Whether a sentence says the same as another, word for word.
bool same_words(const Text& text, const Sentence& a, const Sentence& b) {
  if (a.last - a.first != b.last - b.first) return false;
  for (uint32_t k = 0; k < a.last - a.first; ++k)
    if (text.fold_of(a.first + k) != text.fold_of(b.first + k)) return false;
  return true;
}

}  // namespace

void split_sentences(Text& text, const Lexicon& lexicon, const Hints& hints) {
  std::vector<Line> lines = read_lines(text, lexicon);
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
    if (i + 1 >= lines.size() || lines[i].terminal || lines[i].words < 7 || lines[i + 1].bullet)
      return false;
    const Token& next = text.tokens[lines[i + 1].first];
    return next.script == Script::kLatin && !next.has(kUpperInitial) &&
           next.kind == TokenKind::kWord;
  };
  // Words of the metadata title, to cut a headline off a body that follows on the same line.
  std::string title = fold(hints.title);
  uint32_t paragraph = 0;
  bool any_body = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    Line line = lines[i];
    const size_t line_number = i;
    while (!line.furniture && !line.dateline && wraps(i) && !lines[i + 1].furniture &&
           !lines[i + 1].dateline) {
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
          while (at < title.size() &&
                 title.compare(at, text.fold_of(j).size(), text.fold_of(j)) != 0 &&
                 std::ispunct(static_cast<unsigned char>(title[at])))
            ++at;
          if (title.compare(at, text.fold_of(j).size(), text.fold_of(j)) != 0) break;
          at += text.fold_of(j).size();
          if (text.tokens[j].has(kPossessive))  // "'s" is no token
            while (at < title.size() && title[at] != ' ') ++at;
          while (at < title.size() &&
                 (title[at] == ' ' || std::ispunct(static_cast<unsigned char>(title[at]))))
            ++at;
          ++j;
        }
        if (j - k >= 4 && at + 3 >= title.size()) {
          headline_end = j < line.last && text.punct(j) == '.' ? j + 1 : j;
          break;
        }
      }
    }
    uint32_t dateline = line.first;  // where the dateline of the sentence ends
    for (uint32_t k = line.first; k < line.last; ++k) {
      if (k == start && !line.furniture)
        dateline = dateline_end(text, start, std::min(line.last, start + 24));
      const bool cut = k + 1 == dateline || k + 1 == line.last || ends_sentence(text, line, k) ||
                       (headline_end != 0 && k + 1 == headline_end) || k + 1 - start >= 400;
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
      } else if (line.dateline || (k + 1 == dateline && s.last > s.first)) {
        s.role = Role::kDateline;
      } else if (headline_end != 0 && k < headline_end) {
        s.role = Role::kHeadline;
      } else if (!any_body && !line.terminal && line.words <= 30 && i + 1 < lines.size() &&
                 s.first == line.first && s.last == line.last && line_number < 6) {
        s.role = Role::kHeadline;
      } else if (!any_body && k + 1 < line.last && in_title_case(text, s)) {
        s.role = Role::kHeadline;
      } else if (line.bullet) {
        s.role = Role::kBullet;
      }
      if (s.role != Role::kFurniture && s.role != Role::kHeadline && s.role != Role::kDateline &&
          s.last - s.first > 3)
        any_body = true;
      // A lead given twice is one.
      if (s.role == Role::kBody && s.last - s.first >= 8 && !text.sentences.empty() &&
          text.sentences.back().role != Role::kFurniture &&
          same_words(text, text.sentences.back(), s))
        s.role = Role::kFurniture;
      text.sentences.push_back(s);
      start = k + 1;
    }
  }
}

}  // namespace sijil::text
