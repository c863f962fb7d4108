//! Whose words: the source of a reporting verb, by the tree.

use crate::annotate::{Annotated, Dep, Pos, Tag};
use crate::span::Span;

use super::{Context, extent};

/// Who is the subject of a verb, on the surface: its own, or shared, controlled, or the noun that it modifies.
pub(super) fn surface_subject(context: &Context, verb: usize) -> Option<usize> {
    let annotated = context.annotated;
    let mut at = verb;
    for _ in 0..6 {
        if let Some(own) = own_subject(annotated, at) {
            return Some(own);
        }
        match step(context, at)? {
            Step::Verb(next) => at = next,
            Step::Noun(noun) => return Some(noun),
        }
    }
    None
}

enum Step {
    Verb(usize),
    Noun(usize),
}

fn own_subject(annotated: &Annotated, verb: usize) -> Option<usize> {
    annotated.children(verb).iter().copied().find(|&child| {
        matches!(annotated.dep(child), Dep::Nsubj | Dep::Nsubjpass) && !is_dummy(annotated, child)
    })
}

/// "there", and "it" that stands for a clause.
fn is_dummy(annotated: &Annotated, token: usize) -> bool {
    annotated.dep(token) == Dep::Expl || annotated.lower(token) == "there"
}

/// Where the subject of a verb without one of its own is to be looked for.
fn step(context: &Context, verb: usize) -> Option<Step> {
    let annotated = context.annotated;
    let head = annotated.head(verb)?;
    match annotated.dep(verb) {
        Dep::Conj => above_coordination(annotated, head),
        Dep::Relcl | Dep::Acl => noun_or_holder(annotated, verb, head),
        Dep::Xcomp | Dep::Ccomp => Some(controller(annotated, verb, head)),
        Dep::Advcl if goes_on(context, verb) && annotated.dep(head) == Dep::Ccomp => {
            annotated.head(head).map(Step::Verb)
        }
        Dep::Advcl | Dep::Dep => is_verb(annotated, head).then_some(Step::Verb(head)),
        Dep::Pcomp => above_preposition(annotated, head),
        _ => None,
    }
}

/// ", adding that", ", saying": a participle behind a comma that goes on with the speech before it.
pub(super) fn goes_on(context: &Context, verb: usize) -> bool {
    let annotated = context.annotated;
    annotated.dep(verb) == Dep::Advcl
        && annotated.tag(verb) == Tag::Vbg
        && context.reporting.is_continuing(annotated.lemma(verb))
        && verb
            .checked_sub(1)
            .is_some_and(|before| annotated.lower(before) == ",")
}

fn above_coordination(annotated: &Annotated, head: usize) -> Option<Step> {
    is_verb(annotated, head).then_some(Step::Verb(head))
}

/// Of "her decision to say", "a statement saying" the noun, of an infinitive its possessor or the subject of the verb above.
fn noun_or_holder(annotated: &Annotated, verb: usize, noun: usize) -> Option<Step> {
    if !is_infinitive(annotated, verb) {
        return Some(Step::Noun(noun));
    }
    if let Some(holder) = annotated.child(noun, Dep::Poss) {
        return Some(Step::Noun(holder));
    }
    let above = annotated.head(noun)?;
    is_verb(annotated, above).then_some(Step::Verb(above))
}

/// Of "urge Y to say" Y, else the subject of the verb above.
fn controller(annotated: &Annotated, verb: usize, head: usize) -> Step {
    let object = annotated
        .children(head)
        .iter()
        .copied()
        .find(|&child| matches!(annotated.dep(child), Dep::Dobj | Dep::Dative) && child < verb);
    match object {
        Some(object) if is_infinitive(annotated, verb) && annotated.pos(object) != Pos::Adp => {
            Step::Noun(object)
        }
        _ => Step::Verb(head),
    }
}

fn above_preposition(annotated: &Annotated, preposition: usize) -> Option<Step> {
    let above = annotated.head(preposition)?;
    if is_verb(annotated, above) {
        return Some(Step::Verb(above));
    }
    annotated.child(above, Dep::Poss).map(Step::Noun)
}

pub(super) fn is_verb(annotated: &Annotated, token: usize) -> bool {
    matches!(annotated.pos(token), Pos::Verb | Pos::Aux)
}

/// Whether "to" stands before a verb.
pub(super) fn is_infinitive(annotated: &Annotated, verb: usize) -> bool {
    annotated
        .children_by(verb, Dep::Aux)
        .any(|child| annotated.tag(child) == Tag::To)
}

/// Whether a verb is a passive: with an auxiliary, or a bare participle behind its noun.
pub(super) fn is_passive(annotated: &Annotated, verb: usize) -> bool {
    if annotated.tag(verb) == Tag::Vbg {
        return false;
    }
    if annotated.child(verb, Dep::Auxpass).is_some()
        || annotated.child(verb, Dep::Nsubjpass).is_some()
    {
        return true;
    }
    annotated.tag(verb) == Tag::Vbn
        && annotated.child(verb, Dep::Aux).is_none()
        && matches!(annotated.dep(verb), Dep::Acl | Dep::Advcl | Dep::Conj)
        && annotated.child(verb, Dep::Nsubj).is_none()
}

/// The noun of a "by" phrase of a passive.
pub(super) fn passive_agent(annotated: &Annotated, verb: usize) -> Option<usize> {
    let by = annotated.child(verb, Dep::Agent)?;
    annotated.child(by, Dep::Pobj)
}

/// Who says, thinks or wants, of a verb.
pub(super) fn of_verb(context: &Context, verb: usize) -> Option<usize> {
    let annotated = context.annotated;
    if is_passive(annotated, verb) {
        return passive_agent(annotated, verb);
    }
    surface_subject(context, verb).or_else(|| inverted(annotated, verb))
}

/// “…,” said the minister: the parser may take the speaker for an object.
fn inverted(annotated: &Annotated, verb: usize) -> Option<usize> {
    let after_quotation = verb
        .checked_sub(1)
        .is_some_and(|before| extent::is_mark(annotated, before) || annotated.lower(before) == ",");
    let object = annotated.children(verb).iter().copied().find(|&child| {
        child > verb && matches!(annotated.dep(child), Dep::Dobj | Dep::Attr | Dep::Oprd)
    })?;
    let close =
        object - verb < 8 && matches!(annotated.pos(object), Pos::Propn | Pos::Noun | Pos::Pron);
    (after_quotation && close && matches!(annotated.tag(verb), Tag::Vbd | Tag::Vbz))
        .then_some(object)
}

/// The head and what is coordinated with it.
pub(super) fn joint(annotated: &Annotated, head: usize) -> Vec<usize> {
    let mut heads = vec![head];
    let mut at = head;
    while let Some(next) = annotated.child(at, Dep::Conj) {
        if !matches!(annotated.pos(next), Pos::Noun | Pos::Propn | Pos::Pron) {
            break;
        }
        heads.push(next);
        at = next;
    }
    heads
}

/// The words that name a source: its whole noun phrase, up to where cue or content begin.
pub(super) fn phrase(
    annotated: &Annotated,
    head: usize,
    cue: usize,
    contents: &[Span],
) -> Option<Span> {
    let tokens = annotated.subtree(head);
    let blocked = |token: usize| {
        token == cue
            || contents
                .iter()
                .any(|content| content.overlaps(annotated.tokens[token].span))
    };
    let mut first = head;
    let mut last = head;
    for &token in tokens.iter().rev().filter(|&&token| token < head) {
        if blocked(token)
            || token + 1 != first && !(token + 1..first).all(|gap| annotated.pos(gap) == Pos::Space)
        {
            break;
        }
        first = token;
    }
    for &token in tokens.iter().filter(|&&token| token > head) {
        if blocked(token) || token != last + 1 {
            break;
        }
        last = token;
    }
    if cue > head && cue <= last + 1 {
        last = without_cue_clause(annotated, head, last, cue);
    }
    extent::trimmed(annotated, first, last.max(head))
}

/// Of "the ad questioning why" the noun phrase before the participle.
fn without_cue_clause(annotated: &Annotated, head: usize, last: usize, cue: usize) -> usize {
    let clause = std::iter::once(cue)
        .chain(annotated.ancestors(cue))
        .take_while(|&token| token != head)
        .filter(|&token| annotated.subtree(token).contains(&cue))
        .last();
    let is_below = annotated.ancestors(cue).any(|token| token == head);
    match clause {
        Some(clause) if is_below => annotated.subtree(clause)[0].saturating_sub(1).min(last),
        _ => last,
    }
}
