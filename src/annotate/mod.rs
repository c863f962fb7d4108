//! Annotating: words, tags, trees, names. [`Document`] to [`Annotated`].

mod attributes;
pub mod import;
pub mod label;
mod lemmatize;
mod model;
mod names;
mod network;
mod parse;
mod pieces;
mod pipeline;
mod predicate;
mod ruler;
mod tag;
mod tokenize;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use label::{Dep, NameLabel, Pos, Tag};
pub use model::Model;
pub use pipeline::{annotate, annotate_batch};
pub use predicate::{Argument, Predicate, PredicateKind, Relation, by_token, predicates};

use crate::read::Document;
use crate::span::Span;

/// A token with its place in the tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Penn Treebank tag.
    pub tag: Tag,
    /// Universal part of speech.
    pub pos: Pos,
    /// Morphological features as Universal Dependencies writes them, empty where there are none.
    pub morph: Arc<str>,
    /// Base form.
    pub lemma: Arc<str>,
    /// Lower-case text.
    pub lower: Arc<str>,
    /// Index of the head token; a root is its own head.
    pub head: usize,
    /// Relation to the head.
    pub dep: Dep,
}

/// A name that the tagger saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its type.
    pub label: NameLabel,
}

/// A document with its linguistic annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotated {
    /// What was annotated.
    pub document: Document,
    /// All tokens in text order, white-space tokens included.
    pub tokens: Vec<Token>,
    /// Token ranges of the sentences.
    pub sentences: Vec<Range<usize>>,
    /// Names in text order, not overlapping.
    pub names: Vec<Name>,
    children: Vec<usize>,
    child_ranges: Vec<Range<usize>>,
    sentence_of: Vec<usize>,
}

impl Annotated {
    /// Builds the indexes of the tree. `sentences` are token ranges that cover all tokens.
    #[must_use]
    pub fn new(
        document: Document,
        tokens: Vec<Token>,
        sentences: Vec<Range<usize>>,
        names: Vec<Name>,
    ) -> Self {
        let mut lists: Vec<Vec<usize>> = vec![Vec::new(); tokens.len()];
        for (index, token) in tokens.iter().enumerate() {
            if token.head != index {
                lists[token.head].push(index);
            }
        }
        let mut children = Vec::with_capacity(tokens.len());
        let mut child_ranges = Vec::with_capacity(tokens.len());
        for list in lists {
            let start = children.len();
            children.extend(list);
            child_ranges.push(start..children.len());
        }
        let mut sentence_of = vec![0; tokens.len()];
        for (number, range) in sentences.iter().enumerate() {
            sentence_of[range.clone()].fill(number);
        }
        Self {
            document,
            tokens,
            sentences,
            names,
            children,
            child_ranges,
            sentence_of,
        }
    }

    /// The words of a token.
    #[must_use]
    pub fn text(&self, token: usize) -> &str {
        self.tokens[token].span.of(&self.document.text)
    }

    /// Base form of a token.
    #[must_use]
    pub fn lemma(&self, token: usize) -> &str {
        &self.tokens[token].lemma
    }

    /// Lower-case words of a token.
    #[must_use]
    pub fn lower(&self, token: usize) -> &str {
        &self.tokens[token].lower
    }

    /// Lower-case words of a token, where there is one.
    #[must_use]
    pub fn lower_at(&self, token: usize) -> Option<&str> {
        self.tokens.get(token).map(|token| &*token.lower)
    }

    /// Relation of a token to its head.
    #[must_use]
    pub fn dep(&self, token: usize) -> Dep {
        self.tokens[token].dep
    }

    /// Universal part of speech of a token.
    #[must_use]
    pub fn pos(&self, token: usize) -> Pos {
        self.tokens[token].pos
    }

    /// Penn tag of a token.
    #[must_use]
    pub fn tag(&self, token: usize) -> Tag {
        self.tokens[token].tag
    }

    /// Head of a token; `None` for a root.
    #[must_use]
    pub fn head(&self, token: usize) -> Option<usize> {
        let head = self.tokens[token].head;
        (head != token).then_some(head)
    }

    /// Children of a token in text order.
    #[must_use]
    pub fn children(&self, token: usize) -> &[usize] {
        &self.children[self.child_ranges[token].clone()]
    }

    /// Children that stand in a relation.
    pub fn children_by(&self, token: usize, dep: Dep) -> impl Iterator<Item = usize> + '_ {
        self.children(token)
            .iter()
            .copied()
            .filter(move |&child| self.dep(child) == dep)
    }

    /// The first child that stands in a relation.
    #[must_use]
    pub fn child(&self, token: usize, dep: Dep) -> Option<usize> {
        self.children_by(token, dep).next()
    }

    /// Heads of a token from the nearest to the root.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(token), move |&at| self.head(at))
    }

    /// All tokens below and including one, in text order.
    #[must_use]
    pub fn subtree(&self, token: usize) -> Vec<usize> {
        let mut found = vec![token];
        let mut next = 0;
        while next < found.len() {
            found.extend_from_slice(self.children(found[next]));
            next += 1;
        }
        found.sort_unstable();
        found
    }

    /// Whether a token heads a relative clause that only adds something to a name ("Arland, which had left the union"): with a
    /// relative pronoun as its subject, and finite without a modal.
    #[must_use]
    pub fn projects(&self, clause: usize) -> bool {
        let named = self
            .head(clause)
            .is_some_and(|noun| noun < clause && self.pos(noun) == Pos::Propn);
        let pronoun = self
            .child(clause, Dep::Nsubj)
            .or_else(|| self.child(clause, Dep::Nsubjpass))
            .is_some_and(|subject| matches!(self.lower(subject), "who" | "which"));
        let auxiliary = self
            .children(clause)
            .iter()
            .copied()
            .find(|&child| matches!(self.dep(child), Dep::Aux | Dep::Auxpass));
        let finite = matches!(
            self.tag(auxiliary.unwrap_or(clause)),
            Tag::Vbd | Tag::Vbz | Tag::Vbp
        );
        self.dep(clause) == Dep::Relcl && named && pronoun && finite
    }

    /// Number of the sentence of a token.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentence_of[token]
    }

    /// The span from the first to the last token of a range, without white-space tokens at its borders.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let mut kept = tokens.filter(|&token| self.pos(token) != Pos::Space);
        let Some(first) = kept.next() else {
            return Span::default();
        };
        let last = kept.next_back().unwrap_or(first);
        self.tokens[first].span.cover(self.tokens[last].span)
    }

    /// The words of a sentence.
    #[must_use]
    pub fn sentence_span(&self, sentence: usize) -> Span {
        self.span(self.sentences[sentence].clone())
    }

    /// The token that covers a byte, or the first after it.
    #[must_use]
    pub fn token_at(&self, byte: usize) -> Option<usize> {
        let index = self.tokens.partition_point(|token| token.span.end <= byte);
        (index < self.tokens.len()).then_some(index)
    }

    /// The tokens that lie wholly within a span.
    #[must_use]
    pub fn tokens_within(&self, span: Span) -> Range<usize> {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }
}
