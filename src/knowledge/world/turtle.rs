//! A user's own records, in Turtle and the vocabulary of the graph's world knowledge.
//!
//! Read are `a ng:KIND`, `rdfs:label`, `skos:altLabel` (names; of a post the titles of its holder), `skos:hiddenLabel`
//! (names that identify in context only, such as surnames), `ng:ofState`, `ng:sector`, `schema:gender`,
//! `owl:sameAs` (Wikidata), `wgs:lat`, `wgs:long`, `ng:ofOrganisation`, `ng:organOf`, `ng:locatedIn`, `ng:memberOf`,
//! and `ng:Tenure` with `org:member`, `ng:post`, `schema:startDate`, `schema:endDate`, `ng:acting`.

use std::collections::BTreeMap;

use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Term;

use super::World;
use super::draft::{
    Alias, Draft, DraftMembership, DraftRecord, DraftTenure, Fault, Origin, day, kind,
};

const NG: &str = "https://w3id.org/newsgraph/ns#";
const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const WIKIDATA: &str = "http://www.wikidata.org/entity/Q";

/// What is said of one subject: properties in short form with their values.
type Said = BTreeMap<String, Vec<String>>;

/// Reads a file; what is wrong in it goes to the faults, each with the line on which its subject begins.
///
/// `base` is what the IRIs of things begin with; `world` tells the codes of states.
#[must_use]
pub fn read(file: &str, text: &str, base: &str, world: &World) -> Draft {
    let mut reader = Reader {
        file,
        text,
        base,
        world,
        draft: Draft::default(),
    };
    for (subject, said) in reader.subjects() {
        reader.subject(&subject, &said);
    }
    reader.draft
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    base: &'a str,
    world: &'a World,
    draft: Draft,
}

impl Reader<'_> {
    fn subjects(&mut self) -> BTreeMap<String, Said> {
        let mut subjects: BTreeMap<String, Said> = BTreeMap::new();
        for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(self.text) {
            match quad {
                Ok(quad) => {
                    let value = match quad.object {
                        Term::NamedNode(node) => node.into_string(),
                        Term::Literal(literal) => literal.value().to_owned(),
                        Term::BlankNode(_) => continue,
                    };
                    let subject = quad.subject.to_string();
                    let subject = subject.trim_matches(['<', '>']).to_owned();
                    let said = subjects.entry(subject).or_default();
                    let property = short(quad.predicate.as_str());
                    said.entry(property).or_default().push(value);
                }
                Err(error) => {
                    let mut origin = self.place("");
                    if let Some(range) = error.location() {
                        origin.line = range.start.line as usize + 1;
                        origin.column = range.start.column as usize + 1;
                    }
                    self.fault(origin, error.to_string());
                    break;
                }
            }
        }
        subjects
    }

    fn subject(&mut self, subject: &str, said: &Said) {
        let origin = self.place(subject);
        let classes: Vec<String> = said
            .get("a")
            .into_iter()
            .flatten()
            .map(|class| short(class))
            .collect();
        if classes.iter().any(|class| class == "ng:Tenure") {
            self.tenure(said, origin);
            return;
        }
        let kinds = classes.iter().filter_map(|class| class.strip_prefix("ng:"));
        let Some(kind) = kinds.into_iter().find_map(kind::code_of) else {
            let message = "no class of the vocabulary: expected one of ng:Person, ng:Post, ng:Tenure, ng:Organisation …";
            self.fault(origin, message.to_owned());
            return;
        };
        let known = self
            .world
            .by_key(super::EntityKind::ALL[usize::from(kind)], self.key(subject));
        if kind == kind::STATE && known.is_none() {
            self.fault(
                origin,
                "a state cannot be added, only named anew".to_owned(),
            );
            return;
        }
        self.record(subject, kind, said, origin);
    }

    fn record(&mut self, subject: &str, kind: u8, said: &Said, origin: Origin) {
        let namespace = kind::Namespace::of(kind).0;
        let local = subject.strip_prefix(self.base);
        let key = local.and_then(|local| local.strip_prefix(namespace)?.strip_prefix('/'));
        let Some(key) = key.filter(|key| !key.is_empty()).map(str::to_owned) else {
            let message = format!(
                "the IRI of this must begin with `{}{namespace}/`",
                self.base
            );
            self.fault(origin, message);
            return;
        };
        let Some(label) = one(said, "rdfs:label").map(str::to_owned) else {
            self.fault(origin, "no rdfs:label".to_owned());
            return;
        };
        self.members(&key, said, &origin);
        let part = ["ng:ofOrganisation", "ng:organOf", "ng:locatedIn"];
        let part_of = part.iter().find_map(|property| one(said, property));
        let record = DraftRecord {
            kind,
            key,
            aliases: names(kind, &label, said),
            titles: titles(kind, &label, said),
            state: self.state(said, &origin),
            sector: one(said, "ng:sector").unwrap_or_default().to_owned(),
            gender: one(said, "schema:gender").map_or(String::new(), |word| {
                word.trim_start_matches("http://schema.org/")
                    .chars()
                    .take(1)
                    .flat_map(char::to_lowercase)
                    .collect()
            }),
            wikidata: self.wikidata(said, &origin),
            at: one(said, "wgs:lat")
                .zip(one(said, "wgs:long"))
                .and_then(|(lat, long)| Some((lat.parse().ok()?, long.parse().ok()?))),
            since: self.date(said, "schema:startDate", day::first, &origin),
            until: self.date(said, "schema:endDate", day::last, &origin),
            part_of: part_of.map_or_else(String::new, |iri| self.name(iri)),
            label,
            origin,
            ..DraftRecord::default()
        };
        self.draft.records.push(record);
    }

    fn tenure(&mut self, said: &Said, origin: Origin) {
        let (person, post) = (one(said, "org:member"), one(said, "ng:post"));
        let (Some(person), Some(post)) = (person, post) else {
            self.fault(origin, "a tenure needs org:member and ng:post".to_owned());
            return;
        };
        let tenure = DraftTenure {
            person: self.key(person).to_owned(),
            post: self.key(post).to_owned(),
            since: self.date(said, "schema:startDate", day::first, &origin),
            until: self.date(said, "schema:endDate", day::last, &origin),
            acting: one(said, "ng:acting").is_some_and(|value| matches!(value, "true" | "1")),
            origin,
        };
        self.draft.tenures.push(tenure);
    }

    /// The organisations of which a state is a member.
    fn members(&mut self, key: &str, said: &Said, origin: &Origin) {
        let state = self.world.by_key(super::EntityKind::State, key);
        let code = state.and_then(|state| self.world.record(state).state);
        for organisation in said.get("ng:memberOf").into_iter().flatten() {
            let Some(code) = code else { continue };
            self.draft.memberships.push(DraftMembership {
                organisation: self.key(organisation).to_owned(),
                member: code.to_owned(),
                status: "member".to_owned(),
                origin: origin.clone(),
                ..DraftMembership::default()
            });
        }
    }

    fn state(&mut self, said: &Said, origin: &Origin) -> String {
        let Some(iri) = one(said, "ng:ofState") else {
            return String::new();
        };
        let key = self.key(iri);
        let state = self.world.by_key(super::EntityKind::State, key);
        if let Some(code) = state.and_then(|state| self.world.record(state).state) {
            return code.to_owned();
        }
        self.fault(origin.clone(), format!("no state `{iri}`"));
        String::new()
    }

    fn wikidata(&mut self, said: &Said, origin: &Origin) -> u32 {
        let ids = said.get("owl:sameAs").into_iter().flatten();
        let Some(id) = ids.into_iter().find_map(|iri| iri.strip_prefix(WIKIDATA)) else {
            return 0;
        };
        id.parse().unwrap_or_else(|_| {
            self.fault(origin.clone(), format!("`Q{id}` is no Wikidata id"));
            0
        })
    }

    fn date(
        &mut self,
        said: &Said,
        property: &str,
        parse: fn(&str) -> Option<u32>,
        origin: &Origin,
    ) -> u32 {
        let text = one(said, property).unwrap_or_default();
        parse(text).unwrap_or_else(|| {
            self.fault(origin.clone(), format!("`{text}` is no date"));
            0
        })
    }

    /// The last part of an IRI.
    fn key<'i>(&self, iri: &'i str) -> &'i str {
        let local = iri.strip_prefix(self.base).unwrap_or(iri);
        local.rsplit('/').next().unwrap_or(local)
    }

    /// `namespace:key` of an IRI.
    fn name(&self, iri: &str) -> String {
        let local = iri.strip_prefix(self.base).unwrap_or(iri);
        local.replacen('/', ":", 1)
    }

    /// The line on which a subject begins: the first that opens with its local name.
    fn place(&self, subject: &str) -> Origin {
        let local = self.key(subject);
        let opens = |line: &str| {
            let word = line.split_whitespace().next().unwrap_or("");
            let word = word.trim_matches(['<', '>']);
            !local.is_empty() && word.rsplit([':', '/']).next() == Some(local)
        };
        let line = self.text.lines().position(opens);
        Origin {
            file: self.file.to_owned(),
            line: line.map_or(0, |line| line + 1),
            column: usize::from(line.is_some()),
        }
    }

    fn fault(&mut self, origin: Origin, message: String) {
        self.draft.faults.push(Fault { origin, message });
    }
}

fn one<'s>(said: &'s Said, property: &str) -> Option<&'s str> {
    said.get(property)?.first().map(String::as_str)
}

/// All names of a record; a post is known by its titles, a person by the surname too.
fn names(kind: u8, label: &str, said: &Said) -> Vec<Alias> {
    if kind == kind::POST {
        return Vec::new();
    }
    let alias = |text: &str, kind: u8| Alias {
        text: text.to_owned(),
        kind,
    };
    let mut names = vec![alias(label, kind::NAME)];
    let others = said.get("skos:altLabel").into_iter().flatten();
    names.extend(others.map(|name| alias(name, kind::NAME)));
    let hidden = said.get("skos:hiddenLabel").into_iter().flatten();
    names.extend(hidden.map(|name| alias(name, kind::SHORT)));
    if let Some((_, surname)) = label.rsplit_once(' ').filter(|_| kind == kind::PERSON) {
        names.push(alias(surname, kind::SHORT));
    }
    names
}

/// Words that name the holder of a post: other labels, and the label before "of".
fn titles(kind: u8, label: &str, said: &Said) -> Vec<String> {
    if kind != kind::POST {
        return Vec::new();
    }
    let of = label.split_once(" of ").map_or(label, |(title, _)| title);
    let others = said.get("skos:altLabel").into_iter().flatten().cloned();
    std::iter::once(of.to_owned()).chain(others).collect()
}

/// A property or class in the short form of the graph model.
fn short(iri: &str) -> String {
    const PREFIXES: [(&str, &str); 7] = [
        (NG, "ng:"),
        ("http://www.w3.org/2000/01/rdf-schema#", "rdfs:"),
        ("http://www.w3.org/2004/02/skos/core#", "skos:"),
        ("http://www.w3.org/2002/07/owl#", "owl:"),
        ("http://schema.org/", "schema:"),
        ("http://www.w3.org/ns/org#", "org:"),
        ("http://www.w3.org/2003/01/geo/wgs84_pos#", "wgs:"),
    ];
    if iri == RDF_TYPE {
        return "a".to_owned();
    }
    PREFIXES
        .iter()
        .find_map(|(long, prefix)| {
            iri.strip_prefix(long)
                .map(|local| format!("{prefix}{local}"))
        })
        .unwrap_or_else(|| iri.to_owned())
}
