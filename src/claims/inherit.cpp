// SPDX-License-Identifier: Apache-2.0
// What an event takes over from those told before it in its passage: who, by what, when.
#include "claims/assembler.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

bool Assembler::same_passage(const Open& a, const Open& b) const {
  const auto& sentences = text_.sentences;
  const uint32_t p = sentences[a.scene.sentence].paragraph,
                 q = sentences[b.scene.sentence].paragraph;
  return p == q || (sentences[b.scene.sentence].role == Role::kBullet && q > p && q - p <= 12);
}

// An article keeps its actors over its paragraphs, unless a new one tells of another attack
// elsewhere and several sides have been told; posts and digests begin anew with each line.
bool Assembler::running_prose(const Open& o) const {
  return in_prose(o) && (o.scene.definite || !has_site(o.scene.claim));
}

bool Assembler::bullet(const Open& o) const {
  return text_.sentences[o.scene.sentence].role == Role::kBullet;
}

bool Assembler::in_prose(const Open& o) const {
  const text::Sentence& s = text_.sentences[o.scene.sentence];
  return s.script == text::Script::kLatin && s.role == Role::kBody;
}

bool Assembler::same_actors(const std::vector<ActorMention>& a,
                            const std::vector<ActorMention>& b) {
  auto within = [](const auto& x, const auto& y) {
    return std::all_of(x.begin(), x.end(), [&](const ActorMention& m) {
      return std::any_of(y.begin(), y.end(), [&](const ActorMention& n) { return n.id == m.id; });
    });
  };
  return within(a, b) && within(b, a);
}

// A campaign of bombing is of the kinds of bombing that the report tells of.
void Assembler::campaign_events(Claim& c) const {
  for (const Tagged& e : bombing_)
    if (std::none_of(c.events.begin(), c.events.end(),
                     [&](const Tagged& t) { return t.id == e.id; }))
      c.events.push_back(e);
}

void Assembler::note_bombing(const Claim& c) {
  for (const Tagged& e : c.events)
    if ((e.id == "airstrike" || e.id == "shelling") && bombing_.size() < 2 &&
        (bombing_.empty() || bombing_[0].id != e.id))
      bombing_.push_back(e);
}

void Assembler::war_total_means(Claim& c) {
  const auto& killed = c.count(Outcome::kKilled);
  if (killed &&
      ((c.events.size() == 1 && c.events[0].id == "ground_op") || killed->range.min >= kWarToll))
    c.events.clear();
}

// Within a passage what is told first is meant in what follows: "other airstrikes hit ...",
// "seven commanders were killed".
// "1,410 bodies in August": a total of a month is not of the attack told before it.
bool Assembler::long_period(const Claim& c) {
  return c.kind == ClaimKind::kAggregate && c.when && c.when->dated &&
         c.when->range.last - c.when->range.first >= std::chrono::days(6);
}

void Assembler::inherit(Claim& c, Open& o, LastTold& told) const {
  const bool own_events = !c.events.empty();
  if (!own_events && told.events_from != nullptr && c.kind != ClaimKind::kCumulative &&
      !(long_period(c) && o.generic.empty() && !bullet(o)) && same_passage(*told.events_from, o) &&
      (o.generic.empty() || o.scene.definite ||
       std::find(o.generic.begin(), o.generic.end(), "explosion") == o.generic.end())) {
    c.events = told.events;
    c.rules.push_back("event.of_passage");
    // What a drone drops goes with it.
    const bool drone = std::any_of(c.events.begin(), c.events.end(),
                                   [](const Tagged& t) { return t.id == "drone"; });
    for (const WeaponMention& w : told.weapons)
      if (drone && c.weapons.empty() && w.id == "drone_munition")
        c.weapons.push_back({w.id, w.at, std::nullopt});
  }
  if (c.actors.empty() && !o.heard.empty()) {
    c.actors = o.heard;
    c.rules.push_back("actor.of_passage");
  }
  if (c.actors.empty() && told.actors_from != nullptr && c.kind != ClaimKind::kCumulative &&
      (same_passage(*told.actors_from, o) || running_prose(o) || (told.one_side && in_prose(o)))) {
    bool shared = told.events_of_actors.empty() || c.events.empty() || told.bombardment;
    for (const Tagged& x : told.events_of_actors)
      for (const Tagged& y : c.events) shared |= x.id == y.id;
    if (shared) {
      c.actors = told.actors;
      c.rules.push_back("actor.of_passage");
    }
  } else if (!c.actors.empty()) {
    if (told.actors_from != nullptr) told.one_side &= same_actors(told.actors, c.actors);
    told.actors_from = &o;
    told.actors = c.actors;
    told.events_of_actors = c.events;
    told.bombardment = std::find(o.generic.begin(), o.generic.end(), "bombard") != o.generic.end();
  }
  if (own_events) {
    told.events_from = &o;
    told.events = c.events;
    told.weapons = c.weapons;
  }
  // A total "across Idlib" means the province, not the city of that name.
  if (c.kind != ClaimKind::kIncident && !o.scene.parted &&
      (o.scene.period || o.scene.total || c.places_hit)) {
    for (PlaceMention& m : c.where)
      if (m.site && also_province(m)) m.site = false;
  }
}

bool Assembler::also_province(const PlaceMention& m) const {
  if (m.place.empty() || m.class_word == "city") return false;
  for (const auto& s : lex_.senses(static_cast<uint32_t>(std::stoul(m.place))))
    if (s.kind == Kind::kPlace && lex_.gazetteer().places()[static_cast<size_t>(s.value)].cls ==
                                      lexicon::PlaceClass::kGovernorate)
      return true;
  return false;
}

}  // namespace sijil::claims
