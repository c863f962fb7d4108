//! The words of quantities: `ontology/language/quantities.toml`, parsed once.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::resolve::times::phrases::Phrases;

const FILE: &str = include_str!("../../../ontology/language/quantities.toml");

/// What a phrase before a number makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// The least.
    Min,
    /// The most.
    Max,
    /// Not exact.
    Approximate,
}

#[derive(Deserialize)]
struct Nouns {
    unit: String,
    nouns: Vec<String>,
}

#[derive(Deserialize)]
struct Verbs {
    unit: String,
    verbs: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    unit: Vec<Nouns>,
    outcome: Vec<Verbs>,
    fate: Vec<Verbs>,
    adjectives: HashMap<String, String>,
    signs: HashMap<String, String>,
    currencies: HashMap<String, String>,
    bounds: BTreeMap<String, String>,
}

/// Units by the words that give them.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// By lemma of the counted noun.
    pub(super) nouns: HashMap<String, String>,
    /// By lemma of the verb whose object is counted.
    pub(super) outcomes: HashMap<String, String>,
    /// By lemma of the verb whose subject is counted.
    pub(super) fates: HashMap<String, String>,
    /// By adjective or participle after the number.
    pub(super) adjectives: HashMap<String, String>,
    /// Currency codes by sign.
    pub(super) signs: HashMap<String, String>,
    /// Currency codes by lemma.
    pub(super) currencies: HashMap<String, String>,
    /// Phrases before the number.
    pub(super) bounds: Phrases<Bound>,
}

#[expect(
    clippy::expect_used,
    reason = "the file is compiled in and a test reads it"
)]
static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::build(toml::from_str(FILE).expect("quantities.toml is well formed")));

/// The lexicon that is compiled in.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn build(file: File) -> Self {
        let mut bounds = Phrases::default();
        for (phrase, bound) in &file.bounds {
            let bound = match bound.as_str() {
                "min" => Bound::Min,
                "max" => Bound::Max,
                _ => Bound::Approximate,
            };
            bounds.insert(phrase, bound);
        }
        let nouns = file.unit.into_iter().flat_map(|row| {
            row.nouns
                .into_iter()
                .map(move |noun| (noun, row.unit.clone()))
        });
        Self {
            nouns: nouns.collect(),
            outcomes: by_verb(file.outcome),
            fates: by_verb(file.fate),
            adjectives: file.adjectives,
            signs: file.signs,
            currencies: file.currencies,
            bounds,
        }
    }
}

fn by_verb(rows: Vec<Verbs>) -> HashMap<String, String> {
    rows.into_iter()
        .flat_map(|row| {
            row.verbs
                .into_iter()
                .map(move |verb| (verb, row.unit.clone()))
        })
        .collect()
}
