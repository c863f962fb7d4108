//! The words of a cue: the verb with its auxiliaries, adverbs, particle and the verb that leads to it.

use crate::annotate::{Annotated, Dep, Pos};
use crate::span::Span;

use super::source::{is_infinitive, is_verb};

/// Verbs that only lead to the one in their infinitive or participle: "went on to say", "refused to say".
const LEADING: &[&str] = &[
    "go", "continue", "begin", "start", "refuse", "decline", "fail", "seem", "appear", "try",
    "want", "stop", "keep", "have", "rush", "proceed",
];

/// From the first auxiliary or adverb to the verb, its particle and an adjacent preposition.
pub(super) fn verb_group(annotated: &Annotated, verb: usize, preposition: Option<usize>) -> Span {
    let mut first = leftmost(annotated, verb);
    if let Some(head) = annotated.head(verb) {
        let leads = annotated.dep(verb) == Dep::Xcomp && LEADING.contains(&annotated.lemma(head));
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
pub(super) fn is_negated(annotated: &Annotated, verb: usize) -> bool {
    let below = |token: usize| {
        annotated.children(token).iter().any(|&child| {
            annotated.dep(child) == Dep::Neg
                || matches!(
                    annotated.lower(child),
                    "never" | "neither" | "nor" | "hardly"
                ) && annotated.dep(child) == Dep::Advmod
        })
    };
    below(verb) || nobody(annotated, verb) || leads_from_refusal(annotated, verb)
}

fn nobody(annotated: &Annotated, verb: usize) -> bool {
    annotated.child(verb, Dep::Nsubj).is_some_and(|subject| {
        matches!(annotated.lower(subject), "nobody" | "none")
            || annotated
                .children_by(subject, Dep::Det)
                .any(|det| matches!(annotated.lower(det), "no" | "neither"))
    })
}

fn leads_from_refusal(annotated: &Annotated, verb: usize) -> bool {
    annotated.dep(verb) == Dep::Xcomp
        && is_infinitive(annotated, verb)
        && annotated.head(verb).is_some_and(|head| {
            is_verb(annotated, head)
                && matches!(
                    annotated.lemma(head),
                    "refuse" | "decline" | "fail" | "stop"
                )
        })
}
