// SPDX-License-Identifier: Apache-2.0
#include "lexicon/spelling.hpp"

#include <algorithm>
#include <array>

namespace sijil::lexicon {

namespace {

constexpr size_t kCloseLetters = 4, kWideConsonants = 4;

bool is_vowel(char c) { return c == 'a' || c == 'i' || c == 'u'; }

bool is_article(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kArticles = {
      "al", "el", "il", "ul", "ash", "esh", "as", "es", "ad",  "ed",
      "an", "en", "ar", "er", "at",  "et",  "az", "ez", "adh", "ath"};
  return std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end();
}

// The sound that a letter or pair of letters at `at` stands for, and how many letters it takes.
struct Sound {
  char letter = 0;
  size_t length = 1;
};
Sound sound_at(std::string_view w, size_t at) {
  const char c = w[at], n = at + 1 < w.size() ? w[at + 1] : '\0';
  if (n == 'h') switch (c) {
      case 's':
      case 'c':
        return {'S', 2};  // sh, and ch by French writers
      case 'k':
        return {'k', 2};
      case 'g':
        return {'g', 2};
      case 'd':
        return {'d', 2};
      case 't':
        return {'t', 2};
      case 'p':
        return {'f', 2};
      default:
        break;
    }
  switch (c) {
    case 'e':
    case 'i':
      return {'i', 1};
    case 'o':
    case 'u':
      return {'u', 1};
    case 'y':
      return {'i', 1};
    case 'w':
      return {'u', 1};
    case 'q':
    case 'c':
      return {'k', 1};
    default:
      return {c, 1};
  }
}

// The sounds of one word: doubled ones once, a run of vowels as the one that tells most (the long
// vowel that a diphthong ends in), no vowel or h at the end.
std::string sounds_of(std::string_view word) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const Sound s = sound_at(word, at);
    at += s.length;
    if (!out.empty() && out.back() == s.letter) continue;
    if (!out.empty() && is_vowel(out.back()) && is_vowel(s.letter)) {
      if (s.letter != 'a') out.back() = s.letter;
      continue;
    }
    out.push_back(s.letter);
  }
  while (out.size() > 1 && (is_vowel(out.back()) || out.back() == 'h')) out.pop_back();
  return out;
}

}  // namespace

SpellingKeys spelling_keys(std::string_view folded) {
  SpellingKeys keys;
  std::string close;
  for (size_t at = 0; at < folded.size();) {
    while (at < folded.size() && folded[at] == ' ') ++at;
    std::string word;
    for (; at < folded.size() && folded[at] != ' '; ++at) {
      const char c = folded[at];
      if (c >= 'a' && c <= 'z')
        word.push_back(c);
      else if (c != '\'')
        return {};
    }
    if (word.empty()) break;
    if (is_article(word) && at < folded.size()) continue;
    // "Alzor", "Alqasr": the article written on.
    if (word.size() >= 6 && word.starts_with("al") && !is_vowel(sound_at(word, 2).letter))
      word.erase(0, 2);
    close += sounds_of(word);
  }
  std::string wide;
  for (const char c : close)
    if (!is_vowel(c)) wide.push_back(c);
  if (!close.empty() && is_vowel(close[0])) wide.insert(wide.begin(), 'a');
  if (close.size() >= kCloseLetters) keys.close = close;
  if (wide.size() >= kWideConsonants) keys.wide = std::move(wide);
  return keys;
}

}  // namespace sijil::lexicon
