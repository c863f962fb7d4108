//! The vocabulary as a graph.

use std::sync::LazyLock;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{Quad, Triple};

use crate::error::{Diagnostic, Error, Location, Result};

/// Local name of the graph that holds the vocabulary, after the base.
pub const VOCABULARY_GRAPH: &str = "graph/vocabulary";

const FILES: &[(&str, &str)] = &[
    (
        "ontology/newsgraph.ttl",
        include_str!("../../ontology/newsgraph.ttl"),
    ),
    (
        "ontology/event-types.ttl",
        include_str!("../../ontology/event-types.ttl"),
    ),
];

/// The ontology and the scheme of event types that the program carries, sorted.
///
/// # Errors
/// When one of the files does not parse.
pub fn vocabulary() -> Result<&'static [Triple]> {
    static VOCABULARY: LazyLock<std::result::Result<Vec<Triple>, Diagnostic>> =
        LazyLock::new(parse);
    match &*VOCABULARY {
        Ok(triples) => Ok(triples),
        Err(fault) => Err(Error::Knowledge(fault.clone())),
    }
}

fn parse() -> std::result::Result<Vec<Triple>, Diagnostic> {
    let mut triples = Vec::new();
    for (name, text) in FILES {
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(text) {
            let Quad {
                subject,
                predicate,
                object,
                ..
            } =
                quad.map_err(|error| Diagnostic::error(Location::file(*name), error.to_string()))?;
            triples.push(Triple::new(subject, predicate, object));
        }
    }
    crate::graph::sort_triples(&mut triples);
    Ok(triples)
}
