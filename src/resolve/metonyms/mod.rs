//! Capitals and seats that stand for a government, told from places by what they do in the tree:
//! "Moscow denied", "talks between Ankara and Washington", "pressure on Tehran" against "in Moscow".
//! The words are in `ontology/language/metonyms.toml`.

use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::language::metonyms;

/// Whether the noun phrase that a token heads acts, or is acted on as only a government can be.
pub(crate) fn acts(annotated: &Annotated, token: usize) -> bool {
    let Some(head) = annotated.head(token) else {
        return false;
    };
    let words = metonyms();
    let lemma = annotated.lemma(head);
    match annotated.dep(token) {
        Dep::Nsubj => subject_acts(annotated, head),
        Dep::Nsubjpass | Dep::Dobj | Dep::Dative => {
            words.addressed.contains(lemma) || words.accused.contains(lemma)
        }
        Dep::Pobj => object_acts(annotated, head),
        Dep::Poss => !words.of_city.contains(lemma),
        Dep::Compound | Dep::Amod | Dep::Nmod => words.of_government.contains(lemma),
        Dep::Npadvmod => words.participles.contains(annotated.lower(head)),
        Dep::Conj => !is_place_list(annotated, head) && acts(annotated, head),
        _ => false,
    }
}

/// Whether the subject of a verb does something: not "Moscow is the capital", "Paris saw", "Kabul fell".
fn subject_acts(annotated: &Annotated, verb: usize) -> bool {
    if !matches!(annotated.pos(verb), Pos::Verb | Pos::Aux) {
        return false;
    }
    if annotated.lemma(verb) == "be" {
        let attitude = |adjective| metonyms().attitudes.contains(annotated.lemma(adjective));
        let state = annotated.child(verb, Dep::Acomp).is_some_and(attitude);
        return state || annotated.child(verb, Dep::Xcomp).is_some();
    }
    !metonyms().idle.contains(annotated.lemma(verb))
}

/// The object of a preposition: "by Moscow" of a passive, "talks with Tehran", "pressure on Kyiv".
fn object_acts(annotated: &Annotated, preposition: usize) -> bool {
    let Some(governor) = annotated.head(preposition) else {
        return false;
    };
    if annotated.dep(preposition) == Dep::Agent {
        return true;
    }
    let Some(governors) = metonyms().before.get(annotated.lower(preposition)) else {
        return false;
    };
    let lemma = annotated.lemma(governor);
    let noun = matches!(annotated.pos(governor), Pos::Noun | Pos::Propn);
    governors.words.contains(lemma) || noun && governors.nouns.contains(lemma)
}

/// "in Moscow and Kyiv": conjuncts of a place are places.
fn is_place_list(annotated: &Annotated, head: usize) -> bool {
    annotated.dep(head) == Dep::Pobj
        && annotated
            .head(head)
            .is_some_and(|preposition| metonyms().at_place.contains(annotated.lower(preposition)))
}
