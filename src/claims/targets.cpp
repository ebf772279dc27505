// SPDX-License-Identifier: Apache-2.0
// What an attack hit: homes, hospitals, markets.
//
// A target is the object of an attack ("hit a market and two schools", "raids on the camp"), or the
// subject of a passive one ("a clinic was hit"). A word that only stands nearby is none: the search
// goes to the nearest word on the left that governs, and that word must tell of an attack.
#include "claims/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::span_of;

namespace {

constexpr uint32_t kListReach = 26;  // tokens from the attack word to the last of a list of targets
constexpr uint32_t kPassiveReach = 12;  // tokens from a target to the passive verb

class Targets : public Clause {
 public:
  using Clause::Clause;

  void read(Scene& s) {
    each(Kind::kTarget, s.first, s.last, [&](const Term& t) {
      if (inside_other(t) || of_speaker(t) || cared_for(t, s)) return;
      if (governed(t.first, t.sense->arabic != 0, s) || passive_subject(t, s)) {
        add_tagged(s.claim.targets, std::string(base_of(p_.id(t))), span_of(text_, t));
        s.one_site |= one_unnamed(t, s);
      }
    });
    each(Kind::kPlaceWord, s.first, s.last, [&](const Term& t) {
      if (p_.id(t) != "direction" && p_.id(t) != "near" && !inside_other(t) &&
          governed(t.first, t.sense->arabic != 0, s))
        s.one_site |= one_unnamed(t, s);
    });
    for (const Term& t : p_.terms)
      if (t.first >= s.first && t.last <= s.last && fighters(t) && struck(t, s))
        add_tagged(s.claim.targets, "military", span_of(text_, t));
  }

 private:
  // A word for a force or its men, no country.
  [[nodiscard]] bool fighters(const Term& t) const {
    if (t.sense->arabic) return false;
    if (t.kind() == Kind::kPeople) return base_of(p_.id(t)) == "combatants";
    return t.kind() == Kind::kActor &&
           !t.sense->has(lexicon::kTagState | lexicon::kTagMedia | lexicon::kTagAdj);
  }
  // "Strikes targeting insurgents", "raids against the army", "a drone hit a commander": fired at,
  // not fought with.
  [[nodiscard]] bool struck(const Term& t, const Scene& s) const {
    static constexpr std::array<std::string_view, 6> kAt = {"targeting", "targeted", "against",
                                                            "hit",       "struck",   "at"};
    const bool fire =
        std::any_of(s.claim.events.begin(), s.claim.events.end(), [](const Tagged& e) {
          return e.id == "airstrike" || e.id == "drone" || e.id == "shelling";
        });
    if (!fire) return false;
    for (uint32_t k = t.first; k > s.first && k + 5 > t.first; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (std::find(kAt.begin(), kAt.end(), f) != kAt.end()) return true;
      const Term* other = nullptr;
      for (const Term& o : p_.terms)
        if (o.last == k && o.first >= s.first && o.kind() != Kind::kActor &&
            o.kind() != Kind::kPeople && o.kind() != Kind::kForce && o.kind() != Kind::kNumber)
          other = &o;
      if (other != nullptr || text_.punct(k - 1) != 0) return false;
    }
    return false;
  }

  // "A crowded market", "their house".
  [[nodiscard]] bool one_unnamed(const Term& t, const Scene& s) const {
    static constexpr std::array<std::string_view, 5> kOne = {"a", "an", "their", "his", "her"};
    if (t.sense->arabic || t.sense->has(lexicon::kTagPl | lexicon::kTagPerson)) return false;
    if (text_.fold_of(t.last - 1).ends_with('s')) return false;
    for (uint32_t k = t.first; k > s.first && k + 4 > t.first; --k) {
      if (text_.punct(k - 1) != 0) return false;
      if (std::find(kOne.begin(), kOne.end(), text_.fold_of(k - 1)) != kOne.end()) return true;
    }
    return false;
  }

  // Part of a count of people or of a place's name.
  [[nodiscard]] bool inside_other(const Term& t) const {
    for (const Quantity& q : p_.quantities)
      if (q.counted == Counted::kPeople && q.first <= t.first && t.last < q.last) return true;
    // The vehicle folds to the same letters as "to him"; the hamza under its first tells.
    constexpr std::string_view kAlefBelow = "\xD8\xA5";
    if (t.sense->arabic && p_.id(t) == "vehicle" &&
        span_of(text_, t).of(text_.original).starts_with(kAlefBelow))
      return true;
    for (const DateMention& d : p_.dates)
      if (d.first <= t.first && t.last <= d.last) return true;  // "since March"
    // "the neighbourhood of X": the class of a place that is named.
    if (!t.sense->arabic && !t.sense->has(lexicon::kTagStrong))
      for (const PlaceName& p : p_.places)
        if (p.first == t.last || p.last == t.first ||
            (p.first == t.last + 1 && text_.fold_of(t.last) == "of"))
          return true;
    for (const PlaceName& p : p_.places)
      if (p.first < t.first && t.first < p.last && (p.node != 0 || !t.sense->arabic) &&
          (t.sense->arabic || !t.sense->has(lexicon::kTagStrong)))
        return true;  // "Mercer Street", "al-Qusour neighbourhood"
    if (!t.sense->arabic || p_.id(t) == "residential") return false;  // "a quarter of homes"
    return std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
      return p.first <= t.first && t.last <= p.last && classed(p, t.first);
    });
  }
  // Arabic "the town of al-Khiyam (the tents)": a class of places before the name.
  [[nodiscard]] bool classed(const PlaceName& place, uint32_t name) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& w) {
      return w.kind() == Kind::kPlaceWord && w.last >= place.first && w.last <= name &&
             (is_settlement(p_.id(w)) || (is_district(p_.id(w)) && place.node != 0));
    });
  }

  // "A source at the Police Command": who tells, not what was hit.
  [[nodiscard]] bool of_speaker(const Term& t) const {
    if (t.sense->arabic) return false;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      if (o.kind() != Kind::kSpeaker || o.last > t.first || t.first - o.last > 3) return false;
      for (uint32_t k = o.last; k < t.first; ++k) {
        const std::string_view f = text_.fold_of(k);
        if (f == "at" || f == "in" || f == "from" || f == "of") return true;
      }
      return false;
    });
  }
  // "Died in the hospital", "treated in field hospitals", "taken to a clinic": where the hurt were
  // brought.
  [[nodiscard]] bool cared_for(const Term& t, const Scene& s) const {
    if (t.sense->arabic || base_of(p_.id(t)) != "hospital") return false;
    constexpr uint32_t kReach = 7;  // tokens
    for (const Term& o : p_.terms) {
      if (o.first < s.first || o.last > t.first || t.first - o.last > kReach) continue;
      if (o.kind() == Kind::kCue && p_.id(o) == "evacuation") return true;
      if (o.kind() != Kind::kOutcome || o.sense->has(lexicon::kTagPerson)) continue;
      const std::string_view f = text_.fold_of(o.first);
      if ((f.starts_with("die") || f.starts_with("succumb") || f.starts_with("treat")) &&
          at_place(o.last, t.first))
        return true;
    }
    return false;
  }

  [[nodiscard]] static bool attack(const Term& e) {
    return e.kind() == Kind::kEvent && !e.sense->has(lexicon::kTagPlatform | lexicon::kTagMock);
  }

  // Arabic "bombs on a house".
  [[nodiscard]] bool load(const Term& e) const {
    return e.sense->arabic && e.kind() == Kind::kWeapon && e.sense->has(lexicon::kTagCount) &&
           !e.sense->has(lexicon::kTagAgent) && e.last < text_.tokens.size() &&
           text_.fold_of(e.last) == "\xD8\xB9\xD9\x84\xD9\x8A";
  }
  [[nodiscard]] bool damage(const Term& e) const {
    return e.kind() == Kind::kCue && p_.id(e) == "damage";
  }

  // A word after which something else is told than what was hit.
  [[nodiscard]] bool turns(uint32_t token) const {
    static constexpr std::array<std::string_view, 17> kTurns = {
        "while",  "when",  "as",    "after", "before",  "because", "where", "who",    "from",
        "during", "since", "under", "amid",  "despite", "until",   "to",    "against"};
    const std::string_view f = text_.fold_of(token);
    if (text_.punct(token) == ';') return true;
    if (std::find(kTurns.begin(), kTurns.end(), f) == kTurns.end()) return false;
    // "damage to homes", "close to", "as well as" go on.
    if (f == "to" || f == "as") {
      const std::string_view before = token > 0 ? text_.fold_of(token - 1) : std::string_view{};
      const std::string_view after =
          token + 1 < text_.tokens.size() ? text_.fold_of(token + 1) : std::string_view{};
      return !(before == "damage" || before == "damages" || before == "destruction" ||
               before == "well" || after == "well");
    }
    return f != "against";
  }

  // Whether the nearest word on the left of token `at` that can govern it tells of an attack or
  // damage.
  [[nodiscard]] bool governed(uint32_t at, bool arabic, const Scene& s) const {
    const uint32_t from = at > s.first + kListReach ? at - kListReach : s.first;
    const Term* governor = nullptr;
    for (const Term& e : p_.terms) {
      if (e.first < from || e.last > at) continue;
      const bool outcome =
          e.kind() == Kind::kOutcome && !e.sense->has(lexicon::kTagPerson) && !counted(e);
      const bool near = !e.sense->arabic && e.kind() == Kind::kPlaceWord && p_.id(e) == "near" &&
                        text_.fold_of(e.first) != "outside";
      const bool cue = e.kind() == Kind::kCue &&
                       (p_.id(e) == "contrast" || p_.id(e) == "origin" || p_.id(e) == "hypothesis");
      if (!attack(e) && !load(e) && !damage(e) && !outcome && !near && !cue &&
          e.kind() != Kind::kReporting)
        continue;
      // "Blasts" may be a verb of saying: where a word may be either, it is the attack.
      if (governor == nullptr || e.last > governor->last || (e.last == governor->last && attack(e)))
        governor = &e;
    }
    if (governor == nullptr) return false;
    if (!attack(*governor) && !load(*governor) && !damage(*governor))
      return governor->kind() == Kind::kOutcome && !arabic && at_place(governor->last, at);
    for (uint32_t k = governor->last; k < at; ++k)
      if (turns(k) || (load(*governor) && text_.punct(k) != 0)) return false;
    if (arabic || governor->sense->has(lexicon::kTagVerb) || damage(*governor)) return true;
    // An English noun needs "on", "at", "of" and the like before what was hit.
    for (uint32_t k = governor->last; k < at; ++k) {
      const std::string_view f = text_.fold_of(k);
      if (f == "on" || f == "at" || f == "in" || f == "of" || f == "against" || f == "to" ||
          f == "into" || f == "inside" || f == "outside" || f == "over")
        return true;
    }
    return false;
  }

  // "Killed in their home", "shot dead at a checkpoint": where people were harmed.
  [[nodiscard]] bool at_place(uint32_t from, uint32_t at) const {
    for (uint32_t k = at; k > from && k + 5 > at; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "in" || f == "inside" || f == "at") return true;
      if (text_.punct(k - 1) != 0) return false;
    }
    return false;
  }

  // Whether a term is part of a count ("three dead").
  [[nodiscard]] bool counted(const Term& e) const {
    return std::any_of(p_.quantities.begin(), p_.quantities.end(),
                       [&](const Quantity& q) { return q.first <= e.first && e.last <= q.last; });
  }

  // "The clinic was hit", "two schools have been destroyed".
  [[nodiscard]] bool passive_subject(const Term& t, const Scene& s) const {
    if (t.sense->arabic) return false;
    for (const Term& e : p_.terms) {
      if (!(damage(e) || (attack(e) && e.sense->has(lexicon::kTagVerb))) || e.first < t.last ||
          e.last > s.last || e.first - t.last > kPassiveReach)
        continue;
      bool be = false;
      for (uint32_t k = t.last; k < e.first; ++k) {
        const std::string_view f = text_.fold_of(k);
        be |= f == "was" || f == "were" || f == "been" || f == "being" || f == "are" || f == "is" ||
              f == "came";
        if (text_.punct(k) == ';' || text_.punct(k) == '.') return false;
      }
      if (be || (s.headline && headline_passive(t, e, s))) return true;
    }
    return false;
  }

  // "Market shelled in ...", "Hospital hit by ...": headlines leave out the "was". A participle
  // right behind what was hit, and no object behind it.
  [[nodiscard]] bool headline_passive(const Term& t, const Term& e, const Scene& s) const {
    if (e.first != t.last) return false;
    const bool participle =
        e.sense->inflection == lexicon::Inflection::kPast ||
        (e.sense->pos == 'x' && e.last == e.first + 1 && !text_.fold_of(e.first).ends_with("ing"));
    if (!participle && text_.fold_of(e.first) != "hit") return false;
    if (e.last >= s.last) return true;
    const std::string_view f = text_.fold_of(e.last);
    return text_.punct(e.last) == ',' || f == "in" || f == "by" || f == "at" || f == "near" ||
           f == "on" || f == "as" || f == "again" || f == "during";
  }
};

}  // namespace

void read_targets(const Parsed& parsed, Scene& scene) { Targets(parsed).read(scene); }

}  // namespace sijil::claims
