// SPDX-License-Identifier: Apache-2.0
// How an outcome word takes its people: those before it or after it, named or not.
#include "claims/people_binder.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

bool PeopleBinder::passive_ahead(const Quantity& q) const {
  if (arabic(q.first)) return false;
  for (const Term* o : outcomes_) {
    if (o->first < q.last) continue;
    if (o->first - q.last > 6) return false;
    if (o->sense->inflection == Inflection::kGerund || o->sense->has(lexicon::kTagNoun))
      return false;
    for (uint32_t i = q.last; i < o->first; ++i) {
      if (is_be(text_.fold_of(i))) return true;
      if (text_.fold_of(i) == "whose") return false;
      const char c = text_.punct(i);
      if ((c != 0 && c != '"') || text_.fold_of(i) == "and") return false;
    }
    // "killed 20 people wounded 60": a list of verbs without "and".
    for (const Quantity* next : quantities_)
      if (next->first == o->last && !next->implicit && countable(*next) && o->first == q.last)
        return false;
    return o->first == q.last ||
           (o->first == q.last + 1 && text_.tokens[q.last].kind == TokenKind::kWord);
  }
  return false;
}

// Arabic "was injured with wounds": the wounds belong to the verb before and take nobody of their
// own.
bool PeopleBinder::complement(const Term& t, Outcome o) const {
  if (!t.sense->arabic || o != Outcome::kInjured || !(t.clitics & text::kBy) ||
      !t.sense->has(lexicon::kTagNoun))
    return false;
  const Term* before = nullptr;
  for (const Term* w : outcomes_)
    if (w->last <= t.first) before = w;
  return before != nullptr && t.first - before->last <= 8 && outcome_of(p_.id(*before)) == o;
}

// Arabic faqad, "and indeed", is written as the verb of being missed, which its people follow.
bool PeopleBinder::particle(const Term& t, size_t next_quantity) const {
  static constexpr std::string_view kFaqad = "\xD9\x81\xD9\x82\xD8\xAF";
  if (t.last - t.first != 1 || text_.fold_of(t.first) != kFaqad) return false;
  while (next_quantity < quantities_.size() && !countable(*quantities_[next_quantity]))
    ++next_quantity;
  return next_quantity >= quantities_.size() || quantities_[next_quantity]->first > t.last + 1;
}

// Arabic "two children lost their lives", with the people between verb and object.
bool PeopleBinder::lost_life(const Term& t) const {
  static constexpr std::string_view kLife =
      "\xD8\xAD\xD9\x8A\xD8\xA7\xD8\xAA";  // hayat-, "life of"
  static constexpr std::string_view kTheLife =
      "\xD8\xA7\xD9\x84\xD8\xAD\xD9\x8A\xD8\xA7\xD9\x87";  // al-hayat
  if (!t.sense->arabic) return false;
  for (uint32_t k = t.last; k < last_ && k < t.last + 7; ++k)
    if (const std::string_view f = text_.fold_of(k);
        f.starts_with(kLife) || (f.size() > 2 && f.substr(2).starts_with(kLife)))
      return true;  // with or without the li- of "to"
    else if (f.ends_with(kTheLife))
      return true;
  return false;
}

// Arabic "a girl departed life": the verb says nothing without its object.
bool PeopleBinder::departs_only(const Term& t) const {
  static constexpr std::string_view kDepart = "\xD9\x81\xD8\xA7\xD8\xB1\xD9\x82";  // faraqa
  return t.last - t.first == 1 && text_.fold_of(t.first).starts_with(kDepart) && !lost_life(t);
}

// "missed its target and wounded 16": what is denied ends where another clause begins.
bool PeopleBinder::turns(uint32_t from, uint32_t to) const {
  for (uint32_t k = from; k < to; ++k)
    if (text_.fold_of(k) == "and" || text_.fold_of(k) == "but") return true;
  return false;
}

// "sustained various injuries", "suffered serious burns"
bool PeopleBinder::sustained(uint32_t at, const lexicon::Sense& noun) const {
  if (!noun.has(lexicon::kTagNoun)) return false;
  for (uint32_t k = at; k > first_ && k + 4 > at; --k) {
    const std::string_view f = text_.fold_of(k - 1);
    if (f == "with" || f.starts_with("sustain") || f.starts_with("suffer") ||
        f.starts_with("receiv"))
      return true;
  }
  return false;
}

// A name that is no place stands right after the verb, and no form of "be" before it.
bool PeopleBinder::names_object(const Term& t) const {
  if (t.last >= last_ || !text_.tokens[t.last].has(text::kUpperInitial) ||
      text_.tokens[t.last].has(text::kAllCaps | text::kNewline) ||
      text_.tokens[t.last].kind != TokenKind::kWord)
    return false;
  for (uint32_t k = t.first; k > first_ && k + 3 > t.first; --k)
    if (is_be(text_.fold_of(k - 1))) return false;
  for (const PlaceName& place : p_.places)
    if (place.first <= t.last && t.last < place.last) return false;
  return std::none_of(p_.terms.begin(), p_.terms.end(),
                      [&](const Term& x) { return x.first == t.last && x.kind() == Kind::kTime; });
}

// "FOUR MEN SHOT AND KILLED A COUNCILLOR": without a form of "be" before it or a preposition after
// it the verb is of those who shoot.
bool PeopleBinder::shot_object(const Term& t) const {
  static constexpr std::string_view kAfter[] = {
      "in",    "on",      "at",     "by",     "near",      "outside", "inside", "when",
      "while", "after",   "as",     "during", "and",       "or",      "from",   "with",
      "since", "for",     "to",     "last",   "yesterday", "today",   "this",   "early",
      "late",  "earlier", "before", "along",  "amid",      "but"};
  const std::string_view verb = text_.fold_of(t.first);
  if (t.last >= last_ || (verb != "shot" && verb != "gunned") ||
      text_.tokens[t.last].kind != TokenKind::kWord)
    return false;
  for (uint32_t k = t.first; k > first_ && k + 3 > t.first; --k)
    if (is_be(text_.fold_of(k - 1))) return false;
  const std::string_view next = text_.fold_of(t.last);
  return std::find(std::begin(kAfter), std::end(kAfter), next) == std::end(kAfter) &&
         std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& x) {
           return x.first == t.last && (x.kind() == Kind::kTime || x.kind() == Kind::kPlaceWord);
         });
}

// English: whether the outcome verb takes its victims from before it.
bool PeopleBinder::backward(const Term& t, size_t next_quantity) const {
  const lexicon::Sense& s = *t.sense;
  if (s.has(lexicon::kTagActive)) return false;
  if (s.has(lexicon::kTagLater) || sustained(t.first, s)) return true;
  if (s.has(lexicon::kTagPassive)) {
    // "Gunmen shot dead <name>, a teacher": whom they shot stands after it.
    if (names_object(t) || shot_object(t)) return false;
    // "summarily executed six men" has its people after it, "found executed" before it.
    if (next_quantity < quantities_.size() && quantities_[next_quantity]->first == t.last &&
        text_.fold_of(t.last) != "and" &&
        (quantities_[next_quantity]->counted == Counted::kPeople ||
         quantities_[next_quantity]->others) &&
        !quantities_[next_quantity]->implicit && !quantities_[next_quantity]->partitive)
      return false;
    return true;
  }
  if (s.inflection == Inflection::kGerund) {
    // "being killed"
    return t.first > first_ && is_be(text_.fold_of(t.first - 1));
  }
  for (uint32_t i = t.first; i > first_ && i + 4 > t.first; --i) {
    const std::string_view f = text_.fold_of(i - 1);
    // "have been killed" is passive, "have killed" and "was able to kill" active.
    if (f == "have" || f == "has" || f == "had" || f == "to") break;
    if (is_be(f)) return true;
    if (text_.punct(i - 1) == ',') break;
  }
  if (s.has(lexicon::kTagNoun) || s.inflection == Inflection::kThird) {
    const uint32_t of = t.last;
    if (of < last_ && (text_.fold_of(of) == "of" || text_.fold_of(of) == "to")) return false;
    return false;
  }
  // Headlines and reduced clauses: "Six Civilians Killed in ...", "10 others injured", "25 dead".
  if (!pending_.empty()) {
    const Quantity& q = *pending_.back().quantity;
    const bool close = t.first - q.last <= 2 && t.first >= q.last;
    const bool object_follows = next_quantity < quantities_.size() &&
                                quantities_[next_quantity]->first <= t.last + 1 &&
                                !(quantities_[next_quantity]->first > t.last &&
                                  (text_.fold_of(t.last) == "and" || text_.punct(t.last) != 0)) &&
                                quantities_[next_quantity]->counted != Counted::kStrikes &&
                                !passive_ahead(*quantities_[next_quantity]) &&
                                !part_follows(t, *quantities_[next_quantity]);
    if (close && !object_follows) return true;
  }
  return false;
}

// "a watchwoman, 61, was killed", "the leader was killed": one, whatever the word for the person.
bool PeopleBinder::unnamed_subject(const Term& t, uint32_t was) const {
  static constexpr std::string_view kGroups[] = {"family", "group",  "convoy", "crew",  "number",
                                                 "total",  "couple", "unit",   "lot",   "patrol",
                                                 "team",   "number", "none",   "dozen", "score"};
  const auto o = outcome_of(p_.id(t));
  if (o != Outcome::kKilled && o != Outcome::kInjured) return false;
  uint32_t noun = was;  // token after the noun
  if (noun > first_ + 3 && text_.punct(noun - 1) == ',' &&
      text_.tokens[noun - 2].kind == TokenKind::kNumber && text_.punct(noun - 3) == ',')
    noun -= 3;  // ", 61,"
  for (uint32_t k = noun; k > first_ && k + 5 > noun; --k) {
    const std::string_view f = text_.fold_of(k - 1);
    if (f == "a" || f == "an" || f == "the") {
      const std::string_view head = text_.fold_of(noun - 1);
      return k != noun && !head.ends_with("ing") &&
             std::find(std::begin(kGroups), std::end(kGroups), head) == std::end(kGroups);
    }
    if (text_.tokens[k - 1].kind != TokenKind::kWord) return false;
    for (const Term& x : p_.terms)
      if (x.first == k - 1 &&
          (x.kind() == Kind::kOutcome || x.kind() == Kind::kEvent || x.kind() == Kind::kTarget ||
           x.kind() == Kind::kWeapon || x.kind() == Kind::kPlace || x.kind() == Kind::kTime))
        return false;
    for (const Quantity* q : quantities_)
      if (q->first <= k - 1 && k - 1 < q->last) return false;
  }
  return false;
}

// "Name Surname, deputy head of ..., was killed": one person, told by name.
bool PeopleBinder::named_subject(const Term& t) const {
  if (t.sense->has(lexicon::kTagActive | lexicon::kTagNoun) ||
      t.sense->inflection == Inflection::kGerund)
    return false;
  uint32_t was = t.first;
  if (was > first_ + 1 && text_.fold_of(was - 1).ends_with("ly")) --was;  // "was seriously injured"
  if (was == first_ || text_.fold_of(was - 1) != "was") return false;
  if (unnamed_subject(t, was - 1)) return true;
  int names = 0;
  for (uint32_t k = was - 1; k > first_ && k + 14 > t.first; --k) {
    const text::Token& w = text_.tokens[k - 1];
    if (w.kind == TokenKind::kWord && w.has(text::kUpperInitial) && w.readings == 0) ++names;
    for (const Quantity* q : quantities_)
      if (q->first <= k - 1 && k - 1 < q->last) return false;
  }
  return names >= 2;
}

// "who had been displaced": the verb of a relative clause.
bool PeopleBinder::relative(const Term& t) const {
  for (uint32_t k = t.first; k > first_ && k + 5 > t.first; --k) {
    const std::string_view f = text_.fold_of(k - 1);
    if (f == "who" || f == "that") return true;
    if (!is_be(f) && f != "had" && f != "has" && !f.ends_with("ly")) return false;
  }
  return false;
}

// "Two children fleeing the town", "people trying to flee".
bool PeopleBinder::by_the_way(const Term& t) const {
  return t.sense->inflection == Inflection::kGerund ||
         (t.first > first_ && text_.fold_of(t.first - 1) == "to");
}

bool PeopleBinder::killed_later(uint32_t from) const {
  return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const Term* o) {
    return o->first >= from && o->first < from + 25 && o->first > first_ &&
           (p_.id(*o) == "killed" || p_.id(*o) == "injured") &&
           (is_be(text_.fold_of(o->first - 1)) || text_.fold_of(o->first - 1).ends_with("ly"));
  });
}

// "a number of deaths and injuries": the vague word is of both.
bool PeopleBinder::joins_vague(const Term& t) const {
  if (t.sense->arabic || !t.sense->has(lexicon::kTagNoun) || harm_.bound.empty() ||
      t.first == first_ || text_.fold_of(t.first - 1) != "and")
    return false;
  const Quantity& q = *harm_.bound.back().quantity;
  return q.counted == Counted::kVictims && q.range.is_vague() && !q.implicit &&
         q.last + 1 == t.first;
}

// After the last ";" before the word: "one of them drove a truck in; three soldiers were killed".
uint32_t PeopleBinder::clause_start(const Term& t) const {
  for (uint32_t k = t.first; k > first_; --k)
    if (text_.punct(k - 1) == ';') return k;
  return first_;
}

// Arabic "and among the victims three children", "the victims are a woman and two children"
bool PeopleBinder::victims_described(const Term& t, Outcome o) {
  static constexpr std::string_view kAmong = "\xD8\xA8\xD9\x8A\xD9\x86";  // bayna
  if (!t.sense->arabic || o != Outcome::kCasualties || !(t.clitics & text::kThe)) return false;
  if (t.last < last_ && they_are(t.last))
    described_ = t.last + 1;
  else if (t.first > first_ && text_.fold_of(t.first - 1).ends_with(kAmong))
    described_ = t.last;
  else
    return false;
  harm_.any_word = true;
  harm_.words.push_back(t.first);
  last_outcome_ = Outcome::kKilled;
  last_end_ = described_;
  return true;
}

// Arabic "two workers were taken to hospital with injuries"
bool PeopleBinder::taken_with_wounds(const Term& t, Outcome o) {
  if (!t.sense->arabic || o != Outcome::kInjured || !(t.clitics & text::kBy) ||
      !t.sense->has(lexicon::kTagNoun) || active_ != nullptr || pending_.empty())
    return false;
  const Quantity& q = *pending_.back().quantity;
  if (q.range.is_vague() || q.counted != Counted::kPeople || t.first - q.last > 8) return false;
  harm_.any_word = true;
  harm_.words.push_back(t.first);
  bind(q, o, pending_.back().part, t.first);
  pending_.pop_back();
  last_word_ = t.first;
  last_end_ = t.last;
  return true;
}

// An Arabic verb in the plural stands after its subject: "twelve civilians, among them three
// children, were-killed"; with an object after it it has killed others.
bool PeopleBinder::plural_after_subject(const Term& t) const {
  constexpr uint32_t kApart = 8;                                   // tokens
  static constexpr std::string_view kPlural = "\xD9\x88\xD8\xA7";  // -u
  if (pending_.empty() || t.clitics != 0 || t.last - t.first != 1 || t.first <= first_ ||
      !text_.fold_of(t.first).ends_with(kPlural) ||
      t.first > pending_.back().quantity->last + kApart)
    return false;
  return !takes_object(t);
}

// "killed three civilians"
bool PeopleBinder::takes_object(const Term& t) const {
  return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity* q) {
    return q->first >= t.last && q->first <= t.last + 1 && q->counted == Counted::kPeople;
  });
}

bool PeopleBinder::bind_them(const Term& term, Outcome outcome) {
  static constexpr std::string_view kThem = "\xD9\x87\xD9\x85";  // -hum
  if (!text_.fold_of(term.last - 1).ends_with(kThem)) return false;
  for (auto it = pending_.rbegin(); it != pending_.rend(); ++it) {
    if (it->quantity == nullptr || it->quantity->last > term.first || it->quantity->implicit ||
        it->quantity->counted != Counted::kPeople || term.first - it->quantity->last > 15)
      continue;
    bind(*it->quantity, outcome, it->part, term.first);
    it->quantity = nullptr;
    return true;
  }
  return false;
}

// "shot two men who had stayed": killed, unless it is told where they were hit or that they live.
void PeopleBinder::shot_people() {
  static constexpr std::string_view kLimbs[] = {"leg",   "legs",     "arm",  "foot",   "feet",
                                                "thigh", "shoulder", "hand", "stomach"};
  for (const Pending& w : pending_) {
    if (w.quantity == nullptr || w.part || w.quantity->counted != Counted::kPeople ||
        w.quantity->implicit || w.quantity->range.is_vague() || w.quantity->first <= first_ ||
        text_.fold_of(w.quantity->first - 1) != "shot" ||
        (w.quantity->first > first_ + 1 && is_be(text_.fold_of(w.quantity->first - 2))))
      continue;
    bool lives = std::any_of(outcomes_.begin(), outcomes_.end(),
                             [&](const Term* o) { return o->first >= w.quantity->last; });
    for (uint32_t k = w.quantity->last; k < last_ && k < w.quantity->last + 6; ++k)
      lives |=
          std::find(std::begin(kLimbs), std::end(kLimbs), text_.fold_of(k)) != std::end(kLimbs);
    if (lives) continue;
    harm_.any_word = true;
    harm_.words.push_back(w.quantity->first - 1);
    bind(*w.quantity, Outcome::kKilled, false, w.quantity->first - 1);
  }
}

// Arabic "she killed him", "they killed him": verb and object in one word.
bool PeopleBinder::killed_him(const Term& t) const {
  const std::string_view f = text_.fold_of(t.first);
  return t.last == t.first + 1 && t.sense->has(lexicon::kTagVerb) &&
         t.sense->has(lexicon::kTagActive) &&
         (f.ends_with("\xD8\xAA\xD9\x87") || f.ends_with("\xD9\x88\xD9\x87"));
}

}  // namespace sijil::claims
