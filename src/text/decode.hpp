// SPDX-License-Identifier: Apache-2.0
// Bytes of a file to UTF-8: byte order marks, UTF-16 without one, Windows-1256, else UTF-8 with
// damaged bytes replaced by U+FFFD. NUL bytes become U+FFFD. Pure, thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace sijil::text {

struct Decoded {
  std::string text;           // valid UTF-8
  std::string_view encoding;  // "utf-8", "utf-16le", "utf-16be", "windows-1256"
  bool damaged = false;       // some bytes could not be read
};

[[nodiscard]] Decoded decode(std::string bytes);

}  // namespace sijil::text
