// SPDX-License-Identifier: Apache-2.0
// The grammar of dates in a sentence. Each position that a time word or a number opens is tried,
// from the patterns with the most words (since ..., the past three days, two days ago) to single
// days.
#include "mentions/date.hpp"

#include "mentions/date_parts.hpp"
#include "mentions/date_resolve.hpp"

#include <algorithm>

namespace sijil::mentions {

using std::chrono::days;

namespace {

constexpr std::string_view kArNightly = "\xD9\x84\xD9\x8A\xD9\x84\xD9\x8A\xD9\x87";  // layliya
constexpr std::string_view kArHalf = "\xD8\xA7\xD9\x84\xD9\x86\xD8\xB5\xD9\x81";     // al-nisf
constexpr std::string_view kArSecond =
    "\xD8\xA7\xD9\x84\xD8\xAB\xD8\xA7\xD9\x86\xD9\x8A";  // al-thani
constexpr std::string_view kArFirstFem =
    "\xD8\xA7\xD9\x84\xD8\xA7\xD9\x88\xD9\x84\xD9\x8A";  // al-ula
constexpr uint32_t kReach = 14;  // words between "since" and the date of what began

TimeOfDay time_of_hour(int hour) {
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

class Grammar {
 public:
  Grammar(const Parts& parts, const DateContext& context) : p_(parts), context_(context) {}

  std::vector<DateMention> run() {
    std::vector<DateMention> out;
    for (uint32_t i = p_.begin(); i < p_.end();) {
      next_ = i + 1;
      if (p_.anything_at(i) || p_.is_number(i) ||
          p_.any_of(i, {"that", "twenty", "thirty", "weekend"}) || p_.is(i, kArAl) ||
          p_.is(i, kArHalf)) {
        if (auto m = mention_at(i)) {
          next_ = std::max(next_, m->last);
          floor_ = next_;
          // What names a day to come is passed over, so that its words start nothing else.
          if (!blocked_) out.push_back(*m);
          // "On Tuesday they said that jets had struck a day earlier."
          if (!blocked_ && m->use == DateUse::kPoint && !m->anaphoric && m->range &&
              m->range->first == m->range->last)
            context_.running = m->range->first;
          blocked_ = false;
        }
      }
      i = next_;
    }
    return out;
  }

 private:
  using Found = std::optional<DateMention>;

  Found mention_at(uint32_t i) {
    if (const Atom* block = p_.at(i, Part::kBlock)) {
      next_ = block->last;
      return std::nullopt;
    }
    if (p_.has(i, Part::kSince) && !p_.has(i, Part::kDuring))
      if (auto m = since(i)) return m;
    if (auto m = dated(i)) return m;
    return std::nullopt;
  }

  // Any mention but "since".
  Found dated(uint32_t i) {
    if (auto m = months_of_year(i)) return m;
    if (p_.has(i, Part::kUnit))
      if (auto m = unit(i)) return m;
    if (auto m = part_of(i)) return m;
    if (auto m = nights_ago(i)) return m;
    if (auto m = weekend(i)) return m;
    if (auto c = cluster(i)) return interval_or(*c);
    return std::nullopt;
  }

  // "two nights ago"
  Found nights_ago(uint32_t i) const {
    if (!p_.is(i, "nights") || !p_.is(i + 1, "ago")) return std::nullopt;
    uint32_t start = i;
    const int n = p_.cardinal_before(i, floor_, start);
    if (n < 1 || n > 30) return std::nullopt;
    return mention(start, i + 2, from_published(n, n, DatePrecision::kDay), DateUse::kPoint,
                   TimeOfDay::kNight);
  }

  // "over the weekend": the latest Saturday and Sunday that have come.
  Found weekend(uint32_t i) const {
    if (!p_.is(i, "weekend") || i == p_.begin() || p_.has(i - 1, Part::kNext) ||
        !p_.any_of(i - 1, {"the", "this", "last", "past"}))
      return std::nullopt;
    if (!context_.published) return mention(i - 1, i + 1, std::nullopt);
    constexpr unsigned kSaturday = 6;
    const int since = static_cast<int>(
        (static_cast<unsigned>(weekday_of(*context_.published)) + 7 - kSaturday) % 7);
    return mention(i - 1, i + 1,
                   from_published(since, std::max(since - 1, 0), DatePrecision::kDays));
  }

  // "the first half of the year", "the first six months of 2016", in Arabic with the ordinal
  // behind.
  Found months_of_year(uint32_t i) const {
    uint32_t k = i;
    int half = 0, months = 0;
    if (p_.any_of(i, {"first", "second"})) {
      half = p_.is(i, "first") ? 1 : 2;
      k = i + 1;
      if (p_.is(k, "half")) {
        months = 6;
        ++k;
      } else {
        months = half == 1 ? p_.cardinal(k, k) : 0;
        if (!months_at(k)) return std::nullopt;
        ++k;
      }
      if (!p_.is(k, "of")) return std::nullopt;
    } else if (p_.is(i, kArHalf)) {
      half = p_.is(i + 1, kArFirst) ? 1 : p_.is(i + 1, kArSecond) ? 2 : 0;
      months = 6;
      k = i + 2;
    } else if (p_.is_arabic(i) && months_at(i)) {
      months = p_.cardinal(i + 1, k);
      half = p_.is(k, kArFirstFem) ? 1 : 0;
      ++k;
    }
    if (half == 0 || months < 2 || months > 11) return std::nullopt;
    if (p_.is(k, "of") || p_.is(k, kArMin)) ++k;
    bool told = false;
    const int year = year_at(k, told);
    if (year == 0) return std::nullopt;
    const DateBasis basis = told ? DateBasis::kExplicit : DateBasis::kRelative;
    const unsigned from = half == 1 ? 1 : 7;
    DateRange r = month_range(year, from, Third::kWhole, basis);
    r.last = month_range(year, from + static_cast<unsigned>(months) - 1, Third::kWhole, basis).last;
    r.precision = DatePrecision::kDays;
    if (context_.published && *context_.published >= r.first)
      r.last = std::min(r.last, *context_.published);
    return mention(i, k, r, DateUse::kPeriod);
  }
  [[nodiscard]] bool months_at(uint32_t i) const {
    const Atom* u = p_.at(i, Part::kUnit);
    return u != nullptr && u->plural && u->value == static_cast<int>(Unit::kMonth);
  }
  // "2016", "the year", "this year", "last year" at `k`, which is set behind it; 0 when none.
  [[nodiscard]] int year_at(uint32_t& k, bool& told) const {
    if (const auto w = p_.month_or_year(k); w && w->month == 0 && w->year != 0) {
      told = true;
      k = w->last;
      return w->year;
    }
    if (!context_.published) return 0;
    if (p_.is(k, "the")) ++k;
    bool back = !p_.is_arabic(k) && p_.has(k, Part::kLast);
    if (!p_.is_arabic(k) && (back || p_.has(k, Part::kThis))) ++k;
    const Atom* u = p_.at(k, Part::kUnit);
    if (u == nullptr || u->value != static_cast<int>(Unit::kYear) || u->plural) return 0;
    k = u->last;
    if (p_.is_arabic(k) && p_.has(k, Part::kLast)) back = true;
    if (p_.is_arabic(k) && (back || p_.has(k, Part::kThis))) ++k;
    return published_year() - back;
  }

  static DateMention mention(uint32_t first, uint32_t last, std::optional<DateRange> range,
                             DateUse use = DateUse::kPoint, TimeOfDay time = TimeOfDay::kNone) {
    DateMention m;
    m.first = first;
    m.last = last;
    m.range = range;
    m.use = use;
    m.time = time;
    return m;
  }
  Found block(uint32_t first, uint32_t last) {
    blocked_ = true;
    return mention(first, last, std::nullopt);
  }
  [[nodiscard]] std::optional<DateRange> from_published(int back_first, int back_last,
                                                        DatePrecision precision) const {
    if (!context_.published) return std::nullopt;
    return DateRange{*context_.published - days(back_first), *context_.published - days(back_last),
                     precision, DateBasis::kRelative};
  }
  [[nodiscard]] int published_year() const {
    return static_cast<int>(std::chrono::year_month_day{*context_.published}.year());
  }

  // --- since
  // ---------------------------------------------------------------------------------------

  Found since(uint32_t i) {
    uint32_t j = p_.at(i, Part::kSince)->last;
    for (int n = 0; n < 2 && (p_.any_of(j, {"the", "at", "least", "about", "around", "then"}) ||
                              p_.is(j, kArFi));
         ++n)
      ++j;
    // Arabic says "since three days" for three days ago.
    if (p_.is_arabic(i) && !p_.has(j, Part::kStart) && !p_.has(j, Part::kMid) &&
        !p_.has(j, Part::kEnd))
      for (uint32_t u = j; u < j + 4 && u < p_.end(); ++u) {
        const Atom* a = p_.at(u, Part::kUnit);
        if (!a) continue;
        const uint32_t floor = floor_;
        floor_ = i;
        auto m = unit(u);
        floor_ = floor;
        if (m)
          return m->use == DateUse::kPoint && m->time == TimeOfDay::kNone && since_long_ago_
                     ? widen(*m, i)
                     : at_first(*m, i);
        break;
      }
    Found inner = j < p_.end() ? direct(j) : std::nullopt;
    if (!inner && !p_.has(j, Part::kUnit)) inner = direct(j + 1);
    // "since the uprising began in March 2011": the date of the clause.
    for (uint32_t k = j; !inner && k < std::min(p_.end(), j + kReach); ++k) {
      const char c = p_.punct(k);
      if (c == '.' || c == ';' || c == ':' || (c == ',' && k > j + 4)) break;
      if (!p_.anything_at(k) && !p_.is_number(k)) continue;
      if (auto m = direct(k); m && m->range && m->use == DateUse::kPoint) inner = m;
    }
    if (blocked_) return inner;
    // "since the start of the offensive", whose date is not told.
    if (!inner && p_.has(j, Part::kStart) && !p_.has(j, Part::kUnit))
      return mention(i, j + 1, std::nullopt, DateUse::kSince);
    if (!inner) return std::nullopt;
    return widen(*inner, i);
  }

  // The mention at `i` that is not itself a since.
  Found direct(uint32_t i) {
    if (i >= p_.end()) return std::nullopt;
    if (p_.has(i, Part::kUnit))
      if (auto m = unit(i)) return m;
    if (auto m = part_of(i)) return m;
    lead_ = true;
    auto c = cluster(i);
    lead_ = false;
    return c ? resolve(*c) : std::nullopt;
  }

  static Found at_first(DateMention m, uint32_t first) {
    m.first = first;
    return m;
  }

  // From the start of `m` to publication. Since this morning is still today.
  Found widen(DateMention m, uint32_t first) const {
    m.first = first;
    if (!m.range && m.use == DateUse::kPoint && !m.anaphoric) m.use = DateUse::kSince;
    if (!m.range || m.use == DateUse::kTimeOnly) return m;
    if (context_.published && m.range->first == *context_.published &&
        m.range->last == *context_.published)
      return m;
    const bool days_ago =
        m.range->basis == DateBasis::kRelative && m.range->precision == DatePrecision::kDay;
    m.use = days_ago ? DateUse::kPeriod : DateUse::kSince;
    if (m.range->precision == DatePrecision::kDay) m.range->precision = DatePrecision::kDays;
    // Mid-January begins on the 15th.
    if (mid_month_) m.range->first += days(4);
    m.range->last = context_.published && *context_.published >= m.range->first
                        ? *context_.published
                        : m.range->first;
    return m;
  }

  // --- counted units
  // -------------------------------------------------------------------------------

  Found unit(uint32_t u) {
    const Atom* a = p_.at(u, Part::kUnit);
    if (!a) return std::nullopt;
    since_long_ago_ = false;
    const Unit kind = static_cast<Unit>(a->value);
    const bool arabic = p_.is_arabic(u);
    const uint32_t e = a->last;
    if (arabic && p_.has(u, Part::kWeekday)) return std::nullopt;  // "Friday", in dialect a week
    // "three-day truce", "two-year-old", "three years old"
    if (p_.any_of(e, {"old"}) || (p_.is_word(e) && p_.token(e).has(text::kHyphen)))
      return std::nullopt;
    if (auto m = nth_day(u, e, kind, arabic)) return m;
    if (auto m = same_day(u, e, kind, arabic)) return m;

    uint32_t start = u;
    int n = arabic && a->dual ? 2 : p_.cardinal_before(u, floor_, start);
    bool few = false;
    if (n < 0 && u > floor_ && p_.before(u, Part::kFew)) {
      few = true;
      start = u - 1;
      if (p_.is(start, "of") && start > floor_) --start;
      if (start > floor_ && p_.is(start - 1, "a")) --start;
    } else if (n < 0 && u >= floor_ + 2 && p_.is(u - 1, "of") && p_.is(u - 2, "couple")) {
      n = 2;
      start = u - 2;
    } else if (n < 0 && u > floor_ && p_.is(u - 1, "couple")) {
      n = 2;
      start = u - 1;
    }
    if (n >= 0 && start > floor_ && p_.is(start - 1, kArAl)) --start;
    if (!arabic && !few && n < 0 && a->plural) few = true;
    if (n > 400) return std::nullopt;
    return arabic ? unit_arabic(u, e, start, n, few, a->plural, kind)
                  : unit_english(u, e, start, n, few, kind);
  }

  Found unit_english(uint32_t u, uint32_t e, uint32_t start, int n, bool few, Unit kind) {
    const bool hyphen = p_.token(u).has(text::kHyphen);
    if (p_.is(e, "ago") && start < u) return ago(start, e + 1, n, few, kind);
    if (p_.is(e, "ago") && few) return ago(u, e + 1, -1, true, kind);
    uint32_t lead = start;  // "less than 24 hours", "just two days"
    if (lead >= floor_ + 2 && p_.is(lead - 1, "than") &&
        p_.any_of(lead - 2, {"less", "fewer", "more"}))
      lead -= 2;
    if (start < u || few || (start == u && p_.is(start - 1, "the") && start > floor_)) {
      if (p_.any_of(e, {"earlier", "prior", "previously"}) ||
          (p_.is(e, "before") && ends_clause(e + 1)))
        return from_running(lead, e + 1, -1, n, few, kind, true);
      if (p_.is(e, "before") && kind == Unit::kDay && n < 0 && !few && p_.is(start - 1, "the"))
        return p_.is(e + 1, "yesterday") ? std::nullopt
                                         : from_running(start - 1, e + 1, -1, 1, false, kind, true);
      if (p_.is(e, "later") || (p_.is(e, "afterwards")))
        return from_running(lead, e + 1, 1, n, few, kind, false);
      if (p_.is(e, "after") && (start < u || (few && !(u > floor_ && p_.is(u - 1, "the")))))
        return from_running(lead, e + 1, -1, n, few, kind, true);
      if (p_.is(e, "before")) return std::nullopt;
    }
    if (start > floor_ && p_.has(start - 1, Part::kLast)) {
      if (n < 0 && !few && p_.is(e, "of")) return last_day_of(start - 1, e + 1, kind);
      const bool article = start >= floor_ + 2 && p_.is(start - 2, "the");
      // "last months", said without "the", is "last month's" that lost its apostrophe.
      const bool singular = n < 0 && (!few || (!article && start == u && p_.is(start - 1, "last")));
      if (singular && kind == Unit::kDay && p_.any_of(start - 1, {"previous", "preceding"}))
        return from_running(start - 1, e, -1, 1, false, kind, true);
      if (singular && !article && p_.any_of(start - 1, {"last"}))
        return previous(start - 1, e, kind);
      return trailing(start - 1, e, n, few, kind);
    }
    if (hyphen) return std::nullopt;
    // "Four days of fighting", "24 hours of shelling", "two weeks of clashes": they end now.
    const bool days = (kind == Unit::kDay && n > 1) || (kind == Unit::kHour && n >= 24);
    if ((days || kind == Unit::kWeek || kind == Unit::kMonth) && n > 0 && start < u && p_.is(e, "of") &&
        (p_.sense_at(e + 1, Kind::kEvent) || p_.sense_at(e + 2, Kind::kEvent)) &&
        !(start > floor_ && p_.has(start - 1, Part::kAfter)))
      return trailing(start, e, n, few, kind);
    if (start > floor_ && p_.has(start - 1, Part::kNext) &&
        !p_.any_of(start - 1, {"coming", "upcoming"}) && n < 0 && !few && kind == Unit::kDay)
      return from_running(start - 1, e, 1, 1, false, kind, false);
    if (start > floor_ && p_.has(start - 1, Part::kNext)) return block(start - 1, e);
    if (start > floor_ && p_.has(start - 1, Part::kThis) && n < 0 && !few)
      return current(start - 1, e, kind);
    // "within 48 hours", "over three days", "in less than 24 hours": the stretch that ends now.
    const bool during = lead > floor_ && p_.has(lead - 1, Part::kDuring);
    const bool in_less = lead + 2 == start && lead > floor_ && p_.is(lead - 1, "in");
    const bool in_these = days && lead == start && killed_in(start);
    if ((during || in_less || in_these) && n > 0 &&
        (kind == Unit::kDay || (kind == Unit::kHour && n >= 24)) && start < u &&
        !p_.any_of(start, {"a", "an"}))
      return trailing(lead - 1, e, n, few, kind);
    return std::nullopt;
  }

  // "70 have been killed in 24 hours"
  [[nodiscard]] bool killed_in(uint32_t start) const {
    if (start < floor_ + 3 || !p_.is(start - 1, "in")) return false;
    for (uint32_t k = start - 2; k > floor_ && start - k <= 4; --k)
      if (p_.any_of(k, {"killed", "died", "dead", "wounded", "injured"})) return true;
    return false;
  }
  // "the last day of 2021"
  Found last_day_of(uint32_t first, uint32_t i, Unit kind) const {
    const auto w = kind == Unit::kDay && p_.is(first, "last") ? p_.month_or_year(i) : std::nullopt;
    const auto range = w ? written_range(*w, -1, Third::kWhole, context_) : std::nullopt;
    if (!range) return std::nullopt;
    return mention(first, w->last, one_day(range->last, DateBasis::kExplicit));
  }

  Found unit_arabic(uint32_t u, uint32_t e, uint32_t start, int n, bool few, bool plural,
                    Unit kind) {
    if (kind == Unit::kHour && p_.has(e, Part::kTod))
      return std::nullopt;  // the hours of the morning
    // Words of number and "few" may follow a definite noun: the days three past.
    uint32_t r = e;
    if (n < 0 && !few && r < p_.end()) {
      uint32_t after = 0;
      if (p_.has(r, Part::kFew)) {
        few = true;
        ++r;
      } else if (p_.has_article(r) && p_.has_article(u)) {
        const int c = p_.cardinal(r, after);
        if (c > 0 && after <= p_.end() && p_.is_word(r)) {
          n = c;
          r = after;
        }
      }
    }
    uint32_t lead = start;
    // "less than", "more than", "about": two words at most between the preposition and the number.
    for (int k = 0; k < 2 && lead > floor_ + 1; ++k) {
      if (p_.has(lead - 1, Part::kAgo) || p_.has(lead - 1, Part::kAfter) ||
          p_.has(lead - 1, Part::kDuring) || p_.has(lead - 1, Part::kSince))
        break;
      if (!p_.is_arabic(lead - 1)) break;
      const bool preposition_follows =
          p_.has(lead - 2, Part::kAgo) || p_.has(lead - 2, Part::kAfter) ||
          p_.has(lead - 2, Part::kDuring) || (lead > floor_ + 2 && p_.is(lead - 1, kArMin));
      if (!preposition_follows) break;
      --lead;
    }
    const uint32_t before = lead > floor_ ? lead - 1 : p_.end();
    const bool counted = n > 0 || few || plural;
    if (before < p_.end() && counted && r == e) {
      const bool linked = p_.is(e, kArMin) || p_.is(e, kArAla);
      if (p_.has(before, Part::kAfter)) {
        if (linked) return from_running(before, e + 1, -1, n, few || n < 0, kind, true);
        return from_running(before, e, 1, n, few || n < 0, kind, false);
      }
      const bool since = p_.has(before, Part::kSince) && !p_.has(before, Part::kDuring);
      if ((p_.has(before, Part::kAgo) || since) && !p_.has(e, Part::kLast)) {
        if (linked && !since && p_.is(e, kArMin)) return std::nullopt;
        since_long_ago_ =
            since && (kind == Unit::kWeek || kind == Unit::kMonth || kind == Unit::kYear);
        return ago(before, e, n, few || n < 0, kind);
      }
    }
    if (before < p_.end() && !counted && kind != Unit::kDay && kind != Unit::kHour &&
        !p_.has_article(u) && (p_.has(before, Part::kAgo) || p_.has(before, Part::kAfter)) &&
        !p_.year(e) && !p_.has(e, Part::kMonth)) {
      if (p_.has(before, Part::kAfter)) return std::nullopt;
      since_long_ago_ = p_.has(before, Part::kSince);
      return ago(before, e, 1, false, kind);
    }
    const bool last_first =
        start > floor_ && p_.has(start - 1, Part::kLast) && counted;  // "the last three days"
    if (p_.has(r, Part::kLast) || last_first) {
      const uint32_t from = last_first ? start - 1 : start;
      const uint32_t to = last_first ? e : r + 1;
      if (n < 0 && !few && !plural) {
        if (kind == Unit::kDay) return from_running(start, to, -1, 1, false, kind, true);
        return previous(start, to, kind);
      }
      return trailing(from, to, n, few || (n < 0), kind);
    }
    if (p_.has(e, Part::kNext)) {
      if (kind == Unit::kDay && n < 0 && !plural)
        return from_running(start, e + 1, 1, 1, false, kind, false);
      return block(start, e + 1);
    }
    if (n < 0 && !few && !plural) {
      if (p_.has(e, Part::kThis) && p_.has_article(u)) {
        uint32_t to = e + 1;
        // "the current month, January": the name repeats.
        uint32_t month_end = 0;
        if (kind == Unit::kMonth && p_.month(to, month_end)) to = month_end;
        return current(start, to, kind);
      }
      if (start > floor_ && p_.has(start - 1, Part::kThis) && p_.has_article(u) &&
          kind != Unit::kHour)
        return current(start - 1, e, kind);
    }
    const bool during = before < p_.end() && p_.has(before, Part::kDuring);
    if (during && n > 0 && (kind == Unit::kDay || (kind == Unit::kHour && n >= 24)))
      return trailing(before, e, n, few, kind);
    return std::nullopt;
  }

  [[nodiscard]] bool ends_clause(uint32_t i) const {
    return i >= p_.end() || p_.punct(i) == '.' || p_.punct(i) == ',' || p_.punct(i) == ';' ||
           p_.any_of(i, {"and", "when", "but"});
  }

  // A period that ends at publication.
  Found trailing(uint32_t first, uint32_t last, int n, bool few, Unit kind) const {
    if (!context_.published) return mention(first, last, std::nullopt, DateUse::kPeriod);
    const Day end = *context_.published;
    DateRange r{end, end, DatePrecision::kDays, DateBasis::kRelative};
    const int some = n > 0 ? n : few ? 3 : 1;
    switch (kind) {
      case Unit::kMinute:
        r.precision = DatePrecision::kDay;
        break;
      case Unit::kHour:
        if (n < 12) {
          r.precision = DatePrecision::kDay;
        } else {
          r.first = end - days((n + 23) / 24);
        }
        break;
      case Unit::kDay:
        r.first = end - days(n < 0 && !few ? 1 : some == 1 ? 1 : some - 1);
        break;
      case Unit::kWeek:
        r.first = end - days(7 * some - 1);
        r.precision = some == 1 ? DatePrecision::kWeek : DatePrecision::kDays;
        break;
      case Unit::kMonth:
        r.first = months_before(end, some);
        r.precision = DatePrecision::kMonth;
        break;
      case Unit::kYear:
        r.first = months_before(end, 12 * some);
        r.precision = DatePrecision::kYear;
        break;
    }
    return mention(first, last, r, DateUse::kPeriod);
  }

  // Last week, month, year by the calendar.
  Found previous(uint32_t first, uint32_t last, Unit kind) const {
    if (kind == Unit::kMinute || kind == Unit::kHour || kind == Unit::kDay) return std::nullopt;
    if (!context_.published) return mention(first, last, std::nullopt);
    const Day end = *context_.published;
    if (kind == Unit::kWeek) {
      const Day monday = end - days((weekday_of(end) + 6) % 7 + 7);
      return mention(
          first, last,
          DateRange{monday, monday + days(6), DatePrecision::kWeek, DateBasis::kRelative});
    }
    if (kind == Unit::kYear)
      return mention(first, last,
                     year_range(published_year() - 1, Third::kWhole, DateBasis::kRelative));
    return mention(first, last, month_back(1));
  }

  [[nodiscard]] DateRange month_back(int months) const {
    const std::chrono::year_month_day then{months_before(*context_.published, months)};
    return month_range(static_cast<int>(then.year()), static_cast<unsigned>(then.month()),
                       Third::kWhole, DateBasis::kRelative);
  }

  // This week, month, year: what has passed of it.
  Found current(uint32_t first, uint32_t last, Unit kind) const {
    if (kind == Unit::kMinute || kind == Unit::kHour) return std::nullopt;
    const DateUse use = kind == Unit::kDay ? DateUse::kPoint : DateUse::kPeriod;
    if (!context_.published) return mention(first, last, std::nullopt, use);
    const Day end = *context_.published;
    DateRange r = one_day(end, DateBasis::kRelative);
    if (kind == Unit::kWeek) {
      r.first = end - days((weekday_of(end) + 6) % 7);
      r.precision = DatePrecision::kWeek;
    } else if (kind == Unit::kMonth) {
      r.first =
          *context_.published -
          days(static_cast<unsigned>(std::chrono::year_month_day{*context_.published}.day()) - 1);
      r.precision = DatePrecision::kMonth;
    } else if (kind == Unit::kYear) {
      r.first = year_range(published_year(), Third::kWhole, DateBasis::kRelative).first;
      r.precision = DatePrecision::kYear;
    }
    return mention(first, last, r, use);
  }

  Found ago(uint32_t first, uint32_t last, int n, bool few, Unit kind) const {
    if (!context_.published) return mention(first, last, std::nullopt);
    const Day end = *context_.published;
    if (few && n < 0 && (kind == Unit::kWeek || kind == Unit::kMonth || kind == Unit::kYear))
      return mention(first, last, std::nullopt);
    const int some = n > 0 ? n : 3;
    switch (kind) {
      case Unit::kMinute:
        return mention(first, last, one_day(end, DateBasis::kRelative));
      case Unit::kHour:
        return mention(first, last,
                       one_day(end - days(n >= 24 ? n / 24 : 0), DateBasis::kRelative));
      case Unit::kDay:
        if (few) return mention(first, last, from_published(4, 2, DatePrecision::kDays));
        return mention(first, last, one_day(end - days(n), DateBasis::kRelative));
      case Unit::kWeek:
        return mention(first, last,
                       from_published(7 * some + 3, 7 * some - 3, DatePrecision::kWeek));
      case Unit::kMonth:
        return mention(first, last, month_back(some));
      case Unit::kYear:
        return mention(first, last,
                       year_range(published_year() - some, Third::kWhole, DateBasis::kRelative));
    }
    return std::nullopt;
  }

  // A day counted from the one the text speaks of.
  Found from_running(uint32_t first, uint32_t last, int sign, int n, bool few, Unit kind,
                     bool before) const {
    DateMention m = mention(first, last, std::nullopt);
    m.anaphoric = true;
    m.before_running = before;
    // What comes "two days after" something, and no day told yet, comes now.
    const std::optional<Day> base =
        context_.running || !before ? context_.running : context_.published;
    if (!base) return m;
    int shift = 0;
    const int some = n > 0 ? n : few ? 3 : 1;
    if (kind == Unit::kHour) shift = n >= 24 ? n / 24 : 0;
    if (kind == Unit::kDay) shift = some;
    if (kind == Unit::kWeek) shift = 7 * some;
    Day day = *base + days(sign * shift);
    if (kind == Unit::kMonth) day = months_before(*base, -sign * some);
    if (kind == Unit::kYear) day = months_before(*base, -12 * sign * some);
    DateRange r = one_day(day, DateBasis::kRelative);
    if (few && kind == Unit::kDay)
      r = {std::min(day - days(1), day + days(1)), day + days(1), DatePrecision::kDays,
           DateBasis::kRelative};
    if (kind == Unit::kWeek) r.precision = DatePrecision::kWeek;
    if (kind == Unit::kMonth || kind == Unit::kYear) {
      const std::chrono::year_month_day then{day};
      r = kind == Unit::kYear
              ? year_range(static_cast<int>(then.year()), Third::kWhole, DateBasis::kRelative)
              : month_range(static_cast<int>(then.year()), static_cast<unsigned>(then.month()),
                            Third::kWhole, DateBasis::kRelative);
    }
    m.range = r;
    // "Less than 24 hours later" than a day with no date after it is in the past all the same.
    if (context_.published && r.first > *context_.published && sign > 0) m.range = std::nullopt;
    return m;
  }

  Found nth_day(uint32_t u, uint32_t e, Unit kind, bool arabic) {
    if (kind != Unit::kDay) return std::nullopt;
    DateMention m;
    m.use = DateUse::kNthDay;
    if (arabic) {
      uint32_t end = 0;
      const int n = p_.ordinal(e, end);
      if (n < 1 || (!p_.is(e, kArAl) && !p_.is(e, kArLil) && !p_.has_article(e)))
        return std::nullopt;
      if (p_.is(end, kArMin) && (p_.has(end + 1, Part::kMonth) || p_.has(end + 1, Part::kBlock) ||
                                 p_.has(end + 1, Part::kUnit)))
        return std::nullopt;
      if (p_.has(end, Part::kBlock)) return std::nullopt;
      m.first = u;
      m.last = end;
      m.nth_day = n;
      return m;
    }
    // "Day 74"
    if (p_.is(u, "day") && p_.token(u).has(text::kUpperInitial) && p_.digits(e) > 0 &&
        p_.fold(e).size() <= 4 && !p_.year(e)) {
      if (u > floor_ && (p_.is_number(u - 1) || p_.is(u - 1, "per"))) return std::nullopt;
      m.first = u;
      m.last = e + 1;
      m.nth_day = p_.digits(e);
      return m;
    }
    uint32_t k = u;
    if (k > floor_ && p_.any_of(k - 1, {"consecutive", "straight", "successive", "running"})) --k;
    for (uint32_t n = 3; n >= 1; --n) {
      if (k < floor_ + n) continue;
      uint32_t end = 0;
      const int v = p_.ordinal(k - n, end);
      if (v < 1 || end != k) continue;
      if (p_.is(e, "of")) {
        const uint32_t t = p_.is(e + 1, "the") ? e + 2 : e + 1;
        if (p_.has(t, Part::kBlock) || p_.has(t, Part::kMonth) || p_.has(t, Part::kUnit) ||
            p_.any_of(t, {"eid", "january"}))
          return std::nullopt;
      }
      if (p_.has(e, Part::kBlock)) return std::nullopt;
      m.first = k - n;
      m.last = e;
      m.nth_day = v;
      return m;
    }
    return std::nullopt;
  }

  Found same_day(uint32_t u, uint32_t e, Unit kind, bool arabic) {
    if (kind != Unit::kDay) return std::nullopt;
    uint32_t first = u, last = e;
    if (u > floor_ && (p_.has(u - 1, Part::kSame) || (!arabic && p_.is(u - 1, "that")))) {
      first = u - 1;
    } else if (arabic && p_.has(e, Part::kSame)) {
      last = e + 1;
    } else {
      return std::nullopt;
    }
    DateMention m = mention(first, last, std::nullopt);
    m.anaphoric = true;
    if (context_.running) m.range = one_day(*context_.running, DateBasis::kRelative);
    // A time before it in Arabic ("the dawn of that day"), after it in English.
    if (const Atom* t = arabic && first > floor_ ? p_.before(first, Part::kTod) : nullptr) {
      m.first = t->first;
      m.time = static_cast<TimeOfDay>(t->value);
    } else {
      uint32_t k = last;
      if (p_.any_of(k, {"in", "at"}) || p_.punct(k) == ',') ++k;
      if (p_.is(k, "the")) ++k;
      if (const Atom* after = p_.at(k, Part::kTod)) {
        m.last = after->last;
        m.time = static_cast<TimeOfDay>(after->value);
      }
    }
    return m;
  }

  // --- the beginning, middle or end of a month or year
  // ----------------------------------------------

  Found part_of(uint32_t i) {
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

  // --- days and times side by side
  // ------------------------------------------------------------------

  std::optional<Cluster> cluster(uint32_t i) {
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

  [[nodiscard]] bool filler(uint32_t k) const {
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
           (u->value == static_cast<int>(Unit::kDay) ||
            u->value == static_cast<int>(Unit::kHour)) &&
           !u->dual;
  }

  // Takes the part of a date at `i` into `c`, if it fits there, and moves `i` behind it.
  bool component(uint32_t& i, Cluster& c, bool first) {
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

  bool time(uint32_t& i, const Atom& t, Cluster& c) {
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
  bool pointed(uint32_t& i, Cluster& c) {
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
  bool modified(uint32_t& i, Cluster& c) {
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

  bool relative(uint32_t& i, const Atom& r, Cluster& c) {
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

  bool weekday(uint32_t& i, const Atom& w, Cluster& c) {
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
  bool wire_clock(uint32_t& i, Cluster& c) const {
    const std::string_view f = p_.fold(i);
    const int v = p_.digits(i);
    if (f.size() != 4 || v < 0 || v > 2359 || v % 100 > 59 || i == p_.begin() ||
        c.time != TimeOfDay::kNone)
      return false;
    const bool tail = p_.any_of(i + 1, {"local", "gmt", "hours", "hrs"});
    const bool lead =
        p_.is(i - 1, "at") || (i > p_.begin() + 1 && p_.is(i - 2, "at") &&
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
  bool clock(uint32_t& i, Cluster& c) {
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
      const bool lead =
          i > p_.begin() && (p_.any_of(i - 1, {"at", "around", "about", "approximately", "before",
                                               "after", "by", "until"}) ||
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
  bool calendar(uint32_t& i, Cluster& c, bool first) {
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
  [[nodiscard]] bool bare_allowed(const Written& w) const {
    const uint32_t i = w.first;
    if (w.month != 0 && (w.year != 0 || w.shift != Shift::kNone)) return true;
    if (w.month == 0 && !p_.is_number(i)) return true;  // "the year 2014"
    if (w.month != 0 && p_.punct(w.last) == ':' && (i == p_.begin() || p_.punct(i - 1) != '\0'))
      return true;  // "January: three attacks"
    if (lead_) return true;
    // "the July blasts", "an October assault"
    if (w.month != 0 && !p_.is_arabic(i) && i > p_.begin() &&
        p_.any_of(i - 1, {"the", "an", "a"}) && p_.token(i).has(text::kUpperInitial) &&
        p_.sense_at(w.last, Kind::kEvent))
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
    if (p_.any_of(b, {"in", "during", "since", "until", "till", "by", "through", "throughout",
                      "from", "mid", "early", "late"}))
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

  // --- resolving
  // --------------------------------------------------------------------------------------

  Found resolve(const Cluster& c) {
    if (c.future) return block(c.first, c.last);
    DateMention m;
    m.first = c.first;
    m.last = c.last;
    m.time = c.time;
    if (m.time == TimeOfDay::kNone)
      m.time = c.late ? TimeOfDay::kNight : c.early ? TimeOfDay::kMorning : TimeOfDay::kNone;
    if (c.date) {
      m.range = written_range(*c.date, c.weekday, c.third, context_);
      if (c.date->day == 0 && !m.range && c.date->year == 0 && !context_.published) return m;
    } else if (c.rel) {
      if (context_.published) {
        Day day = *context_.published + days(*c.rel);
        // "today, Thursday" on a page dated Friday: the weekday is the better witness.
        if (c.weekday >= 0 && static_cast<int>(weekday_of(day)) != c.weekday)
          if (const auto told = weekday_day(c.weekday, false, context_)) day = *told;
        m.range = one_day(day, DateBasis::kRelative);
      }
    } else if (c.weekday >= 0) {
      if (const auto day = weekday_day(c.weekday, c.strictly, context_))
        m.range = one_day(*day, DateBasis::kRelative);
      if (c.second_weekday >= 0) {
        if (const auto second = weekday_day(c.second_weekday, false, context_))
          m.range =
              DateRange{*second - days(1), *second, DatePrecision::kDays, DateBasis::kRelative};
      }
    } else if (c.same_day) {
      m.anaphoric = true;
      if (context_.running) m.range = one_day(*context_.running, DateBasis::kRelative);
    } else if (c.season >= 0) {
      if (c.season_year != 0) {
        m.range = season_range(c.season_year, c.season, DateBasis::kExplicit);
      } else if (context_.published) {
        int y = published_year();
        while (season_range(y, c.season, DateBasis::kRelative).last >= *context_.published) --y;
        m.range = season_range(y, c.season, DateBasis::kRelative);
      }
    } else if (c.day_before) {
      m.anaphoric = true;
      const std::optional<Day>& day = context_.running ? context_.running : context_.published;
      if (day) m.range = one_day(*day - days(1), DateBasis::kRelative);
    } else if (c.overnight) {
      // The night that ended on the day of publication is that of the day before.
      m.range = from_published(1, 1, DatePrecision::kDay);
    } else {
      if (c.weak_time || c.time == TimeOfDay::kNone || p_.inside_name(c.first, c.last))
        return std::nullopt;
      m.use = DateUse::kTimeOnly;
    }
    // A month or year that is still running ends, for the report, on its publication.
    if (m.range && context_.published && m.range->last > *context_.published &&
        m.range->first <= *context_.published && m.range->precision != DatePrecision::kDay)
      m.range->last = *context_.published;
    if (c.date && c.date->day == 0 && c.first > p_.begin() && p_.has(c.first - 1, Part::kDuring))
      m.use = DateUse::kPeriod;
    if (m.range && c.date && c.date->first_day != 0 && m.range->precision == DatePrecision::kDays)
      m.use = DateUse::kPeriod;
    return m;
  }

  // "from 28 April to 10 July", "between Monday and Wednesday", "2011-2014".
  Found interval_or(const Cluster& a) {
    const uint32_t k = a.last;
    const bool between =
        a.first > p_.begin() && (p_.is(a.first - 1, "between") || p_.is(a.first - 1, kArBayn));
    const bool from =
        a.first > p_.begin() && (p_.is(a.first - 1, "from") || p_.is(a.first - 1, kArMin));
    bool link =
        p_.any_of(k, {"to", "until", "till", "through"}) || p_.is(k, kArIla) || p_.is(k, kArHatta);
    if (between) link |= p_.is(k, "and") || p_.is(k, kArWaw);
    const bool dash = p_.punct(k) == '-' || (p_.is_number(k) && p_.token(k).has(text::kHyphen));
    const bool years = a.date && a.date->month == 0;
    if (dash && (years || a.has_day())) link = true;
    const bool clitic = between && !link && (p_.clitics(k) & text::kAnd);
    if (a.dated() && (link || clitic) && !a.rel && !a.future) {
      uint32_t at = clitic || (dash && p_.is_number(k)) ? k : k + 1;
      if (p_.is(at, "the")) ++at;
      lead_ = years || (a.date && a.date->day == 0);
      joins_ = true;
      auto b = p_.anything_at(at) || p_.is_number(at) ? cluster(at) : std::nullopt;
      lead_ = joins_ = false;
      const bool firm =
          between || from || dash || p_.any_of(k, {"through", "until", "to"}) || p_.is_arabic(k);
      // "between Monday evening and today, Tuesday"
      const bool relative = b && b->rel && b->weekday < 0;
      if (b && firm && b->dated() && !relative && !b->future && same_grain(a, *b))
        return joined(a, *b);
    }
    return resolve(a);
  }

  static bool same_grain(const Cluster& a, const Cluster& b) {
    if (a.date && b.date)
      return (a.date->day != 0) == (b.date->day != 0) &&
             (a.date->month != 0) == (b.date->month != 0);
    return !a.date && !b.date && a.weekday >= 0 && b.weekday >= 0;
  }

  Found joined(Cluster a, const Cluster& b) {
    auto end = resolve(b);
    if (!end || !end->range) return resolve(a);
    if (a.date && a.date->year == 0 && a.date->month != 0) {
      const std::chrono::year_month_day last{end->range->first};
      a.date->year =
          static_cast<int>(last.year()) - (a.date->month > static_cast<unsigned>(last.month()));
    }
    auto start = resolve(a);
    if (!start || !start->range) return start;
    DateRange r = *start->range;
    // Thursday to Monday: the latest Thursday before that Monday.
    while (!a.date && r.first > end->range->first) r.first -= days(7);
    if (r.first > end->range->last) return start;
    r.last = end->range->last;
    if (r.precision == DatePrecision::kDay) r.precision = DatePrecision::kDays;
    return mention(a.first, b.last, r, DateUse::kPeriod,
                   start->time == end->time ? start->time : TimeOfDay::kNone);
  }

  const Parts& p_;
  DateContext context_;
  uint32_t next_ = 0, floor_ = 0;
  bool blocked_ = false;
  bool lead_ = false;            // what follows is introduced as a date
  bool joins_ = false;           // the second end of an interval
  bool mid_month_ = false;       // part_of met the middle of a month
  bool since_long_ago_ = false;  // "since two years"
};

// Could a number alone be a date or clock time: separators inside, a year, joined numbers.
bool dated_number(const text::Text& text, uint32_t i) {
  const text::Token& t = text.tokens[i];
  if (t.kind != text::TokenKind::kNumber || t.fold_length < 4) return false;
  const std::string_view f = text.fold_of(t);
  if (t.fold_length == 4 && f.find_first_not_of("0123456789") == std::string_view::npos)
    return true;
  return t.fold_length >= 5 ? f.find_first_of("/.:") != std::string_view::npos
                            : f.find_first_of(":/") != std::string_view::npos;
}

}  // namespace

std::vector<DateMention> find_dates(const text::Text& text, const lexicon::Lexicon& lexicon,
                                    uint32_t first, uint32_t last, const std::vector<Term>& terms,
                                    const DateContext& context) {
  bool any = std::any_of(terms.begin(), terms.end(), may_hold_time);
  for (uint32_t i = first; i < last && !any; ++i) any = dated_number(text, i);
  if (!any) return {};
  const Parts parts(text, lexicon, first, last, terms);
  return Grammar(parts, context).run();
}

bool in_date_line(const text::Text& text, uint32_t first, uint32_t last, const DateMention& date) {
  constexpr uint32_t kHead = 14, kAgency = 8, kNames = 4;  // tokens
  if (date.first <= first || date.first - first > kHead || date.use != DateUse::kPoint)
    return false;
  for (uint32_t i = first; i < date.first; ++i) {
    const text::Token& t = text.tokens[i];
    if (t.kind != text::TokenKind::kWord) continue;
    // Arabic has no capitals: a name or two before the date.
    if (t.script == text::Script::kArabic && date.first - first <= kNames) continue;
    if (t.script != text::Script::kLatin || (!t.has(text::kUpperInitial) && t.end - t.begin > 3))
      return false;
  }
  uint32_t k = date.last;
  if (k < last && text.punct(k) == '.') ++k;
  if (k >= last) return false;
  if (text.punct(k) == '-') return true;
  if (text.punct(k) != '(') return false;
  for (const uint32_t open = k; k < last && k - open < kAgency; ++k)
    if (text.punct(k) == ')') return k + 1 < last;
  return false;
}

}  // namespace sijil::mentions
