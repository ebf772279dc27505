// SPDX-License-Identifier: Apache-2.0
// The values of a claim, one by one, in words for people: what the table and `sijil why` show.
#pragma once

#include "cli/excerpt.hpp"
#include "model/claim.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sijil::cli {

struct FieldValue {
  std::string field;  // as in the JSON: "events", "killed", "killed_by.children"
  std::string value;  // "airstrike", "at least 6", "2019-07-10, morning"
  Evidence at;
};

// All values, in the order of the JSON. A figure told differently has one more value a teller, of
// the same field.
[[nodiscard]] std::vector<FieldValue> fields_of(const Claim& claim, const Style& style);

// "6", "at least 6", "4 to 6", "up to 6", "none", "dozens".
[[nodiscard]] std::string count_in_words(const CountRange& range);

}  // namespace sijil::cli
