//! Words that shape noun phrases and pronouns.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{list, parse};

/// Words of `ontology/language/phrases.toml`.
#[derive(Debug, Default, Deserialize)]
pub struct Phrases {
    /// Titles before a name that are no posts, and no offices where they stand alone.
    #[serde(deserialize_with = "set")]
    pub no_posts: HashSet<String>,
    /// Titles of leaders, offices only where they are somebody's.
    #[serde(deserialize_with = "set")]
    pub leaders: HashSet<String>,
    /// Prepositions whose phrase belongs to the noun right before it.
    #[serde(deserialize_with = "set")]
    pub binding: HashSet<String>,
    /// Units of time.
    #[serde(deserialize_with = "set")]
    pub units: HashSet<String>,
    /// Nouns that only count what follows after "of".
    #[serde(deserialize_with = "set")]
    pub counting: HashSet<String>,
    /// Nouns that are plural in any form.
    #[serde(deserialize_with = "set")]
    pub plural: HashSet<String>,
    /// Nouns that are plural where they name a group.
    #[serde(deserialize_with = "set")]
    pub collective: HashSet<String>,
    /// Verbs after "it" that leave nobody to be meant.
    #[serde(deserialize_with = "set")]
    pub impersonal: HashSet<String>,
    /// Verbs whose object is the subject of what he is told.
    #[serde(deserialize_with = "set")]
    pub telling: HashSet<String>,
    /// Verbs whose subject and object do one thing together.
    #[serde(deserialize_with = "set")]
    pub meeting: HashSet<String>,
    /// Modifiers by which a noun means another than the one spoken of.
    #[serde(deserialize_with = "set")]
    pub apart: HashSet<String>,
    /// Words after which the speaker's own name stands.
    #[serde(deserialize_with = "set")]
    pub naming: HashSet<String>,
    /// Directions before the name of a state or region.
    #[serde(deserialize_with = "set")]
    pub directions: HashSet<String>,
    /// Zones and halves of the day.
    #[serde(deserialize_with = "set")]
    pub clock_marks: HashSet<String>,
}

/// The words that are compiled in, read once.
#[must_use]
pub fn phrases() -> &'static Phrases {
    static WORDS: LazyLock<Phrases> =
        LazyLock::new(|| parse(include_str!("../../../ontology/language/phrases.toml")));
    &WORDS
}

fn set<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<HashSet<String>, D::Error> {
    Ok(list(&String::deserialize(deserializer)?).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read() {
        assert!(phrases().binding.contains("of"));
        assert!(phrases().no_posts.contains("political scientist"));
    }
}
