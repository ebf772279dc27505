// SPDX-License-Identifier: Apache-2.0
// Whether a scene tells more of an event that a document has told before: one scored comparison of
// date, place, toll, means, actors and the way it is told. Pure, thread-safe, nothing fails.
// Internal to claims/.
#pragma once

#include "claims/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sijil::claims {

// An event of the document with all that has been told of it.
struct Open {
  Scene scene;                       // its claim grows
  size_t sentence = 0;               // the last that told of it
  bool headline = false;             // told by headlines alone so far
  bool sole = false;                 // no other event of the text has a number of dead
  bool told = false;                 // a headline that a sentence of the body tells more of
  std::vector<std::string> generic;  // generic attack words of all its scenes
  std::vector<ActorMention> heard;   // who acts in a sentence before it that tells of no event
};

struct Likeness {
  double score = 0;     // kJoin or more: the same event
  bool widens = false;  // another teller's figures: they make a range
  bool part = false;    // its figures are part of those told
};

inline constexpr double kJoin = 2.0;
inline constexpr double kNever = -100;

// How surely `scene`, a clause of the sentence `parsed`, tells of `open`, an event of the same
// document. `latest`: no event was told after it.
[[nodiscard]] Likeness same_event(const Parsed& parsed, const Scene& scene, const Open& open,
                                  bool latest);

// A key to compare place names by: folded, without article. Equal for the spellings of one name.
[[nodiscard]] std::string place_key(std::string_view name);

}  // namespace sijil::claims
