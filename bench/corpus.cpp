// SPDX-License-Identifier: Apache-2.0
// How fast documents are read: claims out of texts, beside `gzip -6` on the same bytes in the same
// run, on one thread and two. The output is checked before anything is timed: it has to be the same
// on one thread, on two, and again.
//
// usage: sijil_bench [--small]
// Reads the texts of $SIJIL_EVAL/dev/*.jsonl, or of $SIJIL_EVAL/*.jsonl; without the variable, or
// with --small, texts made up on the spot.
#include "base/json_writer.hpp"
#include "base/sha256.hpp"
#include "cli/input.hpp"
#include "cli/pipeline.hpp"
#include "engine/claim_json.hpp"
#include "engine/reader.hpp"
#include "text/text.hpp"

#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

using sijil::Document;
using sijil::cli::Batch;
using sijil::cli::BatchOutput;

constexpr int kRounds = 5;  // the best counts: noise only ever slows

double now_s(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

double seconds(clockid_t clock, const std::function<void()>& body) {
  const double start = now_s(clock);
  body();
  return now_s(clock) - start;
}

// A small generator of our own: the same texts on every machine.
class Random {
 public:
  size_t below(size_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<size_t>(state_ % n);
  }
  const std::string& of(const std::vector<std::string>& words) {
    return words[below(words.size())];
  }

 private:
  uint64_t state_ = 0x9E3779B97F4A7C15ull;
};

// Reports of both languages, with and without claims.
std::vector<Document> made_up(size_t bytes) {
  const std::vector<std::string> places = {"Aden",    "Mosul",     "Kharkiv",
                                           "Tripoli", "El Fasher", "Kunduz"};
  const std::vector<std::string> who = {"civilians", "people", "children",
                                        "farmers",   "women",  "workers"};
  const std::vector<std::string> what = {"an airstrike", "artillery shelling", "a car bomb",
                                         "a landmine",   "rocket fire",        "a drone strike"};
  const std::vector<std::string> where = {"a market", "a residential building", "a school",
                                          "a road",   "a field hospital",       "a mosque"};
  const std::vector<std::string> filler = {
      "Ambulances took the wounded to a hospital that had been out of fuel since the morning.",
      "The governor called on all sides to keep to the agreement signed in the spring of 2015.",
      "Prices of bread and fuel in the city have doubled over the past three months.",
      "A spokesman denied that any aircraft had been in the area at the time.",
      "Residents said that the road to the north was open again for a few hours a day.",
      "The talks, which opened in Geneva on 4 March, go on without the two main parties."};
  const std::vector<std::string> places_ar = {"عدن",    "الموصل", "طرابلس",
                                              "الفاشر", "صيدا",   "خان يونس"};
  const std::vector<std::string> what_ar = {"غارة جوية", "قصف مدفعي", "انفجار سيارة مفخخة",
                                            "انفجار لغم", "قصف صاروخي"};
  const std::vector<std::string> filler_ar = {
      "ونقلت سيارات الإسعاف الجرحى إلى مشفى نفد منه الوقود منذ الصباح.",
      "ودعا المحافظ جميع الأطراف إلى الالتزام بالاتفاق الموقع في الربيع.",
      "وتضاعفت أسعار الخبز والوقود في المدينة خلال الأشهر الثلاثة الماضية.",
      "وقال سكان إن الطريق إلى الشمال فتح من جديد بضع ساعات في اليوم."};
  Random random;
  std::vector<Document> out;
  for (size_t total = 0; total < bytes;) {
    Document d;
    const bool arabic = out.size() % 2 == 1;
    const size_t sentences = 4 + random.below(20);
    for (size_t i = 0; i < sentences; ++i) {
      const std::string n = std::to_string(2 + random.below(30));
      if (arabic) {
        d.text += i % 3 == 0
                      ? "قتل " + n + " مدنيين بينهم طفلان وأصيب آخرون جراء " + random.of(what_ar) +
                            " على مدينة " + random.of(places_ar) + " صباح أمس الثلاثاء."
                      : random.of(filler_ar);
      } else {
        d.text += i % 3 == 0
                      ? "At least " + n + " " + random.of(who) + " were killed and " +
                            std::to_string(random.below(40)) + " wounded when " + random.of(what) +
                            " hit " + random.of(where) + " in the town of " + random.of(places) +
                            " on Tuesday morning, local medics said."
                      : random.of(filler);
      }
      d.text += i % 5 == 4 ? "\n\n" : " ";
    }
    d.id = "doc-" + std::to_string(out.size() + 1);
    d.published = "2018-09-19";
    d.sha256 = sijil::sha256_hex(d.text);
    total += d.text.size();
    out.push_back(std::move(d));
  }
  return out;
}

// The documents of all JSON Lines files of a folder.
std::vector<Document> load(const std::string& folder) {
  std::vector<Document> out;
  sijil::JsonReader json;
  sijil::cli::read_inputs({folder}, size_t{1} << 20,
                          [&](Batch&& batch) {
                            if (!batch.path.ends_with(".jsonl")) return true;
                            for (const auto& item : batch.items) {
                              if (!item.fault.empty()) continue;
                              // Lines without a text (lists of incidents) are no documents.
                              if (auto d = sijil::cli::make_document(batch, item, json);
                                  d && !d->text.empty())
                                out.push_back(std::move(*d));
                            }
                            return true;
                          },
                          {});
  return out;
}

// The documents as a program meets them: batches of JSON Lines.
std::vector<Batch> batches_of(const std::vector<Document>& documents) {
  std::vector<Batch> out;
  for (const Document& d : documents) {
    if (out.empty() || out.back().bytes.size() > sijil::cli::kBatchBytes)
      out.emplace_back().path = "bench.jsonl";
    Batch& batch = out.back();
    const size_t begin = batch.bytes.size();
    sijil::JsonWriter json(batch.bytes);
    json.begin_object();
    json.field("id", std::string_view(d.id));
    json.field("text", std::string_view(d.text));
    json.field("title", std::string_view(d.title));
    json.field("published", std::string_view(d.published));
    json.field("url", std::string_view(d.url));
    json.end_object();
    batch.items.push_back({batch.items.size() + 1, begin, batch.bytes.size(), {}});
    batch.bytes += '\n';
  }
  return out;
}

// What `sijil extract --threads N` does, without the files. Returns the hash of the output.
std::string extract(const sijil::engine::Reader& reader, const std::vector<Batch>& batches,
                    unsigned threads) {
  sijil::Sha256 hash;
  sijil::cli::PipelineOptions options;
  options.threads = threads;
  sijil::cli::run_pipeline(
      options,
      [&](const sijil::cli::BatchSink& sink, const std::stop_token&) {
        for (const Batch& batch : batches)
          if (!sink(Batch(batch))) return;
      },
      [&]() -> std::function<BatchOutput(const Batch&)> {
        return [&reader, json = std::make_shared<sijil::JsonReader>()](const Batch& batch) {
          BatchOutput output;
          for (const auto& item : batch.items) {
            const auto document = sijil::cli::make_document(batch, item, *json);
            if (!document) continue;
            sijil::engine::append_json(output.out, *document, reader.read(*document, {}),
                                       reader.data_fingerprint());
            output.out += '\n';
          }
          return output;
        };
      },
      [&](BatchOutput&& output) {
        hash.update(output.out);
        return true;
      });
  return hash.finish_hex();
}

size_t gzip_bytes(const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) std::abort();
  std::vector<unsigned char> out(size_t{1} << 16);
  stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<unsigned>(bytes.size());
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = out.data();
    stream.avail_out = static_cast<unsigned>(out.size());
    result = deflate(&stream, Z_FINISH);
  }
  const size_t size = stream.total_out;
  deflateEnd(&stream);
  return size;
}

size_t sentences_of(const sijil::engine::Reader& reader, const std::vector<Document>& documents) {
  size_t n = 0;
  for (const Document& d : documents) {
    const auto text = sijil::text::read_text(d.text, reader.lexicon(), {d.title, {}});
    n += static_cast<size_t>(
        std::count_if(text.sentences.begin(), text.sentences.end(),
                      [](const auto& s) { return s.role != sijil::text::Role::kFurniture; }));
  }
  return n;
}

int run(bool small) {
  double startup_s = 1e9;
  std::vector<std::string> faults;
  auto reader = sijil::engine::Reader::open({}, faults);
  for (int i = 0; i < 3 && reader; ++i)
    startup_s = std::min(startup_s, seconds(CLOCK_MONOTONIC, [&] {
                           reader = sijil::engine::Reader::open({}, faults);
                         }));
  if (!reader) {
    std::fprintf(stderr, "bench: %s\n", reader.error().to_string().c_str());
    return 1;
  }

  const char* eval = std::getenv("SIJIL_EVAL");
  std::vector<Document> documents;
  if (eval != nullptr && *eval != '\0' && !small) {
    const std::string folder = eval;
    documents = load(std::filesystem::is_directory(folder + "/dev") ? folder + "/dev" : folder);
    if (documents.empty()) {
      std::fprintf(stderr, "bench: %s holds no documents.\n", eval);
      return 1;
    }
  } else {
    documents = made_up(small ? size_t{300} << 10 : size_t{8} << 20);
  }
  const auto batches = batches_of(documents);
  std::string all;
  for (const Document& d : documents) all += d.text;

  const std::string output = extract(*reader, batches, 1);
  if (extract(*reader, batches, 2) != output || extract(*reader, batches, 1) != output) {
    std::fputs("bench: the output depends on the number of threads or on the run.\n", stderr);
    return 1;
  }

  const int rounds = small ? 1 : kRounds;
  double read_s = 1e9, gzip_s = 1e9, one_s = 1e9, two_s = 1e9;
  size_t zipped = 0, claims = 0;
  for (int round = 0; round < rounds; ++round) {
    read_s = std::min(read_s, seconds(CLOCK_THREAD_CPUTIME_ID, [&] {
                        std::string json;
                        claims = 0;
                        for (const Document& d : documents) {
                          json.clear();
                          const auto reading = reader->read(d, {});
                          claims += reading.claims.size();
                          sijil::engine::append_json(json, d, reading, reader->data_fingerprint());
                        }
                      }));
    gzip_s = std::min(gzip_s, seconds(CLOCK_THREAD_CPUTIME_ID, [&] { zipped = gzip_bytes(all); }));
    one_s = std::min(one_s, seconds(CLOCK_MONOTONIC, [&] { (void)extract(*reader, batches, 1); }));
    two_s = std::min(two_s, seconds(CLOCK_MONOTONIC, [&] { (void)extract(*reader, batches, 2); }));
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);

  const double mb = static_cast<double>(all.size()) / 1e6;
  const auto count = static_cast<double>(documents.size());
  const auto sentences = static_cast<double>(sentences_of(*reader, documents));
  std::printf(
      "texts            %8.1f MB  %zu documents, %.0f sentences, %zu claims; output the same on 1 "
      "and 2 threads\n",
      mb, documents.size(), sentences, claims);
  std::printf("read             %8.1f MB/s of one thread's CPU time\n", mb / read_s);
  std::printf("gzip -6          %8.1f MB/s, to %.0f %%\n", mb / gzip_s,
              100.0 * static_cast<double>(zipped) / 1e6 / mb);
  std::printf("read / gzip -6   %8.2f\n", gzip_s / read_s);
  std::printf("documents        %8.0f /s\n", count / read_s);
  std::printf("sentences        %8.0f /s\n", sentences / read_s);
  std::printf("two threads      %8.2f times one (%.1f and %.1f MB/s from lines in to lines out)\n",
              one_s / two_s, mb / two_s, mb / one_s);
  std::printf("peak memory      %8.0f MB, %.0f of them the texts\n",
              static_cast<double>(usage.ru_maxrss) / 1024.0, 2.0 * mb);
  std::printf("start-up         %8.1f ms\n", startup_s * 1e3);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  bool small = false;
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) != "--small") {
      std::fputs("usage: sijil_bench [--small]\n", stderr);
      return 2;
    }
    small = true;
  }
  return run(small);
}
