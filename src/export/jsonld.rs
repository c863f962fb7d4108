//! JSON-LD for people and programs: flat, short keys, one node a line.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use oxigraph::model::{Literal, NamedOrBlankNode, Term, Triple, vocab::xsd};
use serde_json::{Map, Value, json};

use super::Names;
use crate::graph::prefixes;
use crate::graph::vocabulary::{A, NG};

/// Writes triples as JSON-LD: a context of prefixes and of our terms, then one object a subject.
///
/// # Errors
/// When the writer fails.
pub(super) fn write_jsonld(triples: &[&Triple], base: &str, to: &mut impl Write) -> io::Result<()> {
    let names = Names::new(base);
    let keys = Keys::of(triples, &names);
    write!(to, "{{\n\"@context\": ")?;
    serde_json::to_writer(&mut *to, &keys.context(base))?;
    write!(to, ",\n\"@graph\": [")?;
    let mut nodes: BTreeMap<String, BTreeMap<String, Vec<Value>>> = BTreeMap::new();
    for triple in triples {
        let (key, value) = keys.statement(triple);
        let node = nodes.entry(keys.subject(&triple.subject)).or_default();
        node.entry(key).or_default().push(value);
    }
    for (index, (id, properties)) in nodes.into_iter().enumerate() {
        to.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *to, &object(id, properties))?;
    }
    to.write_all(b"\n]\n}\n")
}

// `@id` and `@type` first, single values bare.
fn object(id: String, properties: BTreeMap<String, Vec<Value>>) -> Value {
    let mut object = Map::new();
    object.insert("@id".to_owned(), Value::String(id));
    for (key, mut values) in properties {
        let value = if values.len() == 1 {
            values.remove(0)
        } else {
            Value::Array(values)
        };
        object.insert(key, value);
    }
    Value::Object(object)
}

struct Keys<'names> {
    names: &'names Names,
    // Short keys of our properties, and whether all their values are IRIs.
    own: BTreeMap<String, bool>,
}

impl<'names> Keys<'names> {
    fn of(triples: &[&Triple], names: &'names Names) -> Self {
        let mut own: BTreeMap<String, bool> = BTreeMap::new();
        for triple in triples {
            if let Some(local) = triple
                .predicate
                .as_str()
                .strip_prefix(NG)
                .filter(|local| is_word(local))
            {
                let is_iri = matches!(triple.object, Term::NamedNode(_));
                *own.entry(local.to_owned()).or_insert(true) &= is_iri;
            }
        }
        Self { names, own }
    }

    fn context(&self, base: &str) -> Value {
        let mut context = Map::new();
        context.insert("@base".to_owned(), json!(base));
        for (name, iri) in prefixes(base) {
            let taken: BTreeSet<&String> = self.own.keys().collect();
            if !taken.contains(&name) {
                context.insert(name, json!({"@id": iri, "@prefix": true}));
            }
        }
        for (local, &is_link) in &self.own {
            let term = format!("{NG}{local}");
            context.insert(
                local.clone(),
                if is_link {
                    json!({"@id": term, "@type": "@id"})
                } else {
                    json!(term)
                },
            );
        }
        Value::Object(context)
    }

    fn statement(&self, triple: &Triple) -> (String, Value) {
        let predicate = triple.predicate.as_str();
        if predicate == A
            && let Term::NamedNode(class) = &triple.object
        {
            return ("@type".to_owned(), json!(self.compact(class.as_str())));
        }
        let own = predicate
            .strip_prefix(NG)
            .filter(|local| self.own.contains_key(*local));
        let is_link = own.is_some_and(|local| self.own[local]);
        let key = own.map_or_else(|| self.compact(predicate), str::to_owned);
        (key, self.value(&triple.object, is_link))
    }

    fn value(&self, term: &Term, is_link: bool) -> Value {
        match term {
            Term::NamedNode(node) if is_link => json!(self.compact(node.as_str())),
            Term::NamedNode(node) => json!({"@id": self.compact(node.as_str())}),
            Term::BlankNode(node) => json!({"@id": node.to_string()}),
            Term::Literal(literal) => self.literal(literal),
        }
    }

    fn literal(&self, literal: &Literal) -> Value {
        let value = literal.value();
        if let Some(language) = literal.language() {
            return json!({"@value": value, "@language": language});
        }
        match literal.datatype() {
            xsd::STRING => json!(value),
            xsd::BOOLEAN if value == "true" || value == "false" => json!(value == "true"),
            xsd::INTEGER
                if value
                    .parse::<i32>()
                    .is_ok_and(|number| number.to_string() == value) =>
            {
                json!(value.parse::<i32>().unwrap_or_default())
            }
            datatype => json!({"@value": value, "@type": self.compact(datatype.as_str())}),
        }
    }

    fn subject(&self, subject: &NamedOrBlankNode) -> String {
        match subject {
            NamedOrBlankNode::NamedNode(node) => self.compact(node.as_str()),
            NamedOrBlankNode::BlankNode(node) => node.to_string(),
        }
    }

    // With a prefix whose name is not one of our keys, else in full.
    fn compact(&self, iri: &str) -> String {
        match self.names.split(iri) {
            Some((prefix, local)) if !self.own.contains_key(prefix) => format!("{prefix}:{local}"),
            _ => iri.to_owned(),
        }
    }
}

// Whether a local name can be a key of its own.
fn is_word(local: &str) -> bool {
    !local.is_empty() && local.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
