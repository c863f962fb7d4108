//! Captions and linked headlines stand apart: no tree runs from them into the text.

use std::ops::Range;

use crate::annotate::{Annotated, Dep};
use crate::read::ParagraphKind;

/// Cuts trees and sentences at the borders of boilerplate; each part that loses its head becomes a root.
pub(super) fn cut(annotated: Annotated) -> Annotated {
    let is_apart = |kind| kind == ParagraphKind::Boilerplate;
    if !annotated
        .document
        .paragraphs
        .iter()
        .any(|one| is_apart(one.kind))
    {
        return annotated;
    }
    let region = regions(&annotated);
    let mut tokens = annotated.tokens;
    for token in 0..tokens.len() {
        if region[tokens[token].head] != region[token] {
            tokens[token].head = token;
            tokens[token].dep = Dep::Root;
        }
    }
    let sentences = annotated
        .sentences
        .into_iter()
        .flat_map(|sentence| parts(sentence, &region))
        .collect();
    Annotated::new(annotated.document, tokens, sentences, annotated.names)
}

/// For each token the number of the stretch of boilerplate, or of text between two such, in which it stands.
fn regions(annotated: &Annotated) -> Vec<usize> {
    let mut found = vec![0; annotated.tokens.len()];
    let mut number = 0;
    let mut at = 0;
    let mut before = None;
    for paragraph in &annotated.document.paragraphs {
        let tokens = annotated.tokens_within(paragraph.span);
        if before.is_some_and(|kind| kind != paragraph.kind) {
            found[at..tokens.start].fill(number);
            at = tokens.start;
            number += 1;
        }
        before = Some(paragraph.kind);
    }
    found[at..].fill(number);
    found
}

/// A sentence at the borders that run through it.
fn parts(sentence: Range<usize>, region: &[usize]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = sentence.start;
    for token in sentence.start + 1..sentence.end {
        if region[token] != region[start] {
            found.push(start..token);
            start = token;
        }
    }
    found.push(start..sentence.end);
    found
}
