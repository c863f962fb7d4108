//! JSON-LD for people and programs: flat, short keys, one node a line.

mod context;

use std::collections::BTreeMap;
use std::io::{self, Write};

use oxigraph::model::{Literal, NamedOrBlankNode, Term, Triple, vocab::xsd};
use serde_json::{Map, Value, json};

use super::Names;
use crate::error::Result;
use crate::graph::vocabulary::A;
use crate::store::vocabulary;
use context::{Coercion, Context};

/// The context of our JSON-LD for a base, as text: the file `ontology/context.jsonld`.
///
/// # Errors
/// When the vocabulary that the program carries is damaged.
pub fn jsonld_context(base: &str) -> Result<String> {
    let context = Context::of(vocabulary()?).json(base);
    Ok(format!("{:#}\n", json!({"@context": context})))
}

/// Writes triples as JSON-LD: the context, then one object a subject.
///
/// # Errors
/// When the writer fails.
pub(super) fn write_jsonld(triples: &[&Triple], base: &str, to: &mut impl Write) -> io::Result<()> {
    let vocabulary = vocabulary().map_err(io::Error::other)?;
    let writer = NodeWriter {
        names: Names::new(base),
        context: Context::of(vocabulary),
    };
    write!(to, "{{\n\"@context\": ")?;
    serde_json::to_writer(&mut *to, &writer.context.json(base))?;
    write!(to, ",\n\"@graph\": [")?;
    let mut nodes: BTreeMap<String, BTreeMap<String, Vec<Value>>> = BTreeMap::new();
    for triple in triples {
        let (key, value) = writer.statement(triple);
        let node = nodes.entry(writer.subject(&triple.subject)).or_default();
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

struct NodeWriter {
    names: Names,
    context: Context,
}

impl NodeWriter {
    fn statement(&self, triple: &Triple) -> (String, Value) {
        let predicate = triple.predicate.as_str();
        if predicate == A
            && let Term::NamedNode(class) = &triple.object
        {
            return ("@type".to_owned(), json!(self.term(class.as_str())));
        }
        match self.context.key(predicate) {
            Some((key, coercion)) => (key.to_owned(), self.value(&triple.object, coercion)),
            None => (
                self.term(predicate),
                self.value(&triple.object, &Coercion::None),
            ),
        }
    }

    fn value(&self, term: &Term, coercion: &Coercion) -> Value {
        let link = |id: String| match coercion {
            Coercion::Link => json!(id),
            _ => json!({"@id": id}),
        };
        match term {
            Term::NamedNode(node) => link(self.id(node.as_str())),
            Term::BlankNode(node) => link(node.to_string()),
            Term::Literal(literal) => self.literal(literal, coercion),
        }
    }

    fn literal(&self, literal: &Literal, coercion: &Coercion) -> Value {
        let value = literal.value();
        let datatype = literal.datatype();
        match (coercion, literal.language()) {
            (Coercion::English, Some("en")) => json!(value),
            (_, Some(language)) => json!({"@value": value, "@language": language}),
            (Coercion::Typed(known), None) if datatype.as_str() == known => json!(value),
            (Coercion::None, None) => self.plain(literal),
            (_, None) if datatype == xsd::STRING => json!({"@value": value}),
            (_, None) => json!({"@value": value, "@type": self.term(datatype.as_str())}),
        }
    }

    // Strings, truth values and small whole numbers as JSON has them.
    fn plain(&self, literal: &Literal) -> Value {
        let value = literal.value();
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
            datatype => json!({"@value": value, "@type": self.term(datatype.as_str())}),
        }
    }

    fn subject(&self, subject: &NamedOrBlankNode) -> String {
        match subject {
            NamedOrBlankNode::NamedNode(node) => self.id(node.as_str()),
            NamedOrBlankNode::BlankNode(node) => node.to_string(),
        }
    }

    // Against the base where that can be, else as any term.
    fn id(&self, iri: &str) -> String {
        let relative = self.names.relative(iri);
        relative.map_or_else(|| self.term(iri), str::to_owned)
    }

    // With a prefix of a vocabulary, else in full.
    fn term(&self, iri: &str) -> String {
        let split = self
            .names
            .split(iri)
            .filter(|_| !iri.starts_with(self.names.base()));
        match split {
            Some((prefix, local)) => format!("{prefix}:{local}"),
            None => iri.to_owned(),
        }
    }
}
