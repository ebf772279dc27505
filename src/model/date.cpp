// SPDX-License-Identifier: Apache-2.0
#include "model/date.hpp"

#include <array>
#include <cstdio>

namespace sijil {

namespace {
constexpr std::array<std::string_view, 5> kPrecisions = {"day", "days", "week", "month", "year"};
constexpr std::array<std::string_view, 3> kBases = {"explicit", "relative", "published"};
constexpr std::array<std::string_view, 7> kTimes = {"",          "dawn",    "morning", "noon",
                                                    "afternoon", "evening", "night"};
}  // namespace

std::string to_iso(Day day) {
  const std::chrono::year_month_day ymd{day};
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return buffer;
}

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                        std::chrono::day{day}};
  if (!ymd.ok() || year < 1000 || year > 9999) return std::nullopt;
  return Day{ymd};
}

std::optional<Day> parse_iso(std::string_view s) {
  if (s.size() < 10 || s[4] != '-' || s[7] != '-') return std::nullopt;
  auto number = [&](size_t at, size_t n) {
    int v = 0;
    for (size_t i = at; i < at + n; ++i) {
      if (s[i] < '0' || s[i] > '9') return -1;
      v = v * 10 + (s[i] - '0');
    }
    return v;
  };
  const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
  if (y < 0 || m < 0 || d < 0) return std::nullopt;
  return make_day(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
}

unsigned weekday_of(Day day) { return std::chrono::weekday{day}.c_encoding(); }

std::string_view to_word(DatePrecision p) { return kPrecisions[static_cast<size_t>(p)]; }
std::string_view to_word(DateBasis b) { return kBases[static_cast<size_t>(b)]; }
std::string_view to_word(TimeOfDay t) { return kTimes[static_cast<size_t>(t)]; }

TimeOfDay time_of_day_of(std::string_view word) {
  for (size_t i = 1; i < kTimes.size(); ++i)
    if (kTimes[i] == word) return static_cast<TimeOfDay>(i);
  return TimeOfDay::kNone;
}

}  // namespace sijil
