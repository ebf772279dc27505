// SPDX-License-Identifier: Apache-2.0
// The JSON of `sijil extract` (docs/formats/claims.md): one object a line, keys in a fixed order,
// spans in Unicode code points of the text. Pure, thread-safe, nothing fails.
#pragma once

#include "model/document.hpp"

#include <string>
#include <string_view>

namespace sijil::engine {

// Appends the object, without a line end, to `out`. Fields that are not stated are left out; the
// top-level keys of the contract are always there.
void append_json(std::string& out, const Document& document, const Reading& reading,
                 std::string_view data_fingerprint);

}  // namespace sijil::engine
