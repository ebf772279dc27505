// SPDX-License-Identifier: Apache-2.0
#include "text/decode.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sijil::text {

namespace {

// Upper half of Windows-1256 (the Unicode Consortium's mapping table).
constexpr std::array<char16_t, 128> kWindows1256 = {
    0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0679, 0x2039,
    0x0152, 0x0686, 0x0698, 0x0688, 0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x06A9, 0x2122, 0x0691, 0x203A, 0x0153, 0x200C, 0x200D, 0x06BA, 0x00A0, 0x060C, 0x00A2, 0x00A3,
    0x00A4, 0x00A5, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x06BE, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF,
    0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x061B, 0x00BB,
    0x00BC, 0x00BD, 0x00BE, 0x061F, 0x06C1, 0x0621, 0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627,
    0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633,
    0x0634, 0x0635, 0x0636, 0x00D7, 0x0637, 0x0638, 0x0639, 0x063A, 0x0640, 0x0641, 0x0642, 0x0643,
    0x00E0, 0x0644, 0x00E2, 0x0645, 0x0646, 0x0647, 0x0648, 0x00E7, 0x00E8, 0x00E9, 0x00EA, 0x00EB,
    0x0649, 0x064A, 0x00EE, 0x00EF, 0x064B, 0x064C, 0x064D, 0x064E, 0x00F4, 0x064F, 0x0650, 0x00F7,
    0x0651, 0x00F9, 0x0652, 0x00FB, 0x00FC, 0x200E, 0x200F, 0x06D2};

std::string from_utf16(std::string_view bytes, bool big_endian, bool& damaged) {
  std::string out;
  out.reserve(bytes.size());
  auto unit = [&](size_t i) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[i]),
               b = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? static_cast<char32_t>((a << 8) | b) : static_cast<char32_t>((b << 8) | a);
  };
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    damaged |= c >= 0xD800 && c < 0xE000;
    utf8::append(out, c == 0 ? utf8::kReplacement : c);
  }
  damaged |= bytes.size() % 2 != 0;
  return out;
}

// UTF-16 without a mark: nearly every second byte is 0 (Latin) or 6 (Arabic block).
int utf16_guess(std::string_view s) {
  const size_t n = std::min<size_t>(s.size() & ~size_t{1}, 4096);
  if (n < 16) return 0;
  size_t even = 0, odd = 0;
  for (size_t i = 0; i < n; i += 2) {
    even += s[i] == 0 || s[i] == 6;
    odd += s[i + 1] == 0 || s[i + 1] == 6;
  }
  if (odd * 10 > n / 2 * 7 && even * 10 < n / 2 * 3) return 1;   // little endian
  if (even * 10 > n / 2 * 7 && odd * 10 < n / 2 * 3) return -1;  // big endian
  return 0;
}

// Windows-1256 is told by its bytes: high bytes that are no UTF-8, mostly in the Arabic letter
// range.
bool looks_windows_1256(std::string_view s) {
  size_t high = 0, letters = 0;
  for (const char c : s.substr(0, 65536)) {
    const auto b = static_cast<unsigned char>(c);
    if (b < 0x80) continue;
    ++high;
    letters += (b >= 0xC1 && b <= 0xED) || b == 0xA1 || (b >= 0xF0 && b <= 0xFA);
  }
  return high >= 8 && letters * 10 >= high * 9;
}

}  // namespace

Decoded decode(std::string bytes) {
  Decoded out;
  out.encoding = "utf-8";
  std::string_view s = bytes;
  if (s.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
  } else if (s.starts_with("\xFF\xFE") || (!s.starts_with("\xFE\xFF") && utf16_guess(s) > 0)) {
    out.encoding = "utf-16le";
    out.text = from_utf16(s.substr(s.starts_with("\xFF\xFE") ? 2 : 0), false, out.damaged);
    return out;
  } else if (s.starts_with("\xFE\xFF") || utf16_guess(s) < 0) {
    out.encoding = "utf-16be";
    out.text = from_utf16(s.substr(s.starts_with("\xFE\xFF") ? 2 : 0), true, out.damaged);
    return out;
  }
  const bool nul = bytes.find('\0') != std::string::npos;
  if (!nul && utf8::is_valid(bytes)) {
    out.text = std::move(bytes);
    return out;
  }
  // A file cut inside its last character is still UTF-8.
  const bool cut_only =
      bytes.size() > 3 &&
      utf8::is_valid(std::string_view(bytes).substr(
          0, bytes.find_last_not_of(
                 "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F"
                 "\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"
                 "\xA0\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\xA9\xAA\xAB\xAC\xAD\xAE\xAF"
                 "\xB0\xB1\xB2\xB3\xB4\xB5\xB6\xB7\xB8\xB9\xBA\xBB\xBC\xBD\xBE\xBF")));
  if (!nul && !cut_only && looks_windows_1256(bytes)) {
    out.encoding = "windows-1256";
    out.text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
      const auto b = static_cast<unsigned char>(c);
      utf8::append(out.text, b < 0x80 ? b : kWindows1256[b - 0x80]);
    }
    return out;
  }
  out.damaged = true;
  std::replace(bytes.begin(), bytes.end(), '\0', '\xFF');
  out.text = utf8::repair(bytes);
  return out;
}

}  // namespace sijil::text
