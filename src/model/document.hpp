// SPDX-License-Identifier: Apache-2.0
// A report as it comes in, and what was read in it.
#pragma once

#include "model/claim.hpp"

#include <string>
#include <vector>

namespace sijil {

// As given, before anything is read. All strings valid UTF-8; only `text` is required.
struct Document {
  std::string id;
  std::string text;
  std::string title, publisher, published, url;
  std::string sha256;  // of the file's bytes, or of `text` when it came as a JSON field
};

enum class PublishedBasis : uint8_t { kText, kMetadata, kUrl, kGiven, kNone };
[[nodiscard]] std::string_view to_word(PublishedBasis b);

struct Published {
  std::optional<Day> day;
  PublishedBasis basis = PublishedBasis::kNone;
};

struct Reading {
  std::string lang;             // "en", "ar", "mixed" or "und"
  std::string publisher_party;  // actor id, empty when none
  Published published;
  std::vector<Claim> claims;
  std::vector<Statement> statements;
  std::vector<std::string> unresolved_places;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace sijil
