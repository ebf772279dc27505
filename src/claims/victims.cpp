// SPDX-License-Identifier: Apache-2.0
// Persons told by name and age, with what befell them. A name counts only when an outcome word of its
// clause takes it: speakers and officials are no victims.
#include <algorithm>
#include <string>

#include "claims/clause.hpp"

namespace sijil::claims {

using lexicon::Kind;
using text::TokenKind;

namespace {

class Victims : public Clause {
 public:
  using Clause::Clause;

  // "Huda Saleh Karim, 45, was seriously injured", "killing Huda Saleh Karim, 45,".
  void read(Scene& s) const {
    for (uint32_t i = s.first; i + 3 < s.last; ++i) {
      uint32_t end = i;
      while (end < s.last && end - i < 6 && capital(end)) ++end;
      if (end - i < 2) continue;
      if (end + 1 < s.last && (text_.punct(end) == ',' || text_.punct(end) == '(') && text_.tokens[end + 1].kind == TokenKind::kNumber)
        add(s, i, end);
      i = end - 1;
    }
  }

 private:
  [[nodiscard]] bool capital(uint32_t k) const {
    return text_.tokens[k].kind == TokenKind::kWord && text_.tokens[k].script == text::Script::kLatin && text_.tokens[k].has(text::kUpperInitial);
  }

  void add(Scene& s, uint32_t first, uint32_t end) const {
    const std::string digits(text_.fold_of(end + 1));
    const bool whole = !digits.empty() && digits.size() <= 2 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    const char shut = end + 2 < s.last ? text_.punct(end + 2) : '.';
    const bool known = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.first < end && t.last > first && (t.kind() == Kind::kSpeaker || t.kind() == Kind::kActor);
    });
    if (!whole || known || (shut != ',' && shut != ')' && shut != '.')) return;
    const Term* befell = outcome(s, first, end + 2);
    if (befell == nullptr) return;
    Victim v;
    const Span span{text_.tokens[first].begin, text_.tokens[end - 1].end};
    v.name = std::string(span.of(text_.original));
    v.age = std::stoi(digits);
    v.age_group = *v.age < 18 ? "child" : *v.age < 65 ? "adult" : "elder";
    v.outcome = std::string(base_of(p_.id(*befell)));
    v.at.span = span;
    s.claim.victims.push_back(std::move(v));
  }

  // A passive after the age, or an active word just before the name.
  [[nodiscard]] const Term* outcome(const Scene& s, uint32_t first, uint32_t after) const {
    for (const Term& t : p_.terms) {
      if (t.kind() != Kind::kOutcome || t.first < s.first || t.last > s.last) continue;
      const std::string_view id = base_of(p_.id(t));
      if (id != "killed" && id != "injured") continue;
      if (t.last <= first && first == t.last && t.sense->has(lexicon::kTagVerb)) return &t;
      if (t.first > after && t.first - after <= 4 && passive(after, t.first)) return &t;
    }
    return nullptr;
  }
  [[nodiscard]] bool passive(uint32_t from, uint32_t to) const {
    for (uint32_t k = from; k < to && k <= from + 1; ++k)
      if (text_.fold_of(k) == "was") return true;
    return false;
  }
};

}  // namespace

void read_victims(const Parsed& parsed, Scene& scene) { Victims(parsed).read(scene); }

}  // namespace sijil::claims
