// SPDX-License-Identifier: Apache-2.0
#include "claims/victims.hpp"

#include "base/fold.hpp"
#include "claims/clause.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::span_of;
using text::Token;
using text::TokenKind;

namespace {

constexpr std::string_view kWaw = "\xD9\x88";
constexpr std::string_view kAl = "\xD8\xA7\xD9\x84";
constexpr int kAdult = 18, kElder = 65, kOldest = 115;
constexpr uint32_t kNameWords = 6;  // of one name
constexpr uint32_t kPhrase = 10;    // tokens of the longest term
constexpr uint32_t kPlaceMark = 1u << 31;

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct Age {
  std::optional<int> years;
  uint32_t end = 0;  // token after it
};

struct Person {
  uint32_t first = 0, last = 0;  // tokens of the name; empty when only the relation is told
  uint32_t end = 0;              // token after all that describes the person
  Span span;
  const Term* title = nullptr;  // the word for people beside the name
  const Term* role = nullptr;   // another one: "X, a nurse,"
  std::optional<int> years;
  bool sure = false;  // told as a person's name, not only by its capitals
  bool listed = false;
};

constexpr Outcome kTold[] = {Outcome::kKilled, Outcome::kInjured, Outcome::kMissing,
                             Outcome::kDetained};

int64_t named(const Claim& c, Outcome o) {
  return std::count_if(c.victims.begin(), c.victims.end(),
                       [&](const Victim& v) { return !v.name.empty() && v.outcome == to_word(o); });
}

class VictimReader : public Clause {
 public:
  VictimReader(const Parsed& p, uint32_t first, uint32_t last, std::optional<Outcome> heading)
      : Clause(p), first_(first), last_(last), heading_(heading) {
    marks_.assign(last - first, 0);
    for (const PlaceName& pl : p.places)
      for (uint32_t k = std::max(pl.first, first); k < std::min(pl.last, last); ++k)
        marks_[k - first] |= kPlaceMark;
    for (const Term& t : p.terms) {
      if (t.first < first || t.last > last) continue;
      if (t.kind() == Kind::kOutcome) outcomes_.push_back(&t);
      for (uint32_t k = t.first; k < t.last; ++k)
        marks_[k - first] |= 1u << static_cast<unsigned>(t.kind());
    }
    capitals_ = all_capitals();
  }

  std::vector<Victim> run() {
    if (outcomes_.empty() && !heading_) return {};
    for (uint32_t i = first_; i < last_;) {
      const auto person = arabic_here(i) ? arabic_at(i) : latin_at(i);
      if (!person) {
        ++i;
        continue;
      }
      keep(*person);
      i = std::max(i + 1, person->end);
    }
    kin();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is(uint32_t i, Kind k) const {
    return i >= first_ && i < last_ && (marks_[i - first_] >> static_cast<unsigned>(k)) & 1u;
  }
  [[nodiscard]] std::string_view word(uint32_t i) const {
    return i < last_ ? text_.fold_of(i) : std::string_view{};
  }
  [[nodiscard]] bool arabic_here(uint32_t i) const {
    const uint32_t k = text_.tokens[i].kind == TokenKind::kPunct && i + 1 < last_
                           ? i + 1
                           : i;  // a quote or bracket before the name
    return text_.tokens[k].script == text::Script::kArabic;
  }
  [[nodiscard]] bool all_capitals() const {
    size_t words = 0, caps = 0;
    for (uint32_t k = first_; k < last_; ++k)
      if (text_.tokens[k].kind == TokenKind::kWord &&
          text_.tokens[k].script == text::Script::kLatin) {
        ++words;
        caps += text_.tokens[k].has(text::kAllCaps);
      }
    return words > 4 && caps * 10 > words * 7;
  }
  [[nodiscard]] const Term* person_ending(uint32_t at) const {
    const Term* found = nullptr;
    for (const Term& t : starting(back(at, kPhrase), at))
      if (t.kind() == Kind::kPeople && t.last == at && (found == nullptr || t.first < found->first))
        found = &t;
    return found;
  }
  [[nodiscard]] static bool single(const Term& t) {
    return !t.sense->has(lexicon::kTagPl | lexicon::kTagDual) &&
           t.sense->inflection != lexicon::Inflection::kPlural &&
           t.sense->inflection != lexicon::Inflection::kDual &&
           t.sense->inflection != lexicon::Inflection::kDualOrPlural;
  }
  [[nodiscard]] bool naming(
      uint32_t at) const {  // a cue of naming ends here: "named", "identified as"
    if (at > first_ + 1 && text_.fold_of(at - 1) == "called" && is(at - 2, Kind::kPeople))
      return true;  // elsewhere it calls for something
    for (const Term& t : starting(back(at, kPhrase), at))
      if (t.kind() == Kind::kCue && t.last == at && p_.id(t) == "naming") return true;
    return false;
  }

  // The terms that begin at tokens [from, to]; all are in order of their first.
  [[nodiscard]] std::span<const Term> starting(uint32_t from, uint32_t to) const {
    const auto before = [](const Term& t, uint32_t at) { return t.first < at; };
    const auto begin =
        std::lower_bound(p_.terms.begin(), p_.terms.end(), std::max(from, first_), before);
    return {begin, std::lower_bound(begin, p_.terms.end(), to + 1, before)};
  }
  static uint32_t back(uint32_t at, uint32_t by) { return at > by ? at - by : 0; }
  [[nodiscard]] bool cue_at(std::string_view id, uint32_t at) const {
    for (const Term& t : starting(at, at))
      if (t.kind() == Kind::kCue && p_.id(t) == id) return true;
    return false;
  }

  // --- English
  // -------------------------------------------------------------------------------------

  [[nodiscard]] bool upper(uint32_t i) const {
    const Token& t = text_.tokens[i];
    return t.kind == TokenKind::kWord && t.script == text::Script::kLatin &&
           t.has(text::kUpperInitial) && !(t.has(text::kAllCaps) && !capitals_);
  }
  // Words that are no part of a name even when written with a capital.
  [[nodiscard]] bool common(uint32_t i) const {
    for (const Kind k :
         {Kind::kPeople, Kind::kSpeaker, Kind::kActor, Kind::kForce, Kind::kEvent, Kind::kWeapon,
          Kind::kTarget, Kind::kOutcome, Kind::kTime, Kind::kReporting, Kind::kPlaceWord,
          Kind::kNotName, Kind::kNumber, Kind::kCue, Kind::kVague, Kind::kBound})
      if (is(i, k)) return true;
    return false;
  }
  static bool particle(std::string_view f) {
    static constexpr std::array<std::string_view, 16> kParticles = {
        "al", "el", "bin", "ibn", "bint", "abu", "umm", "abd",
        "de", "da", "del", "la",  "von",  "van", "ul",  "ed"};
    return one_of(f, kParticles);
  }

  // A title or common word inside a name: "Salma Hajj Darwish".
  [[nodiscard]] bool bridges(uint32_t k) const {
    constexpr uint32_t kTitles = 1u << static_cast<unsigned>(Kind::kPeople) |
                                 1u << static_cast<unsigned>(Kind::kSpeaker) |
                                 1u << static_cast<unsigned>(Kind::kNotName);
    return k > first_ && k + 1 < last_ && upper(k - 1) && upper(k + 1) && !common(k + 1) &&
           !text_.tokens[k + 1].has(text::kNewline) && (marks_[k - first_] & ~kTitles) == 0;
  }

  std::optional<Person> latin_at(uint32_t i) {
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
      const bool joined =
          k > i && t.has(text::kHyphen | text::kJoined) && t.kind == TokenKind::kWord;
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
    p.sure = p.years || named || family_follows(p.last) || (p.title != nullptr && !p.title->sense->has(lexicon::kTagKin));
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
  [[nodiscard]] bool family_follows(uint32_t at) const {
    if (text_.punct(at) == ',') ++at;
    if (word(at) == "and") ++at;
    if (at >= last_ || (word(at) != "his" && word(at) != "her")) return false;
    for (const Term& t : starting(at + 1, at + 3))
      if (t.kind() == Kind::kPeople && t.sense->has(lexicon::kTagKin)) return true;
    return false;
  }
  // Nothing here; go on after it.
  std::optional<Person> skip(uint32_t end) {
    Person none;
    none.end = end;
    return none;
  }
  [[nodiscard]] bool in_place(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k)
      if (marks_[k - first_] & kPlaceMark) return true;
    return false;
  }
  [[nodiscard]] std::optional<int> small_number(uint32_t i) const {
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
  [[nodiscard]] Age age_after(uint32_t at) const {
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
    const bool closed = k >= last_ || text_.tokens[k].kind == TokenKind::kPunct ||
                        word(k) == "and" || word(k) == "was" || word(k) == "were" ||
                        text_.tokens[k].has(text::kNewline);
    if (!closed && !is(k, Kind::kPeople)) return {};
    if (open == '(' && text_.punct(k) == ')') ++k;
    return {months ? 0 : *n, k};
  }
  // "45-year-old <name>"
  [[nodiscard]] std::optional<int> age_before(uint32_t at) const {
    if (at < first_ + 3 || word(at - 1) != "old" || !word(at - 2).starts_with("year"))
      return std::nullopt;
    return small_number(at - 3);
  }
  // ", a nurse," ", the imam of": what the person was.
  void described(Person& p) const {
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
  [[nodiscard]] bool continues_list(uint32_t at) const {
    if (list_end_ == 0 || at < list_end_ || at - list_end_ > 2) return false;
    for (uint32_t k = list_end_; k < at; ++k)
      if (text_.punct(k) != ',' && word(k) != "and" && text_.punct(k) != ')') return false;
    return true;
  }

  // --- Arabic
  // --------------------------------------------------------------------------------------

  // "and" as the first letter of a name's word, and no name that begins with it.
  [[nodiscard]] bool joined_by_and(uint32_t i) const {
    if (!has_and(i)) return false;
    for (const Term& t : starting(i, i))
      if (t.kind() == Kind::kCue && p_.id(t) == "given_waw") return (t.clitics & text::kAnd) != 0;
    return true;
  }
  [[nodiscard]] bool has_and(uint32_t i) const {
    return text_.fold_of(i).starts_with(kWaw) && text_.fold_of(i).size() > 4;
  }

  // Words like morning are names as well, without a particle before them and in a list of names.
  [[nodiscard]] bool time_of_day(uint32_t i) const {
    if (!heading_ && list_end_ == 0) return false;
    for (const Term& t : starting(i, i))
      if (t.kind() == Kind::kTime && t.last == i + 1 && (t.clitics & ~text::kAnd) == 0 &&
          p_.id(t).starts_with("tod."))
        return true;
    return false;
  }
  // A word that may stand in a name.
  [[nodiscard]] bool arabic_name_word(uint32_t i, bool first_word) const {
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

  std::optional<Person> arabic_at(uint32_t i) {
    if (auto titled = arabic_titled(i)) return titled;
    if (auto aged = arabic_aged(i)) return aged;
    return arabic_harmed(i);
  }

  // "the killing of <name>", "<name> and <name> were martyred" with the verb first: a given name
  // right after the word of harm, or any name there in quotes.
  std::optional<Person> arabic_harmed(uint32_t i) {
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
    const bool known = given(k) || ((line || listed) && k + 1 < last_ && given(k + 1) &&
                                    arabic_name_word(k, true));
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
  [[nodiscard]] bool starts_line(uint32_t i) const {
    while (i > first_ && first_ + 4 > i && !text_.tokens[i].has(text::kNewline) &&
           (text_.tokens[i - 1].kind == TokenKind::kPunct ||
            text_.tokens[i - 1].kind == TokenKind::kNumber))
      --i;
    return i == first_ || text_.tokens[i].has(text::kNewline);
  }
  // Arabic kull min, "each of", before a list of names.
  [[nodiscard]] bool each_of(uint32_t i) const {
    return i >= first_ + 2 && text_.fold_of(i - 2) == "\xD9\x83\xD9\x84" &&
           text_.fold_of(i - 1) == "\xD9\x85\xD9\x86";
  }
  [[nodiscard]] bool given(uint32_t i) const {
    // "on" folds to the letters of Ali.
    if (text_.fold_of(i).ends_with("\xD8\xB9\xD9\x84\xD9\x8A") &&
        !text_.tokens[i].span().of(text_.original).ends_with("\xD9\x8A"))
      return false;
    for (const Term& t : starting(i, i))
      if (t.kind() == Kind::kCue && p_.id(t).starts_with("given") &&
          (t.clitics & ~text::kAnd) == 0)
        return true;
    return false;
  }

  // "the child <name>", "called <name>", "the lady '<name>'".
  std::optional<Person> arabic_titled(uint32_t i) {
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
  [[nodiscard]] bool opens(uint32_t k) const {
    const char c = text_.punct(k);
    return k < last_ && (c == '"' || c == '(' || c == '\'' || c == '[');
  }
  [[nodiscard]] bool closes(uint32_t k) const {
    const char c = text_.punct(k);
    return k < last_ && (c == '"' || c == ')' || c == '\'' || c == ']');
  }

  // "<name> 12 years", "<name> (12 years)", at the start of a line, after a comma, "and" or an
  // outcome word.
  std::optional<Person> arabic_aged(uint32_t i) {
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
  [[nodiscard]] bool starts_item(uint32_t i) const {
    if (i == first_ || text_.tokens[i].has(text::kNewline)) return true;
    const char c = text_.punct(i - 1);
    if (c == ',' || c == ':' || c == '.' || c == '-' || c == '"' || c == ')') return true;
    if (list_end_ == i) return true;
    return is(i - 1, Kind::kCue) || is(i - 1, Kind::kPeople) || is(i - 1, Kind::kOutcome);
  }
  // "12 years", "(12 years)", "aged 12 years"; end is 0 when there is none.
  [[nodiscard]] Age arabic_age(uint32_t k) const {
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
    } else if (const auto n = k < last_ ? mentions::parse_number(text_, *p_.lexicon, k, last_)
                                        : std::nullopt) {
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

  // --- Both
  // ----------------------------------------------------------------------------------------

  // The outcome a person is tied to: the passive after it, else the word before it, else the
  // heading.
  std::optional<Outcome> outcome_for(const Person& p) {
    const bool ar = text_.tokens[p.last - 1].script == text::Script::kArabic;
    const uint32_t start = p.title != nullptr ? std::min(p.title->first, p.first) : p.first;
    const Term* before = nullptr;
    const Term* after = nullptr;
    for (const Term* t : outcomes_) {
      if (t->last <= start && start - t->last <= 60) before = t;
      // The title may itself hold the outcome: "the martyr <name>".
      if (ar && p.title != nullptr && t->first == p.title->first) before = t;
      if (after == nullptr && t->first >= p.end && t->first - p.end <= 20) after = t;
    }
    if (after != nullptr && !ar && passive(p, *after)) return outcome_of(p_.id(*after));
    if (after != nullptr && ar && after->sense->has(lexicon::kTagVerb) &&
        after->first - p.end <= 3 &&
        (before == nullptr || reporting_between(before->last, start)) &&
        !(after->clitics & (text::kAnd | text::kSo)))
      return outcome_of(p_.id(*after));
    if (before != nullptr && !reporting_between(before->last, start) &&
        !broken(before->last, start)) {
      if (ar || governs(*before, p)) return outcome_of(p_.id(*before));
    }
    return heading_ && p.sure ? heading_ : std::nullopt;
  }
  // "<name>, 45, a nurse, was seriously injured": nothing but description before the verb.
  [[nodiscard]] bool passive(const Person& p, const Term& t) const {
    static constexpr std::array<std::string_view, 9> kBe = {"was",   "were", "is",  "are", "been",
                                                            "being", "be",   "got", "also"};
    if (t.sense->has(lexicon::kTagNoun)) return false;
    bool be = false;
    for (uint32_t k = p.end; k < t.first; ++k) {
      if (one_of(word(k), kBe))
        be = true;
      else if (be ? !word(k).ends_with("ly") && word(k) != "then" && word(k) != "both"
                  : !describes(k))
        return false;
    }
    if (!be && t.sense->has(lexicon::kTagPassive) && !t.sense->has(lexicon::kTagActive))
      be = t.first - p.end <= 1;  // "<name>, 45, died"
    // Without a verb "to be" between, the name is who did it.
    return be;
  }
  // A word of what describes a person, or of another of the same list.
  [[nodiscard]] bool describes(uint32_t k) const {
    static constexpr std::array<std::string_view, 21> kWords = {
        "a",    "an",   "the",  "and",   "his",  "her",  "their", "of",       "from",     "who",  "both",
        "old", "year", "years", "month", "months", "aged", "along", "alongside", "together", "with"};
    const char c = text_.punct(k);
    if (c != 0) return c == ',' || c == '(' || c == ')' || c == '-';
    const Token& t = text_.tokens[k];
    return t.kind == TokenKind::kNumber || t.has(text::kHyphen) || upper(k) ||
           is(k, Kind::kPeople) || is(k, Kind::kNumber) || one_of(word(k), kWords);
  }
  // "killing <name>", "the death of <name>", "the dead were: <name>".
  [[nodiscard]] bool governs(const Term& t, const Person& p) const {
    const uint32_t start = p.title != nullptr ? p.title->first : p.first;
    if (list_end_ != 0 && p.listed && list_outcome_) return true;
    if (!p.sure && start > t.last + 1) return false;
    // A passive looks back: "was killed by <name>", "three were killed in the street, Salma Haddad
    // ...".
    if (t.first > first_ && !t.sense->has(lexicon::kTagPerson)) {
      const std::string_view b = text_.fold_of(t.first - 1);
      if (b == "was" || b == "were" || b == "been" || b == "being") {
        for (uint32_t k = t.last; k < start; ++k)
          if (word(k) == "by" || word(k) == "as") return false;
        return p.sure && (text_.punct(start - 1) == ':' || colon_between(t.last, start) ||
                          part_between(t.last, start) || naming(p.first));
      }
    }
    for (uint32_t k = t.last; k < start; ++k)
      if (word(k) == "by" || word(k) == "because") return false;
    return true;
  }
  [[nodiscard]] bool colon_between(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k)
      if (text_.punct(k) == ':') return true;
    return false;
  }
  [[nodiscard]] bool part_between(uint32_t from, uint32_t to) const {
    return from < to && cue("part", from, to) != nullptr;
  }
  [[nodiscard]] bool reporting_between(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k)
      if (is(k, Kind::kReporting)) return true;
    return false;
  }
  [[nodiscard]] bool broken(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k)
      if (text_.punct(k) == ';') return true;
    return false;
  }

  // "<name> said", "said <name>", "according to <name>": one who tells, unless a passive told of
  // them.
  [[nodiscard]] bool tells(const Person& p) const {
    const uint32_t start = p.title != nullptr ? p.title->first : p.first;
    if (start > first_ && is(start - 1, Kind::kReporting) && !naming(start)) return true;
    for (uint32_t k = p.end; k < std::min(last_, p.end + 3); ++k)
      if (is(k, Kind::kReporting) && !is(k, Kind::kOutcome)) return true;
    return false;
  }

  void keep(Person p) {
    if (p.last <= p.first) return;
    if (tells(p)) return;
    const auto outcome = outcome_for(p);
    if (!outcome || *outcome == Outcome::kDisplaced || *outcome == Outcome::kCasualties) return;
    if (unreal(p)) return;
    Victim v;
    v.name = std::string(p.span.of(text_.original));
    v.at.span = p.span;
    v.outcome = to_word(*outcome);
    v.age = p.years;
    for (const Term* t : {p.title, p.role})
      if (t != nullptr) tell(v, *t);
    settle_age(v);
    out_.push_back(std::move(v));
    list_end_ = p.end;
    list_outcome_ = outcome;
  }
  // "no", "denied", "mourned": said of the outcome word.
  [[nodiscard]] bool unreal(const Person& p) const {
    for (const Term& t : starting(back(p.first, 12), p.first))
      if (t.kind() == Kind::kCue && t.last <= p.first && p_.id(t) == "negation") return true;
    return false;
  }

  // Sex, age and role of a word for people.
  void tell(Victim& v, const Term& t) const {
    const std::string& id = p_.id(t);
    const std::string_view base = base_of(id);
    const bool arabic = t.sense->arabic != 0;
    if (t.sense->has(lexicon::kTagFemale) || base == "women")
      v.sex = "f";
    else if (t.sense->has(lexicon::kTagMale) || base == "men")
      v.sex = "m";
    else if (arabic)
      v.sex = t.sense->inflection == lexicon::Inflection::kFeminine ||
                      text_.fold_of(t.last - 1).ends_with("\xD9\x87")
                  ? "f"
                  : "m";
    if (base == "children")
      v.age_group = "child";
    else if (base == "women" || base == "men")
      v.age_group = "adult";
    if (id == "people.elderly") v.age_group = "elder";
    static constexpr std::pair<std::string_view, std::string_view> kRoles[] = {
        {"medics", "medic"},
        {"journalists", "journalist"},
        {"rescuers", "rescuer"},
        {"combatants", "fighter"}};
    for (const auto& [group, role] : kRoles)
      if (base == group) v.role = role;
    if (const size_t dot = id.find('.'); base == "people" && dot != std::string::npos &&
                                         id != "people.adult" && id != "people.elderly")
      v.role = id.substr(dot + 1);
  }
  static void settle_age(Victim& v) {
    if (v.age) v.age_group = *v.age < kAdult ? "child" : *v.age >= kElder ? "elder" : "adult";
  }

  // "and his wife", "her daughter, 6": relations told without a name.
  void kin() {
    const bool any =
        std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) { return related(t); });
    if (!any) return;
    const Harm harm = bind_people(p_, first_, last_);
    for (const Bound& b : harm.bound) {
      if (b.outcome == Outcome::kDisplaced || b.outcome == Outcome::kCasualties) continue;
      for (const Term& t : starting(b.quantity->first, b.quantity->last)) {
        if (!related(t) || t.last > b.quantity->last) continue;
        if (std::any_of(out_.begin(), out_.end(), [&](const Victim& v) {
              return !v.family.empty() && v.at.span.begin == text_.tokens[t.first].begin;
            }))
          continue;
        Victim v;
        uint32_t from = b.quantity->first, to = t.last;
        if (!t.sense->arabic) from = pronoun(t.first).value_or(from);
        const Span span = span_of(text_, from, to,
                                  text_.tokens[from].script == text::Script::kArabic
                                      ? (from == t.first ? t.clitics : b.quantity->clitics)
                                      : 0);
        v.family = std::string(span.of(text_.original));
        v.at.span = span;
        v.outcome = to_word(b.outcome);
        tell(v, t);
        if (t.sense->arabic) v.sex = single(t) ? arabic_sex_of_kin(t) : "";
        if (single(t) && !t.sense->arabic) {
          const Age age = age_after(to);
          v.age = age.years;
        }
        settle_age(v);
        out_.push_back(std::move(v));
      }
    }
  }
  // A feminine noun has its -t before the pronoun: his daughter, her sister.
  [[nodiscard]] const char* arabic_sex_of_kin(const Term& t) const {
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
  // A relation of someone told: "his wife"; in Arabic with the pronoun attached.
  [[nodiscard]] bool related(const Term& t) const {
    if (t.kind() != Kind::kPeople || !t.sense->has(lexicon::kTagKin) || t.first < first_ ||
        t.last > last_)
      return false;
    if (t.sense->arabic) {
      const std::string_view f = text_.fold_of(t.last - 1);
      if (text_.tokens[t.last - 1].span().of(text_.original).ends_with("\xD8\xA9"))
        return false;  // ta marbuta, folded like the pronoun
      return t.sense->inflection == lexicon::Inflection::kPronoun || f.ends_with("\xD9\x87") ||
             f.ends_with("\xD9\x87\xD8\xA7") || f.ends_with("\xD9\x87\xD9\x85\xD8\xA7");
    }
    if (text_.tokens[t.last - 1].has(text::kPossessive)) return false;  // "his wife's aunt"
    return pronoun(t.first).has_value();
  }
  // The "his" of "his pregnant wife".
  [[nodiscard]] std::optional<uint32_t> pronoun(uint32_t at) const {
    for (uint32_t k = at + 1; k > first_ && k + 3 > at; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "his" || f == "her" || f == "their") return k - 1;
      if (text_.punct(k - 1) == ',' || f == "and") return std::nullopt;
    }
    return std::nullopt;
  }

  uint32_t first_, last_;
  std::optional<Outcome> heading_;
  std::vector<uint32_t> marks_;  // kinds of the terms over each token
  std::vector<const Term*> outcomes_;
  bool capitals_ = false;
  uint32_t list_end_ = 0;  // after the person kept last
  std::optional<Outcome> list_outcome_;
  std::vector<Victim> out_;
};

}  // namespace

std::vector<Victim> find_victims(const Parsed& parsed, uint32_t first, uint32_t last,
                                 std::optional<Outcome> heading) {
  const bool harm = std::any_of(parsed.terms.begin(), parsed.terms.end(), [&](const Term& t) {
    return t.kind() == Kind::kOutcome && t.first >= first && t.last <= last;
  });
  if (!harm && !heading) return {};
  return VictimReader(parsed, first, last, heading).run();
}

namespace {

// People told one by one, some by name and some counted: "<name>, 30, his wife and two of their
// children", "a boy named <name> and a girl named <name>". All are counted, nobody twice.
class OneByOne {
 public:
  OneByOne(const Parsed& parsed, const Scene& scene, Outcome outcome)
      : p_(parsed), text_(*parsed.text), scene_(scene), outcome_(outcome) {}

  // Of how many the list tells; nothing where a number tells all of them.
  std::optional<int64_t> count() {
    if (!counted()) return std::nullopt;
    for (const Victim& v : scene_.claim.victims)
      if (!v.name.empty() && v.outcome == to_word(outcome_)) add_name(v.at.span);
    std::stable_sort(items_.begin(), items_.end(),
                     [](const Item& a, const Item& b) { return a.first < b.first; });
    int64_t total = 0, unnamed = 0;
    for (size_t i = 0; i < items_.size(); ++i) {
      const Item& x = items_[i];
      const Item* before = i > 0 ? &items_[i - 1] : nullptr;
      if (!x.name) {
        if (before != nullptr && before->name && x.describes && set_off(before->last, x.first))
          continue;  // "<name>, a nurse"
        total += x.count;
        unnamed = x.count;
      } else if (before != nullptr && before->name && text_.punct(before->last) == '(' &&
                 x.first == before->last + 1) {
        continue;  // "<name> (<other name>)"
      } else if (before != nullptr && unnamed > 0 && x.first - before->last <= 4) {
        --unnamed;  // "her two sons <name> and <name>"
      } else {
        const bool listed =
            (before != nullptr && linked(before->last, x.first)) ||
            (i + 1 < items_.size() && linked(x.last, items_[i + 1].first));
        if (listed) ++total;
        unnamed = 0;
      }
    }
    return total;
  }

 private:
  struct Item {
    uint32_t first, last;  // tokens
    int64_t count;
    bool name, describes;  // one alone may say who the person named before it was
  };

  // The counts of those harmed; false when one of them is a total.
  bool counted() {
    const Harm harm = bind_people(p_, scene_.first, scene_.last);
    for (const Bound& b : harm.bound) {
      const Quantity& q = *b.quantity;
      if (b.part || b.outcome != outcome_) continue;
      const bool one = q.range == CountRange::exactly(1);
      const bool alone = q.implicit || text_.fold_of(q.first) == "a" ||
                         text_.fold_of(q.first) == "an" || text_.fold_of(q.first) == "another";
      if (q.range.max != q.range.min || (q.counted != mentions::Counted::kPeople && !q.others) ||
          (!alone && !of_someone(q)))
        return false;
      items_.push_back({q.first, q.last, q.range.min, false, one && alone && !of_someone(q)});
    }
    return !items_.empty();
  }
  // "his wife", "two of their children", "alongside 11 members of the family"
  [[nodiscard]] bool of_someone(const Quantity& q) const {
    if (text_.tokens[q.last - 1].script == text::Script::kArabic) return q.others;
    for (uint32_t k = q.first > scene_.first + 2 ? q.first - 2 : scene_.first; k < q.last; ++k) {
      const std::string_view f = text_.fold_of(k);
      if (f == "his" || f == "her" || f == "their" || (k < q.first && (f == "with" || f == "alongside")))
        return true;
    }
    return false;
  }
  void add_name(Span span) {
    const auto at = [&](uint32_t byte) {
      return static_cast<uint32_t>(
          std::lower_bound(text_.tokens.begin(), text_.tokens.end(), byte,
                           [](const Token& t, uint32_t b) { return t.begin < b; }) -
          text_.tokens.begin());
    };
    items_.push_back({at(span.begin), at(span.end), 1, true, false});
  }
  // ", a", ", a 48-year-old"
  [[nodiscard]] bool set_off(uint32_t from, uint32_t to) const {
    if (to <= from || to - from > 7 || text_.punct(from) != ',') return false;
    for (uint32_t k = from + 1; k < to; ++k)
      if (text_.tokens[k].kind == TokenKind::kPunct || text_.fold_of(k) == "and") return false;
    return true;
  }
  // Between two of a list: commas, ages and words that join.
  [[nodiscard]] bool linked(uint32_t from, uint32_t to) const {
    static constexpr std::array<std::string_view, 23> kJoin = {
        "and",  "along", "alongside", "together", "with", "as",    "well", "his",   "her",  "their",
        "year", "years", "old",       "month",    "months", "aged", "age", "a",     "an",   "of",
        "the",  "two",   "\xD9\x85\xD8\xB9"};
    if (to == from) return true;  // Arabic "and" is of the word
    if (to < from || to - from > 12) return false;
    for (uint32_t k = from; k < to; ++k) {
      const char c = text_.punct(k);
      if (c != 0 ? c != ',' && c != '(' && c != ')' && c != '-'
                 : text_.tokens[k].kind != TokenKind::kNumber && !one_of(text_.fold_of(k), kJoin))
        return false;
    }
    return true;
  }

  const Parsed& p_;
  const text::Text& text_;
  const Scene& scene_;
  Outcome outcome_;
  std::vector<Item> items_;
};

}  // namespace

void read_victims(const Parsed& parsed, Scene& scene) {
  if (scene.mock || scene.hypothetical || scene.background) return;
  Claim& c = scene.claim;
  add_victims(c.victims, find_victims(parsed, scene.first, scene.last, std::nullopt));
  if (c.victims.empty()) return;
  // The names of persons are of places as well.
  std::erase_if(c.where, [&](const PlaceMention& m) {
    return std::any_of(c.victims.begin(), c.victims.end(), [&](const Victim& v) {
      return !v.name.empty() && v.at.span.begin <= m.at.span.begin && m.at.span.end <= v.at.span.end;
    });
  });
  c.rules.push_back("victims.named");
  for (const Outcome o : {Outcome::kKilled, Outcome::kInjured}) {
    auto& count = c.count(o);
    if (!count || count->range.is_vague() || !count->range.max || named(c, o) == 0) continue;
    const auto total = OneByOne(parsed, scene, o).count();
    if (!total || *total <= *count->range.max) continue;
    count->range = CountRange::exactly(*total);
    for (const Victim& v : c.victims)
      if (v.outcome == to_word(o)) count->at.span = count->at.span.cover(v.at.span);
  }
  // "A was hurt, and B was hurt", "citizen A and citizen B": only words without a number were
  // counted.
  for (const Outcome o : kTold) {
    auto& count = c.count(o);
    if (!count || count->range.is_vague() || !count->range.max || named(c, o) <= *count->range.max)
      continue;
    const bool number =
        std::any_of(parsed.quantities.begin(), parsed.quantities.end(), [&](const Quantity& q) {
          return !q.implicit && count->at.span.begin <= parsed.text->tokens[q.first].begin &&
                 parsed.text->tokens[q.first].begin < count->at.span.end;
        });
    if (!number) count.reset();
  }
  // "one of the wounded was named as A": told of some, not how many.
  const bool act = std::any_of(parsed.terms.begin(), parsed.terms.end(), [&](const Term& t) {
    return t.kind() == Kind::kOutcome && t.first >= scene.first && t.last <= scene.last &&
           !t.sense->has(lexicon::kTagPerson);
  });
  count_named(c, act, false);
}

void count_named(Claim& c, bool make, bool more) {
  if (c.victims.size() >= kMostVictims) return;  // more may be named than were kept
  for (const Outcome o : kTold) {
    const int64_t n = named(c, o);
    if (n == 0) continue;
    Span span;
    for (const Victim& v : c.victims)
      if (v.outcome == to_word(o) && !v.name.empty()) span = span.cover(v.at.span);
    auto& count = c.count(o);
    if (!count && make) {
      count = Figure{CountRange::exactly(n), {span, false}, {}};
      c.rules.push_back(std::string(to_word(o)) + ".named");
      if (more) count->range.max.reset();
    }
    if (!count || (count->range != CountRange::exactly(n) &&
                   (!more || count->range != CountRange::at_least(n))))
      continue;
    auto* by = o == Outcome::kKilled    ? &c.killed_by
               : o == Outcome::kInjured ? &c.injured_by
                                        : nullptr;
    if (by == nullptr) continue;
    for (const std::string_view group : {"children", "women", "men"}) {
      const auto of = std::count_if(c.victims.begin(), c.victims.end(), [&](const Victim& v) {
        if (v.name.empty() || v.outcome != to_word(o) || v.age_group.empty()) return false;
        return group == "children"
                   ? v.age_group == "child"
                   : v.age_group != "child" && v.sex == (group == "women" ? "f" : "m");
      });
      if (of > 0)
        by->emplace(group, Figure{more ? CountRange::at_least(of) : CountRange::exactly(of),
                                  {span, false},
                                  {}});
    }
  }
}

std::optional<Outcome> names_heading(const Parsed& p) {
  const text::Sentence& s = *p.sentence;
  std::optional<Outcome> found;
  if (s.last - s.first > 2 && p.text->fold_of(s.last - 2) == "\xD9\x83\xD9\x84" &&
      p.text->fold_of(s.last - 1) == "\xD9\x85\xD9\x86")  // "the death of each of", then names
    for (const Term& t : p.terms)
      if (t.kind() == Kind::kOutcome)
        if (const auto o = outcome_of(p.id(t)); o && *o != Outcome::kCasualties) found = o;
  for (const Term& t : p.terms) {
    if (t.kind() != Kind::kOutcome || !t.sense->has(lexicon::kTagPerson | lexicon::kTagNoun))
      continue;
    for (uint32_t k = t.last; k < std::min(s.last, t.last + 3); ++k) {
      if (p.text->punct(k) != ':') continue;
      if (k + 1 < s.last && !p.text->tokens[k + 1].has(text::kNewline)) break;
      if (const auto o = outcome_of(p.id(t)); o && *o != Outcome::kCasualties) found = o;
    }
  }
  return found;
}

void add_victims(std::vector<Victim>& to, const std::vector<Victim>& from) {
  for (const Victim& v : from) {
    if (to.size() >= kMostVictims) return;
    const std::string key = fold(v.name.empty() ? v.family : v.name);
    const auto same = std::find_if(to.begin(), to.end(), [&](const Victim& o) {
      return o.name.empty() == v.name.empty() && fold(o.name.empty() ? o.family : o.name) == key;
    });
    if (same == to.end()) {
      to.push_back(v);
      continue;
    }
    if (!same->age && v.age) same->age = v.age, same->age_group = v.age_group;
    if (same->sex.empty()) same->sex = v.sex;
    if (same->role.empty()) same->role = v.role;
    if (v.outcome == "killed") same->outcome = v.outcome;  // died of wounds told before
  }
}

}  // namespace sijil::claims
