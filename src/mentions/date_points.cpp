// SPDX-License-Identifier: Apache-2.0
// Weekdays, calendar dates, clocks and times of day.
#include "mentions/date_grammar.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

DateGrammar::Found DateGrammar::part_of(uint32_t i) {
  mid_month_ = false;
  if (p_.has(i, Part::kOrdinal) && p_.written(i)) return std::nullopt;  // "the first of May"
  if (p_.has_article(i)) return std::nullopt;  // Arabic "the first (quarter)"
  const Third third = p_.has(i, Part::kStart) ? Third::kStart
                      : p_.has(i, Part::kMid) ? Third::kMid
                      : p_.has(i, Part::kEnd) ? Third::kEnd
                                              : Third::kWhole;
  if (third == Third::kWhole) return std::nullopt;
  uint32_t k = i + 1;
  for (int n = 0;
       n < 3 && (p_.any_of(k, {"of", "the", "in"}) || p_.is(k, kArMin) || p_.is(k, kArFi)); ++n)
    ++k;
  if (k >= p_.end()) return std::nullopt;
  if (auto w = p_.month_or_year(k)) {
    if (w->month != 0 && p_.month_first_is_day(k)) return std::nullopt;
    const auto r = written_range(*w, -1, third, context_);
    mid_month_ = third == Third::kMid && w->month != 0;
    return mention(i, w->last, r);
  }
  // "the beginning of this year", Arabic with the word for current or last behind, or nothing.
  uint32_t last = k;
  bool back = false;
  if (p_.has(k, Part::kThis) || p_.has(k, Part::kLast)) {
    back = p_.has(k, Part::kLast);
    last = k + 1;
  }
  const Atom* u = p_.at(last, Part::kUnit);
  if (!u) return std::nullopt;
  const Unit kind = static_cast<Unit>(u->value);
  if (kind != Unit::kMonth && kind != Unit::kYear && kind != Unit::kWeek) return std::nullopt;
  if (u->dual || u->plural) return std::nullopt;
  if (p_.is_arabic(last) && !p_.has_article(last)) return std::nullopt;
  last = u->last;
  if (p_.is_arabic(k)) {
    if (p_.has(last, Part::kNext)) return block(i, last + 1);
    if (p_.has(last, Part::kLast) || p_.has(last, Part::kThis)) {
      back = p_.has(last, Part::kLast);
      ++last;
    }
    uint32_t month_end = 0;
    if (kind == Unit::kMonth && p_.month(last, month_end)) last = month_end;
  }
  if (!context_.published) return mention(i, last, std::nullopt);
  if (kind == Unit::kYear)
    return mention(i, last, year_range(published_year() - back, third, DateBasis::kRelative));
  if (kind == Unit::kMonth) {
    const DateRange m = month_back(back);
    const std::chrono::year_month_day then{m.first};
    return mention(i, last,
                   month_range(static_cast<int>(then.year()), static_cast<unsigned>(then.month()),
                               third, DateBasis::kRelative));
  }
  const Day monday =
      *context_.published - days((weekday_of(*context_.published) + 6) % 7 + (back ? 7 : 0));
  const int from = third == Third::kStart ? 0 : third == Third::kMid ? 2 : 4;
  return mention(
      i, last,
      DateRange{monday + days(from), monday + days(from + (third == Third::kEnd ? 2 : 1)),
                DatePrecision::kDays, DateBasis::kRelative});
}

std::optional<Cluster> DateGrammar::cluster(uint32_t i) {
  Cluster c;
  uint32_t at = i;
  if (!component(at, c, true)) return std::nullopt;
  c.first = i;
  c.last = at;
  for (int n = 0; n < 5; ++n) {
    uint32_t k = c.last;
    bool matched = false;
    for (int skipped = 0; skipped < 6; ++skipped) {
      uint32_t to = k;
      if (component(to, c, false)) {
        c.last = to;
        matched = true;
        break;
      }
      if (!filler(k)) break;
      ++k;
    }
    if (!matched) break;
  }
  return c;
}

bool DateGrammar::filler(uint32_t k) const {
  switch (p_.punct(k)) {
    case ',':
    case '(':
    case ')':
    case '-':
    case '|':
    case '\xC2':
      return true;  // U+00B7, the dot between the time and the day of a post
    case '.':
      return k > p_.begin() && p_.is_word(k - 1) && p_.fold(k - 1).size() <= 5 &&
             !p_.is_arabic(k - 1);
    default:
      break;
  }
  if (k < p_.end() && p_.token(k).kind == text::TokenKind::kSymbol) return true;  // a middle dot
  if (p_.any_of(k, {"on", "of", "the", "at", "in", "about", "around", "approximately", "local",
                    "time", "from", "late", "early", "hours", "day", "and"})) {
    // "and" only before a clock time.
    return !p_.is(k, "and");
  }
  if (p_.is(k, kArMin) || p_.is(k, kArFi) || p_.is(k, kArAl)) return true;
  const Atom* u = p_.at(k, Part::kUnit);
  return u && p_.is_arabic(k) &&
         (u->value == static_cast<int>(Unit::kDay) || u->value == static_cast<int>(Unit::kHour)) &&
         !u->dual;
}

// Takes the part of a date at `i` into `c`, if it fits there, and moves `i` behind it.
bool DateGrammar::component(uint32_t& i, Cluster& c, bool first) {
  if (i >= p_.end()) return false;
  if (const Atom* r = p_.at(i, Part::kRel); r && !c.rel && !c.date && relative(i, *r, c))
    return true;
  if (const Atom* t = p_.at(i, Part::kTod); t && time(i, *t, c)) return true;
  if (p_.has(i, Part::kThis) || p_.has(i, Part::kLast) || p_.has(i, Part::kNext) ||
      p_.is(i, "that")) {
    if (pointed(i, c)) return true;
  }
  if ((p_.has(i, Part::kEnd) || p_.has(i, Part::kStart)) && !p_.is_arabic(i) && modified(i, c))
    return true;
  if (const Atom* w = p_.at(i, Part::kWeekday)) return weekday(i, *w, c);
  if (clock(i, c)) return true;
  return calendar(i, c, first);
}

bool DateGrammar::time(uint32_t& i, const Atom& t, Cluster& c) {
  const auto value = static_cast<TimeOfDay>(t.value);
  const bool small_hours = value == TimeOfDay::kNight && t.last - t.first > 1 &&
                           !p_.is(t.last - 1, "night") &&
                           p_.any_of(t.first, {"early", "small", "wee", "the", "in"});
  if (c.time != TimeOfDay::kNone) {
    // Arabic "and the noon of ..." is another time.
    if (p_.is_arabic(t.first) && (p_.clitics(t.first) & text::kAnd) != 0) return false;
    // "early hours of the morning": the first word holds; a second time further on is another
    // event's. Arabic "a late time of the evening" is evening.
    if (p_.is_arabic(t.first) && c.time == TimeOfDay::kNight && value == TimeOfDay::kEvening &&
        t.first <= c.last + 1)
      c.time = value;
    if (t.first > c.last + 2 || (c.rel && c.has_day() && !c.weak_time && t.first > c.last))
      return false;
  } else {
    c.time = value;
    const std::string_view f = p_.fold(t.first);
    const bool accusative = f.ends_with("\xD8\xA7") || f.ends_with("\xD8\xA1");
    c.weak_time = p_.is_arabic(t.first) && t.last - t.first == 1 && !p_.has_article(t.first) &&
                  !accusative && f != kArNightly;
    c.fixed_time = small_hours;
  }
  if (p_.is(t.first, "overnight") || p_.is(t.last - 1, "overnight")) c.overnight = true;
  i = t.last;
  // "dawn prayer", "the morning hours"; in Arabic "early", "first" behind.
  if (p_.any_of(i, {"hours", "time", "local"})) ++i;
  if (p_.is_arabic(t.first) && p_.has(i, Part::kLast) && !c.rel && value == TimeOfDay::kNight) {
    c.rel = -1;  // the past night
    c.weak_time = false;
    ++i;
  }
  return true;
}

// This morning, last night, last Thursday, next Friday, that evening.
bool DateGrammar::pointed(uint32_t& i, Cluster& c) {
  const Atom* t = p_.at(i + 1, Part::kTod);
  if (p_.is(i, "that") && !p_.has(i, Part::kThis)) {
    if (!t || c.has_day() || c.time != TimeOfDay::kNone) return false;
    c.same_day = true;
    c.time = static_cast<TimeOfDay>(t->value);
    i = t->last;
    return true;
  }
  if (t && c.time == TimeOfDay::kNone && !c.rel) {
    const auto value = static_cast<TimeOfDay>(t->value);
    if (p_.has(i, Part::kThis) && (!p_.is_arabic(i) || p_.has_article(i + 1))) {
      c.rel = 0;
    } else if (p_.any_of(i, {"last"}) &&
               (value == TimeOfDay::kNight || value == TimeOfDay::kEvening)) {
      c.rel = -1;
    } else if (p_.any_of(i, {"previous", "preceding"})) {
      c.day_before = true;
    } else if (p_.any_of(i, {"next", "following"})) {
      c.future = true;
    } else {
      return false;
    }
    c.time = value;
    i = t->last;
    return true;
  }
  if (p_.is_arabic(i)) return false;
  if (const Atom* w = p_.at(i + 1, Part::kWeekday);
      w && c.weekday < 0 && !p_.inside_name(i + 1, w->last)) {
    c.weekday = w->value;
    c.strictly = p_.has(i, Part::kLast);
    c.future = p_.has(i, Part::kNext);
    i = w->last;
    return true;
  }
  uint32_t end = 0;
  if (const unsigned m = p_.month(i + 1, end);
      m != 0 && !c.date && !c.has_day() && !p_.month_first_is_day(i + 1)) {
    Written w;
    w.first = i;
    w.last = end;
    w.month = m;
    w.shift = p_.has(i, Part::kNext)   ? Shift::kNext
              : p_.has(i, Part::kLast) ? Shift::kLast
                                       : Shift::kThis;
    c.date = w;
    c.future = w.shift == Shift::kNext;
    i = end;
    return true;
  }
  if (const Atom* s = p_.at(i + 1, Part::kSeason); s && !c.dated()) {
    c.season = s->value;
    c.last_season = true;
    c.future = p_.has(i, Part::kNext);
    i = s->last;
    return true;
  }
  return false;
}

// "late on Monday", "early Tuesday", "late last night".
bool DateGrammar::modified(uint32_t& i, Cluster& c) {
  if (c.dated() || c.time != TimeOfDay::kNone || !p_.any_of(i, {"late", "early"})) return false;
  uint32_t k = i + 1;
  while (p_.any_of(k, {"on", "in", "the"})) ++k;
  if (!p_.has(k, Part::kWeekday) && !p_.has(k, Part::kRel) && !p_.has(k, Part::kLast) &&
      !p_.has(k, Part::kTod) && !p_.has(k, Part::kThis))
    return false;
  const bool late = p_.is(i, "late");
  const bool early = p_.has(k, Part::kWeekday) || p_.has(k, Part::kRel);
  uint32_t at = k;
  if (!component(at, c, true)) return false;
  if (!c.has_day() && c.time == TimeOfDay::kNone) return false;
  c.late = late;
  c.early = early && !late;
  i = at;
  return true;
}

bool DateGrammar::relative(uint32_t& i, const Atom& r, Cluster& c) {
  if (c.weekday >= 0 && r.first > c.last + 1) return false;
  // The Arabic for tonight, "the night", with "past" behind it is last night.
  if (p_.has(i, Part::kTod) && p_.has(r.last, Part::kLast)) return false;
  c.rel = r.value;
  if (r.value > 0) c.future = true;
  // "tonight" is a day and a time at once.
  if (const Atom* t = p_.at(i, Part::kTod); t && t->last == r.last && c.time == TimeOfDay::kNone)
    c.time = static_cast<TimeOfDay>(t->value);
  c.weak_time = false;
  i = r.last;
  // Arabic "yesterday the first" is the day before yesterday.
  if (r.value == -1 && p_.is_arabic(r.last - 1) && p_.is(i, kArFirst)) {
    c.rel = -2;
    ++i;
  }
  return true;
}

bool DateGrammar::weekday(uint32_t& i, const Atom& w, Cluster& c) {
  if (p_.inside_name(i, w.last)) return false;
  if (c.weekday >= 0) {
    // The night of Monday to Tuesday.
    const bool linked = i == c.last + 1 && (p_.punct(c.last) == '-' || p_.punct(c.last) == '/' ||
                                            p_.any_of(c.last, {"to", "into"}));
    if (!linked || c.time != TimeOfDay::kNight || c.second_weekday >= 0 ||
        (c.weekday + 1) % 7 != w.value)
      return false;
    c.second_weekday = w.value;
    i = w.last;
    return true;
  }
  if (c.date && c.date->day == 0) return false;
  // Short names are also words: a weekday only beside a date, or after on/last/by.
  if (w.needs_neighbour && !p_.is_arabic(i)) {
    if (!p_.token(i).has(text::kUpperInitial)) return false;
    uint32_t k = w.last;
    if (p_.punct(k) == '.' || p_.punct(k) == ',') ++k;
    if (p_.punct(k) == ',') ++k;
    const bool dated = p_.written(k) || p_.month_first_is_day(k) || p_.has(k, Part::kTod);
    if (!dated && !(c.date && c.date->day != 0) &&
        !(i > p_.begin() && p_.any_of(i - 1, {"on", "since", "by"})))
      return false;
  }
  c.weekday = w.value;
  c.weak_time = false;
  i = w.last;
  if (p_.is_arabic(i)) {
    if (p_.has(i, Part::kLast)) {
      c.strictly = true;
      ++i;
    } else if (p_.has(i, Part::kNext)) {
      c.future = true;
      ++i;
    } else if (p_.has(i, Part::kThis) && p_.has_article(i)) {
      ++i;
    }
  }
  return true;
}

// "at about 0800", "at 1430": the four digits of a wire, no year.
bool DateGrammar::wire_clock(uint32_t& i, Cluster& c) const {
  const std::string_view f = p_.fold(i);
  const int v = p_.digits(i);
  if (f.size() != 4 || v < 0 || v > 2359 || v % 100 > 59 || i == p_.begin() ||
      c.time != TimeOfDay::kNone)
    return false;
  const bool tail = p_.any_of(i + 1, {"local", "gmt", "hours", "hrs"});
  const bool lead = p_.is(i - 1, "at") || (i > p_.begin() + 1 && p_.is(i - 2, "at") &&
                                           p_.any_of(i - 1, {"about", "around", "approximately"}));
  // "at 1430 people" counts.
  const bool counts = p_.is_word(i + 1) && !p_.anything_at(i + 1) &&
                      !p_.any_of(i + 1, {"on", "in", "and", "when", "as", "near", "outside"});
  if (!tail && (!lead || counts || p_.year(i) != 0)) return false;
  c.time = time_of_hour(v / 100);
  c.fixed_time = true;
  i += tail ? 2 : 1;
  return true;
}

// 5:05 pm, 5 a.m., 17:30.
bool DateGrammar::clock(uint32_t& i, Cluster& c) {
  if (!p_.is_number(i)) return false;
  if (wire_clock(i, c)) return true;
  const std::string_view f = p_.fold(i);
  const size_t colon = f.find_first_of(":.");
  const std::string_view h = f.substr(0, colon);
  if (h.empty() || h.size() > 2 || f.find_first_of("/,") != std::string_view::npos) return false;
  int hour = 0;
  for (const char d : h) hour = hour * 10 + (d - '0');
  if (hour > 23 || (colon != std::string_view::npos && f.size() - colon < 3)) return false;
  uint32_t k = i + 1;
  bool pm = false, am = false;
  if (p_.any_of(k, {"am", "pm"})) {
    pm = p_.is(k, "pm");
    am = !pm;
    ++k;
  } else if (p_.any_of(k, {"a", "p"})) {
    uint32_t m = k + 1;
    if (p_.punct(m) == '.') ++m;
    if (p_.is(m, "m")) {
      pm = p_.is(k, "p");
      am = !pm;
      k = m + 1;
      if (p_.punct(k) == '.' && k + 1 < p_.end() &&
          !p_.token(k + 1).has(text::kNewline | text::kUpperInitial))
        ++k;
    }
  }
  if (!am && !pm) {
    if (colon == std::string_view::npos || f[colon] != ':') return false;
    const bool lead = i > p_.begin() && (p_.any_of(i - 1, {"at", "around", "about", "approximately",
                                                           "before", "after", "by", "until"}) ||
                                         p_.before(i, Part::kUnit));
    const bool tail =
        p_.any_of(k, {"local", "gmt", "utc", "hrs", "hours"}) || p_.has(k, Part::kTod);
    if (!lead && !tail && !c.has_day()) return false;
    if (p_.any_of(k, {"local"}) && p_.is(k + 1, "time")) ++k;
  } else if (hour > 12) {
    return false;
  }
  if (pm && hour < 12) hour += 12;
  if (am && hour == 12) hour = 0;
  if (!p_.has(k, Part::kTod) || am || pm) {
    if (c.time == TimeOfDay::kNone) c.time = time_of_hour(hour);
    c.fixed_time = true;
  }
  if (p_.any_of(k, {"local"}) && p_.is(k + 1, "time")) ++k;
  if (p_.any_of(k, {"local", "gmt", "utc"})) ++k;
  i = k < p_.end() && p_.is(k, "time") ? k + 1 : k;
  return true;
}

// Written dates, months, years, seasons.
bool DateGrammar::calendar(uint32_t& i, Cluster& c, bool first) {
  if (c.date || c.season >= 0) return false;
  if (const Atom* s = p_.at(i, Part::kSeason); s && first) {
    uint32_t k = s->last;
    const bool ar = p_.is_arabic(i);
    if (p_.is(k, "of") || p_.is(k, kArMin)) ++k;
    if (const Atom* u = p_.at(k, Part::kUnit); u && u->value == static_cast<int>(Unit::kYear))
      k = u->last;
    if (const int y = p_.year(k)) {
      c.season = s->value;
      c.season_year = y;
      i = k + 1;
      return true;
    }
    if (ar && (p_.has(k, Part::kLast) || p_.has(k, Part::kThis)) && p_.has_article(i)) {
      c.season = s->value;
      c.last_season = true;
      i = k + 1;
      return true;
    }
    return false;
  }
  std::optional<Written> w = p_.written(i);
  const bool day_told =
      c.weekday >= 0 || (i > p_.begin() && p_.before(i, Part::kUnit) != nullptr &&
                         p_.before(i, Part::kUnit)->value == static_cast<int>(Unit::kDay));
  if (!w && day_told) w = p_.day_slash_month(i);
  if (w) {
    if (p_.inside_name(i, w->last)) return false;
    if (c.rel && w->first > c.last + 2) return false;
    c.date = w;
    c.weak_time = false;
    i = w->last;
    return true;
  }
  if (c.weekday >= 0 || c.rel || (c.time != TimeOfDay::kNone && !first)) return false;
  if (p_.has(i, Part::kUnit) && p_.is_arabic(i) == false && !p_.year(i + 1)) return false;
  w = p_.month_or_year(i);
  if (!w || !bare_allowed(*w)) return false;
  if (p_.inside_name(i, w->last)) return false;
  c.date = w;
  c.future = w->shift == Shift::kNext;
  i = w->last;
  return true;
}

// A month or a year alone is a date only where the words around it say so.
bool DateGrammar::bare_allowed(const Written& w) const {
  const uint32_t i = w.first;
  if (w.month != 0 && (w.year != 0 || w.shift != Shift::kNone)) return true;
  if (w.month == 0 && !p_.is_number(i)) return true;  // "the year 2014"
  if (w.month != 0 && p_.punct(w.last) == ':' && (i == p_.begin() || p_.punct(i - 1) != '\0'))
    return true;  // "January: three attacks"
  if (lead_) return true;
  // "the July blasts", "an October assault"
  if (w.month != 0 && !p_.is_arabic(i) && i > p_.begin() && p_.any_of(i - 1, {"the", "an", "a"}) &&
      p_.token(i).has(text::kUpperInitial) && p_.sense_at(w.last, Kind::kEvent))
    return true;
  if (p_.has(i, Part::kUnit)) return true;  // Arabic "month of July"
  if (i == p_.begin()) return false;
  const uint32_t b = i - 1;
  const bool counts =
      p_.sense_at(w.last, Kind::kPeople, true) || p_.sense_at(w.last, Kind::kOutcome) ||
      p_.sense_at(w.last, Kind::kPlaceWord, true) || p_.sense_at(w.last, Kind::kTarget, true) ||
      p_.sense_at(w.last, Kind::kWeapon, true);
  if (w.month == 0 && (counts || p_.is(w.last, "-") || p_.punct(w.last) == '%')) return false;
  if (w.month != 0 && !p_.is_arabic(i)) {
    // "may" and "march" are verbs, "Sat" and "Mar" other words.
    if (!p_.token(i).has(text::kUpperInitial)) return false;
    if (p_.fold(i).size() <= 3 && !p_.is(i, "may")) return false;
  }
  if (p_.any_of(b, {"in", "during", "since", "until", "till", "by", "through", "throughout", "from",
                    "mid", "early", "late"}))
    return true;
  // "between March and May", "from 2011 to 2014"
  if (p_.any_of(b, {"to", "and", "between"})) return p_.is(b, "between") || joins_;
  if (p_.is(b, "of"))
    return w.month != 0 ||
           (b > p_.begin() && (p_.has(b - 1, Part::kSeason) || p_.before(b, Part::kUnit)));
  if (p_.has(b, Part::kDuring) || p_.has(b, Part::kSince)) return true;
  if (p_.is(b, kArFi) || p_.is(b, kArHatta)) return true;
  return w.month == 0 && (p_.clitics(i) & text::kBy) != 0;
}

}  // namespace sijil::mentions
