// SPDX-License-Identifier: Apache-2.0
// The reader with the shipped data, opened once for all tests.
#pragma once

#include "engine/reader.hpp"

#include <string_view>

namespace sijil::test {

[[nodiscard]] const engine::Reader& shipped_reader();

// Reads a text published on `published` (any written form, empty: not known).
[[nodiscard]] Reading read_shipped(std::string_view text, std::string_view published);

}  // namespace sijil::test
