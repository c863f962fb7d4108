//! Tokens: spaCy's tokenizer for English. No character of the text is lost.

mod address;
mod affixes;
mod classes;
mod infixes;
mod lexicon;
mod special;
mod split;

use std::sync::Arc;

pub(crate) use affixes::Affixes;
pub(crate) use classes::{Classes, FROM_MODEL, Ranges};
pub(crate) use lexicon::{Lexeme, Memory};
pub(crate) use special::{Part, SpecialCase, SpecialCases};

use super::attributes::{Norms, is_space};
use super::model::{Reader, Stored};
use crate::error::Result;

/// A token: its form, where it begins, and whether a blank follows.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// The form.
    pub(crate) lexeme: Arc<Lexeme>,
    /// First byte.
    pub(crate) start: usize,
    /// Whether it is followed by a blank that is no part of a token.
    pub(crate) blank: bool,
}

impl Word {
    /// The byte after the last.
    pub(crate) fn end(&self) -> usize {
        self.start + self.lexeme.text.len()
    }
}

/// The tokenizer with its rules.
#[derive(Debug)]
pub(crate) struct Tokenizer {
    affixes: Affixes,
    special: SpecialCases,
    norms: Norms,
    lexemes: Memory<Arc<Lexeme>>,
    chunks: Memory<Arc<[Arc<Lexeme>]>>,
}

impl Tokenizer {
    /// A tokenizer of rules and tables.
    pub(crate) fn new(affixes: Affixes, special: SpecialCases, norms: Norms) -> Self {
        Self {
            affixes,
            special,
            norms,
            lexemes: Memory::default(),
            chunks: Memory::default(),
        }
    }

    /// The tokens of a text.
    pub(crate) fn words(&self, text: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / 5);
        for (start, run) in runs(text) {
            let mut at = start;
            if let Some(last) = words.last_mut()
                && run.starts_with(' ')
            {
                last.blank = true;
                at += 1;
            }
            let chunk = &run[at - start..];
            if chunk.is_empty() {
                continue;
            }
            let lexemes = self.chunks.get(chunk, || self.lexemes_of(chunk));
            for lexeme in lexemes.iter() {
                let word = Word {
                    lexeme: Arc::clone(lexeme),
                    start: at,
                    blank: false,
                };
                at = word.end();
                words.push(word);
            }
        }
        self.join_special(words)
    }

    fn lexemes_of(&self, chunk: &str) -> Arc<[Arc<Lexeme>]> {
        let parts = split::parts(&self.affixes, Some(&self.special), chunk);
        parts.iter().map(|part| self.lexeme(part)).collect()
    }

    fn lexeme(&self, (text, norm): &Part) -> Arc<Lexeme> {
        let lower = text.to_lowercase();
        match norm {
            Some(norm) => self.lexemes.get(&format!("{text}\0{norm}"), || {
                Arc::new(Lexeme::new(text, lower, norm))
            }),
            None => self.lexemes.get(text, || {
                let norm = self.norms.get(text, &lower);
                Arc::new(Lexeme::new(text, lower, &norm))
            }),
        }
    }

    /// Puts special cases with punctuation together again where the rules took them apart.
    fn join_special(&self, words: Vec<Word>) -> Vec<Word> {
        let found = self.special_spans(&words);
        if found.is_empty() {
            return words;
        }
        let mut joined = Vec::with_capacity(words.len());
        let mut next = 0;
        for (start, end) in found {
            joined.extend_from_slice(&words[next..start]);
            match self.special.get(&text_of(&words[start..end])) {
                Some(parts) => joined.extend(self.replacement(parts, &words[start..end])),
                None => joined.extend_from_slice(&words[start..end]),
            }
            next = end;
        }
        joined.extend_from_slice(&words[next..]);
        joined
    }

    fn replacement(&self, parts: &[Part], words: &[Word]) -> Vec<Word> {
        let mut at = words[0].start;
        let last_blank = words.last().is_some_and(|word| word.blank);
        let count = parts.len();
        let word = |(index, part)| {
            let word = Word {
                lexeme: self.lexeme(part),
                start: at,
                blank: last_blank && index + 1 == count,
            };
            at = word.end();
            word
        };
        parts.iter().enumerate().map(word).collect()
    }

    /// Spans of special cases, the longest first, then the leftmost; none overlaps an earlier one.
    fn special_spans(&self, words: &[Word]) -> Vec<(usize, usize)> {
        let mut spans = Vec::new();
        for start in 0..words.len() {
            let texts = words[start..].iter().map(|word| &*word.lexeme.text);
            let lengths = self.special.lengths_at(texts);
            spans.extend(lengths.map(|length| (start, start + length)));
        }
        spans.sort_by_key(|&(start, end)| (std::cmp::Reverse(end - start), start));
        let mut covered = std::collections::HashSet::new();
        spans.retain(|&(start, end)| {
            let free = !covered.contains(&start) && !covered.contains(&(end - 1));
            covered.extend(start..end);
            free
        });
        spans.sort_unstable();
        spans
    }
}

/// The text of tokens, with the blanks between them.
fn text_of(words: &[Word]) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        text.push_str(&word.lexeme.text);
        if word.blank && index + 1 < words.len() {
            text.push(' ');
        }
    }
    text
}

/// Maximal runs of white space and of everything else, with their first bytes.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text[start..];
        let space = is_space(rest.chars().next()?);
        let end = rest
            .find(|character| is_space(character) != space)
            .unwrap_or(rest.len());
        let run = (start, &rest[..end]);
        start += end;
        Some(run)
    })
}

/// The tokens into which the rules split a text without its special cases, where the text is
/// a special case that holds punctuation or a blank; `None` for any other.
pub(crate) fn sequence(affixes: &Affixes, text: &str) -> Option<Vec<String>> {
    let word: Vec<char> = text.chars().collect();
    let splits = text.contains(' ')
        || affixes.prefix(&word) > 0
        || affixes.suffix(&word) > 0
        || (0..word.len()).any(|at| infixes::infix(&affixes.classes, &word, at) > 0);
    if !splits {
        return None;
    }
    let mut tokens: Vec<String> = Vec::new();
    for (_, run) in runs(text) {
        let blank = usize::from(!tokens.is_empty() && run.starts_with(' '));
        let parts = split::parts(affixes, None, &run[blank..]);
        tokens.extend(parts.into_iter().map(|(text, _)| text));
    }
    Some(tokens)
}

impl Stored for Tokenizer {
    fn write(&self, out: &mut Vec<u8>) {
        self.affixes.classes.write(out);
        self.affixes.units.write(out);
        self.special.write(out);
        self.norms.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let affixes = Affixes {
            classes: Classes::read(from)?,
            units: Vec::read(from)?,
        };
        Ok(Self::new(
            affixes,
            SpecialCases::read(from)?,
            Norms::read(from)?,
        ))
    }
}
