// SPDX-License-Identifier: Apache-2.0
#include "mentions/quantity.hpp"

#include <algorithm>
#include <string_view>

namespace sijil::mentions {

using text::Text;
using text::Token;
using text::TokenKind;

namespace {

using lexicon::Inflection;

class Finder {
 public:
  Finder(const Text& text, const lexicon::Lexicon& lex, uint32_t first, uint32_t last,
         const std::vector<Term>& terms, const std::vector<bool>& busy)
      : text_(text), lex_(lex), first_(first), last_(last), terms_(terms), busy_(busy) {
    by_token_.assign(last - first + 1, 0);
    size_t t = 0;
    for (uint32_t i = first; i <= last; ++i) {
      while (t < terms.size() && terms[t].first < i) ++t;
      by_token_[i - first] = static_cast<uint32_t>(t);
    }
  }

  std::vector<Quantity> run() {
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
      if (one_of(i, q) || one_more(i, q) || counted(i, q) || vague(i, q) || article(i, q) || others(i, q) || bare(i, q)) {
        i = std::max(q.last, i + 1);
        out_.push_back(q);
      } else {
        ++i;
      }
    }
    return std::move(out_);
  }

 private:
  // "Two youths, 17 and 22, were", "three men (19, 20 and 31)": as many ages as people; "12 y/o".
  // The token after them, or i.
  [[nodiscard]] uint32_t ages(uint32_t i) const {
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

  // Terms starting at token i.
  [[nodiscard]] std::pair<size_t, size_t> at(uint32_t i) const {
    if (i >= last_) return {terms_.size(), terms_.size()};
    size_t a = by_token_[i - first_], b = a;
    while (b < terms_.size() && terms_[b].first == i) ++b;
    return {a, b};
  }
  [[nodiscard]] const Term* term(uint32_t i, Kind kind) const {
    const auto [a, b] = at(i);
    for (size_t k = a; k < b; ++k)
      if (terms_[k].kind() == kind) return &terms_[k];
    return nullptr;
  }
  [[nodiscard]] uint32_t term_last(uint32_t i, Kind kind) const {
    const Term* t = term(i, kind);
    return t ? t->last : i;
  }
  [[nodiscard]] const Term* ending(uint32_t end, Kind kind) const {
    for (const Term& t : terms_)
      if (t.last == end && t.kind() == kind) return &t;
    return nullptr;
  }
  [[nodiscard]] std::string_view id(const Term* t) const { return lex_.id_name(t->sense->id); }
  [[nodiscard]] bool arabic(uint32_t i) const {
    // Digits are of the script of the word they stand before.
    if (text_.tokens[i].kind == TokenKind::kNumber && i + 1 < last_) ++i;
    return text_.tokens[i].script == text::Script::kArabic;
  }

  // Which kind of count a noun at `i` makes; null when there is none.
  struct Noun {
    const Term* term = nullptr;
    Counted counted = Counted::kNothing;
  };
  [[nodiscard]] Noun noun(uint32_t i) const {
    Noun best;
    const auto [a, b] = at(i);
    for (size_t k = a; k < b; ++k) {
      const Term& t = terms_[k];
      const Sense& s = *t.sense;
      Counted c;
      if (s.kind == Kind::kPeople) {
        c = Counted::kPeople;
      } else if (s.kind == Kind::kOutcome && s.has(lexicon::kTagPerson)) {
        c = Counted::kVictims;
      } else if (s.kind == Kind::kOutcome && s.has(lexicon::kTagNoun) &&
                 !s.has(lexicon::kTagVerb) && s.pos == 'n') {
        c = Counted::kVictims;
      } else if (s.kind == Kind::kEvent && s.has(lexicon::kTagCount)) {
        c = Counted::kStrikes;
      } else if (s.kind == Kind::kWeapon && s.has(lexicon::kTagCount)) {
        c = Counted::kMunitions;
      } else if (s.kind == Kind::kPlaceWord && lex_.id_name(s.id) != "prep" &&
                 lex_.id_name(s.id) != "direction" && lex_.id_name(s.id) != "near" &&
                 lex_.id_name(s.id) != "between" && lex_.id_name(s.id) != "front") {
        c = Counted::kPlaces;
      } else if (s.kind == Kind::kTarget) {
        c = Counted::kTargets;
      } else {
        continue;
      }
      if (best.term == nullptr || c < best.counted) best = {&t, c};
    }
    return best;
  }

  // The phrase after a number: attributes, then the head noun. Fills q from the tokens at `i`.
  void head(uint32_t i, Quantity& q) {
    uint32_t k = i;
    int unknown = 0;
    bool joined_noun = false;
    if (k < last_ && text_.punct(k) == ')') ++k;
    while (k < last_) {
      const Token& t = text_.tokens[k];
      // "a 7-year-old girl"
      if (t.kind == TokenKind::kNumber && k + 2 < last_ && text_.tokens[k + 1].has(text::kHyphen) &&
          text_.tokens[k + 2].has(text::kHyphen) && text_.fold_of(k + 2) == "old") {
        k += 3;
        continue;
      }
      // "two 500-pound bombs"
      if (t.kind == TokenKind::kNumber && k + 2 < last_ && text_.tokens[k + 1].has(text::kHyphen) &&
          text_.tokens[k + 1].kind == TokenKind::kWord && noun(k).term == nullptr) {
        k += 2;
        continue;
      }
      // "a ten-year-old girl"
      if (k + 2 < last_ && text_.tokens[k + 1].has(text::kHyphen) &&
          text_.tokens[k + 2].has(text::kHyphen) && text_.fold_of(k + 2) == "old") {
        k += 3;
        continue;
      }
      if (busy_[k - first_]) {
        // "three villages north of X", read as the name of a place.
        if (const Noun n = noun(k); n.counted == Counted::kPlaces) {
          q.counted = Counted::kPlaces;
          q.noun = n.term->sense;
        }
        return;
      }
      if (is_further(text_.fold_of(k))) {
        q.others = true;
        q.last = ++k;
        continue;
      }
      if (t.kind == TokenKind::kPunct) {
        if (text_.punct(k) == '"' && !joined_noun) {
          ++k;
          continue;
        }
        return;
      }
      if (t.kind != TokenKind::kWord && noun(k).term == nullptr) return;
      if (const Term* c = term(k, Kind::kCue); c != nullptr && id(c) == "others") {
        if (joined_noun && arabic(k) && (c->clitics & text::kAnd)) return;
        q.others = true;
        q.last = k = c->last;
        continue;
      }
      if (joined_noun && t.has(text::kNewline)) return;
      // "115 wounded persons": the participle is an attribute that says what became of them.
      if (const Term* o = term(k, Kind::kOutcome);
          o != nullptr && q.noun == nullptr && !arabic(k) &&
          o->sense->inflection != Inflection::kGerund && o->last < last_) {
        // "twelve displaced Syrians": people of a nation
        if (const Token& nation = text_.tokens[o->last];
            id(o) == "displaced" && nation.kind == TokenKind::kWord &&
            nation.has(text::kUpperInitial) && text_.fold_of(o->last).ends_with('s') &&
            term(o->last, Kind::kPlace) == nullptr) {
          q.noun = o->sense;
          q.counted = Counted::kVictims;
          q.last = o->last + 1;
          return;
        }
        const Term* who = term(o->last, Kind::kPeople);
        if (who != nullptr && o->sense->has(lexicon::kTagVerb | lexicon::kTagPerson) &&
            !text_.tokens[o->last].has(text::kNewline)) {
          q.noun = o->sense;
          q.group = who->sense;
          q.counted = Counted::kVictims;
          q.last = who->last;
          return;
        }
      }
      // "2510 The US missile strike on": the number of a page.
      if (k == i && t.has(text::kUpperInitial) &&
          (text_.fold_of(k) == "the" || text_.fold_of(k) == "a" || text_.fold_of(k) == "an"))
        return;
      // "two rebel-held neighbourhoods"
      if (!arabic(k) && k + 1 < last_ && text_.tokens[k + 1].has(text::kHyphen) &&
          (text_.fold_of(k + 1) == "held" || text_.fold_of(k + 1) == "controlled" ||
           text_.fold_of(k + 1) == "run") &&
          !joined_noun) {
        k += 2;
        continue;
      }
      const Noun n = noun(k);
      if (n.term != nullptr) {
        if (joined_noun && arabic(k)) {  // Arabic heads come first: "58 victims, civilian"
          if (q.counted == Counted::kVictims && q.group == nullptr && n.counted == Counted::kPeople &&
              n.term->clitics == 0 && id(n.term) == "civilians") {
            q.group = n.term->sense;
            q.last = n.term->last;
          }
          return;
        }
        if (arabic(k) && (n.term->clitics & (text::kBy | text::kFor | text::kAnd)))
          return;  // "197 by a shell"
        if (n.counted == Counted::kPeople && n.term->sense->has(lexicon::kTagVerb)) return;
        if (q.noun != nullptr && q.counted == Counted::kPeople) {
          // "civilian casualties", "child victims", "civilian homes": the last noun is the head.
          // "five women queuing for bread": several people are no attribute of a thing.
          if (n.counted > Counted::kVictims && !singular(q)) return;
          if (n.counted == Counted::kPeople || n.counted == Counted::kVictims)
            q.group = q.group ? q.group : q.noun;
          if (n.counted == Counted::kVictims && n.term->sense->has(lexicon::kTagVerb) &&
              !n.term->sense->has(lexicon::kTagNoun))
            return;
        } else if (q.noun != nullptr && n.counted != Counted::kPeople && q.counted == n.counted) {
          // "residential houses": still one phrase
        } else if (q.noun != nullptr) {
          if (q.counted == Counted::kVictims) return;
        }
        // In "six killed" the participle is a verb, not a head, unless nothing else counts.
        if (n.counted == Counted::kVictims && q.noun == nullptr &&
            n.term->sense->has(lexicon::kTagVerb) &&
            !n.term->sense->has(lexicon::kTagPerson | lexicon::kTagNoun))
          return;
        q.noun = n.term->sense;
        q.counted = n.counted;
        // "one of the wounded": of those told before
        if (n.counted == Counted::kVictims && k >= i + 2 && text_.fold_of(k - 1) == "the" &&
            text_.fold_of(k - 2) == "of")
          q.partitive = true;
        if (n.counted == Counted::kVictims && k >= i + 1 && text_.fold_of(k) == "the" &&
            text_.fold_of(k - 1) == "of")
          q.partitive = true;
        q.last = k = n.term->last;
        if (q.partitive && n.counted == Counted::kVictims && k + 1 < last_ &&
            (text_.fold_of(k) == "were" || text_.fold_of(k) == "was")) {
          // "three of the dead were children", "one of the dead was a girl"
          if (const Noun who = noun(text_.fold_of(k + 1) == "a" && k + 2 < last_ ? k + 2 : k + 1);
              who.term != nullptr && who.counted == Counted::kPeople) {
            q.group = who.term->sense;
            q.last = who.term->last;
          }
          return;
        }
        joined_noun = true;
        if (n.counted == Counted::kPeople && q.actor == nullptr && k + 1 < last_ &&
            text_.fold_of(k) == "of" && id(n.term) == "people") {
          // "86 members of the government forces"
          const uint32_t who = text_.fold_of(k + 1) == "the" && k + 2 < last_ ? k + 2 : k + 1;
          if (const Term* a = term(who, Kind::kActor)) q.actor = a->sense;
        }
        continue;
      }
      if (joined_noun) return;
      if (const Term* a = term(k, Kind::kActor)) {
        q.actor = a->sense;
        // "regime airstrikes", "rebel fighters": the name may end in the noun that is counted.
        uint32_t next = k + 1;
        while (next < a->last && noun(next).term == nullptr) ++next;
        k = next;
        continue;
      }
      if (const Term* f = term(k, Kind::kForce)) {
        k = f->last;
        continue;
      }
      // "of whom 22 were children", "six were women"
      if (q.noun == nullptr && !q.others && !arabic(i) && k == i && k + 1 < last_ &&
          (text_.fold_of(k) == "were" || text_.fold_of(k) == "was" || text_.fold_of(k) == "are")) {
        const Noun who = noun(k + 1);
        if (who.term == nullptr || who.counted != Counted::kPeople ||
            term(who.term->last, Kind::kOutcome) != nullptr)
          return;
        q.noun = who.term->sense;
        q.counted = Counted::kPeople;
        q.partitive = true;
        q.last = who.term->last;
        return;
      }
      // "15 out of the 20 wounded"
      if (text_.fold_of(k) == "out" && k + 1 < last_ && text_.fold_of(k + 1) == "of") ++k;
      if (text_.fold_of(k) == "of" && k + 1 < last_) {
        const std::string_view g = text_.fold_of(k + 1);
        // "four of those killed were children"
        if (const Term* o = g == "those" && q.noun == nullptr ? term(k + 2, Kind::kOutcome) : nullptr;
            o != nullptr && o->last + 1 < last_ &&
            (text_.fold_of(o->last) == "were" || text_.fold_of(o->last) == "was") &&
            noun(o->last + 1).counted == Counted::kPeople && noun(o->last + 1).term != nullptr) {
          q.noun = o->sense;
          q.counted = Counted::kVictims;
          q.group = noun(o->last + 1).term->sense;
          q.partitive = true;
          q.last = noun(o->last + 1).term->last;
          return;
        }
        // "five of the 12 killed"
        if ((g == "the" || g == "those") && k + 2 < last_ && !arabic(i) && q.noun == nullptr &&
            (text_.tokens[k + 2].kind == TokenKind::kNumber ||
             term(k + 2, Kind::kNumber) != nullptr)) {
          q.partitive = true;
          return;
        }
        if (g == "them" || g == "which" || g == "whom") {
          q.partitive = true;
          q.last = k + 2;
          // "seven of them children", "two of whom were women"
          k = q.last;
          if (k < last_ && (text_.fold_of(k) == "were" || text_.fold_of(k) == "was" ||
                            text_.fold_of(k) == "are" || text_.fold_of(k) == "of"))
            ++k;
          if (const Noun who = k < last_ ? noun(k) : Noun{};
              who.term != nullptr && who.counted == Counted::kPeople && q.noun == nullptr) {
            q.noun = who.term->sense;
            q.counted = Counted::kPeople;
            q.last = who.term->last;
          }
          return;
        }
      }
      // "four of them children" in Arabic, and "three of them".
      if (arabic(k) && q.noun == nullptr && is_of_them(text_.fold_of(k))) {
        q.partitive = true;
        q.last = k + 1;
        if (const Noun who = q.last < last_ ? noun(q.last) : Noun{};
            who.term != nullptr && who.counted == Counted::kPeople &&
            !(who.term->clitics & text::kAnd)) {
          q.noun = who.term->sense;
          q.counted = Counted::kPeople;
          q.last = who.term->last;
        }
        return;
      }
      // "two of the civilians" in Arabic.
      if (arabic(k) && is_min(text_.fold_of(k)) && k + 1 < last_ && noun(k + 1).term != nullptr &&
          (id(noun(k + 1).term) != "family" || noun(k + 1).term->sense->has(lexicon::kTagKin)) &&
          noun(k + 1).counted <= Counted::kVictims) {
        ++k;
        continue;
      }
      // "five of <an armed group>" in Arabic
      if (arabic(k) && q.noun == nullptr && is_min(text_.fold_of(k))) {
        const uint32_t who =
            k + 2 < last_ && text_.tokens[k + 1].kind == TokenKind::kPunct ? k + 2 : k + 1;
        if (const Term* a = who < last_ ? term(who, Kind::kActor) : nullptr) {
          q.actor = a->sense;
          q.last = a->last;
          return;
        }
      }
      if (said_of(k)) {
        ++k;
        continue;
      }
      if (term(k, Kind::kOutcome) != nullptr || term(k, Kind::kReporting) != nullptr ||
          term(k, Kind::kNumber) != nullptr || term(k, Kind::kTime) != nullptr ||
          term(k, Kind::kCue) != nullptr)
        return;
      const std::string_view f = text_.fold_of(k);
      if (f == "of" || f == "the" || f == "its" || f == "their" || f == "his" || f == "her" ||
          f == "these" || f == "those" || (arabic(k) && is_min(f))) {
        ++k;
        continue;
      }
      if (term(k, Kind::kPlaceWord) != nullptr || term(k, Kind::kEvent) != nullptr ||
          term(k, Kind::kPlace) != nullptr) {
        // "two regime airstrikes" was handled as a noun; a preposition or place ends the phrase.
        const Term* event = term(k, Kind::kEvent);
        if (event == nullptr || (event->sense->arabic && event->clitics & (text::kBy | text::kFor)))
          return;  // "three by the explosion of"
      }
      // "three others by the explosion of": those told are done with.
      if (arabic(k) && (unknown >= 1 || q.others)) return;
      if (is_stop(f) || ++unknown > 2) return;
      ++k;
    }
  }

  static bool is_stop(std::string_view f) {
    return f == "were" || f == "was" || f == "are" || f == "is" || f == "have" || f == "had" ||
           f == "has" || f == "been" || f == "and" || f == "or" || f == "by" || f == "who" ||
           f == "when" || f == "while" || f == "after" || f == "as" || f == "for" || f == "with" ||
           f == "that" || f == "also" || f == "but" || f == "than" || f == "will" || f == "would";
  }
  // "14 fighters on each side": twice as many.
  [[nodiscard]] bool each_side(uint32_t i) const {
    return i + 2 < last_ && (text_.fold_of(i) == "on" || text_.fold_of(i) == "from") &&
           text_.fold_of(i + 1) == "each" && text_.fold_of(i + 2) == "side";
  }
  // "several other news outlets", "two other sources": who tells, or things.
  [[nodiscard]] bool other_things(const Quantity& q) const {
    if (!q.others || q.counted != Counted::kNothing || q.last >= last_ || arabic(q.first))
      return false;
    return plain_noun(q.last) || (text_.fold_of(q.last - 1) == "other" &&
                                  (term(q.last, Kind::kSpeaker) != nullptr ||
                                   term(q.last, Kind::kReporting) != nullptr));
  }
  // "25 identified civilians", "three named victims": a participle before those it is said of.
  [[nodiscard]] bool said_of(uint32_t i) const {
    if (arabic(i) || i + 1 >= last_ || !text_.fold_of(i).ends_with("ed") ||
        text_.tokens[i + 1].has(text::kNewline) || term(i, Kind::kOutcome) != nullptr ||
        (term(i, Kind::kReporting) == nullptr && term(i, Kind::kCue) == nullptr))
      return false;
    const Noun who = noun(i + 1);
    return who.term != nullptr && who.counted <= Counted::kVictims;
  }
  // "from three generations of", "of two families", "across six families": whom those counted
  // belong to.
  // `at`: the token after the number.
  [[nodiscard]] bool belonged_to(const Quantity& q, uint32_t at) const {
    if (q.first == first_ || arabic(q.first)) return false;
    static constexpr std::string_view kTo[] = {"of",       "from",     "across", "to",
                                               "spanning", "covering", "in",     "for"};
    if (std::find(std::begin(kTo), std::end(kTo), text_.fold_of(q.first - 1)) == std::end(kTo))
      return false;
    if (q.noun != nullptr && q.counted == Counted::kPeople && lex_.id_name(q.noun->id) == "family")
      return true;
    return at + 1 < last_ && plain_noun(at) && text_.fold_of(at + 1) == "of";
  }
  // An English word that is no verb form, preposition or term that a count could stand before.
  [[nodiscard]] bool plain_noun(uint32_t i) const {
    const Token& t = text_.tokens[i];
    if (t.kind != TokenKind::kWord || t.script != text::Script::kLatin ||
        t.has(text::kUpperInitial) || t.has(text::kNewline))
      return false;
    const auto [a, b] = at(i);
    if (a != b) return false;
    static constexpr std::string_view kAfter[] = {
        "in",       "on",         "at",        "from",       "of",     "to",    "under",
        "inside",   "near",       "during",    "could",      "may",    "might", "suffering",
        "reported", "reportedly", "seriously", "critically", "feared", "left",  "being"};
    const std::string_view f = text_.fold_of(i);
    return !is_stop(f) && std::find(std::begin(kAfter), std::end(kAfter), f) == std::end(kAfter) &&
           f.ends_with("s");
  }
  static bool is_measure(std::string_view f) {
    static constexpr std::string_view kMeasures[] = {
        "kilometres", "kilometers", "kilometre", "kilometer", "km",    "kms",
        "miles",      "mile",       "metres",    "meters",    "metre", "meter",
        "feet",       "tons",       "tonnes",    "kilograms", "kg",    "pounds",
        "litres",     "barrels",    "dollars",   "hectares",  "acres",
        "years",      "months",     "weeks",     "days",      "hours", "minutes"};
    return std::find(std::begin(kMeasures), std::end(kMeasures), f) != std::end(kMeasures);
  }
  static bool is_further(std::string_view f) {
    return f == "more" || f == "other" || f == "others" || f == "additional" || f == "further";
  }
  // Arabic minhum, minhunna, minhuma.
  static bool is_of_them(std::string_view f) {
    return f == "\xD9\x85\xD9\x86\xD9\x87\xD9\x85" || f == "\xD9\x85\xD9\x86\xD9\x87\xD9\x86" ||
           f == "\xD9\x85\xD9\x86\xD9\x87\xD9\x85\xD8\xA7";
  }
  static bool is_min(std::string_view f) { return f == "\xD9\x85\xD9\x86"; }  // Arabic min, "of"

  [[nodiscard]] uint32_t bound_before(uint32_t i, CountRange& range, int64_t n) const {
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
  [[nodiscard]] bool opens_bound(const Term& b) const {
    for (uint32_t k = b.first + 1; k < b.last; ++k)
      if (const Term* next = term(k, Kind::kBound); next != nullptr && next->last > b.last && next->last < last_ &&
          (text_.tokens[next->last].kind == TokenKind::kNumber ||
           term(next->last, Kind::kNumber) != nullptr))
        return true;
    const std::string_view after = b.last < last_ ? text_.fold_of(b.last) : std::string_view{};
    return after == "than" || (b.last < last_ && text_.tokens[b.last].kind == TokenKind::kNumber);
  }

  static void apply(std::string_view bound, CountRange& range, int64_t n) {
    if (bound == "at_least" || bound == "more_than") range = CountRange::at_least(n);
    if (bound == "up_to") range = CountRange::between(0, n);
    if (bound == "fewer_than") range = CountRange::between(0, std::max<int64_t>(0, n - 1));
  }

  // "aged nine and 13", "two boys of 8 and 10", "a girl of seven"
  [[nodiscard]] bool listed_age(uint32_t i, const Number& n) const {
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
               (after != 0 || text_.fold_of(n.last) == "and" || text_.fold_of(n.last) == "who" || k != i);
      }
      if (f != "and" && f != "," && f != "between" && f != "from" && f != "to" &&
          text_.tokens[k - 1].kind != TokenKind::kNumber &&
          term(k - 1, Kind::kNumber) == nullptr)
        return false;
      --k;
    }
    return false;
  }

  static bool is_money(std::string_view f) {
    return f == "$" || f == "\xE2\x82\xAC" || f == "\xC2\xA3";
  }

  // "<name> (52), was wounded": a number alone in brackets after a word that counts nothing.
  [[nodiscard]] bool age_in_brackets(uint32_t i, const Number& n) const {
    if (i < first_ + 2 || n.value > 110 || text_.tokens[i].kind != TokenKind::kNumber ||
        text_.punct(i - 1) != '(' || n.last >= last_ || text_.punct(n.last) != ')')
      return false;
    const Token& name = text_.tokens[i - 2];
    return name.kind == TokenKind::kWord && name.readings == 0 && name.fold_length > 2 &&
           noun(n.last + 1).term == nullptr && (name.script == text::Script::kArabic || name.has(text::kUpperInitial));
  }

  // "rose from 12 to 15": the second is the toll.
  [[nodiscard]] bool rises_from(uint32_t i) const {
    if (i < first_ + 2 || text_.fold_of(i - 1) != "from") return false;
    static constexpr std::string_view kRise[] = {"rose",    "risen",     "rises",  "rising",
                                                 "climbed", "increased", "jumped", "up"};
    return std::find(std::begin(kRise), std::end(kRise), text_.fold_of(i - 2)) != std::end(kRise);
  }

  // "between eight and ten" in Arabic words: the "and" makes no eighteen.
  [[nodiscard]] std::optional<Number> first_number(uint32_t i) const {
    if (const Term* b = ending(i, Kind::kBound);
        b != nullptr && id(b) == "between" && text_.tokens[i].kind == TokenKind::kWord && arabic(i))
      if (const auto alone = parse_number(text_, lex_, i, i + 1)) return alone;
    return parse_number(text_, lex_, i, last_);
  }

  // Arabic "one of the soldiers", "one of her children": ahad, ihda.
  bool one_of(uint32_t i, Quantity& q) {
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

  bool counted(uint32_t i, Quantity& q) {
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
      if (text_.tokens[n->last].has(text::kHyphen) &&
          text_.tokens[n->last].kind == TokenKind::kWord)
        return false;
    }
    if (i > 0 && (is_money(text_.fold_of(i - 1)) || text_.fold_of(i - 1) == "url")) return false;
    if (listed_age(i, *n)) return false;
    if (age_in_brackets(i, *n)) return false;
    if (i > first_) {
      static constexpr std::string_view kDay = "\xD9\x84\xD9\x8A\xD9\x88\xD9\x85";  // al-yawm
      static constexpr std::string_view kChannel =  // Arabic
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
          before.ends_with(kDay) || before == "unit" || before == "resolution" ||
          before == "url" || before == "article" || before == "chapter" || before == "mr")
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
          q.range =
              CountRange::between(std::min(value, upper->value), std::max(value, upper->value));
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
      while (k + 1 < last_ && (text_.fold_of(k) == "the" || text_.fold_of(k) == "age" ||
                               text_.fold_of(k) == "of"))
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
        static constexpr std::string_view kBefore[] = {"the",  "in",     "of",     "on",
                                                       "from", "at",     "over",   "after",
                                                       "by",   "across", "during", "both"};
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

  bool vague(uint32_t i, Quantity& q) {
    const Term* v = term(i, Kind::kVague);
    if (v == nullptr) return false;
    const Vague word = vague_of(id(v));
    if (word == Vague::kNone) return false;
    // "a couple and their children": two people, but "a couple of days" some.
    if (word == Vague::kSeveral && v->last < last_ && text_.fold_of(v->last) != "of" &&
        text_.fold_of(v->last - 1) == "couple" && article(i, q))
      return true;
    if (word == Vague::kSome && v->last < last_ && !arabic(i) &&
        (text_.tokens[v->last].kind == TokenKind::kNumber ||
         term(v->last, Kind::kNumber) != nullptr))
      return false;  // "some 300 fighters"
    if (word == Vague::kNumber && i > first_ && text_.fold_of(i - 1) == "the")
      return false;  // "the number of those killed"
    if (const Term* unit = term(v->last, Kind::kTime);
        unit != nullptr && id(unit).starts_with("unit."))
      return false;  // "a few hours"
    q.range = CountRange::vaguely(word);
    q.first = i;
    q.last = v->last;
    q.clitics = v->clitics;
    // "many of them children": a share of those told before
    if (text_.fold_of(v->last - 1) == "of" && v->last < last_ &&
        (text_.fold_of(v->last) == "them" || text_.fold_of(v->last) == "whom")) {
      q.partitive = true;
      q.last = v->last + 1;
      if (noun(q.last).counted == Counted::kPeople && noun(q.last).term != nullptr)
        q.last = noun(q.last).term->last;
      return true;
    }
    // "a number of deaths": the outcome's term is "number of deaths".
    if (const Term* o = v->last > i + 2 ? term(v->last - 2, Kind::kOutcome) : nullptr;
        o != nullptr && o->last > v->last && o->sense->has(lexicon::kTagNoun)) {
      q.noun = o->sense;
      q.counted = Counted::kVictims;
      q.last = o->last;
      return true;
    }
    head(q.last, q);
    if (other_things(q)) return false;
    // Arabic "and some losses of goods"
    if (arabic(i) && word == Vague::kSome && q.counted == Counted::kNothing && !q.others &&
        !q.partitive && !phrase_ends(q.last) && !is_min(text_.fold_of(q.last)))
      return false;
    // "of various levels": the vague word counts what follows, and that is nobody.
    if (q.counted == Counted::kNothing && !q.others && !q.partitive && q.last < last_ &&
        plain_noun(q.last))
      return false;
    return true;
  }

  // "killing him on the spot": the object of harm is a pronoun.
  [[nodiscard]] bool him(uint32_t i) const {
    const std::string_view f = text_.fold_of(i);
    if (f != "him" && f != "her" && f != "both") return false;
    if (!object_of_harm(i)) return false;
    if (i + 1 >= last_ || text_.tokens[i + 1].kind == TokenKind::kPunct) return true;
    static constexpr std::string_view kAfter[] = {
        "on",     "in",    "at",        "and",         "as",      "with",   "when", "while",
        "before", "after", "instantly", "immediately", "outside", "inside", "near", "dead"};
    return std::find(std::begin(kAfter), std::end(kAfter), text_.fold_of(i + 1)) !=
           std::end(kAfter);
  }
  // "killing two reporters and their driver", "killed their teacher".
  [[nodiscard]] bool their_own(uint32_t i) const {
    const std::string_view f = text_.fold_of(i);
    return (f == "their" || f == "his" || f == "her" || f == "its") && i > first_ &&
           (text_.fold_of(i - 1) == "and" || text_.fold_of(i - 1) == "left" ||
            text_.fold_of(i - 1) == "leaving" || object_of_harm(i));
  }

  // English "a civilian", "another child".
  bool article(uint32_t i, Quantity& q) {
    const std::string_view f = text_.fold_of(i);
    if (him(i)) {
      q.range = CountRange::exactly(f == "both" ? 2 : 1);
      q.first = i;
      q.last = i + 1;
      q.others = true;
      return true;
    }
    if (f != "a" && f != "an" && f != "another" && !their_own(i)) return false;
    Quantity trial;
    trial.range = CountRange::exactly(1);
    trial.first = i;
    trial.last = i + 1;
    head(i + 1, trial);
    // "a 70-year-old was killed"
    if (trial.noun == nullptr && i + 4 < last_ && text_.tokens[i + 1].kind == TokenKind::kNumber &&
        text_.fold_of(i + 2) == "year" && text_.fold_of(i + 3) == "old" &&
        (text_.fold_of(i + 4) == "was" || text_.fold_of(i + 4) == "died" ||
         text_.punct(i + 4) != 0 || text_.fold_of(i + 4) == "and")) {
      trial.last = i + 4;
      trial.others = true;
      q = trial;
      return true;
    }
    // "and a third was wounded"
    if (const Term* nth = f == "a" ? term(i + 1, Kind::kTime) : nullptr;
        nth != nullptr && id(nth).starts_with("ordinal.") && nth->last < last_ &&
        text_.fold_of(nth->last) == "was") {
      trial.last = nth->last;
      trial.others = true;
      trial.noun = nullptr;
      trial.counted = Counted::kNothing;
      q = trial;
      return true;
    }
    // "killed one person and injured another", "another was wounded"
    if (f == "another" && trial.noun == nullptr && i > first_ &&
        (text_.fold_of(i - 1) == "and" || term(i - 1, Kind::kOutcome) != nullptr) &&
        (i + 1 == last_ || text_.tokens[i + 1].kind == TokenKind::kPunct ||
         text_.fold_of(i + 1) == "was" || text_.fold_of(i + 1) == "in" ||
         term(i + 1, Kind::kOutcome) != nullptr)) {
      trial.others = true;
      q = trial;
      return true;
    }
    if (trial.noun == nullptr || !(singular(trial) || trial.noun->has(lexicon::kTagDual)))
      return false;
    if (trial.counted == Counted::kStrikes && !one_strike(*trial.noun)) return false;
    // "an exodus", "a detention": the act, no person.
    if (trial.counted == Counted::kVictims && !trial.noun->has(lexicon::kTagPerson)) {
      const std::string_view what = lex_.id_name(trial.noun->id);
      if (what != "killed" && what != "casualties") return false;
    }
    trial.others |= f == "another";
    if (trial.noun->has(lexicon::kTagDual)) trial.range = CountRange::exactly(2);  // "a couple"
    if (trial.counted == Counted::kPeople && lex_.id_name(trial.noun->id) == "family" &&
        !trial.noun->has(lexicon::kTagKin) && trial.last + 1 < last_ && text_.fold_of(trial.last) == "of") {
      if (const auto n = parse_number(text_, lex_, trial.last + 1, last_)) {
        trial.range = CountRange::exactly(n->value);
        trial.last = n->last;
      }
    }
    q = trial;
    return true;
  }

  // "an airstrike" is one strike; "an attack", "an explosion" may be many.
  // A drone told without a number may be one of many flights.
  [[nodiscard]] bool one_strike(const Sense& s) const {
    if (s.has(lexicon::kTagPlatform)) return false;
    const std::string& event = lex_.id_name(s.id);
    return event == "airstrike" || event == "drone";
  }

  static bool singular(const Quantity& q) {
    return !q.noun->has(lexicon::kTagPl | lexicon::kTagDual) &&
           (q.noun->inflection == Inflection::kBase ||
            q.noun->inflection == Inflection::kAccusative ||
            q.noun->inflection == Inflection::kPronoun);
  }

  // "Wounded a third", "a ninth died later": one more; "both were killed": those told last.
  bool one_more(uint32_t i, Quantity& q) {
    const std::string_view f = text_.fold_of(i);
    const bool both = f == "both";
    const Term* t = f == "a" || f == "an" ? term(i + 1, Kind::kTime) : nullptr;
    if (!both && (t == nullptr || !id(t).starts_with("ordinal."))) return false;
    const uint32_t end = both ? i + 1 : t->last;
    if (end >= last_ ? both : text_.fold_of(end) == "of" || noun(end).term != nullptr) return false;
    const std::string_view next = end < last_ ? text_.fold_of(end) : std::string_view{};
    const Term* harm = term(end, Kind::kOutcome);  // "died"; "both massacres" are none
    const bool befell = (harm != nullptr && next.ends_with("ed")) || next == "was" || next == "were" ||
                        (next.ends_with("ly") && term(end + 1, Kind::kOutcome) != nullptr);
    if (!befell && (both || ending(i, Kind::kOutcome) == nullptr)) return false;
    q.first = i;
    q.last = end;
    q.others = !both;
    q.range = CountRange::exactly(both ? 2 : 1);
    return true;
  }

  // Arabic "and wounded a third": one more.
  bool third(uint32_t i, Quantity& q) {
    const Term* t = term(i, Kind::kTime);
    if (t == nullptr || !arabic(i) || (t->clitics & ~text::kAnd) != 0 ||
        !id(t).starts_with("ordinal.") || ending(i, Kind::kOutcome) == nullptr ||
        noun(t->last).term != nullptr || !phrase_ends(t->last))
      return false;
    const bool after_people = std::any_of(out_.begin(), out_.end(), [](const Quantity& o) {
      return o.counted == Counted::kPeople || o.counted == Counted::kVictims || o.others;
    });
    if (!after_people) return false;
    q.first = i;
    q.last = t->last;
    q.others = true;
    q.range = CountRange::exactly(1);
    return true;
  }
  // Arabic: the sentence, its part or a preposition at the token.
  [[nodiscard]] bool phrase_ends(uint32_t i) const {
    if (i >= last_ || text_.tokens[i].kind != TokenKind::kWord) return true;
    static constexpr std::string_view kBy = "\xD8\xA8";
    static constexpr std::string_view kWords[] = {
        "\xD9\x81\xD9\x8A", "\xD8\xAC\xD8\xB1\xD8\xA7\xD8\xA1", "\xD8\xA7\xD8\xAB\xD8\xB1",
        "\xD9\x86\xD8\xAA\xD9\x8A\xD8\xAC\xD9\x87", "\xD8\xAE\xD9\x84\xD8\xA7\xD9\x84"};
    const std::string_view f = text_.fold_of(i);
    return f.starts_with(kBy) || std::find(std::begin(kWords), std::end(kWords), f) != std::end(kWords);
  }

  // "others" alone: some more of the same.
  bool others(uint32_t i, Quantity& q) {
    if (third(i, q)) return true;
    const Term* c = term(i, Kind::kCue);
    // Arabic "one of them died": ahaduhum, ahaduhuma after the verb.
    static constexpr std::string_view kAhad = "\xD8\xA7\xD8\xAD\xD8\xAF\xD9\x87";
    if (c != nullptr && id(c) == "part" && text_.fold_of(i).starts_with(kAhad) &&
        ending(i, Kind::kOutcome) != nullptr && noun(c->last).term == nullptr) {
      q.first = i;
      q.last = c->last;
      q.partitive = true;
      q.range = CountRange::exactly(1);
      return true;
    }
    if (c == nullptr || id(c) != "others") return false;
    const std::string_view f = text_.fold_of(c->last - 1);
    if (!arabic(i) && f != "others") return false;  // "other regions"
    q.first = i;
    q.last = c->last;
    q.clitics = c->clitics;
    // Arabic "a raid on A and another on B": ukhra, before "on" or the verb.
    if (f.ends_with("\xD8\xA7\xD8\xAE\xD8\xB1\xD9\x8A") && (c->clitics & text::kAnd) &&
        q.last < last_ &&
        (text_.fold_of(q.last) == "\xD8\xB9\xD9\x84\xD9\x8A" ||
         term(q.last, Kind::kEvent) != nullptr)) {
      for (uint32_t k = i; k > first_; --k) {
        const Noun n = noun(k - 1);
        if (n.term == nullptr ||
            (n.counted != Counted::kStrikes && n.counted != Counted::kMunitions))
          continue;
        q.counted = n.counted;
        q.noun = n.term->sense;
        q.range = CountRange::exactly(1);
        return true;
      }
      return false;
    }
    q.others = true;
    // Arabic "another one" is singular.
    bool one = arabic(i) && f.ends_with("\xD8\xA7\xD8\xAE\xD8\xB1");
    // "a girl died and another was wounded": after a verb in the feminine.
    one |= arabic(i) && i > first_ && c->last == i + 1 &&
           (f.ends_with("\xD8\xA7\xD8\xAE\xD8\xB1\xD9\x8A") ||
            f.ends_with("\xD8\xA7\xD8\xAE\xD8\xB1\xD9\x89")) &&
           ending(i, Kind::kOutcome) != nullptr && text_.fold_of(i - 1).ends_with("\xD8\xAA");
    q.range = one ? CountRange::exactly(1) : CountRange::vaguely(Vague::kSome);
    return true;
  }

  // "killed the mayor": one who might speak is here harmed.
  [[nodiscard]] bool object_of_harm(uint32_t i) const {
    // "the alleged", "the senior rebel"
    if (!arabic(i))
      for (uint32_t k = i; k > first_ && k + 4 > i; --k)
        if (text_.fold_of(k - 1) == "the") {
          i = k;
          break;
        }
    if (i > first_ && text_.fold_of(i - 1) == "the") --i;
    const Term* o = ending(i, Kind::kOutcome);
    return o != nullptr && !o->sense->has(lexicon::kTagPerson);
  }

  // "a poet and novelist": what one person was; "a woman and child" are two.
  [[nodiscard]] bool same_person(uint32_t i, const Quantity& q) const {
    if (out_.empty() || q.counted != Counted::kPeople || !singular(q) || i < first_ + 3 ||
        text_.fold_of(i - 1) != "and" || out_.back().last != i - 1)
      return false;
    const Quantity& before = out_.back();
    const std::string_view f = text_.fold_of(before.first);
    const auto trade = [&](const Sense& s) {
      return !s.has(lexicon::kTagKin) && s.has(lexicon::kTagAdult) &&
             !s.has(lexicon::kTagMale | lexicon::kTagFemale);
    };
    return before.counted == Counted::kPeople && (f == "a" || f == "an") && trade(*before.noun) &&
           trade(*q.noun);
  }

  // One who might speak does not where no word of speaking stands near.
  [[nodiscard]] bool silent(const Term& speaker) const {
    return std::none_of(terms_.begin(), terms_.end(), [&](const Term& t) {
      return t.kind() == Kind::kReporting && t.first + 5 >= speaker.first &&
             t.first <= speaker.last + 4;
    });
  }

  // A noun without a number.
  bool bare(uint32_t i, Quantity& q) {
    const Noun n = noun(i);
    if (n.term == nullptr) return false;
    const Sense& s = *n.term->sense;
    // "the Iranian militias" are an actor, no count.
    // "two gunmen were killed" in Arabic, with the verb before them
    const bool joined = !out_.empty() && out_.back().last == i &&
                        out_.back().counted == Counted::kPeople && (n.term->clitics & text::kAnd);
    const bool struck = s.arabic && n.counted == Counted::kPeople && (joined || object_of_harm(i)) &&
                        (s.has(lexicon::kTagDual | lexicon::kTagSg) ||
                         s.inflection == Inflection::kDual);
    for (const Term& a : terms_)
      if (((a.kind() == Kind::kActor && !struck && !a.sense->has(lexicon::kTagLoaded)) ||
           (a.kind() == Kind::kSpeaker && !object_of_harm(i) && !(s.arabic && silent(a)))) &&
          a.first <= n.term->first && n.term->last <= a.last)
        return false;
    // Arabic "a military man" is an adjective but after the word of harm.
    static constexpr std::string_view kMilitary = "\xD8\xB9\xD8\xB3\xD9\x83\xD8\xB1\xD9\x8A";
    if (s.arabic && !object_of_harm(i) && s.has(lexicon::kTagSg) &&
        text_.fold_of(n.term->last - 1).starts_with(kMilitary))
      return false;
    // Arabic "the father of the boy": one person.
    if (s.arabic && n.counted == Counted::kPeople && n.term->clitics == text::kThe &&
        !out_.empty() && out_.back().last == i && out_.back().implicit &&
        out_.back().noun->has(lexicon::kTagKin)) {
      out_.back().last = n.term->last;
      return false;
    }
    // "12 soldiers and civilians", in the singular after a number above ten: one number of both.
    if (s.arabic && n.counted == Counted::kPeople && n.term->clitics == text::kAnd &&
        !out_.empty() && !out_.back().implicit &&
        (out_.back().counted == Counted::kPeople
             ? out_.back().last == i
             : out_.back().counted == Counted::kNothing && out_.back().last + 1 == i &&
                   text_.fold_of(i - 1).ends_with("\xD8\xA7")) &&
        out_.back().range.min > 10 &&
        out_.back().range.max == out_.back().range.min && !s.has(lexicon::kTagPl) &&
        text_.fold_of(i).ends_with("\xD8\xA7")) {
      out_.back().last = n.term->last;
      out_.back().counted = Counted::kNothing;
      out_.back().noun = nullptr;
      out_.back().others = true;
      return false;
    }
    // "three of the members of her family": the family counts nobody.
    if (s.arabic && n.counted == Counted::kPeople && n.term->clitics == 0 && !out_.empty() &&
        out_.back().last == i && !out_.back().implicit && !s.has(lexicon::kTagKin) &&
        out_.back().counted == Counted::kPeople && lex_.id_name(s.id) == "family") {
      out_.back().last = n.term->last;
      return false;
    }
    // "two siblings, children": the same two.
    if (s.arabic && n.counted == Counted::kPeople && n.term->clitics == 0 && !out_.empty() &&
        out_.back().last == i && out_.back().implicit && out_.back().noun->has(lexicon::kTagKin) &&
        out_.back().range == CountRange::exactly(2) &&
        (s.has(lexicon::kTagDual) || s.inflection == Inflection::kDual)) {
      out_.back().noun = &s;
      out_.back().last = n.term->last;
      return false;
    }
    // "two children, siblings" without a comma: the same two.
    if (s.arabic && s.has(lexicon::kTagKin) && n.term->clitics == 0 && !out_.empty() &&
        out_.back().last == i && out_.back().counted == Counted::kPeople &&
        (s.has(lexicon::kTagDual | lexicon::kTagPl) || s.inflection == Inflection::kDual ||
         s.inflection == Inflection::kDualOrPlural)) {
      out_.back().last = n.term->last;
      return false;
    }
    q.noun = &s;
    q.counted = n.counted;
    q.first = i;
    q.last = n.term->last;
    q.implicit = true;
    q.clitics = n.term->clitics;
    if (s.arabic && n.counted == Counted::kPeople && lex_.id_name(s.id) == "family") {
      if (i > first_ && is_min(text_.fold_of(i - 1))) return false;  // "of one family"
      uint32_t k = q.last;
      if (k < last_ && !is_min(text_.fold_of(k))) ++k;  // "a whole family of six"
      if (k + 1 < last_ && is_min(text_.fold_of(k))) {
        if (const auto count = parse_number(text_, lex_, k + 1, last_)) {
          q.range = CountRange::exactly(count->value);
          q.last = count->last;
          if (q.last < last_ && noun(q.last).counted == Counted::kPeople)
            q.last = noun(q.last).term->last;
          return true;
        }
      }
      // "the death of a whole family": of people not counted.
      if (!s.has(lexicon::kTagKin | lexicon::kTagPl)) {
        q.definite = (n.term->clitics & text::kThe) != 0;
        q.range = CountRange::vaguely(Vague::kSome);
        return true;
      }
    }
    // "the woman's husband": one of the two.
    if (!s.arabic && n.counted == Counted::kPeople &&
        text_.tokens[n.term->last - 1].has(text::kPossessive))
      return false;
    // "members of the Salem family": one family, of people not counted.
    if (!s.arabic && n.counted == Counted::kPeople && lex_.id_name(s.id) == "family" &&
        singular(q))
      return false;
    if (s.arabic) {
      q.definite = (n.term->clitics & text::kThe) != 0;
      if (n.counted == Counted::kTargets || n.counted == Counted::kPlaces) return false;
      if (s.has(lexicon::kTagDual) || s.inflection == Inflection::kDual) {
        q.range = CountRange::exactly(2);
      } else if (s.inflection == Inflection::kDualOrPlural) {
        // Sound plurals look like duals; nouns with a broken plural are tagged by their rows.
        q.range =
            s.has(lexicon::kTagWeak) ? CountRange::vaguely(Vague::kSome) : CountRange::exactly(2);
        if (q.definite) q.range = CountRange::vaguely(Vague::kSome);
      } else if (s.has(lexicon::kTagPl) || s.inflection == Inflection::kPlural) {
        q.range = CountRange::vaguely(Vague::kSome);
      } else {
        q.range = CountRange::exactly(1);
      }
      if (n.counted == Counted::kStrikes && q.range == CountRange::exactly(1) && !one_strike(s))
        return false;
      // A noun of an outcome is itself the act of it: "killing of", not a person.
      if (n.counted == Counted::kVictims && !s.has(lexicon::kTagPerson)) {
        if (!(s.has(lexicon::kTagPl) || s.inflection == Inflection::kPlural)) return false;
      }
      if (q.last < last_) {
        if (const Term* c = term(q.last, Kind::kCue);
            c != nullptr && id(c) == "others" && !(c->clitics & text::kAnd)) {
          q.others = true;
          q.last = c->last;
        }
      }
      return true;
    }
    if (n.counted != Counted::kPeople && n.counted != Counted::kVictims) return false;
    const std::string_view before = i > first_ ? text_.fold_of(i - 1) : std::string_view{};
    if (before == "of" && i > first_ + 1 && text_.fold_of(i - 2) == "rank") return false;
    if (before == "each" || before == "every" || before == "per" || before == "last") return false;
    q.definite =
        before == "the" || before == "this" || before == "that" || text_.fold_of(i) == "the";
    if (n.counted == Counted::kVictims && !s.has(lexicon::kTagPerson)) {
      if (s.inflection != Inflection::kPlural && !s.has(lexicon::kTagPl)) return false;
      q.definite |= q.last < last_ && text_.fold_of(q.last) == "of";  // "unintended deaths of"
      q.range = CountRange::vaguely(Vague::kSome);
      return true;
    }
    if (same_person(i, q)) return false;
    if (singular(q) && n.counted == Counted::kPeople) {
      // "civilian homes", "child soldiers": an attribute of what follows.
      if (q.last < last_ &&
          (term(q.last, Kind::kForce) != nullptr || term(q.last, Kind::kActor) != nullptr))
        return false;
      if (const Term* o = q.last < last_ ? term(q.last, Kind::kOutcome) : nullptr;
          o != nullptr && noun(q.last).term == nullptr && o->sense->has(lexicon::kTagNoun) &&
          !o->sense->has(lexicon::kTagVerb))
        return false;  // "civilian body count"
      // "terrorist twin explosions"
      if (q.last + 1 < last_ && term(q.last + 1, Kind::kEvent) != nullptr &&
          text_.tokens[q.last].kind == TokenKind::kWord && at(q.last).first == at(q.last).second &&
          !is_stop(text_.fold_of(q.last)) &&
          !term(q.last + 1, Kind::kEvent)->sense->has(lexicon::kTagVerb))
        return false;
      if (q.last < last_ &&
          (noun(q.last).term != nullptr || term(q.last, Kind::kEvent) != nullptr)) {
        const Noun next = noun(q.last);
        if (next.term == nullptr || next.counted == Counted::kTargets ||
            next.counted == Counted::kStrikes)
          return false;
        // "Takfiri terrorists", "the lieutenant governor": the last noun is the head.
        if (next.counted == Counted::kPeople && !next.term->sense->has(lexicon::kTagVerb)) {
          q.noun = next.term->sense;
          q.last = next.term->last;
          q.range = singular(q) ? CountRange::exactly(1) : CountRange::vaguely(Vague::kSome);
          return true;
        }
        if (next.counted == Counted::kVictims &&
            next.term->sense->has(lexicon::kTagVerb) == false) {
          Quantity trial = q;
          trial.group = &s;
          trial.noun = next.term->sense;
          trial.counted = Counted::kVictims;
          trial.last = next.term->last;
          trial.range = CountRange::vaguely(Vague::kSome);
          q = trial;
          return true;
        }
      }
      q.range = CountRange::exactly(1);
    } else {
      q.range = CountRange::vaguely(Vague::kSome);
      if (const int64_t ages = ages_after(q.last); ages > 1) {
        q.range = CountRange::exactly(ages);
        q.implicit = false;
      }
    }
    return true;
  }
  // "children aged four and 16": as many as ages are told.
  [[nodiscard]] int64_t ages_after(uint32_t i) const {
    if (i >= last_ || (text_.fold_of(i) != "aged" && text_.fold_of(i) != "ages")) return 0;
    int64_t n = 0;
    for (uint32_t k = i + 1; k < last_ && k < i + 10; ++k) {
      if (text_.punct(k) == ',' || text_.fold_of(k) == "and") continue;
      const auto age = parse_number(text_, lex_, k, k + 1);
      if (!age || age->value > 110) break;
      ++n;
    }
    return n;
  }

  const Text& text_;
  const lexicon::Lexicon& lex_;
  uint32_t first_, last_;
  const std::vector<Term>& terms_;
  const std::vector<bool>& busy_;
  std::vector<uint32_t> by_token_;
  std::vector<Quantity> out_;
};

}  // namespace

std::vector<Quantity> find_quantities(const Text& text, const lexicon::Lexicon& lexicon,
                                      uint32_t first, uint32_t last, const std::vector<Term>& terms,
                                      const std::vector<bool>& busy) {
  return Finder(text, lexicon, first, last, terms, busy).run();
}

}  // namespace sijil::mentions
