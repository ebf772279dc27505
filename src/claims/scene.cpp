// SPDX-License-Identifier: Apache-2.0
#include "claims/scene.hpp"

#include <algorithm>
#include <string_view>

namespace sijil::claims {

using lexicon::Inflection;
using lexicon::Kind;
using mentions::Counted;
using mentions::DateUse;
using mentions::PlaceRole;
using mentions::span_of;
using text::Text;

namespace {

constexpr std::string_view kGroups[] = {"civilians", "children", "women", "men", "combatants", "medics", "journalists", "rescuers"};

bool is_group(std::string_view id) { return std::find(std::begin(kGroups), std::end(kGroups), id) != std::end(kGroups); }

std::string_view base_of(std::string_view id) { return id.substr(0, id.find('.')); }

bool generic_event(std::string_view id) { return id == "attack" || id == "bombard" || id == "explosion"; }

void add_tagged(std::vector<Tagged>& list, const std::string& id, Span span) {
  for (const Tagged& t : list)
    if (t.id == id) return;
  list.push_back({id, {span, false}, {}});
}

class SceneMaker {
 public:
  SceneMaker(const Parsed& p, size_t index) : p_(p), text_(*p.text), index_(index) {
    // A date at the very head, followed by no verb of its own: a date line.
    for (const auto& d : p.dates) dateline_ |= d.first <= p.sentence->first + 1 && d.last < p.sentence->last;
  }

  std::vector<Scene> run() {
    const text::Sentence& s = *p_.sentence;
    std::vector<Scene> out;
    std::vector<uint32_t> cuts = cut_points(s.first, s.last);
    cuts.push_back(s.last);
    uint32_t from = s.first;
    for (const uint32_t to : cuts) {
      if (to <= from) continue;
      Scene scene = make(from, to);
      if (worth(scene)) out.push_back(std::move(scene));
      from = to;
    }
    // What stands once for the whole sentence holds for each of its scenes.
    if (out.size() > 1) share(out);
    return out;
  }

 private:
  template <typename F>
  void each(Kind kind, uint32_t from, uint32_t to, F f) const {
    for (const Term& t : p_.terms)
      if (t.kind() == kind && t.first >= from && t.last <= to) f(t);
  }
  [[nodiscard]] const Term* cue(std::string_view id, uint32_t from, uint32_t to) const {
    for (const Term& t : p_.terms)
      if (t.kind() == Kind::kCue && t.first >= from && t.last <= to && p_.id(t) == id) return &t;
    return nullptr;
  }

  // Where a sentence turns to another event: a new attack with a place of its own after ";", "while"
  // and the like, or a second toll with a place of its own.
  [[nodiscard]] std::vector<uint32_t> cut_points(uint32_t first, uint32_t last) const {
    std::vector<uint32_t> cuts;
    uint32_t from = first;
    for (uint32_t i = first + 1; i + 1 < last; ++i) {
      const Term* contrast = nullptr;
      for (const Term& t : p_.terms)
        if (t.first == i && t.kind() == Kind::kCue && p_.id(t) == "contrast") contrast = &t;
      const bool semicolon = text_.punct(i) == ';';
      if (!semicolon && contrast == nullptr) continue;
      if (substance(from, i) && substance(i, last)) {
        cuts.push_back(i);
        from = i;
      }
    }
    // Long Arabic sentences chain attacks: a new attack word with a site of its own after a comma or "and".
    for (uint32_t i = from + 3; i + 2 < last; ++i) {
      if (text_.tokens[i].script != text::Script::kArabic) continue;
      const bool comma = text_.punct(i - 1) == ',' || text_.punct(i - 1) == '.';
      const Term* opener = nullptr;
      for (const Term& t : p_.terms)
        if (t.first == i && ((t.kind() == Kind::kEvent && !t.sense->has(lexicon::kTagPlatform)) || t.kind() == Kind::kOutcome ||
                             (t.kind() == Kind::kCue && p_.id(t) == "separator")))
          opener = &t;
      if (opener == nullptr || (!comma && !(opener->clitics & text::kAnd))) continue;
      if (opener->clitics & (text::kThe | text::kBy | text::kFor)) continue;
      if (attack_at_site(from, i) && attack_at_site(i, last)) {
        cuts.push_back(i);
        from = i;
      }
    }
    // Two tolls of one kind, each with its own site.
    const Harm harm = bind_people(p_, from, last);
    uint32_t previous = 0;
    bool have = false;
    const Quantity* before = nullptr;
    for (const Bound& b : harm.bound) {
      if (b.part || b.outcome != Outcome::kKilled) continue;
      if (have && b.at != previous && site_between(from, b.quantity->first) && site_between(b.quantity->first, last)) {
        uint32_t cut = std::min(b.quantity->first, b.at);
        // The clause starts after the last comma or "and".
        for (uint32_t k = cut; k > before->last && k + 8 > cut; --k) {
          const std::string_view f = text_.fold_of(k - 1);
          if (f == "," || f == "and") {
            cut = k - 1;
            break;
          }
        }
        cuts.push_back(cut);
        from = cut;
      }
      have = true;
      previous = b.at;
      before = b.quantity;
    }
    std::sort(cuts.begin(), cuts.end());
    return cuts;
  }
  [[nodiscard]] bool site_between(uint32_t from, uint32_t to) const {
    for (const PlaceName& p : p_.places)
      if (p.first >= from && p.last <= to && p.role != PlaceRole::kArea && p.role != PlaceRole::kSource) return true;
    return false;
  }
  // An attack word that is no mere reference, followed by a site within its reach.
  [[nodiscard]] bool attack_at_site(uint32_t from, uint32_t to) const {
    for (const Term& t : p_.terms) {
      if (t.first < from || t.last > to || t.kind() != Kind::kEvent || t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock)) continue;
      if (t.clitics & text::kThe) continue;
      for (const PlaceName& p : p_.places)
        if (p.first >= t.last && p.last <= to && p.first - t.last <= 14 && p.role != PlaceRole::kSource && p.role != PlaceRole::kArea) return true;
    }
    return false;
  }
  [[nodiscard]] bool substance(uint32_t from, uint32_t to) const {
    bool event = false, place = false;
    for (const Term& t : p_.terms)
      if (t.first >= from && t.last <= to)
        event |= (t.kind() == Kind::kEvent && !t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock)) || t.kind() == Kind::kOutcome;
    for (const PlaceName& p : p_.places) place |= p.first >= from && p.last <= to && p.role != PlaceRole::kSource;
    return event && place;
  }

  [[nodiscard]] static bool worth(const Scene& s) {
    const Claim& c = s.claim;
    bool counts = c.strikes.has_value() || !c.killed_by.empty() || !c.injured_by.empty();
    for (const auto& f : c.counts) counts |= f.has_value();
    return !s.mock && (s.has_attack || counts);
  }

  // Actors, dates and areas told once in the sentence.
  static void share(std::vector<Scene>& out) {
    for (size_t i = 1; i < out.size(); ++i) {
      Claim& c = out[i].claim;
      const Claim& first = out[0].claim;
      if (!out[i].date && out[0].date) out[i].date = out[0].date;
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
    s.first = first;
    s.last = last;
    s.sentence = index_;
    s.headline = p_.sentence->role == text::Role::kHeadline;
    s.claim.evidence.span = {text_.tokens[first].begin, text_.tokens[last - 1].end};
    events(s);
    s.hypothetical = hypothetical(first, last);
    s.background = cue("anniversary", first, last) != nullptr;
    // Accidents, disasters, illness, sport and fiction harm people too; without an attack they are not ours.
    if (cue("accident", first, last) != nullptr && !s.has_attack && s.claim.weapons.empty()) s.background = true;
    s.another = cue("another", first, last) != nullptr;
    s.total = cue("scope.total", first, last) != nullptr;
    people(s);
    strikes(s);
    shares(s);
    targets(s);
    actors(s);
    places(s);
    dates(s);
    attribution(s);
    return s;
  }

  void events(Scene& s) {
    bool platform_air = false, platform_ground = false;
    Span platform_span;
    bool verb = false;
    each(Kind::kEvent, s.first, s.last, [&](const Term& t) {
      const std::string& id = p_.id(t);
      if (t.sense->has(lexicon::kTagMock)) {
        s.mock = true;
        return;
      }
      if (t.sense->has(lexicon::kTagPlatform)) {
        if (id == "airstrike") {
          platform_air = true;
          platform_span = span_of(text_, t);
        } else if (id == "drone") {
          if (!s.has_attack) platform_span = span_of(text_, t);
          drone_platform_ = true;
        } else {
          platform_ground = true;
        }
        return;
      }
      if (id == "execution" && carries_out(t)) return;
      if (denied_before(t, s.first)) return;
      s.has_attack = true;
      if (!t.sense->arabic && t.first > s.first && !t.sense->has(lexicon::kTagVerb)) {
        for (uint32_t k = t.first; k > s.first && k + 4 > t.first; --k) {
          const std::string_view f = text_.fold_of(k - 1);
          s.single |= f == "a" || f == "an";
          if (f == "the" || text_.punct(k - 1) != 0) break;
        }
      }
      verb |= t.sense->has(lexicon::kTagVerb);
      if (generic_event(id)) {
        if (std::find(s.generic_events.begin(), s.generic_events.end(), id) == s.generic_events.end()) s.generic_events.push_back(id);
        if (generic_span_.empty()) generic_span_ = span_of(text_, t);
        return;
      }
      add_tagged(s.claim.events, id, span_of(text_, t));
    });
    (void)platform_ground;
    std::vector<std::pair<std::string, Span>> implied;
    each(Kind::kWeapon, s.first, s.last, [&](const Term& t) {
      const std::string& id = p_.id(t);
      if (t.sense->has(lexicon::kTagAgent) && !s.has_attack) return;
      for (const WeaponMention& w : s.claim.weapons)
        if (w.id == id) return;
      s.claim.weapons.push_back({id, {span_of(text_, t), false}, std::nullopt});
      if (t.sense->arg != 0) implied.emplace_back(p_.lexicon->id_name(t.sense->arg), span_of(text_, t));
    });
    // A drone told as the attacker is a drone strike, with its munition.
    if (drone_platform_ && s.has_attack) {
      std::erase_if(s.claim.events, [](const Tagged& t) { return t.id == "airstrike"; });
      add_tagged(s.claim.events, "drone", platform_span);
    } else if (platform_air && (s.has_attack || !s.claim.weapons.empty())) {
      bool specific = false;
      for (const Tagged& t : s.claim.events) specific |= t.id == "airstrike" || t.id == "drone" || t.id == "chemical" || t.id == "ground_op";
      if (!specific) add_tagged(s.claim.events, "airstrike", platform_span);
    }
    if (s.claim.events.empty() && s.has_attack)
      for (const auto& [id, span] : implied) add_tagged(s.claim.events, id, span);
    // "killed by a landmine": the weapon alone tells the event.
    if (s.claim.events.empty() && !implied.empty() && !s.has_attack)
      for (const auto& [id, span] : implied) add_tagged(s.claim.events, id, span);
    for (const Tagged& t : s.claim.events)
      if (t.id == "drone") {
        bool told = false;
        for (const WeaponMention& w : s.claim.weapons) told |= base_of(w.id) == "drone_munition";
        if (!told) s.claim.weapons.push_back({"drone_munition", t.at, std::nullopt});
        break;
      }
    // The definite article or a demonstrative before the event: told before.
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kEvent || t.first < s.first || t.last > s.last) continue;
      if (t.sense->arabic) {
        s.definite |= (t.clitics & text::kThe) != 0;
      } else if (t.first > s.first) {
        uint32_t k = t.first;  // over "Russian", "deadly" and the like
        while (k > s.first && k + 3 > t.first && (of_actor(k - 1) || text_.tokens[k - 1].readings == 0) &&
               text_.tokens[k - 1].kind == text::TokenKind::kWord && text_.fold_of(k - 1) != "the")
          --k;
        if (k == s.first) continue;
        const std::string_view f = text_.fold_of(k - 1);
        s.definite |= f == "the" || f == "this" || f == "these" || f == "those" || f == "that";
      }
    }
  }

  // "could kill", "if they bomb": a modal shortly before the act, and no month of May.
  [[nodiscard]] bool hypothetical(uint32_t first, uint32_t last) const {
    for (const Term& c : p_.terms) {
      if (c.kind() != Kind::kCue || c.first < first || c.last > last || p_.id(c) != "hypothesis") continue;
      if (std::any_of(p_.dates.begin(), p_.dates.end(), [&](const DateMention& d) { return d.first <= c.first && c.last <= d.last; })) continue;
      for (const Term& t : p_.terms)
        if ((t.kind() == Kind::kOutcome || t.kind() == Kind::kEvent) && t.first >= c.last && t.first - c.last <= 7 && t.last <= last) return true;
    }
    return false;
  }

  // "no air raids were recorded": nothing happened.
  [[nodiscard]] bool denied_before(const Term& event, uint32_t first) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& c) {
      return c.kind() == Kind::kCue && c.first >= first && c.last <= event.first && event.first - c.last <= 1 && p_.id(c) == "negation" &&
             !event.sense->has(lexicon::kTagVerb);
    });
  }

  // "executed several airstrikes": carried out, nobody was put to death.
  [[nodiscard]] bool carries_out(const Term& t) const {
    for (const Term& o : p_.terms)
      if (o.kind() == Kind::kEvent && o.first >= t.last && o.first - t.last <= 4 && p_.id(o) != "execution" &&
          !o.sense->has(lexicon::kTagVerb))
        return true;
    return false;
  }

  void people(Scene& s) {
    const Harm harm = bind_people(p_, s.first, s.last);
    Claim& c = s.claim;
    struct Sum {
      std::optional<CountRange> range;
      Span span;
      uint32_t at = 0;  // the outcome word it is tied to
    };
    Sum sums[kOutcomes];
    for (const Bound& b : harm.bound) {
      const Quantity& q = *b.quantity;
      const Span span = span_of(text_, q.first, q.last, q.clitics);
      const int o = static_cast<int>(b.outcome);
      // "seized both", "displaced people": no count of people taken or driven out.
      if (b.outcome == Outcome::kDetained && q.counted == Counted::kNothing) continue;
      if (b.outcome == Outcome::kDisplaced && q.implicit && q.range.is_vague()) continue;
      bool retold = false;
      if (!b.part) {
        // "others" without a number after a counted total adds nothing to it.
        if (sums[o].range && q.range.is_vague() && !sums[o].range->is_vague() && q.implicit) {
        } else if (sums[o].range && b.at != sums[o].at && (!q.others || *sums[o].range == q.range)) {
          // The same toll told again in other words: the larger stands.
          retold = true;
          if (!q.range.is_vague() && (sums[o].range->is_vague() || q.range.min > sums[o].range->min)) {
            sums[o].range = q.range;
            sums[o].span = span;
            sums[o].at = b.at;
          }
        } else {
          sums[o].at = b.at;
          sums[o].range = sums[o].range ? add(*sums[o].range, q.range) : q.range;
          sums[o].span = sums[o].span.cover(span);
        }
      }
      auto* by = b.outcome == Outcome::kKilled ? &c.killed_by : b.outcome == Outcome::kInjured ? &c.injured_by : nullptr;
      if (by == nullptr) continue;
      for (const lexicon::Sense* of : {q.counted == Counted::kPeople ? q.noun : nullptr, q.group}) {
        if (of == nullptr) continue;
        std::string group = p_.id(*of);
        group = group.substr(0, group.find('.'));
        if (!is_group(group)) continue;
        // "several civilians" tells who, not how many of them.
        if (q.range.is_vague() && (q.implicit || q.range.vague == Vague::kSome || q.range.vague == Vague::kSeveral || q.range.vague == Vague::kNumber))
          continue;
        auto [it, fresh] = by->emplace(group, Figure{q.range, {span, false}, {}});
        if (!fresh && retold) {
          if (!q.range.is_vague() && (it->second.range.is_vague() || q.range.min > it->second.range.min || !q.range.max))
            it->second = Figure{q.range, {span, false}, {}};
        } else if (!fresh && !(it->second.at.span == span)) {
          it->second.range = add(it->second.range, q.range);
          it->second.at.span = it->second.at.span.cover(span);
        }
      }
      // Arabic "others" are more of the people just named.
      if (q.others && q.counted == Counted::kNothing && !b.part && !q.range.is_vague() && text_.tokens[q.first].script == text::Script::kArabic) {
        const Bound* before = nullptr;
        for (const Bound& o : harm.bound)
          if (!o.part && o.quantity->last <= q.first) before = &o;
        if (before != nullptr && before->quantity->counted == Counted::kPeople && p_.id(*before->quantity->noun) == "civilians")
          by->emplace("civilians", Figure{q.range, {span, false}, {}});
      }
      if (q.actor != nullptr && q.counted == Counted::kPeople && p_.id(*q.noun) == "people" && !q.actor->has(lexicon::kTagAdj))
        by->emplace("combatants", Figure{q.range, {span, false}, {}});
    }
    for (int o = 0; o < kOutcomes; ++o)
      if (sums[o].range) c.counts[o] = Figure{*sums[o].range, {sums[o].span, false}, {}};
    if (harm.none && cue("negation.unknown", s.first, s.last) == nullptr) {
      const Span span{text_.tokens[harm.words.front()].begin, text_.tokens[harm.words.front()].end};
      const Term* no = cue("negation", s.first, s.last);
      bool told = false;
      for (int o = 0; o < kOutcomes; ++o) told |= c.counts[o].has_value();
      if (!told && no != nullptr) {
        // "no casualties" says none of either; "without injuries" none injured.
        for (const Term& t : p_.terms) {
          if (t.kind() != Kind::kOutcome || t.first < no->last || t.last > s.last || t.first > no->last + 5) continue;
          const std::string& id = p_.id(t);
          const Figure none{CountRange::exactly(0), {span, false}, {}};
          if (id == "casualties" || id == "killed") c.count(Outcome::kKilled) = none;
          if (id == "casualties" || id == "injured") c.count(Outcome::kInjured) = none;
        }
      }
    }
  }

  void strikes(Scene& s) {
    Claim& c = s.claim;
    std::optional<Figure> best;
    for (const Quantity& q : p_.quantities) {
      if (q.first < s.first || q.last > s.last) continue;
      const Span span = span_of(text_, q.first, q.last, q.clitics);
      if (q.counted == Counted::kStrikes) {
        // A bare Arabic noun is one strike only when it is an act, not a name of a campaign.
        if (q.implicit && (q.range.is_vague() || q.definite)) continue;
        if (!best || best->range.is_vague() || (!q.range.is_vague() && q.range.min > best->range.min)) best = Figure{q.range, {span, false}, {}};
      } else if (q.counted == Counted::kMunitions) {
        for (WeaponMention& w : c.weapons)
          if (w.id == p_.id(*q.noun) && !q.implicit) w.count = q.range;
        // A single missile told by its bare noun is one strike; a shell may be any shell.
        const std::string_view munition = base_of(p_.id(*q.noun));
        if (q.implicit && (q.range.is_vague() || q.definite || munition != "missile")) continue;
        if (!best || best->range.is_vague() || (!q.range.is_vague() && q.range.min > best->range.min)) best = Figure{q.range, {span, false}, {}};
      } else if (q.counted == Counted::kPlaces && !q.implicit && !q.range.is_vague() && q.range.min > 1) {
        c.places_hit = Figure{q.range, {span, false}, {}};
      }
    }
    // "68 airstrikes, 12 of which with cluster bombs": the count of the weapon named next.
    for (const Quantity& q : p_.quantities) {
      if (!q.partitive || q.range.is_vague() || q.first < s.first || q.last > s.last) continue;
      for (WeaponMention& w : c.weapons)
        if (!w.count && w.at.span.begin >= text_.tokens[q.last - 1].end && w.at.span.begin - text_.tokens[q.last - 1].end < 60) {
          w.count = q.range;
          break;
        }
    }
    c.strikes = best;
  }

  // "mostly women and children": a share of those harmed, no number.
  void shares(Scene& s) {
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kCue || t.first < s.first || t.last > s.last || !p_.id(t).starts_with("share.")) continue;
      Share share;
      share.word = p_.id(t).substr(6);
      uint32_t end = t.last;
      for (const Term& g : p_.terms) {
        if (g.kind() != Kind::kPeople || g.first < end || g.first > end + 2) continue;
        const std::string group(base_of(p_.id(g)));
        if (!is_group(group)) continue;
        share.groups.push_back(group);
        end = g.last;
      }
      if (share.groups.empty()) continue;
      for (const Outcome o : {Outcome::kKilled, Outcome::kInjured})
        if (s.claim.count(o)) share.of += (share.of.empty() ? "" : "+") + std::string(to_word(o));
      if (share.of.empty()) share.of = "casualties";
      share.at.span = {text_.tokens[t.first].begin, text_.tokens[end - 1].end};
      s.claim.shares.push_back(std::move(share));
    }
  }

  void targets(Scene& s) {
    each(Kind::kTarget, s.first, s.last, [&](const Term& t) {
      if (!s.has_attack && !t.sense->has(lexicon::kTagStrong)) return;
      // Only what stands in the reach of an attack or damage word.
      bool reached = false;
      for (const Term& e : p_.terms) {
        if (e.first < s.first || e.last > s.last) continue;
        if (e.kind() == Kind::kEvent && !e.sense->has(lexicon::kTagPlatform)) {
          reached |= t.first >= e.last && t.first - e.last <= (t.sense->has(lexicon::kTagStrong) ? 24u : 14u);
          reached |= e.first >= t.last && e.first - t.last <= 6 && t.sense->has(lexicon::kTagStrong);
        }
      }
      for (const Quantity& q : p_.quantities)
        if (q.counted == Counted::kPeople && q.first <= t.first && t.last <= q.last) return;
      if (reached) add_tagged(s.claim.targets, std::string(base_of(p_.id(t))), span_of(text_, t));
    });
  }

  void actors(Scene& s) {
    const auto& terms = p_.terms;
    for (size_t i = 0; i < terms.size(); ++i) {
      const Term& t = terms[i];
      if (t.kind() != Kind::kActor || t.first < s.first || t.last > s.last) continue;
      const std::string& id = p_.id(t);
      if (t.sense->has(lexicon::kTagMedia)) continue;
      uint32_t end = t.last;
      if (t.sense->has(lexicon::kTagAdj)) {
        // An adjective of origin names an actor only beside a force or an attack.
        const Term* beside = nullptr;
        for (const Term& o : terms) {
          if (o.first < s.first || o.last > s.last) continue;
          const bool force = o.kind() == Kind::kForce || (o.kind() == Kind::kEvent && p_.id(o) != "ground_op");
          if (!force) continue;
          if (t.sense->arabic ? (o.last == t.first || (o.last + 1 == t.first)) : (o.first == t.last || o.first == t.last + 1)) beside = &o;
        }
        if (beside == nullptr) continue;
        end = std::max(end, beside->last);
      }
      if (victim_or_target(t, s) || generic_force(id)) continue;
      if (!t.sense->arabic && !agent(t, s)) continue;
      bool known = false;
      for (const ActorMention& a : s.claim.actors) known |= a.id == id;
      if (known) continue;
      ActorMention a;
      a.id = id;
      a.at.span = span_of(text_, t);
      (void)end;
      a.name = std::string(a.at.span.of(text_.original));
      if (cue("alleged", s.first, s.last) != nullptr) a.certainty = Certainty::kAlleged;
      s.claim.actors.push_back(std::move(a));
    }
  }

  // "the army", "militia": some force, told without whose.
  [[nodiscard]] static bool generic_force(std::string_view id) {
    return id == "other.army" || id == "other.militia" || id == "other.police";
  }

  // English: the one who acts stands before an attack word, after "by", or on either side of a clash.
  [[nodiscard]] bool agent(const Term& t, const Scene& s) const {
    if (t.sense->has(lexicon::kTagState)) {
      // A country acts only as the subject of an attack verb or after "by".
      if (t.clitics == text::kLostApostrophe || text_.tokens[t.last - 1].has(text::kPossessive)) return false;
      if (t.first > s.first && text_.fold_of(t.first - 1) == "by") return true;
      if (t.first > s.first) {
        const std::string_view f = text_.fold_of(t.first - 1);
        if (f == "in" || f == "of" || f == "to" || f == "into" || f == "from" || f == "on" || f == "across") return false;
      }
      for (const Term& e : p_.terms)
        if (e.kind() == Kind::kEvent && e.sense->has(lexicon::kTagVerb) && e.first >= t.last && e.first - t.last <= 2) return true;
      return false;
    }
    for (const Term& e : p_.terms) {
      if (e.first < s.first || e.last > s.last) continue;
      if (e.kind() == Kind::kOutcome && e.sense->has(lexicon::kTagVerb) && !e.sense->has(lexicon::kTagPassive) && e.first >= t.last &&
          e.first - t.last <= 6 && clear(t.last, e.first))
        return true;
      if (e.kind() != Kind::kEvent) continue;
      if (p_.id(e) == "ground_op" && (e.first > t.last ? e.first - t.last : t.first - std::min(t.first, e.last)) <= 12) return true;
      if (e.first >= t.last && e.first - t.last <= 9 && clear(t.last, e.first)) return true;
      if (e.first < t.last && e.last > t.first) return true;  // "regime warplanes"
    }
    for (uint32_t k = t.first; k > s.first && k + 8 > t.first; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "by" || f == "from" || f == "hands") return true;
      if (text_.punct(k - 1) == ',' || text_.punct(k - 1) == ';') break;
    }
    return false;
  }
  [[nodiscard]] bool clear(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k) {
      const std::string_view f = text_.fold_of(k);
      const char c = text_.punct(k);
      if (c == ';' || c == '.' || f == "against" || f == "that" || f == "said" || f == "who") return false;
    }
    return true;
  }

  // Actors named as those hit, held or speaking.
  [[nodiscard]] bool victim_or_target(const Term& t, const Scene& s) const {
    // Part of a count of people: "11 Daesh militants were killed".
    for (const Quantity& q : p_.quantities)
      if (q.counted == Counted::kPeople && q.first <= t.first && t.last <= q.last && q.first < t.first) return true;
    if (!t.sense->arabic && t.first > s.first) {
      // "23 ISIS (Daesh) militants", "anti-ISIS", "held by the YPG"
      if (text_.tokens[t.first].has(text::kHyphen) && text_.fold_of(t.first - 1) == "anti") return true;
      uint32_t k = t.first;
      while (k > s.first && k + 4 > t.first && (text_.punct(k - 1) == '(' || text_.fold_of(k - 1) == "the" || text_.fold_of(k - 1) == "so" ||
                                                 text_.fold_of(k - 1) == "called" || of_actor(k - 1)))
        --k;
      if (k > s.first && text_.tokens[k - 1].kind == text::TokenKind::kNumber) return true;
      if (k > s.first + 1 && text_.fold_of(k - 1) == "by") {
        const std::string_view v = text_.fold_of(k - 2);
        if (v == "held" || v == "controlled" || v == "seized" || v == "captured" || v == "run" || v == "ruled" || v == "backed") return true;
      }
    }
    const Term* next = nullptr;
    const Term* prev = nullptr;
    for (const Term& o : p_.terms) {
      if (o.first < s.first || o.last > s.last || &o == &t) continue;
      if (o.first == t.last && next == nullptr && o.kind() != Kind::kPlace) next = &o;
      if (o.last == t.first) prev = &o;
    }
    // "regime positions", "ISIS headquarters", "a Nusra commander"
    if (next != nullptr && (next->kind() == Kind::kTarget)) return true;
    if (next != nullptr && next->kind() == Kind::kReporting) return true;
    if (prev != nullptr && prev->kind() == Kind::kTarget && t.sense->arabic && !(t.clitics & (text::kAnd | text::kBy))) return true;
    if (!t.sense->arabic) {
      // "against the so-called X", "headquarters of the X"
      for (uint32_t k = t.first; k > s.first && k + 5 > t.first; --k) {
        const std::string_view f = text_.fold_of(k - 1);
        if (f == "against" || f == "targeting" || f == "targeted") return true;
        if (f == "of" && k > s.first + 1) {
          for (const Term& o : p_.terms)
            if (o.last == k - 1 && o.kind() == Kind::kTarget) return true;
        }
        if (text_.punct(k - 1) != 0 || f == "by" || f == "and") break;
      }
    }
    if (t.first > s.first) {
      const std::string_view f = text_.fold_of(t.first - 1);
      if (f == "against" || f == "on" || f == "near" || f == "over" || f == "held" || f == "controlled") return true;
      if (t.last < s.last && text_.tokens[t.last].has(text::kHyphen)) {
        const std::string_view n = text_.fold_of(t.last);
        if (n == "held" || n == "controlled" || n == "occupied" || n == "run") return true;
      }
      if (t.last < s.last) {
        const std::string_view n = text_.fold_of(t.last);
        if (n == "held" || n == "controlled") return true;
      }
      // Arabic "on the positions of", "against".
      if (f == "\xD8\xB9\xD9\x84\xD9\x8A" || f == "\xD8\xB6\xD8\xAF") return true;
    }
    return false;
  }

  [[nodiscard]] bool of_actor(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kActor && t.first <= token && token < t.last;
    });
  }

  void places(Scene& s) {
    for (const PlaceName& p : p_.places) {
      if (p.first < s.first || p.last > s.last || p.role == PlaceRole::kSource) continue;
      PlaceMention m;
      m.at.span = p.span;
      m.name = std::string(p.span.of(text_.original));
      m.site = p.role != PlaceRole::kArea;
      m.class_word = std::string(p.class_word);
      if (p.node != 0) m.place = std::to_string(p.node);  // the resolver replaces it by the id
      bool known = false;
      for (const PlaceMention& o : s.claim.where) known |= o.name == m.name;
      if (known) continue;
      if (m.site) s.area_only = false;
      s.claim.where.push_back(std::move(m));
    }
    std::stable_sort(s.claim.where.begin(), s.claim.where.end(),
                     [](const PlaceMention& a, const PlaceMention& b) { return a.site && !b.site; });
  }

  void dates(Scene& s) {
    TimeOfDay time = TimeOfDay::kNone;
    for (const DateMention& d : p_.dates) {
      if (d.first < s.first || d.last > s.last) continue;
      // The date line at the head of the text says when it was written.
      if (d.first <= p_.sentence->first + 1 && index_ < 2 && d.range && d.range->basis == DateBasis::kExplicit &&
          d.range->first == d.range->last && d.use == DateUse::kPoint && dateline_)
        continue;
      if (d.time != TimeOfDay::kNone && time == TimeOfDay::kNone) time = d.time;
      switch (d.use) {
        case DateUse::kSince: s.since = true; break;
        case DateUse::kPeriod: s.period = true; break;
        case DateUse::kNthDay:
          s.claim.campaign_day = CampaignDay{d.nth_day, std::nullopt, {{text_.tokens[d.first].begin, text_.tokens[d.last - 1].end}, false}};
          if (d.range) s.claim.campaign_day->start = d.range->first;
          continue;
        default: break;
      }
      if (d.use == DateUse::kTimeOnly) {
        if (!s.date) s.date = d;
      } else if (!s.date || s.date->use == DateUse::kTimeOnly || (!s.date->range && d.range) ||
                 (d.use == DateUse::kPoint && d.range && s.date->range && d.range->basis == DateBasis::kExplicit &&
                  s.date->range->basis != DateBasis::kExplicit)) {
        s.date = d;
      }
    }
    if (s.date && s.date->time == TimeOfDay::kNone) s.date->time = time;
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
      s.claim.attribution.emplace_back(std::string(span.of(text_.original)), Evidence{span, false});
      if (s.claim.attribution.size() == 4) break;
    }
  }

  const Parsed& p_;
  const Text& text_;
  size_t index_;
  bool dateline_ = false;
  bool drone_platform_ = false;
  Span generic_span_;
};

}  // namespace

std::vector<Scene> find_scenes(const Parsed& parsed, size_t sentence_index) { return SceneMaker(parsed, sentence_index).run(); }

}  // namespace sijil::claims
