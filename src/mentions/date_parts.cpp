// SPDX-License-Identifier: Apache-2.0
#include "mentions/date_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace sijil::mentions {

using lexicon::Lexicon;
using text::Text;
using text::Token;
using text::TokenKind;

namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"sun", "mon", "tue", "wed",
                                                       "thu", "fri", "sat"};
constexpr std::array<std::string_view, 6> kUnits = {"minute", "hour",  "day",
                                                    "week",   "month", "year"};
constexpr std::array<std::string_view, 4> kSeasons = {"spring", "summer", "autumn", "winter"};

struct RefName {
  std::string_view name;
  Part part;
};
constexpr RefName kRefs[] = {
    {"last", Part::kLast},   {"past", Part::kLast}, {"this", Part::kThis},
    {"since", Part::kSince}, {"ago", Part::kAgo},   {"same", Part::kSame},
    {"that", Part::kSame},   {"next", Part::kNext}, {"during", Part::kDuring},
    {"early", Part::kStart}, {"mid", Part::kMid},   {"late", Part::kEnd},
    {"after", Part::kAfter}, {"few", Part::kFew}};

template <size_t N>
int index_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  return it == names.end() ? -1 : static_cast<int>(it - names.begin());
}

int number_of(std::string_view s) {
  int v = -1;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), v);
  return error == std::errc{} && end == s.data() + s.size() ? v : -1;
}

// Three numbers as day, month, year: year first when it has four digits, else the day first unless
// that cannot be.
std::optional<Written> order(int a, int b, int c) {
  if (a < 0 || b < 0 || c < 0) return std::nullopt;
  Written w;
  if (a >= 1000) {
    w.year = a;
    w.month = static_cast<unsigned>(b);
    w.day = static_cast<unsigned>(c);
  } else {
    w.year = full_year(c);
    w.day = static_cast<unsigned>(a);
    w.month = static_cast<unsigned>(b);
    if (w.month > 12 && w.day <= 12) std::swap(w.day, w.month);
  }
  if (w.year < 1900 || w.year > 2099 || !make_day(w.year, w.month, w.day)) return std::nullopt;
  return w;
}

}  // namespace

bool may_hold_time(const Term& term) {
  switch (term.kind()) {
    case Kind::kTime:
      return true;
    case Kind::kCue:
    case Kind::kBound:
    case Kind::kNumber:
    case Kind::kVague:
      return term.last - term.first > 1;
    default:
      return false;
  }
}

int full_year(int written) {
  if (written >= 100) return written;
  return written < 40 ? 2000 + written : 1900 + written;
}

Parts::Parts(const Text& text, const Lexicon& lexicon, uint32_t first, uint32_t last,
             const std::vector<Term>& terms)
    : text_(text), lexicon_(lexicon), first_(first), last_(last) {
  // A day inside a longer name ("Friday Market") is not among the terms, so only what a time term
  // covers is looked at; inside it each shorter reading counts too. Longer cues and counts that are
  // made of time words ("over the past 24 hours") hide these, but name nothing.
  uint32_t done = first;
  for (const Term& term : terms) {
    if (!may_hold_time(term)) continue;
    if (masks_.empty()) masks_.assign(last - first, 0);
    for (uint32_t i = std::max(done, term.first); i < term.last; ++i) {
      const Token& t = text.tokens[i];
      for (int r = 0; r < t.readings; ++r)
        walk(i, lexicon.first(t.reading[r].word), i + 1, t.reading[r].clitics);
    }
    done = std::max(done, term.last);
  }
  std::stable_sort(atoms_.begin(), atoms_.end(), [](const Atom& a, const Atom& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
}

void Parts::walk(uint32_t start, uint32_t node, uint32_t at, uint8_t word_clitics) {
  if (node == 0) return;
  for (const Sense& sense : lexicon_.senses(node))
    if (sense.kind == Kind::kTime) add(sense, start, at, word_clitics);
  if (at >= last_ || at - start > 4 || !lexicon_.has_next(node)) return;
  const Token& t = text_.tokens[at];
  for (int r = 0; r < t.readings; ++r)
    if ((t.reading[r].clitics & ~text::kThe) == 0)
      walk(start, lexicon_.next(node, t.reading[r].word), at + 1, word_clitics);
}

void Parts::add(const Sense& sense, uint32_t first, uint32_t last, uint8_t word_clitics) {
  const std::string_view id = lexicon_.id_name(sense.id);
  const size_t dot = id.find('.');
  if (dot == std::string_view::npos) return;
  const std::string_view group = id.substr(0, dot), name = id.substr(dot + 1);
  const bool phrase = last - first > 1;
  Atom a;
  a.first = first;
  a.last = last;
  a.needs_neighbour = sense.has(lexicon::kTagNext);
  a.dual = sense.has(lexicon::kTagDual) || sense.inflection == lexicon::Inflection::kDual ||
           (sense.inflection == lexicon::Inflection::kDualOrPlural && sense.arabic);
  a.plural = sense.has(lexicon::kTagPl) || sense.inflection == lexicon::Inflection::kPlural;
  if (group == "month") {
    a.part = Part::kMonth;
    a.value = number_of(name);
    if (a.value < 1 || a.value > 12) return;
  } else if (group == "weekday") {
    a.part = Part::kWeekday;
    a.value = index_of(kWeekdays, name);
    // Without the article most Arabic weekdays are numbers or given names. "Fridays" is no day.
    const bool article = has_article(first) || (word_clitics & text::kThe) != 0;
    if (sense.arabic && !article && !(first > first_ && has(first - 1, Part::kUnit))) return;
    // "Mondays strikes" lost its apostrophe.
    if (!sense.arabic && fold(first).ends_with("days") && !sense_at(first + 1, Kind::kEvent) &&
        !sense_at(first + 2, Kind::kEvent))
      return;
    if (phrase) return;
  } else if (group == "tod") {
    a.part = Part::kTod;
    const TimeOfDay time = time_of_day_of(name);
    if (time == TimeOfDay::kNone) return;
    a.value = static_cast<int>(time);
    if (!sense.arabic) {
      // "a.m." and "p.m." belong to a clock time; the eve of something is no evening; the other
      // phrases are put together from their words.
      if (a.needs_neighbour || is(first, "eve") || any_of(last - 1, {"on"})) return;
      if (phrase && any_of(first, {"last", "this", "yesterday", "friday"})) return;
    } else if (phrase && has(first, Part::kUnit) && is(first + 1, kArMin)) {
      return;
    }
  } else if (group == "rel") {
    a.part = Part::kRel;
    if (name == "today") {
      a.value = 0;
    } else if (name == "yesterday") {
      a.value = -1;
    } else if (name == "tomorrow") {
      a.value = 1;
    } else if (name == "two_days_ago" || (name == "day_before" && sense.arabic)) {
      a.value = -2;
    } else {
      return;
    }
    if (!sense.arabic) {
      if (phrase && !is(last - 1, "yesterday")) return;
      if (phrase && a.value != -2) return;
      if (is(first, "now")) return;
    } else if (phrase) {
      // "this morning", "two days ago", "the same day" come from their words, with their times.
      if (has(first, Part::kTod) || has(first, Part::kThis)) return;
      const bool unit = std::any_of(atoms_.begin(), atoms_.end(), [&](const Atom& o) {
        return o.first == first && o.part == Part::kUnit;
      });
      const Token& t = text_.tokens[first + 1];
      for (int r = 0; r < t.readings; ++r)
        for (const Sense& next : lexicon_.senses(lexicon_.first(t.reading[r].word))) {
          if (next.kind != Kind::kTime) continue;
          const std::string_view next_id = lexicon_.id_name(next.id);
          if (!unit && next_id.starts_with("unit.")) return;
          if (next_id.starts_with("ref.") && !is(first + 1, kArMin)) return;
        }
    } else if (a.value == 0 && !has_article(first) && (word_clitics & text::kThe) == 0) {
      if (fold(first).starts_with(kArAl)) return;
    }
    // The word for now stands in "until now" more often than beside an event.
    if (sense.arabic && a.value == 0 && !phrase && fold(first).ends_with("\xD8\xA7\xD9\x86"))
      return;
  } else if (group == "unit") {
    a.part = Part::kUnit;
    a.value = index_of(kUnits, name);
    if (a.value < 0 || phrase) return;
  } else if (group == "season") {
    a.part = Part::kSeason;
    a.value = index_of(kSeasons, name);
    if (a.value < 0 || phrase) return;
  } else if (group == "ordinal") {
    a.part = Part::kOrdinal;
    a.value = number_of(name);
    if (a.value < 1) return;
  } else if (group == "hijri" || name.starts_with("feast")) {
    a.part = Part::kBlock;
  } else if (group == "ref") {
    if (phrase) return;
    const auto it = std::find_if(std::begin(kRefs), std::end(kRefs),
                                 [&](const RefName& r) { return r.name == name; });
    if (it == std::end(kRefs)) return;
    a.part = it->part;
  } else {
    return;
  }
  atoms_.push_back(a);
  masks_[first - first_] |= bit(a.part);
}

const Atom* Parts::at(uint32_t i, Part part) const {
  if (!has(i, part)) return nullptr;
  auto it = std::lower_bound(atoms_.begin(), atoms_.end(), i,
                             [](const Atom& a, uint32_t t) { return a.first < t; });
  for (; it != atoms_.end() && it->first == i; ++it)
    if (it->part == part) return &*it;
  return nullptr;
}

const Atom* Parts::before(uint32_t end, Part part) const {
  for (uint32_t n = 4; n >= 1; --n) {
    if (end < first_ + n || !has(end - n, part)) continue;
    auto it = std::lower_bound(atoms_.begin(), atoms_.end(), end - n,
                               [](const Atom& a, uint32_t t) { return a.first < t; });
    for (; it != atoms_.end() && it->first == end - n; ++it)
      if (it->part == part && it->last == end) return &*it;
  }
  return nullptr;
}

bool Parts::any_of(uint32_t i, std::initializer_list<std::string_view> words) const {
  if (!is_word(i)) return false;
  const std::string_view f = fold(i);
  return std::find(words.begin(), words.end(), f) != words.end();
}

bool Parts::has_article(uint32_t i) const {
  if (!is_arabic(i)) return false;
  std::string_view f = fold(i);
  // wa-, fa-, bi- before the article; li- and the article fuse.
  for (std::string_view clitic :
       {kArWaw, std::string_view("\xD9\x81"), std::string_view("\xD8\xA8")})
    if (f.size() > 6 && f.starts_with(clitic) && f.substr(2).starts_with(kArAl)) f.remove_prefix(2);
  return f.size() > 4 && (f.starts_with(kArAl) || f.starts_with(kArLil));
}

uint8_t Parts::clitics(uint32_t i) const {
  uint8_t all = 0;
  if (inside(i))
    for (int r = 0; r < token(i).readings; ++r) all |= token(i).reading[r].clitics;
  return all;
}

bool Parts::sense_at(uint32_t i, Kind kind, bool plural) const {
  if (!is_word(i)) return false;
  const Token& t = token(i);
  for (int r = 0; r < t.readings; ++r)
    for (const Sense& s : lexicon_.senses(lexicon_.first(t.reading[r].word))) {
      if (s.kind != kind) continue;
      if (plural && !s.has(lexicon::kTagPl) && s.inflection != lexicon::Inflection::kPlural)
        continue;
      if (kind == Kind::kPlaceWord) {
        // Prepositions and directions are in that file too; they make no names.
        const std::string_view id = lexicon_.id_name(s.id);
        if (id == "prep" || id == "near" || id == "direction" || id == "between" || id == "front")
          continue;
      }
      return true;
    }
  return false;
}

bool Parts::inside_name(uint32_t i, uint32_t end) const {
  const auto place = [&](uint32_t k) {
    return sense_at(k, Kind::kPlaceWord) || sense_at(k, Kind::kTarget);
  };
  if (is_arabic(i) || is_arabic(i - 1)) {
    if (i == first_ || !is_arabic(i - 1) || has(i - 1, Part::kUnit) || has(i - 1, Part::kTod))
      return false;
    return !has_article(i - 1) && place(i - 1);
  }
  if (i > first_ && any_of(i - 1, {"black", "bloody", "good"})) return true;
  if (!is_word(end) || !place(end)) return false;
  // A capital inside lower-case text; "the Friday market" is a name whatever its case.
  if (token(end).has(text::kUpperInitial) && !token(end).has(text::kAllCaps)) return true;
  return i > first_ && any_of(i - 1, {"the", "a", "its"}) && has(i, Part::kWeekday) && end == i + 1;
}

int Parts::digits(uint32_t i) const {
  if (!is_number(i)) return -1;
  const std::string_view f = fold(i);
  return f.size() > 9 ? -1 : number_of(f);
}

int Parts::number_word(uint32_t i, uint64_t& tags) const {
  if (!is_word(i)) return -1;
  const Token& t = token(i);
  for (int r = 0; r < t.readings; ++r)
    for (const Sense& s : lexicon_.senses(lexicon_.first(t.reading[r].word)))
      if (s.kind == Kind::kNumber && s.value > 0 && s.value < 1000) {
        tags = s.tags;
        return static_cast<int>(s.value);
      }
  return -1;
}

int Parts::cardinal(uint32_t i, uint32_t& end) const {
  if (const int d = digits(i); d >= 0) {
    end = i + 1;
    return d;
  }
  uint64_t tags = 0, next_tags = 0;
  const int v = number_word(i, tags);
  if (v < 0) {
    if (!any_of(i, {"a", "an"})) return -1;
    end = i + 1;
    return 1;
  }
  end = i + 1;
  const int next = number_word(i + 1, next_tags);
  if (next < 0) return v;
  const bool arabic_tens =
      is_arabic(i) && v < 10 && next >= 20 && next < 100 && (clitics(i + 1) & text::kAnd);
  const bool arabic_teens = is_arabic(i) && v < 10 && next == 10 && !(clitics(i + 1) & text::kAnd);
  const bool tens = !is_arabic(i) && v >= 20 && v < 100 && next < 10;
  if (!arabic_tens && !arabic_teens && !tens) return v;
  ++end;
  return v + next;
}

int Parts::cardinal_before(uint32_t end, uint32_t floor, uint32_t& start) const {
  for (uint32_t n = 3; n >= 1; --n) {
    if (end < floor + n || end < first_ + n) continue;
    uint32_t e = 0;
    const int v = cardinal(end - n, e);
    if (v >= 0 && e == end) {
      start = end - n;
      return v;
    }
  }
  return -1;
}

int Parts::ordinal(uint32_t i, uint32_t& end) const {
  if (const int d = digits(i); d > 0) {
    if (is_word(i + 1) && token(i + 1).has(text::kGlued | text::kHyphen) &&
        any_of(i + 1, {"st", "nd", "rd", "th"})) {
      end = i + 2;
      return d;
    }
    return -1;
  }
  if (is_arabic(i) && (is(i, kArAl) || is(i, kArLil)) && digits(i + 1) > 0) {
    end = i + 2;
    return digits(i + 1);
  }
  uint64_t tags = 0;
  if (const Atom* a = at(i, Part::kOrdinal)) {
    end = a->last;
    if (!is_arabic(i) || a->value > 9 || !(clitics(end) & text::kAnd)) return a->value;
    const Atom* tens = at(end, Part::kOrdinal);
    const int v = tens ? tens->value : number_word(end, tags);
    if (v < 20 || v > 90) return a->value;
    ++end;
    return a->value + v;
  }
  // "seventy-fourth"
  const int v = number_word(i, tags);
  if (v >= 20 && v < 100)
    if (const Atom* a = at(i + 1, Part::kOrdinal); a && a->value < 10 && !is_arabic(i)) {
      end = a->last;
      return v + a->value;
    }
  return -1;
}

int Parts::year(uint32_t i) const {
  if (!is_number(i) || fold(i).size() != 4) return 0;
  const int v = digits(i);
  return v >= 1900 && v < 2040 ? v : 0;
}

unsigned Parts::month(uint32_t i, uint32_t& end) const {
  const Atom* a = at(i, Part::kMonth);
  if (!a) return 0;
  end = a->last;
  // "Jul."; the dot of a sentence end does no harm, nothing dated follows it.
  if (a->needs_neighbour && punct(end) == '.' && !is_arabic(i) && is_number(end + 1)) ++end;
  uint32_t next = end;
  if (punct(next) == '/' || punct(next) == '(' || punct(next) == '-') ++next;
  if (const Atom* b = at(next, Part::kMonth); b && b->value == a->value) {
    end = b->last;
    if (punct(next - 1) == '(' && punct(end) == ')') ++end;
  }
  return static_cast<unsigned>(a->value);
}

bool Parts::month_is_verb(uint32_t i, uint32_t end) const {
  const bool lower = !token(i).has(text::kUpperInitial), caps = token(i).has(text::kAllCaps);
  if (is(i, "may") && (lower || caps))
    return any_of(end,
                  {"have", "be", "not", "also", "still", "yet", "well", "never", "only", "soon",
                   "has", "die", "need", "face", "rise", "remain", "include", "lose", "become"}) ||
           (lower && is_word(end) && !has(end, Part::kTod) &&
            !any_of(end, {"in", "on", "at", "and", "when", "the", "this"}));
  if (is(i, "march") && lower)
    return any_of(end, {"to", "on", "against", "toward", "towards", "for"});
  return false;
}

unsigned Parts::day_number(uint32_t i, uint32_t& end) const {
  if (const int o = ordinal(i, end); o >= 1) return o <= 31 ? static_cast<unsigned>(o) : 0;
  const int d = digits(i);
  if (d < 1 || d > 31 || fold(i).size() > 2) return 0;
  end = i + 1;
  return static_cast<unsigned>(d);
}

std::optional<Written> Parts::all_numbers(uint32_t i) const {
  if (!is_number(i)) return std::nullopt;
  const std::string_view f = fold(i);
  std::optional<Written> w;
  uint32_t end = i + 1;
  if (const size_t sep = f.find_first_of("/."); sep != std::string_view::npos) {
    const size_t second = f.find(f[sep], sep + 1);
    if (second == std::string_view::npos) return std::nullopt;
    size_t stop = f.find_first_not_of("0123456789", second + 1);
    if (stop == std::string_view::npos) stop = f.size();
    if (stop < f.size() && (f[stop] == '/' || f[stop] == '.')) return std::nullopt;
    const int a = number_of(f.substr(0, sep)),
              c = number_of(f.substr(second + 1, stop - second - 1));
    // 1.2.14 is a version or a section.
    if (f[sep] == '.' && a < 1000 && c < 1000) return std::nullopt;
    w = order(a, number_of(f.substr(sep + 1, second - sep - 1)), c);
  } else if (digits(i) >= 0) {
    const auto joined = [&](uint32_t k) { return is_number(k) && token(k).has(text::kHyphen); };
    if (joined(i + 1) && joined(i + 2) && !joined(i + 3)) {
      w = order(digits(i), digits(i + 1), digits(i + 2));
      end = i + 3;
    } else if ((punct(i + 1) == '/' || punct(i + 1) == '-') && punct(i + 3) == punct(i + 1)) {
      w = order(digits(i), digits(i + 2), digits(i + 4));
      end = i + 5;
    }
    if (w && punct(i + 1) != '/' && digits(i) < 1000 && digits(end - 1) < 1000) return std::nullopt;
  }
  if (!w) return std::nullopt;
  w->first = i;
  w->last = end;
  return w;
}

std::optional<Written> Parts::day_slash_month(uint32_t i) const {
  if (!is_number(i)) return std::nullopt;
  const std::string_view f = fold(i);
  const size_t sep = f.find_first_of("/.");
  if (sep == std::string_view::npos) return std::nullopt;
  const int d = number_of(f.substr(0, sep)), m = number_of(f.substr(sep + 1));
  if (d < 1 || d > 31 || m < 1 || m > 12) return std::nullopt;
  Written w;
  w.first = i;
  w.last = i + 1;
  w.day = static_cast<unsigned>(d);
  w.month = static_cast<unsigned>(m);
  return w;
}

void Parts::take_year(Written& w) const {
  uint32_t i = w.last;
  const bool arabic_after = is_arabic(i) || is_arabic(w.last - 1);
  if (punct(i) == ',' || punct(i) == '/' || punct(i) == '-') ++i;
  if (any_of(i, {"of", "in"}) || is(i, kArMin)) ++i;
  if (any_of(i, {"the"}) && has(i + 1, Part::kUnit)) ++i;
  if (const Atom* u = at(i, Part::kUnit);
      u && u->value == static_cast<int>(Unit::kYear) && year(u->last))
    i = u->last;
  // "Dec 7, 2024911 Views": a page's counters run into the year of a post.
  if (w.day != 0 && punct(w.last) == ',' && is_number(i) && fold(i).size() > 4 &&
      fold(i).starts_with("20") && is_word(i + 1) && token(i + 1).has(text::kGlued)) {
    const int y = number_of(fold(i).substr(0, 4));
    if (y >= 2006 && y < 2040) {
      w.year = y;
      w.last = i + 1;
      return;
    }
  }
  if (const int y = year(i)) {
    // "On July 3 2014 people": no one writes so; "in May, 2014 people were" needs the noun's sense.
    if (punct(w.last) == ',' && w.day == 0 && sense_at(i + 1, Kind::kPeople, true)) return;
    w.year = y;
    w.last = i + 1;
    return;
  }
  // "9 FEB 90 (EFE)": two digits, where a date line goes on.
  if (w.day != 0 && is_number(w.first) && is_number(w.last) && fold(w.last).size() == 2 &&
      digits(w.last) >= 0 && (punct(w.last + 1) == '(' || punct(w.last + 1) == '-')) {
    w.year = full_year(digits(w.last));
    ++w.last;
    return;
  }
  if (is_number(w.last) && token(w.last).has(text::kHyphen) && fold(w.last).size() == 2 &&
      digits(w.last) >= 0) {
    w.year = full_year(digits(w.last));  // 10-Jul-19
    ++w.last;
    return;
  }
  i = w.last;
  if (arabic_after) {
    if (is(i, kArMin)) ++i;
    const Atom* u = at(i, Part::kUnit);
    const bool of_year = u && u->value == static_cast<int>(Unit::kYear);
    if (u && !of_year) return;
    if (of_year) i = u->last;
    if (has(i, Part::kThis)) w.shift = Shift::kThis;
    if (has(i, Part::kLast)) w.shift = of_year ? Shift::kLastYear : Shift::kLast;
    if (has(i, Part::kNext)) w.shift = Shift::kNext;
    if (w.shift != Shift::kNone) w.last = i + 1;
    return;
  }
  if (any_of(i, {"of"})) ++i;
  if (const Atom* u = at(i + 1, Part::kUnit); u && u->value == static_cast<int>(Unit::kYear)) {
    if (has(i, Part::kThis)) w.shift = Shift::kThis;
    if (has(i, Part::kLast)) w.shift = Shift::kLastYear;
    if (has(i, Part::kNext)) w.shift = Shift::kNext;
    if (w.shift != Shift::kNone) w.last = i + 2;
  }
}

std::optional<Written> Parts::day_first(uint32_t i) const {
  Written w;
  w.first = i;
  uint32_t end = 0;
  w.day = day_number(i, end);
  if (w.day == 0) return std::nullopt;
  uint32_t k = end;
  // 10-12 July, 10 and 11 July; in Arabic wa- stands alone before digits.
  const bool joined = is_number(k) && token(k).has(text::kHyphen);
  if (joined || punct(k) == '-' || any_of(k, {"and", "to", "until", "through"}) || is(k, kArWaw) ||
      is(k, kArIla) || is(k, kArHatta) || punct(k) == '&') {
    uint32_t e = 0;
    if (const unsigned d = day_number(joined ? k : k + 1, e)) {
      w.first_day = w.day;
      w.day = d;
      k = end = e;
    }
  }
  if (any_of(k, {"day"}) && is(k + 1, "of")) ++k;
  const bool of = any_of(k, {"of"}) || is(k, kArMin);
  if (of) ++k;
  if (is(k, "the") || is(k, kArMin)) ++k;
  const Atom* u = at(k, Part::kUnit);
  if (u && u->value == static_cast<int>(Unit::kMonth)) {
    // "the 11th of the current month", in Arabic noun first; "of the month of July".
    if (of && has(u->last, Part::kThis)) w.shift = Shift::kThisMonth;
    if (of && has(u->last, Part::kLast)) w.shift = Shift::kLastMonth;
    if (w.shift != Shift::kNone) {
      w.last = u->last + 1;
      return w;
    }
    k = u->last;
    if (is(k, "of")) ++k;
  } else if (of && (has(k, Part::kThis) || has(k, Part::kLast))) {
    if (const Atom* m = at(k + 1, Part::kUnit); m && m->value == static_cast<int>(Unit::kMonth)) {
      w.shift = has(k, Part::kThis) ? Shift::kThisMonth : Shift::kLastMonth;
      w.last = m->last;
      return w;
    }
  }
  if (punct(k) == '-' || punct(k) == '/') ++k;
  w.month = month(k, end);
  if (w.month == 0 || w.day > 31) return std::nullopt;
  w.last = end;
  take_year(w);
  if (w.year == 0 && month_is_verb(k, w.last)) return std::nullopt;
  // "Channel 24 April 13, 2026": the number before belongs elsewhere.
  if (w.year == 0 && w.first_day == 0)
    if (const auto other = month_first(k); other && other->year != 0 && other->day != 0)
      return std::nullopt;
  // A decimal or thousands group before a month name is no day.
  if (i > first_ && is_number(i - 1) && token(i).has(text::kGlued)) return std::nullopt;
  return w;
}

// "Jun 182016": the comma before the year was lost in a copy.
bool Parts::glued_year(uint32_t i, Written& w) const {
  if (!is_number(i)) return false;
  const std::string_view f = fold(i);
  if (f.size() < 5 || f.size() > 6 || f.find_first_not_of("0123456789") != std::string_view::npos)
    return false;
  const int d = number_of(f.substr(0, f.size() - 4)), y = number_of(f.substr(f.size() - 4));
  if (y < 1900 || y >= 2040 || d < 1 || !make_day(y, w.month, static_cast<unsigned>(d)))
    return false;
  w.day = static_cast<unsigned>(d);
  w.year = y;
  w.last = i + 1;
  return true;
}

std::optional<Written> Parts::month_first(uint32_t i) const {
  Written w;
  w.first = i;
  uint32_t end = 0;
  w.month = month(i, end);
  if (w.month == 0) return std::nullopt;
  w.last = end;
  uint32_t k = end;
  if (is(k, "the")) ++k;
  if (is_number(k) && fold(k).find(',') != std::string_view::npos) {  // July 9,2019
    const std::string_view f = fold(k);
    const size_t comma = f.find(',');
    const int d = number_of(f.substr(0, comma)), y = number_of(f.substr(comma + 1));
    if (comma <= 2 && f.size() - comma == 5 && y >= 1900 && y < 2040 &&
        make_day(y, w.month, static_cast<unsigned>(std::max(d, 0)))) {
      w.day = static_cast<unsigned>(d);
      w.year = y;
      w.last = k + 1;
      return w;
    }
    return std::nullopt;
  }
  if (glued_year(k, w)) return w;
  w.day = day_number(k, end);
  if (w.day == 0) return std::nullopt;
  k = end;
  const bool joined = is_number(k) && token(k).has(text::kHyphen) && digits(k) <= 31;
  const bool range = joined || punct(k) == '-' || any_of(k, {"to", "through", "until"});
  if (range || any_of(k, {"and"}) || is(k, kArWaw)) {
    uint32_t e = 0;
    const unsigned d = day_number(joined ? k : k + 1, e);
    // "July 9 and 10 people": after "and" only when nothing is counted.
    if (d > w.day && (range || !is_word(e) || any_of(e, {"in", "on", "at"}))) {
      w.first_day = w.day;
      w.day = d;
      k = e;
    }
  }
  w.last = k;
  take_year(w);
  if (w.year != 0 || w.shift != Shift::kNone) return w;
  if (is_arabic(i) && is_word(w.last)) return std::nullopt;  // a count begins here
  if (i > first_ && any_of(i - 1, {"in"}) &&
      (sense_at(w.last, Kind::kPeople) || sense_at(w.last, Kind::kTarget)))
    return std::nullopt;
  if (any_of(i, {"may", "march"}) && !token(i).has(text::kUpperInitial) && is_word(w.last))
    return std::nullopt;
  return w;
}

std::optional<Written> Parts::written(uint32_t i) const {
  if (is_number(i)) {
    if (auto w = all_numbers(i)) return w;
    return day_first(i);
  }
  if (has(i, Part::kMonth)) return month_first(i);
  if (has(i, Part::kOrdinal) || is(i, kArAl)) return day_first(i);
  uint64_t tags = 0;
  if (has(i + 1, Part::kOrdinal) && number_word(i, tags) >= 20) return day_first(i);
  return std::nullopt;
}

bool Parts::month_first_is_day(uint32_t i) const {
  if (!has(i, Part::kMonth)) return false;
  const auto w = month_first(i);
  return w && w->day != 0;
}

std::optional<Written> Parts::month_or_year(uint32_t i) const {
  Written w;
  w.first = i;
  if (const int y = year(i)) {
    w.year = y;
    w.last = i + 1;
    return w;
  }
  if (const Atom* u = at(i, Part::kUnit)) {
    if (u->value == static_cast<int>(Unit::kYear) && year(u->last)) {
      w.year = year(u->last);
      w.last = u->last + 1;
      return w;
    }
    if (u->value == static_cast<int>(Unit::kMonth) && has(u->last, Part::kMonth)) {
      auto m = month_or_year(u->last);
      if (m) m->first = i;
      return m;
    }
    return std::nullopt;
  }
  w.month = month(i, w.last);
  if (w.month == 0) return std::nullopt;
  take_year(w);
  return w;
}

}  // namespace sijil::mentions
