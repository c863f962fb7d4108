//! A shapes file as values.

use std::collections::BTreeMap;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::{NamedOrBlankNode, Term, Triple};

use crate::error::{Diagnostic, Error, Location, Result};
use crate::graph::vocabulary::{A, RDF, SH};

/// A file of shapes.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    pub(super) shapes: Vec<Shape>,
}

/// A node shape.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub(super) name: String,
    /// Patterns that bind `?this`.
    pub(super) targets: Vec<String>,
    pub(super) message: Option<String>,
    /// On the node itself.
    pub(super) constraints: Vec<Constraint>,
    pub(super) properties: Vec<Property>,
    pub(super) queries: Vec<Select>,
}

/// A property shape.
#[derive(Clone, Debug, Default)]
pub(super) struct Property {
    /// As SPARQL writes it.
    pub(super) path: String,
    pub(super) message: Option<String>,
    pub(super) constraints: Vec<Constraint>,
}

/// A constraint in SPARQL.
#[derive(Clone, Debug)]
pub(super) struct Select {
    pub(super) message: Option<String>,
    pub(super) query: String,
}

/// A constraint of the core; terms are as SPARQL writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Constraint {
    MinCount(u32),
    MaxCount(u32),
    Class(String),
    Datatype(String),
    NodeKind(String),
    In(Vec<String>),
    HasValue(String),
    Pattern(String),
    LessThan(String),
    LessThanOrEquals(String),
}

impl Shapes {
    /// The shapes that the program carries.
    ///
    /// # Errors
    /// When they are damaged.
    pub fn embedded() -> Result<Self> {
        Self::parse(
            "ontology/shapes.ttl",
            include_str!("../../../ontology/shapes.ttl"),
        )
    }

    /// Reads shapes in Turtle.
    ///
    /// # Errors
    /// When the text is not Turtle or holds what is not understood.
    pub fn parse(name: &str, text: &str) -> Result<Self> {
        let graph = Graph::parse(name, text)?;
        let mut shapes = Vec::new();
        for node in graph.instances(&sh("NodeShape")) {
            shapes.push(graph.shape(node)?);
        }
        Ok(Self { shapes })
    }
}

fn sh(local: &str) -> String {
    format!("<{SH}{local}>")
}

// Properties and values of each node, as N-Triples writes them.
struct Graph {
    name: String,
    nodes: BTreeMap<String, Vec<(String, Term)>>,
}

impl Graph {
    fn parse(name: &str, text: &str) -> Result<Self> {
        let mut nodes: BTreeMap<String, Vec<(String, Term)>> = BTreeMap::new();
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(text) {
            let quad = quad.map_err(|error| fault(name, &error.to_string()))?;
            let Triple {
                subject,
                predicate,
                object,
            } = quad.into();
            let subject = match subject {
                NamedOrBlankNode::NamedNode(node) => node.to_string(),
                NamedOrBlankNode::BlankNode(node) => node.to_string(),
            };
            nodes
                .entry(subject)
                .or_default()
                .push((predicate.to_string(), object));
        }
        Ok(Self {
            name: name.to_owned(),
            nodes,
        })
    }

    fn instances(&self, class: &str) -> Vec<&String> {
        let is_instance = |said: &Vec<(String, Term)>| {
            said.iter().any(|(property, value)| {
                *property == format!("<{A}>") && value.to_string() == class
            })
        };
        self.nodes
            .iter()
            .filter(|(_, said)| is_instance(said))
            .map(|(node, _)| node)
            .collect()
    }

    fn said(&self, node: &str) -> &[(String, Term)] {
        self.nodes.get(node).map_or(&[], Vec::as_slice)
    }

    fn value(&self, node: &str, local: &str) -> Option<&Term> {
        let property = sh(local);
        self.said(node)
            .iter()
            .find(|(known, _)| *known == property)
            .map(|(_, value)| value)
    }

    fn message(&self, node: &str) -> Option<String> {
        self.value(node, "message").map(text_of)
    }

    fn shape(&self, node: &str) -> Result<Shape> {
        let mut shape = Shape {
            name: node.to_owned(),
            message: self.message(node),
            ..Shape::default()
        };
        for (property, value) in self.said(node) {
            let Some(local) = local_of(property) else {
                continue;
            };
            match local {
                "targetClass" => shape.targets.push(format!("?this a {value} .")),
                "targetSubjectsOf" => shape.targets.push(format!("?this {value} ?any .")),
                "targetObjectsOf" => shape.targets.push(format!("?any {value} ?this .")),
                "targetNode" => shape.targets.push(format!("VALUES ?this {{ {value} }}")),
                "property" => shape.properties.push(self.property(&value.to_string())?),
                "sparql" => shape.queries.push(self.select(&value.to_string())?),
                "message" | "severity" | "name" | "description" | "declare" => {}
                other => shape.constraints.push(self.constraint(other, value)?),
            }
        }
        Ok(shape)
    }

    fn property(&self, node: &str) -> Result<Property> {
        let mut property = Property {
            message: self.message(node),
            ..Property::default()
        };
        for (known, value) in self.said(node) {
            match local_of(known) {
                Some("path") => property.path = self.path(value)?,
                Some("message" | "severity" | "name" | "description" | "order" | "group")
                | None => {}
                Some(other) => property.constraints.push(self.constraint(other, value)?),
            }
        }
        Ok(property)
    }

    fn path(&self, value: &Term) -> Result<String> {
        match value {
            Term::NamedNode(node) => Ok(node.to_string()),
            other => match self.value(&other.to_string(), "inversePath") {
                Some(inverse) => Ok(format!("^{inverse}")),
                None => Err(fault(
                    &self.name,
                    "only plain and inverse paths are understood",
                )),
            },
        }
    }

    fn select(&self, node: &str) -> Result<Select> {
        let select = self.value(node, "select").map(text_of);
        let mut query = select.ok_or_else(|| fault(&self.name, "sh:sparql without sh:select"))?;
        if let Some(prefixes) = self.value(node, "prefixes") {
            for (property, value) in self.said(&prefixes.to_string()) {
                if local_of(property) == Some("declare") {
                    query = format!("{}\n{query}", self.declaration(&value.to_string()));
                }
            }
        }
        Ok(Select {
            message: self.message(node),
            query,
        })
    }

    fn declaration(&self, node: &str) -> String {
        let prefix = self.value(node, "prefix").map_or_else(String::new, text_of);
        let namespace = self
            .value(node, "namespace")
            .map_or_else(String::new, text_of);
        format!("PREFIX {prefix}: <{namespace}>")
    }

    fn constraint(&self, local: &str, value: &Term) -> Result<Constraint> {
        let count = || {
            text_of(value)
                .parse()
                .map_err(|_| fault(&self.name, &format!("sh:{local} wants a number")))
        };
        Ok(match local {
            "minCount" => Constraint::MinCount(count()?),
            "maxCount" => Constraint::MaxCount(count()?),
            "class" => Constraint::Class(value.to_string()),
            "datatype" => Constraint::Datatype(value.to_string()),
            "nodeKind" => Constraint::NodeKind(value.to_string()),
            "in" => Constraint::In(self.list(value)),
            "hasValue" => Constraint::HasValue(value.to_string()),
            "pattern" => Constraint::Pattern(value.to_string()),
            "lessThan" => Constraint::LessThan(value.to_string()),
            "lessThanOrEquals" => Constraint::LessThanOrEquals(value.to_string()),
            other => return Err(fault(&self.name, &format!("sh:{other} is not understood"))),
        })
    }

    fn list(&self, head: &Term) -> Vec<String> {
        let mut items = Vec::new();
        let mut at = head.to_string();
        let part = |node: &str, local: &str| {
            let property = format!("<{RDF}{local}>");
            self.said(node)
                .iter()
                .find(|(known, _)| *known == property)
                .map(|(_, value)| value.to_string())
        };
        while let Some(item) = part(&at, "first") {
            items.push(item);
            at = part(&at, "rest").unwrap_or_default();
        }
        items
    }
}

// `minCount` of `<http://www.w3.org/ns/shacl#minCount>`.
fn local_of(property: &str) -> Option<&str> {
    property
        .strip_prefix('<')?
        .strip_suffix('>')?
        .strip_prefix(SH)
}

fn text_of(term: &Term) -> String {
    match term {
        Term::Literal(literal) => literal.value().to_owned(),
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::BlankNode(node) => node.to_string(),
    }
}

fn fault(name: &str, message: &str) -> Error {
    Error::Input(
        Diagnostic::error(Location::file(name), message.to_owned()).with_hint(
            "the comment of `newsgraph validate --help` lists the part of SHACL that is understood",
        ),
    )
}
