// SPDX-License-Identifier: Apache-2.0
// The whole reader: any text gives a reading whose spans lie inside the text on character
// boundaries, whose names are the words at their spans, and whose JSON is valid.
//
// The first byte chooses the fields around the text; the rest is the document.
#include "base/json_reader.hpp"
#include "base/utf8.hpp"
#include "cli/fields.hpp"
#include "cli/table.hpp"
#include "engine/claim_json.hpp"
#include "engine/reader.hpp"
#include "text/decode.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

const sijil::engine::Reader& reader() {
  static const auto opened = [] {
    std::vector<std::string> faults;
    auto r = sijil::engine::Reader::open({}, faults);
    if (!r) {
      std::fprintf(stderr, "%s\n", r.error().to_string().c_str());
      std::exit(2);
    }
    return std::move(*r);
  }();
  return opened;
}

bool on_boundary(const std::string& s, uint32_t at) {
  return at == s.size() || (at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0) != 0x80);
}

void check(const sijil::Document& document, const sijil::Evidence& at) {
  const std::string& s = at.in_title ? document.title : document.text;
  if (at.span.begin > at.span.end || !on_boundary(s, at.span.begin) || !on_boundary(s, at.span.end))
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sijil;
  if (size == 0) return 0;
  Document document;
  document.id = "fuzz";
  document.text = text::decode(std::string(reinterpret_cast<const char*>(data) + 1, size - 1)).text;
  if (data[0] & 1) document.published = "2019-07-10";
  if (data[0] & 2) document.title = document.text.substr(0, document.text.find('\n'));
  if (data[0] & 4) document.publisher = "A news agency";
  const Reading reading = reader().read(document, {});
  for (const Claim& claim : reading.claims) {
    check(document, claim.evidence);
    for (const auto& field : cli::fields_of(claim, {})) check(document, field.at);
    for (const PlaceMention& p : claim.where)
      if (p.at.span.of(p.at.in_title ? document.title : document.text) != p.name) std::abort();
  }
  for (const Statement& s : reading.statements) check(document, s.at);
  std::string json, table;
  engine::append_json(json, document, reading, "");
  cli::append_table(table, document, reading, {true, true});
  static JsonReader parser;
  const std::string_view names[] = {"id"};
  std::string values[1];
  if (!parser.read_strings(json, names, values) || values[0] != "fuzz") std::abort();
  return 0;
}
