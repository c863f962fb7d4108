//! A speech while it is being put together.

use crate::annotate::Annotated;
use crate::knowledge::speech::{Attitude, Sense};
use crate::resolve::{Speech, Stance};
use crate::span::Span;

use super::source;

/// A speech before quotations and nesting are known.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Head token of the cue; of a floating quotation its first token.
    pub(super) token: usize,
    pub(super) cue: Option<Span>,
    pub(super) sources: Vec<usize>,
    pub(super) addressee: Option<usize>,
    pub(super) contents: Vec<Span>,
    pub(super) stance: Stance,
    pub(super) attitude: Attitude,
    pub(super) rule: &'static str,
    pub(super) source_spans: Vec<Span>,
}

impl Draft {
    pub(super) fn new(token: usize, cue: Span, sense: Sense, rule: &'static str) -> Self {
        Self {
            token,
            cue: Some(cue),
            sources: Vec::new(),
            addressee: None,
            contents: Vec::new(),
            stance: sense.stance,
            attitude: sense.attitude,
            rule,
            source_spans: Vec::new(),
        }
    }

    /// The source and what is coordinated with it.
    pub(super) fn set_source(&mut self, annotated: &Annotated, head: Option<usize>) {
        self.sources = head
            .map(|head| source::joint(annotated, head))
            .unwrap_or_default();
        self.source_spans = head
            .and_then(|head| source::phrase(annotated, head, self.token, &self.contents))
            .into_iter()
            .collect();
    }

    /// Cue and source: what a content never swallows.
    pub(super) fn fixed(&self) -> Vec<Span> {
        self.cue
            .into_iter()
            .chain(self.source_spans.iter().copied())
            .collect()
    }

    /// From the first to the last piece of the content.
    pub(super) fn extent(&self) -> Option<Span> {
        let first = self.contents.first()?;
        Some(
            self.contents
                .iter()
                .fold(*first, |all, &one| all.cover(one)),
        )
    }

    pub(super) fn finish(self, quotes: Vec<Span>, within: Option<usize>) -> Speech {
        Speech {
            cue_token: self.cue.map(|_| self.token),
            cue: self.cue,
            sources: self.sources,
            source_spans: self.source_spans,
            addressee: self.addressee,
            contents: self.contents,
            quotes,
            within,
            stance: self.stance,
            attitude: self.attitude,
            rule: self.rule,
        }
    }
}
