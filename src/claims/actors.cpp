// SPDX-License-Identifier: Apache-2.0
// Who is said to have done it, told apart from those hit, held or speaking.
#include <algorithm>
#include <string_view>

#include "claims/clause.hpp"

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::span_of;

namespace {

class Actors : public Clause {
 public:
  using Clause::Clause;

  void read(Scene& s) {
    const auto& terms = p_.terms;
    for (size_t i = 0; i < terms.size(); ++i) {
      const Term& t = terms[i];
      if (t.kind() != Kind::kActor || t.first < s.first || t.last > s.last) continue;
      const std::string& id = p_.id(t);
      if (t.sense->has(lexicon::kTagMedia)) continue;
      uint32_t end = t.last;
      if (t.sense->has(lexicon::kTagAdj)) {
        // An adjective of origin names an actor only beside a force or an attack.
        const Term* beside = nullptr;
        for (const Term& o : terms) {
          if (o.first < s.first || o.last > s.last) continue;
          const bool force = o.kind() == Kind::kForce || (o.kind() == Kind::kEvent && p_.id(o) != "ground_op");
          if (!force) continue;
          if (t.sense->arabic ? (o.last == t.first || (o.last + 1 == t.first)) : (o.first == t.last || o.first == t.last + 1)) beside = &o;
        }
        if (beside == nullptr) continue;
        end = std::max(end, beside->last);
      }
      if (victim_or_target(t, s) || generic_force(id)) continue;
      if (!t.sense->arabic && !agent(t, s)) continue;
      bool known = false;
      for (const ActorMention& a : s.claim.actors) known |= a.id == id;
      if (known) continue;
      ActorMention a;
      a.id = id;
      a.at.span = span_of(text_, t);
      (void)end;
      a.name = std::string(a.at.span.of(text_.original));
      if (cue("alleged", s.first, s.last) != nullptr) a.certainty = Certainty::kAlleged;
      s.claim.actors.push_back(std::move(a));
    }
  }

 private:
  // "the army", "militia": some force, told without whose.
  [[nodiscard]] static bool generic_force(std::string_view id) {
    return id == "other.army" || id == "other.militia" || id == "other.police";
  }

  // English: the one who acts stands before an attack word, after "by", or on either side of a clash.
  [[nodiscard]] bool agent(const Term& t, const Scene& s) const {
    if (t.sense->has(lexicon::kTagState)) {
      // A country acts only as the subject of an attack verb or after "by".
      if (t.clitics == text::kLostApostrophe || text_.tokens[t.last - 1].has(text::kPossessive)) return false;
      if (t.first > s.first && text_.fold_of(t.first - 1) == "by") return true;
      if (t.first > s.first) {
        const std::string_view f = text_.fold_of(t.first - 1);
        if (f == "in" || f == "of" || f == "to" || f == "into" || f == "from" || f == "on" || f == "across") return false;
      }
      for (const Term& e : p_.terms)
        if (e.kind() == Kind::kEvent && e.sense->has(lexicon::kTagVerb) && e.first >= t.last && e.first - t.last <= 2) return true;
      return false;
    }
    for (const Term& e : p_.terms) {
      if (e.first < s.first || e.last > s.last) continue;
      if (e.kind() == Kind::kOutcome && e.sense->has(lexicon::kTagVerb) && !e.sense->has(lexicon::kTagPassive) && e.first >= t.last &&
          e.first - t.last <= 6 && clear(t.last, e.first))
        return true;
      if (e.kind() != Kind::kEvent) continue;
      if (p_.id(e) == "ground_op" && (e.first > t.last ? e.first - t.last : t.first - std::min(t.first, e.last)) <= 12) return true;
      if (e.first >= t.last && e.first - t.last <= 9 && clear(t.last, e.first)) return true;
      if (e.first < t.last && e.last > t.first) return true;  // "regime warplanes"
    }
    for (uint32_t k = t.first; k > s.first && k + 8 > t.first; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "by" || f == "from" || f == "hands") return true;
      if (text_.punct(k - 1) == ',' || text_.punct(k - 1) == ';') break;
    }
    return false;
  }
  [[nodiscard]] bool clear(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to; ++k) {
      const std::string_view f = text_.fold_of(k);
      const char c = text_.punct(k);
      if (c == ';' || c == '.' || f == "against" || f == "that" || f == "said" || f == "who") return false;
    }
    return true;
  }

  // Actors named as those hit, held or speaking.
  [[nodiscard]] bool victim_or_target(const Term& t, const Scene& s) const {
    // Part of a count of people: "11 Daesh militants were killed".
    for (const Quantity& q : p_.quantities)
      if (q.counted == Counted::kPeople && q.first <= t.first && t.last <= q.last && q.first < t.first) return true;
    if (!t.sense->arabic && t.first > s.first) {
      // "23 ISIS (Daesh) militants", "anti-ISIS", "held by the YPG"
      if (text_.tokens[t.first].has(text::kHyphen) && text_.fold_of(t.first - 1) == "anti") return true;
      uint32_t k = t.first;
      while (k > s.first && k + 4 > t.first && (text_.punct(k - 1) == '(' || text_.fold_of(k - 1) == "the" || text_.fold_of(k - 1) == "so" ||
                                                 text_.fold_of(k - 1) == "called" || of_actor(k - 1)))
        --k;
      if (k > s.first && text_.tokens[k - 1].kind == text::TokenKind::kNumber) return true;
      if (k > s.first + 1 && text_.fold_of(k - 1) == "by") {
        const std::string_view v = text_.fold_of(k - 2);
        if (v == "held" || v == "controlled" || v == "seized" || v == "captured" || v == "run" || v == "ruled" || v == "backed") return true;
      }
    }
    const Term* next = nullptr;
    const Term* prev = nullptr;
    for (const Term& o : p_.terms) {
      if (o.first < s.first || o.last > s.last || &o == &t) continue;
      if (o.first == t.last && next == nullptr && o.kind() != Kind::kPlace) next = &o;
      if (o.last == t.first) prev = &o;
    }
    // "regime positions", "ISIS headquarters", "a Nusra commander"
    if (next != nullptr && (next->kind() == Kind::kTarget)) return true;
    if (next != nullptr && next->kind() == Kind::kReporting) return true;
    if (prev != nullptr && prev->kind() == Kind::kTarget && t.sense->arabic && !(t.clitics & (text::kAnd | text::kBy))) return true;
    if (!t.sense->arabic) {
      // "against the so-called X", "headquarters of the X"
      for (uint32_t k = t.first; k > s.first && k + 5 > t.first; --k) {
        const std::string_view f = text_.fold_of(k - 1);
        if (f == "against" || f == "targeting" || f == "targeted") return true;
        if (f == "of" && k > s.first + 1) {
          for (const Term& o : p_.terms)
            if (o.last == k - 1 && o.kind() == Kind::kTarget) return true;
        }
        if (text_.punct(k - 1) != 0 || f == "by" || f == "and") break;
      }
    }
    if (t.first > s.first) {
      const std::string_view f = text_.fold_of(t.first - 1);
      if (f == "against" || f == "on" || f == "near" || f == "over" || f == "held" || f == "controlled") return true;
      if (t.last < s.last && text_.tokens[t.last].has(text::kHyphen)) {
        const std::string_view n = text_.fold_of(t.last);
        if (n == "held" || n == "controlled" || n == "occupied" || n == "run") return true;
      }
      if (t.last < s.last) {
        const std::string_view n = text_.fold_of(t.last);
        if (n == "held" || n == "controlled") return true;
      }
      // Arabic "on the positions of", "against".
      if (f == "\xD8\xB9\xD9\x84\xD9\x8A" || f == "\xD8\xB6\xD8\xAF") return true;
    }
    return false;
  }
};

}  // namespace

void read_actors(const Parsed& parsed, Scene& scene) { Actors(parsed).read(scene); }

}  // namespace sijil::claims
