// SPDX-License-Identifier: Apache-2.0
#include "lexicon/tsv.hpp"

#include "base/file.hpp"
#include "base/utf8.hpp"

namespace sijil::lexicon {

Result<TsvFile> read_tsv(const std::string& path, const std::vector<std::string_view>& columns) {
  auto bytes = read_file(path);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  TsvFile file;
  file.path = path;
  file.bytes = std::move(*bytes);
  const std::string_view all = file.bytes;
  if (!utf8::is_valid(all)) return fail(ErrorCode::kData, "Not valid UTF-8.", path);
  bool header = false;
  int line = 0;
  for (size_t at = 0; at < all.size();) {
    size_t end = all.find('\n', at);
    if (end == std::string_view::npos) end = all.size();
    const std::string_view row = all.substr(at, end - at);
    at = end + 1;
    ++line;
    if (row.empty() || row[0] == '#') continue;
    std::vector<std::string_view> cells;
    for (size_t from = 0;;) {
      const size_t tab = row.find('\t', from);
      cells.push_back(row.substr(from, tab == std::string_view::npos ? tab : tab - from));
      if (tab == std::string_view::npos) break;
      from = tab + 1;
    }
    if (!header) {
      if (cells != columns)
        return fail(ErrorCode::kData, "The header row is not the one of data/README.md.", path);
      header = true;
    } else if (cells.size() != columns.size()) {
      file.faults.push_back(path + ":" + std::to_string(line) + ": " +
                            std::to_string(cells.size()) + " cells where the header has " +
                            std::to_string(columns.size()) + ".");
    } else {
      file.rows.push_back({line, std::move(cells)});
    }
  }
  if (!header) return fail(ErrorCode::kData, "The file has no header row.", path);
  return file;
}

}  // namespace sijil::lexicon
