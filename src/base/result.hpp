// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value, or an Error that tells a person what is wrong, where, and what to do.
// For what the world gets wrong (files, data rows, arguments); our own bugs are assertions.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace sijil {

enum class ErrorCode { kUsage, kInput, kData, kIo };

struct Error {
  ErrorCode code = ErrorCode::kInput;
  std::string message;  // one sentence
  std::string where;    // "file:line", a document id, or empty

  // "where: message", or the message alone.
  [[nodiscard]] std::string to_string() const {
    return where.empty() ? message : where + ": " + message;
  }
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

}  // namespace sijil

// Returns the error of `expr` from the enclosing function, or goes on.
#define SIJIL_RETURN_IF_ERROR(expr)                                      \
  do {                                                                   \
    if (auto sijil_r = (expr); !sijil_r)                                 \
      return tl::unexpected<::sijil::Error>(std::move(sijil_r.error())); \
  } while (false)
