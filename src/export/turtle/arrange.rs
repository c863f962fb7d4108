//! The order in which a person reads a graph.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use super::Names;
use crate::graph::vocabulary as v;

/// A subject with all that is said of it.
pub(super) struct Subject<'graph> {
    pub(super) iri: &'graph str,
    pub(super) group: Group,
    pub(super) properties: Vec<Property<'graph>>,
}

/// A property with its values in order.
pub(super) struct Property<'graph> {
    pub(super) iri: &'graph str,
    pub(super) objects: Vec<&'graph Term>,
}

/// Kinds of subjects in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Articles,
    Situations,
    Claims,
    Facts,
    People,
    States,
    Organisations,
    Places,
    Posts,
    Others,
    Phrases,
    Links,
    Vocabulary,
}

impl Group {
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Articles => "Articles",
            Self::Situations => "Situations: what the articles speak of, each with its status",
            Self::Claims => "Claims: who holds what",
            Self::Facts => "Facts of people and bodies, as the articles state them",
            Self::People => "People",
            Self::States => "States and governments",
            Self::Organisations => "Organisations and groups",
            Self::Places => "Places",
            Self::Posts => "Posts and their holders",
            Self::Others => "Events with a name, documents and others",
            Self::Phrases => "Phrases of the articles",
            Self::Links => "Links across articles",
            Self::Vocabulary => "Vocabulary",
        }
    }

    fn of(iri: &str, names: &Names) -> Self {
        let Some((prefix, _)) = names.split(iri) else {
            return if iri.starts_with(names.base()) {
                Self::Phrases
            } else {
                Self::Vocabulary
            };
        };
        match prefix {
            "article" | "version" => Self::Articles,
            "situation" => Self::Situations,
            "claim" => Self::Claims,
            "fact" => Self::Facts,
            "person" => Self::People,
            "state" | "government" => Self::States,
            "organisation" | "group" => Self::Organisations,
            "place" => Self::Places,
            "post" | "tenure" => Self::Posts,
            "event" | "document" | "key" | "graph" => Self::Others,
            "happening" => Self::Links,
            _ => Self::Vocabulary,
        }
    }
}

/// Subjects in the order of the file; `triples` may come in any order and more than once.
pub(super) fn arranged<'graph>(triples: &[&'graph Triple], names: &Names) -> Vec<Subject<'graph>> {
    let mut by_subject: BTreeMap<&str, Vec<(&str, &Term)>> = BTreeMap::new();
    for triple in triples {
        let said = (triple.predicate.as_str(), &triple.object);
        by_subject
            .entry(subject_text(&triple.subject))
            .or_default()
            .push(said);
    }
    let mut subjects: Vec<Subject> = by_subject
        .into_iter()
        .map(|(iri, said)| Subject {
            iri,
            group: Group::of(iri, names),
            properties: properties(said),
        })
        .collect();
    subjects.sort_by(|left, right| {
        let group = left.group.cmp(&right.group);
        group.then_with(|| natural(left.iri, right.iri))
    });
    subjects
}

fn subject_text(subject: &NamedOrBlankNode) -> &str {
    match subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}

fn properties<'graph>(mut said: Vec<(&'graph str, &'graph Term)>) -> Vec<Property<'graph>> {
    said.sort_by(|left, right| {
        let property = (rank(left.0), left.0).cmp(&(rank(right.0), right.0));
        property.then_with(|| order(left.1, right.1))
    });
    said.dedup();
    let mut properties: Vec<Property> = Vec::new();
    for (iri, object) in said {
        match properties.last_mut() {
            Some(last) if last.iri == iri => last.objects.push(object),
            _ => properties.push(Property {
                iri,
                objects: vec![object],
            }),
        }
    }
    properties
}

// What a reader wants to see first.
const FIRST: &[&str] = &[
    v::A,
    v::LABEL,
    v::HEADLINE,
    v::STATUS,
    v::EVENT_TYPE,
    v::STANCE,
    v::SOURCE,
    v::SOURCE_UNKNOWN,
    v::SPEAKER,
    v::ABOUT,
    v::WITHIN,
    v::SUBJECT,
    v::PREDICATE,
    v::OBJECT,
    "https://w3id.org/newsgraph/ns#agent",
    "https://w3id.org/newsgraph/ns#addressee",
    "https://w3id.org/newsgraph/ns#target",
    "https://w3id.org/newsgraph/ns#beneficiary",
    "https://w3id.org/newsgraph/ns#participant",
    "https://w3id.org/newsgraph/ns#theme",
    "https://w3id.org/newsgraph/ns#topic",
    "https://w3id.org/newsgraph/ns#holder",
    "https://w3id.org/newsgraph/ns#newMember",
    "https://w3id.org/newsgraph/ns#instrument",
    v::RECIPIENT,
    v::AGENT_STATE,
    v::RECIPIENT_STATE,
    v::PLACE,
    v::EARLIEST,
    v::LATEST,
    v::TIME_BASIS,
    v::TIME_EXPRESSION_OF,
    v::CONTENT,
    v::CONDITIONAL_ON,
    v::AFFIRMED_BY,
    v::DENIED_BY,
    v::WANTED_BY,
    v::NIF_ANCHOR,
    v::NIF_BEGIN,
    v::NIF_END,
    v::CUE,
    v::CONTENT_SPAN,
    v::QUOTE_SPAN,
    v::SOURCE_MENTION,
];

fn rank(property: &str) -> usize {
    static RANKS: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
        FIRST
            .iter()
            .enumerate()
            .map(|(rank, &iri)| (iri, rank))
            .collect()
    });
    RANKS.get(property).copied().unwrap_or(FIRST.len())
}

fn order(left: &Term, right: &Term) -> Ordering {
    match (left, right) {
        (Term::NamedNode(left), Term::NamedNode(right)) => natural(left.as_str(), right.as_str()),
        (Term::Literal(left), Term::Literal(right)) => {
            let key = |literal: &oxigraph::model::Literal| {
                (
                    literal.language().map(str::to_owned),
                    literal.value().to_owned(),
                    literal.datatype().as_str().to_owned(),
                )
            };
            key(left).cmp(&key(right))
        }
        _ => kind(left)
            .cmp(&kind(right))
            .then_with(|| left.to_string().cmp(&right.to_string())),
    }
}

const fn kind(term: &Term) -> u8 {
    match term {
        Term::NamedNode(_) => 0,
        Term::BlankNode(_) => 1,
        Term::Literal(_) => 2,
    }
}

/// Text order in which runs of digits count as numbers: `…-9-…` before `…-118-…`.
fn natural(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left.as_bytes(), right.as_bytes());
    while let (Some(x), Some(y)) = (a.first(), b.first()) {
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let (number_a, rest_a) = leading_number(a);
            let (number_b, rest_b) = leading_number(b);
            let order = number_a
                .len()
                .cmp(&number_b.len())
                .then(number_a.cmp(number_b));
            if order != Ordering::Equal {
                return order;
            }
            (a, b) = (rest_a, rest_b);
        } else if x == y {
            (a, b) = (&a[1..], &b[1..]);
        } else {
            return x.cmp(y);
        }
    }
    a.len().cmp(&b.len()).then_with(|| left.cmp(right))
}

// Digits without leading zeros, and what follows.
fn leading_number(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(text.len());
    let zeros = text[..end]
        .iter()
        .position(|&byte| byte != b'0')
        .unwrap_or(end);
    (&text[zeros..end], &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_as_numbers() {
        assert_eq!(natural("s-9-warn", "s-118-deny"), Ordering::Less);
        assert_eq!(natural("char=1,20", "char=1,3"), Ordering::Greater);
        assert_eq!(natural("a", "a"), Ordering::Equal);
        assert_eq!(natural("a01", "a1"), Ordering::Less);
    }
}
