//! What stands at each subject of a collection of graphs.

use std::collections::BTreeMap;

use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use super::Graphs;

/// Graphs by subject: what is said of each, in order of the graphs.
#[derive(Debug)]
pub struct Nodes<'graph> {
    said: BTreeMap<&'graph str, Vec<Said<'graph>>>,
}

/// A property with a value.
pub type Said<'graph> = (&'graph str, &'graph Term);

// The same may stand in several graphs; lists that are longer are those of one article.
const MANY: usize = 64;

impl<'graph> Nodes<'graph> {
    /// Indexes graphs.
    #[must_use]
    pub fn new(graphs: &'graph Graphs) -> Self {
        let mut said: BTreeMap<&str, Vec<Said>> = BTreeMap::new();
        for triple in graphs.iter().flat_map(|(_, triples)| triples) {
            let pair = (triple.predicate.as_str(), &triple.object);
            let node = said.entry(subject(triple)).or_default();
            if node.len() > MANY || !node.contains(&pair) {
                node.push(pair);
            }
        }
        Self { said }
    }

    /// All subjects with what is said of them, in order of their IRIs.
    pub fn iter(&self) -> impl Iterator<Item = (&'graph str, &[Said<'graph>])> {
        self.said.iter().map(|(iri, said)| (*iri, said.as_slice()))
    }

    /// Whether anything is said of an IRI.
    #[must_use]
    pub fn knows(&self, iri: &str) -> bool {
        self.said.contains_key(iri)
    }

    /// What is said of an IRI.
    #[must_use]
    pub fn said(&self, iri: &str) -> &[Said<'graph>] {
        self.said.get(iri).map_or(&[], Vec::as_slice)
    }

    /// The values of a property.
    pub fn values<'nodes>(
        &'nodes self,
        iri: &str,
        property: &'nodes str,
    ) -> impl Iterator<Item = &'graph Term> + use<'nodes, 'graph> {
        self.said(iri)
            .iter()
            .filter(move |(known, _)| *known == property)
            .map(|(_, value)| *value)
    }

    /// The literals among the values of a property.
    pub fn texts<'nodes>(
        &'nodes self,
        iri: &str,
        property: &'nodes str,
    ) -> impl Iterator<Item = &'graph str> + use<'nodes, 'graph> {
        self.values(iri, property).filter_map(|term| match term {
            Term::Literal(literal) => Some(literal.value()),
            _ => None,
        })
    }

    /// The IRIs among the values of a property.
    pub fn links<'nodes>(
        &'nodes self,
        iri: &str,
        property: &'nodes str,
    ) -> impl Iterator<Item = &'graph str> + use<'nodes, 'graph> {
        self.values(iri, property).filter_map(|term| match term {
            Term::NamedNode(node) => Some(node.as_str()),
            _ => None,
        })
    }

    /// The first literal of a property.
    #[must_use]
    pub fn text(&self, iri: &str, property: &str) -> Option<&'graph str> {
        self.texts(iri, property).next()
    }

    /// The first IRI of a property.
    #[must_use]
    pub fn link(&self, iri: &str, property: &str) -> Option<&'graph str> {
        self.links(iri, property).next()
    }

    /// Whether a property has an IRI as a value.
    #[must_use]
    pub fn has(&self, iri: &str, property: &str, value: &str) -> bool {
        self.links(iri, property).any(|link| link == value)
    }
}

fn subject(triple: &Triple) -> &str {
    match &triple.subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}
