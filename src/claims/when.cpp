// SPDX-License-Identifier: Apache-2.0
// When an attack was: the date told in its clause, else the day the text is speaking of, else the day
// of publication.
#include "claims/when.hpp"

#include "claims/clause.hpp"

namespace sijil::claims {

using mentions::DateUse;

namespace {

Evidence evidence_of(const text::Text& text, const DateMention& d) {
  return {{text.tokens[d.first].begin, text.tokens[d.last - 1].end}, false};
}

class WhenReader : public Clause {
 public:
  explicit WhenReader(const Parsed& p) : Clause(p) {}

  void read(Scene& s) const {
    TimeOfDay time = TimeOfDay::kNone;
    for (const DateMention& d : p_.dates) {
      if (d.first < s.first || d.last > s.last || date_line(s, d)) continue;
      if (d.time != TimeOfDay::kNone && time == TimeOfDay::kNone) time = d.time;
      s.since |= d.use == DateUse::kSince;
      s.period |= d.use == DateUse::kPeriod;
      if (d.use == DateUse::kNthDay) {
        s.claim.campaign_day = CampaignDay{d.nth_day, std::nullopt, evidence_of(text_, d)};
        if (d.range) s.claim.campaign_day->start = d.range->first;
      } else if (better(d, s.date)) {
        s.date = d;
      }
    }
    if (s.date && s.date->time == TimeOfDay::kNone) s.date->time = time;
  }

 private:
  // The date line at the head of the text says when it was written.
  [[nodiscard]] bool date_line(const Scene& s, const DateMention& d) const {
    return d.first <= p_.sentence->first + 1 && d.last < p_.sentence->last && s.sentence < 2 && d.use == DateUse::kPoint && d.range &&
           d.range->basis == DateBasis::kExplicit && d.range->first == d.range->last;
  }

  // Which of two dates in a clause is that of the event.
  [[nodiscard]] static bool better(const DateMention& d, const std::optional<DateMention>& than) {
    if (!than) return true;
    if (d.use == DateUse::kTimeOnly) return false;
    if (than->use == DateUse::kTimeOnly || (!than->range && d.range)) return true;
    return d.use == DateUse::kPoint && d.range && than->range && d.range->basis == DateBasis::kExplicit &&
           than->range->basis != DateBasis::kExplicit;
  }
};

}  // namespace

void read_when(const Parsed& parsed, Scene& scene) { WhenReader(parsed).read(scene); }

std::optional<Day> day_of_writing(const Parsed& parsed, size_t sentence) {
  for (const DateMention& d : parsed.dates) {
    if (d.use != DateUse::kPoint || !d.range || d.range->basis != DateBasis::kExplicit || d.range->first != d.range->last) continue;
    const bool says_today = std::any_of(parsed.terms.begin(), parsed.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kTime && parsed.id(t) == "rel.today" && t.first + 2 >= d.first && t.first < d.last;
    });
    if (sentence < 4 || says_today) return d.range->first;
    return std::nullopt;
  }
  return std::nullopt;
}

void tell_when(const text::Text& text, std::optional<Day> published, Scene& s) {
  const bool dated = s.date && s.date->range && s.date->use != DateUse::kTimeOnly;
  if (dated || (s.date && s.date->time != TimeOfDay::kNone)) {
    When w;
    if (dated) w.range = *s.date->range;
    w.dated = dated;
    w.time = s.date->time;
    w.at = evidence_of(text, *s.date);
    s.claim.when = w;
  }
  if (!s.claim.campaign_day || !published) return;
  CampaignDay& campaign = *s.claim.campaign_day;
  // The n-th day is the day of writing, so the first is n - 1 days before.
  if (!campaign.start && campaign.n > 0 && campaign.n < 20000) campaign.start = *published - std::chrono::days(campaign.n - 1);
  if (!campaign.start) return;
  When w;
  w.range = {*campaign.start, *published, DatePrecision::kDays, DateBasis::kRelative};
  w.dated = true;
  w.at = campaign.at;
  s.claim.when = w;
}

void RunningDay::settle(Claim& c) {
  if (c.when && c.when->dated) {
    if (c.kind == ClaimKind::kIncident) running_ = c.when;
    return;
  }
  if (c.kind == ClaimKind::kCumulative) return;
  When w;
  if (running_) {
    w = *running_;
    if (w.range.basis == DateBasis::kExplicit) w.range.basis = DateBasis::kRelative;
  } else if (published_) {
    w.range = {*published_, *published_, DatePrecision::kDay, DateBasis::kPublished};
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
