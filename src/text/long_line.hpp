// SPDX-License-Identifier: Apache-2.0
// Pages that lost their line breaks: one long line of headline, date, text and what the page shows
// below it. Internal to text/.
#pragma once

#include "text/line.hpp"

#include <vector>

namespace sijil::text {

// Parts lines of many words at date lines and at the furniture inside them; other lines stay as
// they are.
[[nodiscard]] std::vector<Line> part_long_lines(const Text& text, const lexicon::Lexicon& lexicon,
                                                std::vector<Line> lines);

}  // namespace sijil::text
