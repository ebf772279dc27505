// SPDX-License-Identifier: Apache-2.0
// Where a sentence turns to another event: in English after ";" or a word of contrast, and where a
// new verb of attack or harm has a site of its own ("shelled X, and bombed Y"); in Arabic see
// arabic_clause.cpp; in both where a second toll has a site of its own.
#include "claims/clause.hpp"

#include <algorithm>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::PlaceRole;
using text::Text;

namespace {

class Clauses : public Clause {
 public:
  using Clause::Clause;

  std::vector<uint32_t> cuts(uint32_t first, uint32_t last) {
    if (p_.sentence->script == text::Script::kArabic) {
      cuts_ = arabic_cuts(p_, first, last);
      two_tolls(cuts_.empty() ? first : cuts_.back(), last);
      row_of_figures(first, last);
    } else {
      english(first, last);
    }
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
    return std::move(cuts_);
  }

 private:
  static constexpr uint32_t kSubject = 8;  // tokens between "and" and its verb
  static constexpr uint32_t kReach = 14;   // tokens between "and", its verb and a count
  static constexpr uint32_t kBeside = 5;   // tokens between a count and its site

  void english(uint32_t first, uint32_t last) {
    uint32_t from = first;
    for (uint32_t i = first + 1; i + 1 < last; ++i) {
      if (const uint32_t back = looks_back(from, i);
          back != i && tells_attack(from, back) && counts(from, back) && counts(i, last)) {
        cut(from, back);
        continue;
      }
      if (compares(i, last) && (tells_attack(from, i) || counts(from, i)) && counts(i, last)) {
        cut(from, i);
        continue;
      }
      if (elliptic(i, last) && tells_attack(from, i) && site_between(from, i)) {
        cut(from, i);
        continue;
      }
      if (one_of_row(i, last) && (tells_attack(from, i) || counts(from, i))) {
        cut(from, i);
        continue;
      }
      if ((parts(i) && substance(from, i) && substance(i, last) && !the_others(from, i)) ||
          (coincides(i) && tells_attack(i + 1, last) && substance(i, last)) ||
          (answers(i) && (tells_attack(from, i) || counts(from, i)) && tells_attack(i, last) &&
           (counts(i, last) || site_between(i, last))))
        cut(from, i);
    }
    total_since(from, last);
    listed_by_place(from, last);
    listed_by_party(from, last);
    placed_figures(from, last);
  }

  // "... and another in X killed two": of the kind told before.
  [[nodiscard]] bool elliptic(uint32_t i, uint32_t last) const {
    static constexpr std::string_view kIn[] = {"in", "on", "at", "near", "outside", "against"};
    uint32_t k = i + 1;
    if (text_.fold_of(i) == "a" && ordinal(k) > 1) {
      k = after_ordinal(k);
    } else if (text_.fold_of(i) != "another") {
      return false;
    }
    if (k + 1 >= last ||
        std::find(std::begin(kIn), std::end(kIn), text_.fold_of(k)) == std::end(kIn))
      return false;
    return std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
      return site(p) && p.first > k && p.first <= k + 4 && p.last <= last;
    });
  }
  // "..., the 25th leader murdered since January", "... in the third attack on X since July", "...
  // for the 11th time since January".
  [[nodiscard]] bool one_of_row(uint32_t i, uint32_t last) const {
    const std::string_view f = text_.fold_of(i);
    const bool apart = f == "the" && text_.punct(i - 1) == ',';
    const uint32_t k = apart ? i + 1 : i + 2;
    if ((!apart && f != "in" && f != "for") || k + 3 >= last || ordinal(k) < 2 ||
        text_.fold_of(k - 1) != "the")
      return false;
    const uint32_t next = after_ordinal(k);
    if (f == "for" && text_.fold_of(next) != "time") return false;
    if (f != "for" && !tells_attack(next, next + kSubject) && !harms(next, next + kReach))
      return false;
    return std::any_of(p_.dates.begin(), p_.dates.end(), [&](const mentions::DateMention& d) {
      return d.first > next && d.last <= last &&
             (d.use == mentions::DateUse::kSince || (f == "for" && long_time(d)));
    });
  }
  [[nodiscard]] bool harms(uint32_t from, uint32_t to) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kOutcome && t.first >= from && t.last <= to;
    });
  }

  // "in response to strikes on X that killed two"
  [[nodiscard]] bool answers(uint32_t i) const {
    static constexpr std::string_view kAnswers[] = {"response", "reprisal", "retaliation",
                                                    "revenge", "reply"};
    return text_.fold_of(i) == "in" && i + 1 < text_.tokens.size() &&
           std::find(std::begin(kAnswers), std::end(kAnswers), text_.fold_of(i + 1)) !=
               std::end(kAnswers);
  }

  // "... killed two on Tuesday, bringing to 126 the number killed since January", "..., taking the
  // toll of two days of fighting to 45"
  void total_since(uint32_t& from, uint32_t last) {
    static constexpr std::string_view kBrings[] = {"bringing", "raising", "taking", "brings",
                                                   "raises"};
    for (uint32_t k = from + 3; k + 3 < last; ++k) {
      if (std::find(std::begin(kBrings), std::end(kBrings), text_.fold_of(k)) ==
              std::end(kBrings) ||
          !counts(from, k) || !counts(k, last))
        continue;
      if (std::any_of(p_.dates.begin(), p_.dates.end(), [&](const mentions::DateMention& d) {
            return d.first > k && d.last <= last &&
                   (long_time(d) || d.use == mentions::DateUse::kPeriod);
          })) {
        cut(from, k);
        return;
      }
    }
    for (const mentions::DateMention& d : p_.dates) {
      if (!long_time(d) || d.first <= from || d.last > last) continue;
      const Quantity *before = nullptr, *total = nullptr;
      for (const Quantity& q : p_.quantities) {
        if (q.first < from || q.last > d.first || q.implicit || q.range.is_vague() || !people(q))
          continue;
        before = total;
        total = &q;
      }
      if (before == nullptr) continue;
      for (uint32_t k = total->first; k > before->last && k + kReach > total->first; --k) {
        if (!joins(k - 1)) continue;
        const bool opens = text_.fold_of(k) == "which" || text_.fold_of(k) == "who";
        if (opens || dated(from, k)) cut(from, k);
        break;
      }
    }
  }
  // "since January", "this year"
  [[nodiscard]] static bool long_time(const mentions::DateMention& d) {
    return d.use == mentions::DateUse::kSince ||
           (d.range && d.range->last - d.range->first > std::chrono::days(6));
  }
  [[nodiscard]] static bool people(const Quantity& q) {
    return q.counted == Counted::kPeople || q.counted == Counted::kVictims ||
           q.counted == Counted::kNothing;
  }
  [[nodiscard]] bool dated(uint32_t from, uint32_t to) const {
    return std::any_of(p_.dates.begin(), p_.dates.end(), [&](const mentions::DateMention& d) {
      return d.first >= from && d.last <= to && d.use == mentions::DateUse::kPoint && d.range;
    });
  }

  // "58 people were killed: 31 in Homs, 13 in Hama and 8 in Daraa"
  void listed_by_place(uint32_t& from, uint32_t last) {
    uint32_t colon = last;
    for (uint32_t k = from; k + 1 < last; ++k)
      if (text_.punct(k) == ':' && counts(from, k)) colon = k;
    if (colon == last) return;
    std::vector<uint32_t> items;
    for (const Quantity& q : p_.quantities)
      if (q.first > colon && q.last <= last && people(q) && in_place(q) &&
          (q.first == colon + 1 || joins(q.first - 1)))
        items.push_back(q.first);
    if (items.size() < 3) return;
    for (const uint32_t item : items) cut(from, item);
  }
  // "The army killed 852 civilians, Russian forces 168 and ISIS 83", "870 deaths were caused by the
  // coalition, against 204 by shelling of the Huthis"
  void listed_by_party(uint32_t& from, uint32_t last) {
    struct Share {
      uint32_t at;
      const Term* party;
    };
    std::vector<Share> shares;
    uint32_t after = from, first = last;
    for (const Quantity& q : p_.quantities) {
      if (q.first < from || q.last > last || q.implicit || q.range.is_vague() || !people(q) ||
          q.range.min < 2)
        continue;
      if (first == last) first = q.first;
      if (const Term* t = killer_before(q, after)) {
        shares.push_back({t->first, t});
      } else if (const Term* by = killer_after(q, last)) {
        shares.push_back({q.first, by});
      }
      after = q.last;
    }
    if (shares.size() < 2) return;
    for (size_t i = 1; i < shares.size(); ++i) {
      if (p_.id(*shares[i].party) == p_.id(*shares[i - 1].party)) return;
      if (joint_before(shares[i].at, from) == shares[i].at) return;
    }
    // "219 were killed - 131 of them in regime raids and 88 in rebel shelling"
    const bool total = first < shares[0].at && joint_before(shares[0].at, from) != shares[0].at;
    for (size_t i = total ? 0 : 1; i < shares.size(); ++i)
      cut(from, joint_before(shares[i].at, from));
  }
  // The comma, "and" or "against" at most three words before a token; the token when there is none.
  [[nodiscard]] uint32_t joint_before(uint32_t token, uint32_t from) const {
    for (uint32_t k = token; k > from + 1 && k + 4 > token; --k)
      if (joins(k - 1) || text_.punct(k - 1) == '-' || text_.fold_of(k - 1) == "against")
        return k - 1;
    return token;
  }
  // "ISIS killed 83", "Russian forces 168"
  [[nodiscard]] const Term* killer_before(const Quantity& q, uint32_t after) const {
    const Term* found = nullptr;
    each(Kind::kActor, after, q.first, [&](const Term& t) {
      if (q.first - t.last > (tells_attack(t.last, t.last + 3) ? 5 : 2)) return;
      for (uint32_t k = t.last; k < q.first; ++k)
        if (joins(k) || text_.fold_of(k) == "of" || text_.fold_of(k) == "in") return;
      found = &t;
    });
    return found;
  }
  // "91 civilians by ISIS", "131 of them in regime air raids"
  [[nodiscard]] const Term* killer_after(const Quantity& q, uint32_t last) const {
    const Term* found = nullptr;
    for (uint32_t k = q.last; k < q.last + 4 && k < last && found == nullptr; ++k) {
      if (text_.punct(k) == ',') break;
      const bool by = text_.fold_of(k) == "by";
      if (!by && text_.fold_of(k) != "in") continue;
      each(Kind::kActor, k + 1, std::min(last, k + 6), [&](const Term& t) {
        if (found == nullptr && (by || (t.first <= k + 2 && tells_attack(t.last, t.last + 3))))
          found = &t;
      });
    }
    return found;
  }
  [[nodiscard]] bool in_place(const Quantity& q) const {
    return q.last + 1 < text_.tokens.size() &&
           (text_.fold_of(q.last) == "in" || text_.fold_of(q.last) == "from") &&
           text_.tokens[q.last + 1].has(text::kUpperInitial);
  }

  void cut(uint32_t& from, uint32_t at) {
    cuts_.push_back(at);
    from = at;
  }

  // "... killed 37 in the worst attack since February 1994, when 68 died": where the day of the
  // event looked back to begins, for a "when" at token `i`; `i` when there is none.
  [[nodiscard]] uint32_t looks_back(uint32_t from, uint32_t i) const {
    if (text_.fold_of(i) != "when" && text_.fold_of(i) != "in") return i;
    if (text_.fold_of(i) == "in" &&
        (i + 1 >= text_.tokens.size() || text_.fold_of(i + 1) != "which"))
      return i;
    const uint32_t end = text_.punct(i - 1) == ',' ? i - 1 : i;
    for (const mentions::DateMention& d : p_.dates)
      if (d.last == end && d.first > from + 3) return d.first;
    return i;
  }
  // "the worst attack since a bomb in X killed 12", "a day after a massacre in Y in which 51 died".
  [[nodiscard]] bool compares(uint32_t i, uint32_t last) const {
    if (text_.fold_of(i) == "since")
      return dated(i + 3, last) &&
             std::none_of(p_.dates.begin(), p_.dates.end(), [&](const mentions::DateMention& d) {
               return d.first <= i + 2 && d.last > i;
             });
    if (text_.fold_of(i) != "after") return false;
    if (long_after(i) && tells_attack(i, i + kSubject) && counts(i, std::min(last, i + kReach)))
      return true;
    for (uint32_t k = i + 1; k + 1 < last && k < i + kReach; ++k)
      if ((text_.fold_of(k) == "in" && text_.fold_of(k + 1) == "which") ||
          ((text_.fold_of(k) == "that" || text_.fold_of(k) == "which") && acts(k + 1, k + 3)))
        return tells_attack(i, k) && site_between(i, k);
    return false;
  }
  // "... a day after an air raid there killed 22"
  [[nodiscard]] bool long_after(uint32_t after) const {
    static constexpr std::string_view kTimes[] = {"hours", "day",   "days",  "week",
                                                  "weeks", "month", "months"};
    return after > p_.sentence->first + 3 &&
           std::find(std::begin(kTimes), std::end(kTimes), text_.fold_of(after - 1)) !=
               std::end(kTimes);
  }
  [[nodiscard]] bool counts(uint32_t from, uint32_t to) const {
    return std::any_of(p_.quantities.begin(), p_.quantities.end(), [&](const Quantity& q) {
      return q.first >= from && q.last <= to && !q.implicit &&
             (q.counted == Counted::kPeople || q.counted == Counted::kVictims ||
              q.counted == Counted::kNothing);
    });
  }
  // "The raids coincided with shelling of X by ...": the event told before only tells the time.
  [[nodiscard]] bool coincides(uint32_t i) const {
    static constexpr std::string_view kTogether[] = {"coincided", "coincides", "coincide"};
    if ((text_.fold_of(i) == "came" || text_.fold_of(i) == "comes") && i > p_.sentence->first)
      for (uint32_t k = i + 1; k < i + 4 && k < p_.sentence->last; ++k)
        if (text_.fold_of(k) == "after" || text_.fold_of(k) == "as") return true;
    return std::find(std::begin(kTogether), std::end(kTogether), text_.fold_of(i)) !=
           std::end(kTogether);
  }
  // ";", "while", "elsewhere": what follows may be another event.
  [[nodiscard]] bool parts(uint32_t i) const {
    return text_.punct(i) == ';' ||
           std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
             return t.first == i && t.kind() == Kind::kCue && p_.id(t) == "contrast";
           });
  }
  [[nodiscard]] static bool site(const PlaceName& p) {
    return p.role != PlaceRole::kArea && p.role != PlaceRole::kSource;
  }
  [[nodiscard]] bool article(const Quantity& q) const {
    return text_.fold_of(q.first) == "a" || text_.fold_of(q.first) == "an";
  }
  [[nodiscard]] bool tells_attack(uint32_t from, uint32_t to) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first >= from && t.last <= to && t.kind() == Kind::kEvent &&
             !t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock);
    });
  }
  // "One was killed while 16 others were injured in rocket attacks on X": of one event, when none
  // of its places is told before the "while".
  [[nodiscard]] bool the_others(uint32_t from, uint32_t i) const {
    return !site_between(from, i) &&
           std::any_of(p_.quantities.begin(), p_.quantities.end(), [&](const Quantity& q) {
             return q.others && q.first > i && q.first <= i + 2;
           });
  }
  // An attack or its harm, and where, or who did it to how many.
  [[nodiscard]] bool substance(uint32_t from, uint32_t to) const {
    bool event = false, place = false, actor = false, count = false;
    for (const Term& t : p_.terms)
      if (t.first >= from && t.last <= to)
        event |= (t.kind() == Kind::kEvent &&
                  !t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock)) ||
                 t.kind() == Kind::kOutcome;
    for (const PlaceName& p : p_.places)
      place |= p.first >= from && p.last <= to && p.role != PlaceRole::kSource;
    each(Kind::kActor, from, to, [&](const Term&) { actor = true; });
    for (const Quantity& q : p_.quantities)
      count |= q.first >= from && q.last <= to && !q.implicit && !article(q) &&
               !q.range.is_vague() &&
               (q.counted == Counted::kPeople || q.counted == Counted::kVictims || q.others);
    return event && (place || (count && (actor || elsewhere(from, to))));
  }

  [[nodiscard]] bool site_between(uint32_t from, uint32_t to) const {
    return std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
      return p.first >= from && p.last <= to && site(p);
    });
  }
  // Arabic: "in" and a place directly after a count.
  [[nodiscard]] bool in(const Quantity& q, uint32_t to) const {
    static constexpr std::string_view kIn = "\xD9\x81\xD9\x8A";
    return text_.fold_of(q.last) == kIn && placed(q, to);
  }
  // Arabic "four in X and two in Y and another in Z", behind one word of harm.
  // A headline is taken up whole by the sentences under it.
  void row_of_figures(uint32_t first, uint32_t last) {
    if (p_.sentence->role == text::Role::kHeadline) return;
    const Quantity* before = nullptr;
    for (const Quantity& q : p_.quantities) {
      if (q.first < first || q.last > last || (!people(q) && !q.others)) continue;
      if (before != nullptr && (q.clitics & text::kAnd) && in(*before, q.first) && in(q, last))
        cuts_.push_back(q.first);
      before = &q;
    }
  }
  // Two tolls of one kind, each with its own site.
  void two_tolls(uint32_t from, uint32_t last) {
    const Harm harm = bind_people(p_, from, last);
    const Bound* before = nullptr;
    for (const Bound& b : harm.bound) {
      if (b.part || b.outcome != Outcome::kKilled) continue;
      const uint32_t at = b.quantity->first;
      if (before != nullptr && b.at != before->at && site_between(from, at) &&
          site_between(at, last))
        cut(from, std::min(at, b.at));
      before = &b;
    }
  }

  // Figures that each have a site of their own: "killed two in X, and three died in Y", "killed two
  // in X and wounded three in Y", "fired three rockets at X and another at Y".
  void placed_figures(uint32_t from, uint32_t last) {
    const Harm harm = bind_people(p_, from, last);
    const Quantity* before = nullptr;
    for (const Quantity& q : p_.quantities) {
      if (q.first < from || q.last > last || !figure(q, harm)) continue;
      if (before != nullptr && q.first > before->last && alike(*before, q)) {
        const uint32_t joint = clause_start(q.first, before->last);
        if (joint < q.first && placed(*before, joint) &&
            (placed(q, last) || verb_placed(q, harm, last))) {
          cut(from, joint);
        } else if (const uint32_t act = acting_clause(q, before->last);
                   act < q.first && site_between(from, act) && site_between(act, last)) {
          cut(from, act);
        }
      }
      before = &q;
    }
  }
  // A count of those harmed, or of strikes, that is no part of another.
  [[nodiscard]] bool figure(const Quantity& q, const Harm& harm) const {
    if (q.implicit || q.partitive || q.range.is_vague()) return false;
    if (q.others && !site_between(q.last, q.last + kReach)) return false;
    if (q.counted == Counted::kTargets || q.counted == Counted::kPlaces) return false;
    return std::none_of(harm.bound.begin(), harm.bound.end(),
                        [&](const Bound& b) { return b.quantity == &q && b.part; });
  }
  [[nodiscard]] static bool alike(const Quantity& a, const Quantity& b) {
    return strikes(a) ? strikes(b) || b.counted == Counted::kNothing : !strikes(b);
  }
  [[nodiscard]] static bool strikes(const Quantity& q) {
    return q.counted == Counted::kStrikes || q.counted == Counted::kMunitions;
  }
  // The place told with a count: "two civilians in Avdiivka".
  [[nodiscard]] bool placed(const Quantity& q, uint32_t to) const {
    return std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
      return p.first > q.last && p.first - q.last <= kBeside && p.last <= to &&
             (site(p) || (p.role == PlaceRole::kArea && p.first == q.last + 1));
    });
  }
  // "two others, one of them a child, died in the X quarter": the place told with its verb.
  [[nodiscard]] bool verb_placed(const Quantity& q, const Harm& harm, uint32_t to) const {
    return std::any_of(harm.bound.begin(), harm.bound.end(), [&](const Bound& b) {
      return b.quantity == &q && b.at > q.last && site_between(b.at, std::min(to, b.at + kBeside));
    });
  }
  // After the "and" or comma before the verb that a count goes with; the count when there is none.
  [[nodiscard]] uint32_t acting_clause(const Quantity& q, uint32_t after) const {
    for (uint32_t k = q.first; k > after && k + kReach > q.first; --k)
      if (joins(k - 1) && acts(k, q.last + 4)) return k - 1;
    return q.first;
  }
  [[nodiscard]] bool joins(uint32_t i) const {
    const std::string_view f = text_.fold_of(i);
    return f == "," || f == "and";
  }
  // A finite verb of attack in [from, to), or one of harm with a subject of its own.
  [[nodiscard]] bool acts(uint32_t from, uint32_t to) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first >= from && t.last <= to &&
             (t.kind() == Kind::kEvent ||
              (t.kind() == Kind::kOutcome && t.sense->has(lexicon::kTagPassive))) &&
             t.sense->has(lexicon::kTagVerb) && !t.sense->has(lexicon::kTagMock) &&
             t.sense->inflection != lexicon::Inflection::kGerund;
    });
  }
  // After the last comma or "and" before a token.
  [[nodiscard]] uint32_t clause_start(uint32_t token, uint32_t after) const {
    for (uint32_t k = token; k > after && k + kSubject > token; --k)
      if (joins(k - 1)) return k - 1;
    return token;
  }

  std::vector<uint32_t> cuts_;
};

}  // namespace

std::vector<uint32_t> clause_cuts(const Parsed& parsed, uint32_t first, uint32_t last) {
  return Clauses(parsed).cuts(first, last);
}

}  // namespace sijil::claims
