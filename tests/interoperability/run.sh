#!/usr/bin/env bash
# run.sh [CACHE]: other people's tools read what newsgraph writes. Installs rdflib, pySHACL, pyoxigraph, networkx and pandas
# into a virtual environment under CACHE, Raptor as a Debian package and N3.js from npm where they are missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
cache=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/newsgraph}
here=tests/interoperability
target=${CARGO_TARGET_DIR:-target}
python=$cache/python/bin/python
if [ ! -x "$python" ] || ! "$python" -c 'import rdflib, pyshacl, pyoxigraph, networkx, pandas' 2>/dev/null; then
  python3 -m venv "$cache/python"
  "$cache/python/bin/pip" install --quiet -r "$here/requirements.txt"
fi
if ! command -v rapper >/dev/null; then
  apt-get update -qq && apt-get install -y -qq raptor2-utils >/dev/null
fi
if [ ! -d "$cache/node/node_modules/n3" ]; then
  npm install --silent --prefix "$cache/node" n3@2.13.12
fi
cargo build --release --locked
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bin=$target/release/newsgraph
for format in ttl nt nq trig jsonld rdf; do
  "$bin" build examples/news --output "$work/graph.$format" 2>"$work/log" || { cat "$work/log"; exit 1; }
done
"$bin" build examples/news/geneva-talks.txt --quiet --output "$work/one.ttl"
"$bin" ontology --to context >"$work/context.jsonld"
"$bin" export "$work/graph.nq" --to table --output "$work/events.csv"
"$bin" export "$work/graph.nq" --to table --output "$work/events.tsv"
"$bin" export "$work/graph.nq" --to edges --output "$work/network.csv"
"$bin" export "$work/graph.nq" --output "$work/network.gexf"
"$bin" export "$work/graph.nq" --output "$work/network.graphml"
"$python" "$here/check.py" "$work" ontology/shapes.ttl
"$python" "$here/broken.py" "$bin" "$work/one.ttl" ontology/shapes.ttl
NODE_PATH=$cache/node/node_modules node "$here/check_n3.js" "$work/graph.ttl" "$work/graph.nq"
rapper --quiet --input turtle --count "$work/graph.ttl"
rapper --quiet --input rdfxml --count "$work/graph.rdf"
echo "other tools read what newsgraph writes: passed"
