//! Long texts are cut, so that the memory of a text of any length is bounded.

use std::ops::Range;

/// Longest piece, in bytes: some forty thousand words, several times the longest article.
const LONGEST: usize = 200_000;

/// The pieces of a text, in order; together they are the whole text.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while text.len() - start > LONGEST {
        let end = start + cut(&text[start..]);
        pieces.push(start..end);
        start = end;
    }
    if start < text.len() || text.is_empty() {
        pieces.push(start..text.len());
    }
    pieces
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

    #[test]
    fn short_texts_are_one_piece() {
        assert_eq!(pieces("A text."), [0..7]);
        assert_eq!(pieces(""), [0..0]);
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
