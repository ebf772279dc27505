# SPDX-License-Identifier: Apache-2.0
# Completion of sijil for bash: source this file, or install it as
# /usr/share/bash-completion/completions/sijil
# shellcheck shell=bash

_sijil() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]:-}
  local words=
  COMPREPLY=()

  if [ "$COMP_CWORD" -eq 1 ]; then
    words='extract why data help --help --version'
  else
    case $previous in
      --format) words='jsonl json table' ;;
      --codebook) words='literal airwars acled ged' ;;
      --threads) words="1 2 4 $(nproc 2>/dev/null)" ;;
      --published) return ;;
      --data)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
        ;;
    esac
    if [ -z "$words" ]; then
      case $command in
        extract)
          [[ $current == -* ]] &&
            words='--format --codebook --published --threads --strict --data --help'
          ;;
        why) [[ $current == -* ]] && words='--published --data --help' ;;
        data)
          if [[ $current == -* ]]; then
            words='--help'
          elif [ "$COMP_CWORD" -eq 2 ]; then
            words='check'
          else
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
            return
          fi
          ;;
        help) words='extract why data' ;;
      esac
    fi
  fi

  if [ -n "$words" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  else
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -F _sijil sijil
