// SPDX-License-Identifier: Apache-2.0
#include "mentions/place_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

std::vector<PlaceName> PlaceFinder::run() {
  for (uint32_t i = first_; i < last_;) {
    const uint32_t next = arabic(i) ? arabic_at(i) : latin_at(i);
    i = std::max(next, i + 1);
  }
  settle();
  return std::move(out_);
}

bool PlaceFinder::arabic(uint32_t i) const {
  return text_.tokens[i].script == text::Script::kArabic;
}

const Term* PlaceFinder::term(uint32_t i, Kind kind) const {
  if (i < first_ || i >= last_) return nullptr;
  for (const Term* t : at_[i - first_])
    if (t->kind() == kind) return t;
  return nullptr;
}

std::string_view PlaceFinder::id(const Term* t) const { return lex_.id_name(t->sense->id); }

std::string_view PlaceFinder::place_word(uint32_t i) const {
  const Term* t = term(i, Kind::kPlaceWord);
  if (t == nullptr || opens_name(i, *t)) return {};
  return id(t);
}

// Words that are never part of a place's name.
bool PlaceFinder::blocks(const Term& t) const {
  if (t.kind() == Kind::kCue && id(&t).starts_with("given"))
    return false;  // places bear names of people
  switch (t.kind()) {
    case Kind::kActor:
    case Kind::kTime:
    case Kind::kSpeaker:
    case Kind::kReporting:
    case Kind::kNotName:
    case Kind::kCue:
    case Kind::kOutcome:
    case Kind::kVague:
    case Kind::kBound:
      return true;
    case Kind::kEvent:
    case Kind::kWeapon:
    case Kind::kPeople:
    case Kind::kForce:
    case Kind::kNumber:
      return true;
    default:
      return false;
  }
}

bool PlaceFinder::covered(uint32_t i) const { return covered_[i - first_] != 0; }

bool PlaceFinder::particle(std::string_view f) {
  static constexpr std::array<std::string_view, 15> kParticles = {
      "al", "el", "ash", "ad", "ar", "as", "at", "az", "an", "ed", "ez", "es", "er", "ul", "bin"};
  return std::find(kParticles.begin(), kParticles.end(), f) != kParticles.end();
}

const Term* PlaceFinder::gazetteer_term(uint32_t i) const {
  const Term* t = term(i, Kind::kPlace);
  if (t == nullptr) return nullptr;
  const Token& tok = text_.tokens[i];
  if (tok.script == text::Script::kLatin && !tok.has(text::kUpperInitial) &&
      !tok.has(text::kHashtag) &&
      !(particle(text_.fold_of(i)) && i + 1 < t->last &&
        text_.tokens[i + 1].has(text::kUpperInitial)) &&
      // "southern Lebanon", known by that name
      !(place_word(i) == "direction" && text_.tokens[t->last - 1].has(text::kUpperInitial)))
    return nullptr;
  return t;
}

PlaceRole PlaceFinder::role_of_candidates(uint32_t node) const {
  bool site = false, area = false, wide = false;
  for (const Sense& s : lex_.senses(node)) {
    if (s.kind != Kind::kPlace) continue;
    const PlaceClass c = lex_.gazetteer().places()[static_cast<size_t>(s.value)].cls;
    (c <= PlaceClass::kSubdistrict ? area : site) = true;
    wide |= c <= PlaceClass::kGovernorate;
  }
  // A town that gives its name to a district is the town, unless something in it is told too.
  return site && wide ? PlaceRole::kEither
         : site       ? PlaceRole::kSite
         : area       ? PlaceRole::kArea
                      : PlaceRole::kSite;
}

void PlaceFinder::add(uint32_t first, uint32_t last, uint8_t clitics, uint32_t node,
                      std::string_view cls, uint32_t context) {
  PlaceName p;
  p.first = first;
  p.last = last;
  p.span = span_of(text_, first, last, clitics);
  if (text_.tokens[last - 1].script == text::Script::kLatin)
    p.span.end = text_.tokens[last - 1].end;
  p.node = node;
  p.class_word = cls;
  if (is_loose_class(cls)) {
    p.role = node != 0 ? role_of_candidates(node) : PlaceRole::kSite;
  } else if (is_area_class(cls)) {
    p.role = PlaceRole::kArea;
  } else if (is_site_class(cls)) {
    // "the bank of the Euphrates", "the coast of Y": along what is itself an area.
    p.role = (cls == "landmark" || cls == "city") && node != 0 &&
                     role_of_candidates(node) == PlaceRole::kArea
                 ? PlaceRole::kArea
                 : PlaceRole::kSite;
  } else {
    p.role = node ? role_of_candidates(node) : PlaceRole::kSite;
  }
  if (last < last_ && place_word(last) == "talks") p.role = PlaceRole::kSource;
  if (holds_ == &text_.tokens[first] && !out_.empty()) p.within_previous = true;
  // What stands before the name and its class word: near, from, in.
  uint32_t b = holder(context);
  while (b > first_ && (text_.fold_of(b - 1) == "the" || text_.fold_of(b - 1) == "of" ||
                        text_.fold_of(b - 1) == "direction" || is_class(place_word(b - 1)) ||
                        place_word(b - 1) == "direction"))
    --b;
  if (b > first_) {
    const std::string_view w = text_.fold_of(b - 1);
    const std::string_view pw = place_word(b - 1);
    p.near = pw == "near";
    if (w == "from" || (w == kArFrom && long_preposition(b) == 0) ||
        ((w == "toward" || w == "towards") && !fired_at(b - 1)) ||
        (w == "to" && bound_for(b - 1)) || (b > first_ + 1 && w == "left" && had(b - 2)))
      p.role = PlaceRole::kSource;
    if (arabic(first) && ar_elsewhere(b - 1)) p.role = PlaceRole::kSource;
    if (w == "told") p.role = PlaceRole::kSource;
    if (w == "by" && p.class_word.empty())
      p.role = PlaceRole::kSource;  // a capital for its government
    if (w == "with" && b > first_ + 1 &&
        (text_.fold_of(b - 2) == "border" || text_.fold_of(b - 2) == "borders"))
      p.role = PlaceRole::kArea;
    // "activists in Aleppo said": where the speaker is.
    if (w == "in" && b > first_ + 1 && reports_after(last))
      for (const Term* t : speakers_)
        if (t->last == b - 1) p.role = PlaceRole::kSource;
    // "according to X Hospital", where X Hospital is known.
    if (cls.empty() && node != 0 && building(text_.fold_of(last - 1)) && speaks(b, last))
      p.role = PlaceRole::kSource;
    // "the Sochi agreement", "talks in Geneva".
    if (place_word_ending(b) == "talks") p.role = PlaceRole::kSource;
    if ((w == "in" || w == "at") && b > first_ + 1 && (elsewhere(b - 1) || cared_for(b - 1)))
      p.role = PlaceRole::kSource;
    if (!capitals_ && cls.empty() && text_.tokens[first].has(text::kAllCaps) && !arabic(first))
      p.role = PlaceRole::kSource;
    if (b > first_ + 1 && (w == "in" || w == "at")) {
      const std::string_view v = text_.fold_of(b - 2);
      if (v == "positioned" || v == "stationed" || v == "based" || v == "located")
        p.role = PlaceRole::kSource;
    }
    if (!out_.empty() && out_.back().last <= b) {
      uint32_t before = out_.back().last;  // with the class word behind the name
      if (const Term* t = term(before, Kind::kPlaceWord);
          t != nullptr && is_class(id(t)) && t->last < b)
        before = t->last;
      const uint32_t behind = before;
      if (text_.punct(before) == ',' && before + 1 < b) ++before;
      uint32_t gap = b - before;
      for (uint32_t k = out_.back().last; k < first; ++k)
        // A thing of its own, or a count: "four in Avdiivka, two in Bakhmut".
        if (text_.fold_of(k) == "and" || text_.fold_of(k) == "&" ||
            text_.tokens[k].kind == TokenKind::kNumber || term(k, Kind::kNumber) != nullptr)
          gap = 9;
      const bool comma = text_.punct(b - 1) == ',';
      // Settlements with commas between them are a list, unless the later is known to hold the
      // earlier.
      if (gap <= 2 && comma)
        p.within_previous = p.role != PlaceRole::kSite || may_contain(node, out_.back().node) ||
                            (cls == "city" && out_.back().class_word == "village");
      else if ((gap <= 2 && (w == "in" || w == "of" || pw == "near" || pw == "direction")) ||
               (!arabic(first) && around_previous(behind, first)))
        p.within_previous = true;
    }
  }
  if (!out_.empty() && other_name(p)) p.role = PlaceRole::kSource;
  // "X, 40 km north of Y": Y only tells where X lies.
  if (!out_.empty() && p.role != PlaceRole::kSource && !arabic(first) &&
      distance(first, out_.back().last))
    p.role = PlaceRole::kArea;
  out_.push_back(p);
}

bool PlaceFinder::one_of(std::span<const std::string_view> words, std::string_view f) {
  return std::find(words.begin(), words.end(), f) != words.end();
}

// One of the entries of `outer` holds one of `inner`.
bool PlaceFinder::may_contain(uint32_t outer, uint32_t inner) const {
  if (outer == 0 || inner == 0 || outer == inner) return false;
  for (const Sense& a : lex_.senses(outer)) {
    if (a.kind != Kind::kPlace) continue;
    for (const Sense& b : lex_.senses(inner))
      if (b.kind == Kind::kPlace && a.value != b.value &&
          lex_.gazetteer().contains(static_cast<int32_t>(a.value), static_cast<int32_t>(b.value)))
        return true;
  }
  return false;
}

// The id of a place word that ends before `i`.
std::string_view PlaceFinder::place_word_ending(uint32_t i) const {
  for (uint32_t k = i; k > first_ && k + 5 > i; --k)
    if (const Term* t = term(k - 1, Kind::kPlaceWord); t != nullptr && t->last == i) return id(t);
  return {};
}

uint32_t PlaceFinder::node_at(uint32_t first) const {
  const Term* g = term(first, Kind::kPlace);
  return g != nullptr ? g->node : 0;
}

uint32_t PlaceFinder::node_of(uint32_t first, uint32_t last) const {
  const Term* g = term(first, Kind::kPlace);
  if (g != nullptr && g->last == last) return g->node;
  return arabic(first) ? 0 : spelled(first, last);
}

// A known name in another spelling.
uint32_t PlaceFinder::spelled(uint32_t first, uint32_t last) const {
  std::string name;
  for (uint32_t k = first; k < last; ++k) {
    if (k > first) name += ' ';
    name += text_.fold_of(k);
  }
  return lex_.spelled(name);
}

std::vector<PlaceName> find_places(const Text& text, const lexicon::Lexicon& lexicon,
                                   uint32_t first, uint32_t last, const std::vector<Term>& terms,
                                   const std::vector<bool>& busy, bool capitals) {
  return PlaceFinder(text, lexicon, first, last, terms, busy, capitals).run();
}

}  // namespace sijil::mentions
