// SPDX-License-Identifier: Apache-2.0
// Who was harmed: ties counts of people to outcome words.
//
// English puts the victims before a passive ("six were killed") or after an active, a gerund or a
// noun
// ("killing six", "the death of six"); Arabic puts them after the verb or verbal noun as a rule. A
// count after "including" is part of the total beside it, one after "and" is of other people.
#include "claims/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sijil::claims {

using lexicon::Inflection;
using lexicon::Kind;
using mentions::Counted;
using text::Text;
using text::TokenKind;

namespace {

bool is_be(std::string_view f) {
  static constexpr std::array<std::string_view, 11> kBe = {
      "was", "were", "been", "be", "are", "is", "being", "get", "got", "gets", "have"};
  return std::find(kBe.begin(), kBe.end(), f) != kBe.end();
}

class Binder {
 public:
  Binder(const Parsed& p, uint32_t first, uint32_t last)
      : p_(p), text_(*p.text), first_(first), last_(last) {}

  Harm run() {
    for (const Quantity& q : p_.quantities)
      if (q.first >= first_ && q.last <= last_) quantities_.push_back(&q);
    for (const Term& t : p_.terms) {
      if (t.first < first_ || t.last > last_) continue;
      if (t.kind() == Kind::kOutcome && !inside_quantity(t) && !recovered(t))
        outcomes_.push_back(&t);
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

 private:
  [[nodiscard]] bool inside_quantity(const Term& t) const {
    for (const Quantity& q : p_.quantities)
      if ((q.counted == Counted::kVictims ||
           (q.counted == Counted::kPeople && t.sense->has(lexicon::kTagPerson))) &&
          q.first <= t.first && t.last <= q.last)
        return true;
    return false;
  }
  // "pulled alive from under the rubble": missed no longer.
  [[nodiscard]] bool recovered(const Term& t) const {
    static constexpr std::string_view kFrom = "\xD9\x85\xD9\x86";  // Arabic
    if (t.first == first_ || p_.id(t) != "missing") return false;
    const std::string_view f = text_.fold_of(t.first - 1);
    return f == "from" || f == "found" || f == "discovered" || f == kFrom;
  }
  // Digits are of the script of the word they stand before.
  [[nodiscard]] bool arabic(uint32_t i) const {
    for (uint32_t k = i; k < last_ && k < i + 3; ++k)
      if (text_.tokens[k].kind == TokenKind::kWord)
        return text_.tokens[k].script == text::Script::kArabic;
    return i > first_ && text_.tokens[i - 1].script == text::Script::kArabic;
  }
  [[nodiscard]] const Term* cue(uint32_t from, uint32_t to, std::string_view id) const {
    for (const Term* c : cues_)
      if (c->first >= from && c->last <= to && p_.id(*c) == id) return c;
    return nullptr;
  }
  // Only commas, "and" and the like between the tokens.
  [[nodiscard]] bool coordinated(uint32_t from, uint32_t to) const {
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
  [[nodiscard]] bool name_word(uint32_t i) const {
    const text::Token& t = text_.tokens[i];
    if (t.kind != TokenKind::kWord || !t.has(text::kUpperInitial) || t.has(text::kAllCaps))
      return false;
    return std::none_of(outcomes_.begin(), outcomes_.end(),
                        [&](const Term* o) { return o->first == i; });
  }
  [[nodiscard]] bool with_wounds(uint32_t i) const {
    return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const Term* o) {
      return o->first == i && o->sense->arabic && (o->clitics & text::kBy) &&
             o->sense->has(lexicon::kTagNoun) && p_.id(*o) == "injured";
    });
  }
  // The end of a short aside in brackets that opens at the token; 0 when none does.
  [[nodiscard]] uint32_t closing(uint32_t i, uint32_t to) const {
    if (text_.punct(i) != '(') return 0;
    for (uint32_t k = i + 1; k < to && k < i + 6; ++k)
      if (text_.punct(k) == ')') return k;
    return 0;
  }
  [[nodiscard]] bool sentence_break(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      const char c = text_.punct(i);
      if (c == ';' || c == '.') return true;
    }
    return false;
  }

  static bool countable(const Quantity& q) {
    return q.counted == Counted::kPeople || q.counted == Counted::kVictims ||
           q.counted == Counted::kNothing;
  }

  // "The toll has passed 60", in Arabic with the verb first: 60 or more.
  [[nodiscard]] bool exceeded(const Quantity& q) const {
    if (q.range.is_vague() || !q.range.max || q.range.max != q.range.min) return false;
    // Arabic tajawaza, takhatta.
    static constexpr std::string_view kPass[] = {"exceed", "surpass", "topped", "topping",
                                                 "\xD8\xAA\xD8\xAC\xD8\xA7\xD9\x88\xD8\xB2",
                                                 "\xD9\x8A\xD8\xAA\xD8\xAC\xD8\xA7\xD9\x88\xD8\xB2",
                                                 "\xD8\xAA\xD8\xAE\xD8\xB7\xD8\xAA",
                                                 "\xD8\xAA\xD8\xAE\xD8\xB7\xD9\x8A"};
    const uint32_t reach = q.first > first_ && arabic(q.first - 1) ? 10 : 1;
    for (uint32_t k = q.first; k > first_ && q.first - k < reach; --k) {
      if (text_.punct(k - 1) != 0) return false;
      for (const std::string_view w : kPass)
        if (text_.fold_of(k - 1).starts_with(w)) return true;
      for (const Quantity* o : quantities_)
        if (o->last == k && !o->implicit) return false;
    }
    return false;
  }

  void bind(const Quantity& q, Outcome o, bool part, uint32_t at) {
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

  void on_quantity(const Quantity& q) {
    if (!countable(q) || (q.implicit && unknown(q.first)) || tells(q) || was_toll(q)) return;
    // "no personnel were injured": nobody was.
    if (q.implicit && q.range.is_vague() && q.counted == Counted::kPeople && !arabic(q.first) &&
        negated(q.first, q.last))
      return;
    // "the funeral of two men": they died of something else.
    if (q.first > first_ + 1 && text_.fold_of(q.first - 1) == "of" &&
        (text_.fold_of(q.first - 2).starts_with("funeral") ||
         text_.fold_of(q.first - 2) == "discovery"))
      return;
    // "five people, not six as first reported"
    if (!q.implicit && q.first > first_ && text_.fold_of(q.first - 1) == "not") return;
    if (other_teller(q)) return;
    // "boy killed by sniper", "shot by two gunmen": those who did it.
    if (!arabic(q.first) && active_ != nullptr && active_end_ == 0 && q.first > first_ &&
        text_.fold_of(q.first - 1) == "by" && active_->last + 1 == q.first)
      return;
    // "with these two children": told before.
    if (!q.implicit && q.first > first_ && text_.fold_of(q.first - 1) == "these") return;
    // "Two medics were among the dead", "among 31 people killed": those before are a part of those
    // after.
    const bool among = among_harmed(q.first);
    if (among)
      for (Pending& w : pending_) w.part = true;
    // "mostly women and children": a share, no count.
    if (q.implicit && q.range.is_vague()) {
      for (const Term* c : cues_)
        if (c->last <= q.first && q.first - c->last <= 3 && p_.id(*c).starts_with("share")) return;
    }
    if (q.counted == Counted::kVictims && !suffers_else(q)) {
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
      const bool same =
          std::any_of(harm_.bound.begin(), harm_.bound.end(),
                      [&](const Bound& b) { return !b.part && b.outcome == *own; }) ||
          (!last_outcome_ && counts_waiting());
      bind(q, *own, (part_before(q) && same) || q.partitive, q.last - 1);
      if (active_ != nullptr && active_end_ == 0 && active_->sense->has(lexicon::kTagDual))
        unfilled_.push_back({active_, active_outcome_});
      active_ = nullptr;
      last_end_ = q.last;
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
    const bool part = !all_told && (described(q) || ((part_before(q) && !own_verb && !besides) || q.partitive || apposed(q) ||
                                    among_them(q)));
    if (q.implicit && q.definite && q.range.is_vague()) return;  // "the civilians"
    if (part) last_part_end_ = q.last;
    if (const auto told = !part ? put_at(q) : std::nullopt) {
      harm_.replaces = true;
      bind(q, *told, false, q.first);
      last_end_ = q.last;
      return;
    }
    // "Early reports said 50 dead; by evening the government counted 165"
    if (!part && counted_by(q)) {
      harm_.replaces = true;
      bind(q, *last_outcome_, false, q.first);
      last_end_ = q.last;
      return;
    }
    // "two brothers; one of them was killed": all that died of those counted before.
    if (q.partitive && q.counted == Counted::kNothing && !last_outcome_ && counts_waiting() &&
        passive_ahead(q) && harm_.bound.empty()) {
      pending_.clear();
      pending_.push_back({&q, false});
      return;
    }
    // Arabic "the toll of the wounded in the shelling of X by Y reached to six civilians"
    const bool toll_of = q.counted == Counted::kNothing ||
                         (q.counted == Counted::kPeople && !q.implicit && arabic(q.first) &&
                          q.first > first_ && reaches(q));
    if (!part && toll_of && !q.range.is_vague() && replaces(q)) {
      harm_.replaces = true;
      const bool waits = active_ != nullptr && active_end_ == 0;  // for its figure
      bind(q, waits || !last_outcome_ ? (active_ != nullptr ? active_outcome_ : Outcome::kKilled)
                                      : *last_outcome_,
           false, q.first);
      if (waits) active_end_ = q.last;
      last_end_ = q.last;
      return;
    }
    // "the number of the dead in the raid on X rose to 5 people", in Arabic with the verb first.
    if (!part && heading_end_ != 0 && last_outcome_ && !q.implicit && !q.range.is_vague() &&
        harm_.bound.empty() && arabic(q.first) && q.first > heading_end_ &&
        q.first - heading_end_ <= kRise && reaches(q)) {
      harm_.replaces = true;
      bind(q, *last_outcome_, false, q.first);
      last_end_ = q.last;
      return;
    }
    // "the dead to 3,670 and the wounded to 15,413", "the bodies of 12 men"
    if (!part && heading_end_ != 0 && q.first == heading_end_ + 1 && last_outcome_ && !q.implicit &&
        (text_.fold_of(heading_end_) == "to" ||
         (text_.fold_of(heading_end_) == "of" &&
          (q.counted == Counted::kPeople || q.others || of_a_people(q))) ||
         text_.fold_of(heading_end_) == "\xD8\xA7\xD9\x84\xD9\x8A")) {
      bind(q, *last_outcome_, false, q.first);
      last_end_ = q.last;
      return;
    }
    if (!part && lives(q)) {
      active_ = nullptr;
      harm_.any_word = true;
      harm_.words.push_back(q.first);
      bind(q, Outcome::kKilled, false, q.first);
      last_end_ = lives_end_ = q.last + 1;
      return;
    }
    if (!part && lost(q)) {
      active_ = nullptr;
      harm_.any_word = true;
      harm_.words.push_back(q.first);
      bind(q, Outcome::kKilled, false, q.first);
      last_end_ = q.last;
      return;
    }
    if (heading_end_ != 0 && q.first == heading_end_ && last_outcome_ && heading_arabic() &&
        (q.counted == Counted::kPeople || q.counted == Counted::kNothing)) {
      bind(q, *last_outcome_, false, q.first);
      last_end_ = q.last;
      return;
    }
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
    if (active_ != nullptr) {
      const uint32_t gap_from = std::max(active_->last, active_end_);
      const bool first_object = active_end_ == 0;
      // Arabic verbs come before their subject, which may be long.
      const std::string_view joint = text_.fold_of(q.first > first_ ? q.first - 1 : q.first);
      const bool kin = joint == "his" || joint == "her" ||
                       joint == "their";  // "killed <name>, 34, and his two sons"
      // "killing <name>, an ISIS deputy wali, and another senior member"
      const bool another = joint == "and" && text_.fold_of(q.first) == "another" &&
                           joined(active_->last, q.first);
      const uint32_t reach = ((arabic(q.first) || kin) && active_->sense->has(lexicon::kTagVerb) &&
                              (!q.implicit || kin || q.range == CountRange::exactly(2)) &&
                              q.counted == Counted::kPeople) ||
                                     another
                                 ? 14
                                 : 6;
      const bool near =
          first_object ? q.first - active_->last <= reach && !sentence_break(active_->last, q.first)
                       : coordinated(gap_from, q.first) || and_more(gap_from, q) ||
                             ((kin || next_one(q)) && joined(gap_from, q.first)) ||
                             added(active_->last, q);
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
          return;
        }
      }
    }
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

  // "was killed alongside at least ten others", "killed a commander of the group together with his
  // wife and two sons": more of those told before.
  [[nodiscard]] bool beside(const Quantity& q) const {
    if (harm_.bound.empty() || !last_outcome_ || !pending_.empty() || passive_ahead(q) ||
        (q.implicit && q.range.is_vague()))
      return false;
    const uint32_t told = std::max(last_word_ + 1, last_end_);
    if (arabic(q.first)) return arabic_beside(q, told);
    if (beside_ != 0 && beside_ == last_end_ && coordinated(beside_, q.first)) return true;
    if (q.first <= told || q.first - told > 25 || sentence_break(told, q.first)) return false;
    for (uint32_t k = q.first; k > told && k + 5 > q.first; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "alongside") return true;
      if (f == "with")
        return k - 1 == told || text_.fold_of(k - 2) == "together" || text_.fold_of(k - 2) == "along";
    }
    return false;
  }

  // Arabic "the death of a boy with three of his brothers", "the police chief <name> with three
  // others": not "in clashes with three gunmen".
  [[nodiscard]] bool arabic_beside(const Quantity& q, uint32_t told) const {
    if (q.first <= told || q.first - told > 8) return false;
    const std::string_view with = text_.fold_of(q.first - 1);
    if (with != "\xD9\x85\xD8\xB9" && with != "\xD8\xA8\xD8\xB1\xD9\x81\xD9\x82\xD8\xA9" &&
        with != "\xD8\xB1\xD9\x81\xD9\x82\xD8\xA9")
      return false;
    if (q.first - 1 == told) return true;
    if (cue(told, q.first, "part") != nullptr) return false;
    if (!q.others && q.counted != Counted::kVictims &&
        (q.noun == nullptr || !q.noun->has(lexicon::kTagKin)))
      return false;
    for (uint32_t k = told; k + 1 < q.first; ++k)
      if (text_.tokens[k].kind != TokenKind::kWord) return false;
    return std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first >= told && t.last < q.first &&
             (t.kind() == Kind::kEvent || t.kind() == Kind::kWeapon || t.kind() == Kind::kOutcome);
    });
  }

  // Arabic numbers above ten take a noun in the singular.
  [[nodiscard]] static bool singular_of_many(const Quantity& q) {
    return q.counted == Counted::kVictims && !q.range.is_vague() && q.range.min > 10 &&
           !q.noun->has(lexicon::kTagPl | lexicon::kTagDual);
  }

  // After "to": ila, or li- written with its tatweel.
  static constexpr uint32_t kRise = 26;  // tokens
  [[nodiscard]] bool reaches(const Quantity& q) const {
    const std::string_view f = text_.fold_of(q.first - 1);
    return f == "\xD8\xA7\xD9\x84\xD9\x8A" || f == "\xD9\x84" || (q.clitics & text::kFor) != 0;
  }
  [[nodiscard]] bool heading_arabic() const { return arabic(heading_end_ - 1); }

  // A count of people stands right after.
  [[nodiscard]] bool counted_next(const Quantity& q) const {
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity* o) {
      return o->first == q.last && o->counted == Counted::kPeople && !o->range.is_vague() &&
             !(o->clitics & text::kAnd);
    });
  }

  // "claimed nine lives", "at least nine lives were lost"
  [[nodiscard]] bool lives(const Quantity& q) const {
    static constexpr std::string_view kTakes[] = {"claim", "cost", "took",   "tak",
                                                  "lost",  "los",  "snatch", "reap"};
    // "100 civilian lives"
    const bool whose = q.counted == Counted::kPeople && q.group != nullptr;
    if ((q.counted != Counted::kNothing && !whose && q.counted != Counted::kPeople) ||
        q.last >= last_ || text_.fold_of(q.last) != "lives")
      return false;
    for (uint32_t k = q.last + 1; k < last_ && k < q.last + 5; ++k) {
      const std::string_view f = text_.fold_of(k);
      if (f == "lost" || f == "claimed" || f == "taken") return true;
      if (!is_be(f) && f != "had" && f != "has") break;
    }
    return taken_by(q, kTakes);
  }
  template <size_t N>
  [[nodiscard]] bool taken_by(const Quantity& q, const std::string_view (&verbs)[N]) const {
    for (uint32_t k = q.first; k > first_ && k + 4 > q.first; --k)
      for (const std::string_view v : verbs)
        if (text_.fold_of(k - 1).starts_with(v)) return true;
    return false;
  }

  // "The army lost 12 men", "losing three children".
  [[nodiscard]] bool lost(const Quantity& q) const {
    if (q.counted != Counted::kPeople || q.implicit || q.first <= first_) return false;
    if (arabic(q.first)) {  // khasira, with those who lost them between
      static constexpr std::string_view kLost = "\xD8\xAE\xD8\xB3\xD8\xB1";
      for (uint32_t k = q.first; k > first_ && k + 5 > q.first; --k)
        if (text_.fold_of(k - 1).find(kLost) <= 2) return true;
      return false;
    }
    const std::string_view f = text_.fold_of(q.first - 1);
    // "admitting the loss of 98 soldiers"
    if (f == "of" && q.first > first_ + 1 && text_.fold_of(q.first - 2).starts_with("loss"))
      return true;
    // "I lost two sons" is one voice of many.
    if (q.first > first_ + 1 &&
        (text_.fold_of(q.first - 2) == "i" || text_.fold_of(q.first - 2) == "we"))
      return false;
    return f == "lost" || f == "lose" || f == "loses" || f == "losing";
  }

  // "left 700 combatants from both sides dead"
  [[nodiscard]] bool left_so(const Quantity& q, uint32_t at) const {
    if (q.first == first_ || at - q.last > 7) return false;
    const std::string_view f = text_.fold_of(q.first - 1);
    if (f != "left" && f != "leaving" && f != "leaves") return false;
    for (uint32_t k = q.last; k < at; ++k)
      if (text_.punct(k) != 0 || text_.fold_of(k) == "and") return false;
    return true;
  }

  // "34 Indians, most of them women and children, were shot"
  [[nodiscard]] bool of_nation(const Quantity& q) const {
    return q.last < last_ && text_.tokens[q.last].kind == TokenKind::kWord &&
           text_.tokens[q.last].has(text::kUpperInitial) &&
           !text_.tokens[q.last].has(text::kAllCaps) && text_.fold_of(q.last).ends_with("ns");
  }

  // A count waits for what befell its people.
  [[nodiscard]] bool counts_waiting() const {
    return std::any_of(pending_.begin(), pending_.end(),
                       [](const Pending& w) { return !w.quantity->implicit; });
  }

  // "dragged 17 men out and shot them": those told last, whom the pronoun stands for.
  [[nodiscard]] std::vector<const Quantity*> them(const Term& t) const {
    std::vector<const Quantity*> all;
    if (t.last >= last_ || text_.fold_of(t.last) != "them") return all;
    const auto fits = [&](const Quantity& q) {
      return q.counted == Counted::kPeople && !(q.implicit && q.range.is_vague()) && !q.partitive;
    };
    for (const Pending& w : pending_)
      if (!w.part && fits(*w.quantity)) all.push_back(w.quantity);
    if (all.empty())
      for (const Bound& b : harm_.bound)
        if (!b.part && b.at == last_word_ && fits(*b.quantity)) all.push_back(b.quantity);
    return all;
  }

  // "forced 2,000 people from their homes": without such a verb people may be dragged out to die.
  [[nodiscard]] bool driven(const Term& t) const {
    static constexpr std::string_view kVerbs[] = {"forc", "driv",  "drov",  "push", "uproot",
                                                  "chas", "expel", "evict", "oust", "displac"};
    for (uint32_t k = t.first; k > first_ && k + 10 > t.first; --k)
      for (const std::string_view v : kVerbs)
        if (text_.fold_of(k - 1).starts_with(v)) return true;
    return false;
  }

  // "killed three refugees", "20 prisoners were executed": the noun says who they were, the verb
  // what befell them.
  [[nodiscard]] bool suffers_else(const Quantity& q) const {
    const auto own = outcome_of(p_.id(*q.noun));
    if (own == Outcome::kInjured)
      return succumbed(q) || (arabic(q.first) && !(q.clitics & text::kAnd) && active_ != nullptr &&
                              active_end_ == 0 && active_outcome_ == Outcome::kKilled &&
                              q.first == active_->last && !q.range.is_vague());
    if (own != Outcome::kDisplaced && own != Outcome::kDetained) return false;
    if (active_ != nullptr && active_end_ == 0 && active_outcome_ != *own &&
        q.first - active_->last <= 4)
      return true;
    return passive_ahead(q);
  }

  // "wounded four, one of whom died": of those hurt, but all of the dead.
  [[nodiscard]] bool died_of(const Quantity& q) const {
    return q.partitive && succumbed(q) && last_outcome_ &&
           (*last_outcome_ == Outcome::kInjured || *last_outcome_ == Outcome::kDetained ||
            *last_outcome_ == Outcome::kMissing);
  }
  // "45 ethnic Albanians", or nothing named
  [[nodiscard]] bool of_a_people(const Quantity& q) const {
    if (q.counted == Counted::kNothing && !q.implicit && q.last < last_ &&
        (is_be(text_.fold_of(q.last)) || text_.fold_of(q.last) == "had"))
      return true;
    for (uint32_t k = q.last; k < last_ && k < q.last + 2; ++k)
      if (text_.tokens[k].has(text::kUpperInitial) && text_.fold_of(k).ends_with("s"))
        return q.counted == Counted::kNothing && !q.implicit;
    return false;
  }

  // "The interior ministry said 35 were killed, the health ministry 48": from the one to the other.
  [[nodiscard]] bool other_teller(const Quantity& q) {
    if (q.implicit || q.range.is_vague() || q.counted != Counted::kNothing || q.others ||
        q.partitive || harm_.bound.empty())
      return false;
    const auto teller = std::find_if(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kSpeaker && t.last == q.first && t.first > first_ + 1;
    });
    if (teller == p_.terms.end()) return false;
    uint32_t k = teller->first;
    if (text_.fold_of(k - 1) == "the") --k;
    if (k <= first_ || (text_.punct(k - 1) != ',' && text_.punct(k - 1) != ';' &&
                        text_.fold_of(k - 1) != "and"))
      return false;
    const bool ends = q.last >= last_ || text_.tokens[q.last].kind != TokenKind::kWord;
    auto told = std::find_if(harm_.bound.rbegin(), harm_.bound.rend(),
                             [](const Bound& b) { return !b.part; });
    if (!ends || told == harm_.bound.rend() || told->quantity->range.is_vague()) return false;
    const CountRange &a = told->quantity->range, &b = q.range;
    Quantity both = *told->quantity;
    both.range = CountRange::between(std::min(a.min, b.min),
                                     std::max(a.max.value_or(a.min), b.max.value_or(b.min)));
    harm_.named.push_back(both);
    told->quantity = &harm_.named.back();
    return true;
  }

  // "Seven of the wounded later died": that many dead.
  [[nodiscard]] bool succumbed(const Quantity& q) const {
    if (q.implicit || q.range.is_vague() || arabic(q.first) || !passive_ahead(q)) return false;
    const auto next = std::find_if(outcomes_.begin(), outcomes_.end(),
                                   [&](const Term* o) { return o->first >= q.last; });
    return next != outcomes_.end() && outcome_of(p_.id(**next)) == Outcome::kKilled;
  }

  // In the list of those whom the sentence says the victims were.
  [[nodiscard]] bool described(const Quantity& q) const {
    return described_ != 0 && q.first >= described_ && q.counted == Counted::kPeople &&
           (q.first == described_ || coordinated(last_end_, q.first));
  }

  // "The victims were a woman and two children."
  [[nodiscard]] bool are_people(const Quantity& q) const {
    if (q.last >= last_ || (text_.fold_of(q.last) != "were" && text_.fold_of(q.last) != "are"))
      return false;
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity* o) {
      return o->first == q.last + 1 && o->counted == Counted::kPeople && !o->range.is_vague();
    });
  }

  [[nodiscard]] bool part_next(const Quantity& q) const {
    if (are_people(q)) return true;
    for (const Term* c : cues_)
      if (c->first >= q.last && c->first - q.last <= 2 && p_.id(*c) == "part") return true;
    return false;
  }

  // "nine people: six civilians and three combatants", "three people one under the age of 18".
  [[nodiscard]] bool apposed(const Quantity& q) {
    if (listed_after_colon(q) || listed_after_total(q)) return true;
    const Quantity* before = nullptr;
    for (const Quantity* o : quantities_)
      if (o->last <= q.first && (o->counted == Counted::kPeople)) before = o;
    if (bracket_after_total(q)) return true;
    if (before == nullptr) return false;
    if (in_brackets(before->last, q)) return true;
    if (before->last == q.first) {
      const bool part = !before->implicit && !q.range.is_vague() &&
                        !text_.tokens[q.first].has(text::kNewline) && !arabic(q.first);
      // "three civilians two women and a man": the list goes on.
      if (part && !before->range.is_vague() && before->range.min > q.range.min &&
          !disjoint(*before, q))
        colon_list_ = before;
      return part;
    }
    const bool opens = text_.punct(before->last) == ':' || they_are(before->last);
    if (opens && before->last + 1 >= q.first) {
      colon_list_ = before;
      return true;
    }
    return colon_list_ != nullptr && last_part_end_ != 0 && coordinated(last_part_end_, q.first);
  }

  // "Two dead, a man and a woman, in shelling": people without a fate of their own after a toll.
  [[nodiscard]] bool listed_after_total(const Quantity& q) const {
    if (q.counted != Counted::kPeople || q.range.is_vague() || passive_ahead(q)) return false;
    const Quantity* total = nullptr;
    for (const Quantity* o : quantities_)
      if (o->last < q.first && o->counted == Counted::kVictims && !o->implicit) total = o;
    if (total == nullptr || total->range.is_vague() || total->range.min < q.range.min ||
        text_.punct(total->last) == 0 || sentence_break(total->last, q.first))
      return false;
    const uint32_t from = last_part_end_ > total->last ? last_part_end_ : total->last;
    if (q.first < from || !coordinated(from, q.first)) return q.first == total->last + 1;
    return std::none_of(outcomes_.begin(), outcomes_.end(), [&](const Term* o) {
      return o->first >= total->last && o->first < q.last + 4;
    });
  }

  // Arabic hum and huma, "they are", open a list as a colon does.
  [[nodiscard]] bool they_are(uint32_t i) const {
    static constexpr std::string_view kThey[] = {
        "\xD9\x87\xD9\x85", "\xD9\x88\xD9\x87\xD9\x85", "\xD9\x87\xD9\x85\xD8\xA7",
        "\xD9\x88\xD9\x87\xD9\x85\xD8\xA7"};
    return std::find(std::begin(kThey), std::end(kThey), text_.fold_of(i)) != std::end(kThey);
  }

  // "killed twelve: three children, four women and five men", "five were killed in the raid: two
  // soldiers and ...": people after a colon that fit into the count before it.
  [[nodiscard]] bool listed_after_colon(const Quantity& q) const {
    if (q.counted != Counted::kPeople || q.range.is_vague()) return false;
    uint32_t at = q.first;
    while (at > first_ && at + 24 > q.first && text_.punct(at - 1) != ':' &&
           !they_are(at - 1)) {
      if (sentence_break(at - 1, at)) return false;
      --at;
    }
    if (at == first_ || at + 24 <= q.first) return false;
    for (const Term* o : outcomes_)
      if (o->first >= at && o->last <= q.first) return false;
    const Quantity* total = nullptr;
    for (const Quantity* o : quantities_)
      if (o->last < at && countable(*o) && !(o->implicit && o->range.is_vague())) total = o;
    if (total == nullptr || total->range.is_vague() || at - total->last > 20) return false;
    return total->range.min > 1 && total->range.min >= q.range.min &&
           !text_.tokens[at].has(text::kNewline);
  }

  // "six others (three girls, two women, and one man)": all in the brackets after a count.
  [[nodiscard]] bool bracket_after_total(const Quantity& q) const {
    if (q.counted != Counted::kPeople || q.range.is_vague()) return false;
    uint32_t open = q.first;
    while (open > first_ && open + 20 > q.first && text_.punct(open - 1) != '(') {
      if (text_.punct(open - 1) == ')') return false;
      --open;
    }
    if (open == first_ || open + 20 <= q.first || open < first_ + 2) return false;
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity* o) {
      return o->last == open - 1 && countable(*o) && !o->implicit && !o->range.is_vague() &&
             o->range.min >= q.range.min && o->range.min > 1;
    });
  }

  // "three children (one of them badly)", "4 (a man, a woman and two girls)"; a number alone in
  // brackets is a count.
  [[nodiscard]] bool in_brackets(uint32_t from, const Quantity& q) const {
    if (q.first - from > 20) return false;
    for (uint32_t k = q.first; k > from; --k) {
      const char c = text_.punct(k - 1);
      if (c == ')') return false;
      if (c != '(') continue;
      return !(k == q.first && q.first + 1 < last_ && text_.punct(q.first + 1) == ')');
    }
    return false;
  }

  // "rose to", "stood at", "an initial toll of"
  [[nodiscard]] bool of_toll(const Term& c) const {
    return base_of(p_.id(c)) == "replace" || p_.id(c) == "early" || p_.id(c) == "disputed";
  }
  // "up from 12", in Arabic "after having been 12": the toll that was.
  [[nodiscard]] bool was_toll(const Quantity& q) const {
    static constexpr std::string_view kAfter = "\xD8\xA8\xD8\xB9\xD8\xAF";  // Arabic
    return std::any_of(cues_.begin(), cues_.end(), [&](const Term* c) {
      const std::string_view f = text_.fold_of(c->first);
      return p_.id(*c) == "early" && c->last <= q.first && q.first - c->last <= 1 &&
             (f == "up" || f == "down" || f == kAfter);
    });
  }

  // "put the number of dead at 13", "gave the toll as 45", "the wounded were put at about 30".
  [[nodiscard]] std::optional<Outcome> put_at(const Quantity& q) const {
    static constexpr std::string_view kVerbs[] = {"put",   "puts",  "putting",  "gave",     "gives",
                                                  "given", "place", "placed",   "estimate", "set",
                                                  "sets",  "fixed", "estimated"};
    if (q.counted != Counted::kNothing || q.range.is_vague() || q.first < first_ + 2)
      return std::nullopt;
    const std::string_view joint = text_.fold_of(q.first - 1);
    if (joint != "at" && joint != "as") return std::nullopt;
    uint32_t verb = q.first - 1;
    while (verb > first_ && verb + 16 > q.first &&
           std::find(std::begin(kVerbs), std::end(kVerbs), text_.fold_of(verb - 1)) ==
               std::end(kVerbs)) {
      if (sentence_break(verb - 1, verb)) return std::nullopt;
      --verb;
    }
    if (verb == first_ || verb + 16 <= q.first) return std::nullopt;
    std::optional<Outcome> told;
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kOutcome || t.first + 12 < verb || t.last > q.first) continue;
      if (t.sense->has(lexicon::kTagVerb) && !t.sense->has(lexicon::kTagPerson | lexicon::kTagNoun))
        continue;
      if (const auto o = outcome_of(p_.id(t)); o && t.first >= first_) told = o;
    }
    return told;
  }

  [[nodiscard]] bool counted_by(const Quantity& q) const {
    if (q.counted != Counted::kNothing || q.range.is_vague() || !last_outcome_ ||
        harm_.bound.empty() || harm_.bound.front().quantity->range.is_vague() ||
        q.range.min <= harm_.bound.front().quantity->range.min || !pending_.empty() ||
        (q.last < last_ && text_.punct(q.last) == 0))
      return false;
    return q.first > first_ && text_.fold_of(q.first - 1) == "counted";
  }

  // The toll named by "rose to", "bringing the total to".
  [[nodiscard]] bool replaces(const Quantity& q) const {
    // Arabic has the verb first: "rose the number of the dead in ... to 70".
    static constexpr std::string_view kTo = "\xD8\xA7\xD9\x84\xD9\x8A";
    const bool to = q.first > first_ && (text_.fold_of(q.first - 1) == kTo ||
                                         (arabic(q.first) && reaches(q)));
    const bool english = q.first > first_ && text_.fold_of(q.first - 1) == "to";
    const uint32_t reach = to ? 20 : stands_alone(q) ? 12 : english ? 8 : 3;
    for (const Term* c : cues_)
      // "exceeded 60" is a word of tolls and a bound at once.
      if (of_toll(*c) && c->first <= q.first && (c->last <= q.first || c->first == q.first) &&
          q.first <= c->last + reach && !occupied(c->last, q.first))
        return !number_of_things(c->first) && !(to && number_of_acts(q.first));
    return false;
  }

  // An Arabic number that counts nothing named after it.
  [[nodiscard]] bool stands_alone(const Quantity& q) const {
    if (q.last >= last_) return q.first > first_ && arabic(q.first - 1);
    static constexpr std::string_view kWaw = "\xD9\x88";
    return arabic(q.first) &&
           (text_.tokens[q.last].kind != TokenKind::kWord || text_.fold_of(q.last).starts_with(kWaw));
  }

  // "the toll of victims of the shelling": the noun names what is counted.
  [[nodiscard]] bool heads_toll(const Quantity& q) const {
    return arabic(q.first) && std::any_of(cues_.begin(), cues_.end(), [&](const Term* c) {
             return of_toll(*c) && c->last == q.first;
           });
  }

  // Another count or what befell it stands between the tokens.
  [[nodiscard]] bool occupied(uint32_t from, uint32_t to) const {
    for (const Quantity* o : quantities_)
      if (o->first >= from && o->last <= to && !o->implicit) return true;
    for (const Term* o : outcomes_)
      if (o->first >= from && o->last <= to && o->sense->has(lexicon::kTagVerb)) return true;
    return false;
  }

  // Arabic "rose the number of the attacks, of the operations ... to 33"
  [[nodiscard]] bool number_of_acts(uint32_t to) const {
    static constexpr std::string_view kNumber = "\xD8\xB9\xD8\xAF\xD8\xAF";
    static constexpr std::string_view kActs[] = {
        "\xD8\xA7\xD9\x84\xD9\x87\xD8\xAC\xD9\x85\xD8\xA7\xD8\xAA",
        "\xD8\xA7\xD9\x84\xD8\xB9\xD9\x85\xD9\x84\xD9\x8A\xD8\xA7\xD8\xAA"};
    for (uint32_t k = to; k > first_ && k + 26 > to; --k)
      if (text_.fold_of(k - 1) == kNumber)
        return text_.fold_of(k) == kActs[0] || text_.fold_of(k) == kActs[1];
    return false;
  }

  // "the number of attacks has reached": what is counted is no people.
  [[nodiscard]] bool number_of_things(uint32_t to) const {
    static constexpr std::string_view kNumber = "\xD8\xB9\xD8\xAF\xD8\xAF";  // Arabic for number
    for (uint32_t k = to; k > first_ && k + 30 > to; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f != "number" && f != "total" && f != kNumber) continue;
      if (k + 1 < to && text_.fold_of(k) == "of" &&
          (text_.fold_of(k + 1) == "operations" || text_.fold_of(k + 1) == "attempts" ||
           (k + 2 < to && text_.fold_of(k + 2) == "attempts")))
        return true;
      for (const Term& t : p_.terms) {
        if (t.first < k || t.last > to) continue;
        if (t.kind() == Kind::kOutcome || t.kind() == Kind::kPeople) return false;
        if (t.kind() == Kind::kEvent || t.kind() == Kind::kWeapon || t.kind() == Kind::kTarget)
          return true;
      }
      return false;
    }
    return false;
  }

  // "five civilians, a girl among them": the cue closes its phrase.
  [[nodiscard]] bool among_them(const Quantity& q) const {
    if (!last_outcome_ && !counts_waiting()) return false;
    for (const Term* c : cues_)
      if (c->first == q.last && p_.id(*c) == "part")
        return c->last >= last_ || (text_.punct(c->last) != 0 && text_.punct(c->last) != ':');
    return false;
  }

  // "were among" just before the token.
  [[nodiscard]] bool among_harmed(uint32_t at) const {
    for (const Term* c : cues_)
      if (c->last <= at && at - c->last <= 2 && is_among(*c)) return true;
    return false;
  }
  [[nodiscard]] bool is_among(const Term& c) const {
    return c.last - c.first == 2 && p_.id(c) == "part" && is_be(text_.fold_of(c.first));
  }
  // The people waiting, as parts of a toll told elsewhere.
  void bind_parts(Outcome o, uint32_t at) {
    for (const Pending& w : pending_)
      if (!w.quantity->implicit || !w.quantity->range.is_vague()) bind(*w.quantity, o, true, at);
    pending_.clear();
    last_outcome_ = o;
    last_word_ = last_end_ = at;
  }

  // "eight women, two of whom were pregnant, and four men": where the aside ends.
  [[nodiscard]] uint32_t clause_end(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to && k < from + 8; ++k)
      if (text_.punct(k) == ',') return k;
    return from;
  }

  // A part cue before the quantity, with only its own list between.
  [[nodiscard]] bool part_before(const Quantity& q) {
    int tried = 0;
    for (auto c = cues_.rbegin(); c != cues_.rend() && tried < 3; ++c) {
      if (p_.id(**c) != "part" || (*c)->last > q.first) continue;
      part_chain_ = part_of(**c, q);
      // Another list may stand inside: "including eight women, two of whom were pregnant, and a
      // man".
      if (part_chain_ || is_among(**c)) return part_chain_;
      ++tried;
    }
    return false;
  }
  [[nodiscard]] bool part_of(const Term& part, const Quantity& q) const {
    if (is_among(part)) return false;
    // All quantities between the cue and q must be joined to it.
    uint32_t end = part.last;
    for (const Quantity* o : quantities_) {
      if (o->first < part.last || o->first >= q.first) continue;
      if (!joined(end, o->first) && o->first - end > 3) return false;
      end = o->partitive ? clause_end(o->last, q.first) : o->last;
    }
    for (const Term* o : outcomes_)
      if (o->first >= part.last && o->first < q.first) return false;
    return joined(end, q.first) || q.first - end <= (end == part.last ? 3u : 1u);
  }
  // Coordinated, with names and what they were between: "the reporter Omar Salem and his brother".
  // "... and a child"
  [[nodiscard]] bool next_one(const Quantity& q) const {
    const std::string_view f = text_.fold_of(q.first);
    return q.first > first_ && text_.fold_of(q.first - 1) == "and" && (f == "a" || f == "an");
  }
  [[nodiscard]] bool joined(uint32_t from, uint32_t to) const {
    if (coordinated(from, to)) return true;
    if (to < from || to - from > 14) return false;
    bool described = false;  // "a reporter of the local channel,"
    for (uint32_t k = from; k < to; ++k) {
      const text::Token& t = text_.tokens[k];
      const std::string_view f = text_.fold_of(k);
      if (t.kind == TokenKind::kWord && (t.has(text::kUpperInitial) || f == "al" || f == "el" ||
                                         f == "bin" || f == "ibn" || f == "abu" || f == "-"))
        continue;
      if (text_.punct(k) == '(') {  // an age, another name
        uint32_t close = k + 1;
        while (close < to && close < k + 5 && text_.punct(close) != ')') ++close;
        if (close < to && text_.punct(close) == ')') {
          k = close;
          continue;
        }
      }
      if (f == "named" || f == "called") continue;
      if (f == "of" || f == "from" || f == "for" || f == "who") described = true;
      // ", an ISIS deputy wali,"
      if ((f == "a" || f == "an") && k > from && text_.punct(k - 1) == ',') described = true;
      if (text_.punct(k) != 0 || f == "and") described = false;
      bool person = false;
      for (const Term& w : p_.terms) {
        if (w.first > k || k >= w.last) continue;
        person |= w.kind() == Kind::kPeople || w.kind() == Kind::kSpeaker;
        if (w.kind() == Kind::kOutcome || w.kind() == Kind::kEvent || w.kind() == Kind::kReporting)
          return false;
      }
      if (!person && !described && f != "the" && f != "a" && !coordinated(k, k + 1)) return false;
    }
    return true;
  }

  [[nodiscard]] bool passive_ahead(const Quantity& q) const {
    if (arabic(q.first)) return false;
    for (const Term* o : outcomes_) {
      if (o->first < q.last) continue;
      if (o->first - q.last > 6) return false;
      if (o->sense->inflection == Inflection::kGerund || o->sense->has(lexicon::kTagNoun))
        return false;
      for (uint32_t i = q.last; i < o->first; ++i) {
        if (is_be(text_.fold_of(i))) return true;
        if (text_.fold_of(i) == "whose") return false;
        const char c = text_.punct(i);
        if ((c != 0 && c != '"') || text_.fold_of(i) == "and") return false;
      }
      // "killed 20 people wounded 60": a list of verbs without "and".
      for (const Quantity* next : quantities_)
        if (next->first == o->last && !next->implicit && countable(*next) && o->first == q.last)
          return false;
      return o->first == q.last ||
             (o->first == q.last + 1 && text_.tokens[q.last].kind == TokenKind::kWord);
    }
    return false;
  }

  // Arabic "was injured with wounds": the wounds belong to the verb before and take nobody of their
  // own.
  [[nodiscard]] bool complement(const Term& t, Outcome o) const {
    if (!t.sense->arabic || o != Outcome::kInjured || !(t.clitics & text::kBy) ||
        !t.sense->has(lexicon::kTagNoun))
      return false;
    const Term* before = nullptr;
    for (const Term* w : outcomes_)
      if (w->last <= t.first) before = w;
    return before != nullptr && t.first - before->last <= 8 && outcome_of(p_.id(*before)) == o;
  }

  // Arabic faqad, "and indeed", is written as the verb of being missed, which its people follow.
  [[nodiscard]] bool particle(const Term& t, size_t next_quantity) const {
    static constexpr std::string_view kFaqad = "\xD9\x81\xD9\x82\xD8\xAF";
    if (t.last - t.first != 1 || text_.fold_of(t.first) != kFaqad) return false;
    while (next_quantity < quantities_.size() && !countable(*quantities_[next_quantity]))
      ++next_quantity;
    return next_quantity >= quantities_.size() || quantities_[next_quantity]->first > t.last + 1;
  }

  // Arabic "two children lost their lives", with the people between verb and object.
  [[nodiscard]] bool lost_life(const Term& t) const {
    static constexpr std::string_view kLife =
        "\xD8\xAD\xD9\x8A\xD8\xA7\xD8\xAA";  // hayat-, "life of"
    static constexpr std::string_view kTheLife =
        "\xD8\xA7\xD9\x84\xD8\xAD\xD9\x8A\xD8\xA7\xD9\x87";  // al-hayat
    if (!t.sense->arabic) return false;
    for (uint32_t k = t.last; k < last_ && k < t.last + 7; ++k)
      if (const std::string_view f = text_.fold_of(k);
          f.starts_with(kLife) || (f.size() > 2 && f.substr(2).starts_with(kLife)))
        return true;  // with or without the li- of "to"
      else if (f.ends_with(kTheLife))
        return true;
    return false;
  }

  // Arabic "a girl departed life": the verb says nothing without its object.
  [[nodiscard]] bool departs_only(const Term& t) const {
    static constexpr std::string_view kDepart = "\xD9\x81\xD8\xA7\xD8\xB1\xD9\x82";  // faraqa
    return t.last - t.first == 1 && text_.fold_of(t.first).starts_with(kDepart) && !lost_life(t);
  }

  // "missed its target and wounded 16": what is denied ends where another clause begins.
  [[nodiscard]] bool turns(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k)
      if (text_.fold_of(k) == "and" || text_.fold_of(k) == "but") return true;
    return false;
  }

  // "a doctor, T. Sivan, told reporters"
  [[nodiscard]] bool says_by_name(const Quantity& q) const {
    if (q.last >= last_ || text_.punct(q.last) != ',') return false;
    uint32_t k = q.last + 1;
    while (k < last_ && k < q.last + 8 && text_.punct(k) != ',') {
      if (text_.punct(k) == 0 && !text_.tokens[k].has(text::kUpperInitial)) return false;
      ++k;
    }
    if (k >= last_ || text_.punct(k) != ',') return false;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first == k + 1 && (t.kind() == Kind::kReporting || text_.fold_of(k + 1) == "told");
    });
  }

  // "Brigadier <name> told the agency"
  [[nodiscard]] bool says_named(const Quantity& q) const {
    uint32_t k = q.last;
    while (k < last_ && k < q.last + 5 && text_.tokens[k].has(text::kUpperInitial) &&
           !text_.tokens[k].has(text::kAllCaps))
      ++k;
    if (k == q.last || !q.implicit || k >= last_) return false;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first == k && (t.kind() == Kind::kReporting || text_.fold_of(k) == "told") &&
             std::none_of(outcomes_.begin(), outcomes_.end(),
                          [&](const Term* o) { return o->first == t.last; });
    });
  }

  // "A doctor at the hospital said"
  [[nodiscard]] bool says_at_work(const Quantity& q) const {
    if (q.last >= last_) return false;
    const std::string_view f = text_.fold_of(q.last);
    if (f != "at" && f != "of" && f != "in" && f != "from" && f != "for" && f != "with" &&
        f != "on" && f != "working" && f != "based")
      return false;
    for (uint32_t k = q.last + 1; k < last_ && k < q.last + 14; ++k) {
      if (text_.punct(k) != 0 || is_be(text_.fold_of(k))) return false;
      for (const Term& t : p_.terms) {
        if (t.first != k) continue;
        if (t.kind() == Kind::kOutcome || t.kind() == Kind::kEvent) return false;
        if (t.kind() == Kind::kReporting && (text_.fold_of(k) == "said" || text_.fold_of(k) == "told"))
          return true;
      }
    }
    return false;
  }

  // "A rebel commander said"; but "two men said to be rebels", "a man reported killed".
  [[nodiscard]] bool says(const Quantity& q) const {
    static constexpr std::string_view kAdverbs[] = {"meanwhile", "also", "later", "however",
                                                    "earlier", "separately"};
    if (q.last + 1 < last_ && std::find(std::begin(kAdverbs), std::end(kAdverbs),
                                        text_.fold_of(q.last)) != std::end(kAdverbs) &&
        text_.fold_of(q.last + 1) == "said")
      return true;  // "a minister meanwhile said"
    if (q.range == CountRange::exactly(1) && says_by_name(q)) return true;
    const bool object = active_ != nullptr && active_end_ == 0;  // "killed 300 fighters on both sides"
    if ((!object && says_at_work(q)) || (q.range == CountRange::exactly(1) && says_named(q))) return true;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      if (t.first != q.last || t.kind() != Kind::kReporting || t.last >= last_ ||
          is_be(text_.fold_of(t.first)))
        return false;
      // "four men accused of spying", "a man said to be a spy": of whom it is told.
      if (text_.fold_of(t.last) == "to" || text_.fold_of(t.last - 1) == "of" ||
          text_.fold_of(t.first) == "according" || text_.fold_of(t.first) == "reported" ||
          text_.fold_of(t.first) == "confirmed")
        return false;
      return std::none_of(outcomes_.begin(), outcomes_.end(),
                          [&](const Term* o) { return o->first == t.last; });
    });
  }

  // ", a rebel spokesman and aid workers said": those who tell, set off by a comma.
  [[nodiscard]] bool tells(const Quantity& q) const {
    if (q.counted != Counted::kPeople || arabic(q.first)) return false;
    if (says(q)) return true;
    if (q.first < first_ + 1) return false;
    // "identical to that of a correspondent who reported"
    if (q.last + 1 < last_ && text_.fold_of(q.last) == "who")
      for (const Term& t : p_.terms)
        if (t.first == q.last + 1 && t.kind() == Kind::kReporting) return true;
    if (text_.punct(q.first - 1) != ',' && text_.fold_of(q.first - 1) != "and") return false;
    for (uint32_t k = q.last; k < last_ && k < q.last + 5; ++k) {
      // "were reported killed", "reportedly killed": no one tells here.
      if (text_.punct(k) != 0 || text_.fold_of(k) == "were" || text_.fold_of(k) == "was")
        return false;
      for (const Term& t : p_.terms) {
        if (t.first != k) continue;
        if (t.kind() == Kind::kReporting &&
            (text_.fold_of(k).ends_with("ly") || text_.fold_of(k) == "according"))
          return false;
        if (t.kind() == Kind::kReporting) return k == q.last || text_.fold_of(q.first - 1) != "and";
        if (t.kind() == Kind::kOutcome) return false;
      }
    }
    return false;
  }

  // "killed a teacher as well as, in addition to two of his sons": more of those told before.
  [[nodiscard]] bool added(uint32_t from, const Quantity& q) const {
    static constexpr std::string_view kTo = "\xD8\xA7\xD9\x84\xD9\x8A";
    if (q.implicit || q.counted != Counted::kPeople || q.first - from > 20 ||
        sentence_break(from, q.first))
      return false;
    const uint32_t at = q.first > first_ && text_.fold_of(q.first - 1) == kTo ? q.first - 1 : q.first;
    return std::any_of(cues_.begin(), cues_.end(), [&](const Term* c) {
      return p_.id(*c) == "increment" && c->first >= from && (c->last == at || c->last == q.first);
    });
  }

  // "killed a commander of the group and three of his men": joined over what describes the first.
  [[nodiscard]] bool and_more(uint32_t from, const Quantity& q) const {
    const bool kin = q.implicit && !q.range.is_vague() && !q.definite &&
                     (q.noun->has(lexicon::kTagKin) || arabic(q.first));
    if ((q.implicit && !kin) || q.counted != Counted::kPeople || q.first - from > 7 ||
        q.first <= from)
      return false;
    if (!(q.clitics & text::kAnd) && text_.fold_of(q.first - 1) != "and" &&
        text_.fold_of(q.first - 1) != "\xD9\x88")
      return false;
    for (uint32_t k = from; k < q.first; ++k)
      if (text_.punct(k) != 0) return false;
    return std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first >= from && t.last <= q.first &&
             (t.kind() == Kind::kEvent || t.kind() == Kind::kOutcome ||
              t.kind() == Kind::kReporting);
    });
  }

  // "no immediate reports of": nothing is known, which is no zero and no count either.
  [[nodiscard]] bool unknown(uint32_t from) const {
    for (const Term* c : cues_)
      if (p_.id(*c) == "negation.unknown" && c->last <= from && from - c->last <= 6 &&
          !sentence_break(c->last, from))
        return true;
    return false;
  }

  // "no names of the dead", "no figure for those wounded": what is denied is something else.
  [[nodiscard]] bool about_it(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k)
      if (const std::string_view f = text_.fold_of(k);
          f == "of" || f == "for" || f == "about" || f == "on")
        return true;
    return false;
  }

  // A word of harm at [from, to) that is denied; the denial may share a token with it.
  [[nodiscard]] bool negated(uint32_t from, uint32_t to) const {
    for (const Term* c : cues_) {
      if (p_.id(*c) != "negation" || c->first >= from || c->last > to || from > c->last + 4)
        continue;
      const bool hyphened = text_.tokens[c->last].has(text::kHyphen);  // "a no-fire zone"
      if (!hyphened && !turns(c->last, from) && !about_it(c->last, from)) return true;
    }
    return false;
  }

  // "sustained various injuries", "suffered serious burns"
  [[nodiscard]] bool sustained(uint32_t at, const lexicon::Sense& noun) const {
    if (!noun.has(lexicon::kTagNoun)) return false;
    for (uint32_t k = at; k > first_ && k + 4 > at; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "with" || f.starts_with("sustain") || f.starts_with("suffer") || f.starts_with("receiv"))
        return true;
    }
    return false;
  }

  // A name that is no place stands right after the verb, and no form of "be" before it.
  [[nodiscard]] bool names_object(const Term& t) const {
    if (t.last >= last_ || !text_.tokens[t.last].has(text::kUpperInitial) ||
        text_.tokens[t.last].has(text::kAllCaps | text::kNewline) ||
        text_.tokens[t.last].kind != TokenKind::kWord)
      return false;
    for (uint32_t k = t.first; k > first_ && k + 3 > t.first; --k)
      if (is_be(text_.fold_of(k - 1))) return false;
    for (const PlaceName& place : p_.places)
      if (place.first <= t.last && t.last < place.last) return false;
    return std::none_of(p_.terms.begin(), p_.terms.end(),
                        [&](const Term& x) { return x.first == t.last && x.kind() == Kind::kTime; });
  }

  // "FOUR MEN SHOT AND KILLED A COUNCILLOR": without a form of "be" before it or a preposition after
  // it the verb is of those who shoot.
  [[nodiscard]] bool shot_object(const Term& t) const {
    static constexpr std::string_view kAfter[] = {
        "in",   "on",    "at",    "by",    "near",  "outside", "inside", "when", "while", "after",
        "as",   "during", "and",  "or",    "from",  "with",    "since",  "for",  "to",    "last",
        "yesterday", "today", "this", "early", "late", "earlier", "before", "along", "amid", "but"};
    const std::string_view verb = text_.fold_of(t.first);
    if (t.last >= last_ || (verb != "shot" && verb != "gunned") ||
        text_.tokens[t.last].kind != TokenKind::kWord)
      return false;
    for (uint32_t k = t.first; k > first_ && k + 3 > t.first; --k)
      if (is_be(text_.fold_of(k - 1))) return false;
    const std::string_view next = text_.fold_of(t.last);
    return std::find(std::begin(kAfter), std::end(kAfter), next) == std::end(kAfter) &&
           std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& x) {
             return x.first == t.last && (x.kind() == Kind::kTime || x.kind() == Kind::kPlaceWord);
           });
  }

  // English: whether the outcome verb takes its victims from before it.
  [[nodiscard]] bool backward(const Term& t, size_t next_quantity) const {
    const lexicon::Sense& s = *t.sense;
    if (s.has(lexicon::kTagActive)) return false;
    if (s.has(lexicon::kTagLater) || sustained(t.first, s)) return true;
    if (s.has(lexicon::kTagPassive)) {
      // "Gunmen shot dead <name>, a teacher": whom they shot stands after it.
      if (names_object(t) || shot_object(t)) return false;
      // "summarily executed six men" has its people after it, "found executed" before it.
      if (next_quantity < quantities_.size() && quantities_[next_quantity]->first == t.last &&
          text_.fold_of(t.last) != "and" &&
          (quantities_[next_quantity]->counted == Counted::kPeople ||
           quantities_[next_quantity]->others) &&
          !quantities_[next_quantity]->implicit && !quantities_[next_quantity]->partitive)
        return false;
      return true;
    }
    if (s.inflection == Inflection::kGerund) {
      // "being killed"
      return t.first > first_ && is_be(text_.fold_of(t.first - 1));
    }
    for (uint32_t i = t.first; i > first_ && i + 4 > t.first; --i) {
      const std::string_view f = text_.fold_of(i - 1);
      // "have been killed" is passive, "have killed" and "was able to kill" active.
      if (f == "have" || f == "has" || f == "had" || f == "to") break;
      if (is_be(f)) return true;
      if (text_.punct(i - 1) == ',') break;
    }
    if (s.has(lexicon::kTagNoun) || s.inflection == Inflection::kThird) {
      const uint32_t of = t.last;
      if (of < last_ && (text_.fold_of(of) == "of" || text_.fold_of(of) == "to")) return false;
      return false;
    }
    // Headlines and reduced clauses: "Six Civilians Killed in ...", "10 others injured", "25 dead".
    if (!pending_.empty()) {
      const Quantity& q = *pending_.back().quantity;
      const bool close = t.first - q.last <= 2 && t.first >= q.last;
      const bool object_follows = next_quantity < quantities_.size() &&
                                  quantities_[next_quantity]->first <= t.last + 1 &&
                                  !(quantities_[next_quantity]->first > t.last &&
                                    (text_.fold_of(t.last) == "and" || text_.punct(t.last) != 0)) &&
                                  quantities_[next_quantity]->counted != Counted::kStrikes &&
                                  !passive_ahead(*quantities_[next_quantity]) &&
                                  !part_follows(t, *quantities_[next_quantity]);
      if (close && !object_follows) return true;
    }
    return false;
  }
  [[nodiscard]] bool part_follows(const Term& t, const Quantity& q) const {
    return cue(t.last, q.first, "part") != nullptr;
  }

  // "a watchwoman, 61, was killed", "the leader was killed": one, whatever the word for the person.
  [[nodiscard]] bool unnamed_subject(const Term& t, uint32_t was) const {
    static constexpr std::string_view kGroups[] = {"family", "group",  "convoy", "crew",  "number",
                                                   "total",  "couple", "unit",   "lot",   "patrol",
                                                   "team",   "number", "none",   "dozen", "score"};
    const auto o = outcome_of(p_.id(t));
    if (o != Outcome::kKilled && o != Outcome::kInjured) return false;
    uint32_t noun = was;  // token after the noun
    if (noun > first_ + 3 && text_.punct(noun - 1) == ',' &&
        text_.tokens[noun - 2].kind == TokenKind::kNumber && text_.punct(noun - 3) == ',')
      noun -= 3;  // ", 61,"
    for (uint32_t k = noun; k > first_ && k + 5 > noun; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "a" || f == "an" || f == "the") {
        const std::string_view head = text_.fold_of(noun - 1);
        return k != noun && !head.ends_with("ing") &&
               std::find(std::begin(kGroups), std::end(kGroups), head) == std::end(kGroups);
      }
      if (text_.tokens[k - 1].kind != TokenKind::kWord) return false;
      for (const Term& x : p_.terms)
        if (x.first == k - 1 &&
            (x.kind() == Kind::kOutcome || x.kind() == Kind::kEvent || x.kind() == Kind::kTarget ||
             x.kind() == Kind::kWeapon || x.kind() == Kind::kPlace || x.kind() == Kind::kTime))
          return false;
      for (const Quantity* q : quantities_)
        if (q->first <= k - 1 && k - 1 < q->last) return false;
    }
    return false;
  }

  // "Name Surname, deputy head of ..., was killed": one person, told by name.
  [[nodiscard]] bool named_subject(const Term& t) const {
    if (t.sense->has(lexicon::kTagActive | lexicon::kTagNoun) ||
        t.sense->inflection == Inflection::kGerund)
      return false;
    uint32_t was = t.first;
    if (was > first_ + 1 && text_.fold_of(was - 1).ends_with("ly"))
      --was;  // "was seriously injured"
    if (was == first_ || text_.fold_of(was - 1) != "was") return false;
    if (unnamed_subject(t, was - 1)) return true;
    int names = 0;
    for (uint32_t k = was - 1; k > first_ && k + 14 > t.first; --k) {
      const text::Token& w = text_.tokens[k - 1];
      if (w.kind == TokenKind::kWord && w.has(text::kUpperInitial) && w.readings == 0) ++names;
      for (const Quantity* q : quantities_)
        if (q->first <= k - 1 && k - 1 < q->last) return false;
    }
    return names >= 2;
  }

  // "who had been displaced": the verb of a relative clause.
  [[nodiscard]] bool relative(const Term& t) const {
    for (uint32_t k = t.first; k > first_ && k + 5 > t.first; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "who" || f == "that") return true;
      if (!is_be(f) && f != "had" && f != "has" && !f.ends_with("ly")) return false;
    }
    return false;
  }
  // "Two children fleeing the town", "people trying to flee".
  [[nodiscard]] bool by_the_way(const Term& t) const {
    return t.sense->inflection == Inflection::kGerund ||
           (t.first > first_ && text_.fold_of(t.first - 1) == "to");
  }
  [[nodiscard]] bool killed_later(uint32_t from) const {
    return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const Term* o) {
      return o->first >= from && o->first < from + 25 && o->first > first_ &&
             (p_.id(*o) == "killed" || p_.id(*o) == "injured") &&
             (is_be(text_.fold_of(o->first - 1)) || text_.fold_of(o->first - 1).ends_with("ly"));
    });
  }

  // "a number of deaths and injuries": the vague word is of both.
  [[nodiscard]] bool joins_vague(const Term& t) const {
    if (t.sense->arabic || !t.sense->has(lexicon::kTagNoun) || harm_.bound.empty() ||
        t.first == first_ || text_.fold_of(t.first - 1) != "and")
      return false;
    const Quantity& q = *harm_.bound.back().quantity;
    return q.counted == Counted::kVictims && q.range.is_vague() && !q.implicit &&
           q.last + 1 == t.first;
  }

  // After the last ";" before the word: "one of them drove a truck in; three soldiers were killed".
  [[nodiscard]] uint32_t clause_start(const Term& t) const {
    for (uint32_t k = t.first; k > first_; --k)
      if (text_.punct(k - 1) == ';') return k;
    return first_;
  }

  // Arabic "and among the victims three children", "the victims are a woman and two children"
  [[nodiscard]] bool victims_described(const Term& t, Outcome o) {
    static constexpr std::string_view kAmong = "\xD8\xA8\xD9\x8A\xD9\x86";  // bayna
    if (!t.sense->arabic || o != Outcome::kCasualties || !(t.clitics & text::kThe)) return false;
    if (t.last < last_ && they_are(t.last))
      described_ = t.last + 1;
    else if (t.first > first_ && text_.fold_of(t.first - 1).ends_with(kAmong))
      described_ = t.last;
    else
      return false;
    harm_.any_word = true;
    harm_.words.push_back(t.first);
    last_outcome_ = Outcome::kKilled;
    last_end_ = described_;
    return true;
  }

  // Arabic "two workers were taken to hospital with injuries"
  [[nodiscard]] bool taken_with_wounds(const Term& t, Outcome o) {
    if (!t.sense->arabic || o != Outcome::kInjured || !(t.clitics & text::kBy) ||
        !t.sense->has(lexicon::kTagNoun) || active_ != nullptr || pending_.empty())
      return false;
    const Quantity& q = *pending_.back().quantity;
    if (q.range.is_vague() || q.counted != Counted::kPeople || t.first - q.last > 8) return false;
    harm_.any_word = true;
    harm_.words.push_back(t.first);
    bind(q, o, pending_.back().part, t.first);
    pending_.pop_back();
    last_word_ = t.first;
    last_end_ = t.last;
    return true;
  }

  void on_outcome(const Term& t, size_t next_quantity) {
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
      joint = !filled && !alone && (f == "and" || f == "or" ||
                          (ar && f.empty() && (t.clitics & text::kAnd)) || f == "\xD8\xA7\xD9\x88");
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

  // An Arabic verb in the plural stands after its subject: "twelve civilians, among them three
  // children, were-killed"; with an object after it it has killed others.
  [[nodiscard]] bool plural_after_subject(const Term& t) const {
    constexpr uint32_t kApart = 8;  // tokens
    static constexpr std::string_view kPlural = "\xD9\x88\xD8\xA7";  // -u
    if (pending_.empty() || t.clitics != 0 || t.last - t.first != 1 || t.first <= first_ ||
        !text_.fold_of(t.first).ends_with(kPlural) ||
        t.first > pending_.back().quantity->last + kApart)
      return false;
    return !takes_object(t);
  }
  // "killed three civilians"
  [[nodiscard]] bool takes_object(const Term& t) const {
    return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity* q) {
      return q->first >= t.last && q->first <= t.last + 1 && q->counted == Counted::kPeople;
    });
  }
  // "four members of the Salem family, a couple and two children": the list is set off from what
  // the total counts.
  [[nodiscard]] bool set_off(const Quantity& total, const Quantity& next) const {
    if (total.last >= last_ || next.first > total.last + 10) return false;
    // Of a text that lost its commas: "three civilians two women and a man".
    if (text_.punct(total.last) != 0 || next.first == total.last) return true;
    const std::string_view f = text_.fold_of(total.last);
    if (f != "of" && f != "from") return false;
    for (uint32_t k = total.last; k < next.first; ++k)
      if (text_.punct(k) != 0) return true;
    return false;
  }

  // Children are no women and women no men: "three children, two women and a man" are six.
  [[nodiscard]] bool disjoint(const Quantity& a, const Quantity& b) const {
    const auto of = [&](const Quantity& q) -> std::string_view {
      if (q.counted != Counted::kPeople) return {};
      if (p_.id(*q.noun).ends_with(".kin")) return {};  // "two children, brother and sister"
      const std::string_view id = base_of(p_.id(*q.noun));
      return id == "children" || id == "women" || id == "men" ? id : std::string_view{};
    };
    return !of(a).empty() && !of(b).empty() && of(a) != of(b);
  }

  [[nodiscard]] bool joined_by_and(const Quantity& q) const {
    return (q.clitics & text::kAnd) != 0 ||
           (q.first > first_ && text_.fold_of(q.first - 1) == "and");
  }

  // "three people, a father and his two daughters": a list after a comma that sums to the count
  // before it tells who they were.
  void apposed_lists() {
    std::vector<Bound>& all = harm_.bound;
    for (size_t i = 0; i + 1 < all.size(); ++i) {
      const Bound& total = all[i];
      const CountRange& range = total.quantity->range;
      if (total.part || range.is_vague() || !set_off(*total.quantity, *all[i + 1].quantity) ||
          text_.fold_of(total.quantity->first) == "him" ||
          text_.fold_of(total.quantity->first) == "her")
        continue;
      int64_t sum = 0;
      for (size_t k = i + 1; k < all.size() && sum < range.min; ++k) {
        const Bound& b = all[k];
        if (b.at != total.at || b.outcome != total.outcome ||
            b.quantity->counted != Counted::kPeople || b.quantity->range.is_vague() ||
            disjoint(*total.quantity, *b.quantity))
          break;
        sum += b.quantity->range.min;
        // "one dead, a man": a single name only with nobody after it.
        const bool last_one = k + 1 == all.size() || all[k + 1].at != total.at || all[k + 1].part;
        if (sum != range.min ||
            (k < i + 2 && !(range.min == 1 &&
                            b.quantity->noun != total.quantity->noun && last_one &&
                            !joined_by_and(*b.quantity))))
          continue;
        for (size_t j = i + 1; j <= k; ++j) all[j].part = true;
      }
    }
  }

  // "The dead are as follows: / - 5, among them two children, in shelling": the first count is the
  // item's toll, what follows it in brackets or after a part word belongs to it.
  void list_item(Outcome outcome) {
    bool total = false;
    for (const Quantity* q : quantities_) {
      if (!countable(*q) || q->counted == Counted::kVictims || (q->implicit && q->range.is_vague()))
        continue;
      if (!total && q->first > first_ + 2 && text_.punct(q->first - 1) != ':') return;
      bind(*q, outcome, total, q->first);
      total = true;
    }
    harm_.any_word |= total;
    if (total) harm_.words.push_back(first_);
  }

  bool bind_them(const Term& term, Outcome outcome) {
    static constexpr std::string_view kThem = "\xD9\x87\xD9\x85";  // -hum
    if (!text_.fold_of(term.last - 1).ends_with(kThem)) return false;
    for (auto it = pending_.rbegin(); it != pending_.rend(); ++it) {
      if (it->quantity == nullptr || it->quantity->last > term.first || it->quantity->implicit ||
          it->quantity->counted != Counted::kPeople || term.first - it->quantity->last > 15)
        continue;
      bind(*it->quantity, outcome, it->part, term.first);
      it->quantity = nullptr;
      return true;
    }
    return false;
  }

  // "shot two men who had stayed": killed, unless it is told where they were hit or that they live.
  void shot_people() {
    static constexpr std::string_view kLimbs[] = {"leg",   "legs",     "arm",  "foot",   "feet",
                                                  "thigh", "shoulder", "hand", "stomach"};
    for (const Pending& w : pending_) {
      if (w.quantity == nullptr || w.part || w.quantity->counted != Counted::kPeople ||
          w.quantity->implicit || w.quantity->range.is_vague() || w.quantity->first <= first_ ||
          text_.fold_of(w.quantity->first - 1) != "shot" ||
          (w.quantity->first > first_ + 1 && is_be(text_.fold_of(w.quantity->first - 2))))
        continue;
      bool lives = std::any_of(outcomes_.begin(), outcomes_.end(), [&](const Term* o) {
        return o->first >= w.quantity->last;
      });
      for (uint32_t k = w.quantity->last; k < last_ && k < w.quantity->last + 6; ++k)
        lives |= std::find(std::begin(kLimbs), std::end(kLimbs), text_.fold_of(k)) !=
                 std::end(kLimbs);
      if (lives) continue;
      harm_.any_word = true;
      harm_.words.push_back(w.quantity->first - 1);
      bind(*w.quantity, Outcome::kKilled, false, w.quantity->first - 1);
    }
  }

  // "Four of them were children.", "They were a mother and her two children.": of those harmed in
  // the sentence before, whose last word of harm tells how.
  void of_those_before() {
    if (!outcomes_.empty() || !harm_.bound.empty() || first_ != p_.sentence->first) return;
    const bool they = text_.fold_of(first_) == "they" && first_ + 1 < last_ &&
                      text_.fold_of(first_ + 1) == "were";
    std::vector<const Quantity*> parts;
    uint32_t end = they ? first_ + 2 : first_;
    for (const Quantity* q : quantities_) {
      if (q->counted != Counted::kPeople || q->range.is_vague()) continue;
      const bool opens = parts.empty() && (they ? q->first == end : q->partitive && q->first <= end + 1);
      if (!opens && (parts.empty() || !coordinated(end, q->first))) break;
      parts.push_back(q);
      end = q->last;
    }
    if (parts.empty()) return;
    const auto before = harm_before();
    if (!before) return;
    harm_.any_word = true;
    harm_.words.push_back(first_);
    for (const Quantity* q : parts) bind(*q, *before, true, first_);
  }
  // What befell people by the last such word in the forty tokens before the sentence.
  [[nodiscard]] std::optional<Outcome> harm_before() const {
    for (uint32_t k = first_; k > 0 && k + 40 > first_; --k) {
      const text::Token& t = text_.tokens[k - 1];
      for (int r = 0; r < t.readings; ++r)
        for (const lexicon::Sense& sense : p_.lexicon->senses(p_.lexicon->first(t.reading[r].word)))
          if (sense.kind == Kind::kOutcome)
            if (const auto o = outcome_of(p_.id(sense));
                o && (*o == Outcome::kKilled || *o == Outcome::kInjured))
              return o;
    }
    return std::nullopt;
  }

  // Arabic "she killed him", "they killed him": verb and object in one word.
  [[nodiscard]] bool killed_him(const Term& t) const {
    const std::string_view f = text_.fold_of(t.first);
    return t.last == t.first + 1 && t.sense->has(lexicon::kTagVerb) &&
           t.sense->has(lexicon::kTagActive) &&
           (f.ends_with("\xD8\xAA\xD9\x87") || f.ends_with("\xD9\x88\xD9\x87"));
  }

  void finish() {
    of_those_before();
    apposed_lists();
    shot_people();
    if (active_ != nullptr && active_end_ == 0) unfilled_.push_back({active_, active_outcome_});
    // An outcome word that found nobody after it takes the people waiting just before it.
    for (const auto& [term, outcome] : unfilled_) {
      const bool him = term->sense->has(lexicon::kTagNoun) &&
                       term->sense->has(lexicon::kTagSg);  // "his killing"
      if (term->sense->arabic &&
          (him || killed_him(*term) || term->sense->has(lexicon::kTagDual))) {  // "the killing of them both"
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

  struct Pending {
    const Quantity* quantity;
    bool part;
  };

  const Parsed& p_;
  const Text& text_;
  uint32_t first_, last_;
  std::vector<const Quantity*> quantities_;
  std::vector<const Term*> outcomes_, cues_;
  std::vector<Pending> pending_;
  std::vector<std::pair<const Term*, Outcome>> unfilled_;
  const Term* active_ = nullptr;
  const Term* passive_word_ = nullptr;
  Outcome active_outcome_ = Outcome::kKilled;
  bool joint_ = false;       // the active word is a pair: "killed and wounded"
  uint32_t active_end_ = 0;  // end of the last object bound to the active word
  std::optional<Outcome> last_outcome_;
  uint32_t lives_end_ = 0;    // after "nine lives"
  uint32_t beside_ = 0;       // after those told beside others
  uint32_t heading_end_ = 0;  // after "the wounded", that a count may follow
  uint32_t last_word_ = 0, last_end_ = 0, last_part_end_ = 0;
  const Quantity* colon_list_ = nullptr;
  bool part_chain_ = false;
  uint32_t described_ = 0;  // first token of what the victims are said to have been
  Harm harm_;
};

}  // namespace

Harm bind_people(const Parsed& parsed, uint32_t first, uint32_t last) {
  return Binder(parsed, first, last).run();
}

}  // namespace sijil::claims
