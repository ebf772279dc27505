// SPDX-License-Identifier: Apache-2.0
// The lexicon and the reader on a small made-up vocabulary (tests/data), so that editing the
// shipped data breaks no test of code; then what the shipped data as a whole has to keep.
#include "engine/claim_json.hpp"
#include "engine/reader.hpp"
#include "lexicon/lexicon.hpp"
#include "mentions/term.hpp"
#include "support/rows.hpp"
#include "support/shipped.hpp"
#include "text/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sijil {

namespace {

lexicon::Lexicon load(const std::string& relative, std::vector<std::string>& faults) {
  auto loaded = lexicon::Lexicon::load(test::source_path(relative), faults);
  EXPECT_TRUE(loaded) << loaded.error().to_string();
  return std::move(*loaded);
}

const lexicon::Lexicon& synthetic() {
  static const lexicon::Lexicon kLexicon = [] {
    std::vector<std::string> faults;
    return load("tests/data", faults);
  }();
  return kLexicon;
}

// The ids of the terms found in `s`, in order.
std::vector<std::string> ids_in(std::string_view s) {
  const auto text = text::tokenize(s, synthetic());
  std::vector<std::string> out;
  for (const auto& term :
       mentions::find_terms(text, synthetic(), 0, static_cast<uint32_t>(text.tokens.size())))
    if (term.kind() != lexicon::Kind::kPlace) out.push_back(synthetic().id_name(term.sense->id));
  return out;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SyntheticData, IsSound) {
  EXPECT_THAT(lexicon::check_data(test::source_path("tests/data")), IsEmpty());
}

TEST(SyntheticData, FindsInflectedForms) {
  EXPECT_THAT(ids_in("air raids wounded children"),
              ElementsAre("airstrike", "injured", "children"));
  EXPECT_THAT(ids_in("SHELLING KILLS A CHILD"), ElementsAre("shelling", "killed", "children"));
  EXPECT_THAT(ids_in("the airy raid of a shellfish"), IsEmpty());
}

TEST(SyntheticData, FindsArabicWordsUnderCliticsAndDiacritics) {
  EXPECT_THAT(ids_in("\u0648\u0642\u0635\u0641"), ElementsAre("shelling"));              // wa-
  EXPECT_THAT(ids_in("\u0628\u0627\u0644\u0642\u0635\u0641"), ElementsAre("shelling"));  // bi-al-
  EXPECT_THAT(ids_in("\u0642\u064E\u0635\u0652\u0641"), ElementsAre("shelling"));        // vowelled
  EXPECT_THAT(ids_in("\u0637\u0641\u0644\u064A\u0646"), ElementsAre("children"));  // two children
}

TEST(SyntheticData, LinksPlacesToWhatContainsThem) {
  const auto& gazetteer = synthetic().gazetteer();
  ASSERT_EQ(gazetteer.places().size(), 3u);
  const auto bridge = std::find_if(gazetteer.places().begin(), gazetteer.places().end(),
                                   [](const auto& p) { return p.id == "zz.north.oldbridge"; });
  ASSERT_NE(bridge, gazetteer.places().end());
  const auto index = static_cast<int32_t>(bridge - gazetteer.places().begin());
  const int32_t shire = gazetteer.ancestor(index, lexicon::PlaceClass::kGovernorate);
  ASSERT_GE(shire, 0);
  EXPECT_EQ(gazetteer.places()[static_cast<size_t>(shire)].id, "zz.north");
  EXPECT_TRUE(gazetteer.contains(shire, index));
  EXPECT_FALSE(gazetteer.contains(index, shire));
}

TEST(SyntheticData, FingerprintFollowsTheBytes) {
  std::vector<std::string> faults;
  EXPECT_EQ(load("tests/data", faults).fingerprint(), synthetic().fingerprint());
  EXPECT_NE(test::shipped_reader().data_fingerprint(), synthetic().fingerprint());
}

TEST(SyntheticData, MissingFolderFails) {
  std::vector<std::string> faults;
  const auto loaded = lexicon::Lexicon::load(test::source_path("tests/no_such_data"), faults);
  ASSERT_FALSE(loaded);
  EXPECT_FALSE(loaded.error().message.empty());
}

TEST(ShippedData, IsSound) {
  EXPECT_THAT(lexicon::check_data(test::source_path("data")), IsEmpty());
}

// A reading does not depend on what was read before it.
TEST(ShippedData, ReadingIsRepeatable) {
  const std::vector<std::string> texts = {
      "At least six people, two of them children, were killed in an airstrike on the town of Aden "
      "on Tuesday.",
      "The talks go on.",
      "MOSUL, July 5 - THREE SOLDIERS WERE WOUNDED BY A ROADSIDE BOMB ON MONDAY, POLICE SAID."};
  auto json_of = [](const std::string& s) {
    Document d;
    d.id = "x";
    d.text = s;
    d.published = "2016-07-05";
    std::string out;
    engine::append_json(out, d, test::shipped_reader().read(d, {}), "");
    return out;
  };
  std::vector<std::string> first;
  for (const auto& s : texts) first.push_back(json_of(s));
  for (size_t i = texts.size(); i-- > 0;) EXPECT_EQ(json_of(texts[i]), first[i]);
}

}  // namespace

}  // namespace sijil
