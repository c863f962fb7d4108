//! What words make of what they govern: signatures of verbs, nouns and adjectives, modality and
//! negation, read from the tables `ontology/language/{factuality,modality,negation}*.toml`.

mod outcome;
mod table;

use std::collections::{HashMap, HashSet};

pub use outcome::{Outcome, Signature};
pub use table::Words;

use crate::error::Result;

/// Which kind of word governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Governor {
    /// A verb, with its particle.
    Verb,
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
}

/// What a modal auxiliary makes of its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modal {
    /// "could go".
    pub affirmed: Outcome,
    /// "could not go".
    pub negated: Outcome,
    /// "could have gone".
    pub perfect: Outcome,
    /// "could not have gone".
    pub negated_perfect: Outcome,
}

/// The words of negation.
#[derive(Debug, Default)]
pub struct Negation {
    /// On the predicate itself: "not", "never".
    pub negators: HashSet<Box<str>>,
    /// Determiners of an argument: "no".
    pub determiners: HashSet<Box<str>>,
    /// Pronouns as an argument: "nobody".
    pub pronouns: HashSet<Box<str>>,
    /// Words that take a negator back: "not only".
    pub released_by: HashSet<Box<str>>,
    /// "any".
    pub free_choice: HashSet<Box<str>>,
    /// "every".
    pub universal: HashSet<Box<str>>,
    /// Verbs that stand although their object does not: "has no plans".
    pub void_object_verbs: HashSet<Box<str>>,
}

/// Words by which a plan, demand or allegation comes to nothing.
#[derive(Debug, Default)]
pub struct Defeat {
    /// Verbs of which it is the object: "reject".
    pub of_object: HashSet<Box<str>>,
    /// Verbs of which it is the subject: "fail".
    pub of_subject: HashSet<Box<str>>,
    /// Its modifiers: "failed".
    pub modifiers: HashSet<Box<str>>,
}

/// The tables of factuality, modality and negation.
#[derive(Debug)]
pub struct StatusLanguage {
    /// Signatures by kind of word, then lemma, then frame.
    pub(super) signatures: [HashMap<Box<str>, Vec<(Box<str>, Signature)>>; 3],
    /// Modal auxiliaries by their lower-case form.
    pub modals: HashMap<Box<str>, Modal>,
    /// Adverbs ("allegedly", "possibly").
    pub adverbs: HashMap<Box<str>, Outcome>,
    /// Modifiers of nouns ("alleged", "planned").
    pub modifiers: HashMap<Box<str>, Outcome>,
    /// Prepositions, with their first word where they have two ("instead of").
    pub prepositions: HashMap<Box<str>, Outcome>,
    /// Conjunctions in front of clauses.
    pub conjunctions: HashMap<Box<str>, Outcome>,
    /// Nouns of rules: "constitution", "law".
    pub rule_nouns: HashSet<Box<str>>,
    /// Verbs of speaking to somebody: who "telephones to warn" has warned.
    pub speaking: HashSet<Box<str>>,
    /// Words by which plans, demands and allegations come to nothing.
    pub defeat: Defeat,
    /// Words of negation.
    pub negation: Negation,
}

impl Default for StatusLanguage {
    /// The tables that are compiled in; a fault in one is found by the tests, so that they are empty here.
    fn default() -> Self {
        Self::load().unwrap_or_else(|_| Self::empty())
    }
}

impl StatusLanguage {
    fn empty() -> Self {
        Self {
            signatures: [HashMap::new(), HashMap::new(), HashMap::new()],
            modals: HashMap::new(),
            adverbs: HashMap::new(),
            modifiers: HashMap::new(),
            prepositions: HashMap::new(),
            conjunctions: HashMap::new(),
            rule_nouns: HashSet::new(),
            speaking: HashSet::new(),
            defeat: Defeat::default(),
            negation: Negation::default(),
        }
    }

    /// Reads the tables that are compiled in.
    ///
    /// # Errors
    /// If a table is not well formed or names a signature or outcome that does not exist.
    pub fn load() -> Result<Self> {
        table::load()
    }

    /// The signature of a word in a frame; verbs with a particle are looked up as `verb_particle`.
    #[must_use]
    pub fn signature(&self, governor: Governor, lemma: &str, frame: &str) -> Option<Signature> {
        self.signatures[governor as usize]
            .get(lemma)?
            .iter()
            .find(|(known, _)| &**known == frame)
            .map(|&(_, signature)| signature)
    }

    /// Whether a word governs anything at all.
    #[must_use]
    pub fn governs(&self, governor: Governor, lemma: &str) -> bool {
        self.signatures[governor as usize].contains_key(lemma)
    }
}
