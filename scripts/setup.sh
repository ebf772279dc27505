#!/usr/bin/env bash
# Installs the Debian 12 packages Sijil is built and tested with, those that are missing only.
# This is the one list of packages; README, CI and the other scripts refer to it.
#
# usage: scripts/setup.sh [build|test|all]      (default: build)
set -euo pipefail

build=(
  build-essential cmake ninja-build ccache pkg-config
  libsimdjson-dev   # JSON in
  libxxhash-dev     # hashes of words in the lexicons
  libssl-dev        # SHA-256 of documents
  libcli11-dev      # command line
  libfmt-dev        # text out
  zlib1g-dev        # the benchmarks measure against gzip
  libexpected-dev   # Result<T>: std::expected needs C++23
  libuchardet-dev   # encodings that no byte order mark names
  libicu-dev        # NFC, conversion from Windows-1256
)
test=(
  libgtest-dev libgmock-dev libbenchmark-dev librapidcheck-dev
  clang-19 clang-tidy-19 libclang-rt-19-dev clang-format-19   # lint, fuzz
  gcovr             # coverage
  man-db            # the manual pages are rendered in a test
  python3           # scripts/check_*
)

case "${1:-build}" in
  build) wanted=("${build[@]}") ;;
  test) wanted=("${test[@]}") ;;
  all) wanted=("${build[@]}" "${test[@]}") ;;
  *) echo "usage: scripts/setup.sh [build|test|all]" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "setup: this system has no apt-get. Install the equivalents of: ${wanted[*]}" >&2
  exit 1
fi

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "setup: not root and no sudo. As root, run: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi

echo "setup: installing ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >"$log" 2>&1; }

# Old package lists may still serve, so only a failed install is fatal.
apt update || echo "setup: the package lists were not refreshed: $(tail -n 1 "$log")" >&2
apt install -y --no-install-recommends "${missing[@]}" || {
  echo "setup: apt-get install failed; its last lines:" >&2
  tail -n 20 "$log" >&2
  exit 1
}
