// SPDX-License-Identifier: Apache-2.0
// SHA-256 of bytes, as 64 lower-case hexadecimal digits. Thread-safe.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace sijil {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// The same digest over bytes that arrive in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void update(std::string_view bytes);
  [[nodiscard]] std::string finish_hex();  // call once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sijil
