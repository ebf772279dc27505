// SPDX-License-Identifier: Apache-2.0
// What a document claims, for people: a heading, then a block a claim with the words that carry it
// marked in their passage.
#pragma once

#include "cli/excerpt.hpp"
#include "model/document.hpp"

#include <string>

namespace sijil::cli {

// Appends the document's blocks and a blank line to `out`.
void append_table(std::string& out, const Document& document, const Reading& reading,
                  const Style& style);

// "post-2 | en | published 2019-07-10 (metadata) | 2 claims"
[[nodiscard]] std::string heading(const Document& document, const Reading& reading,
                                  const Style& style);

}  // namespace sijil::cli
