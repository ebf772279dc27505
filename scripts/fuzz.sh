#!/usr/bin/env bash
# Fuzzes every reader of untrusted input with libFuzzer, AddressSanitizer and UBSan.
# Inputs found on the way stay in build/fuzz/corpus, so a second run starts where the first ended.
#
# usage: scripts/fuzz.sh [SECONDS [TARGET...]]      (default: 600, all targets)
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-600}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || {
  echo "usage: scripts/fuzz.sh [SECONDS [TARGET...]]" >&2
  exit 2
}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(fuzz_decode fuzz_jsonl fuzz_reader)

scripts/setup.sh all
cmake --preset fuzz >/dev/null
cmake --build build/fuzz --target "${targets[@]}"

crashes=build/fuzz/crashes
mkdir -p "$crashes"
failed=()
for target in "${targets[@]}"; do
  program=$(find build/fuzz -type f -name "$target" -perm -u+x -print -quit)
  [ -n "$program" ] || { echo "fuzz: $target was built but is not in build/fuzz" >&2; exit 1; }
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  seeds=(examples)
  [ ! -d "fuzz/seeds/$target" ] || seeds+=("fuzz/seeds/$target")
  echo "fuzz: $target for $seconds s" >&2
  "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="$crashes/$target-" "$corpus" "${seeds[@]}" ||
    failed+=("$target")
done

if [ ${#failed[@]} -gt 0 ]; then
  echo "fuzz: ${failed[*]} failed; the inputs are in $crashes" >&2
  exit 1
fi
echo "fuzz: ${#targets[@]} targets, nothing found"
