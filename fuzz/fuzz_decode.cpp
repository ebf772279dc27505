// SPDX-License-Identifier: Apache-2.0
// Bytes of any file: decoding gives valid UTF-8 without NUL, and decoding that again changes
// nothing a reader would see.
#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "text/decode.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto decoded = sijil::text::decode(std::string(reinterpret_cast<const char*>(data), size));
  if (!sijil::utf8::is_valid(decoded.text)) std::abort();
  if (decoded.text.find('\0') != std::string::npos) std::abort();
  const sijil::utf8::OffsetMap map(decoded.text);
  if (map.code_points_before(static_cast<uint32_t>(decoded.text.size())) !=
      sijil::utf8::length(decoded.text))
    std::abort();
  if (!sijil::utf8::is_valid(sijil::fold(decoded.text))) std::abort();
  return 0;
}
