// SPDX-License-Identifier: Apache-2.0
// Finds the names of places in a sentence, known to the gazetteer or not; inside mentions only,
// find_places() in place_name.hpp is the way in.
//
// A name is taken where a class word ("village"), a preposition, an attack or a list says that a
// place is meant. Then its role is settled: the place hit, an area around it, or where someone
// speaks.
#pragma once

#include "mentions/place_name.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace sijil::mentions {

using lexicon::PlaceClass;
using text::Text;
using text::Token;
using text::TokenKind;

inline constexpr std::string_view kArAnd = "\xD9\x88";
inline constexpr std::string_view kArRoad = "\xD8\xB7\xD8\xB1\xD9\x8A\xD9\x82";    // tariq
inline constexpr std::string_view kArStreet = "\xD8\xB4\xD8\xA7\xD8\xB1\xD8\xB9";  // shari'
// Arabic, folded: what says that someone is from a place.
inline constexpr std::string_view kArSeat[] = {
    "\xD9\x85\xD9\x82\xD8\xB1\xD9\x87\xD8\xA7",          // its seat
    "\xD9\x85\xD9\x82\xD8\xB1\xD9\x87",                  // its seat
    "\xD9\x88\xD9\x85\xD9\x82\xD8\xB1\xD9\x87\xD8\xA7",  // and its seat
    "\xD9\x88\xD9\x85\xD9\x82\xD8\xB1\xD9\x87",          // and its seat
    "\xD8\xA7\xD8\xA8\xD9\x86\xD8\xA7\xD8\xA1",          // sons of
};
// What says, before "to", where someone went.
inline constexpr std::string_view kArMoves[] = {
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
inline constexpr std::string_view kArMeets[] = {
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
inline constexpr std::string_view kArTo = "\xD8\xA7\xD9\x84\xD9\x8A";                     // ila
inline constexpr std::string_view kArAround = "\xD9\x85\xD8\xAD\xD9\x8A\xD8\xB7";         // muhit
inline constexpr std::string_view kArEdges = "\xD8\xA7\xD8\xB7\xD8\xB1\xD8\xA7\xD9\x81";  // atraf
inline constexpr std::string_view kArT = "\xD8\xAA";
inline constexpr std::string_view kArFor = "\xD9\x84";
inline constexpr std::string_view kArFrom = "\xD9\x85\xD9\x86";
inline constexpr std::string_view kArIn = "\xD9\x81\xD9\x8A";

inline bool is_area_class(std::string_view id) {
  return id == "governorate" || id == "district" || id == "subdistrict" || id == "countryside" ||
         id == "region" || id == "suburb";
}
// "the X area", "X district": the place hit when nothing finer is named, else what contains it.
inline bool is_loose_class(std::string_view id) {
  return id == "district" || id == "subdistrict" || id == "region" || id == "suburb";
}
inline bool is_site_class(std::string_view id) {
  return id == "village" || id == "town" || id == "city" || id == "neighbourhood" || id == "camp" ||
         id == "landmark" || id == "street";
}
inline bool is_class(std::string_view id) { return is_area_class(id) || is_site_class(id); }

class PlaceFinder {
 public:
  PlaceFinder(const Text& text, const lexicon::Lexicon& lex, uint32_t first, uint32_t last,
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
  std::vector<PlaceName> run();

 private:
  // place_name.cpp
  [[nodiscard]] bool arabic(uint32_t i) const;
  [[nodiscard]] const Term* term(uint32_t i, Kind kind) const;
  [[nodiscard]] std::string_view id(const Term* t) const;
  [[nodiscard]] std::string_view place_word(uint32_t i) const;
  [[nodiscard]] bool blocks(const Term& t) const;
  [[nodiscard]] bool covered(uint32_t i) const;
  [[nodiscard]] static bool particle(std::string_view f);
  [[nodiscard]] const Term* gazetteer_term(uint32_t i) const;
  [[nodiscard]] PlaceRole role_of_candidates(uint32_t node) const;
  void add(uint32_t first, uint32_t last, uint8_t clitics, uint32_t node, std::string_view cls,
           uint32_t context);
  static bool one_of(std::span<const std::string_view> words, std::string_view f);
  [[nodiscard]] bool may_contain(uint32_t outer, uint32_t inner) const;
  [[nodiscard]] std::string_view place_word_ending(uint32_t i) const;
  [[nodiscard]] uint32_t node_at(uint32_t first) const;
  [[nodiscard]] uint32_t node_of(uint32_t first, uint32_t last) const;
  [[nodiscard]] uint32_t spelled(uint32_t first, uint32_t last) const;

  // place_latin.cpp: Names in Latin letters: where one begins and ends, with its class words.
  [[nodiscard]] bool opens_name(uint32_t i, const Term& t) const;
  [[nodiscard]] uint32_t latin_name(uint32_t i) const;
  [[nodiscard]] bool hill(uint32_t k) const;
  [[nodiscard]] bool in_longer_phrase(const Term& g) const;
  uint32_t class_phrase(uint32_t i, std::string_view word);
  uint32_t known_name(uint32_t i, const Term& known);
  uint32_t name_in_capitals(uint32_t i);
  uint32_t latin_at(uint32_t i);
  [[nodiscard]] bool phrase(uint32_t i) const;
  [[nodiscard]] uint32_t capital_name(uint32_t i) const;
  [[nodiscard]] static bool spanish(std::string_view f);
  [[nodiscard]] static bool is_lead(std::string_view f);
  [[nodiscard]] bool lost_apostrophe(uint32_t i, const Term& g) const;
  [[nodiscard]] bool inside_name(uint32_t i) const;
  [[nodiscard]] bool person_like(uint32_t i, uint32_t end) const;
  [[nodiscard]] static bool broadcasts(std::string_view f);
  [[nodiscard]] static bool building(std::string_view f);
  [[nodiscard]] uint32_t name_end(uint32_t k) const;
  [[nodiscard]] bool city_holds(const PlaceName& p, uint32_t next) const;
  uint32_t post(uint32_t end);
  [[nodiscard]] bool plural(uint32_t i) const;
  [[nodiscard]] bool aged(uint32_t k) const;

  // place_rows.cpp: Lists of names in Latin letters, with commas or without.
  [[nodiscard]] static bool latin_starter(std::string_view f);
  [[nodiscard]] uint32_t run_name(uint32_t k) const;
  [[nodiscard]] uint32_t row_name(uint32_t k) const;
  [[nodiscard]] uint32_t run_first(uint32_t k) const;
  uint32_t list(uint32_t end, std::string_view cls, bool run);
  [[nodiscard]] uint32_t next_name(uint32_t k) const;
  [[nodiscard]] bool commaless(uint32_t k) const;
  uint32_t row(uint32_t end);
  uint32_t row_of_class(uint32_t i);
  [[nodiscard]] bool row_after(uint32_t end) const;
  [[nodiscard]] bool row_ends(uint32_t k) const;

  // place_context.cpp: What the words around a name say of it: that it is a place, and whether
  // something was hit there.
  [[nodiscard]] bool bound_for(uint32_t to) const;
  void of_roads();
  void of_attackers();
  [[nodiscard]] bool fired_at(uint32_t i) const;
  [[nodiscard]] bool had(uint32_t i) const;
  [[nodiscard]] uint32_t long_preposition(uint32_t b) const;
  [[nodiscard]] bool cared_for(uint32_t preposition) const;
  [[nodiscard]] bool speaks(uint32_t b, uint32_t last) const;
  [[nodiscard]] uint32_t holder(uint32_t i) const;
  [[nodiscard]] bool around_previous(uint32_t from, uint32_t to) const;
  [[nodiscard]] bool other_name(const PlaceName& p) const;
  [[nodiscard]] bool ar_elsewhere(uint32_t i) const;
  [[nodiscard]] bool elsewhere(uint32_t preposition) const;
  [[nodiscard]] bool reports_after(uint32_t i) const;
  [[nodiscard]] bool definite(uint32_t i) const;
  [[nodiscard]] bool common_name(uint32_t i, uint32_t end) const;
  [[nodiscard]] bool class_after(uint32_t i, uint32_t end) const;
  [[nodiscard]] bool told_as_place(uint32_t i, uint32_t end) const;
  [[nodiscard]] bool distance(uint32_t i, uint32_t name_end) const;
  [[nodiscard]] bool aside(uint32_t k) const;
  [[nodiscard]] bool middle(uint32_t i) const;
  [[nodiscard]] bool dateline(uint32_t i, uint32_t end) const;
  [[nodiscard]] uint32_t after_mark() const;
  [[nodiscard]] bool for_government(uint32_t i, const Term& g) const;
  [[nodiscard]] bool event_before(uint32_t i) const;
  [[nodiscard]] bool won(uint32_t i) const;
  [[nodiscard]] bool object_of_attack(uint32_t i, uint32_t end) const;
  [[nodiscard]] bool hit_before(uint32_t i) const;
  [[nodiscard]] bool attacked_at(uint32_t i) const;
  [[nodiscard]] bool target_before(uint32_t i) const;
  [[nodiscard]] bool attack_near(uint32_t i) const;

  // place_arabic.cpp: Names in Arabic letters.
  [[nodiscard]] bool plain_word(uint32_t i) const;
  [[nodiscard]] uint8_t clitics_of(uint32_t i, const Term* g) const;
  [[nodiscard]] bool has_article(uint32_t i) const;
  [[nodiscard]] bool name_word(uint32_t i) const;
  [[nodiscard]] bool adverb(uint32_t i) const;
  [[nodiscard]] bool boundary(uint32_t i) const;
  [[nodiscard]] uint32_t arabic_name(uint32_t i) const;
  [[nodiscard]] bool second_word(uint32_t k) const;
  [[nodiscard]] static bool starter(std::string_view f);
  uint32_t arabic_at(uint32_t i);
  uint32_t arabic_road(uint32_t from);
  [[nodiscard]] bool any_name(uint32_t k, std::string_view cls, const Term& word) const;
  [[nodiscard]] bool takes_name(std::string_view cls, uint32_t word, uint32_t name) const;
  uint32_t arabic_post(uint32_t end, bool countryside);
  uint32_t arabic_list(uint32_t end, std::string_view cls, bool many);
  uint32_t arabic_row(uint32_t end, uint32_t first);
  [[nodiscard]] bool list_goes_on(uint32_t k) const;
  [[nodiscard]] uint32_t unknown_item(uint32_t k, bool lone_and, bool comma, bool many) const;
  [[nodiscard]] bool compound(uint32_t k) const;
  [[nodiscard]] bool arabic_known(uint32_t i, const Term& g) const;

  // place_settle.cpp: The places of a whole sentence: which holds which, and which were hit.
  [[nodiscard]] bool city(uint32_t node) const;
  [[nodiscard]] uint32_t behind(const PlaceName& prev) const;
  void connect(uint32_t i, const Term& g);
  void connect_class(uint32_t i, const Term& w);
  void frame();
  [[nodiscard]] bool part_of_town(const PlaceName& town, const PlaceName& o) const;
  [[nodiscard]] bool wide(const PlaceName& p) const;
  [[nodiscard]] bool small_area(const PlaceName& p) const;
  void settle();
  [[nodiscard]] bool holds_a_site(size_t i) const;
  [[nodiscard]] bool joined_by_and(const PlaceName& a, const PlaceName& b) const;

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

}  // namespace sijil::mentions
