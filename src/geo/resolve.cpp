// SPDX-License-Identifier: Apache-2.0
#include "geo/resolve.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace sijil::geo {

using lexicon::Gazetteer;
using lexicon::Lexicon;
using lexicon::PlaceClass;

namespace {

// "Homs" beside one of its quarters or villages is what contains them, though elsewhere the city
// hit.
bool governorate_name(const Lexicon& lex, const PlaceMention& m) {
  const auto list = lex.places_of(m.place);
  return std::any_of(list.begin(), list.end(), [&](int32_t i) {
    return lex.gazetteer().places()[static_cast<size_t>(i)].cls <= PlaceClass::kGovernorate;
  });
}

// Seats of districts and larger cities.
bool city_name(const Lexicon& lex, const PlaceMention& m) {
  const auto list = lex.places_of(m.place);
  return std::any_of(list.begin(), list.end(), [&](int32_t i) {
    const auto cls = lex.gazetteer().places()[static_cast<size_t>(i)].cls;
    return cls == PlaceClass::kCity || cls == PlaceClass::kDistrict;
  });
}

bool building(const PlaceMention& m) {
  return m.class_word == "landmark" || m.class_word == "street";
}
bool settlement_class(const PlaceMention& m) {
  return m.class_word == "village" || m.class_word == "town" || m.class_word == "neighbourhood" ||
         m.class_word == "camp";
}

void settle_roles(const Lexicon& lex, Claim& c) {
  std::vector<bool> wide(c.where.size()), told_area(c.where.size());
  bool finer = false;
  const auto sites =
      std::count_if(c.where.begin(), c.where.end(), [](const PlaceMention& m) { return m.site; });
  for (size_t i = 0; i < c.where.size(); ++i) {
    const PlaceMention& m = c.where[i];
    wide[i] = m.site && !settlement_class(m) && governorate_name(lex, m);
    // A building or a street lies in the town that was hit.
    finer |= m.site && !wide[i] && !building(m);
    // Told as an area, though it stood for the place of the event while nothing finer was known;
    // "west of X" is where it was if nothing finer is.
    told_area[i] = m.site && (m.class_word == "countryside" || m.class_word == "governorate" ||
                              (m.class_word == "direction" && sites > 1));
  }
  // In one incident a city or district told beside a village of it is where the village lies.
  if (c.kind == ClaimKind::kIncident && c.where.size() <= 16)
    for (size_t i = 0; i < c.where.size(); ++i) {
      const PlaceMention& m = c.where[i];
      if (!m.site || wide[i] || settlement_class(m)) continue;
      wide[i] = std::any_of(c.where.begin(), c.where.end(), [&](const PlaceMention& o) {
        if (&o == &m || !o.site || building(o)) return false;
        return (lex.name_contains(m.place, o.place) && !lex.name_contains(o.place, m.place)) ||
               (o.class_word == "village" && o.place.empty() && city_name(lex, m));
      });
    }
  for (size_t i = 0; i < c.where.size(); ++i)
    if ((wide[i] && finer) || told_area[i]) c.where[i].site = false;
  sites_first(c);
}

}  // namespace

void resolve_places(Reading& reading, const Lexicon& lex) {
  const Gazetteer& gaz = lex.gazetteer();
  const auto& places = gaz.places();
  // Every candidate of the document votes for its governorate and country, unambiguous names most.
  std::map<int32_t, double> votes;
  for (const Claim& c : reading.claims)
    for (const PlaceMention& m : c.where) {
      const auto list = lex.places_of(m.place);
      for (const int32_t i : list) {
        const double w = 1.0 / static_cast<double>(list.size());
        if (const int32_t a = gaz.ancestor(i, PlaceClass::kGovernorate); a >= 0) votes[a] += w;
        if (const int32_t a = gaz.ancestor(i, PlaceClass::kCountry); a >= 0) votes[a] += w;
      }
    }
  std::set<std::string> unresolved;
  for (Claim& c : reading.claims) {
    settle_roles(lex, c);
    std::map<int32_t, int> areas;  // how often each is told
    for (const PlaceMention& m : c.where)
      if (!m.site)
        for (const int32_t i : lex.places_of(m.place)) ++areas[i];
    for (PlaceMention& m : c.where) {
      const auto list = lex.places_of(m.place);
      m.place.clear();
      if (list.empty()) {
        unresolved.insert(m.name);
        continue;
      }
      int32_t best = list.front();
      double best_score = -1e9;
      for (const int32_t i : list) {
        const auto& p = places[static_cast<size_t>(i)];
        double score = 0;
        for (int32_t a = p.parent, depth = 0; a >= 0 && depth < 16;
             a = places[static_cast<size_t>(a)].parent, ++depth)
          if (const auto told = areas.find(a); told != areas.end()) score += 3 * told->second;
        if (const int32_t a = gaz.ancestor(i, PlaceClass::kGovernorate); a >= 0) score += votes[a];
        if (const int32_t a = gaz.ancestor(i, PlaceClass::kCountry); a >= 0) score += votes[a] / 2;
        const bool area_class = p.cls <= PlaceClass::kSubdistrict;
        if (m.site == area_class) score -= 1.5;
        if (m.class_word == lexicon::to_word(p.cls)) score += 1;
        score -= 0.1 * static_cast<double>(p.cls);
        if (score > best_score) {
          best_score = score;
          best = i;
        }
      }
      const auto& p = places[static_cast<size_t>(best)];
      m.place = p.id;
      m.precision = lexicon::to_word(p.cls);
      m.country = p.country;
      if (const int32_t a = gaz.ancestor(best, PlaceClass::kCountry); a >= 0)
        m.country = places[static_cast<size_t>(a)].names_en.empty()
                        ? p.country
                        : places[static_cast<size_t>(a)].names_en.front();
      if (const int32_t a = gaz.ancestor(best, PlaceClass::kGovernorate);
          a >= 0 && !places[static_cast<size_t>(a)].names_en.empty())
        m.adm1 = places[static_cast<size_t>(a)].names_en.front();
      if (const int32_t a = gaz.ancestor(best, PlaceClass::kDistrict);
          a >= 0 && !places[static_cast<size_t>(a)].names_en.empty())
        m.adm2 = places[static_cast<size_t>(a)].names_en.front();
      m.lat = p.lat;
      m.lon = p.lon;
      m.radius_m = p.radius_m;
    }
  }
  reading.unresolved_places.assign(unresolved.begin(), unresolved.end());
}

}  // namespace sijil::geo
