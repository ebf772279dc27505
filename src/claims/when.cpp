// SPDX-License-Identifier: Apache-2.0
// When an attack was: the date told in its clause, else the day the text is speaking of, else the
// day of publication.
#include "claims/when.hpp"

#include "claims/clause.hpp"
#include "claims/same_event.hpp"

namespace sijil::claims {

using mentions::DateUse;

namespace {

Evidence evidence_of(const text::Text& text, const DateMention& d) {
  return {{text.tokens[d.first].begin, text.tokens[d.last - 1].end}, false};
}

bool tells_attack(const Parsed& p) {
  return std::any_of(p.terms.begin(), p.terms.end(), [&](const Term& t) {
    return t.kind() == lexicon::Kind::kEvent || t.kind() == lexicon::Kind::kOutcome ||
           (t.kind() == lexicon::Kind::kReporting && p.id(t) == "condemned");
  });
}

constexpr std::chrono::days kStretch{14};
constexpr uint32_t kSpeaker = 8;  // words between "said" and its day
// comes, came; Arabic ya'ti (with and without wa-), ja'a.
constexpr std::string_view kArAfter = "\xD8\xA8\xD8\xB9\xD8\xAF";  // ba'd
// The most violent, the bloodiest, the largest, the first, the worst, the fiercest.
constexpr std::string_view kArMost[] = {"\xD8\xA7\xD9\x84\xD8\xA7\xD8\xB9\xD9\x86\xD9\x81",
                                        "\xD8\xA7\xD8\xB9\xD9\x86\xD9\x81",
                                        "\xD8\xAF\xD9\x85\xD9\x88\xD9\x8A\xD9\x87",
                                        "\xD8\xA7\xD9\x84\xD8\xA7\xD9\x83\xD8\xA8\xD8\xB1",
                                        "\xD8\xA7\xD9\x83\xD8\xA8\xD8\xB1",
                                        "\xD8\xA7\xD9\x84\xD8\xA7\xD9\x88\xD9\x84",
                                        "\xD8\xA7\xD9\x84\xD8\xA7\xD8\xB3\xD9\x88\xD8\xA7",
                                        "\xD8\xA7\xD9\x84\xD8\xA7\xD8\xB4\xD8\xAF",
                                        "\xD8\xA7\xD8\xB4\xD8\xAF"};
constexpr std::string_view kArHour = "\xD8\xB3\xD8\xA7\xD8\xB9";
constexpr std::string_view kArSince = "\xD9\x85\xD9\x86\xD8\xB0";
constexpr std::string_view kArIn = "\xD9\x81\xD9\x8A";
constexpr std::string_view kArAndIn = "\xD9\x88\xD9\x81\xD9\x8A";
constexpr std::string_view kArThat = "\xD8\xA7\xD9\x86";

// "Later", "an hour later": the day spoken of goes on.
bool goes_on(const Parsed& p) {
  for (uint32_t k = p.sentence->first; k < p.sentence->last; ++k) {
    const std::string_view f = p.text->fold_of(k);
    if (f == "later" || f == "afterwards" || f == "then") return true;
  }
  return std::any_of(p.dates.begin(), p.dates.end(),
                     [](const DateMention& d) { return d.anaphoric; });
}

// "since the morning" says how long, not when.
bool opens_since(const text::Text& text, const DateMention& d) {
  const std::string_view f = text.fold_of(d.first);
  return f == "since" || f == kArSince;
}

class WhenReader : public Clause {
 public:
  explicit WhenReader(const Parsed& p) : Clause(p) {}

  void read(Scene& s) const {
    TimeOfDay time = TimeOfDay::kNone;
    for (DateMention d : p_.dates) {
      if (d.first < s.first || d.last > s.last || date_line(s.sentence, d)) continue;
      if (comes_after(d) || of_pact(d) || compared(d) || up_from(d) || of_state(d)) continue;
      if (begun(d)) since_then(d);
      if (of_report(d)) {
        if (!s.said) s.said = d;
        continue;
      }
      if (d.time != TimeOfDay::kNone && counted_by(d)) {
        if (d.use == DateUse::kPoint && !s.said) s.said = d;
        continue;
      }
      if (of_aftermath(d)) d.time = TimeOfDay::kNone;
      if (d.time != TimeOfDay::kNone && time == TimeOfDay::kNone) time = d.time;
      // "since the early hours of Saturday": some time that day.
      if (d.use == DateUse::kSince && same_day(d)) {
        DateMention day = d;
        day.use = DateUse::kPoint;
        if (better(day, s.date)) s.date = day;
        continue;
      }
      // "the first death since a raid on Tuesday that killed 87"
      if ((d.use == DateUse::kSince || d.use == DateUse::kPeriod) && d.range &&
          opens_since(text_, d) && that_killed(d)) {
        DateMention day = d;
        day.use = DateUse::kPoint;
        day.range->last = d.range->first;
        day.range->precision = DatePrecision::kDay;
        if (better(day, s.date)) s.date = day;
        continue;
      }
      // "since Sunday" is a stretch of days, "since 15 November" a campaign.
      const bool days = d.use == DateUse::kSince && d.range && p_.published &&
                        d.range->last - d.range->first <= kStretch;
      s.since |= d.use == DateUse::kSince && !days;
      s.period |= d.use == DateUse::kPeriod || days;
      if (d.use == DateUse::kNthDay) {
        s.claim.campaign_day = CampaignDay{d.nth_day, std::nullopt, evidence_of(text_, d)};
        if (d.range) s.claim.campaign_day->start = d.range->first;
      } else if (lasts_until(d, s.date)) {
        s.date->range->last = d.range->first;
        s.date->range->precision = DatePrecision::kDays;
      } else if (better(d, s.date)) {
        s.date = d;
      }
    }
    if (s.date && s.date->time == TimeOfDay::kNone) s.date->time = time;
    if (s.date) as_of_telling(*s.date);
  }

  // The day of an attack that a sentence without a scene names.
  [[nodiscard]] const DateMention* day(size_t sentence) const {
    for (const DateMention& d : p_.dates)
      if (d.use == DateUse::kPoint && d.range && d.range->first == d.range->last &&
          !date_line(sentence, d) && !of_report(d) && !of_pact(d) && !up_from(d) &&
          !(d.time != TimeOfDay::kNone && counted_by(d)))
        return &d;
    return nullptr;
  }

 private:
  [[nodiscard]] bool same_day(const DateMention& d) const {
    return d.time != TimeOfDay::kNone && d.range && d.range->first == d.range->last &&
           (!p_.published || (*p_.published >= d.range->first &&
                              *p_.published - d.range->first <= std::chrono::days(1)));
  }
  // "in the last two days, a spokesman said on Friday": to that Friday.
  void as_of_telling(DateMention& d) const {
    constexpr std::chrono::days kMost{3};
    if (!p_.published || !d.range || d.range->basis != DateBasis::kRelative ||
        d.range->last != *p_.published || d.range->first == d.range->last || opens_since(text_, d))
      return;
    for (const DateMention& told : p_.dates) {
      if (!told.range || told.range->first != told.range->last || !of_report(told)) continue;
      const auto before = *p_.published - told.range->first;
      if (before <= std::chrono::days(0) || before > kMost) continue;
      d.range->first -= before;
      d.range->last -= before;
      return;
    }
  }
  // The date line at the head of the text says when it was written; so does the day of publication
  // written out near the head, as no prose does.
  [[nodiscard]] bool date_line(size_t sentence, const DateMention& d) const {
    if (d.use != DateUse::kPoint || !d.range || d.range->basis != DateBasis::kExplicit ||
        d.range->first != d.range->last)
      return false;
    const uint32_t head = p_.sentence->first;
    const bool opens = d.first == head || (d.first == head + 1 && text_.fold_of(head) != "on");
    if (opens && d.last < p_.sentence->last && sentence < 2) return true;
    if (sentence < 3 && mentions::in_date_line(text_, head, p_.sentence->last, d)) return true;
    if (sentence > 2 || d.range->first != p_.published || d.first == head ||
        text_.tokens[d.first].script == text::Script::kArabic)
      return false;
    const std::string_view before = text_.fold_of(d.first - 1);
    return before != "on" && before != "of" && before != "at" && d.time == TimeOfDay::kNone;
  }

  [[nodiscard]] bool reporting_at(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kReporting && t.first <= token && token < t.last;
    });
  }

  // "said on Tuesday", "on Tuesday said": the time of telling.
  [[nodiscard]] bool of_report(const DateMention& d) const {
    if (d.use != DateUse::kPoint) return false;
    uint32_t k = d.first;
    while (k > p_.sentence->first && skipped(text_.fold_of(k - 1))) --k;
    if (told_between_commas(d)) return true;
    const bool open = k > p_.sentence->first && text_.punct(k) != ',';
    if (open && (reporting_at(k - 1) || given_out(text_.fold_of(k - 1)))) return true;
    if (open && told_to(k)) return true;
    const bool ends = d.last >= p_.sentence->last || text_.punct(d.last) != '\0';
    if (!ends && text_.tokens[d.last].script == text::Script::kLatin) return reporting_at(d.last);
    if (text_.tokens[d.first].script != text::Script::kArabic) return false;
    // Arabic: "said the army on Thursday that ...", "..., as the army said on Thursday."
    if (!ends && text_.fold_of(d.last) != kArThat) return false;
    for (uint32_t n = 0; k > p_.sentence->first && n < (ends ? kSpeaker / 2 : kSpeaker); --k, ++n) {
      if (reporting_at(k - 1)) return true;
      if (ends && text_.punct(k - 1) != '\0') return false;
    }
    return false;
  }
  // "a source told Radio Free Asia (on) Friday"
  [[nodiscard]] bool told_to(uint32_t end) const {
    constexpr uint32_t kName = 5;
    uint32_t k = end;
    while (k > p_.sentence->first && end - k < kName &&
           text_.tokens[k - 1].has(text::kUpperInitial))
      --k;
    return k < end && k > p_.sentence->first &&
           (text_.fold_of(k - 1) == "told" ||
            (text_.fold_of(k - 1) == "the" && k > p_.sentence->first + 1 &&
             text_.fold_of(k - 2) == "told"));
  }
  // Arabic: "said the committees of the town, on Sunday, that ..."
  [[nodiscard]] bool told_between_commas(const DateMention& d) const {
    constexpr uint32_t kReach = 14;
    if (d.last + 1 >= p_.sentence->last || text_.punct(d.last) != ',' ||
        text_.fold_of(d.last + 1) != kArThat)
      return false;
    for (uint32_t k = d.first; k > p_.sentence->first && d.first - k < kReach; --k)
      if (reporting_at(k - 1)) return true;
    return false;
  }
  // "The raid comes two days after the talks", "found dead two days after they went missing": the
  // day of the talks.
  [[nodiscard]] bool comes_after(const DateMention& d) const {
    if (!d.before_running || d.first == p_.sentence->first || dates_attack(d)) return false;
    // Hours before is the same string of attacks, told of in this sentence.
    for (uint32_t k = d.first; k < d.last; ++k)
      if (text_.fold_of(k).starts_with("hour") || text_.fold_of(k).starts_with(kArHour))
        return false;
    return text_.fold_of(d.last - 1) == "after" || text_.fold_of(d.first).ends_with(kArAfter) ||
           (d.last < p_.sentence->last && text_.fold_of(d.last) == "after");
  }
  // "A truce agreed in February", "the deal brokered by X on Thursday": the day of the truce.
  [[nodiscard]] bool of_pact(const DateMention& d) const {
    constexpr uint32_t kReach = 4;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      if (t.kind() != lexicon::Kind::kCue || t.last > d.first || d.first - t.last > kReach ||
          p_.id(t) != "pact")
        return false;
      for (uint32_t k = t.last; k < d.first; ++k)
        if (text_.punct(k) != '\0') return false;
      return true;
    });
  }
  // "the list of the dead released on Monday"
  [[nodiscard]] static bool given_out(std::string_view word) {
    for (std::string_view w : {"released", "published", "issued", "posted", "dated", "updated"})
      if (word == w) return true;
    return false;
  }
  // "By evening 38 bodies had been counted", and not "by dusk jets were bombing".
  [[nodiscard]] bool counted_by(const DateMention& d) const {
    const bool by = text_.fold_of(d.first) == "by" ||
                    (d.first > p_.sentence->first && text_.fold_of(d.first - 1) == "by");
    return by && std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
             return t.kind() == lexicon::Kind::kEvent && t.first >= d.last;
           });
  }
  // "when night fell", "the night shift", "dug through the night": not when the attack was.
  [[nodiscard]] bool of_aftermath(const DateMention& d) const {
    constexpr uint32_t kReach = 4;
    const uint32_t end = p_.sentence->last;
    for (uint32_t k = d.first; k < d.last; ++k) {
      const std::string_view next = k + 1 < end ? text_.fold_of(k + 1) : std::string_view{};
      if (text_.fold_of(k) == "night" && (next == "fell" || next == "shift")) return true;
    }
    bool through = false;
    for (uint32_t k = d.last; k > p_.sentence->first && d.first < k + kReach; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      through |= f == "through" || f == "throughout" || f == "all" || f == "into";
      for (std::string_view w :
           {"dug", "digging", "searched", "searching", "worked", "working", "combed", "toiled"})
        if (through && f == w) return true;
    }
    return false;
  }
  // "The heaviest shelling since May" is no shelling since May.
  [[nodiscard]] bool compared(const DateMention& d) const {
    constexpr uint32_t kReach = 6;
    if (d.use != DateUse::kSince) return false;
    for (uint32_t k = d.first; k > p_.sentence->first && d.first - k < kReach; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (text_.punct(k - 1) != '\0') return false;
      if (f == "worst" || f == "first" || f == "only" || (f.size() > 5 && f.ends_with("iest")) ||
          f == "biggest" || f == "largest" || f == "fiercest" || f == "longest" ||
          std::find(std::begin(kArMost), std::end(kArMost), f) != std::end(kArMost))
        return true;
    }
    return false;
  }
  // "... hit the town, which has been under siege since 2013", "... in X, held by rebels since
  // July": how long a state has lasted, no attack.
  [[nodiscard]] bool of_state(const DateMention& d) const {
    static constexpr std::string_view kOpens[] = {"which", "where", "whose", "who"};
    static constexpr std::string_view kStates[] = {
        "held",   "controlled", "besieged", "captured", "seized", "siege", "control",
        "placed", "place",      "divided",  "occupied", "hands",  "ruled", "power"};
    constexpr uint32_t kReach = 12, kState = 4;
    if (d.use != DateUse::kSince || p_.sentence->script != text::Script::kLatin) return false;
    // "... the number of attacks on X, held by Y, since May has reached 28"
    if (d.last < p_.sentence->last &&
        (text_.fold_of(d.last) == "has" || text_.fold_of(d.last) == "have"))
      return false;
    for (uint32_t k = d.first; k > p_.sentence->first && d.first - k < kReach; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (tells(k - 1)) return false;
      const bool state = k == d.first || text_.fold_of(k) == "by" || text_.fold_of(k) == "of";
      if (state && d.first - k < kState &&
          std::find(std::begin(kStates), std::end(kStates), f) != std::end(kStates))
        return true;
      if (std::find(std::begin(kOpens), std::end(kOpens), f) != std::end(kOpens)) return true;
    }
    return false;
  }
  // A token of an attack, of harm or of a count.
  [[nodiscard]] bool tells(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return (t.kind() == lexicon::Kind::kEvent || t.kind() == lexicon::Kind::kOutcome) &&
             t.first <= token && token < t.last;
    });
  }
  [[nodiscard]] bool that_killed(const DateMention& d) const {
    if (d.last + 1 >= p_.sentence->last) return false;
    const std::string_view f = text_.fold_of(d.last);
    const bool attack = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kEvent && t.first > d.first && t.last <= d.last;
    });
    return attack && (f == "that" || f == "which") &&
           std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
             return t.kind() == lexicon::Kind::kOutcome && t.first == d.last + 1;
           });
  }
  // "27 dead, up from 13 a day earlier"
  [[nodiscard]] bool up_from(const DateMention& d) const {
    constexpr uint32_t kReach = 5;
    for (uint32_t k = d.first; k > p_.sentence->first + 1 && d.first - k < kReach; --k) {
      const std::string_view f = text_.fold_of(k - 2);
      if (text_.fold_of(k - 1) == "from" && (f == "up" || f == "down")) return true;
    }
    return false;
  }
  // "The war, which began last November, has uprooted 1.7 million people", "230,000 have been
  // killed in the conflict which began with protests in 2011".
  [[nodiscard]] bool begun(const DateMention& d) const {
    constexpr uint32_t kNear = 4, kFar = 10, kHas = 5, kHad = 16;  // tokens
    if (d.use != DateUse::kPoint || !d.range || !p_.published) return false;
    const uint32_t reach = d.range->precision >= DatePrecision::kMonth ? kFar : kNear;
    const auto has = [&](uint32_t k) {
      return text_.fold_of(k) == "has" || text_.fold_of(k) == "have";
    };
    uint32_t verb = 0;
    for (uint32_t k = d.first; k > p_.sentence->first && d.first - k < reach && verb == 0; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "began" || f == "begun" || f == "erupted" || f == "started" ||
          (f == "out" && k > p_.sentence->first + 1 && text_.fold_of(k - 2) == "broke"))
        verb = k;
    }
    if (verb == 0) return false;
    for (uint32_t k = d.last; k < p_.sentence->last && k - d.last < kHas; ++k)
      if (has(k)) return true;
    if (d.range->precision < DatePrecision::kMonth) return false;
    for (uint32_t k = verb; k > p_.sentence->first && verb - k < kHad; --k)
      if (has(k - 1)) return true;
    return false;
  }
  void since_then(DateMention& d) const {
    d.use = DateUse::kSince;
    d.range->last = std::max(d.range->first, *p_.published);
    d.range->precision = DatePrecision::kDays;
  }
  // "The attack comes two days after raids on X that killed nine": the day of the raids, whose toll
  // is told.
  [[nodiscard]] bool dates_attack(const DateMention& d) const {
    constexpr uint32_t kReach = 3;
    bool attack = false, toll = false;
    for (const Term& t : p_.terms) {
      if (t.kind() == lexicon::Kind::kEvent)
        attack |= t.first >= d.last && t.first - d.last < kReach;
      if (t.kind() != lexicon::Kind::kOutcome) continue;
      if (t.last <= d.first) return false;
      toll |= t.first >= d.last;
    }
    return attack && toll;
  }
  [[nodiscard]] static bool skipped(std::string_view word) {
    for (std::string_view w : {"on", "late", "early", "in", "a", "the", "statement", "earlier"})
      if (word == w) return true;
    return false;
  }

  // "erupted on Saturday night and continued till Sunday morning"
  [[nodiscard]] bool lasts_until(const DateMention& d,
                                 const std::optional<DateMention>& from) const {
    if (!from || !from->range || !d.range || d.use != DateUse::kPoint ||
        from->use != DateUse::kPoint || d.first == p_.sentence->first)
      return false;
    const std::string_view before = text_.fold_of(d.first - 1);
    if (before != "till" && before != "until") return false;
    return d.range->first > from->range->last && d.range->first - from->range->last <= kStretch;
  }

  // Which of two dates in a clause is that of the event.
  [[nodiscard]] bool better(const DateMention& d, const std::optional<DateMention>& than) const {
    if (!than) return true;
    if (d.use == DateUse::kTimeOnly) return false;
    if (than->use == DateUse::kTimeOnly || (!than->range && d.range)) return true;
    if (d.use != DateUse::kPoint || !d.range || !than->range) return false;
    if (d.anaphoric && !than->anaphoric) return false;  // "... revenge for those of a day earlier"
    const int told = closeness(d), before = closeness(*than);
    if (told != before) return told > before;
    if (beside(d, false) && !beside(*than, true)) return true;
    return d.range->basis == DateBasis::kExplicit && than->range->basis != DateBasis::kExplicit;
  }
  // "Monday's air strikes": 2; beside an attack or its harm between two commas: 1.
  // "buried the dead over the weekend after gunmen killed 42 people on Friday": no word that leads
  // over to another thing stands between the day and who was hurt (or the attack).
  [[nodiscard]] bool beside(const DateMention& d, bool attack) const {
    static constexpr std::string_view kOver[] = {"after", "although", "though", "while", "but"};
    const auto over = [&](uint32_t k) {
      return text_.punct(k) == ',' || text_.punct(k) == ';' ||
             std::find(std::begin(kOver), std::end(kOver), text_.fold_of(k)) != std::end(kOver);
    };
    uint32_t from = d.first, to = d.last;
    while (from > p_.sentence->first && !over(from - 1)) --from;
    while (to < p_.sentence->last && !over(to)) ++to;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      const bool told =
          t.kind() == lexicon::Kind::kOutcome || (attack && t.kind() == lexicon::Kind::kEvent);
      return told && t.first >= from && t.last <= to;
    });
  }
  [[nodiscard]] int closeness(const DateMention& d) const {
    constexpr uint32_t kBeside = 3;
    uint32_t from = d.first, to = d.last;
    const auto ends = [&](uint32_t k) { return text_.punct(k) == ',' || text_.punct(k) == ';'; };
    while (from > p_.sentence->first && !ends(from - 1)) --from;
    // A day at the head is that of what follows the comma.
    if (d.first <= p_.sentence->first + 2 && ends(to)) ++to;
    while (to < p_.sentence->last && !ends(to)) ++to;
    int best = 0;
    for (const Term& t : p_.terms) {
      const bool event = t.kind() == lexicon::Kind::kEvent && !t.sense->has(lexicon::kTagPlatform);
      if (!event && t.kind() != lexicon::Kind::kOutcome) continue;
      const bool possessive = text_.tokens[d.last - 1].has(text::kPossessive) ||
                              text_.fold_of(d.last - 1).ends_with("days");
      if (event && possessive && t.first >= d.last && t.first - d.last < kBeside) return 2;
      if (t.first >= from && t.last <= to) best = 1;
    }
    return best;
  }
};

}  // namespace

void read_when(const Parsed& parsed, Scene& scene) { WhenReader(parsed).read(scene); }

std::optional<Day> day_of_writing(const Parsed& parsed, size_t sentence) {
  for (const DateMention& d : parsed.dates) {
    if (d.use != DateUse::kPoint || !d.range || d.range->basis != DateBasis::kExplicit ||
        d.range->first != d.range->last)
      continue;
    const bool says_today =
        std::any_of(parsed.terms.begin(), parsed.terms.end(), [&](const Term& t) {
          return t.kind() == lexicon::Kind::kTime && parsed.id(t) == "rel.today" &&
                 t.first + 2 >= d.first && t.first < d.last;
        });
    // The day of an attack told at the head of a report is, for want of better, its day too.
    if ((sentence < 4 && tells_attack(parsed)) || says_today) return d.range->first;
    return std::nullopt;
  }
  return std::nullopt;
}

bool of_one_day(const Scene& s) {
  constexpr int kMost = 10;
  const auto exact = [](const auto& f) { return f && !f->range.is_vague(); };
  return s.claim.campaign_day && s.claim.campaign_day->n <= kMost && has_site(s.claim) &&
         std::any_of(std::begin(s.claim.counts), std::end(s.claim.counts), exact);
}

void tell_when(const Parsed& parsed, Scene& s) {
  // "since 2019" reaches to the day of publication; without one it has no end.
  const bool endless = s.date && s.date->use == DateUse::kSince && !parsed.published;
  const bool dated = s.date && s.date->range && s.date->use != DateUse::kTimeOnly && !endless;
  if (dated || (s.date && s.date->time != TimeOfDay::kNone)) {
    When w;
    if (dated) w.range = *s.date->range;
    w.dated = dated;
    w.time = s.date->time;
    w.at = evidence_of(*parsed.text, *s.date);
    s.claim.when = w;
  }
  // "For the fifth day on Saturday": a day's attack, and not the campaign's.
  const bool own_day = dated && s.date->use == DateUse::kPoint;
  if (!s.claim.campaign_day || !parsed.published || own_day || of_one_day(s)) return;
  CampaignDay& campaign = *s.claim.campaign_day;
  // The n-th day is the day of writing, so the first is n - 1 days before.
  if (!campaign.start && campaign.n > 0 && campaign.n < 20000)
    campaign.start = *parsed.published - std::chrono::days(campaign.n - 1);
  if (!campaign.start) return;
  // "For the fourth day in a row, on Saturday": the day's attack.
  if (campaign.n <= 10 && dated && s.date->use == DateUse::kPoint) return;
  When w;
  w.range = {*campaign.start, *parsed.published, DatePrecision::kDays, DateBasis::kRelative};
  w.dated = true;
  w.at = campaign.at;
  s.claim.when = w;
}

void RunningDay::remember(const Parsed& parsed, const When& when, size_t sentence,
                          const std::vector<PlaceMention>& where) {
  Spoken spoken;
  spoken.where = where;
  spoken.when = when;
  spoken.when.time = TimeOfDay::kNone;
  if (when.range.basis == DateBasis::kExplicit) spoken.when.range.basis = DateBasis::kRelative;
  spoken.sentence = sentence;
  spoken.paragraph = parsed.sentence->paragraph;
  spoken.distant = parsed.published && *parsed.published - when.range.last > std::chrono::days(14);
  if (!main_) main_ = spoken;
  latest_ = std::move(spoken);
}

const RunningDay::Spoken* RunningDay::spoken_of(const Parsed& parsed, size_t sentence) const {
  if (!latest_) return nullptr;
  if (latest_->distant && sentence - latest_->sentence > 1) return nullptr;
  // What the text says of another day than its own reaches to the end of the paragraph.
  const bool aside = latest_->when.range.first != main_->when.range.first &&
                     latest_->when.range.last != parsed.published;
  if (!aside || latest_->paragraph == parsed.sentence->paragraph || goes_on(parsed))
    return &*latest_;
  return main_->distant ? nullptr : &*main_;
}

// News of another place: "In X, ..." at the head of a sentence, in Arabic an attack at a place of
// its own, if none of `where` is that place or holds it.
bool turns_elsewhere(const Parsed& p, size_t sentence, const Scene& s,
                     const std::vector<PlaceMention>& where) {
  constexpr uint32_t kFrame = 6;  // tokens before the place: "In the northern province of"
  const text::Text& text = *p.text;
  const uint32_t head = p.sentence->first;
  if (where.empty() || sentence == 0 || p.places.empty()) return false;
  const auto known = [&](std::string_view key, std::string_view node) {
    return std::any_of(where.begin(), where.end(), [&](const PlaceMention& m) {
      return m.key == key || p.lexicon->name_contains(m.place, node) ||
             p.lexicon->name_contains(node, m.place);
    });
  };
  const bool item = p.sentence->role == text::Role::kBullet || text.punct(head) == '-';
  if (p.sentence->script == text::Script::kArabic && !item && s.has_attack)
    return has_site(s.claim) &&
           std::none_of(s.claim.where.begin(), s.claim.where.end(),
                        [&](const PlaceMention& m) { return known(m.key, m.place); });
  const mentions::PlaceName& place = p.places.front();
  const std::string_view first = text.fold_of(head);
  if (s.first != head || place.role == mentions::PlaceRole::kSource ||
      place.first - head > kFrame ||
      (first != "in" && first != "at" && first != kArIn && first != kArAndIn))
    return false;
  return !known(place_key(place.span.of(text.original)),
                place.node == 0 ? std::string() : std::to_string(place.node));
}

void RunningDay::hear(const Parsed& parsed, Scene& s) {
  const Spoken* day = spoken_of(parsed, s.sentence);
  if (day != nullptr && !turns_elsewhere(parsed, s.sentence, s, day->where)) s.running = day->when;
  if (day == nullptr && beside_ && s.sentence - beside_->sentence == 1 &&
      beside_->paragraph == parsed.sentence->paragraph)
    s.running = beside_->when;
  if (start_ && s.sentence - start_at_ <= 1) s.start = start_;
  const auto& when = s.claim.when;
  const bool short_time =
      when && when->dated && when->range.last - when->range.first <= std::chrono::days(1);
  // "in the past 24 hours" blurs no day that was told, "since Saturday" names none.
  const bool stretch = short_time && when->range.first != when->range.last;
  const bool blurs =
      stretch && ((latest_ && !latest_->distant) || (s.date && s.date->use == DateUse::kSince));
  hear_stretch(s);
  if (short_time && !blurs && !s.since && !s.claim.campaign_day)
    remember(parsed, *when, s.sentence, s.claim.where);
}

// A report on a month: its totals without a day or a place are of that month.
void RunningDay::hear_stretch(Scene& s) {
  constexpr std::chrono::days kLong{6}, kLongest{370};
  auto& when = s.claim.when;
  const bool dated = when && when->dated;
  const auto length = dated ? when->range.last - when->range.first : std::chrono::days(0);
  if (dated) {
    stretch_.reset();
    if (length > kLong && length < kLongest && !s.since && counts_people(s.claim)) stretch_ = when;
    return;
  }
  const auto exact = [](const auto& f) { return f && !f->range.is_vague(); };
  if (!stretch_ || has_site(s.claim) || s.running ||
      std::none_of(std::begin(s.claim.counts), std::end(s.claim.counts), exact))
    return;
  const TimeOfDay time = when ? when->time : TimeOfDay::kNone;
  when = stretch_;
  when->time = time;
  when->range.basis = DateBasis::kRelative;
}

void RunningDay::hear(const Parsed& parsed, size_t sentence) {
  const DateMention* d = WhenReader(parsed).day(sentence);
  if (d == nullptr) return;
  When w;
  w.range = *d->range;
  w.dated = true;
  w.at = evidence_of(*parsed.text, *d);
  if (tells_attack(parsed)) {
    remember(parsed, w, sentence, {});
    return;
  }
  // "On Monday he took another path. The mine killed him."
  Spoken spoken;
  spoken.when = w;
  spoken.sentence = sentence;
  spoken.paragraph = parsed.sentence->paragraph;
  beside_ = std::move(spoken);
}

// A past attack with its toll begins no war.
bool tells_toll(const Parsed& p) {
  return p.has(lexicon::Kind::kOutcome) && p.has(lexicon::Kind::kPeople);
}

void RunningDay::hear_start(const Parsed& parsed, size_t sentence) {
  if (!parsed.published) return;
  for (const DateMention& d : parsed.dates) {
    if (!d.range) continue;
    const bool begun = d.use == DateUse::kPoint && d.range->precision != DatePrecision::kDay &&
                       *parsed.published - d.range->last > std::chrono::days(60) && !d.anaphoric &&
                       !tells_toll(parsed);
    if (d.use != DateUse::kSince && !begun) continue;
    When w;
    w.range = {d.range->first, *parsed.published, DatePrecision::kDays, DateBasis::kRelative};
    w.dated = true;
    w.at = evidence_of(*parsed.text, d);
    start_ = w;
    start_at_ = sentence;
    return;
  }
}

bool lends_no_time(const Parsed& parsed, const Scene& s) {
  return s.date && s.date->use == DateUse::kTimeOnly && opens_since(*parsed.text, *s.date);
}

// A date and a time with next to nothing beside them are those of a post or a page.
bool stands_alone(const Parsed& p, const DateMention& d) {
  constexpr int kMost = 2;
  int words = 0;
  for (uint32_t k = p.sentence->first; k < p.sentence->last; ++k)
    words += (k < d.first || k >= d.last) && p.text->tokens[k].kind == text::TokenKind::kWord;
  return words <= kMost;
}

void lend_when(const Parsed& parsed, const Scene& detail, Scene& told) {
  Claim& c = told.claim;
  const auto& d = detail.date;
  if (c.kind != ClaimKind::kIncident || !d || opens_since(*parsed.text, *d) ||
      stands_alone(parsed, *d))
    return;
  const bool dated = c.when && c.when->dated;
  const bool day = d->use == DateUse::kPoint && d->range && !d->anaphoric &&
                   d->range->last - d->range->first <= std::chrono::days(1) &&
                   (!parsed.published || *parsed.published - d->range->last <= kStretch);
  // Of another day than the attack's is something else.
  if (dated && d->use != DateUse::kTimeOnly &&
      (!day || d->range->last < c.when->range.first || d->range->first > c.when->range.last))
    return;
  if (!c.when) c.when = When{{}, false, TimeOfDay::kNone, evidence_of(*parsed.text, *d)};
  if (c.when->time == TimeOfDay::kNone) c.when->time = d->time;
  if (dated || !day || !tells_attack(parsed)) return;
  c.when->range = *d->range;
  c.when->dated = true;
  c.when->at = evidence_of(*parsed.text, *d);
}

bool of_another_time(const Scene& home, const Scene& s, std::optional<Day> published) {
  const auto& a = home.claim.when;
  const auto& b = s.claim.when;
  if (!published || (a && a->dated) || !b || !b->dated || home.claim.kind == ClaimKind::kCumulative)
    return false;
  return *published - b->range.last > std::chrono::days(60);
}

void settle_when(Scene& s, std::optional<Day> published) {
  Claim& c = s.claim;
  if (c.when && c.when->dated) return;
  When w;
  if (c.kind == ClaimKind::kCumulative) {
    if (!s.start || (s.repeated && !counts_people(c))) return;
    w = *s.start;
  } else if (s.said && s.said->range &&
             (!s.running || s.running->range.first > s.said->range->first)) {
    w.range = *s.said->range;
    w.dated = true;
    w.at = c.evidence;
  } else if (s.running) {
    w = *s.running;
  } else if (published) {
    w.range = {*published, *published, DatePrecision::kDay, DateBasis::kPublished};
    w.dated = true;
    w.at = c.evidence;
  } else {
    return;
  }
  w.time = c.when ? c.when->time : TimeOfDay::kNone;
  if (c.when) w.at = c.when->at;
  c.when = w;
}

}  // namespace sijil::claims
