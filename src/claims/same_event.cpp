// SPDX-License-Identifier: Apache-2.0
#include "claims/same_event.hpp"

#include "base/fold.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

namespace {

bool share_id(const std::vector<Tagged>& a, const std::vector<Tagged>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Tagged& x) {
    return std::any_of(b.begin(), b.end(), [&](const Tagged& y) { return x.id == y.id; });
  });
}

bool share_actor(const Claim& a, const Claim& b) {
  return std::any_of(a.actors.begin(), a.actors.end(), [&](const ActorMention& x) {
    return std::any_of(b.actors.begin(), b.actors.end(),
                       [&](const ActorMention& y) { return x.id == y.id; });
  });
}

// Whether both name who did it and cannot mean the same: gunmen may be of any side.
bool other_actors(const Claim& a, const Claim& b) {
  const auto unknown = [](const ActorMention& m) { return m.id.starts_with("unknown"); };
  return !a.actors.empty() && !b.actors.empty() &&
         std::none_of(a.actors.begin(), a.actors.end(), unknown) &&
         std::none_of(b.actors.begin(), b.actors.end(), unknown);
}

constexpr size_t kMostPlaces = 64;  // of one event

struct Compare {
  const Parsed& p;
  const Scene& s;
  const Open& o;
  bool latest;
  const Claim& c = s.claim;
  const Claim& before = o.scene.claim;
  Likeness like;
  bool same_toll = false, same_site = false;

  bool never() {
    like.score = kNever;
    return false;
  }
  void add(double points) { like.score += points; }

  // In sentences; datelines and furniture between them are none.
  [[nodiscard]] size_t distance() const {
    constexpr size_t kNear = 4;
    size_t d = s.sentence - o.sentence;
    if (d > kNear) return d;
    for (size_t i = o.sentence + 1; i < s.sentence; ++i) {
      const text::Role role = p.text->sentences[i].role;
      d -= role == text::Role::kDateline || role == text::Role::kFurniture;
    }
    return d;
  }
  [[nodiscard]] bool dated() const { return c.when && c.when->dated; }

  bool kind() {
    const bool cumulative = c.kind == ClaimKind::kCumulative,
               was = before.kind == ClaimKind::kCumulative;
    if (was && !cumulative) {
      // More of a campaign: its targets, its toll so far.
      if (c.kind != ClaimKind::kIncident || !c.where.empty() || dated() || distance() > 1 ||
          (war_total(before) && !adds()))
        return never();
      if (p.text->sentences[o.scene.sentence].paragraph != p.sentence->paragraph) return never();
      add(1);
      return true;
    }
    if (cumulative != was) return never();
    if (c.kind == ClaimKind::kIncident && before.kind == ClaimKind::kAggregate) {
      // "68 airstrikes hit the region" is more of the totals just told, an attack with its own
      // place or toll is not.
      if ((counts_people(c) || has_site(c)) && !retold()) return never();
    } else if (c.kind == ClaimKind::kAggregate && before.kind == ClaimKind::kIncident) {
      // A toll of an area is a total in the making: its places may follow.
      if (!o.headline && !retold() &&
          (has_site(before) || (exact_toll(before) && before.where.empty())))
        return never();
      add(-0.5);
    }
    return true;
  }

  // A toll of its own, where one was told.
  [[nodiscard]] bool other_toll() const {
    return !same_toll && !like.widens && !like.part && told_alike();
  }
  // "Another 100 were wounded in X" is more of an event of which only the dead were told; "17
  // others were wounded in X" after others wounded elsewhere is another.
  [[nodiscard]] bool told_alike() const {
    for (int i = 0; i < kOutcomes; ++i)
      if (c.counts[i] && before.counts[i]) return true;
    return false;
  }
  // Told again for sure: the same toll, or "the strikes" just told of without a toll of their own.
  [[nodiscard]] bool retold() const {
    return same_toll || (latest && bare()) ||
           (latest && c.where.empty() && !counts_people(c) && !dated()) ||
           (s.toll && like.widens) ||
           (latest && s.definite &&
            (!counts_people(c) || (c.where.empty() && !exact_toll(before))));
  }

  // The toll of a war is no campaign of which a report tells more.
  [[nodiscard]] static bool war_total(const Claim& claim) {
    const auto& killed = claim.count(Outcome::kKilled);
    return killed && !claim.campaign_day && killed->range.min >= 5000;
  }

  bool time() {
    if (dated() && !(before.when && before.when->dated)) {
      // A day is told here, and the day spoken of before was another one.
      const DateRange& a = c.when->range;
      if (o.scene.running && !o.headline && !(s.definite && latest) &&
          (a.first > o.scene.running->range.last || o.scene.running->range.first > a.last))
        add(-1.5);
    }
    if (!dated() || !before.when || !before.when->dated) return true;
    const DateRange &a = c.when->range, &b = before.when->range;
    if (a.first > b.last || b.first > a.last) {
      // A toll so great and so exact is of one event, whenever it was said.
      if (great_toll()) {
        add(1);
        return true;
      }
      // "By Thursday 36 had died": the day of the count.
      if (!same_toll || same_site || !c.where.empty() || !latest) return never();
      add(-1);
      return true;
    }
    // Totals since different days are of different things.
    if (c.kind == ClaimKind::kCumulative && before.kind == ClaimKind::kCumulative &&
        std::chrono::abs(a.first - b.first) > std::chrono::days(31))
      return never();
    // A day inside a longer period is one of its days, not the whole.
    if ((a.first == a.last) != (b.first == b.last))
      add(-1.5);
    else
      add(1.5);
    return true;
  }

  [[nodiscard]] bool great_toll() const {
    const auto &x = c.count(Outcome::kKilled), &y = before.count(Outcome::kKilled);
    return x && y && !(has_site(c) && has_site(before)) && x->range == y->range &&
           x->range.min >= 60 && x->range.min % 50 != 0 && c.kind == ClaimKind::kIncident &&
           before.kind == ClaimKind::kIncident;
  }
  // Told at the head of the text and without figures of its own.
  [[nodiscard]] bool lead() const {
    if (o.headline) return true;
    if (o.sentence > 1) return false;
    return same_toll || !exact_toll(before);
  }
  [[nodiscard]] static bool exact_toll(const Claim& claim) {
    return std::any_of(std::begin(claim.counts), std::end(claim.counts),
                       [](const auto& f) { return f && !f->range.is_vague(); });
  }

  [[nodiscard]] bool contains(const PlaceMention& outer, const PlaceMention& inner) const {
    return p.lexicon->name_contains(outer.place, inner.place);
  }

  // "a village north-west of Adwa": its name may follow.
  [[nodiscard]] static bool somewhere(const Claim& claim) {
    return std::all_of(claim.where.begin(), claim.where.end(), [](const PlaceMention& m) {
      const bool points =
          m.key.find("north") != std::string::npos || m.key.find("south") != std::string::npos ||
          m.key.find("east") != std::string::npos || m.key.find("west") != std::string::npos;
      return !m.site || (points && m.key.find(" of ") != std::string::npos);
    });
  }
  // A quarter or a building, after a town: lies in it, as far as is told.
  [[nodiscard]] bool in_town() const {
    bool quarter = false, town = false;
    for (const PlaceMention& a : c.where) {
      if (!a.site || !minor(a)) return false;  // of a town told here
      quarter = true;
    }
    for (const PlaceMention& b : before.where) {
      if (!b.site) continue;
      if (minor(b)) return false;
      town = true;
    }
    return quarter && town;
  }
  [[nodiscard]] bool minor(const PlaceMention& m) const {
    const auto building = [&](const Term& t) {
      return t.kind() == lexicon::Kind::kTarget &&
             p.text->tokens[t.first].begin >= m.at.span.begin &&
             p.text->tokens[t.last - 1].end <= m.at.span.end;
    };
    return std::any_of(p.terms.begin(), p.terms.end(), building) ||
           m.class_word == "neighbourhood" || m.class_word == "district" ||
           m.class_word == "landmark" || m.class_word == "street" || m.class_word == "suburb";
  }

  // "eastern Aleppo" and "Aleppo": one name ends or begins with the other.
  [[nodiscard]] static bool within(std::string_view outer, std::string_view inner) {
    if (inner.size() < 4 || outer.size() < inner.size() + 2) return false;
    return (outer.ends_with(inner) && outer[outer.size() - inner.size() - 1] == ' ') ||
           (outer.starts_with(inner) && outer[inner.size()] == ' ');
  }

  bool place() {
    // Lists without end are no one event, and comparing them is not for free.
    if (!c.where.empty() && !before.where.empty() &&
        c.where.size() + before.where.size() > kMostPlaces)
      return never();
    int shared_sites = 0;
    bool shared = false, nested = false, site_named = false, zooms = false;
    for (const PlaceMention& a : c.where)
      for (const PlaceMention& b : before.where) {
        if (a.key == b.key) {
          shared = true;
          shared_sites += a.site && b.site;
          site_named |= a.site || b.site;
          zooms |= b.site && !a.site;
        } else if (contains(a, b) || contains(b, a) ||
                   ((a.site || b.site) && (within(a.key, b.key) || within(b.key, a.key)))) {
          nested = true;
          zooms |= b.site && !a.site && !contains(a, b) && (contains(b, a) || within(a.key, b.key));
          site_named |= a.site && b.site;
        }
      }
    same_site = shared_sites > 0;
    zooms |= latest && !same_site && in_town();
    const bool sited = has_site(c), was_sited = has_site(before) && !somewhere(before);
    if (same_site) {
      add(2.5);
    } else if (sited && was_sited) {
      // A headline or a lead without a toll names the city where the body names the quarter.
      const bool taken_up = latest && ((adds() && !told_alike()) || (s.definite && !other_toll()));
      if (!site_named && !zooms && !taken_up && !(latest && lead())) return never();
      add(same_toll ? 0 : zooms ? 0.5 : taken_up ? -0.5 : site_named ? -1 : -2);
    } else if (c.where.empty()) {
      add(1);
    } else if (sited && !was_sited && s.definite && latest && !counts_people(c)) {
      add(1.5);  // where "the airstrikes" just told of hit
    } else if (shared || nested) {
      add(2);
    } else if (!before.where.empty()) {
      add(same_toll ? 0.5 : -1.5);
    } else if (latest && distance() <= 1 &&
               (like.widens || !(counts_people(c) && counts_people(before)))) {
      add(0.5);  // where it was, told after it
    }
    return true;
  }

  // Figures of one thing: equal, contradicting, or not comparable.
  bool figure(Outcome outcome, double equal) {
    const auto &x = c.count(outcome), &y = before.count(outcome);
    if (outcome == Outcome::kKilled && details()) {
      like.part = true;
      return true;
    }
    if (!x || !y || x->range.is_vague() || y->range.is_vague() || adds()) return true;
    if (x->range.min == y->range.min || bounds(y->range, x->range) || bounds(x->range, y->range)) {
      same_toll |= x->range.min >= 2;
      add(x->range.min >= 2 ? equal : equal / 2);
      return true;
    }
    // "No soldiers died in the attack", after five killed: none of those.
    if (x->range == CountRange::exactly(0) && s.definite && latest && c.where.empty() &&
        !s.another) {
      like.part = true;
      return true;
    }
    // Of tellers that differ, the nearest counts.
    const auto told = x->range.min > y->range.min && !y->told.empty()
                          ? std::min(x->range.min, y->range.max.value_or(y->range.min))
                          : y->range.min;
    const auto low = std::min(x->range.min, told), high = std::max(x->range.min, told);
    const bool near = (low >= 2 && high <= low * 2 && !other_people()) || disputes() ||
                      (s.risen && latest && high == x->range.min && c.where.empty() && !dated());
    if (!near && bare() && latest && x->range.min > 0 && x->range.min < y->range.min) {
      like.part = true;
      return true;
    }
    if (o.scene.parted && !s.parted && !s.toll) return never();
    if (s.elsewhere && s.adds && c.where.empty() && has_site(before)) return never();
    if (s.another || !near || s.headline || o.sentence == s.sentence || two_items() ||
        (before.kind == ClaimKind::kCumulative && !war_total(before)))
      return never();
    like.widens = true;
    return true;
  }
  // "The army admitted two dead", after others told of six: however far the figures are apart.
  [[nodiscard]] bool disputes() const {
    const bool told = s.disputed || (o.scene.disputed && o.scene.sentence + 1 == s.sentence);
    return told && latest && !s.another && (c.where.empty() || !has_site(before)) &&
           (!dated() || same_day()) && before.kind == ClaimKind::kIncident;
  }
  [[nodiscard]] bool same_day() const {
    return before.when && before.when->dated && c.when->range.first == before.when->range.first &&
           c.when->range.last == before.when->range.last;
  }
  // "A doctor said 79 bodies had been buried": no attack, place or day of its own.
  [[nodiscard]] bool bare() const {
    return !s.has_attack && c.events.empty() && c.weapons.empty() && c.actors.empty() &&
           c.where.empty() && !dated() && !s.another && !s.headline && o.sentence != s.sentence;
  }
  // "Her two sons were also killed", after "at least eleven were killed": who some of them were.
  [[nodiscard]] bool details() const {
    const auto &x = c.count(Outcome::kKilled), &y = before.count(Outcome::kKilled);
    return x && y && s.singly && o.scene.by_number && !x->range.is_vague() &&
           (latest || (o.sole && has_site(before) && p.sentence->role != text::Role::kBullet)) &&
           !y->range.is_vague() && x->range.min < y->range.min && !has_site(c) && !dated() &&
           !s.headline && o.sentence != s.sentence && p.sentence->script == text::Script::kLatin &&
           before.kind != ClaimKind::kCumulative && (!s.has_attack || s.definite);
  }
  // Each line of a list has its own toll.
  [[nodiscard]] bool two_items() const {
    return p.sentence->role == text::Role::kBullet &&
           p.text->sentences[o.sentence].role == text::Role::kBullet;
  }
  // "More than 30" is no other toll than 31.
  [[nodiscard]] static bool bounds(const CountRange& low, const CountRange& exact) {
    return !low.max && low.min % 10 == 0 && low.min <= exact.min && exact.min * 4 <= low.min * 5;
  }
  // "14 fighters" are no second count of "19 civilians".
  [[nodiscard]] bool other_people() const {
    return (c.killed_by.contains("combatants") && !c.killed_by.contains("civilians") &&
            before.killed_by.contains("civilians") && !before.killed_by.contains("combatants")) ||
           (before.killed_by.contains("combatants") && !before.killed_by.contains("civilians") &&
            c.killed_by.contains("civilians") && !c.killed_by.contains("combatants"));
  }
  // "Another 15 were injured" is more of the toll told last; "a further five were killed in raids"
  // after others killed is a toll of its own.
  [[nodiscard]] bool adds() const {
    if (!s.adds || !latest || (s.elsewhere && has_site(before) && told_alike())) return false;
    return !s.has_attack || s.definite || !c.count(Outcome::kKilled) ||
           !before.count(Outcome::kKilled);
  }
  bool toll() {
    if (!figure(Outcome::kKilled, 2) || !figure(Outcome::kInjured, 1)) return false;
    return true;
  }

  bool means() {
    if (share_id(c.events, before.events)) {
      add(1);
    } else if (!c.events.empty() && !before.events.empty()) {
      add(same_toll && same_site ? 0 : (s.definite || taken()) && latest ? -0.5 : -1.5);
    } else {
      add(1.5);
    }
    if (share_id(c.targets, before.targets)) add(0.5);
    if (share_actor(c, before))
      add(0.5);
    else if (other_actors(c, before))
      add(-1.5);
    // As many strikes, or others: "eight shells hit the city; four of these fell on X".
    if (exact(c.strikes) && exact(before.strikes))
      add(c.strikes->range.min == before.strikes->range.min ? 1 : -1);
    return true;
  }
  // "Soldiers also took away five men": of the raid just told, unless a place is told with it.
  [[nodiscard]] bool taken() const {
    return c.events.size() == 1 && c.events[0].id == "detention" && c.where.empty();
  }
  [[nodiscard]] static bool exact(const std::optional<Figure>& strikes) {
    return strikes && !strikes->range.is_vague() && strikes->range.min >= 2;
  }

  // Both figures are told by someone, not by the same.
  [[nodiscard]] bool other_teller() const {
    return !c.attribution.empty() && !before.attribution.empty() &&
           std::none_of(c.attribution.begin(), c.attribution.end(), [&](const auto& a) {
             return std::any_of(before.attribution.begin(), before.attribution.end(),
                                [&](const auto& b) { return a.first == b.first; });
           });
  }

  void telling() {
    if (s.item) add(-4);
    if (s.another && !o.scene.another) add(-4);  // both: the other one of two, told again
    if (adds())
      add(2);
    else if (s.adds && s.has_attack)
      add(-2);
    if (details()) add(1.5);
    if (disputes())
      add(2);
    else if (s.definite && latest)
      add(1.5);
    if (like.widens && o.headline) add(1);  // a headline rounds
    if (like.widens && other_teller()) add(0.5);
    // "Put the toll at 24": of the event that a like toll was told of.
    if (like.widens)
      add(s.toll || (s.definite && latest) ? 1 : !latest && c.where.empty() ? -1.5 : 0);
    if (s.single && !o.headline) add(-1);
    if (o.headline) add(1);
    if (o.sentence == s.sentence) add(-2);  // parted within a sentence: two events
    const size_t d = distance();
    if (d <= 1)
      add(0.75);
    else if (d == 2)
      add(0.25);
    else if (!same_toll && !same_site)
      add(d <= 5 ? -1 : -1.5);
  }
};

}  // namespace

Likeness same_event(const Parsed& parsed, const Scene& scene, const Open& open, bool latest) {
  Compare compare{parsed, scene, open, latest};
  if (compare.toll() && compare.kind() && compare.time() && compare.place() && compare.means())
    compare.telling();
  return compare.like;
}

std::string place_key(std::string_view name) {
  std::string k = fold(name);
  static constexpr std::array<std::string_view, 9> kArticles = {
      "al ", "el ", "ash ", "ad ", "ar ", "as ", "at ", "az ", "\xD8\xA7\xD9\x84"};
  for (const std::string_view article : kArticles)
    if (k.starts_with(article) && k.size() > article.size() + 2) {
      k.erase(0, article.size());
      break;
    }
  return k;
}

}  // namespace sijil::claims
