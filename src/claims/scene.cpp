// SPDX-License-Identifier: Apache-2.0
#include "claims/clause.hpp"
#include "claims/same_event.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::PlaceRole;
using mentions::span_of;
using text::Text;

namespace {

class SceneMaker : public Clause {
 public:
  SceneMaker(const Parsed& p, size_t index) : Clause(p), index_(index) {}

  std::vector<Scene> run() {
    const text::Sentence& s = *p_.sentence;
    std::vector<Scene> out;
    // Many sentences tell of no attack, no harm and no number.
    if (!p_.heading && p_.quantities.empty() && !p_.has(Kind::kEvent) && !p_.has(Kind::kOutcome) &&
        !p_.has(Kind::kWeapon))
      return out;
    std::vector<uint32_t> cuts = clause_cuts(p_, s.first, s.last);
    cuts.push_back(s.last);
    uint32_t from = s.first;
    for (const uint32_t to : cuts) {
      if (to <= from) continue;
      const bool other = from > s.first && another_of_kind(from);
      const bool like = from > s.first && !other && (!told(from, to) || counted_only(from, to));
      Scene scene = like ? make_like(from, to) : make(from, to);
      scene.like = like;
      // "... while six others died in a village": elsewhere, no more of the toll.
      if (from > s.first && scene.adds && s.script != text::Script::kArabic) {
        scene.adds = false;
        scene.another = true;
      }
      if (other) scene.has_attack = scene.reported = scene.another = true;
      if (cuts.size() > 1) district_hit(scene);
      scene.cut_off = from > s.first && s.script == text::Script::kArabic;
      if (worth(scene)) out.push_back(std::move(scene));
      from = to;
    }
    // What stands once for the whole sentence holds for each of its scenes.
    if (out.size() > 1) share(out);
    return out;
  }

 private:
  [[nodiscard]] bool article(const Quantity& q) const {
    return text_.fold_of(q.first) == "a" || text_.fold_of(q.first) == "an";
  }

  [[nodiscard]] static bool worth(const Scene& s) {
    const Claim& c = s.claim;
    bool counts = c.strikes.has_value() || !c.victims.empty() || !c.killed_by.empty() ||
                  !c.injured_by.empty();
    for (const auto& f : c.counts) counts |= f.has_value();
    return !s.mock && (s.has_attack || counts);
  }

  [[nodiscard]] bool told(uint32_t from, uint32_t to) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first >= from && t.last <= to &&
             (t.kind() == Kind::kOutcome || t.kind() == Kind::kEvent || t.kind() == Kind::kWeapon);
    });
  }
  // "another in X", "a second in X": of the kind told before.
  [[nodiscard]] bool another_of_kind(uint32_t from) const {
    return p_.sentence->script != text::Script::kArabic &&
           (text_.fold_of(from) == "another" ||
            (text_.fold_of(from) == "a" && from + 1 < text_.tokens.size() &&
             ordinal(from + 1) > 1));
  }
  // "... killed two in X, and three in Y": the verb is that of the clause before.
  // "... and five in B by shelling": begins with a count and has no word of harm.
  [[nodiscard]] bool counted_only(uint32_t from, uint32_t to) const {
    const bool count =
        std::any_of(p_.quantities.begin(), p_.quantities.end(), [&](const Quantity& q) {
          if (text_.tokens[from].script == text::Script::kArabic)
            return (q.first == from ||
                    (q.first == from + 1 && text_.fold_of(from) == "\xD9\x88")) &&
                   q.noun == nullptr && !q.implicit;
          return q.first >= from && q.first <= from + 3 && !q.implicit && !q.range.is_vague() &&
                 q.range.min > 1 && q.last < to && q.counted != Counted::kStrikes &&
                 q.counted != Counted::kMunitions && shared_out(q, to);
        });
    bool harm = false;
    each(Kind::kOutcome, from, to, [&](const Term&) { harm = true; });
    return count && !harm;
  }
  // "88 in rebel shelling", "9 by ISIS"
  [[nodiscard]] bool shared_out(const Quantity& q, uint32_t to) const {
    bool party = false;
    const uint32_t end = std::min(to, q.last + 6);
    for (uint32_t k = q.last; k < end; ++k)
      if (text_.fold_of(k) == "by" || text_.fold_of(k) == "in")
        each(Kind::kActor, k, end, [&](const Term&) { party = true; });
    return party;
  }
  // The one count of a clause without a verb, and who it is laid to.
  void lone_count(Scene& s, uint32_t from, uint32_t to) const {
    const Quantity* one = nullptr;
    for (const Quantity& q : p_.quantities) {
      if (q.first < from || q.last > to || q.implicit || q.range.is_vague() || q.range.min < 2 ||
          (q.counted != Counted::kNothing && q.counted != Counted::kPeople &&
           q.counted != Counted::kVictims))
        continue;
      if (one != nullptr) return;
      one = &q;
    }
    const Term* party = nullptr;
    each(Kind::kActor, from, to, [&](const Term& t) {
      const bool place = std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& n) {
        return n.first < t.last && n.last > t.first;
      });
      if (party == nullptr && !place) party = &t;
    });
    if (one == nullptr || party == nullptr) return;
    s.laid_to = true;
    if (!s.claim.count(Outcome::kKilled) && !s.claim.count(Outcome::kInjured))
      s.claim.count(Outcome::kKilled) =
          Figure{one->range, {span_of(text_, one->first, one->last, 0), false}, {}};
    if (s.claim.actors.empty())
      s.claim.actors.push_back({p_.id(*party),
                                std::string(span_of(text_, *party).of(text_.original)),
                                {span_of(text_, *party), false}});
  }
  Scene make_like(uint32_t from, uint32_t to) {
    Parsed like = p_;
    like.heading = Outcome::kKilled;
    for (const Term& t : p_.terms)
      if (t.kind() == Kind::kOutcome && t.last <= from)
        if (const auto o = outcome_of(p_.id(t)))
          if (o == Outcome::kKilled || o == Outcome::kInjured) like.heading = o;
    Scene s = SceneMaker(like, index_).make(from, to);
    if (p_.sentence->script != text::Script::kArabic) lone_count(s, from, to);
    s.total |= !has_site(s.claim);  // "8 in Daraa Governorate"
    return s;
  }

  [[nodiscard]] static bool several(const std::optional<Figure>& f) {
    return f && !f->range.is_vague() && f->range.min >= 3;
  }
  // Of a clause that names no site the district is what was hit; the sentence may name sites of
  // another event.
  void district_hit(Scene& s) const {
    if (has_site(s.claim)) return;
    for (PlaceMention& m : s.claim.where)
      if (std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
            return p.span.begin == m.at.span.begin && district(p);
          })) {
        m.site = true;
        s.area_only = false;
        return;
      }
  }
  // Arabic "... in A, while B was shelled, on 12 September 2012.": the day of all of them.
  void day_at_end(std::vector<Scene>& out) const {
    const std::optional<DateMention>& day = out.back().date;
    if (p_.sentence->script != text::Script::kArabic || !day || !day->range || day->anaphoric ||
        day->use != mentions::DateUse::kPoint || p_.dates.size() != 1 ||
        day->last + 1 < p_.sentence->last || day->first < 2)
      return;
    const bool comma = text_.punct(day->first - 1) == ',' || text_.punct(day->first - 2) == ',';
    if (!comma && !out.back().like) return;
    for (size_t i = 0; i + 1 < out.size(); ++i) {
      out[i].date = day;
      out[i].date->time = TimeOfDay::kNone;
    }
  }
  // Actors, dates and areas told once in the sentence.
  void share(std::vector<Scene>& out) const {
    // "... killed three in A and five in B by shelling": the means of all stand last.
    if (out.back().like && out[0].claim.events.empty() && out[0].generic_events.empty()) {
      out[0].claim.events = out.back().claim.events;
      out[0].generic_events = out.back().generic_events;
      out[0].claim.weapons = out.back().claim.weapons;
    }
    day_at_end(out);
    for (size_t i = 1; i < out.size(); ++i) {
      Claim& c = out[i].claim;
      const Claim& first = out[0].claim;
      // "... in recent months, the latest of which in X": the latest is of one day of them.
      const bool latest = out[i].latest;
      if (c.where.empty() && out[i].laid_to) c.where = first.where;
      // "... was blown up for the 11th time since January"
      if (c.where.empty() && c.strikes && out[i].date &&
          out[i].date->use == mentions::DateUse::kSince)
        c.where = first.where;
      if (!out[i].date && out[0].date && !latest) {
        out[i].date = out[0].date;
        if (out[i].cut_off) out[i].date->time = TimeOfDay::kNone;
      }
      if (c.actors.empty()) c.actors = first.actors;
      if (c.events.empty() && out[i].generic_events.empty()) {
        c.events = first.events;
        out[i].generic_events = out[0].generic_events;
        if (c.weapons.empty()) c.weapons = first.weapons;
      }
    }
  }

  Scene make(uint32_t first, uint32_t last) {
    Scene s;
    const uint32_t told = follows(first, last);
    const bool after_event = told != first;
    first = told;
    s.first = first;
    s.last = last;
    s.sentence = index_;
    s.headline = p_.sentence->role == text::Role::kHeadline;
    s.latin = p_.sentence->script == text::Script::kLatin;
    s.claim.evidence.span = {text_.tokens[first].begin, text_.tokens[last - 1].end};
    read_means(p_, s);
    s.reported |= reported(first, last) || claims_victims(first, last);
    s.hypothetical = hypothetical(first, last);
    s.background = cue("anniversary", first, last) != nullptr;
    s.background |= rates(first, last) || campaign_began(first, last);
    // Accidents, disasters, illness, sport and fiction harm people too; without an attack they are
    // not ours.
    if (cue("accident", first, last) != nullptr && !s.has_attack && s.claim.weapons.empty())
      s.background = true;
    // "Defused 214 mines": nobody was hurt by what was made safe.
    if (cue("defused", first, last) != nullptr && bind_people(p_, first, last).bound.empty() &&
        std::all_of(s.claim.events.begin(), s.claim.events.end(),
                    [](const Tagged& t) { return t.id == "landmine" || t.id == "bombing"; }))
      s.background = true;
    s.another = another(first, last);
    s.item = new_item();
    if (after_event || also_hit(s)) {
      s.another = s.item = true;
      s.definite = false;
    }
    s.elsewhere = elsewhere(first, last);
    s.latest = cue("latest", first, std::min(last, first + 3)) != nullptr;
    s.adds = adds(s);
    const bool risen = replaces(first, last);
    s.toll = cue("toll", first, last) != nullptr || risen || died_later(first, last);
    s.disputed = cue("disputed", first, last) != nullptr;
    s.aftermath = cue("aftermath", first, last) != nullptr;
    s.definite |= s.toll || taken_up(first, last);
    s.repeated = habit(first, last);
    s.total = cue("scope.total", first, last) != nullptr || across(first, last);
    s.since = since_begun(first, last);
    read_toll(p_, s);
    s.risen |= risen;
    if (!s.has_attack && evacuated(first, last)) s.claim.count(Outcome::kDisplaced).reset();
    if (s.risen) s.adds = false;  // "two more died, bringing the toll to nine"
    read_targets(p_, s);
    read_actors(p_, s);
    read_where(p_, s);
    leave_attackers(s.claim);
    if (s.toll && !s.has_attack) leave_wards(s.claim);
    // "Nine killed in raids on several towns": none is named, each may follow with its own.
    s.total |= (several_places(s) || cue("scope.around", first, last) != nullptr) &&
               (several(s.claim.count(Outcome::kKilled)) ||
                several(s.claim.count(Outcome::kInjured)) || several(s.claim.strikes));
    read_when(p_, s);
    // "... bringing to 45 the number killed since Sunday": a total, not the toll of the event just
    // told.
    if (risen && (s.period || s.since)) s.risen = s.toll = s.definite = false;
    read_victims(p_, s);
    nth_victim(s);
    look_back(s);
    if (among_dead(first, last)) {
      s.claim.count(Outcome::kKilled).reset();
      s.definite = true;
    }
    if (since_aside(s)) {
      s.since = false;
      s.date.reset();
    }
    // "since the early hours of Saturday": of that day, whichever it was.
    if (s.since && s.date && s.date->use == mentions::DateUse::kSince && !s.date->range &&
        s.date->time != TimeOfDay::kNone)
      s.since = false;
    attribution(s);
    return s;
  }

  // "regularly", "frequent shelling", "in the past", but not "in the past two days".
  [[nodiscard]] bool habit(uint32_t first, uint32_t last) const {
    for (uint32_t k = first; k < last; ++k)
      if (text_.fold_of(k) == "latest") return false;  // "the latest attack in recent weeks"
    const uint32_t end = text_.punct(last - 1) != 0 ? last - 1 : last;
    bool found = end > first + 3 && text_.fold_of(end - 1) == "before" && perfect(first, end);
    each(Kind::kCue, first, last, [&](const Term& c) {
      const bool of = p_.id(c) == "habit.of" && attack_noun(c.last);
      found |= (of || p_.id(c) == "habit") &&
               std::none_of(p_.dates.begin(), p_.dates.end(), [&](const DateMention& d) {
                 return d.first < c.last && d.last > c.last;
               });
    });
    return found;
  }
  // "has been hit several times", "had been bombed before"
  [[nodiscard]] bool perfect(uint32_t first, uint32_t last) const {
    for (uint32_t k = first; k + 1 < last; ++k) {
      const std::string_view f = text_.fold_of(k);
      if ((f == "has" || f == "have" || f == "had") && text_.fold_of(k + 1) == "been") return true;
    }
    return false;
  }
  // "constant (heavy) shelling"
  [[nodiscard]] bool attack_noun(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kEvent && t.first >= token && t.first <= token + 1 &&
             p_.id(t) != "ground_op" && !t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock);
    });
  }
  // "This is the largest loss of life since the war began", "it was the first raid in 2023": what
  // an event just told ranks as.
  [[nodiscard]] bool rates(uint32_t first, uint32_t last) const {
    static constexpr std::string_view kRanks[] = {"first",   "latest",    "worst",    "largest",
                                                  "biggest", "deadliest", "heaviest", "bloodiest"};
    constexpr uint32_t kReach = 8;
    for (uint32_t k = first; k + 3 < last && k < first + kReach; ++k) {
      const std::string_view f = text_.fold_of(k), is = text_.fold_of(k + 1);
      if ((f != "this" && f != "it" && f != "attack") || (is != "is" && is != "was")) continue;
      for (uint32_t j = k + 2; j < k + 6 && j < last; ++j)
        if (std::find(std::begin(kRanks), std::end(kRanks), text_.fold_of(j)) != std::end(kRanks))
          return bind_people(p_, j, last).bound.empty();
    }
    return false;
  }
  // "The raids, which began last September", "Manbij has been a target of strikes": of a campaign,
  // with nobody hurt and no day told.
  [[nodiscard]] bool campaign_began(uint32_t first, uint32_t last) const {
    bool told = false;
    for (uint32_t k = first; k + 1 < last; ++k) {
      const std::string_view f = text_.fold_of(k);
      if (f == "began" || f == "begun" || f == "started") {
        told |= std::any_of(p_.dates.begin(), p_.dates.end(), [&](const DateMention& d) {
          return d.first > k && d.last <= last && d.first <= k + 8 && d.range &&
                 d.range->precision > DatePrecision::kWeek && d.use == mentions::DateUse::kPoint;
        });
      } else if ((f == "target" || f == "targets") && text_.fold_of(k + 1) == "of") {
        for (uint32_t j = k; j > first && j + 6 > k; --j) told |= text_.fold_of(j - 1) == "been";
      }
    }
    return told && bind_people(p_, first, last).bound.empty();
  }
  // "the 25th leader to be murdered since January": so many since then.
  void nth_victim(Scene& s) const {
    constexpr uint32_t kNear = 4, kFar = 12;
    const bool since = std::any_of(p_.dates.begin(), p_.dates.end(), [&](const DateMention& d) {
      return d.first >= s.first && d.last <= s.last && d.use == mentions::DateUse::kSince;
    });
    auto& killed = s.claim.count(Outcome::kKilled);
    if (!since || (killed && killed->range != CountRange::exactly(1))) return;
    for (uint32_t k = s.first; k + 3 < s.last; ++k) {
      const int64_t n = ordinal(k + 1);
      if (text_.fold_of(k) != "the" || n < 2) continue;
      bool person = false, dead = false;
      for (const Term& t : p_.terms) {
        if (t.first <= k + 1 || t.last > s.last || t.first > k + kFar) continue;
        person |= t.kind() == Kind::kPeople && t.first <= k + 1 + kNear;
        if (t.kind() == Kind::kOutcome) dead |= outcome_of(p_.id(t)) == Outcome::kKilled;
      }
      if (!person || !dead) continue;
      killed = Figure{CountRange::exactly(n), {span_of(text_, k + 1, k + 2, 0), false}, {}};
      s.claim.killed_by.clear();
      s.since = s.reported = true;
      return;
    }
  }
  // "Turkey shelled X": the state that attacks is not where.
  static void leave_attackers(Claim& c) {
    std::erase_if(c.where, [&](const PlaceMention& m) {
      return !m.site && std::any_of(c.actors.begin(), c.actors.end(),
                                    [&](const ActorMention& a) { return a.at.span == m.at.span; });
    });
  }

  // "Among those killed were three children": some of a toll told before.
  [[nodiscard]] bool among_dead(uint32_t first, uint32_t last) const {
    if (first + 4 >= last || text_.fold_of(first) != "among") return false;
    const std::string_view a = text_.fold_of(first + 1), b = text_.fold_of(first + 2);
    return (a == "those" && (b == "killed" || b == "dead")) ||
           (a == "the" && (b == "dead" || b == "victims" || b == "killed" || b == "fatalities"));
  }
  // "The strikes hit X, where a truce has been in place since July": since when something else is.
  [[nodiscard]] bool since_aside(const Scene& s) const {
    if (!s.date || s.date->use != mentions::DateUse::kSince || !s.has_attack) return false;
    constexpr uint32_t kFar = 30;
    const uint32_t since = s.date->first;
    for (uint32_t k = since; k > s.first + 2 && k + kFar > since; --k) {
      const std::string_view f = text_.fold_of(k);
      const bool told = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
        return t.first <= k && t.last > k &&
               (t.kind() == Kind::kOutcome || t.kind() == Kind::kEvent);
      });
      if (told || text_.punct(k) == ';') return false;
      if (f == "where") return true;
    }
    return false;
  }
  // "1,400 people were evacuated under a deal": led out, not driven out.
  [[nodiscard]] bool evacuated(uint32_t first, uint32_t last) const {
    for (uint32_t k = first; k < last; ++k)
      if (text_.fold_of(k).starts_with("evacuat") || text_.fold_of(k) == "allowed") return true;
    return false;
  }
  // "A boy died of his wounds": of an event told before.
  [[nodiscard]] bool died_later(uint32_t first, uint32_t last) const {
    bool later = false;
    each(Kind::kOutcome, first, last,
         [&](const Term& t) { later |= !t.sense->arabic && t.sense->has(lexicon::kTagLater); });
    return later;
  }
  // "... bringing the number of dead to eight"
  [[nodiscard]] bool replaces(uint32_t first, uint32_t last) const {
    static constexpr std::string_view kBrings[] = {"bringing", "brings", "brought", "raising",
                                                   "raised",   "raises", "taking"};
    static constexpr std::string_view kNumbers[] = {"number", "toll", "total", "tally", "count"};
    const auto one_of = [&](const auto& words, uint32_t k) {
      return std::find(std::begin(words), std::end(words), text_.fold_of(k)) != std::end(words);
    };
    for (uint32_t k = first; k < last; ++k)
      for (uint32_t j = k + 1; one_of(kBrings, k) && j < last && j < k + 8; ++j)
        if (one_of(kNumbers, j)) return true;
    return false;
  }
  // "A doctor at the Saudi Hospital put the toll at 45": not where it was.
  void leave_wards(Claim& c) const {
    static constexpr std::string_view kWards[] = {"hospital", "clinic", "morgue", "hospitals"};
    std::erase_if(c.where, [&](const PlaceMention& m) {
      const auto next = std::find_if(text_.tokens.begin() + p_.sentence->first,
                                     text_.tokens.begin() + p_.sentence->last,
                                     [&](const text::Token& t) { return t.end >= m.at.span.end; });
      for (auto t = next; t != text_.tokens.end() && t - next < 2; ++t)
        if (std::find(std::begin(kWards), std::end(kWards), text_.fold_of(*t)) != std::end(kWards))
          return true;
      return false;
    });
  }
  // "across Syria", "across the enclave of X": a total of many places.
  [[nodiscard]] bool across(uint32_t first, uint32_t last) const {
    return std::any_of(p_.places.begin(), p_.places.end(), [&](const mentions::PlaceName& m) {
      return m.first > first && m.last <= last && text_.fold_of(m.first - 1) == "across";
    });
  }

  // "... the worst attack since February 1994, when 68 died": of that time, not since then.
  void look_back(Scene& s) const {
    const auto d = std::find_if(p_.dates.begin(), p_.dates.end(), [&](const DateMention& m) {
      return m.first == s.first && m.use == mentions::DateUse::kSince && m.range;
    });
    if (d == p_.dates.end()) return;
    const uint32_t next = text_.punct(d->last) == ',' ? d->last + 1 : d->last;
    if (next >= s.last || (text_.fold_of(next) != "when" && text_.fold_of(next) != "in")) return;
    s.since = false;
    s.date = *d;
    s.date->use = mentions::DateUse::kPoint;
    DateRange& r = *s.date->range;
    const std::chrono::days whole(r.precision == DatePrecision::kYear    ? 364
                                  : r.precision == DatePrecision::kMonth ? 27
                                                                         : 0);
    r.last = std::min(r.last, r.first + whole);
  }

  // "Several towns", and every site named after it is the city or area they lie in.
  [[nodiscard]] bool several_places(const Scene& s) const {
    const Term* several = cue("scope.places", s.first, s.last);
    if (several == nullptr) return false;
    const uint32_t at = text_.tokens[several->last - 1].end;
    return std::all_of(s.claim.where.begin(), s.claim.where.end(), [&](const PlaceMention& m) {
      return !m.site || (m.at.span.begin >= at && m.at.span.begin - at < 60);
    });
  }

  // "KUT - Gunmen attacked ..." at the head of a line.
  [[nodiscard]] bool named_head() const {
    const uint32_t first = p_.sentence->first;
    if (!text_.tokens[first].has(text::kNewline)) return false;
    for (uint32_t k = first; k < first + 4 && k < p_.sentence->last; ++k) {
      if (k > first && text_.punct(k) == '-') return true;
      if (!text_.tokens[k].has(text::kAllCaps)) return false;
    }
    return false;
  }
  // One of a row of datelines ("BALAD RUZ - A bomb ...", "MOSUL - Police found ...") begins another
  // item.
  [[nodiscard]] bool new_item() const {
    const auto dateline = [&](size_t i) {
      const text::Sentence& s = text_.sentences[i];
      return s.role == text::Role::kDateline && text_.tokens[s.first].has(text::kNewline);
    };
    if (index_ < 3) return false;
    if (named_head()) return true;
    if (!dateline(index_ - 1)) return false;
    for (size_t i = index_ - 1; i > 0 && index_ - i < 6; --i)
      if (dateline(i - 1)) return true;
    return false;
  }

  // "Another air raid hit ...", "In a separate attack, ...": said of the event, not of anything
  // else in the clause.
  [[nodiscard]] bool another(uint32_t first, uint32_t last) const {
    bool found = added(first, last);
    each(Kind::kCue, first, last, [&](const Term& c) {
      if (p_.id(c) == "others") found |= another_after(c);
      if (p_.id(c) != "another") return;
      found |= c.first <= first + 3;
      for (const Term& t : p_.terms)
        found |= t.kind() == Kind::kEvent && t.first + 2 >= c.first && t.first <= c.last + 1;
    });
    return found;
  }

  // "Hours after the attack, a rocket hit a clinic": the event told before only tells the time.
  // Where what is told begins; `first` otherwise.
  [[nodiscard]] uint32_t follows(uint32_t first, uint32_t last) const {
    static constexpr std::string_view kTimes[] = {"moments", "minutes", "hour",
                                                  "hours",   "soon",    "shortly"};
    uint32_t after = first;
    while (after < first + 4 && after + 3 < last && text_.fold_of(after) != "after") ++after;
    if (after == first || text_.fold_of(after) != "after" ||
        std::find(std::begin(kTimes), std::end(kTimes), text_.fold_of(after - 1)) ==
            std::end(kTimes))
      return first;
    const Term* told = nullptr;
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kEvent || t.first <= after || t.last > last ||
          t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock))
        continue;
      if (told != nullptr)
        return t.sense->has(lexicon::kTagVerb) && text_.punct(told->last) == ',' ? told->last + 1
                                                                                 : first;
      if (t.first > after + 4) return first;
      told = &t;
    }
    return first;
  }
  // "X was also hit on Wednesday": on another day than what was told of it.
  [[nodiscard]] bool also_hit(const Scene& s) const {
    bool also = false;
    each(Kind::kEvent, s.first, s.last, [&](const Term& t) {
      also |= t.first > s.first + 1 && !t.sense->arabic && t.sense->has(lexicon::kTagVerb) &&
              text_.fold_of(t.first - 1) == "also" &&
              (text_.fold_of(t.first - 2) == "was" || text_.fold_of(t.first - 2) == "were");
    });
    return also &&
           std::any_of(p_.dates.begin(), p_.dates.end(), [&](const mentions::DateMention& d) {
             return d.first >= s.first && d.last <= s.last && d.range &&
                    d.use == mentions::DateUse::kPoint;
           });
  }

  // "Another 15 soldiers were injured", "ten others were hurt", "a guard was also killed": more of
  // the toll told before, unless an attack of its own is told beside it.
  [[nodiscard]] bool adds(const Scene& s) const {
    const bool arabic = p_.sentence->script == text::Script::kArabic;
    bool told_one = false;
    for (const Quantity& q : p_.quantities) {
      if (q.first < s.first || q.last > s.last) continue;
      if (q.counted != Counted::kPeople && q.counted != Counted::kVictims &&
          q.counted != Counted::kNothing)
        continue;
      const bool another = text_.fold_of(q.first) == "another";
      if (another || (!q.implicit && ((q.first > s.first && more(q.first)) || of_those_told(q))))
        return true;
      const bool anew = !s.has_attack || (!told_one && !arabic);
      if ((q.others && q.last - q.first <= 4 && anew) ||
          ((!s.has_attack || s.definite) && also_harmed(q.last, s.last)))
        return true;
      told_one = true;
      if (!q.implicit && !article(q)) return false;
    }
    return false;
  }
  // "three of the attackers"
  [[nodiscard]] bool of_those_told(const Quantity& q) const {
    return !q.range.is_vague() && std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& c) {
      return c.kind() == Kind::kCue && c.first > q.first && c.first <= q.last + 2 &&
             (p_.id(c) == "participant" || p_.id(c) == "taken_up") &&
             (text_.fold_of(c.first - 1) == "of" ||
              (c.first - 1 > q.first && text_.fold_of(c.first - 2) == "of"));
    });
  }
  // "another", "a further" just before a token.
  [[nodiscard]] bool more(uint32_t token) const {
    const std::string_view f = text_.fold_of(token - 1);
    return f == "another" || f == "further" || f == "additional";
  }
  // "... was also killed"
  [[nodiscard]] bool also_harmed(uint32_t from, uint32_t to) const {
    for (const Term& t : p_.terms)
      if (t.kind() == Kind::kOutcome && t.first > from && t.last <= to && t.first - from <= 4)
        return text_.fold_of(t.first - 1) == "also";
    return false;
  }

  // "since the siege began", "since it took effect ... have been killed", with no day told.
  [[nodiscard]] bool since_begun(uint32_t first, uint32_t last) const {
    static constexpr std::string_view kBegun[] = {"began", "started", "erupted", "begun"};
    bool perfect = false;  // "have been killed", "has killed"
    each(Kind::kOutcome, first, last, [&](const Term& t) {
      const std::string_view f = t.first > first ? text_.fold_of(t.first - 1) : "";
      perfect |= f == "have" || f == "has" || f == "been";
    });
    const auto timed = [&](uint32_t k) {  // "since the early hours"
      return std::any_of(p_.dates.begin(), p_.dates.end(),
                         [&](const DateMention& d) { return d.last > k && d.first <= k + 2; }) ||
             std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
               return t.kind() == Kind::kTime && t.first > k && t.first <= k + 4;
             });
    };
    for (uint32_t k = first; k + 1 < last; ++k) {
      if (text_.fold_of(k) != "since") continue;
      if (perfect && !timed(k)) return true;
      for (uint32_t j = k + 1; j < last && j - k <= 8 && text_.punct(j) == 0; ++j)
        if (std::find(std::begin(kBegun), std::end(kBegun), text_.fold_of(j)) != std::end(kBegun))
          return true;
    }
    return false;
  }

  // "The attackers fled", "the victims were ...", "he died at once": persons of an event told
  // before.
  [[nodiscard]] bool taken_up(uint32_t first, uint32_t last) const {
    bool found = pronoun_harmed(first, last) || weapon_told(first, last);
    each(Kind::kCue, first, last, [&](const Term& c) {
      found |= p_.id(c) == "taken_up" || (p_.id(c) == "participant" && the(c.first, first));
    });
    return found;
  }
  // "the four suspected" before a token.
  [[nodiscard]] bool the(uint32_t token, uint32_t first) const {
    for (uint32_t k = token; k > first && k + 4 > token; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "the" || f == "these" || f == "those") return true;
      if (text_.punct(k - 1) != 0 || f == "of" || f == "and" || f == "by") return false;
    }
    return false;
  }
  // "The bombs killed 26": the subject of the clause, or of what was said.
  [[nodiscard]] bool weapon_told(uint32_t first, uint32_t last) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      if (t.kind() != Kind::kWeapon || t.first <= first || t.last > last || t.sense->arabic)
        return false;
      const uint32_t at = t.first - 1;
      if (t.first - first <= 6 && of_the(t.first, first)) return true;
      if (text_.fold_of(at) != "the" && text_.fold_of(at) != "these") return false;
      return at <= first + 1 || std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& r) {
               return r.kind() == Kind::kReporting && r.last <= at && at - r.last <= 1;
             });
    });
  }
  // "six of the 10 rockets"
  [[nodiscard]] bool of_the(uint32_t token, uint32_t first) const {
    for (uint32_t k = token; k > first + 1 && k + 3 > token; --k)
      if (text_.fold_of(k - 1) == "the") return text_.fold_of(k - 2) == "of";
    return false;
  }
  [[nodiscard]] bool pronoun_harmed(uint32_t first, uint32_t last) const {
    const std::string_view f = text_.fold_of(first);
    if (f != "he" && f != "she" && f != "they") return false;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kOutcome && t.first > first && t.first - first <= 4 &&
             t.last <= last && t.sense->has(lexicon::kTagVerb);
    });
  }

  // Arabic: "likewise the aircraft raided ...": an attack added to those told, unless it is more of
  // one ("likewise the raids hit ...").
  [[nodiscard]] bool added(uint32_t first, uint32_t last) const {
    constexpr uint32_t kNear = 5;
    if (text_.fold_of(first) != "\xD9\x83\xD9\x85\xD8\xA7") return false;
    bool verb = false, told_before = false;
    each(Kind::kEvent, first + 1, std::min(last, first + kNear), [&](const Term& t) {
      const bool platform = t.sense->has(lexicon::kTagPlatform);
      told_before |= !platform && (t.clitics & text::kThe) != 0;
      verb |= t.sense->has(lexicon::kTagVerb) || t.sense->pos == 'v' || t.sense->pos == 'p';
    });
    return verb && !told_before;
  }
  // Arabic: "a raid, Turkish, another".
  [[nodiscard]] bool another_after(const Term& other) const {
    return other.sense->arabic && other.last - other.first == 1 &&
           std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
             return t.kind() == Kind::kEvent && t.last <= other.first &&
                    other.first - t.last <= 1 && !t.sense->has(lexicon::kTagVerb) &&
                    (t.clitics & text::kThe) == 0;
           });
  }

  // Whether some attack word of the clause reports: a finite verb, or a noun that no word governs
  // which only refers to attacks ("amid the shelling", "a halt to the raids") and of which nothing
  // is only said ("the raids mark a breach of the truce").
  [[nodiscard]] bool reported(uint32_t first, uint32_t last) const {
    bool any = false;
    each(Kind::kEvent, first, last, [&](const Term& t) {
      if (any || t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock)) return;
      const bool noun = !t.sense->has(lexicon::kTagVerb | lexicon::kTagGap) ||
                        t.sense->inflection == lexicon::Inflection::kGerund || the(t.first, first);
      any = std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& c) {
        if (c.kind() != Kind::kCue || c.first < first || c.last > last) return false;
        if (c.first >= t.last)
          return noun && p_.id(c) == "comment" && within_clause(t.last, c.first, kComment);
        // "in the middle of Aleppo" is a place, "amid the shelling" is none.
        for (const PlaceName& pl : p_.places)
          if (pl.first == c.last || (pl.first <= c.first && c.last <= pl.last)) return false;
        return p_.id(c) == "reference" && within_clause(c.last, t.first, kReference) &&
               (noun || t.first == c.last);
      });
    });
    return any;
  }
  // Arabic "victims in X after shelling", "shelling leaves victims": told of, and not those "of the
  // shelling".
  [[nodiscard]] bool claims_victims(uint32_t first, uint32_t last) const {
    bool any = false;
    each(Kind::kOutcome, first, last, [&](const Term& t) {
      if (any || !t.sense->arabic || t.clitics != 0 || p_.id(t) != "casualties" ||
          t.sense->has(lexicon::kTagVerb))
        return;
      any = t.last >= last || text_.tokens[t.last].kind != text::TokenKind::kWord ||
            std::any_of(p_.terms.begin(), p_.terms.end(),
                        [&](const Term& c) {
                          return c.first == t.last && c.kind() == Kind::kCue &&
                                 p_.id(c) == "reference";
                        }) ||
            preposition(t.last);
    });
    return any;
  }
  // Arabic in, with, among, by; a side of the compass.
  [[nodiscard]] bool preposition(uint32_t i) const {
    static constexpr std::array<std::string_view, 9> kWords = {"\xD9\x81\xD9\x8A",
                                                               "\xD8\xA8\xD9\x8A\xD9\x86",
                                                               "\xD9\x81\xD9\x89",
                                                               "\xD8\xAC\xD9\x86\xD9\x88\xD8\xA8",
                                                               "\xD8\xB4\xD9\x85\xD8\xA7\xD9\x84",
                                                               "\xD8\xB4\xD8\xB1\xD9\x82",
                                                               "\xD8\xBA\xD8\xB1\xD8\xA8",
                                                               "\xD9\x88\xD8\xB3\xD8\xB7",
                                                               "\xD9\x85\xD9\x86"};
    if (std::find(kWords.begin(), kWords.end(), text_.fold_of(i)) != kWords.end()) return true;
    const text::Token& t = text_.tokens[i];
    for (int r = 0; r < t.readings; ++r)
      if (t.reading[r].clitics & text::kBy) return true;
    return false;
  }
  static constexpr uint32_t kReference = 5, kComment = 16;  // tokens

  // At most `most` tokens [from, to), no comma or stop among them.
  [[nodiscard]] bool within_clause(uint32_t from, uint32_t to, uint32_t most) const {
    static constexpr std::string_view kStops = ",;:.!?()";
    if (from > to || to - from > most) return false;
    for (uint32_t k = from; k < to; ++k)
      if (const char c = text_.punct(k); c != 0 && kStops.find(c) != std::string_view::npos)
        return false;
    return true;
  }

  // "could kill", "if they bomb": a modal shortly before the act, and no month of May. What else
  // the clause counts as fact stays a fact: "killed 62; the raid was to hit a depot".
  [[nodiscard]] bool hypothetical(uint32_t first, uint32_t last) const {
    std::vector<uint32_t> cues;  // the token after each
    for (const Term& c : p_.terms) {
      if (c.kind() != Kind::kCue || c.first < first || c.last > last || p_.id(c) != "hypothesis")
        continue;
      if (std::none_of(p_.dates.begin(), p_.dates.end(), [&](const DateMention& d) {
            return d.first <= c.first && c.first < d.last;
          }))
        cues.push_back(c.last);
    }
    if (cues.empty()) return false;
    const auto supposed = [&](uint32_t at) {
      return std::any_of(cues.begin(), cues.end(), [&](uint32_t cue) {
        return at >= cue && at - cue <= kSupposed && !told_after(cue, at);
      });
    };
    if (std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
          return (t.kind() == Kind::kOutcome || t.kind() == Kind::kEvent) && t.last <= last &&
                 supposed(t.first);
        }))
      return false;
    const Harm harm = bind_people(p_, first, last);
    return std::none_of(harm.bound.begin(), harm.bound.end(), [&](const Bound& b) {
      if (b.quantity->implicit) return false;
      return b.at < cues.front() ? b.quantity->first < cues.front() : told_after(cues.back(), b.at);
    });
  }
  static constexpr uint32_t kSupposed = 7;  // tokens that a modal reaches
  // "Trying to flee were injured", "tried to storm the town but the army killed": what came to
  // pass.
  [[nodiscard]] bool told_after(uint32_t cue, uint32_t at) const {
    static constexpr std::array<std::string_view, 6> kTold = {"was",  "were", "came",
                                                              "when", "but",  "before"};
    for (uint32_t k = cue; k < at; ++k)
      if (text_.punct(k) == ',' ||
          std::find(kTold.begin(), kTold.end(), text_.fold_of(k)) != kTold.end())
        return true;
    return false;
  }

  void attribution(Scene& s) {
    std::vector<const Term*> speakers;
    each(Kind::kSpeaker, s.first, s.last, [&](const Term& t) { speakers.push_back(&t); });
    const bool reporting = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kReporting && t.first >= s.first && t.last <= s.last;
    });
    if (!reporting) return;
    for (const Term* t : speakers) {
      const Span span = span_of(text_, *t);
      std::string name(span.of(text_.original));
      // A word may be a speaker in two ways ("police": a body, a person).
      if (std::any_of(s.claim.attribution.begin(), s.claim.attribution.end(),
                      [&](const auto& a) { return a.first == name; }))
        continue;
      s.claim.attribution.emplace_back(std::move(name), Evidence{span, false});
      if (s.claim.attribution.size() == 4) break;
    }
  }

  size_t index_;
};

}  // namespace

std::vector<Scene> find_scenes(const Parsed& parsed, size_t sentence_index) {
  return SceneMaker(parsed, sentence_index).run();
}

}  // namespace sijil::claims
