// SPDX-License-Identifier: Apache-2.0
// By what: events, weapons, and how many strikes or munitions.
#include "base/fold.hpp"
#include "claims/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::span_of;

namespace {

bool generic_event(std::string_view id) {
  return id == "attack" || id == "bombard" || id == "explosion";
}

class Means : public Clause {
 public:
  using Clause::Clause;

  void read(Scene& s) {
    events(s);
    strikes(s);
  }

 private:
  // "Aircraft killed nine", "nine were killed by jets", with the verb first in Arabic: they
  // attacked.
  [[nodiscard]] bool kills(const Term& platform) const {
    uint32_t by = platform.first;
    while (by > 0 && platform.first - by < 3 && text_.fold_of(by - 1) != "by") --by;
    const bool passive = by > 0 && text_.fold_of(by - 1) == "by";
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      if (t.kind() != Kind::kOutcome || !t.sense->has(lexicon::kTagVerb)) return false;
      if (t.sense->arabic) return t.last == platform.first && !(platform.clitics & text::kBy);
      if (passive && t.last == by - 1) return true;
      return !t.sense->has(lexicon::kTagPassive) &&
             (t.first == platform.last ||
              (t.first == platform.last + 1 && text_.fold_of(platform.last).ends_with("ly")));
    });
  }

  void events(Scene& s) {
    bool platform_air = false, killer = false;
    Span platform_span;
    const bool any_told = told_plainly(s);
    each(Kind::kEvent, s.first, s.last, [&](const Term& t) {
      const std::string& id = p_.id(t);
      if (t.sense->has(lexicon::kTagMock)) {
        s.mock = true;
        return;
      }
      if (t.sense->has(lexicon::kTagPlatform)) {
        killer |= kills(t);
        if (id == "airstrike") {
          platform_air = true;
          platform_span = span_of(text_, t);
        } else if (id == "drone") {
          if (!s.has_attack) platform_span = span_of(text_, t);
          drone_platform_ = true;
        }
        return;
      }
      if (id == "execution" && !t.sense->arabic && carries_out(t)) return;
      if (denied_before(t, s.first)) return;
      s.has_attack = true;
      // "Raids on the town came amid clashes": what happens around the event is none of its means.
      if (any_told && (only_context(t, s.first) || fighting_around(t, s))) return;
      if (id == "ground_op" && also_air(t)) return;
      if (id == "ground_op" && platform_air && text_.fold_of(t.first).starts_with("raid")) {
        add_tagged(s.claim.events, "airstrike", span_of(text_, t));  // "warplanes raided"
        return;
      }
      s.blast |= t.sense->arabic && id == "explosion" && one_noun(t);
      if (!t.sense->arabic && t.first > s.first && !t.sense->has(lexicon::kTagVerb)) {
        for (uint32_t k = t.first; k > s.first && k + 4 > t.first; --k) {
          const std::string_view f = text_.fold_of(k - 1);
          s.single |= f == "a" || f == "an";
          if (f == "the" || text_.punct(k - 1) != 0) break;
        }
      }
      const std::string_view kind = falling_bombs(t) ? std::string_view("bombard") : id;
      if (generic_event(kind)) {
        if (std::find(s.generic_events.begin(), s.generic_events.end(), kind) ==
            s.generic_events.end())
          s.generic_events.emplace_back(kind);
        if (generic_span_.empty()) generic_span_ = span_of(text_, t);
        return;
      }
      add_tagged(s.claim.events, id, span_of(text_, t));
    });
    if (const Term* drone = drone_after_aircraft(s)) {
      drone_platform_ = true;
      platform_span = span_of(text_, *drone);
    }
    std::vector<std::pair<std::string, Span>> implied;
    each(Kind::kWeapon, s.first, s.last, [&](const Term& t) {
      const std::string& id = p_.id(t);
      if (t.sense->has(lexicon::kTagAgent) && !s.has_attack && !a_mine(t, s)) return;
      for (const WeaponMention& w : s.claim.weapons)
        if (w.id == id) return;
      // "Chemical weapons" tell the event, not which agent; shells do not tell the gun.
      if (id != "other.chemical" && id != "other.shell")
        s.claim.weapons.push_back({id, {span_of(text_, t), false}, std::nullopt});
      if (t.sense->arg != 0)
        implied.emplace_back(p_.lexicon->id_name(t.sense->arg), span_of(text_, t));
    });
    // "Helicopters dropped barrel bombs on ...": aircraft with their load attack, whatever the
    // verb.
    const bool loaded =
        std::any_of(implied.begin(), implied.end(),
                    [](const auto& w) { return w.first == "airstrike"; }) ||
        std::any_of(s.claim.weapons.begin(), s.claim.weapons.end(),
                    [](const WeaponMention& w) { return base_of(w.id) == "incendiary"; });
    if ((platform_air && !s.has_attack && (loaded || throws(s))) || killer)
      s.has_attack = s.reported = true;
    // "They dropped a grenade from a drone on a man."
    if (drone_platform_ && !s.has_attack && !s.claim.weapons.empty() && (drops(s) || throws(s)))
      s.has_attack = s.reported = true;
    // A drone told as the attacker is a drone strike, with its munition.
    if (drone_platform_ && s.has_attack) {
      std::erase_if(s.claim.events, [](const Tagged& t) { return t.id == "airstrike"; });
      add_tagged(s.claim.events, "drone", platform_span);
    } else if (platform_air && (s.has_attack || !s.claim.weapons.empty())) {
      bool specific = false;
      for (const Tagged& t : s.claim.events)
        specific |=
            t.id == "airstrike" || t.id == "drone" || t.id == "chemical" || t.id == "ground_op";
      if (!specific) add_tagged(s.claim.events, "airstrike", platform_span);
      // "A helicopter fired rockets": from the air; guns named beside it are on the ground, and
      // fire too.
      const bool guns = ground_weapon(s.claim);
      for (const auto& [id, span] : implied)
        if (id == "shelling" && guns && s.has_attack && !specific)
          add_tagged(s.claim.events, id, span);
      // "Aircraft dropped bombs": no bombing unless something was planted or driven.
      const bool planted =
          std::any_of(s.claim.weapons.begin(), s.claim.weapons.end(), [](const WeaponMention& w) {
            return base_of(w.id) == "ied" || base_of(w.id) == "car_bomb" ||
                   base_of(w.id) == "suicide";
          });
      if (!planted)
        std::erase_if(s.claim.events, [](const Tagged& t) { return t.id == "bombing"; });
      if (!specific && !guns && s.generic_events.empty())
        std::erase_if(s.claim.events, [](const Tagged& t) { return t.id == "shelling"; });
    }
    if (s.claim.events.empty() && s.has_attack)
      for (const auto& [id, span] : implied) add_tagged(s.claim.events, id, span);
    // "killed by a landmine": the weapon alone tells the event.
    if (s.claim.events.empty() && !implied.empty() && !s.has_attack)
      for (const auto& [id, span] : implied) add_tagged(s.claim.events, id, span);
    // What a drone drops is neither a bombing nor, without guns, shelling.
    if (drone_platform_ && std::any_of(s.claim.events.begin(), s.claim.events.end(),
                                       [](const Tagged& t) { return t.id == "drone"; })) {
      const bool guns = ground_weapon(s.claim);
      std::erase_if(s.claim.events, [&](const Tagged& t) {
        return t.id == "bombing" || (t.id == "shelling" && !guns);
      });
      std::erase_if(s.claim.weapons, [](const WeaponMention& w) { return base_of(w.id) == "ied"; });
    }
    // "A cluster bomb left over from a raid": told by its kind.
    if (std::any_of(s.claim.weapons.begin(), s.claim.weapons.end(),
                    [](const WeaponMention& w) { return base_of(w.id) != "mine"; }))
      std::erase_if(s.claim.weapons, [](const WeaponMention& w) { return w.id == "mine.uxo"; });
    guns_beside(s);
    bare_shells(s.claim);
    bare_bombs(s, platform_air);
    by_bullets(s);
    murder_by_bomb(s.claim);
    // "A car packed with explosives": what it is loaded with is the car bomb.
    if (has_weapon(s.claim, "car_bomb"))
      std::erase_if(s.claim.weapons, [](const WeaponMention& w) { return w.id == "ied"; });
    // "A bomb exploded": planted by someone, with no aircraft or car told.
    if (s.claim.weapons.empty() && s.claim.events.size() == 1 &&
        s.claim.events[0].id == "bombing" && named_bomb(s.claim.events[0].at.span))
      s.claim.weapons.push_back({"ied", s.claim.events[0].at, std::nullopt});
    // Some events are told by their means: a drone strike has a drone's munition, a shooting small
    // arms.
    told_by_weapon(s.claim, "drone", "drone_munition");
    told_by_weapon(s.claim, "shooting", "small_arms");
    s.definite |= definite(s);
  }

  // The definite article or a demonstrative before the first event told: told before. "Guns shelled
  // the town; in that shelling ..." is not.
  [[nodiscard]] bool definite(const Scene& s) const {
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kEvent || t.first < s.first || t.last > s.last ||
          t.sense->has(lexicon::kTagPlatform))
        continue;
      if (t.sense->arabic) return (t.clitics & text::kThe) != 0;
      if (t.first == s.first) return false;
      if (!t.sense->has(lexicon::kTagVerb) || t.sense->inflection == lexicon::Inflection::kGerund ||
          after_article(t))
        return definite_noun(t, s.first);
      return false;
    }
    return false;
  }

  // Arabic may part the aircraft from the word that makes it a drone ("an aircraft, Turkish,
  // unmanned"), and lets a drone raid.
  [[nodiscard]] const Term* drone_after_aircraft(const Scene& s) const {
    const Term* found = nullptr;
    each(Kind::kWeapon, s.first, s.last, [&](const Term& t) {
      if (!t.sense->arabic || base_of(p_.id(t)) != "drone_munition" || (t.clitics & text::kAnd))
        return;
      for (const Term& o : p_.terms)
        if (o.kind() == Kind::kEvent && p_.id(o) == "airstrike" && o.first >= s.first &&
            o.last <= t.first && t.first - o.last <= 2)
          found = &t;
    });
    return found;
  }

  // Arabic has one word for bombs from the air and others: one that went off was planted, one that
  // a drone let fall is its munition.
  void bare_bombs(Scene& s, bool platform_air) const {
    Claim& c = s.claim;
    const bool exploded = told_generic(s, "explosion") || has_event(c, "bombing") || one_bomb(s);
    if (platform_air || (!exploded && !drone_platform_)) return;
    const auto bomb = std::find_if(c.weapons.begin(), c.weapons.end(), [&](const WeaponMention& w) {
      return w.id == "air_bomb" && arabic_at(w.at.span);
    });
    if (bomb == c.weapons.end()) return;
    std::erase_if(c.events, [&](const Tagged& t) {
      return t.id == "airstrike" && t.at.span.begin == bomb->at.span.begin;
    });
    if (drone_platform_) {
      c.weapons.erase(bomb);
      return;
    }
    bomb->id = "ied";
    add_tagged(c.events, "bombing", bomb->at.span);
  }
  // "Hit the checkpoint with a bomb": aircraft drop more than one.
  [[nodiscard]] bool one_bomb(const Scene& s) const {
    bool one = false, raid = false;
    each(Kind::kWeapon, s.first, s.last, [&](const Term& t) {
      one |= t.sense->arabic && p_.id(t) == "air_bomb" && t.last - t.first == 1 &&
             !t.sense->has(lexicon::kTagPl | lexicon::kTagDual) &&
             t.sense->inflection == lexicon::Inflection::kBase;
    });
    each(Kind::kEvent, s.first, s.last, [&](const Term& t) { raid |= p_.id(t) == "airstrike"; });
    return one && !raid;
  }
  // "Killed by bullets of the soldiers who stormed the town": shot in a raid.
  void by_bullets(Scene& s) const {
    if (!has_event(s.claim, "ground_op")) return;
    bool harm = false;
    each(Kind::kOutcome, s.first, s.last, [&](const Term&) { harm = true; });
    each(Kind::kWeapon, s.first, s.last, [&](const Term& t) {
      if (t.sense->arabic && base_of(p_.id(t)) == "small_arms" && (t.clitics & text::kBy) &&
          (harm || !(t.clitics & text::kThe)))
        add_tagged(s.claim.events, "shooting", span_of(text_, t));
    });
  }
  // An Arabic murder is by shooting as a rule, and by a bomb where one is told.
  void murder_by_bomb(Claim& c) const {
    const bool shot = std::any_of(c.weapons.begin(), c.weapons.end(), [](const WeaponMention& w) {
      return base_of(w.id) == "small_arms";
    });
    const bool bomb = std::any_of(c.weapons.begin(), c.weapons.end(), [](const WeaponMention& w) {
      return base_of(w.id) == "ied" || base_of(w.id) == "car_bomb";
    });
    if (shot || !bomb) return;
    const auto shooting = std::find_if(c.events.begin(), c.events.end(),
                                       [](const Tagged& t) { return t.id == "shooting"; });
    if (shooting == c.events.end() || !arabic_at(shooting->at.span)) return;
    const Span at = shooting->at.span;
    c.events.erase(shooting);
    add_tagged(c.events, "bombing", at);
  }
  [[nodiscard]] static bool told_generic(const Scene& s, std::string_view id) {
    return std::find(s.generic_events.begin(), s.generic_events.end(), id) !=
           s.generic_events.end();
  }
  [[nodiscard]] static bool has_event(const Claim& c, std::string_view id) {
    return std::any_of(c.events.begin(), c.events.end(),
                       [&](const Tagged& t) { return t.id == id; });
  }
  [[nodiscard]] bool arabic_at(Span span) const {
    return span.begin < span.end && static_cast<unsigned char>(text_.original[span.begin]) >= 0xD8;
  }

  // "Shells hit the town": of a gun, a tank or a mortar; the bare word tells the event alone.
  void bare_shells(Claim& c) const {
    std::erase_if(c.weapons, [&](const WeaponMention& w) {
      const std::string word = fold(w.at.span.of(text_.original));
      return w.id == "artillery" &&
             (word == "shell" || word == "shells" || word == "projectile" || word == "projectiles");
    });
  }
  [[nodiscard]] static bool has_weapon(const Claim& c, std::string_view base) {
    return std::any_of(c.weapons.begin(), c.weapons.end(),
                       [&](const WeaponMention& w) { return base_of(w.id) == base; });
  }
  [[nodiscard]] bool named_bomb(Span span) const {
    const std::string_view word = span.of(text_.original);
    const std::string_view first = word.substr(0, word.find(' '));
    return first == "bomb" || first == "bombs" || first == "BOMB" || first == "BOMBS";
  }
  // A weapon that only fires from the ground.
  [[nodiscard]] static bool ground_weapon(const Claim& c) {
    return std::any_of(c.weapons.begin(), c.weapons.end(), [](const WeaponMention& w) {
      return base_of(w.id) == "artillery" || base_of(w.id) == "mortar";
    });
  }

  [[nodiscard]] bool drops(const Scene& s) const {
    for (uint32_t k = s.first; k < s.last; ++k)
      if (text_.fold_of(k) == "dropped" || text_.fold_of(k) == "drops" ||
          text_.fold_of(k) == "dropping")
        return true;
    return false;
  }

  // Arabic "the aircraft dropped bombs", "a drone let a bomb fall": the one who throws stands next
  // to the verb, the load behind it.
  [[nodiscard]] bool throws(const Scene& s) const {
    static constexpr std::array<std::string_view, 13> kThrow = {
        "\xD8\xA7\xD9\x84\xD9\x82\xD9\x8A",
        "\xD8\xA7\xD9\x84\xD9\x82\xD8\xAA",
        "\xD9\x8A\xD9\x84\xD9\x82\xD9\x8A",
        "\xD8\xAA\xD9\x84\xD9\x82\xD9\x8A",
        "\xD8\xA7\xD8\xB3\xD9\x82\xD8\xB7",
        "\xD8\xA7\xD8\xB3\xD9\x82\xD8\xB7\xD8\xAA",
        "\xD8\xAA\xD8\xB3\xD9\x82\xD8\xB7",
        "\xD8\xB1\xD9\x85\xD9\x8A",
        "\xD8\xB1\xD9\x85\xD8\xAA",
        "\xD8\xA7\xD8\xB7\xD9\x84\xD9\x82",
        "\xD8\xA7\xD8\xB7\xD9\x84\xD9\x82\xD8\xAA",
        "\xD8\xAA\xD8\xB7\xD9\x84\xD9\x82",
        "\xD9\x8A\xD8\xB7\xD9\x84\xD9\x82"};
    constexpr uint32_t kReach = 7;  // tokens between the verb and the load
    constexpr std::string_view kAnd = "\xD9\x88";
    for (uint32_t k = s.first; k < s.last; ++k) {
      std::string_view f = text_.fold_of(k);
      if (f.starts_with(kAnd)) f.remove_prefix(kAnd.size());
      if (std::find(kThrow.begin(), kThrow.end(), f) == kThrow.end()) continue;
      bool thrower = false, load = false;
      for (const Term& t : p_.terms) {
        if (t.first < s.first || t.last > s.last) continue;
        thrower |= t.kind() == Kind::kEvent && t.sense->has(lexicon::kTagPlatform) &&
                   (t.first == k + 1 || (t.last <= k && k - t.last <= 1));
        load |= t.kind() == Kind::kWeapon && t.sense->has(lexicon::kTagCount) &&
                !t.sense->has(lexicon::kTagAgent) && !(t.clitics & text::kBy) && t.first > k &&
                t.first <= k + kReach;
      }
      if (thrower && load) return true;
    }
    return false;
  }

  // "The attack" is a noun whatever else the word may be; "raids that attack" is not.
  [[nodiscard]] bool after_article(const Term& t) const {
    const std::string_view f = text_.fold_of(t.first - 1);
    return f == "the" || f == "this" || f == "these" || f == "those";
  }

  // "the shelling", "those deadly Russian raids", "the most intense airstrikes".
  [[nodiscard]] bool definite_noun(const Term& t, uint32_t first) const {
    for (uint32_t k = t.first; k > first && k + 4 > t.first; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "the" || f == "this" || f == "these" || f == "those") return true;
      if (f == "that")
        return k == t.first && !said(k - 1);  // "said that raids ..." tells of new ones
      if (text_.tokens[k - 1].kind != text::TokenKind::kWord || f == "of" || f == "in" ||
          f == "on" || f == "by" || f == "and" || f == "a" || f == "an")
        return false;
    }
    return false;
  }

  // Whether a verb of telling ends before a token.
  [[nodiscard]] bool said(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return (t.last == token || t.last == token + 1) && t.kind() == Kind::kReporting;
    });
  }

  static void told_by_weapon(Claim& c, std::string_view event, std::string_view weapon) {
    const auto e = std::find_if(c.events.begin(), c.events.end(),
                                [&](const Tagged& t) { return t.id == event; });
    if (e == c.events.end() ||
        std::any_of(c.weapons.begin(), c.weapons.end(),
                    [&](const WeaponMention& w) { return base_of(w.id) == weapon; }))
      return;
    c.weapons.push_back({std::string(weapon), e->at, std::nullopt});
  }

  // After "amid", "in response to": told of as the surroundings of something else.
  [[nodiscard]] bool only_context(const Term& t, uint32_t first) const {
    // "During the clashes they shelled": Arabic, of clashes told before.
    if (t.sense->arabic && (t.clitics & text::kThe) && p_.id(t) == "ground_op" && t.first > first &&
        during(text_.fold_of(t.first - 1)))
      return true;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& c) {
      if (c.kind() != Kind::kCue || c.first < first || c.last > t.first || t.first - c.last > 4 ||
          p_.id(c) != "context")
        return false;
      for (uint32_t k = c.last; k < t.first; ++k)
        if (text_.punct(k) != 0) return false;
      return true;
    });
  }
  // "killed by a mine", "the mine killed two": harm tells which mine is meant; a coal mine kills
  // none.
  [[nodiscard]] bool a_mine(const Term& t, const Scene& s) const {
    if (t.sense->arabic || p_.id(t) != "mine" || t.first == s.first) return false;
    const std::string_view f = text_.fold_of(t.first - 1);
    if (f != "a" && f != "the" && f != "by" && f != "another") return false;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.kind() == Kind::kOutcome && o.first >= s.first && o.last <= s.last &&
             (p_.id(o) == "killed" || p_.id(o) == "injured") &&
             (o.last <= t.first ? t.first - o.last <= 4 : o.first - t.last <= 1);
    });
  }

  // "artillery and air strikes": guns beside the aircraft.
  void guns_beside(Scene& s) const {
    each(Kind::kWeapon, s.first, s.last, [&](const Term& t) {
      if (t.sense->arabic || (base_of(p_.id(t)) != "artillery" && base_of(p_.id(t)) != "mortar") ||
          t.last + 1 >= s.last || text_.fold_of(t.last) != "and")
        return;
      for (const Term& o : p_.terms)
        if (o.kind() == Kind::kEvent && o.first == t.last + 1 && p_.id(o) == "airstrike")
          add_tagged(s.claim.events, "shelling", span_of(text_, t));
    });
  }

  // "where troops have been fighting", "since the invasion", "as battles raged": the war around an
  // attack told with other means in the same clause.
  [[nodiscard]] bool fighting_around(const Term& t, const Scene& s) const {
    constexpr uint32_t kBack = 12;  // tokens
    if (t.sense->arabic || p_.id(t) != "ground_op") return false;
    const bool other = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.kind() == Kind::kEvent && o.first >= s.first && o.last <= s.last &&
             p_.id(o) != "ground_op" && !generic_event(p_.id(o)) &&
             !o.sense->has(lexicon::kTagPlatform | lexicon::kTagMock);
    });
    if (!other) return false;
    for (uint32_t k = t.first; k > s.first && k + kBack > t.first; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "since" || f == "where" || f == "as" || f == "while") return true;
      if (text_.punct(k - 1) != 0) return false;
    }
    return false;
  }
  [[nodiscard]] static bool during(std::string_view word) {
    if (word.starts_with("\xD9\x88")) word.remove_prefix(2);      // wa-
    return word == "\xD8\xAE\xD9\x84\xD8\xA7\xD9\x84" ||          // khilal
           word == "\xD8\xA7\xD8\xAB\xD9\x86\xD8\xA7\xD8\xA1" ||  // athna'
           word == "\xD8\xA7\xD8\xAB\xD9\x86\xD8\xA7";
  }
  [[nodiscard]] bool told_plainly(const Scene& s) const {
    bool any = false;
    each(Kind::kEvent, s.first, s.last, [&](const Term& t) {
      any |= !t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock) && !only_context(t, s.first);
    });
    return any;
  }
  // "Bombs fell on the market", "army bombs", "bombs and missiles struck": not planted.
  [[nodiscard]] bool falling_bombs(const Term& t) const {
    static constexpr std::array<std::string_view, 11> kFall = {
        "fell",    "fall",   "falling", "rained", "raining", "rain",
        "dropped", "landed", "landing", "thrown", "launched"};
    if (t.sense->arabic || p_.id(t) != "bombing" || t.last - t.first != 1 ||
        !text_.fold_of(t.first).starts_with("bomb") || text_.fold_of(t.first).ends_with("ing") ||
        text_.fold_of(t.first).ends_with("ings"))
      return false;
    for (uint32_t k = t.last; k < p_.sentence->last && k < t.last + 3; ++k)
      if (std::find(kFall.begin(), kFall.end(), text_.fold_of(k)) != kFall.end()) return true;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      if (o.kind() == Kind::kWeapon)
        return o.first == t.last + 1 && text_.fold_of(t.last) == "and" &&
               (base_of(p_.id(o)) == "missile" || base_of(p_.id(o)) == "rocket" ||
                base_of(p_.id(o)) == "other.shell" || base_of(p_.id(o)) == "mortar");
      if (o.kind() != Kind::kActor || o.last != t.first) return false;
      const std::string_view side = base_of(p_.id(o));
      return side == "syria_gov" || side == "russia" || side == "israel" || side == "turkey" ||
             side == "us_coalition" || p_.id(o) == "other.state";
    });
  }

  // "raids" may be from the air or on foot; from the air unless people are taken.
  [[nodiscard]] bool also_air(const Term& t) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.kind() == Kind::kEvent && o.first == t.first && o.last == t.last &&
             p_.id(o) == "airstrike";
    });
  }

  // An Arabic noun in the singular, without its article.
  [[nodiscard]] static bool one_noun(const Term& t) {
    return !t.sense->has(lexicon::kTagVerb | lexicon::kTagPl | lexicon::kTagDual) &&
           t.sense->pos != 'v' && t.sense->pos != 'p' && (t.clitics & text::kThe) == 0;
  }

  // "no air raids were recorded", "had not struck": nothing happened.
  [[nodiscard]] bool denied_before(const Term& event, uint32_t first) const {
    const uint32_t reach = event.sense->has(lexicon::kTagVerb) ? 0 : 1;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& c) {
      return c.kind() == Kind::kCue && c.first >= first && c.last <= event.first &&
             event.first - c.last <= reach && p_.id(c) == "negation";
    });
  }

  // "executed several airstrikes": carried out, nobody was put to death.
  [[nodiscard]] bool carries_out(const Term& t) const {
    for (const Term& o : p_.terms)
      if (o.kind() == Kind::kEvent && o.first >= t.last && o.first - t.last <= 4 &&
          p_.id(o) != "execution" && !o.sense->has(lexicon::kTagVerb))
        return true;
    return false;
  }

  // "reports of an airstrike"; not "the explosion of a mine", "in the course of a strike".
  [[nodiscard]] bool told_of(const Quantity& q) const {
    return base_of(p_.id(*q.noun)) != "mine" && q.first > 1 &&
           text_.fold_of(q.first - 2) != "course";
  }

  [[nodiscard]] bool article_only(const Quantity& q) const {
    const std::string_view f = text_.fold_of(q.first);
    if ((f != "a" && f != "an") || q.range != CountRange::exactly(1)) return false;
    if (q.first == 0) return true;
    // "fired a missile at" tells of one; a missile that hit may be one of many.
    if (q.counted == Counted::kMunitions && base_of(p_.id(*q.noun)) == "missile") {
      const std::string_view fired = text_.fold_of(q.first - 1);
      return fired != "fired" && fired != "launched" && fired != "firing" && fired != "launching";
    }
    const std::string_view before = text_.fold_of(q.first - 1);
    return before != "conducted" && before != "out" && before != "launched" &&
           before != "carried" && !(before == "of" && told_of(q));
  }

  // Munitions that strike one by one.
  [[nodiscard]] static bool fired(std::string_view id) {
    const std::string_view base = base_of(id);
    return base == "mortar" || base == "artillery" || base == "rocket" || id == "other.shell" ||
           id == "other.grenade";
  }

  // "was hit three times", "shelled the town 12 times", "has been bombed several times"
  [[nodiscard]] std::optional<Figure> times(const Scene& s) const {
    for (const Quantity& q : p_.quantities) {
      if (q.first < s.first || q.last >= s.last || q.counted != Counted::kNothing || q.implicit ||
          text_.fold_of(q.last) != "times" || (q.range.min <= 1 && !q.range.is_vague()))
        continue;
      const std::string_view after = q.last + 1 < s.last ? text_.fold_of(q.last + 1) : "";
      if (after == "more" || after == "as" || after == "the" || after == "higher") continue;
      const bool attacked = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
        return t.kind() == Kind::kEvent && t.first >= s.first && t.last <= q.first &&
               (t.sense->has(lexicon::kTagVerb) || q.first - t.last <= 10);
      });
      if (attacked) return Figure{q.range, {span_of(text_, q.first, q.last + 1, 0), false}, {}};
    }
    return std::nullopt;
  }
  // "a double-tap strike": two.
  [[nodiscard]] std::optional<Figure> double_tap(const Scene& s) const {
    for (uint32_t k = s.first; k + 1 < s.last; ++k)
      if (text_.fold_of(k) == "double" && text_.fold_of(k + 1) == "tap")
        return Figure{CountRange::exactly(2), {span_of(text_, k, k + 2, 0), false}, {}};
    return std::nullopt;
  }
  // "one of the shells landed in the yard": of those told or not, no count of its own.
  [[nodiscard]] bool one_of_them(const Quantity& q) const {
    for (uint32_t k = q.first; k < q.last; ++k)
      if (text_.fold_of(k) == "counter" || text_.fold_of(k).starts_with("counterat"))
        return true;  // "three counter-attacks"
    if (q.counted == Counted::kStrikes && p_.id(*q.noun) != "explosion") return false;
    return !q.implicit && q.first + 2 < q.last && text_.fold_of(q.first + 1) == "of" &&
           (text_.fold_of(q.first) == "one" || text_.fold_of(q.first + 2) == "the");
  }

  // "including" between the tokens, with no end of a sentence.
  [[nodiscard]] bool part_after(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k)
      if (text_.punct(k) == '.' || text_.punct(k) == ';') return false;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& c) {
      return c.kind() == Kind::kCue && c.first >= from && c.last <= to && p_.id(c) == "part";
    });
  }

  // "The number of attacks since January has reached 33"
  [[nodiscard]] std::optional<Figure> number_of_attacks(const Scene& s) const {
    static constexpr std::string_view kRise[] = {"reached", "risen",   "rose",     "climbed",
                                                 "stands",  "stood",   "hit",      "exceeded",
                                                 "passed",  "reaches", "surpassed"};
    static constexpr std::string_view kTo = "\xD8\xA7\xD9\x84\xD9\x8A";  // Arabic ila
    uint32_t head = 0;
    for (uint32_t k = s.first; k + 2 < s.last && head == 0; ++k)
      if ((text_.fold_of(k) == "number" && text_.fold_of(k + 1) == "of" &&
           attacks_at(k + 2, s.last)) ||
          arabic_attacks(k))
        head = k + 2;
    if (head == 0) return std::nullopt;
    for (const Quantity& q : p_.quantities) {
      if (q.first < head + 2 || q.last > s.last || q.implicit || q.range.is_vague() ||
          q.counted != Counted::kNothing || q.others ||
          (q.last < s.last && text_.punct(q.last) == 0))
        continue;
      if (text_.fold_of(q.first - 1) == kTo)
        return Figure{q.range, {span_of(text_, q.first, q.last, 0), false}, {}};
      for (uint32_t k = q.first; k > head && k + 4 > q.first; --k)
        if (std::find(std::begin(kRise), std::end(kRise), text_.fold_of(k - 1)) != std::end(kRise))
          return Figure{q.range, {span_of(text_, q.first, q.last, 0), false}, {}};
    }
    return std::nullopt;
  }
  // Arabic "the number of the attacks"
  [[nodiscard]] bool arabic_attacks(uint32_t i) const {
    static constexpr std::string_view kNumber = "\xD8\xB9\xD8\xAF\xD8\xAF";
    static constexpr std::string_view kActs[] = {
        "\xD8\xA7\xD9\x84\xD9\x87\xD8\xAC\xD9\x85\xD8\xA7\xD8\xAA",          // attacks
        "\xD8\xA7\xD9\x84\xD8\xB9\xD9\x85\xD9\x84\xD9\x8A\xD8\xA7\xD8\xAA",  // operations
        "\xD8\xA7\xD9\x84\xD8\xBA\xD8\xA7\xD8\xB1\xD8\xA7\xD8\xAA",          // raids
        "\xD8\xA7\xD9\x84\xD8\xB6\xD8\xB1\xD8\xA8\xD8\xA7\xD8\xAA",          // strikes
        "\xD8\xA7\xD9\x84\xD8\xA7\xD8\xB3\xD8\xAA\xD9\x87\xD8\xAF\xD8\xA7\xD9\x81\xD8\xA7\xD8\xAA"};
    return text_.fold_of(i) == kNumber &&
           std::find(std::begin(kActs), std::end(kActs), text_.fold_of(i + 1)) != std::end(kActs);
  }
  // "attacks", "assassination attempts", "operations carried out by" at the token.
  [[nodiscard]] bool attacks_at(uint32_t from, uint32_t last) const {
    static constexpr std::string_view kActs[] = {"attacks",   "operations", "attempts",
                                                 "incidents", "strikes",    "airstrikes",
                                                 "raids",     "bombings",   "explosions"};
    for (uint32_t k = from; k < last && k < from + 3; ++k)
      if (std::find(std::begin(kActs), std::end(kActs), text_.fold_of(k)) != std::end(kActs))
        return true;
    return false;
  }

  // Arabic "in the course of 8 operations"
  [[nodiscard]] std::optional<Figure> operations(const Scene& s) const {
    static constexpr std::string_view kOperation = "\xD8\xB9\xD9\x85\xD9\x84\xD9\x8A";  // amali-
    static constexpr std::string_view kDuring = "\xD8\xAE\xD9\x84\xD8\xA7\xD9\x84";     // khilal
    for (const Quantity& q : p_.quantities) {
      if (q.first <= s.first || q.last > s.last || q.implicit || q.range.is_vague() ||
          !text_.fold_of(q.first - 1).ends_with(kDuring))
        continue;
      const uint32_t noun =
          q.last < s.last && text_.fold_of(q.last).starts_with(kOperation) ? q.last : q.last - 1;
      if (noun > q.first && text_.fold_of(noun).starts_with(kOperation))
        return Figure{q.range, {span_of(text_, q.first, noun + 1, 0), false}, {}};
    }
    return std::nullopt;
  }

  void strikes(Scene& s) {
    Claim& c = s.claim;
    std::optional<Figure> best;
    uint32_t best_end = 0;  // after the attacks it counts
    for (const Quantity& q : p_.quantities) {
      if (q.first < s.first || q.last > s.last) continue;
      const Span span = span_of(text_, q.first, q.last, q.clitics);
      // "34 attacks, including 12 air strikes and more than 90 shells": parts of those told.
      if (best && !best->range.is_vague() && best_end != 0 && part_after(best_end, q.first))
        continue;
      // "Killed in an airstrike": the article counts nothing; "conducted an airstrike" does.
      if ((q.counted == Counted::kStrikes || q.counted == Counted::kMunitions) &&
          (article_only(q) || one_of_them(q)))
        continue;
      // "a series of strikes" tells of no number
      if (q.range.is_vague() && (text_.fold_of(q.first) == "series" ||
                                 (q.first + 1 < q.last && text_.fold_of(q.first + 1) == "series")))
        continue;
      if (q.counted == Counted::kStrikes) {
        // A bare Arabic noun is one strike only when it is an act, not a name of a campaign.
        if (q.implicit && (q.range.is_vague() || q.definite)) continue;
        if (!best || best->range.is_vague() ||
            (!q.range.is_vague() && q.range.min > best->range.min)) {
          best = Figure{q.range, {span, false}, {}};
          best_end = q.last;
        }
      } else if (q.counted == Counted::kMunitions) {
        for (WeaponMention& w : c.weapons)
          if (w.id == p_.id(*q.noun) && !q.implicit) w.count = q.range;
        // A single missile told by its bare noun is one strike; an English shell may be any shell.
        const std::string_view munition = base_of(p_.id(*q.noun));
        const bool one = munition == "missile" || (q.noun->arabic && fired(p_.id(*q.noun)));
        if (q.implicit &&
            (q.range.is_vague() || q.definite || (!one && q.range == CountRange::exactly(1))))
          continue;
        if (!best || best->range.is_vague() ||
            (!q.range.is_vague() && q.range.min > best->range.min))
          best = Figure{q.range, {span, false}, {}};
      } else if (q.counted == Counted::kPlaces && !q.implicit && !q.range.is_vague() &&
                 q.range.min > 1) {
        c.places_hit = Figure{q.range, {span, false}, {}};
      }
    }
    // "68 airstrikes, 12 of which with cluster bombs": the count of the weapon named next.
    for (const Quantity& q : p_.quantities) {
      if (!q.partitive || q.range.is_vague() || q.first < s.first || q.last > s.last) continue;
      for (WeaponMention& w : c.weapons)
        if (!w.count && w.at.span.begin >= text_.tokens[q.last - 1].end &&
            w.at.span.begin - text_.tokens[q.last - 1].end < 60) {
          w.count = q.range;
          break;
        }
    }
    if (const auto all = number_of_attacks(s)) best = all;
    if (!best) best = operations(s);
    if (!best) best = times(s);
    if (!best) best = nth_attack(s);
    if (const auto twice = double_tap(s); twice && (!best || best->range == CountRange::exactly(1)))
      best = twice;
    c.strikes = best;
  }

  // "The 22nd attack on the town since January": so many since then.
  [[nodiscard]] std::optional<Figure> nth_attack(const Scene& s) const {
    const bool since = std::any_of(p_.dates.begin(), p_.dates.end(), [&](const DateMention& d) {
      return d.first >= s.first && d.last <= s.last &&
             (d.use == mentions::DateUse::kSince ||
              (d.range && d.range->last - d.range->first > std::chrono::days(6)));
    });
    if (!since) return std::nullopt;
    std::optional<Figure> found;
    // "... was blown up for the 11th time since January"
    const bool counted = std::any_of(p_.dates.begin(), p_.dates.end(), [&](const DateMention& d) {
      return d.first >= s.first && d.last <= s.last && d.use == mentions::DateUse::kSince;
    });
    for (uint32_t k = s.first; counted && k + 2 < s.last; ++k)
      if (text_.fold_of(k) == "the" && ordinal(k + 1) > 1 &&
          text_.fold_of(after_ordinal(k + 1)) == "time")
        return Figure{CountRange::exactly(ordinal(k + 1)),
                      {span_of(text_, k, after_ordinal(k + 1) + 1, 0), false},
                      {}};
    each(Kind::kEvent, s.first, s.last, [&](const Term& t) {
      if (found || t.sense->has(lexicon::kTagPlatform) || t.sense->arabic ||
          (t.sense->has(lexicon::kTagVerb) && t.sense->inflection != lexicon::Inflection::kBase))
        return;
      for (uint32_t k = t.first; k > s.first && k + kOrdinal > t.first && !found; --k)
        if (const int64_t n = ordinal(k - 1); n > 1)
          found = Figure{CountRange::exactly(n), {span_of(text_, k - 1, t.last, 0), false}, {}};
    });
    return found;
  }
  static constexpr uint32_t kOrdinal = 4;  // words between an ordinal and its attack
  bool drone_platform_ = false;
  Span generic_span_;
};

}  // namespace

void read_means(const Parsed& parsed, Scene& scene) { Means(parsed).read(scene); }

}  // namespace sijil::claims
