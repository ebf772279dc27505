// SPDX-License-Identifier: Apache-2.0
// Names in Arabic letters.
#include "mentions/place_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

bool PlaceFinder::plain_word(uint32_t i) const {
  return i < last_ && text_.tokens[i].kind == TokenKind::kWord && arabic(i) && !busy_[i - first_];
}

uint8_t PlaceFinder::clitics_of(uint32_t i, const Term* g) const {
  if (g != nullptr && g->first == i) return g->clitics & ~text::kThe;
  return 0;
}

bool PlaceFinder::has_article(uint32_t i) const {
  return text_.fold_of(i).starts_with("\xD8\xA7\xD9\x84");
}

// A name begins or goes on at `i` unless the word is one of the language's own.
bool PlaceFinder::name_word(uint32_t i) const {
  if (!plain_word(i)) return false;
  if (term(i, Kind::kPlace) != nullptr) return true;
  if (term(i, Kind::kPlaceWord) != nullptr) return false;
  return !covered(i) && text_.fold_of(i).size() > 2 && !adverb(i);  // no single letter
}

// Words in -an (tanwin) are adverbs and objects, never names.
bool PlaceFinder::adverb(uint32_t i) const {
  const Token& t = text_.tokens[i];
  const std::string_view word = std::string_view(text_.original).substr(t.begin, t.end - t.begin);
  return word.ends_with("\xD9\x8B") || word.ends_with("\xD9\x8B\xD8\xA7");
}

bool PlaceFinder::boundary(uint32_t i) const {
  return i >= last_ || !plain_word(i) || text_.tokens[i].has(text::kNewline) || covered(i) ||
         term(i, Kind::kPlaceWord) != nullptr || text_.fold_of(i).starts_with("\xD8\xA8");  // bi-
}

// The end of an Arabic name after a class word.
uint32_t PlaceFinder::arabic_name(uint32_t i) const {
  if (i >= last_ || (text_.tokens[i].has(text::kNewline))) return i;
  if (const Term* g = term(i, Kind::kPlace);
      g != nullptr && !(g->clitics & text::kAnd) &&
      (term(i, Kind::kPlaceWord) == nullptr || g->last > term(i, Kind::kPlaceWord)->last))
    return g->last;
  if (!name_word(i) ||
      (text_.tokens[i].readings > 0 && (text_.tokens[i].reading[0].clitics & text::kFor) != 0))
    return i;
  uint32_t k = i + 1;
  while (k < last_ && text_.tokens[k].has(text::kUnderscore)) ++k;
  if (k > i + 1) return k;
  if (starter(text_.fold_of(i)) && second_word(k)) return k + 1;
  if (name_word(k) && term(k, Kind::kPlace) == nullptr && !text_.tokens[k].has(text::kNewline)) {
    const bool agree = has_article(i) && has_article(k);
    // A second word in wa- is "and" with the next name.
    const bool compound =
        !has_article(i) && boundary(k + 1) && !text_.fold_of(k).starts_with(kArAnd);
    if (agree || compound) ++k;
  }
  return k;
}

// What may follow the first word of a compound name, known to the language or not.
bool PlaceFinder::second_word(uint32_t k) const {
  return plain_word(k) && !text_.tokens[k].has(text::kNewline) && !adverb(k) &&
         text_.fold_of(k).size() > 2 && term(k, Kind::kTime) == nullptr &&
         term(k, Kind::kEvent) == nullptr;
}

// First words of compound names (tell, kafr, deir, ayn, khan, bayt, ras, jabal, maarat, abu, umm,
// sheikh, khirbet), folded.
bool PlaceFinder::starter(std::string_view f) {
  static constexpr std::array<std::string_view, 18> kStarters = {
      "\xD8\xA7\xD9\x84",  // al (family of)
      "\xD8\xA8\xD8\xA7\xD8\xA8",
      "\xD8\xAA\xD9\x84",
      "\xD9\x83\xD9\x81\xD8\xB1",
      "\xD8\xAF\xD9\x8A\xD8\xB1",
      "\xD8\xB9\xD9\x8A\xD9\x86",
      "\xD8\xAE\xD8\xA7\xD9\x86",
      "\xD8\xA8\xD9\x8A\xD8\xAA",
      "\xD8\xB1\xD8\xA7\xD8\xB3",
      "\xD8\xAC\xD8\xA8\xD9\x84",
      "\xD9\x85\xD8\xB9\xD8\xB1\xD9\x87",
      "\xD8\xA7\xD8\xA8\xD9\x88",
      "\xD8\xA7\xD9\x85",
      "\xD8\xA7\xD9\x84\xD8\xB4\xD9\x8A\xD8\xAE",
      "\xD8\xB4\xD9\x8A\xD8\xAE",
      "\xD8\xAE\xD8\xB1\xD8\xA8\xD9\x87",
      "\xD8\xA8\xD9\x86\xD9\x8A",
      "\xD8\xAD\xD9\x88\xD8\xB4"};
  return std::find(kStarters.begin(), kStarters.end(), f) != kStarters.end();
}

uint32_t PlaceFinder::arabic_at(uint32_t i) {
  if (!plain_word(i)) return i + 1;
  const Term* wt = term(i, Kind::kPlaceWord);
  const std::string_view w = wt ? id(wt) : std::string_view{};
  const Term* g = term(i, Kind::kPlace);
  if (g != nullptr && (wt == nullptr || g->last > wt->last)) {
    if (arabic_known(i, *g)) {
      add(g->first, g->last, g->clitics & ~text::kThe, g->node, {}, i);
      // "our correspondent in X": where the event was, unless a place is told for it.
      if (i > first_ + 1 && text_.fold_of(i - 1) == "\xD9\x81\xD9\x8A" &&
          out_.back().role == PlaceRole::kSite)
        for (const Term* t : speakers_)
          if (t->last == i - 1) out_.back().role = PlaceRole::kEither;
      if (dateline(i, g->last) && !text_.tokens[i].has(text::kHashtag))
        out_.back().role = PlaceRole::kSource;
      connect(i, *g);
      return arabic_row(arabic_post(g->last, false), i);
    }
    return g->last;
  }
  if (w == "between")
    if (const uint32_t end = arabic_road(wt->last); end > wt->last) return end;
  // "the town" is one named before, and what follows it no name.
  if (wt != nullptr && (wt->clitics & text::kThe) && is_class(w) && !is_area_class(w))
    return wt->last;
  if (wt != nullptr && (is_class(w) || w == "direction" || w == "near" || w == "front")) {
    uint32_t k = wt->last, class_at = wt->first;
    std::string_view cls = w;
    while (k < last_ && term(k, Kind::kPlaceWord) != nullptr &&
           !text_.tokens[k].has(text::kNewline)) {
      const Term* n = term(k, Kind::kPlaceWord);
      if (!is_class(id(n)) && id(n) != "direction" && id(n) != "near" && id(n) != "front") break;
      if (term(k, Kind::kPlace) != nullptr && term(k, Kind::kPlace)->last > n->last) break;
      if ((n->clitics & text::kThe) && is_site_class(id(n))) {
        if (is_site_class(cls)) break;  // "the town of al-Qal'a"
        return n->last;                 // "the outskirts of the town"
      }
      if (is_class(id(n))) {
        cls = id(n);
        class_at = n->first;
      }
      k = n->last;
    }
    // A sign between class word and name: quotes, a hash was folded away.
    uint32_t open = k;
    while (open < last_ && open < k + 2 && (text_.punct(open) == '"' || text_.punct(open) == '('))
      ++open;
    uint32_t end = arabic_name(open);
    if (end == open && any_name(open, cls, *wt)) end = open + 1;
    if (end > open) {
      const Term* known = term(open, Kind::kPlace);
      const uint8_t cl = known ? static_cast<uint8_t>(known->clitics & ~text::kThe) : 0;
      const bool keep = cls == "countryside" || (cls == "neighbourhood" && k == wt->last &&
                                                 !wt->sense->has(lexicon::kTagPl));
      const bool direction_only = cls == "direction";
      uint32_t node = known && known->last == end ? known->node : 0;
      // "Unity Street" has only the name of the province.
      if (cls == "street" && node != 0 && role_of_candidates(node) == PlaceRole::kArea) node = 0;
      // "the areas of deployment", "the main street": such words take names and common nouns
      // alike.
      if (node == 0 && !takes_name(cls, class_at, open) &&
          (cls == "region" || cls == "street" || cls == "landmark" || cls == "district" ||
           direction_only || (cls == "front" && !wt->sense->has(lexicon::kTagDual)) ||
           (cls == "near" && wt->last == i + 1)) &&
          !text_.tokens[open].has(text::kHashtag))
        return end;
      if (keep) {
        add(i, end, wt->clitics & ~text::kThe, node, cls, i);
      } else {
        add(open, end, cl, node, direction_only || cls == "near" ? std::string_view{} : cls, i);
        if (direction_only) out_.back().role = PlaceRole::kArea;
      }
      if (!out_.empty()) connect_class(i, *wt);
      uint32_t next = arabic_post(end, cls == "countryside");
      if (is_site_class(cls) || cls == "front" ||
          (cls == "countryside" && wt->sense->has(lexicon::kTagDual)))
        next = arabic_list(next, cls,
                           wt->sense->has(lexicon::kTagPl | lexicon::kTagDual) || cls == "front");
      else if (cls == "near" && out_.back().role == PlaceRole::kSite)
        next = arabic_row(next, i);
      return next;
    }
    return wt->last;
  }
  return i + 1;
}

// "on the road X - Y": a name that is none elsewhere.
uint32_t PlaceFinder::arabic_road(uint32_t from) {
  constexpr uint32_t kWords = 2;
  if (!text_.fold_of(from - 1).ends_with(kArRoad)) return from;
  uint32_t dash = from;
  while (dash < from + kWords && plain_word(dash)) ++dash;
  if (dash == from || text_.punct(dash) != '-') return from;
  const uint32_t end = compound(dash + 1) ? dash + 3 : arabic_name(dash + 1);
  if (end == dash + 1) return from;
  add(from, dash, 0, node_of(from, dash), {}, from);
  add(dash + 1, end, 0, node_of(dash + 1, end), {}, from);
  return end;
}

// "the Sea quarter", "the town of the Citadel": a word of the language with its article is a name
// after a class word that always has one.
bool PlaceFinder::any_name(uint32_t k, std::string_view cls, const Term& word) const {
  const bool street = cls == "street" && text_.fold_of(word.first) == kArStreet;
  return (street || cls == "neighbourhood" || cls == "town" || cls == "village") &&
         k == word.last && plain_word(k) && has_article(k) &&
         !text_.tokens[k].has(text::kNewline) && term(k, Kind::kTime) == nullptr &&
         place_word(k) != "direction" &&
         (cls != "neighbourhood" || !word.sense->has(lexicon::kTagPl));
}

// Fronts, squares, roundabouts, crossings and what is near have a name as a rule.
bool PlaceFinder::takes_name(std::string_view cls, uint32_t word, uint32_t name) const {
  static constexpr std::array<std::string_view, 8> kNamed = {
      "\xD8\xAF\xD9\x88\xD8\xA7\xD8\xB1",          // duwwar, roundabout
      "\xD8\xB3\xD8\xA7\xD8\xAD\xD9\x87",          // saha, square
      "\xD8\xB3\xD9\x88\xD9\x82",                  // suq
      "\xD8\xAC\xD8\xB3\xD8\xB1",                  // jisr, bridge
      "\xD8\xB4\xD8\xA7\xD8\xB1\xD8\xB9",          // shari', street
      "\xD9\x85\xD8\xAF\xD8\xB1\xD8\xB3\xD9\x87",  // madrasa, school
      "\xD9\x85\xD9\x8A\xD8\xAF\xD8\xA7\xD9\x86",  // maydan
      "\xD9\x85\xD9\x81\xD8\xB1\xD9\x82"};         // mafraq, junction
  if (cls == "front") return at_[name - first_].empty() || compound(name);
  if (cls == "street" && text_.fold_of(word) == kArStreet && has_article(name)) return true;
  if (cls == "region" && !has_article(word) &&
      (compound(name) || (has_article(name) && text_.tokens[name].readings == 0)))
    return true;
  const std::string_view what = text_.fold_of(word);
  if ((what == kNamed[0] || what == kNamed[1]) && has_article(name) && at_[name - first_].empty())
    return true;
  if (text_.tokens[name].readings != 0 && !compound(name)) return false;
  // "the surroundings of Kafr..."; with an article stand common nouns as well.
  if (cls == "near") {
    const std::string_view f = text_.fold_of(word);
    return !has_article(name) && (f.ends_with(kArAround) || f.ends_with(kArEdges));
  }
  return (cls == "landmark" || cls == "street") &&
         std::find(kNamed.begin(), kNamed.end(), text_.fold_of(word)) != kNamed.end();
}

// A direction adjective after a countryside belongs to its name.
uint32_t PlaceFinder::arabic_post(uint32_t end, bool countryside) {
  if (countryside && end < last_ && place_word(end) == "direction" && has_article(end)) {
    PlaceName& p = out_.back();
    p.last = end + 1;
    p.span.end = text_.tokens[end].end;
    return end + 1;
  }
  return end;
}

// "the villages of X and Y and Z": each next name carries wa-. `many`: a plural or dual told that
// more names come.
uint32_t PlaceFinder::arabic_list(uint32_t end, std::string_view cls, bool many) {
  while (end < last_) {
    uint32_t k = end;
    while (k < last_ && k < end + 3 && (text_.punct(k) == ',' || text_.punct(k) == '"')) ++k;
    if (!plain_word(k) || text_.tokens[k].has(text::kNewline)) return end;
    const bool comma = k > end && text_.punct(end) == ',';
    // "and" alone before a hashtag.
    const bool lone_and = text_.fold_of(k) == kArAnd && k + 1 < last_;
    k += lone_and;
    const Term* g = term(k, Kind::kPlace);
    const bool linked = lone_and || k > end || (g != nullptr && (g->clitics & text::kAnd) != 0);
    if (g != nullptr && linked && !(g->last == k + 1 && compound(k))) {
      if (role_of_candidates(g->node) == PlaceRole::kArea) return end;
      add(g->first, g->last, g->clitics & ~text::kThe, g->node, cls, k);
      end = g->last;
    } else if (const uint32_t stop = unknown_item(k, lone_and, comma, many); stop > k) {
      const bool with_and = !lone_and && text_.fold_of(k).starts_with(kArAnd);
      add(k, stop, with_and ? text::kAnd : 0, 0, cls, k);
      end = stop;
    } else {
      return end;
    }
    out_.back().within_previous = false;
  }
  return end;
}

// "on each of X and Y and Z", "in Qom and Borujerd": an unknown name with wa- behind a known
// place, where a list was announced or another known place or the end of the phrase follows it.
uint32_t PlaceFinder::arabic_row(uint32_t end, uint32_t first) {
  if (out_.back().role == PlaceRole::kSource || out_.back().role == PlaceRole::kArea) return end;
  const bool announced = long_preposition(first) > 1 && text_.fold_of(first - 1) == kArFrom;
  while (plain_word(end) && term(end, Kind::kPlace) == nullptr &&
         text_.fold_of(end).starts_with(kArAnd) && !text_.tokens[end].has(text::kNewline)) {
    const uint32_t stop = unknown_item(end, false, false, announced);
    if (stop <= end) return end;
    if (!announced && !list_goes_on(stop)) return end;
    add(end, stop, text::kAnd, 0, {}, end);
    out_.back().within_previous = false;
    end = stop;
  }
  return end;
}

// After a name of a list comes another, what holds it, a date or the end of the phrase.
bool PlaceFinder::list_goes_on(uint32_t k) const {
  if (k >= last_ || busy_[k - first_] || text_.punct(k) != '\0' || !place_word(k).empty())
    return true;
  const Term* next = term(k, Kind::kPlace);
  return text_.fold_of(k).starts_with(kArAnd) ||
         (next != nullptr && (next->clitics & text::kBy) != 0);
}

// The end of an unknown name that goes on a list at `k`; `k` when there is none.
uint32_t PlaceFinder::unknown_item(uint32_t k, bool lone_and, bool comma, bool many) const {
  if (compound(k)) return k + 2;
  if (!name_word(k)) return k;
  const bool foreign = text_.tokens[k].readings == 0;
  const std::string_view f = text_.fold_of(k);
  if (lone_and) return arabic_name(k);
  if (f.starts_with(kArAnd) && f.size() > 6) {
    // A verb may follow as well: "the village of X and searched".
    if (!many && f.ends_with(kArT)) return k;
    const bool sure = many || out_.back().node == 0 || list_goes_on(k + 1);
    const bool noun = term(k, Kind::kTarget) != nullptr || term(k, Kind::kPlaceWord) != nullptr;
    return (foreign && sure) || (many && !noun) ? k + 1 : k;
  }
  // Between commas an unknown word that is none of the language's is the next name.
  if (!comma || !foreign) return k;
  const uint32_t stop = arabic_name(k);
  return stop < last_ && boundary(stop) ? stop : k;
}

// The first word of a compound name, with or without "and" before it, and its second.
bool PlaceFinder::compound(uint32_t k) const {
  if (!plain_word(k)) return false;
  std::string_view f = text_.fold_of(k);
  if (!starter(f) && f.starts_with(kArAnd)) f.remove_prefix(kArAnd.size());
  const std::string_view next = place_word(k + 1);
  return starter(f) && second_word(k + 1) && next != "prep" && next != "near" &&
         next != "between" && next != "direction";
}

// A known name alone is a place after a preposition, an attack word, another place, a hash or at
// a head.
bool PlaceFinder::arabic_known(uint32_t i, const Term& g) const {
  const bool hash = text_.tokens[i].has(text::kHashtag);
  if (text_.punct(g.last) == ':') return false;  // a label
  if ((g.clitics & ~text::kThe) == 0 && aged(g.last)) return false;
  if (adverb(i) && g.last == i + 1) return false;
  // A town spelled like a word of another kind ("Tadmur", "destroys"): after a preposition.
  if (covered(i) && !hash &&
      !(i > first_ && place_word(i - 1) == "prep" && g.clitics == 0 && city(g.node)))
    return false;
  if (g.clitics & text::kBy) return true;
  if (hash || g.last - g.first > 1 || (i == first_ && !has_article(i))) return true;
  if (!out_.empty() && i - out_.back().last <= 1) return true;
  if (i == first_) return false;
  // "in "Afrin"": the word before the quotes.
  uint32_t b = i;
  if (i > first_ + 1 && (text_.punct(i - 1) == '"' || text_.punct(i - 1) == '(') &&
      (text_.punct(g.last) == '"' || text_.punct(g.last) == ')') &&
      text_.tokens[i - 2].fold_length > 2)
    --b;
  const std::string_view pw = place_word(b - 1);
  if (pw == "prep" || pw == "near" || pw == "between" || pw == "front" || pw == "direction" ||
      is_class(pw))
    return true;
  if (text_.fold_of(i - 1) == "\xD9\x88" || text_.punct(i - 1) == '-') return true;
  for (uint32_t k = i; k > first_ && k + 4 > i; --k)
    for (const Term* t : at_[k - 1 - first_])
      if (t->last == i && (t->kind() == Kind::kEvent || t->kind() == Kind::kTarget)) return true;
  return false;
}

}  // namespace sijil::mentions
