// SPDX-License-Identifier: Apache-2.0
// Counts and persons of a sentence that come to no harm: who tells, and what is no person.
#include "claims/people_binder.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

// "34 Indians, most of them women and children, were shot"
bool PeopleBinder::of_nation(const Quantity& q) const {
  return q.last < last_ && text_.tokens[q.last].kind == TokenKind::kWord &&
         text_.tokens[q.last].has(text::kUpperInitial) &&
         !text_.tokens[q.last].has(text::kAllCaps) && text_.fold_of(q.last).ends_with("ns");
}

// "The interior ministry said 35 were killed, the health ministry 48": from the one to the other.
bool PeopleBinder::other_teller(const Quantity& q) {
  if (q.implicit || q.range.is_vague() || q.counted != Counted::kNothing || q.others ||
      q.partitive || harm_.bound.empty())
    return false;
  const auto teller = std::find_if(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
    return t.kind() == Kind::kSpeaker && t.last == q.first && t.first > first_ + 1;
  });
  if (teller == p_.terms.end()) return false;
  uint32_t k = teller->first;
  if (text_.fold_of(k - 1) == "the") --k;
  if (k <= first_ ||
      (text_.punct(k - 1) != ',' && text_.punct(k - 1) != ';' && text_.fold_of(k - 1) != "and"))
    return false;
  const bool ends = q.last >= last_ || text_.tokens[q.last].kind != TokenKind::kWord;
  auto told = std::find_if(harm_.bound.rbegin(), harm_.bound.rend(),
                           [](const Bound& b) { return !b.part; });
  if (!ends || told == harm_.bound.rend() || told->quantity->range.is_vague()) return false;
  const CountRange &a = told->quantity->range, &b = q.range;
  Quantity both = *told->quantity;
  both.range = CountRange::between(std::min(a.min, b.min),
                                   std::max(a.max.value_or(a.min), b.max.value_or(b.min)));
  harm_.named.push_back(both);
  told->quantity = &harm_.named.back();
  return true;
}

// Another count or what befell it stands between the tokens.
bool PeopleBinder::occupied(uint32_t from, uint32_t to) const {
  for (const Quantity* o : quantities_)
    if (o->first >= from && o->last <= to && !o->implicit) return true;
  for (const Term* o : outcomes_)
    if (o->first >= from && o->last <= to && o->sense->has(lexicon::kTagVerb)) return true;
  return false;
}

// Arabic "rose the number of the attacks, of the operations ... to 33"
bool PeopleBinder::number_of_acts(uint32_t to) const {
  static constexpr std::string_view kNumber = "\xD8\xB9\xD8\xAF\xD8\xAF";
  static constexpr std::string_view kActs[] = {
      "\xD8\xA7\xD9\x84\xD9\x87\xD8\xAC\xD9\x85\xD8\xA7\xD8\xAA",
      "\xD8\xA7\xD9\x84\xD8\xB9\xD9\x85\xD9\x84\xD9\x8A\xD8\xA7\xD8\xAA"};
  for (uint32_t k = to; k > first_ && k + 26 > to; --k)
    if (text_.fold_of(k - 1) == kNumber)
      return text_.fold_of(k) == kActs[0] || text_.fold_of(k) == kActs[1];
  return false;
}

// "the number of attacks has reached": what is counted is no people.
bool PeopleBinder::number_of_things(uint32_t to) const {
  static constexpr std::string_view kNumber = "\xD8\xB9\xD8\xAF\xD8\xAF";  // Arabic for number
  for (uint32_t k = to; k > first_ && k + 30 > to; --k) {
    const std::string_view f = text_.fold_of(k - 1);
    if (f != "number" && f != "total" && f != kNumber) continue;
    if (k + 1 < to && text_.fold_of(k) == "of" &&
        (text_.fold_of(k + 1) == "operations" || text_.fold_of(k + 1) == "attempts" ||
         (k + 2 < to && text_.fold_of(k + 2) == "attempts")))
      return true;
    for (const Term& t : p_.terms) {
      if (t.first < k || t.last > to) continue;
      if (t.kind() == Kind::kOutcome || t.kind() == Kind::kPeople) return false;
      if (t.kind() == Kind::kEvent || t.kind() == Kind::kWeapon || t.kind() == Kind::kTarget)
        return true;
    }
    return false;
  }
  return false;
}

// "a doctor, T. Sivan, told reporters"
bool PeopleBinder::says_by_name(const Quantity& q) const {
  if (q.last >= last_ || text_.punct(q.last) != ',') return false;
  uint32_t k = q.last + 1;
  while (k < last_ && k < q.last + 8 && text_.punct(k) != ',') {
    if (text_.punct(k) == 0 && !text_.tokens[k].has(text::kUpperInitial)) return false;
    ++k;
  }
  if (k >= last_ || text_.punct(k) != ',') return false;
  return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
    return t.first == k + 1 && (t.kind() == Kind::kReporting || text_.fold_of(k + 1) == "told");
  });
}

// "Brigadier <name> told the agency"
bool PeopleBinder::says_named(const Quantity& q) const {
  uint32_t k = q.last;
  while (k < last_ && k < q.last + 5 && text_.tokens[k].has(text::kUpperInitial) &&
         !text_.tokens[k].has(text::kAllCaps))
    ++k;
  if (k == q.last || !q.implicit || k >= last_) return false;
  return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
    return t.first == k && (t.kind() == Kind::kReporting || text_.fold_of(k) == "told") &&
           std::none_of(outcomes_.begin(), outcomes_.end(),
                        [&](const Term* o) { return o->first == t.last; });
  });
}

// "A doctor at the hospital said"
bool PeopleBinder::says_at_work(const Quantity& q) const {
  if (q.last >= last_) return false;
  const std::string_view f = text_.fold_of(q.last);
  if (f != "at" && f != "of" && f != "in" && f != "from" && f != "for" && f != "with" &&
      f != "on" && f != "working" && f != "based")
    return false;
  for (uint32_t k = q.last + 1; k < last_ && k < q.last + 14; ++k) {
    if (text_.punct(k) != 0 || is_be(text_.fold_of(k))) return false;
    for (const Term& t : p_.terms) {
      if (t.first != k) continue;
      if (t.kind() == Kind::kOutcome || t.kind() == Kind::kEvent) return false;
      if (t.kind() == Kind::kReporting &&
          (text_.fold_of(k) == "said" || text_.fold_of(k) == "told"))
        return true;
    }
  }
  return false;
}

// "A rebel commander said"; but "two men said to be rebels", "a man reported killed".
bool PeopleBinder::says(const Quantity& q) const {
  static constexpr std::string_view kAdverbs[] = {"meanwhile", "also",    "later",
                                                  "however",   "earlier", "separately"};
  if (q.last + 1 < last_ &&
      std::find(std::begin(kAdverbs), std::end(kAdverbs), text_.fold_of(q.last)) !=
          std::end(kAdverbs) &&
      text_.fold_of(q.last + 1) == "said")
    return true;  // "a minister meanwhile said"
  if (q.range == CountRange::exactly(1) && says_by_name(q)) return true;
  const bool object =
      active_ != nullptr && active_end_ == 0;  // "killed 300 fighters on both sides"
  if ((!object && says_at_work(q)) || (q.range == CountRange::exactly(1) && says_named(q)))
    return true;
  return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
    if (t.first != q.last || t.kind() != Kind::kReporting || t.last >= last_ ||
        is_be(text_.fold_of(t.first)))
      return false;
    // "four men accused of spying", "a man said to be a spy": of whom it is told.
    if (text_.fold_of(t.last) == "to" || text_.fold_of(t.last - 1) == "of" ||
        text_.fold_of(t.first) == "according" || text_.fold_of(t.first) == "reported" ||
        text_.fold_of(t.first) == "confirmed")
      return false;
    return std::none_of(outcomes_.begin(), outcomes_.end(),
                        [&](const Term* o) { return o->first == t.last; });
  });
}

// ", a rebel spokesman and aid workers said": those who tell, set off by a comma.
bool PeopleBinder::tells(const Quantity& q) const {
  if (q.counted != Counted::kPeople || arabic(q.first)) return false;
  if (says(q)) return true;
  if (q.first < first_ + 1) return false;
  // "identical to that of a correspondent who reported"
  if (q.last + 1 < last_ && text_.fold_of(q.last) == "who")
    for (const Term& t : p_.terms)
      if (t.first == q.last + 1 && t.kind() == Kind::kReporting) return true;
  if (text_.punct(q.first - 1) != ',' && text_.fold_of(q.first - 1) != "and") return false;
  for (uint32_t k = q.last; k < last_ && k < q.last + 5; ++k) {
    // "were reported killed", "reportedly killed": no one tells here.
    if (text_.punct(k) != 0 || text_.fold_of(k) == "were" || text_.fold_of(k) == "was")
      return false;
    for (const Term& t : p_.terms) {
      if (t.first != k) continue;
      if (t.kind() == Kind::kReporting &&
          (text_.fold_of(k).ends_with("ly") || text_.fold_of(k) == "according"))
        return false;
      if (t.kind() == Kind::kReporting) return k == q.last || text_.fold_of(q.first - 1) != "and";
      if (t.kind() == Kind::kOutcome) return false;
    }
  }
  return false;
}

// "no immediate reports of": nothing is known, which is no zero and no count either.
bool PeopleBinder::unknown(uint32_t from) const {
  for (const Term* c : cues_)
    if (p_.id(*c) == "negation.unknown" && c->last <= from && from - c->last <= 6 &&
        !sentence_break(c->last, from))
      return true;
  return false;
}

// "no names of the dead", "no figure for those wounded": what is denied is something else.
bool PeopleBinder::about_it(uint32_t from, uint32_t to) const {
  for (uint32_t k = from; k < to; ++k)
    if (const std::string_view f = text_.fold_of(k);
        f == "of" || f == "for" || f == "about" || f == "on")
      return true;
  return false;
}

// A word of harm at [from, to) that is denied; the denial may share a token with it.
bool PeopleBinder::negated(uint32_t from, uint32_t to) const {
  for (const Term* c : cues_) {
    if (p_.id(*c) != "negation" || c->first >= from || c->last > to || from > c->last + 4) continue;
    const bool hyphened = text_.tokens[c->last].has(text::kHyphen);  // "a no-fire zone"
    if (!hyphened && !turns(c->last, from) && !about_it(c->last, from)) return true;
  }
  return false;
}

}  // namespace sijil::claims
