// SPDX-License-Identifier: Apache-2.0
// When an attack was. read_when (clause.hpp) picks the date of a scene; what is here carries it to
// the claim. Nothing fails: what cannot be dated stays without a date. The functions are pure and
// thread-safe; a RunningDay is of one document and one thread. Internal to claims/.
#pragma once

#include "claims/scene.hpp"

#include <optional>

namespace sijil::claims {

// The day a text without a date line says it was written ("today, Saturday 16 October"), if the
// sentence of this index says so.
[[nodiscard]] std::optional<Day> day_of_writing(const Parsed& parsed, size_t sentence);

// "Hit the camp for a third day, killing eight": the day's attack, not the campaign's toll.
[[nodiscard]] bool of_one_day(const Scene& scene);

// Writes the scene's date, time of day or day of a campaign to its claim.
void tell_when(const Parsed& parsed, Scene& scene);

// The day a text is speaking of, kept while its sentences are read in order.
class RunningDay {
 public:
  // A scene, after tell_when: notes in it the day spoken of, then listens to its own.
  void hear(const Parsed& parsed, Scene& scene);
  // A sentence that makes no scene may name the day of the attack all the same ("condemns the
  // massacre committed on Monday").
  void hear(const Parsed& parsed, size_t sentence);
  // "The war began in March 2011": what the next total counts from.
  void hear_start(const Parsed& parsed, size_t sentence);

 private:
  // A day and where the text told it.
  struct Spoken {
    When when;
    size_t sentence = 0;
    uint32_t paragraph = 0;
    std::vector<PlaceMention> where;  // of what was that day
    bool distant = false;             // weeks before the report: an aside
  };
  void remember(const Parsed& parsed, const When& when, size_t sentence,
                const std::vector<PlaceMention>& where);
  void hear_stretch(Scene& scene);
  // The day a sentence without one speaks of; null when there is none.
  [[nodiscard]] const Spoken* spoken_of(const Parsed& parsed, size_t sentence) const;

  std::optional<Spoken> main_;    // the day of the report: the first told
  std::optional<Spoken> latest_;  // the one told last
  std::optional<When> stretch_;   // the month or the like that totals are of
  std::optional<Spoken> beside_;  // told of something else, in the sentence before
  std::optional<When> start_;
  size_t start_at_ = 0;
};

// "The bomb went off at about 7 a.m.", "the gunmen came on Friday night": the time and the day of
// the attack just told, `told`, in a sentence or clause `detail` that tells no event of its own.
void lend_when(const Parsed& parsed, const Scene& detail, Scene& told);

// "shelled since the morning": no hour for the attack told before.
[[nodiscard]] bool lends_no_time(const Parsed& parsed, const Scene& scene);

// A scene of months before the report tells nothing of an attack reported without a date.
[[nodiscard]] bool of_another_time(const Scene& home, const Scene& scene,
                                   std::optional<Day> published);

// Dates a claim that has no date of its own: by the day its report was speaking of, else the day it
// was told on, else the day of publication.
void settle_when(Scene& scene, std::optional<Day> published);

}  // namespace sijil::claims
