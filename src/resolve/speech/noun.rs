//! Reporting nouns and adjectives: "her claim that", "sure that".

use crate::annotate::{Annotated, Dep, Pos, Tag};
use crate::knowledge::speech::{Entry, Frame, Sense};
use crate::resolve::Stance;
use crate::span::Span;

use super::draft::Draft;
use super::extent::pieces;
use super::source::{self, is_infinitive, is_verb};
use super::{Context, cue};

/// The speech that a noun tells of.
pub(super) fn read_noun(context: &Context, noun: usize) -> Option<Draft> {
    let annotated = context.annotated;
    if annotated.pos(noun) != Pos::Noun {
        return None;
    }
    let entry = context.reporting.noun(annotated.lemma(noun))?;
    let (sense, below, preposition) =
        content(annotated, noun, entry).or_else(|| predicated(annotated, noun, entry))?;
    let contents = pieces(annotated, &annotated.subtree(below));
    let head = holder(context, noun, below);
    if head.is_none() && !sense.unsourced {
        return None;
    }
    let cue = cue_span(annotated, noun, preposition);
    let mut draft = Draft::new(noun, cue, sense, "noun");
    draft.contents = contents;
    draft.set_source(annotated, head);
    Some(draft)
}

fn cue_span(annotated: &Annotated, noun: usize, preposition: Option<usize>) -> Span {
    let last = preposition
        .filter(|&preposition| preposition == noun + 1)
        .unwrap_or(noun);
    annotated.span(noun..last + 1)
}

/// The clause or the object of a preposition below a noun.
fn content(
    annotated: &Annotated,
    noun: usize,
    entry: &Entry,
) -> Option<(Sense, usize, Option<usize>)> {
    let clause = annotated.children(noun).iter().copied().find(|&child| {
        child > noun
            && matches!(annotated.dep(child), Dep::Acl | Dep::Ccomp | Dep::Relcl)
            && is_content_clause(annotated, child)
    });
    if let (Some(clause), Some(sense)) = (clause, entry.sense(&Frame::Clause)) {
        return Some((sense, clause, None));
    }
    annotated
        .children_by(noun, Dep::Prep)
        .find_map(|preposition| {
            let sense = entry.preposition(annotated.lower(preposition))?;
            let below = annotated
                .children(preposition)
                .iter()
                .copied()
                .find(|&child| matches!(annotated.dep(child), Dep::Pobj | Dep::Pcomp))?;
            Some((sense, below, Some(preposition)))
        })
}

/// "Their demands include talks", "her hope is that": what a verb says that the noun consists of.
fn predicated(
    annotated: &Annotated,
    noun: usize,
    entry: &Entry,
) -> Option<(Sense, usize, Option<usize>)> {
    let sense = entry.sense(&Frame::Clause)?;
    let verb = annotated.head(noun)?;
    let states = annotated.dep(noun) == Dep::Nsubj
        && matches!(annotated.lemma(verb), "include" | "be" | "remain");
    let below = annotated.children(verb).iter().copied().find(|&child| {
        child > verb
            && match annotated.dep(child) {
                Dep::Ccomp | Dep::Xcomp => true,
                Dep::Dobj => annotated.lemma(verb) == "include",
                _ => false,
            }
    })?;
    states.then_some((sense, below, None))
}

/// A "that" clause that is no relative clause, or an infinitive.
fn is_content_clause(annotated: &Annotated, clause: usize) -> bool {
    if is_infinitive(annotated, clause) && annotated.dep(clause) != Dep::Relcl {
        return true;
    }
    annotated.dep(clause) != Dep::Relcl
        && annotated
            .children_by(clause, Dep::Mark)
            .any(|mark| annotated.lower(mark) == "that")
}

/// Whose claim it is: the possessor, an "of", "by" or "from" phrase, the subject of a light verb.
fn holder(context: &Context, noun: usize, content: usize) -> Option<usize> {
    let annotated = context.annotated;
    if let Some(possessor) = annotated.child(noun, Dep::Poss) {
        return Some(possessor);
    }
    let phrase = annotated
        .children_by(noun, Dep::Prep)
        .filter(|&preposition| {
            matches!(annotated.lower(preposition), "by" | "from" | "of" | "among")
        })
        .filter_map(|preposition| annotated.child(preposition, Dep::Pobj))
        .find(|&object| object != content);
    phrase.or_else(|| subject_of_light_verb(context, noun))
}

/// The subject of "issue", "express" … whose object a noun is.
pub(super) fn subject_of_light_verb(context: &Context, noun: usize) -> Option<usize> {
    let annotated = context.annotated;
    let verb = annotated.head(noun)?;
    let is_object = annotated.dep(noun) == Dep::Dobj && is_verb(annotated, verb);
    (is_object && context.reporting.is_light(annotated.lemma(verb)))
        .then(|| source::of_verb(context, verb))
        .flatten()
}

/// The speech that an adjective tells of: "she is confident that", "they are eager to".
pub(super) fn read_adjective(context: &Context, adjective: usize) -> Option<Draft> {
    let annotated = context.annotated;
    let participle =
        annotated.tag(adjective) == Tag::Vbn && annotated.child(adjective, Dep::Auxpass).is_some();
    if annotated.pos(adjective) != Pos::Adj && !participle {
        return None;
    }
    let word = if participle {
        annotated.lower(adjective)
    } else {
        annotated.lemma(adjective)
    };
    let entry = context.reporting.adjective(word)?;
    let (sense, below, preposition) = adjective_content(annotated, adjective, entry)?;
    let head = adjective_subject(context, adjective, participle)?;
    let mut draft = Draft::new(
        adjective,
        adjective_cue(annotated, adjective, preposition),
        sense,
        "adjective",
    );
    draft.contents = pieces(annotated, &annotated.subtree(below));
    draft.set_source(annotated, Some(head));
    let negated = cue::is_negated(context, adjective)
        || annotated
            .head(adjective)
            .is_some_and(|verb| cue::is_negated(context, verb));
    if negated {
        draft.stance = if sense.stance == Stance::Wants {
            Stance::Denies
        } else {
            Stance::Doubts
        };
    }
    Some(draft)
}

fn adjective_content(
    annotated: &Annotated,
    adjective: usize,
    entry: &Entry,
) -> Option<(Sense, usize, Option<usize>)> {
    let clause = annotated
        .children(adjective)
        .iter()
        .copied()
        .find(|&child| {
            child > adjective
                && matches!(annotated.dep(child), Dep::Ccomp | Dep::Xcomp | Dep::Advcl)
        });
    if let Some(clause) = clause {
        let frame = if is_infinitive(annotated, clause) {
            Frame::Infinitive
        } else {
            Frame::Clause
        };
        return entry.sense(&frame).map(|sense| (sense, clause, None));
    }
    annotated
        .children_by(adjective, Dep::Prep)
        .find_map(|preposition| {
            let sense = entry.preposition(annotated.lower(preposition))?;
            Some((
                sense,
                annotated.child(preposition, Dep::Pobj)?,
                Some(preposition),
            ))
        })
}

fn adjective_subject(context: &Context, adjective: usize, participle: bool) -> Option<usize> {
    let annotated = context.annotated;
    let verb = if participle {
        adjective
    } else {
        annotated.head(adjective)?
    };
    let subject = source::surface_subject(context, verb)?;
    (annotated.lower(subject) != "it").then_some(subject)
}

/// With the copula before it.
fn adjective_cue(annotated: &Annotated, adjective: usize, preposition: Option<usize>) -> Span {
    let copula = annotated
        .head(adjective)
        .filter(|&head| head + 1 == adjective && annotated.pos(head) == Pos::Aux);
    let last = preposition
        .filter(|&preposition| preposition == adjective + 1)
        .unwrap_or(adjective);
    annotated.span(copula.unwrap_or(adjective)..last + 1)
}
