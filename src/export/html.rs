//! The ontology as a page for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use oxigraph::model::{Term, Triple};

use super::Names;
use crate::graph::{DEFAULT_BASE, vocabulary as v};
use crate::store::vocabulary;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:60rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.6rem}h2{margin-top:2.5rem;border-bottom:1px solid #ccc}h3{margin:1.6rem 0 .2rem;font-size:1rem}\
code,h3{font-family:ui-monospace,monospace}dl{display:grid;grid-template-columns:9rem 1fr;margin:.3rem 0;gap:.1rem 1rem}\
dt{color:#666}dd{margin:0}p{margin:.2rem 0}nav{columns:3 14rem;font-size:.9rem}nav a{display:block}\
a{color:#05538f;text-decoration:none}a:hover{text-decoration:underline}.example{color:#555}\
@media(prefers-color-scheme:dark){body{background:#161616;color:#e6e6e6}a{color:#7fb8ea}dt,.example{color:#aaa}}";

type Said<'graph> = Vec<(&'graph str, &'graph Term)>;

/// Writes the page: classes, properties, values and event types, each with label, comment,
/// example and relations.
///
/// # Errors
/// When the writer fails.
pub fn write_ontology(to: &mut impl Write) -> io::Result<()> {
    let triples = vocabulary().map_err(io::Error::other)?;
    let page = Page::new(triples);
    let title = "newsgraph ontology";
    write!(
        to,
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><style>{STYLE}</style></head><body>\n<h1>{title}</h1>\n"
    )?;
    page.head(to)?;
    let sections = page.sections();
    writeln!(to, "<nav>")?;
    for iri in sections.iter().flat_map(|(_, iris)| iris) {
        writeln!(to, "{}", page.link(iri))?;
    }
    writeln!(to, "</nav>")?;
    for (title, iris) in sections {
        writeln!(to, "<h2>{title}</h2>")?;
        for iri in iris {
            page.term(iri, to)?;
        }
    }
    writeln!(to, "</body></html>")
}

struct Page<'graph> {
    said: BTreeMap<String, Said<'graph>>,
    names: Names,
}

impl<'graph> Page<'graph> {
    fn new(triples: &'graph [Triple]) -> Self {
        let mut said: BTreeMap<String, Said> = BTreeMap::new();
        for triple in triples {
            let subject = triple.subject.to_string();
            let subject = subject.trim_matches(['<', '>']).to_owned();
            let pair = (triple.predicate.as_str(), &triple.object);
            said.entry(subject).or_default().push(pair);
        }
        Self {
            said,
            names: Names::new(DEFAULT_BASE),
        }
    }

    fn values(&self, iri: &str, property: &str) -> Vec<&'graph Term> {
        let said = self.said.get(iri).map_or(&[][..], Vec::as_slice);
        let fitting = said.iter().filter(|(known, _)| *known == property);
        fitting.map(|(_, value)| *value).collect()
    }

    fn text(&self, iri: &str, property: &str) -> String {
        let values = self.values(iri, property);
        let texts = values.iter().filter_map(|term| match term {
            Term::Literal(literal) => Some(literal.value()),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" ")
    }

    fn head(&self, to: &mut impl Write) -> io::Result<()> {
        let ontology = v::NG.trim_end_matches('#');
        let comment = self.text(ontology, &rdfs("comment"));
        for paragraph in comment.split("\n\n") {
            writeln!(to, "<p>{}</p>", escaped(paragraph))?;
        }
        let version = self.text(ontology, &format!("{}versionInfo", v::OWL));
        writeln!(
            to,
            "<p>Version {}. Namespace <code>{}</code>.</p>",
            escaped(&version),
            v::NG
        )
    }

    fn sections(&self) -> Vec<(&'static str, Vec<&str>)> {
        let is = |iri: &str, class: &str| {
            self.values(iri, v::A)
                .iter()
                .any(|term| term.to_string() == format!("<{class}>"))
        };
        let owl = |local: &str| format!("{}{local}", v::OWL);
        let of = |namespace: &str, class: &str| -> Vec<&str> {
            let own = self.said.keys().filter(|iri| iri.starts_with(namespace));
            own.filter(|iri| is(iri, class))
                .map(String::as_str)
                .collect()
        };
        let ng = |local: &str| format!("{}{local}", v::NG);
        vec![
            ("Classes", of(v::NG, &owl("Class"))),
            ("Statuses", of(v::NG, &ng("Status"))),
            ("Stances", of(v::NG, &ng("Stance"))),
            (
                "Properties that lead to things",
                of(v::NG, &owl("ObjectProperty")),
            ),
            (
                "Properties that lead to values",
                of(v::NG, &owl("DatatypeProperty")),
            ),
            ("Event types", of(v::TYPE, &format!("{}Concept", v::SKOS))),
        ]
    }

    fn term(&self, iri: &str, to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "<h3 id=\"{0}\">{0}</h3>", escaped(&self.short(iri)))?;
        let definition = format!("{}definition", v::SKOS);
        for property in [rdfs("comment"), definition] {
            let text = self.text(iri, &property);
            if !text.is_empty() {
                writeln!(to, "<p>{}</p>", escaped(&text))?;
            }
        }
        let example = self.text(iri, &format!("{}example", v::SKOS));
        if !example.is_empty() {
            writeln!(to, "<p class=\"example\">{}</p>", escaped(&example))?;
        }
        writeln!(to, "<dl>{}</dl>", self.relations(iri))
    }

    fn relations(&self, iri: &str) -> String {
        let shown = [
            ("label", rdfs("label")),
            ("below", rdfs("subClassOf")),
            ("below", rdfs("subPropertyOf")),
            ("of", rdfs("domain")),
            ("leads to", rdfs("range")),
            ("broader", v::BROADER.to_owned()),
            ("CAMEO", v::NOTATION.to_owned()),
            ("like", format!("{}closeMatch", v::SKOS)),
            ("same as", format!("{}equivalentProperty", v::OWL)),
            ("same as", format!("{}equivalentClass", v::OWL)),
        ];
        let mut rows = String::new();
        for (name, property) in shown {
            let values: Vec<String> = self
                .values(iri, &property)
                .iter()
                .map(|term| self.value(term))
                .collect();
            if !values.is_empty() {
                let _ = write!(rows, "<dt>{name}</dt><dd>{}</dd>", values.join(", "));
            }
        }
        rows
    }

    fn value(&self, term: &Term) -> String {
        match term {
            Term::NamedNode(node) => self.link(node.as_str()),
            Term::Literal(literal) => escaped(literal.value()),
            Term::BlankNode(_) => String::new(),
        }
    }

    // Within the page where the term stands there.
    fn link(&self, iri: &str) -> String {
        let short = escaped(&self.short(iri));
        let is_here =
            self.said.contains_key(iri) && (iri.starts_with(v::NG) || iri.starts_with(v::TYPE));
        if is_here {
            format!("<a href=\"#{short}\">{short}</a>")
        } else {
            format!("<a href=\"{}\">{short}</a>", escaped(iri))
        }
    }

    fn short(&self, iri: &str) -> String {
        let split = self.names.split(iri);
        split.map_or_else(
            || iri.to_owned(),
            |(prefix, local)| format!("{prefix}:{local}"),
        )
    }
}

fn rdfs(local: &str) -> String {
    format!("{}{local}", v::RDFS)
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
