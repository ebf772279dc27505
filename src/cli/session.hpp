// SPDX-License-Identifier: Apache-2.0
// What the reading commands share: the reader with its language data, and the day given for
// documents without one.
#pragma once

#include "base/result.hpp"
#include "engine/reader.hpp"

#include <string>
#include <string_view>

namespace sijil::cli {

struct Session {
  engine::Reader reader;
  engine::ReadOptions read_options;
};

// Opens the data in `data_folder` (empty: the usual one) and reads `published`, a date in any
// written form (empty: none; unreadable is a usage error). Says on stderr when rows of the data
// were left out; `command` opens that line.
[[nodiscard]] Result<Session> open_session(std::string_view command, const std::string& data_folder,
                                           const std::string& published);

// Prints the error under the command's name and returns its exit code.
[[nodiscard]] int tell_error(std::string_view command, const Error& error);

}  // namespace sijil::cli
