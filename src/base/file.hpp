// SPDX-License-Identifier: Apache-2.0
// Whole files and folders, errors as sentences.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sijil {

// The bytes of a regular file. Fails when it cannot be read, is a folder, or is larger than
// `limit_bytes` (0: no limit).
[[nodiscard]] Result<std::string> read_file(const std::string& path, uint64_t limit_bytes = 0);

// Paths of the regular files directly in `folder` that end in `suffix`, sorted by name.
[[nodiscard]] Result<std::vector<std::string>> list_files(const std::string& folder,
                                                          const std::string& suffix);

}  // namespace sijil
