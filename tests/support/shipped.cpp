// SPDX-License-Identifier: Apache-2.0
#include "support/shipped.hpp"

#include "support/rows.hpp"

#include <cstdlib>
#include <iostream>

namespace sijil::test {

const engine::Reader& shipped_reader() {
  static const engine::Reader kReader = [] {
    std::vector<std::string> faults;
    auto opened = engine::Reader::open(source_path("data"), faults);
    if (!opened) {
      std::cerr << opened.error().to_string() << '\n';
      std::exit(2);
    }
    return std::move(*opened);
  }();
  return kReader;
}

Reading read_shipped(std::string_view text, std::string_view published) {
  Document document;
  document.id = "test";
  document.text = text;
  document.published = published;
  return shipped_reader().read(document, {});
}

}  // namespace sijil::test
