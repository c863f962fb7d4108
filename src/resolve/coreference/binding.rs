//! Which mentions a pronoun may or must mean by the tree alone: the binding of arguments, and control.

use super::context::is_subject;
use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::language::phrases;

/// The verb in whose clause a token stands.
pub(super) fn clause_of(annotated: &Annotated, token: usize) -> Option<usize> {
    annotated
        .ancestors(token)
        .find(|&at| matches!(annotated.pos(at), Pos::Verb | Pos::Aux))
}

/// Whether a pronoun cannot mean an argument of its own verb ("He met him").
pub(super) fn bound(annotated: &Annotated, candidate: usize, pronoun: usize) -> bool {
    let reflexive =
        annotated.lower(pronoun).ends_with("self") || annotated.lower(pronoun).ends_with("selves");
    let possessive = annotated.dep(pronoun) == Dep::Poss;
    if reflexive || possessive {
        return annotated.head(pronoun) == Some(candidate);
    }
    let argument = |token: usize| match annotated.dep(token) {
        Dep::Pobj => annotated
            .head(token)
            .and_then(|preposition| annotated.head(preposition)),
        Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Dative => annotated.head(token),
        _ => None,
    };
    let (one, other) = (argument(candidate), argument(pronoun));
    one.is_some() && one == other
        || other.is_some_and(|verb| controller(annotated, verb) == Some(candidate))
}

/// The subject of a verb that has none of its own and takes it from the clause above ("spoke to warn him").
fn controller(annotated: &Annotated, verb: usize) -> Option<usize> {
    let mut at = verb;
    while annotated.child(at, Dep::Nsubj).is_none() && annotated.child(at, Dep::Nsubjpass).is_none()
    {
        if !matches!(
            annotated.dep(at),
            Dep::Xcomp | Dep::Advcl | Dep::Conj | Dep::Pcomp
        ) {
            return None;
        }
        at = annotated.head(at)?;
    }
    annotated.child(at, Dep::Nsubj).filter(|_| at != verb)
}

/// Whether a mention is told to do what a clause without a subject of its own says ("ordered X to stay in his room").
pub(super) fn is_ordered(annotated: &Annotated, candidate: usize, pronoun: usize) -> bool {
    let Some(clause) = clause_of(annotated, pronoun) else {
        return false;
    };
    let infinitive = matches!(annotated.dep(clause), Dep::Xcomp | Dep::Ccomp)
        && annotated.child(clause, Dep::Nsubj).is_none()
        && annotated.child(clause, Dep::Nsubjpass).is_none();
    infinitive
        && matches!(annotated.dep(candidate), Dep::Dobj | Dep::Dative)
        && annotated.head(candidate) == annotated.head(clause)
}

/// Whether a pronoun is the subject of what a mention is told, warned or asked ("warned X that he …").
pub(super) fn is_told(annotated: &Annotated, candidate: usize, pronoun: usize) -> bool {
    let addressed = match annotated.dep(candidate) {
        Dep::Pobj => annotated
            .head(candidate)
            .and_then(|preposition| annotated.head(preposition)),
        Dep::Dobj | Dep::Dative => annotated.head(candidate),
        _ => None,
    };
    let Some(verb) = addressed.filter(|&verb| phrases().telling.contains(annotated.lemma(verb)))
    else {
        return false;
    };
    let clause = annotated.head(pronoun);
    is_subject(annotated, pronoun)
        && clause.is_some_and(|clause| annotated.ancestors(clause).take(3).any(|at| at == verb))
}
