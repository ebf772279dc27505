// SPDX-License-Identifier: Apache-2.0
// What sentences without an event of their own tell of the events beside them: names, places, days,
// lists, blame.
#include "claims/assembler.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

bool Assembler::told_in_parts(const std::vector<Scene>& scenes, size_t at,
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

bool Assembler::first_toll(const Scene& head) const {
  return open_.size() <= kFirst && std::all_of(open_.begin(), open_.end(), [&](const Open& o) {
           return o.headline || !counts_people(o.scene.claim) || retells(o.scene.claim, head.claim);
         });
}

// A line that tells of no event may name those harmed by the one told last: a list under a
// heading, one name a line, or the sentence after.
void Assembler::names(const Parsed& p, size_t i) {
  // A number alone or a name cut short stands between two lines of a list.
  const bool listed = heading_ && i - list_ <= 4;
  if (!listed) heading_.reset();
  if (open_.empty()) return;
  const auto reach = open_.rbegin() + static_cast<std::ptrdiff_t>(std::min(open_.size(), kReach));
  auto last =
      std::find_if(open_.rbegin(), reach, [&](const Open& o) { return o.sentence == last_told_; });
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
bool Assembler::cut_short(const Parsed& p) const {
  const text::Token& t = text_.tokens[p.sentence->last - 1];
  return text_.punct(p.sentence->last - 1) == '.' && t.end - t.begin >= 3;
}

// The number that a line of a list begins with.
std::optional<size_t> Assembler::list_item(const Parsed& p) const {
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
void Assembler::see_place(const Parsed& p, size_t sentence) {
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
void Assembler::follow(const Parsed& p, size_t sentence) {
  Scene detail;
  detail.sentence = sentence;
  detail.first = p.sentence->first;
  detail.last = p.sentence->last;
  read_where(p, detail);
  read_when(p, detail);
  follow(p, detail);
}

void Assembler::follow(const Parsed& p, const Scene& detail) {
  const auto told = std::find_if(open_.rbegin(), open_.rend(),
                                 [&](const Open& o) { return o.sentence == last_told_; });
  if (told == open_.rend() || detail.sentence - last_told_ > 2 || detail.another) return;
  lend_when(p, detail, told->scene);
  lend_where(p, detail, told->scene);
  if (told->scene.claim.actors.empty()) told->scene.claim.actors = blamed_in(p);
}

// "The governor condemned the attack, which he blamed on X."
void Assembler::blame(const Parsed& p, size_t sentence) {
  const auto told = std::find_if(open_.rbegin(), open_.rend(),
                                 [&](const Open& o) { return o.sentence == last_told_; });
  if (told != open_.rend() && sentence - last_told_ <= 2 && told->scene.claim.actors.empty())
    told->scene.claim.actors = blamed_in(p);
}

// "It was unclear whether the raids were carried out by X or Y": said of the event just told, and
// no event of its own.
void Assembler::suspect(std::vector<ActorMention> who, std::vector<Scene>& scenes,
                        size_t sentence) {
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

void Assembler::hear_actors(const Parsed& p, size_t sentence) {
  if (!p.has(Kind::kEvent) || p.sentence->script != text::Script::kLatin) return;
  Scene whole;
  whole.first = p.sentence->first;
  whole.last = p.sentence->last;
  read_actors(p, whole);
  if (whole.claim.actors.empty()) return;
  heard_ = std::move(whole.claim.actors);
  heard_at_ = sentence;
}

void Assembler::place_from_seen(Scene& s) {
  if (!seen_ || s.sentence - seen_->sentence > 2 || !s.claim.where.empty() ||
      !(s.definite || s.same_place))
    return;
  if (!open_.empty() && last_told_ > seen_->sentence) return;
  s.claim.where = seen_->claim.where;
  s.area_only = false;
  if (!s.date) s.date = seen_->date;
  s.claim.rules.push_back("place.of_passage");
}

void Assembler::hear_list_head(const Parsed& p, size_t i) {
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

bool Assembler::line_of_list(const Parsed& p, size_t i) {
  const char c = text_.punct(p.sentence->first);
  const bool line = text_.tokens[p.sentence->first].has(text::kNewline) &&
                    i - list_head_->sentence <= 2 &&
                    (p.sentence->role == Role::kBullet || c == '-' ||
                     text_.tokens[p.sentence->first].kind == text::TokenKind::kNumber);
  if (line) list_head_->sentence = i;
  return line;
}

// "- The army: 118 civilians": who killed them.
bool Assembler::named_party(const Parsed& p) const {
  return std::any_of(p.terms.begin(), p.terms.end(), [&](const Term& t) {
    return t.kind() == Kind::kActor && t.last < p.sentence->last && text_.punct(t.last) == ':';
  });
}

void Assembler::take_item(Scene& s, const Parsed& p) {
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
void Assembler::take_beside(const Parsed& p, uint32_t statement, size_t i) {
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
void Assembler::sum_up(Scene& s) const {
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

}  // namespace sijil::claims
