// SPDX-License-Identifier: Apache-2.0
// A scene is what one clause tells of one event: the claim in the making. Sentences are cut into
// scenes first (scene.cpp, people.cpp); scenes of one event are then joined over the document
// (assemble.cpp). Plain values and pure functions, thread-safe; nothing fails: what cannot be read
// is left empty. Internal to claims/.
#pragma once

#include "mentions/date.hpp"
#include "mentions/place_name.hpp"
#include "mentions/quantity.hpp"
#include "mentions/term.hpp"
#include "model/claim.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace sijil::claims {

using mentions::DateMention;
using mentions::PlaceName;
using mentions::Quantity;
using mentions::Term;

// A sentence with all its mentions. Text and lexicon are borrowed and outlive it.
struct Parsed {
  const text::Text* text = nullptr;
  const lexicon::Lexicon* lexicon = nullptr;
  const text::Sentence* sentence = nullptr;
  std::vector<Term> terms;
  std::vector<DateMention> dates;
  std::vector<PlaceName> places;
  std::vector<Quantity> quantities;
  std::optional<Outcome>
      heading;  // what happened to the people of a list, as the line above it says
  std::optional<Day> published;
  bool headed = false;  // a line that begins with the place it tells of

  [[nodiscard]] const std::string& id(const lexicon::Sense& s) const {
    return lexicon->id_name(s.id);
  }
  [[nodiscard]] const std::string& id(const Term& t) const { return lexicon->id_name(t.sense->id); }
  // Whether a term of a kind stands in the sentence.
  [[nodiscard]] bool has(lexicon::Kind kind) const {
    return std::any_of(terms.begin(), terms.end(), [&](const Term& t) { return t.kind() == kind; });
  }
};

// A count of people tied to what happened to them.
struct Bound {
  Outcome outcome = Outcome::kKilled;
  const Quantity* quantity = nullptr;
  bool part = false;  // of a total told beside it
  uint32_t at = 0;    // token of the outcome word
};

// An outcome word and the people it takes, in order of the text.
struct Harm {
  std::vector<Bound> bound;
  bool any_word = false;        // an outcome word stands here, with or without a count
  bool none = false;            // "no casualties", "without injuries"
  bool replaces = false;        // "bringing the toll to"
  std::vector<uint32_t> words;  // tokens of outcome words
  std::deque<Quantity> named;   // persons told by name; `bound` points into it
};

// Ties the quantities in tokens [first, last) of a sentence to its outcome words. The result points
// into `parsed`.
[[nodiscard]] Harm bind_people(const Parsed& parsed, uint32_t first, uint32_t last);

// In it a place of the claim is a matcher node (PlaceMention::place, decimal) until geo resolves
// it.
struct Scene {
  uint32_t first = 0, last = 0;  // tokens
  size_t sentence = 0;           // index in Text::sentences
  bool headline = false;
  bool latin = false;      // told in Latin letters
  bool definite = false;   // "the attack", "the shelling": told before
  bool single = false;     // "an air raid", "a blast": one attack
  bool one_site = false;   // "a market", "their house", "a town": one place without a name
  bool elsewhere = false;  // "a village", "two other districts": not where the one before was
  bool blast = false;      // one explosion, told by its noun
  bool reported = false;   // the attack is told of, not only referred to ("amid", "to stop")
  bool repeated = false;   // "repeatedly", "almost daily"
  bool also = false;       // "eleven were also killed": more than those told before
  bool risen = false;      // its toll takes the place of those told before: "has risen to 54"
  bool early = false;      // its toll is one that others replace: "initial reports"
  bool partial = false;    // bodies found, not all of the dead
  bool another = false;    // "another", "other airstrikes", "separately"
  bool item = false;       // the first of a new item of a digest
  bool toll = false;       // "put the toll at", "the number of dead": of an event told before
  bool disputed = false;   // "for its part", "admitted": another teller of the event just told
  bool aftermath = false;  // what an attack left is told: smoke, damage, footage
  bool singly = false;     // the dead are told one by one: by name, "his wife", "a man"
  bool by_number = false;  // a number of two or more dead
  bool adds = false;       // "another 15 were injured": more of the toll told before
  bool cut_off = false;    // a later clause of an Arabic sentence
  bool parted = false;     // a total whose parts follow, place by place
  bool latest = false;     // "the latest of which": one of those just told of
  bool like = false;       // a count in a clause whose verb stands in the one before
  bool laid_to = false;    // a share of a toll, told with who it is laid to
  bool hypothetical = false, mock = false, denied = false, background = false;
  bool since = false, period = false, total = false, has_attack = false;
  Claim claim;                              // counts and fields of this clause
  std::vector<std::string> generic_events;  // attack, bombard, explosion: means not told
  bool named_list = false;                  // those harmed are listed by name, line by line
  bool list_cut = false;                    // the last line of it is cut short
  size_t list_items = 0;                    // the highest number before a line of the list
  bool area_only = true;
  bool same_place = false;  // "in the city", "the village", and no place named: the one told before
  uint32_t place_word = 0;  // the token that says so
  std::vector<PlaceMention> town;  // the place it means, or what the sentence before was about
  std::optional<DateMention> date;
  std::optional<DateMention> said;  // when it was reported, not when it was
  std::optional<When> running;      // the day the text is speaking of here
  std::optional<When> start;        // since when a total counts, told just before
};

// The scenes of one sentence, in order; empty when it tells of no attack or harm.
[[nodiscard]] std::vector<Scene> find_scenes(const Parsed& parsed, size_t sentence_index);

}  // namespace sijil::claims
