// SPDX-License-Identifier: Apache-2.0
#include "mentions/quantity_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

std::vector<Quantity> QuantityFinder::run() {
  for (uint32_t i = first_; i < last_;) {
    if (busy_[i - first_]) {
      ++i;
      continue;
    }
    if (const uint32_t end = ages(i); end != i) {
      i = end;
      continue;
    }
    Quantity q;
    if (one_of(i, q) || one_more(i, q) || counted(i, q) || vague(i, q) || article(i, q) ||
        others(i, q) || bare(i, q)) {
      i = std::max(q.last, i + 1);
      out_.push_back(q);
    } else {
      ++i;
    }
  }
  return std::move(out_);
}

// "Two youths, 17 and 22, were", "three men (19, 20 and 31)": as many ages as people; "12 y/o".
// The token after them, or i.
uint32_t QuantityFinder::ages(uint32_t i) const {
  if (text_.tokens[i].kind != TokenKind::kNumber || text_.tokens[i].fold_length > 2) return i;
  if (i + 3 < last_ && text_.fold_of(i + 1) == "y" && text_.punct(i + 2) == '/' &&
      text_.fold_of(i + 3) == "o")
    return i + 4;
  if (i == first_ || out_.empty() || out_.back().last + 2 < i - 1 || out_.back().last > i - 1 ||
      (out_.back().counted != Counted::kPeople && out_.back().actor == nullptr) ||
      (text_.punct(i - 1) != ',' && text_.punct(i - 1) != '('))
    return i;
  int64_t n = 0;
  uint32_t k = i;
  while (k < last_ && text_.tokens[k].kind == TokenKind::kNumber &&
         text_.tokens[k].fold_length <= 2) {
    ++n;
    ++k;
    while (k + 1 < last_ && text_.tokens[k + 1].kind == TokenKind::kNumber &&
           (text_.punct(k) == ',' || text_.fold_of(k) == "and"))
      ++k;
  }
  const char close = k < last_ ? text_.punct(k) : '.';
  const bool closed = close == ',' || close == ')' || close == '.';
  return n >= 2 && closed && out_.back().range == CountRange::exactly(n) ? k : i;
}

bool QuantityFinder::is_min(std::string_view f) {
  return f == "\xD9\x85\xD9\x86";
}  // Arabic min, "of"

uint32_t QuantityFinder::bound_before(uint32_t i, CountRange& range, int64_t n) const {
  uint32_t start = i;
  if (start > first_ && text_.punct(start - 1) == '(') --start;
  const Term* b = ending(start, Kind::kBound);
  if (b == nullptr && start > first_ + 1) {
    const std::string_view f = text_.fold_of(start - 1);
    if (f == "a" || f == "the" || f == "of") b = ending(start - 1, Kind::kBound);
  }
  if (b == nullptr || (b->sense->has(lexicon::kTagPost) && !b->sense->has(lexicon::kTagPre)))
    return i;
  apply(id(b), range, n);
  return b->first;
}

// "12 dead and more than 30 hurt": the bound belongs to the number after it.
bool QuantityFinder::opens_bound(const Term& b) const {
  for (uint32_t k = b.first + 1; k < b.last; ++k)
    if (const Term* next = term(k, Kind::kBound);
        next != nullptr && next->last > b.last && next->last < last_ &&
        (text_.tokens[next->last].kind == TokenKind::kNumber ||
         term(next->last, Kind::kNumber) != nullptr))
      return true;
  const std::string_view after = b.last < last_ ? text_.fold_of(b.last) : std::string_view{};
  return after == "than" || (b.last < last_ && text_.tokens[b.last].kind == TokenKind::kNumber);
}

void QuantityFinder::apply(std::string_view bound, CountRange& range, int64_t n) {
  if (bound == "at_least" || bound == "more_than") range = CountRange::at_least(n);
  if (bound == "up_to") range = CountRange::between(0, n);
  if (bound == "fewer_than") range = CountRange::between(0, std::max<int64_t>(0, n - 1));
}

// "aged nine and 13", "two boys of 8 and 10", "a girl of seven"
bool QuantityFinder::listed_age(uint32_t i, const Number& n) const {
  if (n.value > 110) return false;
  uint32_t k = i;
  while (k > first_ && i - k < 6) {
    const std::string_view f = text_.fold_of(k - 1);
    if (f == "aged" || f == "ages" || f == "age") return true;
    if (f == "of") {
      const Term* who = ending(k - 1, Kind::kPeople);
      const char after = n.last < last_ ? text_.punct(n.last) : '.';
      return who != nullptr && lex_.id_name(who->sense->id).starts_with("children") &&
             n.value < 18 &&
             (after != 0 || text_.fold_of(n.last) == "and" || text_.fold_of(n.last) == "who" ||
              k != i);
    }
    if (f != "and" && f != "," && f != "between" && f != "from" && f != "to" &&
        text_.tokens[k - 1].kind != TokenKind::kNumber && term(k - 1, Kind::kNumber) == nullptr)
      return false;
    --k;
  }
  return false;
}

bool QuantityFinder::is_money(std::string_view f) {
  return f == "$" || f == "\xE2\x82\xAC" || f == "\xC2\xA3";
}

// "<name> (52), was wounded": a number alone in brackets after a word that counts nothing.
bool QuantityFinder::age_in_brackets(uint32_t i, const Number& n) const {
  if (i < first_ + 2 || n.value > 110 || text_.tokens[i].kind != TokenKind::kNumber ||
      text_.punct(i - 1) != '(' || n.last >= last_ || text_.punct(n.last) != ')')
    return false;
  const Token& name = text_.tokens[i - 2];
  return name.kind == TokenKind::kWord && name.readings == 0 && name.fold_length > 2 &&
         noun(n.last + 1).term == nullptr &&
         (name.script == text::Script::kArabic || name.has(text::kUpperInitial));
}

// "rose from 12 to 15": the second is the toll.
bool QuantityFinder::rises_from(uint32_t i) const {
  if (i < first_ + 2 || text_.fold_of(i - 1) != "from") return false;
  static constexpr std::string_view kRise[] = {"rose",    "risen",     "rises",  "rising",
                                               "climbed", "increased", "jumped", "up"};
  return std::find(std::begin(kRise), std::end(kRise), text_.fold_of(i - 2)) != std::end(kRise);
}

// "between eight and ten" in Arabic words: the "and" makes no eighteen.
std::optional<Number> QuantityFinder::first_number(uint32_t i) const {
  if (const Term* b = ending(i, Kind::kBound);
      b != nullptr && id(b) == "between" && text_.tokens[i].kind == TokenKind::kWord && arabic(i))
    if (const auto alone = parse_number(text_, lex_, i, i + 1)) return alone;
  return parse_number(text_, lex_, i, last_);
}

// Arabic "one of the soldiers", "one of her children": ahad, ihda.
bool QuantityFinder::one_of(uint32_t i, Quantity& q) {
  static constexpr std::string_view kAhad = "\xD8\xA7\xD8\xAD\xD8\xAF",
                                    kIhda = "\xD8\xA7\xD8\xAD\xD8\xAF\xD9\x8A";
  const std::string_view f = text_.fold_of(i);
  if (!f.ends_with(kAhad) && !f.ends_with(kIhda)) return false;
  const Noun of = noun(i + 1);
  if (i + 1 >= last_ || of.term == nullptr || of.counted != Counted::kPeople ||
      (of.term->clitics & ~text::kThe) != 0 || term(i, Kind::kTime) != nullptr)
    return false;
  if (f.starts_with("\xD9\x88")) q.clitics = text::kAnd;
  q.range = CountRange::exactly(1);
  q.first = i;
  q.last = of.term->last;
  q.noun = of.term->sense;
  q.counted = Counted::kPeople;
  if (const Noun whose = noun(q.last); q.last < last_ && whose.term != nullptr &&
                                       whose.counted == Counted::kPeople &&
                                       whose.term->clitics == text::kThe)
    q.last = whose.term->last;
  return true;
}

bool QuantityFinder::counted(uint32_t i, Quantity& q) {
  const Token& t = text_.tokens[i];
  if (t.kind != TokenKind::kNumber && term(i, Kind::kNumber) == nullptr) return false;
  // "thousands" alone is vague; after a number it is a multiplier.
  if (const Term* v = term(i, Kind::kVague);
      v != nullptr && v->last >= term_last(i, Kind::kNumber) && t.kind != TokenKind::kNumber)
    return false;
  if (t.kind == TokenKind::kNumber && t.has(text::kNewline) && i + 1 < last_ &&
      (text_.punct(i + 1) == '.' || text_.punct(i + 1) == '-' || text_.punct(i + 1) == ')' ||
       text_.punct(i + 1) == '_' || text_.tokens[i + 1].has(text::kJoined)))
    return false;  // the number of a list item
  const auto n = first_number(i);
  if (!n) return false;
  // Arabic "one" after a noun belongs to it ("of one family", "one target"): no count of people
  // but by a noun told before.
  if (arabic(i) && t.kind == TokenKind::kWord && n->value == 1 && n->last == i + 1 &&
      (out_.empty() || out_.back().last != i || !out_.back().implicit) &&
      !(n->last < last_ && (is_min(text_.fold_of(n->last)) || noun(n->last).term != nullptr)))
    return false;
  // "Jun 182016": a date whose parts ran together.
  if (const Term* month = ending(i, Kind::kTime);
      month != nullptr && id(month).starts_with("month.") && t.fold_length >= 5)
    return false;
  // A pronoun "one": "no one", "one another".
  if (n->last < last_ && n->value == 1 && text_.fold_of(n->last) == "another") return false;
  if (n->last < last_) {
    // Counters of a page: "0 85 12 people" counts twelve.
    if (t.kind == TokenKind::kNumber && text_.tokens[n->last].kind == TokenKind::kNumber &&
        !text_.tokens[n->last].has(text::kHyphen) && !text_.tokens[n->last].has(text::kNewline) &&
        !(n->last + 1 < last_ && text_.tokens[n->last + 1].has(text::kHyphen)) &&
        !(n->last + 1 < last_ && text_.fold_of(n->last + 1) == "%"))
      return false;
    static constexpr std::string_view kHead = "\xD8\xB1\xD8\xA7\xD8\xB3";  // Arabic: of cattle
    const std::string_view next = text_.fold_of(n->last);
    if (next == kHead || next == "%" || next == "percent" || is_measure(next)) return false;
    const uint32_t after = text_.punct(n->last) == '/' ? n->last + 1 : n->last;
    if (const Term* unit = term(after, Kind::kTime);
        unit != nullptr && id(unit).starts_with("unit."))
      return false;
    // An age set off by commas after a name.
    if (i > first_ + 1 && text_.punct(i - 1) == ',' && text_.punct(n->last) == ',' &&
        n->value < 110 && text_.tokens[i].kind == TokenKind::kNumber &&
        term(i - 2, Kind::kPlace) == nullptr)
      return false;
    if (text_.tokens[n->last].has(text::kHyphen) && text_.tokens[n->last].kind == TokenKind::kWord)
      return false;
  }
  if (i > 0 && (is_money(text_.fold_of(i - 1)) || text_.fold_of(i - 1) == "url")) return false;
  if (listed_age(i, *n)) return false;
  if (age_in_brackets(i, *n)) return false;
  if (i > first_) {
    static constexpr std::string_view kDay = "\xD9\x84\xD9\x8A\xD9\x88\xD9\x85";  // al-yawm
    static constexpr std::string_view kChannel =                                  // Arabic
        "\xD8\xA7\xD9\x84\xD9\x82\xD9\x86\xD8\xA7\xD9\x87";
    const std::string_view before = text_.fold_of(i - 1);
    if (before == "of" && i > first_ + 1 && text_.fold_of(i - 2) == "age") return false;
    // "a young man of 18"
    if (before == "of" && !out_.empty() && out_.back().last == i - 1 &&
        out_.back().counted == Counted::kPeople && out_.back().range == CountRange::exactly(1) &&
        lex_.id_name(out_.back().noun->id) != "family" && n->value < 110)
      return false;
    if (before == "and" && i > first_ + 2 && text_.tokens[i - 2].kind == TokenKind::kNumber &&
        (text_.fold_of(i - 3) == "ages" || text_.fold_of(i - 3) == "aged"))
      return false;
    if (before == "aged" || before == "ages" || before == "age" || before == "day" ||
        before == "no" || before == "brigade" || before == "channel" || before == kChannel ||
        before.ends_with(kDay) || before == "unit" || before == "resolution" || before == "url" ||
        before == "article" || before == "chapter" || before == "mr")
      return false;
  }
  q.range = CountRange::exactly(n->value);
  q.first = i;
  q.last = n->last;
  q.clitics = t.readings ? t.reading[0].clitics : 0;
  int64_t value = n->value;
  // Ranges: "10-15", "10 to 15", "between 10 and 15".
  if (n->last < last_) {
    const uint32_t k = n->last;
    const Token& next = text_.tokens[k];
    const bool between =
        ending(i, Kind::kBound) != nullptr && id(ending(i, Kind::kBound)) == "between";
    uint32_t m = 0;
    if (next.kind == TokenKind::kNumber && next.has(text::kHyphen)) m = k;
    if ((text_.fold_of(k) == "to" || text_.fold_of(k) == "or" ||
         (between && text_.fold_of(k) == "and")) &&
        k + 1 < last_)
      m = k + 1;
    if (between && arabic(k))
      m = text_.fold_of(k) == "\xD9\x88" && k + 1 < last_ ? k + 1 : k;  // a separate "and"
    if (m != 0) {
      std::optional<Number> upper;
      if (text_.tokens[m].kind == TokenKind::kNumber && m + 1 < last_ &&
          term(m + 1, Kind::kNumber) != nullptr)
        upper = parse_number(text_, lex_, m, last_);  // "80 thousand"
      if (!upper && text_.tokens[m].kind == TokenKind::kNumber && text_.fold_of(m).size() < 7) {
        int64_t v = 0;
        bool plain = true;
        for (const char c : text_.fold_of(m)) {
          plain &= c >= '0' && c <= '9';
          v = v * 10 + (c - '0');
        }
        if (plain) upper = Number{m + 1, v};
      } else if (!upper) {
        upper = parse_number(text_, lex_, m, last_);
      }
      // "between 60 and 80 thousand": thousands both.
      if (upper && upper->last > m + 1 && upper->value >= 1000 && value < 1000 &&
          upper->value / 1000 > value / 2 && upper->value % 1000 == 0)
        value *= upper->value >= 1000000 ? 1000000 : 1000;
      // "five or six", but not "two or more", "one or 200"
      if (upper && text_.fold_of(k) == "or" && upper->value > 2 * value) upper.reset();
      if (upper && (upper->value > value || between || next.has(text::kHyphen))) {
        q.range = CountRange::between(std::min(value, upper->value), std::max(value, upper->value));
        q.last = upper->last;
        if (rises_from(i)) q.range = CountRange::exactly(upper->value);
        if (between) q.first = ending(i, Kind::kBound)->first;
      }
    }
  }
  if (q.range.max == q.range.min) q.first = bound_before(i, q.range, value);
  const bool plus = (t.begin > 0 && text_.original[t.begin - 1] == '+') ||
                    (t.end < text_.original.size() && text_.original[t.end] == '+');
  if (plus && t.kind == TokenKind::kNumber && q.range.max)
    q.range = CountRange::at_least(value);  // "+20 wounded", "30+ wounded"
  if (plus && q.last < last_ && text_.tokens[q.last].begin == t.end &&
      text_.tokens[q.last].kind != TokenKind::kWord)
    ++q.last;
  const uint32_t after_number = q.last;
  head(q.last, q);
  if (each_side(q.last) && !q.range.is_vague()) q.range = sijil::add(q.range, q.range);
  if (belonged_to(q, after_number) || other_things(q)) q.counted = Counted::kTargets;
  if (const Term* b = term(q.last, Kind::kBound);
      b != nullptr && b->sense->has(lexicon::kTagPost) && !opens_bound(*b)) {
    apply(id(b), q.range, value);
    q.last = b->last;
  }
  // "three people, one under the age of 18", "two of them under 18"
  if (q.counted == Counted::kNothing && !q.others && q.last + 1 < last_ && !arabic(i) &&
      text_.fold_of(q.last) == "under") {
    uint32_t k = q.last + 1;
    while (k + 1 < last_ &&
           (text_.fold_of(k) == "the" || text_.fold_of(k) == "age" || text_.fold_of(k) == "of"))
      ++k;
    const auto age = parse_number(text_, lex_, k, last_);
    const std::string_view unit = age && age->last < last_ ? text_.fold_of(age->last) : "";
    if (age && age->value >= 5 && age->value <= 18 && !is_measure(unit) &&
        text_.tokens[k - 1].kind == TokenKind::kWord) {
      q.partitive = true;
      q.last = age->last;
    }
  }
  if (q.counted == Counted::kNothing && !q.others && q.last < last_ && !arabic(i)) {
    // "two children, one seriously": how badly, of those told before.
    const uint32_t after = q.last + 1;
    if (text_.fold_of(q.last).ends_with("ly") &&
        (after >= last_ || text_.tokens[after].kind == TokenKind::kPunct))
      q.partitive = true;
    // "from the two sides", "in 8 operations": things after a preposition.
    if (q.first > first_ && plain_noun(q.last)) {
      static constexpr std::string_view kBefore[] = {
          "the", "in", "of", "on", "from", "at", "over", "after", "by", "across", "during", "both"};
      if (std::find(std::begin(kBefore), std::end(kBefore), text_.fold_of(q.first - 1)) !=
          std::end(kBefore))
        q.counted = Counted::kTargets;
    }
  }
  // "two dead" in Arabic after its dual noun: the noun before carries the count already.
  if (q.counted == Counted::kNothing && !out_.empty() && arabic(i) && out_.back().last == i &&
      out_.back().implicit && !(q.clitics & text::kAnd)) {
    const uint32_t of = out_.back().first;
    if (lex_.id_name(out_.back().noun->id) == "family" && n->value == 1 && of > first_ &&
        is_min(text_.fold_of(of - 1)))
      out_.back().counted = Counted::kTargets;
    out_.back().range = q.range;
    out_.back().last = q.last;
    Quantity merged = out_.back();
    out_.pop_back();
    q = merged;
    q.implicit = false;
  }
  return true;
}

std::vector<Quantity> find_quantities(const Text& text, const lexicon::Lexicon& lexicon,
                                      uint32_t first, uint32_t last, const std::vector<Term>& terms,
                                      const std::vector<bool>& busy) {
  return QuantityFinder(text, lexicon, first, last, terms, busy).run();
}

}  // namespace sijil::mentions
