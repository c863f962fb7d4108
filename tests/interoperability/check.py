"""check.py FOLDER SHAPES: rdflib, pyoxigraph and pySHACL read graph.{ttl,nt,nq,trig,jsonld,rdf} and agree on what is there."""

import sys
from pathlib import Path

import pyoxigraph
import pyshacl
import rdflib

NG = rdflib.Namespace("https://w3id.org/newsgraph/ns#")
SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")


def triples(path: Path) -> set:
    """All triples of a file, graph names dropped, read by rdflib."""
    dataset = rdflib.Dataset(default_union=True)
    formats = {".ttl": "turtle", ".nt": "nt", ".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld", ".rdf": "xml"}
    dataset.parse(path, format=formats[path.suffix])
    return {(s, p, o) for s, p, o, _ in dataset.quads((None, None, None, None))}


def main(folder: Path, shapes: Path) -> None:
    turtle = triples(folder / "graph.ttl")
    assert len(turtle) > 1000, f"only {len(turtle)} triples"
    for ending in ("nt", "jsonld", "rdf"):
        other = triples(folder / f"graph.{ending}")
        assert other == turtle, f"{ending}: {len(other - turtle)} more, {len(turtle - other)} fewer than Turtle"
    quads, trig = triples(folder / "graph.nq"), triples(folder / "graph.trig")
    assert quads == trig, "N-Quads and TriG differ"
    assert {t for t in turtle if "ns#" not in str(t[0])} <= quads | turtle
    print(f"rdflib: {len(turtle)} triples in Turtle, N-Triples, JSON-LD and RDF/XML alike; {len(quads)} in N-Quads and TriG alike")

    store = pyoxigraph.Store()
    store.load(path=str(folder / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    unsafe = store.query(
        f"SELECT ?e {{ GRAPH ?g {{ ?e a <{SEM.Event}> ; <{NG.status}> ?s FILTER (?s != <{NG.asserted}>) }} }}"
    )
    assert not list(unsafe), "a sem:Event is not asserted"
    print(f"pyoxigraph: {len(store)} quads, every sem:Event asserted")

    graph = rdflib.Graph()
    for triple in turtle:
        graph.add(triple)
    conforms, _, report = pyshacl.validate(graph, shacl_graph=str(shapes), advanced=True)
    assert conforms, report
    print("pySHACL: conforms")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
