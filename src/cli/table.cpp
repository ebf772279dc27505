// SPDX-License-Identifier: Apache-2.0
#include "cli/table.hpp"

#include "cli/fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sijil::cli {

namespace {

// Fields in the order of the table, under the words people use for them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kLabels = {{
    {"when", "when"},           {"where", "where"},       {"places_hit", "places"},
    {"actors", "by"},           {"weapons", "with"},      {"strikes", "strikes"},
    {"targets", "hit"},         {"killed", "killed"},     {"killed_by", ""},
    {"injured", "injured"},     {"injured_by", ""},       {"casualties", "casualties"},
    {"missing", "missing"},     {"detained", "detained"}, {"displaced", "displaced"},
    {"shares", "share"},        {"victims", "named"},     {"campaign_day", "day"},
    {"attribution", "said by"},
}};
constexpr size_t kLabelWidth = 12;

void line(std::string& out, std::string_view label, std::string_view value, const Style& style) {
  out += "    ";
  out += faint(label, style);
  out.append(label.size() < kLabelWidth ? kLabelWidth - label.size() : 1, ' ');
  out += value;
  out += '\n';
}

// The values of `field` joined; a part ("killed_by.children") keeps its group's name before it.
std::string joined(const std::vector<FieldValue>& fields, std::string_view field) {
  std::string out;
  for (const FieldValue& f : fields) {
    const std::string_view name = f.field;
    const bool part =
        name.starts_with(field) && name.size() > field.size() && name[field.size()] == '.';
    if (name != field && !part) continue;
    if (!out.empty()) out += "; ";
    if (part) out.append(name.substr(field.size() + 1)).append(" ");
    out += f.value;
  }
  return out;
}

void append_claim(std::string& out, const Document& document, const Claim& claim, size_t n,
                  const Style& style) {
  const auto fields = fields_of(claim, style);
  out += "  " + bold(std::to_string(n) + " " + std::string(to_word(claim.kind)), style);
  if (const std::string events = joined(fields, "events"); !events.empty()) out += "  " + events;
  out += '\n';
  std::string_view last_label;
  for (const auto& [field, label] : kLabels) {
    const std::string value = joined(fields, field);
    if (value.empty()) continue;
    // Parts stand under their total, or alone when no total is told.
    std::string_view shown = label;
    if (label.empty()) {
      const std::string_view total = field.substr(0, field.find('_'));
      shown = last_label == total ? "" : total;
      line(out, shown, "of whom " + value, style);
    } else {
      line(out, shown, value, style);
    }
    last_label = shown;
  }
  std::vector<Span> marks;
  for (const FieldValue& f : fields)
    if (f.at.in_title == claim.evidence.in_title) marks.push_back(f.at.span);
  const std::string_view source = claim.evidence.in_title ? document.title : document.text;
  const std::string passage = marked(source, claim.evidence.span, std::move(marks), style);
  if (!passage.empty()) line(out, "words", passage, style);
}

}  // namespace

std::string heading(const Document& document, const Reading& reading, const Style& style) {
  std::string out = isolated(document.id, style);
  auto part = [&](const std::string& s) { out += " | " + s; };
  if (!document.publisher.empty()) part(isolated(document.publisher, style));
  part(reading.lang);
  if (reading.published.day) {
    part("published " + to_iso(*reading.published.day) + " (" +
         std::string(to_word(reading.published.basis)) + ")");
  } else {
    part("publication day not known");
  }
  const size_t n = reading.claims.size();
  part(n == 0 ? "no claims" : std::to_string(n) + (n == 1 ? " claim" : " claims"));
  return out;
}

void append_table(std::string& out, const Document& document, const Reading& reading,
                  const Style& style) {
  out += bold(heading(document, reading, style), style);
  out += '\n';
  if (!document.title.empty()) out += "  " + isolated(document.title, style) + "\n";
  for (size_t i = 0; i < reading.claims.size(); ++i)
    append_claim(out, document, reading.claims[i], i + 1, style);
  for (const Statement& s : reading.statements) {
    out += "  " + s.kind;
    const std::string& who = s.speaker.empty() ? s.actor : s.speaker;
    if (!who.empty()) out += " by " + isolated(who, style);
    if (s.about) out += " about claim " + std::to_string(*s.about);
    out += '\n';
    const std::string_view source = s.at.in_title ? document.title : document.text;
    const std::string passage = marked(source, s.at.span, {}, style);
    if (!passage.empty()) line(out, "words", passage, style);
  }
  out += '\n';
}

}  // namespace sijil::cli
