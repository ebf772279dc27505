// SPDX-License-Identifier: Apache-2.0
#include "claims/statement.hpp"

#include <algorithm>
#include <utility>

namespace sijil::claims {

using lexicon::Kind;
using mentions::DateUse;
using mentions::PlaceRole;
using mentions::span_of;

namespace {

bool has_harm(const Parsed& p) {
  return std::any_of(p.terms.begin(), p.terms.end(), [](const Term& t) { return t.kind() == Kind::kOutcome; });
}

}  // namespace

std::optional<Stated> read_statement(const Parsed& p) {
  const text::Text& text = *p.text;
  const Term* kind = nullptr;
  bool event_fact = false;
  for (const Term& t : p.terms) {
    if (t.kind() == Kind::kReporting) {
      const std::string& id = p.id(t);
      if ((id == "called" || id == "condemned" || id == "denied") && kind == nullptr) kind = &t;
    }
    if (t.kind() == Kind::kCue && (p.id(t) == "call" || p.id(t) == "denial" || p.id(t) == "threat") && kind == nullptr) kind = &t;
  }
  for (const auto& q : p.quantities)
    event_fact |= !q.implicit && (q.counted == mentions::Counted::kPeople || q.counted == mentions::Counted::kVictims || q.counted == mentions::Counted::kStrikes);
  for (const auto& pl : p.places) event_fact |= pl.role == PlaceRole::kSite && !p.dates.empty();
  if (kind == nullptr) return std::nullopt;
  const std::string& id = p.id(*kind);
  Statement st;
  st.kind = id == "condemned" ? "condemnation" : id == "denied" || id == "denial" ? "denial" : id == "threat" ? "threat" : "call";
  const bool facts = event_fact && (st.kind == "condemnation" || (st.kind == "call" && has_harm(p)));
  for (const Term& t : p.terms)
    if (t.kind() == Kind::kSpeaker && t.first < kind->first) st.speaker = std::string(span_of(text, t).of(text.original));
  for (const Term& t : p.terms)
    if (t.kind() == Kind::kActor && t.first < kind->first && st.actor.empty() && !t.sense->has(lexicon::kTagAdj)) st.actor = p.id(t);
  for (const auto& d : p.dates)
    if (d.range && d.use == DateUse::kPoint) st.date = d.range;
  st.at.span = {text.tokens[p.sentence->first].begin, text.tokens[p.sentence->last - 1].end};
  return Stated{std::move(st), facts};
}

}  // namespace sijil::claims
