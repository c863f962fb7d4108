//! Word forms met so far, with all that depends on the form alone.
//!
//! News repeats its words: what is computed once for a form is kept. The memory is bounded
//! (a part that is full is emptied), and a value is the same whether it was kept or not.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::annotate::attributes;

/// A word form.
#[derive(Debug)]
pub(crate) struct Lexeme {
    /// The text.
    pub(crate) text: Box<str>,
    /// In lower case.
    pub(crate) lower: Arc<str>,
    /// Ids of norm, prefix, suffix and shape.
    pub(crate) keys: [u64; 4],
    /// Whether it is white space.
    pub(crate) is_space: bool,
    /// Embeddings: not followed by a blank, followed by one, and that of the network of names.
    pub(crate) vectors: [OnceLock<Box<[f32]>>; 3],
}

impl Lexeme {
    /// A form with its norm.
    pub(crate) fn new(text: &str, lower: String, norm: &str) -> Self {
        Self {
            text: text.into(),
            lower: lower.into(),
            keys: attributes::keys(text, norm),
            is_space: text.chars().all(attributes::is_space),
            vectors: Default::default(),
        }
    }
}

/// Number of parts, each with a lock of its own.
const PARTS: usize = 32;
/// Entries of a part.
const PART_SIZE: usize = 1024;
/// Longer texts are not kept.
const LONGEST: usize = 64;

type Part<V> = Mutex<HashMap<Box<str>, V, BuildHasherDefault<DefaultHasher>>>;

/// A bounded table of values that are pure functions of a text.
#[derive(Debug)]
pub(crate) struct Memory<V> {
    parts: Vec<Part<V>>,
}

impl<V> Default for Memory<V> {
    fn default() -> Self {
        Self {
            parts: std::iter::repeat_with(Part::default).take(PARTS).collect(),
        }
    }
}

impl<V: Clone> Memory<V> {
    /// The kept value of a text, or the one that `make` gives.
    pub(crate) fn get(&self, text: &str, make: impl FnOnce() -> V) -> V {
        if text.len() > LONGEST {
            return make();
        }
        let part = self.part(text);
        let kept = lock(part).get(text).cloned();
        kept.unwrap_or_else(|| {
            let value = make();
            let mut part = lock(part);
            if part.len() >= PART_SIZE {
                part.clear();
            }
            part.insert(text.into(), value.clone());
            value
        })
    }

    fn part(&self, text: &str) -> &Part<V> {
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(text);
        &self.parts[(hash >> 32) as usize % PARTS]
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_bounded_and_keeps() {
        let memory = Memory::default();
        for number in 0..200_000 {
            memory.get(&number.to_string(), || number);
        }
        let kept: usize = memory.parts.iter().map(|part| lock(part).len()).sum();
        assert!(kept <= PARTS * PART_SIZE);
        assert_eq!(memory.get("word", || 1), 1);
        assert_eq!(memory.get("word", || 2), 1);
    }

    #[test]
    fn white_space_is_known() {
        assert!(Lexeme::new("\u{1c} \n", String::new(), "").is_space);
        assert!(!Lexeme::new(" a", String::new(), "").is_space);
    }
}
