#!/usr/bin/env bash
# All tests, on a machine that has only Go: installs what they need, then runs
# them.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install.sh
make test
