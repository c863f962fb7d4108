//! Long texts are cut, so that the memory of a text of any length is bounded.

use std::ops::Range;

use crate::read::{Document, ParagraphKind};

/// Longest piece, in bytes: some forty thousand words, several times the longest article.
const LONGEST: usize = 200_000;

/// The pieces of a document's text, in order; together they are the whole text. Datelines are parted from the words
/// after them, so that their places are not read as subjects.
pub(super) fn pieces(document: &Document) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for pair in document.paragraphs.windows(2) {
        if pair[0].kind == ParagraphKind::Dateline {
            for cut in [pair[0].span.start, pair[1].span.start] {
                if cut > start {
                    add(&document.text, start..cut, &mut all);
                    start = cut;
                }
            }
        }
    }
    if start < document.text.len() || all.is_empty() {
        add(&document.text, start..document.text.len(), &mut all);
    }
    all
}

/// Adds a stretch of the text, in several pieces where it is too long.
fn add(text: &str, stretch: Range<usize>, all: &mut Vec<Range<usize>>) {
    let mut start = stretch.start;
    while stretch.end - start > LONGEST {
        let end = start + cut(&text[start..stretch.end]);
        all.push(start..end);
        start = end;
    }
    if start < stretch.end || all.is_empty() {
        all.push(start..stretch.end);
    }
}

/// Where a text that is too long is cut: behind the last line of what is allowed, else behind the
/// last blank after a full stop, else behind the last blank, else between characters.
fn cut(text: &str) -> usize {
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let allowed = &text[..end];
    ["\n", ". ", " "]
        .iter()
        .filter_map(|mark| Some(allowed.rfind(mark)? + mark.len()))
        .find(|&at| at > LONGEST / 2)
        .unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<Range<usize>> {
        super::pieces(&Document::new("x", text))
    }

    #[test]
    fn short_texts_are_one_piece() {
        assert_eq!(pieces("A text."), [0..7]);
        assert_eq!(pieces(""), [0..0]);
    }

    #[test]
    fn datelines_are_parted() {
        let text =
            "KYIV, Dec 13 (Agency) – The minister left.\nLIMA, Peru (Agency) – The minister came.";
        let found = pieces(text);
        let words: Vec<&str> = found.iter().map(|piece| &text[piece.clone()]).collect();
        assert_eq!(
            words,
            [
                "KYIV, Dec 13 (Agency) – ",
                "The minister left.\n",
                "LIMA, Peru (Agency) – ",
                "The minister came."
            ]
        );
    }

    #[test]
    fn long_texts_are_cut_behind_lines_sentences_blanks_or_characters() {
        for unit in ["A line of text.\n", "A sentence. ", "word ", "é"] {
            let text = unit.repeat(500_000 / unit.len());
            let pieces = pieces(&text);
            assert!(pieces.len() > 1);
            let mut at = 0;
            for piece in &pieces {
                assert_eq!(piece.start, at);
                assert!(piece.len() <= LONGEST && text[piece.clone()].ends_with(unit));
                at = piece.end;
            }
            assert_eq!(at, text.len());
        }
    }
}
