// SPDX-License-Identifier: Apache-2.0
// Writes one JSON object a line, keys in the order they are given. Strings must be valid UTF-8.
// Not thread-safe; use one writer a thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sijil {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name) {
    comma();
    quoted(name);
    out_ += ':';
    first_ = true;  // the value follows without a comma
  }
  void value(std::string_view s) {
    comma();
    quoted(s);
  }
  void value(const char* s) { value(std::string_view(s)); }
  void value(int64_t n);
  void value(double x, int decimals);
  void null() {
    comma();
    out_ += "null";
  }
  void boolean(bool b) {
    comma();
    out_ += b ? "true" : "false";
  }
  template <typename T>
  void field(std::string_view name, const T& v) {
    key(name);
    value(v);
  }
  void null_field(std::string_view name) {
    key(name);
    null();
  }

 private:
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void open(char c) {
    comma();
    out_ += c;
    first_ = true;
  }
  void close(char c) {
    out_ += c;
    first_ = false;
  }
  void quoted(std::string_view s);

  std::string& out_;
  bool first_ = true;
};

}  // namespace sijil
