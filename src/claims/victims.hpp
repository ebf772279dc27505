// SPDX-License-Identifier: Apache-2.0
// Who was harmed, by name: persons told with their age, sex, role and family. A name is kept only
// when it is told as a person's (an age, a word for people or "named" beside it, a list of the
// dead) and is tied to an outcome word. Pure, thread-safe, nothing fails. Internal to claims/.
#pragma once

#include "claims/scene.hpp"

#include <optional>
#include <vector>

namespace sijil::claims {

// The persons of tokens [first, last). `heading`: the outcome that a line before told for a list of
// names.
[[nodiscard]] std::vector<Victim> find_victims(const Parsed& parsed, uint32_t first, uint32_t last,
                                               std::optional<Outcome> heading);

// The outcome of a line that announces names ("Names of the wounded:"), or nothing.
[[nodiscard]] std::optional<Outcome> names_heading(const Parsed& parsed);

// Of one claim; whoever is named beyond is left out, and the named are then not counted.
inline constexpr size_t kMostVictims = 500;

// Adds persons that are not there yet; the fuller telling of a name stands.
void add_victims(std::vector<Victim>& to, const std::vector<Victim>& from);

// What the named persons tell of a claim's counts: who they were, when all are named, and with
// `make` how many, where the text tells no number; at least so many when there are `more`.
void count_named(Claim& claim, bool make, bool more);

}  // namespace sijil::claims
