// SPDX-License-Identifier: Apache-2.0
// One thread reads batches, several work on them, the caller's writes the results in the order of
// the input. Memory is bounded by the bytes of the batches under way.
#pragma once

#include "cli/input.hpp"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace sijil::cli {

// What a worker made of a batch.
struct BatchOutput {
  struct Fault {
    size_t at = 0;  // offset in `out`: what was written before this fault
    std::string message;
  };
  std::string out;
  std::vector<Fault> faults;
  uint64_t documents = 0;
  uint64_t bytes = 0;  // read
};

struct PipelineOptions {
  unsigned threads = 1;  // of workers
};

// Bytes of a batch that keeps all workers busy and is soon done.
inline constexpr size_t kBatchBytes = size_t{128} << 10;

// `source` puts batches into the sink it is given, on a thread of its own. `make_worker` is called
// once for each worker thread; what it returns is called for each batch there. `write` gets each
// output on the calling thread, in order; when it returns false, all stop and nothing more is
// written. Returns when all threads have ended.
void run_pipeline(const PipelineOptions& options,
                  const std::function<void(const BatchSink&, const std::stop_token&)>& source,
                  const std::function<std::function<BatchOutput(const Batch&)>()>& make_worker,
                  const std::function<bool(BatchOutput&&)>& write);

}  // namespace sijil::cli
