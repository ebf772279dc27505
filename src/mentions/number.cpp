// SPDX-License-Identifier: Apache-2.0
#include "mentions/quantity.hpp"

#include <algorithm>
#include <string_view>

namespace sijil::mentions {

using text::Text;
using text::Token;
using text::TokenKind;

namespace {

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Digits {
  double value = 0;
  bool whole = true;
};

// "1200", "1,200", "1.200" (groups of three), "6.5"; not dates, times, scores.
std::optional<Digits> digits_of(std::string_view s) {
  Digits d;
  if (s.size() > 15) return std::nullopt;
  if (all_digits(s)) {
    for (const char c : s) d.value = d.value * 10 + (c - '0');
    return d;
  }
  const size_t sep = s.find_first_not_of("0123456789");
  const char c = s[sep];
  if (c == ':' || c == '/') return std::nullopt;
  bool groups = sep <= 3;
  size_t at = sep;
  while (groups && at < s.size()) {
    groups = s[at] == c && at + 3 < s.size() + 0 && all_digits(s.substr(at + 1, 3)) &&
             s.substr(at + 1, 3).size() == 3;
    at += 4;
  }
  if (groups && at == s.size()) {
    for (const char x : s)
      if (x != c) d.value = d.value * 10 + (x - '0');
    return d;
  }
  if (c == '.' && all_digits(s.substr(sep + 1)) && s.size() - sep <= 3) {
    double scale = 0.1;
    for (const char x : s.substr(0, sep)) d.value = d.value * 10 + (x - '0');
    for (const char x : s.substr(sep + 1)) {
      d.value += (x - '0') * scale;
      scale /= 10;
    }
    d.whole = false;
    return d;
  }
  return std::nullopt;
}

struct NumberWord {
  const Sense* sense = nullptr;
  uint8_t clitics = 0;
  uint32_t last = 0;
};

// The longest number word at `at`.
NumberWord number_word(const Text& text, const lexicon::Lexicon& lex, uint32_t at, uint32_t end) {
  NumberWord best;
  if (at >= end) return best;
  const Token& t = text.tokens[at];
  for (int r = 0; r < t.readings; ++r) {
    if (t.reading[r].clitics == text::kLostApostrophe) continue;
    uint32_t node = lex.first(t.reading[r].word);
    for (uint32_t k = at + 1; node != 0; ++k) {
      for (const Sense& s : lex.senses(node))
        if (s.kind == Kind::kNumber && k > best.last) best = {&s, t.reading[r].clitics, k};
      if (k >= end || text.tokens[k].readings == 0 || !lex.has_next(node)) break;
      node = lex.next(node, text.tokens[k].reading[0].word);
    }
  }
  return best;
}

int64_t scale_of(const Sense& s) {
  if (s.has(lexicon::kTagMillion)) return 1000000;
  if (s.has(lexicon::kTagThousand)) return 1000;
  if (s.has(lexicon::kTagHundred)) return 100;
  if (s.has(lexicon::kTagDozen)) return 12;
  return 1;
}

}  // namespace

namespace {
// More people than that do not live: such figures are noise, and products of them overflow.
constexpr double kMost = 1e10;

std::optional<Number> within_reason(uint32_t last, double value) {
  if (value > kMost) return std::nullopt;
  return Number{last, static_cast<int64_t>(value + 0.5)};
}
}  // namespace

std::optional<Number> parse_number(const Text& text, const lexicon::Lexicon& lex, uint32_t at,
                                   uint32_t end) {
  const Token& t = text.tokens[at];
  int64_t total = 0;  // thousands and millions done
  int64_t current = 0;
  uint32_t last = at;
  if (t.kind == TokenKind::kNumber) {
    if (t.has(text::kHashtag)) return std::nullopt;
    // Glued to letters (M4, Su-24, B9) it is a name; Arabic posts glue counts to words.
    if (t.has(text::kJoined) && at > 0) return std::nullopt;
    if (t.has(text::kGlued) && at > 0 && text.tokens[at - 1].kind == TokenKind::kWord &&
        text.tokens[at - 1].script == text::Script::kLatin)
      return std::nullopt;
    const auto d = digits_of(text.fold_of(t));
    if (!d) return std::nullopt;
    last = at + 1;
    double value = d->value;
    // "1 000": a group of three after a space.
    if (d->whole && t.fold_length <= 3 && value > 0 && last < end) {
      const Token& n = text.tokens[last];
      if (n.kind == TokenKind::kNumber && n.fold_length == 3 && !n.has(text::kJoined) &&
          all_digits(text.fold_of(n)) && n.begin == t.end + 1) {
        value = value * 1000 + digits_of(text.fold_of(n))->value;
        ++last;
      }
    }
    const NumberWord w = number_word(text, lex, last, end);
    if (w.sense != nullptr && w.sense->value >= 1000 && scale_of(*w.sense) > 1 &&
        !(w.clitics & text::kAnd)) {
      value *= static_cast<double>(w.sense->value);
      last = w.last;
      // Arabic "34 thousand and 683": digits below the thousand.
      if (w.sense->arabic && last + 1 < end && text.fold_of(last) == "\xD9\x88" &&
          text.tokens[last + 1].kind == TokenKind::kNumber &&
          text.tokens[last + 1].fold_length <= 3 && all_digits(text.fold_of(last + 1))) {
        value += digits_of(text.fold_of(last + 1))->value;
        last += 2;
      }
    } else if (!d->whole) {
      return std::nullopt;  // a decimal alone counts nobody
    } else if (last < end && text.tokens[last].kind == TokenKind::kWord &&
               text.tokens[last].has(text::kGlued) &&
               text.tokens[last].script == text::Script::kLatin) {
      if (text.fold_of(last) != "k") return std::nullopt;  // 122mm, 60km
      value *= 1000;
      ++last;
    } else if (last < end && text.tokens[last].has(text::kHyphen) &&
               text.tokens[last].kind == TokenKind::kWord) {
      return std::nullopt;  // 12-year-old, 7-day
    }
    return within_reason(last, value);
  }
  NumberWord w = number_word(text, lex, at, end);
  if (w.sense == nullptr) return std::nullopt;
  bool have_unit = false, have_ten = false, any = false;
  while (w.sense != nullptr) {
    const int64_t scale = scale_of(*w.sense);
    const bool half = w.sense->has(lexicon::kTagHalf);
    if (any && w.sense->arabic && !(w.clitics & text::kAnd) && scale == 1 && current % 100 != 0)
      break;
    if (half) {
      // "half a dozen"
      uint32_t k = w.last;
      if (k < end && text.fold_of(k) == "a") ++k;
      const NumberWord n = number_word(text, lex, k, end);
      if (n.sense == nullptr || n.sense->value % 2 != 0 || scale_of(*n.sense) == 1) break;
      return Number{n.last, n.sense->value / 2};  // half a dozen, half a million
    }
    if (scale == 1) {
      const int64_t v = w.sense->value;
      const bool ten = v >= 20 && v % 10 == 0, unit = v > 0 && v < 10;
      if (any && current % 100 != 0 && !(unit && have_ten && !have_unit) &&
          !(ten && have_unit && w.sense->arabic))
        break;
      have_unit |= unit;
      have_ten |= ten;
      current += v;
    } else if (scale == 100 || scale == 12) {
      if (w.sense->value > scale) {
        current += w.sense->value;  // Arabic three hundred in one word
      } else {
        current = std::max<int64_t>(1, current) * scale;
      }
      have_unit = have_ten = false;
    } else {
      if (w.sense->value > scale) {
        total += w.sense->value;  // a dual: two thousand
      } else {
        total += std::max<int64_t>(1, current) * scale;
        current = 0;
      }
      have_unit = have_ten = false;
    }
    if (static_cast<double>(total) + static_cast<double>(current) > kMost) return std::nullopt;
    any = true;
    last = w.last;
    uint32_t k = last;
    if (k < end && text.fold_of(k) == "and" && (current >= 100 || total > 0)) ++k;
    w = number_word(text, lex, k, end);
    if (w.sense != nullptr && w.sense->arabic && !(w.clitics & text::kAnd) &&
        scale_of(*w.sense) == 1)
      break;
    if (w.sense != nullptr && !w.sense->arabic && k != last && scale_of(*w.sense) > 1) break;
  }
  if (!any) return std::nullopt;
  return Number{last, total + current};
}

}  // namespace sijil::mentions
