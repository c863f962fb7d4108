//! What is compared.

use std::collections::BTreeSet;

use jiff::civil::Date;

/// A situation that an article asserts or reports, as far as it matters for its identity.
#[derive(Clone, Debug, Default)]
pub struct Telling<'graph> {
    /// IRI of the situation.
    pub iri: &'graph str,
    /// IRI of its article.
    pub article: &'graph str,
    /// Label.
    pub label: &'graph str,
    /// IRI of the event type.
    pub event_type: &'graph str,
    /// PLOVER class.
    pub class: Option<&'graph str>,
    /// Agents.
    pub agents: Vec<Party<'graph>>,
    /// Recipients and participants.
    pub recipients: Vec<Party<'graph>>,
    /// Where.
    pub place: Option<Place<'graph>>,
    /// First day.
    pub first: Option<Date>,
    /// Last day.
    pub last: Option<Date>,
    /// Whether the days come from the text and not from tense and publication alone.
    pub dated: bool,
    /// Day of publication of the article.
    pub published: Option<Date>,
    /// Numbers by unit.
    pub numbers: Vec<(&'graph str, f64)>,
    /// The words of the sentence that tells of it.
    pub words: BTreeSet<String>,
}

/// Somebody who takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party<'graph> {
    /// IRI of a known one, name key of another; none for one without a name.
    pub identity: Option<&'graph str>,
    /// ISO code of its state.
    pub state: Option<&'graph str>,
    /// What it is.
    pub kind: PartyKind,
    /// Last word of its label, lower case: what the nameless are known by.
    pub noun: String,
}

/// Kinds of actors, as far as they can stand for one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartyKind {
    /// A state or its government.
    State,
    /// A person in office.
    Official,
    /// Another person.
    Person,
    /// Anything else.
    #[default]
    Other,
}

/// A place with what it lies in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place<'graph> {
    /// IRI of a known one, name key of another; none for one without a name.
    pub identity: Option<&'graph str>,
    /// Last word of its label, lower case.
    pub noun: String,
    /// IRIs of places and states around it.
    pub around: BTreeSet<&'graph str>,
}

impl Telling<'_> {
    /// The days on which it may have been; tense alone says: in the days before publication.
    pub(super) fn days(&self) -> Option<(Date, Date)> {
        const BEFORE: i64 = 3;
        let earlier =
            |day: Date, days: i64| day.checked_sub(jiff::Span::new().days(days)).unwrap_or(day);
        let last = self.last.or(self.published).or(self.first)?;
        let first = match self.first {
            Some(first) if self.dated => first.min(last),
            _ => earlier(last, if self.dated { 0 } else { BEFORE }),
        };
        Some((first, last))
    }
}
