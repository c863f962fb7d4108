//! Finite clauses: below the verb, before it, around it.

use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::speech::{Entry, Frame};
use crate::span::Span;

use super::super::Context;
use super::super::extent::{self, pieces, subtree_without};
use super::super::source::{self, is_infinitive, is_verb};
use super::content::{Content, mark_is};

/// A finite clause below the verb.
pub(super) fn clause(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let sense = entry.sense(&Frame::Clause)?;
    let clause = complement(context.annotated, verb)?;
    let spans = clause_pieces(context, verb, clause);
    let mut content = Content::new(sense, spans, "clause")?;
    content.addressee = addressee(context.annotated, verb);
    Some(content)
}

/// The finite clause behind a verb, else the one before it that a comma or a quotation mark sets off.
fn complement(annotated: &Annotated, verb: usize) -> Option<usize> {
    let mut candidates = annotated
        .children(verb)
        .iter()
        .copied()
        .filter(|&child| is_finite_complement(annotated, verb, child));
    let after = candidates.clone().find(|&child| child > verb);
    after.or_else(|| candidates.find(|&child| child < verb && is_set_off(annotated, verb, child)))
}

/// Whether a comma, a dash or a quotation mark stands between a clause and the cue behind it, and no end of a sentence.
fn is_set_off(annotated: &Annotated, verb: usize, clause: usize) -> bool {
    let content = annotated.subtree(clause);
    let (first, _) = cue_clause(annotated, verb, &content);
    let last = content
        .iter()
        .copied()
        .filter(|&token| token < first && !is_blank(annotated, token))
        .max();
    let Some(last) = last else { return true };
    (last + 1..first).all(|between| !matches!(annotated.text(between), "." | ";" | ":"))
}

fn is_blank(annotated: &Annotated, token: usize) -> bool {
    extent::is_separator(annotated, token) || extent::is_mark(annotated, token)
}

fn is_finite_complement(annotated: &Annotated, verb: usize, child: usize) -> bool {
    let dep = annotated.dep(child);
    let clausal =
        dep == Dep::Ccomp || dep == Dep::Advcl && mark_is(annotated, child, "that") && child > verb;
    if !clausal || is_infinitive(annotated, child) {
        return false;
    }
    is_verb(annotated, child) || annotated.child(child, Dep::Nsubj).is_some() || child < verb
}

fn addressee(annotated: &Annotated, verb: usize) -> Option<usize> {
    annotated
        .children(verb)
        .iter()
        .copied()
        .find(|&child| matches!(annotated.dep(child), Dep::Dobj | Dep::Dative) && child > verb)
        .map(|child| {
            if annotated.pos(child) == Pos::Adp {
                annotated.child(child, Dep::Pobj).unwrap_or(child)
            } else {
                child
            }
        })
}

/// A clause that stands before its verb ("It fell, she said") reaches back to the start of the sentence where the
/// verb's clause ends it, and goes on behind a verb that is thrown in.
fn clause_pieces(context: &Context, verb: usize, clause: usize) -> Vec<Span> {
    let annotated = context.annotated;
    let mut tokens = subtree_without(annotated, clause, &loose(context, verb, clause));
    if let Some(added) = extent::projecting(annotated, &context.quotations, &tokens) {
        tokens.retain(|token| added.binary_search(token).is_err());
    }
    if clause < verb {
        let first = tokens[0];
        let start = extent::sentence_start(annotated, verb);
        let (cue_first, cue_last) = cue_clause(annotated, verb, &tokens);
        let end = extent::sentence_end(annotated, verb);
        if (cue_last + 1..end).all(|token| is_blank(annotated, token))
            || plain_lead(annotated, start, first)
        {
            tokens = (start..cue_first)
                .chain(tokens.into_iter().filter(|&token| token > cue_last))
                .collect();
        }
    }
    extent::within_paragraph(annotated, verb, &mut tokens);
    pieces(annotated, &tokens)
}

/// The verb itself, and the participles that go on with the speech though the parser ties them to what is said.
fn loose(context: &Context, verb: usize, clause: usize) -> Vec<usize> {
    let annotated = context.annotated;
    annotated
        .children(clause)
        .iter()
        .copied()
        .filter(|&child| source::goes_on(context, child))
        .chain([verb])
        .collect()
}

/// First and last token of the verb and what hangs on it, a content apart.
fn cue_clause(annotated: &Annotated, verb: usize, content: &[usize]) -> (usize, usize) {
    let start = content
        .iter()
        .copied()
        .filter(|&token| token < verb)
        .max()
        .map_or(0, |last| last + 1);
    let tokens = annotated.subtree(verb);
    let own = |token: &usize| *token >= start && content.binary_search(token).is_err();
    let first = tokens.iter().copied().find(|token| {
        own(token)
            && !extent::is_separator(annotated, *token)
            && !extent::is_mark(annotated, *token)
    });
    let last = tokens.iter().copied().rev().find(own);
    (first.unwrap_or(verb), last.unwrap_or(verb))
}

/// Whether only words that lead into a clause stand before it: no verb, no subject of the reporting verb.
fn plain_lead(annotated: &Annotated, start: usize, first: usize) -> bool {
    first - start.min(first) <= 4
        && (start..first).all(|token| {
            matches!(
                annotated.pos(token),
                Pos::Cconj | Pos::Sconj | Pos::Adv | Pos::Space | Pos::Punct | Pos::Adp
            )
        })
}

/// "The plan, he said, would fail", "as he said": the clause that the verb is thrown into.
pub(super) fn host_clause(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::Clause)?;
    let head = annotated.head(verb)?;
    let thrown_in = match annotated.dep(verb) {
        Dep::Parataxis => true,
        Dep::Ccomp | Dep::Advcl => mark_is(annotated, verb, "as") || set_off(annotated, verb),
        _ => false,
    };
    let bare = annotated.children(verb).iter().all(|&child| {
        !matches!(
            annotated.dep(child),
            Dep::Dobj | Dep::Ccomp | Dep::Xcomp | Dep::Prep
        ) || child < verb
    });
    if !thrown_in || !bare || own_subject_missing(annotated, verb) {
        return None;
    }
    let mut tokens = subtree_without(annotated, head, &[verb]);
    extent::within_paragraph(annotated, verb, &mut tokens);
    Content::new(sense, pieces(annotated, &tokens), "host-clause")
}

fn own_subject_missing(annotated: &Annotated, verb: usize) -> bool {
    annotated.child(verb, Dep::Nsubj).is_none()
}

/// Between commas, or behind one at the end.
fn set_off(annotated: &Annotated, verb: usize) -> bool {
    let tokens = annotated.subtree(verb);
    let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else {
        return false;
    };
    let separator = |token: usize| {
        annotated.tokens.get(token).is_none_or(|_| {
            extent::is_separator(annotated, token) || extent::is_mark(annotated, token)
        })
    };
    first > 0 && separator(first - 1) && separator(last + 1) && last - first < 10
}
