// SPDX-License-Identifier: Apache-2.0
// The grammar of dates and times in a sentence; inside mentions only, find_dates() in date.hpp is
// the way in. Parts of dates are read in date_parts, written dates resolved in date_resolve.
#pragma once

#include "mentions/date.hpp"
#include "mentions/date_parts.hpp"
#include "mentions/date_resolve.hpp"

#include <algorithm>

namespace sijil::mentions {

using std::chrono::days;

inline constexpr std::string_view kArNightly =
    "\xD9\x84\xD9\x8A\xD9\x84\xD9\x8A\xD9\x87";                                          // layliya
inline constexpr std::string_view kArHalf = "\xD8\xA7\xD9\x84\xD9\x86\xD8\xB5\xD9\x81";  // al-nisf
inline constexpr std::string_view kArSecond =
    "\xD8\xA7\xD9\x84\xD8\xAB\xD8\xA7\xD9\x86\xD9\x8A";  // al-thani
inline constexpr std::string_view kArFirstFem =
    "\xD8\xA7\xD9\x84\xD8\xA7\xD9\x88\xD9\x84\xD9\x8A";  // al-ula
inline constexpr uint32_t kReach = 14;  // words between "since" and the date of what began

inline TimeOfDay time_of_hour(int hour) {
  if (hour < 3 || hour >= 21) return TimeOfDay::kNight;
  if (hour < 5) return TimeOfDay::kDawn;
  if (hour < 12) return TimeOfDay::kMorning;
  if (hour < 13) return TimeOfDay::kNoon;
  if (hour < 17) return TimeOfDay::kAfternoon;
  return TimeOfDay::kEvening;
}

// Day, time and weekday told side by side, before they are resolved.
struct Cluster {
  uint32_t first = 0, last = 0;
  int weekday = -1, second_weekday = -1;
  bool strictly = false;  // last Thursday
  bool future = false;
  bool overnight = false;
  bool day_before = false;  // "the previous evening"
  bool same_day = false;
  std::optional<int> rel;
  std::optional<Written> date;
  Third third = Third::kWhole;
  int season = -1, season_year = 0;
  bool last_season = false;
  TimeOfDay time = TimeOfDay::kNone;
  bool fixed_time = false;           // told exactly: by a clock, or as small hours
  bool weak_time = false;            // an Arabic word that is a time only beside a day
  bool late = false, early = false;  // "late on Monday", "early Tuesday"

  [[nodiscard]] bool has_day() const {
    return weekday >= 0 || rel || same_day || (date && date->day != 0);
  }
  [[nodiscard]] bool dated() const { return has_day() || date || season >= 0; }
};

class DateGrammar {
 public:
  DateGrammar(const Parts& parts, const DateContext& context) : p_(parts), context_(context) {}
  std::vector<DateMention> run();

 private:
  using Found = std::optional<DateMention>;

  // date.cpp
  Found mention_at(uint32_t i);
  Found dated(uint32_t i);
  Found nights_ago(uint32_t i) const;
  Found weekend(uint32_t i) const;
  Found months_of_year(uint32_t i) const;
  [[nodiscard]] bool months_at(uint32_t i) const;
  [[nodiscard]] int year_at(uint32_t& k, bool& told) const;
  static DateMention mention(uint32_t first, uint32_t last, std::optional<DateRange> range,
                             DateUse use = DateUse::kPoint, TimeOfDay time = TimeOfDay::kNone);
  Found block(uint32_t first, uint32_t last);
  [[nodiscard]] std::optional<DateRange> from_published(int back_first, int back_last,
                                                        DatePrecision precision) const;
  [[nodiscard]] int published_year() const;
  Found since(uint32_t i);
  Found direct(uint32_t i);
  static Found at_first(DateMention m, uint32_t first);
  Found widen(DateMention m, uint32_t first) const;
  Found resolve(const Cluster& c);
  Found interval_or(const Cluster& a);
  static bool same_grain(const Cluster& a, const Cluster& b);
  Found joined(Cluster a, const Cluster& b);

  // date_units.cpp: Dates reckoned in units: "three days ago", "the past 48 hours", "two weeks of
  // fighting".
  Found unit(uint32_t u);
  Found unit_english(uint32_t u, uint32_t e, uint32_t start, int n, bool few, Unit kind);
  [[nodiscard]] bool killed_in(uint32_t start) const;
  Found last_day_of(uint32_t first, uint32_t i, Unit kind) const;
  Found unit_arabic(uint32_t u, uint32_t e, uint32_t start, int n, bool few, bool plural,
                    Unit kind);
  [[nodiscard]] bool ends_clause(uint32_t i) const;
  Found trailing(uint32_t first, uint32_t last, int n, bool few, Unit kind) const;
  Found previous(uint32_t first, uint32_t last, Unit kind) const;
  [[nodiscard]] DateRange month_back(int months) const;
  Found current(uint32_t first, uint32_t last, Unit kind) const;
  Found ago(uint32_t first, uint32_t last, int n, bool few, Unit kind) const;
  Found from_running(uint32_t first, uint32_t last, int sign, int n, bool few, Unit kind,
                     bool before) const;
  Found nth_day(uint32_t u, uint32_t e, Unit kind, bool arabic);
  Found same_day(uint32_t u, uint32_t e, Unit kind, bool arabic);

  // date_points.cpp: Weekdays, calendar dates, clocks and times of day.
  Found part_of(uint32_t i);
  std::optional<Cluster> cluster(uint32_t i);
  [[nodiscard]] bool filler(uint32_t k) const;
  bool component(uint32_t& i, Cluster& c, bool first);
  bool time(uint32_t& i, const Atom& t, Cluster& c);
  bool pointed(uint32_t& i, Cluster& c);
  bool modified(uint32_t& i, Cluster& c);
  bool relative(uint32_t& i, const Atom& r, Cluster& c);
  bool weekday(uint32_t& i, const Atom& w, Cluster& c);
  bool wire_clock(uint32_t& i, Cluster& c) const;
  bool clock(uint32_t& i, Cluster& c);
  bool calendar(uint32_t& i, Cluster& c, bool first);
  [[nodiscard]] bool bare_allowed(const Written& w) const;

  const Parts& p_;
  DateContext context_;
  uint32_t next_ = 0, floor_ = 0;
  bool blocked_ = false;
  bool lead_ = false;            // what follows is introduced as a date
  bool joins_ = false;           // the second end of an interval
  bool mid_month_ = false;       // part_of met the middle of a month
  bool since_long_ago_ = false;  // "since two years"
};

}  // namespace sijil::mentions
