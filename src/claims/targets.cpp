// SPDX-License-Identifier: Apache-2.0
// What an attack hit: homes, hospitals, markets.
#include <algorithm>
#include <string_view>

#include "claims/clause.hpp"

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::span_of;

namespace {

class Targets : public Clause {
 public:
  using Clause::Clause;

  void read(Scene& s) {
    each(Kind::kTarget, s.first, s.last, [&](const Term& t) {
      if (!s.has_attack && !t.sense->has(lexicon::kTagStrong)) return;
      // Only what stands in the reach of an attack or damage word.
      bool reached = false;
      for (const Term& e : p_.terms) {
        if (e.first < s.first || e.last > s.last) continue;
        if (e.kind() == Kind::kEvent && !e.sense->has(lexicon::kTagPlatform)) {
          reached |= t.first >= e.last && t.first - e.last <= (t.sense->has(lexicon::kTagStrong) ? 24u : 14u);
          reached |= e.first >= t.last && e.first - t.last <= 6 && t.sense->has(lexicon::kTagStrong);
        }
      }
      for (const Quantity& q : p_.quantities)
        if (q.counted == Counted::kPeople && q.first <= t.first && t.last <= q.last) return;
      if (reached) add_tagged(s.claim.targets, std::string(base_of(p_.id(t))), span_of(text_, t));
    });
  }
};

}  // namespace

void read_targets(const Parsed& parsed, Scene& scene) { Targets(parsed).read(scene); }

}  // namespace sijil::claims
