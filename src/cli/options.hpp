// SPDX-License-Identifier: Apache-2.0
// Command-line options as rows: each command lists its options beside the struct they fill. The
// parsing library stays in options.cpp.
//
//   ExtractOptions o;
//   const Syntax syntax{"extract", "[INPUT...]", "Reports in, claims out.",
//                       {{"--threads", "N", &o.threads, "Read with N threads."}}, &o.inputs, 0};
#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sijil::cli {

struct OptionRow {
  std::string_view name;   // "--format"
  std::string_view value;  // "FORMAT"; empty for a flag
  std::variant<bool*, int*, std::string*> target;
  std::string_view help;
  std::vector<std::string> choices = {};  // allowed values, empty: any
};

struct Syntax {
  std::string_view command;
  std::string_view usage;  // what follows the options: "[INPUT...]"
  std::string_view about;
  std::vector<OptionRow> options;
  std::vector<std::string>* positional = nullptr;  // null: none allowed
  int positional_at_least = 0;
  int positional_at_most = -1;  // -1: no limit
};

enum class Parsed { kRun, kHelp };

// Fills the targets from `arguments`; kHelp when -h or --help is among them. Fails with a sentence
// (ErrorCode::kUsage) when they do not fit. Opens nothing.
[[nodiscard]] Result<Parsed> parse_options(const Syntax& syntax, const Arguments& arguments);

// The text of `sijil COMMAND --help`.
[[nodiscard]] std::string help_text(const Syntax& syntax);

// Parses; prints help or the fault. The exit code when the command is not to run, else -1.
[[nodiscard]] int parse_or_tell(const Syntax& syntax, const Arguments& arguments);

}  // namespace sijil::cli
