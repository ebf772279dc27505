// SPDX-License-Identifier: Apache-2.0
#include "lexicon/spelling.hpp"

#include "base/fold.hpp"

#include <gtest/gtest.h>

namespace sijil::lexicon {
namespace {

bool alike(std::string_view a, std::string_view b) {
  const SpellingKeys x = spelling_keys(fold(a)), y = spelling_keys(fold(b));
  return (!x.close.empty() && x.close == y.close) || (!x.wide.empty() && x.wide == y.wide);
}

TEST(Spelling, OneNameInManySpellings) {
  EXPECT_TRUE(alike("Khan Sheikhoun", "Khan Shaykhun"));
  EXPECT_TRUE(alike("al-Hamadaniyeh", "Hamdaniya"));
  EXPECT_TRUE(alike("Deir ez-Zor", "Dayr Az Zawr"));
  EXPECT_TRUE(alike("Saraqib", "Saraqeb"));
  EXPECT_TRUE(alike("Qamishli", "Kamishly"));
  EXPECT_TRUE(alike("Maarrat al-Numan", "Ma'aret an-Noman"));
  EXPECT_TRUE(alike("Bustan al-Qasr", "Bustan Alqasr"));
}

TEST(Spelling, NamesThatOnlyLookAlike) {
  EXPECT_FALSE(alike("Hama", "Homs"));
  EXPECT_FALSE(alike("Nawa", "Nawi"));  // too short to tell apart
  EXPECT_FALSE(alike("Harasta", "Haritan"));
  EXPECT_FALSE(alike("Kafr Nabl", "Kafr Naya"));
  EXPECT_FALSE(alike("Binnish", "Banias"));
}

TEST(Spelling, OtherScriptsHaveNoKey) {
  EXPECT_TRUE(spelling_keys(fold("\xD8\xAD\xD9\x84\xD8\xA8")).close.empty());
  EXPECT_TRUE(spelling_keys("").close.empty());
}

}  // namespace
}  // namespace sijil::lexicon
