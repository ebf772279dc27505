// SPDX-License-Identifier: Apache-2.0
// Counts and what they count: "at least six civilians", "two airstrikes", "a man and a woman",
// "dozens", and in Arabic also a bare noun (one) or its dual (two). Pure, thread-safe.
#pragma once

#include "mentions/term.hpp"
#include "model/count.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace sijil::mentions {

struct Number {
  uint32_t last = 0;  // token after it
  int64_t value = 0;
};

// The cardinal that starts at token `at`, in digits or words, before `end`; nothing when the token
// is no count (a date, a clock time, a calibre, a unit's name).
[[nodiscard]] std::optional<Number> parse_number(const text::Text& text,
                                                 const lexicon::Lexicon& lexicon, uint32_t at,
                                                 uint32_t end);

enum class Counted : uint8_t {
  kPeople,     // a people noun
  kVictims,    // a noun that holds its outcome: martyrs, wounded, deaths, casualties
  kStrikes,    // airstrikes, raids, shells as events
  kMunitions,  // shells, rockets, bombs
  kPlaces,     // towns, villages
  kTargets,    // houses, cars
  kNothing     // no noun: "killing 25", "10 others"
};

struct Quantity {
  uint32_t first = 0, last = 0;  // tokens, bound to noun
  CountRange range;
  Counted counted = Counted::kNothing;
  const Sense* noun = nullptr;  // null for kNothing
  const Sense* group =
      nullptr;  // people sense that qualifies: "civilian casualties", "child victims"
  const Sense* actor = nullptr;  // whose people: "three regime soldiers"
  bool others = false;           // "10 others", "two more"
  bool implicit = false;         // no number word: a bare noun
  bool partitive = false;        // "12 of which", "two of them"
  bool definite = false;         // "the child"
  uint8_t clitics = 0;           // of the first token (Arabic)
};

// The quantities of tokens [first, last) in order; `busy[i - first]` marks tokens of dates, ages
// and the like that are no counts.
[[nodiscard]] std::vector<Quantity> find_quantities(const text::Text& text,
                                                    const lexicon::Lexicon& lexicon, uint32_t first,
                                                    uint32_t last, const std::vector<Term>& terms,
                                                    const std::vector<bool>& busy);

}  // namespace sijil::mentions
