// SPDX-License-Identifier: Apache-2.0
// Names of places in a sentence: gazetteer words, and names told by what stands around them ("the
// village of X", "X countryside"; their Arabic counterparts). Positions come later. Pure,
// thread-safe.
#pragma once

#include "mentions/term.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sijil::mentions {

enum class PlaceRole : uint8_t {
  kSite,    // a settlement, quarter, camp or landmark
  kArea,    // what contains it
  kEither,  // a city that is also a province: decided by what stands beside it
  kSource   // where something came from: "from the village of X", "positioned in X"
};

struct PlaceName {
  uint32_t first = 0, last = 0;  // tokens of the name
  Span span;
  uint32_t node = 0;  // Lexicon::senses(node): gazetteer candidates; 0 when not in it
  PlaceRole role = PlaceRole::kSite;
  std::string_view class_word;   // id of a place_word told with it, "" for none
  bool near = false;             // "near X", "outskirts of X"
  bool within_previous = false;  // "A in B", "A, B province": contains the one before
};

// Place names of tokens [first, last), in order. `busy[i - first]` marks tokens of dates.
// `capitals`: every word is written in capitals or title case, so case tells nothing.
[[nodiscard]] std::vector<PlaceName> find_places(const text::Text& text,
                                                 const lexicon::Lexicon& lexicon, uint32_t first,
                                                 uint32_t last, const std::vector<Term>& terms,
                                                 const std::vector<bool>& busy, bool capitals);

}  // namespace sijil::mentions
