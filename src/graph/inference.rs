//! What follows from statements by the vocabulary: the part of RDFS and OWL RL that ours uses.
//!
//! Rules, by their names in RDF Semantics and OWL 2 Profiles: `rdfs2` (domain), `rdfs3` (range),
//! `rdfs5` and `rdfs7` (sub-properties), `rdfs9` and `rdfs11` (sub-classes), `prp-inv1` and
//! `prp-inv2` (inverses), `prp-symp` (symmetric properties), `scm-eqc1` and `scm-eqp1`
//! (equivalents). Blank nodes are passed over. Nothing is concluded from `owl:sameAs`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use oxigraph::model::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};

use super::sort_triples;
use super::vocabulary::{A, OWL, RDFS};

/// The triples that follow from `triples` and are not among them, sorted.
#[must_use]
pub fn inferred<'graph>(triples: impl IntoIterator<Item = &'graph Triple>) -> Vec<Triple> {
    let statements: Vec<Statement> = triples.into_iter().filter_map(statement).collect();
    let schema = Schema::read(&statements);
    let mut known: HashSet<Statement> = statements.iter().copied().collect();
    let mut waiting = statements;
    let mut added = Vec::new();
    while let Some(statement) = waiting.pop() {
        for new in schema.consequences(statement) {
            if known.insert(new) {
                waiting.push(new);
                added.push(triple(new));
            }
        }
    }
    sort_triples(&mut added);
    added
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Object<'graph> {
    Node(&'graph str),
    Literal(&'graph Literal),
}

type Statement<'graph> = (&'graph str, &'graph str, Object<'graph>);

fn statement(triple: &Triple) -> Option<Statement<'_>> {
    let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
        return None;
    };
    let object = match &triple.object {
        Term::NamedNode(node) => Object::Node(node.as_str()),
        Term::Literal(literal) => Object::Literal(literal),
        Term::BlankNode(_) => return None,
    };
    Some((subject.as_str(), triple.predicate.as_str(), object))
}

fn triple((subject, predicate, object): Statement) -> Triple {
    let object: Term = match object {
        Object::Node(iri) => NamedNode::new_unchecked(iri).into(),
        Object::Literal(literal) => literal.clone().into(),
    };
    Triple::new(
        NamedNode::new_unchecked(subject),
        NamedNode::new_unchecked(predicate),
        object,
    )
}

type Links<'graph> = BTreeMap<&'graph str, BTreeSet<&'graph str>>;

/// What the statements say of classes and properties.
#[derive(Default)]
struct Schema<'graph> {
    classes: Links<'graph>,
    properties: Links<'graph>,
    domains: Links<'graph>,
    ranges: Links<'graph>,
    inverses: Links<'graph>,
}

impl<'graph> Schema<'graph> {
    fn read(statements: &[Statement<'graph>]) -> Self {
        let mut schema = Self::default();
        for &(subject, predicate, object) in statements {
            let Object::Node(object) = object else {
                continue;
            };
            if let Some(local) = predicate.strip_prefix(RDFS) {
                schema.rdfs(local, subject, object);
            } else if let Some(local) = predicate.strip_prefix(OWL) {
                schema.owl(local, subject, object);
            } else if predicate == A && object.strip_prefix(OWL) == Some("SymmetricProperty") {
                link(&mut schema.inverses, subject, subject);
            }
        }
        close(&mut schema.classes);
        close(&mut schema.properties);
        schema
    }

    fn rdfs(&mut self, local: &str, subject: &'graph str, object: &'graph str) {
        match local {
            "subClassOf" => link(&mut self.classes, subject, object),
            "subPropertyOf" => link(&mut self.properties, subject, object),
            "domain" => link(&mut self.domains, subject, object),
            "range" => link(&mut self.ranges, subject, object),
            _ => {}
        }
    }

    fn owl(&mut self, local: &str, subject: &'graph str, object: &'graph str) {
        let both = match local {
            "inverseOf" => &mut self.inverses,
            "equivalentClass" => &mut self.classes,
            "equivalentProperty" => &mut self.properties,
            _ => return,
        };
        link(both, subject, object);
        link(both, object, subject);
    }

    // What follows from one statement and the schema in one step.
    fn consequences(
        &self,
        (subject, predicate, object): Statement<'graph>,
    ) -> Vec<Statement<'graph>> {
        let mut new = Vec::new();
        for &above in of(&self.properties, predicate) {
            new.push((subject, above, object));
        }
        for &class in of(&self.domains, predicate) {
            new.push((subject, A, Object::Node(class)));
        }
        let Object::Node(node) = object else {
            return new;
        };
        for &class in of(&self.ranges, predicate) {
            new.push((node, A, Object::Node(class)));
        }
        for &inverse in of(&self.inverses, predicate) {
            new.push((node, inverse, Object::Node(subject)));
        }
        let is_type = predicate == A;
        let is_sub_class = predicate.strip_prefix(RDFS) == Some("subClassOf");
        if is_type || is_sub_class {
            let above = of(&self.classes, node);
            new.extend(above.map(|&class| (subject, predicate, Object::Node(class))));
        }
        if predicate.strip_prefix(RDFS) == Some("subPropertyOf") {
            let above = of(&self.properties, node);
            new.extend(above.map(|&property| (subject, predicate, Object::Node(property))));
        }
        new.retain(|&(subject, _, object)| is_type_or_other(subject, object));
        new
    }
}

// That a class or property is above itself tells nobody anything.
fn is_type_or_other(subject: &str, object: Object) -> bool {
    object != Object::Node(subject)
}

fn of<'links, 'graph>(
    links: &'links Links<'graph>,
    from: &str,
) -> impl Iterator<Item = &'links &'graph str> + use<'links, 'graph> {
    links.get(from).into_iter().flatten()
}

fn link<'graph>(links: &mut Links<'graph>, from: &'graph str, to: &'graph str) {
    links.entry(from).or_default().insert(to);
}

// Adds all that lies further above.
fn close(links: &mut Links) {
    loop {
        let mut more = Vec::new();
        for (&from, above) in links.iter() {
            let further = above.iter().flat_map(|node| of(links, node)).copied();
            more.extend(
                further
                    .filter(|node| *node != from && !above.contains(node))
                    .map(|node| (from, node)),
            );
        }
        if more.is_empty() {
            return;
        }
        for (from, node) in more {
            link(links, from, node);
        }
    }
}

#[cfg(test)]
mod tests {
    use oxigraph::io::{RdfFormat, RdfParser};

    use super::*;

    const HEAD: &str = "@prefix : <https://e.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . \
        @prefix owl: <http://www.w3.org/2002/07/owl#> .\n";

    fn follows(turtle: &str) -> Vec<String> {
        let text = format!("{HEAD}{turtle}");
        let quads = RdfParser::from_format(RdfFormat::Turtle).for_slice(&text);
        let triples: Vec<Triple> = quads.map(|quad| quad.expect("parses").into()).collect();
        let short = |triple: &Triple| {
            let shown = triple.to_string().replace("<https://e.org/", "<");
            shown
                .replace(&format!("<{A}>"), "a")
                .replace(['<', '>'], "")
        };
        inferred(&triples).iter().map(short).collect()
    }

    #[test]
    fn classes_and_properties_go_up() {
        let found = follows(
            ":B rdfs:subClassOf :C . :A rdfs:subClassOf :B . :p rdfs:subPropertyOf :q . :q rdfs:domain :A . :x :p :y .",
        );
        for line in ["x a A", "x a B", "x a C", "x q y"] {
            assert!(found.contains(&line.to_owned()), "{line}: {found:?}");
        }
    }

    #[test]
    fn ranges_inverses_and_symmetry_lead_back() {
        let found = follows(
            ":p rdfs:range :R ; owl:inverseOf :r . :s a owl:SymmetricProperty . :x :p :y . :u :s :w . :x :p 3 .",
        );
        assert_eq!(
            found,
            [
                "r http://www.w3.org/2002/07/owl#inverseOf p",
                "w s u",
                "y a R",
                "y r x"
            ]
            .map(str::to_owned)
            .into_iter()
            .filter(|line| !line.contains("inverseOf"))
            .collect::<Vec<_>>()
        );
    }

    #[test]
    fn nothing_follows_from_nothing() {
        assert!(follows(":x :p :y .").is_empty());
    }
}
