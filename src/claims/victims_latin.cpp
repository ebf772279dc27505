// SPDX-License-Identifier: Apache-2.0
// Names of people in Latin letters, and their ages.
#include "claims/victim_reader.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

bool VictimReader::all_capitals() const {
  size_t words = 0, caps = 0;
  for (uint32_t k = first_; k < last_; ++k)
    if (text_.tokens[k].kind == TokenKind::kWord &&
        text_.tokens[k].script == text::Script::kLatin) {
      ++words;
      caps += text_.tokens[k].has(text::kAllCaps);
    }
  return words > 4 && caps * 10 > words * 7;
}

const Term* VictimReader::person_ending(uint32_t at) const {
  const Term* found = nullptr;
  for (const Term& t : starting(back(at, kPhrase), at))
    if (t.kind() == Kind::kPeople && t.last == at && (found == nullptr || t.first < found->first))
      found = &t;
  return found;
}

bool VictimReader::naming(
    uint32_t at) const {  // a cue of naming ends here: "named", "identified as"
  if (at > first_ + 1 && text_.fold_of(at - 1) == "called" && is(at - 2, Kind::kPeople))
    return true;  // elsewhere it calls for something
  for (const Term& t : starting(back(at, kPhrase), at))
    if (t.kind() == Kind::kCue && t.last == at && p_.id(t) == "naming") return true;
  return false;
}

bool VictimReader::upper(uint32_t i) const {
  const Token& t = text_.tokens[i];
  return t.kind == TokenKind::kWord && t.script == text::Script::kLatin &&
         t.has(text::kUpperInitial) && !(t.has(text::kAllCaps) && !capitals_);
}

// Words that are no part of a name even when written with a capital.
bool VictimReader::common(uint32_t i) const {
  for (const Kind k :
       {Kind::kPeople, Kind::kSpeaker, Kind::kActor, Kind::kForce, Kind::kEvent, Kind::kWeapon,
        Kind::kTarget, Kind::kOutcome, Kind::kTime, Kind::kReporting, Kind::kPlaceWord,
        Kind::kNotName, Kind::kNumber, Kind::kCue, Kind::kVague, Kind::kBound})
    if (is(i, k)) return true;
  return false;
}

bool VictimReader::particle(std::string_view f) {
  static constexpr std::array<std::string_view, 16> kParticles = {
      "al", "el", "bin", "ibn", "bint", "abu", "umm", "abd",
      "de", "da", "del", "la",  "von",  "van", "ul",  "ed"};
  return one_of(f, kParticles);
}

// A title or common word inside a name: "Salma Hajj Darwish".
bool VictimReader::bridges(uint32_t k) const {
  constexpr uint32_t kTitles = 1u << static_cast<unsigned>(Kind::kPeople) |
                               1u << static_cast<unsigned>(Kind::kSpeaker) |
                               1u << static_cast<unsigned>(Kind::kNotName);
  return k > first_ && k + 1 < last_ && upper(k - 1) && upper(k + 1) && !common(k + 1) &&
         !text_.tokens[k + 1].has(text::kNewline) && (marks_[k - first_] & ~kTitles) == 0;
}

std::optional<Person> VictimReader::latin_at(uint32_t i) {
  if (capitals_ || !upper(i) || common(i)) return std::nullopt;
  if (i > first_ && upper(i - 1) && !text_.tokens[i].has(text::kNewline) &&
      is(i - 1, Kind::kNotName))
    return std::nullopt;  // the rest of a longer name
  if (i > first_ && text_.tokens[i].has(text::kHashtag | text::kHyphen)) return std::nullopt;
  Person p;
  p.first = i;
  uint32_t k = i;
  uint32_t words = 0;
  while (k < last_ && k - i < 2 * kNameWords) {
    const Token& t = text_.tokens[k];
    if (k > i && t.has(text::kNewline)) break;
    const bool joined = k > i && t.has(text::kHyphen | text::kJoined) && t.kind == TokenKind::kWord;
    if (upper(k) && (!common(k) || joined || bridges(k) ||
                     (words >= 2 && (is(k, Kind::kPeople) || is(k, Kind::kSpeaker))))) {
      words += !particle(word(k));
      p.last = ++k;
    } else if (k > i && (joined || (particle(word(k)) && k + 1 < last_ && upper(k + 1)))) {
      p.last = ++k;
    } else {
      break;
    }
    if (text_.tokens[k - 1].has(text::kPossessive)) return skip(k);
  }
  p.end = p.last;
  p.span = {text_.tokens[p.first].begin, text_.tokens[p.last - 1].end};
  const uint32_t before = p.first;
  p.title = person_ending(before);
  if (p.title != nullptr && !single(*p.title)) p.title = nullptr;
  if (p.title == nullptr && before > first_ + 1 && text_.punct(before - 1) == ',') {
    // "A nurse, Lamis Darwish, was killed"
    p.title = person_ending(before - 1);
    if (p.title != nullptr && !single(*p.title)) p.title = nullptr;
  }
  const bool named = naming(before);
  if (named)
    for (const Term& t : starting(back(before, kPhrase), before))
      if (t.kind() == Kind::kPeople && t.last < before && before - t.last <= 3 && single(t))
        p.title = &t;
  Age age = age_after(p.last);
  if (!age.years) age.years = age_before(p.title != nullptr ? p.title->first : before);
  p.years = age.years;
  p.end = std::max(p.end, age.end);
  described(p);
  const bool place = in_place(p.first, p.last);
  p.listed = continues_list(p.first);
  p.sure = p.years || named || family_follows(p.last) ||
           (p.title != nullptr && !p.title->sense->has(lexicon::kTagKin));
  if (place && !p.years && !named) return skip(p.end);
  // "the rebel Al-Iman Brigade": the capitals go on with a word of an organisation or place.
  if (p.last < last_ && upper(p.last) && !text_.tokens[p.last].has(text::kNewline) &&
      text_.punct(p.last) == 0)
    return skip(p.end);
  if (words < 2 && ((!p.years && !named) || (i > first_ && upper(i - 1))))
    return skip(p.end);  // the end of a longer name
  if (!p.sure &&
      (is(p.last, Kind::kPeople) || is(p.last, Kind::kForce) || is(p.last, Kind::kActor)))
    return skip(p.end);  // "<name> fighters"
  if (!p.sure)
    for (uint32_t w = p.first; w < p.last; ++w)
      if (is(w, Kind::kPlace)) return skip(p.end);
  if (!p.sure && !p.listed && words < 2) return skip(p.end);
  if (!p.sure && is(p.first - (p.first > first_), Kind::kSpeaker)) return skip(p.end);
  return p;
}

// "<name>, his wife", "<name> and her two sons": whoever has a family is a person.
bool VictimReader::family_follows(uint32_t at) const {
  if (text_.punct(at) == ',') ++at;
  if (word(at) == "and") ++at;
  if (at >= last_ || (word(at) != "his" && word(at) != "her")) return false;
  for (const Term& t : starting(at + 1, at + 3))
    if (t.kind() == Kind::kPeople && t.sense->has(lexicon::kTagKin)) return true;
  return false;
}

// Nothing here; go on after it.
std::optional<Person> VictimReader::skip(uint32_t end) {
  Person none;
  none.end = end;
  return none;
}

bool VictimReader::in_place(uint32_t from, uint32_t to) const {
  for (uint32_t k = from; k < to; ++k)
    if (marks_[k - first_] & kPlaceMark) return true;
  return false;
}

std::optional<int> VictimReader::small_number(uint32_t i) const {
  if (i >= last_ || text_.tokens[i].kind != TokenKind::kNumber) return std::nullopt;
  int value = 0;
  for (const char c : text_.fold_of(i)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
    if (value > kOldest) return std::nullopt;
  }
  return value;
}

// "45", "aged 45", "45 years old", "a 45-year-old" after a comma or in brackets.
Age VictimReader::age_after(uint32_t at) const {
  uint32_t k = at;
  const char open = text_.punct(k);
  if (k >= last_ || (open != ',' && open != '(')) return {};
  ++k;
  if (const std::string_view f = word(k); f == "aged" || f == "age" || f == "a" || f == "an") ++k;
  const auto n = small_number(k);
  if (!n) return {};
  ++k;
  bool months = false;
  while (k < last_ &&
         (word(k) == "year" || word(k) == "years" || word(k) == "old" || word(k) == "months" ||
          word(k) == "month" || word(k) == "of" || word(k) == "age" || word(k) == "-")) {
    months |= word(k).starts_with("month");
    ++k;
  }
  const bool closed = k >= last_ || text_.tokens[k].kind == TokenKind::kPunct || word(k) == "and" ||
                      word(k) == "was" || word(k) == "were" || text_.tokens[k].has(text::kNewline);
  if (!closed && !is(k, Kind::kPeople)) return {};
  if (open == '(' && text_.punct(k) == ')') ++k;
  return {months ? 0 : *n, k};
}

// "45-year-old <name>"
std::optional<int> VictimReader::age_before(uint32_t at) const {
  if (at < first_ + 3 || word(at - 1) != "old" || !word(at - 2).starts_with("year"))
    return std::nullopt;
  return small_number(at - 3);
}

// ", a nurse," ", the imam of": what the person was.
void VictimReader::described(Person& p) const {
  uint32_t k = p.end;
  if (text_.punct(k) == ',')
    ++k;
  else if (k == p.last)
    return;
  if (word(k) == "a" || word(k) == "an" || word(k) == "the") ++k;
  for (const Term& t : starting(k, k + 1)) {
    if (t.kind() != Kind::kPeople || t.last > last_ || !single(t)) continue;
    if (t.sense->has(lexicon::kTagKin) || t.sense->arabic) continue;
    p.role = &t;
    p.end = t.last;
    return;
  }
}

// After another name of a list: only a comma or "and" between.
bool VictimReader::continues_list(uint32_t at) const {
  if (list_end_ == 0 || at < list_end_ || at - list_end_ > 2) return false;
  for (uint32_t k = list_end_; k < at; ++k)
    if (text_.punct(k) != ',' && word(k) != "and" && text_.punct(k) != ')') return false;
  return true;
}

// "and" as the first letter of a name's word, and no name that begins with it.
bool VictimReader::joined_by_and(uint32_t i) const {
  if (!has_and(i)) return false;
  for (const Term& t : starting(i, i))
    if (t.kind() == Kind::kCue && p_.id(t) == "given_waw") return (t.clitics & text::kAnd) != 0;
  return true;
}

bool VictimReader::has_and(uint32_t i) const {
  return text_.fold_of(i).starts_with(kWaw) && text_.fold_of(i).size() > 4;
}

// Words like morning are names as well, without a particle before them and in a list of names.
bool VictimReader::time_of_day(uint32_t i) const {
  if (!heading_ && list_end_ == 0) return false;
  for (const Term& t : starting(i, i))
    if (t.kind() == Kind::kTime && t.last == i + 1 && (t.clitics & ~text::kAnd) == 0 &&
        p_.id(t).starts_with("tod."))
      return true;
  return false;
}

}  // namespace sijil::claims
