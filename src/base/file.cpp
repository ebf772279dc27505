// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace sijil {

Result<std::string> read_file(const std::string& path, uint64_t limit_bytes) {
  std::error_code ec;
  if (std::filesystem::is_directory(path, ec))
    return fail(ErrorCode::kIo, "This is a folder; a file is expected.", path);
  struct Closer {
    void operator()(std::FILE* f) const { std::fclose(f); }
  };
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file)
    return fail(ErrorCode::kIo, std::string("Cannot be opened: ") + std::strerror(errno) + ".",
                path);
  std::string out;
  if (const auto size = std::filesystem::file_size(path, ec);
      !ec && (limit_bytes == 0 || size <= limit_bytes))
    out.reserve(size);
  char buffer[1 << 16];
  size_t n;
  while ((n = std::fread(buffer, 1, sizeof buffer, file.get())) > 0) {
    out.append(buffer, n);
    if (limit_bytes != 0 && out.size() > limit_bytes)
      return fail(ErrorCode::kInput,
                  "Larger than the limit of " + std::to_string(limit_bytes >> 20) + " MB; skipped.",
                  path);
  }
  if (std::ferror(file.get())) return fail(ErrorCode::kIo, "Reading failed.", path);
  return out;
}

Result<std::vector<std::string>> list_files(const std::string& folder, const std::string& suffix) {
  std::error_code ec;
  std::vector<std::string> out;
  std::filesystem::directory_iterator it(folder, ec);
  if (ec) return fail(ErrorCode::kIo, "Cannot be listed: " + ec.message() + ".", folder);
  for (const auto end = std::filesystem::directory_iterator(); it != end; it.increment(ec)) {
    if (ec) return fail(ErrorCode::kIo, "Cannot be listed: " + ec.message() + ".", folder);
    if (it->is_regular_file(ec) && it->path().string().ends_with(suffix))
      out.push_back(it->path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace sijil
