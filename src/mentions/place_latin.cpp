// SPDX-License-Identifier: Apache-2.0
// Names in Latin letters: where one begins and ends, with its class words.
#include "mentions/place_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

// "Tel", "Deir", "Mount": the first word of a name rather than a class word.
bool PlaceFinder::opens_name(uint32_t i, const Term& t) const {
  if (arabic(i) || capitals_ || !t.sense->has(lexicon::kTagKeep) ||
      lex_.id_name(t.sense->id) == "direction" || lex_.id_name(t.sense->id) == "countryside")
    return false;
  return text_.tokens[i].has(text::kUpperInitial) && t.last < last_ &&
         (text_.tokens[t.last].has(text::kUpperInitial) || text_.tokens[t.last].has(text::kJoined));
}

// The end of a Latin name that starts at i; i when there is none.
uint32_t PlaceFinder::latin_name(uint32_t i) const {
  uint32_t k = i;
  bool solid = false;
  while (k < last_ && k < i + 5) {
    const Token& t = text_.tokens[k];
    if (t.kind != TokenKind::kWord || t.script != text::Script::kLatin || busy_[k - first_]) break;
    if (k > i && t.has(text::kNewline)) break;
    const std::string_view f = text_.fold_of(k);
    const bool joined = k > i && t.has(text::kJoined);
    // "at X": a preposition unless a hyphen or a capital makes it the article of the name.
    const bool preposition = k == i && (f == "at" || f == "as" || f == "an") &&
                             !t.has(text::kUpperInitial) &&
                             !(k + 1 < last_ && text_.tokens[k + 1].has(text::kJoined));
    if (particle(f) && !preposition && k + 1 < last_ &&
        (text_.tokens[k + 1].has(text::kUpperInitial) || text_.tokens[k + 1].has(text::kHyphen))) {
      ++k;
      continue;
    }
    if (!t.has(text::kUpperInitial) && !t.has(text::kHashtag) &&
        !(joined && !t.has(text::kHyphen))) {
      if (joined && !(k > i && particle(text_.fold_of(k - 1))))
        return i;  // "Beirut-based", "rebel-held"
      if (!joined) break;
    }
    if (!joined && covered(k) && term(k, Kind::kPlace) == nullptr && !(capitals_ && spanish(f)) &&
        !hill(k))
      break;
    if (!joined && k > i && !place_word(k).empty()) break;
    if (capitals_ && !joined && t.readings > 0 && term(k, Kind::kPlace) == nullptr && !spanish(f))
      break;
    if (k > i && solid && !joined && t.has(text::kHashtag)) break;
    // A known place after an unknown word is a name of its own only after a comma, so it joins
    // here.
    solid = true;
    ++k;
    if (t.has(text::kPossessive)) break;
  }
  while (k > i && particle(text_.fold_of(k - 1))) --k;
  return solid ? k : i;
}

// "Tell Tayr": the hill, and no word of telling.
bool PlaceFinder::hill(uint32_t k) const {
  return text_.fold_of(k) == "tell" && k + 1 < last_ && !capitals_ && k > first_ &&
         text_.tokens[k].has(text::kUpperInitial) && text_.tokens[k + 1].has(text::kUpperInitial);
}

// A phrase that is no place, longer than the known name in it ("Geneva Convention").
bool PlaceFinder::in_longer_phrase(const Term& g) const {
  for (uint32_t k = g.first + 1; k > first_ && k + 4 > g.first; --k)
    for (const Term* t : at_[k - 1 - first_])
      if (t->kind() == Kind::kNotName && t->first <= g.first && t->last >= g.last &&
          t->last - t->first > g.last - g.first)
        return true;
  return false;
}

// A class word before its name: "town of X", "northern countryside of Aleppo". The token after it.
uint32_t PlaceFinder::class_phrase(uint32_t i, std::string_view word) {
  const Term* wt = term(i, Kind::kPlaceWord);
  uint32_t k = wt->last;
  std::string_view cls = word;
  // A chain of class words and directions: "western countryside of", "northern rural".
  while (k < last_) {
    const std::string_view next = place_word(k);
    if (text_.fold_of(k) == "of" || text_.fold_of(k) == "the" || text_.fold_of(k) == "and") {
      if (text_.fold_of(k) == "and" && place_word(k + 1) != "direction") break;
      ++k;
      if (text_.punct(k) == ',') ++k;  // "the villages of, X, Y"
      continue;
    }
    if (is_class(next) || next == "direction") {
      if (is_class(next)) cls = next;
      k = term(k, Kind::kPlaceWord)->last;
      continue;
    }
    break;
  }
  // "the Damascus suburb of X" is X, "a suburb of X" lies beside it.
  if (text_.fold_of(i) == "suburb" && text_.fold_of(k - 1) == "of" && i > first_ &&
      (definite(i) || (!out_.empty() && out_.back().last == i)))
    cls = "town";
  // "villages west of X": X itself is no village hit.
  if (is_site_class(cls) && k > wt->last && text_.fold_of(k - 1) == "of" && aside(k))
    cls = "countryside";
  const bool of = k > i && k <= last_ && k > 0 &&
                  (text_.fold_of(k - 1) == "of" || k == wt->last || text_.fold_of(k - 1) == "the" ||
                   !place_word(k - 1).empty());
  if (of && k < last_) {
    const bool run = cls == "front" || plural(wt->last - 1);
    const uint32_t end = run && gazetteer_term(k) == nullptr && !capitals_ && latin_name(k) > k
                             ? run_first(k)
                             : name_end(k);
    if (end > k) {
      // "the Damascus suburb of X", "the Idlib towns of X and Y": what stands before holds
      // them.
      if (!out_.empty() && out_.back().last == i && is_site_class(cls) &&
          text_.fold_of(k - 1) == "of" && out_.back().role != PlaceRole::kSource)
        out_.back().role = PlaceRole::kArea;
      const bool direction_only = cls == "direction";
      const bool keep = direction_only || cls == "countryside" ||
                        (cls == "region" && !wt->sense->has(lexicon::kTagPl));
      uint32_t from = keep ? i : k;
      while (from < k && is_lead(text_.fold_of(from))) ++from;  // "in the centre of X"
      add(from, end, 0, node_of(k, end), direction_only ? std::string_view("countryside") : cls, i);
      // "north of X" is somewhere in its surroundings.
      if (text_.fold_of(k - 1) == "of" && aside(k) && out_.back().role != PlaceRole::kSource) {
        out_.back().role = PlaceRole::kEither;
        out_.back().class_word = "direction";
      }
      // "southern Khartoum" is a part of a city, "northern Aleppo" may be of a province.
      if (direction_only && middle(i) && out_.back().node != 0 &&
          role_of_candidates(out_.back().node) != PlaceRole::kArea &&
          out_.back().role != PlaceRole::kSource) {
        out_.back().role = PlaceRole::kSite;  // "central X", "the heart of X" is the city
        out_.back().class_word = "city";
      } else if (direction_only && out_.back().node != 0 &&
                 role_of_candidates(out_.back().node) == PlaceRole::kSite &&
                 out_.back().role == PlaceRole::kSite)
        out_.back().role = PlaceRole::kEither;
      if (!direction_only && !is_area_class(cls))
        return list(end, cls,
                    cls == "front" || wt->sense->has(lexicon::kTagPl) || plural(wt->last - 1));
      return row(post(end));
    }
  }
  return wt->last;
}

// A name of the gazetteer that begins at `i`, unless it is part of something else.
uint32_t PlaceFinder::known_name(uint32_t i, const Term& known) {
  uint32_t end = known.last;
  if (in_longer_phrase(known) || for_government(i, known) || lost_apostrophe(i, known)) return end;
  // A longer name before a comma and its area: "SAN FRANCISCO GOTERA, MORAZAN DEPARTMENT".
  if (const uint32_t whole = capitals_ ? capital_name(i) : i; whole > end) {
    add(i, whole, 0, 0, {}, i);
    return whole;
  }
  // A longer capitalised name that begins with a known place: "Aleppo Media Centre".
  const uint32_t longer = capitals_ ? end : latin_name(i);
  if (longer > end && !text_.tokens[end - 1].has(text::kPossessive)) {
    const bool joined = text_.tokens[end].has(text::kJoined);
    const bool place_next = term(end, Kind::kPlace) != nullptr;
    if (joined) {
      if (text_.tokens[i].has(text::kAllCaps)) return longer;
      add(i, longer, 0, 0, {}, i);
      return post(longer);
    }
    if (!place_next && text_.fold_of(end) != "and" && commaless(end)) {
      add(i, end, 0, known.node, {}, i);
      return row(end);
    }
    if (end == i + 1 && latin_starter(text_.fold_of(i))) {
      const uint32_t whole = run_name(i);  // "Kafr Ammah", though there is a Kafr
      add(i, whole, 0, 0, {}, i);
      return row(post(whole));
    }
    if (!place_next && text_.fold_of(end) != "and") {
      // A building that was hit; else the name of a body, not of a place.
      if (building(text_.fold_of(longer - 1)) && hit_before(i)) add(i, longer, 0, 0, "landmark", i);
      return longer;
    }
  }
  if (dateline(i, end)) {
    add(i, end, 0, known.node, {}, i);
    out_.back().role = PlaceRole::kSource;
    return end;
  }
  // An acronym spelled like a place ("SANA"), a convention named after one.
  if (!capitals_ && text_.tokens[i].has(text::kAllCaps) && end == i + 1 &&
      text_.tokens[i].fold_length <= 5)
    return end;
  if (end == i + 1 && aged(end)) return end;
  if (!capitals_ && end < last_ && text_.tokens[end].has(text::kUpperInitial) &&
      !text_.tokens[end].has(text::kNewline) && term(end, Kind::kNotName) != nullptr &&
      place_word(end).empty() && text_.tokens[end - 1].end + 1 == text_.tokens[end].begin &&
      term(end, Kind::kTime) == nullptr)
    return end;
  if (end < last_ && broadcasts(text_.fold_of(end))) return end;
  if (end < last_ &&
      (term(end, Kind::kForce) != nullptr || term(end, Kind::kSpeaker) != nullptr ||
       term(end, Kind::kPeople) != nullptr) &&
      !capitals_)
    return end;
  if (end < last_ && term(end, Kind::kReporting) != nullptr &&
      place_word(i > first_ ? i - 1 : i).empty())
    return end;  // "Washington said"
  if (end < last_ && text_.tokens[end].has(text::kHyphen) &&
      !text_.tokens[end].has(text::kUpperInitial))
    return end + 1;  // "Britain-based"
  add(i, end, 0, known.node, {}, i);
  return row(post(end));
}

// In a text all in capitals, which tell no names; `i` when none begins here.
uint32_t PlaceFinder::name_in_capitals(uint32_t i) {
  if (i == first_ || !capitals_) return i;
  if (text_.fold_of(i - 1) == "the") {
    // "IN THE X NEIGHBORHOOD"
    uint32_t k = i;
    while (k < last_ && k < i + 3 && text_.tokens[k].kind == TokenKind::kWord &&
           !busy_[k - first_] && place_word(k).empty() && text_.tokens[k].readings == 0)
      ++k;
    const std::string_view cls = k < last_ && k > i ? place_word(k) : std::string_view{};
    if (cls == "neighbourhood" || cls == "village" || cls == "town" || cls == "camp") {
      add(i, k, 0, 0, {}, i);
      return post(k);
    }
  }
  if ((text_.fold_of(i - 1) == "in" || text_.fold_of(i - 1) == "at" ||
       text_.fold_of(i - 1) == "near")) {
    // Capitals tell no names, but an area after a comma does: "IN X, Y DEPARTMENT".
    uint32_t end = capital_name(i);
    // "IN PEREIRA, A JUDGE WAS ..."
    if (end == i && i == first_ + 1 && text_.fold_of(first_) == "in" && text_.punct(i + 1) == ',' &&
        text_.fold_of(i).size() > 4 && text_.tokens[i].kind == TokenKind::kWord &&
        !busy_[i - first_] && !covered(i) && text_.tokens[i].readings == 0 && !phrase(i))
      end = i + 1;
    if (end > i) {
      add(i, end, 0, node_of(i, end), {}, i);
      return end;
    }
  }
  return i;
}

uint32_t PlaceFinder::latin_at(uint32_t i) {
  const Token& t = text_.tokens[i];
  if (t.kind != TokenKind::kWord || busy_[i - first_]) return i + 1;
  // "rural Idlib", "northern countryside of Aleppo", "town of X", "towns of X, Y and Z"
  const std::string_view w = place_word(i);
  const Term* known = gazetteer_term(i);
  const bool whole_name = known != nullptr && term(i, Kind::kPlaceWord) != nullptr &&
                          known->last > term(i, Kind::kPlaceWord)->last;
  const bool front_of = w == "front" && text_.fold_of(term(i, Kind::kPlaceWord)->last - 1) == "of";
  if (!w.empty() && !whole_name && (is_class(w) || w == "direction" || front_of))
    return class_phrase(i, w);
  if (i > first_ && !capitals_)
    if (const uint32_t next = row_of_class(i); next > i) return next;
  if (const Term* g = gazetteer_term(i); g != nullptr && !inside_name(i)) return known_name(i, *g);
  if (const uint32_t end = name_in_capitals(i); end > i) return end;
  if (i > first_ && !capitals_) {
    // An unknown name after a preposition of place, or before a class word.
    const uint32_t end = latin_name(i);
    if (end > i) {
      if (class_after(i, end) || object_of_attack(i, end) || told_as_place(i, end) ||
          (event_before(i) && row_after(end))) {
        add(i, end, 0, node_of(i, end), {}, i);
        return row(post(end));
      }
      return end;
    }
  }
  return i + 1;
}

// "IN ADDITION,"
bool PlaceFinder::phrase(uint32_t i) const {
  static constexpr std::array<std::string_view, 16> kPhrases = {
      "addition", "contrast", "short",   "general",    "response",   "return",
      "reply",    "protest",  "brief",   "turn",       "conclusion", "effect",
      "practice", "theory",   "reality", "retaliation"};
  return one_of(kPhrases, text_.fold_of(i));
}

// Words in capitals up to a comma that are none of the language's, with an area after the comma.
uint32_t PlaceFinder::capital_name(uint32_t i) const {
  uint32_t k = i;
  while (k < last_ && k < i + 4 && text_.tokens[k].kind == TokenKind::kWord && !busy_[k - first_] &&
         text_.fold_of(k) != "the" && (!covered(k) || spanish(text_.fold_of(k))) &&
         place_word(k).empty())
    ++k;
  if (k == i || k + 1 >= last_ || text_.punct(k) != ',') return i;
  const Term* area = term(k + 1, Kind::kPlace);
  const uint32_t after = area != nullptr ? area->last : k + 2;
  const std::string_view cls = after < last_ ? place_word(after) : std::string_view{};
  const bool known_area = area != nullptr && role_of_candidates(area->node) != PlaceRole::kSite;
  return known_area || cls == "governorate" || cls == "district" ? k : i;
}

bool PlaceFinder::spanish(std::string_view f) {
  return f == "de" || f == "del" || f == "la" || f == "las" || f == "los" || f == "el" ||
         f == "san" || f == "santa" || f == "santo";
}

bool PlaceFinder::is_lead(std::string_view f) {
  return f == "in" || f == "the" || f == "to" || f == "at" || f == "on" || f == "of";
}

// "Hamas" is a party before it is Hama's, and "tanks" are no Tank's.
bool PlaceFinder::lost_apostrophe(uint32_t i, const Term& g) const {
  return std::any_of(at_[i - first_].begin(), at_[i - first_].end(), [&](const Term* t) {
    const bool thing = t->kind() == Kind::kForce || t->kind() == Kind::kWeapon ||
                       t->kind() == Kind::kTarget || t->kind() == Kind::kPeople;
    return (t->kind() == Kind::kActor || thing) && t->last >= g.last &&
           !t->sense->has(lexicon::kTagState) && (t->clitics & text::kLostApostrophe) == 0 &&
           (g.clitics & text::kLostApostrophe) != 0;
  });
}

// Capitalised words that begin inside a longer name ("Syrian Network", "Bank of Syria") are not
// places.
bool PlaceFinder::inside_name(uint32_t i) const {
  if (capitals_ || i == first_) return false;
  const Token& prev = text_.tokens[i - 1];
  if (text_.tokens[i].has(text::kJoined)) return true;
  return prev.kind == TokenKind::kWord && prev.has(text::kUpperInitial) && prev.readings == 0 &&
         i - 1 > first_ && !text_.tokens[i].has(text::kHashtag) &&
         !text_.tokens[i].has(text::kNewline) && !particle(text_.fold_of(i - 1));
}

bool PlaceFinder::person_like(uint32_t i, uint32_t end) const {
  for (uint32_t k = i; k < end; ++k)
    if (covered(k) && term(k, Kind::kPlace) == nullptr && !hill(k)) return true;
  return false;
}

// "al-Mayadeen television": the name of a medium.
bool PlaceFinder::broadcasts(std::string_view f) {
  static constexpr std::array<std::string_view, 10> kMedia = {
      "television", "tv",      "channel", "radio",    "newspaper",
      "daily",      "website", "network", "magazine", "times"};
  return std::find(kMedia.begin(), kMedia.end(), f) != kMedia.end();
}

bool PlaceFinder::building(std::string_view f) {
  static constexpr std::array<std::string_view, 22> kBuildings = {
      "house",     "airport", "hospital", "square",  "bridge",   "mosque", "university", "hotel",
      "station",   "street",  "market",   "prison",  "palace",   "museum", "stadium",    "church",
      "cathedral", "embassy", "barracks", "airbase", "refinery", "dam"};
  return std::find(kBuildings.begin(), kBuildings.end(), f) != kBuildings.end();
}

uint32_t PlaceFinder::name_end(uint32_t k) const {
  if (const Term* g = gazetteer_term(k)) {
    const uint32_t longer = latin_name(k);
    if (!capitals_ && g->last == k + 1 && longer > g->last && latin_starter(text_.fold_of(k)))
      return run_name(k);
    return capitals_ || longer <= g->last || !text_.tokens[g->last].has(text::kJoined) ? g->last
                                                                                       : longer;
  }
  return latin_name(k);
}

// "the Aleppo neighbourhood of X": a city, and what follows is none or lies in it.
bool PlaceFinder::city_holds(const PlaceName& p, uint32_t next) const {
  const uint32_t node = node_at(next);
  if (may_contain(p.node, node)) return true;
  return p.node != 0 && (city(p.node) || wide(p)) && (node == 0 || !city(node));
}

// A class word after the name sets its class: "X village", "X province", "X countryside".
uint32_t PlaceFinder::post(uint32_t end) {
  PlaceName& p = out_.back();
  uint32_t k = end;
  while (k < last_ && place_word(k) == "direction") ++k;  // "Deir Ezzor eastern countryside"
  if (text_.punct(end) == '\'') return end;
  const Term* t = term(k, Kind::kPlaceWord);
  if (t == nullptr || !is_class(id(t)) || text_.tokens[k].has(text::kNewline)) return end;
  const std::string_view cls = id(t);
  const bool of = text_.fold_of(t->last - 1) == "of";
  if (of || (t->last < last_ && text_.fold_of(t->last) == "of")) {
    // "The Zahra neighbourhood of Homs" is in Homs, "Syria's northern town of X" is X.
    const uint32_t word = of ? t->last - 2 : t->last - 1;
    if ((cls != "neighbourhood" && cls != "district" && cls != "region") || plural(word) ||
        p.role == PlaceRole::kSource || city_holds(p, of ? t->last : t->last + 1))
      return end;
    holds_ = &text_.tokens[of ? t->last : t->last + 1];
  }
  p.class_word = cls;
  // "A and B provinces", "A and B neighbourhoods": of both.
  if (out_.size() > 1 && plural(t->last - 1)) {
    PlaceName& before = out_[out_.size() - 2];
    const bool pair = before.last + 1 == p.first &&
                      (text_.fold_of(before.last) == "and" || text_.fold_of(before.last) == "&");
    if (pair && before.class_word.empty() && before.role != PlaceRole::kSource &&
        !is_loose_class(cls)) {
      before.class_word = cls;
      before.role = is_area_class(cls) ? PlaceRole::kEither : PlaceRole::kSite;
    }
  }
  // "in X, Y territory": Y holds X.
  if (out_.size() > 1 && is_loose_class(cls) && !plural(t->last - 1)) {
    const PlaceName& before = out_[out_.size() - 2];
    if (before.role == PlaceRole::kSite && p.first == before.last + 1 &&
        text_.punct(before.last) == ',')
      p.within_previous = true;
  }
  // "A doctor at X Hospital", "according to the X Hospital", "X Hospital said".
  const bool article = p.first > first_ && text_.fold_of(p.first - 1) == "the";
  if (cls == "landmark" && speaks(p.first - article, t->last)) p.role = PlaceRole::kSource;
  const bool known_area = p.node != 0 && role_of_candidates(p.node) == PlaceRole::kArea;
  if (p.role != PlaceRole::kSource && !(known_area && !is_area_class(cls))) {
    p.role = is_loose_class(cls)  ? (p.node != 0 ? role_of_candidates(p.node) : PlaceRole::kSite)
             : is_area_class(cls) ? PlaceRole::kArea
                                  : PlaceRole::kSite;
  }
  // "X region": what X is the chief town of.
  if (p.node != 0 && p.role != PlaceRole::kSource && text_.fold_of(t->last - 1) == "region")
    p.role = PlaceRole::kArea;
  if (p.role == PlaceRole::kSite && text_.fold_of(t->last - 1) == "river")
    p.role = PlaceRole::kArea;
  if (cls == "countryside" || (k > end && is_area_class(cls))) {
    p.last = t->last;
    p.span.end = text_.tokens[t->last - 1].end;
  }
  return t->last;
}

bool PlaceFinder::plural(uint32_t i) const {
  return text_.fold_of(i).ends_with("s") ||
         (i > first_ && text_.fold_of(i) == "of" && text_.fold_of(i - 1).ends_with("s"));
}

// "al-Ayash (8 years)": a person.
bool PlaceFinder::aged(uint32_t k) const {
  return k + 2 < last_ && text_.punct(k) == '(' && text_.tokens[k + 1].kind == TokenKind::kNumber &&
         (text_.punct(k + 2) == ')' || text_.tokens[k + 2].kind == TokenKind::kWord);
}

}  // namespace sijil::mentions
