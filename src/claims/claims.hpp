// SPDX-License-Identifier: Apache-2.0
// From a document's text to its claims and statements. Pure, thread-safe, never fails: a text that
// tells of no harm gives none. Places are named, not yet resolved (geo/resolve.hpp).
#pragma once

#include "lexicon/lexicon.hpp"
#include "model/claim.hpp"
#include "text/text.hpp"

#include <optional>
#include <vector>

namespace sijil::claims {

struct Context {
  std::optional<Day> published;
  std::string_view publisher;
};

struct Result {
  std::vector<Claim> claims;
  std::vector<Statement> statements;
  std::vector<Diagnostic> diagnostics;
};

[[nodiscard]] Result read_claims(const text::Text& text, const lexicon::Lexicon& lexicon,
                                 const Context& context);

}  // namespace sijil::claims
