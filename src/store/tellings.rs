//! What graphs tell of happenings: situations and articles as they are compared across articles.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Graphs, Nodes};
use crate::graph::links::{ArticleText, Party, PartyKind, Place, Telling, happening_links};
use crate::graph::vocabulary as v;

/// Local name of the graph that holds links across articles, after the base.
pub const LINKS_GRAPH: &str = "graph/links";

/// Makes the links across articles anew: which situations are taken to tell of one happening.
/// Gives the number of happenings.
pub fn link(graphs: &mut Graphs, base: &str) -> usize {
    let name = format!("{base}{LINKS_GRAPH}");
    graphs.put_named(&name, Vec::new());
    let links = {
        let nodes = Nodes::new(graphs);
        let reader = TellingReader {
            nodes: &nodes,
            base,
        };
        happening_links(reader.tellings(), reader.articles(), base)
    };
    let linked = links
        .iter()
        .filter(|triple| triple.predicate.as_str() == v::HAPPENING);
    let happenings: BTreeSet<String> = linked.map(|triple| triple.object.to_string()).collect();
    let count = happenings.len();
    graphs.put_named(&name, links);
    count
}

const AGENT: &[&str] = &["https://w3id.org/newsgraph/ns#agent"];
const RECIPIENTS: &[&str] = &[v::RECIPIENT, "https://w3id.org/newsgraph/ns#participant"];
const LOCATED_IN: &str = "https://w3id.org/newsgraph/ns#locatedIn";

const SENTENCE_ENDS: [char; 4] = ['.', '!', '?', '\n'];

struct TellingReader<'nodes, 'graph> {
    nodes: &'nodes Nodes<'graph>,
    base: &'nodes str,
}

impl<'graph> TellingReader<'_, 'graph> {
    fn articles(&self) -> Vec<ArticleText<'graph>> {
        let all = self.nodes.iter().map(|(iri, _)| iri);
        let articles = all.filter(|iri| self.nodes.has(iri, v::A, v::NEWS_ARTICLE));
        articles
            .map(|iri| ArticleText {
                iri,
                text: self.nodes.text(iri, v::NIF_IS_STRING).unwrap_or(""),
                sha256: self.nodes.text(iri, v::SHA256).unwrap_or(""),
            })
            .collect()
    }

    // What is only denied, wished or planned tells of no happening.
    fn tellings(&self) -> Vec<Telling<'graph>> {
        let all = self.nodes.iter().map(|(iri, _)| iri);
        let told = |iri: &&str| {
            let status = self.nodes.link(iri, v::STATUS).unwrap_or("");
            matches!(status.strip_prefix(v::NG), Some("asserted" | "reported"))
        };
        all.filter(told).map(|iri| self.telling(iri)).collect()
    }

    fn telling(&self, iri: &'graph str) -> Telling<'graph> {
        let article = self.nodes.link(iri, v::IN_ARTICLE).unwrap_or("");
        let key = self
            .nodes
            .link(iri, v::KEY)
            .and_then(|key| key.rsplit('/').next());
        Telling {
            iri,
            article,
            label: self.nodes.text(iri, v::LABEL).unwrap_or(""),
            event_type: self.nodes.link(iri, v::EVENT_TYPE).unwrap_or(""),
            class: key.and_then(|key| key.split('.').next()),
            agents: self.parties(iri, AGENT),
            recipients: self.parties(iri, RECIPIENTS),
            place: self
                .nodes
                .link(iri, v::PLACE)
                .map(|place| self.place(place)),
            first: self.day(iri, v::EARLIEST),
            last: self.day(iri, v::LATEST),
            dated: self
                .nodes
                .text(iri, v::TIME_BASIS)
                .is_some_and(|basis| basis != "tense"),
            published: self.day(article, v::DATE_PUBLISHED),
            numbers: self.numbers(iri),
            words: content_words(self.sentence(iri)),
        }
    }

    // The sentence around the evidence; the evidence alone where the graph does not hold the text.
    fn sentence(&self, iri: &str) -> &'graph str {
        let evidence = self.nodes.link(iri, v::EVIDENCE).unwrap_or("");
        let words = self.nodes.text(evidence, v::NIF_ANCHOR).unwrap_or("");
        let around = || {
            let article = self.nodes.link(evidence, v::NIF_REFERENCE)?;
            let text = self.nodes.text(article, v::NIF_IS_STRING)?;
            let begin: usize = self.nodes.text(evidence, v::NIF_BEGIN)?.parse().ok()?;
            let (start, _) = text.char_indices().nth(begin)?;
            let end = start + words.len();
            let first = text
                .get(..start)?
                .rfind(SENTENCE_ENDS)
                .map_or(0, |at| at + 1);
            let last = text
                .get(end..)?
                .find(SENTENCE_ENDS)
                .map_or(text.len(), |at| end + at);
            text.get(first..last)
        };
        around().unwrap_or(words)
    }

    fn day(&self, iri: &str, property: &str) -> Option<Date> {
        self.nodes.text(iri, property)?.parse().ok()
    }

    fn parties(&self, iri: &str, properties: &[&str]) -> Vec<Party<'graph>> {
        let links = properties
            .iter()
            .flat_map(|property| self.nodes.links(iri, property));
        let each: BTreeSet<&str> = links.collect();
        each.into_iter().map(|entity| self.party(entity)).collect()
    }

    fn party(&self, entity: &'graph str) -> Party<'graph> {
        let label = self
            .nodes
            .text(entity, v::LABEL)
            .unwrap_or("")
            .to_lowercase();
        let is = |class: &str| self.nodes.has(entity, v::A, &format!("{}{class}", v::NG));
        let kind = if is("State") || is("Government") {
            PartyKind::State
        } else if is("Person") && self.nodes.text(entity, v::SECTOR) == Some("GOV") {
            PartyKind::Official
        } else if is("Person") {
            PartyKind::Person
        } else {
            PartyKind::Other
        };
        let own = self.nodes.text(entity, v::NOTATION);
        let of_state = || {
            let state = self.nodes.link(entity, v::OF_STATE)?;
            self.nodes.text(state, v::NOTATION)
        };
        Party {
            identity: self.identity(entity),
            state: own.or_else(of_state),
            kind,
            noun: label
                .split_whitespace()
                .next_back()
                .unwrap_or("")
                .to_owned(),
        }
    }

    // A name key for those of one article; nothing for those without a name.
    fn identity(&self, entity: &'graph str) -> Option<&'graph str> {
        let key = self.nodes.text(entity, v::NAME_KEY);
        key.or_else(|| (!self.is_local(entity)).then_some(entity))
    }

    // Whether an IRI begins with the hash of an article after its kind.
    fn is_local(&self, entity: &str) -> bool {
        const DIGITS: usize = 16;
        let local = entity
            .strip_prefix(self.base)
            .and_then(|rest| rest.split_once('/'));
        local.is_some_and(|(_, name)| {
            name.len() > DIGITS
                && name.as_bytes()[DIGITS] == b'-'
                && name
                    .bytes()
                    .take(DIGITS)
                    .all(|byte| byte.is_ascii_hexdigit())
        })
    }

    fn place(&self, place: &'graph str) -> Place<'graph> {
        let mut around = BTreeSet::new();
        let mut waiting = vec![place];
        while let Some(at) = waiting.pop() {
            for property in [LOCATED_IN, v::OF_STATE] {
                let further = self.nodes.links(at, property);
                waiting.extend(further.filter(|outer| around.insert(*outer)));
            }
        }
        Place {
            identity: self.identity(place),
            noun: last_word(self.nodes.text(place, v::LABEL).unwrap_or("")),
            around,
        }
    }

    fn numbers(&self, iri: &str) -> Vec<(&'graph str, f64)> {
        let quantities = self.nodes.links(iri, v::QUANTITY);
        let number = |quantity: &'graph str| {
            let unit = self.nodes.text(quantity, v::UNIT)?;
            let properties = [v::VALUE, v::MIN_VALUE, v::MAX_VALUE];
            let value = properties
                .iter()
                .find_map(|property| self.nodes.text(quantity, property))?;
            Some((unit, value.parse().ok()?))
        };
        quantities.filter_map(number).collect()
    }
}

fn last_word(label: &str) -> String {
    label
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase()
}

// Words of more than two letters, lower case, without the endings of plurals and past tenses.
fn content_words(text: &str) -> BTreeSet<String> {
    const SHORTEST: usize = 3;
    let words = text.split(|character: char| !character.is_alphanumeric());
    words
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(|word| {
            let stem = ["ing", "ed", "es", "s"]
                .iter()
                .find_map(|ending| word.strip_suffix(ending));
            stem.filter(|stem| stem.len() >= SHORTEST)
                .map_or(word.clone(), str::to_owned)
        })
        .collect()
}
