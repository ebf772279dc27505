// SPDX-License-Identifier: Apache-2.0
// A half-open range of bytes in the UTF-8 text of a document: the slice *is* the evidence.
// Code-point offsets exist only in the JSON that is written.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace sijil {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] bool empty() const { return end <= begin; }
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  [[nodiscard]] Span cover(Span other) const {
    if (empty()) return other;
    if (other.empty()) return *this;
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  bool operator==(const Span&) const = default;
};

}  // namespace sijil
