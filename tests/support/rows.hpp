// SPDX-License-Identifier: Apache-2.0
// Tests as rows of tab-separated files: tests/cases/<stage>/<lang>.tsv, `#` comments, a header row,
// "\n" and "\t" in a cell for a line end and a tab. Each row is a test of its own, named after its
// file and line.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sijil::test {

struct Row {
  std::string file;  // relative to the source tree
  int line = 0;
  std::vector<std::string> cells;  // as many as the file has columns
};

// The path of `relative` in the source tree.
[[nodiscard]] std::string source_path(std::string_view relative);

// The rows of one file; ends the program with a sentence when the header is not `columns` or a row
// has another number of cells. An absent file has no rows.
[[nodiscard]] std::vector<Row> read_rows(const std::string& relative,
                                         const std::vector<std::string>& columns);

// Registers a test a row of tests/cases/<stage>/{en,ar}.tsv under the suite "<stage>_<lang>".
// `check` returns what is wrong, empty when the row holds. Use at namespace scope:
//
//   const bool kRegistered = test::register_rows("dates", {"published", "text", "expected",
//   "note"}, check);
bool register_rows(const std::string& stage, std::vector<std::string> columns,
                   std::function<std::string(const Row&)> check);

// Reads the files of all register_rows and makes their tests; main() calls it before the run.
void make_registered_tests();

}  // namespace sijil::test
