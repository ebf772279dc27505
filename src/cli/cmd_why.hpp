// SPDX-License-Identifier: Apache-2.0
// `sijil why FILE[#n][.FIELD]`: what it is asked for.
#pragma once

#include <functional>
#include <string>

namespace sijil::cli {

struct WhyTarget {
  std::string path;
  int claim = 0;      // counted from 1 over the file; 0: all
  std::string field;  // as in the JSON, "killed_by.children"; empty: all
  bool operator==(const WhyTarget&) const = default;
};

// Takes the argument apart. `exists` tells which paths are files: an existing file is taken whole,
// whatever signs its name has. "-" is standard input.
[[nodiscard]] WhyTarget parse_why_target(const std::string& argument,
                                         const std::function<bool(const std::string&)>& exists);

}  // namespace sijil::cli
