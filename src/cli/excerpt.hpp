// SPDX-License-Identifier: Apache-2.0
// Passages of a document for people: one line, the words that matter marked, and nothing in it that
// a terminal would obey.
#pragma once

#include "model/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sijil::cli {

struct Style {
  bool ansi = false;      // colours; else marks are guillemets
  bool isolates = false;  // directional isolates around words from documents, for terminals
};

// `s` on one line: white space runs become one space, other control characters and directional
// controls (they can make a line show what it does not say) are left out.
[[nodiscard]] std::string one_line(std::string_view s);

// one_line of words from a document, isolated from the direction of what is around them.
[[nodiscard]] std::string isolated(std::string_view s, const Style& style);

// The passage `outer` of `text` with the `marks` inside it marked; marks outside are passed over,
// overlapping ones joined. A long passage is cut around its marks.
[[nodiscard]] std::string marked(std::string_view text, Span outer, std::vector<Span> marks,
                                 const Style& style);

// ANSI bold when the style has it.
[[nodiscard]] std::string bold(std::string_view s, const Style& style);
[[nodiscard]] std::string faint(std::string_view s, const Style& style);

}  // namespace sijil::cli
