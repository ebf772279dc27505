#!/usr/bin/env bash
# Scores the release build on the evaluation sets and adds the figures to docs/scoreboard.md.
# $SIJIL_EVAL is a folder with a program `run` that takes the path of sijil and prints one
# line a set.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${SIJIL_EVAL:-}" ]; then
  echo "score: skipped, because SIJIL_EVAL does not name a folder of evaluation sets"
  exit 0
fi
if [ ! -x "$SIJIL_EVAL/run" ]; then
  echo "score: $SIJIL_EVAL/run is not there or cannot be run" >&2
  exit 1
fi

cmake --preset release >/dev/null
cmake --build build/release >&2

# The line that names the details is of this run only.
figures=$("$SIJIL_EVAL/run" build/release/sijil | sed '/^details:/d')
commit=$(git rev-parse --short HEAD 2>/dev/null || echo 'no commit')
[ -z "$(git status --porcelain -uno 2>/dev/null)" ] || commit="$commit, with changes"

board=docs/scoreboard.md
# shellcheck disable=SC2016  # the backticks are Markdown
[ -f "$board" ] || printf '# Scoreboard\n\nAdded to by `scripts/score.sh`; the newest entry is the last. Sets that need a command which is not there yet score 0.\n' >"$board"
# shellcheck disable=SC2016
printf '\n## %s (%s)\n\n```\n%s\n```\n' "$(date -u +%F)" "$commit" "$figures" >>"$board"
echo "$figures"
