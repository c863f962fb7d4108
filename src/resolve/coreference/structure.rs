//! What the tree alone tells: appositions, predicate nouns, relative pronouns.

use super::Answer;
use super::context::Context;
use crate::annotate::Dep;
use crate::knowledge::world::EntityKind;
use crate::resolve::EntityId;
use crate::resolve::mentions::{Determiner, antecedent};

/// The token of the name or noun that a phrase explains ("X, the leader of Y") or that it is said to be
/// ("X is the leader of Y").
pub(super) fn explained(context: &Context, number: usize) -> Option<usize> {
    let annotated = context.annotated();
    let draft = &context.input.drafts[number];
    let token = draft.head_token;
    match annotated.dep(token) {
        Dep::Appos => annotated.head(token),
        Dep::Attr => {
            let verb = annotated.head(token)?;
            let negated = annotated.child(verb, Dep::Neg).is_some();
            let be = annotated.lemma(verb) == "be" && !negated;
            annotated
                .child(verb, Dep::Nsubj)
                .filter(|_| be && draft.determiner != Determiner::Quantified)
        }
        _ => annotated.child(token, Dep::Appos).filter(|&apposed| {
            context.by_token[apposed]
                .is_some_and(|other| context.input.drafts[other].name.is_some())
        }),
    }
}

/// The entities of a mention and of those coordinated with it.
pub(super) fn with_conjuncts(context: &Context, first: usize) -> Vec<EntityId> {
    let mut entities = context.entities_at(first);
    let mut at = first;
    while let Some(next) = context.annotated().child(at, Dep::Conj) {
        entities.extend(context.entities_at(next));
        at = next;
    }
    entities
}

/// A relative pronoun means what its clause hangs on.
pub(super) fn relative(context: &Context, number: usize, answer: &mut Answer) {
    let token = context.input.drafts[number].head_token;
    let found = antecedent(context.annotated(), token).map(|noun| context.entities_at(noun));
    answer.entities = found.unwrap_or_default();
    answer.kept = !answer.entities.is_empty();
    answer.rule = "coreference/relative";
}

/// Whether one kind of thing may be called by a phrase of another kind.
pub(super) fn compatible(one: EntityKind, other: EntityKind) -> bool {
    use EntityKind as K;
    let class = |kind: K| match kind {
        K::Person => 0,
        K::State | K::Government => 1,
        K::City | K::Region | K::Place => 2,
        K::Group => 3,
        K::Post => 4,
        K::NamedEvent => 5,
        K::Document => 6,
        _ => 7,
    };
    let (one, other) = (class(one), class(other));
    one == other
        || matches!(
            (one, other),
            (1 | 7, 3) | (3, 1 | 7) | (1, 2 | 7) | (2 | 7, 1)
        )
}
