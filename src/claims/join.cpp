// SPDX-License-Identifier: Apache-2.0
// How a scene is joined to the event that it tells more of, and headlines to the body.
#include "claims/assembler.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

namespace {

bool names_place(const Claim& c, std::string_view key) {
  return std::any_of(c.where.begin(), c.where.end(),
                     [&](const PlaceMention& p) { return p.key == key; });
}

}  // namespace

void Assembler::join_figure(std::optional<Figure>& to, const std::optional<Figure>& from) {
  if (!from) return;
  if (!to || to->range.is_vague()) {
    to = from;
    return;
  }
  if (from->range.is_vague() || from->range == to->range) return;
  // A later bound of the same number is the more careful one; "more than 30" is outdone by 31.
  if ((!from->range.max && to->range.max == from->range.min) ||
      (!to->range.max && to->range.min % 10 == 0 && from->range.min > to->range.min &&
       from->range.min <= to->range.min + std::max<int64_t>(9, to->range.min / 4)))
    to = from;
}

// "Another 15 were injured": both together.
void Assembler::add_figure(std::optional<Figure>& to, const std::optional<Figure>& from) {
  if (!from || from->range.is_vague()) return;
  if (!to || to->range.is_vague())
    to = from;
  else
    to->range = sijil::add(to->range, from->range);
}

int64_t Assembler::highest(const CountRange& r) { return r.max.value_or(r.min); }

// Two tellers: from the lowest to the highest figure, each kept with its teller.
void Assembler::widen(std::optional<Figure>& to, const std::optional<Figure>& from,
                      const Claim& before, const Claim& by) {
  if (!to || !from || to->range.is_vague() || from->range.is_vague() || to->range == from->range)
    return;
  const auto first_of = [](const Claim& c) {
    return c.attribution.empty() ? std::string() : c.attribution.front().first;
  };
  if (to->told.empty()) to->told.push_back({to->range, first_of(before), to->at});
  if (to->told.size() < kTellers) to->told.push_back({from->range, first_of(by), from->at});
  // "At least 27" and "31" are 27 to 31, "23" and "at least 31" are 23 or more: the highest
  // figure told bounds the range or leaves it open.
  const std::optional<int64_t> most =
      highest(from->range) > highest(to->range) ? from->range.max : to->range.max;
  to->range.min = std::min(to->range.min, from->range.min);
  to->range.max = most;
}

// Figures of one thing that differ: those "also killed" are more, a toll that has risen takes the
// place of the one before, an early one gives way, and two tellers make a range.
void Assembler::settle_toll(Open& home, const Scene& s) {
  for (const Outcome o : {Outcome::kKilled, Outcome::kInjured}) {
    auto& to = home.scene.claim.count(o);
    const auto& from = s.claim.count(o);
    if (!to || !from || to->range.is_vague() || from->range.is_vague()) continue;
    if (s.also && !s.risen) {
      to->range = add(to->range, from->range);
      to->at.span = to->at.span.cover(from->at.span);
    } else if (s.risen || (home.scene.early && !s.early)) {
      if (highest(from->range) > highest(to->range)) to = from;
    } else if (!s.early && !home.scene.risen && !(s.partial && from->range.min < to->range.min)) {
      widen(to, from, home.scene.claim, s.claim);
    }
  }
}

// `more`: those of `from` are others than those told before.
void Assembler::join_groups(std::map<std::string, Figure>& to,
                            const std::map<std::string, Figure>& from, bool adds) {
  for (const auto& [group, figure] : from) {
    std::optional<Figure> kept;
    if (const auto it = to.find(group); it != to.end()) kept = it->second;
    if (adds && kept) add_figure(kept, figure);
    join_figure(kept, figure);
    to.insert_or_assign(group, *kept);
  }
}

// "The raid", "the missiles" of an air strike told before: its name or its weapon, no other
// event.
bool Assembler::told_as(const Tagged& e, const Claim& of, const Claim& event) const {
  if (std::none_of(event.events.begin(), event.events.end(),
                   [](const Tagged& o) { return o.id == "airstrike"; }))
    return false;
  if (e.id == "shelling")
    return std::any_of(of.weapons.begin(), of.weapons.end(), [&](const WeaponMention& w) {
      return (base_of(w.id) == "missile" || base_of(w.id) == "rocket") && w.at.span == e.at.span;
    });
  constexpr std::string_view kRaid = "raid";
  return e.id == "ground_op" && fold(e.at.span.of(text_.original)).starts_with(kRaid);
}

// A place told as what holds the site of the event is no site any more.
void Assembler::join_places(Claim& to, const Claim& from) {
  const bool sited = has_site(from);
  for (const PlaceMention& p : from.where) {
    if (!names_place(to, p.key)) {
      to.where.push_back(p);
    } else if (!p.site && sited) {
      for (PlaceMention& m : to.where)
        if (m.key == p.key) m.site = false;
    }
  }
}

// Of several places in a headline those are meant that the body tells of here; the others may
// follow with what happened there.
void Assembler::keep_told_sites(Claim& headline, const Claim& body) {
  const auto told = [&](const PlaceMention& m) { return !m.site || names_place(body, m.key); };
  const auto sites = std::count_if(headline.where.begin(), headline.where.end(),
                                   [](const PlaceMention& m) { return m.site; });
  if (!has_site(body) ||
      (sites < 2 && !std::any_of(
                        headline.where.begin(), headline.where.end(),
                        [&](const PlaceMention& m) { return m.site && told(m); })))
    return;
  std::erase_if(headline.where, [&](const PlaceMention& m) { return !told(m); });
}

void Assembler::join(Open& home, const Scene& s) {
  Claim& to = home.scene.claim;
  const Claim& from = s.claim;
  for (const Tagged& e : from.events) {
    bool known = told_as(e, from, to);
    for (const Tagged& o : to.events) known |= o.id == e.id;
    if (!known) to.events.push_back(e);
  }
  if (home.headline) std::erase_if(to.events, [&](const Tagged& e) { return told_as(e, to, to); });
  for (const auto& g : s.generic_events)
    if (std::find(home.generic.begin(), home.generic.end(), g) == home.generic.end())
      home.generic.push_back(g);
  // A headline seldom tells that its toll is of a period.
  const bool summed =
      home.headline && !s.headline && s.period && from.kind == ClaimKind::kAggregate;
  if (to.kind == ClaimKind::kIncident &&
      (summed ||
       (!counts_people(to) && (counts_people(from) || from.kind == ClaimKind::kAggregate))))
    to.kind = from.kind;
  if (from.when && (!to.when || !to.when->dated)) {
    const TimeOfDay time = to.when ? to.when->time : TimeOfDay::kNone;
    to.when = from.when;
    if (to.when->time == TimeOfDay::kNone) to.when->time = time;
  } else if (from.when && to.when->time == TimeOfDay::kNone) {
    to.when->time = from.when->time;
  }
  if (home.headline && !s.headline) keep_told_sites(to, from);
  join_places(to, from);
  for (const ActorMention& a : from.actors) {
    bool known = false;
    for (const ActorMention& b : to.actors) known |= a.id == b.id;
    if (!known) to.actors.push_back(a);
  }
  for (const WeaponMention& w : from.weapons) {
    bool known = false;
    for (const WeaponMention& v : to.weapons) known |= v.id == w.id;
    if (!known) to.weapons.push_back(w);
  }
  for (const Tagged& t : from.targets) {
    bool known = false;
    for (const Tagged& o : to.targets) known |= o.id == t.id;
    if (!known) to.targets.push_back(t);
  }
  join_figure(to.strikes, from.strikes);
  home.scene.by_number |= s.by_number;
  home.scene.one_site |= s.one_site || s.single;
  const bool more = widen_ && s.also && !s.adds;
  if (s.risen || (widen_ && !s.adds)) settle_toll(home, s);
  if (counts_people(from)) {
    home.scene.early &= s.early;
    home.scene.risen |= s.risen;
  }
  widen_ = false;
  for (int o = 0; o < kOutcomes && !part_; ++o) {
    if (s.adds && !s.risen) add_figure(to.counts[o], from.counts[o]);
    join_figure(to.counts[o], from.counts[o]);
  }
  if (!(part_ && s.singly)) join_groups(to.killed_by, from.killed_by, s.adds || more);
  join_groups(to.injured_by, from.injured_by, s.adds || more);
  for (const Share& sh : from.shares) to.shares.push_back(sh);
  add_victims(to.victims, from.victims);
  for (const auto& a : from.attribution) {
    bool known = false;
    for (const auto& b : to.attribution) known |= b.first == a.first;
    if (!known) to.attribution.push_back(a);
  }
  if (!to.places_hit) to.places_hit = from.places_hit;
  if (home.headline && !s.headline) {
    to.evidence = from.evidence;
  }
  std::stable_sort(to.where.begin(), to.where.end(),
                   [](const PlaceMention& a, const PlaceMention& b) { return a.site && !b.site; });
  home.sentence = last_told_ = s.sentence;
  home.headline = home.headline && s.headline;
}

// How surely a headline that no sentence was joined to tells of an event of the body after all.
double Assembler::fits_headline(const Claim& h, const Claim& b) const {
  double score = 0;
  for (const auto& [o, weight] : {std::pair(Outcome::kKilled, 2.0), {Outcome::kInjured, 1.0}}) {
    const auto &x = h.count(o), &y = b.count(o);
    if (!x || !y || x->range.is_vague() || y->range.is_vague()) continue;
    if (x->range.min == y->range.min)
      score += weight;
    else if (y->range.max && (x->range.min < y->range.min || x->range.min > *y->range.max))
      score -= weight;
  }
  bool shared = false;
  for (const PlaceMention& p : h.where)
    for (const PlaceMention& q : b.where)
      shared |= p.key == q.key || lex_.name_contains(p.place, q.place) ||
                lex_.name_contains(q.place, p.place);
  if (shared) score += 1.5;
  for (const Tagged& x : h.events)
    for (const Tagged& y : b.events) score += x.id == y.id;
  for (const ActorMention& x : h.actors)
    for (const ActorMention& y : b.actors) score += x.id == y.id;
  if (h.kind != b.kind) score -= 1;
  if (h.when && b.when && h.when->dated && b.when->dated &&
      (h.when->range.first > b.when->range.last || b.when->range.first > h.when->range.last))
    score -= 3;
  return score;
}

// A headline sums up the body: what it alone tells fills the event that it fits best.
void Assembler::merge_headlines() {
  constexpr double kFits = 1.5;
  for (Open& h : open_) {
    if (!h.headline || h.scene.parted) continue;
    const Claim& from = h.scene.claim;
    Open* best = nullptr;
    double most = kFits;
    for (Open& b : open_) {
      if (b.headline) continue;
      const double score = fits_headline(from, b.scene.claim);
      if (score < most || (best != nullptr && score == most)) continue;
      best = &b;
      most = score;
    }
    if (best == nullptr) continue;
    Claim& to = best->scene.claim;
    if (to.events.empty()) to.events = from.events;
    if (to.actors.empty()) to.actors = from.actors;
    if (to.weapons.empty()) to.weapons = from.weapons;
    if (to.where.empty()) to.where = from.where;
    for (const Tagged& t : from.targets) add_tagged(to.targets, t.id, t.at.span);
    for (int o = 0; o < kOutcomes; ++o)
      if (!to.counts[o]) to.counts[o] = from.counts[o];
    h.told = true;
  }
  std::erase_if(open_, [](const Open& o) { return o.told; });
}

}  // namespace sijil::claims
