// SPDX-License-Identifier: Apache-2.0
// The places of a whole sentence: which holds which, and which were hit.
#include "mentions/place_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

bool PlaceFinder::city(uint32_t node) const {
  return std::any_of(lex_.senses(node).begin(), lex_.senses(node).end(), [&](const Sense& s) {
    if (s.kind != Kind::kPlace) return false;
    const PlaceClass c = lex_.gazetteer().places()[static_cast<size_t>(s.value)].cls;
    return c == PlaceClass::kCity;
  });
}

// Behind the name before, and in "the camp of X for the displaced" behind them; signs left out.
uint32_t PlaceFinder::behind(const PlaceName& prev) const {
  uint32_t k = prev.last;
  const std::string_view f = k < last_ ? text_.fold_of(k) : std::string_view{};
  if (f.starts_with("\xD9\x84\xD9\x84") && f.ends_with("\xD9\x8A\xD9\x86")) ++k;
  if (text_.punct(k) == ')' || text_.punct(k) == '"') ++k;
  return k;
}

void PlaceFinder::connect(uint32_t i, const Term& g) {
  PlaceName& p = out_.back();
  if (out_.size() < 2) return;
  const PlaceName& prev = out_[out_.size() - 2];
  const uint32_t end = behind(prev);
  if (i < end) return;
  if (i - end <= 1 && (g.clitics & (text::kBy | text::kFor))) p.within_previous = true;
  if (i > first_ && i - end <= 2 &&
      (place_word(i - 1) == "direction" || text_.fold_of(i - 1) == "\xD9\x81\xD9\x8A"))
    p.within_previous = true;
  if ((g.clitics & text::kAnd) || (i > first_ && text_.fold_of(i - 1) == "\xD9\x88"))
    p.within_previous = false;
}

void PlaceFinder::connect_class(uint32_t i, const Term& w) {
  if (out_.size() < 2) return;
  PlaceName& p = out_.back();
  const PlaceName& prev = out_[out_.size() - 2];
  const uint32_t end = behind(prev);
  if (end > i || i - end > 2 || (w.clitics & text::kAnd)) return;
  for (uint32_t k = end; k < i; ++k)
    if (place_word(k).empty() || (place_word(k) == "prep" && text_.fold_of(k) != kArIn)) return;
  p.within_previous = true;
}

// "In Srinagar, a grenade ... in Lal Chowk", "El Fasher: shells hit the camp": the first place is
// the frame of the others when they are parts of a town.
void PlaceFinder::frame() {
  if (out_.size() < 2 || out_[0].role != PlaceRole::kSite || !out_[0].class_word.empty()) return;
  const PlaceName& p = out_[0];
  const bool label = p.first == first_ && text_.punct(p.last) == ':';
  uint32_t head = first_;
  while (head < p.first && text_.punct(head) != '\0') ++head;
  const bool in_x = p.first == head + 1 && text_.fold_of(head) == "in";
  if (!label && !in_x) return;
  for (size_t i = 1; i < out_.size(); ++i) {
    PlaceName& o = out_[i];
    const bool district = label && o.role == PlaceRole::kArea && small_area(o);
    if (!district && (o.role != PlaceRole::kSite || !part_of_town(p, o))) continue;
    o.role = PlaceRole::kSite;
    out_[0].role = PlaceRole::kArea;
    return;
  }
}

bool PlaceFinder::part_of_town(const PlaceName& town, const PlaceName& o) const {
  static constexpr std::array<std::string_view, 6> kParts = {
      "neighbourhood", "district", "camp", "street", "landmark", "village"};
  return std::find(kParts.begin(), kParts.end(), o.class_word) != kParts.end() ||
         (o.class_word.empty() && o.node == 0) || may_contain(town.node, o.node);
}

// A province or a country, or of the name of one.
bool PlaceFinder::wide(const PlaceName& p) const {
  for (const Sense& s : lex_.senses(p.node)) {
    if (s.kind != Kind::kPlace) continue;
    const auto at = static_cast<int32_t>(s.value);
    const PlaceClass c = lex_.gazetteer().places()[static_cast<size_t>(at)].cls;
    if (c <= PlaceClass::kGovernorate &&
        (c != PlaceClass::kRegion || lex_.gazetteer().ancestor(at, PlaceClass::kGovernorate) < 0))
      return true;
  }
  return false;
}

// A district, and nothing larger of that name.
bool PlaceFinder::small_area(const PlaceName& p) const {
  bool small = false;
  for (const Sense& s : lex_.senses(p.node)) {
    if (s.kind != Kind::kPlace) continue;
    const PlaceClass c = lex_.gazetteer().places()[static_cast<size_t>(s.value)].cls;
    if (c <= PlaceClass::kGovernorate) return false;
    small |= c <= PlaceClass::kSubdistrict;
  }
  return small;
}

// Cities that are also provinces, and containing towns: decided by the neighbours.
void PlaceFinder::settle() {
  for (size_t i = 0; i < out_.size(); ++i) {
    PlaceName& p = out_[i];
    if (p.within_previous && i > 0 && out_[i - 1].role != PlaceRole::kSource &&
        p.role != PlaceRole::kSource) {
      // "in the X area near Y": there, and not in Y.
      if (p.near && out_[i - 1].role == PlaceRole::kArea && out_[i - 1].node != 0 &&
          !wide(out_[i - 1]))
        out_[i - 1].role = PlaceRole::kSite;
      // A building or a street lies in the place that was hit, a quarter is the place.
      if (out_[i - 1].class_word == "landmark" || out_[i - 1].class_word == "street") continue;
      // "a camp in X": a site told only as a kind of thing does not make X an area.
      if (out_[i - 1].role != PlaceRole::kArea &&
          (p.role == PlaceRole::kEither || p.role == PlaceRole::kSite))
        p.role = PlaceRole::kArea;
    }
  }
  frame();
  of_attackers();
  of_roads();
  // "Between X and Y ... in the village of Z"
  if (out_.size() > 2 && out_[0].first > first_ && text_.fold_of(out_[0].first - 1) == "between" &&
      joined_by_and(out_[0], out_[1]))
    for (size_t i = 2; i < out_.size(); ++i)
      if (out_[i].role == PlaceRole::kSite && out_[i].class_word == "village" &&
          out_[0].role != PlaceRole::kSource)
        out_[0].role = out_[1].role = PlaceRole::kArea;
  // "the outskirts of X and Y" are those of both.
  for (size_t i = 0; i + 1 < out_.size(); ++i)
    if (out_[i].class_word == "direction" && out_[i].role == PlaceRole::kEither &&
        out_[i + 1].class_word.empty() && out_[i + 1].role == PlaceRole::kSite &&
        text_.fold_of(out_[i].last) == "and" && out_[i + 1].first == out_[i].last + 1) {
      out_[i].role = PlaceRole::kSite;
      out_[i].class_word = "town";
    }
  std::vector<size_t> areas;
  for (size_t i = 0; i < out_.size(); ++i)
    if (out_[i].role == PlaceRole::kEither && holds_a_site(i)) areas.push_back(i);
  for (const size_t i : areas) out_[i].role = PlaceRole::kArea;
}

// A site is told that may lie in the place `i`, and that does not stand beside it as its equal
// ("Homs and Harasta").
bool PlaceFinder::holds_a_site(size_t i) const {
  // "the outskirts of X", "west of X"
  const bool around = is_area_class(out_[i].class_word) || out_[i].class_word == "direction";
  const auto equal = [&](size_t a) {
    return a + 1 < out_.size() && joined_by_and(out_[a], out_[a + 1]);
  };
  if (!around && i > 0 && out_[i - 1].role == PlaceRole::kSite && equal(i - 1)) return false;
  if (!around && i + 1 < out_.size() && out_[i + 1].role == PlaceRole::kSite && equal(i))
    return false;
  return std::any_of(out_.begin(), out_.end(), [&](const PlaceName& o) {
    return o.role == PlaceRole::kSite &&
           (around || o.node == 0 || out_[i].node == 0 || may_contain(out_[i].node, o.node));
  });
}

// "A and B", "in the city of A and in the town of B"
bool PlaceFinder::joined_by_and(const PlaceName& a, const PlaceName& b) const {
  constexpr uint32_t kGap = 7;
  if (b.first < a.last || b.first - a.last > kGap) return false;
  // Arabic "and" is a letter of the next word.
  bool joined = b.span.begin > text_.tokens[b.first].begin;
  for (uint32_t k = a.last; k < b.first; ++k) {
    const std::string_view f = text_.fold_of(k);
    if (f == "and" || f == "&" || f == kArAnd) {
      joined = true;
      continue;
    }
    const bool small = f == "in" || f == "on" || f == "at" || f == "near" || f == "the" ||
                       f == "of" || f == "," || f == "both";
    if (!small && place_word(k).empty() && (k == a.last || place_word(k - 1).empty())) return false;
  }
  return joined;
}

}  // namespace sijil::mentions
