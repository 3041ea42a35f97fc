#!/usr/bin/env bash
# Fuzzes each reader of user input for a while: scripts/fuzz.sh 10s
set -euo pipefail
cd "$(dirname "$0")/.."
for target in FuzzParse FuzzExpr FuzzTable; do
	go test ./scenarios/format -run '^$' -fuzz "^$target\$" -fuzztime "${1:-10s}" -fuzzminimizetime 1s
done
go test ./scenarios -run '^$' -fuzz '^FuzzCompile$' -fuzztime "${1:-10s}" -fuzzminimizetime 1s
