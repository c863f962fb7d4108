//! Paragraphs that are no part of the article's own telling: linked headlines, captions, calls to read more.

use super::{Paragraph, ParagraphKind};

/// Beginnings of lines that point elsewhere or describe a picture, in lower case.
const OPENINGS: [&str; 14] = [
    "read more",
    "related:",
    "see also:",
    "also read",
    "read also",
    "image:",
    "photo:",
    "file photo",
    "photograph:",
    "advertisement",
    "sign up",
    "click here",
    "image source",
    "watch:",
];

/// Marks linked headlines and captions: a line of headline length without final punctuation between
/// paragraphs of an article whose other paragraphs end in it.
pub(super) fn mark(text: &str, paragraphs: &mut [Paragraph]) {
    let closed: Vec<bool> = paragraphs
        .iter()
        .map(|paragraph| is_closed(paragraph.span.of(text)))
        .collect();
    let prose = closed.iter().filter(|&&closed| closed).count();
    let article = paragraphs.len() >= 4 && prose * 3 >= paragraphs.len() * 2;
    let last = paragraphs.len().saturating_sub(1);
    for (number, paragraph) in paragraphs.iter_mut().enumerate() {
        let words = paragraph.span.of(text);
        let inner = number > 0 && number < last && !closed[number];
        if paragraph.kind != ParagraphKind::Body {
            continue;
        }
        if opens_elsewhere(words) || article && inner && is_headline(words) {
            paragraph.kind = ParagraphKind::Boilerplate;
        }
    }
}

/// Whether a paragraph ends as a sentence does, closing quotation marks and brackets left out.
fn is_closed(words: &str) -> bool {
    let bare = words.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', ' ']);
    bare.ends_with(['.', '!', '?', '…', ':', ';', ',', '—', '-'])
}

/// Four to twenty words that begin with a capital or a quotation mark.
fn is_headline(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let first = words
        .trim_start_matches(['"', '“', '‘', '\''])
        .chars()
        .next();
    (4..=20).contains(&count) && first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

fn opens_elsewhere(words: &str) -> bool {
    let start: String = words
        .chars()
        .take(16)
        .flat_map(char::to_lowercase)
        .collect();
    let short = words.split_whitespace().count() <= 25;
    short && OPENINGS.iter().any(|opening| start.starts_with(opening))
}

#[cfg(test)]
mod tests {
    use crate::read::{Document, ParagraphKind};

    fn kinds(text: &str) -> Vec<ParagraphKind> {
        let document = Document::new("x", text);
        document
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.kind)
            .collect()
    }

    #[test]
    fn a_headline_between_paragraphs_is_marked() {
        use ParagraphKind::{Body, Boilerplate};
        let text = "Arland closed its border.\nTraders were surprised.\nHarbour strike in Berg enters ‘third week’\n\
                    The minister gave no reason.\nTalks go on.";
        assert_eq!(kinds(text), [Body, Body, Boilerplate, Body, Body]);
    }

    #[test]
    fn a_single_sentence_without_a_stop_is_the_article() {
        assert_eq!(
            kinds("Arland closes its border after talks"),
            [ParagraphKind::Body]
        );
    }

    #[test]
    fn a_quotation_that_goes_on_is_no_headline() {
        let text = "She spoke.\n“We will go on.”\n“Nobody stops us.”\nHe left.";
        assert!(kinds(text).iter().all(|kind| *kind == ParagraphKind::Body));
    }
}
