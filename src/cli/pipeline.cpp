// SPDX-License-Identifier: Apache-2.0
#include "cli/pipeline.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace sijil::cli {

namespace {

// Batches in, results out in the same order. Every wait also ends on cancel().
class OrderedQueue {
 public:
  explicit OrderedQueue(size_t budget_bytes) : budget_bytes_(budget_bytes) {}

  // Waits for room; false when cancelled. One batch larger than the budget passes alone.
  bool push(Batch&& batch) {
    std::unique_lock lock(mutex_);
    const size_t bytes = batch.bytes.size() + kOverheadBytes;
    room_.wait(lock, [&] {
      return cancelled_ || under_way_bytes_ == 0 || under_way_bytes_ + bytes <= budget_bytes_;
    });
    if (cancelled_) return false;
    under_way_bytes_ += bytes;
    waiting_.push_back({pushed_++, bytes, std::move(batch)});
    lock.unlock();
    work_.notify_one();
    return true;
  }
  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    work_.notify_all();
    done_.notify_all();
  }

  struct Job {
    uint64_t number = 0;
    size_t bytes = 0;
    Batch batch;
  };
  // The next batch; nothing when there will be none.
  std::optional<Job> pop() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return cancelled_ || closed_ || !waiting_.empty(); });
    if (cancelled_ || waiting_.empty()) return std::nullopt;
    Job job = std::move(waiting_.front());
    waiting_.pop_front();
    return job;
  }
  void finish(uint64_t number, size_t bytes, BatchOutput&& output) {
    const std::scoped_lock lock(mutex_);
    results_.emplace(number, Result{bytes, std::move(output)});
    if (number == written_) done_.notify_one();
  }

  // The next output in order; nothing at the end. The batch before it leaves the budget.
  std::optional<BatchOutput> next_output() {
    std::unique_lock lock(mutex_);
    under_way_bytes_ -= std::exchange(last_bytes_, 0);
    room_.notify_one();
    done_.wait(lock, [&] {
      return cancelled_ || results_.contains(written_) || (closed_ && written_ == pushed_);
    });
    const auto it = results_.find(written_);
    if (cancelled_ || it == results_.end()) return std::nullopt;
    BatchOutput output = std::move(it->second.output);
    last_bytes_ = it->second.bytes;
    results_.erase(it);
    ++written_;
    return output;
  }

  void cancel() {
    const std::scoped_lock lock(mutex_);
    cancelled_ = true;
    room_.notify_all();
    work_.notify_all();
    done_.notify_all();
  }

 private:
  // What a batch costs beside its bytes, so that a folder of empty files is bounded too.
  static constexpr size_t kOverheadBytes = 1024;
  struct Result {
    size_t bytes;
    BatchOutput output;
  };

  std::mutex mutex_;
  std::condition_variable room_, work_, done_;
  std::deque<Job> waiting_;
  std::map<uint64_t, Result> results_;
  const size_t budget_bytes_;
  size_t under_way_bytes_ = 0, last_bytes_ = 0;
  uint64_t pushed_ = 0, written_ = 0;
  bool closed_ = false, cancelled_ = false;
};

// The first exception of any thread (memory is all that can run out), thrown again on the caller's.
class FirstError {
 public:
  void keep(std::exception_ptr error) {
    const std::scoped_lock lock(mutex_);
    if (!error_) error_ = std::move(error);
  }
  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  std::mutex mutex_;
  std::exception_ptr error_;
};

}  // namespace

void run_pipeline(const PipelineOptions& options,
                  const std::function<void(const BatchSink&, const std::stop_token&)>& source,
                  const std::function<std::function<BatchOutput(const Batch&)>()>& make_worker,
                  const std::function<bool(BatchOutput&&)>& write) {
  const unsigned threads = std::max(1u, options.threads);
  OrderedQueue queue((size_t{4} << 20) + 2 * threads * kBatchBytes);
  FirstError error;
  // Runs `body` so that nothing it throws ends the program.
  auto guarded = [&](const auto& body) {
    try {
      body();
    } catch (...) {
      error.keep(std::current_exception());
      queue.cancel();
    }
  };
  {
    std::jthread reader([&](const std::stop_token& stop) {
      guarded([&] { source([&](Batch&& batch) { return queue.push(std::move(batch)); }, stop); });
      queue.close();
    });
    std::vector<std::jthread> workers;
    workers.reserve(threads);
    for (unsigned i = 0; i < threads; ++i) {
      workers.emplace_back([&] {
        guarded([&] {
          const auto work = make_worker();
          while (auto job = queue.pop()) queue.finish(job->number, job->bytes, work(job->batch));
        });
      });
    }
    guarded([&] {
      while (auto output = queue.next_output()) {
        if (write(std::move(*output))) continue;
        queue.cancel();
        break;
      }
    });
    // All ends here: the reader leaves a silent pipe because its destructor requests the stop.
  }
  error.rethrow();
}

}  // namespace sijil::cli
