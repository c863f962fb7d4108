#!/usr/bin/env bash
# any_order.sh [NUMBER] [PROGRAM]: NUMBER invented articles (100) built at once, backwards with one thread, in four parts that
# follow one another, and in two parts that are merged, are the same graph, byte for byte in sorted N-Quads.
set -euo pipefail
cd "$(dirname "$0")/../.."
number=${1:-100}
program=${2:-${CARGO_TARGET_DIR:-target}/release/newsgraph}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 tests/benches/articles.py "$number" > "$work/all.jsonl"
build() { "$program" build - --from jsonl --quiet "$@"; }
build --output "$work/at-once.nq" < "$work/all.jsonl"
tac "$work/all.jsonl" | build --jobs 1 --output "$work/backwards.nq"
split --number=l/4 "$work/all.jsonl" "$work/part-"
for part in "$work"/part-a?; do build --into "$work/in-parts.nq" < "$part"; done
for part in "$work"/part-aa "$work"/part-ac "$work"/part-ab "$work"/part-ad; do
  build --output "$part.nq" < "$part"
done
"$program" export "$work"/part-ad.nq "$work"/part-aa.nq "$work"/part-ac.nq "$work"/part-ab.nq --output "$work/merged.nq"
for other in backwards in-parts merged; do
  cmp "$work/at-once.nq" "$work/$other.nq"
done
echo "$number articles at once, backwards, in parts and merged: the same $(wc -l < "$work/at-once.nq") quads"
