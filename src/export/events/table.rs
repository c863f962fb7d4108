//! One row an event and pair of actors, in the manner of GDELT, ICEWS and POLECAT.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Actor, Delimiter, EventReader, Pair, write_record};
use crate::graph::vocabulary as v;
use crate::store::{Graphs, Nodes};

const COLUMNS: &[&str] = &[
    "event",
    "date",
    "end_date",
    "date_basis",
    "type",
    "class",
    "mode",
    "context",
    "cameo",
    "status",
    "actor",
    "actor_name",
    "actor_state",
    "actor_sector",
    "actor_kind",
    "recipient",
    "recipient_name",
    "recipient_state",
    "recipient_sector",
    "recipient_kind",
    "recipient_role",
    "place",
    "place_name",
    "latitude",
    "longitude",
    "affirmed_by",
    "denied_by",
    "wanted_by",
    "article",
    "article_id",
    "article_date",
    "publisher",
    "headline",
    "evidence",
    "begin",
    "end",
    "rule",
    "label",
];

/// Writes the events of graphs as a table with a head: those that articles assert, or situations
/// of every status. `date` is the first day on which it may have been, or the last one where only
/// that is known (`date_basis` `tense`: on or before publication). Several values in a cell stand between `;`; what is not known is empty.
///
/// # Errors
/// When the writer fails.
pub fn write_table(
    graphs: &Graphs,
    asserted_only: bool,
    delimiter: Delimiter,
    to: &mut impl Write,
) -> io::Result<()> {
    let nodes = Nodes::new(graphs);
    let reader = EventReader { nodes: &nodes };
    write_record(
        COLUMNS.iter().map(|&name| Cow::Borrowed(name)),
        delimiter,
        to,
    )?;
    for situation in reader.situations(asserted_only) {
        let (before, after) = (reader.head_cells(situation), reader.tail_cells(situation));
        for pair in reader.pairs(situation) {
            let cells = before
                .iter()
                .chain(&pair_cells(&pair))
                .chain(&after)
                .cloned()
                .collect::<Vec<_>>();
            write_record(cells, delimiter, to)?;
        }
    }
    Ok(())
}

type Cell<'graph> = Cow<'graph, str>;

impl<'graph> EventReader<'_, 'graph> {
    // From `event` to `status`.
    fn head_cells(&self, situation: &'graph str) -> Vec<Cell<'graph>> {
        vec![
            Cow::Borrowed(situation),
            self.day(situation, [v::EARLIEST, v::LATEST]),
            self.day(situation, [v::LATEST, v::EARLIEST]),
            self.cell(situation, v::TIME_BASIS),
            self.local(situation, v::EVENT_TYPE, v::TYPE),
            Cow::Borrowed(self.class(situation).unwrap_or("")),
            self.cell(situation, v::MODE),
            joined(self.nodes.texts(situation, v::CONTEXT)),
            self.cell(situation, v::CAMEO),
            self.local(situation, v::STATUS, v::NG),
        ]
    }

    // From `place` to `label`.
    fn tail_cells(&self, situation: &'graph str) -> Vec<Cell<'graph>> {
        let mut cells = self.place_cells(situation);
        for property in [v::AFFIRMED_BY, v::DENIED_BY, v::WANTED_BY] {
            let sources = self.nodes.links(situation, property);
            cells.push(joined(sources.map(|source| self.name(source))));
        }
        cells.extend(self.article_cells(situation));
        let evidence = self.nodes.link(situation, v::EVIDENCE).unwrap_or("");
        for property in [v::NIF_ANCHOR, v::NIF_BEGIN, v::NIF_END] {
            cells.push(self.cell(evidence, property));
        }
        cells.push(self.cell(situation, v::RULE));
        cells.push(self.cell(situation, v::LABEL));
        cells
    }

    fn place_cells(&self, situation: &str) -> Vec<Cell<'graph>> {
        let Some(place) = self.nodes.link(situation, v::PLACE) else {
            return vec![Cow::Borrowed(""); 4];
        };
        vec![
            Cow::Borrowed(place),
            Cow::Borrowed(self.name(place)),
            self.cell(place, v::LATITUDE),
            self.cell(place, v::LONGITUDE),
        ]
    }

    fn article_cells(&self, situation: &str) -> Vec<Cell<'graph>> {
        let article = self.nodes.link(situation, v::IN_ARTICLE).unwrap_or("");
        let mut cells = vec![Cow::Borrowed(article)];
        for property in [v::IDENTIFIER, v::DATE_PUBLISHED, v::PUBLISHER, v::HEADLINE] {
            cells.push(self.cell(article, property));
        }
        cells
    }

    fn day(&self, iri: &str, properties: [&str; 2]) -> Cell<'graph> {
        let mut days = properties
            .into_iter()
            .filter_map(|property| self.nodes.text(iri, property));
        Cow::Borrowed(days.next().unwrap_or(""))
    }

    fn cell(&self, iri: &str, property: &str) -> Cell<'graph> {
        Cow::Borrowed(self.nodes.text(iri, property).unwrap_or(""))
    }

    fn local(&self, iri: &str, property: &str, namespace: &str) -> Cell<'graph> {
        let value = self.nodes.link(iri, property).unwrap_or("");
        Cow::Borrowed(value.strip_prefix(namespace).unwrap_or(value))
    }
}

// From `actor` to `recipient_role`.
fn pair_cells<'graph>(pair: &Pair<'graph>) -> Vec<Cell<'graph>> {
    let mut cells = actor_cells(pair.actor.unwrap_or_default());
    cells.extend(actor_cells(pair.recipient.unwrap_or_default()));
    cells.push(Cow::Borrowed(pair.role));
    cells
}

fn actor_cells(actor: Actor<'_>) -> Vec<Cell<'_>> {
    [actor.iri, actor.name, actor.state, actor.sector, actor.kind]
        .map(Cow::Borrowed)
        .to_vec()
}

fn joined<'graph>(parts: impl Iterator<Item = &'graph str>) -> Cell<'graph> {
    let parts: Vec<&str> = parts.collect();
    match parts.as_slice() {
        [one] => Cow::Borrowed(one),
        several => Cow::Owned(several.join("; ")),
    }
}
