// SPDX-License-Identifier: Apache-2.0
// Lists of names in Latin letters, with commas or without.
#include "mentions/place_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

// First words of names of two words.
bool PlaceFinder::latin_starter(std::string_view f) {
  static constexpr std::array<std::string_view, 34> kStarters = {
      "um",     "umm",     "abu",  "tel",   "tal", "tell", "deir",  "dayr", "kafr",
      "kafar",  "kfar",    "kufr", "khan",  "ain", "ayn",  "beit",  "bayt", "maaret",
      "maarat", "maarrat", "urm",  "jabal", "ras", "wadi", "bani",  "beni", "bab",
      "san",    "santa",   "el",   "la",    "las", "los",  "sheikh"};
  return std::find(kStarters.begin(), kStarters.end(), f) != kStarters.end();
}

// The next name of a list that lost its commas: one word, or two after a first word that wants
// another.
uint32_t PlaceFinder::run_name(uint32_t k) const {
  if (k >= last_ || text_.tokens[k].has(text::kNewline)) return k;
  const uint32_t limit = latin_name(k);
  if (limit <= k) return k;
  uint32_t stop = k;
  while (stop + 1 < limit && (particle(text_.fold_of(stop)) || latin_starter(text_.fold_of(stop))))
    ++stop;
  ++stop;
  while (stop < limit && (text_.tokens[stop].has(text::kJoined) || particle(text_.fold_of(stop))))
    ++stop;
  return stop;
}

// The same, where a row of names lost its commas for sure.
uint32_t PlaceFinder::row_name(uint32_t k) const {
  if (k >= last_ || text_.tokens[k].has(text::kNewline)) return k;
  const uint32_t limit = latin_name(k);
  if (limit <= k) return k;
  const auto joined = [&](uint32_t i) {
    while (i < limit && text_.tokens[i].has(text::kJoined)) ++i;
    return i;
  };
  uint32_t stop = k;
  bool article = false;
  while (stop + 1 < limit &&
         (particle(text_.fold_of(stop)) || latin_starter(text_.fold_of(stop)))) {
    article |= particle(text_.fold_of(stop));
    ++stop;
  }
  stop = joined(stop + 1);
  // "Seif al-Dawla"; behind a name with an article begins the next.
  if (!article && stop + 1 < limit && particle(text_.fold_of(stop))) stop = joined(stop + 2);
  return stop;
}

// A long row of capitalised words before "and" is a list of names, a short one a name.
uint32_t PlaceFinder::run_first(uint32_t k) const {
  const uint32_t whole = latin_name(k);
  if (commaless(row_name(k))) return row_name(k);
  const bool goes_on =
      whole < last_ && (text_.fold_of(whole) == "and" || gazetteer_term(whole) != nullptr);
  return goes_on ? run_name(k) : whole;
}

// "towns of X, Y and Z"; `run`: a plural, so that names follow even without commas.
uint32_t PlaceFinder::list(uint32_t end, std::string_view cls, bool run) {
  const bool bare = run && commaless(end);
  while (end < last_) {
    uint32_t k = end;
    if (text_.punct(k) == ',') ++k;
    if (k < last_ && text_.fold_of(k) == "and") ++k;
    if (k >= last_) return end;
    // Commas lost in copying: the next known name follows at once.
    if (k == end && (capitals_ || (gazetteer_term(k) == nullptr && !run))) return end;
    if (!place_word(k).empty() && place_word(k) != "direction") return end;
    // "the city of X, west of Y"
    if (const Term* t = term(k, Kind::kPlaceWord);
        t != nullptr && place_word(k) == "direction" &&
        (text_.fold_of(t->last - 1) == "of" || (t->last < last_ && text_.fold_of(t->last) == "of")))
      return end;
    const uint32_t stop = bare                                              ? next_name(k)
                          : run && gazetteer_term(k) == nullptr && k == end ? run_name(k)
                                                                            : name_end(k);
    if (stop <= k) return end;
    // "the town of X, Aleppo": an area after a comma is no member.
    const uint32_t node = node_of(k, stop);
    if (node != 0 && text_.punct(end) == ',' && role_of_candidates(node) != PlaceRole::kSite)
      return end;
    if (is_class(place_word(stop))) return end;
    if (stop < last_ && text_.tokens[stop].has(text::kJoined))
      return end;  // "the city of X, Y-backed forces"
    add(k, stop, 0, node, cls, k);
    out_.back().within_previous = false;
    if (k > end && text_.fold_of(k - 1) == "and") return stop;  // the last one
    end = stop;
  }
  return end;
}

// The next name of a row without commas at `k`.
uint32_t PlaceFinder::next_name(uint32_t k) const {
  return k < last_ && gazetteer_term(k) != nullptr ? name_end(k) : row_name(k);
}

// "Bab al-Faraj al-Midan al-Muhafaza and al-Izaa": behind the first name two more at least stand
// before "and", with no comma.
bool PlaceFinder::commaless(uint32_t k) const {
  constexpr size_t kMost = 12, kLeast = 2;
  if (capitals_) return false;
  size_t names = 0;
  while (names < kMost) {
    const uint32_t stop = next_name(k);
    if (stop <= k || person_like(k, stop)) return false;
    ++names;
    k = stop;
    if (k < last_ && text_.fold_of(k) == "and")
      return names >= kLeast && next_name(k + 1) > k + 1 && !person_like(k + 1, next_name(k + 1));
    if (k >= last_ || text_.punct(k) != '\0') return false;
  }
  return false;
}

// "in X and Y", "X, Y and Z": unknown names beside one that is told, when the row ends as one of
// places does and no verb follows.
uint32_t PlaceFinder::row(uint32_t end) {
  constexpr size_t kMost = 12;
  if (capitals_ || out_.back().role == PlaceRole::kSource || out_.back().role == PlaceRole::kArea)
    return end;
  std::vector<std::pair<uint32_t, uint32_t>> names;
  bool last = false;
  size_t known = 0, listed = 0;  // in any spelling; as they stand
  const bool bare = commaless(end);
  for (uint32_t k = end; !last && names.size() < kMost;) {
    uint32_t n = k;
    if (text_.punct(n) == ',') ++n;
    const bool link = n < last_ && text_.fold_of(n) == "and";
    n += link;
    if ((n == k && !bare) || n >= last_ || text_.tokens[n].has(text::kNewline)) break;
    const uint32_t stop = bare ? next_name(n) : name_end(n);
    if (stop <= n || stop > n + 3 || person_like(n, stop) ||
        text_.tokens[stop - 1].has(text::kPossessive))
      break;
    last = link;
    k = stop;
    known += node_of(n, k) != 0;
    listed += node_at(n) != 0;
    names.emplace_back(n, k);
  }
  // Without "and" most are known, and three at least.
  const bool list = last || (names.size() >= 2 && known * 2 >= names.size());
  // No verb after it, unless its last name is known.
  const bool sure = last && known > 0 && node_of(names.back().first, names.back().second) != 0;
  if (names.empty() || !list || listed == names.size() ||
      (!sure && !row_ends(names.back().second) &&
       !(bare && is_class(place_word(names.back().second)))))
    return end;
  for (const auto& [from, to] : names) {
    add(from, to, 0, node_of(from, to), {}, from);
    out_.back().within_previous = false;
  }
  return names.back().second;
}

// "the A and B districts", "A B and C villages": a class word behind a row of names.
uint32_t PlaceFinder::row_of_class(uint32_t i) {
  constexpr size_t kMost = 12;
  std::vector<std::pair<uint32_t, uint32_t>> names;
  uint32_t k = i;
  for (bool last = false; !last && names.size() < kMost;) {
    uint32_t n = k;
    if (!names.empty()) {
      if (text_.punct(n) == ',') ++n;
      last = n < last_ && text_.fold_of(n) == "and";
      n += last;
    }
    if (n >= last_ || (n > k && text_.tokens[n].has(text::kNewline))) return i;
    k = last ? name_end(n) : run_first(n);
    if (k <= n || person_like(n, k)) return i;
    names.emplace_back(n, k);
  }
  const std::string_view cls = names.size() > 1 ? place_word(k) : std::string_view{};
  if (!is_class(cls) || !plural(term(k, Kind::kPlaceWord)->last - 1)) return i;
  for (const auto& [from, to] : names) {
    add(from, to, 0, node_of(from, to), cls, from);
    out_.back().within_previous = false;
  }
  return term(k, Kind::kPlaceWord)->last;
}

// "gunmen attacked X, Y and Z": three names in a row behind the attack, with no verb after them.
bool PlaceFinder::row_after(uint32_t end) const {
  size_t names = 1;
  for (uint32_t k = end; names < 12; ++names) {
    uint32_t n = k;
    if (text_.punct(n) == ',') ++n;
    const bool last = n < last_ && text_.fold_of(n) == "and";
    n += last;
    if (n == k || n >= last_) return false;
    k = name_end(n);
    if (k <= n || k > n + 2 || person_like(n, k)) return false;
    if (last) return names >= 2 && row_ends(k) && text_.fold_of(k + (k + 1 < last_)) != "who";
  }
  return false;
}

bool PlaceFinder::row_ends(uint32_t k) const {
  if (k >= last_ || busy_[k - first_]) return true;
  const char c = text_.punct(k);
  if (c != '\0') return c != '-' && c != '\'';
  static constexpr std::array<std::string_view, 27> kAfter = {
      "between", "in",      "on",       "at",       "near",   "with",  "from",   "by",    "to",
      "after",   "as",      "when",     "where",    "before", "since", "during", "late",  "early",
      "killing", "leaving", "wounding", "injuring", "which",  "using", "over",   "north", "south"};
  return std::find(kAfter.begin(), kAfter.end(), text_.fold_of(k)) != kAfter.end();
}

}  // namespace sijil::mentions
