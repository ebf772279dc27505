// SPDX-License-Identifier: Apache-2.0
// Dates reckoned in units: "three days ago", "the past 48 hours", "two weeks of fighting".
#include "mentions/date_grammar.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

DateGrammar::Found DateGrammar::unit(uint32_t u) {
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

DateGrammar::Found DateGrammar::unit_english(uint32_t u, uint32_t e, uint32_t start, int n,
                                             bool few, Unit kind) {
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
    if (singular && !article && p_.any_of(start - 1, {"last"})) return previous(start - 1, e, kind);
    return trailing(start - 1, e, n, few, kind);
  }
  if (hyphen) return std::nullopt;
  // "Four days of fighting", "24 hours of shelling", "two weeks of clashes": they end now.
  const bool in_days = (kind == Unit::kDay && n > 1) || (kind == Unit::kHour && n >= 24);
  if ((in_days || kind == Unit::kWeek || kind == Unit::kMonth) && n > 0 && start < u &&
      p_.is(e, "of") && (p_.sense_at(e + 1, Kind::kEvent) || p_.sense_at(e + 2, Kind::kEvent)) &&
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
  const bool in_these = in_days && lead == start && killed_in(start);
  if ((during || in_less || in_these) && n > 0 &&
      (kind == Unit::kDay || (kind == Unit::kHour && n >= 24)) && start < u &&
      !p_.any_of(start, {"a", "an"}))
    return trailing(lead - 1, e, n, few, kind);
  return std::nullopt;
}

// "70 have been killed in 24 hours"
bool DateGrammar::killed_in(uint32_t start) const {
  if (start < floor_ + 3 || !p_.is(start - 1, "in")) return false;
  for (uint32_t k = start - 2; k > floor_ && start - k <= 4; --k)
    if (p_.any_of(k, {"killed", "died", "dead", "wounded", "injured"})) return true;
  return false;
}

// "the last day of 2021"
DateGrammar::Found DateGrammar::last_day_of(uint32_t first, uint32_t i, Unit kind) const {
  const auto w = kind == Unit::kDay && p_.is(first, "last") ? p_.month_or_year(i) : std::nullopt;
  const auto range = w ? written_range(*w, -1, Third::kWhole, context_) : std::nullopt;
  if (!range) return std::nullopt;
  return mention(first, w->last, one_day(range->last, DateBasis::kExplicit));
}

DateGrammar::Found DateGrammar::unit_arabic(uint32_t u, uint32_t e, uint32_t start, int n, bool few,
                                            bool plural, Unit kind) {
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

bool DateGrammar::ends_clause(uint32_t i) const {
  return i >= p_.end() || p_.punct(i) == '.' || p_.punct(i) == ',' || p_.punct(i) == ';' ||
         p_.any_of(i, {"and", "when", "but"});
}

// A period that ends at publication.
DateGrammar::Found DateGrammar::trailing(uint32_t first, uint32_t last, int n, bool few,
                                         Unit kind) const {
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
DateGrammar::Found DateGrammar::previous(uint32_t first, uint32_t last, Unit kind) const {
  if (kind == Unit::kMinute || kind == Unit::kHour || kind == Unit::kDay) return std::nullopt;
  if (!context_.published) return mention(first, last, std::nullopt);
  const Day end = *context_.published;
  if (kind == Unit::kWeek) {
    const Day monday = end - days((weekday_of(end) + 6) % 7 + 7);
    return mention(first, last,
                   DateRange{monday, monday + days(6), DatePrecision::kWeek, DateBasis::kRelative});
  }
  if (kind == Unit::kYear)
    return mention(first, last,
                   year_range(published_year() - 1, Third::kWhole, DateBasis::kRelative));
  return mention(first, last, month_back(1));
}

DateRange DateGrammar::month_back(int months) const {
  const std::chrono::year_month_day then{months_before(*context_.published, months)};
  return month_range(static_cast<int>(then.year()), static_cast<unsigned>(then.month()),
                     Third::kWhole, DateBasis::kRelative);
}

// This week, month, year: what has passed of it.
DateGrammar::Found DateGrammar::current(uint32_t first, uint32_t last, Unit kind) const {
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

DateGrammar::Found DateGrammar::ago(uint32_t first, uint32_t last, int n, bool few,
                                    Unit kind) const {
  if (!context_.published) return mention(first, last, std::nullopt);
  const Day end = *context_.published;
  if (few && n < 0 && (kind == Unit::kWeek || kind == Unit::kMonth || kind == Unit::kYear))
    return mention(first, last, std::nullopt);
  const int some = n > 0 ? n : 3;
  switch (kind) {
    case Unit::kMinute:
      return mention(first, last, one_day(end, DateBasis::kRelative));
    case Unit::kHour:
      return mention(first, last, one_day(end - days(n >= 24 ? n / 24 : 0), DateBasis::kRelative));
    case Unit::kDay:
      if (few) return mention(first, last, from_published(4, 2, DatePrecision::kDays));
      return mention(first, last, one_day(end - days(n), DateBasis::kRelative));
    case Unit::kWeek:
      return mention(first, last, from_published(7 * some + 3, 7 * some - 3, DatePrecision::kWeek));
    case Unit::kMonth:
      return mention(first, last, month_back(some));
    case Unit::kYear:
      return mention(first, last,
                     year_range(published_year() - some, Third::kWhole, DateBasis::kRelative));
  }
  return std::nullopt;
}

// A day counted from the one the text speaks of.
DateGrammar::Found DateGrammar::from_running(uint32_t first, uint32_t last, int sign, int n,
                                             bool few, Unit kind, bool before) const {
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

DateGrammar::Found DateGrammar::nth_day(uint32_t u, uint32_t e, Unit kind, bool arabic) {
  if (kind != Unit::kDay) return std::nullopt;
  DateMention m;
  m.use = DateUse::kNthDay;
  if (arabic) {
    uint32_t end = 0;
    const int n = p_.ordinal(e, end);
    if (n < 1 || (!p_.is(e, kArAl) && !p_.is(e, kArLil) && !p_.has_article(e))) return std::nullopt;
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

DateGrammar::Found DateGrammar::same_day(uint32_t u, uint32_t e, Unit kind, bool arabic) {
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

}  // namespace sijil::mentions
