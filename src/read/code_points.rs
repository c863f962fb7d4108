//! Byte offsets to code points, counted once for a text.

use crate::span::Span;

const BLOCK: usize = 128;

/// Turns byte offsets of a text into code point offsets in constant time.
///
/// # Examples
/// ```
/// use newsgraph::{Span, read::CodePoints};
/// let table = CodePoints::new("Kiev’s mayor");
/// assert_eq!(table.span(Span::new(9, 14)), (7, 12));
/// ```
#[derive(Clone, Debug)]
pub struct CodePoints<'text> {
    text: &'text str,
    // Code points before each block of bytes; empty for an ASCII text.
    blocks: Vec<u32>,
}

impl<'text> CodePoints<'text> {
    /// Counts a text.
    #[must_use]
    pub fn new(text: &'text str) -> Self {
        let mut blocks = Vec::new();
        if !text.is_ascii() {
            let mut before = 0;
            for block in text.as_bytes().chunks(BLOCK) {
                blocks.push(before as u32);
                before += characters(block);
            }
            blocks.push(before as u32);
        }
        Self { text, blocks }
    }

    /// Code points before a byte; the end of the text is the most it gives.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.blocks.is_empty() {
            return byte;
        }
        let block = byte / BLOCK;
        let rest = &self.text.as_bytes()[block * BLOCK..byte];
        self.blocks[block] as usize + characters(rest)
    }

    /// The half-open range of code points that a span of bytes covers.
    #[must_use]
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }
}

// Bytes that begin a character.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| (byte as i8) >= -0x40).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting_characters(text in "[a-zé’€😀\n]{0,400}") {
            let table = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(table.at(byte), count);
            }
            prop_assert_eq!(table.at(text.len()), text.chars().count());
        }
    }

    #[test]
    fn ascii_needs_no_table() {
        let table = CodePoints::new("plain");
        assert_eq!(table.at(3), 3);
        assert_eq!(table.at(99), 5);
    }
}
