"""check.py FOLDER SHAPES: other people's tools read what newsgraph wrote to FOLDER and agree on what is there.

graph.{ttl,nt,nq,trig,jsonld,rdf}: rdflib and pyoxigraph read each; every format has the same canonical form
(RDFC-1.0). events.csv, events.tsv: pandas. network.{csv,gexf,graphml}: networkx and pandas. pySHACL: conforms.
"""

import json
import sys
from pathlib import Path

import networkx
import pandas
import pyoxigraph
import pyshacl
import rdflib
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat

NG = rdflib.Namespace("https://w3id.org/newsgraph/ns#")
SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
WITHOUT_NAMES = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD}
WITH_NAMES = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}


def triples(path: Path) -> set:
    """All triples of a file, graph names dropped, read by rdflib."""
    dataset = rdflib.Dataset(default_union=True)
    formats = {".ttl": "turtle", ".nt": "nt", ".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld", ".rdf": "xml"}
    dataset.parse(path, format=formats[path.suffix])
    return {(s, p, o) for s, p, o, _ in dataset.quads((None, None, None, None))}


def canonical(path: Path, kind: RdfFormat, base: str) -> list[str]:
    """The canonical form of a file, sorted lines of N-Quads, read by pyoxigraph."""
    dataset = Dataset(pyoxigraph.parse(path=str(path), format=kind, base_iri=base))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(str(quad) for quad in dataset)


def check_formats(folder: Path) -> None:
    """Formats of one kind hold the same graph, by two readers."""
    turtle = triples(folder / "graph.ttl")
    assert len(turtle) > 1000, f"only {len(turtle)} triples"
    for ending in ("nt", "jsonld", "rdf"):
        other = triples(folder / f"graph.{ending}")
        assert other == turtle, f"{ending}: {len(other - turtle)} more, {len(turtle - other)} fewer than Turtle"
    quads, trig = triples(folder / "graph.nq"), triples(folder / "graph.trig")
    assert quads == trig, "N-Quads and TriG differ"
    print(f"rdflib: {len(turtle)} triples in Turtle, N-Triples, JSON-LD and RDF/XML alike; {len(quads)} in N-Quads and TriG alike")
    base = "https://example.org/nothing/hangs/on/this"
    for formats in (WITHOUT_NAMES, WITH_NAMES):
        forms = {ending: canonical(folder / f"graph.{ending}", kind, base) for ending, kind in formats.items()}
        first = next(iter(forms.values()))
        for ending, form in forms.items():
            assert form == first, f"{ending} has another canonical form"
        print(f"RDFC-1.0: {', '.join(forms)} have one canonical form of {len(first)} quads")


def check_context(folder: Path) -> None:
    """Short keys, and the context that is shipped is the one that is written."""
    written = json.loads((folder / "graph.jsonld").read_text())
    shipped = json.loads((folder / "context.jsonld").read_text())
    assert written["@context"] == shipped["@context"], "another context"
    keys = {key for node in written["@graph"] for key in node}
    assert {"status", "agent", "evidence", "anchorOf", "datePublished"} <= keys, keys
    print(f"JSON-LD: {len(keys)} keys by the shipped context")


def check_promise(folder: Path) -> None:
    """No sem:Event that is not asserted, by pyoxigraph."""
    store = pyoxigraph.Store()
    store.load(path=str(folder / "graph.nq"), format=RdfFormat.N_QUADS)
    unsafe = store.query(f"SELECT ?e {{ GRAPH ?g {{ ?e a <{SEM.Event}> ; <{NG.status}> ?s FILTER (?s != <{NG.asserted}>) }} }}")
    assert not list(unsafe), "a sem:Event is not asserted"
    print(f"pyoxigraph: {len(store)} quads, every sem:Event asserted")


def check_tables(folder: Path) -> None:
    """pandas reads the table, and its events are those of the graph."""
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    events = {str(event) for event in graph.subjects(rdflib.RDF.type, SEM.Event)}
    comma = pandas.read_csv(folder / "events.csv", dtype=str, keep_default_na=False)
    tab = pandas.read_csv(folder / "events.tsv", sep="\t", dtype=str, keep_default_na=False, quoting=3)
    assert set(comma["event"]) == events == set(tab["event"])
    assert set(comma["status"]) == {"asserted"}
    assert comma["actor_state"].str.fullmatch("([A-Z]{3})?").all() and comma["recipient_state"].str.fullmatch("([A-Z]{3})?").all()
    days = pandas.to_datetime(comma["date"].replace("", None))
    for _, row in comma.iterrows():
        text = str(graph.value(rdflib.URIRef(row["article"]), rdflib.URIRef("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString")))
        assert text[int(row["begin"]) : int(row["end"])] == row["evidence"], row["event"]
    print(f"pandas: {len(comma)} rows of {len(events)} events, {days.notna().sum()} with a day, evidence at its place")


def check_networks(folder: Path) -> None:
    """networkx reads both network formats, and they have the edges of the rows."""
    rows = pandas.read_csv(folder / "network.csv", dtype=str, keep_default_na=False)
    wanted = sorted(zip(rows["source"], rows["target"], rows["type"], rows["weight"].astype(int)))
    for reader, name in ((networkx.read_gexf, "network.gexf"), (networkx.read_graphml, "network.graphml")):
        network = reader(folder / name)
        assert network.is_directed()
        found = sorted((source, target, data["type"], int(data["weight"])) for source, target, data in network.edges(data=True))
        assert found == wanted, name
        assert all(data.get("label") for _, data in network.nodes(data=True)), name
        print(f"networkx: {name} has {network.number_of_nodes()} actors and {network.number_of_edges()} edges, as the rows")
    spells = [data["spells"] for _, _, data in networkx.read_gexf(folder / "network.gexf").edges(data=True) if data.get("spells")]
    assert spells, "no edge has days"


def check_shapes(folder: Path, shapes: Path) -> None:
    """The graph conforms to the shapes, by pySHACL."""
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=str(shapes), advanced=True)
    assert conforms, report
    print("pySHACL: conforms")


def main(folder: Path, shapes: Path) -> None:
    check_formats(folder)
    check_context(folder)
    check_promise(folder)
    check_tables(folder)
    check_networks(folder)
    check_shapes(folder, shapes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
