// SPDX-License-Identifier: Apache-2.0
// Calls, condemnations, denials, admissions and threats. Pure, thread-safe, nothing fails. Internal
// to claims/.
#pragma once

#include "claims/scene.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sijil::claims {

// What a statement names of the event it speaks of.
struct Clues {
  size_t sentence = 0;
  std::vector<std::string> places, actors, weapons;  // place keys, ids, ids
};

struct Stated {
  Statement statement;
  bool facts = false;  // tells of an attack as well ("condemned the shelling that killed six"):
                       // read on for claims
  Clues clues;
  uint32_t at = 0;  // token of the word that calls, condemns, denies
};

// What a sentence calls for, condemns, denies, admits or threatens; none when it only tells.
[[nodiscard]] std::optional<Stated> read_statement(const Parsed& parsed);

// How much of a claim a statement names; 0 for nothing.
[[nodiscard]] int shared(const Clues& clues, const Claim& claim);

}  // namespace sijil::claims
