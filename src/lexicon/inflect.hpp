// SPDX-License-Identifier: Apache-2.0
// The regular forms of a listed word. Rules of the language, not words: exceptions are data rows.
#pragma once

#include "lexicon/sense.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sijil::lexicon {

struct Form {
  std::string text;  // folded
  Inflection inflection;
};

// All forms of `folded` (base form included, first). `pos` as in data/README.md; `listed_plural`
// stops number endings (the row is itself a plural or dual).
[[nodiscard]] std::vector<Form> english_forms(std::string_view folded, char pos,
                                              bool listed_plural);
[[nodiscard]] std::vector<Form> arabic_forms(std::string_view folded, char pos, bool listed_plural);

}  // namespace sijil::lexicon
