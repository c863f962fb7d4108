//! What the tree around a name says of what it names.

use super::Roster;
use crate::annotate::{Annotated, Dep};
use crate::knowledge::world::EntityKind;

/// "in X", "near X", "through X": a place, or at least no surname.
pub(super) fn is_locative(annotated: &Annotated, token: usize) -> bool {
    preposition(annotated, token).is_some_and(|word| {
        matches!(
            word,
            "in" | "near" | "at" | "outside" | "across" | "around" | "through" | "into"
        )
    })
}

/// "in X": a place even where the tagger saw a person.
pub(super) fn is_in(annotated: &Annotated, token: usize) -> bool {
    preposition(annotated, token)
        .is_some_and(|word| matches!(word, "in" | "near" | "at" | "into" | "outside"))
}

fn preposition(annotated: &Annotated, token: usize) -> Option<&str> {
    let head = annotated.head(token)?;
    (annotated.dep(token) == Dep::Pobj).then(|| annotated.lower(head))
}

/// Whether the text says of a name that it is a person: "X, who …", "a spokesperson, X", "X, the leader of Y".
pub(super) fn is_told_person(annotated: &Annotated, roster: &Roster, token: usize) -> bool {
    let who = annotated.children_by(token, Dep::Relcl).any(|verb| {
        annotated
            .children(verb)
            .iter()
            .any(|&child| matches!(annotated.lower(child), "who" | "whom"))
    });
    let above = annotated
        .head(token)
        .filter(|_| annotated.dep(token) == Dep::Appos);
    let below = annotated.children_by(token, Dep::Appos);
    who || above
        .into_iter()
        .chain(below)
        .any(|noun| is_person_noun(annotated, roster, noun))
}

fn is_person_noun(annotated: &Annotated, roster: &Roster, token: usize) -> bool {
    let noun = roster.knowledge.language.nouns.get(annotated.lemma(token));
    noun.is_some_and(|noun| noun.kind == EntityKind::Person)
}
