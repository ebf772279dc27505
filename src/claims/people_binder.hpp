// SPDX-License-Identifier: Apache-2.0
// Ties the counts of people in a sentence to what befell them; inside claims only, bind_people() in
// clause.hpp is the way in.
//
// The words of the sentence are walked in order. A count takes the outcome word that governs it, or
// waits for one; an outcome word takes the counts that wait, or those that follow. What a count may
// be a part of, who only tells, and how an outcome word takes its people are files of their own.
#pragma once

#include "claims/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sijil::claims {

using lexicon::Inflection;
using lexicon::Kind;
using mentions::Counted;
using text::Text;
using text::TokenKind;

inline bool is_be(std::string_view f) {
  static constexpr std::array<std::string_view, 11> kBe = {
      "was", "were", "been", "be", "are", "is", "being", "get", "got", "gets", "have"};
  return std::find(kBe.begin(), kBe.end(), f) != kBe.end();
}

class PeopleBinder {
 public:
  PeopleBinder(const Parsed& p, uint32_t first, uint32_t last)
      : p_(p), text_(*p.text), first_(first), last_(last) {}
  Harm run();

 private:
  // people.cpp
  [[nodiscard]] bool inside_quantity(const Term& t) const;
  [[nodiscard]] bool recovered(const Term& t) const;
  [[nodiscard]] bool arabic(uint32_t i) const;
  [[nodiscard]] const Term* cue(uint32_t from, uint32_t to, std::string_view id) const;
  [[nodiscard]] bool coordinated(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool name_word(uint32_t i) const;
  [[nodiscard]] uint32_t closing(uint32_t i, uint32_t to) const;
  [[nodiscard]] bool sentence_break(uint32_t from, uint32_t to) const;
  static bool countable(const Quantity& q);
  void bind(const Quantity& q, Outcome o, bool part, uint32_t at);
  [[nodiscard]] bool passed_over(const Quantity& q);
  void victims_noun(const Quantity& q, bool among);
  [[nodiscard]] bool toll_told(const Quantity& q, bool part);
  [[nodiscard]] bool object_of_active(const Quantity& q);
  void on_quantity(const Quantity& q);
  void on_outcome(const Term& t, size_t next_quantity);
  void finish();

  // people_tellers.cpp: Counts and persons of a sentence that come to no harm: who tells, and what
  // is no person.
  [[nodiscard]] bool of_nation(const Quantity& q) const;
  [[nodiscard]] bool other_teller(const Quantity& q);
  [[nodiscard]] bool occupied(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool number_of_acts(uint32_t to) const;
  [[nodiscard]] bool number_of_things(uint32_t to) const;
  [[nodiscard]] bool says_by_name(const Quantity& q) const;
  [[nodiscard]] bool says_named(const Quantity& q) const;
  [[nodiscard]] bool says_at_work(const Quantity& q) const;
  [[nodiscard]] bool says(const Quantity& q) const;
  [[nodiscard]] bool tells(const Quantity& q) const;
  [[nodiscard]] bool unknown(uint32_t from) const;
  [[nodiscard]] bool about_it(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool negated(uint32_t from, uint32_t to) const;

  // people_parts.cpp: Which counts are parts of others: "among them", "of whom", lists after a
  // total.
  [[nodiscard]] bool exceeded(const Quantity& q) const;
  [[nodiscard]] bool described(const Quantity& q) const;
  [[nodiscard]] bool are_people(const Quantity& q) const;
  [[nodiscard]] bool part_next(const Quantity& q) const;
  [[nodiscard]] bool apposed(const Quantity& q);
  [[nodiscard]] bool listed_after_total(const Quantity& q) const;
  [[nodiscard]] bool they_are(uint32_t i) const;
  [[nodiscard]] bool listed_after_colon(const Quantity& q) const;
  [[nodiscard]] bool bracket_after_total(const Quantity& q) const;
  [[nodiscard]] bool in_brackets(uint32_t from, const Quantity& q) const;
  [[nodiscard]] bool among_them(const Quantity& q) const;
  [[nodiscard]] bool among_harmed(uint32_t at) const;
  [[nodiscard]] bool is_among(const Term& c) const;
  void bind_parts(Outcome o, uint32_t at);
  [[nodiscard]] uint32_t clause_end(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool part_before(const Quantity& q);
  [[nodiscard]] bool part_of(const Term& part, const Quantity& q) const;
  [[nodiscard]] bool next_one(const Quantity& q) const;
  [[nodiscard]] bool joined(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool added(uint32_t from, const Quantity& q) const;
  [[nodiscard]] bool and_more(uint32_t from, const Quantity& q) const;
  [[nodiscard]] bool part_follows(const Term& t, const Quantity& q) const;
  [[nodiscard]] bool set_off(const Quantity& total, const Quantity& next) const;
  [[nodiscard]] bool disjoint(const Quantity& a, const Quantity& b) const;
  [[nodiscard]] bool joined_by_and(const Quantity& q) const;
  void apposed_lists();
  void list_item(Outcome outcome);
  void of_those_before();
  [[nodiscard]] std::optional<Outcome> harm_before() const;

  // people_counts.cpp: Counts that tell of harm in words of their own: lives claimed, tolls put at
  // a figure, men lost.
  [[nodiscard]] bool with_wounds(uint32_t i) const;
  [[nodiscard]] bool beside(const Quantity& q) const;
  [[nodiscard]] bool arabic_beside(const Quantity& q, uint32_t told) const;
  [[nodiscard]] static bool singular_of_many(const Quantity& q);
  [[nodiscard]] bool reaches(const Quantity& q) const;
  [[nodiscard]] bool heading_arabic() const;
  [[nodiscard]] bool counted_next(const Quantity& q) const;
  [[nodiscard]] bool lives(const Quantity& q) const;
  [[nodiscard]] bool lost(const Quantity& q) const;
  [[nodiscard]] bool left_so(const Quantity& q, uint32_t at) const;
  [[nodiscard]] bool counts_waiting() const;
  [[nodiscard]] std::vector<const Quantity*> them(const Term& t) const;
  [[nodiscard]] bool driven(const Term& t) const;
  [[nodiscard]] bool suffers_else(const Quantity& q) const;
  [[nodiscard]] bool died_of(const Quantity& q) const;
  [[nodiscard]] bool of_a_people(const Quantity& q) const;
  [[nodiscard]] bool succumbed(const Quantity& q) const;
  [[nodiscard]] bool of_toll(const Term& c) const;
  [[nodiscard]] bool was_toll(const Quantity& q) const;
  [[nodiscard]] std::optional<Outcome> put_at(const Quantity& q) const;
  [[nodiscard]] bool counted_by(const Quantity& q) const;
  [[nodiscard]] bool replaces(const Quantity& q) const;
  [[nodiscard]] bool stands_alone(const Quantity& q) const;
  [[nodiscard]] bool heads_toll(const Quantity& q) const;

  // people_words.cpp: How an outcome word takes its people: those before it or after it, named or
  // not.
  [[nodiscard]] bool passive_ahead(const Quantity& q) const;
  [[nodiscard]] bool complement(const Term& t, Outcome o) const;
  [[nodiscard]] bool particle(const Term& t, size_t next_quantity) const;
  [[nodiscard]] bool lost_life(const Term& t) const;
  [[nodiscard]] bool departs_only(const Term& t) const;
  [[nodiscard]] bool turns(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool sustained(uint32_t at, const lexicon::Sense& noun) const;
  [[nodiscard]] bool names_object(const Term& t) const;
  [[nodiscard]] bool shot_object(const Term& t) const;
  [[nodiscard]] bool backward(const Term& t, size_t next_quantity) const;
  [[nodiscard]] bool unnamed_subject(const Term& t, uint32_t was) const;
  [[nodiscard]] bool named_subject(const Term& t) const;
  [[nodiscard]] bool relative(const Term& t) const;
  [[nodiscard]] bool by_the_way(const Term& t) const;
  [[nodiscard]] bool killed_later(uint32_t from) const;
  [[nodiscard]] bool joins_vague(const Term& t) const;
  [[nodiscard]] uint32_t clause_start(const Term& t) const;
  [[nodiscard]] bool victims_described(const Term& t, Outcome o);
  [[nodiscard]] bool taken_with_wounds(const Term& t, Outcome o);
  [[nodiscard]] bool plural_after_subject(const Term& t) const;
  [[nodiscard]] bool takes_object(const Term& t) const;
  bool bind_them(const Term& term, Outcome outcome);
  void shot_people();
  [[nodiscard]] bool killed_him(const Term& t) const;

  static constexpr uint32_t kRise = 26;  // tokens from the word of a toll to its figure
  template <size_t N>
  [[nodiscard]] bool taken_by(const Quantity& q, const std::string_view (&verbs)[N]) const {
    for (uint32_t k = q.first; k > first_ && k + 4 > q.first; --k)
      for (const std::string_view v : verbs)
        if (text_.fold_of(k - 1).starts_with(v)) return true;
    return false;
  }
  struct Pending {
    const Quantity* quantity;
    bool part;
  };
  const Parsed& p_;
  const Text& text_;
  uint32_t first_, last_;
  std::vector<const Quantity*> quantities_;
  std::vector<const Term*> outcomes_, cues_;
  std::vector<Pending> pending_;
  std::vector<std::pair<const Term*, Outcome>> unfilled_;
  const Term* active_ = nullptr;
  const Term* passive_word_ = nullptr;
  Outcome active_outcome_ = Outcome::kKilled;
  bool joint_ = false;       // the active word is a pair: "killed and wounded"
  uint32_t active_end_ = 0;  // end of the last object bound to the active word
  std::optional<Outcome> last_outcome_;
  uint32_t lives_end_ = 0;    // after "nine lives"
  uint32_t beside_ = 0;       // after those told beside others
  uint32_t heading_end_ = 0;  // after "the wounded", that a count may follow
  uint32_t last_word_ = 0, last_end_ = 0, last_part_end_ = 0;
  const Quantity* colon_list_ = nullptr;
  bool part_chain_ = false;
  uint32_t described_ = 0;  // first token of what the victims are said to have been
  Harm harm_;
};

}  // namespace sijil::claims
