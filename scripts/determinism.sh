#!/usr/bin/env bash
# The same bytes everywhere: builds ccsim for several processors, runs embedded
# scenarios on each (foreign ones under qemu-user), at several numbers of workers
# and through forks, and compares the reports, the results and the stories.
#
#   scripts/determinism.sh           all scenarios of the list
#   scripts/determinism.sh --small   one scenario, fewer combinations
#
# Any difference is named by its first lines, and makes it exit with 1.
set -euo pipefail
cd "$(dirname "$0")/.."

scenarios=(busy-half-hour pg-crash maintenance-private-link private-link-cut-side-a-wins two-pgs look-alike-week
	both-networks-lost even-pgs-side-a-lost site-crash flapping-switch reconnection-storm cvp-crash-four-minutes desktop-connector)
jobs=(1 2 8)
if [ "${1:-}" = --small ]; then
	scenarios=(busy-half-hour)
	jobs=(1 2)
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# name, GOARCH and other settings, how to run
machines=(
	"amd64|GOARCH=amd64|"
	"amd64-no-fma|GOARCH=amd64|env GODEBUG=cpu.fma=off"
	"arm64|GOARCH=arm64|qemu-aarch64"
	"riscv64|GOARCH=riscv64|qemu-riscv64"
	"s390x|GOARCH=s390x|qemu-s390x"
)
case "$(uname -m)" in
aarch64) machines[2]="arm64|GOARCH=arm64|" machines[0]="amd64|GOARCH=amd64|qemu-x86_64" machines[1]="arm64-again|GOARCH=arm64|" ;;
x86_64) grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo && machines+=("amd64-v3|GOARCH=amd64 GOAMD64=v3|") ;;
esac

for machine in "${machines[@]}"; do
	runner=${machine##*|}
	[ -z "$runner" ] || command -v "${runner%% *}" >/dev/null || {
		echo "determinism: ${runner%% *} is missing: install the package qemu-user (make install)" >&2
		exit 1
	}
done

# everything a scenario prints, through one command
print() { # runner binary scenario jobs forks
	local runner=$1 bin=$2 scenario=$3 workers=$4 forks=$5
	for format in text markdown json csv; do
		$runner "$bin" run "$scenario" --jobs "$workers" --check-forks "$forks" --format "$format" --quiet
	done
	$runner "$bin" run "$scenario" --story
}

failed=0
compare() { # label scenario file
	if cmp -s "$dir/want.$2" "$3"; then
		printf '%-42s %-30s same\n' "$1" "$2"
	else
		printf '%-42s %-30s DIFFERENT\n' "$1" "$2"
		diff "$dir/want.$2" "$3" | head -4 || true
		failed=1
	fi
}

for machine in "${machines[@]}"; do
	IFS='|' read -r name settings runner <<<"$machine"
	bin=$dir/ccsim-$name
	env CGO_ENABLED=0 GOOS=linux $settings go build -trimpath -o "$bin" ./cmd/ccsim
	# The bits of the portable functions and of every sampler, and what a fit writes.
	for package in ./sim/detmath ./sim ./scenarios/fit; do
		env CGO_ENABLED=0 GOOS=linux $settings go test -c -o "$dir/golden" "$package"
		if (cd "$package" && $runner "$dir/golden" -test.v -test.run Golden >"$dir/got" 2>&1) && grep -q '^--- PASS' "$dir/got"; then
			printf '%-42s %-30s same\n' "$name" "bits of $package"
		else
			printf '%-42s %-30s DIFFERENT\n' "$name" "bits of $package"
			head -20 "$dir/got"
			failed=1
		fi
	done
	for scenario in "${scenarios[@]}"; do
		if [ ! -e "$dir/want.$scenario" ]; then
			print "$runner" "$bin" "$scenario" 1 0 >"$dir/want.$scenario"
			for n in "${jobs[@]}" 8; do
				print "$runner" "$bin" "$scenario" "$n" 3 >"$dir/got"
				compare "$name, $n workers, 3 forks" "$scenario" "$dir/got"
			done
		fi
		for n in "${jobs[@]}"; do
			print "$runner" "$bin" "$scenario" "$n" 0 >"$dir/got"
			compare "$name, $n workers" "$scenario" "$dir/got"
		done
	done
done
exit $failed
