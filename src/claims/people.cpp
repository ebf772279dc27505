// SPDX-License-Identifier: Apache-2.0
// Who was harmed: ties counts of people to outcome words.
//
// English puts the victims before a passive ("six were killed") or after an active, a gerund or a
// noun
// ("killing six", "the death of six"); Arabic puts them after the verb or verbal noun as a rule. A
// count after "including" is part of the total beside it, one after "and" is of other people.
#include "claims/people_binder.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

Harm PeopleBinder::run() {
  for (const Quantity& q : p_.quantities)
    if (q.first >= first_ && q.last <= last_) quantities_.push_back(&q);
  for (const Term& t : p_.terms) {
    if (t.first < first_ || t.last > last_) continue;
    if (t.kind() == Kind::kOutcome && !inside_quantity(t) && !recovered(t)) outcomes_.push_back(&t);
    if (t.kind() == Kind::kCue) cues_.push_back(&t);
  }
  size_t q = 0, o = 0;
  while (q < quantities_.size() || o < outcomes_.size()) {
    const bool quantity_next =
        o >= outcomes_.size() ||
        (q < quantities_.size() && quantities_[q]->first <= outcomes_[o]->first);
    if (quantity_next) {
      on_quantity(*quantities_[q++]);
    } else {
      on_outcome(*outcomes_[o++], q);
    }
  }
  finish();
  if (p_.heading && outcomes_.empty() && harm_.bound.empty()) list_item(*p_.heading);
  return std::move(harm_);
}

bool PeopleBinder::inside_quantity(const Term& t) const {
  for (const Quantity& q : p_.quantities)
    if ((q.counted == Counted::kVictims ||
         (q.counted == Counted::kPeople && t.sense->has(lexicon::kTagPerson))) &&
        q.first <= t.first && t.last <= q.last)
      return true;
  return false;
}

// "pulled alive from under the rubble": missed no longer.
bool PeopleBinder::recovered(const Term& t) const {
  static constexpr std::string_view kFrom = "\xD9\x85\xD9\x86";  // Arabic
  if (t.first == first_ || p_.id(t) != "missing") return false;
  const std::string_view f = text_.fold_of(t.first - 1);
  return f == "from" || f == "found" || f == "discovered" || f == kFrom;
}

// Digits are of the script of the word they stand before.
bool PeopleBinder::arabic(uint32_t i) const {
  for (uint32_t k = i; k < last_ && k < i + 3; ++k)
    if (text_.tokens[k].kind == TokenKind::kWord)
      return text_.tokens[k].script == text::Script::kArabic;
  return i > first_ && text_.tokens[i - 1].script == text::Script::kArabic;
}

const Term* PeopleBinder::cue(uint32_t from, uint32_t to, std::string_view id) const {
  for (const Term* c : cues_)
    if (c->first >= from && c->last <= to && p_.id(*c) == id) return c;
  return nullptr;
}

// Only commas, "and" and the like between the tokens.
bool PeopleBinder::coordinated(uint32_t from, uint32_t to) const {
  if (to < from) return true;
  if (to - from > 9) return false;
  int words = 0;
  for (uint32_t i = from; i < to; ++i) {
    // "two children, ages 4 and 7, and their mother"
    if (const std::string_view age = text_.fold_of(i); age == "ages" || age == "aged") {
      while (i + 1 < to && (text_.tokens[i + 1].kind == TokenKind::kNumber ||
                            (text_.fold_of(i + 1) == "and" && i + 2 < to &&
                             text_.tokens[i + 2].kind == TokenKind::kNumber)))
        ++i;
      continue;
    }
    // "and his 12-year-old grandson"
    if (text_.tokens[i].has(text::kHyphen) ||
        (i + 1 < to && text_.tokens[i].kind == TokenKind::kNumber &&
         text_.tokens[i + 1].has(text::kHyphen)))
      continue;
    // "a reporter, Yasin Farah, and his cousin"; "the grandmother (71) and"; in Arabic "wounded two
    // boys with injuries and a man"
    if (name_word(i) || with_wounds(i)) continue;
    if (const uint32_t close = closing(i, to); close != 0) {
      i = close;
      continue;
    }
    if (++words > 4) return false;
    const std::string_view f = text_.fold_of(i);
    if (f == "," || f == "and" || f == "or" || f == "with" || f == "along" || f == "plus" ||
        f == "\"" || f == "\xD9\x88" || f == "as" || f == "well" || f == "his" || f == "her" ||
        f == "their" || f == "also" || f == "(" || f == "another" || f == "alongside" ||
        f == "together")
      continue;
    return false;
  }
  return true;
}

bool PeopleBinder::name_word(uint32_t i) const {
  const text::Token& t = text_.tokens[i];
  if (t.kind != TokenKind::kWord || !t.has(text::kUpperInitial) || t.has(text::kAllCaps))
    return false;
  return std::none_of(outcomes_.begin(), outcomes_.end(),
                      [&](const Term* o) { return o->first == i; });
}

// The end of a short aside in brackets that opens at the token; 0 when none does.
uint32_t PeopleBinder::closing(uint32_t i, uint32_t to) const {
  if (text_.punct(i) != '(') return 0;
  for (uint32_t k = i + 1; k < to && k < i + 6; ++k)
    if (text_.punct(k) == ')') return k;
  return 0;
}

bool PeopleBinder::sentence_break(uint32_t from, uint32_t to) const {
  for (uint32_t i = from; i < to; ++i) {
    const char c = text_.punct(i);
    if (c == ';' || c == '.') return true;
  }
  return false;
}

bool PeopleBinder::countable(const Quantity& q) {
  return q.counted == Counted::kPeople || q.counted == Counted::kVictims ||
         q.counted == Counted::kNothing;
}

void PeopleBinder::bind(const Quantity& q, Outcome o, bool part, uint32_t at) {
  if (exceeded(q)) {
    harm_.named.push_back(q);
    harm_.named.back().range = CountRange::at_least(q.range.min);
    harm_.bound.push_back({o, &harm_.named.back(), part, at});
    last_outcome_ = o;
    return;
  }
  harm_.bound.push_back({o, &q, part, at});
  last_outcome_ = o;
}

// What a count is passed over for: it is of nobody harmed, or was told before.
bool PeopleBinder::passed_over(const Quantity& q) {
  if (!countable(q) || (q.implicit && unknown(q.first)) || tells(q) || was_toll(q)) return true;
  // "no personnel were injured": nobody was.
  if (q.implicit && q.range.is_vague() && q.counted == Counted::kPeople && !arabic(q.first) &&
      negated(q.first, q.last))
    return true;
  // "the funeral of two men": they died of something else.
  if (q.first > first_ + 1 && text_.fold_of(q.first - 1) == "of" &&
      (text_.fold_of(q.first - 2).starts_with("funeral") ||
       text_.fold_of(q.first - 2) == "discovery"))
    return true;
  // "five people, not six as first reported"
  if (!q.implicit && q.first > first_ && text_.fold_of(q.first - 1) == "not") return true;
  if (other_teller(q)) return true;
  // "boy killed by sniper", "shot by two gunmen": those who did it.
  if (!arabic(q.first) && active_ != nullptr && active_end_ == 0 && q.first > first_ &&
      text_.fold_of(q.first - 1) == "by" && active_->last + 1 == q.first)
    return true;
  // "with these two children": told before.
  if (!q.implicit && q.first > first_ && text_.fold_of(q.first - 1) == "these") return true;
  // "mostly women and children": a share, no count.
  if (q.implicit && q.range.is_vague()) {
    for (const Term* c : cues_)
      if (c->last <= q.first && q.first - c->last <= 3 && p_.id(*c).starts_with("share"))
        return true;
  }
  return false;
}

// "Nine dead", "the wounded", "casualties": a count whose noun tells what befell its people.
void PeopleBinder::victims_noun(const Quantity& q, bool among) {
  const auto own = outcome_of(p_.id(*q.noun));
  if (!own) return;
  harm_.any_word = true;
  harm_.words.push_back(q.last - 1);
  if (q.implicit && q.range.is_vague() && (q.definite || *own == Outcome::kCasualties) &&
      part_next(q)) {
    // "the victims included three children": the dead, unless said otherwise.
    last_outcome_ = *own == Outcome::kCasualties ? Outcome::kKilled : *own;
    last_end_ = q.last;
    if (are_people(q)) described_ = q.last + 1;
    return;
  }
  if (among && q.implicit && q.range.is_vague()) {
    bind_parts(*own == Outcome::kCasualties ? Outcome::kKilled : *own, q.first);
    return;
  }
  // Arabic "the bodies of five people", "two bodies of two women": those are counted.
  if (arabic(q.first) && q.implicit && !(q.clitics & text::kAnd) && counted_next(q)) {
    last_outcome_ = *own;
    heading_end_ = q.last;
    return;
  }
  // "27 dead and 14 hurt, including six civilians among the dead"
  if (q.implicit && q.definite && q.first > first_ + 1 && !harm_.bound.empty() &&
      (text_.fold_of(q.first - 1) == "among" || text_.fold_of(q.first - 2) == "among")) {
    for (auto it = harm_.bound.rbegin(); it != harm_.bound.rend() && it->part; ++it)
      it->outcome = *own;
    return;
  }
  if (q.implicit && q.range.is_vague() && heads_toll(q)) {
    if (*own != Outcome::kCasualties) last_outcome_ = *own;
    heading_end_ = q.last;
    return;
  }
  const bool same_head = !harm_.bound.empty() && (q.clitics & text::kAnd) &&
                         harm_.bound.back().quantity->range.is_vague() &&
                         harm_.bound.back().quantity->last == q.first;
  if (q.implicit && q.range.is_vague() && (q.definite || (q.clitics & text::kThe)) &&
      !same_head) {  // "the wounded"
    if (*own != Outcome::kCasualties) last_outcome_ = *own;
    heading_end_ = q.last;
    return;
  }
  // "left three people, including a woman, dead", "five residents sustained various injuries":
  // what befell those before.
  const bool predicate = !arabic(q.first) && q.implicit && q.range.is_vague() &&
                         q.noun->pos == 'x' && q.noun->has(lexicon::kTagPerson) &&
                         (own == Outcome::kKilled || own == Outcome::kInjured) &&
                         counts_waiting() &&
                         (q.first - pending_.back().quantity->last <= 2 ||
                          (q.first > first_ && text_.fold_of(q.first - 1) == "them") ||
                          left_so(*pending_.back().quantity, q.first));
  // "took 14 soldiers hostage"
  const bool taken = own == Outcome::kDetained && q.implicit && !pending_.empty() &&
                     !pending_.back().quantity->implicit &&
                     pending_.back().quantity->last == q.first;
  if (predicate || taken || sustained(q.first, *q.noun)) {
    // "leaving 45 of them dead": all that is told, of those named before.
    const bool of_them = pending_.size() > 0 && pending_.back().quantity->partitive &&
                         pending_.back().quantity->counted == Counted::kNothing &&
                         q.first - pending_.back().quantity->last <= 1;
    if (of_them) pending_.back().part = false;
    for (const Pending& w : pending_)
      if ((!w.quantity->implicit || !w.quantity->range.is_vague()) &&
          (!of_them || &w == &pending_.back()))
        bind(*w.quantity, *own, w.part, q.first);
    pending_.clear();
    last_outcome_ = *own;
    last_word_ = q.first;
    last_end_ = q.last;
    return;
  }
  if (negated(q.first, q.last) && q.implicit) {
    harm_.none = true;
    return;
  }
  // "dozens of dead and wounded" in Arabic: the vague word is of both.
  if (q.implicit && q.range.is_vague() && (q.clitics & text::kAnd) && !harm_.bound.empty() &&
      harm_.bound.back().quantity->range.is_vague() && !harm_.bound.back().quantity->implicit &&
      harm_.bound.back().quantity->last == q.first) {
    harm_.named.push_back(q);
    harm_.named.back().range = harm_.bound.back().quantity->range;
    bind(harm_.named.back(), *own, false, q.last - 1);
    last_end_ = q.last;
    return;
  }
  // Arabic "30 dead and wounded" in the singular: the number is of both.
  if (q.implicit && q.range == CountRange::exactly(1) && (q.clitics & text::kAnd) &&
      !harm_.bound.empty() && harm_.bound.back().quantity->last == q.first &&
      !harm_.bound.back().quantity->implicit && singular_of_many(*harm_.bound.back().quantity)) {
    harm_.bound.back().outcome = Outcome::kCasualties;
    last_end_ = q.last;
    return;
  }
  // "left seven soldiers and five rebels dead": the word is of all of the list.
  if (q.group != nullptr && !arabic(q.first) && !pending_.empty() &&
      !pending_.back().quantity->implicit &&
      pending_.back().quantity->counted == Counted::kPeople &&
      coordinated(pending_.back().quantity->last, q.first)) {
    bind(*pending_.back().quantity, *own, pending_.back().part, q.last - 1);
    pending_.pop_back();
  }
  // Pending people before a victims noun are its parts only when joined; else they wait.
  // "305 dead, among them 27 children, and 128 wounded": another fate is another total.
  const bool same = std::any_of(harm_.bound.begin(), harm_.bound.end(),
                                [&](const Bound& b) { return !b.part && b.outcome == *own; }) ||
                    (!last_outcome_ && counts_waiting());
  bind(q, *own, (part_before(q) && same) || q.partitive, q.last - 1);
  if (active_ != nullptr && active_end_ == 0 && active_->sense->has(lexicon::kTagDual))
    unfilled_.push_back({active_, active_outcome_});
  active_ = nullptr;
  last_end_ = q.last;
  return;
}

// A count that tells of the harm itself, or replaces what was told of it.
bool PeopleBinder::toll_told(const Quantity& q, bool part) {
  // "Early reports said 50 dead; by evening the government counted 165"
  if (!part && counted_by(q)) {
    harm_.replaces = true;
    bind(q, *last_outcome_, false, q.first);
    last_end_ = q.last;
    return true;
  }
  // "two brothers; one of them was killed": all that died of those counted before.
  if (q.partitive && q.counted == Counted::kNothing && !last_outcome_ && counts_waiting() &&
      passive_ahead(q) && harm_.bound.empty()) {
    pending_.clear();
    pending_.push_back({&q, false});
    return true;
  }
  // Arabic "the toll of the wounded in the shelling of X by Y reached to six civilians"
  const bool toll_of =
      q.counted == Counted::kNothing || (q.counted == Counted::kPeople && !q.implicit &&
                                         arabic(q.first) && q.first > first_ && reaches(q));
  if (!part && toll_of && !q.range.is_vague() && replaces(q)) {
    harm_.replaces = true;
    const bool waits = active_ != nullptr && active_end_ == 0;  // for its figure
    bind(q,
         waits || !last_outcome_ ? (active_ != nullptr ? active_outcome_ : Outcome::kKilled)
                                 : *last_outcome_,
         false, q.first);
    if (waits) active_end_ = q.last;
    last_end_ = q.last;
    return true;
  }
  // "the number of the dead in the raid on X rose to 5 people", in Arabic with the verb first.
  if (!part && heading_end_ != 0 && last_outcome_ && !q.implicit && !q.range.is_vague() &&
      harm_.bound.empty() && arabic(q.first) && q.first > heading_end_ &&
      q.first - heading_end_ <= kRise && reaches(q)) {
    harm_.replaces = true;
    bind(q, *last_outcome_, false, q.first);
    last_end_ = q.last;
    return true;
  }
  // "the dead to 3,670 and the wounded to 15,413", "the bodies of 12 men"
  if (!part && heading_end_ != 0 && q.first == heading_end_ + 1 && last_outcome_ && !q.implicit &&
      (text_.fold_of(heading_end_) == "to" ||
       (text_.fold_of(heading_end_) == "of" &&
        (q.counted == Counted::kPeople || q.others || of_a_people(q))) ||
       text_.fold_of(heading_end_) == "\xD8\xA7\xD9\x84\xD9\x8A")) {
    bind(q, *last_outcome_, false, q.first);
    last_end_ = q.last;
    return true;
  }
  if (!part && lives(q)) {
    active_ = nullptr;
    harm_.any_word = true;
    harm_.words.push_back(q.first);
    bind(q, Outcome::kKilled, false, q.first);
    last_end_ = lives_end_ = q.last + 1;
    return true;
  }
  if (!part && lost(q)) {
    active_ = nullptr;
    harm_.any_word = true;
    harm_.words.push_back(q.first);
    bind(q, Outcome::kKilled, false, q.first);
    last_end_ = q.last;
    return true;
  }
  if (heading_end_ != 0 && q.first == heading_end_ && last_outcome_ && heading_arabic() &&
      (q.counted == Counted::kPeople || q.counted == Counted::kNothing)) {
    bind(q, *last_outcome_, false, q.first);
    last_end_ = q.last;
    return true;
  }
  return false;
}

// "killing five and a guard": the object, or one more, of the outcome word told last.
bool PeopleBinder::object_of_active(const Quantity& q) {
  if (active_ == nullptr) return false;
  const uint32_t gap_from = std::max(active_->last, active_end_);
  const bool first_object = active_end_ == 0;
  // Arabic verbs come before their subject, which may be long.
  const std::string_view joint = text_.fold_of(q.first > first_ ? q.first - 1 : q.first);
  const bool kin = joint == "his" || joint == "her" ||
                   joint == "their";  // "killed <name>, 34, and his two sons"
  // "killing <name>, an ISIS deputy wali, and another senior member"
  const bool another =
      joint == "and" && text_.fold_of(q.first) == "another" && joined(active_->last, q.first);
  const uint32_t reach = ((arabic(q.first) || kin) && active_->sense->has(lexicon::kTagVerb) &&
                          (!q.implicit || kin || q.range == CountRange::exactly(2)) &&
                          q.counted == Counted::kPeople) ||
                                 another
                             ? 14
                             : 6;
  const bool near =
      first_object
          ? q.first - active_->last <= reach && !sentence_break(active_->last, q.first)
          : coordinated(gap_from, q.first) || and_more(gap_from, q) ||
                ((kin || next_one(q)) && joined(gap_from, q.first)) || added(active_->last, q);
  // A quantity before a passive of its own waits for it: "killing five, and ten were wounded".
  if (near && !passive_ahead(q)) {
    if (!q.implicit || first_object || arabic(q.first) || q.noun != nullptr) {
      // Arabic plural without a number after a person already bound adds nothing certain.
      const bool inner = part_chain_ && coordinated(gap_from, q.first) && !first_object;
      if (joint_ && q.range.is_vague()) {  // "killed and wounded dozens": dozens of each
        bind(q, Outcome::kInjured, inner, active_->first);
        bind(q, Outcome::kKilled, inner, active_->first);
      } else {
        bind(q, active_outcome_, inner, active_->first);
      }
      active_end_ = q.last;
      last_end_ = q.last;
      return true;
    }
  }
  return false;
}

void PeopleBinder::on_quantity(const Quantity& q) {
  if (passed_over(q)) return;
  // "Two medics were among the dead", "among 31 people killed": those before are a part of those
  // after.
  const bool among = among_harmed(q.first);
  if (among)
    for (Pending& w : pending_) w.part = true;
  if (q.counted == Counted::kVictims && !suffers_else(q)) {
    victims_noun(q, among);
    return;
  }
  // "two of them children, and nine were injured": with the total told, a count with a verb of
  // its own is no part.
  const bool own_verb = last_outcome_ && pending_.empty() && passive_ahead(q);
  // "killing four of them": of those told before, and all that the verb tells of.
  const bool all_told = (q.counted == Counted::kVictims && succumbed(q)) || died_of(q) ||
                        (q.partitive && q.counted == Counted::kNothing && active_ != nullptr &&
                         active_end_ == 0 && q.first - active_->last <= 1);
  // "..., including two women, and several others were injured": no part of the dead.
  const bool besides = last_outcome_ && q.others && q.counted == Counted::kNothing;
  const bool part = !all_told && (described(q) || ((part_before(q) && !own_verb && !besides) ||
                                                   q.partitive || apposed(q) || among_them(q)));
  if (q.implicit && q.definite && q.range.is_vague()) return;  // "the civilians"
  if (part) last_part_end_ = q.last;
  if (const auto told = !part ? put_at(q) : std::nullopt) {
    harm_.replaces = true;
    bind(q, *told, false, q.first);
    last_end_ = q.last;
    return;
  }
  if (toll_told(q, part)) return;
  if (part && last_outcome_) {
    if (!pending_.empty() && pending_.back().quantity != nullptr &&
        pending_.back().quantity->last + 8 > q.first &&
        pending_.back().quantity->first > last_end_) {
      pending_.push_back({&q, true});
      return;
    }
    bind(q, *last_outcome_, true, last_word_);
    last_end_ = q.last;
    return;
  }
  // "gunmen of X executed 67 men" with the verb first: the bare plural is the one who acts.
  if (arabic(q.first) && active_ != nullptr && active_end_ == 0 && q.implicit &&
      q.range.is_vague() && q.counted == Counted::kPeople) {
    for (const Quantity* o : quantities_)
      if (o->first >= q.last && o->first - q.last <= 6 && !o->implicit &&
          o->counted == Counted::kPeople && !(o->clitics & text::kAnd))
        return;
  }
  if (object_of_active(q)) return;
  if (!part && beside(q)) {
    bind(q, *last_outcome_, false, last_word_);
    beside_ = last_end_ = q.last;
    return;
  }
  // "three civilians, two of them women"; "a child among them" was handled above.
  if (!harm_.bound.empty() && harm_.bound.back().part &&
      harm_.bound.back().quantity->last == last_end_ && coordinated(last_end_, q.first) &&
      last_outcome_ && !passive_ahead(q)) {
    bind(q, *last_outcome_, true, last_word_);
    last_end_ = q.last;
    return;
  }
  pending_.push_back({&q, part});
}

void PeopleBinder::on_outcome(const Term& t, size_t next_quantity) {
  auto o = outcome_of(p_.id(t));
  if (!o) return;
  if (unknown(t.first)) return;
  if (lives_end_ != 0 && t.first < lives_end_) return;
  // "changed 20 lives": none of them lost.
  if (text_.fold_of(t.first) == "lives" && !pending_.empty() &&
      pending_.back().quantity->last == t.first)
    return;
  if (complement(t, *o)) return;
  if (taken_with_wounds(t, *o) || victims_described(t, *o)) return;
  if (t.sense->arabic && departs_only(t)) return;
  if (*o == Outcome::kMissing && lost_life(t)) o = Outcome::kKilled;
  if (*o == Outcome::kMissing && particle(t, next_quantity)) return;
  if (*o == Outcome::kDisplaced && t.last - t.first == 3 && text_.fold_of(t.first) == "from" &&
      !driven(t))
    return;
  harm_.any_word = true;
  harm_.words.push_back(t.first);
  part_chain_ = false;
  if (negated(t.first, t.last)) {
    harm_.none = true;
    active_ = nullptr;
    pending_.clear();
    return;
  }
  const bool ar = t.sense->arabic != 0;
  if (joins_vague(t)) {
    harm_.named.push_back(*harm_.bound.back().quantity);
    bind(harm_.named.back(), *o, false, t.first);
    last_end_ = t.last;
    return;
  }
  if (const auto all = them(t); !ar && !all.empty()) {
    for (const Quantity* q : all) bind(*q, *o, false, t.first);
    pending_.clear();
    active_ = nullptr;
    last_word_ = t.first;
    last_end_ = t.last + 1;
    return;
  }
  // "killed and wounded 12": one count of both.
  bool joint = false;
  if (active_ != nullptr && active_end_ == 0 && t.first - active_->last <= 1 &&
      *o != active_outcome_ && (*o == Outcome::kInjured || *o == Outcome::kKilled)) {
    const std::string_view f =
        t.first > active_->last ? text_.fold_of(active_->last) : std::string_view{};
    const bool filled =
        ar && !pending_.empty() &&
        pending_.back().quantity->last == active_->first;  // "four soldiers their death"
    const bool alone = active_->sense->has(lexicon::kTagSg | lexicon::kTagDual);  // "his end"
    joint = !filled && !alone &&
            (f == "and" || f == "or" || (ar && f.empty() && (t.clitics & text::kAnd)) ||
             f == "\xD8\xA7\xD9\x88");
  }
  // "dozens were killed and wounded": said of the same people; a number then is of both together.
  if (!ar && passive_word_ != nullptr && t.first - passive_word_->last == 1 &&
      *o != *last_outcome_ && pending_.empty()) {
    const std::string_view f = text_.fold_of(passive_word_->last);
    if (f == "and" || f == "or") {
      const size_t n = harm_.bound.size();
      for (size_t i = 0; i < n; ++i) {
        if (harm_.bound[i].at != passive_word_->first || harm_.bound[i].part) continue;
        if (harm_.bound[i].quantity->range.is_vague()) {
          harm_.bound.push_back({*o, harm_.bound[i].quantity, false, t.first});
        } else {
          harm_.bound[i].outcome = Outcome::kCasualties;
        }
      }
      return;
    }
  }
  if (joint) {
    active_outcome_ = Outcome::kCasualties;
    joint_ = true;
    active_ = &t;
    active_end_ = 0;
    last_word_ = t.first;
    return;
  }
  if (!ar && !pending_.empty() && t.first > first_ && text_.fold_of(t.first - 1) == "those" &&
      among_harmed(t.first)) {
    for (Pending& w : pending_) w.part = true;
    bind_parts(*o, t.first);
    return;
  }
  if (!ar && pending_.empty() && named_subject(t)) {
    Quantity one;
    one.first = t.first;
    one.last = t.last;
    one.range = CountRange::exactly(1);
    harm_.named.push_back(one);
    bind(harm_.named.back(), *o, false, t.first);
    last_word_ = t.first;
    active_ = nullptr;
    return;
  }
  // "22 relatives who had been displaced to the town were killed": said of them by the way.
  if (!ar && (*o == Outcome::kDisplaced || *o == Outcome::kDetained || *o == Outcome::kMissing) &&
      !pending_.empty() && (relative(t) || by_the_way(t)) && killed_later(t.last)) {
    harm_.words.pop_back();
    return;
  }
  if (!ar && backward(t, next_quantity)) {
    // "various injuries": the vague word counts the wounds.
    if (t.sense->has(lexicon::kTagNoun) && !pending_.empty() &&
        pending_.back().quantity->last == t.first)
      pending_.pop_back();
    const uint32_t clause = clause_start(t);
    for (const Pending& w : pending_) {
      if (w.quantity->first + 60 < t.first || w.quantity->last <= clause) continue;
      // A number of nothing named stands near its word: "60 kilometres from ... captured" counts
      // nobody.
      if (w.quantity->counted == Counted::kNothing && !w.quantity->others && !w.part &&
          w.quantity->last + 8 < t.first && !of_nation(*w.quantity))
        continue;
      // Bare plurals ("activists", "civilians") are harmed only when they stand beside the word.
      if (w.quantity->implicit && w.quantity->range.is_vague() && w.quantity->last + 5 < t.first)
        continue;
      bind(*w.quantity, *o, w.part, t.first);
    }
    pending_.clear();
    last_outcome_ = *o;
    last_word_ = t.first;
    last_end_ = t.last;
    active_ = nullptr;
    passive_word_ = &t;
    return;
  }
  if (active_ != nullptr && active_end_ == 0) unfilled_.push_back({active_, active_outcome_});
  if (ar && plural_after_subject(t)) {
    // Persons told one by one before their number are in it.
    const bool numbered = std::any_of(pending_.begin(), pending_.end(), [](const Pending& w) {
      return !w.quantity->implicit || w.quantity->range.is_vague();
    });
    for (size_t i = 0; i < pending_.size(); ++i) {
      const Pending& w = pending_[i];
      const bool added = i + 1 < pending_.size() && joined_by_and(*pending_[i + 1].quantity) &&
                         !pending_[i + 1].quantity->range.is_vague();
      if (!numbered || !w.quantity->implicit || w.part || added || w.quantity->range.is_vague())
        bind(*w.quantity, *o, w.part, t.first);
    }
    pending_.clear();
    last_outcome_ = *o;
    last_word_ = t.first;
    last_end_ = t.last;
    active_ = nullptr;
    return;
  }
  // Arabic "sixteen people met their death": told before the word.
  if (ar && !pending_.empty() && !(t.clitics & text::kAnd)) {
    const Quantity& before = *pending_.back().quantity;
    if (before.last == t.first && !before.implicit && before.counted == Counted::kPeople &&
        !takes_object(t)) {
      bind(before, *o, pending_.back().part, t.first);
      pending_.pop_back();
      last_word_ = t.first;
      last_end_ = t.last;
      active_ = nullptr;
      return;
    }
  }
  active_ = &t;
  active_outcome_ = *o;
  active_end_ = 0;
  joint_ = false;
  last_word_ = t.first;
}

void PeopleBinder::finish() {
  of_those_before();
  apposed_lists();
  shot_people();
  if (active_ != nullptr && active_end_ == 0) unfilled_.push_back({active_, active_outcome_});
  // An outcome word that found nobody after it takes the people waiting just before it.
  for (const auto& [term, outcome] : unfilled_) {
    const bool him =
        term->sense->has(lexicon::kTagNoun) && term->sense->has(lexicon::kTagSg);  // "his killing"
    if (term->sense->arabic &&
        (him || killed_him(*term) ||
         term->sense->has(lexicon::kTagDual))) {  // "the killing of them both"
      Quantity two;
      two.first = term->first;
      two.last = term->last;
      two.range = CountRange::exactly(him || killed_him(*term) ? 1 : 2);
      harm_.named.push_back(two);
      bind(harm_.named.back(), outcome, false, term->first);
      continue;
    }
    // Arabic "led to the killing of them": those counted before.
    if (term->sense->arabic && term->sense->has(lexicon::kTagNoun) && bind_them(*term, outcome))
      continue;
    // "Two masked men shot and killed <name>": those before it are who shot.
    if (!term->sense->arabic && shot_object(*term)) continue;
    bool found = false;
    for (auto it = pending_.rbegin(); it != pending_.rend(); ++it) {
      if (it->quantity == nullptr || it->quantity->last > term->first) continue;
      const uint32_t gap = term->first - it->quantity->last;
      const bool gerund = term->sense->inflection == Inflection::kGerund ||
                          (gap > 0 && !term->sense->arabic && term->sense->has(lexicon::kTagNoun) &&
                           !term->sense->has(lexicon::kTagVerb));
      if (gap > (term->sense->arabic ? 3u : 8u) || gerund) break;
      bind(*it->quantity, outcome, it->part, term->first);
      it->quantity = nullptr;
      found = true;
    }
    // Arabic "a specialist met his end": one, whoever it was.
    if (!found && term->sense->arabic && term->sense->has(lexicon::kTagSg) &&
        term->sense->has(lexicon::kTagVerb)) {
      Quantity one;
      one.first = term->first;
      one.last = term->last;
      one.range = CountRange::exactly(1);
      harm_.named.push_back(one);
      bind(harm_.named.back(), outcome, false, term->first);
    }
  }
}

Harm bind_people(const Parsed& parsed, uint32_t first, uint32_t last) {
  return PeopleBinder(parsed, first, last).run();
}

}  // namespace sijil::claims
