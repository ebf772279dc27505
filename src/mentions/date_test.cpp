// SPDX-License-Identifier: Apache-2.0
// Rows of tests/cases/dates/*.tsv (published, running, text, expected, note) against the shipped
// time words, each row a test; dates standing alone and in addresses.
#include "mentions/date.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace sijil::mentions {

namespace {

std::string root() {
#ifdef SIJIL_SOURCE_DIR
  return SIJIL_SOURCE_DIR;
#else
  return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path().string();
#endif
}

const lexicon::Lexicon& words() {
  static const lexicon::Lexicon kLexicon = [] {
    std::vector<std::string> faults;
    auto lexicon = lexicon::Lexicon::load(root() + "/data", faults);
    return std::move(lexicon.value());
  }();
  return kLexicon;
}

// "2019-07-09 day relative morning", "2019-07-08..2019-07-10 days relative period", "nth 74"; "?"
// for a day that cannot be resolved.
std::string to_line(const DateMention& m) {
  std::string s;
  if (m.use == DateUse::kNthDay) {
    s = "nth " + std::to_string(m.nth_day);
  } else if (m.use == DateUse::kTimeOnly) {
    s = "time";
  } else if (!m.range) {
    s = "?";
  } else {
    s = to_iso(m.range->first);
    if (m.range->last != m.range->first) s += ".." + to_iso(m.range->last);
    s +=
        " " + std::string(to_word(m.range->precision)) + " " + std::string(to_word(m.range->basis));
  }
  if (m.time != TimeOfDay::kNone) s += " " + std::string(to_word(m.time));
  if (m.use == DateUse::kSince) s += " since";
  if (m.use == DateUse::kPeriod) s += " period";
  if (m.anaphoric) s += " anaphoric";
  if (m.before_running) s += " before";
  return s;
}

std::string dates_of(std::string_view sentence, const DateContext& context) {
  const text::Text text = text::tokenize(sentence, words());
  const auto n = static_cast<uint32_t>(text.tokens.size());
  std::string s;
  uint32_t end = 0;
  for (const DateMention& m :
       find_dates(text, words(), 0, n, find_terms(text, words(), 0, n), context)) {
    EXPECT_LE(end, m.first) << sentence;
    EXPECT_LT(m.first, m.last) << sentence;
    EXPECT_LE(m.last, n) << sentence;
    end = m.last;
    s += (s.empty() ? "" : " | ") + to_line(m);
  }
  return s.empty() ? "-" : s;
}

struct Row {
  std::string published, running, text, expected;
};

class DateRow : public testing::Test {
 public:
  explicit DateRow(Row row) : row_(std::move(row)) {}
  void TestBody() override {
    DateContext context;
    context.published = parse_iso(row_.published);
    context.running = parse_iso(row_.running);
    EXPECT_EQ(dates_of(row_.text, context), row_.expected) << row_.text;
  }

 private:
  Row row_;
};

size_t add_rows(const std::string& lang) {
  std::ifstream file(root() + "/tests/cases/dates/" + lang + ".tsv");
  std::string line;
  size_t rows = 0;
  for (int number = 1; std::getline(file, line); ++number) {
    if (number == 1 || line.empty() || line[0] == '#') continue;
    std::string cells[5];
    size_t at = 0;
    for (std::string& cell : cells) {
      const size_t tab = line.find('\t', at);
      cell = at > line.size() ? "" : line.substr(at, tab - at);
      at = tab == std::string::npos ? line.size() + 1 : tab + 1;
    }
    const std::string name = lang + "_line_" + std::to_string(number);
    testing::RegisterTest("Dates", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [row = Row{cells[0], cells[1], cells[2], cells[3]}]() -> testing::Test* {
                            return new DateRow(row);
                          });
    ++rows;
  }
  return rows;
}

const size_t kEnglishRows = add_rows("en"), kArabicRows = add_rows("ar");

TEST(DateRows, AreThere) {
  EXPECT_GE(kEnglishRows, 90u);
  EXPECT_GE(kArabicRows, 70u);
}

std::string alone(std::string_view written) {
  const auto day = parse_date(written, words());
  return day ? to_iso(*day) : "-";
}

TEST(ParseDate, ReadsWrittenForms) {
  EXPECT_EQ(alone("2019-07-10T08:00:00Z"), "2019-07-10");
  EXPECT_EQ(alone("2025-01-11 15:35:24"), "2025-01-11");
  EXPECT_EQ(alone("10 July 2019"), "2019-07-10");
  EXPECT_EQ(alone("Wed, 10 Jul 2019 08:00:00 GMT"), "2019-07-10");
  EXPECT_EQ(alone("July 10th, 2019 at 5:05 pm"), "2019-07-10");
  EXPECT_EQ(alone("Jul. 10, 2019"), "2019-07-10");
  EXPECT_EQ(alone("26/08/2025"), "2025-08-26");
  EXPECT_EQ(alone("8/26/2025"), "2025-08-26");
  EXPECT_EQ(alone("27.07.2023"), "2023-07-27");
  EXPECT_EQ(alone("2025/10/20"), "2025-10-20");
  EXPECT_EQ(alone("10-Jul-2019"), "2019-07-10");
  EXPECT_EQ(alone("20190710"), "2019-07-10");
  EXPECT_EQ(alone("9:41 PM - Oct 16, 2021"), "2021-10-16");
}

TEST(ParseDate, RefusesTheRest) {
  EXPECT_EQ(alone(""), "-");
  EXPECT_EQ(alone("yesterday"), "-");
  EXPECT_EQ(alone("July 2019"), "-");
  EXPECT_EQ(alone("31 June 2019"), "-");
  EXPECT_EQ(alone("2019-13-40"), "-");
  EXPECT_EQ(alone("10 July"), "-");
  EXPECT_EQ(alone("1.2.3"), "-");
  EXPECT_EQ(alone("99999999"), "-");
  EXPECT_EQ(alone(std::string(100000, '1')), "-");
}

std::string of_url(std::string_view url) {
  const auto day = date_of_url(url);
  return day ? to_iso(*day) : "-";
}

TEST(DateOfUrl, ReadsPathsAndStatusIds) {
  EXPECT_EQ(of_url("https://example.org/2016/04/28/market-hit"), "2016-04-28");
  EXPECT_EQ(of_url("https://example.org/news/2016/4/28"), "2016-04-28");
  EXPECT_EQ(of_url("https://example.org/a/2016-04-28-market.html"), "2016-04-28");
  EXPECT_EQ(of_url("https://example.org/20160428/market"), "2016-04-28");
  EXPECT_EQ(of_url("https://example.org/world/2016/apr/28/market"), "2016-04-28");
  EXPECT_EQ(of_url("https://example.org/digest-march-23-2023/"), "2023-03-23");
  EXPECT_EQ(of_url("https://example.org/digest-23-march-2023/"), "2023-03-23");
  EXPECT_EQ(of_url("https://example.org/%D9%82/2016%2F04%2F28/"), "2016-04-28");
  // (1000000000000000000 >> 22) + 1288834974657 ms is 25 May 2018, 15:19 UTC.
  EXPECT_EQ(of_url("https://twitter.com/someone/status/1000000000000000000"), "2018-05-25");
  EXPECT_EQ(of_url("https://x.com/someone/status/1000000000000000000?s=20"), "2018-05-25");
}

TEST(DateOfUrl, RefusesTheRest) {
  EXPECT_EQ(of_url(""), "-");
  EXPECT_EQ(of_url("https://example.org/2016/04/market"), "-");
  EXPECT_EQ(of_url("https://example.org/2016/14/28/market"), "-");
  EXPECT_EQ(of_url("https://example.org/article/12345678"), "-");
  EXPECT_EQ(of_url("https://example.org/march-23-dead/"), "-");
  EXPECT_EQ(of_url("https://twitter.com/someone/status/20"), "-");
  EXPECT_EQ(of_url("https://twitter.com/someone/status/99999999999999999999999"), "-");
  EXPECT_EQ(of_url("https://twitter.com/someone"), "-");
  EXPECT_EQ(of_url("https://netfax.com/someone/status/1000000000000000000"), "-");
}

}  // namespace

}  // namespace sijil::mentions
