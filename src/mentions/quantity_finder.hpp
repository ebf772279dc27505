// SPDX-License-Identifier: Apache-2.0
// Finds counts in a sentence: numbers and vague words with what they count; inside mentions only,
// find_quantities() in quantity.hpp is the way in.
#pragma once

#include "mentions/quantity.hpp"

#include <algorithm>
#include <string_view>

namespace sijil::mentions {

using lexicon::Inflection;
using text::Text;
using text::Token;
using text::TokenKind;

class QuantityFinder {
 public:
  QuantityFinder(const Text& text, const lexicon::Lexicon& lex, uint32_t first, uint32_t last,
                 const std::vector<Term>& terms, const std::vector<bool>& busy)
      : text_(text), lex_(lex), first_(first), last_(last), terms_(terms), busy_(busy) {
    by_token_.assign(last - first + 1, 0);
    size_t t = 0;
    for (uint32_t i = first; i <= last; ++i) {
      while (t < terms.size() && terms[t].first < i) ++t;
      by_token_[i - first] = static_cast<uint32_t>(t);
    }
  }
  std::vector<Quantity> run();

 private:
  // Which kind of count a noun at `i` makes; null when there is none.
  struct Noun {
    const Term* term = nullptr;
    Counted counted = Counted::kNothing;
  };

  // quantity.cpp
  [[nodiscard]] uint32_t ages(uint32_t i) const;
  static bool is_min(std::string_view f);
  [[nodiscard]] uint32_t bound_before(uint32_t i, CountRange& range, int64_t n) const;
  [[nodiscard]] bool opens_bound(const Term& b) const;
  static void apply(std::string_view bound, CountRange& range, int64_t n);
  [[nodiscard]] bool listed_age(uint32_t i, const Number& n) const;
  static bool is_money(std::string_view f);
  [[nodiscard]] bool age_in_brackets(uint32_t i, const Number& n) const;
  [[nodiscard]] bool rises_from(uint32_t i) const;
  [[nodiscard]] std::optional<Number> first_number(uint32_t i) const;
  bool one_of(uint32_t i, Quantity& q);
  bool counted(uint32_t i, Quantity& q);

  // quantity_noun.cpp: What a number counts: the words after it up to its noun.
  [[nodiscard]] std::pair<size_t, size_t> at(uint32_t i) const;
  [[nodiscard]] const Term* term(uint32_t i, Kind kind) const;
  [[nodiscard]] uint32_t term_last(uint32_t i, Kind kind) const;
  [[nodiscard]] const Term* ending(uint32_t end, Kind kind) const;
  [[nodiscard]] std::string_view id(const Term* t) const;
  [[nodiscard]] bool arabic(uint32_t i) const;
  [[nodiscard]] Noun noun(uint32_t i) const;
  void head(uint32_t i, Quantity& q);
  static bool is_stop(std::string_view f);
  [[nodiscard]] bool each_side(uint32_t i) const;
  [[nodiscard]] bool other_things(const Quantity& q) const;
  [[nodiscard]] bool said_of(uint32_t i) const;
  [[nodiscard]] bool belonged_to(const Quantity& q, uint32_t at) const;
  [[nodiscard]] bool plain_noun(uint32_t i) const;
  static bool is_measure(std::string_view f);
  static bool is_further(std::string_view f);
  static bool is_of_them(std::string_view f);

  // quantity_implicit.cpp: Counts without a number: "a man", "the two of them", bare nouns, Arabic
  // duals.
  bool vague(uint32_t i, Quantity& q);
  [[nodiscard]] bool him(uint32_t i) const;
  [[nodiscard]] bool their_own(uint32_t i) const;
  bool article(uint32_t i, Quantity& q);
  [[nodiscard]] bool one_strike(const Sense& s) const;
  static bool singular(const Quantity& q);
  bool one_more(uint32_t i, Quantity& q);
  bool third(uint32_t i, Quantity& q);
  [[nodiscard]] bool phrase_ends(uint32_t i) const;
  bool others(uint32_t i, Quantity& q);
  [[nodiscard]] bool object_of_harm(uint32_t i) const;
  [[nodiscard]] bool same_person(uint32_t i, const Quantity& q) const;
  [[nodiscard]] bool silent(const Term& speaker) const;
  bool bare(uint32_t i, Quantity& q);
  [[nodiscard]] int64_t ages_after(uint32_t i) const;

  const Text& text_;
  const lexicon::Lexicon& lex_;
  uint32_t first_, last_;
  const std::vector<Term>& terms_;
  const std::vector<bool>& busy_;
  std::vector<uint32_t> by_token_;
  std::vector<Quantity> out_;
};

}  // namespace sijil::mentions
