// SPDX-License-Identifier: Apache-2.0
// What is settled when the whole text is read: kinds, events with no means told, who is meant by
// "the army", what is too thin to be a claim.
#include "claims/assembler.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

namespace {

// The event a weapon makes when no other word tells it.
std::string_view event_of_weapon(std::string_view weapon) {
  static constexpr std::pair<std::string_view, std::string_view> kEvents[] = {
      {"artillery", "shelling"},    {"mortar", "shelling"},     {"rocket", "shelling"},
      {"missile", "shelling"},      {"small_arms", "shooting"}, {"mine", "landmine"},
      {"ied", "bombing"},           {"car_bomb", "bombing"},    {"suicide", "bombing"},
      {"barrel_bomb", "airstrike"}, {"air_bomb", "airstrike"},  {"thermobaric", "airstrike"},
      {"drone_munition", "drone"},  {"chlorine", "chemical"},   {"sarin", "chemical"}};
  const std::string_view base = base_of(weapon);
  for (const auto& [w, event] : kEvents)
    if (w == base) return event;
  return {};
}

void weapon_events(Claim& c) {
  if (!c.events.empty()) return;
  for (const WeaponMention& w : c.weapons) {
    const std::string_view event = event_of_weapon(w.id);
    if (event.empty() || std::any_of(c.events.begin(), c.events.end(),
                                     [&](const Tagged& t) { return t.id == event; }))
      continue;
    c.events.push_back({std::string(event), w.at, {}});
  }
}

// Armed groups that attack a place with no means told do so on the ground; states may do so from
// afar.
bool by_fighters(const Claim& c) {
  static constexpr std::string_view kGroups[] = {"opposition", "isis",        "hts",    "sdf",
                                                 "sna",        "palestinian", "unknown"};
  return has_site(c) && std::any_of(c.actors.begin(), c.actors.end(), [](const ActorMention& a) {
           return std::find(std::begin(kGroups), std::end(kGroups), base_of(a.id)) !=
                  std::end(kGroups);
         });
}

// "Troops killed 20 militants in X": fighters who fell, and nobody else, fell in a fight.
bool fighters_fell(const Claim& c) {
  if (c.kind == ClaimKind::kCumulative && c.actors.empty()) return false;
  const auto harmed = [&](const char* group) {
    return c.killed_by.count(group) != 0 || c.injured_by.count(group) != 0;
  };
  return harmed("combatants") && !harmed("civilians") && !harmed("children") && !harmed("women");
}

// The event when only a generic word is told.
// `air`: all bombardment that the text tells the means of is from the air.
void settle_events(Claim& c, const std::vector<std::string>& generic, bool harm, bool air) {
  if (!c.events.empty()) return;
  const Evidence at = c.evidence;
  auto told = [&](std::string_view id) {
    return std::find(generic.begin(), generic.end(), id) != generic.end();
  };
  if (told("bombard")) {
    c.events.push_back({air ? "airstrike" : "shelling", at, {}});
  } else if (generic.empty() && harm &&
             std::any_of(c.actors.begin(), c.actors.end(),
                         [](const ActorMention& a) { return a.id == "unknown.gunmen"; })) {
    c.events.push_back({"shooting", at, {}});
  } else if (told("attack") && c.weapons.empty() && by_fighters(c)) {
    c.events.push_back({"ground_op", at, {}});
  } else if (told("explosion") && harm) {
    c.events.push_back({"bombing", at, {}});
  } else if (!told("explosion") && c.weapons.empty() && fighters_fell(c)) {
    c.events.push_back({"ground_op", at, {}});
  } else {
    c.events.push_back({"other", at, {}});
  }
}

// Arabic "rocket" (an adjective: "a rocket shelling") and "missile" (the bare noun) are one weapon,
// which the finer word names.
void rocket_or_missile(Claim& c) {
  const auto at = [&](std::string_view base) {
    return std::find_if(c.weapons.begin(), c.weapons.end(),
                        [&](const WeaponMention& w) { return base_of(w.id) == base; });
  };
  const auto rocket = at("rocket"), missile = at("missile");
  if (rocket == c.weapons.end() || missile == c.weapons.end()) return;
  c.weapons.erase(missile->id == "missile" ? missile : rocket);
}

}  // namespace

// Parts never exceed their total: such a part is of another toll, or misread.
void Assembler::keep_within_total(const std::optional<Figure>& total,
                                  std::map<std::string, Figure>& parts) {
  if (!total || total->range.is_vague() || !total->range.max) return;
  std::erase_if(parts, [&](const auto& part) {
    return !part.second.range.is_vague() && part.second.range.min > *total->range.max;
  });
}

void Assembler::finish() {
  // "Smoke rises after shelling of X", and nothing else: the post reports what it refers to.
  if (open_.empty() && spare_ && sentences_ <= kPost) open_scene(*spare_);
  merge_headlines();
  const bool air = only_air();
  const std::string country = country_told();
  std::optional<When> period;  // of the first total
  LastTold told;  // the latest claim that names its actors, the latest that names its means
  for (Open& o : open_) {
    Claim& c = o.scene.claim;
    // "The regime", "government forces", "the army" are those of the country that is told of.
    for (ActorMention& a : c.actors)
      if (a.local && !country.empty()) a.id = country == "SY" ? "syria_gov" : "other.state";
    each_once(c.actors);
    count_named(c, o.scene.named_list && o.scene.list_items <= c.victims.size(), o.scene.list_cut);
    weapon_events(c);
    const bool bombarded =
        std::find(o.generic.begin(), o.generic.end(), "bombard") != o.generic.end();
    if (too_thin(o.scene, bombarded, !result_.claims.empty()) || (o.headline && only_title(c)))
      continue;
    take_town(o.scene);
    inherit(c, o, told);
    settle_where(o.scene, lex_);
    settle_kind(c, o.scene.single || o.scene.one_site);
    keep_period(c, period);
    if (c.kind == ClaimKind::kCumulative &&
        std::find(o.generic.begin(), o.generic.end(), "bombard") != o.generic.end())
      campaign_events(c);
    if (c.kind == ClaimKind::kCumulative) war_total_means(c);
    settle_events(c, o.generic, counts_people(c), air);
    // "Gunmen killed a judge": shot, with small arms.
    if (c.weapons.empty() && c.events.size() == 1 && c.events[0].id == "shooting")
      c.weapons.push_back({"small_arms", c.events[0].at, std::nullopt});
    if (text_.sentences[o.scene.sentence].script == text::Script::kArabic) rocket_or_missile(c);
    // "Killed since an uprising began": what a war is about is no target.
    if (c.kind == ClaimKind::kCumulative && c.events.size() == 1 && c.events[0].id == "other")
      c.targets.clear();
    settle_when(o.scene, context_.published ? context_.published : anchor_);
    keep_within_total(c.count(Outcome::kKilled), c.killed_by);
    keep_within_total(c.count(Outcome::kInjured), c.injured_by);
    c.rules.push_back(std::string("claim.") + std::string(to_word(c.kind)));
    note_bombing(c);
    told_in_.push_back(o.scene.sentence);
    result_.claims.push_back(std::move(c));
  }
  for (size_t i = 0; i < clues_.size(); ++i) result_.statements[i].about = about(clues_[i]);
  for (const Statement& s : result_.statements) deny(s);
}

// Who is said to have done what he denies.
void Assembler::deny(const Statement& s) {
  if (s.kind != "denial" || !s.about) return;
  for (ActorMention& a : result_.claims[static_cast<size_t>(*s.about) - 1].actors)
    if (a.id == s.actor) a.certainty = Certainty::kDenied;
}

// "The army", "the Syrian army"; "Shiite militias", "Hezbollah": one party, by its finest name.
void Assembler::each_once(std::vector<ActorMention>& actors) {
  std::vector<ActorMention> out;
  for (ActorMention& a : actors) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const ActorMention& b) {
      return a.id == b.id || a.id.starts_with(b.id + ".") || b.id.starts_with(a.id + ".");
    });
    if (same == out.end())
      out.push_back(std::move(a));
    else if (a.id.size() > same->id.size())
      *same = std::move(a);
  }
  actors = std::move(out);
}

// The claim that a statement speaks of: the one it shares most with, of those the one told last
// before it; without any the one told last, if that was close.
std::optional<int> Assembler::about(const Clues& clues) const {
  constexpr size_t kClose = 6;  // sentences
  const auto end = static_cast<size_t>(
      std::upper_bound(told_in_.begin(), told_in_.end(), clues.sentence) - told_in_.begin());
  std::optional<int> best;
  int most = 0;
  for (size_t i = end > kReach ? end - kReach : 0; i < end; ++i) {
    const int score = shared(clues, result_.claims[i]);
    if (score < most || (score == 0 && clues.sentence - told_in_[i] > kClose)) continue;
    most = score;
    best = static_cast<int>(i) + 1;
  }
  return best;
}

// The country that most of the places told of lie in, as ISO code; empty when none stands out.
// One small place alone decides nothing: its name may be of many.
std::string Assembler::country_told() const {
  std::map<std::string, size_t> votes;
  for (const Open& o : open_)
    for (const PlaceMention& m : o.scene.claim.where) {
      if (m.place.empty()) continue;
      std::set<std::string> countries;
      bool large = false;
      for (const auto& s : lex_.senses(static_cast<uint32_t>(std::stoul(m.place)))) {
        if (s.kind != Kind::kPlace) continue;
        const lexicon::Place& place = lex_.gazetteer().places()[static_cast<size_t>(s.value)];
        countries.insert(place.country);
        large |= place.cls <= lexicon::PlaceClass::kGovernorate ||
                 place.cls == lexicon::PlaceClass::kCity;
      }
      for (const std::string& c : countries) votes[c] += large ? 2 : 1;
    }
  std::string best;
  size_t most = 1, ties = 0;
  for (const auto& [country, n] : votes) {
    if (n > most)
      best = country, most = n, ties = 0;
    else if (n == most)
      ++ties;
  }
  return ties == 0 ? best : std::string();
}

bool Assembler::only_air() const {
  bool air = false, ground = false;
  for (const Open& o : open_)
    for (const Tagged& e : o.scene.claim.events) {
      air |= e.id == "airstrike";
      ground |= e.id == "shelling";
    }
  return air && !ground;
}

// An attack told by a generic word alone, without harm or number, is rhetoric as a rule; a toll
// that names no place, actor or date of its own is a detail of something else when it speaks of
// "the attack" or of people taken.
bool Assembler::too_thin(const Scene& s, bool bombarded, bool after_others) const {
  const Claim& c = s.claim;
  bool exact = false, vague = false;
  for (const auto& f : c.counts)
    if (f) (f->range.is_vague() ? vague : exact) = true;
  // "Gunmen attacked a checkpoint in X", "a blast rocked X": one attack, told with who or what.
  const auto sites =
      std::count_if(c.where.begin(), c.where.end(), [](const PlaceMention& p) { return p.site; });
  const bool told = c.kind == ClaimKind::kIncident && sites != 0 &&
                    (!c.actors.empty() || !c.targets.empty() || s.blast);
  if (!exact && !vague && c.events.empty() && !c.strikes && !c.places_hit && !bombarded && !told)
    return true;
  if (c.kind == ClaimKind::kCumulative && !exact && !vague && !c.strikes && !c.campaign_day &&
      !campaign(s))
    return true;
  if (war_itself(c, exact || vague)) return true;
  // "An offensive in the north in June": ground won, no attack.
  if (c.kind == ClaimKind::kAggregate && !exact && !vague && !c.strikes && !c.places_hit &&
      !has_site(c) && c.events.size() == 1 && c.events[0].id == "ground_op")
    return true;
  if (c.kind != ClaimKind::kIncident || !c.where.empty()) return false;
  // "On Sunday they fired three shells at the hospital": an attack of its own.
  if (c.strikes && !c.strikes->range.is_vague() && c.when && c.when->dated && !c.targets.empty())
    return false;
  if (s.item && s.another && !c.targets.empty()) return false;
  if (!exact && !(vague && !c.actors.empty())) return after_others || !vague;
  const bool detail = s.definite || (c.events.size() == 1 && c.events[0].id == "detention");
  return after_others && exact && detail && c.actors.empty() && !(c.when && c.when->dated) &&
         !c.events.empty();
}

// "Syria has been mired in civil war since 2011": the war, no attack of it.
bool Assembler::war_itself(const Claim& c, bool counted) {
  return c.kind == ClaimKind::kCumulative && !counted && !c.strikes && !c.campaign_day &&
         !has_site(c) && c.events.size() == 1 && c.events[0].id == "ground_op" && c.when &&
         c.when->dated && c.when->range.last - c.when->range.first > std::chrono::days(365);
}

// A headline without figures that no sentence of the body took up tells what the body tells in
// other words.
bool Assembler::only_title(const Claim& c) const {
  return !counts_people(c) && !(c.strikes && c.strikes->range != CountRange::exactly(1)) &&
         std::any_of(open_.begin(), open_.end(), [](const Open& o) { return !o.headline; });
}

// A toll of an area without a site, or of three sites and more, is a total of several attacks,
// unless one attack is told.
void Assembler::settle_kind(Claim& c, bool single) {
  if (c.kind != ClaimKind::kIncident) return;
  const auto sites =
      std::count_if(c.where.begin(), c.where.end(), [](const PlaceMention& p) { return p.site; });
  single |= c.strikes && c.strikes->range == CountRange::exactly(1);
  for (const Tagged& e : c.events)
    single |= e.id == "landmine" || e.id == "bombing" || e.id == "execution" || e.id == "shooting";
  const bool long_time = c.when && c.when->dated && c.when->range.first != c.when->range.last;
  // "Government forces killed 362 civilians": so many at no place are of many attacks.
  constexpr int64_t kMany = 60;
  const auto& killed = c.count(Outcome::kKilled);
  const bool many = c.where.empty() && killed && killed->range.min >= kMany;
  // One dead, or so many that they were not counted, and an area: an attack, the place not told.
  single |= killed && !(c.strikes && c.strikes->range.min > 1) &&
            (killed->range.is_vague() || killed->range == CountRange::exactly(1));
  if (sites >= 3 ||
      (sites == 0 && !single && (many || (!c.where.empty() && (counts_people(c) || long_time)))))
    c.kind = ClaimKind::kAggregate;
}

// The totals of a report are of the period that it names first: "814 killed in April ... 362 by
// X, 188 by Y".
void Assembler::keep_period(Claim& c, std::optional<When>& period) {
  if (c.kind != ClaimKind::kAggregate) return;
  const bool dated = c.when && c.when->dated;
  if (!dated && period && c.where.empty()) c.when = period;
  if (dated && !period && c.when->range.first != c.when->range.last) period = c.when;
}

}  // namespace sijil::claims
