// SPDX-License-Identifier: Apache-2.0
// Scenes of a document to claims: what is told twice is one claim, what is another event is
// another.
#include "base/fold.hpp"
#include "claims/claims.hpp"
#include "claims/clause.hpp"
#include "claims/parts.hpp"
#include "claims/same_event.hpp"
#include "claims/section.hpp"
#include "claims/statement.hpp"
#include "claims/victims.hpp"
#include "claims/when.hpp"
#include "claims/where.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::DateContext;
using mentions::DateUse;
using mentions::PlaceRole;
using text::Role;
using text::Text;

namespace {

bool names_place(const Claim& c, std::string_view key) {
  return std::any_of(c.where.begin(), c.where.end(),
                     [&](const PlaceMention& p) { return p.key == key; });
}

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

class Assembler {
 public:
  Assembler(const Text& text, const lexicon::Lexicon& lex, const Context& context)
      : text_(text), lex_(lex), context_(context) {}

  Result run() {
    DateContext dates{context_.published, std::nullopt};
    for (size_t i = 0; i < text_.sentences.size(); ++i) {
      const text::Sentence& s = text_.sentences[i];
      if (s.role == Role::kFurniture || s.last - s.first < 2) continue;
      Parsed p = parse(s, dates);
      if (s.role == Role::kDateline) {
        place_.hear(p, i);
        continue;
      }
      // A text without a date line says itself when it was written: "today, Saturday 16 October".
      if (!dates.published) anchor_ = dates.published = day_of_writing(p, i);
      day_.hear_start(p, i);
      // Calls, condemnations and denials are kept apart, never counted.
      if (std::optional<Stated> stated = read_statement(p)) {
        stated->clues.sentence = i;
        clues_.push_back(std::move(stated->clues));
        result_.statements.push_back(std::move(stated->statement));
        if (!stated->facts) {
          if (result_.statements.back().kind == "condemnation") blame(p, i);
          take_beside(p, stated->at, i);
          day_.hear(p, i);
          see_place(p, i);
          continue;
        }
      }
      const bool line = list_line(p) || p.headed;
      if (lead_ && !(line && i - lead_sentence_ <= 2)) lead_.reset();
      const bool item = list_head_ && line_of_list(p, i);
      if (item && !p.has(Kind::kOutcome)) p.heading = list_head_->outcome;
      std::vector<Scene> scenes = find_scenes(p, i);
      if (auto who = suspected_in(p); !who.empty()) suspect(std::move(who), scenes, i);
      for (size_t k = 0; k < scenes.size() && !p.heading; ++k)
        if (told_in_parts(scenes, k, dates)) scenes[k].total = scenes[k].parted = true;
      if (lead_) {
        if (!p.heading)
          for (Scene& scene : scenes) lend(*lead_, scene);
        lead_sentence_ = i;
      } else if (heads_list(p) && !scenes.empty() && scenes.back().has_attack) {
        lead_ = scenes.back();
        lead_sentence_ = i;
      } else if (heads_list(p) && scenes.empty() && p.dates.size() == 1 &&
                 p.dates[0].use == mentions::DateUse::kPoint) {
        lead_.emplace();  // "The violations of 7 August:"
        lead_->date = p.dates[0];
        lead_sentence_ = i;
      }
      if (scenes.empty()) {
        day_.hear(p, i);
        see_place(p, i);
        hear_actors(p, i);
        follow(p, i);
        names(p, i);
      }
      if (const auto heading = names_heading(p)) {
        heading_ = heading;
        list_ = i;
      }
      for (Scene& scene : scenes) {
        if (scene.hypothetical || scene.background) continue;
        if (p.heading) {
          // An item without an attack or a party only says who the dead of the list were.
          if ((scene.has_attack || named_party(p)) && counts_people(scene.claim))
            take_item(scene, p);
        } else {
          take(scene, p);
        }
        const bool since = !dates.published && !dates.running;  // the year that "January" is of
        // "Last week" is no day that "an hour later" counts from.
        if (scene.date && scene.date->range &&
            (since || (scene.date->use == DateUse::kPoint &&
                       scene.date->range->precision != DatePrecision::kWeek))) {
          dates.running = scene.date->range->first;
          dates.by_day = scene.date->range->precision <= DatePrecision::kWeek;
        }
      }
      if (!item) hear_list_head(p, i);
      place_.hear(p, i);
    }
    finish();
    return std::move(result_);
  }

 private:
  // "Army Shells Town in North": where all longer words but prepositions begin with a capital, that
  // tells no names.
  [[nodiscard]] bool in_capitals(const text::Sentence& s) const {
    static constexpr std::array<std::string_view, 14> kSmall = {
        "with", "from", "after", "over",    "into", "near",  "during",
        "amid", "than", "that",  "against", "says", "least", "their"};
    size_t words = 0, upper = 0;
    for (uint32_t k = s.first; k < s.last; ++k) {
      const text::Token& t = text_.tokens[k];
      if (t.kind != text::TokenKind::kWord || t.script != text::Script::kLatin ||
          t.end - t.begin <= 3)
        continue;
      ++words;
      if (t.has(text::kUpperInitial)) {
        ++upper;
      } else if (std::find(kSmall.begin(), kSmall.end(), text_.fold_of(k)) == kSmall.end()) {
        return false;
      }
    }
    return words >= 4 && upper * 10 >= words * 8;
  }
  Parsed parse(const text::Sentence& s, const DateContext& dates) {
    Parsed p;
    p.text = &text_;
    p.lexicon = &lex_;
    p.sentence = &s;
    p.published = dates.published;
    p.terms = mentions::find_terms(text_, lex_, s.first, s.last);
    p.dates = mentions::find_dates(text_, lex_, s.first, s.last, p.terms, dates);
    std::vector<bool> busy(s.last - s.first, false);
    for (const auto& d : p.dates)
      for (uint32_t k = d.first; k < d.last; ++k) busy[k - s.first] = true;
    const bool capitals = in_capitals(s);
    p.places = mentions::find_places(text_, lex_, s.first, s.last, p.terms, busy, capitals);
    if (const auto head = place_at_head(p)) {
      p.headed = true;
      p.places.insert(p.places.begin(), *head);
    }
    for (const auto& pl : p.places)
      for (uint32_t k = pl.first; k < pl.last; ++k) busy[k - s.first] = true;
    // "Salma Karam, 45, ...": an age counts nobody.
    for (uint32_t k = s.first + 2; k < s.last; ++k) {
      if (text_.tokens[k].kind != text::TokenKind::kNumber || text_.tokens[k].fold_length > 2 ||
          text_.punct(k - 1) != ',')
        continue;
      const text::Token& name = text_.tokens[k - 2];
      if (name.script == text::Script::kLatin && name.has(text::kUpperInitial) &&
          (k + 1 >= s.last || text_.punct(k + 1) == ',' || text_.punct(k + 1) == '.'))
        busy[k - s.first] = true;
    }
    // A long aside in brackets tells of other things.
    for (uint32_t k = s.first; k < s.last; ++k) {
      const char open = text_.punct(k), shut = open == '[' ? ']' : ')';
      if (open != '(' && open != '[') continue;
      uint32_t close = k + 1;
      while (close < s.last && text_.punct(close) != shut) ++close;
      if (close < s.last && close - k > 6 && s.script == text::Script::kLatin &&
          !lists_people(p.terms, k, close))
        for (uint32_t j = k; j <= close; ++j) busy[j - s.first] = true;
      k = std::min(close, s.last - 1);
    }
    p.quantities = mentions::find_quantities(text_, lex_, s.first, s.last, p.terms, busy);
    return p;
  }

  // "(three girls, including a baby, two women, and one man)"
  [[nodiscard]] bool lists_people(const std::vector<Term>& terms, uint32_t open,
                                  uint32_t close) const {
    int people = 0;
    bool number = text_.fold_of(open + 1) == "a" || text_.fold_of(open + 1) == "an" ||
                  text_.tokens[open + 1].kind == text::TokenKind::kNumber;
    for (const Term& t : terms) {
      if (t.first <= open || t.last > close) continue;
      if (t.kind() == lexicon::Kind::kOutcome || t.kind() == lexicon::Kind::kEvent ||
          t.kind() == lexicon::Kind::kReporting)
        return false;
      people += t.kind() == lexicon::Kind::kPeople ? 1 : 0;
      number |= t.kind() == lexicon::Kind::kNumber && t.first == open + 1;
    }
    return number && people >= 2;
  }

  // Whether a toll at the head of the report is a total whose parts follow (parts.hpp).
  static constexpr size_t kPartsIn = 12;  // sentences
  [[nodiscard]] bool told_in_parts(const std::vector<Scene>& scenes, size_t at,
                                   const DateContext& dates) {
    const Scene& head = scenes[at];
    Parts parts(head);
    if (!parts.sums() || !first_toll(head) || !wide(head.claim, lex_)) return false;
    for (size_t k = at + 1; k < scenes.size(); ++k) parts.add(scenes[k]);
    size_t i = head.sentence;
    while (++i < text_.sentences.size() && i <= head.sentence + kPartsIn && parts.open()) {
      const text::Sentence& s = text_.sentences[i];
      if (s.role == Role::kFurniture || s.role == Role::kDateline || s.last - s.first < 2) continue;
      for (const Scene& scene : find_scenes(parse(s, dates), i))
        if (!scene.hypothetical && !scene.background) parts.add(scene);
    }
    return parts.whole();
  }
  // No other toll was told before it.
  static constexpr size_t kFirst = 8;  // claims
  [[nodiscard]] bool first_toll(const Scene& head) const {
    return open_.size() <= kFirst && std::all_of(open_.begin(), open_.end(), [&](const Open& o) {
             return o.headline || !counts_people(o.scene.claim) ||
                    retells(o.scene.claim, head.claim);
           });
  }

  // A line that tells of no event may name those harmed by the one told last: a list under a
  // heading, one name a line, or the sentence after.
  void names(const Parsed& p, size_t i) {
    // A number alone or a name cut short stands between two lines of a list.
    const bool listed = heading_ && i - list_ <= 4;
    if (!listed) heading_.reset();
    if (open_.empty()) return;
    const auto reach = open_.rbegin() + static_cast<std::ptrdiff_t>(std::min(open_.size(), kReach));
    auto last = std::find_if(open_.rbegin(), reach,
                             [&](const Open& o) { return o.sentence == last_told_; });
    if (last == reach) last = open_.rend() - 1;  // the main event, told of again
    if (last->sentence != last_told_ || (!listed && i - last->sentence > 2)) return;
    if (listed) last->scene.list_items = std::max(last->scene.list_items, list_item(p).value_or(0));
    const auto victims = find_victims(p, p.sentence->first, p.sentence->last, heading_);
    if (victims.empty()) return;
    list_ = i;
    last->scene.named_list |= listed;
    if (listed) last->scene.list_cut = cut_short(p);
    Claim& c = last->scene.claim;
    if (c.victims.empty()) c.rules.push_back("victims.named");
    add_victims(c.victims, victims);
  }

  // "3. Salma Haddad...": more may have been named.
  [[nodiscard]] bool cut_short(const Parsed& p) const {
    const text::Token& t = text_.tokens[p.sentence->last - 1];
    return text_.punct(p.sentence->last - 1) == '.' && t.end - t.begin >= 3;
  }

  // The number that a line of a list begins with.
  [[nodiscard]] std::optional<size_t> list_item(const Parsed& p) const {
    const text::Token& t = text_.tokens[p.sentence->first];
    if (t.kind != text::TokenKind::kNumber || t.fold_length > 3) return std::nullopt;
    size_t n = 0;
    for (const char c : text_.fold_of(t)) {
      if (c < '0' || c > '9') return std::nullopt;
      n = n * 10 + static_cast<size_t>(c - '0');
    }
    return n;
  }

  // Where a crime was that a sentence speaks of without telling it: "condemned the massacre in the
  // town of X at dawn. The attack killed ten."
  void see_place(const Parsed& p, size_t sentence) {
    Scene seen;
    seen.first = p.sentence->first;
    seen.last = p.sentence->last;
    read_where(p, seen);
    read_when(p, seen);
    const auto sites = std::count_if(seen.claim.where.begin(), seen.claim.where.end(),
                                     [](const PlaceMention& m) { return m.site; });
    if (sites != 1 || !seen.date) return;
    seen.sentence = sentence;
    seen_ = std::move(seen);
  }
  // A sentence or clause of no event tells more of the one told last: when it was, and where.
  void follow(const Parsed& p, size_t sentence) {
    Scene detail;
    detail.sentence = sentence;
    detail.first = p.sentence->first;
    detail.last = p.sentence->last;
    read_where(p, detail);
    read_when(p, detail);
    follow(p, detail);
  }
  void follow(const Parsed& p, const Scene& detail) {
    const auto told = std::find_if(open_.rbegin(), open_.rend(),
                                   [&](const Open& o) { return o.sentence == last_told_; });
    if (told == open_.rend() || detail.sentence - last_told_ > 2 || detail.another) return;
    lend_when(p, detail, told->scene);
    lend_where(p, detail, told->scene);
    if (told->scene.claim.actors.empty()) told->scene.claim.actors = blamed_in(p);
  }
  // "The governor condemned the attack, which he blamed on X."
  void blame(const Parsed& p, size_t sentence) {
    const auto told = std::find_if(open_.rbegin(), open_.rend(),
                                   [&](const Open& o) { return o.sentence == last_told_; });
    if (told != open_.rend() && sentence - last_told_ <= 2 && told->scene.claim.actors.empty())
      told->scene.claim.actors = blamed_in(p);
  }
  // "It was unclear whether the raids were carried out by X or Y": said of the event just told, and
  // no event of its own.
  void suspect(std::vector<ActorMention> who, std::vector<Scene>& scenes, size_t sentence) {
    std::erase_if(scenes, [](const Scene& s) { return s.hypothetical; });
    for (Scene& s : scenes) {
      s.claim.actors = who;
      std::erase_if(s.claim.where, [&](const PlaceMention& m) {
        return std::any_of(who.begin(), who.end(),
                           [&](const ActorMention& a) { return a.at.span == m.at.span; });
      });
    }
    const auto told = std::find_if(open_.rbegin(), open_.rend(),
                                   [&](const Open& o) { return o.sentence == last_told_; });
    if (scenes.empty() && told != open_.rend() && sentence - last_told_ <= 2)
      told->scene.claim.actors = std::move(who);
  }
  // "The occupation continues its aggression against our regions." tells of no event, but who is
  // meant in those that follow.
  static constexpr size_t kHeard = 3;  // sentences
  void hear_actors(const Parsed& p, size_t sentence) {
    if (!p.has(Kind::kEvent) || p.sentence->script != text::Script::kLatin) return;
    Scene whole;
    whole.first = p.sentence->first;
    whole.last = p.sentence->last;
    read_actors(p, whole);
    if (whole.claim.actors.empty()) return;
    heard_ = std::move(whole.claim.actors);
    heard_at_ = sentence;
  }
  void place_from_seen(Scene& s) {
    if (!seen_ || s.sentence - seen_->sentence > 2 || !s.claim.where.empty() ||
        !(s.definite || s.same_place))
      return;
    if (!open_.empty() && last_told_ > seen_->sentence) return;
    s.claim.where = seen_->claim.where;
    s.area_only = false;
    if (!s.date) s.date = seen_->date;
    s.claim.rules.push_back("place.of_passage");
  }

  // "... the dead are distributed as follows:" and the lines under it, each a toll of its own.
  struct ListHead {
    Outcome outcome = Outcome::kKilled;
    size_t open = 0;      // the event or total that the list is of
    size_t sentence = 0;  // the line before
  };
  void hear_list_head(const Parsed& p, size_t i) {
    list_head_.reset();
    if (open_.empty() || text_.punct(p.sentence->last - 1) != ':') return;
    for (const Term& t : p.terms)
      if (t.kind() == Kind::kOutcome)
        for (const Outcome o : {Outcome::kKilled, Outcome::kInjured})
          if (base_of(p.id(t)) == to_word(o)) list_head_ = ListHead{o, open_.size() - 1, i};
    // "The toll is distributed as follows:"
    const bool toll = std::any_of(p.terms.begin(), p.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kCue && p.id(t).starts_with("replace");
    });
    if (!list_head_ && toll && open_.back().scene.claim.count(Outcome::kKilled))
      list_head_ = ListHead{Outcome::kKilled, open_.size() - 1, i};
  }
  [[nodiscard]] bool line_of_list(const Parsed& p, size_t i) {
    const char c = text_.punct(p.sentence->first);
    const bool line = text_.tokens[p.sentence->first].has(text::kNewline) &&
                      i - list_head_->sentence <= 2 &&
                      (p.sentence->role == Role::kBullet || c == '-' ||
                       text_.tokens[p.sentence->first].kind == text::TokenKind::kNumber);
    if (line) list_head_->sentence = i;
    return line;
  }
  // "- The army: 118 civilians": who killed them.
  [[nodiscard]] bool named_party(const Parsed& p) const {
    return std::any_of(p.terms.begin(), p.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kActor && t.last < p.sentence->last && text_.punct(t.last) == ':';
    });
  }
  void take_item(Scene& s, const Parsed& p) {
    tell_when(p, s);
    const Claim& head = open_[list_head_->open].scene.claim;
    s.claim.kind = kind_of(s);
    if (s.claim.actors.empty()) s.claim.actors = head.actors;
    if (!has_site(s.claim)) {
      s.claim.kind = head.kind;
      if (!s.claim.when || !s.claim.when->dated) s.claim.when = head.when;
    }
    s.claim.rules.push_back("toll.of_list");
    Open o;
    o.sentence = last_told_ = s.sentence;
    o.generic = s.generic_events;
    o.scene = s;
    open_.push_back(std::move(o));
  }

  // What a sentence tells beside its statement.
  void take_beside(const Parsed& p, uint32_t statement, size_t i) {
    for (const auto& [first, last] : told_beside(p, statement)) {
      text::Sentence stretch = *p.sentence;
      stretch.first = first;
      stretch.last = last;
      Parsed q = p;
      q.sentence = &stretch;
      for (Scene& scene : find_scenes(q, i))
        if (!scene.hypothetical && !scene.background) take(scene, q);
    }
  }

  // "A total of eight died", just after an attack and its parts: its toll, no total of several.
  void sum_up(Scene& s) const {
    const auto& killed = s.claim.count(Outcome::kKilled);
    if (!s.total || open_.empty() || s.sentence - last_told_ > 2 || !killed ||
        killed->range.is_vague() || !s.claim.where.empty() || s.has_attack || s.period || s.since ||
        s.headline || (s.claim.when && s.claim.when->dated))
      return;
    const Open& last = open_.back();
    const auto& told = last.scene.claim.count(Outcome::kKilled);
    if (last.sentence != last_told_ || last.scene.claim.kind != ClaimKind::kIncident || !told ||
        told->range.is_vague() || killed->range.min < highest(told->range) ||
        killed->range.min > 4 * highest(told->range))
      return;
    s.total = false;
    s.risen = s.definite = true;
  }

  void take(Scene& s, const Parsed& p) {
    place_from_seen(s);
    tell_when(p, s);
    day_.hear(p, s);
    sum_up(s);
    s.claim.kind = kind_of(s);
    if (tolls_pending(s)) {
      open_scene(std::move(*pending_));
      pending_.reset();
      join(open_.back(), s);
      return;
    }
    Open* home = find_home(s, p);
    if (home != nullptr && of_another_time(home->scene, s, p.published)) home = nullptr;
    if (home != nullptr) {
      if (lends_no_time(p, s)) s.claim.when.reset();
      if (!home->scene.running) home->scene.running = s.running;
      if (!home->scene.said) home->scene.said = s.said;
      if (!home->scene.start) home->scene.start = s.start;
      join(*home, s);
      return;
    }
    if (!stands_alone(s)) {
      hear_actors(p, s.sentence);
      follow(p, s);
      place_.note(p, s, !open_.empty() && last_told_ + 1 >= s.sentence);
      if (s.has_attack && s.reported && !s.claim.events.empty()) pending_ = s;
      if (!spare_ && s.has_attack && s.aftermath && has_site(s.claim) && !s.claim.events.empty())
        spare_ = s;
      return;
    }
    place_.note(p, s, !open_.empty() && last_told_ + 1 >= s.sentence);
    open_scene(s);
  }
  void open_scene(Scene s) {
    Open o;
    o.sentence = s.sentence;
    o.headline = s.headline;
    if (s.sentence - heard_at_ <= kHeard && (open_.empty() || last_told_ < heard_at_))
      o.heard = heard_;
    o.generic = s.generic_events;
    last_told_ = s.sentence;
    o.scene = std::move(s);
    open_.push_back(std::move(o));
  }
  // "Jets dropped napalm on a row of houses. Some 15 people died.": the toll makes an event of an
  // attack told without place or toll.
  [[nodiscard]] bool tolls_pending(const Scene& s) const {
    return pending_ && s.sentence - pending_->sentence == 1 && !s.headline && !s.another &&
           text_.sentences[s.sentence].script == text::Script::kLatin &&
           s.claim.kind == ClaimKind::kIncident && pending_->claim.kind == ClaimKind::kIncident &&
           !s.has_attack && s.claim.where.empty() && s.claim.actors.empty() &&
           !(s.claim.when && s.claim.when->dated) && harmed(s.claim) && !toll_told(s.claim);
  }
  [[nodiscard]] bool toll_told(const Claim& c) const {
    const auto equal = [](const std::optional<Figure>& a, const std::optional<Figure>& b) {
      return a && b && !a->range.is_vague() && a->range == b->range;
    };
    return std::any_of(open_.begin(), open_.end(), [&](const Open& o) {
      return equal(o.scene.claim.count(Outcome::kKilled), c.count(Outcome::kKilled)) ||
             equal(o.scene.claim.count(Outcome::kInjured), c.count(Outcome::kInjured));
    });
  }

  // From the first of a month on, for a month at most; the first of January is of the year.
  [[nodiscard]] static bool begins_month(const DateRange& range) {
    const std::chrono::year_month_day first(range.first);
    return static_cast<unsigned>(first.day()) == 1 && static_cast<unsigned>(first.month()) != 1 &&
           (range.last - range.first).count() < 31;
  }
  [[nodiscard]] ClaimKind kind_of(const Scene& s) const {
    // A day of its own outweighs a "since" said of something else: "On Monday raids killed 23 in
    // the town, besieged since May".
    const bool own_day = s.date && s.date->use == DateUse::kPoint && s.date->range &&
                         s.date->range->first == s.date->range->last;
    if (s.claim.campaign_day && !own_day && !of_one_day(s)) return ClaimKind::kCumulative;
    // Since the beginning of the month: its total, not that of the war.
    const bool of_month = s.date && s.date->range && begins_month(*s.date->range);
    if (s.since && !own_day) return of_month ? ClaimKind::kAggregate : ClaimKind::kCumulative;
    // "has repeatedly shelled": a habit, no event.
    if ((s.repeated || many_strikes(s.claim)) && !own_day && !exact_toll(s.claim))
      return ClaimKind::kCumulative;
    // No single event kills or drives out so many: the total of a war.
    const auto& killed = s.claim.count(Outcome::kKilled);
    const auto& displaced = s.claim.count(Outcome::kDisplaced);
    if ((killed && killed->range.min >= 5000) || (displaced && displaced->range.min >= 300000))
      return ClaimKind::kCumulative;
    if ((s.period && !one_night(s) && !one_day(s)) || s.total) return ClaimKind::kAggregate;
    size_t sites = 0;
    for (const auto& p : s.claim.where) sites += p.site;
    if (s.claim.places_hit && s.claim.places_hit->range.min >= 3) return ClaimKind::kAggregate;
    if (sites >= 3 && !counts_people(s.claim)) return ClaimKind::kAggregate;
    if (s.claim.when && s.claim.when->dated) {
      const auto days = (s.claim.when->range.last - s.claim.when->range.first).count();
      // "Last week", "in late March" beside one place: a day not told exactly, no period.
      const DatePrecision p = s.claim.when->range.precision;
      const bool exact_place =
          sites == 1 && (s.one_site || !also_province(*std::find_if(
                                           s.claim.where.begin(), s.claim.where.end(),
                                           [](const PlaceMention& m) { return m.site; })));
      const bool vague_day = exact_place && (!s.date || s.date->use == DateUse::kPoint) &&
                             (p == DatePrecision::kWeek || p == DatePrecision::kMonth ||
                              (p == DatePrecision::kDays && !s.period && s.date && days >= 9));
      if (days > 31 && !vague_day) return ClaimKind::kCumulative;
      if (days > 1 && !vague_day) return ClaimKind::kAggregate;
    }
    return ClaimKind::kIncident;
  }

  // "has carried out hundreds of strikes": over years.
  [[nodiscard]] static bool many_strikes(const Claim& c) {
    return c.strikes && !has_site(c) &&
           (c.strikes->range.vague == Vague::kHundreds ||
            c.strikes->range.vague == Vague::kThousands);
  }
  // "within half an hour"
  [[nodiscard]] static bool one_day(const Scene& s) {
    return s.date && s.date->range && s.date->range->first == s.date->range->last;
  }
  // "Overnight", "on the night of Wednesday to Thursday": no period.
  [[nodiscard]] bool one_night(const Scene& s) const {
    if (!s.date || !s.date->range ||
        s.date->range->last - s.date->range->first > std::chrono::days(1))
      return false;
    bool night = s.date->time == TimeOfDay::kNight;
    for (uint32_t k = s.date->first; k < s.date->last; ++k) night |= text_.fold_of(k) == "night";
    return night;
  }

  // Parts never exceed their total: such a part is of another toll, or misread.
  static void keep_within_total(const std::optional<Figure>& total,
                                std::map<std::string, Figure>& parts) {
    if (!total || total->range.is_vague() || !total->range.max) return;
    std::erase_if(parts, [&](const auto& part) {
      return !part.second.range.is_vague() && part.second.range.min > *total->range.max;
    });
  }

  // A toll; that many fled is none, nor is that nobody was hurt.
  [[nodiscard]] static bool harmed(const Claim& c) {
    for (int o = 0; o < kOutcomes; ++o)
      if (c.counts[o] && !(c.counts[o]->range == CountRange::exactly(0)) &&
          !(static_cast<Outcome>(o) == Outcome::kDisplaced && c.counts[o]->range.is_vague()))
        return true;
    return false;
  }

  [[nodiscard]] static bool exact_toll(const Claim& c) {
    return std::any_of(std::begin(c.counts), std::end(c.counts),
                       [](const auto& f) { return f && !f->range.is_vague(); });
  }

  [[nodiscard]] static bool none_hurt(const Claim& c) {
    return std::any_of(std::begin(c.counts), std::end(c.counts),
                       [](const auto& f) { return f && f->range == CountRange::exactly(0); });
  }

  // "Rebels regularly shell the capital", "jets have bombed markets since May": means told, or who
  // and where. That forces have been fighting since a war began is its background.
  [[nodiscard]] bool campaign(const Scene& s) const {
    const Claim& c = s.claim;
    bool means = std::find(s.generic_events.begin(), s.generic_events.end(), "bombard") !=
                 s.generic_events.end();
    for (const Tagged& t : c.events) means |= t.id != "ground_op" && t.id != "other";
    const bool english = text_.sentences[s.sentence].script == text::Script::kLatin;
    if (std::any_of(c.where.begin(), c.where.end(),
                    [&](const PlaceMention& m) { return m.site && !country(m); }))
      return (means && s.repeated && english) || !c.actors.empty();
    if (c.where.empty() && s.same_place) return s.repeated && (means || !c.actors.empty());
    return !c.actors.empty() &&
           (c.where.empty() ? s.repeated && means : means || !c.targets.empty());
  }
  [[nodiscard]] bool country(const PlaceMention& m) const {
    if (m.place.empty()) return false;
    const auto& senses = lex_.senses(static_cast<uint32_t>(std::stoul(m.place)));
    return std::any_of(senses.begin(), senses.end(), [&](const lexicon::Sense& s) {
      return s.kind == Kind::kPlace &&
             lex_.gazetteer().places()[static_cast<size_t>(s.value)].cls ==
                 lexicon::PlaceClass::kCountry;
    });
  }
  // What a scene needs to be a claim of its own.
  [[nodiscard]] bool stands_alone(const Scene& s) const {
    const Claim& c = s.claim;
    if (harmed(c)) return true;
    if (none_hurt(c) && (s.has_attack || !c.weapons.empty() || !c.events.empty())) return true;
    if (c.strikes &&
        (!c.where.empty() || (c.when && c.when->dated && !c.strikes->range.is_vague())))
      return true;
    if (c.strikes && !c.strikes->range.is_vague() && c.kind == ClaimKind::kCumulative &&
        !c.actors.empty())
      return true;
    if (!s.has_attack || !s.reported) return false;
    if (has_site(c) || (s.repeated && c.kind == ClaimKind::kCumulative &&
                        text_.sentences[s.sentence].script == text::Script::kLatin && campaign(s)))
      return true;
    if (s.item && s.another && !c.targets.empty()) return true;
    if (c.places_hit || c.campaign_day) return true;
    return !c.where.empty() && ((c.when && (!c.actors.empty() || !c.events.empty())) ||
                                (!c.actors.empty() && !c.events.empty() && s.latin));
  }

  // The event told before that the scene is most surely of; null when it is another. Sets widen_,
  // part_.
  Open* find_home(const Scene& s, const Parsed& p) {
    Open* best = nullptr;
    double score = kJoin;
    const size_t from = open_.size() > kReach ? open_.size() - kReach : 0;
    size_t numbered = 0;
    for (size_t i = from; i < open_.size(); ++i) numbered += open_[i].scene.by_number;
    for (size_t i = 0; i < open_.size(); ++i) {
      if (i == 1 && from > 1) i = from;  // the first is the main event
      open_[i].sole = numbered == 1 && open_[i].scene.by_number;
      const Likeness like = same_event(p, s, open_[i], open_[i].sentence == last_told_);
      if (like.score < score) continue;
      score = like.score;
      best = &open_[i];
      widen_ = like.widens;
      part_ = like.part;
    }
    return best;
  }

  [[nodiscard]] bool same_passage(const Open& a, const Open& b) const {
    const auto& sentences = text_.sentences;
    const uint32_t p = sentences[a.scene.sentence].paragraph,
                   q = sentences[b.scene.sentence].paragraph;
    return p == q || (sentences[b.scene.sentence].role == Role::kBullet && q > p && q - p <= 12);
  }
  // An article keeps its actors over its paragraphs, unless a new one tells of another attack
  // elsewhere and several sides have been told; posts and digests begin anew with each line.
  [[nodiscard]] bool running_prose(const Open& o) const {
    return in_prose(o) && (o.scene.definite || !has_site(o.scene.claim));
  }
  [[nodiscard]] bool bullet(const Open& o) const {
    return text_.sentences[o.scene.sentence].role == Role::kBullet;
  }
  [[nodiscard]] bool in_prose(const Open& o) const {
    const text::Sentence& s = text_.sentences[o.scene.sentence];
    return s.script == text::Script::kLatin && s.role == Role::kBody;
  }
  [[nodiscard]] static bool same_actors(const std::vector<ActorMention>& a,
                                        const std::vector<ActorMention>& b) {
    auto within = [](const auto& x, const auto& y) {
      return std::all_of(x.begin(), x.end(), [&](const ActorMention& m) {
        return std::any_of(y.begin(), y.end(), [&](const ActorMention& n) { return n.id == m.id; });
      });
    };
    return within(a, b) && within(b, a);
  }
  // A campaign of bombing is of the kinds of bombing that the report tells of.
  void campaign_events(Claim& c) const {
    for (const Tagged& e : bombing_)
      if (std::none_of(c.events.begin(), c.events.end(),
                       [&](const Tagged& t) { return t.id == e.id; }))
        c.events.push_back(e);
  }
  void note_bombing(const Claim& c) {
    for (const Tagged& e : c.events)
      if ((e.id == "airstrike" || e.id == "shelling") && bombing_.size() < 2 &&
          (bombing_.empty() || bombing_[0].id != e.id))
        bombing_.push_back(e);
  }

  // "The offensive has killed 44,000 people": the toll of a war tells no means, whatever weapons
  // are told of beside it.
  static constexpr int64_t kWarToll = 50000;
  static void war_total_means(Claim& c) {
    const auto& killed = c.count(Outcome::kKilled);
    if (killed &&
        ((c.events.size() == 1 && c.events[0].id == "ground_op") || killed->range.min >= kWarToll))
      c.events.clear();
  }

  struct Told {
    const Open* actors_from = nullptr;
    const Open* events_from = nullptr;
    std::vector<ActorMention> actors;
    std::vector<Tagged> events, events_of_actors;
    std::vector<WeaponMention> weapons;  // of the latest that names its means
    bool one_side = true;                // all actors told so far are the same
    bool bombardment = false;            // by air and ground alike
  };

  // Within a passage what is told first is meant in what follows: "other airstrikes hit ...",
  // "seven commanders were killed".
  // "1,410 bodies in August": a total of a month is not of the attack told before it.
  [[nodiscard]] static bool long_period(const Claim& c) {
    return c.kind == ClaimKind::kAggregate && c.when && c.when->dated &&
           c.when->range.last - c.when->range.first >= std::chrono::days(6);
  }
  void inherit(Claim& c, Open& o, Told& told) const {
    const bool own_events = !c.events.empty();
    if (!own_events && told.events_from != nullptr && c.kind != ClaimKind::kCumulative &&
        !(long_period(c) && o.generic.empty() && !bullet(o)) &&
        same_passage(*told.events_from, o) &&
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
        (same_passage(*told.actors_from, o) || running_prose(o) ||
         (told.one_side && in_prose(o)))) {
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
      told.bombardment =
          std::find(o.generic.begin(), o.generic.end(), "bombard") != o.generic.end();
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
  [[nodiscard]] bool also_province(const PlaceMention& m) const {
    if (m.place.empty() || m.class_word == "city") return false;
    for (const auto& s : lex_.senses(static_cast<uint32_t>(std::stoul(m.place))))
      if (s.kind == Kind::kPlace && lex_.gazetteer().places()[static_cast<size_t>(s.value)].cls ==
                                        lexicon::PlaceClass::kGovernorate)
        return true;
    return false;
  }

  // How many claims back a retelling is looked for; keeps long digests linear.
  static constexpr size_t kReach = 48;
  static constexpr size_t kPost = 4;      // sentences of a post
  static constexpr size_t kTellers = 16;  // whose figures are kept one by one

  static void join_figure(std::optional<Figure>& to, const std::optional<Figure>& from) {
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
  static void add_figure(std::optional<Figure>& to, const std::optional<Figure>& from) {
    if (!from || from->range.is_vague()) return;
    if (!to || to->range.is_vague())
      to = from;
    else
      to->range = sijil::add(to->range, from->range);
  }

  static int64_t highest(const CountRange& r) { return r.max.value_or(r.min); }

  // Two tellers: from the lowest to the highest figure, each kept with its teller.
  static void widen(std::optional<Figure>& to, const std::optional<Figure>& from,
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
  static void settle_toll(Open& home, const Scene& s) {
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
  static void join_groups(std::map<std::string, Figure>& to,
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
  [[nodiscard]] bool told_as(const Tagged& e, const Claim& of, const Claim& event) const {
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
  static void join_places(Claim& to, const Claim& from) {
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
  static void keep_told_sites(Claim& headline, const Claim& body) {
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

  void join(Open& home, const Scene& s) {
    Claim& to = home.scene.claim;
    const Claim& from = s.claim;
    for (const Tagged& e : from.events) {
      bool known = told_as(e, from, to);
      for (const Tagged& o : to.events) known |= o.id == e.id;
      if (!known) to.events.push_back(e);
    }
    if (home.headline)
      std::erase_if(to.events, [&](const Tagged& e) { return told_as(e, to, to); });
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
    std::stable_sort(
        to.where.begin(), to.where.end(),
        [](const PlaceMention& a, const PlaceMention& b) { return a.site && !b.site; });
    home.sentence = last_told_ = s.sentence;
    home.headline = home.headline && s.headline;
  }

  // How surely a headline that no sentence was joined to tells of an event of the body after all.
  [[nodiscard]] double fits_headline(const Claim& h, const Claim& b) const {
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
  void merge_headlines() {
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

  void finish() {
    // "Smoke rises after shelling of X", and nothing else: the post reports what it refers to.
    if (open_.empty() && spare_ && sentences_ <= kPost) open_scene(*spare_);
    merge_headlines();
    const bool air = only_air();
    const std::string country = country_told();
    std::optional<When> period;  // of the first total
    Told told;  // the latest claim that names its actors, the latest that names its means
    for (Open& o : open_) {
      Claim& c = o.scene.claim;
      // "The regime", "government forces", "the army" are those of the country that is told of.
      for (ActorMention& a : c.actors)
        if (a.local && !country.empty()) a.id = country == "SY" ? "syria_gov" : "other.state";
      each_once(c.actors);
      count_named(c, o.scene.named_list && o.scene.list_items <= c.victims.size(),
                  o.scene.list_cut);
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
  void deny(const Statement& s) {
    if (s.kind != "denial" || !s.about) return;
    for (ActorMention& a : result_.claims[static_cast<size_t>(*s.about) - 1].actors)
      if (a.id == s.actor) a.certainty = Certainty::kDenied;
  }

  // "The army", "the Syrian army"; "Shiite militias", "Hezbollah": one party, by its finest name.
  static void each_once(std::vector<ActorMention>& actors) {
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
  [[nodiscard]] std::optional<int> about(const Clues& clues) const {
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
  [[nodiscard]] std::string country_told() const {
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

  [[nodiscard]] bool only_air() const {
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
  [[nodiscard]] bool too_thin(const Scene& s, bool bombarded, bool after_others) const {
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
  [[nodiscard]] static bool war_itself(const Claim& c, bool counted) {
    return c.kind == ClaimKind::kCumulative && !counted && !c.strikes && !c.campaign_day &&
           !has_site(c) && c.events.size() == 1 && c.events[0].id == "ground_op" && c.when &&
           c.when->dated && c.when->range.last - c.when->range.first > std::chrono::days(365);
  }

  // A headline without figures that no sentence of the body took up tells what the body tells in
  // other words.
  [[nodiscard]] bool only_title(const Claim& c) const {
    return !counts_people(c) && !(c.strikes && c.strikes->range != CountRange::exactly(1)) &&
           std::any_of(open_.begin(), open_.end(), [](const Open& o) { return !o.headline; });
  }

  // A toll of an area without a site, or of three sites and more, is a total of several attacks,
  // unless one attack is told.
  static void settle_kind(Claim& c, bool single) {
    if (c.kind != ClaimKind::kIncident) return;
    const auto sites =
        std::count_if(c.where.begin(), c.where.end(), [](const PlaceMention& p) { return p.site; });
    single |= c.strikes && c.strikes->range == CountRange::exactly(1);
    for (const Tagged& e : c.events)
      single |=
          e.id == "landmine" || e.id == "bombing" || e.id == "execution" || e.id == "shooting";
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
  static void keep_period(Claim& c, std::optional<When>& period) {
    if (c.kind != ClaimKind::kAggregate) return;
    const bool dated = c.when && c.when->dated;
    if (!dated && period && c.where.empty()) c.when = period;
    if (dated && !period && c.when->range.first != c.when->range.last) period = c.when;
  }

  const Text& text_;
  const lexicon::Lexicon& lex_;
  const Context& context_;
  std::vector<Open> open_;
  std::vector<ActorMention> heard_;
  size_t heard_at_ = 0;
  std::optional<Day> anchor_;  // the day a text without date line says it was written
  RunningDay day_;
  RunningPlace place_;
  std::optional<Scene> pending_;  // an attack told last that is no event yet
  std::optional<ListHead> list_head_;
  std::optional<Scene> lead_;   // the attack that a list being read is of
  size_t lead_sentence_ = 0;    // its latest line
  std::optional<Scene> spare_;  // the first attack only referred to
  size_t sentences_ = 0;        // read so far
  std::optional<Scene>
      seen_;  // the latest place spoken of with a date, in a sentence that told no event
  std::vector<Tagged> bombing_;     // the kinds of bombing told of so far, one each
  size_t last_told_ = 0;            // sentence of the scene told last
  std::optional<Outcome> heading_;  // of the list of names being read
  std::vector<Clues> clues_;        // of the statements, in order
  std::vector<size_t> told_in_;     // the sentence that each claim was first told in
  size_t list_ = 0;                 // sentence of its latest line
  bool widen_ = false;              // the scene being joined is another teller's figure
  bool part_ = false;               // its figures are part of those told
  Result result_;
};

}  // namespace

Result read_claims(const Text& text, const lexicon::Lexicon& lexicon, const Context& context) {
  return Assembler(text, lexicon, context).run();
}

}  // namespace sijil::claims
