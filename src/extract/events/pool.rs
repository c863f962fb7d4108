//! The arguments from which roles are filled: those of the word that triggers and of the noun or verb beside it.

use crate::annotate::{Predicate, PredicateKind, Relation, by_token};
use crate::resolve::Resolved;

use super::governors::Support;
use super::matching::Hit;

/// An argument that may fill a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// How it stands.
    pub(super) relation: Relation,
    /// Its head.
    pub(super) token: usize,
    /// Its preposition.
    pub(super) preposition: Option<usize>,
    /// Whether it is shared, controlled or of another word.
    pub(super) inherited: bool,
}

/// All of them, in order of preference within a relation.
#[derive(Clone, Debug, Default)]
pub(super) struct Pool(pub(super) Vec<Candidate>);

impl Pool {
    /// Arguments of a verb or adjective; objects of the wording's prepositions count as objects, and the
    /// nouns of the wording hand on theirs.
    pub(super) fn of_verb(resolved: &Resolved, predicate: &Predicate, hit: &Hit<'_>) -> Self {
        let mut pool = Self::default();
        for argument in &predicate.arguments {
            let own = argument
                .preposition
                .is_some_and(|at| hit.prepositions.contains(&at));
            let relation = if own && argument.relation == Relation::Prepositional {
                Relation::Object
            } else {
                argument.relation
            };
            pool.0.push(Candidate {
                relation,
                token: argument.token,
                preposition: argument.preposition,
                inherited: argument.inherited,
            });
        }
        let bare = |noun: &&usize| resolved.entities_of(**noun).is_empty();
        let event =
            |token: usize| hit.takes.contains(&token) && resolved.entities_of(token).is_empty();
        pool.0.retain(|candidate| !event(candidate.token));
        for &noun in hit.takes.iter().filter(bare) {
            pool.add_noun(resolved, noun);
        }
        pool
    }

    /// Arguments of an event noun, then those of the verb that carries it.
    pub(super) fn of_noun(
        resolved: &Resolved,
        predicate: &Predicate,
        support: Option<&Support>,
    ) -> Self {
        let mut pool = Self::default();
        pool.add(predicate, |relation| relation);
        if let Some((support, verb)) =
            support.and_then(|support| Some((support, support.predicate(resolved)?)))
        {
            let subject = if support.suffering {
                Relation::Object
            } else {
                Relation::Subject
            };
            pool.add(verb, |relation| match relation {
                Relation::Subject => subject,
                Relation::Object => Relation::Complement,
                other => other,
            });
        }
        pool
    }

    /// Whether there is a subject.
    pub(super) fn has_subject(&self) -> bool {
        let subject = |one: &Candidate| one.relation == Relation::Subject;
        self.0.iter().any(subject)
    }

    /// Adds a candidate that stands elsewhere.
    pub(super) fn push(&mut self, relation: Relation, token: usize) {
        self.0.push(Candidate {
            relation,
            token,
            preposition: None,
            inherited: true,
        });
    }

    fn add(&mut self, predicate: &Predicate, change: impl Fn(Relation) -> Relation) {
        for argument in &predicate.arguments {
            self.0.push(Candidate {
                relation: change(argument.relation),
                token: argument.token,
                preposition: argument.preposition,
                inherited: argument.inherited,
            });
        }
    }

    /// Hands on what stands around a noun of the wording, but no second subject.
    fn add_noun(&mut self, resolved: &Resolved, noun: usize) {
        let Some(predicate) = by_token(&resolved.predicates, noun) else {
            return;
        };
        let has_subject = self.has_subject();
        for argument in predicate
            .arguments
            .iter()
            .filter(|_| predicate.kind == PredicateKind::Noun)
        {
            if argument.relation == Relation::Subject && has_subject {
                continue;
            }
            self.0.push(Candidate {
                relation: argument.relation,
                token: argument.token,
                preposition: argument.preposition,
                inherited: argument.inherited,
            });
        }
    }
}
