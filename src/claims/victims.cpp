// SPDX-License-Identifier: Apache-2.0
#include "claims/victim_reader.hpp"

#include <algorithm>
#include <array>

namespace sijil::claims {

std::vector<Victim> VictimReader::run() {
  if (outcomes_.empty() && !heading_) return {};
  for (uint32_t i = first_; i < last_;) {
    const auto person = arabic_here(i) ? arabic_at(i) : latin_at(i);
    if (!person) {
      ++i;
      continue;
    }
    keep(*person);
    i = std::max(i + 1, person->end);
  }
  kin();
  return std::move(out_);
}

bool VictimReader::is(uint32_t i, Kind k) const {
  return i >= first_ && i < last_ && (marks_[i - first_] >> static_cast<unsigned>(k)) & 1u;
}

std::string_view VictimReader::word(uint32_t i) const {
  return i < last_ ? text_.fold_of(i) : std::string_view{};
}

bool VictimReader::single(const Term& t) {
  return !t.sense->has(lexicon::kTagPl | lexicon::kTagDual) &&
         t.sense->inflection != lexicon::Inflection::kPlural &&
         t.sense->inflection != lexicon::Inflection::kDual &&
         t.sense->inflection != lexicon::Inflection::kDualOrPlural;
}

// The terms that begin at tokens [from, to]; all are in order of their first.
std::span<const Term> VictimReader::starting(uint32_t from, uint32_t to) const {
  const auto before = [](const Term& t, uint32_t at) { return t.first < at; };
  const auto begin =
      std::lower_bound(p_.terms.begin(), p_.terms.end(), std::max(from, first_), before);
  return {begin, std::lower_bound(begin, p_.terms.end(), to + 1, before)};
}

uint32_t VictimReader::back(uint32_t at, uint32_t by) { return at > by ? at - by : 0; }

bool VictimReader::cue_at(std::string_view id, uint32_t at) const {
  for (const Term& t : starting(at, at))
    if (t.kind() == Kind::kCue && p_.id(t) == id) return true;
  return false;
}

// The outcome a person is tied to: the passive after it, else the word before it, else the
// heading.
std::optional<Outcome> VictimReader::outcome_for(const Person& p) {
  const bool ar = text_.tokens[p.last - 1].script == text::Script::kArabic;
  const uint32_t start = p.title != nullptr ? std::min(p.title->first, p.first) : p.first;
  const Term* before = nullptr;
  const Term* after = nullptr;
  for (const Term* t : outcomes_) {
    if (t->last <= start && start - t->last <= 60) before = t;
    // The title may itself hold the outcome: "the martyr <name>".
    if (ar && p.title != nullptr && t->first == p.title->first) before = t;
    if (after == nullptr && t->first >= p.end && t->first - p.end <= 20) after = t;
  }
  if (after != nullptr && !ar && passive(p, *after)) return outcome_of(p_.id(*after));
  if (after != nullptr && ar && after->sense->has(lexicon::kTagVerb) && after->first - p.end <= 3 &&
      (before == nullptr || reporting_between(before->last, start)) &&
      !(after->clitics & (text::kAnd | text::kSo)))
    return outcome_of(p_.id(*after));
  if (before != nullptr && !reporting_between(before->last, start) &&
      !broken(before->last, start)) {
    if (ar || governs(*before, p)) return outcome_of(p_.id(*before));
  }
  return heading_ && p.sure ? heading_ : std::nullopt;
}

// "<name>, 45, a nurse, was seriously injured": nothing but description before the verb.
bool VictimReader::passive(const Person& p, const Term& t) const {
  static constexpr std::array<std::string_view, 9> kBe = {"was",   "were", "is",  "are", "been",
                                                          "being", "be",   "got", "also"};
  if (t.sense->has(lexicon::kTagNoun)) return false;
  bool be = false;
  for (uint32_t k = p.end; k < t.first; ++k) {
    if (one_of(word(k), kBe))
      be = true;
    else if (be ? !word(k).ends_with("ly") && word(k) != "then" && word(k) != "both"
                : !describes(k))
      return false;
  }
  if (!be && t.sense->has(lexicon::kTagPassive) && !t.sense->has(lexicon::kTagActive))
    be = t.first - p.end <= 1;  // "<name>, 45, died"
  // Without a verb "to be" between, the name is who did it.
  return be;
}

// A word of what describes a person, or of another of the same list.
bool VictimReader::describes(uint32_t k) const {
  static constexpr std::array<std::string_view, 21> kWords = {
      "a",     "an",     "the",  "and",   "his",       "her",      "their",
      "of",    "from",   "who",  "both",  "old",       "year",     "years",
      "month", "months", "aged", "along", "alongside", "together", "with"};
  const char c = text_.punct(k);
  if (c != 0) return c == ',' || c == '(' || c == ')' || c == '-';
  const Token& t = text_.tokens[k];
  return t.kind == TokenKind::kNumber || t.has(text::kHyphen) || upper(k) || is(k, Kind::kPeople) ||
         is(k, Kind::kNumber) || one_of(word(k), kWords);
}

// "killing <name>", "the death of <name>", "the dead were: <name>".
bool VictimReader::governs(const Term& t, const Person& p) const {
  const uint32_t start = p.title != nullptr ? p.title->first : p.first;
  if (list_end_ != 0 && p.listed && list_outcome_) return true;
  if (!p.sure && start > t.last + 1) return false;
  // A passive looks back: "was killed by <name>", "three were killed in the street, Salma Haddad
  // ...".
  if (t.first > first_ && !t.sense->has(lexicon::kTagPerson)) {
    const std::string_view b = text_.fold_of(t.first - 1);
    if (b == "was" || b == "were" || b == "been" || b == "being") {
      for (uint32_t k = t.last; k < start; ++k)
        if (word(k) == "by" || word(k) == "as") return false;
      return p.sure && (text_.punct(start - 1) == ':' || colon_between(t.last, start) ||
                        part_between(t.last, start) || naming(p.first));
    }
  }
  for (uint32_t k = t.last; k < start; ++k)
    if (word(k) == "by" || word(k) == "because") return false;
  return true;
}

bool VictimReader::colon_between(uint32_t from, uint32_t to) const {
  for (uint32_t k = from; k < to; ++k)
    if (text_.punct(k) == ':') return true;
  return false;
}

bool VictimReader::part_between(uint32_t from, uint32_t to) const {
  return from < to && cue("part", from, to) != nullptr;
}

bool VictimReader::reporting_between(uint32_t from, uint32_t to) const {
  for (uint32_t k = from; k < to; ++k)
    if (is(k, Kind::kReporting)) return true;
  return false;
}

bool VictimReader::broken(uint32_t from, uint32_t to) const {
  for (uint32_t k = from; k < to; ++k)
    if (text_.punct(k) == ';') return true;
  return false;
}

// "<name> said", "said <name>", "according to <name>": one who tells, unless a passive told of
// them.
bool VictimReader::tells(const Person& p) const {
  const uint32_t start = p.title != nullptr ? p.title->first : p.first;
  if (start > first_ && is(start - 1, Kind::kReporting) && !naming(start)) return true;
  for (uint32_t k = p.end; k < std::min(last_, p.end + 3); ++k)
    if (is(k, Kind::kReporting) && !is(k, Kind::kOutcome)) return true;
  return false;
}

void VictimReader::keep(Person p) {
  if (p.last <= p.first) return;
  if (tells(p)) return;
  const auto outcome = outcome_for(p);
  if (!outcome || *outcome == Outcome::kDisplaced || *outcome == Outcome::kCasualties) return;
  if (unreal(p)) return;
  Victim v;
  v.name = std::string(p.span.of(text_.original));
  v.at.span = p.span;
  v.outcome = to_word(*outcome);
  v.age = p.years;
  for (const Term* t : {p.title, p.role})
    if (t != nullptr) tell(v, *t);
  settle_age(v);
  out_.push_back(std::move(v));
  list_end_ = p.end;
  list_outcome_ = outcome;
}

// "no", "denied", "mourned": said of the outcome word.
bool VictimReader::unreal(const Person& p) const {
  for (const Term& t : starting(back(p.first, 12), p.first))
    if (t.kind() == Kind::kCue && t.last <= p.first && p_.id(t) == "negation") return true;
  return false;
}

// Sex, age and role of a word for people.
void VictimReader::tell(Victim& v, const Term& t) const {
  const std::string& id = p_.id(t);
  const std::string_view base = base_of(id);
  const bool arabic = t.sense->arabic != 0;
  if (t.sense->has(lexicon::kTagFemale) || base == "women")
    v.sex = "f";
  else if (t.sense->has(lexicon::kTagMale) || base == "men")
    v.sex = "m";
  else if (arabic)
    v.sex = t.sense->inflection == lexicon::Inflection::kFeminine ||
                    text_.fold_of(t.last - 1).ends_with("\xD9\x87")
                ? "f"
                : "m";
  if (base == "children")
    v.age_group = "child";
  else if (base == "women" || base == "men")
    v.age_group = "adult";
  if (id == "people.elderly") v.age_group = "elder";
  static constexpr std::pair<std::string_view, std::string_view> kRoles[] = {
      {"medics", "medic"},
      {"journalists", "journalist"},
      {"rescuers", "rescuer"},
      {"combatants", "fighter"}};
  for (const auto& [group, role] : kRoles)
    if (base == group) v.role = role;
  if (const size_t dot = id.find('.'); base == "people" && dot != std::string::npos &&
                                       id != "people.adult" && id != "people.elderly")
    v.role = id.substr(dot + 1);
}

void VictimReader::settle_age(Victim& v) {
  if (v.age) v.age_group = *v.age < kAdult ? "child" : *v.age >= kElder ? "elder" : "adult";
}

// "and his wife", "her daughter, 6": relations told without a name.
void VictimReader::kin() {
  const bool any =
      std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) { return related(t); });
  if (!any) return;
  const Harm harm = bind_people(p_, first_, last_);
  for (const Bound& b : harm.bound) {
    if (b.outcome == Outcome::kDisplaced || b.outcome == Outcome::kCasualties) continue;
    for (const Term& t : starting(b.quantity->first, b.quantity->last)) {
      if (!related(t) || t.last > b.quantity->last) continue;
      if (std::any_of(out_.begin(), out_.end(), [&](const Victim& v) {
            return !v.family.empty() && v.at.span.begin == text_.tokens[t.first].begin;
          }))
        continue;
      Victim v;
      uint32_t from = b.quantity->first, to = t.last;
      if (!t.sense->arabic) from = pronoun(t.first).value_or(from);
      const Span span = span_of(text_, from, to,
                                text_.tokens[from].script == text::Script::kArabic
                                    ? (from == t.first ? t.clitics : b.quantity->clitics)
                                    : 0);
      v.family = std::string(span.of(text_.original));
      v.at.span = span;
      v.outcome = to_word(b.outcome);
      tell(v, t);
      if (t.sense->arabic) v.sex = single(t) ? arabic_sex_of_kin(t) : "";
      if (single(t) && !t.sense->arabic) {
        const Age age = age_after(to);
        v.age = age.years;
      }
      settle_age(v);
      out_.push_back(std::move(v));
    }
  }
}

// A relation of someone told: "his wife"; in Arabic with the pronoun attached.
bool VictimReader::related(const Term& t) const {
  if (t.kind() != Kind::kPeople || !t.sense->has(lexicon::kTagKin) || t.first < first_ ||
      t.last > last_)
    return false;
  if (t.sense->arabic) {
    const std::string_view f = text_.fold_of(t.last - 1);
    if (text_.tokens[t.last - 1].span().of(text_.original).ends_with("\xD8\xA9"))
      return false;  // ta marbuta, folded like the pronoun
    return t.sense->inflection == lexicon::Inflection::kPronoun || f.ends_with("\xD9\x87") ||
           f.ends_with("\xD9\x87\xD8\xA7") || f.ends_with("\xD9\x87\xD9\x85\xD8\xA7");
  }
  if (text_.tokens[t.last - 1].has(text::kPossessive)) return false;  // "his wife's aunt"
  return pronoun(t.first).has_value();
}

// The "his" of "his pregnant wife".
std::optional<uint32_t> VictimReader::pronoun(uint32_t at) const {
  for (uint32_t k = at + 1; k > first_ && k + 3 > at; --k) {
    const std::string_view f = text_.fold_of(k - 1);
    if (f == "his" || f == "her" || f == "their") return k - 1;
    if (text_.punct(k - 1) == ',' || f == "and") return std::nullopt;
  }
  return std::nullopt;
}

std::vector<Victim> find_victims(const Parsed& parsed, uint32_t first, uint32_t last,
                                 std::optional<Outcome> heading) {
  const bool harm = std::any_of(parsed.terms.begin(), parsed.terms.end(), [&](const Term& t) {
    return t.kind() == Kind::kOutcome && t.first >= first && t.last <= last;
  });
  if (!harm && !heading) return {};
  return VictimReader(parsed, first, last, heading).run();
}

namespace {

// People told one by one, some by name and some counted: "<name>, 30, his wife and two of their
// children", "a boy named <name> and a girl named <name>". All are counted, nobody twice.
class OneByOne {
 public:
  OneByOne(const Parsed& parsed, const Scene& scene, Outcome outcome)
      : p_(parsed), text_(*parsed.text), scene_(scene), outcome_(outcome) {}

  // Of how many the list tells; nothing where a number tells all of them.
  std::optional<int64_t> count() {
    if (!counted()) return std::nullopt;
    for (const Victim& v : scene_.claim.victims)
      if (!v.name.empty() && v.outcome == to_word(outcome_)) add_name(v.at.span);
    std::stable_sort(items_.begin(), items_.end(),
                     [](const Item& a, const Item& b) { return a.first < b.first; });
    int64_t total = 0, unnamed = 0;
    for (size_t i = 0; i < items_.size(); ++i) {
      const Item& x = items_[i];
      const Item* before = i > 0 ? &items_[i - 1] : nullptr;
      if (!x.name) {
        if (before != nullptr && before->name && x.describes && set_off(before->last, x.first))
          continue;  // "<name>, a nurse"
        total += x.count;
        unnamed = x.count;
      } else if (before != nullptr && before->name && text_.punct(before->last) == '(' &&
                 x.first == before->last + 1) {
        continue;  // "<name> (<other name>)"
      } else if (before != nullptr && unnamed > 0 && x.first - before->last <= 4) {
        --unnamed;  // "her two sons <name> and <name>"
      } else {
        const bool listed = (before != nullptr && linked(before->last, x.first)) ||
                            (i + 1 < items_.size() && linked(x.last, items_[i + 1].first));
        if (listed) ++total;
        unnamed = 0;
      }
    }
    return total;
  }

 private:
  struct Item {
    uint32_t first, last;  // tokens
    int64_t count;
    bool name, describes;  // one alone may say who the person named before it was
  };

  // The counts of those harmed; false when one of them is a total.
  bool counted() {
    const Harm harm = bind_people(p_, scene_.first, scene_.last);
    for (const Bound& b : harm.bound) {
      const Quantity& q = *b.quantity;
      if (b.part || b.outcome != outcome_) continue;
      const bool one = q.range == CountRange::exactly(1);
      const bool alone = q.implicit || text_.fold_of(q.first) == "a" ||
                         text_.fold_of(q.first) == "an" || text_.fold_of(q.first) == "another";
      if (q.range.max != q.range.min || (q.counted != mentions::Counted::kPeople && !q.others) ||
          (!alone && !of_someone(q)))
        return false;
      items_.push_back({q.first, q.last, q.range.min, false, one && alone && !of_someone(q)});
    }
    return !items_.empty();
  }
  // "his wife", "two of their children", "alongside 11 members of the family"
  [[nodiscard]] bool of_someone(const Quantity& q) const {
    if (text_.tokens[q.last - 1].script == text::Script::kArabic) return q.others;
    for (uint32_t k = q.first > scene_.first + 2 ? q.first - 2 : scene_.first; k < q.last; ++k) {
      const std::string_view f = text_.fold_of(k);
      if (f == "his" || f == "her" || f == "their" ||
          (k < q.first && (f == "with" || f == "alongside")))
        return true;
    }
    return false;
  }
  void add_name(Span span) {
    const auto at = [&](uint32_t byte) {
      return static_cast<uint32_t>(
          std::lower_bound(text_.tokens.begin(), text_.tokens.end(), byte,
                           [](const Token& t, uint32_t b) { return t.begin < b; }) -
          text_.tokens.begin());
    };
    items_.push_back({at(span.begin), at(span.end), 1, true, false});
  }
  // ", a", ", a 48-year-old"
  [[nodiscard]] bool set_off(uint32_t from, uint32_t to) const {
    if (to <= from || to - from > 7 || text_.punct(from) != ',') return false;
    for (uint32_t k = from + 1; k < to; ++k)
      if (text_.tokens[k].kind == TokenKind::kPunct || text_.fold_of(k) == "and") return false;
    return true;
  }
  // Between two of a list: commas, ages and words that join.
  [[nodiscard]] bool linked(uint32_t from, uint32_t to) const {
    static constexpr std::array<std::string_view, 23> kJoin = {"and",
                                                               "along",
                                                               "alongside",
                                                               "together",
                                                               "with",
                                                               "as",
                                                               "well",
                                                               "his",
                                                               "her",
                                                               "their",
                                                               "year",
                                                               "years",
                                                               "old",
                                                               "month",
                                                               "months",
                                                               "aged",
                                                               "age",
                                                               "a",
                                                               "an",
                                                               "of",
                                                               "the",
                                                               "two",
                                                               "\xD9\x85\xD8\xB9"};
    if (to == from) return true;  // Arabic "and" is of the word
    if (to < from || to - from > 12) return false;
    for (uint32_t k = from; k < to; ++k) {
      const char c = text_.punct(k);
      if (c != 0 ? c != ',' && c != '(' && c != ')' && c != '-'
                 : text_.tokens[k].kind != TokenKind::kNumber && !one_of(text_.fold_of(k), kJoin))
        return false;
    }
    return true;
  }

  const Parsed& p_;
  const text::Text& text_;
  const Scene& scene_;
  Outcome outcome_;
  std::vector<Item> items_;
};

}  // namespace

void read_victims(const Parsed& parsed, Scene& scene) {
  if (scene.mock || scene.hypothetical || scene.background) return;
  Claim& c = scene.claim;
  add_victims(c.victims, find_victims(parsed, scene.first, scene.last, std::nullopt));
  if (c.victims.empty()) return;
  // The names of persons are of places as well.
  std::erase_if(c.where, [&](const PlaceMention& m) {
    return std::any_of(c.victims.begin(), c.victims.end(), [&](const Victim& v) {
      return !v.name.empty() && v.at.span.begin <= m.at.span.begin &&
             m.at.span.end <= v.at.span.end;
    });
  });
  c.rules.push_back("victims.named");
  for (const Outcome o : {Outcome::kKilled, Outcome::kInjured}) {
    auto& count = c.count(o);
    if (!count || count->range.is_vague() || !count->range.max || named(c, o) == 0) continue;
    const auto total = OneByOne(parsed, scene, o).count();
    if (!total || *total <= *count->range.max) continue;
    count->range = CountRange::exactly(*total);
    for (const Victim& v : c.victims)
      if (v.outcome == to_word(o)) count->at.span = count->at.span.cover(v.at.span);
  }
  // "A was hurt, and B was hurt", "citizen A and citizen B": only words without a number were
  // counted.
  for (const Outcome o : kTold) {
    auto& count = c.count(o);
    if (!count || count->range.is_vague() || !count->range.max || named(c, o) <= *count->range.max)
      continue;
    const bool number =
        std::any_of(parsed.quantities.begin(), parsed.quantities.end(), [&](const Quantity& q) {
          return !q.implicit && count->at.span.begin <= parsed.text->tokens[q.first].begin &&
                 parsed.text->tokens[q.first].begin < count->at.span.end;
        });
    if (!number) count.reset();
  }
  // "one of the wounded was named as A": told of some, not how many.
  const bool act = std::any_of(parsed.terms.begin(), parsed.terms.end(), [&](const Term& t) {
    return t.kind() == Kind::kOutcome && t.first >= scene.first && t.last <= scene.last &&
           !t.sense->has(lexicon::kTagPerson);
  });
  count_named(c, act, false);
}

void count_named(Claim& c, bool make, bool more) {
  if (c.victims.size() >= kMostVictims) return;  // more may be named than were kept
  for (const Outcome o : kTold) {
    const int64_t n = named(c, o);
    if (n == 0) continue;
    Span span;
    for (const Victim& v : c.victims)
      if (v.outcome == to_word(o) && !v.name.empty()) span = span.cover(v.at.span);
    auto& count = c.count(o);
    if (!count && make) {
      count = Figure{CountRange::exactly(n), {span, false}, {}};
      c.rules.push_back(std::string(to_word(o)) + ".named");
      if (more) count->range.max.reset();
    }
    if (!count || (count->range != CountRange::exactly(n) &&
                   (!more || count->range != CountRange::at_least(n))))
      continue;
    auto* by = o == Outcome::kKilled    ? &c.killed_by
               : o == Outcome::kInjured ? &c.injured_by
                                        : nullptr;
    if (by == nullptr) continue;
    for (const std::string_view group : {"children", "women", "men"}) {
      const auto of = std::count_if(c.victims.begin(), c.victims.end(), [&](const Victim& v) {
        if (v.name.empty() || v.outcome != to_word(o) || v.age_group.empty()) return false;
        return group == "children"
                   ? v.age_group == "child"
                   : v.age_group != "child" && v.sex == (group == "women" ? "f" : "m");
      });
      if (of > 0)
        by->emplace(
            group,
            Figure{more ? CountRange::at_least(of) : CountRange::exactly(of), {span, false}, {}});
    }
  }
}

std::optional<Outcome> names_heading(const Parsed& p) {
  const text::Sentence& s = *p.sentence;
  std::optional<Outcome> found;
  if (s.last - s.first > 2 && p.text->fold_of(s.last - 2) == "\xD9\x83\xD9\x84" &&
      p.text->fold_of(s.last - 1) == "\xD9\x85\xD9\x86")  // "the death of each of", then names
    for (const Term& t : p.terms)
      if (t.kind() == Kind::kOutcome)
        if (const auto o = outcome_of(p.id(t)); o && *o != Outcome::kCasualties) found = o;
  for (const Term& t : p.terms) {
    if (t.kind() != Kind::kOutcome || !t.sense->has(lexicon::kTagPerson | lexicon::kTagNoun))
      continue;
    for (uint32_t k = t.last; k < std::min(s.last, t.last + 3); ++k) {
      if (p.text->punct(k) != ':') continue;
      if (k + 1 < s.last && !p.text->tokens[k + 1].has(text::kNewline)) break;
      if (const auto o = outcome_of(p.id(t)); o && *o != Outcome::kCasualties) found = o;
    }
  }
  return found;
}

void add_victims(std::vector<Victim>& to, const std::vector<Victim>& from) {
  for (const Victim& v : from) {
    if (to.size() >= kMostVictims) return;
    const std::string key = fold(v.name.empty() ? v.family : v.name);
    const auto same = std::find_if(to.begin(), to.end(), [&](const Victim& o) {
      return o.name.empty() == v.name.empty() && fold(o.name.empty() ? o.family : o.name) == key;
    });
    if (same == to.end()) {
      to.push_back(v);
      continue;
    }
    if (!same->age && v.age) same->age = v.age, same->age_group = v.age_group;
    if (same->sex.empty()) same->sex = v.sex;
    if (same->role.empty()) same->role = v.role;
    if (v.outcome == "killed") same->outcome = v.outcome;  // died of wounds told before
  }
}

}  // namespace sijil::claims
