//! Words of English: nouns that name actors and places, titles, patterns of names, given names.
//!
//! Read from the tables of `ontology/language/`.

mod metonyms;
mod patterns;
mod phrases;
mod titles;

use std::collections::HashMap;

use serde::Deserialize;

use crate::knowledge::world::{EntityKind, Gender};

pub use metonyms::{Governors, Metonyms, metonyms};
pub use patterns::{NamePattern, NamePatterns};
pub use phrases::{Phrases, phrases};
pub use titles::{Scope, Tense, Title, Titles};

/// A common noun that names actors or places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What it names.
    pub kind: EntityKind,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// Gender of a person.
    pub gender: Option<Gender>,
    /// It is something of a state: "the army" is some state's.
    pub of: bool,
    /// It names only with a determiner or modifier: "the group", not "group talks".
    pub weak: bool,
}

/// A relation of family between two persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Wife, husband.
    Spouse,
    /// Daughter, son.
    Child,
    /// Mother, father.
    Parent,
    /// Sister, brother.
    Sibling,
}

/// All tables of `ontology/language/` that resolving reads.
#[derive(Clone, Debug)]
pub struct Language {
    /// Nouns by base form, some of several words.
    pub nouns: HashMap<String, Noun>,
    /// Titles and offices.
    pub titles: Titles,
    /// Patterns of names.
    pub patterns: NamePatterns,
    /// Gender by given name, lower case without marks.
    pub given_names: HashMap<String, Gender>,
    /// Kinds of entity that a noun may take up.
    pub classes: HashMap<String, Vec<EntityKind>>,
    /// Words of family.
    pub family: HashMap<String, (Family, Option<Gender>)>,
}

impl Default for Language {
    fn default() -> Self {
        Self::load()
    }
}

impl Language {
    /// Reads the tables that are compiled in.
    #[must_use]
    pub fn load() -> Self {
        let kinship: KinshipFile = parse(include_str!("../../../ontology/language/kinship.toml"));
        Self {
            nouns: nouns(&parse(include_str!(
                "../../../ontology/language/nouns.toml"
            ))),
            titles: Titles::new(&parse(include_str!(
                "../../../ontology/language/titles.toml"
            ))),
            patterns: NamePatterns::new(&parse(include_str!(
                "../../../ontology/language/name-patterns.toml"
            ))),
            given_names: given_names(&parse(include_str!(
                "../../../ontology/language/given-names.toml"
            ))),
            classes: classes(&kinship),
            family: family(&kinship),
        }
    }

    /// Gender that a given name tells.
    #[must_use]
    pub fn gender_of_name(&self, name: &str) -> Option<Gender> {
        self.given_names
            .get(&crate::knowledge::language::plain(name))
            .copied()
    }
}

/// Lower case without marks.
#[must_use]
pub fn plain(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A compiled-in table: a fault in one is found by the tests, so that it is empty here.
fn parse<T: for<'de> Deserialize<'de> + Default>(text: &str) -> T {
    toml::from_str(text).unwrap_or_default()
}

/// The parts of a list that is separated by commas and line ends.
fn list(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split([',', '\n'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
}

#[derive(Default, Deserialize)]
struct NounFile {
    group: Vec<NounGroup>,
}

#[derive(Deserialize)]
struct NounGroup {
    kind: EntityKind,
    sector: Option<String>,
    gender: Option<GenderWord>,
    #[serde(default)]
    of: bool,
    #[serde(default)]
    weak: bool,
    nouns: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum GenderWord {
    Female,
    Male,
}

impl From<GenderWord> for Gender {
    fn from(word: GenderWord) -> Self {
        match word {
            GenderWord::Female => Self::Female,
            GenderWord::Male => Self::Male,
        }
    }
}

/// The first group that lists a noun has it.
fn nouns(file: &NounFile) -> HashMap<String, Noun> {
    let mut table = HashMap::new();
    for group in &file.group {
        for word in list(&group.nouns) {
            table.entry(word).or_insert_with(|| Noun {
                kind: group.kind,
                sector: group.sector.clone(),
                gender: group.gender.map(Gender::from),
                of: group.of,
                weak: group.weak,
            });
        }
    }
    table
}

#[derive(Default, Deserialize)]
struct GivenNameFile {
    female: String,
    male: String,
}

fn given_names(file: &GivenNameFile) -> HashMap<String, Gender> {
    let female = list(&file.female).map(|name| (name, Gender::Female));
    let male = list(&file.male).map(|name| (name, Gender::Male));
    female.chain(male).collect()
}

#[derive(Default, Deserialize)]
struct KinshipFile {
    class: Vec<ClassRow>,
    family: Vec<FamilyRow>,
}

#[derive(Deserialize)]
struct ClassRow {
    nouns: String,
    kinds: EntityKind,
}

#[derive(Deserialize)]
struct FamilyRow {
    relation: String,
    female: String,
    male: String,
    either: String,
}

fn classes(file: &KinshipFile) -> HashMap<String, Vec<EntityKind>> {
    let mut table: HashMap<String, Vec<EntityKind>> = HashMap::new();
    for row in &file.class {
        for noun in list(&row.nouns) {
            table.entry(noun).or_default().push(row.kinds);
        }
    }
    table
}

fn family(file: &KinshipFile) -> HashMap<String, (Family, Option<Gender>)> {
    let mut table = HashMap::new();
    for row in &file.family {
        let relation = match row.relation.as_str() {
            "spouse" => Family::Spouse,
            "child" => Family::Child,
            "parent" => Family::Parent,
            _ => Family::Sibling,
        };
        let sexes = [
            (&row.female, Some(Gender::Female)),
            (&row.male, Some(Gender::Male)),
            (&row.either, None),
        ];
        for (words, gender) in sexes {
            table.extend(list(words).map(|word| (word, (relation, gender))));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read() {
        let language = Language::load();
        assert!(language.nouns.len() > 600);
        assert!(language.given_names.len() > 900);
        assert!(language.titles.get("prime minister").is_some());
        assert!(language.classes["alliance"].contains(&EntityKind::PoliticalParty));
        assert_eq!(
            language.family["widow"],
            (Family::Spouse, Some(Gender::Female))
        );
        assert!(language.patterns.last("treaty").is_some());
    }

    #[test]
    fn a_name_tells_gender_without_its_marks() {
        let language = Language::load();
        assert_eq!(language.gender_of_name("José"), Some(Gender::Male));
        assert_eq!(language.gender_of_name("Kim"), None);
    }
}
