#!/usr/bin/env bash
# Exports a day of 24,000 agents to Parquet and prints the most memory that it took.
# An argument is another horizon, such as 1h.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
bin/ccsim run scripts/export-day.yaml --set horizon="${1:-24h}" --quiet --tables "$dir/tables" --tables-format parquet \
	--format csv -o "$dir/result.csv" &
pid=$!
peak=0
while peaknow=$(awk '/^VmHWM:/ {print $2}' "/proc/$pid/status" 2>/dev/null) && [ -n "$peaknow" ]; do
	peak=$peaknow
	sleep 0.2
done
wait "$pid"
awk -F, '$3 == "calls.offered" && $4 == "all" {print $5 " calls offered"}' "$dir/result.csv"
du -sh "$dir/tables" | awk '{print $1 " of Parquet"}'
echo "$((peak / 1024)) MiB of memory at most"
