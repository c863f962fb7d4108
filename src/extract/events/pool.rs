//! The arguments from which roles are filled: those of the word that triggers and of the noun or verb beside it.

use crate::annotate::{Dep, Predicate, PredicateKind, Relation, by_token};
use crate::knowledge::events::Events;
use crate::knowledge::world::EntityKind;
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
    /// Whether it is the verb's that carries an event noun.
    pub(super) carried: bool,
}

/// All of them, in order of preference within a relation.
#[derive(Clone, Debug, Default)]
pub(super) struct Pool(pub(super) Vec<Candidate>);

impl Pool {
    /// Arguments of a verb or adjective; objects of the wording's prepositions count as objects, and the
    /// nouns of the wording hand on theirs; one that tells of an event is no object.
    pub(super) fn of_verb(
        resolved: &Resolved,
        events: &Events,
        predicate: &Predicate,
        hit: &Hit<'_>,
    ) -> Self {
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
                carried: false,
            });
        }
        for &small in &hit.small {
            pool.add_small(resolved, small);
        }
        let bare = |noun: &&usize| {
            let mut kinds = resolved.entities_of(**noun).iter();
            kinds.all(|&id| resolved.entity(id).kind == EntityKind::Document)
        };
        let event = |token: usize| {
            hit.takes.contains(&token)
                && resolved.entities_of(token).is_empty()
                && events.nouns.contains_key(resolved.annotated.lemma(token))
        };
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
            let own = pool.0.len();
            pool.add(verb, |relation| match relation {
                Relation::Subject => subject,
                Relation::Object => Relation::Complement,
                other => other,
            });
            for candidate in &mut pool.0[own..] {
                candidate.carried = true;
            }
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
            carried: true,
        });
    }

    fn add(&mut self, predicate: &Predicate, change: impl Fn(Relation) -> Relation) {
        for argument in &predicate.arguments {
            self.0.push(Candidate {
                relation: change(argument.relation),
                token: argument.token,
                preposition: argument.preposition,
                inherited: argument.inherited,
                carried: false,
            });
        }
    }

    /// "Held them responsible for it": them as the object, what stands after "responsible" too.
    fn add_small(&mut self, resolved: &Resolved, small: usize) {
        let annotated = &resolved.annotated;
        for &child in annotated.children(small) {
            let (relation, preposition) = match annotated.dep(child) {
                Dep::Nsubj => (Relation::Object, None),
                Dep::Prep => (Relation::Prepositional, Some(child)),
                _ => continue,
            };
            let tokens = match preposition {
                None => vec![child],
                Some(at) => annotated.children_by(at, Dep::Pobj).collect(),
            };
            self.0.extend(tokens.into_iter().map(|token| Candidate {
                relation,
                token,
                preposition,
                inherited: false,
                carried: false,
            }));
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
                carried: false,
            });
        }
    }
}
