// SPDX-License-Identifier: Apache-2.0
// The program. The only catch-all: nothing of ours throws, the standard library may.
#include "cli/command.hpp"

#include <cstdio>
#include <exception>
#include <new>

int main(int argc, char** argv) {
  using namespace sijil::cli;
  int code = kExitFailed;
  try {
    code = run_program(Arguments(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const std::bad_alloc&) {
    std::fputs("sijil: out of memory.\n", stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "sijil: %s\n", error.what());
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    std::fputs("sijil: writing to standard output failed.\n", stderr);
    return code == kExitDone ? kExitFailed : code;
  }
  return code;
}
