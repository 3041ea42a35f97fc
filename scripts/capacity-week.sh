#!/usr/bin/env bash
# Writes docs/capacity-week.md: the interval plan of a week of the look-alike month
# beside Erlang C and A, with agents who do nothing but take calls and with those of the
# scenario. An argument is another number of days.
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
days=${1:-7}
ask=(capacity look-alike-month --target "80% in 20s" --conditions normal --set "horizon=${days}d" --format markdown)
plain=(--set center.preset=ideal --set "center.agents[0].pending.probability=0")
bin/ccsim "${ask[@]}" "${plain[@]}" -o "$dir/plain.md" --quiet
bin/ccsim "${ask[@]}" -o "$dir/habits.md" --quiet

# sections prints those of a report between its list of intervals and the headroom.
sections() { awk '/^## Agent hours/ {on = 1} /^## Headroom/ {on = 0} on' "$1" | sed 's/^## /### /'; }

# day prints the intervals of the first day with 20 calls and more, without reasons.
day() {
	awk -F'|' '/^## Agents needed/ {on = 1} /^## Agent hours/ {exit} on && /^\|/ && (n++ < 2 || $2 ~ /2026-06-01/ && $4 >= 20) {print "|" $2 "|" $4 "|" $5 "|" $6 "|" $7 "|" $8 "|"}' "$1"
}

{
	echo "# A week beside Erlang C and Erlang A"
	echo
	echo "Made by \`make capacity-week\`. [capacity.md](capacity.md#beside-erlang-c-and-erlang-a) says what it means. The commands:"
	echo
	echo '```sh'
	echo "ccsim capacity look-alike-month --target \"80% in 20s\" --conditions normal --set horizon=${days}d \\"
	echo "  --set center.preset=ideal --set \"center.agents[0].pending.probability=0\"            # agents who only take calls"
	echo "ccsim capacity look-alike-month --target \"80% in 20s\" --conditions normal --set horizon=${days}d   # the scenario"
	echo '```'
	for part in plain habits; do
		echo
		[ $part = plain ] && echo "## Agents who only take calls" || echo "## The agents of the scenario"
		echo
		echo "Intervals of the first day with 20 calls and more:"
		echo
		day "$dir/$part.md"
		echo
		sections "$dir/$part.md"
	done
} | sed 's/  *$//' | cat -s >docs/capacity-week.md
