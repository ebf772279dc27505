// SPDX-License-Identifier: Apache-2.0
#include "model/count.hpp"

#include <array>

namespace sijil {

namespace {
constexpr std::array<std::string_view, 9> kWords = {
    "", "dozens", "several", "some", "many", "hundreds", "thousands", "scores", "a number"};
// Rough size of a vague word, to keep the larger of two.
int weight(Vague v) {
  switch (v) {
    case Vague::kNone:
      return 0;
    case Vague::kSome:
      return 1;
    case Vague::kNumber:
      return 2;
    case Vague::kSeveral:
      return 3;
    case Vague::kMany:
      return 4;
    case Vague::kDozens:
      return 5;
    case Vague::kScores:
      return 6;
    case Vague::kHundreds:
      return 7;
    case Vague::kThousands:
      return 8;
  }
  return 0;
}
}  // namespace

CountRange add(const CountRange& a, const CountRange& b) {
  if (a.is_vague() && b.is_vague()) return weight(a.vague) >= weight(b.vague) ? a : b;
  if (a.is_vague()) return CountRange::at_least(b.min);
  if (b.is_vague()) return CountRange::at_least(a.min);
  CountRange sum{a.min + b.min, std::nullopt, Vague::kNone};
  if (a.max && b.max) sum.max = *a.max + *b.max;
  return sum;
}

std::string_view vague_word(Vague v) { return kWords[static_cast<size_t>(v)]; }

Vague vague_of(std::string_view word) {
  for (size_t i = 1; i < kWords.size(); ++i)
    if (kWords[i] == word) return static_cast<Vague>(i);
  if (word == "a_number") return Vague::kNumber;
  return Vague::kNone;
}

}  // namespace sijil
