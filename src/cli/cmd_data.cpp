// SPDX-License-Identifier: Apache-2.0
// `sijil data check [DIR]`: the editor's tool for data/, and a test.
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "engine/reader.hpp"
#include "lexicon/lexicon.hpp"

#include <cstdio>

namespace sijil::cli {

namespace {

constexpr std::string_view kName = "data";

int check(const std::string& folder) {
  const auto faults = lexicon::check_data(folder);
  for (const std::string& fault : faults) std::printf("%s\n", fault.c_str());
  if (!faults.empty()) {
    std::fprintf(stderr, "sijil data: %zu faults in %s.\n", faults.size(), folder.c_str());
    return kExitFailed;
  }
  std::vector<std::string> left_out;
  const auto lexicon = lexicon::Lexicon::load(folder, left_out);
  if (!lexicon) return tell_error(kName, lexicon.error());
  std::printf("%zu rows, %zu forms: sound\nfingerprint %s\n", lexicon->rows(), lexicon->forms(),
              lexicon->fingerprint().c_str());
  return kExitDone;
}

}  // namespace

int run_data(const Arguments& arguments) {
  std::vector<std::string> words;
  const Syntax syntax{
      kName,
      "check [DIR]",
      "Reads every word list and gazetteer file in DIR, by default those that sijil itself would\n"
      "use, and names each fault with file, line and reason.",
      {},
      &words,
      1,
      2};
  if (const int code = parse_or_tell(syntax, arguments); code >= 0) return code;
  if (words[0] != "check")
    return tell_error(
        kName, {ErrorCode::kUsage,
                "There is no \"data " + words[0] + "\"; 'sijil data check [DIR]' is what there is.",
                {}});
  return check(words.size() > 1 ? words[1] : engine::find_data_folder());
}

}  // namespace sijil::cli
