// SPDX-License-Identifier: Apache-2.0
// Counts that tell of harm in words of their own: lives claimed, tolls put at a figure, men lost.
#include "claims/people_binder.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

bool PeopleBinder::with_wounds(uint32_t i) const {
  return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const Term* o) {
    return o->first == i && o->sense->arabic && (o->clitics & text::kBy) &&
           o->sense->has(lexicon::kTagNoun) && p_.id(*o) == "injured";
  });
}

// "was killed alongside at least ten others", "killed a commander of the group together with his
// wife and two sons": more of those told before.
bool PeopleBinder::beside(const Quantity& q) const {
  if (harm_.bound.empty() || !last_outcome_ || !pending_.empty() || passive_ahead(q) ||
      (q.implicit && q.range.is_vague()))
    return false;
  const uint32_t told = std::max(last_word_ + 1, last_end_);
  if (arabic(q.first)) return arabic_beside(q, told);
  if (beside_ != 0 && beside_ == last_end_ && coordinated(beside_, q.first)) return true;
  if (q.first <= told || q.first - told > 25 || sentence_break(told, q.first)) return false;
  for (uint32_t k = q.first; k > told && k + 5 > q.first; --k) {
    const std::string_view f = text_.fold_of(k - 1);
    if (f == "alongside") return true;
    if (f == "with")
      return k - 1 == told || text_.fold_of(k - 2) == "together" || text_.fold_of(k - 2) == "along";
  }
  return false;
}

// Arabic "the death of a boy with three of his brothers", "the police chief <name> with three
// others": not "in clashes with three gunmen".
bool PeopleBinder::arabic_beside(const Quantity& q, uint32_t told) const {
  if (q.first <= told || q.first - told > 8) return false;
  const std::string_view with = text_.fold_of(q.first - 1);
  if (with != "\xD9\x85\xD8\xB9" && with != "\xD8\xA8\xD8\xB1\xD9\x81\xD9\x82\xD8\xA9" &&
      with != "\xD8\xB1\xD9\x81\xD9\x82\xD8\xA9")
    return false;
  if (q.first - 1 == told) return true;
  if (cue(told, q.first, "part") != nullptr) return false;
  if (!q.others && q.counted != Counted::kVictims &&
      (q.noun == nullptr || !q.noun->has(lexicon::kTagKin)))
    return false;
  for (uint32_t k = told; k + 1 < q.first; ++k)
    if (text_.tokens[k].kind != TokenKind::kWord) return false;
  return std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
    return t.first >= told && t.last < q.first &&
           (t.kind() == Kind::kEvent || t.kind() == Kind::kWeapon || t.kind() == Kind::kOutcome);
  });
}

// Arabic numbers above ten take a noun in the singular.
bool PeopleBinder::singular_of_many(const Quantity& q) {
  return q.counted == Counted::kVictims && !q.range.is_vague() && q.range.min > 10 &&
         !q.noun->has(lexicon::kTagPl | lexicon::kTagDual);
}

bool PeopleBinder::reaches(const Quantity& q) const {
  const std::string_view f = text_.fold_of(q.first - 1);
  return f == "\xD8\xA7\xD9\x84\xD9\x8A" || f == "\xD9\x84" || (q.clitics & text::kFor) != 0;
}

bool PeopleBinder::heading_arabic() const { return arabic(heading_end_ - 1); }

// A count of people stands right after.
bool PeopleBinder::counted_next(const Quantity& q) const {
  return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity* o) {
    return o->first == q.last && o->counted == Counted::kPeople && !o->range.is_vague() &&
           !(o->clitics & text::kAnd);
  });
}

// "claimed nine lives", "at least nine lives were lost"
bool PeopleBinder::lives(const Quantity& q) const {
  static constexpr std::string_view kTakes[] = {"claim", "cost", "took",   "tak",
                                                "lost",  "los",  "snatch", "reap"};
  // "100 civilian lives"
  const bool whose = q.counted == Counted::kPeople && q.group != nullptr;
  if ((q.counted != Counted::kNothing && !whose && q.counted != Counted::kPeople) ||
      q.last >= last_ || text_.fold_of(q.last) != "lives")
    return false;
  for (uint32_t k = q.last + 1; k < last_ && k < q.last + 5; ++k) {
    const std::string_view f = text_.fold_of(k);
    if (f == "lost" || f == "claimed" || f == "taken") return true;
    if (!is_be(f) && f != "had" && f != "has") break;
  }
  return taken_by(q, kTakes);
}

// "The army lost 12 men", "losing three children".
bool PeopleBinder::lost(const Quantity& q) const {
  if (q.counted != Counted::kPeople || q.implicit || q.first <= first_) return false;
  if (arabic(q.first)) {  // khasira, with those who lost them between
    static constexpr std::string_view kLost = "\xD8\xAE\xD8\xB3\xD8\xB1";
    for (uint32_t k = q.first; k > first_ && k + 5 > q.first; --k)
      if (text_.fold_of(k - 1).find(kLost) <= 2) return true;
    return false;
  }
  const std::string_view f = text_.fold_of(q.first - 1);
  // "admitting the loss of 98 soldiers"
  if (f == "of" && q.first > first_ + 1 && text_.fold_of(q.first - 2).starts_with("loss"))
    return true;
  // "I lost two sons" is one voice of many.
  if (q.first > first_ + 1 &&
      (text_.fold_of(q.first - 2) == "i" || text_.fold_of(q.first - 2) == "we"))
    return false;
  return f == "lost" || f == "lose" || f == "loses" || f == "losing";
}

// "left 700 combatants from both sides dead"
bool PeopleBinder::left_so(const Quantity& q, uint32_t at) const {
  if (q.first == first_ || at - q.last > 7) return false;
  const std::string_view f = text_.fold_of(q.first - 1);
  if (f != "left" && f != "leaving" && f != "leaves") return false;
  for (uint32_t k = q.last; k < at; ++k)
    if (text_.punct(k) != 0 || text_.fold_of(k) == "and") return false;
  return true;
}

// A count waits for what befell its people.
bool PeopleBinder::counts_waiting() const {
  return std::any_of(pending_.begin(), pending_.end(),
                     [](const Pending& w) { return !w.quantity->implicit; });
}

// "dragged 17 men out and shot them": those told last, whom the pronoun stands for.
std::vector<const Quantity*> PeopleBinder::them(const Term& t) const {
  std::vector<const Quantity*> all;
  if (t.last >= last_ || text_.fold_of(t.last) != "them") return all;
  const auto fits = [&](const Quantity& q) {
    return q.counted == Counted::kPeople && !(q.implicit && q.range.is_vague()) && !q.partitive;
  };
  for (const Pending& w : pending_)
    if (!w.part && fits(*w.quantity)) all.push_back(w.quantity);
  if (all.empty())
    for (const Bound& b : harm_.bound)
      if (!b.part && b.at == last_word_ && fits(*b.quantity)) all.push_back(b.quantity);
  return all;
}

// "forced 2,000 people from their homes": without such a verb people may be dragged out to die.
bool PeopleBinder::driven(const Term& t) const {
  static constexpr std::string_view kVerbs[] = {"forc", "driv",  "drov",  "push", "uproot",
                                                "chas", "expel", "evict", "oust", "displac"};
  for (uint32_t k = t.first; k > first_ && k + 10 > t.first; --k)
    for (const std::string_view v : kVerbs)
      if (text_.fold_of(k - 1).starts_with(v)) return true;
  return false;
}

// "killed three refugees", "20 prisoners were executed": the noun says who they were, the verb
// what befell them.
bool PeopleBinder::suffers_else(const Quantity& q) const {
  const auto own = outcome_of(p_.id(*q.noun));
  if (own == Outcome::kInjured)
    return succumbed(q) || (arabic(q.first) && !(q.clitics & text::kAnd) && active_ != nullptr &&
                            active_end_ == 0 && active_outcome_ == Outcome::kKilled &&
                            q.first == active_->last && !q.range.is_vague());
  if (own != Outcome::kDisplaced && own != Outcome::kDetained) return false;
  if (active_ != nullptr && active_end_ == 0 && active_outcome_ != *own &&
      q.first - active_->last <= 4)
    return true;
  return passive_ahead(q);
}

// "wounded four, one of whom died": of those hurt, but all of the dead.
bool PeopleBinder::died_of(const Quantity& q) const {
  return q.partitive && succumbed(q) && last_outcome_ &&
         (*last_outcome_ == Outcome::kInjured || *last_outcome_ == Outcome::kDetained ||
          *last_outcome_ == Outcome::kMissing);
}

// "45 ethnic Albanians", or nothing named
bool PeopleBinder::of_a_people(const Quantity& q) const {
  if (q.counted == Counted::kNothing && !q.implicit && q.last < last_ &&
      (is_be(text_.fold_of(q.last)) || text_.fold_of(q.last) == "had"))
    return true;
  for (uint32_t k = q.last; k < last_ && k < q.last + 2; ++k)
    if (text_.tokens[k].has(text::kUpperInitial) && text_.fold_of(k).ends_with("s"))
      return q.counted == Counted::kNothing && !q.implicit;
  return false;
}

// "Seven of the wounded later died": that many dead.
bool PeopleBinder::succumbed(const Quantity& q) const {
  if (q.implicit || q.range.is_vague() || arabic(q.first) || !passive_ahead(q)) return false;
  const auto next = std::find_if(outcomes_.begin(), outcomes_.end(),
                                 [&](const Term* o) { return o->first >= q.last; });
  return next != outcomes_.end() && outcome_of(p_.id(**next)) == Outcome::kKilled;
}

// "rose to", "stood at", "an initial toll of"
bool PeopleBinder::of_toll(const Term& c) const {
  return base_of(p_.id(c)) == "replace" || p_.id(c) == "early" || p_.id(c) == "disputed";
}

// "up from 12", in Arabic "after having been 12": the toll that was.
bool PeopleBinder::was_toll(const Quantity& q) const {
  static constexpr std::string_view kAfter = "\xD8\xA8\xD8\xB9\xD8\xAF";  // Arabic
  return std::any_of(cues_.begin(), cues_.end(), [&](const Term* c) {
    const std::string_view f = text_.fold_of(c->first);
    return p_.id(*c) == "early" && c->last <= q.first && q.first - c->last <= 1 &&
           (f == "up" || f == "down" || f == kAfter);
  });
}

// "put the number of dead at 13", "gave the toll as 45", "the wounded were put at about 30".
std::optional<Outcome> PeopleBinder::put_at(const Quantity& q) const {
  static constexpr std::string_view kVerbs[] = {"put",   "puts",  "putting",  "gave",     "gives",
                                                "given", "place", "placed",   "estimate", "set",
                                                "sets",  "fixed", "estimated"};
  if (q.counted != Counted::kNothing || q.range.is_vague() || q.first < first_ + 2)
    return std::nullopt;
  const std::string_view joint = text_.fold_of(q.first - 1);
  if (joint != "at" && joint != "as") return std::nullopt;
  uint32_t verb = q.first - 1;
  while (verb > first_ && verb + 16 > q.first &&
         std::find(std::begin(kVerbs), std::end(kVerbs), text_.fold_of(verb - 1)) ==
             std::end(kVerbs)) {
    if (sentence_break(verb - 1, verb)) return std::nullopt;
    --verb;
  }
  if (verb == first_ || verb + 16 <= q.first) return std::nullopt;
  std::optional<Outcome> told;
  for (const Term& t : p_.terms) {
    if (t.kind() != Kind::kOutcome || t.first + 12 < verb || t.last > q.first) continue;
    if (t.sense->has(lexicon::kTagVerb) && !t.sense->has(lexicon::kTagPerson | lexicon::kTagNoun))
      continue;
    if (const auto o = outcome_of(p_.id(t)); o && t.first >= first_) told = o;
  }
  return told;
}

bool PeopleBinder::counted_by(const Quantity& q) const {
  if (q.counted != Counted::kNothing || q.range.is_vague() || !last_outcome_ ||
      harm_.bound.empty() || harm_.bound.front().quantity->range.is_vague() ||
      q.range.min <= harm_.bound.front().quantity->range.min || !pending_.empty() ||
      (q.last < last_ && text_.punct(q.last) == 0))
    return false;
  return q.first > first_ && text_.fold_of(q.first - 1) == "counted";
}

// The toll named by "rose to", "bringing the total to".
bool PeopleBinder::replaces(const Quantity& q) const {
  // Arabic has the verb first: "rose the number of the dead in ... to 70".
  static constexpr std::string_view kTo = "\xD8\xA7\xD9\x84\xD9\x8A";
  const bool to =
      q.first > first_ && (text_.fold_of(q.first - 1) == kTo || (arabic(q.first) && reaches(q)));
  const bool english = q.first > first_ && text_.fold_of(q.first - 1) == "to";
  const uint32_t reach = to ? 20 : stands_alone(q) ? 12 : english ? 8 : 3;
  for (const Term* c : cues_)
    // "exceeded 60" is a word of tolls and a bound at once.
    if (of_toll(*c) && c->first <= q.first && (c->last <= q.first || c->first == q.first) &&
        q.first <= c->last + reach && !occupied(c->last, q.first))
      return !number_of_things(c->first) && !(to && number_of_acts(q.first));
  return false;
}

// An Arabic number that counts nothing named after it.
bool PeopleBinder::stands_alone(const Quantity& q) const {
  if (q.last >= last_) return q.first > first_ && arabic(q.first - 1);
  static constexpr std::string_view kWaw = "\xD9\x88";
  return arabic(q.first) &&
         (text_.tokens[q.last].kind != TokenKind::kWord || text_.fold_of(q.last).starts_with(kWaw));
}

// "the toll of victims of the shelling": the noun names what is counted.
bool PeopleBinder::heads_toll(const Quantity& q) const {
  return arabic(q.first) && std::any_of(cues_.begin(), cues_.end(), [&](const Term* c) {
           return of_toll(*c) && c->last == q.first;
         });
}

}  // namespace sijil::claims
