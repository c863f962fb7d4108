//! Words by how much they tell.

use std::collections::{BTreeMap, BTreeSet};

use super::telling::Telling;

/// In how many tellings each word stands.
pub(super) struct Weights<'words> {
    uses: BTreeMap<&'words str, usize>,
    tellings: usize,
}

impl<'words> Weights<'words> {
    pub(super) fn of(tellings: &'words [Telling]) -> Self {
        let mut uses = BTreeMap::new();
        for word in tellings.iter().flat_map(|telling| &telling.words) {
            *uses.entry(word.as_str()).or_default() += 1;
        }
        Self {
            uses,
            tellings: tellings.len(),
        }
    }

    // Inverse document frequency, smoothed.
    fn weight(&self, word: &str) -> f64 {
        let uses = self.uses.get(word).copied().unwrap_or(0);
        ((1.0 + self.tellings as f64) / (1.0 + uses as f64)).ln()
    }

    /// Weight of the shared words as a part of that of the smaller set.
    pub(super) fn overlap(&self, one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
        let sum =
            |words: &BTreeSet<String>| words.iter().map(|word| self.weight(word)).sum::<f64>();
        let shared: f64 = one.intersection(other).map(|word| self.weight(word)).sum();
        let least = sum(one).min(sum(other));
        if least > 0.0 { shared / least } else { 0.0 }
    }
}
