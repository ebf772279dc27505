// SPDX-License-Identifier: Apache-2.0
// Where: the places of a scene, sites before the areas that contain them.
#include <algorithm>

#include "claims/clause.hpp"

namespace sijil::claims {

using mentions::PlaceRole;

namespace {

class WhereReader : public Clause {
 public:
  using Clause::Clause;

  void run(Scene& s) {
    for (const PlaceName& p : p_.places) {
      if (p.first < s.first || p.last > s.last || p.role == PlaceRole::kSource) continue;
      PlaceMention m;
      m.at.span = p.span;
      m.name = std::string(p.span.of(text_.original));
      std::replace(m.name.begin(), m.name.end(), '_', ' ');  // of a hashtag
      m.site = p.role != PlaceRole::kArea;
      m.class_word = std::string(p.class_word);
      if (p.node != 0) m.place = std::to_string(p.node);  // the resolver replaces it by the id
      bool known = false;
      for (const PlaceMention& o : s.claim.where) known |= o.name == m.name;
      if (known) continue;
      if (m.site) s.area_only = false;
      s.claim.where.push_back(std::move(m));
    }
    std::stable_sort(s.claim.where.begin(), s.claim.where.end(),
                     [](const PlaceMention& a, const PlaceMention& b) { return a.site && !b.site; });
  }
};

}  // namespace

void read_where(const Parsed& parsed, Scene& scene) { WhereReader(parsed).run(scene); }

}  // namespace sijil::claims
