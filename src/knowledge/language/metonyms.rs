//! Words that tell a capital that stands for its government from the place.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::{list, parse};

/// Words of `ontology/language/metonyms.toml`.
#[derive(Debug, Default)]
pub struct Metonyms {
    /// Verbs whose subject does nothing ("Kabul fell").
    pub idle: HashSet<String>,
    /// Adjectives of a will or mood ("Beijing is willing").
    pub attitudes: HashSet<String>,
    /// Verbs whose object is told, asked or pressed.
    pub addressed: HashSet<String>,
    /// Verbs whose object is accused.
    pub accused: HashSet<String>,
    /// What a city has and a government has not.
    pub of_city: HashSet<String>,
    /// Nouns of a government ("Ankara officials").
    pub of_government: HashSet<String>,
    /// Participles after a hyphen ("Kabul-backed").
    pub participles: HashSet<String>,
    /// Prepositions that make a place of it.
    pub at_place: HashSet<String>,
    /// By preposition, what governs it where its object is a government.
    pub before: HashMap<String, Governors>,
}

/// What governs a preposition.
#[derive(Debug, Default)]
pub struct Governors {
    /// Nouns only.
    pub nouns: HashSet<String>,
    /// Words of any kind.
    pub words: HashSet<String>,
}

/// The words that are compiled in, read once.
#[must_use]
pub fn metonyms() -> &'static Metonyms {
    static WORDS: LazyLock<Metonyms> = LazyLock::new(|| {
        let file: File = parse(include_str!("../../../ontology/language/metonyms.toml"));
        file.metonyms()
    });
    &WORDS
}

#[derive(Default, Deserialize)]
struct File {
    idle: String,
    attitudes: String,
    addressed: String,
    accused: String,
    of_city: String,
    of_government: String,
    participles: String,
    at_place: String,
    lists: HashMap<String, String>,
    before: HashMap<String, GovernorRow>,
}

#[derive(Default, Deserialize)]
struct GovernorRow {
    #[serde(default)]
    nouns: String,
    #[serde(default)]
    words: String,
}

impl File {
    fn metonyms(&self) -> Metonyms {
        let governors = |row: &GovernorRow| Governors {
            nouns: self.words(&row.nouns),
            words: self.words(&row.words),
        };
        let before = self.before.iter();
        Metonyms {
            idle: self.words(&self.idle),
            attitudes: self.words(&self.attitudes),
            addressed: self.words(&self.addressed),
            accused: self.words(&self.accused),
            of_city: self.words(&self.of_city),
            of_government: self.words(&self.of_government),
            participles: self.words(&self.participles),
            at_place: self.words(&self.at_place),
            before: before
                .map(|(preposition, row)| (preposition.clone(), governors(row)))
                .collect(),
        }
    }

    /// The words of a list, those of the lists that it names among them.
    fn words(&self, text: &str) -> HashSet<String> {
        let mut words = HashSet::new();
        for word in list(text) {
            match word.strip_prefix('@').and_then(|name| self.lists.get(name)) {
                Some(named) => words.extend(self.words(named)),
                None => {
                    words.insert(word);
                }
            }
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_take_in_the_lists_that_they_name() {
        let words = metonyms();
        assert!(words.before["between"].nouns.contains("talks"));
        assert!(words.before["from"].nouns.contains("demand"));
        let all = words.before.values();
        let named =
            |governors: &Governors| governors.nouns.iter().any(|word| word.starts_with('@'));
        assert!(!all.into_iter().any(named));
    }
}
