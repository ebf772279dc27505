// SPDX-License-Identifier: Apache-2.0
#include "model/document.hpp"

#include <array>

namespace sijil {

namespace {
constexpr std::array<std::string_view, 5> kBasisWords = {"text", "metadata", "url", "given",
                                                         "none"};
}

std::string_view to_word(PublishedBasis b) { return kBasisWords[static_cast<size_t>(b)]; }

}  // namespace sijil
