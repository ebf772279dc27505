// SPDX-License-Identifier: Apache-2.0
// Dates and times of day in a sentence, resolved against the day of publication and the running
// date of the text. Pure, thread-safe.
#pragma once

#include "mentions/term.hpp"
#include "model/date.hpp"

#include <optional>
#include <vector>

namespace sijil::mentions {

// What relative words are resolved against.
struct DateContext {
  std::optional<Day> published;
  std::optional<Day> running;  // the day the text was last speaking of
  bool by_day = true;          // it was told to the day; of "in 2022" no weekday is reckoned
};

enum class DateUse : uint8_t {
  kPoint,     // a day, an interval of days, a month or a year
  kSince,     // from a day to the publication ("since 28 April"): cumulative
  kPeriod,    // "over the past three days", "in the last 24 hours", "during 2023"
  kTimeOnly,  // a time of day without a date
  kNthDay     // "for the 74th day": counts the days of a campaign
};

struct DateMention {
  uint32_t first = 0, last = 0;  // tokens
  DateUse use = DateUse::kPoint;
  std::optional<DateRange> range;  // empty when it cannot be resolved (no publication day, no year)
  TimeOfDay time = TimeOfDay::kNone;
  int nth_day = 0;  // for kNthDay
  bool anaphoric =
      false;  // rests on the running date: "the same day", "less than 24 hours before that"
  bool before_running =
      false;  // "less than 24 hours after [this]": this sentence tells of the earlier event
};

// The dates of tokens [first, last), whose terms (find_terms) are `terms`. Mentions do not overlap
// and come in order of position. "Tuesday morning" is one mention with date and time.
[[nodiscard]] std::vector<DateMention> find_dates(const text::Text& text,
                                                  const lexicon::Lexicon& lexicon, uint32_t first,
                                                  uint32_t last, const std::vector<Term>& terms,
                                                  const DateContext& context);

// Whether a date is that of a wire's date line, which heads the sentence that begins at token
// `first`: "SARAJEVO, NOV 9 - ...", "KUWAIT CITY, Jan. 5 (UPI) -- ...", "[TEXT] BOGOTA, 9 FEB 90
// (EFE) -- ...".
[[nodiscard]] bool in_date_line(const text::Text& text, uint32_t first, uint32_t last,
                                const DateMention& date);

// A written date standing alone, in any of the forms above ("2019-07-10T08:00:00Z", "10 July 2019",
// "20 October 2025" in Arabic, "26/08/2025"): metadata fields and date lines. Nothing if
// unreadable.
[[nodiscard]] std::optional<Day> parse_date(std::string_view written,
                                            const lexicon::Lexicon& lexicon);

// A date in an address: /2016/04/28/, 2016-04-28, or the time inside an X/Twitter status id.
[[nodiscard]] std::optional<Day> date_of_url(std::string_view url);

}  // namespace sijil::mentions
