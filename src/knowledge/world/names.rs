//! From words to what they may name.

use std::ops::Range;

use super::{AliasKind, Reading, RecordId, World};
use crate::span::Span;

/// A known name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it may name, at least one.
    pub readings: Vec<Reading>,
}

/// Names have no more tokens than this.
const LONGEST: usize = 16;

impl World {
    /// The normal form of a name: case, marks, hyphens, apostrophes, stops, a leading "the" and
    /// common differences of transliteration do not count.
    #[must_use]
    pub fn fold(&self, name: &str) -> String {
        self.folder.fold(name)
    }

    /// What a name may mean, in the order of the records. Empty where it is not known, or is written
    /// in small letters; acronyms of up to three letters must stand in capitals ("US", not "us").
    ///
    /// A middle initial that the tables do not have is left out ("John R. Bolton").
    #[must_use]
    pub fn readings(&self, surface: &str) -> Vec<Reading> {
        let folded = self.fold(surface);
        let readings = self.readings_of(&folded, surface);
        if readings.is_empty() {
            without_initials(&folded).map_or(readings, |name| self.readings_of(&name, surface))
        } else {
            readings
        }
    }

    /// The known names that begin at a token, the longest first.
    ///
    /// `tokens` are the places of the words in `text`. It costs a few comparisons for a token that begins no name.
    #[must_use]
    pub fn find_at(&self, text: &str, tokens: &[Span], start: usize) -> Vec<Found> {
        let mut found = Vec::new();
        let mut range = 0..self.names.len();
        if !may_begin(tokens[start].of(text)) {
            return found;
        }
        for end in start + 1..=tokens.len().min(start + LONGEST) {
            let surface = tokens[start].cover(tokens[end - 1]).of(text);
            let folded = self.fold(surface);
            range = self.with_prefix(range, &folded);
            if range.is_empty() || surface.contains('\n') {
                break;
            }
            let readings = self.readings_of(&folded, surface);
            if !readings.is_empty() {
                found.push(Found {
                    tokens: start..end,
                    readings,
                });
            }
        }
        found.reverse();
        found
    }

    /// Whether any record has the name as it is written.
    #[must_use]
    pub fn knows(&self, surface: &str) -> bool {
        !self.readings(surface).is_empty()
    }

    fn readings_of(&self, folded: &str, surface: &str) -> Vec<Reading> {
        let found = self
            .names
            .binary_search_by(|(name, _)| self.str(*name).cmp(folded));
        let Ok(at) = found else {
            return Vec::new();
        };
        let end = self.names.get(at + 1).map(|(_, first)| *first as usize);
        let range = self.names[at].1 as usize..end.unwrap_or(self.readings.len());
        let small = surface.chars().any(char::is_lowercase);
        let capital = surface
            .chars()
            .any(|c| c.is_uppercase() || c.is_ascii_digit());
        self.readings[range]
            .iter()
            .filter(|packed| capital && !(small && *packed & 4 != 0))
            .map(|packed| Reading {
                record: RecordId(packed >> 3),
                kind: AliasKind::from_code(*packed as u8),
            })
            .collect()
    }

    /// Within a range of the sorted names, those that begin with a prefix.
    fn with_prefix(&self, range: Range<usize>, prefix: &str) -> Range<usize> {
        let names = &self.names[range.clone()];
        let start = names.partition_point(|(name, _)| self.str(*name) < prefix);
        let rest = &names[start..];
        let length = rest.partition_point(|(name, _)| self.str(*name).starts_with(prefix));
        range.start + start..range.start + start + length
    }
}

/// Whether a word may begin a name: capitals, digits, and the particles that stand before surnames.
fn may_begin(word: &str) -> bool {
    const PARTICLES: [&str; 17] = [
        "al", "el", "ul", "bin", "ibn", "bint", "de", "da", "dos", "del", "van", "von", "der",
        "ben", "abu", "le", "la",
    ];
    word.chars().any(|c| c.is_uppercase() || c.is_ascii_digit()) || {
        let word = word.split('-').next().unwrap_or(word);
        PARTICLES.contains(&word)
    }
}

/// A name without the single letters between its words.
fn without_initials(folded: &str) -> Option<String> {
    let words: Vec<&str> = folded.split(' ').collect();
    let last = words.len().checked_sub(1)?;
    let kept: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(at, word)| *at == 0 || *at == last || word.len() > 1)
        .map(|(_, word)| *word)
        .collect();
    (kept.len() < words.len()).then(|| kept.join(" "))
}
