// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "engine/reader.hpp"

#include <array>
#include <cstdio>

namespace sijil::cli {

namespace {

constexpr std::array<Command, 4> kCommands = {{
    {"extract", "reports in, claims out", run_extract},
    {"why", "show the words and the rules behind a claim or one of its values", run_why},
    {"data", "check the word lists and the gazetteer", run_data},
    {"help", "explain a command", run_help},
}};

std::string summary() {
  std::string out =
      "sijil reads reports of attacks on people and writes down what they claim.\n\n"
      "usage: sijil COMMAND [OPTIONS] [ARGUMENT...]\n"
      "       sijil --help | --version\n\ncommands:\n";
  for (const Command& c : kCommands) {
    out += "  ";
    out += c.name;
    out.append(c.name.size() < 10 ? 10 - c.name.size() : 1, ' ');
    out += c.summary;
    out += '\n';
  }
  out += "\n'sijil help COMMAND' lists the options of a command.\n";
  return out;
}

int unknown(std::string_view name) {
  std::fprintf(stderr, "sijil: there is no command \"%.*s\"; 'sijil help' lists them.\n",
               static_cast<int>(name.size()), name.data());
  return kExitUsage;
}

int print_version() {
  std::printf("sijil %s\n", std::string(engine::version()).c_str());
  std::vector<std::string> faults;
  const auto reader = engine::Reader::open({}, faults);
  if (!reader) {
    std::fprintf(stderr, "sijil: %s\n", reader.error().to_string().c_str());
    return kExitFailed;
  }
  std::printf("data %s\n", reader->data_fingerprint().c_str());
  return kExitDone;
}

}  // namespace

std::span<const Command> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  for (const Command& c : kCommands)
    if (c.name == name) return &c;
  return nullptr;
}

int run_help(const Arguments& arguments) {
  if (arguments.empty() || arguments[0] == "help" || arguments[0] == "--help" ||
      arguments[0] == "-h") {
    std::fputs(summary().c_str(), stdout);
    return kExitDone;
  }
  const Command* command = find_command(arguments[0]);
  return command ? command->run({"--help"}) : unknown(arguments[0]);
}

int run_program(const Arguments& arguments) {
  if (arguments.empty()) {
    std::fputs(summary().c_str(), stderr);
    return kExitUsage;
  }
  const std::string& name = arguments[0];
  if (name == "--version") return print_version();
  if (name == "--help" || name == "-h") return run_help({});
  const Command* command = find_command(name);
  return command ? command->run({arguments.begin() + 1, arguments.end()}) : unknown(name);
}

}  // namespace sijil::cli
