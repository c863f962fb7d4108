"""broken.py PROGRAM TURTLE SHAPES: `newsgraph validate` and pySHACL agree on graphs that are broken on purpose.

Each of thirty changes is made to the graph; both must tell the same focus nodes with the same constraint components,
and end with the same exit code.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pyshacl
import rdflib
from rdflib import RDF, RDFS, XSD, Literal, URIRef

NG = rdflib.Namespace("https://w3id.org/newsgraph/ns#")
NIF = rdflib.Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
GAF = rdflib.Namespace("http://groundedannotationframework.org/gaf#")
SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA = rdflib.Namespace("http://schema.org/")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
OTHER = URIRef("https://example.org/other")


def first(graph, predicate=None, value=None):
    """The first subject in order with a property."""
    return sorted(set(graph.subjects(predicate, value)))[0]


def without(predicate, kind=None):
    """Drops a property of the first that has it."""

    def change(graph):
        subjects = sorted(s for s in set(graph.subjects(predicate)) if kind is None or (s, RDF.type, kind) in graph)
        graph.remove((subjects[0], predicate, None))

    return change


def with_more(kind, predicate, value):
    """Adds a value to the first of a class."""
    return lambda graph: graph.add((first(graph, RDF.type, kind), predicate, value))


def with_other(predicate, value):
    """Puts another value in place of the first's."""

    def change(graph):
        graph.set((first(graph, predicate), predicate, value))

    return change


def denied_event(graph):
    graph.add((first(graph, NG.status, NG.denied), RDF.type, SEM.Event))


def denied_actor(graph):
    graph.add((first(graph, NG.status, NG.denied), SEM.hasActor, OTHER))


def no_claim(graph):
    graph.remove((None, NG.about, first(graph, NG.status, NG.denied)))


def both_sources(graph):
    graph.add((first(graph, NG.source), NG.sourceUnknown, Literal(True)))


def backwards(graph):
    phrase = first(graph, RDF.type, NIF.Phrase)
    graph.set((phrase, NIF.beginIndex, Literal(99999)))


CHANGES = {
    "no status": without(NG.status),
    "no type": without(NG.eventType),
    "no article": without(NG.inArticle, NG.Situation),
    "no evidence": without(NG.evidence, NG.Situation),
    "no anchor": without(GAF.denotedBy, NG.Situation),
    "no label": without(RDFS.label, NG.Situation),
    "no rule": without(NG.rule, NG.Situation),
    "two statuses": with_more(NG.Situation, NG.status, NG.generic),
    "unknown status": with_other(NG.status, OTHER),
    "two types": with_more(NG.Situation, NG.eventType, OTHER),
    "a type that is a text": with_other(NG.eventType, Literal("attack")),
    "two articles": with_more(NG.Situation, NG.inArticle, OTHER),
    "evidence that is no phrase": with_more(NG.Situation, NG.evidence, OTHER),
    "a rule in English": with_more(NG.Situation, NG.rule, Literal("rule", lang="en")),
    "content that is no situation": with_more(NG.Situation, NG.content, OTHER),
    "an event that is denied": denied_event,
    "an actor of what is denied": denied_actor,
    "a denial without a claim": no_claim,
    "no stance": without(NG.stance),
    "unknown stance": with_other(NG.stance, OTHER),
    "no source": without(NG.source),
    "a source that is unknown": both_sources,
    "about no situation": with_more(NG.Claim, NG.about, OTHER),
    "a fact without an object": without(NG.object),
    "after its end": with_other(NG.earliest, Literal("2999-01-01", datatype=XSD.date)),
    "a day that is a text": with_other(NG.latest, Literal("soon")),
    "a tenure without a holder": without(ORG.member),
    "a tenure that ends first": with_other(SCHEMA.startDate, Literal("2999-01-01", datatype=XSD.date)),
    "no identifier": without(SCHEMA.identifier),
    "a hash that is none": with_other(NG.sha256, Literal("abc")),
    "made by nothing": without(PROV.wasGeneratedBy),
    "begins after its end": backwards,
    "two beginnings": with_more(NIF.Phrase, NIF.beginIndex, Literal(1)),
    "other words": with_other(NIF.anchorOf, Literal("words that stand nowhere")),
    "a phrase of no text": without(NIF.referenceContext),
}


def results(report: rdflib.Graph) -> set:
    """Focus node and component of each result."""
    found = report.subjects(RDF.type, SH.ValidationResult)
    return {(str(report.value(one, SH.focusNode)), str(report.value(one, SH.sourceConstraintComponent)).split("#")[-1]) for one in found}


def main(program: str, turtle: str, shapes: str) -> None:
    whole = rdflib.Graph().parse(turtle)
    shacl = rdflib.Graph().parse(shapes)
    agreed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, change in CHANGES.items():
            graph = rdflib.Graph()
            graph += whole
            change(graph)
            path = Path(folder) / "broken.ttl"
            graph.serialize(path, format="turtle")
            conforms, theirs, _ = pyshacl.validate(graph, shacl_graph=shacl, advanced=True)
            run = subprocess.run([program, "validate", str(path), "--format", "turtle"], capture_output=True, text=True)
            ours = rdflib.Graph().parse(data=run.stdout, format="turtle")
            assert not conforms and run.returncode == 1, f"{name}: conforms {conforms}, exit code {run.returncode} {run.stderr}"
            one, other = results(theirs), results(ours)
            assert one == other, f"{name}: pySHACL alone {sorted(one - other)}, newsgraph alone {sorted(other - one)}"
            agreed += 1
    print(f"pySHACL and newsgraph validate agree on {agreed} broken graphs")


if __name__ == "__main__":
    main(*sys.argv[1:])
