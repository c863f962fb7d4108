//! The context: short keys for our terms and for those of others that graphs use.

use std::collections::BTreeMap;

use oxigraph::model::{Term, Triple};
use serde_json::{Map, Value, json};

use crate::graph::vocabulary as v;

/// What a bare string means as the value of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Coercion {
    /// A string.
    None,
    /// An IRI.
    Link,
    /// A literal of a datatype.
    Typed(String),
    /// English.
    English,
}

/// Keys by the property that they stand for.
pub(super) struct Context {
    keys: BTreeMap<String, (String, Coercion)>,
}

const DATE: &str = "http://www.w3.org/2001/XMLSchema#date";

// Property, and what its values are.
fn of_others() -> [(&'static str, Coercion); 23] {
    let date = || Coercion::Typed(DATE.to_owned());
    [
        (v::LABEL, Coercion::English),
        (v::ALT_LABEL, Coercion::English),
        (v::HEADLINE, Coercion::English),
        (v::NOTATION, Coercion::None),
        (v::BROADER, Coercion::Link),
        (v::SAME_AS, Coercion::Link),
        (v::DENOTED_BY, Coercion::Link),
        (v::NIF_BEGIN, Coercion::None),
        (v::NIF_END, Coercion::None),
        (v::NIF_ANCHOR, Coercion::None),
        (v::NIF_IS_STRING, Coercion::None),
        (v::NIF_REFERENCE, Coercion::Link),
        (v::DATE_PUBLISHED, date()),
        (v::START_DATE, date()),
        (v::END_DATE, date()),
        (v::IDENTIFIER, Coercion::None),
        (v::URL, Coercion::None),
        (v::PUBLISHER, Coercion::None),
        (v::ORG_MEMBER, Coercion::Link),
        (v::WAS_GENERATED_BY, Coercion::Link),
        (v::SEM_HAS_ACTOR, Coercion::Link),
        (v::LATITUDE, Coercion::None),
        (v::LONGITUDE, Coercion::None),
    ]
}

impl Context {
    /// The keys that a vocabulary and those of others give.
    pub(super) fn of(vocabulary: &[Triple]) -> Self {
        let mut keys = BTreeMap::new();
        for (property, coercion) in of_others() {
            keys.insert(property.to_owned(), (local(property), coercion));
        }
        for triple in vocabulary {
            let Term::NamedNode(object) = &triple.object else {
                continue;
            };
            let subject = triple.subject.to_string();
            let subject = subject.trim_matches(['<', '>']);
            if subject.starts_with(v::NG)
                && let Some(coercion) = coercion(triple.predicate.as_str(), object.as_str())
            {
                let entry = keys.entry(subject.to_owned());
                let known = entry.or_insert((local(subject), Coercion::None));
                if coercion != Coercion::None {
                    known.1 = coercion;
                }
            }
        }
        Self { keys }
    }

    /// The key of a property, and what its bare strings are.
    pub(super) fn key(&self, property: &str) -> Option<(&str, &Coercion)> {
        let (key, coercion) = self.keys.get(property)?;
        Some((key, coercion))
    }

    /// As JSON-LD writes it.
    pub(super) fn json(&self, base: &str) -> Value {
        let mut context = Map::new();
        context.insert("@base".to_owned(), json!(base));
        for (name, iri) in v::VOCABULARY_PREFIXES {
            context.insert((*name).to_owned(), json!({"@id": iri, "@prefix": true}));
        }
        let sorted: BTreeMap<&String, (&String, &Coercion)> = self
            .keys
            .iter()
            .map(|(property, (key, coercion))| (key, (property, coercion)))
            .collect();
        for (key, (property, coercion)) in sorted {
            let definition = match coercion {
                Coercion::None => json!(property),
                Coercion::Link => json!({"@id": property, "@type": "@id"}),
                Coercion::Typed(datatype) => json!({"@id": property, "@type": datatype}),
                Coercion::English => json!({"@id": property, "@language": "en"}),
            };
            context.insert(key.clone(), definition);
        }
        Value::Object(context)
    }
}

// What a statement of the vocabulary says of the values of a property; `None` where it does not.
fn coercion(predicate: &str, object: &str) -> Option<Coercion> {
    if predicate == v::A {
        return match object.strip_prefix(v::OWL)? {
            "ObjectProperty" => Some(Coercion::Link),
            "DatatypeProperty" => Some(Coercion::None),
            _ => None,
        };
    }
    let is_range = predicate.strip_prefix(v::RDFS) == Some("range");
    (is_range && object == DATE).then(|| Coercion::Typed(object.to_owned()))
}

fn local(iri: &str) -> String {
    iri.rsplit(['#', '/']).next().unwrap_or(iri).to_owned()
}
