// SPDX-License-Identifier: Apache-2.0
#include "lexicon/inflect.hpp"

#include <algorithm>

namespace sijil::lexicon {

namespace {

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends(std::string_view s, std::string_view tail) { return s.ends_with(tail); }

std::string plural_of(std::string_view w) {
  std::string s(w);
  if (ends(s, "s") || ends(s, "x") || ends(s, "z") || ends(s, "ch") || ends(s, "sh"))
    return s + "es";
  if (s.size() > 1 && s.back() == 'y' && !vowel(s[s.size() - 2]))
    return s.substr(0, s.size() - 1) + "ies";
  return s + "s";
}

// One vowel before one final consonant in a word of one syllable doubles it: hit, hitting; not
// shell.
bool doubles(std::string_view w) {
  if (w.size() < 3) return false;
  const char a = w[w.size() - 3], b = w[w.size() - 2], c = w[w.size() - 1];
  if (vowel(c) || c == 'w' || c == 'x' || c == 'y' || !vowel(b) || vowel(a)) return false;
  return std::count_if(w.begin(), w.end(), vowel) == 1;
}

std::string past_of(std::string_view w) {
  std::string s(w);
  if (s.back() == 'e') return s + "d";
  if (s.size() > 1 && s.back() == 'y' && !vowel(s[s.size() - 2]))
    return s.substr(0, s.size() - 1) + "ied";
  if (doubles(s)) return s + s.back() + "ed";
  return s + "ed";
}

std::string gerund_of(std::string_view w) {
  std::string s(w);
  if (ends(s, "ie")) return s.substr(0, s.size() - 2) + "ying";
  if (s.size() > 2 && s.back() == 'e' && !ends(s, "ee")) return s.substr(0, s.size() - 1) + "ing";
  if (doubles(s)) return s + s.back() + "ing";
  return s + "ing";
}

// Folded Arabic letters used in endings (UTF-8), by name so that sources stay ASCII.
constexpr std::string_view kAlef = "\xD8\xA7", kHeh = "\xD9\x87", kTeh = "\xD8\xAA",
                           kWaw = "\xD9\x88", kNoon = "\xD9\x86", kYeh = "\xD9\x8A",
                           kMeem = "\xD9\x85";

std::string cat(std::string_view a, std::string_view b, std::string_view c = {},
                std::string_view d = {}) {
  std::string s(a);
  s += b;
  s += c;
  s += d;
  return s;
}

}  // namespace

std::vector<Form> english_forms(std::string_view folded, char pos, bool listed_plural) {
  std::vector<Form> out{{std::string(folded), Inflection::kBase}};
  if (folded.empty()) return out;
  if (pos == 'n' && !listed_plural) {
    // The head of "prisoner of war" is its first word, of "car bomb" its last.
    if (const size_t of = folded.find(" of "); of != std::string_view::npos) {
      const size_t from = folded.rfind(' ', of - 1);
      const size_t head = from == std::string_view::npos ? 0 : from + 1;
      out.push_back({std::string(folded.substr(0, head)) +
                         plural_of(folded.substr(head, of - head)) + std::string(folded.substr(of)),
                     Inflection::kPlural});
    } else {
      out.push_back({plural_of(folded), Inflection::kPlural});
    }
  } else if (pos == 'v') {
    const size_t space = folded.find(' ');
    const std::string_view head = folded.substr(0, space);
    const std::string rest(space == std::string_view::npos ? std::string_view{}
                                                           : folded.substr(space));
    out.push_back({plural_of(head) + rest, Inflection::kThird});
    out.push_back({past_of(head) + rest, Inflection::kPast});
    out.push_back({gerund_of(head) + rest, Inflection::kGerund});
  }
  return out;
}

std::vector<Form> arabic_forms(std::string_view folded, char pos, bool listed_plural) {
  std::vector<Form> out{{std::string(folded), Inflection::kBase}};
  if (folded.empty() || pos == 'x') return out;
  const size_t space = folded.find(' ');
  const std::string_view w = folded.substr(0, space);  // the first word carries the endings
  const std::string rest(space == std::string_view::npos ? std::string_view{}
                                                         : folded.substr(space));
  auto add = [&](std::string word, Inflection i) { out.push_back({std::move(word) + rest, i}); };
  const bool fem = ends(w, kHeh) && w.size() > 4;
  const std::string_view stem = fem ? w.substr(0, w.size() - 2) : w;
  if (pos == 'n') {
    if (!listed_plural) {
      const std::string base = fem ? cat(stem, kTeh) : std::string(w);
      add(cat(base, kAlef, kNoon), Inflection::kDual);
      add(cat(base, kYeh, kNoon), fem ? Inflection::kDual : Inflection::kDualOrPlural);
      add(cat(base, kYeh), Inflection::kDual);  // construct
      if (fem) {
        add(cat(base, kAlef), Inflection::kDual);
        add(cat(stem, kAlef, kTeh), Inflection::kPlural);
        // A noun with its adjective agrees in the dual: the adjective of a feminine noun ends in
        // -h.
        if (!rest.empty() && ends(rest, kHeh)) {
          const std::string adj = rest.substr(0, rest.size() - 2) + std::string(kTeh);
          out.push_back({cat(base, kAlef, kNoon, adj) + cat(kAlef, kNoon), Inflection::kDual});
          out.push_back({cat(base, kYeh, kNoon, adj) + cat(kYeh, kNoon), Inflection::kDual});
        }
      } else {
        add(cat(base, kWaw, kNoon), Inflection::kPlural);
        add(cat(base, kAlef, kTeh), Inflection::kPlural);
        add(cat(base, kAlef), Inflection::kAccusative);
        if (!rest.empty()) {
          out.push_back({cat(base, kAlef, kNoon, rest) + cat(kAlef, kNoon), Inflection::kDual});
          out.push_back({cat(base, kYeh, kNoon, rest) + cat(kYeh, kNoon), Inflection::kDual});
          out.push_back({cat(base, kAlef, rest) + std::string(kAlef), Inflection::kAccusative});
        }
      }
    } else if (!fem) {
      add(cat(w, kAlef), Inflection::kAccusative);
    }
    const std::string base = fem ? cat(stem, kTeh) : std::string(w);
    for (auto pron : {std::string(kHeh), cat(kHeh, kAlef), cat(kHeh, kMeem),
                      cat(kHeh, kMeem, kAlef), cat(kNoon, kAlef)}) {
      add(base + pron, Inflection::kPronoun);
      if (fem && !listed_plural)
        add(cat(stem, kAlef, kTeh, pron), Inflection::kPlural);  // raids of
    }
  } else if (pos == 'a') {
    add(cat(w, kHeh), Inflection::kFeminine);
    add(cat(w, kWaw, kNoon), Inflection::kPlural);
    add(cat(w, kYeh, kNoon), Inflection::kDualOrPlural);
    add(cat(w, kAlef, kTeh), Inflection::kPlural);
    add(cat(w, kAlef), Inflection::kAccusative);
    add(cat(w, kTeh, kAlef, kNoon), Inflection::kDual);
    add(cat(w, kTeh, kYeh, kNoon), Inflection::kDual);
  } else if (pos == 'v') {
    const bool weak = ends(w, kYeh) || ends(w, kAlef);  // defective: qada, qadat, qadaw
    const std::string_view root = weak ? w.substr(0, w.size() - 2) : w;
    add(cat(root, kTeh), Inflection::kFeminine);
    add(cat(root, kWaw, kAlef), Inflection::kPlural);
    add(cat(root, kWaw), Inflection::kPlural);  // common slip, also before pronouns
    if (!weak) add(cat(w, kAlef), Inflection::kDual);
    add(cat(root, kTeh, kAlef), Inflection::kDual);
    add(cat(root, kNoon), Inflection::kPlural);
    for (auto pron : {std::string(kHeh), cat(kHeh, kAlef), cat(kHeh, kMeem)}) {
      add(cat(weak ? cat(root, kAlef) : std::string(w), pron), Inflection::kPronoun);
      add(cat(root, kTeh, pron), Inflection::kPronoun);
    }
  } else if (pos == 'p' && w.size() > 4) {
    const std::string_view tail = w.substr(2);  // after the prefix ya
    for (std::string_view prefix : {kYeh, kTeh}) {
      const std::string base = cat(prefix, tail);
      if (prefix != kYeh) add(base, Inflection::kFeminine);
      add(cat(base, kWaw, kNoon), Inflection::kPlural);
      add(cat(base, kAlef, kNoon), Inflection::kDual);
      for (auto pron : {std::string(kHeh), cat(kHeh, kAlef), cat(kHeh, kMeem)})
        add(base + pron, Inflection::kPronoun);
    }
  }
  return out;
}

}  // namespace sijil::lexicon
