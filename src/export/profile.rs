//! Parts of graphs for readers who do not want everything.

use std::collections::BTreeSet;

use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use crate::graph::vocabulary as v;
use crate::store::{Graphs, Nodes};

/// How much of a graph is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Everything.
    #[default]
    Full,
    /// What articles assert, with actors, places and what is known of the world: no other
    /// situations, claims, mentions or texts. For graph databases and dashboards.
    Events,
    /// Situations of every status, claims and facts with the words that they rest on, and the
    /// articles: no other phrases, nothing of the world. For audits.
    Evidence,
}

/// Leaves in graphs what a profile keeps.
pub fn select(graphs: &mut Graphs, profile: Profile) {
    let keep = match profile {
        Profile::Full => return,
        Profile::Events => events(graphs),
        Profile::Evidence => evidence(graphs),
    };
    graphs.retain(keep);
}

type Keep = Box<dyn Fn(&Triple) -> bool>;

// The subjects of a class.
fn instances(nodes: &Nodes, class: &str) -> BTreeSet<String> {
    let all = nodes.iter().map(|(iri, _)| iri);
    all.filter(|iri| nodes.has(iri, v::A, class))
        .map(str::to_owned)
        .collect()
}

// Those to which a property of some subjects leads.
fn reached(nodes: &Nodes, from: &BTreeSet<String>, properties: &[&str]) -> BTreeSet<String> {
    let links = from.iter().flat_map(|iri| {
        let links = properties
            .iter()
            .flat_map(|property| nodes.links(iri, property));
        links.map(str::to_owned).collect::<Vec<_>>()
    });
    links.collect()
}

fn events(graphs: &Graphs) -> Keep {
    let nodes = Nodes::new(graphs);
    let asserted = instances(&nodes, v::SEM_EVENT);
    let numbers = reached(&nodes, &asserted, &[v::QUANTITY]);
    let mut gone: BTreeSet<String> = BTreeSet::new();
    for class in [
        v::SITUATION,
        v::CLAIM,
        v::FACT,
        v::NIF_PHRASE,
        v::HAPPENING_LINK,
    ] {
        gone.extend(instances(&nodes, class));
    }
    gone.retain(|iri| !asserted.contains(iri) && !numbers.contains(iri));
    const WORDS: [&str; 3] = [v::TIME_EXPRESSION_OF, v::EVIDENCE, v::DENOTED_BY];
    Box::new(move |triple| {
        let predicate = triple.predicate.as_str();
        let is_gone = |iri: &str| gone.contains(iri) || iri.starts_with(v::NIF);
        !is_gone(subject(triple))
            && !is_gone(predicate)
            && !WORDS.contains(&predicate)
            && !object(triple).is_some_and(is_gone)
    })
}

fn evidence(graphs: &Graphs) -> Keep {
    let nodes = Nodes::new(graphs);
    let mut kept = BTreeSet::new();
    for class in [v::SITUATION, v::CLAIM, v::FACT] {
        kept.extend(instances(&nodes, class));
    }
    let words = [
        v::EVIDENCE,
        v::DENOTED_BY,
        v::CUE,
        v::CONTENT_SPAN,
        v::QUOTE_SPAN,
        v::SOURCE_MENTION,
        v::TIME_EXPRESSION_OF,
        v::QUANTITY,
    ];
    let phrases = reached(&nodes, &kept, &words);
    let entities = reached_entities(&nodes, &kept);
    kept.extend(phrases);
    kept.extend(instances(&nodes, v::NEWS_ARTICLE));
    kept.extend(instances(&nodes, v::ACTIVITY));
    Box::new(move |triple| {
        let subject = subject(triple);
        let names_it = [v::A, v::LABEL].contains(&triple.predicate.as_str());
        kept.contains(subject) || (names_it && entities.contains(subject))
    })
}

// Those who take part, are claimed by or are spoken of: they keep their names.
fn reached_entities(nodes: &Nodes, from: &BTreeSet<String>) -> BTreeSet<String> {
    let mut entities = BTreeSet::new();
    for iri in from {
        for (property, value) in nodes.said(iri) {
            if let (true, Term::NamedNode(node)) = (property.starts_with(v::NG), value) {
                entities.insert(node.as_str().to_owned());
            }
        }
    }
    entities
}

fn subject(triple: &Triple) -> &str {
    match &triple.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}

fn object(triple: &Triple) -> Option<&str> {
    match &triple.object {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => None,
    }
}
