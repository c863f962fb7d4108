//! Classes of characters that the tokenizer's rules speak of.

use crate::annotate::model::{Reader, Stored};
use crate::error::Result;

/// A class of characters. The first seven come with the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// Pictures and symbols, each a token of its own.
    Icon,
    /// Lower-case letters and letters without case.
    Lower,
    /// Upper-case letters and letters without case.
    Upper,
    /// Letters.
    Letter,
    /// What stands before a full stop that is a token of its own.
    BeforeStop,
    /// Before a full stop inside a word that splits it.
    LowerOrQuote,
    /// After a full stop inside a word that splits it.
    UpperOrQuote,
    /// Marks that are cut off in front and behind.
    Mark,
    /// Currency signs.
    Currency,
}

/// How many classes the model brings.
pub(crate) const FROM_MODEL: usize = 7;

/// Quotation marks and brackets; the angle brackets U+2329 and U+232A look like U+3008 and U+3009.
const QUOTES: &str = "'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉\u{2329}\u{232a}⟦⟧";
const MARKS: &str = "§%=—–…:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪";
const CURRENCIES: &str = "$£€¥฿﷼";

/// Inclusive ranges of code points, ascending.
pub(crate) type Ranges = Vec<(u32, u32)>;

/// The classes of every character.
#[derive(Clone, Debug)]
pub(crate) struct Classes {
    given: Vec<Ranges>,
    plane: Vec<u16>,
}

/// Characters below are looked up directly.
const PLANE: u32 = 0x1_0000;

impl Classes {
    /// The classes that a model brings, in the order of [`Class`].
    pub(crate) fn of(given: Vec<Ranges>) -> Self {
        let mut plane = vec![0; PLANE as usize];
        for (class, ranges) in given.iter().enumerate() {
            for &(first, last) in ranges.iter().filter(|range| range.0 < PLANE) {
                for flags in &mut plane[first as usize..=last.min(PLANE - 1) as usize] {
                    *flags |= 1 << class;
                }
            }
        }
        let mut mark = |characters: &str, class: Class| {
            for character in characters.chars() {
                plane[character as usize] |= 1 << class as u8;
            }
        };
        mark(QUOTES, Class::Mark);
        mark(MARKS, Class::Mark);
        mark(CURRENCIES, Class::Currency);
        for flags in &mut plane[0x20a0..=0x20bf] {
            *flags |= 1 << Class::Currency as u8;
        }
        Self { given, plane }
    }

    /// Whether a character belongs to a class.
    pub(crate) fn has(&self, character: char, class: Class) -> bool {
        let code = u32::from(character);
        if let Some(flags) = self.plane.get(code as usize) {
            return flags & (1 << class as u8) != 0;
        }
        self.given.get(class as usize).is_some_and(|ranges| {
            let next = ranges.partition_point(|range| range.0 <= code);
            next > 0 && ranges[next - 1].1 >= code
        })
    }
}

impl Stored for Classes {
    fn write(&self, out: &mut Vec<u8>) {
        self.given.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Vec::read(from).map(Self::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_lists() {
        let letters = vec![(0x61, 0x7a), (0x2_0000, 0x2_0010)];
        let classes = Classes::of(vec![vec![], letters]);
        assert!(classes.has('q', Class::Lower));
        assert!(classes.has('\u{20010}', Class::Lower));
        assert!(!classes.has('\u{20011}', Class::Lower));
        assert!(!classes.has('Q', Class::Lower));
        assert!(classes.has('₽', Class::Currency));
        assert!(classes.has('\u{2329}', Class::Mark));
        assert!(!classes.has('-', Class::Mark));
    }
}
