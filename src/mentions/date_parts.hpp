// SPDX-License-Identifier: Apache-2.0
// The pieces dates are made of: time words, numbers and written dates at a token. Shared by the
// sentence grammar (date.cpp) and by dates standing alone. Pure, thread-safe.
#pragma once

#include "mentions/date.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace sijil::mentions {

// What a row of time.tsv is to the date grammar; its id taken apart.
enum class Part : uint8_t {
  kMonth,
  kWeekday,
  kTod,
  kRel,
  kUnit,
  kSeason,
  kOrdinal,
  kLast,
  kThis,
  kSince,
  kAgo,
  kSame,
  kNext,
  kDuring,
  kStart,
  kMid,
  kEnd,
  kAfter,
  kFew,
  kBlock  // hijri months and feasts: known, but no date here
};

enum class Unit : int { kMinute, kHour, kDay, kWeek, kMonth, kYear };

struct Atom {
  uint32_t first = 0, last = 0;  // tokens, half-open
  Part part = Part::kBlock;
  int value = 0;  // month 1..12, weekday 0..6, TimeOfDay, days from today, Unit, ordinal
  bool dual = false, plural = false;
  bool needs_neighbour = false;  // tag `next`: short or ambiguous, a date only beside another part
};

// What ties a day or month without a year to the publication.
enum class Shift : uint8_t { kNone, kThis, kLast, kNext, kLastYear, kThisMonth, kLastMonth };

// A date as written; parts that were not written are 0.
struct Written {
  uint32_t first = 0, last = 0;  // tokens
  int year = 0;
  unsigned month = 0, day = 0;
  unsigned first_day = 0, first_month = 0;  // of an interval: 10-12 July, 28 June to 3 July
  Shift shift = Shift::kNone;
};

class Parts {
 public:
  Parts(const text::Text& text, const lexicon::Lexicon& lexicon, uint32_t first, uint32_t last,
        const std::vector<Term>& terms);

  [[nodiscard]] uint32_t begin() const { return first_; }
  [[nodiscard]] uint32_t end() const { return last_; }
  [[nodiscard]] bool anything_at(uint32_t i) const { return mask(i) != 0; }
  [[nodiscard]] bool has(uint32_t i, Part part) const { return (mask(i) & bit(part)) != 0; }
  // The longest atom of `part` that starts at token `i`; null when there is none.
  [[nodiscard]] const Atom* at(uint32_t i, Part part) const;
  // The longest atom of `part` whose last token is `end` - 1.
  [[nodiscard]] const Atom* before(uint32_t end, Part part) const;

  [[nodiscard]] bool is(uint32_t i, std::string_view folded) const {
    return inside(i) && text_.fold_of(i) == folded;
  }
  [[nodiscard]] bool any_of(uint32_t i, std::initializer_list<std::string_view> words) const;
  [[nodiscard]] char punct(uint32_t i) const { return inside(i) ? text_.punct(i) : '\0'; }
  [[nodiscard]] bool is_word(uint32_t i) const {
    return inside(i) && token(i).kind == text::TokenKind::kWord;
  }
  [[nodiscard]] bool is_number(uint32_t i) const {
    return inside(i) && token(i).kind == text::TokenKind::kNumber;
  }
  [[nodiscard]] bool is_arabic(uint32_t i) const {
    return inside(i) && token(i).script == text::Script::kArabic;
  }
  [[nodiscard]] bool inside(uint32_t i) const { return i >= first_ && i < last_; }
  [[nodiscard]] const text::Token& token(uint32_t i) const { return text_.tokens[i]; }
  [[nodiscard]] std::string_view fold(uint32_t i) const { return text_.fold_of(i); }
  // An Arabic word with al-, be it a clitic or part of the listed form.
  [[nodiscard]] bool has_article(uint32_t i) const;
  [[nodiscard]] uint8_t clitics(uint32_t i) const;

  // A sense of that kind starts at token `i` (one word); with `plural`, only of a plural form.
  [[nodiscard]] bool sense_at(uint32_t i, Kind kind, bool plural = false) const;
  // The date words [i, end) are part of a name: "Friday Market", "17 July Street", and in Arabic,
  // where the noun comes first and takes no article, the same.
  [[nodiscard]] bool inside_name(uint32_t i, uint32_t end) const;

  // Plain digits up to nine of them, else -1.
  [[nodiscard]] int digits(uint32_t i) const;
  // A cardinal from digits or words, -1 when there is none; `end` is set behind it.
  [[nodiscard]] int cardinal(uint32_t i, uint32_t& end) const;
  // The cardinal whose last token is `end` - 1, not reaching before `floor`; `start` is set.
  [[nodiscard]] int cardinal_before(uint32_t end, uint32_t floor, uint32_t& start) const;
  // "74th", "third", Arabic ordinals and al- before a number; -1 when there is none.
  [[nodiscard]] int ordinal(uint32_t i, uint32_t& end) const;
  // A four-digit year, 0 when there is none.
  [[nodiscard]] int year(uint32_t i) const;
  // A month, with a second name of the same month after a slash or in brackets. 0 when none.
  [[nodiscard]] unsigned month(uint32_t i, uint32_t& end) const;
  // A date with a month and a day, or a month and a year, starting at token `i`.
  [[nodiscard]] std::optional<Written> written(uint32_t i) const;
  // A month, a month and year, a year behind the word year, or a bare year, starting at token `i`.
  [[nodiscard]] std::optional<Written> month_or_year(uint32_t i) const;
  // A month at `i` with a day behind it: part of a full date.
  [[nodiscard]] bool month_first_is_day(uint32_t i) const;
  // "26/8": only where something else tells that it is a date.
  [[nodiscard]] std::optional<Written> day_slash_month(uint32_t i) const;

 private:
  static constexpr uint32_t bit(Part p) { return 1u << static_cast<unsigned>(p); }
  [[nodiscard]] uint32_t mask(uint32_t i) const {
    return inside(i) && !masks_.empty() ? masks_[i - first_] : 0;
  }
  void walk(uint32_t start, uint32_t node, uint32_t at, uint8_t clitics);
  void add(const Sense& sense, uint32_t first, uint32_t last, uint8_t clitics);
  [[nodiscard]] int number_word(uint32_t i, uint64_t& tags) const;
  [[nodiscard]] unsigned day_number(uint32_t i, uint32_t& end) const;
  void take_year(Written& w) const;
  [[nodiscard]] bool month_is_verb(uint32_t i, uint32_t end) const;
  [[nodiscard]] std::optional<Written> all_numbers(uint32_t i) const;
  [[nodiscard]] std::optional<Written> day_first(uint32_t i) const;
  [[nodiscard]] std::optional<Written> month_first(uint32_t i) const;
  bool glued_year(uint32_t i, Written& w) const;

  const text::Text& text_;
  const lexicon::Lexicon& lexicon_;
  uint32_t first_, last_;
  std::vector<Atom> atoms_;
  std::vector<uint32_t> masks_;  // by token: the parts that start there
};

// A time term, or a longer term of a kind that may be made of time words.
[[nodiscard]] bool may_hold_time(const Term& term);

// Two-digit years are of this century up to 39.
[[nodiscard]] int full_year(int written);

// Arabic function words, folded, in UTF-8 (sources are ASCII).
inline constexpr std::string_view kArMin = "\xD9\x85\xD9\x86";            // min: of, from
inline constexpr std::string_view kArFi = "\xD9\x81\xD9\x8A";             // fi: in
inline constexpr std::string_view kArAl = "\xD8\xA7\xD9\x84";             // al-: the
inline constexpr std::string_view kArLil = "\xD9\x84\xD9\x84";            // lil-: for the
inline constexpr std::string_view kArLam = "\xD9\x84";                    // li-: for
inline constexpr std::string_view kArIla = "\xD8\xA7\xD9\x84\xD9\x8A";    // ila: to
inline constexpr std::string_view kArHatta = "\xD8\xAD\xD8\xAA\xD9\x8A";  // hatta: until
inline constexpr std::string_view kArBayn = "\xD8\xA8\xD9\x8A\xD9\x86";   // bayn: between
inline constexpr std::string_view kArWaw = "\xD9\x88";                    // wa-: and
inline constexpr std::string_view kArAla = "\xD8\xB9\xD9\x84\xD9\x8A";    // ala: on
inline constexpr std::string_view kArFirst =
    "\xD8\xA7\xD9\x84\xD8\xA7\xD9\x88\xD9\x84";  // al-awwal: the first

}  // namespace sijil::mentions
