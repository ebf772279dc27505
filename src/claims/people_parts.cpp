// SPDX-License-Identifier: Apache-2.0
// Which counts are parts of others: "among them", "of whom", lists after a total.
#include "claims/people_binder.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

// "The toll has passed 60", in Arabic with the verb first: 60 or more.
bool PeopleBinder::exceeded(const Quantity& q) const {
  if (q.range.is_vague() || !q.range.max || q.range.max != q.range.min) return false;
  // Arabic tajawaza, takhatta.
  static constexpr std::string_view kPass[] = {"exceed",
                                               "surpass",
                                               "topped",
                                               "topping",
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

// In the list of those whom the sentence says the victims were.
bool PeopleBinder::described(const Quantity& q) const {
  return described_ != 0 && q.first >= described_ && q.counted == Counted::kPeople &&
         (q.first == described_ || coordinated(last_end_, q.first));
}

// "The victims were a woman and two children."
bool PeopleBinder::are_people(const Quantity& q) const {
  if (q.last >= last_ || (text_.fold_of(q.last) != "were" && text_.fold_of(q.last) != "are"))
    return false;
  return std::any_of(quantities_.begin(), quantities_.end(), [&](const Quantity* o) {
    return o->first == q.last + 1 && o->counted == Counted::kPeople && !o->range.is_vague();
  });
}

bool PeopleBinder::part_next(const Quantity& q) const {
  if (are_people(q)) return true;
  for (const Term* c : cues_)
    if (c->first >= q.last && c->first - q.last <= 2 && p_.id(*c) == "part") return true;
  return false;
}

// "nine people: six civilians and three combatants", "three people one under the age of 18".
bool PeopleBinder::apposed(const Quantity& q) {
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
bool PeopleBinder::listed_after_total(const Quantity& q) const {
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
bool PeopleBinder::they_are(uint32_t i) const {
  static constexpr std::string_view kThey[] = {"\xD9\x87\xD9\x85", "\xD9\x88\xD9\x87\xD9\x85",
                                               "\xD9\x87\xD9\x85\xD8\xA7",
                                               "\xD9\x88\xD9\x87\xD9\x85\xD8\xA7"};
  return std::find(std::begin(kThey), std::end(kThey), text_.fold_of(i)) != std::end(kThey);
}

// "killed twelve: three children, four women and five men", "five were killed in the raid: two
// soldiers and ...": people after a colon that fit into the count before it.
bool PeopleBinder::listed_after_colon(const Quantity& q) const {
  if (q.counted != Counted::kPeople || q.range.is_vague()) return false;
  uint32_t at = q.first;
  while (at > first_ && at + 24 > q.first && text_.punct(at - 1) != ':' && !they_are(at - 1)) {
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
bool PeopleBinder::bracket_after_total(const Quantity& q) const {
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
bool PeopleBinder::in_brackets(uint32_t from, const Quantity& q) const {
  if (q.first - from > 20) return false;
  for (uint32_t k = q.first; k > from; --k) {
    const char c = text_.punct(k - 1);
    if (c == ')') return false;
    if (c != '(') continue;
    return !(k == q.first && q.first + 1 < last_ && text_.punct(q.first + 1) == ')');
  }
  return false;
}

// "five civilians, a girl among them": the cue closes its phrase.
bool PeopleBinder::among_them(const Quantity& q) const {
  if (!last_outcome_ && !counts_waiting()) return false;
  for (const Term* c : cues_)
    if (c->first == q.last && p_.id(*c) == "part")
      return c->last >= last_ || (text_.punct(c->last) != 0 && text_.punct(c->last) != ':');
  return false;
}

// "were among" just before the token.
bool PeopleBinder::among_harmed(uint32_t at) const {
  for (const Term* c : cues_)
    if (c->last <= at && at - c->last <= 2 && is_among(*c)) return true;
  return false;
}

bool PeopleBinder::is_among(const Term& c) const {
  return c.last - c.first == 2 && p_.id(c) == "part" && is_be(text_.fold_of(c.first));
}

// The people waiting, as parts of a toll told elsewhere.
void PeopleBinder::bind_parts(Outcome o, uint32_t at) {
  for (const Pending& w : pending_)
    if (!w.quantity->implicit || !w.quantity->range.is_vague()) bind(*w.quantity, o, true, at);
  pending_.clear();
  last_outcome_ = o;
  last_word_ = last_end_ = at;
}

// "eight women, two of whom were pregnant, and four men": where the aside ends.
uint32_t PeopleBinder::clause_end(uint32_t from, uint32_t to) const {
  for (uint32_t k = from; k < to && k < from + 8; ++k)
    if (text_.punct(k) == ',') return k;
  return from;
}

// A part cue before the quantity, with only its own list between.
bool PeopleBinder::part_before(const Quantity& q) {
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

bool PeopleBinder::part_of(const Term& part, const Quantity& q) const {
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
bool PeopleBinder::next_one(const Quantity& q) const {
  const std::string_view f = text_.fold_of(q.first);
  return q.first > first_ && text_.fold_of(q.first - 1) == "and" && (f == "a" || f == "an");
}

bool PeopleBinder::joined(uint32_t from, uint32_t to) const {
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

// "killed a teacher as well as, in addition to two of his sons": more of those told before.
bool PeopleBinder::added(uint32_t from, const Quantity& q) const {
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
bool PeopleBinder::and_more(uint32_t from, const Quantity& q) const {
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
           (t.kind() == Kind::kEvent || t.kind() == Kind::kOutcome || t.kind() == Kind::kReporting);
  });
}

bool PeopleBinder::part_follows(const Term& t, const Quantity& q) const {
  return cue(t.last, q.first, "part") != nullptr;
}

// "four members of the Salem family, a couple and two children": the list is set off from what
// the total counts.
bool PeopleBinder::set_off(const Quantity& total, const Quantity& next) const {
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
bool PeopleBinder::disjoint(const Quantity& a, const Quantity& b) const {
  const auto of = [&](const Quantity& q) -> std::string_view {
    if (q.counted != Counted::kPeople) return {};
    if (p_.id(*q.noun).ends_with(".kin")) return {};  // "two children, brother and sister"
    const std::string_view id = base_of(p_.id(*q.noun));
    return id == "children" || id == "women" || id == "men" ? id : std::string_view{};
  };
  return !of(a).empty() && !of(b).empty() && of(a) != of(b);
}

bool PeopleBinder::joined_by_and(const Quantity& q) const {
  return (q.clitics & text::kAnd) != 0 || (q.first > first_ && text_.fold_of(q.first - 1) == "and");
}

// "three people, a father and his two daughters": a list after a comma that sums to the count
// before it tells who they were.
void PeopleBinder::apposed_lists() {
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
          (k < i + 2 && !(range.min == 1 && b.quantity->noun != total.quantity->noun && last_one &&
                          !joined_by_and(*b.quantity))))
        continue;
      for (size_t j = i + 1; j <= k; ++j) all[j].part = true;
    }
  }
}

// "The dead are as follows: / - 5, among them two children, in shelling": the first count is the
// item's toll, what follows it in brackets or after a part word belongs to it.
void PeopleBinder::list_item(Outcome outcome) {
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

// "Four of them were children.", "They were a mother and her two children.": of those harmed in
// the sentence before, whose last word of harm tells how.
void PeopleBinder::of_those_before() {
  if (!outcomes_.empty() || !harm_.bound.empty() || first_ != p_.sentence->first) return;
  const bool they =
      text_.fold_of(first_) == "they" && first_ + 1 < last_ && text_.fold_of(first_ + 1) == "were";
  std::vector<const Quantity*> parts;
  uint32_t end = they ? first_ + 2 : first_;
  for (const Quantity* q : quantities_) {
    if (q->counted != Counted::kPeople || q->range.is_vague()) continue;
    const bool opens =
        parts.empty() && (they ? q->first == end : q->partitive && q->first <= end + 1);
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
std::optional<Outcome> PeopleBinder::harm_before() const {
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

}  // namespace sijil::claims
