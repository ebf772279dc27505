// SPDX-License-Identifier: Apache-2.0
// Who is said to have done it, told apart from those hit, held or speaking.
#include "claims/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::span_of;

namespace {

constexpr uint32_t kChoiceReach = 14;  // tokens from "by" to the last of those who may have done it

class Actors : public Clause {
 public:
  using Clause::Clause;

  void read(Scene& s) {
    const auto& terms = p_.terms;
    for (size_t i = 0; i < terms.size(); ++i) {
      const Term& t = terms[i];
      const bool men = men_of(t);
      if ((t.kind() != Kind::kActor && !men) || t.first < s.first || t.last > s.last) continue;
      const std::string& id = men ? p_.lexicon->id_name(t.sense->arg) : p_.id(t);
      if (!acts(t, s)) continue;
      bool known = false;
      for (const ActorMention& a : s.claim.actors) known |= a.id == id;
      if (known) continue;
      s.claim.actors.push_back(mention(t));
      if (cue("alleged", s.first, s.last) != nullptr)
        s.claim.actors.back().certainty = Certainty::kAlleged;
    }
    // "The Russian defence ministry said its bombers ...": the party that speaks.
    each(Kind::kSpeaker, s.first, s.last, [&](const Term& t) {
      if (t.sense->arabic || t.sense->arg == 0 || !its_own(t.last, s)) return;
      ActorMention a = mention(t);
      a.id = p_.lexicon->id_name(t.sense->arg);
      if (std::none_of(s.claim.actors.begin(), s.claim.actors.end(),
                       [&](const ActorMention& b) { return b.id == a.id; }))
        s.claim.actors.push_back(std::move(a));
    });
    proxies(s.claim);
  }

  // "It was unclear whether the raids were carried out by Syrian or Russian warplanes", "by either
  // the army or its ally Russia": all who may have done it.
  [[nodiscard]] std::vector<ActorMention> suspected() const {
    if (p_.sentence->script != text::Script::kLatin) return {};
    bool unknown = false, told = false;
    uint32_t by = p_.sentence->last;
    for (uint32_t k = p_.sentence->first + 1; k < p_.sentence->last; ++k) {
      const std::string_view f = text_.fold_of(k), before = text_.fold_of(k - 1);
      unknown |= f == "whether" || (f == "either" && before == "by");
      if ((unknown && f == "by") || (f == "either" && before == "by") || f == "behind") {
        by = k;
        told = unknown;
        break;
      }
    }
    if (!told) return {};
    std::vector<ActorMention> out;
    bool choice = false;
    for (uint32_t k = by; k < p_.sentence->last && k < by + kChoiceReach; ++k)
      choice |= text_.fold_of(k) == "or";
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kActor || t.first < by || t.first > by + kChoiceReach ||
          t.sense->has(lexicon::kTagMedia) || generic_force(p_.id(t)) || opposed(t))
        continue;
      if (std::any_of(out.begin(), out.end(),
                      [&](const ActorMention& a) { return a.id == p_.id(t); }))
        continue;
      out.push_back(mention(t));
      out.back().certainty = Certainty::kAlleged;
    }
    return choice ? out : std::vector<ActorMention>{};
  }

  [[nodiscard]] std::vector<ActorMention> blamed() const {
    std::vector<ActorMention> out;
    Scene s;
    s.first = p_.sentence->first;
    s.last = p_.sentence->last;
    for (const Term& t : p_.terms) {
      if (t.kind() == Kind::kCue && (p_.id(t).starts_with("negation") || p_.id(t) == "denial"))
        return {};
      if (t.kind() != Kind::kActor || arabic(t) || t.sense->has(lexicon::kTagMedia) ||
          generic_force(p_.id(t)))
        continue;
      if (t.sense->has(lexicon::kTagLocal) && named_before(t, s)) continue;
      const bool said = blamed(phrase_begin(t, s), phrase_end(t, s));
      if (t.sense->has(lexicon::kTagAdj) ? !predicate(t, s) && !(said && beside_force(t)) : !said)
        continue;
      out.push_back(mention(t));
      out.back().certainty = Certainty::kAlleged;
    }
    return out;
  }

 private:
  [[nodiscard]] ActorMention mention(const Term& t) const {
    ActorMention a;
    a.id = men_of(t) ? p_.lexicon->id_name(t.sense->arg) : p_.id(t);
    a.local = t.sense->has(lexicon::kTagLocal);
    a.at.span = span_of(text_, t);
    a.name = std::string(a.at.span.of(text_.original));
    return a;
  }

  // "Turkish forces and allied factions", "the occupation and its mercenaries": whose they are is
  // told by who is named beside them.
  static void proxies(Claim& c) {
    const auto of = [&](std::string_view patron) {
      return std::any_of(c.actors.begin(), c.actors.end(),
                         [&](const ActorMention& a) { return base_of(a.id) == patron; });
    };
    const std::string_view id = of("turkey") ? "sna" : of("iran_militias") ? "iran_militias" : "";
    const bool known = !id.empty() && of(id);
    for (ActorMention& a : c.actors)
      if (a.id == "other.proxy" && !id.empty() && !known) a.id = id;
    std::erase_if(c.actors, [](const ActorMention& a) { return a.id == "other.proxy"; });
  }

  // Read by Arabic grammar: so is a Latin name in an Arabic sentence.
  [[nodiscard]] bool arabic(const Term& t) const {
    return t.sense->arabic != 0 || p_.sentence->script == text::Script::kArabic;
  }

  [[nodiscard]] bool beside_force(const Term& t) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.first == t.last &&
             (o.kind() == Kind::kForce || o.kind() == Kind::kActor ||
              (o.kind() == Kind::kEvent && o.sense->has(lexicon::kTagPlatform)));
    });
  }

  // "SDF fighters", known as a phrase: those of a party.
  [[nodiscard]] static bool men_of(const Term& t) {
    return t.kind() == Kind::kPeople && !t.sense->arabic && t.sense->arg != 0;
  }

  // Whether an actor's name stands for who did it.
  [[nodiscard]] bool acts(const Term& t, const Scene& s) const {
    if (t.sense->has(lexicon::kTagMedia)) return false;
    if (const Term* other = joined_to(t, s)) return acts(*other, s);
    if (t.sense->has(lexicon::kTagAdj)) {
      // An adjective of origin names an actor only beside a force or an attack.
      const Term* beside = nullptr;
      for (const Term& o : p_.terms) {
        if (o.first < s.first || o.last > s.last) continue;
        const bool force = o.kind() == Kind::kForce || o.kind() == Kind::kWeapon ||
                           (o.kind() == Kind::kEvent && p_.id(o) != "ground_op");
        if (!force) continue;
        if (t.sense->arabic ? (o.last == t.first || (o.last + 1 == t.first))
                            : (o.first == t.last || o.first == t.last + 1 ||
                               (o.first == t.first && o.last > t.last)))
          beside = &o;
      }
      if (beside == nullptr &&
          (t.sense->arabic || !(predicate(t, s) || makes(t, s) || its_own(t.last, s))))
        return false;
    }
    const std::string_view id = men_of(t) ? p_.lexicon->id_name(t.sense->arg) : p_.id(t);
    if (!t.sense->arabic && id == "opposition" && beside_name(t)) return false;
    if (generic_force(id) || (t.sense->has(lexicon::kTagLocal) && named_before(t, s))) return false;
    return arabic(t) ? !victim_or_target(t, s) : agent(t, s);
  }

  // "Russian or Syrian regime warplanes": what an adjective before "and" or "or" stands before.
  [[nodiscard]] const Term* joined_to(const Term& t, const Scene& s) const {
    if (t.sense->arabic || !t.sense->has(lexicon::kTagAdj) || t.last + 1 >= s.last) return nullptr;
    const std::string_view f = text_.fold_of(t.last);
    if (f != "and" && f != "or" && f != "&") return nullptr;
    const Term* found = nullptr;
    for (const Term& o : p_.terms)
      if (o.kind() == Kind::kActor && o.first == t.last + 1 && o.last <= s.last &&
          (found == nullptr || o.last > found->last))
        found = &o;
    return found;
  }

  // "the army", "militia": some force, told without whose.
  [[nodiscard]] static bool generic_force(std::string_view id) {
    return id == "other.militia" || id == "other.police";
  }

  // "rebel group Ahrar al-Sham", "Nusra Front terrorists": a label of a force that is named.
  [[nodiscard]] bool beside_name(const Term& t) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      if (o.kind() != Kind::kActor || p_.id(o) == "opposition" ||
          o.sense->has(lexicon::kTagAdj | lexicon::kTagState | lexicon::kTagLocal))
        return false;
      const bool after = o.first >= t.last && o.first - t.last <= 1,
                 before = t.first >= o.last && t.first - o.last <= 2;
      return after || before || (o.first <= t.first && t.last < o.last) ||
             (o.first < t.first && t.last <= o.last);
    });
  }

  // "the Sudanese army", "Serb soldiers": the name before says whose they are.
  [[nodiscard]] bool named_before(const Term& t, const Scene& s) const {
    if (t.sense->arabic || t.first == s.first) return false;
    const text::Token& before = text_.tokens[t.first - 1];
    if (of_actor(t.first - 1)) return true;
    return before.kind == text::TokenKind::kWord && before.has(text::kUpperInitial) &&
           !before.has(text::kAllCaps) && t.first - 1 > s.first &&
           text_.fold_of(t.first - 1) != "the";
  }

  // English. Who acts is told by grammar: after "by", before the noun of an attack ("regime
  // airstrikes"), as the subject of an attack verb, on either side of a clash, or joined by "and"
  // to one who does.
  [[nodiscard]] bool agent(const Term& t, const Scene& s) const {
    if (opposed(t)) return held(t) && launched_from(t.first);  // "fired from X-held territory"
    for (const Quantity& q : p_.quantities)
      if (q.counted == Counted::kPeople && q.first < t.first && t.last <= q.last)
        // "two ISIS bombers blew up"; "30 soldiers and 39 rebels were killed in the fighting"
        return (!object_of_verb(q.first) && attacks(q.last, s)) || both_sides(s);
    uint32_t begin = phrase_begin(t, s);
    const uint32_t end = phrase_end(t, s);
    std::string_view before = begin > s.first ? text_.fold_of(begin - 1) : std::string_view{};
    if (before == "of" && begin >= s.first + 2) {
      // "guerrillas of the FMLN", "members of X"
      for (const Term& o : p_.terms)
        if (o.last == begin - 1 &&
            (o.kind() == Kind::kPeople || o.kind() == Kind::kForce || o.kind() == Kind::kActor)) {
          begin = o.first;
          before = begin > s.first ? text_.fold_of(begin - 1) : std::string_view{};
          break;
        }
    }
    if (struck_things(end)) return false;  // "hit 63 ISIS targets"
    // "23 ISIS (Daesh) militants", "30 members of X"; not "17 June 2016 Russian air strikes ..."
    if (begin > s.first && is_number(begin - 1) && !dated(begin - 1)) return attacks(end, s);
    if (blamed(begin, end)) return true;
    if (object_of_verb(begin) || ally(begin, s)) return false;
    if (t.sense->has(lexicon::kTagAdj) && predicate(t, s)) return true;
    if (before == "by" || before == "hands") return by_phrase(begin, s);
    if (qualifies_attack(t, end, s)) return true;
    if ((before == "between" || before == "with" || before == "against") && clash_near(begin, s))
      return true;
    if (before == "between" && event_before(begin - 1, s))
      return true;  // "mutual shelling between"
    if (before == "and" || before == "&" || before == "," || before == "or") {
      const Term* joined = ending_before(begin - 1, s);
      if (joined != nullptr && agent(*joined, s)) return true;
    }
    if (t.sense->has(lexicon::kTagState)) before = before_direction(begin, s);
    static constexpr std::array<std::string_view, 19> kOblique = {
        "on",     "against", "in",        "of",       "between",   "with", "near",
        "over",   "to",      "across",    "from",     "for",       "at",   "than",
        "inside", "into",    "targeting", "targeted", "throughout"};
    if (std::find(kOblique.begin(), kOblique.end(), before) != kOblique.end()) return false;
    if (t.sense->has(lexicon::kTagState)) {
      // A country acts only right before its verb: "Israel struck", "Russia carried out".
      if (text_.tokens[t.last - 1].has(text::kPossessive) || t.clitics == text::kLostApostrophe)
        return end > t.last && (subject(end, s) || its_own(end, s));  // "Syria's army shelled"
      return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& v) {
        const bool verb = v.kind() == Kind::kEvent
                              ? v.sense->has(lexicon::kTagVerb) || carries_out(v, end)
                              : v.kind() == Kind::kOutcome && v.first <= end + 1;
        return verb && text_.punct(end) == 0 && v.first >= end && v.last <= s.last &&
               v.first - end <= (v.sense->has(lexicon::kTagVerb) ? 2u : 7u) && !passive(v, end) &&
               clear(end, v.first);
      });
    }
    return subject(end, s) || its_own(end, s);
  }

  // A word for what was hit right behind a name: "ISIS targets", "rebel positions".
  [[nodiscard]] bool struck_things(uint32_t end) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(),
                       [&](const Term& o) {
                         return o.kind() == Kind::kTarget && o.first == end &&
                                !o.sense->has(lexicon::kTagPerson);
                       }) ||
           word(end) == "targets" || word(end) == "sites";
  }
  [[nodiscard]] bool dated(uint32_t token) const {
    return std::any_of(p_.dates.begin(), p_.dates.end(), [&](const mentions::DateMention& d) {
      return d.first <= token && token < d.last;
    });
  }
  [[nodiscard]] bool is_number(uint32_t token) const {
    return text_.tokens[token].kind == text::TokenKind::kNumber ||
           std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
             return o.kind() == Kind::kNumber && o.first <= token && token < o.last;
           });
  }

  // The word before a country and its part of the compass: "in northern Syria" is a place.
  [[nodiscard]] std::string_view before_direction(uint32_t begin, const Scene& s) const {
    uint32_t k = begin;
    const auto direction = [&](uint32_t at) {
      return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
        return o.first == at && o.last == at + 1 && o.kind() == Kind::kPlaceWord &&
               p_.id(o) == "direction";
      });
    };
    while (k > s.first && k + 4 > begin && (direction(k - 1) || text_.fold_of(k - 1) == "and")) --k;
    return k > s.first ? text_.fold_of(k - 1) : std::string_view{};
  }

  [[nodiscard]] static bool is_auxiliary(std::string_view f) {
    return f == "was" || f == "were" || f == "are" || f == "is" || f == "been" || f == "being" ||
           f == "be" || f == "have" || f == "has" || f == "had";
  }
  // The token before `begin` is an attack or outcome verb: what follows is its object.
  [[nodiscard]] bool object_of_verb(uint32_t begin) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.last == begin && (o.kind() == Kind::kEvent || o.kind() == Kind::kOutcome) &&
             o.sense->has(lexicon::kTagVerb) && o.sense->inflection != lexicon::Inflection::kGerund;
    });
  }
  // "the army, backed by X": who helps is not said to have done it.
  [[nodiscard]] bool ally(uint32_t begin, const Scene& s) const { return helper(begin, s.first); }
  [[nodiscard]] bool helper(uint32_t begin, uint32_t from) const {
    for (uint32_t k = begin; k > from + 1 && k + 5 > begin; --k) {
      const std::string_view f = text_.fold_of(k - 1), g = text_.fold_of(k - 2);
      if ((f == "to" || f == "with") &&
          (g == "affiliated" || g == "loyal" || g == "allied" || g == "linked" || g == "close"))
        return true;
      if (f == "by" && (g == "backed" || g == "supported" || g == "assisted" || g == "aided"))
        return true;
    }
    return false;
  }

  // "the anti-ISIS campaign", "ISIS-held".
  [[nodiscard]] bool opposed(const Term& t) const {
    if (t.first > 0 && text_.tokens[t.first].has(text::kHyphen)) {
      const std::string_view f = text_.fold_of(t.first - 1);
      if (f == "anti" || f == "pro") return true;
    }
    if (t.last >= text_.tokens.size() || !text_.tokens[t.last].has(text::kHyphen)) return false;
    const std::string_view f = text_.fold_of(t.last);
    return f == "held" || f == "controlled" || f == "occupied" || f == "run" || f == "backed" ||
           f == "dominated";
  }

  // "X-held", "X-controlled".
  [[nodiscard]] bool held(const Term& t) const {
    if (t.last >= text_.tokens.size()) return false;
    const std::string_view f = text_.fold_of(t.last);
    return f == "held" || f == "controlled" || f == "occupied" || f == "run";
  }

  // The name with its article, adjectives and quotes before it.
  [[nodiscard]] uint32_t phrase_begin(const Term& t, const Scene& s) const {
    uint32_t k = t.first;
    while (k > s.first && k + 4 > t.first) {
      const text::Token& w = text_.tokens[k - 1];
      const std::string_view f = text_.fold_of(k - 1);
      const bool quote = text_.punct(k - 1) == '"' || text_.punct(k - 1) == '(';
      const bool plain = w.kind == text::TokenKind::kWord && w.readings == 0 && !is_preposition(f);
      if (f != "the" && f != "a" && f != "an" && !quote && !plain && !adjective_at(k - 1) &&
          f != "so" && f != "called")
        break;
      --k;
    }
    return k;
  }
  [[nodiscard]] static bool is_preposition(std::string_view f) {
    static constexpr std::array<std::string_view, 26> kWords = {
        "by",   "on",      "of",      "in",    "and",  "or",    "with",  "from", "to",
        "at",   "between", "against", "for",   "near", "where", "which", "who",  "that",
        "when", "while",   "as",      "after", "into", "than",  "said",  "its"};
    return std::find(kWords.begin(), kWords.end(), f) != kWords.end();
  }
  [[nodiscard]] bool adjective_at(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.first == token && o.last == token + 1 && o.kind() == Kind::kActor &&
             o.sense->has(lexicon::kTagAdj);
    });
  }
  // The end of the name with the force, the fighters or the bracketed short name after it.
  [[nodiscard]] uint32_t phrase_end(const Term& t, const Scene& s) const {
    uint32_t end = t.last;
    for (bool grew = true; grew && end < s.last;) {
      grew = false;
      if (text_.punct(end) == '(' || text_.punct(end) == ')' || text_.punct(end) == '"') {
        ++end;
        grew = true;
        continue;
      }
      for (const Term& o : p_.terms) {
        if (o.first != end || o.last > s.last) continue;
        const bool people = o.kind() == Kind::kPeople && base_of(p_.id(o)) == "combatants";
        if (o.kind() == Kind::kForce || o.kind() == Kind::kActor || people) {
          end = o.last;
          grew = true;
          break;
        }
      }
    }
    return end;
  }
  // The actor whose phrase ends at `token`, or null.
  [[nodiscard]] const Term* ending_before(uint32_t token, const Scene& s) const {
    for (const Term& o : p_.terms)
      if (o.kind() == Kind::kActor && o.last <= token && o.first >= s.first &&
          phrase_end(o, s) == token)
        return &o;
    return nullptr;
  }

  // "... killed by X", "airstrikes by X", "carried out by X"; not "held by X", "backed by X".
  [[nodiscard]] bool by_phrase(uint32_t begin, const Scene& s) const {
    static constexpr std::array<std::string_view, 16> kOther = {
        "held",      "controlled", "seized",   "captured",  "run",       "ruled",
        "backed",    "led",        "claimed",  "announced", "supported", "reported",
        "published", "besieged",   "occupied", "said"};
    if (begin >= s.first + 2) {
      const std::string_view verb = text_.fold_of(begin - 2);
      if (std::find(kOther.begin(), kOther.end(), verb) != kOther.end())
        return launched_from(begin - 2);
      if (of_something_else(begin - 2)) return false;
    }
    const uint32_t from = begin > s.first + 18 ? begin - 18 : s.first;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& e) {
      return e.first >= from && e.last < begin &&
             (e.kind() == Kind::kEvent || e.kind() == Kind::kOutcome || e.kind() == Kind::kWeapon);
    });
  }

  // "A truce brokered by X": the participle tells of no attack.
  [[nodiscard]] bool of_something_else(uint32_t verb) const {
    static constexpr std::array<std::string_view, 20> kDone = {
        "conducted", "launched", "fired",    "dropped",   "planted",   "perpetrated", "committed",
        "staged",    "mounted",  "waged",    "caused",    "inflicted", "used",        "unleashed",
        "detonated", "laid",     "emplaced", "delivered", "started",   "orchestrated"};
    if (!text_.fold_of(verb).ends_with("ed") || one_of(text_.fold_of(verb), kDone)) return false;
    return std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.first <= verb && verb < o.last &&
             (o.kind() == Kind::kEvent || o.kind() == Kind::kOutcome || o.kind() == Kind::kWeapon ||
              o.kind() == Kind::kTarget);
    });
  }

  // "fired from the hills held by X": who holds the place of launch.
  [[nodiscard]] bool launched_from(uint32_t held) const {
    static constexpr std::array<std::string_view, 1> kFrom = {"from"};
    static constexpr std::array<std::string_view, 3> kFired = {"fired", "launched", "shelled"};
    constexpr uint32_t kReach = 9;
    return shortly_before(held, kReach, kFrom) && shortly_before(held, kReach, kFired);
  }

  // "regime airstrikes", "the Turkish army's artillery fire", "Russian and Syrian raids".
  [[nodiscard]] bool qualifies_attack(const Term& t, uint32_t end, const Scene& s) const {
    // A name that ends in the attack: "regime airstrikes".
    for (const Term& e : p_.terms)
      if (e.kind() == Kind::kEvent && e.first >= t.first &&
          (e.last <= end || (e.first == t.first && e.last > t.last)))
        return !e.sense->has(lexicon::kTagPlatform) || subject(end, s);
    if (t.sense->has(lexicon::kTagState) && !text_.tokens[t.last - 1].has(text::kPossessive) &&
        t.clitics != text::kLostApostrophe)
      return false;
    if (word(end).starts_with("operation")) return true;  // "killed in army operations"
    bool weapon = false;                                  // "Russian artillery", "an S-300 missile"
    for (uint32_t k = end; k < s.last && k < end + 5; ++k) {
      const Term* noun = nullptr;
      bool qualifier = false;
      for (const Term& o : p_.terms) {
        if (o.first != k) continue;
        if (o.kind() == Kind::kEvent && (!o.sense->has(lexicon::kTagVerb) ||
                                         o.sense->inflection == lexicon::Inflection::kGerund))
          noun = &o;
        weapon |= o.kind() == Kind::kWeapon && !text_.tokens[o.first].has(text::kPossessive);
        qualifier |= o.kind() == Kind::kWeapon || o.kind() == Kind::kForce ||
                     (o.kind() == Kind::kActor && o.sense->has(lexicon::kTagAdj));
      }
      if (noun != nullptr && !noun->sense->has(lexicon::kTagPlatform)) return true;
      if (noun != nullptr) {
        // "regime warplanes" acts when it is the subject, or when nothing else follows.
        return subject(noun->last, s);
      }
      const text::Token& w = text_.tokens[k];
      const bool joint = text_.fold_of(k) == "and" || text_.fold_of(k) == "&";
      const bool plain = w.kind == text::TokenKind::kWord &&
                         (w.readings == 0 || text_.fold_of(k) == "-") &&
                         !is_preposition(text_.fold_of(k)) && !is_auxiliary(text_.fold_of(k));
      if (!qualifier && !joint && !plain) return weapon;
      // "Russian and Assad regime airstrikes": on to the other name.
      if (joint) {
        for (const Term& o : p_.terms)
          if (o.kind() == Kind::kActor && (o.first == k + 1 || o.first == k + 2))
            return qualifies_attack(o, phrase_end(o, s), s);
        return weapon;
      }
    }
    return weapon;
  }

  // "a Russian S-300 missile": an adjective of origin before a weapon, with a name between.
  [[nodiscard]] bool makes(const Term& t, const Scene& s) const {
    return qualifies_attack(t, phrase_end(t, s), s);
  }

  // "the planes were Russian", "jets thought to be Russian"
  [[nodiscard]] bool predicate(const Term& t, const Scene& s) const {
    if (t.first < s.first + 2) return false;
    const std::string_view be = text_.fold_of(t.first - 1);
    uint32_t noun = t.first - 1;
    if (be == "be" && t.first >= s.first + 4 && text_.fold_of(t.first - 2) == "to")
      noun = t.first - 3;  // "warplanes believed to be Russian"
    else if (be != "was" && be != "were" && be != "are" && be != "is")
      return false;
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.last == noun && o.first >= s.first &&
             (o.kind() == Kind::kEvent || o.kind() == Kind::kWeapon);
    });
  }

  // "blamed X", "attributed the raid to X", "laid by X", "came from X", "X claimed responsibility":
  // said to have done it, in whatever words the attack itself is told.
  [[nodiscard]] bool blamed(uint32_t begin, uint32_t end) const {
    return blamed_before(begin, end) || owns_up(end);
  }
  template <size_t N>
  [[nodiscard]] static bool one_of(std::string_view f,
                                   const std::array<std::string_view, N>& list) {
    return std::find(list.begin(), list.end(), f) != list.end();
  }
  [[nodiscard]] std::string_view word(uint32_t i) const {
    return i < p_.sentence->last ? text_.fold_of(i) : std::string_view{};
  }
  // Whether one of some words stands in the `reach` tokens before token `at`, in the same clause.
  template <size_t N>
  [[nodiscard]] bool shortly_before(uint32_t at, uint32_t reach,
                                    const std::array<std::string_view, N>& list) const {
    for (uint32_t k = at; k > p_.sentence->first && k + reach > at; --k) {
      if (one_of(text_.fold_of(k - 1), list)) return true;
      if (text_.punct(k - 1) != 0) return false;
    }
    return false;
  }
  [[nodiscard]] bool blamed_before(uint32_t begin, uint32_t end) const {
    static constexpr std::array<std::string_view, 9> kBlame = {"blame",    "blamed",   "blames",
                                                               "blaming",  "accused",  "accuses",
                                                               "accusing", "suspects", "suspected"};
    static constexpr std::array<std::string_view, 8> kTo = {"attributed", "attributes", "points",
                                                            "pointed",    "point",      "attribute",
                                                            "traced",     "ascribed"};
    static constexpr std::array<std::string_view, 4> kOn = {"blamed", "blame", "pinned", "laid"};
    static constexpr std::array<std::string_view, 9> kBy = {"planted",   "laid",        "placed",
                                                            "carried",   "staged",      "fired",
                                                            "committed", "perpetrated", "mounted"};
    static constexpr std::array<std::string_view, 2> kFinger = {"finger", "fingers"};
    static constexpr std::array<std::string_view, 3> kCame = {"came", "comes", "come"};
    static constexpr std::array<std::string_view, 3> kHeld = {"held", "holds", "holding"};
    if (begin <= p_.sentence->first) return false;
    const std::string_view before = text_.fold_of(begin - 1);
    const uint32_t at = begin - 1;
    if (one_of(before, kBlame)) return true;
    if (before == "to") return shortly_before(at, 5, kTo);
    if (before == "on") return shortly_before(at, 4, kOn);
    if (before == "at") return shortly_before(at, 3, kFinger);
    if (before == "by") return shortly_before(at, 3, kBy);
    if (before == "from") return shortly_before(at, 1, kCame);
    return one_of(before, kHeld) && word(end) == "responsible";
  }
  [[nodiscard]] bool owns_up(uint32_t end) const {
    static constexpr std::array<std::string_view, 4> kBe = {"was", "were", "is", "are"};
    for (uint32_t k = end; k < end + 3; ++k) {
      if (one_of(word(k), kBe) && word(k + 1) == "behind") return true;
      if (word(k) != "claimed" && word(k) != "claims") continue;
      if (word(k + 1) == "responsibility") return true;
      // "has claimed Thursday's ambush"
      const bool act = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& e) {
        if (e.kind() != Kind::kEvent || e.first <= k || e.first - k > 4 ||
            e.sense->has(lexicon::kTagPlatform))
          return false;
        return !e.sense->has(lexicon::kTagVerb) ||
               text_.tokens[e.first - 1].has(text::kPossessive) || word(e.first - 1) == "the";
      });
      if (act) return true;
    }
    return false;
  }

  [[nodiscard]] bool clash_near(uint32_t begin, const Scene& s) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& e) {
      if (e.kind() != Kind::kEvent || p_.id(e) != "ground_op" || e.first < s.first ||
          e.last > s.last)
        return false;
      // "Clashes against" has two sides, "an offensive against" one.
      const std::string_view f = text_.fold_of(e.last - 1);
      if (begin > s.first && text_.fold_of(begin - 1) == "against" && !f.starts_with("clash") &&
          !f.starts_with("fight") && !f.starts_with("battle") && !f.starts_with("fought"))
        return false;
      return e.last <= begin ? begin - e.last <= 8 : e.first - begin <= 8;
    });
  }

  // Those who fell in a fight on two sides killed each other.
  [[nodiscard]] bool both_sides(const Scene& s) const {
    static constexpr std::array<std::string_view, 4> kMutual = {"clash", "fight", "battl",
                                                                "fought"};
    const bool mutual = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& e) {
      const std::string_view f = text_.fold_of(e.last - 1);
      return e.kind() == Kind::kEvent && p_.id(e) == "ground_op" && e.first >= s.first &&
             e.last <= s.last && std::any_of(kMutual.begin(), kMutual.end(), [&](auto stem) {
               return f.starts_with(stem);
             });
    });
    std::string_view first;
    for (const Quantity& q : p_.quantities) {
      if (q.counted != Counted::kPeople || q.first < s.first || q.last > s.last) continue;
      for (const Term& t : p_.terms) {
        if ((t.kind() != Kind::kActor && !men_of(t)) || t.sense->has(lexicon::kTagAdj) ||
            t.first < q.first || t.last > q.last)
          continue;
        const std::string_view id = men_of(t) ? p_.lexicon->id_name(t.sense->arg) : p_.id(t);
        if (first.empty()) first = id;
        if (mutual && first != id) return true;
      }
    }
    return false;
  }

  // "The ministry of X said its bombers had destroyed ...": what is the speaker's own acts.
  [[nodiscard]] bool its_own(uint32_t end, const Scene& s) const {
    const bool says = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.kind() == Kind::kReporting && o.first >= end && o.first - end <= 3;
    });
    if (!says) return false;
    for (uint32_t k = end; k + 1 < s.last; ++k) {
      if (text_.fold_of(k) != "its" && text_.fold_of(k) != "their") continue;
      for (const Term& o : p_.terms) {
        const bool force = o.kind() == Kind::kForce || o.kind() == Kind::kWeapon ||
                           (o.kind() == Kind::kEvent && o.sense->has(lexicon::kTagPlatform)) ||
                           (o.kind() == Kind::kPeople && base_of(p_.id(o)) == "combatants") ||
                           (o.kind() == Kind::kActor && o.sense->has(lexicon::kTagLocal));
        if (force && o.first > k && o.first - k <= 2 && subject(o.last, s)) return true;
      }
    }
    return false;
  }

  // An attack told by a noun shortly before a token.
  [[nodiscard]] bool event_before(uint32_t token, const Scene& s) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& e) {
      return e.kind() == Kind::kEvent && !e.sense->has(lexicon::kTagPlatform) &&
             e.first >= s.first && e.last <= token && token - e.last <= 3;
    });
  }

  // Whether an attack verb, or an outcome verb told actively, has its subject end at `end`.
  [[nodiscard]] bool subject(uint32_t end, const Scene& s) const {
    // "the massacre which X committed": what was done stands before.
    if (const std::string_view f = word(end); f == "committed" || f == "perpetrated") return true;
    if ((takes_ground(end) && counts_people(s.claim)) || operates(end)) return true;
    for (const Term& v : p_.terms) {
      if (v.first < end || v.last > s.last) continue;
      if (v.first - end > 14) break;
      const bool attack =
          progressive(v) || (v.kind() == Kind::kEvent && v.sense->has(lexicon::kTagVerb)) ||
          ((v.kind() == Kind::kEvent || v.kind() == Kind::kWeapon) && carries_out(v, end));
      const bool outcome = v.kind() == Kind::kOutcome && v.sense->has(lexicon::kTagVerb) &&
                           !v.sense->has(lexicon::kTagPassive | lexicon::kTagNoun);
      if (!attack && !outcome) continue;
      if (v.sense->inflection == lexicon::Inflection::kGerund && v.first - end > 6) continue;
      return !passive(v, end) && clear(end, v.first);
    }
    return false;
  }
  // "Rebels captured the town", "IS overran a base", "took control of".
  [[nodiscard]] bool takes_ground(uint32_t end) const {
    static constexpr std::array<std::string_view, 8> kTake = {
        "captured", "seized", "overran", "retook", "recaptured", "regained", "stormed", "took"};
    const std::string_view f = word(end);
    if (!one_of(f, kTake)) return false;
    if (f != "took" && f != "regained") return text_.fold_of(end + 1) != "by";
    return word(end + 1) == "control" || word(end + 1) == "over" || f == "regained";
  }
  // "An army unit carried out a special operation".
  [[nodiscard]] bool operates(uint32_t end) const {
    static constexpr std::array<std::string_view, 6> kCarry = {"carried",  "launched", "conducted",
                                                               "executed", "mounted",  "staged"};
    if (!one_of(word(end), kCarry)) return false;
    for (uint32_t k = end + 1; k < p_.sentence->last && k < end + 6; ++k)
      if (text_.fold_of(k).starts_with("operation")) return true;
    return false;
  }
  // "carried out airstrikes", "launched an attack", "conducted raids", "fired rockets".
  [[nodiscard]] bool carries_out(const Term& noun, uint32_t from) const {
    static constexpr std::array<std::string_view, 42> kVerbs = {
        "continues",   "continue", "continuing", "intensifies", "escalates", "resumes",
        "renews",      "persists", "rained",     "hurled",      "threw",     "lobbed",
        "drop",        "dropping", "flew",       "planted",     "carried",   "carry",
        "carries",     "launched", "launch",     "launching",   "conducted", "conduct",
        "fired",       "fires",    "firing",     "staged",      "mounted",   "executed",
        "intensified", "stepped",  "escalated",  "resumed",     "continued", "renewed",
        "used",        "dropped",  "waged",      "committed",   "performed"};
    for (uint32_t k = noun.first; k > from && k + 7 > noun.first; --k)
      if (std::find(kVerbs.begin(), kVerbs.end(), text_.fold_of(k - 1)) != kVerbs.end())
        return true;
    return false;
  }
  // "were hit", "have been killed": told passively.
  // "have been bombing", "are shelling": a word that is a noun as well, behind a form of "to be".
  [[nodiscard]] bool progressive(const Term& v) const {
    return v.kind() == Kind::kEvent && v.first > p_.sentence->first && v.last == v.first + 1 &&
           text_.fold_of(v.first).ends_with("ing") && is_auxiliary(text_.fold_of(v.first - 1));
  }
  [[nodiscard]] bool passive(const Term& v, uint32_t from) const {
    if (progressive(v)) return false;
    if (v.sense->inflection == lexicon::Inflection::kGerund ||
        v.sense->inflection == lexicon::Inflection::kThird)
      return false;
    for (uint32_t k = v.first; k > from && k + 4 > v.first; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "to") return false;  // "was able to kill"
      // "are carrying out raids"
      if (f.ends_with("ing") && k > from + 1 && is_auxiliary(text_.fold_of(k - 2))) return false;
      if (f == "was" || f == "were" || f == "been" || f == "being" || f == "are" || f == "is" ||
          f == "be")
        return true;
      if (text_.punct(k - 1) != 0) break;
    }
    if (v.last < text_.tokens.size() && text_.fold_of(v.last) == "by") return true;
    if (v.kind() != Kind::kOutcome || v.sense->inflection == lexicon::Inflection::kGerund)
      return false;
    // "Dozens of insurgents killed in ...": a participle that has nobody after it.
    return std::none_of(p_.quantities.begin(), p_.quantities.end(), [&](const Quantity& q) {
      return q.first >= v.last && q.first - v.last <= 2 &&
             (q.counted <= Counted::kVictims || q.counted == Counted::kNothing);
    });
  }
  // Whether the next verb after `end` tells of an attack of which it is the subject.
  [[nodiscard]] bool attacks(uint32_t end, const Scene& s) const {
    for (const Term& v : p_.terms) {
      if (v.first < end || v.last > s.last ||
          (v.kind() != Kind::kOutcome &&
           (v.kind() != Kind::kEvent || !v.sense->has(lexicon::kTagVerb))))
        continue;
      return v.kind() == Kind::kEvent && v.first - end <= 6 && !passive(v, end) &&
             clear(end, v.first);
    }
    return false;
  }
  // Nothing between a subject and its verb that gives the verb another subject.
  [[nodiscard]] bool clear(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k) {
      const std::string_view f = text_.fold_of(k);
      const char c = text_.punct(k);
      if (c == ';' || c == '.' || c == ':' || f == "against" || f == "said" || f == "says" ||
          f == "when" || f == "while" || f == "after" || f == "as" || f == "before" ||
          f == "until" || f == "because")
        return false;
      // "SDF forces are stationed in the town, leaving ...": another predicate stands between.
      if ((f == "are" || f == "is" || f == "was" || f == "were") && to - k > 3) return false;
    }
    return std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      if (o.first < from || o.last > to) return false;
      if (o.kind() == Kind::kReporting) return true;
      if (o.kind() != Kind::kActor || o.sense->has(lexicon::kTagAdj) || o.first == from)
        return false;
      const std::string_view f = text_.fold_of(o.first - 1);
      return !is_preposition(f) && f != "the" && f != "its" && f != "their" && f != "allied" &&
             text_.punct(o.first - 1) != '(' && text_.punct(o.first - 1) != '"' &&
             !helper(o.first, from);
    });
  }

  // An Arabic verb of attack right before the name.
  [[nodiscard]] bool verb_before(const Term& t) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& o) {
      return o.last == t.first && o.kind() == Kind::kEvent && o.sense->has(lexicon::kTagVerb);
    });
  }
  // Arabic: a name counts as the one who acts unless it is told as hit, held or speaking.
  [[nodiscard]] bool victim_or_target(const Term& t, const Scene& s) const {
    for (const Quantity& q : p_.quantities)
      if (q.counted == Counted::kPeople && q.first < t.first && t.last <= q.last) return true;
    for (const Term& o : p_.terms) {
      if (o.first < s.first || o.last > s.last || &o == &t) continue;
      if (o.first == t.last && o.kind() == Kind::kReporting) return true;
      // "attacked X a checkpoint" has its subject after the verb.
      if (o.first == t.last && o.kind() == Kind::kTarget && !verb_before(t)) return true;
      // "positions of X"
      if (o.last == t.first && o.kind() == Kind::kTarget && !(t.clitics & (text::kAnd | text::kBy)))
        return true;
    }
    if (t.first == s.first) return false;
    for (const Term& o : p_.terms) {
      if (o.last != t.first || o.first < s.first) continue;
      // "under the control of X", "the dead of X"; what is joined to such a name by wa- is told
      // alike.
      if (o.kind() == Kind::kCue && p_.id(o) == "holder" && !(t.clitics & text::kAnd)) return true;
      if (o.kind() == Kind::kActor && (t.clitics & text::kAnd) && o.first < t.first)
        return victim_or_target(o, s);
    }
    const std::string_view f = text_.fold_of(t.first - 1);
    return f == "\xD8\xB9\xD9\x84\xD9\x8A" || f == "\xD8\xB6\xD8\xAF";  // on, against
  }
};

}  // namespace

void read_actors(const Parsed& parsed, Scene& scene) { Actors(parsed).read(scene); }

std::vector<ActorMention> suspected_in(const Parsed& parsed) { return Actors(parsed).suspected(); }

std::vector<ActorMention> blamed_in(const Parsed& parsed) { return Actors(parsed).blamed(); }

}  // namespace sijil::claims
