//! A run of characters without white space: cut off affixes, then split inside.

use super::address::is_address;
use super::affixes::Affixes;
use super::infixes;
use super::special::{Part, SpecialCases};

/// The tokens of a run; without `special` the rules alone decide.
pub(super) fn parts(affixes: &Affixes, special: Option<&SpecialCases>, chunk: &str) -> Vec<Part> {
    let characters: Vec<char> = chunk.chars().collect();
    let splitter = Splitter {
        affixes,
        special,
        word: &characters,
    };
    splitter.parts()
}

struct Splitter<'a> {
    affixes: &'a Affixes,
    special: Option<&'a SpecialCases>,
    word: &'a [char],
}

/// A word without its affixes: the borders of the prefixes, and those of the suffixes from the end.
struct Stripped {
    prefixes: Vec<usize>,
    suffixes: Vec<usize>,
}

impl Splitter<'_> {
    fn parts(&self) -> Vec<Part> {
        let whole = 0..self.word.len();
        if let Some(parts) = self.special(whole) {
            return parts.to_vec();
        }
        let Stripped { prefixes, suffixes } = self.stripped();
        let start = prefixes.last().copied().unwrap_or(0);
        let end = suffixes.last().copied().unwrap_or(self.word.len());
        let mut parts: Vec<Part> = Vec::new();
        let mut border = 0;
        for next in prefixes {
            parts.push(self.part(border, next));
            border = next;
        }
        if start < end {
            parts.extend(self.inner(start, end));
        }
        let mut border = end;
        let outer = std::iter::once(self.word.len());
        for next in suffixes.into_iter().rev().skip(1).chain(outer) {
            if border < next {
                parts.push(self.part(border, next));
            }
            border = next;
        }
        parts
    }

    fn special(&self, range: std::ops::Range<usize>) -> Option<&[Part]> {
        if range.is_empty() {
            return None;
        }
        self.special?.get(&self.text(range))
    }

    fn text(&self, range: std::ops::Range<usize>) -> String {
        self.word[range].iter().collect()
    }

    fn part(&self, start: usize, end: usize) -> Part {
        (self.text(start..end), None)
    }

    /// Takes off prefixes and suffixes until nothing matches or a special case is left.
    fn stripped(&self) -> Stripped {
        let mut stripped = Stripped {
            prefixes: Vec::new(),
            suffixes: Vec::new(),
        };
        let (mut start, mut end) = (0, self.word.len());
        while start < end && self.special(start..end).is_none() {
            let prefix = self.affixes.prefix(&self.word[start..end]);
            if prefix > 0 && self.special(start + prefix..end).is_some() {
                stripped.prefixes.push(start + prefix);
                break;
            }
            let suffix = self.affixes.suffix(&self.word[start + prefix..end]);
            if suffix > 0 && self.special(start..end - suffix).is_some() {
                stripped.suffixes.push(end - suffix);
                break;
            }
            if prefix == 0 && suffix == 0 {
                break;
            }
            if prefix > 0 {
                start += prefix;
                stripped.prefixes.push(start);
            }
            if suffix > 0 {
                end -= suffix;
                stripped.suffixes.push(end);
            }
        }
        stripped
    }

    fn inner(&self, start: usize, end: usize) -> Vec<Part> {
        if let Some(parts) = self.special(start..end) {
            return parts.to_vec();
        }
        let word = &self.word[start..end];
        if is_address(&self.affixes.classes, word) {
            return vec![self.part(start, end)];
        }
        infixes::borders(&self.affixes.classes, word)
            .windows(2)
            .map(|pair| self.part(start + pair[0], start + pair[1]))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::affixes::tests::ascii;
    use super::super::special::SpecialCase;
    use super::*;

    fn special() -> SpecialCases {
        let case = |text: &str, parts: &[(&str, Option<&str>)]| SpecialCase {
            text: text.into(),
            parts: parts
                .iter()
                .map(|&(text, norm)| (text.into(), norm.map(Into::into)))
                .collect(),
            sequence: None,
        };
        SpecialCases::of(vec![
            case("didn't", &[("did", None), ("n't", Some("not"))]),
            case("U.S.", &[("U.S.", None)]),
        ])
    }

    #[test]
    fn runs_are_split() {
        let known = [
            ("(didn't", "( did n't"),
            ("didn't,", "did n't ,"),
            ("\"(U.S.)\"", "\" ( U.S. ) \""),
            ("word.", "word ."),
            ("(word)...", "( word ) ..."),
            ("www.example.org,", "www.example.org ,"),
            ("Kyiv-based.", "Kyiv - based ."),
            ("()", "( )"),
            ("...", "..."),
        ];
        for (chunk, expected) in known {
            let parts = parts(&ascii(), Some(&special()), chunk);
            let texts: Vec<String> = parts.into_iter().map(|(text, _)| text).collect();
            assert_eq!(texts.join(" "), expected);
        }
    }
}
