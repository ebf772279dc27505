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

constexpr std::string_view kArOn = "\xD8\xB9\xD9\x84\xD9\x8A";       // ala
constexpr std::string_view kArTowards = "\xD9\x86\xD8\xAD\xD9\x88";  // nahwa
constexpr uint32_t kModifiers = 3;  // words between "the" and "town"

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
      PlaceMention m = mention(p);
      // Beside "and" stand things of one kind: a member of a list does not contain the others.
      const bool listed = m.site && in_list(i);
      if (listed && (m.class_word.empty() || m.class_word == "city" || m.class_word == "street"))
        m.class_word = "town";
      if (listed && m.class_word == "landmark") m.class_word = "street";
      if (!named.insert(m.name).second) continue;
      if (m.site) s.area_only = false;
      s.claim.where.push_back(std::move(m));
    }
    sites_first(s.claim);
    if (!s.claim.where.empty()) return;
    if (const Term* t = refers_back(s.first, s.last)) {
      s.same_place = true;
      s.place_word = t->first;
    } else if (const uint32_t k = there(s.first, s.last); k != s.last) {
      s.same_place = true;
      s.place_word = k;
    }
  }

  [[nodiscard]] PlaceMention mention(const PlaceName& p) const {
    PlaceMention m;
    m.at.span = p.span;
    m.name = std::string(p.span.of(text_.original));
    m.site = p.role != PlaceRole::kArea;
    m.class_word = std::string(p.class_word);
    if (m.class_word.empty() && names_building(p)) m.class_word = "landmark";
    if (p.node != 0) m.place = std::to_string(p.node);  // the resolver replaces it by the id
    m.key = place_key(m.name);
    return m;
  }

 private:
  // "al-Nour hospital": a name right before the word for a building.
  [[nodiscard]] bool names_building(const PlaceName& place) const {
    static constexpr std::string_view kBuildings[] = {"hospital", "school", "mosque", "bakery",
                                                      "market",   "power",  "water"};
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kTarget && !t.sense->arabic && t.first == place.last &&
             std::find(std::begin(kBuildings), std::end(kBuildings), base_of(p_.id(t))) !=
                 std::end(kBuildings);
    });
  }
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
  // "rushed to a hospital in X": where the hurt were brought; "fired from the camp of X": where the
  // shells came from.
  [[nodiscard]] bool taken_to(const PlaceName& place) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      if (t.kind() != lexicon::Kind::kCue || t.last > place.first) return false;
      const uint32_t gap = place.first - t.last;
      return (p_.id(t) == "evacuation" && gap <= 4) ||
             (p_.id(t) == "origin" && (gap <= 2 || of_origin(t.last, place.first)));
    });
  }
  // "fired from areas held by the units in X": nothing between turns to what was hit.
  [[nodiscard]] bool of_origin(uint32_t from, uint32_t to) const {
    constexpr uint32_t kReach = 9;
    if (to - from > kReach) return false;
    for (uint32_t k = from; k < to; ++k) {
      if (text_.punct(k) != '\0' || of_place(k)) return false;
      const std::string_view f = text_.fold_of(k);
      if (f == "on" || f == "at" || f == kArOn || f == kArTowards) return false;
    }
    return std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kEvent && t.first >= from && t.last <= to;
    });
  }
  [[nodiscard]] bool of_place(uint32_t token) const {
    return std::any_of(p_.places.begin(), p_.places.end(),
                       [&](const PlaceName& p) { return p.first <= token && token < p.last; });
  }
  // "in the town", "of the same city", "in the besieged northern town"; Arabic: a settlement word
  // with its article.
  [[nodiscard]] const Term* refers_back(uint32_t from, uint32_t to) const {
    for (const Term& t : p_.terms) {
      if (t.kind() != lexicon::Kind::kPlaceWord || t.first < from + 1 || t.last > to) continue;
      if (!is_settlement(p_.id(t)) || names_one(t)) continue;
      if (t.clitics & text::kThe) return &t;
      if (t.sense->arabic != 0 || (t.last < to && text_.fold_of(t.last) == "of")) continue;
      for (uint32_t k = t.first, n = 0; k > from && n <= kModifiers; --k, ++n) {
        const std::string_view before = text_.fold_of(k - 1);
        if (before == "the" || before == "same" || before == "this") return &t;
        if (text_.tokens[k - 1].kind != text::TokenKind::kWord || before == "a" || before == "of")
          break;
      }
    }
    return nullptr;
  }
  // "went off at a market there", and neither "there were" nor "an official there".
  [[nodiscard]] uint32_t there(uint32_t from, uint32_t to) const {
    for (uint32_t k = from + 2; k < to; ++k) {
      if (text_.fold_of(k) != "there" || speaker_before(k)) continue;
      const std::string_view next = k + 1 < to ? text_.fold_of(k + 1) : std::string_view{};
      if (next != "was" && next != "were" && next != "is" && next != "are" && next != "has" &&
          next != "have" && next != "had" && next != "will")
        return k;
    }
    return to;
  }
  [[nodiscard]] bool speaker_before(uint32_t k) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kSpeaker && t.last == k;
    });
  }
  // "the town of X", "the city X": it has its name beside it.
  [[nodiscard]] bool names_one(const Term& t) const {
    return text_.fold_of(t.last - 1) == "of" ||
           std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
             return (p.first <= t.last && t.last < p.last) || p.last == t.first ||
                    (p.first <= t.first && t.first < p.last);
           });
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
  if (m.class_word == "countryside" || m.class_word == "governorate") return false;
  bool small = false;
  for (const int32_t i : lexicon.places_of(m.place)) {
    const auto cls = lexicon.gazetteer().places()[static_cast<size_t>(i)].cls;
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

// "X, 9 February --", "activists in X said", "driven to X": of a place in which others speak or
// meet the text does not go on.
bool told_from(const Parsed& p, const PlaceName& place) {
  const uint32_t head = p.sentence->first;
  if (p.sentence->role == text::Role::kDateline || place.first <= head + 1) return true;
  const std::string_view before = p.text->fold_of(place.first - 1);
  if (before != "in" && before != "at" && before != "\xD9\x81\xD9\x8A") return true;
  return std::any_of(p.terms.begin(), p.terms.end(), [&](const Term& t) {
    return t.kind() == lexicon::Kind::kSpeaker && t.last <= place.first &&
           place.first - t.last <= 2;
  });
}

std::optional<PlaceMention> RunningPlace::settlement(const Parsed& p, uint32_t before, Size size) {
  std::optional<PlaceMention> found;
  for (const PlaceName& place : p.places) {
    if (place.last > before || !is_of(p, place, size)) continue;
    PlaceMention m = WhereReader(p).mention(place);
    m.site = true;
    // Of several none is "the town".
    if (found && found->key != m.key && place.role != PlaceRole::kArea) return std::nullopt;
    found = std::move(m);
  }
  return found;
}

bool is_city(const lexicon::Lexicon& lexicon, const PlaceMention& m) {
  const auto entries = lexicon.places_of(m.place);
  return std::any_of(entries.begin(), entries.end(), [&](int32_t i) {
    return lexicon.gazetteer().places()[static_cast<size_t>(i)].cls == lexicon::PlaceClass::kCity;
  });
}

// What size of settlement a word or an entry of the gazetteer tells; none for what is no
// settlement.
std::optional<RunningPlace::Size> RunningPlace::size_of(std::string_view word) {
  if (word == "neighbourhood") return Size::kQuarter;
  if (word == "camp") return Size::kCamp;
  if (word == "city" || word == "town" || word == "village") return Size::kTown;
  return std::nullopt;
}

bool RunningPlace::is_of(const Parsed& p, const PlaceName& place, Size size) {
  if (place.role == PlaceRole::kSource && !told_from(p, place)) return false;
  if (!place.class_word.empty()) return size_of(place.class_word) == size;
  if (place.node == 0)
    return size == Size::kTown &&
           (place.role == PlaceRole::kSite || place.role == PlaceRole::kSource);
  for (const auto& s : p.lexicon->senses(place.node)) {
    if (s.kind != lexicon::Kind::kPlace) continue;
    const auto& entry = p.lexicon->gazetteer().places()[static_cast<size_t>(s.value)];
    if (size_of(lexicon::to_word(entry.cls)) == size) return true;
  }
  return false;
}

void RunningPlace::hear(const Parsed& p, size_t sentence) {
  constexpr size_t kMost = 3;
  beside_.clear();
  for (const PlaceName& place : p.places)
    if (place.role == PlaceRole::kSite || place.role == PlaceRole::kEither)
      beside_.push_back(WhereReader(p).mention(place));
  if (beside_.size() > kMost) beside_.clear();
  beside_at_ = sentence;
  beside_in_ = p.sentence->paragraph;
  for (const Size size : {Size::kTown, Size::kQuarter, Size::kCamp}) {
    const auto of_size = [&](const PlaceName& place) { return is_of(p, place, size); };
    if (std::any_of(p.places.begin(), p.places.end(), of_size))
      last_[static_cast<size_t>(size)] = settlement(p, p.sentence->last, size);
  }
}

void RunningPlace::note(const Parsed& p, Scene& s, bool after_claim) const {
  if (s.same_place) {
    if (const auto town = meant(p, s.place_word)) s.town = {*town};
  } else if (!after_claim && !s.another && s.sentence - beside_at_ == 1 &&
             beside_in_ == p.sentence->paragraph) {
    // "In X the army went from house to house. More than 240 bodies have been found."
    s.town = beside_;
  }
}

std::optional<PlaceMention> RunningPlace::meant(const Parsed& p, uint32_t word) const {
  Size size = Size::kTown;
  for (const Term& t : p.terms)
    if (t.kind() == lexicon::Kind::kPlaceWord && t.first == word)
      size = size_of(p.id(t)).value_or(size);
  std::optional<PlaceMention> town = settlement(p, word, size);
  if (!town) town = last_[static_cast<size_t>(size)];
  // "The capital" is no village.
  if (town && p.text->fold_of(word) == "capital" && !is_city(*p.lexicon, *town)) town.reset();
  return town;
}

void take_town(Scene& told) {
  Claim& c = told.claim;
  if (told.town.empty() || !c.where.empty() ||
      (c.kind == ClaimKind::kCumulative && !told.same_place))
    return;
  c.where = told.town;
  c.rules.push_back("place.of_passage");
}

// "They came to X", "the gunmen reached X", "the village of X lies ...": more of what was told.
bool speaks_of_it(const Parsed& p) {
  const uint32_t head = p.sentence->first;
  const std::string_view first = p.text->fold_of(head);
  if (first == "they") return true;
  if (first != "the") return false;
  return std::any_of(p.terms.begin(), p.terms.end(), [&](const Term& t) {
    if (t.first > head + 1 || t.last <= head) return false;
    const lexicon::Kind kind = t.kind();
    return kind == lexicon::Kind::kActor || kind == lexicon::Kind::kForce ||
           (kind == lexicon::Kind::kPlaceWord && p.text->fold_of(t.last - 1) == "of" &&
            (p.id(t) == "village" || p.id(t) == "town"));
  });
}

void lend_where(const Parsed& parsed, const Scene& detail, Scene& told) {
  constexpr std::ptrdiff_t kMost = 3;
  Claim& c = told.claim;
  if (c.kind == ClaimKind::kCumulative || has_site(c)) return;
  if (!parsed.has(lexicon::Kind::kEvent) && !parsed.has(lexicon::Kind::kOutcome) &&
      !speaks_of_it(parsed))
    return;
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

// "Al-Nour hospital in Raqqa": the site is the settlement; the building is what was hit there.
static void buildings_in_sites(std::vector<PlaceMention>& where) {
  const auto building = [](const PlaceMention& m) { return m.site && m.class_word == "landmark"; };
  if (std::any_of(where.begin(), where.end(), [&](const PlaceMention& m) {
        return m.site && !building(m) && m.class_word != "street" && m.class_word != "direction";
      }))
    std::erase_if(where, building);
}

void settle_where(Scene& told, const lexicon::Lexicon& lexicon) {
  Claim& c = told.claim;
  buildings_in_sites(c.where);
  if (c.kind != ClaimKind::kIncident || has_site(c) || !name_site(c.where, lexicon)) return;
  sites_first(c);
  c.rules.push_back("place.district");
}

void read_where(const Parsed& parsed, Scene& scene) { WhereReader(parsed).run(scene); }

}  // namespace sijil::claims
