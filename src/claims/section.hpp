// SPDX-License-Identifier: Apache-2.0
// Digests: lines that begin with the place they tell of ("Douma: seven killed"), and lists under a
// sentence that tells what they are of ("yesterday's raids killed, by town:"). Pure functions on
// parsed sentences; nothing fails. Internal to claims/.
#pragma once

#include "claims/scene.hpp"

#include <optional>

namespace sijil::claims {

// The place that an Arabic line begins with, before a colon or a bar; none when the line names it
// in another way already, or when its head is no known place.
[[nodiscard]] std::optional<PlaceName> place_at_head(const Parsed& parsed);

// Whether a list may follow: the sentence ends with a colon.
[[nodiscard]] bool heads_list(const Parsed& parsed);
// Whether a sentence is a line of a list.
[[nodiscard]] bool list_line(const Parsed& parsed);

// What the head of a list tells and its item does not: the attack, the party, the time.
void lend(const Scene& head, Scene& item);

}  // namespace sijil::claims
