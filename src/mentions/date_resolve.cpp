// SPDX-License-Identifier: Apache-2.0
#include "mentions/date_resolve.hpp"

#include <algorithm>
#include <cstdlib>

namespace sijil::mentions {

using std::chrono::days;

namespace {

int year_of(Day d) { return static_cast<int>(std::chrono::year_month_day{d}.year()); }
unsigned month_of(Day d) { return static_cast<unsigned>(std::chrono::year_month_day{d}.month()); }

// Unlike make_day, of any year: a publication in the year 1000 has a year before it.
Day day_of(int year, unsigned month, unsigned day) {
  return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

Day last_of_month(int year, unsigned month) {
  const std::chrono::year_month_day_last last{
      std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}};
  return Day{last};
}

// Reports without a publication date are taken as of these years when the weekday leaves a choice.
constexpr int kFirstYear = 1990, kLastYear = 2025;

std::optional<int> fitting_year(unsigned month, unsigned day, int weekday,
                                const DateContext& context) {
  const std::optional<Day> near = context.published ? context.published : context.running;
  std::optional<int> best;
  int64_t best_gap = 0;
  const int first = near ? year_of(*near) - 40 : kFirstYear,
            last = near ? year_of(*near) + 1 : kLastYear;
  for (int y = first; y <= last; ++y) {
    const auto d = make_day(y, month, day);
    if (!d || static_cast<int>(weekday_of(*d)) != weekday) continue;
    const int64_t gap = near ? std::abs((*d - *near).count()) : kLastYear - y;
    if (!best || gap < best_gap) {
      best = y;
      best_gap = gap;
    }
  }
  return best;
}

// The year of a month (and day) told without one and without a weekday.
std::optional<int> plain_year(unsigned month, unsigned day, Shift shift,
                              const DateContext& context) {
  const std::optional<Day> near = context.published ? context.published : context.running;
  if (!near) return std::nullopt;
  const int y = year_of(*near);
  if (shift == Shift::kLastYear) return y - 1;
  if (shift == Shift::kThis) return y;
  if (shift == Shift::kLast) {
    // "last July" said in July is a year ago, said in August last month's.
    const auto d = make_day(y, month, day);
    return d && *d < *near && (day > 1 || month != month_of(*near)) ? y : y - 1;
  }
  const auto d = make_day(y, month, day);
  // Beside a day the text speaks of, the nearest year; before the publication, the latest.
  if (d && !context.published && shift == Shift::kNone) {
    constexpr int64_t kHalf = 183;
    const int64_t gap = (*d - *near).count();
    return gap > kHalf ? y - 1 : gap < -kHalf ? y + 1 : y;
  }
  if (!d) return make_day(y - 1, month, day) ? std::optional<int>(y - 1) : std::nullopt;
  // Two days of grace: a page may carry the date of another time zone.
  return *d > *near + days(2) ? y - 1 : y;
}

}  // namespace

DateRange one_day(Day day, DateBasis basis) { return {day, day, DatePrecision::kDay, basis}; }

DateRange month_range(int year, unsigned month, Third third, DateBasis basis) {
  const Day first = day_of(year, month, 1), last = last_of_month(year, month);
  switch (third) {
    case Third::kStart:
      return {first, first + days(9), DatePrecision::kDays, basis};
    case Third::kMid:
      return {first + days(10), first + days(19), DatePrecision::kDays, basis};
    case Third::kEnd:
      return {first + days(20), last, DatePrecision::kDays, basis};
    case Third::kWhole:
      break;
  }
  return {first, last, DatePrecision::kMonth, basis};
}

DateRange year_range(int year, Third third, DateBasis basis) {
  const unsigned from = third == Third::kMid ? 5 : third == Third::kEnd ? 10 : 1;
  const unsigned to = third == Third::kStart ? 3 : third == Third::kMid ? 8 : 12;
  return {day_of(year, from, 1), last_of_month(year, to),
          third == Third::kWhole ? DatePrecision::kYear : DatePrecision::kMonth, basis};
}

DateRange season_range(int year, int season, DateBasis basis) {
  // Winter is named after the year it begins in.
  const unsigned from = season == 0 ? 3 : season == 1 ? 6 : season == 2 ? 9 : 12;
  const Day last = season == 3 ? last_of_month(year + 1, 2) : last_of_month(year, from + 2);
  return {day_of(year, from, 1), last, DatePrecision::kMonth, basis};
}

Day months_before(Day day, int months) {
  const std::chrono::year_month_day ymd{day};
  const auto ym = std::chrono::year_month{ymd.year(), ymd.month()} - std::chrono::months{months};
  const Day last{
      std::chrono::year_month_day_last{ym.year(), std::chrono::month_day_last{ym.month()}}};
  return std::min(last, Day{ym / std::chrono::day{1}} + days(static_cast<unsigned>(ymd.day()) - 1));
}

std::optional<Day> weekday_day(int weekday, bool strictly, const DateContext& context) {
  if (context.published) {
    int back = (static_cast<int>(weekday_of(*context.published)) - weekday + 7) % 7;
    if (strictly && back == 0) back = 7;
    return *context.published - days(back);
  }
  if (context.running && context.by_day) {
    int shift = (weekday - static_cast<int>(weekday_of(*context.running)) + 7) % 7;
    if (shift > 3) shift -= 7;
    return *context.running + days(shift);
  }
  return std::nullopt;
}

std::optional<DateRange> written_range(const Written& w, int weekday, Third third,
                                       const DateContext& context) {
  if (w.shift == Shift::kNext) return std::nullopt;
  Written full = w;
  if (w.shift == Shift::kThisMonth || w.shift == Shift::kLastMonth) {
    const auto near = context.published ? context.published : context.running;
    if (!near) return std::nullopt;
    const Day in = w.shift == Shift::kLastMonth ? months_before(*near, 1) : *near;
    full.year = year_of(in);
    full.month = month_of(in);
  }
  if (full.month == 0) return year_range(full.year, third, DateBasis::kExplicit);
  if (full.year == 0) {
    std::optional<int> year;
    if (weekday >= 0 && full.day != 0) year = fitting_year(full.month, full.day, weekday, context);
    if (!year) year = plain_year(full.month, full.day ? full.day : 1, w.shift, context);
    if (!year) return std::nullopt;
    full.year = *year;
  }
  if (full.day == 0) return month_range(full.year, full.month, third, DateBasis::kExplicit);
  const auto last = make_day(full.year, full.month, full.day);
  if (!last) return std::nullopt;
  if (full.first_day == 0) return one_day(*last, DateBasis::kExplicit);
  const unsigned first_month = full.first_month ? full.first_month : full.month;
  const auto first =
      make_day(first_month > full.month ? full.year - 1 : full.year, first_month, full.first_day);
  if (!first || *first > *last) return one_day(*last, DateBasis::kExplicit);
  return DateRange{*first, *last, DatePrecision::kDays, DateBasis::kExplicit};
}

}  // namespace sijil::mentions
