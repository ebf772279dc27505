// SPDX-License-Identifier: Apache-2.0
// How many were harmed: the counts that people.cpp tied to outcomes, as figures of the claim.
#include "claims/clause.hpp"

#include <algorithm>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::span_of;

namespace {

constexpr std::string_view kGroups[] = {"civilians",  "children", "women",       "men",
                                        "combatants", "medics",   "journalists", "rescuers"};

bool is_group(std::string_view id) {
  return std::find(std::begin(kGroups), std::end(kGroups), id) != std::end(kGroups);
}

// The group that a word for people is of; the word's own id when it is of none. A son, a sister or
// a teenager may be grown up or not.
std::string_view group_of(std::string_view id) {
  return id.ends_with(".kin") || id.ends_with(".teenager") ? id : base_of(id);
}

// Whether more of the same are counted without naming them again: "killed five soldiers and wounded
// 12" are soldiers. In Arabic the same holds for civilians, in English they may be anyone.
bool carries_over(const lexicon::Sense& s, std::string_view group) {
  return group == "combatants" || (s.arabic != 0 && group == "civilians");
}

class Toll : public Clause {
 public:
  using Clause::Clause;

  void read(Scene& s) {
    people(s);
    shares(s);
  }

 private:
  // "in addition to", "besides": what follows is more of the same, not the same told again.
  [[nodiscard]] bool more_between(uint32_t from, uint32_t to) const {
    return from < to && cue("increment", from, to) != nullptr;
  }

  // "seven dead, although the mayor mentioned nine"
  [[nodiscard]] bool contrasted(uint32_t from, uint32_t to) const {
    static constexpr std::string_view kWords[] = {
        "although",
        "though",
        "but",
        "while",
        "whereas",
        "however",
        "\xD8\xA8\xD9\x8A\xD9\x86\xD9\x85\xD8\xA7",  // Arabic baynama
        "\xD9\x81\xD9\x8A\xD9\x85\xD8\xA7"};         // fima
    for (uint32_t k = from; k < to; ++k)
      if (std::find(std::begin(kWords), std::end(kWords), text_.fold_of(k)) != std::end(kWords))
        return true;
    return false;
  }

  // "killed 22 terrorists, and two soldiers died": others than those counted before.
  [[nodiscard]] bool other_side(const lexicon::Sense* before, const Quantity& q) const {
    if (before == nullptr || q.counted != Counted::kPeople || q.implicit || q.range.is_vague())
      return false;
    const auto fighters = [&](const lexicon::Sense& s) {
      return group_of(p_.id(s)) == std::string_view("combatants");
    };
    return fighters(*before) && fighters(*q.noun) && before->id == q.noun->id && before != q.noun &&
           before->has(lexicon::kTagLoaded) != q.noun->has(lexicon::kTagLoaded);
  }

  // "three persons from the medical staff"
  [[nodiscard]] bool of_medical_staff(const Quantity& q) const {
    const auto n = static_cast<uint32_t>(text_.tokens.size());
    if (q.counted != Counted::kPeople || p_.id(*q.noun) != "people" || q.range.is_vague() ||
        q.last + 3 >= n || (text_.fold_of(q.last) != "from" && text_.fold_of(q.last) != "of"))
      return false;
    for (uint32_t k = q.last + 1; k < q.last + 3; ++k)
      if (text_.fold_of(k) == "medical")
        return text_.fold_of(k + 1) == "staff" || text_.fold_of(k + 1) == "team" ||
               text_.fold_of(k + 1) == "teams" || text_.fold_of(k + 1) == "personnel";
    return false;
  }

  // "13 members of the General Security"
  [[nodiscard]] bool of_force_after(const Quantity& q) const {
    static constexpr std::string_view kForces[] = {"security", "army",      "forces",   "brigade",
                                                   "guard",    "guards",    "division", "corps",
                                                   "militia",  "battalion", "brigades", "militias"};
    const auto n = static_cast<uint32_t>(text_.tokens.size());
    if (q.last + 2 >= n || !text_.fold_of(q.last - 1).starts_with("member") ||
        text_.fold_of(q.last) != "of")
      return false;
    for (uint32_t k = q.last + 1; k < n && k < q.last + 6; ++k) {
      if (text_.tokens[k].kind != text::TokenKind::kWord) return false;
      if (std::find(std::begin(kForces), std::end(kForces), text_.fold_of(k)) != std::end(kForces))
        return true;
      if (text_.fold_of(k) == "in" || text_.fold_of(k) == "at" || text_.fold_of(k) == "and")
        return false;
    }
    return false;
  }

  // "one under the age of 18", "two of them under 18"
  [[nodiscard]] bool under_age(const Quantity& q) const {
    for (uint32_t k = q.first; k < q.last; ++k)
      if (text_.fold_of(k) == "under") return true;
    return false;
  }

  // "a doctor and four of her colleagues": of the same trade.
  [[nodiscard]] std::string_view of_colleagues(const Harm& harm, const Bound& b) const {
    const Quantity& q = *b.quantity;
    static constexpr std::string_view kArabic[] = {"\xD8\xB2\xD9\x85\xD9\x84\xD8\xA7",
                                                   "\xD8\xB2\xD9\x85\xD9\x8A\xD9\x84"};
    if (q.counted != Counted::kPeople || q.range.is_vague()) return {};
    bool colleagues = false;
    for (uint32_t k = q.first; k < q.last; ++k) {
      const std::string_view f = text_.fold_of(k);
      colleagues |= f.starts_with("colleague") || f.find(kArabic[0]) != std::string_view::npos ||
                    f.find(kArabic[1]) != std::string_view::npos;
    }
    if (!colleagues) return {};
    for (const Bound& o : harm.bound) {
      if (o.quantity->last > q.first || o.quantity->last + 4 < q.first ||
          o.quantity->counted != Counted::kPeople)
        continue;
      const std::string_view group = group_of(p_.id(*o.quantity->noun));
      if (group == "medics" || group == "journalists" || group == "rescuers") return group;
    }
    return {};
  }

  // "32 women and children": one number of both.
  [[nodiscard]] bool shared_count(const Quantity& q) const {
    // Arabic "257 soldiers and civilians"
    if (q.counted == Counted::kPeople && q.last < text_.tokens.size() &&
        (q.last == 0 || text_.tokens[q.last - 1].has(text::kNewline) == false)) {
      static constexpr std::
          string_view
              kAnd
                  [] =
                      {
                          "\xD9\x88\xD8\xA7\xD9\x84\xD9\x85\xD8\xAF\xD9\x86\xD9\x8A\xD9\x8A\xD9"
                          "\x86",  // civilians
                          "\xD9\x88\xD8\xA7\xD9\x84\xD8\xB9\xD8\xB3\xD9\x83\xD8\xB1\xD9\x8A\xD9\x8A"
                          "\xD9\x86"};  // soldiers
      if (std::find(std::begin(kAnd), std::end(kAnd), text_.fold_of(q.last)) != std::end(kAnd))
        return true;
    }
    if (q.implicit || q.counted != Counted::kPeople || q.last + 1 >= text_.tokens.size() ||
        text_.fold_of(q.last) != "and")
      return false;
    const std::string_view next = text_.fold_of(q.last + 1);
    return next == "children" || next == "women" || next == "girls" || next == "boys" ||
           next == "men";
  }

  [[nodiscard]] bool colon_between(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to && k < from + 8; ++k)
      if (text_.punct(k) == ':') return true;
    return false;
  }

  // More of a group; of a toll told again the larger figure stands.
  static void add_group(std::map<std::string, Figure>& by, const std::string& group,
                        const CountRange& range, Span span, bool retold) {
    const auto [it, fresh] = by.emplace(group, Figure{range, {span, false}, {}});
    if (fresh || it->second.at.span == span) return;
    CountRange& told = it->second.range;
    if (!retold) {
      told = add(told, range);
      it->second.at.span = it->second.at.span.cover(span);
    } else if (!range.is_vague() && (told.is_vague() || range.min > told.min || !range.max)) {
      it->second = Figure{range, {span, false}, {}};
    }
  }

  // "freed 12 hostages", "40 prisoners were released": nobody was taken.
  [[nodiscard]] bool set_free(const Quantity& q) const {
    static constexpr std::string_view kFree[] = {"freed",     "freeing",   "free",    "released",
                                                 "releasing", "release",   "rescued", "rescuing",
                                                 "liberated", "exchanged", "swapped"};
    // Arabic: "freed", "the release of".
    static constexpr std::string_view kFreeArabic[] = {
        "\xD8\xA7\xD9\x81\xD8\xB1\xD8\xAC",
        "\xD8\xA7\xD9\x84\xD8\xA7\xD9\x81\xD8\xB1\xD8\xA7\xD8\xAC",
        "\xD8\xB3\xD8\xB1\xD8\xA7\xD8\xAD"};
    const uint32_t from = q.first > 3 ? q.first - 3 : 0;
    const uint32_t to = std::min<uint32_t>(q.last + 3, static_cast<uint32_t>(text_.tokens.size()));
    for (uint32_t k = from; k < to; ++k)
      if ((k < q.first || k >= q.last) &&
          (std::find(std::begin(kFree), std::end(kFree), text_.fold_of(k)) != std::end(kFree) ||
           std::find(std::begin(kFreeArabic), std::end(kFreeArabic), text_.fold_of(k)) !=
               std::end(kFreeArabic)))
        return true;
    return false;
  }

  [[nodiscard]] bool of_commander(const Quantity& q) const {
    for (uint32_t k = q.first; k < q.last; ++k)
      if (text_.fold_of(k) == "his" || text_.fold_of(k) == "its") return true;
    return false;
  }

  // "nine rebels, four of them commanders": a total that is all of the group.
  [[nodiscard]] bool whole_of(const Harm& harm, const Bound& part, std::string_view group) const {
    return std::any_of(harm.bound.begin(), harm.bound.end(), [&](const Bound& b) {
      const Quantity& q = *b.quantity;
      return !b.part && b.outcome == part.outcome && q.last <= part.quantity->first &&
             ((q.counted == Counted::kPeople && group_of(p_.id(*q.noun)) == group) ||
              (q.group != nullptr && group_of(p_.id(*q.group)) == group));
    });
  }

  // "(three girls, including a baby, ...)": one of the three.
  [[nodiscard]] bool part_of_part(const Harm& harm, const Bound& part,
                                  std::string_view group) const {
    return std::any_of(harm.bound.begin(), harm.bound.end(), [&](const Bound& b) {
      const Quantity& q = *b.quantity;
      return b.part && b.outcome == part.outcome && q.last + 3 >= part.quantity->first &&
             q.last < part.quantity->first && q.counted == Counted::kPeople &&
             group_of(p_.id(*q.noun)) == group && !q.range.is_vague() &&
             q.range.min > part.quantity->range.min &&
             cue("part", q.last, part.quantity->first) != nullptr;
    });
  }

  // "a girl named <name>, 19": of an age that is told behind the name.
  [[nodiscard]] bool grown(const Quantity& q) const {
    const auto n = static_cast<uint32_t>(text_.tokens.size());
    for (uint32_t k = q.last; k + 2 < n && k < q.last + 7; ++k) {
      const char open = text_.punct(k);
      if (open == '.' || open == ';') return false;
      if (open != '(' && open != '/' && open != ',') continue;
      const auto age = mentions::parse_number(text_, *p_.lexicon, k + 1, k + 2);
      const char close = text_.punct(k + 2);
      const bool years = text_.fold_of(k + 2).starts_with("\xD8\xB9\xD8\xA7\xD9\x85");  // Arabic
      if (age && age->value >= 18 && age->value < 60 &&
          (years || close == ')' || close == '/' || (open == ',' && close == ',')))
        return true;
    }
    return false;
  }
  // "a young female fighter"
  [[nodiscard]] bool female(const Quantity& q) const {
    for (uint32_t k = q.first; k < q.last; ++k)
      if (text_.fold_of(k) == "female" || text_.fold_of(k) == "woman") return true;
    return false;
  }

  // Arabic "the mother" folds to the letters of "his father": its last letter tells.
  [[nodiscard]] bool feminine(const Quantity& q) const {
    return q.noun->arabic != 0 &&
           text_.tokens[q.last - 1].span().of(text_.original).ends_with("\xD8\xA9");
  }

  // Arabic "two nurses", "a teacher" in the feminine: women, whatever else they were.
  [[nodiscard]] bool feminine_agent(const Quantity& q) const {
    if (q.noun == nullptr || q.noun->arabic == 0 || q.range.is_vague() ||
        q.noun->has(lexicon::kTagKin | lexicon::kTagPl))
      return false;
    // "a martyr", "a wounded woman" in the feminine; not "a victim" or "an injury".
    if (q.counted != Counted::kPeople &&
        !(q.counted == Counted::kVictims && q.implicit && q.noun->has(lexicon::kTagPerson) &&
          outcome_of(p_.id(*q.noun)) != Outcome::kCasualties))
      return false;
    const std::string_view group = base_of(p_.id(*q.noun));
    if (group == "children" || group == "women" || group == "men" || group == "family" ||
        group == "combatants")
      return false;
    static constexpr std::string_view kEnds[] = {"\xD8\xA9", "\xD8\xAA\xD8\xA7\xD9\x86",
                                                 "\xD8\xAA\xD9\x8A\xD9\x86"};
    static constexpr std::string_view kFigure = "\xD8\xB4\xD8\xAE\xD8\xB5\xD9\x8A";  // of any sex
    const uint32_t noun = q.counted == Counted::kVictims ? q.first : q.last - 1;
    const std::string_view word = text_.tokens[noun].span().of(text_.original);
    return q.noun->has(lexicon::kTagFemale) ||
           (word.find(kFigure) == std::string_view::npos &&
            std::any_of(std::begin(kEnds), std::end(kEnds),
                        [&](std::string_view e) { return word.ends_with(e); }));
  }

  // "Government losses were put at 14 dead and 22 wounded"
  [[nodiscard]] bool of_losses(const Quantity& q) const {
    static constexpr std::string_view kForces[] = {"government", "army",      "military", "enemy",
                                                   "rebel",      "guerrilla", "regime",   "troop"};
    for (uint32_t k = q.first; k > 1 && k + 12 > q.first; --k) {
      const char c = text_.punct(k - 1);
      if (c == '.' || c == ';') return false;
      if (text_.fold_of(k - 1) != "losses") continue;
      return std::find(std::begin(kForces), std::end(kForces), text_.fold_of(k - 2)) !=
             std::end(kForces);
    }
    return false;
  }

  // "6,000 civilian deaths", "210 enemy bodies", "the enemy's dead were put at 1,500".
  [[nodiscard]] std::string_view qualified(const Quantity& q) const {
    if (q.counted != Counted::kVictims && q.counted != Counted::kNothing) return {};
    if (of_losses(q)) return "combatants";
    for (uint32_t k = q.first; k < q.last; ++k) {
      if (text_.fold_of(k) == "civilian") return "civilians";
      if (text_.fold_of(k) == "enemy") return "combatants";
    }
    static constexpr std::string_view kCivil = "\xD9\x85\xD8\xAF\xD9\x86\xD9\x8A";  // Arabic
    // Arabic takabbada, "suffered (so many dead)", of a force
    static constexpr std::string_view kSuffered = "\xD9\x83\xD8\xA8\xD8\xAF";
    for (uint32_t k = q.first > 7 ? q.first - 7 : 0; k < q.first; ++k)
      if (text_.fold_of(k).find(kSuffered) != std::string_view::npos)
        for (const Term& t : p_.terms)
          if ((t.kind() == Kind::kActor || t.kind() == Kind::kForce) && t.first > k &&
              t.last <= q.first)
            return "combatants";
    // Arabic "rose to 6, among them a woman, the number of the civilians who"
    static constexpr std::string_view kNumber[] = {"\xD8\xB9\xD8\xAF\xD8\xAF",
                                                   "\xD8\xAA\xD8\xB9\xD8\xAF\xD8\xA7\xD8\xAF"};
    static constexpr std::string_view kCivilians =
        "\xD8\xA7\xD9\x84\xD9\x85\xD8\xAF\xD9\x86\xD9\x8A\xD9\x8A\xD9\x86";
    // "the number of civilians killed rose to 13"
    if (q.counted == Counted::kNothing && !q.partitive)
      for (uint32_t k = q.first > 16 ? q.first - 14 : 2; k < q.first; ++k)
        if (text_.fold_of(k) == "civilians" && text_.fold_of(k - 1) == "of" &&
            text_.fold_of(k - 2) == "number")
          return "civilians";
    if (q.counted == Counted::kNothing && !q.partitive)
      for (uint32_t k = q.last; k + 1 < text_.tokens.size() && k < q.last + 9; ++k)
        if ((text_.fold_of(k) == kNumber[0] || text_.fold_of(k) == kNumber[1]) &&
            text_.fold_of(k + 1) == kCivilians)
          return "civilians";
    // Arabic "the number of the civilian martyrs ... to 16"
    if (q.counted == Counted::kVictims && q.noun->arabic && !q.range.is_vague())
      for (uint32_t k = q.first > 20 ? q.first - 18 : 2; k < q.first; ++k)
        if (text_.fold_of(k) == kCivilians && text_.fold_of(k - 2) == kNumber[0])
          return "civilians";
    if (q.counted == Counted::kVictims)
      return q.last < text_.tokens.size() && text_.fold_of(q.last).starts_with(kCivil)
                 ? "civilians"
                 : std::string_view{};
    for (uint32_t k = q.first > 14 ? q.first - 14 : 0; k < q.first; ++k)
      if (text_.fold_of(k) == "enemy" && text_.tokens[k].has(text::kPossessive))
        return "combatants";
    return {};
  }

  // "a former rebel commander": no fighter any more.
  [[nodiscard]] bool formerly(const Quantity& q) const {
    static constexpr std::string_view kOnce = "\xD8\xB3\xD8\xA7\xD8\xA8\xD9\x82";  // Arabic
    for (uint32_t k = q.first; k < q.last; ++k)
      if (const std::string_view f = text_.fold_of(k); f == "former" || f == "ex" || f == "retired")
        return true;
    for (uint32_t k = q.last; k < q.last + 2 && k < text_.tokens.size(); ++k)
      if (text_.fold_of(k).find(kOnce) != std::string_view::npos) return true;
    return false;
  }

  // "his 12-year-old grandson", "her daughter, 9,": of an age told beside the word.
  [[nodiscard]] bool minor(const Quantity& q) const {
    const auto young = [&](uint32_t k) {
      if (k >= text_.tokens.size()) return false;
      const auto age = mentions::parse_number(text_, *p_.lexicon, k, k + 1);
      return age && age->value < 18;
    };
    for (uint32_t k = q.first; k + 1 < q.last; ++k)
      if (young(k) && text_.tokens[k + 1].has(text::kHyphen)) return true;
    // Arabic al-baligh, "who is (so many years) old"
    static constexpr std::string_view kAged = "\xD8\xA7\xD9\x84\xD8\xA8\xD8\xA7\xD9\x84\xD8\xBA";
    if (q.last + 1 < text_.tokens.size() && text_.fold_of(q.last).starts_with(kAged))
      return young(q.last + 1);
    if (q.last + 1 < text_.tokens.size() && text_.fold_of(q.last) == "aged")
      return young(q.last + 1);
    const char open = text_.punct(q.last);
    if ((open != ',' && open != '(') || q.last + 1 >= text_.tokens.size()) return false;
    const uint32_t at = text_.fold_of(q.last + 1) == "aged" ? q.last + 2 : q.last + 1;
    if (!young(at) || at + 1 >= text_.tokens.size()) return false;
    // "two of his sons, aged nine and 13,": as many ages as sons
    uint32_t end = at + 1;
    int64_t ages = 1;
    while (end + 1 < text_.tokens.size() &&
           (text_.fold_of(end) == "and" || text_.punct(end) == ',') && young(end + 1)) {
      ++ages;
      end += 2;
    }
    if (ages > 1) return q.range == CountRange::exactly(ages);
    // "(14 years)", also in Arabic
    return text_.punct(at + 1) != 0 || (open == '(' && text_.punct(at + 2) == ')');
  }

  // "five dead in the ranks of the army": the group of whom the ranks are; empty when none is told.
  [[nodiscard]] std::string ranks_after(const Quantity& q) const {
    // Arabic: fi sufuf, bi-sufuf, min sufuf.
    static constexpr std::string_view kRanks = "\xD8\xB5\xD9\x81\xD9\x88\xD9\x81";
    uint32_t at = 0;
    for (uint32_t k = q.last; k < q.last + 3 && k < text_.tokens.size(); ++k)
      if (const std::string_view f = text_.fold_of(k); f.ends_with(kRanks) || f == "ranks")
        at = k + 1;
    // Arabic bayna, min: "two dead of the army".
    static constexpr std::string_view kAmong = "\xD8\xA8\xD9\x8A\xD9\x86", kOf = "\xD9\x85\xD9\x86";
    if (at == 0 && q.last < text_.tokens.size() &&
        (text_.fold_of(q.last) == kAmong || text_.fold_of(q.last) == kOf))
      at = q.last + 1;
    if (at == 0 || at >= text_.tokens.size()) return {};
    if (text_.fold_of(at) == "of") ++at;
    if (at < text_.tokens.size() && text_.fold_of(at) == "the") ++at;
    for (const Term& t : p_.terms) {
      if (t.first != at) continue;
      if (t.kind() == Kind::kActor || t.kind() == Kind::kForce) return "combatants";
      if (const std::string_view group = group_of(p_.id(t));
          t.kind() == Kind::kPeople && is_group(group))
        return std::string(group);
    }
    return {};
  }

  // Arabic "five of the armed group and the wounding of four": of the same force.
  [[nodiscard]] bool of_force_before(const Harm& harm, const Quantity& q) const {
    const Bound* before = nullptr;
    for (const Bound& other : harm.bound)
      if (!other.part && other.quantity->last <= q.first) before = &other;
    return before != nullptr && q.actor == nullptr && before->quantity->actor != nullptr &&
           !before->quantity->actor->has(lexicon::kTagAdj) &&
           before->quantity->counted == Counted::kNothing;
  }

  // Those that a count without a noun adds to: the people told just before it.
  [[nodiscard]] const lexicon::Sense* told_before(const Harm& harm, const Quantity& q) const {
    const Bound* before = nullptr;
    for (const Bound& other : harm.bound)
      if (!other.part && other.quantity->last <= q.first) before = &other;
    if (before == nullptr) return nullptr;
    const Quantity& told = *before->quantity;
    const lexicon::Sense* noun = told.counted == Counted::kPeople                      ? told.noun
                                 : told.counted == Counted::kNothing && told.partitive ? they(told)
                                                                                       : nullptr;
    if (noun == nullptr) return nullptr;
    // "four civilians were killed and one was injured": one of the same.
    if (!noun->arabic && !q.others && text_.fold_of(q.first) == "one" &&
        group_of(p_.id(*noun)) == "civilians")
      return noun;
    static constexpr std::string_view kOf = "\xD9\x85\xD9\x86";  // Arabic: "four of one family"
    if (q.last < text_.tokens.size() && text_.fold_of(q.last) == kOf) return nullptr;
    return carries_over(*noun, group_of(p_.id(*noun))) ? noun : nullptr;
  }

  // "struck a group of civilians, killing three of them": whom the pronoun stands for.
  [[nodiscard]] const lexicon::Sense* they(const Quantity& q) const {
    const lexicon::Sense* last = nullptr;
    for (const Term& t : p_.terms) {
      if (t.first >= q.first) break;
      if (t.kind() == Kind::kPeople) last = t.sense;
    }
    if (last == nullptr) return nullptr;
    const std::string_view group = group_of(p_.id(*last));
    return group == "combatants" || group == "civilians" ? last : nullptr;
  }

  void people(Scene& s) {
    harm_ = bind_people(p_, s.first, s.last);
    const Harm& harm = harm_;
    Claim& c = s.claim;
    struct Sum {
      std::optional<CountRange> range;
      Span span;
      uint32_t at = 0;                       // the outcome word it is tied to
      uint32_t end = 0;                      // token after the last count
      const lexicon::Sense* noun = nullptr;  // of those counted
      bool lost = false;                     // of those who tell: "lost 23 men"
      bool retold = false;                   // told twice, and its parts with it
      bool all = false;                      // a toll that holds those told beside it
    };
    Sum sums[kOutcomes];
    for (const Bound& b : harm.bound) {
      const Quantity& q = *b.quantity;
      const Span span = span_of(text_, q.first, q.last, q.clitics);
      const int o = static_cast<int>(b.outcome);
      // "seized both", "displaced people": no count of people taken or driven out.
      const bool many = q.range.vague == Vague::kDozens || q.range.vague == Vague::kHundreds ||
                        q.range.vague == Vague::kScores || q.range.vague == Vague::kThousands;
      if (b.outcome == Outcome::kDetained && q.counted == Counted::kNothing && !q.others && !many &&
          q.range.min <= 2)
        continue;
      if ((b.outcome == Outcome::kDetained || b.outcome == Outcome::kDisplaced) && set_free(q))
        continue;
      if (b.outcome == Outcome::kDetained && q.implicit &&
          (q.range.is_vague() || text_.tokens[q.last - 1].script != text::Script::kArabic))
        continue;
      if (b.outcome == Outcome::kDisplaced && q.implicit &&
          (q.range.is_vague() || (q.noun != nullptr && p_.id(*q.noun) == "family")))
        continue;
      bool retold = b.part && sums[o].retold;
      // "rose to 22 after two more of the wounded died": the new toll is all.
      const bool all = harm.replaces && b.at == q.first && !b.part && !lost(b) &&
                       cue("replace.risen", s.first, s.last) != nullptr;
      if (all) sums[o].range.reset();
      // "others" without a number after a counted total adds nothing to it.
      const bool adds_nothing =
          sums[o].range && q.range.is_vague() && !sums[o].range->is_vague() && q.implicit;
      if (!b.part && !adds_nothing) {
        const bool same = sums[o].all || (!more_between(sums[o].end, q.first) && !also(b) &&
                                          !sums[o].lost && !other_side(sums[o].noun, q) &&
                                          (!q.others || *sums[o].range == q.range));
        if (sums[o].range && b.at != sums[o].at && same) {
          // The same toll told again in other words: the larger stands, of two tellers a range.
          retold = sums[o].retold = true;
          const bool disputed =
              sums[o].end < q.first && cue("disputed", sums[o].end, q.first) != nullptr;
          const bool near = !q.range.is_vague() && !sums[o].range->is_vague() &&
                            q.range.min <= 2 * sums[o].range->min &&
                            sums[o].range->min <= 2 * q.range.min;
          if (!q.range.is_vague() && !sums[o].range->is_vague() &&
              (disputed || (near && contrasted(sums[o].end, q.first)))) {
            sums[o].range = CountRange::between(
                std::min(sums[o].range->min, q.range.min),
                std::max(sums[o].range->max.value_or(0), q.range.max.value_or(q.range.min)));
            sums[o].span = sums[o].span.cover(span);
          } else if (!q.range.is_vague() &&
                     (sums[o].range->is_vague() || q.range.min > sums[o].range->min)) {
            sums[o].range = q.range;
            sums[o].span = span;
            sums[o].at = b.at;
          }
        } else {
          sums[o].at = b.at;
          sums[o].lost = lost(b);
          sums[o].all |= all;
          sums[o].end = q.last;
          sums[o].noun = q.counted == Counted::kPeople && !q.implicit ? q.noun : nullptr;
          sums[o].range = sums[o].range ? add(*sums[o].range, q.range) : q.range;
          sums[o].span = sums[o].span.cover(span);
        }
      }
      auto* by = b.outcome == Outcome::kKilled    ? &c.killed_by
                 : b.outcome == Outcome::kInjured ? &c.injured_by
                                                  : nullptr;
      if (by == nullptr) continue;
      for (const lexicon::Sense* of : {q.counted == Counted::kPeople ? q.noun : nullptr, q.group}) {
        if (of == nullptr || shared_count(q)) continue;
        std::string group(group_of(p_.id(*of)));
        if (!is_group(group) &&
            (base_of(group) == "children" || group == "family" || group.ends_with(".kin")) &&
            minor(q))
          group = "children";
        if (group == "men" && of->has(lexicon::kTagKin) && minor(q)) group = "children";
        if (group == "men" && of == q.noun && feminine(q)) group = "women";
        if (group == "children" && of == q.noun && q.range == CountRange::exactly(1) && grown(q))
          group = q.noun->has(lexicon::kTagFemale) || feminine(q) ? "women" : "men";
        if (of == q.noun && group == "combatants" && female(q))
          add_group(*by, "women", q.range, span, retold);
        if (!is_group(group)) continue;
        if (formerly(q)) continue;
        // "the army lost 12 men", "a commander and six of his men"
        if (group == "men" && (lost(b) || of_commander(q))) group = "combatants";
        if (b.part && (whole_of(harm, b, group) || part_of_part(harm, b, group))) continue;
        // "several civilians" tells who, not how many of them.
        if (q.range.is_vague() &&
            (q.implicit || (group != "combatants" &&
                            (q.range.vague == Vague::kSome || q.range.vague == Vague::kSeveral ||
                             q.range.vague == Vague::kNumber))))
          continue;
        add_group(*by, group, q.range, span, retold);
      }
      if (const std::string_view group = of_colleagues(harm, b); !group.empty())
        add_group(*by, std::string(group), q.range, span, retold);
      if (q.counted == Counted::kNothing && q.partitive && !q.range.is_vague() && under_age(q))
        add_group(*by, "children", q.range, span, retold);
      if (feminine_agent(q)) add_group(*by, "women", q.range, span, retold);
      if (const std::string_view group = qualified(q);
          !group.empty() && q.group == nullptr && !q.range.is_vague())
        add_group(*by, std::string(group), q.range, span, retold);
      // "10 civilian casualties: 4 killed and 6 injured": the heading's group holds for its parts.
      if (q.counted == Counted::kNothing ||
          (q.counted == Counted::kVictims && q.group == nullptr)) {
        for (const Bound& h : harm.bound)
          if (h.outcome == Outcome::kCasualties && h.quantity->group != nullptr &&
              h.quantity->last <= q.first &&
              (colon_between(h.quantity->last, q.first) ||
               cue("part", h.quantity->last, q.first) != nullptr) &&
              is_group(group_of(p_.id(*h.quantity->group))))
            add_group(*by, std::string(group_of(p_.id(*h.quantity->group))), q.range, span, retold);
      }
      if (q.counted == Counted::kNothing && !b.part) {
        if (!q.partitive && !q.range.is_vague() && of_force_before(harm, q))
          add_group(*by, "combatants", q.range, span, retold);
        const lexicon::Sense* same = q.partitive ? they(q) : told_before(harm, q);
        // "a number of them" are fighters, some of the civilians are not counted
        const bool counts =
            !q.range.is_vague() || (same != nullptr && group_of(p_.id(*same)) == "combatants" &&
                                    (q.partitive || q.range.vague != Vague::kSome));
        if (same != nullptr && counts)
          add_group(*by, std::string(group_of(p_.id(*same))), q.range, span, retold);
      }
      if (q.counted == Counted::kVictims && q.group == nullptr && !q.range.is_vague())
        if (const std::string group = ranks_after(q); !group.empty())
          add_group(*by, group, q.range, span, retold);
      if (of_medical_staff(q)) add_group(*by, "medics", q.range, span, retold);
      const bool members = q.counted == Counted::kPeople && p_.id(*q.noun) == "people";
      if ((q.actor != nullptr && !q.actor->has(lexicon::kTagAdj) &&
           (q.counted == Counted::kNothing || members)) ||
          (members && !q.range.is_vague() && of_force_after(q)))
        add_group(*by, "combatants", q.range, span, retold);
    }
    for (int o = 0; o < kOutcomes; ++o)
      if (sums[o].range) c.counts[o] = Figure{*sums[o].range, {sums[o].span, false}, {}};
    // "Seized 100 girls": with no other means told, people taken are a detention.
    if (const auto& taken = c.count(Outcome::kDetained);
        taken && c.events.empty() && !c.count(Outcome::kKilled) && !c.count(Outcome::kInjured))
      add_tagged(c.events, "detention", taken->at.span);
    s.singly = s.by_number = false;
    for (const Bound& b : harm.bound) {
      if (b.part || b.outcome != Outcome::kKilled) continue;
      if (one_person(b)) {
        s.singly = true;
      } else {
        s.by_number |=
            b.quantity->range.is_vague() ? !b.quantity->implicit : b.quantity->range.min >= 2;
      }
    }
    s.singly &= !s.by_number;
    s.also = also_harmed();
    s.risen = cue("replace.risen", s.first, s.last) != nullptr;
    s.early = !s.risen && (cue("early", s.first, s.last) != nullptr || told_earlier(s));
    s.partial = !s.risen && bodies_only();
    none_harmed(s);
  }

  // Arabic "the death of 27 of theirs and the death of four of ours"
  [[nodiscard]] bool adds_in_arabic(const Bound& b) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first == b.at && t.kind() == Kind::kOutcome && t.sense->arabic &&
             (t.clitics & text::kAnd);
    });
  }
  // Told by name, as someone's ("his wife", "their two sons") or as a man, not counted.
  [[nodiscard]] bool one_person(const Bound& b) const {
    const Quantity& q = *b.quantity;
    if (q.counted == Counted::kNothing) return q.first == b.at && !q.others;
    if (q.counted != Counted::kPeople || q.range.is_vague()) return false;
    if (q.implicit) return q.range.min <= 2;
    for (uint32_t k = q.first > 0 ? q.first - 1 : 0; k < q.last; ++k) {
      const std::string_view f = text_.fold_of(k);
      if (f == "his" || f == "her" || f == "their") return true;
    }
    // "a boy named <name>", "a teacher, <name>,": a man without a name may be one more.
    const std::string_view f = text_.fold_of(q.first);
    if (f != "a" && f != "an" && f != "another") return false;
    const auto size = static_cast<uint32_t>(text_.tokens.size());
    for (uint32_t k = q.last; k < q.last + 2 && k < size; ++k)
      if (text_.tokens[k].has(text::kUpperInitial) && !text_.tokens[k].has(text::kAllCaps))
        return true;
    return false;
  }

  // "killed eight; the army lost five"
  [[nodiscard]] bool lost(const Bound& b) const {
    if (b.at != b.quantity->first || b.at < 2) return false;
    // "The family lost 11 relatives": some of those told before.
    if (b.quantity->noun != nullptr && b.quantity->noun->has(lexicon::kTagKin)) return false;
    const uint32_t word = text_.fold_of(b.at - 1) == "of" ? b.at - 2 : b.at - 1;
    return text_.fold_of(word).starts_with("los");  // lost, losing, loss of
  }
  // "eleven fighters also died", "were also killed"; "also listed five wounded" tells of the same.
  [[nodiscard]] bool also(const Bound& b) const {
    static constexpr std::string_view kKama = "\xD9\x83\xD9\x85\xD8\xA7";  // Arabic
    if (lost(b) || adds_in_arabic(b)) return true;
    for (uint32_t k = b.at; k > 0 && k + 3 > b.at; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "also" || f == kKama) return true;
      if (f != "was" && f != "were" && f != "been") return false;
    }
    return false;
  }
  // Persons told one by one may be of the total told before: only a number is more.
  [[nodiscard]] bool also_harmed() const {
    const auto& all = harm_.bound;
    return !all.empty() && !all.front().quantity->implicit &&
           (all.front().quantity->counted != Counted::kNothing ||
            all.front().quantity->first != all.front().at) &&
           std::all_of(
               all.begin(), all.end(),
               [&](const Bound& b) { return b.part || b.at != all.front().at || also(b); }) &&
           also(all.front());
  }

  // "Earlier the governor spoke of 25 dead", "the ministry had spoken of five".
  [[nodiscard]] bool told_earlier(const Scene& s) const {
    const std::string_view f = text_.fold_of(s.first);
    if (f == "earlier" || f == "initially" || f == "previously") return true;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kReporting && t.first > s.first && t.last < s.last &&
             text_.fold_of(t.first - 1) == "had" && text_.fold_of(t.last) == "of";
    });
  }

  // "pulled 83 bodies from the rubble": those found, not all of the dead.
  [[nodiscard]] bool bodies_only() const {
    static constexpr std::string_view kBodies[] = {"bodies", "corpses", "\xD8\xAC\xD8\xAB\xD8\xAB",
                                                   "\xD8\xAC\xD8\xAB\xD8\xA9"};
    bool any = false;
    for (const Bound& b : harm_.bound) {
      if (b.outcome != Outcome::kKilled || b.part) continue;
      bool found = false;
      for (uint32_t k = b.quantity->first; k < b.quantity->last; ++k)
        found |= std::find(std::begin(kBodies), std::end(kBodies), text_.fold_of(k)) !=
                 std::end(kBodies);
      if (!found) return false;
      any = true;
    }
    return any;
  }

  // The denial that a word of harm stands after.
  [[nodiscard]] const Term* denial(const Scene& s) const {
    const Term* no = nullptr;
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kCue || t.first < s.first || t.last > s.last || p_.id(t) != "negation")
        continue;
      const bool harm = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
        return o.kind() == Kind::kOutcome && o.last > t.last && o.first <= t.last + 4;
      });
      if (no == nullptr || harm) no = &t;
    }
    return no;
  }

  // "no casualties" and "no one was hurt" say none of either, "without injuries" none injured; so
  // does damage that is said to be all.
  void none_harmed(Scene& s) const {
    Claim& c = s.claim;
    const bool counted = counts_people(c);
    const auto set = [&](Outcome o, Span span) {
      if (!c.count(o)) c.count(o) = Figure{CountRange::exactly(0), {span, false}, {}};
    };
    if (const Term* only = cue("negation.material_only", s.first, s.last);
        only != nullptr && !counted && !harm_.any_word) {
      set(Outcome::kKilled, span_of(text_, *only));
      set(Outcome::kInjured, span_of(text_, *only));
    }
    const Term* no = denial(s);
    if (!harm_.none || no == nullptr) return;
    const Span span{text_.tokens[harm_.words.front()].begin, text_.tokens[harm_.words.front()].end};
    const std::string_view word = text_.fold_of(no->first);
    const bool nobody = word == "nobody" || word == "none" ||
                        (word == "no" && no->last < s.last && text_.fold_of(no->last) == "one");
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kOutcome || t.last <= no->last || t.last > s.last ||
          t.first > no->last + 5 || text_.fold_of(t.last - 1) == "toll")
        continue;  // "without giving a toll" tells of none
      const std::string& id = p_.id(t);
      const bool all =
          !counted && (id == "casualties" || (nobody && text_.fold_of(t.first) == "hurt") ||
                       (t.last < s.last &&
                        (text_.fold_of(t.last) == "anyone" || text_.fold_of(t.last) == "anybody")));
      if (all || id == "killed") set(Outcome::kKilled, span);
      if (all || (!counted && id == "injured")) set(Outcome::kInjured, span);
      if (counted) break;
    }
  }

  // "four wounded, all civilians": the group is as many as the toll told last.
  void all_of(Scene& s, uint32_t at, const std::string& group) const {
    const Bound* total = nullptr;
    for (const Bound& b : harm_.bound)
      if (!b.part && b.quantity->last <= at) total = &b;
    if (total == nullptr || total->quantity->range.is_vague()) return;
    auto* by = total->outcome == Outcome::kKilled    ? &s.claim.killed_by
               : total->outcome == Outcome::kInjured ? &s.claim.injured_by
                                                     : nullptr;
    if (by != nullptr)
      by->emplace(group,
                  Figure{total->quantity->range,
                         {span_of(text_, total->quantity->first, total->quantity->last, 0), false},
                         {}});
  }

  // "mostly women and children": a share of those harmed, no number.
  void shares(Scene& s) {
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kCue || t.first < s.first || t.last > s.last ||
          !p_.id(t).starts_with("share."))
        continue;
      Share share;
      share.word = p_.id(t).substr(6);
      uint32_t end = t.last;
      for (const Term& g : p_.terms) {
        if (g.kind() != Kind::kPeople || g.first < end || g.first > end + 2) continue;
        const std::string group(base_of(p_.id(g)));
        if (!is_group(group)) continue;
        share.groups.push_back(group);
        end = g.last;
      }
      if (share.groups.empty()) continue;
      for (const Outcome o : {Outcome::kKilled, Outcome::kInjured})
        if (s.claim.count(o)) share.of += (share.of.empty() ? "" : "+") + std::string(to_word(o));
      if (share.of.empty()) share.of = "casualties";
      if (share.word == "all" && share.groups.size() == 1) all_of(s, t.first, share.groups[0]);
      share.at.span = {text_.tokens[t.first].begin, text_.tokens[end - 1].end};
      s.claim.shares.push_back(std::move(share));
    }
  }

  Harm harm_;
};

}  // namespace

void read_toll(const Parsed& parsed, Scene& scene) { Toll(parsed).read(scene); }

}  // namespace sijil::claims
