// SPDX-License-Identifier: Apache-2.0
#include "cli/session.hpp"

#include "cli/command.hpp"
#include "mentions/date.hpp"

#include <cstdio>
#include <utility>

namespace sijil::cli {

Result<Session> open_session(std::string_view command, const std::string& data_folder,
                             const std::string& published) {
  std::vector<std::string> faults;
  auto reader = engine::Reader::open(data_folder, faults);
  if (!reader) return tl::unexpected<Error>(std::move(reader.error()));
  if (!faults.empty())
    std::fprintf(
        stderr,
        "sijil %.*s: %zu rows of the language data were left out; 'sijil data check' names them.\n",
        static_cast<int>(command.size()), command.data(), faults.size());
  Session session{std::move(*reader), {}};
  if (!published.empty()) {
    session.read_options.given_published =
        mentions::parse_date(published, session.reader.lexicon());
    if (!session.read_options.given_published)
      return fail(ErrorCode::kUsage,
                  "--published: \"" + published +
                      "\" is not a date that can be read; write it as 2019-07-10.");
  }
  return session;
}

int tell_error(std::string_view command, const Error& error) {
  std::fprintf(stderr, "sijil %.*s: %s\n", static_cast<int>(command.size()), command.data(),
               error.to_string().c_str());
  return error.code == ErrorCode::kUsage ? kExitUsage : kExitFailed;
}

}  // namespace sijil::cli
