// SPDX-License-Identifier: Apache-2.0
// Names of people in Arabic letters, and their ages.
#include "claims/victim_reader.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

bool VictimReader::arabic_here(uint32_t i) const {
  const uint32_t k = text_.tokens[i].kind == TokenKind::kPunct && i + 1 < last_
                         ? i + 1
                         : i;  // a quote or bracket before the name
  return text_.tokens[k].script == text::Script::kArabic;
}

// A word that may stand in a name.
bool VictimReader::arabic_name_word(uint32_t i, bool first_word) const {
  const Token& t = text_.tokens[i];
  if (t.kind != TokenKind::kWord || t.script != text::Script::kArabic || t.fold_length < 4)
    return false;
  if (first_word && text_.fold_of(i).starts_with(kAl)) return false;
  for (int r = 0; r < t.readings; ++r)
    if (t.reading[r].clitics & (text::kBy | text::kFor)) return false;
  // The name Ali folds to the same letters as "on"; its last letter tells.
  if (text_.fold_of(i).ends_with("\xD8\xB9\xD9\x84\xD9\x8A") &&
      t.span().of(text_.original).ends_with("\xD9\x8A"))
    return true;
  for (const Term& term : starting(back(i, kPhrase), i)) {
    if (term.last <= i) continue;
    switch (term.kind()) {
      case Kind::kCue:
        if (!p_.id(term).starts_with("given")) return false;
        break;
      case Kind::kNotName:
        if (!time_of_day(i)) return false;
        break;
      case Kind::kEvent:
      case Kind::kWeapon:
      case Kind::kReporting:
      case Kind::kActor:
      case Kind::kForce:
      case Kind::kBound:
      case Kind::kVague:
      case Kind::kPlaceWord:
      case Kind::kTarget:
        return false;
      case Kind::kOutcome:
      case Kind::kNumber:
      case Kind::kTime:
        // Words like morning or peace are names as well, without a particle before them.
        if (!time_of_day(i)) return false;
        break;
      case Kind::kPeople:
        if (first_word || (term.clitics & text::kAnd) ||
            term.sense->has(lexicon::kTagKin | lexicon::kTagPl | lexicon::kTagDual))
          return false;
        break;
      default:
        break;
    }
  }
  return true;
}

std::optional<Person> VictimReader::arabic_at(uint32_t i) {
  if (auto titled = arabic_titled(i)) return titled;
  if (auto aged = arabic_aged(i)) return aged;
  return arabic_harmed(i);
}

// "the killing of <name>", "<name> and <name> were martyred" with the verb first: a given name
// right after the word of harm, or any name there in quotes.
std::optional<Person> VictimReader::arabic_harmed(uint32_t i) {
  const uint32_t harm = each_of(i) ? i - 2 : i;
  const bool after_harm = std::any_of(outcomes_.begin(), outcomes_.end(), [&](const Term* t) {
    return t->last == harm && t->sense->arabic != 0 && !t->sense->has(lexicon::kTagPerson) &&
           (p_.id(*t) == "killed" || p_.id(*t) == "injured");
  });
  const bool listed =
      list_end_ == i && i > first_ && (joined_by_and(i) || text_.tokens[i].has(text::kNewline));
  const bool line = heading_ && starts_line(i);
  if (!after_harm && !listed && !line) return std::nullopt;
  const bool quoted = after_harm && opens(i);
  uint32_t k = quoted ? i + 1 : i;
  const bool known =
      given(k) || ((line || listed) && k + 1 < last_ && given(k + 1) && arabic_name_word(k, true));
  if (!quoted && !known) return std::nullopt;
  Person p;
  p.first = k;
  while (k < last_ && k - p.first < kNameWords && text_.tokens[k].kind == TokenKind::kWord &&
         (k == p.first || (!text_.tokens[k].has(text::kNewline) && !joined_by_and(k))) &&
         (k == p.first || given(k) || arabic_name_word(k, false)))
    ++k;
  p.last = p.end = k;
  if (p.last - p.first < 2 || (quoted && !closes(k))) return std::nullopt;
  if (quoted) ++p.end;
  if (line && !listed && !after_harm && k < last_ && !text_.tokens[k].has(text::kNewline) &&
      (text_.tokens[k].kind == TokenKind::kWord || text_.punct(k) == ':'))
    return std::nullopt;
  // "<name> killed three people": the one who acts.
  for (const Term& t : starting(p.end, p.end))
    if ((t.kind() == Kind::kPeople || t.kind() == Kind::kNumber) && !(t.clitics & text::kAnd))
      return std::nullopt;
  p.span = {text_.tokens[p.first].begin, text_.tokens[p.last - 1].end};
  if (listed && joined_by_and(i)) p.span.begin += 2;
  p.sure = true;
  return p;
}

// The first word of a line, or after the number or the dash it begins with.
bool VictimReader::starts_line(uint32_t i) const {
  while (i > first_ && first_ + 4 > i && !text_.tokens[i].has(text::kNewline) &&
         (text_.tokens[i - 1].kind == TokenKind::kPunct ||
          text_.tokens[i - 1].kind == TokenKind::kNumber))
    --i;
  return i == first_ || text_.tokens[i].has(text::kNewline);
}

// Arabic kull min, "each of", before a list of names.
bool VictimReader::each_of(uint32_t i) const {
  return i >= first_ + 2 && text_.fold_of(i - 2) == "\xD9\x83\xD9\x84" &&
         text_.fold_of(i - 1) == "\xD9\x85\xD9\x86";
}

bool VictimReader::given(uint32_t i) const {
  // "on" folds to the letters of Ali.
  if (text_.fold_of(i).ends_with("\xD8\xB9\xD9\x84\xD9\x8A") &&
      !text_.tokens[i].span().of(text_.original).ends_with("\xD9\x8A"))
    return false;
  for (const Term& t : starting(i, i))
    if (t.kind() == Kind::kCue && p_.id(t).starts_with("given") && (t.clitics & ~text::kAnd) == 0)
      return true;
  return false;
}

// "the child <name>", "called <name>", "the lady '<name>'".
std::optional<Person> VictimReader::arabic_titled(uint32_t i) {
  const Term* title = person_ending(i);
  const bool named = naming(i);
  const bool definite =
      title != nullptr && single(*title) && title->last - title->first == 1 &&
      (text_.fold_of(title->first).find(kAl) <= 2 || (title->clitics & text::kThe));
  if (!named && !definite) return std::nullopt;
  uint32_t k = i;
  // "the Syrian young man '<name>'": an adjective before quotes.
  if (definite && !opens(k) && k + 1 < last_ && text_.fold_of(k).starts_with(kAl) && opens(k + 1))
    ++k;
  const bool quoted = opens(k);
  if (quoted) ++k;
  Person p;
  p.first = k;
  while (k < last_ && k - p.first < kNameWords) {
    if (k > p.first && text_.tokens[k].has(text::kNewline)) break;
    if (!quoted && k > p.first && has_and(k)) break;
    if (quoted ? text_.tokens[k].kind != TokenKind::kWord : !arabic_name_word(k, k == p.first))
      break;
    ++k;
  }
  p.last = k;
  if (p.last == p.first) return std::nullopt;
  if (quoted) {
    if (!closes(k)) return std::nullopt;
    ++k;
  }
  p.end = k;
  if (named) {
    for (const Term& t : starting(back(p.first, kPhrase), p.first))
      if (t.kind() == Kind::kPeople && t.last < p.first && p.first - t.last <= 4 && single(t))
        title = &t;
  }
  p.title = title;
  if (const Age age = arabic_age(p.last + (quoted ? 1 : 0)); age.end != 0) {
    p.years = age.years;
    p.end = age.end;
  }
  if (p.last - p.first < 2 && !quoted && !p.years) return std::nullopt;
  p.span = {text_.tokens[p.first].begin, text_.tokens[p.last - 1].end};
  p.sure = true;
  return p;
}

bool VictimReader::opens(uint32_t k) const {
  const char c = text_.punct(k);
  return k < last_ && (c == '"' || c == '(' || c == '\'' || c == '[');
}

bool VictimReader::closes(uint32_t k) const {
  const char c = text_.punct(k);
  return k < last_ && (c == '"' || c == ')' || c == '\'' || c == ']');
}

// "<name> 12 years", "<name> (12 years)", at the start of a line, after a comma, "and" or an
// outcome word.
std::optional<Person> VictimReader::arabic_aged(uint32_t i) {
  if (!starts_item(i) || !arabic_name_word(i, true)) return std::nullopt;
  Person p;
  p.first = i;
  uint32_t k = i;
  while (k < last_ && k - i < kNameWords && (k == i || !text_.tokens[k].has(text::kNewline)) &&
         arabic_name_word(k, k == i))
    ++k;
  p.last = k;
  if (p.last - p.first < 2) return std::nullopt;
  const Age age = arabic_age(k);
  if (age.end == 0) return std::nullopt;
  p.years = age.years;
  p.end = age.end;
  // "and Salma Haddad, 26": the letter before a name is none of its own.
  p.span = {text_.tokens[p.first].begin, text_.tokens[p.last - 1].end};
  if (joined_by_and(i)) p.span.begin += 2;
  p.sure = true;
  return p;
}

bool VictimReader::starts_item(uint32_t i) const {
  if (i == first_ || text_.tokens[i].has(text::kNewline)) return true;
  const char c = text_.punct(i - 1);
  if (c == ',' || c == ':' || c == '.' || c == '-' || c == '"' || c == ')') return true;
  if (list_end_ == i) return true;
  return is(i - 1, Kind::kCue) || is(i - 1, Kind::kPeople) || is(i - 1, Kind::kOutcome);
}

// "12 years", "(12 years)", "aged 12 years"; end is 0 when there is none.
Age VictimReader::arabic_age(uint32_t k) const {
  const uint32_t start = k;
  bool bracket = false, aged = false;
  if (text_.punct(k) == ',' || text_.punct(k) == '(') bracket = text_.punct(k++) == '(';
  for (const Term& t : starting(k, k))
    if (t.kind() == Kind::kCue && p_.id(t) == "aged") {
      k = t.last;
      aged = true;
      break;
    }
  const auto unit = [&](uint32_t at) -> const Term* {
    for (const Term& t : starting(at, at))
      if (t.kind() == Kind::kTime && t.last == at + 1 &&
          (p_.id(t) == "unit.year" || p_.id(t) == "unit.month") && !(t.clitics & text::kThe))
        return &t;
    return nullptr;
  };
  std::optional<int> years;
  int64_t value = kOldest + 1;
  uint32_t after = k;
  if (const auto digits = small_number(k)) {
    value = *digits;
    after = k + 1;
  } else if (const auto n =
                 k < last_ ? mentions::parse_number(text_, *p_.lexicon, k, last_) : std::nullopt) {
    value = n->value;
    after = n->last;
  }
  if (value <= kOldest) {
    const Term* u = unit(after);
    if (u == nullptr && !aged && !(bracket && text_.punct(after) == ')')) return {};
    years = u != nullptr && p_.id(*u) == "unit.month" ? 0 : static_cast<int>(value);
    k = u != nullptr ? u->last : after;
  } else if (const Term* u = heading_ || list_end_ != 0 ? unit(k) : nullptr) {
    // "two years" and "a year" are one word.
    years = p_.id(*u) == "unit.month" ? 0
            : (text_.fold_of(k).ends_with("\xD8\xA7\xD9\x86") ||
               text_.fold_of(k).ends_with("\xD9\x8A\xD9\x86"))
                ? 2
                : 1;
    k = u->last;
  } else {
    return {};
  }
  if (k == start) return {};
  if (bracket && text_.punct(k) == ')') ++k;
  return {years, k};
}

// A feminine noun has its -t before the pronoun: his daughter, her sister.
const char* VictimReader::arabic_sex_of_kin(const Term& t) const {
  if (base_of(p_.id(t)) == "women") return "f";
  std::string_view f = text_.fold_of(t.last - 1);
  for (const std::string_view pronoun :
       {"\xD9\x87\xD9\x85\xD8\xA7", "\xD9\x87\xD8\xA7", "\xD9\x87\xD9\x85", "\xD9\x87"})
    if (f.ends_with(pronoun)) {
      f.remove_suffix(pronoun.size());
      break;
    }
  return f.ends_with("\xD8\xAA") ? "f" : "m";
}

}  // namespace sijil::claims
