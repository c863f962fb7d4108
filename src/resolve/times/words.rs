//! The words that the grammar reads: tokens, split further at hyphens, slashes and before "am" and "pm",
//! so that "mid-1996", "30-day" and "10pm" are read like "mid 1996", "30 day" and "10 pm".

use std::ops::Range;

use crate::annotate::{Annotated, Pos};
use crate::span::Span;

use super::lexicon::{Entry, lexicon};

/// A word or punctuation mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    /// Lower-case text; the typographic possessive is `'s`, a line break `"\n"`.
    pub lower: &'a str,
    /// Where it stands.
    pub span: Span,
    /// Its token.
    pub token: usize,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// What it may mean.
    pub entry: &'static Entry,
}

/// The words of a text.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    /// What was annotated.
    pub annotated: &'a Annotated,
    list: Vec<Word<'a>>,
}

impl<'a> Words<'a> {
    /// Splits the tokens of a text.
    #[must_use]
    pub(crate) fn new(annotated: &'a Annotated) -> Self {
        let mut words = Self {
            annotated,
            list: Vec::with_capacity(annotated.tokens.len() * 9 / 8),
        };
        for token in 0..annotated.tokens.len() {
            words.add(token);
        }
        words
    }

    fn add(&mut self, token: usize) {
        let annotated = self.annotated;
        let span = annotated.tokens[token].span;
        if annotated.pos(token) == Pos::Space {
            if annotated.text(token).contains('\n') {
                self.push("\n", span, token);
            }
            return;
        }
        let lower: &'a str = &annotated.tokens[token].lower;
        if lower.len() != span.len() {
            self.push(lower, span, token);
            return;
        }
        let mut start = 0;
        for end in cuts(lower) {
            let part = &lower[start..end];
            self.push(part, Span::new(span.start + start, span.start + end), token);
            start = end;
        }
    }

    fn push(&mut self, lower: &'a str, span: Span, token: usize) {
        let lower = if lower == "’s" { "'s" } else { lower };
        let capital = self.annotated.document.text[span.start..]
            .chars()
            .next()
            .is_some_and(char::is_uppercase);
        self.list.push(Word {
            lower,
            span,
            token,
            capital,
            entry: lexicon().entry(lower),
        });
    }

    /// Number of words.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// A word; `None` after the last.
    #[must_use]
    pub(crate) fn get(&self, at: usize) -> Option<&Word<'a>> {
        self.list.get(at)
    }

    /// The word before another.
    #[must_use]
    pub(crate) fn before(&self, at: usize) -> Option<&Word<'a>> {
        at.checked_sub(1).and_then(|before| self.get(before))
    }

    /// Lower-case text, empty after the last word.
    #[must_use]
    pub(crate) fn lower(&self, at: usize) -> &'a str {
        self.list.get(at).map_or("", |word| word.lower)
    }

    /// Whether a word is this one.
    #[must_use]
    pub(crate) fn is(&self, at: usize, lower: &str) -> bool {
        self.lower(at) == lower
    }

    /// Whether a word is one of these.
    #[must_use]
    pub(crate) fn any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(at))
    }

    /// The word after an optional one.
    #[must_use]
    pub(crate) fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.any(at, words))
    }

    /// The word after an optional hyphen.
    #[must_use]
    pub(crate) fn skip_hyphen(&self, at: usize) -> usize {
        self.skip(at, &["-", "–"])
    }

    /// Whether a word follows, with or without a hyphen.
    #[must_use]
    pub(crate) fn is_hyphen_or_word(&self, at: usize, word: &str) -> bool {
        self.is(self.skip_hyphen(at), word)
    }

    /// Lexicon entry of a word.
    #[must_use]
    pub(crate) fn entry(&self, at: usize) -> &'static Entry {
        self.list
            .get(at)
            .map_or_else(|| lexicon().entry(""), |word| word.entry)
    }

    /// The tokens from one word to before another.
    #[must_use]
    pub(crate) fn tokens(&self, start: usize, end: usize) -> Range<usize> {
        self.list[start].token..self.list[end - 1].token + 1
    }

    /// The span from one word to before another.
    #[must_use]
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        self.list[start].span.cover(self.list[end - 1].span)
    }
}

/// Whether a verb only says that its subject or object happens ("took place", "began", "held").
#[must_use]
pub(crate) fn is_carrier(lemma: &str) -> bool {
    lexicon().carriers.contains(lemma)
}

/// Ends of the parts of a token.
fn cuts(lower: &str) -> Vec<usize> {
    let bytes = lower.as_bytes();
    let mut ends = Vec::new();
    if lower.len() > 2 {
        for (at, sign) in lower.match_indices(['-', '–', '/']) {
            let inside = at > 0 && at + sign.len() < lower.len();
            if inside {
                ends.extend([at, at + sign.len()]);
            }
        }
        let digits = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || **byte == b':')
            .count();
        if digits > 0
            && matches!(
                &lower[digits..],
                "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m"
            )
        {
            ends.push(digits);
        }
    }
    ends.push(lower.len());
    ends
}

#[cfg(test)]
mod tests {
    use super::cuts;

    #[test]
    fn tokens_are_cut_at_hyphens_and_before_halves_of_the_day() {
        assert_eq!(cuts("mid-1996"), [3, 4, 8]);
        assert_eq!(cuts("10pm"), [2, 4]);
        assert_eq!(cuts("-"), [1]);
        assert_eq!(cuts("1990s"), [5]);
    }
}
