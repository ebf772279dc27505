// SPDX-License-Identifier: Apache-2.0
// What a word or phrase can mean: the compiled form of one data row (see data/README.md).
#pragma once

#include <cstdint>
#include <string_view>

namespace sijil::lexicon {

// One lexicon file each, in this order; kPlace comes from the gazetteer.
enum class Kind : uint8_t {
  kEvent,
  kWeapon,
  kTarget,
  kOutcome,
  kPeople,
  kActor,
  kForce,
  kNumber,
  kBound,
  kVague,
  kTime,
  kSpeaker,
  kReporting,
  kCue,
  kFurniture,
  kPlaceWord,
  kNotName,
  kPlace
};
inline constexpr int kKinds = 18;
[[nodiscard]] std::string_view file_stem(Kind k);  // "event", "place_word"...

// Tags of data rows as bits. The table of names is in lexicon.cpp.
enum Tag : uint64_t {
  kTagSg = 1ull << 0,
  kTagPl = 1ull << 1,
  kTagDual = 1ull << 2,
  kTagFemale = 1ull << 3,
  kTagMale = 1ull << 4,
  kTagVerb = 1ull << 5,
  kTagCount = 1ull << 6,
  kTagPlatform = 1ull << 7,
  kTagMock = 1ull << 8,
  kTagAgent = 1ull << 9,
  kTagStrong = 1ull << 10,
  kTagPerson = 1ull << 11,
  kTagNoun = 1ull << 12,
  kTagActive = 1ull << 13,
  kTagLater = 1ull << 14,
  kTagAdult = 1ull << 15,
  kTagKin = 1ull << 16,
  kTagLoaded = 1ull << 17,
  kTagAdj = 1ull << 18,
  kTagParty = 1ull << 19,
  kTagMedia = 1ull << 20,
  kTagState = 1ull << 21,
  kTagUnit = 1ull << 22,
  kTagTen = 1ull << 23,
  kTagHundred = 1ull << 24,
  kTagThousand = 1ull << 25,
  kTagMillion = 1ull << 26,
  kTagDozen = 1ull << 27,
  kTagHalf = 1ull << 28,
  kTagPre = 1ull << 29,
  kTagPost = 1ull << 30,
  kTagBoth = 1ull << 31,
  kTagDrop = 1ull << 32,
  kTagKeep = 1ull << 33,
  kTagLine = 1ull << 34,
  kTagStart = 1ull << 35,
  kTagAny = 1ull << 36,
  kTagNext = 1ull << 37,
  kTagWeak = 1ull << 38,
  kTagPassive = 1ull << 39,
  kTagLocal = 1ull << 40,
  kTagGap = 1ull << 41,
  kTagCaps = 1ull << 42
};

// How a form was made from its row.
enum class Inflection : uint8_t {
  kBase,          // as listed
  kThird,         // English -s of a verb
  kPast,          // English -ed; listed irregular forms are kBase
  kGerund,        // English -ing
  kPlural,        // noun plural
  kDual,          // Arabic -an
  kDualOrPlural,  // Arabic -in: two or many, by context
  kAccusative,    // Arabic -a of a singular
  kPronoun,       // Arabic noun or verb with an attached pronoun
  kFeminine       // Arabic -t of a verb, -a of an adjective
};

struct Sense {
  uint64_t tags = 0;
  int64_t value = 0;  // numbers: the value; places: index in the gazetteer
  uint16_t id = 0;    // Lexicon::id_name
  uint16_t arg = 0;   // id of an event=, actor= or party= tag, 0 when none
  Kind kind = Kind::kNotName;
  Inflection inflection = Inflection::kBase;
  char pos = 'x';
  uint8_t arabic = 0;  // 1: from data/ar

  [[nodiscard]] bool has(uint64_t tag) const { return (tags & tag) != 0; }
};

}  // namespace sijil::lexicon
