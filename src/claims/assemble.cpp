// SPDX-License-Identifier: Apache-2.0
// Scenes of a document to claims: what is told twice is one claim, what is another event is
// another.
#include "claims/assembler.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

Result Assembler::run() {
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
        if ((scene.has_attack || named_party(p)) && counts_people(scene.claim)) take_item(scene, p);
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

// "Army Shells Town in North": where all longer words but prepositions begin with a capital, that
// tells no names.
bool Assembler::in_capitals(const text::Sentence& s) const {
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

Parsed Assembler::parse(const text::Sentence& s, const DateContext& dates) {
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
bool Assembler::lists_people(const std::vector<Term>& terms, uint32_t open, uint32_t close) const {
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

void Assembler::take(Scene& s, const Parsed& p) {
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

void Assembler::open_scene(Scene s) {
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
bool Assembler::tolls_pending(const Scene& s) const {
  return pending_ && s.sentence - pending_->sentence == 1 && !s.headline && !s.another &&
         text_.sentences[s.sentence].script == text::Script::kLatin &&
         s.claim.kind == ClaimKind::kIncident && pending_->claim.kind == ClaimKind::kIncident &&
         !s.has_attack && s.claim.where.empty() && s.claim.actors.empty() &&
         !(s.claim.when && s.claim.when->dated) && harmed(s.claim) && !toll_told(s.claim);
}

bool Assembler::toll_told(const Claim& c) const {
  const auto equal = [](const std::optional<Figure>& a, const std::optional<Figure>& b) {
    return a && b && !a->range.is_vague() && a->range == b->range;
  };
  return std::any_of(open_.begin(), open_.end(), [&](const Open& o) {
    return equal(o.scene.claim.count(Outcome::kKilled), c.count(Outcome::kKilled)) ||
           equal(o.scene.claim.count(Outcome::kInjured), c.count(Outcome::kInjured));
  });
}

// From the first of a month on, for a month at most; the first of January is of the year.
bool Assembler::begins_month(const DateRange& range) {
  const std::chrono::year_month_day first(range.first);
  return static_cast<unsigned>(first.day()) == 1 && static_cast<unsigned>(first.month()) != 1 &&
         (range.last - range.first).count() < 31;
}

ClaimKind Assembler::kind_of(const Scene& s) const {
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
        sites == 1 &&
        (s.one_site || !also_province(*std::find_if(s.claim.where.begin(), s.claim.where.end(),
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
bool Assembler::many_strikes(const Claim& c) {
  return c.strikes && !has_site(c) &&
         (c.strikes->range.vague == Vague::kHundreds ||
          c.strikes->range.vague == Vague::kThousands);
}

// "within half an hour"
bool Assembler::one_day(const Scene& s) {
  return s.date && s.date->range && s.date->range->first == s.date->range->last;
}

// "Overnight", "on the night of Wednesday to Thursday": no period.
bool Assembler::one_night(const Scene& s) const {
  if (!s.date || !s.date->range ||
      s.date->range->last - s.date->range->first > std::chrono::days(1))
    return false;
  bool night = s.date->time == TimeOfDay::kNight;
  for (uint32_t k = s.date->first; k < s.date->last; ++k) night |= text_.fold_of(k) == "night";
  return night;
}

// A toll; that many fled is none, nor is that nobody was hurt.
bool Assembler::harmed(const Claim& c) {
  for (int o = 0; o < kOutcomes; ++o)
    if (c.counts[o] && !(c.counts[o]->range == CountRange::exactly(0)) &&
        !(static_cast<Outcome>(o) == Outcome::kDisplaced && c.counts[o]->range.is_vague()))
      return true;
  return false;
}

bool Assembler::exact_toll(const Claim& c) {
  return std::any_of(std::begin(c.counts), std::end(c.counts),
                     [](const auto& f) { return f && !f->range.is_vague(); });
}

bool Assembler::none_hurt(const Claim& c) {
  return std::any_of(std::begin(c.counts), std::end(c.counts),
                     [](const auto& f) { return f && f->range == CountRange::exactly(0); });
}

// "Rebels regularly shell the capital", "jets have bombed markets since May": means told, or who
// and where. That forces have been fighting since a war began is its background.
bool Assembler::campaign(const Scene& s) const {
  const Claim& c = s.claim;
  bool means = std::find(s.generic_events.begin(), s.generic_events.end(), "bombard") !=
               s.generic_events.end();
  for (const Tagged& t : c.events) means |= t.id != "ground_op" && t.id != "other";
  const bool english = text_.sentences[s.sentence].script == text::Script::kLatin;
  if (std::any_of(c.where.begin(), c.where.end(),
                  [&](const PlaceMention& m) { return m.site && !country(m); }))
    return (means && s.repeated && english) || !c.actors.empty();
  if (c.where.empty() && s.same_place) return s.repeated && (means || !c.actors.empty());
  return !c.actors.empty() && (c.where.empty() ? s.repeated && means : means || !c.targets.empty());
}

bool Assembler::country(const PlaceMention& m) const {
  if (m.place.empty()) return false;
  const auto& senses = lex_.senses(static_cast<uint32_t>(std::stoul(m.place)));
  return std::any_of(senses.begin(), senses.end(), [&](const lexicon::Sense& s) {
    return s.kind == Kind::kPlace && lex_.gazetteer().places()[static_cast<size_t>(s.value)].cls ==
                                         lexicon::PlaceClass::kCountry;
  });
}

// What a scene needs to be a claim of its own.
bool Assembler::stands_alone(const Scene& s) const {
  const Claim& c = s.claim;
  if (harmed(c)) return true;
  if (none_hurt(c) && (s.has_attack || !c.weapons.empty() || !c.events.empty())) return true;
  if (c.strikes && (!c.where.empty() || (c.when && c.when->dated && !c.strikes->range.is_vague())))
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
Open* Assembler::find_home(const Scene& s, const Parsed& p) {
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

Result read_claims(const Text& text, const lexicon::Lexicon& lexicon, const Context& context) {
  return Assembler(text, lexicon, context).run();
}

}  // namespace sijil::claims
