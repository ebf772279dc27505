// SPDX-License-Identifier: Apache-2.0
// Where: the places of a scene, sites before the areas that contain them.
#include "claims/where.hpp"

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
      if (p.role != PlaceRole::kArea && has_site(s.claim) && in_context(s, p)) continue;
      PlaceMention m;
      m.at.span = p.span;
      m.name = std::string(p.span.of(text_.original));
      m.site = p.role != PlaceRole::kArea;
      m.class_word = std::string(p.class_word);
      // Beside "and" stand things of one kind: a member of a list does not contain the others.
      if ((m.class_word.empty() || m.class_word == "city" || m.class_word == "street") && m.site &&
          in_list(i))
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
  // "Fighting on the fronts of X amid attempts to take Y": a site was told before the word that
  // leads over to what else goes on.
  [[nodiscard]] bool in_context(const Scene& s, const PlaceName& place) const {
    const PlaceMention& site = s.claim.where.front();
    bool found = false;
    each(lexicon::Kind::kCue, s.first, place.first, [&](const Term& t) {
      found |= p_.id(t) == "context" && text_.tokens[t.first].begin >= site.at.span.end;
    });
    return found;
  }
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
  [[nodiscard]] bool place_word(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kPlaceWord && t.sense->arabic == 0 && t.first <= token &&
             token < t.last;
    });
  }
  [[nodiscard]] bool in_list(size_t i) const {
    const auto told = [](const PlaceName& p) { return p.role != PlaceRole::kArea; };
    const auto& all = p_.places;
    size_t before = i, after = i + 1;
    while (before > 0 && !told(all[before - 1])) --before;
    while (after < all.size() && !told(all[after])) ++after;
    return (before > 0 && listed(all[before - 1], all[i])) ||
           (after < all.size() && listed(all[i], all[after]));
  }
  [[nodiscard]] bool of_area(uint32_t token) const {
    return std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
      return p.role == PlaceRole::kArea && p.first <= token && token < p.last;
    });
  }
  [[nodiscard]] bool listed(const PlaceName& a, const PlaceName& b) const {
    constexpr uint32_t kGap = 9;
    if (a.role == PlaceRole::kSource || b.role == PlaceRole::kSource || b.within_previous ||
        b.first < a.last || b.first - a.last > kGap)
      return false;
    bool joined = false;
    for (uint32_t k = a.last; k < b.first; ++k) {
      const std::string_view f = text_.fold_of(k);
      joined |= f == "and" || f == "\xD9\x88";
      if (f == "," || f == "and" || f == "\xD9\x88") continue;
      // "in the city of A and in the town of B", "A city and the B district", "A and the C suburb
      // of B"
      const bool small =
          f == "in" || f == "on" || f == "at" || f == "near" || f == "the" || f == "of";
      if (!small && !place_word(k) && !of_area(k)) return false;
    }
    if (b.first - a.last > 2 && !joined) return false;
    // Arabic "and" is a letter of the next word.
    return b.first > a.last || b.span.begin > text_.tokens[b.first].begin;
  }
};

bool small_area(const PlaceMention& m, const lexicon::Lexicon& lexicon) {
  if (m.place.empty() || m.class_word == "countryside" || m.class_word == "governorate")
    return false;
  bool small = false;
  for (const auto& s : lexicon.senses(static_cast<uint32_t>(std::stoul(m.place)))) {
    if (s.kind != lexicon::Kind::kPlace) continue;
    const auto cls = lexicon.gazetteer().places()[static_cast<size_t>(s.value)].cls;
    if (cls <= lexicon::PlaceClass::kGovernorate) return false;
    small |= cls <= lexicon::PlaceClass::kSubdistrict;
  }
  return small;
}

// Where no site is told the districts are the sites.
bool name_site(std::vector<PlaceMention>& where, const lexicon::Lexicon& lexicon) {
  if (std::any_of(where.begin(), where.end(), [](const PlaceMention& m) { return m.site; }))
    return false;
  bool named = false;
  for (PlaceMention& m : where) named |= m.site = small_area(m, lexicon);
  return named;
}

}  // namespace

void lend_where(const Parsed& parsed, const Scene& detail, Scene& told) {
  constexpr std::ptrdiff_t kMost = 3;
  Claim& c = told.claim;
  if (c.kind == ClaimKind::kCumulative || has_site(c)) return;
  if (!parsed.has(lexicon::Kind::kEvent) && !parsed.has(lexicon::Kind::kOutcome)) return;
  std::vector<PlaceMention> where = detail.claim.where;
  name_site(where, *parsed.lexicon);
  const auto is_site = [](const PlaceMention& m) { return m.site; };
  const auto sites = std::count_if(where.begin(), where.end(), is_site);
  if (sites == 0 || sites > kMost) return;
  for (const PlaceMention& m : where)
    if (m.site) c.where.push_back(m);
  sites_first(c);
  told.area_only = false;
  c.rules.push_back("place.of_passage");
}

void settle_where(Scene& told, const lexicon::Lexicon& lexicon) {
  Claim& c = told.claim;
  if (c.kind != ClaimKind::kIncident || has_site(c) || !name_site(c.where, lexicon)) return;
  sites_first(c);
  c.rules.push_back("place.district");
}

void read_where(const Parsed& parsed, Scene& scene) { WhereReader(parsed).run(scene); }

}  // namespace sijil::claims
