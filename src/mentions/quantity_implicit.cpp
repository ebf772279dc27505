// SPDX-License-Identifier: Apache-2.0
// Counts without a number: "a man", "the two of them", bare nouns, Arabic duals.
#include "mentions/quantity_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

bool QuantityFinder::vague(uint32_t i, Quantity& q) {
  const Term* v = term(i, Kind::kVague);
  if (v == nullptr) return false;
  const Vague word = vague_of(id(v));
  if (word == Vague::kNone) return false;
  // "a couple and their children": two people, but "a couple of days" some.
  if (word == Vague::kSeveral && v->last < last_ && text_.fold_of(v->last) != "of" &&
      text_.fold_of(v->last - 1) == "couple" && article(i, q))
    return true;
  if (word == Vague::kSome && v->last < last_ && !arabic(i) &&
      (text_.tokens[v->last].kind == TokenKind::kNumber || term(v->last, Kind::kNumber) != nullptr))
    return false;  // "some 300 fighters"
  if (word == Vague::kNumber && i > first_ && text_.fold_of(i - 1) == "the")
    return false;  // "the number of those killed"
  if (const Term* unit = term(v->last, Kind::kTime);
      unit != nullptr && id(unit).starts_with("unit."))
    return false;  // "a few hours"
  q.range = CountRange::vaguely(word);
  q.first = i;
  q.last = v->last;
  q.clitics = v->clitics;
  // "many of them children": a share of those told before
  if (text_.fold_of(v->last - 1) == "of" && v->last < last_ &&
      (text_.fold_of(v->last) == "them" || text_.fold_of(v->last) == "whom")) {
    q.partitive = true;
    q.last = v->last + 1;
    if (noun(q.last).counted == Counted::kPeople && noun(q.last).term != nullptr)
      q.last = noun(q.last).term->last;
    return true;
  }
  // "a number of deaths": the outcome's term is "number of deaths".
  if (const Term* o = v->last > i + 2 ? term(v->last - 2, Kind::kOutcome) : nullptr;
      o != nullptr && o->last > v->last && o->sense->has(lexicon::kTagNoun)) {
    q.noun = o->sense;
    q.counted = Counted::kVictims;
    q.last = o->last;
    return true;
  }
  head(q.last, q);
  if (other_things(q)) return false;
  // Arabic "and some losses of goods"
  if (arabic(i) && word == Vague::kSome && q.counted == Counted::kNothing && !q.others &&
      !q.partitive && !phrase_ends(q.last) && !is_min(text_.fold_of(q.last)))
    return false;
  // "of various levels": the vague word counts what follows, and that is nobody.
  if (q.counted == Counted::kNothing && !q.others && !q.partitive && q.last < last_ &&
      plain_noun(q.last))
    return false;
  return true;
}

// "killing him on the spot": the object of harm is a pronoun.
bool QuantityFinder::him(uint32_t i) const {
  const std::string_view f = text_.fold_of(i);
  if (f != "him" && f != "her" && f != "both") return false;
  if (!object_of_harm(i)) return false;
  if (i + 1 >= last_ || text_.tokens[i + 1].kind == TokenKind::kPunct) return true;
  static constexpr std::string_view kAfter[] = {
      "on",     "in",    "at",        "and",         "as",      "with",   "when", "while",
      "before", "after", "instantly", "immediately", "outside", "inside", "near", "dead"};
  return std::find(std::begin(kAfter), std::end(kAfter), text_.fold_of(i + 1)) != std::end(kAfter);
}

// "killing two reporters and their driver", "killed their teacher".
bool QuantityFinder::their_own(uint32_t i) const {
  const std::string_view f = text_.fold_of(i);
  return (f == "their" || f == "his" || f == "her" || f == "its") && i > first_ &&
         (text_.fold_of(i - 1) == "and" || text_.fold_of(i - 1) == "left" ||
          text_.fold_of(i - 1) == "leaving" || object_of_harm(i));
}

// English "a civilian", "another child".
bool QuantityFinder::article(uint32_t i, Quantity& q) {
  const std::string_view f = text_.fold_of(i);
  if (him(i)) {
    q.range = CountRange::exactly(f == "both" ? 2 : 1);
    q.first = i;
    q.last = i + 1;
    q.others = true;
    return true;
  }
  if (f != "a" && f != "an" && f != "another" && !their_own(i)) return false;
  Quantity trial;
  trial.range = CountRange::exactly(1);
  trial.first = i;
  trial.last = i + 1;
  head(i + 1, trial);
  // "a 70-year-old was killed"
  if (trial.noun == nullptr && i + 4 < last_ && text_.tokens[i + 1].kind == TokenKind::kNumber &&
      text_.fold_of(i + 2) == "year" && text_.fold_of(i + 3) == "old" &&
      (text_.fold_of(i + 4) == "was" || text_.fold_of(i + 4) == "died" || text_.punct(i + 4) != 0 ||
       text_.fold_of(i + 4) == "and")) {
    trial.last = i + 4;
    trial.others = true;
    q = trial;
    return true;
  }
  // "and a third was wounded"
  if (const Term* nth = f == "a" ? term(i + 1, Kind::kTime) : nullptr;
      nth != nullptr && id(nth).starts_with("ordinal.") && nth->last < last_ &&
      text_.fold_of(nth->last) == "was") {
    trial.last = nth->last;
    trial.others = true;
    trial.noun = nullptr;
    trial.counted = Counted::kNothing;
    q = trial;
    return true;
  }
  // "killed one person and injured another", "another was wounded"
  if (f == "another" && trial.noun == nullptr && i > first_ &&
      (text_.fold_of(i - 1) == "and" || term(i - 1, Kind::kOutcome) != nullptr) &&
      (i + 1 == last_ || text_.tokens[i + 1].kind == TokenKind::kPunct ||
       text_.fold_of(i + 1) == "was" || text_.fold_of(i + 1) == "in" ||
       term(i + 1, Kind::kOutcome) != nullptr)) {
    trial.others = true;
    q = trial;
    return true;
  }
  if (trial.noun == nullptr || !(singular(trial) || trial.noun->has(lexicon::kTagDual)))
    return false;
  if (trial.counted == Counted::kStrikes && !one_strike(*trial.noun)) return false;
  // "an exodus", "a detention": the act, no person.
  if (trial.counted == Counted::kVictims && !trial.noun->has(lexicon::kTagPerson)) {
    const std::string_view what = lex_.id_name(trial.noun->id);
    if (what != "killed" && what != "casualties") return false;
  }
  trial.others |= f == "another";
  if (trial.noun->has(lexicon::kTagDual)) trial.range = CountRange::exactly(2);  // "a couple"
  if (trial.counted == Counted::kPeople && lex_.id_name(trial.noun->id) == "family" &&
      !trial.noun->has(lexicon::kTagKin) && trial.last + 1 < last_ &&
      text_.fold_of(trial.last) == "of") {
    if (const auto n = parse_number(text_, lex_, trial.last + 1, last_)) {
      trial.range = CountRange::exactly(n->value);
      trial.last = n->last;
    }
  }
  q = trial;
  return true;
}

// "an airstrike" is one strike; "an attack", "an explosion" may be many.
// A drone told without a number may be one of many flights.
bool QuantityFinder::one_strike(const Sense& s) const {
  if (s.has(lexicon::kTagPlatform)) return false;
  const std::string& event = lex_.id_name(s.id);
  return event == "airstrike" || event == "drone";
}

bool QuantityFinder::singular(const Quantity& q) {
  return !q.noun->has(lexicon::kTagPl | lexicon::kTagDual) &&
         (q.noun->inflection == Inflection::kBase ||
          q.noun->inflection == Inflection::kAccusative ||
          q.noun->inflection == Inflection::kPronoun);
}

// "Wounded a third", "a ninth died later": one more; "both were killed": those told last.
bool QuantityFinder::one_more(uint32_t i, Quantity& q) {
  const std::string_view f = text_.fold_of(i);
  const bool both = f == "both";
  const Term* t = f == "a" || f == "an" ? term(i + 1, Kind::kTime) : nullptr;
  if (!both && (t == nullptr || !id(t).starts_with("ordinal."))) return false;
  const uint32_t end = both ? i + 1 : t->last;
  if (end >= last_ ? both : text_.fold_of(end) == "of" || noun(end).term != nullptr) return false;
  const std::string_view next = end < last_ ? text_.fold_of(end) : std::string_view{};
  const Term* harm = term(end, Kind::kOutcome);  // "died"; "both massacres" are none
  const bool befell = (harm != nullptr && next.ends_with("ed")) || next == "was" ||
                      next == "were" ||
                      (next.ends_with("ly") && term(end + 1, Kind::kOutcome) != nullptr);
  if (!befell && (both || ending(i, Kind::kOutcome) == nullptr)) return false;
  q.first = i;
  q.last = end;
  q.others = !both;
  q.range = CountRange::exactly(both ? 2 : 1);
  return true;
}

// Arabic "and wounded a third": one more.
bool QuantityFinder::third(uint32_t i, Quantity& q) {
  const Term* t = term(i, Kind::kTime);
  if (t == nullptr || !arabic(i) || (t->clitics & ~text::kAnd) != 0 ||
      !id(t).starts_with("ordinal.") || ending(i, Kind::kOutcome) == nullptr ||
      noun(t->last).term != nullptr || !phrase_ends(t->last))
    return false;
  const bool after_people = std::any_of(out_.begin(), out_.end(), [](const Quantity& o) {
    return o.counted == Counted::kPeople || o.counted == Counted::kVictims || o.others;
  });
  if (!after_people) return false;
  q.first = i;
  q.last = t->last;
  q.others = true;
  q.range = CountRange::exactly(1);
  return true;
}

// Arabic: the sentence, its part or a preposition at the token.
bool QuantityFinder::phrase_ends(uint32_t i) const {
  if (i >= last_ || text_.tokens[i].kind != TokenKind::kWord) return true;
  static constexpr std::string_view kBy = "\xD8\xA8";
  static constexpr std::string_view kWords[] = {
      "\xD9\x81\xD9\x8A", "\xD8\xAC\xD8\xB1\xD8\xA7\xD8\xA1", "\xD8\xA7\xD8\xAB\xD8\xB1",
      "\xD9\x86\xD8\xAA\xD9\x8A\xD8\xAC\xD9\x87", "\xD8\xAE\xD9\x84\xD8\xA7\xD9\x84"};
  const std::string_view f = text_.fold_of(i);
  return f.starts_with(kBy) ||
         std::find(std::begin(kWords), std::end(kWords), f) != std::end(kWords);
}

// "others" alone: some more of the same.
bool QuantityFinder::others(uint32_t i, Quantity& q) {
  if (third(i, q)) return true;
  const Term* c = term(i, Kind::kCue);
  // Arabic "one of them died": ahaduhum, ahaduhuma after the verb.
  static constexpr std::string_view kAhad = "\xD8\xA7\xD8\xAD\xD8\xAF\xD9\x87";
  if (c != nullptr && id(c) == "part" && text_.fold_of(i).starts_with(kAhad) &&
      ending(i, Kind::kOutcome) != nullptr && noun(c->last).term == nullptr) {
    q.first = i;
    q.last = c->last;
    q.partitive = true;
    q.range = CountRange::exactly(1);
    return true;
  }
  if (c == nullptr || id(c) != "others") return false;
  const std::string_view f = text_.fold_of(c->last - 1);
  if (!arabic(i) && f != "others") return false;  // "other regions"
  q.first = i;
  q.last = c->last;
  q.clitics = c->clitics;
  // Arabic "a raid on A and another on B": ukhra, before "on" or the verb.
  if (f.ends_with("\xD8\xA7\xD8\xAE\xD8\xB1\xD9\x8A") && (c->clitics & text::kAnd) &&
      q.last < last_ &&
      (text_.fold_of(q.last) == "\xD8\xB9\xD9\x84\xD9\x8A" ||
       term(q.last, Kind::kEvent) != nullptr)) {
    for (uint32_t k = i; k > first_; --k) {
      const Noun n = noun(k - 1);
      if (n.term == nullptr || (n.counted != Counted::kStrikes && n.counted != Counted::kMunitions))
        continue;
      q.counted = n.counted;
      q.noun = n.term->sense;
      q.range = CountRange::exactly(1);
      return true;
    }
    return false;
  }
  q.others = true;
  // Arabic "another one" is singular.
  bool one = arabic(i) && f.ends_with("\xD8\xA7\xD8\xAE\xD8\xB1");
  // "a girl died and another was wounded": after a verb in the feminine.
  one |= arabic(i) && i > first_ && c->last == i + 1 &&
         (f.ends_with("\xD8\xA7\xD8\xAE\xD8\xB1\xD9\x8A") ||
          f.ends_with("\xD8\xA7\xD8\xAE\xD8\xB1\xD9\x89")) &&
         ending(i, Kind::kOutcome) != nullptr && text_.fold_of(i - 1).ends_with("\xD8\xAA");
  q.range = one ? CountRange::exactly(1) : CountRange::vaguely(Vague::kSome);
  return true;
}

// "killed the mayor": one who might speak is here harmed.
bool QuantityFinder::object_of_harm(uint32_t i) const {
  // "the alleged", "the senior rebel"
  if (!arabic(i))
    for (uint32_t k = i; k > first_ && k + 4 > i; --k)
      if (text_.fold_of(k - 1) == "the") {
        i = k;
        break;
      }
  if (i > first_ && text_.fold_of(i - 1) == "the") --i;
  const Term* o = ending(i, Kind::kOutcome);
  return o != nullptr && !o->sense->has(lexicon::kTagPerson);
}

// "a poet and novelist": what one person was; "a woman and child" are two.
bool QuantityFinder::same_person(uint32_t i, const Quantity& q) const {
  if (out_.empty() || q.counted != Counted::kPeople || !singular(q) || i < first_ + 3 ||
      text_.fold_of(i - 1) != "and" || out_.back().last != i - 1)
    return false;
  const Quantity& before = out_.back();
  const std::string_view f = text_.fold_of(before.first);
  const auto trade = [&](const Sense& s) {
    return !s.has(lexicon::kTagKin) && s.has(lexicon::kTagAdult) &&
           !s.has(lexicon::kTagMale | lexicon::kTagFemale);
  };
  return before.counted == Counted::kPeople && (f == "a" || f == "an") && trade(*before.noun) &&
         trade(*q.noun);
}

// One who might speak does not where no word of speaking stands near.
bool QuantityFinder::silent(const Term& speaker) const {
  return std::none_of(terms_.begin(), terms_.end(), [&](const Term& t) {
    return t.kind() == Kind::kReporting && t.first + 5 >= speaker.first &&
           t.first <= speaker.last + 4;
  });
}

// A noun without a number.
bool QuantityFinder::bare(uint32_t i, Quantity& q) {
  const Noun n = noun(i);
  if (n.term == nullptr) return false;
  const Sense& s = *n.term->sense;
  // "the Iranian militias" are an actor, no count.
  // "two gunmen were killed" in Arabic, with the verb before them
  const bool joined = !out_.empty() && out_.back().last == i &&
                      out_.back().counted == Counted::kPeople && (n.term->clitics & text::kAnd);
  const bool struck =
      s.arabic && n.counted == Counted::kPeople && (joined || object_of_harm(i)) &&
      (s.has(lexicon::kTagDual | lexicon::kTagSg) || s.inflection == Inflection::kDual);
  for (const Term& a : terms_)
    if (((a.kind() == Kind::kActor && !struck && !a.sense->has(lexicon::kTagLoaded)) ||
         (a.kind() == Kind::kSpeaker && !object_of_harm(i) && !(s.arabic && silent(a)))) &&
        a.first <= n.term->first && n.term->last <= a.last)
      return false;
  // Arabic "a military man" is an adjective but after the word of harm.
  static constexpr std::string_view kMilitary = "\xD8\xB9\xD8\xB3\xD9\x83\xD8\xB1\xD9\x8A";
  if (s.arabic && !object_of_harm(i) && s.has(lexicon::kTagSg) &&
      text_.fold_of(n.term->last - 1).starts_with(kMilitary))
    return false;
  // Arabic "the father of the boy": one person.
  if (s.arabic && n.counted == Counted::kPeople && n.term->clitics == text::kThe && !out_.empty() &&
      out_.back().last == i && out_.back().implicit && out_.back().noun->has(lexicon::kTagKin)) {
    out_.back().last = n.term->last;
    return false;
  }
  // "12 soldiers and civilians", in the singular after a number above ten: one number of both.
  if (s.arabic && n.counted == Counted::kPeople && n.term->clitics == text::kAnd && !out_.empty() &&
      !out_.back().implicit &&
      (out_.back().counted == Counted::kPeople
           ? out_.back().last == i
           : out_.back().counted == Counted::kNothing && out_.back().last + 1 == i &&
                 text_.fold_of(i - 1).ends_with("\xD8\xA7")) &&
      out_.back().range.min > 10 && out_.back().range.max == out_.back().range.min &&
      !s.has(lexicon::kTagPl) && text_.fold_of(i).ends_with("\xD8\xA7")) {
    out_.back().last = n.term->last;
    out_.back().counted = Counted::kNothing;
    out_.back().noun = nullptr;
    out_.back().others = true;
    return false;
  }
  // "three of the members of her family": the family counts nobody.
  if (s.arabic && n.counted == Counted::kPeople && n.term->clitics == 0 && !out_.empty() &&
      out_.back().last == i && !out_.back().implicit && !s.has(lexicon::kTagKin) &&
      out_.back().counted == Counted::kPeople && lex_.id_name(s.id) == "family") {
    out_.back().last = n.term->last;
    return false;
  }
  // "two siblings, children": the same two.
  if (s.arabic && n.counted == Counted::kPeople && n.term->clitics == 0 && !out_.empty() &&
      out_.back().last == i && out_.back().implicit && out_.back().noun->has(lexicon::kTagKin) &&
      out_.back().range == CountRange::exactly(2) &&
      (s.has(lexicon::kTagDual) || s.inflection == Inflection::kDual)) {
    out_.back().noun = &s;
    out_.back().last = n.term->last;
    return false;
  }
  // "two children, siblings" without a comma: the same two.
  if (s.arabic && s.has(lexicon::kTagKin) && n.term->clitics == 0 && !out_.empty() &&
      out_.back().last == i && out_.back().counted == Counted::kPeople &&
      (s.has(lexicon::kTagDual | lexicon::kTagPl) || s.inflection == Inflection::kDual ||
       s.inflection == Inflection::kDualOrPlural)) {
    out_.back().last = n.term->last;
    return false;
  }
  q.noun = &s;
  q.counted = n.counted;
  q.first = i;
  q.last = n.term->last;
  q.implicit = true;
  q.clitics = n.term->clitics;
  if (s.arabic && n.counted == Counted::kPeople && lex_.id_name(s.id) == "family") {
    if (i > first_ && is_min(text_.fold_of(i - 1))) return false;  // "of one family"
    uint32_t k = q.last;
    if (k < last_ && !is_min(text_.fold_of(k))) ++k;  // "a whole family of six"
    if (k + 1 < last_ && is_min(text_.fold_of(k))) {
      if (const auto count = parse_number(text_, lex_, k + 1, last_)) {
        q.range = CountRange::exactly(count->value);
        q.last = count->last;
        if (q.last < last_ && noun(q.last).counted == Counted::kPeople)
          q.last = noun(q.last).term->last;
        return true;
      }
    }
    // "the death of a whole family": of people not counted.
    if (!s.has(lexicon::kTagKin | lexicon::kTagPl)) {
      q.definite = (n.term->clitics & text::kThe) != 0;
      q.range = CountRange::vaguely(Vague::kSome);
      return true;
    }
  }
  // "the woman's husband": one of the two.
  if (!s.arabic && n.counted == Counted::kPeople &&
      text_.tokens[n.term->last - 1].has(text::kPossessive))
    return false;
  // "members of the Salem family": one family, of people not counted.
  if (!s.arabic && n.counted == Counted::kPeople && lex_.id_name(s.id) == "family" && singular(q))
    return false;
  if (s.arabic) {
    q.definite = (n.term->clitics & text::kThe) != 0;
    if (n.counted == Counted::kTargets || n.counted == Counted::kPlaces) return false;
    if (s.has(lexicon::kTagDual) || s.inflection == Inflection::kDual) {
      q.range = CountRange::exactly(2);
    } else if (s.inflection == Inflection::kDualOrPlural) {
      // Sound plurals look like duals; nouns with a broken plural are tagged by their rows.
      q.range =
          s.has(lexicon::kTagWeak) ? CountRange::vaguely(Vague::kSome) : CountRange::exactly(2);
      if (q.definite) q.range = CountRange::vaguely(Vague::kSome);
    } else if (s.has(lexicon::kTagPl) || s.inflection == Inflection::kPlural) {
      q.range = CountRange::vaguely(Vague::kSome);
    } else {
      q.range = CountRange::exactly(1);
    }
    if (n.counted == Counted::kStrikes && q.range == CountRange::exactly(1) && !one_strike(s))
      return false;
    // A noun of an outcome is itself the act of it: "killing of", not a person.
    if (n.counted == Counted::kVictims && !s.has(lexicon::kTagPerson)) {
      if (!(s.has(lexicon::kTagPl) || s.inflection == Inflection::kPlural)) return false;
    }
    if (q.last < last_) {
      if (const Term* c = term(q.last, Kind::kCue);
          c != nullptr && id(c) == "others" && !(c->clitics & text::kAnd)) {
        q.others = true;
        q.last = c->last;
      }
    }
    return true;
  }
  if (n.counted != Counted::kPeople && n.counted != Counted::kVictims) return false;
  const std::string_view before = i > first_ ? text_.fold_of(i - 1) : std::string_view{};
  if (before == "of" && i > first_ + 1 && text_.fold_of(i - 2) == "rank") return false;
  if (before == "each" || before == "every" || before == "per" || before == "last") return false;
  q.definite = before == "the" || before == "this" || before == "that" || text_.fold_of(i) == "the";
  if (n.counted == Counted::kVictims && !s.has(lexicon::kTagPerson)) {
    if (s.inflection != Inflection::kPlural && !s.has(lexicon::kTagPl)) return false;
    q.definite |= q.last < last_ && text_.fold_of(q.last) == "of";  // "unintended deaths of"
    q.range = CountRange::vaguely(Vague::kSome);
    return true;
  }
  if (same_person(i, q)) return false;
  if (singular(q) && n.counted == Counted::kPeople) {
    // "civilian homes", "child soldiers": an attribute of what follows.
    if (q.last < last_ &&
        (term(q.last, Kind::kForce) != nullptr || term(q.last, Kind::kActor) != nullptr))
      return false;
    if (const Term* o = q.last < last_ ? term(q.last, Kind::kOutcome) : nullptr;
        o != nullptr && noun(q.last).term == nullptr && o->sense->has(lexicon::kTagNoun) &&
        !o->sense->has(lexicon::kTagVerb))
      return false;  // "civilian body count"
    // "terrorist twin explosions"
    if (q.last + 1 < last_ && term(q.last + 1, Kind::kEvent) != nullptr &&
        text_.tokens[q.last].kind == TokenKind::kWord && at(q.last).first == at(q.last).second &&
        !is_stop(text_.fold_of(q.last)) &&
        !term(q.last + 1, Kind::kEvent)->sense->has(lexicon::kTagVerb))
      return false;
    if (q.last < last_ && (noun(q.last).term != nullptr || term(q.last, Kind::kEvent) != nullptr)) {
      const Noun next = noun(q.last);
      if (next.term == nullptr || next.counted == Counted::kTargets ||
          next.counted == Counted::kStrikes)
        return false;
      // "Takfiri terrorists", "the lieutenant governor": the last noun is the head.
      if (next.counted == Counted::kPeople && !next.term->sense->has(lexicon::kTagVerb)) {
        q.noun = next.term->sense;
        q.last = next.term->last;
        q.range = singular(q) ? CountRange::exactly(1) : CountRange::vaguely(Vague::kSome);
        return true;
      }
      if (next.counted == Counted::kVictims && next.term->sense->has(lexicon::kTagVerb) == false) {
        Quantity trial = q;
        trial.group = &s;
        trial.noun = next.term->sense;
        trial.counted = Counted::kVictims;
        trial.last = next.term->last;
        trial.range = CountRange::vaguely(Vague::kSome);
        q = trial;
        return true;
      }
    }
    q.range = CountRange::exactly(1);
  } else {
    q.range = CountRange::vaguely(Vague::kSome);
    if (const int64_t ages = ages_after(q.last); ages > 1) {
      q.range = CountRange::exactly(ages);
      q.implicit = false;
    }
  }
  return true;
}

// "children aged four and 16": as many as ages are told.
int64_t QuantityFinder::ages_after(uint32_t i) const {
  if (i >= last_ || (text_.fold_of(i) != "aged" && text_.fold_of(i) != "ages")) return 0;
  int64_t n = 0;
  for (uint32_t k = i + 1; k < last_ && k < i + 10; ++k) {
    if (text_.punct(k) == ',' || text_.fold_of(k) == "and") continue;
    const auto age = parse_number(text_, lex_, k, k + 1);
    if (!age || age->value > 110) break;
    ++n;
  }
  return n;
}

}  // namespace sijil::mentions
