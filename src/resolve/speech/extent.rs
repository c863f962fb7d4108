//! From tokens to pieces of text: what is contiguous, what is trimmed, what a quotation adds.

use crate::annotate::{Annotated, Pos, Tag};
use crate::span::Span;

use super::quotation::Quotation;

/// Whether a token is a mark of punctuation or a blank, quotation marks apart.
pub(super) fn is_separator(annotated: &Annotated, token: usize) -> bool {
    match annotated.pos(token) {
        Pos::Space => true,
        Pos::Punct => {
            !is_mark(annotated, token)
                && !matches!(annotated.text(token), "%" | "$" | "?" | "!" | ")" | "(")
        }
        _ => false,
    }
}

/// Whether a token is a quotation mark.
pub(super) fn is_mark(annotated: &Annotated, token: usize) -> bool {
    matches!(annotated.tag(token), Tag::OpenQuote | Tag::CloseQuote)
        || matches!(
            annotated.text(token),
            "\"" | "“" | "”" | "‘" | "’" | "'" | "``" | "''" | "«" | "»" | "„"
        )
}

/// The tokens below one, without those below the `without`.
pub(super) fn subtree_without(
    annotated: &Annotated,
    token: usize,
    without: &[usize],
) -> Vec<usize> {
    let mut found = vec![token];
    let mut next = 0;
    while next < found.len() {
        let children = annotated.children(found[next]);
        found.extend(
            children
                .iter()
                .copied()
                .filter(|child| !without.contains(child)),
        );
        next += 1;
    }
    found.sort_unstable();
    found
}

/// Sorted tokens as contiguous pieces of text: gaps that hold only separators are bridged, separators at the ends dropped.
pub(super) fn pieces(annotated: &Annotated, tokens: &[usize]) -> Vec<Span> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &token in tokens {
        match found.last_mut() {
            Some(last) if bridged(annotated, last.1, token) => last.1 = token,
            _ => found.push((token, token)),
        }
    }
    found
        .into_iter()
        .filter_map(|(first, last)| trimmed(annotated, first, last))
        .collect()
}

fn bridged(annotated: &Annotated, last: usize, token: usize) -> bool {
    (last + 1..token).all(|between| {
        annotated.pos(between) == Pos::Space
            || is_separator(annotated, between)
            || is_mark(annotated, between)
    })
}

/// The span of tokens without separators at its ends; `None` where nothing is left but marks.
pub(super) fn trimmed(annotated: &Annotated, first: usize, last: usize) -> Option<Span> {
    let is_word = |token: &usize| !is_separator(annotated, *token);
    let ends = |token: &usize| is_word(token) && annotated.tag(*token) != Tag::Cc;
    let start = (first..=last).find(is_word)?;
    let end = (first..=last).rev().find(ends)?;
    let words = (start..=end).any(|token| is_word(&token) && !is_mark(annotated, token));
    words.then(|| annotated.span(start..end + 1))
}

/// The tokens of the relative clauses that only add to names in a content what the author knows: where no quotation mark
/// says that they are somebody's words.
pub(super) fn projecting(
    annotated: &Annotated,
    quotations: &[Quotation],
    content: &[usize],
) -> Option<Vec<usize>> {
    let added: Vec<usize> = content
        .iter()
        .copied()
        .filter(|&token| annotated.projects(token))
        .map(|clause| annotated.subtree(clause))
        .filter(|tokens| {
            let span = annotated.span(tokens[0]..tokens[tokens.len() - 1] + 1);
            !quotations.iter().any(|one| one.outer.overlaps(span))
        })
        .flatten()
        .collect();
    (!added.is_empty()).then(|| {
        let mut added = added;
        added.sort_unstable();
        added
    })
}

/// A content whose border falls inside a quotation takes the whole of it, unless the cue stands in the quotation too.
pub(super) fn widened(mut span: Span, quotations: &[Quotation], fixed: &[Span]) -> Span {
    for quotation in quotations {
        let outer = quotation.outer;
        if !outer.overlaps(span) || span.contains(outer) {
            continue;
        }
        let wide = span.cover(outer);
        if !fixed
            .iter()
            .any(|place| place.overlaps(wide) && !place.overlaps(span))
        {
            span = wide;
        }
    }
    span
}

/// First token of a token's sentence that lies in its paragraph: the parser may run over a line's end.
pub(super) fn sentence_start(annotated: &Annotated, token: usize) -> usize {
    let sentence = &annotated.sentences[annotated.sentence_of(token)];
    (sentence.start..token)
        .rev()
        .find(|&before| is_line_end(annotated, before))
        .map_or(sentence.start, |before| before + 1)
}

/// Token after the last of a token's sentence that lies in its paragraph.
pub(super) fn sentence_end(annotated: &Annotated, token: usize) -> usize {
    let sentence = &annotated.sentences[annotated.sentence_of(token)];
    (token..sentence.end)
        .find(|&after| is_line_end(annotated, after))
        .unwrap_or(sentence.end)
}

fn is_line_end(annotated: &Annotated, token: usize) -> bool {
    annotated.pos(token) == Pos::Space && annotated.text(token).contains('\n')
}

/// Drops what the parser tied to a token over the end of a line.
pub(super) fn within_paragraph(annotated: &Annotated, token: usize, tokens: &mut Vec<usize>) {
    let start = sentence_start(annotated, token);
    let end = sentence_end(annotated, token);
    tokens.retain(|&one| (start..end).contains(&one));
}
