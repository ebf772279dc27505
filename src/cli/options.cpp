// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace sijil::cli {

namespace {

// The library's sentences start in several ways; ours end in what to do next.
tl::unexpected<Error> usage_fault(const Syntax& syntax, const std::string& why) {
  const std::string command(syntax.command);
  return fail(ErrorCode::kUsage, why + (why.ends_with('.') ? " " : ". ") + "'sijil help " +
                                     command + "' lists the options.");
}

}  // namespace

Result<Parsed> parse_options(const Syntax& syntax, const Arguments& arguments) {
  CLI::App app;
  for (const OptionRow& row : syntax.options) {
    const std::string name(row.name);
    CLI::Option* option = nullptr;
    if (auto* const* flag = std::get_if<bool*>(&row.target)) {
      option = app.add_flag(name, **flag);
    } else if (auto* const* number = std::get_if<int*>(&row.target)) {
      option = app.add_option(name, **number);
    } else {
      option = app.add_option(name, *std::get<std::string*>(row.target));
    }
    if (!row.choices.empty()) option->check(CLI::IsMember(row.choices));
  }
  if (syntax.positional != nullptr)
    app.add_option("ARGUMENT", *syntax.positional)
        ->expected(syntax.positional_at_least, syntax.positional_at_most < 0
                                                   ? CLI::detail::expected_max_vector_size
                                                   : syntax.positional_at_most);
  try {
    // The library takes the words from the back.
    app.parse(Arguments(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    return Parsed::kHelp;
  } catch (const CLI::Error& error) {
    return usage_fault(syntax, error.what());
  }
  if (syntax.positional != nullptr) {
    const auto n = static_cast<int>(syntax.positional->size());
    if (n < syntax.positional_at_least) return usage_fault(syntax, "An argument is missing");
    if (syntax.positional_at_most >= 0 && n > syntax.positional_at_most)
      return usage_fault(syntax, "There are too many arguments");
  }
  return Parsed::kRun;
}

std::string help_text(const Syntax& syntax) {
  constexpr size_t kColumn = 24;
  std::string out = "usage: sijil " + std::string(syntax.command) + " [OPTIONS] " +
                    std::string(syntax.usage) + "\n\n" + std::string(syntax.about) +
                    "\n\noptions:\n";
  auto line = [&](const std::string& left, std::string_view right) {
    out += "  " + left;
    out.append(left.size() + 2 < kColumn ? kColumn - left.size() - 2 : 2, ' ');
    for (const char c : right) {
      out += c;
      if (c == '\n') out.append(kColumn, ' ');
    }
    out += '\n';
  };
  for (const OptionRow& row : syntax.options)
    line(std::string(row.name) + (row.value.empty() ? "" : " " + std::string(row.value)), row.help);
  line("-h, --help", "Print this and exit.");
  return out;
}

int parse_or_tell(const Syntax& syntax, const Arguments& arguments) {
  const auto parsed = parse_options(syntax, arguments);
  if (!parsed) {
    std::fprintf(stderr, "sijil %s: %s\n", std::string(syntax.command).c_str(),
                 parsed.error().to_string().c_str());
    return kExitUsage;
  }
  if (*parsed == Parsed::kRun) return -1;
  std::fputs(help_text(syntax).c_str(), stdout);
  return kExitDone;
}

}  // namespace sijil::cli
