// SPDX-License-Identifier: Apache-2.0
#include "text/long_line.hpp"

#include <algorithm>
#include <string_view>

namespace sijil::text {

namespace {

using lexicon::Kind;
using lexicon::Lexicon;
using lexicon::Sense;

constexpr uint32_t kLongLine = 40;       // words; furniture lines are shorter
constexpr uint32_t kTwoSentences = 15;   // words of a line that may hold a teaser after its text
constexpr uint32_t kShortSentence = 25;  // words a caption or credit has at most
constexpr uint32_t kHead = 60;           // tokens in which a page tells its date

bool is_word(const Token& t) { return t.kind == TokenKind::kWord || t.kind == TokenKind::kNumber; }

class Parter {
 public:
  Parter(const Text& text, const Lexicon& lex, std::vector<Line>& out)
      : text_(text), lex_(lex), out_(out) {}

  void part(const Line& line) {
    line_ = line;
    from_ = line.first;
    if (line.words > kLongLine) {
      const uint32_t at = line.first < kHead ? head() : line.first;
      for (uint32_t i = at; i < line_.last;) i = step(i);
      tail();
    } else {
      teaser_after_text();
    }
    cut(line_.last, false);
  }

 private:
  struct Hit {
    uint32_t last = 0;  // 0: none
    std::string_view id;
    uint64_t tags = 0;
  };

  // Calls f(sense, last) for the rows of the lexicon that begin at a token, words as listed only.
  template <typename F>
  void rows(uint32_t i, F f) const {
    const Token& t = text_.tokens[i];
    if (t.readings == 0 || t.reading[0].clitics != 0) return;
    uint32_t node = lex_.first(t.reading[0].word);
    for (uint32_t k = i + 1; node != 0; ++k) {
      for (const Sense& s : lex_.senses(node)) f(s, k);
      if (k >= line_.last || text_.tokens[k].readings == 0 || !lex_.has_next(node)) return;
      node = lex_.next(node, text_.tokens[k].reading[0].word);
    }
  }

  [[nodiscard]] bool opens(uint32_t i) const {
    return i == line_.first || ends_sentence(text_, line_, i - 1) || text_.punct(i - 1) == '|' ||
           text_.punct(i - 1) == ')';
  }
  [[nodiscard]] bool large(uint32_t i) const {
    const Token& t = text_.tokens[i];
    return t.script != Script::kLatin || t.has(kUpperInitial);
  }

  // The furniture that begins at a token: rows that fit anywhere, and at a sentence's start those
  // of a line's start, whose colon or end closes a row that must be a line of its own.
  [[nodiscard]] Hit furniture_at(uint32_t i) const {
    Hit best;
    const bool start = large(i) && opens(i);
    if (!start && (text_.tokens[i].script != Script::kLatin || !large(i))) return best;
    rows(i, [&](const Sense& s, uint32_t last) {
      if (s.kind != Kind::kFurniture) return;
      bool fits = s.has(lexicon::kTagAny);
      const std::string_view id = lex_.id_name(s.id);
      if (start)
        fits |= s.has(lexicon::kTagStart) || last == line_.last || text_.punct(last) == ':' ||
                id == "tags";
      if (start && !fits && (id == "stop" || id == "teaser_head"))
        fits = titles(i, sentence_end(i));
      if (!fits || last < best.last) return;
      const bool button = best.id == "chrome" && (best.tags & lexicon::kTagAny) != 0;
      if (last == best.last && (best.id == "stop" || button)) return;
      best = {last, lex_.id_name(s.id), s.tags};
    });
    return best;
  }

  // A teaser after the text of a short line takes the rest of it.
  void teaser_after_text() {
    for (uint32_t i = line_.first + 8; i < line_.last; ++i) {
      if (!opens(i)) continue;
      const Hit hit = furniture_at(i);
      if (hit.id == "teaser_head" || hit.id == "stop" || hit.id == "tags") {
        drop(i, line_.last);
        return;
      }
    }
  }

  uint32_t step(uint32_t i) {
    if (const uint32_t end = opens(i) ? caption_end(i) : i; end > i) {
      cut(i, false);
      cut(end, false);
      return end;
    }
    const Hit hit = furniture_at(i);
    if (hit.last == 0) return i + 1;
    if (hit.id == "tags") return drop(i, tags_end(hit.last));
    if (hit.id == "stop" && i >= text_.tokens.size() / 2) return drop(i, line_.last);
    if ((hit.tags & lexicon::kTagAny) != 0 && hit.id == "chrome") {
      uint32_t last = hit.last;  // counters go with their button
      last = topic_end(last);
      while (last < line_.last && text_.tokens[last].kind == TokenKind::kNumber) ++last;
      return drop(i, last);
    }
    // A caption, credit or teaser ends with its sentence; a longer one has the text glued to it.
    const uint32_t last = sentence_end(i);
    uint32_t words = 0;
    for (uint32_t k = hit.last; k < last; ++k) words += is_word(text_.tokens[k]);
    return drop(i, words <= kShortSentence ? std::max(last, hit.last) : hit.last);
  }
  // "Topic War in X (200)" after a button: its end; the token itself when there is no such topic.
  [[nodiscard]] uint32_t topic_end(uint32_t i) const {
    constexpr uint32_t kTopic = 16;
    if (i >= line_.last || text_.fold_of(i) != "topic") return i;
    for (uint32_t k = i + 1; k + 2 < line_.last && k < i + kTopic; ++k)
      if (text_.punct(k) == '(' && text_.tokens[k + 1].kind == TokenKind::kNumber &&
          text_.punct(k + 2) == ')')
        return k + 3;
    return i;
  }
  // The credit of a picture, and the title of another page glued to it, before the text goes on:
  // "REUTERS Jane Doe Army Retakes Town Near the Border Government forces ...". Titles are written
  // large but for little words; the text begins at an article written large, at a dateline or at
  // the word before the first written small. The token itself when no caption begins there.
  [[nodiscard]] uint32_t caption_end(uint32_t i) const {
    constexpr uint32_t kTitle = 6;  // words
    uint32_t k = i;
    if (text_.fold_of(k) == "ap" || text_.fold_of(k) == "afp" || text_.fold_of(k) == "epa") ++k;
    if (k >= line_.last) return i;
    const std::string_view credit = text_.fold_of(k);
    if (credit != "photo" &&
        (k > i || (credit != "sputnik" && !(credit == "reuters" && text_.tokens[k].has(kAllCaps)))))
      return i;
    const uint32_t first = ++k;
    while (k < line_.last && in_title(k)) ++k;
    if (k >= line_.last || k < first + kTitle) return i;
    if (text_.punct(k) == '.' || large(k)) return k;
    return text_.tokens[k - 1].has(kUpperInitial) ? k - 1 : k;
  }
  [[nodiscard]] bool in_title(uint32_t i) const {
    static constexpr std::string_view kLittle[] = {"of",   "in",  "on",   "to", "at",  "for",
                                                   "from", "by",  "near", "as", "and", "the",
                                                   "over", "but", "with", "a"};
    const Token& t = text_.tokens[i];
    const bool little =
        std::find(std::begin(kLittle), std::end(kLittle), text_.fold_of(i)) != std::end(kLittle);
    if (t.kind == TokenKind::kNumber || text_.punct(i) == '-') return true;
    if (t.kind != TokenKind::kWord || t.script != Script::kLatin) return false;
    return little != t.has(kUpperInitial) || (little && text_.fold_of(i) == "over");
  }
  // The end of the sentence that holds a token; far away it does not matter.
  [[nodiscard]] uint32_t sentence_end(uint32_t i) const {
    const uint32_t stop = std::min(line_.last, i + 60);
    while (i < stop && !ends_sentence(text_, line_, i)) ++i;
    return std::min(i + 1, line_.last);
  }

  // Where a row of tags ends and the text begins: at a number or article written large.
  [[nodiscard]] uint32_t tags_end(uint32_t i) const {
    const uint32_t stop = std::min(line_.last, i + 30);
    for (uint32_t k = i; k < stop; ++k) {
      if (text_.punct(k) == '.') return k + 1;
      if (k > i && text_.tokens[k].has(kUpperInitial) && lead_word(k)) return k;
    }
    uint32_t k = i;
    while (k + 1 < stop && text_.tokens[k + 1].has(kUpperInitial)) ++k;
    return k;
  }
  [[nodiscard]] bool lead_word(uint32_t i) const {
    const std::string_view f = text_.fold_of(i);
    if (f == "the" || f == "a" || f == "an") return true;
    bool found = false;
    rows(i, [&](const Sense& s, uint32_t) {
      found |= s.kind == Kind::kNumber || s.kind == Kind::kBound || s.kind == Kind::kVague;
    });
    return found;
  }

  // A calendar date in figures, or day, month name and year in either order: its end, or 0.
  [[nodiscard]] uint32_t date_at(uint32_t i) const {
    auto number = [&](uint32_t k, size_t least, size_t most) {
      return k < line_.last && text_.tokens[k].kind == TokenKind::kNumber &&
             text_.fold_of(k).size() >= least && text_.fold_of(k).size() <= most &&
             text_.fold_of(k).find_first_not_of("0123456789") == std::string_view::npos;
    };
    auto comma = [&](uint32_t k) { return text_.punct(k) == ',' ? k + 1 : k; };
    // "18.10.2014", "18/10/2014" are one token, "18-10-2014" three.
    const std::string_view f = text_.fold_of(i);
    if (text_.tokens[i].kind == TokenKind::kNumber && f.size() >= 8 && f.size() <= 10 &&
        f.find_first_not_of("0123456789./") == std::string_view::npos &&
        f[f.size() - 5] == f[f.find_first_of("./")])
      return i + 1;
    if (number(i, 1, 2) && number(i + 1, 1, 2) && number(i + 2, 4, 4) &&
        text_.tokens[i + 1].has(kHyphen) && text_.tokens[i + 2].has(kHyphen))
      return i + 3;
    if (number(i, 1, 2)) {
      const uint32_t month = month_at(i + 1);
      if (month != 0 && number(comma(month), 4, 4)) return comma(month) + 1;
      return 0;
    }
    const uint32_t month = month_at(i);
    if (month != 0 && number(month, 1, 2) && number(comma(month + 1), 4, 4))
      return comma(month + 1) + 1;
    return 0;
  }
  [[nodiscard]] uint32_t month_at(uint32_t i) const {
    uint32_t end = 0;
    if (i < line_.last)
      rows(i, [&](const Sense& s, uint32_t last) {
        if (s.kind == Kind::kTime && lex_.id_name(s.id).starts_with("month.")) end = last;
      });
    return end;
  }
  [[nodiscard]] bool weekday(uint32_t i) const {
    bool found = false;
    rows(i, [&](const Sense& s, uint32_t) {
      found |= s.kind == Kind::kTime && lex_.id_name(s.id).starts_with("weekday.");
    });
    return found;
  }

  // The date of the page near its start, with headline before and text after it on the same line.
  uint32_t head() {
    const uint32_t stop = std::min(line_.last, line_.first + kHead);
    for (uint32_t i = line_.first; i < stop; ++i) {
      if (text_.punct(i) == '.' && i > line_.first + 12) return line_.first;  // the text has begun
      uint32_t last = date_at(i);
      if (last == 0) continue;
      while (last < line_.last && text_.tokens[last].kind == TokenKind::kNumber &&
             text_.fold_of(last).find(':') != std::string_view::npos)
        ++last;
      if (last >= line_.last || !is_word(text_.tokens[last])) return line_.first;
      uint32_t first = i;
      if (first > line_.first && weekday(first - 1)) --first;
      if (!large(last) && first == i) return line_.first;
      // A preposition before the date makes it part of a sentence.
      if (first > line_.first && text_.tokens[first - 1].script == Script::kLatin &&
          !large(first - 1) && first - line_.first > 4)
        return line_.first;
      if (first - line_.first <= 4) first = line_.first;  // "Date of publication"
      cut(first, false);
      cut(last, false);
      out_.back().dateline = true;
      return last;
    }
    return line_.first;
  }

  // The start of the fragment, no sentence, that ends at a token.
  [[nodiscard]] uint32_t fragment(uint32_t end) const {
    uint32_t first = end;
    while (first > from_ && end - first < 120 && !ends_sentence(text_, line_, first - 1)) --first;
    return first;
  }
  // Mostly words written large: names of a page's sections, headlines of other pages.
  [[nodiscard]] bool titles(uint32_t first, uint32_t last) const {
    uint32_t words = 0, upper = 0;
    for (uint32_t k = first; k < last; ++k) {
      if (text_.tokens[k].kind != TokenKind::kWord || text_.tokens[k].script != Script::kLatin)
        continue;
      ++words;
      upper += text_.tokens[k].has(kUpperInitial) && !text_.tokens[k].has(kAllCaps);
    }
    return words >= 4 && upper * 10 >= words * 6;
  }

  void tail() {
    if (line_.last - line_.first < 120 || line_.terminal || line_.last <= from_) return;
    const uint32_t first = fragment(line_.last);
    if (first > from_ && titles(first, line_.last)) drop(first, line_.last);
  }

  void cut(uint32_t to, bool furniture) {
    if (to <= from_) return;
    Line l = line_;
    l.first = from_;
    l.last = to;
    l.words = 0;
    for (uint32_t k = from_; k < to; ++k) l.words += is_word(text_.tokens[k]);
    l.piece = from_ != line_.first || to != line_.last;
    l.bullet = line_.bullet && from_ == line_.first;
    const char c = text_.punct(to - 1);
    if (to != line_.last) {
      l.terminal = c == '.' || c == '!' || c == '?';
      l.ellipsis = false;
    }
    l.furniture = furniture;
    out_.push_back(l);
    from_ = to;
  }
  uint32_t drop(uint32_t from, uint32_t to) {
    if (from >= text_.tokens.size() / 2) {
      const uint32_t first = fragment(from);
      if (first > from_ && titles(first, from)) cut(first, false), cut(from, true);
    }
    cut(from, false);
    cut(to, true);
    return to;
  }

  const Text& text_;
  const Lexicon& lex_;
  std::vector<Line>& out_;
  Line line_;
  uint32_t from_ = 0;  // what lies before is parted off already
};

}  // namespace

std::vector<Line> part_long_lines(const Text& text, const Lexicon& lexicon,
                                  std::vector<Line> lines) {
  if (std::none_of(lines.begin(), lines.end(),
                   [](const Line& l) { return l.words > kTwoSentences; }))
    return lines;
  std::vector<Line> out;
  out.reserve(lines.size() + 8);
  Parter parter(text, lexicon, out);
  for (const Line& line : lines) {
    if (line.words > kTwoSentences) {
      parter.part(line);
    } else {
      out.push_back(line);
    }
  }
  return out;
}

}  // namespace sijil::text
