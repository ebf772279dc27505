// SPDX-License-Identifier: Apache-2.0
// The many Latin spellings of one name: "Khan Sheikhoun", "Khan Shaykhun"; "al-Hamadaniyeh",
// "Hamdaniya". Two names are spellings of one when their keys are equal.
//
// Arabic has no letters for o and e, and how it is written in Latin follows the ear of the writer:
// articles join (ash, ez), vowels vary (ou/u/oo, ai/ei/ee), letters double or do not, q and k, kh
// and k are mixed up, a final -a is written -a, -ah, -eh.
#pragma once

#include <string>
#include <string_view>

namespace sijil::lexicon {

struct SpellingKeys {
  std::string close;  // keeps what class each vowel is of; empty when too short to tell names apart
  std::string wide;   // consonants alone; empty for names of fewer than four
};

// The keys of a folded name (see fold) in Latin letters; both empty for other scripts. Pure.
[[nodiscard]] SpellingKeys spelling_keys(std::string_view folded);

}  // namespace sijil::lexicon
