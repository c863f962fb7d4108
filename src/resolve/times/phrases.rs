//! Phrases of several words, looked up by their first.

use std::collections::{BTreeMap, HashMap};

use super::words::Words;

/// A set of phrases, each with what it means.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            by_first: HashMap::new(),
        }
    }
}

impl Phrases<String> {
    /// The phrases of a table of the lexicon.
    #[must_use]
    pub(crate) fn of(table: BTreeMap<String, String>) -> Self {
        let mut phrases = Self::default();
        for (phrase, meaning) in table {
            phrases.insert(&phrase, meaning);
        }
        phrases
    }
}

impl Phrases<()> {
    /// The phrases of a list of the lexicon.
    #[must_use]
    pub(crate) fn of_list(list: Vec<String>) -> Self {
        let mut phrases = Self::default();
        for phrase in list {
            phrases.insert(&phrase, ());
        }
        phrases
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase of words that are parted by blanks; the longest of a first word is tried first.
    pub(crate) fn insert(&mut self, phrase: &str, meaning: T) {
        let words = split(phrase);
        let Some(first) = words.first().cloned() else {
            return;
        };
        let list = self.by_first.entry(first).or_default();
        let place = list.partition_point(|(other, _)| other.len() >= words.len());
        list.insert(place, (words, meaning));
    }

    /// The longest phrase that begins at a word, with the word after it.
    pub(crate) fn find(&self, words: &Words<'_>, at: usize) -> Option<(usize, &T)> {
        let first = words.lower(at);
        self.by_first
            .get(first)?
            .iter()
            .find_map(|(phrase, meaning)| {
                let fits = phrase
                    .iter()
                    .enumerate()
                    .all(|(offset, word)| words.is(at + offset, word));
                fits.then_some((at + phrase.len(), meaning))
            })
    }
}

/// Words as [`Words`] splits them: the possessive stands alone.
fn split(phrase: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in phrase.split_whitespace() {
        if let Some(stem) = word.strip_suffix("'s") {
            found.extend([stem.to_owned(), "'s".to_owned()]);
        } else if let Some(stem) = word.strip_suffix('\'') {
            found.extend([stem.to_owned(), "'".to_owned()]);
        } else {
            found.push(word.to_owned());
        }
    }
    found
}
