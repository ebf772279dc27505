// SPDX-License-Identifier: Apache-2.0
// What the words around a name say of it: that it is a place, and whether something was hit there.
#include "mentions/place_finder.hpp"

#include <algorithm>
#include <array>

namespace sijil::mentions {

// "fled to", "heading to", "on its way to"; "that had left X".
bool PlaceFinder::bound_for(uint32_t to) const {
  static constexpr std::array<std::string_view, 24> kBound = {
      "fled",      "fleeing",   "flee",      "heading",  "headed",    "travelling",
      "traveling", "bound",     "way",       "moved",    "evacuated", "flown",
      "returned",  "returning", "displaced", "returned", "escaped",   "driven",
      "retreated", "withdrew",  "withdrawn", "sent",     "back",      "route"};
  return to > first_ &&
         std::find(kBound.begin(), kBound.end(), text_.fold_of(to - 1)) != kBound.end();
}

// "hit X, on the road linking Y and Z": where X lies.
void PlaceFinder::of_roads() {
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
void PlaceFinder::of_attackers() {
  for (size_t i = 0; i + 1 < out_.size(); ++i) {
    PlaceName& p = out_[i];
    if (p.role == PlaceRole::kSource || p.first < first_ + 2 || text_.fold_of(p.first - 1) != "in")
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
bool PlaceFinder::fired_at(uint32_t i) const {
  for (uint32_t k = i; k > first_ && k + 5 > i; --k) {
    const std::string_view f = text_.fold_of(k - 1);
    if (f == "fired" || f == "firing" || f == "launched" || f == "launching" || f == "shot" ||
        term(k - 1, Kind::kWeapon) != nullptr)
      return true;
  }
  return false;
}

bool PlaceFinder::had(uint32_t i) const {
  const std::string_view f = text_.fold_of(i);
  return f == "had" || f == "has" || f == "have";
}

// "on each of X and Y", "near to X" in Arabic end like "from": the length of the preposition that
// ends before `b`, 0 for a single word.
uint32_t PlaceFinder::long_preposition(uint32_t b) const {
  for (uint32_t k = b; k > first_ && k + 5 > b; --k)
    for (const Term* t : at_[k - 1 - first_])
      if (t->kind() == Kind::kPlaceWord && t->last == b && t->last - t->first > 1)
        return t->last - t->first;
  return 0;
}

// "died before they reached the clinic in X", "treated at a hospital in X": where the hurt were.
bool PlaceFinder::cared_for(uint32_t preposition) const {
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
bool PlaceFinder::speaks(uint32_t b, uint32_t last) const {
  if (last < last_ && term(last, Kind::kReporting) != nullptr) return true;
  if (b == first_) return false;
  const bool of = text_.fold_of(b - 1) == "of", at = text_.fold_of(b - 1) == "at";
  const bool clinic = text_.fold_of(last - 1) == "hospital" || text_.fold_of(last - 1) == "clinic";
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
uint32_t PlaceFinder::holder(uint32_t i) const {
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
bool PlaceFinder::around_previous(uint32_t from, uint32_t to) const {
  bool near = false;
  for (uint32_t k = from; k < to;) {
    const std::string_view w = place_word(k), f = text_.fold_of(k);
    near |= w == "near" || w == "direction";
    const bool small = f == "in" || f == "the" || f == "of" || f == "at" || f == "on" || f == "to";
    if (w.empty() && !small) return false;
    k = w.empty() ? k + 1 : term(k, Kind::kPlaceWord)->last;
  }
  return near;
}

// "Abu Kamal (al-Bukamal)", "Derik/Malikiyah": the other name of the place before.
bool PlaceFinder::other_name(const PlaceName& p) const {
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
bool PlaceFinder::ar_elsewhere(uint32_t i) const {
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

// What was said, signed or talked over in a place is no attack on it.
bool PlaceFinder::elsewhere(uint32_t preposition) const {
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

bool PlaceFinder::reports_after(uint32_t i) const {
  for (uint32_t k = i; k < last_ && k < i + 4; ++k)
    if (term(k, Kind::kReporting) != nullptr) return true;
  return false;
}

// "the", with two words between at most.
bool PlaceFinder::definite(uint32_t i) const {
  for (uint32_t k = i; k > first_ && k + 3 > i; --k) {
    if (text_.fold_of(k - 1) == "the") return true;
    if (text_.tokens[k - 1].kind != TokenKind::kWord || text_.fold_of(k - 1) == "a") return false;
  }
  return false;
}

// "the University Hospital", "the Central Bank": there is one in every town.
bool PlaceFinder::common_name(uint32_t i, uint32_t end) const {
  static constexpr std::array<std::string_view, 12> kCommon = {
      "general", "national", "central", "public",     "military", "main",
      "state",   "field",    "grand",   "university", "children", "international"};
  for (uint32_t k = i; k < end; ++k)
    if (std::find(kCommon.begin(), kCommon.end(), text_.fold_of(k)) == kCommon.end()) return false;
  return true;
}

// "X village", "X housing suburb", "the X front line"
bool PlaceFinder::class_after(uint32_t i, uint32_t end) const {
  const std::string_view next = place_word(end);
  if (is_class(next) || next == "front") return next != "landmark" || !common_name(i, end);
  if (end >= last_) return false;
  const std::string_view f = text_.fold_of(end);
  return (f == "housing" || f == "residential" || f == "industrial") &&
         is_class(place_word(end + 1));
}

// Whether what stands before the unknown name [i, end) says that it is a place.
bool PlaceFinder::told_as_place(uint32_t i, uint32_t end) const {
  if (person_like(i, end)) return false;
  const std::string_view before = text_.fold_of(i - 1);
  const std::string_view pw = place_word_ending(i);
  if (before == "in" || before == "into" || before == "near" || pw == "near" || pw == "between")
    return true;
  if (before == "of") return i > first_ + 1 && (!place_word(i - 2).empty() || target_before(i - 1));
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
bool PlaceFinder::distance(uint32_t i, uint32_t name_end) const {
  if (i < name_end || i - name_end > 9) return false;
  bool unit = false;
  for (uint32_t k = name_end; k < i; ++k) {
    const std::string_view f = text_.fold_of(k);
    const bool length = f == "km" || f == "kms" || f == "kilometers" || f == "kilometres" ||
                        f == "miles" || f == "mi" || f == "meters" || f == "metres";
    unit |= length;
    const Token& t = text_.tokens[k];
    const bool direction =
        f.ends_with("west") || f.ends_with("east") || f.ends_with("north") || f.ends_with("south");
    const bool small = f == "of" || f == "from" || f == "the" || f == "about" || f == "some" ||
                       f == "around" || f == "just" || f == "nearly";
    if (!length && !direction && !small && t.kind == TokenKind::kWord &&
        term(k, Kind::kNumber) == nullptr && place_word(k).empty())
      return false;
  }
  return unit;
}

bool PlaceFinder::aside(uint32_t k) const {
  if (k < first_ + 2) return false;
  const std::string_view f = text_.fold_of(k - 2);
  return f == "north" || f == "south" || f == "east" || f == "west" || f == "outskirts" ||
         f.ends_with("east") || f.ends_with("west");
}

bool PlaceFinder::middle(uint32_t i) const {
  const Term* t = term(i, Kind::kPlaceWord);
  for (uint32_t k = i; k < t->last; ++k) {
    const std::string_view f = text_.fold_of(k);
    if (f == "central" || f == "heart" || f == "center" || f == "centre" || f == "downtown")
      return true;
  }
  return false;
}

// The place of a date line, where the text was written: "MOSCOW (Sputnik)", "Deir Ezzor, SANA -",
// "SAIGON, Feb. 8, 1968 --", "LIMA, 9 APR 90 (AFP)", "(Nairobi) -".
bool PlaceFinder::dateline(uint32_t i, uint32_t end) const {
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
uint32_t PlaceFinder::after_mark() const {
  constexpr uint32_t kMark = 6;  // tokens
  if (text_.punct(first_) != '[') return first_;
  for (uint32_t k = first_ + 1; k < last_ && k - first_ < kMark; ++k)
    if (text_.punct(k) == ']') return k + 1;
  return first_;
}

// A capital that stands for its government: no word of place beside it ("Moscow reserves the
// right").
bool PlaceFinder::for_government(uint32_t i, const Term& g) const {
  if (capitals_) return false;
  bool state = false;
  for (const Term* t : at_[i - first_])
    state |= t->kind() == Kind::kActor && t->last == g.last && t->sense->has(lexicon::kTagState);
  if (!state || role_of_candidates(g.node) == PlaceRole::kArea) return false;
  // "Washington extended its strikes"
  if (i == first_) {
    static constexpr std::array<std::string_view, 9> kOfTown = {"and",  "was", "were", "is", "has",
                                                                "came", "saw", "fell", "had"};
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

bool PlaceFinder::event_before(uint32_t i) const {
  for (uint32_t k = i; k > first_ && k + 6 > i; --k)
    if (const Term* e = term(k - 1, Kind::kEvent); e != nullptr && e->last == i) return true;
  return false;
}

// "Captured X", "retook X": towns are taken, and people known by a given name or a rank.
bool PlaceFinder::won(uint32_t i) const {
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
bool PlaceFinder::object_of_attack(uint32_t i, uint32_t end) const {
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

// An attack word right before, but for the article.
bool PlaceFinder::hit_before(uint32_t i) const {
  uint32_t k = i;
  while (k > first_ && (text_.fold_of(k - 1) == "the" || text_.fold_of(k - 1) == "at" ||
                        text_.fold_of(k - 1) == "on" || text_.fold_of(k - 1) == "near"))
    --k;
  return k > first_ && event_before(k);
}

// "The hospital at X", "fired at the crowd at X", "were killed at X".
bool PlaceFinder::attacked_at(uint32_t i) const {
  for (uint32_t k = i; k > first_ && k + 4 > i; --k)
    for (const Term* t : at_[k - 1 - first_])
      if (t->last == i && (t->kind() == Kind::kEvent || t->kind() == Kind::kTarget ||
                           t->kind() == Kind::kOutcome || t->kind() == Kind::kPeople))
        return true;
  return false;
}

// "the market of X", "the fruit stalls of X", and not "from the base of X"
bool PlaceFinder::target_before(uint32_t i) const {
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

bool PlaceFinder::attack_near(uint32_t i) const {
  uint32_t reach = 5;
  for (uint32_t k = i; k > first_ && k + reach > i; --k)
    if (busy_[k - 1 - first_]) ++reach;  // a date stands between
  for (uint32_t k = i; k > first_ && k + reach > i; --k)
    if (const Term* e = term(k - 1, Kind::kEvent);
        e != nullptr && e->last <= i && !e->sense->has(lexicon::kTagPlatform))
      return true;
  return false;
}

}  // namespace sijil::mentions
