// SPDX-License-Identifier: Apache-2.0
// UTF-8 by hand: decode one code point, append one, count, and map byte offsets to code points.
// Pure functions, safe from any thread. Input that is not valid UTF-8 yields U+FFFD for one byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sijil::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t cp;
  uint32_t length;  // bytes taken, >= 1
};

// The code point at `at` (which must be < s.size()).
inline Decoded decode(std::string_view s, size_t at) {
  const auto b0 = static_cast<unsigned char>(s[at]);
  if (b0 < 0x80) return {b0, 1};
  auto cont = [&](size_t i) -> uint32_t {
    if (at + i >= s.size()) return 0xFF;
    const auto b = static_cast<unsigned char>(s[at + i]);
    return (b & 0xC0) == 0x80 ? (b & 0x3Fu) : 0xFFu;
  };
  if (b0 >= 0xC2 && b0 < 0xE0) {
    const uint32_t b1 = cont(1);
    if (b1 != 0xFF) return {static_cast<char32_t>(((b0 & 0x1Fu) << 6) | b1), 2};
  } else if (b0 >= 0xE0 && b0 < 0xF0) {
    const uint32_t b1 = cont(1), b2 = cont(2);
    if (b1 != 0xFF && b2 != 0xFF) {
      const char32_t cp = ((b0 & 0x0Fu) << 12) | (b1 << 6) | b2;
      if (cp >= 0x800 && (cp < 0xD800 || cp > 0xDFFF)) return {cp, 3};
    }
  } else if (b0 >= 0xF0 && b0 < 0xF5) {
    const uint32_t b1 = cont(1), b2 = cont(2), b3 = cont(3);
    if (b1 != 0xFF && b2 != 0xFF && b3 != 0xFF) {
      const char32_t cp = ((b0 & 0x07u) << 18) | (b1 << 12) | (b2 << 6) | b3;
      if (cp >= 0x10000 && cp <= 0x10FFFF) return {cp, 4};
    }
  }
  return {kReplacement, 1};
}

// Appends `cp` to `out`; surrogates and values past U+10FFFF become U+FFFD.
void append(std::string& out, char32_t cp);

// Whether `s` is wholly valid UTF-8.
[[nodiscard]] bool is_valid(std::string_view s);

// `s` with each byte that is not part of valid UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string repair(std::string_view s);

// Number of code points in valid UTF-8.
[[nodiscard]] size_t length(std::string_view s);

// Turns byte offsets of one valid UTF-8 text into code-point offsets in O(1) each, O(n/64) memory.
// The text must outlive the map.
class OffsetMap {
 public:
  explicit OffsetMap(std::string_view text);
  [[nodiscard]] uint32_t code_points_before(uint32_t byte) const;

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::vector<uint32_t> marks_;  // code points before byte 64*i
};

}  // namespace sijil::utf8
