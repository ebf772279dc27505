// SPDX-License-Identifier: Apache-2.0
// Inputs to documents: files, folders and standard input, JSON Lines or one document a file, in
// bounded memory. Bytes are read in batches on one thread; documents are made of them on any.
#pragma once

#include "base/json_reader.hpp"
#include "base/result.hpp"
#include "model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace sijil::cli {

// A document, or a line that holds one, may have this many bytes; longer ones are never held.
inline constexpr size_t kDocumentLimitBytes = size_t{32} << 20;

// One document's bytes, or why there are none.
struct Item {
  uint64_t line = 0;          // of a JSON Lines file, from 1; 0 when the item is the whole file
  size_t begin = 0, end = 0;  // of Batch::bytes
  std::string fault;          // "file:line: reason"; then there are no bytes
};

// Neighbours of one input.
struct Batch {
  std::string path;  // as given or as found in a folder; "-" for standard input
  std::string bytes;
  std::vector<Item> items;
};

// Takes a batch; false means stop.
using BatchSink = std::function<bool(Batch&&)>;

// Reads `inputs` (none: standard input) in order and hands every document to `sink`. What cannot be
// read is an item with a fault. Ends early when `sink` says so or `stop` is requested. A batch has
// about `batch_bytes` bytes, more only when a single document has.
void read_inputs(const std::vector<std::string>& inputs, size_t batch_bytes, const BatchSink& sink,
                 const std::stop_token& stop);

// The document of an item without fault. Fails, with "file:line" as where, when a line is not the
// JSON object that is expected. Safe from any thread with a JsonReader of its own.
[[nodiscard]] Result<Document> make_document(const Batch& batch, const Item& item,
                                             JsonReader& json);

}  // namespace sijil::cli
