// SPDX-License-Identifier: Apache-2.0
// A count as a source states it: bounds that may be open, or a vague word kept as a word.
// "at least 6" is 6.., "up to 6" is 0..6, "six" is 6..6, "no one" is 0..0; not stated is absent.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sijil {

enum class Vague : uint8_t {
  kNone,
  kDozens,
  kSeveral,
  kSome,
  kMany,
  kHundreds,
  kThousands,
  kScores,
  kNumber
};

struct CountRange {
  int64_t min = 0;
  std::optional<int64_t> max = 0;  // empty: open upwards
  Vague vague = Vague::kNone;      // when set, min and max say nothing

  static CountRange exactly(int64_t n) { return {n, n, Vague::kNone}; }
  static CountRange at_least(int64_t n) { return {n, std::nullopt, Vague::kNone}; }
  static CountRange between(int64_t a, int64_t b) { return {a, b, Vague::kNone}; }
  static CountRange vaguely(Vague v) { return {0, std::nullopt, v}; }

  [[nodiscard]] bool is_vague() const { return vague != Vague::kNone; }
  bool operator==(const CountRange&) const = default;
};

// The sum of two counts of different people. A vague part makes the sum "at least" the other part;
// two vague parts give the larger word.
[[nodiscard]] CountRange add(const CountRange& a, const CountRange& b);

// The word of a vague class ("dozens", "a number") and back; kNone is the empty word.
[[nodiscard]] std::string_view vague_word(Vague v);
[[nodiscard]] Vague vague_of(std::string_view word);

}  // namespace sijil
