// SPDX-License-Identifier: Apache-2.0
// A document in, its claims out: composes the stages. One Reader serves all threads.
#pragma once

#include "base/result.hpp"
#include "lexicon/lexicon.hpp"
#include "model/document.hpp"

#include <memory>
#include <string>
#include <vector>

namespace sijil::engine {

struct ReadOptions {
  std::optional<Day> given_published;  // fills only what has no date
};

class Reader {
 public:
  // Loads the language data of `data_folder` (empty: find_data_folder()). Rows left out are named
  // in `faults`.
  [[nodiscard]] static Result<Reader> open(const std::string& data_folder,
                                           std::vector<std::string>& faults);

  // Reads one document; never fails, a text without claims gives none. `document.text` must be
  // valid UTF-8. Same input, same reading, from any thread.
  [[nodiscard]] Reading read(const Document& document, const ReadOptions& options) const;

  [[nodiscard]] const lexicon::Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] const std::string& data_fingerprint() const { return lexicon_->fingerprint(); }

 private:
  Reader() = default;
  std::shared_ptr<const lexicon::Lexicon> lexicon_;  // shared: readers are copied into threads
};

// "0.1.0"
[[nodiscard]] std::string_view version();

// SIJIL_DATA, else share/sijil/data beside the program's bin/, else the source tree it was built
// from.
[[nodiscard]] std::string find_data_folder();

}  // namespace sijil::engine
