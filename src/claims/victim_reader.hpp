// SPDX-License-Identifier: Apache-2.0
// Finds people told by name in a passage, with age, sex, role and family; inside claims only,
// find_victims() in victims.hpp is the way in.
#pragma once

#include "base/fold.hpp"
#include "claims/clause.hpp"
#include "claims/victims.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::span_of;
using text::Token;
using text::TokenKind;

inline constexpr std::string_view kWaw = "\xD9\x88";
inline constexpr std::string_view kAl = "\xD8\xA7\xD9\x84";
inline constexpr int kAdult = 18, kElder = 65, kOldest = 115;
inline constexpr uint32_t kNameWords = 6;  // of one name
inline constexpr uint32_t kPhrase = 10;    // tokens of the longest term
inline constexpr uint32_t kPlaceMark = 1u << 31;

template <size_t N>
inline bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
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

inline constexpr Outcome kTold[] = {Outcome::kKilled, Outcome::kInjured, Outcome::kMissing,
                                    Outcome::kDetained};

inline int64_t named(const Claim& c, Outcome o) {
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
  std::vector<Victim> run();

 private:
  // victims.cpp
  [[nodiscard]] bool is(uint32_t i, Kind k) const;
  [[nodiscard]] std::string_view word(uint32_t i) const;
  [[nodiscard]] static bool single(const Term& t);
  [[nodiscard]] std::span<const Term> starting(uint32_t from, uint32_t to) const;
  static uint32_t back(uint32_t at, uint32_t by);
  [[nodiscard]] bool cue_at(std::string_view id, uint32_t at) const;
  std::optional<Outcome> outcome_for(const Person& p);
  [[nodiscard]] bool passive(const Person& p, const Term& t) const;
  [[nodiscard]] bool describes(uint32_t k) const;
  [[nodiscard]] bool governs(const Term& t, const Person& p) const;
  [[nodiscard]] bool colon_between(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool part_between(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool reporting_between(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool broken(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool tells(const Person& p) const;
  void keep(Person p);
  [[nodiscard]] bool unreal(const Person& p) const;
  void tell(Victim& v, const Term& t) const;
  static void settle_age(Victim& v);
  void kin();
  [[nodiscard]] bool related(const Term& t) const;
  [[nodiscard]] std::optional<uint32_t> pronoun(uint32_t at) const;

  // victims_latin.cpp: Names of people in Latin letters, and their ages.
  [[nodiscard]] bool all_capitals() const;
  [[nodiscard]] const Term* person_ending(uint32_t at) const;
  [[nodiscard]] bool naming(uint32_t at) const;
  [[nodiscard]] bool upper(uint32_t i) const;
  [[nodiscard]] bool common(uint32_t i) const;
  static bool particle(std::string_view f);
  [[nodiscard]] bool bridges(uint32_t k) const;
  std::optional<Person> latin_at(uint32_t i);
  [[nodiscard]] bool family_follows(uint32_t at) const;
  std::optional<Person> skip(uint32_t end);
  [[nodiscard]] bool in_place(uint32_t from, uint32_t to) const;
  [[nodiscard]] std::optional<int> small_number(uint32_t i) const;
  [[nodiscard]] Age age_after(uint32_t at) const;
  [[nodiscard]] std::optional<int> age_before(uint32_t at) const;
  void described(Person& p) const;
  [[nodiscard]] bool continues_list(uint32_t at) const;
  [[nodiscard]] bool joined_by_and(uint32_t i) const;
  [[nodiscard]] bool has_and(uint32_t i) const;
  [[nodiscard]] bool time_of_day(uint32_t i) const;

  // victims_arabic.cpp: Names of people in Arabic letters, and their ages.
  [[nodiscard]] bool arabic_here(uint32_t i) const;
  [[nodiscard]] bool arabic_name_word(uint32_t i, bool first_word) const;
  std::optional<Person> arabic_at(uint32_t i);
  std::optional<Person> arabic_harmed(uint32_t i);
  [[nodiscard]] bool starts_line(uint32_t i) const;
  [[nodiscard]] bool each_of(uint32_t i) const;
  [[nodiscard]] bool given(uint32_t i) const;
  std::optional<Person> arabic_titled(uint32_t i);
  [[nodiscard]] bool opens(uint32_t k) const;
  [[nodiscard]] bool closes(uint32_t k) const;
  std::optional<Person> arabic_aged(uint32_t i);
  [[nodiscard]] bool starts_item(uint32_t i) const;
  [[nodiscard]] Age arabic_age(uint32_t k) const;
  [[nodiscard]] const char* arabic_sex_of_kin(const Term& t) const;

  uint32_t first_, last_;
  std::optional<Outcome> heading_;
  std::vector<uint32_t> marks_;  // kinds of the terms over each token
  std::vector<const Term*> outcomes_;
  bool capitals_ = false;
  uint32_t list_end_ = 0;  // after the person kept last
  std::optional<Outcome> list_outcome_;
  std::vector<Victim> out_;
};

}  // namespace sijil::claims
