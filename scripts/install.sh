#!/usr/bin/env bash
# Installs the Debian packages that the tests need and that are missing.
set -euo pipefail

need=()
command -v make >/dev/null || need+=(make)
command -v gcc >/dev/null || need+=(gcc libc6-dev)
for cpu in aarch64 riscv64 s390x; do
	command -v "qemu-$cpu" >/dev/null || { need+=(qemu-user); break; }
done
command -v chromium >/dev/null || need+=(chromium fonts-liberation)
command -v initdb >/dev/null || compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || need+=(postgresql)
[ ${#need[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
	echo "the tests need: ${need[*]}; install them with your package manager" >&2
	exit 1
fi
run=()
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null || { echo "the tests need the packages ${need[*]}: install them as root" >&2; exit 1; }
	run=(sudo)
fi
echo "installing ${need[*]}"
"${run[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
