// SPDX-License-Identifier: Apache-2.0
// Lines of JSON Lines: each is a document with valid UTF-8 or a fault with a reason, and what is
// shown of it is one line.
#include "base/utf8.hpp"
#include "cli/excerpt.hpp"
#include "cli/input.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sijil;
  static JsonReader json;
  cli::Batch batch;
  batch.path = "fuzz.jsonl";
  batch.bytes.assign(reinterpret_cast<const char*>(data), size);
  uint64_t line = 0;
  for (size_t at = 0; at <= size;) {
    size_t end = batch.bytes.find('\n', at);
    if (end == std::string::npos) end = size;
    const auto document = cli::make_document(batch, {++line, at, end, {}}, json);
    at = end + 1;
    if (!document) {
      if (document.error().message.empty() || document.error().where.empty()) std::abort();
      continue;
    }
    for (const std::string* s : {&document->id, &document->text, &document->title,
                                 &document->publisher, &document->published, &document->url}) {
      if (!utf8::is_valid(*s)) std::abort();
      if (cli::one_line(*s).find_first_of("\n\r\x1b") != std::string::npos) std::abort();
    }
  }
  return 0;
}
