#!/usr/bin/env bash
# Runs the benchmarks at full size on a release build. Each checks its output before it is timed.
# With SIJIL_EVAL set to a folder of evaluation texts, these are read too.
# A commit that claims speed adds a line to bench/log/<host>.tsv (date, commit, compiler, numbers).
#
# usage: scripts/bench.sh [ARGUMENTS FOR THE BENCHMARK...]
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh all
cmake --preset release >/dev/null
cmake --build build/release >&2

mapfile -t programs < <(find build/release -type f -name '*bench*' -perm -u+x \
  ! -path '*/CMakeFiles/*' | sort)
if [ ${#programs[@]} -eq 0 ]; then
  echo "bench: the release build has no benchmark program" >&2
  exit 1
fi
[ -n "${SIJIL_EVAL:-}" ] || echo "bench: SIJIL_EVAL is not set, so only the built-in texts are read" >&2

echo "# $(date -u +%F) $(git describe --always --dirty 2>/dev/null || echo 'no commit')" \
  "$(c++ --version | head -n 1), $(nproc) cores"
export SIJIL_BENCH=full
failed=0
for program in "${programs[@]}"; do
  "$program" "$@" || { echo "bench: $program failed" >&2; failed=1; }
done
exit "$failed"
