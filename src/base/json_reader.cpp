// SPDX-License-Identifier: Apache-2.0
#include "base/json_reader.hpp"

#include <simdjson.h>

namespace sijil {

struct JsonReader::State {
  simdjson::dom::parser parser;
};

JsonReader::JsonReader() : state_(std::make_unique<State>()) {}
JsonReader::~JsonReader() = default;

Result<void> JsonReader::read_strings(std::string_view line,
                                      std::span<const std::string_view> names,
                                      std::span<std::string> values) {
  for (auto& v : values) v.clear();
  simdjson::dom::element root;
  if (const auto error = state_->parser.parse(line.data(), line.size()).get(root))
    return fail(ErrorCode::kInput,
                std::string("This is not a JSON object (") + simdjson::error_message(error) + ").");
  simdjson::dom::object object;
  if (root.get(object))
    return fail(ErrorCode::kInput, "A JSON object with \"id\" and \"text\" is expected here.");
  for (size_t i = 0; i < names.size(); ++i) {
    simdjson::dom::element field;
    if (object.at_key(names[i]).get(field)) continue;
    std::string_view s;
    if (!field.get(s)) {
      values[i].assign(s);
    } else if (field.is_int64() || field.is_uint64() || field.is_double()) {
      values[i] = simdjson::to_string(field);
    } else if (!field.is_null()) {
      return fail(ErrorCode::kInput,
                  "The field \"" + std::string(names[i]) + "\" must be a string.");
    }
  }
  return {};
}

}  // namespace sijil
