//! What a verb tells: the first of its frames that the words beside it fill.

use crate::annotate::{Annotated, Dep};
use crate::knowledge::speech::{Entry, Sense};
use crate::span::Span;

use super::super::{Context, extent};
use super::{finite, nominal, nonfinite};

/// A content found beside a verb.
pub(super) struct Content {
    pub(super) sense: Sense,
    pub(super) spans: Vec<Span>,
    pub(super) addressee: Option<usize>,
    pub(super) preposition: Option<usize>,
    pub(super) rule: &'static str,
}

impl Content {
    pub(super) fn new(sense: Sense, spans: Vec<Span>, rule: &'static str) -> Option<Self> {
        (!spans.is_empty()).then_some(Self {
            sense,
            spans,
            addressee: None,
            preposition: None,
            rule,
        })
    }
}

/// The content of a verb by its frames, the most telling first.
pub(super) fn content(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    nonfinite::raising(context, verb, entry)
        .or_else(|| finite::clause(context, verb, entry))
        .or_else(|| finite::host_clause(context, verb, entry))
        .or_else(|| nonfinite::for_clause(context, verb, entry))
        .or_else(|| nonfinite::infinitive(context, verb, entry))
        .or_else(|| nominal::taken_for(context, verb, entry))
        .or_else(|| nonfinite::gerund(context, verb, entry))
        .or_else(|| nominal::object(context, verb, entry))
        .or_else(|| nominal::prepositional(context, verb, entry))
        .or_else(|| nominal::likened(context, verb, entry))
}

pub(super) fn mark_is(annotated: &Annotated, verb: usize, word: &str) -> bool {
    annotated
        .children_by(verb, Dep::Mark)
        .any(|mark| annotated.lower(mark) == word)
}

/// Sorted tokens of several phrases, each once.
pub(super) fn together(parts: impl IntoIterator<Item = Vec<usize>>) -> Vec<usize> {
    let mut tokens: Vec<usize> = parts.into_iter().flatten().collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

pub(super) fn is_quoted(context: &Context, tokens: &[usize]) -> bool {
    tokens
        .iter()
        .any(|&token| extent::is_mark(context.annotated, token))
}
