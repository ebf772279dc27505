// SPDX-License-Identifier: Apache-2.0
// The commands of the program: a name, a line about it, and what runs it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sijil::cli {

// What the process returns.
inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;  // some input or I/O failed, the rest was done
inline constexpr int kExitUsage = 2;

using Arguments = std::vector<std::string>;  // without the program and the command's name

struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(const Arguments& arguments);
};

// All commands, in the order help shows them.
[[nodiscard]] std::span<const Command> commands();
// The command of that name, null when there is none.
[[nodiscard]] const Command* find_command(std::string_view name);

// Runs the program on what followed its name: a command, or --version and --help. Returns the exit
// code; output goes to stdout, talk to stderr.
[[nodiscard]] int run_program(const Arguments& arguments);

int run_extract(const Arguments& arguments);
int run_why(const Arguments& arguments);
int run_data(const Arguments& arguments);
int run_help(const Arguments& arguments);

}  // namespace sijil::cli
