// SPDX-License-Identifier: Apache-2.0
// What a number counts: the words after it up to its noun.
#include "mentions/quantity_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

// Terms starting at token i.
std::pair<size_t, size_t> QuantityFinder::at(uint32_t i) const {
  if (i >= last_) return {terms_.size(), terms_.size()};
  size_t a = by_token_[i - first_], b = a;
  while (b < terms_.size() && terms_[b].first == i) ++b;
  return {a, b};
}

const Term* QuantityFinder::term(uint32_t i, Kind kind) const {
  const auto [a, b] = at(i);
  for (size_t k = a; k < b; ++k)
    if (terms_[k].kind() == kind) return &terms_[k];
  return nullptr;
}

uint32_t QuantityFinder::term_last(uint32_t i, Kind kind) const {
  const Term* t = term(i, kind);
  return t ? t->last : i;
}

const Term* QuantityFinder::ending(uint32_t end, Kind kind) const {
  for (const Term& t : terms_)
    if (t.last == end && t.kind() == kind) return &t;
  return nullptr;
}

std::string_view QuantityFinder::id(const Term* t) const { return lex_.id_name(t->sense->id); }

bool QuantityFinder::arabic(uint32_t i) const {
  // Digits are of the script of the word they stand before.
  if (text_.tokens[i].kind == TokenKind::kNumber && i + 1 < last_) ++i;
  return text_.tokens[i].script == text::Script::kArabic;
}

QuantityFinder::Noun QuantityFinder::noun(uint32_t i) const {
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
    } else if (s.kind == Kind::kOutcome && s.has(lexicon::kTagNoun) && !s.has(lexicon::kTagVerb) &&
               s.pos == 'n') {
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
void QuantityFinder::head(uint32_t i, Quantity& q) {
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
    if (const Term* o = term(k, Kind::kOutcome); o != nullptr && q.noun == nullptr && !arabic(k) &&
                                                 o->sense->inflection != Inflection::kGerund &&
                                                 o->last < last_) {
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

bool QuantityFinder::is_stop(std::string_view f) {
  return f == "were" || f == "was" || f == "are" || f == "is" || f == "have" || f == "had" ||
         f == "has" || f == "been" || f == "and" || f == "or" || f == "by" || f == "who" ||
         f == "when" || f == "while" || f == "after" || f == "as" || f == "for" || f == "with" ||
         f == "that" || f == "also" || f == "but" || f == "than" || f == "will" || f == "would";
}

// "14 fighters on each side": twice as many.
bool QuantityFinder::each_side(uint32_t i) const {
  return i + 2 < last_ && (text_.fold_of(i) == "on" || text_.fold_of(i) == "from") &&
         text_.fold_of(i + 1) == "each" && text_.fold_of(i + 2) == "side";
}

// "several other news outlets", "two other sources": who tells, or things.
bool QuantityFinder::other_things(const Quantity& q) const {
  if (!q.others || q.counted != Counted::kNothing || q.last >= last_ || arabic(q.first))
    return false;
  return plain_noun(q.last) ||
         (text_.fold_of(q.last - 1) == "other" &&
          (term(q.last, Kind::kSpeaker) != nullptr || term(q.last, Kind::kReporting) != nullptr));
}

// "25 identified civilians", "three named victims": a participle before those it is said of.
bool QuantityFinder::said_of(uint32_t i) const {
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
bool QuantityFinder::belonged_to(const Quantity& q, uint32_t at) const {
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
bool QuantityFinder::plain_noun(uint32_t i) const {
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

bool QuantityFinder::is_measure(std::string_view f) {
  static constexpr std::string_view kMeasures[] = {
      "kilometres", "kilometers", "kilometre", "kilometer", "km",     "kms",
      "miles",      "mile",       "metres",    "meters",    "metre",  "meter",
      "feet",       "tons",       "tonnes",    "kilograms", "kg",     "pounds",
      "litres",     "barrels",    "dollars",   "hectares",  "acres",  "years",
      "months",     "weeks",      "days",      "hours",     "minutes"};
  return std::find(std::begin(kMeasures), std::end(kMeasures), f) != std::end(kMeasures);
}

bool QuantityFinder::is_further(std::string_view f) {
  return f == "more" || f == "other" || f == "others" || f == "additional" || f == "further";
}

// Arabic minhum, minhunna, minhuma.
bool QuantityFinder::is_of_them(std::string_view f) {
  return f == "\xD9\x85\xD9\x86\xD9\x87\xD9\x85" || f == "\xD9\x85\xD9\x86\xD9\x87\xD9\x86" ||
         f == "\xD9\x85\xD9\x86\xD9\x87\xD9\x85\xD8\xA7";
}

}  // namespace sijil::mentions
