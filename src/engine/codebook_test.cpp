// SPDX-License-Identifier: Apache-2.0
#include "engine/codebook.hpp"

#include "engine/reader.hpp"

#include <gtest/gtest.h>

namespace sijil::engine {
namespace {

Figure figure(CountRange range) {
  Figure f;
  f.range = range;
  return f;
}

Claim told() {
  Claim c;
  c.count(Outcome::kKilled) = figure(CountRange::vaguely(Vague::kDozens));
  c.count(Outcome::kInjured) = figure(CountRange::at_least(7));
  c.injured_by["children"] = figure(CountRange::vaguely(Vague::kSeveral));
  c.strikes = figure(CountRange::vaguely(Vague::kDozens));
  return c;
}

Claim by(const std::string& name) {
  const auto book = Codebook::open(find_data_folder(), name);
  EXPECT_TRUE(book.has_value()) << name;
  Claim c = told();
  if (book) book->apply(c);
  return c;
}

TEST(Codebook, LiteralKeepsTheWord) {
  EXPECT_EQ(by("literal").count(Outcome::kKilled)->range, CountRange::vaguely(Vague::kDozens));
}

TEST(Codebook, AirwarsGivesARange) {
  const Claim c = by("airwars");
  EXPECT_EQ(c.count(Outcome::kKilled)->range, CountRange::between(12, 24));
  EXPECT_EQ(c.injured_by.at("children").range, CountRange::at_least(2));
}

TEST(Codebook, AcledGivesOneFigure) {
  EXPECT_EQ(by("acled").count(Outcome::kKilled)->range, CountRange::exactly(12));
}

TEST(Codebook, FiguresThatAreToldStay) {
  for (const char* name : {"airwars", "acled", "ged"})
    EXPECT_EQ(by(name).count(Outcome::kInjured)->range, CountRange::at_least(7)) << name;
}

TEST(Codebook, StrikesAreNoPeople) {
  EXPECT_EQ(by("acled").strikes->range, CountRange::vaguely(Vague::kDozens));
}

TEST(Codebook, EveryWordHasItsFigure) {
  for (const char* name : {"airwars", "acled", "ged"})
    for (int v = static_cast<int>(Vague::kDozens); v <= static_cast<int>(Vague::kNumber); ++v) {
      const auto book = Codebook::open(find_data_folder(), name);
      ASSERT_TRUE(book.has_value()) << name;
      Claim c;
      c.count(Outcome::kKilled) = figure(CountRange::vaguely(static_cast<Vague>(v)));
      book->apply(c);
      EXPECT_FALSE(c.count(Outcome::kKilled)->range.is_vague()) << name << ' ' << v;
    }
}

TEST(Codebook, AMissingFileIsNamed) {
  EXPECT_FALSE(Codebook::open(find_data_folder(), "nobody").has_value());
}

}  // namespace
}  // namespace sijil::engine
