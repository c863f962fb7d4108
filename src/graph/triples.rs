//! A graph in the making.

use std::cmp::Ordering;

use jiff::civil::Date;
use oxigraph::model::{Literal, NamedNode, Term, Triple, vocab::xsd};

use super::vocabulary::{A, LABEL};

/// Collects triples; IRIs are made by this program and need no check.
#[derive(Debug, Default)]
pub(super) struct Triples(Vec<Triple>);

impl Triples {
    /// The triples in order, each once.
    pub(super) fn into_sorted(self) -> Vec<Triple> {
        let mut triples = self.0;
        sort_triples(&mut triples);
        triples
    }

    fn add(&mut self, subject: &str, predicate: &str, object: impl Into<Term>) {
        self.0
            .push(Triple::new(node(subject), node(predicate), object));
    }

    /// A class.
    pub(super) fn class(&mut self, subject: &str, class: &str) {
        self.link(subject, A, class);
    }

    /// Another thing.
    pub(super) fn link(&mut self, subject: &str, predicate: &str, object: &str) {
        self.add(subject, predicate, node(object));
    }

    /// A label in English.
    pub(super) fn label(&mut self, subject: &str, label: &str) {
        self.english(subject, LABEL, label);
    }

    /// Words in English.
    pub(super) fn english(&mut self, subject: &str, predicate: &str, words: &str) {
        self.add(
            subject,
            predicate,
            Literal::new_language_tagged_literal_unchecked(words, "en"),
        );
    }

    /// A plain string.
    pub(super) fn text(&mut self, subject: &str, predicate: &str, text: &str) {
        self.add(subject, predicate, Literal::new_simple_literal(text));
    }

    /// A plain string where there is one.
    pub(super) fn text_if(&mut self, subject: &str, predicate: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(subject, predicate, text);
        }
    }

    /// A whole number.
    pub(super) fn count(&mut self, subject: &str, predicate: &str, count: usize) {
        self.add(
            subject,
            predicate,
            Literal::new_typed_literal(count.to_string(), xsd::INTEGER),
        );
    }

    /// A number where there is one: an integer where it is whole, else a decimal.
    pub(super) fn number_if(&mut self, subject: &str, predicate: &str, number: Option<f64>) {
        let Some(number) = number.filter(|number| number.is_finite()) else {
            return;
        };
        let datatype = if number.fract() == 0.0 {
            xsd::INTEGER
        } else {
            xsd::DECIMAL
        };
        self.add(
            subject,
            predicate,
            Literal::new_typed_literal(number.to_string(), datatype),
        );
    }

    /// A day where there is one.
    pub(super) fn day_if(&mut self, subject: &str, predicate: &str, day: Option<Date>) {
        if let Some(day) = day {
            self.add(
                subject,
                predicate,
                Literal::new_typed_literal(day.to_string(), xsd::DATE),
            );
        }
    }

    /// A truth value.
    pub(super) fn boolean(&mut self, subject: &str, predicate: &str, value: bool) {
        self.add(subject, predicate, Literal::from(value));
    }
}

/// Sorts triples by the text of subject, predicate and object and drops doublets.
pub fn sort_triples(triples: &mut Vec<Triple>) {
    triples.sort_unstable_by(compare_triples);
    triples.dedup();
}

/// The order of [`sort_triples`].
#[must_use]
pub fn compare_triples(left: &Triple, right: &Triple) -> Ordering {
    order(left).cmp(&order(right))
}

fn node(iri: &str) -> NamedNode {
    NamedNode::new_unchecked(iri)
}

// By IRIs; literals by value, then language and datatype.
fn order(triple: &Triple) -> (&str, &str, u8, &str, &str, &str) {
    let subject = match &triple.subject {
        oxigraph::model::NamedOrBlankNode::NamedNode(node) => node.as_str(),
        oxigraph::model::NamedOrBlankNode::BlankNode(node) => node.as_str(),
    };
    let (kind, value, language, datatype) = match &triple.object {
        Term::NamedNode(node) => (0, node.as_str(), "", ""),
        Term::BlankNode(node) => (1, node.as_str(), "", ""),
        Term::Literal(literal) => (
            2,
            literal.value(),
            literal.language().unwrap_or(""),
            literal.datatype().as_str(),
        ),
    };
    (
        subject,
        triple.predicate.as_str(),
        kind,
        value,
        language,
        datatype,
    )
}
