// SPDX-License-Identifier: Apache-2.0
// Calendar dates as a report gives them: an interval of days with the precision it was told in and
// how it is known. Proleptic Gregorian, no time zone: a day is the day the source means.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sijil {

using Day = std::chrono::sys_days;

enum class DatePrecision : uint8_t { kDay, kDays, kWeek, kMonth, kYear };
enum class DateBasis : uint8_t { kExplicit, kRelative, kPublished };
enum class TimeOfDay : uint8_t { kNone, kDawn, kMorning, kNoon, kAfternoon, kEvening, kNight };

struct DateRange {
  Day first{};
  Day last{};
  DatePrecision precision = DatePrecision::kDay;
  DateBasis basis = DateBasis::kExplicit;
  bool operator==(const DateRange&) const = default;
};

// "YYYY-MM-DD" of a day between years 0 and 9999.
[[nodiscard]] std::string to_iso(Day day);
// The day of "YYYY-MM-DD" at the start of `s`; nothing if it is not a date.
[[nodiscard]] std::optional<Day> parse_iso(std::string_view s);
// The day, if year/month/day exists.
[[nodiscard]] std::optional<Day> make_day(int year, unsigned month, unsigned day);
// 0 = Sunday .. 6 = Saturday.
[[nodiscard]] unsigned weekday_of(Day day);

[[nodiscard]] std::string_view to_word(DatePrecision p);
[[nodiscard]] std::string_view to_word(DateBasis b);
[[nodiscard]] std::string_view to_word(TimeOfDay t);  // "" for kNone
[[nodiscard]] TimeOfDay time_of_day_of(std::string_view word);

}  // namespace sijil
