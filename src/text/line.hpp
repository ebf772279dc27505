// SPDX-License-Identifier: Apache-2.0
// Lines of a page and what they are: page furniture or text. Internal to text/.
#pragma once

#include "text/text.hpp"

#include <cstdint>
#include <vector>

namespace sijil::text {

struct Line {
  uint32_t first = 0, last = 0;  // tokens
  uint32_t words = 0;
  bool terminal = false;  // ends in . ! ? or a quote after one
  bool ellipsis = false;
  bool bullet = false;
  bool furniture = false;
  bool dateline = false;  // place, date and agency before the text
  bool piece = false;     // of a longer line

  [[nodiscard]] bool prose() const { return (terminal && words >= 12) || words >= 25; }
  [[nodiscard]] bool headline_like() const {
    return words >= 4 && words <= 22 && !terminal && !bullet && !piece;
  }
};

// The lines of a text, furniture marked. A page that lost its line breaks is parted at the
// furniture in it.
[[nodiscard]] std::vector<Line> read_lines(const Text& text, const lexicon::Lexicon& lexicon);

// Whether a sentence ends after token `i` of the line.
[[nodiscard]] bool ends_sentence(const Text& text, const Line& line, uint32_t i);

}  // namespace sijil::text
