#!/usr/bin/env bash
# Runs the commands that the README shows and looks at what they answer.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo run --release --locked --quiet -- build examples/news --output "$work/crisis.ttl"
bin=${CARGO_TARGET_DIR:-target}/release/newsgraph
"$bin" query "$work/crisis.ttl" --query 'SELECT ?who ?what { ?s ng:status ng:denied ; ng:deniedBy/rdfs:label ?who ; rdfs:label ?what } ORDER BY ?who ?what' | tee "$work/denied"
grep -q 'Sergei Lavrov.*invades' "$work/denied"
"$bin" query "$work/crisis.ttl" --query 'SELECT ?label { ?e a sem:Event ; rdfs:label ?label } ORDER BY ?label' > "$work/events"
if grep -q 'government of Russia invades' "$work/events"; then echo "a denied invasion came out as an event" >&2; exit 1; fi
"$bin" query --list > /dev/null
"$bin" validate "$work/crisis.ttl"
echo "the README's commands: passed"
