//! Export: graphs to files.

pub mod annotated;
mod events;
pub mod facts;
pub mod html;
mod jsonld;
mod network;
mod profile;
pub mod turtle;
mod vocabulary;

use std::io::{self, Write};

use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::model::{NamedNode, Quad, Triple};

use crate::graph::{compare_triples, prefixes};
use crate::store::Graphs;

pub use events::{Delimiter, write_table};
pub use jsonld::jsonld_context;
pub use network::{EdgeFormat, write_edges};
pub use profile::{Profile, select};
pub use turtle::Names;
pub use vocabulary::used_vocabulary;

/// Writes graphs in a format: the same bytes for the same quads, whatever order they came in.
/// Formats that do not know named graphs get the triples of all of them.
///
/// # Errors
/// When the writer fails.
pub fn write_graphs(
    graphs: &Graphs,
    format: RdfFormat,
    base: &str,
    to: &mut impl Write,
) -> io::Result<()> {
    match format {
        RdfFormat::NQuads => write_lines(&quad_lines(graphs.quads()), to),
        RdfFormat::NTriples => {
            let triples = union(graphs);
            let lines = triples.iter().map(|triple| format!("{triple} .\n"));
            write_lines(&sorted_lines(lines.collect()), to)
        }
        RdfFormat::TriG => {
            let named: Vec<(NamedNode, &[Triple])> = graphs
                .iter()
                .map(|(name, triples)| (NamedNode::new_unchecked(name), triples))
                .collect();
            turtle::write_trig(
                named.iter().map(|(name, triples)| (name, *triples)),
                base,
                to,
            )
        }
        RdfFormat::JsonLd { .. } => jsonld::write_jsonld(&union(graphs), base, to),
        RdfFormat::RdfXml => write_rdf_xml(graphs, base, to),
        _ => turtle::write_turtle(&union(graphs), base, to),
    }
}

/// Quads as sorted lines of N-Quads, each once.
pub fn quad_lines(quads: impl IntoIterator<Item = Quad>) -> Vec<String> {
    sorted_lines(
        quads
            .into_iter()
            .map(|quad| format!("{quad} .\n"))
            .collect(),
    )
}

fn sorted_lines(mut lines: Vec<String>) -> Vec<String> {
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn write_lines(lines: &[String], to: &mut impl Write) -> io::Result<()> {
    lines
        .iter()
        .try_for_each(|line| to.write_all(line.as_bytes()))
}

fn write_rdf_xml(graphs: &Graphs, base: &str, to: &mut impl Write) -> io::Result<()> {
    let mut serializer = RdfSerializer::from_format(RdfFormat::RdfXml);
    for (name, iri) in prefixes(base) {
        serializer = serializer
            .with_prefix(name, iri)
            .map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(to);
    for triple in union(graphs) {
        writer.serialize_triple(triple)?;
    }
    writer.finish().map(|_| ())
}

// The triples of all graphs, each once.
fn union(graphs: &Graphs) -> Vec<&Triple> {
    let mut triples: Vec<&Triple> = graphs.iter().flat_map(|(_, triples)| triples).collect();
    triples.sort_unstable_by(|left, right| compare_triples(left, right));
    triples.dedup();
    triples
}
