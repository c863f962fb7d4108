//! One wording: `carry out + attack, raid - heart`.

use super::limit::Limit;

/// Prepositions that may stand after `+`.
const PREPOSITIONS: &str = "about above across after against along among around as at before behind below beneath beside between beyond by despite down \
    during for from in inside into near of off on onto out outside over past since through throughout to toward towards under until up upon via with within without";

/// A word that triggers, with the words that must or must not stand beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Index of its frame.
    pub frame: usize,
    /// For a verb or adjective: particles and prepositions after it; for a noun: words before it.
    pub also: Vec<String>,
    /// The preposition before which the noun below stands.
    pub preposition: Option<String>,
    /// The noun that a verb takes as its object, or that stands after the preposition; anything if empty.
    pub noun: Limit,
    /// Nouns that must not stand there; for a noun, words that must not stand before it.
    pub not: Limit,
}

impl Wording {
    /// How much it asks for: the wording that asks for most wins.
    #[must_use]
    pub fn weight(&self) -> usize {
        2 * self.also.len()
            + 3 * usize::from(!self.noun.is_empty())
            + 2 * usize::from(self.preposition.is_some())
    }
}

/// What kind of word the left side of a wording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The first word triggers, the others stand after it.
    First,
    /// The last word triggers, the others stand before it.
    Last,
}

/// Reads the wordings of a list, one a line: the triggering word with what it asks for.
pub(super) fn wordings(text: &str, side: Side, frame: usize) -> Vec<(String, Wording)> {
    segments(text)
        .flat_map(|line| read_line(line, side, frame))
        .collect()
}

/// The wordings of a list: lines, and what `;` parts within a line.
pub(super) fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(|line| line.split('#').next().unwrap_or_default())
        .flat_map(|line| line.split(';'))
        .map(str::trim)
        .filter(|line| !line.is_empty())
}

/// Whether a word is one of the prepositions that wordings and roles know.
pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS
        .split_whitespace()
        .any(|preposition| preposition == word)
}

pub(super) fn read_line(line: &str, side: Side, frame: usize) -> Vec<(String, Wording)> {
    let (rest, not) = split(line, " - ");
    let (words, noun) = split(rest, " + ");
    let (preposition, noun) = preposition(noun);
    words
        .split(',')
        .map(str::trim)
        .filter(|phrase| !phrase.is_empty())
        .filter_map(|phrase| trigger(phrase, side))
        .map(|(word, also)| {
            let wording = Wording {
                frame,
                also,
                preposition: preposition.map(str::to_owned),
                noun: Limit::of_frame(noun),
                not: Limit::of_frame(not),
            };
            (word, wording)
        })
        .collect()
}

fn split<'a>(line: &'a str, mark: &str) -> (&'a str, &'a str) {
    line.split_once(mark).unwrap_or((line, ""))
}

/// "for | sanctions", "for |", "| sanctions".
fn preposition(noun: &str) -> (Option<&str>, &str) {
    let noun = noun.trim();
    let (first, rest) = noun.split_once(' ').unwrap_or((noun, ""));
    if is_preposition(first) {
        (Some(first), rest)
    } else {
        (None, noun)
    }
}

fn trigger(phrase: &str, side: Side) -> Option<(String, Vec<String>)> {
    let mut words: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
    let word = match side {
        Side::First if !words.is_empty() => words.remove(0),
        Side::Last => words.pop()?,
        Side::First => return None,
    };
    Some((word, words))
}
