//! Titles before names and offices by which a person is meant.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::{GenderWord, list};
use crate::knowledge::world::Gender;

/// Whose post an office is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "plain")]
pub enum Scope {
    State,
    Organisation,
    Party,
    Region,
}

/// Whose turn in office a word before the title speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// "the president".
    #[default]
    Current,
    /// "the former president".
    Former,
    /// "president-elect".
    Elect,
    /// "acting president".
    Acting,
}

/// A title or office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Gender that it tells.
    pub gender: Option<Gender>,
    /// PLOVER sector of the holder.
    pub sector: Option<String>,
    /// A form of address, no post.
    pub honorific: bool,
    /// A state has one holder at a time.
    pub unique: bool,
    /// Roles of posts in the world data that it may name, best first.
    pub roles: Vec<String>,
    /// Whose post it is, best first.
    pub scope: Vec<Scope>,
}

/// All titles, and the words that change their time.
#[derive(Clone, Debug, Default)]
pub struct Titles {
    titles: HashMap<String, Title>,
    former: HashSet<String>,
    elect: HashSet<String>,
    acting: HashSet<String>,
    deputy: HashSet<String>,
}

#[derive(Default, Deserialize)]
pub(super) struct TitleFile {
    title: Vec<TitleRow>,
    status: StatusRow,
}

#[derive(Deserialize)]
struct TitleRow {
    forms: String,
    gender: Option<GenderWord>,
    sector: Option<String>,
    #[serde(default)]
    honorific: bool,
    #[serde(default)]
    unique: bool,
    #[serde(default)]
    role: String,
    #[serde(default)]
    scope: String,
}

#[derive(Default, Deserialize)]
struct StatusRow {
    former: String,
    elect: String,
    acting: String,
    deputy: String,
}

impl Titles {
    /// The most words that a title has.
    pub const LONGEST: usize = 5;

    pub(super) fn new(file: &TitleFile) -> Self {
        let mut titles = HashMap::new();
        for row in &file.title {
            for form in list(&row.forms) {
                titles.entry(form).or_insert_with(|| row.title());
            }
        }
        let set = |words: &str| list(words).collect();
        Self {
            titles,
            former: set(&file.status.former),
            elect: set(&file.status.elect),
            acting: set(&file.status.acting),
            deputy: set(&file.status.deputy),
        }
    }

    /// The title that words in lower case are; a plural too ("foreign ministers").
    #[must_use]
    pub fn get(&self, words: &str) -> Option<&Title> {
        self.titles.get(words)
    }

    /// The singular of a plural title ("foreign ministers", "secretaries of state"), where it is one.
    #[must_use]
    pub fn singular(&self, words: &str) -> Option<String> {
        let (head, rest) = match words.find(" of ").or_else(|| words.find(" for ")) {
            Some(at) => words.split_at(at),
            None => (words, ""),
        };
        let stem = match (head.strip_suffix("ies"), head.strip_suffix("men")) {
            (Some(stem), _) => format!("{stem}y"),
            (_, Some(stem)) => format!("{stem}man"),
            _ => head.strip_suffix('s')?.to_owned(),
        };
        let singular = format!("{stem}{rest}");
        self.titles.contains_key(&singular).then_some(singular)
    }

    /// What a word before or in a title makes of its time; `None` for any other word.
    #[must_use]
    pub fn tense(&self, word: &str) -> Option<Tense> {
        if self.former.contains(word) {
            Some(Tense::Former)
        } else if self.elect.contains(word) {
            Some(Tense::Elect)
        } else if self.acting.contains(word) {
            Some(Tense::Acting)
        } else {
            None
        }
    }

    /// Whether a word makes the office a deputy's.
    #[must_use]
    pub fn is_deputy(&self, word: &str) -> bool {
        self.deputy.contains(word)
    }
}

impl TitleRow {
    fn title(&self) -> Title {
        let scope = self.scope.split_whitespace().filter_map(|word| match word {
            "state" => Some(Scope::State),
            "organisation" => Some(Scope::Organisation),
            "party" => Some(Scope::Party),
            "region" => Some(Scope::Region),
            _ => None,
        });
        Title {
            gender: self.gender.map(Gender::from),
            sector: self.sector.clone(),
            honorific: self.honorific,
            unique: self.unique,
            roles: list(&self.role).collect(),
            scope: scope.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn plurals_have_their_singular() {
        let titles = Language::load().titles;
        assert_eq!(
            titles.singular("foreign ministers").as_deref(),
            Some("foreign minister")
        );
        assert_eq!(
            titles.singular("secretaries of state").as_deref(),
            Some("secretary of state")
        );
        assert_eq!(titles.singular("apples"), None);
    }

    #[test]
    fn words_before_an_office_tell_its_time() {
        let titles = Language::load().titles;
        assert_eq!(titles.tense("former"), Some(Tense::Former));
        assert_eq!(titles.tense("interim"), Some(Tense::Acting));
        assert_eq!(titles.tense("new"), None);
    }
}
