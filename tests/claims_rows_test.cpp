// SPDX-License-Identifier: Apache-2.0
// tests/cases/claims/{en,ar}.tsv: a text and the claims in it, in the notation of
// support/notation.hpp. Whatever is read, its spans are checked too.
#include "cli/fields.hpp"
#include "support/notation.hpp"
#include "support/rows.hpp"
#include "support/shipped.hpp"

#include <string>

namespace sijil::test {

namespace {

// Values lie inside the text, on character boundaries; names are the words at their spans.
std::string span_faults(const Reading& reading, const std::string& text) {
  std::string faults;
  auto boundary = [&](uint32_t at) {
    return at == text.size() ||
           (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
  };
  auto check = [&](const Evidence& at, const std::string& what) {
    if (at.in_title) return;
    if (at.span.begin > at.span.end || !boundary(at.span.begin) || !boundary(at.span.end))
      faults += "  the span of " + what + " is not of whole characters in the text\n";
  };
  auto named = [&](const Evidence& at, const std::string& name) {
    check(at, name);
    if (!at.in_title && !at.span.empty() && at.span.end <= text.size() && at.span.of(text) != name)
      faults += "  \"" + name + "\" is not the words at its span, \"" +
                std::string(at.span.of(text)) + "\"\n";
  };
  for (const Claim& claim : reading.claims) {
    for (const auto& field : cli::fields_of(claim, {})) check(field.at, field.field);
    for (const PlaceMention& p : claim.where) named(p.at, p.name);
    for (const ActorMention& a : claim.actors) named(a.at, a.name);
    for (const auto& [name, at] : claim.attribution) named(at, name);
    check(claim.evidence, "the evidence");
    if (claim.evidence.span.empty()) faults += "  a claim has no evidence\n";
    if (claim.rules.empty()) faults += "  a claim names no rule\n";
  }
  return faults;
}

std::string check(const Row& row) {
  const Reading reading = read_shipped(row.cells[1], row.cells[0]);
  std::string faults = mismatch(reading, row.cells[2]);
  faults += span_faults(reading, row.cells[1]);
  return faults.empty() ? faults
                        : "text: " + row.cells[1] + "\nnote: " + row.cells[3] + "\n" + faults;
}

const bool kRegistered = register_rows("claims", {"published", "text", "expected", "note"}, check);

}  // namespace

}  // namespace sijil::test
