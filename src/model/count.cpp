// SPDX-License-Identifier: Apache-2.0
#include "model/count.hpp"

#include <array>

namespace sijil {

namespace {
struct Word {
  std::string_view word;
  int weight;  // rough size, to keep the larger of two
};
constexpr std::array<Word, 9> kWords = {{{"", 0},
                                         {"dozens", 5},
                                         {"several", 3},
                                         {"some", 1},
                                         {"many", 4},
                                         {"hundreds", 7},
                                         {"thousands", 8},
                                         {"scores", 6},
                                         {"a number", 2}}};  // by Vague

const Word& word_of(Vague v) { return kWords[static_cast<size_t>(v)]; }
}  // namespace

CountRange add(const CountRange& a, const CountRange& b) {
  if (a.is_vague() && b.is_vague())
    return word_of(a.vague).weight >= word_of(b.vague).weight ? a : b;
  if (a.is_vague()) return CountRange::at_least(b.min);
  if (b.is_vague()) return CountRange::at_least(a.min);
  CountRange sum{a.min + b.min, std::nullopt, Vague::kNone};
  if (a.max && b.max) sum.max = *a.max + *b.max;
  return sum;
}

std::string_view vague_word(Vague v) { return word_of(v).word; }

Vague vague_of(std::string_view word) {
  for (size_t i = 1; i < kWords.size(); ++i)
    if (kWords[i].word == word) return static_cast<Vague>(i);
  if (word == "a_number") return Vague::kNumber;
  return Vague::kNone;
}

}  // namespace sijil
