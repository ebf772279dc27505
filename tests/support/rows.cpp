// SPDX-License-Identifier: Apache-2.0
#include "support/rows.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <utility>

namespace sijil::test {

namespace {

struct Stage {
  std::string name;
  std::vector<std::string> columns;
  std::function<std::string(const Row&)> check;
};

std::vector<Stage>& stages() {
  static std::vector<Stage> all;
  return all;
}

std::string unescaped(std::string_view cell) {
  std::string out;
  for (size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size() && (cell[i + 1] == 'n' || cell[i + 1] == 't')) {
      out += cell[++i] == 'n' ? '\n' : '\t';
    } else {
      out += cell[i];
    }
  }
  return out;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> out;
  for (;;) {
    const size_t tab = line.find('\t');
    out.push_back(unescaped(line.substr(0, tab)));
    if (tab == std::string_view::npos) return out;
    line.remove_prefix(tab + 1);
  }
}

[[noreturn]] void give_up(const std::string& file, int line, const std::string& why) {
  std::cerr << file << ':' << line << ": " << why << '\n';
  std::exit(2);
}

class RowTest : public testing::Test {
 public:
  RowTest(const std::function<std::string(const Row&)>& check, Row row)
      : check_(check), row_(std::move(row)) {}
  void TestBody() override {
    const std::string fault = check_(row_);
    if (!fault.empty()) ADD_FAILURE_AT(source_path(row_.file).c_str(), row_.line) << fault;
  }

 private:
  const std::function<std::string(const Row&)>& check_;
  Row row_;
};

}  // namespace

std::string source_path(std::string_view relative) {
  return std::string(SIJIL_SOURCE_DIR) + "/" + std::string(relative);
}

std::vector<Row> read_rows(const std::string& relative, const std::vector<std::string>& columns) {
  std::vector<Row> out;
  std::ifstream file(source_path(relative), std::ios::binary);
  std::string line;
  bool headed = false;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with('#')) continue;
    auto cells = cells_of(line);
    if (!headed) {
      if (cells != columns)
        give_up(relative, number, "The header row is not what the test expects.");
      headed = true;
      continue;
    }
    if (cells.size() != columns.size())
      give_up(relative, number,
              "The row has " + std::to_string(cells.size()) + " cells, not " +
                  std::to_string(columns.size()) + ".");
    out.push_back({relative, number, std::move(cells)});
  }
  return out;
}

bool register_rows(const std::string& stage, std::vector<std::string> columns,
                   std::function<std::string(const Row&)> check) {
  stages().push_back({stage, std::move(columns), std::move(check)});
  return true;
}

void make_registered_tests() {
  for (const Stage& stage : stages()) {
    for (const char* lang : {"en", "ar"}) {
      std::string file = "tests/cases/" + stage.name;
      file.append("/").append(lang).append(".tsv");
      for (const Row& row : read_rows(file, stage.columns)) {
        const std::string name = "line_" + std::to_string(row.line);
        testing::RegisterTest(
            (stage.name + "_" + lang).c_str(), name.c_str(), nullptr, nullptr,
            source_path(file).c_str(), row.line,
            [&stage, row]() -> testing::Test* { return new RowTest(stage.check, row); });
      }
    }
  }
}

}  // namespace sijil::test
