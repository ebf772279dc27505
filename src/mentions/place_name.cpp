// SPDX-License-Identifier: Apache-2.0
#include "mentions/place_name.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace sijil::mentions {

using lexicon::PlaceClass;
using text::Text;
using text::Token;
using text::TokenKind;

namespace {

constexpr std::string_view kArAnd = "\xD9\x88";
constexpr std::string_view kArRoad = "\xD8\xB7\xD8\xB1\xD9\x8A\xD9\x82";    // tariq
constexpr std::string_view kArStreet = "\xD8\xB4\xD8\xA7\xD8\xB1\xD8\xB9";  // shari'
// Arabic, folded: what says that someone is from a place.
constexpr std::string_view kArSeat[] = {
    "\xD9\x85\xD9\x82\xD8\xB1\xD9\x87\xD8\xA7",          // its seat
    "\xD9\x85\xD9\x82\xD8\xB1\xD9\x87",                  // its seat
    "\xD9\x88\xD9\x85\xD9\x82\xD8\xB1\xD9\x87\xD8\xA7",  // and its seat
    "\xD9\x88\xD9\x85\xD9\x82\xD8\xB1\xD9\x87",          // and its seat
    "\xD8\xA7\xD8\xA8\xD9\x86\xD8\xA7\xD8\xA1",          // sons of
};
// What says, before "to", where someone went.
constexpr std::string_view kArMoves[] = {
    "\xD9\x86\xD8\xB2\xD8\xAD",                                          // displaced
    "\xD9\x86\xD8\xB2\xD8\xAD\xD9\x88\xD8\xA7",                          // displaced
    "\xD9\x86\xD8\xB2\xD9\x88\xD8\xAD",                                  // displacement
    "\xD8\xB7\xD8\xB1\xD9\x8A\xD9\x82\xD9\x87\xD8\xA7",                  // its way
    "\xD8\xB7\xD8\xB1\xD9\x8A\xD9\x82\xD9\x87",                          // his way
    "\xD8\xB7\xD8\xB1\xD9\x8A\xD9\x82\xD9\x87\xD9\x85",                  // their way
    "\xD9\x86\xD9\x82\xD9\x84",                                          // moved
    "\xD9\x86\xD9\x82\xD9\x84\xD8\xAA",                                  // moved
    "\xD9\x86\xD9\x82\xD9\x84\xD9\x87\xD9\x85",                          // moved them
    "\xD8\xA7\xD9\x82\xD8\xAA\xD9\x8A\xD8\xA7\xD8\xAF\xD9\x87\xD9\x85",  // led away
    "\xD9\x81\xD8\xB1",                                                  // fled
    "\xD9\x81\xD8\xB1\xD9\x88\xD8\xA7",                                  // fled
    "\xD9\x87\xD8\xB1\xD8\xA8\xD9\x88\xD8\xA7",                          // fled
    "\xD9\x84\xD8\xAC\xD8\xA7",                                          // sought refuge
    "\xD8\xAA\xD9\x88\xD8\xAC\xD9\x87",                                  // headed
    "\xD9\x85\xD8\xAA\xD9\x88\xD8\xAC\xD9\x87\xD9\x87",                  // heading
    "\xD9\x85\xD8\xAA\xD8\xAC\xD9\x87\xD9\x87",                          // bound
    "\xD8\xB9\xD8\xA7\xD8\xAF\xD9\x88\xD8\xA7",                          // returned
    "\xD8\xB9\xD8\xA7\xD8\xA6\xD8\xAF\xD9\x8A\xD9\x86",                  // returning
};
// What says, before "in", where people met.
constexpr std::string_view kArMeets[] = {
    "\xD8\xA7\xD8\xAA\xD9\x81\xD8\xA7\xD9\x82",                                  // accord
    "\xD8\xA7\xD9\x84\xD8\xB6\xD8\xA7\xD9\x85\xD9\x86\xD9\x87",                  // guarantors
    "\xD9\x84\xD9\x82\xD8\xA7\xD8\xA1",                                          // meeting
    "\xD8\xA7\xD9\x84\xD9\x84\xD9\x82\xD8\xA7\xD8\xA1",                          // the meeting
    "\xD8\xA7\xD8\xAC\xD8\xAA\xD9\x85\xD8\xA7\xD8\xB9",                          // meeting
    "\xD8\xA7\xD9\x84\xD8\xA7\xD8\xAC\xD8\xAA\xD9\x85\xD8\xA7\xD8\xB9",          // the meeting
    "\xD9\x85\xD8\xAD\xD8\xA7\xD8\xAF\xD8\xAB\xD8\xA7\xD8\xAA",                  // talks
    "\xD8\xA7\xD9\x84\xD9\x85\xD8\xAD\xD8\xA7\xD8\xAF\xD8\xAB\xD8\xA7\xD8\xAA",  // the talks
    "\xD9\x85\xD8\xA8\xD8\xA7\xD8\xAD\xD8\xAB\xD8\xA7\xD8\xAA",                  // talks
    "\xD9\x82\xD9\x85\xD9\x87",                                                  // summit
    "\xD8\xA7\xD9\x84\xD9\x82\xD9\x85\xD9\x87",                                  // the summit
    "\xD9\x85\xD8\xA4\xD8\xAA\xD9\x85\xD8\xB1",                                  // conference
    "\xD8\xA7\xD9\x84\xD9\x85\xD8\xA4\xD8\xAA\xD9\x85\xD8\xB1",                  // the conference
    "\xD9\x85\xD9\x81\xD8\xA7\xD9\x88\xD8\xB6\xD8\xA7\xD8\xAA",                  // negotiations
};
constexpr std::string_view kArTo = "\xD8\xA7\xD9\x84\xD9\x8A";                     // ila
constexpr std::string_view kArAround = "\xD9\x85\xD8\xAD\xD9\x8A\xD8\xB7";         // muhit
constexpr std::string_view kArEdges = "\xD8\xA7\xD8\xB7\xD8\xB1\xD8\xA7\xD9\x81";  // atraf
constexpr std::string_view kArT = "\xD8\xAA";
constexpr std::string_view kArFor = "\xD9\x84";
constexpr std::string_view kArFrom = "\xD9\x85\xD9\x86";
constexpr std::string_view kArIn = "\xD9\x81\xD9\x8A";

bool is_area_class(std::string_view id) {
  return id == "governorate" || id == "district" || id == "subdistrict" || id == "countryside" ||
         id == "region" || id == "suburb";
}
// "the X area", "X district": the place hit when nothing finer is named, else what contains it.
bool is_loose_class(std::string_view id) {
  return id == "district" || id == "subdistrict" || id == "region" || id == "suburb";
}
bool is_site_class(std::string_view id) {
  return id == "village" || id == "town" || id == "city" || id == "neighbourhood" || id == "camp" ||
         id == "landmark" || id == "street";
}
bool is_class(std::string_view id) { return is_area_class(id) || is_site_class(id); }

class Finder {
 public:
  Finder(const Text& text, const lexicon::Lexicon& lex, uint32_t first, uint32_t last,
         const std::vector<Term>& terms, const std::vector<bool>& busy, bool capitals)
      : text_(text), lex_(lex), first_(first), last_(last), busy_(busy), capitals_(capitals) {
    at_.resize(last - first + 1);
    covered_.assign(last - first, 0);
    for (const Term& t : terms) {
      at_[t.first - first].push_back(&t);
      if (t.kind() == Kind::kSpeaker) speakers_.push_back(&t);
      if (blocks(t))
        for (uint32_t i = t.first; i < t.last; ++i) covered_[i - first] = 1;
    }
  }

  std::vector<PlaceName> run() {
    for (uint32_t i = first_; i < last_;) {
      const uint32_t next = arabic(i) ? arabic_at(i) : latin_at(i);
      i = std::max(next, i + 1);
    }
    settle();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool arabic(uint32_t i) const {
    return text_.tokens[i].script == text::Script::kArabic;
  }
  [[nodiscard]] const Term* term(uint32_t i, Kind kind) const {
    if (i < first_ || i >= last_) return nullptr;
    for (const Term* t : at_[i - first_])
      if (t->kind() == kind) return t;
    return nullptr;
  }
  [[nodiscard]] std::string_view id(const Term* t) const { return lex_.id_name(t->sense->id); }
  [[nodiscard]] std::string_view place_word(uint32_t i) const {
    const Term* t = term(i, Kind::kPlaceWord);
    if (t == nullptr || opens_name(i, *t)) return {};
    return id(t);
  }
  // "Tel", "Deir", "Mount": the first word of a name rather than a class word.
  [[nodiscard]] bool opens_name(uint32_t i, const Term& t) const {
    if (arabic(i) || capitals_ || !t.sense->has(lexicon::kTagKeep) ||
        lex_.id_name(t.sense->id) == "direction" || lex_.id_name(t.sense->id) == "countryside")
      return false;
    return text_.tokens[i].has(text::kUpperInitial) && t.last < last_ &&
           (text_.tokens[t.last].has(text::kUpperInitial) ||
            text_.tokens[t.last].has(text::kJoined));
  }

  // Words that are never part of a place's name.
  [[nodiscard]] bool blocks(const Term& t) const {
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
  [[nodiscard]] bool covered(uint32_t i) const { return covered_[i - first_] != 0; }

  [[nodiscard]] static bool particle(std::string_view f) {
    static constexpr std::array<std::string_view, 15> kParticles = {
        "al", "el", "ash", "ad", "ar", "as", "at", "az", "an", "ed", "ez", "es", "er", "ul", "bin"};
    return std::find(kParticles.begin(), kParticles.end(), f) != kParticles.end();
  }

  // The end of a Latin name that starts at i; i when there is none.
  [[nodiscard]] uint32_t latin_name(uint32_t i) const {
    uint32_t k = i;
    bool solid = false;
    while (k < last_ && k < i + 5) {
      const Token& t = text_.tokens[k];
      if (t.kind != TokenKind::kWord || t.script != text::Script::kLatin || busy_[k - first_])
        break;
      if (k > i && t.has(text::kNewline)) break;
      const std::string_view f = text_.fold_of(k);
      const bool joined = k > i && t.has(text::kJoined);
      // "at X": a preposition unless a hyphen or a capital makes it the article of the name.
      const bool preposition = k == i && (f == "at" || f == "as" || f == "an") &&
                               !t.has(text::kUpperInitial) &&
                               !(k + 1 < last_ && text_.tokens[k + 1].has(text::kJoined));
      if (particle(f) && !preposition && k + 1 < last_ &&
          (text_.tokens[k + 1].has(text::kUpperInitial) ||
           text_.tokens[k + 1].has(text::kHyphen))) {
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
  [[nodiscard]] bool hill(uint32_t k) const {
    return text_.fold_of(k) == "tell" && k + 1 < last_ && !capitals_ && k > first_ &&
           text_.tokens[k].has(text::kUpperInitial) && text_.tokens[k + 1].has(text::kUpperInitial);
  }

  [[nodiscard]] const Term* gazetteer_term(uint32_t i) const {
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

  [[nodiscard]] PlaceRole role_of_candidates(uint32_t node) const {
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

  void add(uint32_t first, uint32_t last, uint8_t clitics, uint32_t node, std::string_view cls,
           uint32_t context) {
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

  // "fled to", "heading to", "on its way to"; "that had left X".
  [[nodiscard]] bool bound_for(uint32_t to) const {
    static constexpr std::array<std::string_view, 24> kBound = {
        "fled",      "fleeing",   "flee",      "heading",  "headed",    "travelling",
        "traveling", "bound",     "way",       "moved",    "evacuated", "flown",
        "returned",  "returning", "displaced", "returned", "escaped",   "driven",
        "retreated", "withdrew",  "withdrawn", "sent",     "back",      "route"};
    return to > first_ &&
           std::find(kBound.begin(), kBound.end(), text_.fold_of(to - 1)) != kBound.end();
  }
  // "hit X, on the road linking Y and Z": where X lies.
  void of_roads() {
    static constexpr std::array<std::string_view, 8> kLinks = {
        "linking",
        "connecting",
        "separating",
        "\xD8\xA7\xD9\x84\xD9\x88\xD8\xA7\xD8\xB5\xD9\x84",  // al-wasil
        "\xD8\xA7\xD9\x84\xD8\xB1\xD8\xA7\xD8\xA8\xD8\xB7",  // al-rabit
        "\xD9\x8A\xD8\xB1\xD8\xA8\xD8\xB7",                  // yarbut
        "\xD8\xAA\xD8\xB1\xD8\xA8\xD8\xB7",                  // tarbut
        "\xD9\x8A\xD8\xB5\xD9\x84"};                         // yasil
    constexpr uint32_t kReach = 4;
    for (size_t i = 1; i + 1 < out_.size(); ++i) {
      if (out_[i].role == PlaceRole::kSource || out_[i - 1].role != PlaceRole::kSite) continue;
      bool linked = false;
      for (uint32_t k = out_[i].first; k > out_[i - 1].last && out_[i].first - k < kReach; --k)
        linked |= one_of(kLinks, text_.fold_of(k - 1));
      if (!linked) continue;
      out_[i].role = PlaceRole::kArea;
      if (out_[i + 1].role != PlaceRole::kSource && joined_by_and(out_[i], out_[i + 1]))
        out_[i + 1].role = PlaceRole::kArea;
    }
  }
  // "Rebels in X shelled the town of Y": where those stand who attack.
  void of_attackers() {
    for (size_t i = 0; i + 1 < out_.size(); ++i) {
      PlaceName& p = out_[i];
      if (p.role == PlaceRole::kSource || p.first < first_ + 2 ||
          text_.fold_of(p.first - 1) != "in")
        continue;
      bool who = false;
      for (uint32_t k = p.first - 1; k > first_ && k + 4 > p.first; --k)
        for (const Term* t : at_[k - 1 - first_])
          who |= t->last == p.first - 1 && (t->kind() == Kind::kActor || t->kind() == Kind::kForce);
      uint32_t k = p.last;
      if (k < last_ &&
          (text_.fold_of(k) == "had" || text_.fold_of(k) == "have" || text_.fold_of(k) == "also"))
        ++k;
      const Term* e = who ? term(k, Kind::kEvent) : nullptr;
      if (e == nullptr || !e->sense->has(lexicon::kTagVerb)) continue;
      const bool other = std::any_of(
          out_.begin() + static_cast<std::ptrdiff_t>(i) + 1, out_.end(), [](const PlaceName& o) {
            return o.role == PlaceRole::kSite || o.role == PlaceRole::kEither;
          });
      if (other) p.role = PlaceRole::kSource;
    }
  }
  // "fired towards", "launched rockets towards"
  [[nodiscard]] bool fired_at(uint32_t i) const {
    for (uint32_t k = i; k > first_ && k + 5 > i; --k) {
      const std::string_view f = text_.fold_of(k - 1);
      if (f == "fired" || f == "firing" || f == "launched" || f == "launching" || f == "shot" ||
          term(k - 1, Kind::kWeapon) != nullptr)
        return true;
    }
    return false;
  }
  [[nodiscard]] bool had(uint32_t i) const {
    const std::string_view f = text_.fold_of(i);
    return f == "had" || f == "has" || f == "have";
  }
  // "on each of X and Y", "near to X" in Arabic end like "from": the length of the preposition that
  // ends before `b`, 0 for a single word.
  [[nodiscard]] uint32_t long_preposition(uint32_t b) const {
    for (uint32_t k = b; k > first_ && k + 5 > b; --k)
      for (const Term* t : at_[k - 1 - first_])
        if (t->kind() == Kind::kPlaceWord && t->last == b && t->last - t->first > 1)
          return t->last - t->first;
    return 0;
  }
  // "died before they reached the clinic in X", "treated at a hospital in X": where the hurt were.
  [[nodiscard]] bool cared_for(uint32_t preposition) const {
    for (uint32_t k = preposition; k > first_ && k + 4 > preposition; --k)
      for (const Term* t : at_[k - 1 - first_]) {
        if (t->last != preposition || t->kind() != Kind::kTarget || id(t) != "hospital") continue;
        uint32_t b = t->first;
        while (b > first_ && (text_.fold_of(b - 1) == "the" || text_.fold_of(b - 1) == "a" ||
                              text_.fold_of(b - 1) == "field" || text_.fold_of(b - 1) == "local"))
          --b;
        if (b == first_) return false;
        const std::string_view w = text_.fold_of(b - 1);
        const bool care =
            b > first_ + 1 && (w == "at" || w == "in" || w == "to") && !attack_near(b - 1);
        return w == "reached" || w == "reaching" || care;
      }
    return false;
  }
  // What stands at [b, last) tells the news, or the one who works there does.
  [[nodiscard]] bool speaks(uint32_t b, uint32_t last) const {
    if (last < last_ && term(last, Kind::kReporting) != nullptr) return true;
    if (b == first_) return false;
    const bool of = text_.fold_of(b - 1) == "of", at = text_.fold_of(b - 1) == "at";
    const bool clinic =
        text_.fold_of(last - 1) == "hospital" || text_.fold_of(last - 1) == "clinic";
    for (uint32_t k = b; k > first_ && k + 4 > b; --k)
      for (const Term* t : at_[k - 1 - first_])
        if ((t->kind() == Kind::kReporting && t->last == b) ||
            (t->kind() == Kind::kSpeaker &&
             ((t->last + 1 == b && (of || (at && (clinic || reports_after(last))))) ||
              (t->last == b && text_.fold_of(b) == "of"))))
          return true;
    return false;
  }
  // "from rebel-held X", "in the SDF/regime-controlled X area": the token where the holder begins.
  [[nodiscard]] uint32_t holder(uint32_t i) const {
    constexpr uint32_t kMost = 6;
    if (i <= first_ + 1 || arabic(i)) return i;
    const std::string_view f = text_.fold_of(i - 1);
    if (f != "held" && f != "controlled" && f != "occupied" && f != "ruled") return i;
    uint32_t k = i - 1;
    while (k > first_ && i - k < kMost &&
           (text_.tokens[k].has(text::kJoined) || text_.punct(k - 1) == '/' ||
            text_.punct(k - 1) == '-' || text_.punct(k) == '/' || text_.punct(k) == '-'))
      --k;
    return k;
  }
  // "in the surroundings of", "close to the outskirts of": from one name to the next stand only
  // words of place, and one of nearness among them.
  [[nodiscard]] bool around_previous(uint32_t from, uint32_t to) const {
    bool near = false;
    for (uint32_t k = from; k < to;) {
      const std::string_view w = place_word(k), f = text_.fold_of(k);
      near |= w == "near" || w == "direction";
      const bool small =
          f == "in" || f == "the" || f == "of" || f == "at" || f == "on" || f == "to";
      if (w.empty() && !small) return false;
      k = w.empty() ? k + 1 : term(k, Kind::kPlaceWord)->last;
    }
    return near;
  }
  // "Abu Kamal (al-Bukamal)", "Derik/Malikiyah": the other name of the place before.
  [[nodiscard]] bool other_name(const PlaceName& p) const {
    const PlaceName& before = out_.back();
    uint32_t k = before.last;
    while (k < p.first && !place_word(k).empty()) ++k;
    if (k + 1 != p.first || before.role == PlaceRole::kSource) return false;
    const bool bracket = text_.punct(k) == '(' && text_.punct(p.last) == ')';
    if (!bracket && text_.punct(k) != '/') return false;
    if (p.node == 0 || before.node == 0) return true;
    for (const Sense& a : lex_.senses(before.node))
      for (const Sense& b : lex_.senses(p.node))
        if (a.kind == Kind::kPlace && b.kind == Kind::kPlace && a.value == b.value) return true;
    return false;
  }
  // "whose seat is X", "of the sons of X", "fled to X", "met in X".
  [[nodiscard]] bool ar_elsewhere(uint32_t i) const {
    constexpr uint32_t kNear = 6, kFar = 14;
    const std::string_view f = text_.fold_of(i);
    if (one_of(kArSeat, f)) return true;
    const bool to = f == kArTo, in = f == kArIn;
    if (!to && !in) return false;
    for (uint32_t k = i, n = 0; k > first_ && n < (to ? kNear : kFar); --k, ++n) {
      if (in && (term(k - 1, Kind::kEvent) != nullptr || text_.punct(k - 1) == ',')) return false;
      std::string_view w = text_.fold_of(k - 1);
      if (one_of(to ? std::span<const std::string_view>(kArMoves) : kArMeets, w)) return true;
      if (w.size() > 4 && w.starts_with(kArAnd)) w.remove_prefix(kArAnd.size());
      if (one_of(to ? std::span<const std::string_view>(kArMoves) : kArMeets, w)) return true;
    }
    return false;
  }
  static bool one_of(std::span<const std::string_view> words, std::string_view f) {
    return std::find(words.begin(), words.end(), f) != words.end();
  }
  // What was said, signed or talked over in a place is no attack on it.
  [[nodiscard]] bool elsewhere(uint32_t preposition) const {
    static constexpr std::array<std::string_view, 9> kElsewhere = {
        "signed",        "monitored", "headquartered", "met",      "exile",
        "correspondent", "bureau",    "reporters",     "stationed"};
    if (std::find(kElsewhere.begin(), kElsewhere.end(), text_.fold_of(preposition - 1)) !=
        kElsewhere.end())
      return true;
    if (place_word_ending(preposition) == "talks") return true;
    for (uint32_t k = preposition; k > first_ && k + 3 > preposition; --k)
      if (const Term* t = term(k - 1, Kind::kReporting); t != nullptr && t->last == preposition)
        return text_.fold_of(k - 1) != "post";  // of soldiers
    return false;
  }
  // One of the entries of `outer` holds one of `inner`.
  [[nodiscard]] bool may_contain(uint32_t outer, uint32_t inner) const {
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
  [[nodiscard]] std::string_view place_word_ending(uint32_t i) const {
    for (uint32_t k = i; k > first_ && k + 5 > i; --k)
      if (const Term* t = term(k - 1, Kind::kPlaceWord); t != nullptr && t->last == i) return id(t);
    return {};
  }
  // A phrase that is no place, longer than the known name in it ("Geneva Convention").
  [[nodiscard]] bool in_longer_phrase(const Term& g) const {
    for (uint32_t k = g.first + 1; k > first_ && k + 4 > g.first; --k)
      for (const Term* t : at_[k - 1 - first_])
        if (t->kind() == Kind::kNotName && t->first <= g.first && t->last >= g.last &&
            t->last - t->first > g.last - g.first)
          return true;
    return false;
  }

  [[nodiscard]] bool reports_after(uint32_t i) const {
    for (uint32_t k = i; k < last_ && k < i + 4; ++k)
      if (term(k, Kind::kReporting) != nullptr) return true;
    return false;
  }

  uint32_t latin_at(uint32_t i) {
    const Token& t = text_.tokens[i];
    if (t.kind != TokenKind::kWord || busy_[i - first_]) return i + 1;
    // "rural Idlib", "northern countryside of Aleppo", "town of X", "towns of X, Y and Z"
    const std::string_view w = place_word(i);
    const Term* known = gazetteer_term(i);
    const bool whole_name = known != nullptr && term(i, Kind::kPlaceWord) != nullptr &&
                            known->last > term(i, Kind::kPlaceWord)->last;
    const bool front_of =
        w == "front" && text_.fold_of(term(i, Kind::kPlaceWord)->last - 1) == "of";
    if (!w.empty() && !whole_name && (is_class(w) || w == "direction" || front_of)) {
      const Term* wt = term(i, Kind::kPlaceWord);
      uint32_t k = wt->last;
      std::string_view cls = w;
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
                      (text_.fold_of(k - 1) == "of" || k == wt->last ||
                       text_.fold_of(k - 1) == "the" || !place_word(k - 1).empty());
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
          add(from, end, 0, node_of(k, end), direction_only ? std::string_view("countryside") : cls,
              i);
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
    if (i > first_ && !capitals_)
      if (const uint32_t next = row_of_class(i); next > i) return next;
    if (const Term* g = gazetteer_term(i); g != nullptr && !inside_name(i)) {
      uint32_t end = g->last;
      if (in_longer_phrase(*g) || for_government(i, *g) || lost_apostrophe(i, *g)) return end;
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
          add(i, end, 0, g->node, {}, i);
          return row(end);
        }
        if (end == i + 1 && latin_starter(text_.fold_of(i))) {
          const uint32_t whole = run_name(i);  // "Kafr Ammah", though there is a Kafr
          add(i, whole, 0, 0, {}, i);
          return row(post(whole));
        }
        if (!place_next && text_.fold_of(end) != "and") {
          // A building that was hit; else the name of a body, not of a place.
          if (building(text_.fold_of(longer - 1)) && hit_before(i))
            add(i, longer, 0, 0, "landmark", i);
          return longer;
        }
      }
      if (dateline(i, end)) {
        add(i, end, 0, g->node, {}, i);
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
      add(i, end, 0, g->node, {}, i);
      return row(post(end));
    }
    if (i > first_ && capitals_ && text_.fold_of(i - 1) == "the") {
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
    if (i > first_ && capitals_ &&
        (text_.fold_of(i - 1) == "in" || text_.fold_of(i - 1) == "at" ||
         text_.fold_of(i - 1) == "near")) {
      // Capitals tell no names, but an area after a comma does: "IN X, Y DEPARTMENT".
      uint32_t end = capital_name(i);
      // "IN PEREIRA, A JUDGE WAS ..."
      if (end == i && i == first_ + 1 && text_.fold_of(first_) == "in" &&
          text_.punct(i + 1) == ',' && text_.fold_of(i).size() > 4 &&
          text_.tokens[i].kind == TokenKind::kWord && !busy_[i - first_] && !covered(i) &&
          text_.tokens[i].readings == 0 && !phrase(i))
        end = i + 1;
      if (end > i) {
        add(i, end, 0, node_of(i, end), {}, i);
        return end;
      }
    }
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

  // "the", with two words between at most.
  [[nodiscard]] bool definite(uint32_t i) const {
    for (uint32_t k = i; k > first_ && k + 3 > i; --k) {
      if (text_.fold_of(k - 1) == "the") return true;
      if (text_.tokens[k - 1].kind != TokenKind::kWord || text_.fold_of(k - 1) == "a") return false;
    }
    return false;
  }
  // "the University Hospital", "the Central Bank": there is one in every town.
  [[nodiscard]] bool common_name(uint32_t i, uint32_t end) const {
    static constexpr std::array<std::string_view, 12> kCommon = {
        "general", "national", "central", "public",     "military", "main",
        "state",   "field",    "grand",   "university", "children", "international"};
    for (uint32_t k = i; k < end; ++k)
      if (std::find(kCommon.begin(), kCommon.end(), text_.fold_of(k)) == kCommon.end())
        return false;
    return true;
  }
  // "X village", "X housing suburb", "the X front line"
  [[nodiscard]] bool class_after(uint32_t i, uint32_t end) const {
    const std::string_view next = place_word(end);
    if (is_class(next) || next == "front") return next != "landmark" || !common_name(i, end);
    if (end >= last_) return false;
    const std::string_view f = text_.fold_of(end);
    return (f == "housing" || f == "residential" || f == "industrial") &&
           is_class(place_word(end + 1));
  }
  // Whether what stands before the unknown name [i, end) says that it is a place.
  [[nodiscard]] bool told_as_place(uint32_t i, uint32_t end) const {
    if (person_like(i, end)) return false;
    const std::string_view before = text_.fold_of(i - 1);
    const std::string_view pw = place_word_ending(i);
    if (before == "in" || before == "into" || before == "near" || pw == "near" || pw == "between")
      return true;
    if (before == "of")
      return i > first_ + 1 && (!place_word(i - 2).empty() || target_before(i - 1));
    if (before == "towards" || before == "toward") return fired_at(i - 1);
    if (before == "to" && i > first_ + 1) {  // "came to X", "laid siege to X"
      const std::string_view f = text_.fold_of(i - 2);
      return f == "came" || f == "rode" || f == "drove" || f == "marched" || f == "siege";
    }
    if (before == "on") return event_before(i - 1) || attack_near(i - 1) || fired_at(i - 1);
    if (before == "the" && i > first_ + 1 && text_.fold_of(i - 2) == "near") return row_ends(end);
    if (before == "at" && place_word(end) == "direction") return true;  // "at X, south of Y"
    if (before != "at" || end > i + 2 || end >= last_) return false;
    const bool told_class = text_.punct(end) == ',' && end + 2 < last_ &&
                            text_.fold_of(end + 1) == "a" && is_site_class(place_word(end + 2));
    return attacked_at(i - 1) || text_.fold_of(end) == "in" || text_.fold_of(end) == "on" ||
           told_class || (i == first_ + 1 && text_.punct(end) == ',');
  }

  // From the end of a name to `i` stands only a length ("some 40 km (25 miles) ").
  [[nodiscard]] bool distance(uint32_t i, uint32_t name_end) const {
    if (i < name_end || i - name_end > 9) return false;
    bool unit = false;
    for (uint32_t k = name_end; k < i; ++k) {
      const std::string_view f = text_.fold_of(k);
      const bool length = f == "km" || f == "kms" || f == "kilometers" || f == "kilometres" ||
                          f == "miles" || f == "mi" || f == "meters" || f == "metres";
      unit |= length;
      const Token& t = text_.tokens[k];
      const bool direction = f.ends_with("west") || f.ends_with("east") || f.ends_with("north") ||
                             f.ends_with("south");
      const bool small = f == "of" || f == "from" || f == "the" || f == "about" || f == "some" ||
                         f == "around" || f == "just" || f == "nearly";
      if (!length && !direction && !small && t.kind == TokenKind::kWord &&
          term(k, Kind::kNumber) == nullptr && place_word(k).empty())
        return false;
    }
    return unit;
  }

  [[nodiscard]] bool aside(uint32_t k) const {
    if (k < first_ + 2) return false;
    const std::string_view f = text_.fold_of(k - 2);
    return f == "north" || f == "south" || f == "east" || f == "west" || f == "outskirts" ||
           f.ends_with("east") || f.ends_with("west");
  }
  [[nodiscard]] bool middle(uint32_t i) const {
    const Term* t = term(i, Kind::kPlaceWord);
    for (uint32_t k = i; k < t->last; ++k) {
      const std::string_view f = text_.fold_of(k);
      if (f == "central" || f == "heart" || f == "center" || f == "centre" || f == "downtown")
        return true;
    }
    return false;
  }

  // "IN ADDITION,"
  [[nodiscard]] bool phrase(uint32_t i) const {
    static constexpr std::array<std::string_view, 16> kPhrases = {
        "addition", "contrast", "short",   "general",    "response",   "return",
        "reply",    "protest",  "brief",   "turn",       "conclusion", "effect",
        "practice", "theory",   "reality", "retaliation"};
    return one_of(kPhrases, text_.fold_of(i));
  }
  // Words in capitals up to a comma that are none of the language's, with an area after the comma.
  [[nodiscard]] uint32_t capital_name(uint32_t i) const {
    uint32_t k = i;
    while (k < last_ && k < i + 4 && text_.tokens[k].kind == TokenKind::kWord &&
           !busy_[k - first_] && text_.fold_of(k) != "the" &&
           (!covered(k) || spanish(text_.fold_of(k))) && place_word(k).empty())
      ++k;
    if (k == i || k + 1 >= last_ || text_.punct(k) != ',') return i;
    const Term* area = term(k + 1, Kind::kPlace);
    const uint32_t after = area != nullptr ? area->last : k + 2;
    const std::string_view cls = after < last_ ? place_word(after) : std::string_view{};
    const bool known_area = area != nullptr && role_of_candidates(area->node) != PlaceRole::kSite;
    return known_area || cls == "governorate" || cls == "district" ? k : i;
  }
  [[nodiscard]] static bool spanish(std::string_view f) {
    return f == "de" || f == "del" || f == "la" || f == "las" || f == "los" || f == "el" ||
           f == "san" || f == "santa" || f == "santo";
  }

  // The place of a date line, where the text was written: "MOSCOW (Sputnik)", "Deir Ezzor, SANA -",
  // "SAIGON, Feb. 8, 1968 --", "LIMA, 9 APR 90 (AFP)", "(Nairobi) -".
  [[nodiscard]] bool dateline(uint32_t i, uint32_t end) const {
    if (i != after_mark() &&
        (i > first_ + 1 || (i == first_ + 1 && text_.tokens[first_].kind == TokenKind::kWord)))
      return false;
    uint32_t k = end;
    if (i > first_ && text_.punct(first_) == '(' && text_.punct(k) == ')') return true;
    bool comma = false, more = false;
    while (k < last_ && k < end + 14) {
      const char c = text_.punct(k);
      if (c == ',' || c == '.') {
        comma = true;
        ++k;
        continue;
      }
      if (c == '(') return true;
      if (c == '-') return true;
      if (!comma) return false;
      const Term* place = term(k, Kind::kPlace);
      const Term* speaker = term(k, Kind::kSpeaker);
      if (place == nullptr && speaker == nullptr && term(k, Kind::kTime) == nullptr &&
          !busy_[k - first_])
        return more && text_.tokens[k - 1].has(text::kAllCaps);
      more = speaker != nullptr;
      k = place != nullptr ? place->last : speaker != nullptr ? speaker->last : k + 1;
    }
    return false;
  }

  // Behind "[TEXT]" or "(Urgent)" at the head of a sentence.
  [[nodiscard]] uint32_t after_mark() const {
    constexpr uint32_t kMark = 6;  // tokens
    if (text_.punct(first_) != '[') return first_;
    for (uint32_t k = first_ + 1; k < last_ && k - first_ < kMark; ++k)
      if (text_.punct(k) == ']') return k + 1;
    return first_;
  }

  [[nodiscard]] static bool is_lead(std::string_view f) {
    return f == "in" || f == "the" || f == "to" || f == "at" || f == "on" || f == "of";
  }

  // A capital that stands for its government: no word of place beside it ("Moscow reserves the
  // right").
  [[nodiscard]] bool for_government(uint32_t i, const Term& g) const {
    if (capitals_) return false;
    bool state = false;
    for (const Term* t : at_[i - first_])
      state |= t->kind() == Kind::kActor && t->last == g.last && t->sense->has(lexicon::kTagState);
    if (!state || role_of_candidates(g.node) == PlaceRole::kArea) return false;
    // "Washington extended its strikes"
    if (i == first_) {
      static constexpr std::array<std::string_view, 9> kOfTown = {
          "and", "was", "were", "is", "has", "came", "saw", "fell", "had"};
      return g.last < last_ && text_.tokens[g.last].kind == TokenKind::kWord &&
             !text_.tokens[g.last].has(text::kUpperInitial) &&
             std::find(kOfTown.begin(), kOfTown.end(), text_.fold_of(g.last)) == kOfTown.end() &&
             place_word(g.last).empty() && term(g.last, Kind::kEvent) == nullptr;
    }
    const std::string_view w = text_.fold_of(i - 1);
    if (w == "the") return false;  // of a longer name
    static constexpr std::array<std::string_view, 14> kPlaced = {
        "in",   "on",     "at",     "of",      "near", "to",     "into",
        "from", "around", "inside", "outside", "over", "across", "towards"};
    if (std::find(kPlaced.begin(), kPlaced.end(), w) != kPlaced.end() ||
        !place_word_ending(i).empty())
      return false;
    if (event_before(i)) return false;  // "missiles struck Baghdad"
    return place_word(g.last).empty();
  }

  // "Hamas" is a party before it is Hama's, and "tanks" are no Tank's.
  [[nodiscard]] bool lost_apostrophe(uint32_t i, const Term& g) const {
    return std::any_of(at_[i - first_].begin(), at_[i - first_].end(), [&](const Term* t) {
      const bool thing = t->kind() == Kind::kForce || t->kind() == Kind::kWeapon ||
                         t->kind() == Kind::kTarget || t->kind() == Kind::kPeople;
      return (t->kind() == Kind::kActor || thing) && t->last >= g.last && !t->sense->has(lexicon::kTagState) &&
             (t->clitics & text::kLostApostrophe) == 0 && (g.clitics & text::kLostApostrophe) != 0;
    });
  }
  // Capitalised words that begin inside a longer name ("Syrian Network", "Bank of Syria") are not
  // places.
  [[nodiscard]] bool inside_name(uint32_t i) const {
    if (capitals_ || i == first_) return false;
    const Token& prev = text_.tokens[i - 1];
    if (text_.tokens[i].has(text::kJoined)) return true;
    return prev.kind == TokenKind::kWord && prev.has(text::kUpperInitial) && prev.readings == 0 &&
           i - 1 > first_ && !text_.tokens[i].has(text::kHashtag) &&
           !text_.tokens[i].has(text::kNewline) && !particle(text_.fold_of(i - 1));
  }

  [[nodiscard]] bool person_like(uint32_t i, uint32_t end) const {
    for (uint32_t k = i; k < end; ++k)
      if (covered(k) && term(k, Kind::kPlace) == nullptr && !hill(k)) return true;
    return false;
  }

  [[nodiscard]] bool event_before(uint32_t i) const {
    for (uint32_t k = i; k > first_ && k + 6 > i; --k)
      if (const Term* e = term(k - 1, Kind::kEvent); e != nullptr && e->last == i) return true;
    return false;
  }

  // "Captured X", "retook X": towns are taken, and people known by a given name or a rank.
  [[nodiscard]] bool won(uint32_t i) const {
    static constexpr std::array<std::string_view, 10> kWon = {
        "captured", "capturing",   "capture", "recaptured", "recapture",
        "retook",   "recapturing", "retake",  "overran",    "retaking"};
    if (i == first_ || !one_of(kWon, text_.fold_of(i - 1))) return false;
    return std::none_of(at_[i - first_].begin(), at_[i - first_].end(), [&](const Term* t) {
      return t->kind() == Kind::kPeople || (t->kind() == Kind::kCue && id(t).starts_with("given"));
    });
  }
  // "Airstrikes hit X", "troops shelled X", "stormed X": an unknown name that is bombed or stormed
  // is a place. People are "attacked" and "targeted" too, so those verbs tell nothing.
  [[nodiscard]] bool object_of_attack(uint32_t i, uint32_t end) const {
    if (end > i + 3 || text_.tokens[end - 1].has(text::kPossessive) || person_like(i, end))
      return false;
    if (end < last_ && (term(end, Kind::kForce) != nullptr || term(end, Kind::kPeople) != nullptr))
      return false;
    if (won(i)) return true;
    for (uint32_t k = i; k > first_ && k + 4 > i; --k) {
      const Term* e = term(k - 1, Kind::kEvent);
      if (e == nullptr) continue;
      if (e->last != i || !e->sense->has(lexicon::kTagVerb)) continue;
      const std::string_view what = id(e);
      const std::string_view verb = text_.fold_of(e->first);
      const bool hits = verb.starts_with("hit") || verb == "struck" || verb.starts_with("strik") ||
                        verb.starts_with("rock");
      if (hits || what == "airstrike" || what == "shelling" || what == "bombard" ||
          what == "ground_op")
        return end >= last_ || text_.tokens[end].kind != TokenKind::kWord ||
               !text_.tokens[end].has(text::kUpperInitial) || term(end, Kind::kTime) != nullptr;
    }
    return false;
  }

  // "al-Mayadeen television": the name of a medium.
  [[nodiscard]] static bool broadcasts(std::string_view f) {
    static constexpr std::array<std::string_view, 10> kMedia = {
        "television", "tv",      "channel", "radio",    "newspaper",
        "daily",      "website", "network", "magazine", "times"};
    return std::find(kMedia.begin(), kMedia.end(), f) != kMedia.end();
  }
  [[nodiscard]] static bool building(std::string_view f) {
    static constexpr std::array<std::string_view, 22> kBuildings = {
        "house",     "airport", "hospital", "square",  "bridge",   "mosque", "university", "hotel",
        "station",   "street",  "market",   "prison",  "palace",   "museum", "stadium",    "church",
        "cathedral", "embassy", "barracks", "airbase", "refinery", "dam"};
    return std::find(kBuildings.begin(), kBuildings.end(), f) != kBuildings.end();
  }
  // An attack word right before, but for the article.
  [[nodiscard]] bool hit_before(uint32_t i) const {
    uint32_t k = i;
    while (k > first_ && (text_.fold_of(k - 1) == "the" || text_.fold_of(k - 1) == "at" ||
                          text_.fold_of(k - 1) == "on" || text_.fold_of(k - 1) == "near"))
      --k;
    return k > first_ && event_before(k);
  }
  // "The hospital at X", "fired at the crowd at X", "were killed at X".
  [[nodiscard]] bool attacked_at(uint32_t i) const {
    for (uint32_t k = i; k > first_ && k + 4 > i; --k)
      for (const Term* t : at_[k - 1 - first_])
        if (t->last == i && (t->kind() == Kind::kEvent || t->kind() == Kind::kTarget ||
                             t->kind() == Kind::kOutcome || t->kind() == Kind::kPeople))
          return true;
    return false;
  }
  // "the market of X", "the fruit stalls of X", and not "from the base of X"
  [[nodiscard]] bool target_before(uint32_t i) const {
    for (uint32_t k = i; k > first_ && k + 4 > i; --k)
      for (const Term* t : at_[k - 1 - first_]) {
        if (t->last != i || t->kind() != Kind::kTarget || id(t) == "government" ||
            id(t) == "military" || id(t) == "aid")
          continue;
        uint32_t b = t->first;
        if (b > first_ && text_.fold_of(b - 1) == "the") --b;
        return b == first_ || text_.fold_of(b - 1) != "from";
      }
    return false;
  }
  [[nodiscard]] bool attack_near(uint32_t i) const {
    uint32_t reach = 5;
    for (uint32_t k = i; k > first_ && k + reach > i; --k)
      if (busy_[k - 1 - first_]) ++reach;  // a date stands between
    for (uint32_t k = i; k > first_ && k + reach > i; --k)
      if (const Term* e = term(k - 1, Kind::kEvent);
          e != nullptr && e->last <= i && !e->sense->has(lexicon::kTagPlatform))
        return true;
    return false;
  }

  [[nodiscard]] uint32_t name_end(uint32_t k) const {
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
  [[nodiscard]] bool city_holds(const PlaceName& p, uint32_t next) const {
    const uint32_t node = node_at(next);
    if (may_contain(p.node, node)) return true;
    return p.node != 0 && (city(p.node) || wide(p)) && (node == 0 || !city(node));
  }
  [[nodiscard]] uint32_t node_at(uint32_t first) const {
    const Term* g = term(first, Kind::kPlace);
    return g != nullptr ? g->node : 0;
  }
  [[nodiscard]] uint32_t node_of(uint32_t first, uint32_t last) const {
    const Term* g = term(first, Kind::kPlace);
    if (g != nullptr && g->last == last) return g->node;
    return arabic(first) ? 0 : spelled(first, last);
  }
  // A known name in another spelling.
  [[nodiscard]] uint32_t spelled(uint32_t first, uint32_t last) const {
    std::string name;
    for (uint32_t k = first; k < last; ++k) {
      if (k > first) name += ' ';
      name += text_.fold_of(k);
    }
    return lex_.spelled(name);
  }

  // A class word after the name sets its class: "X village", "X province", "X countryside".
  uint32_t post(uint32_t end) {
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

  [[nodiscard]] bool plural(uint32_t i) const {
    return text_.fold_of(i).ends_with("s") ||
           (i > first_ && text_.fold_of(i) == "of" && text_.fold_of(i - 1).ends_with("s"));
  }

  // First words of names of two words.
  [[nodiscard]] static bool latin_starter(std::string_view f) {
    static constexpr std::array<std::string_view, 34> kStarters = {
        "um",     "umm",     "abu",  "tel",   "tal", "tell", "deir",  "dayr", "kafr",
        "kafar",  "kfar",    "kufr", "khan",  "ain", "ayn",  "beit",  "bayt", "maaret",
        "maarat", "maarrat", "urm",  "jabal", "ras", "wadi", "bani",  "beni", "bab",
        "san",    "santa",   "el",   "la",    "las", "los",  "sheikh"};
    return std::find(kStarters.begin(), kStarters.end(), f) != kStarters.end();
  }
  // The next name of a list that lost its commas: one word, or two after a first word that wants
  // another.
  [[nodiscard]] uint32_t run_name(uint32_t k) const {
    if (k >= last_ || text_.tokens[k].has(text::kNewline)) return k;
    const uint32_t limit = latin_name(k);
    if (limit <= k) return k;
    uint32_t stop = k;
    while (stop + 1 < limit &&
           (particle(text_.fold_of(stop)) || latin_starter(text_.fold_of(stop))))
      ++stop;
    ++stop;
    while (stop < limit && (text_.tokens[stop].has(text::kJoined) || particle(text_.fold_of(stop))))
      ++stop;
    return stop;
  }

  // The same, where a row of names lost its commas for sure.
  [[nodiscard]] uint32_t row_name(uint32_t k) const {
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
  [[nodiscard]] uint32_t run_first(uint32_t k) const {
    const uint32_t whole = latin_name(k);
    if (commaless(row_name(k))) return row_name(k);
    const bool goes_on =
        whole < last_ && (text_.fold_of(whole) == "and" || gazetteer_term(whole) != nullptr);
    return goes_on ? run_name(k) : whole;
  }

  // "towns of X, Y and Z"; `run`: a plural, so that names follow even without commas.
  uint32_t list(uint32_t end, std::string_view cls, bool run) {
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
          (text_.fold_of(t->last - 1) == "of" ||
           (t->last < last_ && text_.fold_of(t->last) == "of")))
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
  [[nodiscard]] uint32_t next_name(uint32_t k) const {
    return k < last_ && gazetteer_term(k) != nullptr ? name_end(k) : row_name(k);
  }
  // "Bab al-Faraj al-Midan al-Muhafaza and al-Izaa": behind the first name two more at least stand
  // before "and", with no comma.
  [[nodiscard]] bool commaless(uint32_t k) const {
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
  uint32_t row(uint32_t end) {
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
  uint32_t row_of_class(uint32_t i) {
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
  [[nodiscard]] bool row_after(uint32_t end) const {
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
  [[nodiscard]] bool row_ends(uint32_t k) const {
    if (k >= last_ || busy_[k - first_]) return true;
    const char c = text_.punct(k);
    if (c != '\0') return c != '-' && c != '\'';
    static constexpr std::array<std::string_view, 27> kAfter = {
        "between",  "in",     "on",    "at",    "near",    "with",    "from",
        "by",       "to",     "after", "as",    "when",    "where",   "before",
        "since",    "during", "late",  "early", "killing", "leaving", "wounding",
        "injuring", "which",  "using", "over",  "north",   "south"};
    return std::find(kAfter.begin(), kAfter.end(), text_.fold_of(k)) != kAfter.end();
  }

  // ---- Arabic ----

  [[nodiscard]] bool plain_word(uint32_t i) const {
    return i < last_ && text_.tokens[i].kind == TokenKind::kWord && arabic(i) && !busy_[i - first_];
  }

  [[nodiscard]] uint8_t clitics_of(uint32_t i, const Term* g) const {
    if (g != nullptr && g->first == i) return g->clitics & ~text::kThe;
    return 0;
  }

  [[nodiscard]] bool has_article(uint32_t i) const {
    return text_.fold_of(i).starts_with("\xD8\xA7\xD9\x84");
  }

  // A name begins or goes on at `i` unless the word is one of the language's own.
  [[nodiscard]] bool name_word(uint32_t i) const {
    if (!plain_word(i)) return false;
    if (term(i, Kind::kPlace) != nullptr) return true;
    if (term(i, Kind::kPlaceWord) != nullptr) return false;
    return !covered(i) && text_.fold_of(i).size() > 2 && !adverb(i);  // no single letter
  }

  // Words in -an (tanwin) are adverbs and objects, never names.
  [[nodiscard]] bool adverb(uint32_t i) const {
    const Token& t = text_.tokens[i];
    const std::string_view word = std::string_view(text_.original).substr(t.begin, t.end - t.begin);
    return word.ends_with("\xD9\x8B") || word.ends_with("\xD9\x8B\xD8\xA7");
  }

  [[nodiscard]] bool boundary(uint32_t i) const {
    return i >= last_ || !plain_word(i) || text_.tokens[i].has(text::kNewline) || covered(i) ||
           term(i, Kind::kPlaceWord) != nullptr || text_.fold_of(i).starts_with("\xD8\xA8");  // bi-
  }

  // The end of an Arabic name after a class word.
  [[nodiscard]] uint32_t arabic_name(uint32_t i) const {
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
  [[nodiscard]] bool second_word(uint32_t k) const {
    return plain_word(k) && !text_.tokens[k].has(text::kNewline) && !adverb(k) &&
           text_.fold_of(k).size() > 2 && term(k, Kind::kTime) == nullptr &&
           term(k, Kind::kEvent) == nullptr;
  }

  // First words of compound names (tell, kafr, deir, ayn, khan, bayt, ras, jabal, maarat, abu, umm,
  // sheikh, khirbet), folded.
  [[nodiscard]] static bool starter(std::string_view f) {
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

  uint32_t arabic_at(uint32_t i) {
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
  uint32_t arabic_road(uint32_t from) {
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
  [[nodiscard]] bool any_name(uint32_t k, std::string_view cls, const Term& word) const {
    const bool street = cls == "street" && text_.fold_of(word.first) == kArStreet;
    return (street || cls == "neighbourhood" || cls == "town" || cls == "village") &&
           k == word.last && plain_word(k) && has_article(k) &&
           !text_.tokens[k].has(text::kNewline) && term(k, Kind::kTime) == nullptr &&
           place_word(k) != "direction" &&
           (cls != "neighbourhood" || !word.sense->has(lexicon::kTagPl));
  }
  // Fronts, squares, roundabouts, crossings and what is near have a name as a rule.
  [[nodiscard]] bool takes_name(std::string_view cls, uint32_t word, uint32_t name) const {
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
  uint32_t arabic_post(uint32_t end, bool countryside) {
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
  uint32_t arabic_list(uint32_t end, std::string_view cls, bool many) {
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
  uint32_t arabic_row(uint32_t end, uint32_t first) {
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
  [[nodiscard]] bool list_goes_on(uint32_t k) const {
    if (k >= last_ || busy_[k - first_] || text_.punct(k) != '\0' || !place_word(k).empty())
      return true;
    const Term* next = term(k, Kind::kPlace);
    return text_.fold_of(k).starts_with(kArAnd) ||
           (next != nullptr && (next->clitics & text::kBy) != 0);
  }
  // The end of an unknown name that goes on a list at `k`; `k` when there is none.
  [[nodiscard]] uint32_t unknown_item(uint32_t k, bool lone_and, bool comma, bool many) const {
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
  [[nodiscard]] bool compound(uint32_t k) const {
    if (!plain_word(k)) return false;
    std::string_view f = text_.fold_of(k);
    if (!starter(f) && f.starts_with(kArAnd)) f.remove_prefix(kArAnd.size());
    const std::string_view next = place_word(k + 1);
    return starter(f) && second_word(k + 1) && next != "prep" && next != "near" &&
           next != "between" && next != "direction";
  }

  // A known name alone is a place after a preposition, an attack word, another place, a hash or at
  // a head.
  [[nodiscard]] bool arabic_known(uint32_t i, const Term& g) const {
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

  // "al-Ayash (8 years)": a person.
  [[nodiscard]] bool aged(uint32_t k) const {
    return k + 2 < last_ && text_.punct(k) == '(' &&
           text_.tokens[k + 1].kind == TokenKind::kNumber &&
           (text_.punct(k + 2) == ')' || text_.tokens[k + 2].kind == TokenKind::kWord);
  }
  [[nodiscard]] bool city(uint32_t node) const {
    return std::any_of(lex_.senses(node).begin(), lex_.senses(node).end(), [&](const Sense& s) {
      if (s.kind != Kind::kPlace) return false;
      const PlaceClass c = lex_.gazetteer().places()[static_cast<size_t>(s.value)].cls;
      return c == PlaceClass::kCity;
    });
  }

  // Behind the name before, and in "the camp of X for the displaced" behind them; signs left out.
  [[nodiscard]] uint32_t behind(const PlaceName& prev) const {
    uint32_t k = prev.last;
    const std::string_view f = k < last_ ? text_.fold_of(k) : std::string_view{};
    if (f.starts_with("\xD9\x84\xD9\x84") && f.ends_with("\xD9\x8A\xD9\x86")) ++k;
    if (text_.punct(k) == ')' || text_.punct(k) == '"') ++k;
    return k;
  }
  void connect(uint32_t i, const Term& g) {
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
  void connect_class(uint32_t i, const Term& w) {
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
  void frame() {
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
  [[nodiscard]] bool part_of_town(const PlaceName& town, const PlaceName& o) const {
    static constexpr std::array<std::string_view, 6> kParts = {
        "neighbourhood", "district", "camp", "street", "landmark", "village"};
    return std::find(kParts.begin(), kParts.end(), o.class_word) != kParts.end() ||
           (o.class_word.empty() && o.node == 0) || may_contain(town.node, o.node);
  }
  // A province or a country, or of the name of one.
  [[nodiscard]] bool wide(const PlaceName& p) const {
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
  [[nodiscard]] bool small_area(const PlaceName& p) const {
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
  void settle() {
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
    if (out_.size() > 2 && out_[0].first > first_ &&
        text_.fold_of(out_[0].first - 1) == "between" && joined_by_and(out_[0], out_[1]))
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
  [[nodiscard]] bool holds_a_site(size_t i) const {
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
  [[nodiscard]] bool joined_by_and(const PlaceName& a, const PlaceName& b) const {
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
      if (!small && place_word(k).empty() && (k == a.last || place_word(k - 1).empty()))
        return false;
    }
    return joined;
  }

  const Text& text_;
  const lexicon::Lexicon& lex_;
  uint32_t first_, last_;
  const std::vector<bool>& busy_;
  bool capitals_;
  std::vector<std::vector<const Term*>> at_;
  std::vector<uint8_t> covered_;
  std::vector<const Term*> speakers_;
  std::vector<PlaceName> out_;
  const Token* holds_ = nullptr;  // where the name begins that the one before lies in
};

}  // namespace

std::vector<PlaceName> find_places(const Text& text, const lexicon::Lexicon& lexicon,
                                   uint32_t first, uint32_t last, const std::vector<Term>& terms,
                                   const std::vector<bool>& busy, bool capitals) {
  return Finder(text, lexicon, first, last, terms, busy, capitals).run();
}

}  // namespace sijil::mentions
