// SPDX-License-Identifier: Apache-2.0
// The grammar of dates in a sentence. Each position that a time word or a number opens is tried,
// from the patterns with the most words (since ..., the past three days, two days ago) to single
// days.
#include "mentions/date_grammar.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

std::vector<DateMention> DateGrammar::run() {
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

DateGrammar::Found DateGrammar::mention_at(uint32_t i) {
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
DateGrammar::Found DateGrammar::dated(uint32_t i) {
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
DateGrammar::Found DateGrammar::nights_ago(uint32_t i) const {
  if (!p_.is(i, "nights") || !p_.is(i + 1, "ago")) return std::nullopt;
  uint32_t start = i;
  const int n = p_.cardinal_before(i, floor_, start);
  if (n < 1 || n > 30) return std::nullopt;
  return mention(start, i + 2, from_published(n, n, DatePrecision::kDay), DateUse::kPoint,
                 TimeOfDay::kNight);
}

// "over the weekend": the latest Saturday and Sunday that have come.
DateGrammar::Found DateGrammar::weekend(uint32_t i) const {
  if (!p_.is(i, "weekend") || i == p_.begin() || p_.has(i - 1, Part::kNext) ||
      !p_.any_of(i - 1, {"the", "this", "last", "past"}))
    return std::nullopt;
  if (!context_.published) return mention(i - 1, i + 1, std::nullopt);
  constexpr unsigned kSaturday = 6;
  const int since = static_cast<int>(
      (static_cast<unsigned>(weekday_of(*context_.published)) + 7 - kSaturday) % 7);
  return mention(i - 1, i + 1, from_published(since, std::max(since - 1, 0), DatePrecision::kDays));
}

// "the first half of the year", "the first six months of 2016", in Arabic with the ordinal
// behind.
DateGrammar::Found DateGrammar::months_of_year(uint32_t i) const {
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

bool DateGrammar::months_at(uint32_t i) const {
  const Atom* u = p_.at(i, Part::kUnit);
  return u != nullptr && u->plural && u->value == static_cast<int>(Unit::kMonth);
}

// "2016", "the year", "this year", "last year" at `k`, which is set behind it; 0 when none.
int DateGrammar::year_at(uint32_t& k, bool& told) const {
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

DateMention DateGrammar::mention(uint32_t first, uint32_t last, std::optional<DateRange> range,
                                 DateUse use, TimeOfDay time) {
  DateMention m;
  m.first = first;
  m.last = last;
  m.range = range;
  m.use = use;
  m.time = time;
  return m;
}

DateGrammar::Found DateGrammar::block(uint32_t first, uint32_t last) {
  blocked_ = true;
  return mention(first, last, std::nullopt);
}

std::optional<DateRange> DateGrammar::from_published(int back_first, int back_last,
                                                     DatePrecision precision) const {
  if (!context_.published) return std::nullopt;
  return DateRange{*context_.published - days(back_first), *context_.published - days(back_last),
                   precision, DateBasis::kRelative};
}

int DateGrammar::published_year() const {
  return static_cast<int>(std::chrono::year_month_day{*context_.published}.year());
}

DateGrammar::Found DateGrammar::since(uint32_t i) {
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
DateGrammar::Found DateGrammar::direct(uint32_t i) {
  if (i >= p_.end()) return std::nullopt;
  if (p_.has(i, Part::kUnit))
    if (auto m = unit(i)) return m;
  if (auto m = part_of(i)) return m;
  lead_ = true;
  auto c = cluster(i);
  lead_ = false;
  return c ? resolve(*c) : std::nullopt;
}

DateGrammar::Found DateGrammar::at_first(DateMention m, uint32_t first) {
  m.first = first;
  return m;
}

// From the start of `m` to publication. Since this morning is still today.
DateGrammar::Found DateGrammar::widen(DateMention m, uint32_t first) const {
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
  m.range->last = context_.published && *context_.published >= m.range->first ? *context_.published
                                                                              : m.range->first;
  return m;
}

DateGrammar::Found DateGrammar::resolve(const Cluster& c) {
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
        m.range = DateRange{*second - days(1), *second, DatePrecision::kDays, DateBasis::kRelative};
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
DateGrammar::Found DateGrammar::interval_or(const Cluster& a) {
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

bool DateGrammar::same_grain(const Cluster& a, const Cluster& b) {
  if (a.date && b.date)
    return (a.date->day != 0) == (b.date->day != 0) && (a.date->month != 0) == (b.date->month != 0);
  return !a.date && !b.date && a.weekday >= 0 && b.weekday >= 0;
}

DateGrammar::Found DateGrammar::joined(Cluster a, const Cluster& b) {
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

std::vector<DateMention> find_dates(const text::Text& text, const lexicon::Lexicon& lexicon,
                                    uint32_t first, uint32_t last, const std::vector<Term>& terms,
                                    const DateContext& context) {
  bool any = std::any_of(terms.begin(), terms.end(), may_hold_time);
  for (uint32_t i = first; i < last && !any; ++i) any = dated_number(text, i);
  if (!any) return {};
  const Parts parts(text, lexicon, first, last, terms);
  return DateGrammar(parts, context).run();
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
