// SPDX-License-Identifier: Apache-2.0
// The parts of the commands that open nothing: options, targets of `why`, passages, indented JSON,
// items of an input, the ordered pipeline.
#include "cli/cmd_extract.hpp"
#include "cli/cmd_why.hpp"
#include "cli/command.hpp"
#include "cli/excerpt.hpp"
#include "cli/fields.hpp"
#include "cli/input.hpp"
#include "cli/json_indent.hpp"
#include "cli/pipeline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <set>
#include <unistd.h>

namespace sijil::cli {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Options, FillTheStruct) {
  ExtractOptions o;
  const auto parsed = parse_options(
      extract_syntax(o),
      {"--format", "json", "--threads=3", "a.txt", "--strict", "-", "--published", "10 July 2019"});
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(*parsed, Parsed::kRun);
  EXPECT_EQ(o.format, "json");
  EXPECT_EQ(o.threads, 3);
  EXPECT_TRUE(o.strict);
  EXPECT_EQ(o.published, "10 July 2019");
  EXPECT_THAT(o.inputs, ElementsAre("a.txt", "-"));
}

TEST(Options, DashesEndTheOptions) {
  ExtractOptions o;
  ASSERT_TRUE(parse_options(extract_syntax(o), {"--", "--strict"}));
  EXPECT_FALSE(o.strict);
  EXPECT_THAT(o.inputs, ElementsAre("--strict"));
}

TEST(Options, HelpWins) {
  ExtractOptions o;
  const auto parsed = parse_options(extract_syntax(o), {"x", "-h"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(*parsed, Parsed::kHelp);
  const std::string help = help_text(extract_syntax(o));
  for (const OptionRow& row : extract_syntax(o).options) EXPECT_THAT(help, HasSubstr(row.name));
}

TEST(Options, FaultsAreUsageErrorsInSentences) {
  const std::vector<Arguments> wrong = {{"--format", "xml"},
                                        {"--threads", "two"},
                                        {"--bogus"},
                                        {"--published"},
                                        {"--codebook", "mine"}};
  for (const Arguments& arguments : wrong) {
    ExtractOptions o;
    const auto parsed = parse_options(extract_syntax(o), arguments);
    ASSERT_FALSE(parsed) << arguments[0];
    EXPECT_EQ(parsed.error().code, ErrorCode::kUsage);
    EXPECT_THAT(parsed.error().message, HasSubstr("'sijil help extract'"));
  }
}

TEST(Commands, EachHasANameOfItsOwnAndIsFound) {
  std::set<std::string_view> names;
  for (const Command& c : commands()) {
    EXPECT_TRUE(names.insert(c.name).second);
    EXPECT_EQ(find_command(c.name), &c);
    EXPECT_FALSE(c.summary.empty());
  }
  EXPECT_EQ(find_command("nonsense"), nullptr);
}

TEST(WhyTarget, IsTakenApart) {
  auto exists = [](const std::string& path) {
    return path == "report.txt" || path == "odd#2.txt" || path == "a.b/c.d";
  };
  auto parse = [&](const std::string& s) { return parse_why_target(s, exists); };
  EXPECT_EQ(parse("report.txt"), (WhyTarget{"report.txt", 0, ""}));
  EXPECT_EQ(parse("report.txt#2"), (WhyTarget{"report.txt", 2, ""}));
  EXPECT_EQ(parse("report.txt#12.killed_by.children"),
            (WhyTarget{"report.txt", 12, "killed_by.children"}));
  EXPECT_EQ(parse("report.txt.killed"), (WhyTarget{"report.txt", 0, "killed"}));
  EXPECT_EQ(parse("report.txt.killed_by.women"), (WhyTarget{"report.txt", 0, "killed_by.women"}));
  EXPECT_EQ(parse("odd#2.txt"), (WhyTarget{"odd#2.txt", 0, ""}));
  EXPECT_EQ(parse("odd#2.txt#1"), (WhyTarget{"odd#2.txt", 1, ""}));
  EXPECT_EQ(parse("a.b/c.d.when"), (WhyTarget{"a.b/c.d", 0, "when"}));
  EXPECT_EQ(parse("-"), (WhyTarget{"-", 0, ""}));
  EXPECT_EQ(parse("-#3.when"), (WhyTarget{"-", 3, "when"}));
  EXPECT_EQ(parse("missing.txt"), (WhyTarget{"missing.txt", 0, ""}));
  EXPECT_EQ(parse("missing.txt#0"), (WhyTarget{"missing.txt#0", 0, ""}));
  EXPECT_EQ(parse("missing.txt#99999999999"), (WhyTarget{"missing.txt#99999999999", 0, ""}));
}

TEST(Excerpt, OneLineHidesWhatATerminalWouldObey) {
  EXPECT_EQ(one_line("  a\n\n b\tc "), "a b c");
  EXPECT_EQ(one_line("a\x1b[31mb\x07"), "a[31mb");
  EXPECT_EQ(one_line("\u202Eabc\u202C \u2067d\u2069"), "abc d");
  EXPECT_EQ(one_line(""), "");
}

TEST(Excerpt, MarksWordsInTheirPassage) {
  const std::string text = "Before. Six people were killed. After.";
  EXPECT_EQ(marked(text, {8, 31}, {{8, 18}}, {}), "\u00ABSix people\u00BB were killed.");
  // Overlaps join, what lies outside is passed over.
  EXPECT_EQ(marked(text, {8, 31}, {{12, 18}, {8, 14}, {0, 6}, {33, 38}}, {}),
            "\u00ABSix people\u00BB were killed.");
  EXPECT_EQ(marked(text, {8, 31}, {{24, 31}}, {true, false}),
            "Six people were \x1b[1;33mkilled.\x1b[0m");
  EXPECT_EQ(marked(text, {8, 18}, {}, {false, true}), "\u2068Six people\u2069");
  EXPECT_EQ(marked(text, {38, 99}, {}, {}), "");
}

TEST(Excerpt, LongPassagesAreCutAtCharacters) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "\u0637\u0641 ";
  const uint32_t at = 2500;
  const std::string shown =
      marked(text, {0, static_cast<uint32_t>(text.size())}, {{at, at + 4}}, {});
  EXPECT_LT(shown.size(), 700u);
  EXPECT_THAT(shown, testing::StartsWith("\u2026"));
  EXPECT_THAT(shown, testing::EndsWith("\u2026"));
  EXPECT_EQ(shown.find("\uFFFD"), std::string::npos);
}

TEST(Fields, CountsInWords) {
  EXPECT_EQ(count_in_words(CountRange::exactly(6)), "6");
  EXPECT_EQ(count_in_words(CountRange::exactly(0)), "none");
  EXPECT_EQ(count_in_words(CountRange::at_least(6)), "at least 6");
  EXPECT_EQ(count_in_words(CountRange::between(0, 6)), "up to 6");
  EXPECT_EQ(count_in_words(CountRange::between(4, 6)), "4 to 6");
  EXPECT_EQ(count_in_words(CountRange::vaguely(Vague::kDozens)), "dozens");
}

TEST(JsonIndent, KeepsFlatPartsOnALine) {
  std::string out;
  append_indented(out, R"({"a":"x,{\"y\":1}","b":[{"s":[1,2]},{}],"c":[],"d":null})", 0);
  EXPECT_EQ(out,
            "{\n  \"a\": \"x,{\\\"y\\\":1}\",\n  \"b\": [\n    {\n      \"s\": [1, 2]\n    },\n    "
            "{}\n  ],\n"
            "  \"c\": [],\n  \"d\": null\n}");
}

// A file in the test's own folder, removed at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& name, const std::string& bytes)
      : path_(testing::TempDir() + std::to_string(::getpid()) + name) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// "line:bytes" of each item, "line!" of a fault.
std::vector<std::string> items_of(const std::string& path, size_t batch_bytes) {
  std::vector<std::string> out;
  read_inputs({path}, batch_bytes,
              [&](Batch&& batch) {
                for (const Item& item : batch.items)
                  out.push_back(std::to_string(item.line) +
                                (item.fault.empty()
                                     ? ":" + batch.bytes.substr(item.begin, item.end - item.begin)
                                     : "!"));
                return true;
              },
              {});
  return out;
}

// The size of the reads may not be seen in what is read.
TEST(Input, LinesDoNotDependOnTheBatch) {
  const TemporaryFile file("lines.jsonl", "\xEF\xBB\xBF{1}\r\n\n  \n{22}\nx\n{333}");
  for (const size_t batch : {1, 2, 3, 5, 7, 64, 4096})
    EXPECT_THAT(items_of(file.path(), batch), ElementsAre("1:{1}\r", "4:{22}", "5:x", "6:{333}"))
        << batch;
}

TEST(Input, OtherFilesAreOneDocument) {
  const TemporaryFile file("text.txt", "\n\nOne { document }\n{ still }\n");
  for (const size_t batch : {1, 3, 4096})
    EXPECT_THAT(items_of(file.path(), batch), ElementsAre("0:\n\nOne { document }\n{ still }\n"))
        << batch;
}

TEST(Input, TooLongLinesAreNamedAndTheNextIsRead) {
  std::string bytes = "{a}\n";
  bytes.append(kDocumentLimitBytes + 1, '{').append("\n{b}\n");
  const TemporaryFile file("long.jsonl", bytes);
  EXPECT_THAT(items_of(file.path(), 1 << 16), ElementsAre("1:{a}", "2!", "3:{b}"));
}

TEST(Input, TheSinkCanStop) {
  const TemporaryFile file("stop.jsonl", "{1}\n{2}\n{3}\n");
  int batches = 0;
  read_inputs({file.path(), file.path()}, 4, [&](Batch&&) { return ++batches < 2; }, {});
  EXPECT_EQ(batches, 2);
}

// Outputs come in the order of the input, whichever worker is done first.
TEST(Pipeline, KeepsTheOrder) {
  for (const unsigned threads : {1u, 2u, 8u}) {
    PipelineOptions options;
    options.threads = threads;
    std::string all, expected;
    run_pipeline(
        options,
        [&](const BatchSink& sink, const std::stop_token&) {
          for (int i = 0; i < 500; ++i) {
            Batch batch;
            batch.bytes = std::to_string(i) + ",";
            if (!sink(std::move(batch))) return;
          }
        },
        [] {
          return [](const Batch& batch) {
            if (batch.bytes.size() % 2 == 0) ::usleep(50);
            return BatchOutput{batch.bytes, {}, 1, 0};
          };
        },
        [&](BatchOutput&& output) {
          all += output.out;
          return true;
        });
    for (int i = 0; i < 500; ++i) expected += std::to_string(i) + ",";
    EXPECT_EQ(all, expected) << threads;
  }
}

TEST(Pipeline, StopsAndPassesErrorsOn) {
  std::atomic<int> pushed{0};
  const auto endless = [&](const BatchSink& sink, const std::stop_token&) {
    while (sink(Batch{})) ++pushed;
  };
  int written = 0;
  run_pipeline(
      {2}, endless, [] { return [](const Batch&) { return BatchOutput{}; }; },
      [&](BatchOutput&&) { return ++written < 3; });
  EXPECT_EQ(written, 3);
  EXPECT_THROW(run_pipeline(
                   {2}, endless,
                   []() -> std::function<BatchOutput(const Batch&)> {
                     return [](const Batch&) -> BatchOutput { throw std::bad_alloc(); };
                   },
                   [](BatchOutput&&) { return true; }),
               std::bad_alloc);
}

}  // namespace

}  // namespace sijil::cli
