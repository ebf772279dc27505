// SPDX-License-Identifier: Apache-2.0
// Reads one JSON object of flat fields, such as a line of a JSON Lines file. The library behind it
// stays in json_reader.cpp. One reader a thread.
#pragma once

#include "base/result.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace sijil {

class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(const JsonReader&) = delete;
  JsonReader& operator=(const JsonReader&) = delete;

  // Parses `line` and copies the string fields named in `names` to `values` (same length, same
  // order). A missing or null field leaves its value empty; a number is copied as written. Fails
  // with a sentence when the line is not one JSON object or a named field is neither string nor
  // number.
  [[nodiscard]] Result<void> read_strings(std::string_view line,
                                          std::span<const std::string_view> names,
                                          std::span<std::string> values);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sijil
