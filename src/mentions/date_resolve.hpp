// SPDX-License-Identifier: Apache-2.0
// Calendar arithmetic of reports: which day a weekday means, which year a date without one.
// Pure, thread-safe.
#pragma once

#include "mentions/date.hpp"
#include "mentions/date_parts.hpp"

#include <optional>

namespace sijil::mentions {

enum class Third : uint8_t { kWhole, kStart, kMid, kEnd };

[[nodiscard]] DateRange one_day(Day day, DateBasis basis);
[[nodiscard]] DateRange month_range(int year, unsigned month, Third third, DateBasis basis);
[[nodiscard]] DateRange year_range(int year, Third third, DateBasis basis);
[[nodiscard]] DateRange season_range(int year, int season, DateBasis basis);
// The same day `months` earlier, or the last day of that month.
[[nodiscard]] Day months_before(Day day, int months);

// The latest such weekday (0 Sunday) on or before publication, with `strictly` before it; without a
// publication the nearest to the running date. Nothing without either.
[[nodiscard]] std::optional<Day> weekday_day(int weekday, bool strictly,
                                             const DateContext& context);

// The days a written date means; a missing year is the one that fits `weekday` (-1: not told), else
// the publication's, else the running date's. Nothing when no year can be found or it is to come.
[[nodiscard]] std::optional<DateRange> written_range(const Written& written, int weekday,
                                                     Third third, const DateContext& context);

}  // namespace sijil::mentions
