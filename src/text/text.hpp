// SPDX-License-Identifier: Apache-2.0
// A document's text made ready for reading: tokens with their folded forms and word ids, sentences
// with their roles, page furniture marked. The original is never changed; every token keeps its
// bytes in it. Pure, thread-safe; any valid UTF-8 is read, nothing fails.
#pragma once

#include "lexicon/lexicon.hpp"
#include "model/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sijil::text {

enum class TokenKind : uint8_t { kWord, kNumber, kPunct, kHandle, kUrl, kSymbol };
enum class Script : uint8_t { kNone, kLatin, kArabic, kOther };

// Arabic particles written together with the word after them.
enum Clitic : uint8_t {
  kAnd = 1,              // wa-
  kSo = 2,               // fa-
  kBy = 4,               // bi-
  kFor = 8,              // li-
  kAs = 16,              // ka-
  kThe = 32,             // al-
  kWill = 64,            // sa-
  kLostApostrophe = 128  // English: "Syrias", whose apostrophe a copy lost; names only
};

struct WordReading {
  uint32_t word = 0;  // lexicon word id, never 0
  uint8_t clitics = 0;
  uint8_t stem_offset = 0;  // folded bytes stripped at the front
};

enum TokenFlag : uint16_t {
  kUpperInitial = 1,
  kAllCaps = 2,      // two letters or more, all upper case
  kJoined = 4,       // no space before: hyphen or apostrophe of a compound (no token of its own)
  kGlued = 8,        // no space before, script or kind changed
  kHashtag = 16,     // after '#'
  kPossessive = 32,  // followed by 's
  kHyphen = 64,      // joined by a hyphen
  kNewline = 128,    // first token of a line
  kUnderscore = 256  // joined by an underscore (hashtags)
};

struct Token {
  uint32_t begin = 0, end = 0;  // bytes of the original
  uint32_t fold = 0;            // offset in Text::folded
  uint16_t fold_length = 0;
  uint16_t flags = 0;
  TokenKind kind = TokenKind::kWord;
  Script script = Script::kNone;
  uint8_t readings = 0;
  WordReading reading[4];  // most literal first

  [[nodiscard]] bool has(uint16_t flag) const { return (flags & flag) != 0; }
  [[nodiscard]] Span span() const { return {begin, end}; }
};

enum class Role : uint8_t { kHeadline, kDateline, kBody, kBullet, kFurniture };

struct Sentence {
  uint32_t first = 0, last = 0;  // tokens, half-open
  uint32_t line = 0;             // line number in the text, from 0
  uint32_t paragraph = 0;
  Role role = Role::kBody;
  Script script = Script::kNone;
};

struct Text {
  std::string_view original;
  std::string folded;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // furniture included, marked by role
  size_t latin_words = 0, arabic_words = 0;
  bool cut = false;  // the text has more tokens than are read

  [[nodiscard]] std::string_view fold_of(const Token& t) const {
    return std::string_view(folded).substr(t.fold, t.fold_length);
  }
  [[nodiscard]] std::string_view fold_of(size_t token) const { return fold_of(tokens[token]); }
  // The first character of token `i` when it is punctuation, else 0.
  [[nodiscard]] char punct(size_t i) const {
    return i < tokens.size() && tokens[i].kind == TokenKind::kPunct ? folded[tokens[i].fold] : '\0';
  }
  // "en", "ar", "mixed" (both at a fifth or more) or "und" (no words).
  [[nodiscard]] std::string_view language() const;
};

// Tokens of `original` (valid UTF-8, must outlive the result), no sentences.
[[nodiscard]] Text tokenize(std::string_view original, const lexicon::Lexicon& lexicon);

struct Hints {
  std::string_view title;   // metadata title, to part the headline from the body
  std::string_view handle;  // the author's social handle, to part it from the words glued to it
};

// Splits into sentences and marks roles and furniture.
void split_sentences(Text& text, const lexicon::Lexicon& lexicon, const Hints& hints);

// tokenize + split_sentences.
[[nodiscard]] Text read_text(std::string_view original, const lexicon::Lexicon& lexicon,
                             const Hints& hints);

}  // namespace sijil::text
