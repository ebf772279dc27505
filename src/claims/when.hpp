// SPDX-License-Identifier: Apache-2.0
// When an attack was. read_when (clause.hpp) picks the date of a scene; what is here carries it to the
// claim. Internal to claims/.
#pragma once

#include <optional>

#include "claims/scene.hpp"

namespace sijil::claims {

// The day a text without a date line says it was written ("today, Saturday 16 October"), if the
// sentence of this index says so.
[[nodiscard]] std::optional<Day> day_of_writing(const Parsed& parsed, size_t sentence);

// Writes the scene's date, time of day or day of a campaign to its claim.
void tell_when(const text::Text& text, std::optional<Day> published, Scene& scene);

// Dates the claims of a document, called for each in order of the text: one without a date of its own
// has the day the text is speaking of, else the day of publication.
class RunningDay {
 public:
  explicit RunningDay(std::optional<Day> published) : published_(published) {}
  void settle(Claim& claim);

 private:
  std::optional<Day> published_;
  std::optional<When> running_;
};

}  // namespace sijil::claims
