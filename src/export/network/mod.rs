//! Who acts on whom: the edges of a network.

mod gexf;
mod graphml;
mod xml;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::events::{Actor, Delimiter, EventReader, write_record};
use crate::graph::vocabulary as v;
use crate::store::{Graphs, Nodes};

/// How edges are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeFormat {
    /// One row an edge.
    Rows(Delimiter),
    /// GEXF 1.2 with the days of each edge as spells: for Gephi.
    Gexf,
    /// GraphML.
    GraphMl,
}

/// Writes one edge for each actor, recipient and type of event, with the number of events and
/// their days: of the events that articles assert, or of situations of every status.
///
/// # Errors
/// When the writer fails.
pub fn write_edges(
    graphs: &Graphs,
    asserted_only: bool,
    format: EdgeFormat,
    to: &mut impl Write,
) -> io::Result<()> {
    let nodes = Nodes::new(graphs);
    let network = Network::read(&EventReader { nodes: &nodes }, asserted_only);
    match format {
        EdgeFormat::Rows(delimiter) => rows(&network, delimiter, to),
        EdgeFormat::Gexf => gexf::write(&network, to),
        EdgeFormat::GraphMl => graphml::write(&network, to),
    }
}

/// Actors and what passes between them.
#[derive(Default)]
struct Network<'graph> {
    actors: BTreeMap<&'graph str, Actor<'graph>>,
    edges: BTreeMap<Ends<'graph>, Edge<'graph>>,
}

/// From whom, to whom, of which type and status.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Ends<'graph> {
    from: &'graph str,
    to: &'graph str,
    event_type: &'graph str,
    status: &'graph str,
}

#[derive(Default)]
struct Edge<'graph> {
    class: &'graph str,
    events: BTreeSet<&'graph str>,
    /// First and last day of each event that is dated; at least one is known.
    days: BTreeSet<(Option<&'graph str>, Option<&'graph str>)>,
}

impl Edge<'_> {
    fn first(&self) -> &str {
        let days = self.days.iter().filter_map(|(first, last)| first.or(*last));
        days.min().unwrap_or("")
    }

    fn last(&self) -> &str {
        let days = self.days.iter().filter_map(|(first, last)| last.or(*first));
        days.max().unwrap_or("")
    }
}

impl<'graph> Network<'graph> {
    fn read(reader: &EventReader<'_, 'graph>, asserted_only: bool) -> Self {
        let mut network = Self::default();
        for situation in reader.situations(asserted_only) {
            for pair in reader.pairs(situation) {
                if let (Some(from), Some(to)) = (pair.actor, pair.recipient) {
                    network.add(reader, situation, from, to);
                }
            }
        }
        network
    }

    fn add(
        &mut self,
        reader: &EventReader<'_, 'graph>,
        situation: &'graph str,
        from: Actor<'graph>,
        to: Actor<'graph>,
    ) {
        let local = |property, namespace| {
            let value = reader.nodes.link(situation, property).unwrap_or("");
            value.strip_prefix(namespace).unwrap_or(value)
        };
        for actor in [from, to] {
            self.actors.entry(actor.iri).or_insert(actor);
        }
        let ends = Ends {
            from: from.iri,
            to: to.iri,
            event_type: local(v::EVENT_TYPE, v::TYPE),
            status: local(v::STATUS, v::NG),
        };
        let edge = self.edges.entry(ends).or_default();
        edge.class = reader.class(situation).unwrap_or("");
        edge.events.insert(situation);
        let day = |property| reader.nodes.text(situation, property);
        let days = (day(v::EARLIEST), day(v::LATEST));
        if days != (None, None) {
            edge.days.insert(days);
        }
    }
}

const COLUMNS: [&str; 16] = [
    "source",
    "target",
    "source_name",
    "target_name",
    "source_state",
    "target_state",
    "source_sector",
    "target_sector",
    "source_kind",
    "target_kind",
    "type",
    "class",
    "status",
    "weight",
    "first",
    "last",
];

fn rows(network: &Network, delimiter: Delimiter, to: &mut impl Write) -> io::Result<()> {
    write_record(COLUMNS.map(Cow::Borrowed), delimiter, to)?;
    for (ends, edge) in &network.edges {
        let (from, target) = (&network.actors[ends.from], &network.actors[ends.to]);
        let weight = edge.events.len().to_string();
        let cells = [
            from.iri,
            target.iri,
            from.name,
            target.name,
            from.state,
            target.state,
            from.sector,
            target.sector,
            from.kind,
            target.kind,
            ends.event_type,
            edge.class,
            ends.status,
            &weight,
            edge.first(),
            edge.last(),
        ];
        write_record(cells.map(Cow::Borrowed), delimiter, to)?;
    }
    Ok(())
}
