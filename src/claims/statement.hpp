// SPDX-License-Identifier: Apache-2.0
// Calls, condemnations, denials and threats. Pure, thread-safe, nothing fails. Internal to claims/.
#pragma once

#include <optional>

#include "claims/scene.hpp"

namespace sijil::claims {

struct Stated {
  Statement statement;
  bool facts = false;  // tells of an attack as well ("condemned the shelling that killed six"): read on for claims
};

// What a sentence calls for, condemns, denies or threatens; none when it only tells.
[[nodiscard]] std::optional<Stated> read_statement(const Parsed& parsed);

}  // namespace sijil::claims
