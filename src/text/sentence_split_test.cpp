// SPDX-License-Identifier: Apache-2.0
// Sentences and their roles, over shapes of pages met in the wild; the texts are invented.
#include "text/text.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace sijil::text {

namespace {

const lexicon::Lexicon& words() {
  static const lexicon::Lexicon kLexicon = [] {
    std::vector<std::string> faults;
    auto lexicon = lexicon::Lexicon::load(SIJIL_SOURCE_DIR "/data", faults);
    return std::move(lexicon.value());
  }();
  return kLexicon;
}

// One line a sentence: "H" headline, "D" dateline, "B" body or bullet, "F" furniture, then its
// words.
std::string roles(const std::string& text, const std::string& title = {}) {
  const Text read = read_text(text, words(), {title, {}});
  std::string out;
  for (const Sentence& s : read.sentences) {
    const char role = s.role == Role::kHeadline    ? 'H'
                      : s.role == Role::kDateline  ? 'D'
                      : s.role == Role::kFurniture ? 'F'
                                                   : 'B';
    out += role;
    out += " " +
           text.substr(read.tokens[s.first].begin,
                       read.tokens[s.last - 1].end - read.tokens[s.first].begin) +
           "\n";
  }
  return out;
}

const std::string kProse =
    "Gunmen attacked a checkpoint near the harbour in the early hours of the morning and fled into "
    "the hills to the north of it. "
    "The governor of the province visited the wounded and promised that those who had carried out "
    "the attack would be caught soon. "
    "Shops in the old town stayed shut for the rest of the day while soldiers searched houses "
    "along the road to the airport. "
    "A hospital doctor said that most of the wounded had been hit by splinters and that two of "
    "them were still in danger. "
    "The road between the two towns has been closed to lorries since the spring, when the bridge "
    "over the river was blown up. ";

}  // namespace

TEST(Sentences, TitleWithPossessiveOnTheSameLine) {
  EXPECT_EQ(roles("A mine ends a family's trip to the sea. " + kProse,
                  "A mine ends a family's trip to the sea")
                .substr(0, 59),
            "H A mine ends a family's trip to the sea.\nB Gunmen attacked");
}

TEST(Sentences, HeadlineDateAndTextOnOneLine) {
  EXPECT_EQ(roles("Car bomb kills three in Zinjibar Monday 17 Mar 2014 " + kProse).substr(0, 75),
            "H Car bomb kills three in Zinjibar\nD Monday 17 Mar 2014\nB Gunmen attacked a");
  EXPECT_EQ(roles("18.10.2014Get short URL 0 13 " + kProse).substr(0, 60),
            "D 18.10.2014\nF Get short URL 0 13\nB Gunmen attacked a checkp");
  EXPECT_EQ(roles("05-09-2013 " + kProse).substr(0, 35), "D 05-09-2013\nB Gunmen attacked a ch");
  EXPECT_EQ(
      roles("Tuesday 04 April 2017 Three Killed in Shelling of Zinjibar. " + kProse,
            "Three Killed in Shelling of Zinjibar")
          .substr(0, 85),
      "D Tuesday 04 April 2017\nH Three Killed in Shelling of Zinjibar.\nB Gunmen attacked a c");
}

TEST(Sentences, CaptionsAndTopicsInsideALongLine) {
  EXPECT_EQ(roles("18.10.2014Get short URL Topic War in Yemen (120) 510 " + kProse).substr(0, 75),
            "D 18.10.2014\nF Get short URL Topic War in Yemen (120) 510\nB Gunmen attacked");
  EXPECT_EQ(roles("18.10.2014Get short URL 210 Nine people were killed. " + kProse).substr(0, 59),
            "D 18.10.2014\nF Get short URL 210\nB Nine people were killed.");
  const std::string caption =
      roles(kProse +
            "REUTERS Jane Doe Army Retakes Town on the Border After Long Battle Government "
            "forces shelled the harbour. It is quiet now.");
  EXPECT_NE(caption.find("\nB REUTERS Jane Doe Army Retakes Town on the Border After Long Battle\n"
                         "B Government forces shelled"),
            std::string::npos)
      << caption;
  EXPECT_EQ(roles(kProse + "Sputnik reported that Army General Hassan Taha Ali was killed.")
                .find("\nF Sputnik"),
            std::string::npos);
}

TEST(Sentences, ADateInsideASentenceDoesNotPartIt) {
  EXPECT_EQ(roles("Three people were killed on 4 May 2017 Hassan said in a call. " + kProse)
                .substr(0, 20),
            "B Three people were ");
  EXPECT_EQ(roles(kProse + "It was signed on 4 May 2017 in Geneva.").find("\nD "),
            std::string::npos);
}

TEST(Sentences, FurnitureInsideALongLine) {
  const std::string tail = roles(
      kProse +
      "Related News Shelling kills nine in Taiz | Blast in Marib kills two | Rockets hit Aden");
  EXPECT_NE(tail.find("\nF Related News Shelling kills nine"), std::string::npos) << tail;
  EXPECT_EQ(tail.find("\nB Related"), std::string::npos) << tail;
  const std::string related =
      roles(kProse + "Related Airstrike Kills Nine in Marib Rockets Hit Aden");
  EXPECT_NE(related.find("\nF Related Airstrike Kills"), std::string::npos) << related;
  EXPECT_EQ(roles("Related troops of the army shelled the harbour all day. They hit it. Related "
                  "families of both towns mourn nine people killed there in the attack.")
                .find("F "),
            std::string::npos);
  const std::string tags = roles(
      "The army shelled the harbour. Tags Yemen Taiz Houthi rebels Nine people were killed. " +
      kProse);
  EXPECT_NE(tags.find("\nF Tags Yemen Taiz Houthi rebels\nB Nine people were killed.\n"),
            std::string::npos)
      << tags;
  const std::string names =
      roles(kProse + kProse +
            "Watch Live Schedule Where to Watch Careers Press Releases Contact Us Legal");
  EXPECT_NE(names.find("\nF Watch Live Schedule"), std::string::npos) << names;
  // A text cut off in its last sentence is no list of pages.
  const std::string cut =
      roles(kProse + kProse + "More than nine people who had fled the fighting were killed in the");
  EXPECT_NE(cut.find("\nB More than nine people"), std::string::npos) << cut;
}

TEST(Sentences, Datelines) {
  EXPECT_EQ(roles("ADEN, Yemen (AP) -- Gunmen killed two guards of a bank.\n"),
            "D ADEN, Yemen (AP) --\nB Gunmen killed two guards of a bank.\n");
  EXPECT_EQ(roles("ADEN (Agency) Gunmen killed two guards of a bank on a road.\n"),
            "D ADEN (Agency)\nB Gunmen killed two guards of a bank on a road.\n");
  EXPECT_EQ(roles("BAGHDAD - Gunmen killed two guards of a bank on a road.\n"),
            "D BAGHDAD -\nB Gunmen killed two guards of a bank on a road.\n");
  // The head of a bulletin's item is the place hit.
  EXPECT_EQ(roles("Zinjibar - shelling killed two guards of a bank on a road.\n"),
            "B Zinjibar - shelling killed two guards of a bank on a road.\n");
  EXPECT_EQ(roles("Abyan (southern Yemen) shelling killed two guards of a bank.\n"),
            "B Abyan (southern Yemen) shelling killed two guards of a bank.\n");
}

TEST(Sentences, Stops) {
  EXPECT_EQ(roles("He said: \"They left.\" Nobody came."),
            "B He said: \"They left.\"\nB Nobody came.\n");
  EXPECT_EQ(roles("It began at 9 a.m. Tuesday near the port. Gen. Smith fled."),
            "B It began at 9 a.m. Tuesday near the port.\nB Gen. Smith fled.\n");
  EXPECT_EQ(roles("The memory of \"[her] daughter, [...] and of her mother\" stays."),
            "B The memory of \"[her] daughter, [...] and of her mother\" stays.\n");
  EXPECT_EQ(roles("Two were ki*lled there by a mine."), "B Two were ki*lled there by a mine.\n");
}

TEST(Sentences, ALeadGivenTwiceIsOne) {
  const std::string lead = "Four people were killed in a car bomb attack in the west of the town. ";
  EXPECT_EQ(roles(lead + lead),
            "B Four people were killed in a car bomb attack in the west of the town.\nF Four "
            "people were killed in a car bomb attack in the west of the town.\n");
}

}  // namespace sijil::text
