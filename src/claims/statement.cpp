// SPDX-License-Identifier: Apache-2.0
#include "claims/statement.hpp"

#include "claims/same_event.hpp"

#include <algorithm>
#include <utility>

namespace sijil::claims {

using lexicon::Kind;
using mentions::DateUse;
using mentions::PlaceRole;
using mentions::span_of;

namespace {

// "no group has claimed responsibility"
bool negated(const Parsed& p, const Term& act) {
  constexpr uint32_t kReach = 5;
  for (const Term& t : p.terms) {
    if (t.first >= act.first) break;
    if (t.kind() == Kind::kCue && act.first - t.first <= kReach && p.id(t).starts_with("negation"))
      return true;
  }
  const std::string_view before =
      act.first > p.sentence->first ? p.text->fold_of(act.first - 1) : std::string_view{};
  return before == "not" || before == "never" || before == "nobody";
}

// "in the blast": the noun blasts nobody.
bool is_noun(const Parsed& p, const Term& t) {
  if (t.first == p.sentence->first) return false;
  const std::string_view f = p.text->fold_of(t.first - 1);
  return f == "the" || f == "a" || f == "this" || f == "that" || f == "bomb";
}

// Who speaks: told just before the word, in Arabic as a rule just after it, or after "by".
void who(const Parsed& p, const Term& kind, Statement& st) {
  const text::Text& text = *p.text;
  constexpr uint32_t kNear = 8;  // tokens after an Arabic verb
  const bool verb_first = kind.sense->arabic != 0;
  const Term *before[2] = {}, *after[2] = {};  // speaker, actor
  for (const Term& t : p.terms) {
    const bool actor = t.kind() == Kind::kActor && !t.sense->has(lexicon::kTagAdj);
    if (!actor && t.kind() != Kind::kSpeaker) continue;
    if (t.last <= kind.first && (!actor || before[1] == nullptr)) before[actor] = &t;
    const bool by =
        t.first > kind.last && (text.fold_of(t.first - 1) == "by" ||
                                (t.first > kind.last + 1 && text.fold_of(t.first - 2) == "by"));
    if (t.first >= kind.last && after[actor] == nullptr &&
        (by || (verb_first && t.first - kind.last <= kNear)))
      after[actor] = &t;
  }
  const auto pick = [&](int which) {
    return verb_first && after[which] != nullptr ? after[which]
           : before[which] != nullptr            ? before[which]
                                                 : after[which];
  };
  if (const Term* t = pick(0)) st.speaker = std::string(span_of(text, *t).of(text.original));
  if (const Term* t = pick(1)) st.actor = p.id(*t);
}

Clues clues_of(const Parsed& p) {
  Clues c;
  for (const auto& pl : p.places)
    if (pl.role != PlaceRole::kSource) c.places.push_back(place_key(pl.span.of(p.text->original)));
  for (const Term& t : p.terms) {
    if (t.kind() == Kind::kActor) c.actors.push_back(p.id(t));
    if (t.kind() == Kind::kWeapon) c.weapons.push_back(p.id(t));
  }
  return c;
}

}  // namespace

// "... killed nine, the inquiry found, contradicting the army": the facts stand before.
static bool by_the_way(const Parsed& p, const Term& denial) {
  return denial.kind() == Kind::kReporting &&
         denial.sense->inflection == lexicon::Inflection::kGerund &&
         std::any_of(p.terms.begin(), p.terms.end(), [&](const Term& t) {
           return t.kind() == Kind::kOutcome && t.last <= denial.first;
         });
}

// "... said 36 had been killed in shelling; the military denied it": told by one, denied by
// another.
static bool disputed(const Parsed& p, const Term& denial) {
  constexpr uint32_t kClause = 8;
  static constexpr std::string_view kOpens[] = {"but", "though", "although", "while", "which"};
  const text::Text& text = *p.text;
  if (denial.sense->arabic || p.id(denial) != "denied") return false;
  uint32_t joint = denial.first;
  for (uint32_t k = denial.first; k > p.sentence->first + 3 && k + kClause > denial.first; --k)
    if (text.punct(k - 1) == ';' ||
        std::find(std::begin(kOpens), std::end(kOpens), text.fold_of(k - 1)) != std::end(kOpens)) {
      joint = k - 1;
      break;
    }
  if (joint == denial.first) return false;
  bool event = false, harm = false;
  for (const Term& t : p.terms) {
    if (t.first >= joint && (t.kind() == Kind::kOutcome || t.kind() == Kind::kEvent)) return false;
    event |= t.kind() == Kind::kEvent && t.last <= joint;
    harm |= t.kind() == Kind::kOutcome && t.last <= joint;
  }
  return event && harm;
}

std::optional<Stated> read_statement(const Parsed& p) {
  const text::Text& text = *p.text;
  const Term* kind = nullptr;
  const Term* admission = nullptr;
  bool event_fact = false;
  for (const Term& t : p.terms) {
    if (t.kind() == Kind::kReporting) {
      const std::string& id = p.id(t);
      if (id != "called" && id != "condemned" && id != "denied") continue;
      if (is_noun(p, t)) continue;
      // A word listed both as a call and as a condemnation condemns.
      if (kind == nullptr || (kind->first == t.first && id == "condemned")) kind = &t;
    }
    if (t.kind() == Kind::kCue && p.id(t) == "admission" && admission == nullptr && !negated(p, t))
      admission = &t;
    if (t.kind() == Kind::kCue &&
        (p.id(t) == "call" || p.id(t) == "denial" || p.id(t) == "threat") && kind == nullptr)
      kind = &t;
  }
  for (const auto& q : p.quantities)
    event_fact |= !q.implicit && (q.counted == mentions::Counted::kPeople ||
                                  q.counted == mentions::Counted::kVictims ||
                                  q.counted == mentions::Counted::kStrikes);
  for (const auto& pl : p.places) event_fact |= pl.role == PlaceRole::kSite && !p.dates.empty();
  const bool admits = kind == nullptr && admission != nullptr;
  if (admits) kind = admission;
  if (kind == nullptr) return std::nullopt;
  const std::string& id = p.id(*kind);
  Statement st;
  st.kind = id == "condemned"                  ? "condemnation"
            : id == "denied" || id == "denial" ? "denial"
            : id == "threat"                   ? "threat"
            : admits                           ? "admission"
                                               : "call";
  const bool facts = admits || (event_fact && (st.kind == "condemnation" ||
                                               (st.kind == "call" && p.has(Kind::kOutcome)) ||
                                               by_the_way(p, *kind) || disputed(p, *kind)));
  who(p, *kind, st);
  if (admits && st.actor.empty())
    return std::nullopt;  // "was admitted", "residents acknowledged": no party owns up
  for (const auto& d : p.dates)
    if (d.range && d.use == DateUse::kPoint) st.date = d.range;
  st.at.span = {text.tokens[p.sentence->first].begin, text.tokens[p.sentence->last - 1].end};
  return Stated{std::move(st), facts, clues_of(p), kind->first};
}

int shared(const Clues& clues, const Claim& claim) {
  int score = 0;
  const auto told = [](const std::vector<std::string>& list, const std::string& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
  };
  for (const PlaceMention& m : claim.where)
    if (told(clues.places, m.key)) score += m.site ? 4 : 1;
  for (const ActorMention& a : claim.actors)
    if (told(clues.actors, a.id)) score += 2;
  for (const WeaponMention& w : claim.weapons)
    if (told(clues.weapons, w.id)) score += 2;
  return score;
}

}  // namespace sijil::claims
