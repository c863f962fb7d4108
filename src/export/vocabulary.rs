//! The part of the vocabulary that a graph uses.

use std::collections::{BTreeSet, HashSet, VecDeque};

use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use crate::store::Graphs;

/// What the vocabulary says of the terms that graphs use, and of the terms that this in turn
/// uses (classes above, types above). Sorted as the vocabulary is.
#[must_use]
pub fn used_vocabulary(graphs: &Graphs, vocabulary: &[Triple]) -> Vec<Triple> {
    let described: HashSet<&str> = vocabulary
        .iter()
        .filter_map(|triple| subject(triple))
        .collect();
    let mut wanted: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: VecDeque<&str> = VecDeque::new();
    let mut want = |iri, waiting: &mut VecDeque<_>| {
        if described.contains(iri) && wanted.insert(iri) {
            waiting.push_back(iri);
        }
    };
    for triple in graphs.iter().flat_map(|(_, triples)| triples) {
        terms(triple).for_each(|iri| want(iri, &mut waiting));
    }
    while let Some(iri) = waiting.pop_front() {
        for triple in of_subject(vocabulary, iri) {
            terms(triple).for_each(|iri| want(iri, &mut waiting));
        }
    }
    let is_wanted = |triple: &&Triple| subject(triple).is_some_and(|iri| wanted.contains(iri));
    vocabulary.iter().filter(is_wanted).cloned().collect()
}

// The run of a subject in sorted triples.
fn of_subject<'graph>(triples: &'graph [Triple], iri: &str) -> &'graph [Triple] {
    let start = triples.partition_point(|triple| subject(triple).unwrap_or("") < iri);
    let length = triples[start..].partition_point(|triple| subject(triple) == Some(iri));
    &triples[start..start + length]
}

fn subject(triple: &Triple) -> Option<&str> {
    match &triple.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
        NamedOrBlankNode::BlankNode(_) => None,
    }
}

// Predicate and object where they are IRIs.
fn terms(triple: &Triple) -> impl Iterator<Item = &str> {
    let object = match &triple.object {
        Term::NamedNode(node) => Some(node.as_str()),
        _ => None,
    };
    std::iter::once(triple.predicate.as_str()).chain(object)
}
