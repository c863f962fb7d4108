//! Wordings of events: `ontology/events/*.toml`, one event type a file, and `roles.toml` with what they share.
//!
//! The format is told in `ontology/README.md` ("Add an event wording").

mod file;
mod inspect;
mod limit;
mod load;
mod roles;
mod source;
#[cfg(test)]
mod tests;
mod wording;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::annotate::Relation;

pub use file::{Case, ExpectedCase, cases};
pub use inspect::inspect;
pub use limit::{Limit, Sort, Test};
pub use roles::{Filler, RoleLine, RolePattern, Source};
pub use source::EventFile;
pub use wording::Wording;

/// An event type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventType {
    /// Local name of its IRI: `impose-sanctions`.
    pub id: String,
    /// The file that defines it, without `.toml`.
    pub file: String,
    /// What it is, in a sentence.
    pub definition: String,
    /// Third person present, before the other side: "imposes sanctions on".
    pub active: String,
    /// The same told of the other side, where nobody is named who does it: "is sanctioned".
    pub passive: Option<String>,
    /// PLOVER class.
    pub class: Option<String>,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// CAMEO code.
    pub cameo: Option<String>,
    /// A wider type of ours; the PLOVER class where there is none.
    pub broader: Option<String>,
}

/// Wordings that share roles and limits.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Index into [`Events::types`].
    pub event_type: usize,
    /// `file/frame`.
    pub rule: String,
    /// Roles around a verb or adjective.
    pub roles: RolePattern,
    /// Roles around a noun.
    pub noun_roles: RolePattern,
    /// What the deep subject must be, where there is one.
    pub subject: Limit,
    /// What the deep object must be, where there is one.
    pub object: Limit,
    /// What the deep object must not be.
    pub not_object: Limit,
    /// What the deep subject must not be.
    pub not_subject: Limit,
    /// Whether it has limits of its own, besides those of its class.
    pub limited: bool,
    /// Roles or relations that must be filled.
    pub needs: Vec<Filler>,
    /// Words anywhere in the sentence that silence it.
    pub silent_with: Vec<String>,
    /// Relations that must not be there.
    pub without: Vec<Relation>,
    /// A speech act: what it says is its content.
    pub speech: bool,
}

/// All wordings, by the base form of the word that triggers them.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// Event types in order of their files.
    pub types: Vec<EventType>,
    /// Frames.
    pub frames: Vec<Frame>,
    /// Wordings of verbs.
    pub verbs: HashMap<String, Vec<Wording>>,
    /// Wordings of nouns.
    pub nouns: HashMap<String, Vec<Wording>>,
    /// Wordings of adjectives.
    pub adjectives: HashMap<String, Vec<Wording>>,
    /// Classes of nouns that limits and wordings name with `@`.
    pub noun_classes: BTreeMap<String, BTreeSet<String>>,
    /// Verbs that carry an event noun: their subject does it ("launch an attack").
    pub support_verbs: BTreeSet<String>,
    /// Verbs whose subject undergoes the event noun ("suffered an attack").
    pub suffering_verbs: BTreeSet<String>,
    /// Verbs that are no situation by themselves.
    pub silent_verbs: BTreeSet<String>,
    /// Verbs of saying: claims, no situations.
    pub saying_verbs: BTreeSet<String>,
    /// Nouns of sport, business and the arts that take a sentence out of politics.
    pub other_topics: BTreeSet<String>,
    /// Verbs whose object is told something.
    pub addressing_verbs: BTreeSet<String>,
    /// Verbs without a class whose "will not" is a refusal.
    pub refusable_verbs: BTreeSet<String>,
    /// Words that make a sentence political, whoever acts.
    pub political_words: HashSet<String>,
    /// Verbs without a class that are done against their object.
    pub harming_verbs: BTreeSet<String>,
}

impl Events {
    /// The event type of a frame.
    #[must_use]
    pub fn type_of(&self, frame: usize) -> &EventType {
        &self.types[self.frames[frame].event_type]
    }

    /// An event type by its local name.
    #[must_use]
    pub fn event_type(&self, id: &str) -> Option<&EventType> {
        self.types.iter().find(|event_type| event_type.id == id)
    }

    /// Whether a noun belongs to a class of nouns.
    #[must_use]
    pub fn is_in_class(&self, class: &str, noun: &str) -> bool {
        self.noun_classes
            .get(class)
            .is_some_and(|nouns| nouns.contains(noun))
    }

    /// Number of pairs of wording and frame.
    #[must_use]
    pub fn wordings(&self) -> usize {
        let count =
            |table: &HashMap<String, Vec<Wording>>| -> usize { table.values().map(Vec::len).sum() };
        count(&self.verbs) + count(&self.nouns) + count(&self.adjectives)
    }
}
