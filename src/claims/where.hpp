// SPDX-License-Identifier: Apache-2.0
// Where an attack was, beyond the clause that tells it. read_where (clause.hpp) takes the places of
// a scene; what is here carries places from one sentence to another. Nothing fails: what is not
// told stays without a place. The functions are pure and thread-safe. Internal to claims/.
#pragma once

#include "claims/scene.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace sijil::claims {

// The settlement a text is speaking of, kept while its sentences are read in order.
class RunningPlace {
 public:
  void hear(const Parsed& parsed, size_t sentence);
  // Notes in a scene what it means by "the town", "the quarter": the one named last before it. One
  // without a place is where the sentence before it was, if that made no claim (`after_claim`).
  void note(const Parsed& parsed, Scene& scene, bool after_claim) const;

 private:
  enum class Size : uint8_t { kTown, kQuarter, kCamp };
  static constexpr size_t kSizes = 3;
  [[nodiscard]] static std::optional<Size> size_of(std::string_view word);
  [[nodiscard]] static bool is_of(const Parsed& parsed, const PlaceName& place, Size size);
  // The one of a size named last before a token of the sentence.
  [[nodiscard]] static std::optional<PlaceMention> settlement(const Parsed& parsed, uint32_t before,
                                                              Size size);

  [[nodiscard]] std::optional<PlaceMention> meant(const Parsed& parsed, uint32_t word) const;

  std::array<std::optional<PlaceMention>, kSizes> last_;
  std::vector<PlaceMention> beside_;  // of the sentence heard last
  size_t beside_at_ = 0;
  uint32_t beside_in_ = 0;  // its paragraph
};

// Gives a claim that names no place the town its scene means.
void take_town(Scene& told);

// "The attack in the X district began when ...": the place of the attack just told, `told`, in a
// sentence or clause `detail` that tells no event of its own.
void lend_where(const Parsed& parsed, const Scene& detail, Scene& told);

// A district is where an attack was when nothing finer is told of it.
void settle_where(Scene& told, const lexicon::Lexicon& lexicon);

}  // namespace sijil::claims
