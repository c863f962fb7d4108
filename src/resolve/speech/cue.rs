//! The words of a cue: the verb with its auxiliaries, adverbs, particle and the verb that leads to it.

use crate::annotate::{Annotated, Dep, Pos};
use crate::span::Span;

use super::Context;
use super::source::{is_infinitive, is_verb};

/// From the first auxiliary or adverb to the verb, its particle and an adjacent preposition.
pub(super) fn verb_group(context: &Context, verb: usize, preposition: Option<usize>) -> Span {
    let annotated = context.annotated;
    let mut first = leftmost(annotated, verb);
    if let Some(head) = annotated.head(verb) {
        let leads = annotated.dep(verb) == Dep::Xcomp
            && context.reporting.is_leading(annotated.lemma(head));
        if leads && head < verb && verb - head <= 4 {
            first = leftmost(annotated, head);
        }
    }
    let mut last = verb;
    let particle = annotated.child(verb, Dep::Prt);
    for next in particle.into_iter().chain(preposition) {
        if next == last + 1 {
            last = next;
        }
    }
    annotated.span(first..last + 1)
}

fn leftmost(annotated: &Annotated, verb: usize) -> usize {
    let mut first = verb;
    for &child in annotated
        .children(verb)
        .iter()
        .rev()
        .filter(|&&child| child < verb)
    {
        let belongs = matches!(annotated.dep(child), Dep::Aux | Dep::Auxpass | Dep::Neg)
            || annotated.dep(child) == Dep::Advmod && annotated.pos(child) == Pos::Adv;
        if !belongs || child + 1 != first {
            break;
        }
        first = child;
    }
    first
}

/// What stands before the word itself: whether it is negated.
pub(super) fn is_negated(context: &Context, verb: usize) -> bool {
    let annotated = context.annotated;
    let below = |token: usize| {
        annotated.children(token).iter().any(|&child| {
            annotated.dep(child) == Dep::Neg
                || matches!(
                    annotated.lower(child),
                    "never" | "neither" | "nor" | "hardly"
                ) && annotated.dep(child) == Dep::Advmod
        })
    };
    below(verb) || nobody(annotated, verb) || leads_from_refusal(context, verb)
}

fn nobody(annotated: &Annotated, verb: usize) -> bool {
    annotated.child(verb, Dep::Nsubj).is_some_and(|subject| {
        matches!(annotated.lower(subject), "nobody" | "none")
            || annotated
                .children_by(subject, Dep::Det)
                .any(|det| matches!(annotated.lower(det), "no" | "neither"))
    })
}

fn leads_from_refusal(context: &Context, verb: usize) -> bool {
    let annotated = context.annotated;
    annotated.dep(verb) == Dep::Xcomp
        && is_infinitive(annotated, verb)
        && annotated.head(verb).is_some_and(|head| {
            is_verb(annotated, head) && context.reporting.is_refusing(annotated.lemma(head))
        })
}
