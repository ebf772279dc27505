// SPDX-License-Identifier: Apache-2.0
#include "cli/json_indent.hpp"

namespace sijil::cli {

namespace {

// The offset past the string that opens at `at`.
size_t end_of_string(std::string_view json, size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\') ++at;
  return at + 1;
}

// The offset past the bracket that closes the one at `at`, or 0 when others lie between.
size_t end_of_flat(std::string_view json, size_t at) {
  for (++at; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      at = end_of_string(json, at);
    } else if (c == '{' || c == '[') {
      return 0;
    } else if (c == '}' || c == ']') {
      return at + 1;
    } else {
      ++at;
    }
  }
  return 0;
}

}  // namespace

void append_indented(std::string& out, std::string_view json, int depth) {
  auto new_line = [&] {
    out += '\n';
    out.append(static_cast<size_t>(depth) * 2, ' ');
  };
  size_t flat_end = 0;  // inside a flat bracket up to here
  for (size_t i = 0; i < json.size();) {
    const char c = json[i];
    if (c == '"') {
      const size_t end = end_of_string(json, i);
      out.append(json.substr(i, end - i));
      i = end;
      continue;
    }
    ++i;
    if (i <= flat_end) {
      out += c;
      if (c == ',' || c == ':') out += ' ';
      continue;
    }
    switch (c) {
      case '{':
      case '[':
        out += c;
        flat_end = end_of_flat(json, i - 1);
        if (flat_end == 0) {
          ++depth;
          new_line();
        }
        break;
      case '}':
      case ']':
        --depth;
        new_line();
        out += c;
        break;
      case ',':
        out += c;
        new_line();
        break;
      case ':':
        out += ": ";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace sijil::cli
