//! Reporting verbs: who says, and what stands beside the verb as content.
//!
//! A verb's frames are tried the most telling first: clauses (`finite`), infinitives and participles (`nonfinite`), noun
//! phrases and prepositions (`nominal`).

mod content;
mod finite;
mod nominal;
mod nonfinite;

use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::Reporting;
use crate::knowledge::speech::{Attitude, Entry, Sense};
use crate::resolve::Stance;

use self::content::{Content, content};
use super::draft::Draft;
use super::source;
use super::{Context, cue, noun};

/// The speech that a verb tells of, if it is a reporting verb with a content.
pub(super) fn read(context: &Context, verb: usize) -> Option<Draft> {
    let annotated = context.annotated;
    if !matches!(annotated.pos(verb), Pos::Verb | Pos::Aux) && !misread(annotated, verb) {
        return None;
    }
    let entry = entry(context.reporting, annotated, verb)?;
    let content = content(context, verb, entry)?;
    let source = source_of(context, verb, &content)?;
    let mut draft = Draft::new(
        verb,
        cue::verb_group(context, verb, content.preposition),
        content.sense,
        content.rule,
    );
    draft.contents = content.spans;
    draft.addressee = content.addressee;
    draft.set_source(annotated, source);
    draft.stance = stance(context, verb, content.sense);
    Some(draft)
}

/// A verb that the tagger took for a noun or a name but that has a clause of its own.
fn misread(annotated: &Annotated, token: usize) -> bool {
    annotated.child(token, Dep::Ccomp).is_some()
        && annotated.child(token, Dep::Nsubj).is_some()
        && !annotated
            .children(token)
            .iter()
            .any(|&child| matches!(annotated.dep(child), Dep::Det | Dep::Poss))
}

/// The entry of a verb: with its particle, with a word beside it, or alone.
pub(super) fn entry<'a>(
    reporting: &'a Reporting,
    annotated: &Annotated,
    verb: usize,
) -> Option<&'a Entry> {
    let lemma = annotated.lemma(verb).to_lowercase();
    let base = reporting.base(&lemma);
    if let Some(particle) = annotated.child(verb, Dep::Prt) {
        return reporting.verb(&format!("{base} {}", annotated.lower(particle)));
    }
    let beside = annotated
        .children(verb)
        .iter()
        .filter(|&&child| {
            matches!(
                annotated.dep(child),
                Dep::Acomp | Dep::Dobj | Dep::Oprd | Dep::Ccomp | Dep::Amod
            )
        })
        .find_map(|&child| reporting.verb(&format!("{base}+{}", annotated.lemma(child))));
    beside.or_else(|| reporting.verb(base))
}

/// The source of a content: `None` where the sentence is not one of speech after all, `Some(None)` where nobody is named.
#[expect(
    clippy::option_option,
    reason = "no speech and no source are two things"
)]
fn source_of(context: &Context, verb: usize, content: &Content) -> Option<Option<usize>> {
    let annotated = context.annotated;
    if content.rule == "raising" {
        return Some(source::passive_agent(annotated, verb));
    }
    let head = source::of_verb(context, verb);
    if content.sense.attitude == Attitude::Evidence
        && !head.is_some_and(|head| is_document(context, head))
    {
        return None;
    }
    let in_content = |head: usize| {
        content
            .spans
            .iter()
            .any(|span| span.contains(annotated.tokens[head].span))
    };
    let head = head.map(|head| author_of(context, verb, head));
    Some(head.filter(|&head| !in_content(head)))
}

/// Of "issued a statement saying" whoever issued it, else the noun itself.
fn author_of(context: &Context, verb: usize, head: usize) -> usize {
    let annotated = context.annotated;
    if annotated.dep(verb) != Dep::Acl {
        return head;
    }
    let around = (annotated.dep(head) == Dep::Pobj)
        .then(|| annotated.ancestors(head).nth(1))
        .flatten();
    [Some(head), around]
        .into_iter()
        .flatten()
        .filter(|&noun| is_text(context, noun))
        .find_map(|noun| noun::subject_of_light_verb(context, noun))
        .unwrap_or(head)
}

fn is_text(context: &Context, noun: usize) -> bool {
    let lemma = context.annotated.lemma(noun);
    context.reporting.is_document(lemma) || context.reporting.noun(lemma).is_some()
}

fn is_document(context: &Context, head: usize) -> bool {
    context.reporting.is_document(context.annotated.lemma(head))
}

fn stance(context: &Context, verb: usize, sense: Sense) -> Stance {
    if !cue::is_negated(context, verb) {
        return sense.stance;
    }
    match (sense.stance, sense.attitude) {
        (Stance::Wants, _) | (Stance::Affirms, Attitude::Thought) => Stance::Denies,
        _ => Stance::Doubts,
    }
}
