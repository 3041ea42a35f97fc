#!/usr/bin/env bash
# Fuzzes each reader of user input for a while: scripts/fuzz.sh 10s
set -euo pipefail
cd "$(dirname "$0")/.."
# Every fuzz test there is, so that none is forgotten here.
targets=$(grep -rlE '^func Fuzz' --include='*_test.go' . | sort | while read -r file; do
	sed -nE "s|^func (Fuzz[A-Za-z0-9_]*)\(.*|$(dirname "$file") \1|p" "$file"
done)
[ -n "$targets" ] || { echo "fuzz: no fuzz test found" >&2; exit 1; }
while read -r package target; do
	go test "$package" -run '^$' -fuzz "^$target\$" -fuzztime "${1:-10s}" -fuzzminimizetime 1s </dev/null
done <<<"$targets"
