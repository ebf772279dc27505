// SPDX-License-Identifier: Apache-2.0
#include "cli/cmd_extract.hpp"

#include "cli/command.hpp"
#include "cli/input.hpp"
#include "cli/json_indent.hpp"
#include "cli/pipeline.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "engine/claim_json.hpp"
#include "engine/codebook.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace sijil::cli {

namespace {

constexpr std::string_view kName = "extract";
constexpr int kMostThreads = 256;

Format format_of(const ExtractOptions& options, bool terminal) {
  if (options.format.empty()) return terminal ? Format::kTable : Format::kJsonl;
  if (options.format == "json") return Format::kJson;
  return options.format == "table" ? Format::kTable : Format::kJsonl;
}

// Reads the documents of a batch and writes them in one format. One a thread.
class Worker {
 public:
  Worker(const Session& session, const engine::Codebook& codebook, Format format,
         const Style& style)
      : session_(session),
        codebook_(codebook),
        format_(format),
        style_(style),
        json_(std::make_unique<JsonReader>()) {}

  BatchOutput operator()(const Batch& batch) {
    BatchOutput output;
    output.bytes = batch.bytes.size();
    for (const Item& item : batch.items) {
      if (!item.fault.empty()) {
        output.faults.push_back({output.out.size(), item.fault});
        continue;
      }
      const auto document = make_document(batch, item, *json_);
      if (!document) {
        output.faults.push_back({output.out.size(), document.error().to_string()});
        continue;
      }
      Reading reading = session_.reader.read(*document, session_.read_options);
      for (Claim& claim : reading.claims) codebook_.apply(claim);
      append(output.out, *document, reading);
      ++output.documents;
    }
    return output;
  }

 private:
  void append(std::string& out, const Document& document, const Reading& reading) {
    switch (format_) {
      case Format::kTable:
        append_table(out, document, reading, style_);
        break;
      case Format::kJsonl:
        engine::append_json(out, document, reading, session_.reader.data_fingerprint());
        out += '\n';
        break;
      case Format::kJson:
        // The comma before the first document of all is dropped where the output is written.
        compact_.clear();
        engine::append_json(compact_, document, reading, session_.reader.data_fingerprint());
        out += ",\n  ";
        append_indented(out, compact_, 1);
        break;
    }
  }

  const Session& session_;
  const engine::Codebook& codebook_;
  Format format_;
  Style style_;
  std::unique_ptr<JsonReader> json_;
  std::string compact_;
};

// A line on a terminal that says how far the reading has come.
class Progress {
 public:
  explicit Progress(bool shown) : shown_(shown) {}
  void show(uint64_t documents, uint64_t bytes) {
    const auto now = std::chrono::steady_clock::now();
    if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    std::fprintf(stderr, "\r\x1b[K%llu documents, %llu MB",
                 static_cast<unsigned long long>(documents),
                 static_cast<unsigned long long>(bytes >> 20));
    drawn_ = true;
  }
  void clear() {
    if (drawn_) std::fputs("\r\x1b[K", stderr);
    drawn_ = false;
  }

 private:
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// Writes outputs in order, names faults at their place among them.
class Writer {
 public:
  Writer(Format format, bool strict, bool progress)
      : format_(format), strict_(strict), progress_(progress) {}

  bool operator()(BatchOutput&& output) {
    size_t from = 0;
    for (const auto& fault : output.faults) {
      if (!put(std::string_view(output.out).substr(from, fault.at - from))) return false;
      from = fault.at;
      progress_.clear();
      if (strict_) std::fflush(stdout);
      std::fprintf(stderr, "%s\n", fault.message.c_str());
      ++faults_;
      if (strict_) return false;
    }
    documents_ += output.documents;
    bytes_ += output.bytes;
    if (!put(std::string_view(output.out).substr(from))) return false;
    // What a slow source has given so far is seen at once.
    if (std::fflush(stdout) != 0) write_failed_ = true;
    progress_.show(documents_, bytes_);
    return !write_failed_;
  }

  int finish() {
    progress_.clear();
    if (format_ == Format::kJson && !write_failed_) {
      if (first_) put_raw("[");
      put_raw(first_ ? "]\n" : "\n]\n");
    }
    if (faults_ > 0 && strict_) {
      std::fputs("sijil extract: stopped at the first line or file that cannot be read.\n", stderr);
    } else if (faults_ > 0) {
      std::fprintf(stderr, "sijil extract: %llu %s skipped.\n",
                   static_cast<unsigned long long>(faults_),
                   faults_ == 1 ? "line or file was" : "lines or files were");
    }
    if (write_failed_) std::fputs("sijil extract: writing to standard output failed.\n", stderr);
    return faults_ > 0 || write_failed_ ? kExitFailed : kExitDone;
  }

 private:
  bool put(std::string_view s) {
    if (s.empty()) return true;
    if (format_ == Format::kJson && first_) {
      s.remove_prefix(1);
      put_raw("[");
    }
    first_ = false;
    put_raw(s);
    return !write_failed_;
  }
  void put_raw(std::string_view s) {
    if (std::fwrite(s.data(), 1, s.size(), stdout) != s.size()) write_failed_ = true;
  }

  Format format_;
  bool strict_;
  Progress progress_;
  bool first_ = true, write_failed_ = false;
  uint64_t documents_ = 0, bytes_ = 0, faults_ = 0;
};

}  // namespace

Syntax extract_syntax(ExtractOptions& o) {
  return {
      kName,
      "[INPUT...]",
      "Reads reports and writes what they claim, one document a line, in the order of the input.\n"
      "INPUT is a file or a folder; - or none is standard input. A file named .jsonl, or one that "
      "opens\n"
      "with {, has one document a line: {\"id\", \"text\"} and if known title, publisher, "
      "published, url.",
      {
          {"--format",
           "FORMAT",
           &o.format,
           "jsonl, json (indented) or table (for people).\nDefault: table on a terminal, else "
           "jsonl.",
           {"jsonl", "json", "table"}},
          {"--codebook",
           "NAME",
           &o.codebook,
           "Rules for vague counts: literal, airwars, acled or ged.\nDefault: literal, as written.",
           {"literal", "airwars", "acled", "ged"}},
          {"--published", "DATE", &o.published, "Day of publication of documents that have none."},
          {"--threads", "N", &o.threads, "Read with N threads; default: one for each core."},
          {"--strict", "", &o.strict, "Stop at the first line or file that cannot be read."},
          {"--data", "DIR", &o.data, "Use the language data in DIR."},
      },
      &o.inputs,
  };
}

int run_extract(const Arguments& arguments) {
  ExtractOptions options;
  if (const int code = parse_or_tell(extract_syntax(options), arguments); code >= 0) return code;
  if (options.threads < 0 || options.threads > kMostThreads)
    return tell_error(kName,
                      {ErrorCode::kUsage, "--threads: a number from 1 to 256 is expected.", {}});
  const auto session = open_session(kName, options.data, options.published);
  if (!session) return tell_error(kName, session.error());
  const auto codebook = engine::Codebook::open(
      options.data.empty() ? engine::find_data_folder() : options.data, options.codebook);
  if (!codebook) return tell_error(kName, codebook.error());

  const bool terminal = ::isatty(STDOUT_FILENO) != 0;
  const Format format = format_of(options, terminal);
  const Style style{terminal, terminal};
  PipelineOptions pipeline;
  pipeline.threads = options.threads > 0 ? static_cast<unsigned>(options.threads)
                                         : std::max(1u, std::thread::hardware_concurrency());
  Writer writer(format, options.strict, ::isatty(STDERR_FILENO) != 0 && !terminal);
  run_pipeline(
      pipeline,
      [&](const BatchSink& sink, const std::stop_token& stop) {
        read_inputs(options.inputs, kBatchBytes, sink, stop);
      },
      [&]() -> std::function<BatchOutput(const Batch&)> {
        auto worker = std::make_shared<Worker>(*session, *codebook, format,
                                               style);  // std::function must be copyable
        return [worker](const Batch& batch) { return (*worker)(batch); };
      },
      [&](BatchOutput&& output) { return writer(std::move(output)); });
  return writer.finish();
}

}  // namespace sijil::cli
