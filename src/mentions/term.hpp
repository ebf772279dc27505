// SPDX-License-Identifier: Apache-2.0
// Lexicon words found in a sentence: the mentions that need no grammar. Pure, thread-safe.
#pragma once

#include "lexicon/lexicon.hpp"
#include "text/text.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sijil::mentions {

using lexicon::Kind;
using lexicon::Sense;

struct Term {
  uint32_t first = 0, last = 0;  // tokens of the text, half-open
  uint32_t node = 0;             // Lexicon::senses(node) has all readings
  const Sense* sense = nullptr;  // the one meant here; owned by the lexicon
  uint8_t clitics = 0;           // of the first token
  uint8_t stem_offset = 0;       // folded bytes of these clitics

  [[nodiscard]] Kind kind() const { return sense->kind; }
};

// All terms of tokens [first, last), by first token, then longest first. For each kind the longest
// at a start is kept; a term inside a longer one is dropped unless both are of {event, weapon}.
[[nodiscard]] std::vector<Term> find_terms(const text::Text& text, const lexicon::Lexicon& lexicon,
                                           uint32_t first, uint32_t last);

// The bytes of the original that a term covers, without the clitics before its first word (the
// article al- stays).
[[nodiscard]] Span span_of(const text::Text& text, const Term& term);
// The bytes of tokens [first, last), without the clitics w f b l k of the first (fused ll- stays).
[[nodiscard]] Span span_of(const text::Text& text, uint32_t first, uint32_t last, uint8_t clitics);

}  // namespace sijil::mentions
