#!/usr/bin/env bash
# run.sh [CACHE]: stores on disk, with the program built with the feature `disk` (RocksDB: some ten minutes the first time).
# Installs libclang as a Debian package and pyoxigraph into the environment of the interoperability tests where they are missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/newsgraph}
target=${CARGO_TARGET_DIR:-target}
if ! ls /usr/lib/llvm-*/lib/libclang*.so* /usr/lib/*/libclang-[0-9]*.so* >/dev/null 2>&1; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends libclang-dev clang >/dev/null
fi
python=$cache/python/bin/python
if [ ! -x "$python" ] || ! "$python" -c 'import pyoxigraph' 2>/dev/null; then
  python3 -m venv "$cache/python"
  "$cache/python/bin/pip" install --quiet -r tests/interoperability/requirements.txt
fi
cargo build --features disk --locked
"$python" tests/disk/check.py "$target/debug/newsgraph"
