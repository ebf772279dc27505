// SPDX-License-Identifier: Apache-2.0
// Compact JSON spread over lines for reading. Pure.
#pragma once

#include <string>
#include <string_view>

namespace sijil::cli {

// Appends `json` (valid, without white space between its parts) to `out`, each member on a line of
// its own, `depth` levels in. Arrays and objects that hold only scalars stay on one line.
void append_indented(std::string& out, std::string_view json, int depth);

}  // namespace sijil::cli
