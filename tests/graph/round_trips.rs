//! Every format keeps every triple, and writes the same bytes again.

use std::collections::BTreeSet;

use newsgraph::export::write_graphs;
use newsgraph::graph::DEFAULT_BASE;
use newsgraph::store::{Graphs, is_graph_format, rdf_format};
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Literal, NamedNode, Quad, Triple};
use proptest::prelude::*;

use super::known;

fn written(graphs: &Graphs, format: RdfFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_graphs(graphs, format, DEFAULT_BASE, &mut bytes).expect("writes");
    bytes
}

fn read(bytes: &[u8], format: RdfFormat) -> Graphs {
    let parser = RdfParser::from_format(format).for_slice(bytes);
    parser
        .map(|quad| {
            quad.unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(bytes)))
        })
        .collect()
}

fn triples(graphs: &Graphs) -> BTreeSet<String> {
    graphs
        .quads()
        .map(|quad| Triple::from(quad).to_string())
        .collect()
}

fn quads(graphs: &Graphs) -> BTreeSet<String> {
    graphs.quads().map(|quad: Quad| quad.to_string()).collect()
}

fn check(graphs: &Graphs) {
    for name in ["ttl", "trig", "nt", "nq", "rdf", "jsonld"] {
        let format = rdf_format(name).expect("a format");
        let bytes = written(graphs, format);
        let again = read(&bytes, format);
        if is_graph_format(format) {
            assert_eq!(quads(&again), quads(graphs), "{name}");
        } else {
            assert_eq!(triples(&again), triples(graphs), "{name}");
        }
        assert_eq!(written(&again, format), bytes, "{name} of {name}");
    }
}

#[test]
fn known_graphs_come_back_from_every_format() {
    check(&known::all());
}

fn iri() -> impl Strategy<Value = NamedNode> {
    let local = "[a-zé0-9._-]{0,6}";
    let space = prop::sample::select(vec![
        "https://w3id.org/newsgraph/id/person/",
        "https://w3id.org/newsgraph/id/article/",
        "https://w3id.org/newsgraph/id/",
        "https://w3id.org/newsgraph/ns#",
        "http://example.org/a/b#char=",
    ]);
    (space, local).prop_map(|(space, local)| NamedNode::new_unchecked(format!("{space}{local}")))
}

fn literal() -> impl Strategy<Value = Literal> {
    let text = "[a-z \"\\\\\n\r\t\u{7}é😀]{0,12}";
    prop_oneof![
        text.prop_map(Literal::new_simple_literal),
        text.prop_map(|text| Literal::new_language_tagged_literal_unchecked(text, "en")),
        any::<i64>().prop_map(Literal::from),
        any::<bool>().prop_map(Literal::from),
        (0_u32..9999).prop_map(|number| Literal::new_typed_literal(
            format!("{number}.5"),
            oxigraph::model::vocab::xsd::DECIMAL
        )),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn random_graphs_come_back_from_turtle_trig_and_json_ld(
        links in prop::collection::vec((iri(), iri(), iri()), 0..8),
        values in prop::collection::vec((iri(), iri(), literal()), 0..8),
        graph in iri(),
    ) {
        let links = links.into_iter().map(|(subject, predicate, object)| Triple::new(subject, predicate, object));
        let values = values.into_iter().map(|(subject, predicate, object)| Triple::new(subject, predicate, object));
        let graphs: Graphs = links.chain(values).map(|triple| triple.in_graph(graph.clone())).collect();
        for name in ["ttl", "trig", "jsonld"] {
            let format = rdf_format(name).expect("a format");
            let bytes = written(&graphs, format);
            let again = read(&bytes, format);
            if is_graph_format(format) {
                prop_assert_eq!(quads(&again), quads(&graphs));
            } else {
                prop_assert_eq!(triples(&again), triples(&graphs), "{}", String::from_utf8_lossy(&bytes));
            }
        }
    }
}
