// SPDX-License-Identifier: Apache-2.0
// Where: the places of a scene, sites before the areas that contain them.
#include "claims/clause.hpp"
#include "claims/same_event.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace sijil::claims {

using mentions::PlaceRole;

namespace {

class WhereReader : public Clause {
 public:
  using Clause::Clause;

  void run(Scene& s) {
    std::set<std::string> named;
    for (size_t i = 0; i < p_.places.size(); ++i) {
      const PlaceName& p = p_.places[i];
      if (p.first < s.first || p.last > s.last || p.role == PlaceRole::kSource || taken_to(p))
        continue;
      PlaceMention m;
      m.at.span = p.span;
      m.name = std::string(p.span.of(text_.original));
      m.site = p.role != PlaceRole::kArea;
      m.class_word = std::string(p.class_word);
      // Beside "and" stand things of one kind: a member of a list does not contain the others.
      if ((m.class_word.empty() || m.class_word == "city") && m.site &&
          ((i > 0 && listed(p_.places[i - 1], p)) ||
           (i + 1 < p_.places.size() && listed(p, p_.places[i + 1]))))
        m.class_word = "town";
      if (p.node != 0) m.place = std::to_string(p.node);  // the resolver replaces it by the id
      if (!named.insert(m.name).second) continue;
      m.key = place_key(m.name);
      if (m.site) s.area_only = false;
      s.claim.where.push_back(std::move(m));
    }
    sites_first(s.claim);
    if (s.claim.where.empty()) s.same_place = refers_back(s.first, s.last);
  }

 private:
  // "rushed to a hospital in X": where the hurt were brought, not where it happened.
  [[nodiscard]] bool taken_to(const PlaceName& place) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kCue && t.last <= place.first &&
             place.first - t.last <= 4 && p_.id(t) == "evacuation";
    });
  }
  // "in the town", "of the same city"; Arabic: a settlement word with its article.
  [[nodiscard]] bool refers_back(uint32_t from, uint32_t to) const {
    for (const Term& t : p_.terms) {
      if (t.kind() != lexicon::Kind::kPlaceWord || t.first < from + 1 || t.last > to) continue;
      if (!is_settlement(p_.id(t))) continue;
      if (t.clitics & text::kThe) return true;
      const std::string_view before = text_.fold_of(t.first - 1);
      if ((before == "the" || before == "same") && t.last - t.first == 1 &&
          (t.last >= to || text_.fold_of(t.last) != "of"))
        return true;
    }
    return false;
  }
  [[nodiscard]] bool settlement_word(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kPlaceWord && t.sense->arabic == 0 && t.first <= token &&
             token < t.last && is_settlement(p_.id(t));
    });
  }
  [[nodiscard]] bool listed(const PlaceName& a, const PlaceName& b) const {
    if (a.role == PlaceRole::kSource || b.role != PlaceRole::kSite || a.role == PlaceRole::kArea ||
        b.within_previous || b.first < a.last || b.first - a.last > 7)
      return false;
    bool joined = false;
    for (uint32_t k = a.last; k < b.first; ++k) {
      const std::string_view f = text_.fold_of(k);
      joined |= f == "and" || f == "\xD9\x88";
      if (f == "," || f == "and" || f == "\xD9\x88") continue;
      // "in the city of A and in the town of B", "A city and the B district"
      const bool small =
          f == "in" || f == "on" || f == "at" || f == "near" || f == "the" || f == "of";
      if (!small && !settlement_word(k)) return false;
    }
    if (b.first - a.last > 2 && !joined) return false;
    // Arabic "and" is a letter of the next word.
    return b.first > a.last || b.span.begin > text_.tokens[b.first].begin;
  }
};

}  // namespace

void read_where(const Parsed& parsed, Scene& scene) { WhereReader(parsed).run(scene); }

}  // namespace sijil::claims
