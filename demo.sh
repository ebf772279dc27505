#!/usr/bin/env bash
# Builds Sijil and reads the sample reports in examples/ with it.
set -euo pipefail
cd "$(dirname "$0")"

scripts/setup.sh build
cmake --preset release >/dev/null
cmake --build build/release >&2
sijil=build/release/sijil

cat <<'END'

Sijil reads reports of attacks on people and writes down what each one claims:
who was killed or hurt, how many, where, when, by what and by whom, and who says so.
The sample reports in examples/ are invented; this is what Sijil finds in them.

END
"$sijil" extract --format table examples/*.txt examples/*.jsonl
cat <<END

Where to look next
  Why does it say so?   $sijil why examples/bulletin_en.txt
                        $sijil why examples/bulletin_en.txt#1.killed
  The same as JSON      $sijil extract --format jsonl examples/*.txt
  Reports of your own   $sijil extract FILE...     ('-' reads standard input)
  The manual            man -l man/sijil.1
  How it works          README.md, docs/architecture.md, docs/formats/claims.md
  The words it knows    data/en, data/ar; to add one, see CONTRIBUTING.md
END
