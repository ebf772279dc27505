// SPDX-License-Identifier: Apache-2.0
// Tab-separated data files: UTF-8, LF, one header row, `#` comment lines, no quoting.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sijil::lexicon {

struct TsvRow {
  int line = 0;
  std::vector<std::string_view> cells;  // slices of the file's bytes, as many as the header has
};

struct TsvFile {
  std::string path;
  std::string bytes;
  std::vector<TsvRow> rows;         // without header and comments
  std::vector<std::string> faults;  // rows left out: "file:line: why"
};

// Reads `path`, whose header must equal `columns`. Rows with another number of cells are faults.
[[nodiscard]] Result<TsvFile> read_tsv(const std::string& path,
                                       const std::vector<std::string_view>& columns);

}  // namespace sijil::lexicon
