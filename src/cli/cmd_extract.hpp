// SPDX-License-Identifier: Apache-2.0
// `sijil extract`: its options, apart from what it does, so that parsing can be tested.
#pragma once

#include "base/result.hpp"
#include "cli/options.hpp"

#include <string>
#include <vector>

namespace sijil::cli {

enum class Format { kJsonl, kJson, kTable };

struct ExtractOptions {
  std::string format;                // empty: table on a terminal, else jsonl
  std::string codebook = "literal";  // what vague counts of people stand for
  std::string published;             // as written
  int threads = 0;                   // 0: one for each core
  bool strict = false;
  std::string data;                 // empty: engine::find_data_folder()
  std::vector<std::string> inputs;  // empty: standard input
};

// The options of the command, bound to `options`, which must outlive the result.
[[nodiscard]] Syntax extract_syntax(ExtractOptions& options);

}  // namespace sijil::cli
