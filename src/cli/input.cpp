// SPDX-License-Identifier: Apache-2.0
#include "cli/input.hpp"

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "text/decode.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace sijil::cli {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr size_t kSniffBytes = 65536;   // blank for so long: no JSON Lines
constexpr int kPollMilliseconds = 100;  // how soon a stop is noticed while a pipe is silent

std::string too_large(uint64_t bytes) {
  return std::to_string((bytes + (1u << 20) - 1) >> 20) + " MB, and a document may have " +
         std::to_string(kDocumentLimitBytes >> 20) + " MB";
}

class Descriptor {
 public:
  explicit Descriptor(int fd, bool owned) : fd_(fd), owned_(owned) {}
  ~Descriptor() {
    if (owned_ && fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
  bool owned_;
};

// Reads one input, file or pipe, and cuts it into items.
class InputReader {
 public:
  InputReader(std::string path, int fd, size_t batch_bytes, const BatchSink& sink,
              const std::stop_token& stop)
      : path_(std::move(path)), fd_(fd), batch_bytes_(batch_bytes), sink_(sink), stop_(stop) {}

  // False when the sink wants no more.
  bool run() {
    if (!fill_until_decided()) return go_on_;
    if (looks_like_json_lines()) {
      read_lines();
    } else {
      read_whole();
    }
    return go_on_;
  }

 private:
  // Appends up to `n` bytes to buffer_; false at the end of input, on errors and on stop.
  bool fill(size_t n) {
    const size_t old = buffer_.size();
    for (;;) {
      if (stop_.stop_requested()) {
        go_on_ = false;
        return false;
      }
      pollfd waiting{fd_, POLLIN, 0};
      const int ready = ::poll(&waiting, 1, kPollMilliseconds);
      if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
      buffer_.resize(old + n);
      const ssize_t got = ::read(fd_, buffer_.data() + old, n);
      buffer_.resize(old + (got > 0 ? static_cast<size_t>(got) : 0));
      if (got > 0) return true;
      if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (got < 0) error_ = std::string("Reading failed: ") + std::strerror(errno) + ".";
      return false;
    }
  }

  // Reads until the first byte that is not white space, which decides the format.
  bool fill_until_decided() {
    while (fill(batch_bytes_))
      if ((buffer_.size() >= kBom.size() && first_byte() != '\0') || buffer_.size() >= kSniffBytes)
        return true;
    if (!error_.empty()) emit_fault(0, error_);
    if (go_on_ && error_.empty()) {
      at_end_ = true;
      return true;
    }
    return false;
  }

  [[nodiscard]] char first_byte() const {
    std::string_view s = buffer_;
    if (s.starts_with(kBom)) s.remove_prefix(kBom.size());
    const size_t at = s.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? '\0' : s[at];
  }
  [[nodiscard]] bool looks_like_json_lines() const {
    return path_.ends_with(".jsonl") || first_byte() == '{';
  }

  bool emit(Batch&& batch) {
    if (batch.items.empty()) return true;
    batch.path = path_;
    go_on_ = sink_(std::move(batch));
    return go_on_;
  }
  bool emit_fault(uint64_t line, const std::string& reason) {
    Batch batch;
    batch.items.push_back({line, 0, 0, place(line) + ": " + reason});
    return emit(std::move(batch));
  }
  [[nodiscard]] std::string place(uint64_t line) const {
    return line == 0 ? path_ : path_ + ":" + std::to_string(line);
  }

  void read_lines() {
    if (buffer_.starts_with(kBom)) buffer_.erase(0, kBom.size());
    uint64_t line = 0;
    size_t searched = 0;  // buffer_[0, searched) has no line end
    for (;;) {
      const size_t found = std::string_view(buffer_).substr(searched).rfind('\n');
      if (found != std::string_view::npos) {
        const size_t last = searched + found;
        std::string rest = buffer_.substr(last + 1);
        buffer_.resize(last + 1);
        if (!emit_lines(line)) return;
        buffer_ = std::move(rest);
      }
      if (buffer_.size() > kDocumentLimitBytes) {
        ++line;
        if (!skip_line(line)) return;
      }
      searched = buffer_.size();
      if (!fill(batch_bytes_)) break;
    }
    if (!go_on_) return;
    if (!buffer_.empty() && !emit_lines(line)) return;
    if (!error_.empty()) emit_fault(line + 1, error_);
  }

  // The whole lines of buffer_, the last perhaps without its end. Blank lines are counted only.
  bool emit_lines(uint64_t& line) {
    Batch batch;
    for (size_t at = 0; at < buffer_.size();) {
      size_t end = buffer_.find('\n', at);
      if (end == std::string::npos) end = buffer_.size();
      ++line;
      const std::string_view s(buffer_.data() + at, end - at);
      if (s.size() > kDocumentLimitBytes) {
        batch.items.push_back({line, 0, 0, place(line) + ": " + too_large(s.size())});
      } else if (s.find_first_not_of(" \t\r") != std::string_view::npos) {
        batch.items.push_back({line, at, end, {}});
      }
      at = end + 1;
    }
    batch.bytes = std::move(buffer_);
    buffer_.clear();
    return emit(std::move(batch));
  }

  // Drops a line that is too long as it streams by. What follows it stays in buffer_.
  bool skip_line(uint64_t line) {
    uint64_t bytes = 0;
    for (;;) {
      const size_t end = buffer_.find('\n');
      if (end != std::string::npos) {
        bytes += end;
        buffer_.erase(0, end + 1);
        break;
      }
      bytes += buffer_.size();
      buffer_ = std::string();
      if (!fill(batch_bytes_)) break;
    }
    return go_on_ && emit_fault(line, too_large(bytes));
  }

  void read_whole() {
    struct stat status{};
    if (::fstat(fd_, &status) == 0 && S_ISREG(status.st_mode) &&
        static_cast<uint64_t>(status.st_size) > kDocumentLimitBytes) {
      emit_fault(0, too_large(static_cast<uint64_t>(status.st_size)));
      return;
    }
    while (!at_end_ && buffer_.size() <= kDocumentLimitBytes)
      if (!fill(std::max(batch_bytes_, buffer_.size() / 2))) break;
    if (!go_on_) return;
    if (!error_.empty()) {
      emit_fault(0, error_);
    } else if (buffer_.size() > kDocumentLimitBytes) {
      buffer_ = std::string();
      emit_fault(0, "more than " + std::to_string(kDocumentLimitBytes >> 20) +
                        " MB, which is all a document may have");
    } else {
      Batch batch;
      batch.bytes = std::move(buffer_);
      batch.items.push_back({0, 0, batch.bytes.size(), {}});
      emit(std::move(batch));
    }
  }

  std::string path_;
  int fd_;
  size_t batch_bytes_;
  const BatchSink& sink_;
  const std::stop_token& stop_;
  std::string buffer_, error_;
  bool at_end_ = false;
  bool go_on_ = true;
};

bool read_fault(const std::string& path, const std::string& reason, const BatchSink& sink) {
  Batch batch;
  batch.path = path;
  batch.items.push_back({0, 0, 0, path + ": " + reason});
  return sink(std::move(batch));
}

bool read_path(const std::string& path, size_t batch_bytes, const BatchSink& sink,
               const std::stop_token& stop);

// The entries of one folder in the order of their names, folders among them entered in turn. Names
// that start with a dot, links to folders (they may turn in circles) and devices are left out.
bool read_folder(const std::string& path, size_t batch_bytes, const BatchSink& sink,
                 const std::stop_token& stop) {
  namespace fs = std::filesystem;
  std::error_code ec;
  std::vector<std::string> entries;
  fs::directory_iterator it(path, ec);
  while (!ec && it != fs::directory_iterator()) {
    std::error_code ignored;
    const std::string name = it->path().filename().string();
    const bool enter = it->is_directory(ignored) && !it->is_symlink(ignored);
    if (!name.starts_with('.') && (enter || it->is_regular_file(ignored)))
      entries.push_back(it->path().string());
    it.increment(ec);
  }
  if (ec) return read_fault(path, "Cannot be listed: " + ec.message() + ".", sink);
  std::sort(entries.begin(), entries.end());
  return std::all_of(entries.begin(), entries.end(), [&](const std::string& entry) {
    return read_path(entry, batch_bytes, sink, stop);
  });
}

bool read_path(const std::string& path, size_t batch_bytes, const BatchSink& sink,
               const std::stop_token& stop) {
  if (stop.stop_requested()) return false;
  if (path == "-") return InputReader(path, STDIN_FILENO, batch_bytes, sink, stop).run();
  std::error_code ec;
  if (std::filesystem::is_directory(path, ec)) return read_folder(path, batch_bytes, sink, stop);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC), true);
  if (file.get() < 0)
    return read_fault(path, std::string("Cannot be opened: ") + std::strerror(errno) + ".", sink);
  return InputReader(path, file.get(), batch_bytes, sink, stop).run();
}

enum Field : uint8_t { kId, kText, kTitle, kPublisher, kPublished, kUrl, kFields };
constexpr std::array<std::string_view, kFields> kFieldNames = {"id",        "text",      "title",
                                                               "publisher", "published", "url"};

}  // namespace

void read_inputs(const std::vector<std::string>& inputs, size_t batch_bytes, const BatchSink& sink,
                 const std::stop_token& stop) {
  if (inputs.empty()) {
    read_path("-", batch_bytes, sink, stop);
    return;
  }
  for (const std::string& input : inputs)
    if (!read_path(input, batch_bytes, sink, stop)) return;
}

Result<Document> make_document(const Batch& batch, const Item& item, JsonReader& json) {
  const std::string_view bytes(batch.bytes.data() + item.begin, item.end - item.begin);
  Document out;
  if (item.line == 0) {
    out.sha256 = sha256_hex(bytes);
    out.id = utf8::repair(batch.path);
    out.text = text::decode(std::string(bytes)).text;
    return out;
  }
  const std::string where = batch.path + ":" + std::to_string(item.line);
  std::array<std::string, kFields> values;
  if (auto read = json.read_strings(bytes, kFieldNames, values); !read)
    return fail(read.error().code, read.error().message, where);
  // An empty text is a document without claims; no text at all is another kind of file.
  if (values[kText].empty() && bytes.find("\"text\"") == std::string_view::npos)
    return fail(ErrorCode::kInput, "The object has no \"text\".", where);
  out.id = values[kId].empty() ? utf8::repair(where) : std::move(values[kId]);
  out.text = std::move(values[kText]);
  out.sha256 = sha256_hex(out.text);
  out.title = std::move(values[kTitle]);
  out.publisher = std::move(values[kPublisher]);
  out.published = std::move(values[kPublished]);
  out.url = std::move(values[kUrl]);
  return out;
}

}  // namespace sijil::cli
