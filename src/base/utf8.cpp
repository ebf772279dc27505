// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include <algorithm>

namespace sijil::utf8 {

namespace {
bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
}  // namespace

void append(std::string& out, char32_t cp) {
  if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) cp = kReplacement;
  if (cp < 0x80) {
    out += static_cast<char>(cp);
  } else if (cp < 0x800) {
    out += static_cast<char>(0xC0 | (cp >> 6));
    out += static_cast<char>(0x80 | (cp & 0x3F));
  } else if (cp < 0x10000) {
    out += static_cast<char>(0xE0 | (cp >> 12));
    out += static_cast<char>(0x80 | ((cp >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (cp & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (cp >> 18));
    out += static_cast<char>(0x80 | ((cp >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((cp >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (cp & 0x3F));
  }
}

bool is_valid(std::string_view s) {
  for (size_t i = 0; i < s.size();) {
    if (static_cast<unsigned char>(s[i]) < 0x80) {
      ++i;
      continue;
    }
    const Decoded d = decode(s, i);
    if (d.length == 1) return false;
    i += d.length;
  }
  return true;
}

std::string repair(std::string_view s) {
  std::string out;
  out.reserve(s.size() + 16);
  for (size_t i = 0; i < s.size();) {
    const Decoded d = decode(s, i);
    if (d.length == 1 && d.cp == kReplacement) {
      append(out, kReplacement);
    } else {
      out.append(s.substr(i, d.length));
    }
    i += d.length;
  }
  return out;
}

size_t length(std::string_view s) {
  return static_cast<size_t>(std::count_if(s.begin(), s.end(), starts_code_point));
}

OffsetMap::OffsetMap(std::string_view text) : text_(text) {
  ascii_ = std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<signed char>(c) >= 0; });
  if (ascii_) return;
  marks_.reserve(text.size() / 64 + 2);
  uint32_t n = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % 64 == 0) marks_.push_back(n);
    n += starts_code_point(text[i]) ? 1 : 0;
  }
  if (text.size() % 64 == 0) marks_.push_back(n);
}

uint32_t OffsetMap::code_points_before(uint32_t byte) const {
  byte = std::min<uint32_t>(byte, static_cast<uint32_t>(text_.size()));
  if (ascii_) return byte;
  uint32_t n = marks_[byte / 64];
  for (uint32_t i = byte / 64 * 64; i < byte; ++i) n += starts_code_point(text_[i]) ? 1 : 0;
  return n;
}

}  // namespace sijil::utf8
