// SPDX-License-Identifier: Apache-2.0
#include "base/fold.hpp"

#include "base/utf8.hpp"

namespace sijil {

std::string fold(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  bool gap = false;
  for (size_t i = 0; i < s.size();) {
    const auto d = utf8::decode(s, i);
    i += d.length;
    const FoldedChar f = fold_char(d.cp);
    if (f.cls == CharClass::kDrop) continue;
    if (f.cls == CharClass::kSpace || f.cls == CharClass::kNewline || f.first == '-') {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    utf8::append(out, f.first);
    if (f.second) utf8::append(out, f.second);
  }
  return out;
}

}  // namespace sijil
