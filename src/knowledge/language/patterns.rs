//! Words inside a name that tell what it names.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::list;
use crate::knowledge::world::EntityKind;

/// What a word inside a name tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePattern {
    /// What the name names.
    pub kind: EntityKind,
    /// PLOVER sector.
    pub sector: Option<String>,
}

/// All patterns of names.
#[derive(Clone, Debug, Default)]
pub struct NamePatterns {
    last: HashMap<String, NamePattern>,
    first: HashMap<String, NamePattern>,
    vessels: HashSet<String>,
}

#[derive(Default, Deserialize)]
pub(super) struct PatternFile {
    vessels: String,
    pattern: Vec<PatternRow>,
}

#[derive(Deserialize)]
struct PatternRow {
    kind: EntityKind,
    sector: Option<String>,
    #[serde(default)]
    last: String,
    #[serde(default)]
    first: String,
}

impl NamePatterns {
    pub(super) fn new(file: &PatternFile) -> Self {
        let mut patterns = Self {
            vessels: list(&file.vessels).collect(),
            ..Self::default()
        };
        for row in &file.pattern {
            let pattern = NamePattern {
                kind: row.kind,
                sector: row.sector.clone(),
            };
            for word in list(&row.last) {
                patterns.last.entry(word).or_insert(pattern.clone());
            }
            for word in list(&row.first) {
                patterns.first.entry(word).or_insert(pattern.clone());
            }
        }
        patterns
    }

    /// Whether a word before a name, as written, makes it the name of a ship ("MV", "HMS").
    #[must_use]
    pub fn is_vessel(&self, word: &str) -> bool {
        self.vessels.contains(word)
    }

    /// What a name that ends in a word or two (lower case) names.
    #[must_use]
    pub fn last(&self, words: &str) -> Option<&NamePattern> {
        self.last.get(words)
    }

    /// What a name that begins with a word and "of", "for", "on" or "to" names.
    #[must_use]
    pub fn first(&self, words: &str) -> Option<&NamePattern> {
        self.first.get(words)
    }

    /// What the words of a name (lower case) tell: the words before "of", "for", "on", "to" or "in"
    /// where the first of them is known, else the last two, else the last one.
    #[must_use]
    pub fn of_name(&self, words: &[&str]) -> Option<&NamePattern> {
        let joint = words
            .iter()
            .position(|word| matches!(*word, "of" | "for" | "on" | "to" | "in" | "against" | "de"));
        if let Some(joint) = joint.filter(|&joint| joint > 0) {
            let head = &words[..joint];
            return self
                .first(&head.join(" "))
                .or_else(|| self.tail(head))
                .or_else(|| self.first(head[0]).filter(|_| head.len() == 1));
        }
        self.tail(words)
            .or_else(|| words.first().and_then(|word| self.first_prefix(word)))
    }

    fn tail(&self, words: &[&str]) -> Option<&NamePattern> {
        let [.., last] = words else { return None };
        if let [.., before, last] = words
            && let Some(found) = self.last(&format!("{before} {last}"))
        {
            return Some(found);
        }
        self.last(last).filter(|_| words.len() > 1)
    }

    /// Names that begin with what they are: "Mount Ararat", "Operation Desert Storm", "Radio Free Europe".
    fn first_prefix(&self, word: &str) -> Option<&NamePattern> {
        const PREFIXES: [&str; 14] = [
            "mount",
            "lake",
            "cape",
            "fort",
            "camp",
            "operation",
            "hurricane",
            "typhoon",
            "cyclone",
            "storm",
            "radio",
            "party",
            "parti",
            "partido",
        ];
        self.first(word).filter(|_| PREFIXES.contains(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    fn kind(words: &[&str]) -> Option<EntityKind> {
        Language::load()
            .patterns
            .of_name(words)
            .map(|pattern| pattern.kind)
    }

    #[test]
    fn the_head_word_tells_the_kind() {
        assert_eq!(
            kind(&["ministry", "of", "health"]),
            Some(EntityKind::Organisation)
        );
        assert_eq!(
            kind(&["northern", "workers", "party"]),
            Some(EntityKind::PoliticalParty)
        );
        assert_eq!(
            kind(&["battle", "of", "arland"]),
            Some(EntityKind::NamedEvent)
        );
        assert_eq!(
            kind(&["treaty", "of", "arland"]),
            Some(EntityKind::Document)
        );
        assert_eq!(kind(&["anna", "berg"]), None);
    }
}
