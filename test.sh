#!/usr/bin/env bash
# Builds Sijil and runs every test. The closing line is ctest's.
set -euo pipefail
cd "$(dirname "$0")"

# No result may depend on the zone of the machine: dates are read in a zone that is not UTC.
export TZ=Asia/Damascus

scripts/setup.sh all

# Speed is a property of the release build: its small benchmarks check their output, then time it.
cmake --preset release >/dev/null
cmake --build build/release
ctest --test-dir build/release -L bench --no-tests=ignore --output-on-failure

# Everything else runs with sanitizers and assertions. The slow ones (fuzzing, inputs of a gigabyte) run
# with --slow.
slow=(-LE slow)
[ "${1:-}" != --slow ] || slow=()
cmake --preset dev >/dev/null
cmake --build build/dev
ctest --preset dev --output-on-failure "${slow[@]}"
