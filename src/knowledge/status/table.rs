//! Reading the tables.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Defeat, Modal, Negation, Outcome, Signature, StatusLanguage};
use crate::error::{Diagnostic, Error, Location, Result};

const SIGNATURES: (&str, &str) = (
    "ontology/language/factuality-signatures.toml",
    include_str!("../../../ontology/language/factuality-signatures.toml"),
);
/// In the order of [`super::Governor`].
const WORDS: [(&str, &str); 3] = [
    (
        "ontology/language/factuality-verbs.toml",
        include_str!("../../../ontology/language/factuality-verbs.toml"),
    ),
    (
        "ontology/language/factuality-nouns.toml",
        include_str!("../../../ontology/language/factuality-nouns.toml"),
    ),
    (
        "ontology/language/factuality-adjectives.toml",
        include_str!("../../../ontology/language/factuality-adjectives.toml"),
    ),
];
const MODALITY: (&str, &str) = (
    "ontology/language/modality.toml",
    include_str!("../../../ontology/language/modality.toml"),
);
const NEGATION: (&str, &str) = (
    "ontology/language/negation.toml",
    include_str!("../../../ontology/language/negation.toml"),
);

/// Words that share a frame and a signature.
#[derive(Debug, Deserialize)]
pub struct Words {
    frame: String,
    signature: String,
    lemmas: String,
}

#[derive(Deserialize)]
struct SignatureFile {
    signature: BTreeMap<String, SignatureEntry>,
}

#[derive(Deserialize)]
struct SignatureEntry {
    positive: String,
    negative: String,
}

#[derive(Deserialize)]
struct WordFile {
    words: Vec<Words>,
}

#[derive(Deserialize)]
struct ModalityFile {
    modal: Vec<ModalEntry>,
    adverb: Vec<OutcomeEntry>,
    modifier: Vec<OutcomeEntry>,
    preposition: Vec<OutcomeEntry>,
    conjunction: Vec<OutcomeEntry>,
    rules: RulesEntry,
    speaking: SpeakingEntry,
}

#[derive(Deserialize)]
struct SpeakingEntry {
    verbs: String,
}

#[derive(Deserialize)]
struct RulesEntry {
    nouns: String,
}

#[derive(Deserialize)]
struct ModalEntry {
    words: String,
    affirmed: String,
    negated: String,
    perfect: String,
    negated_perfect: String,
}

#[derive(Deserialize)]
struct OutcomeEntry {
    outcome: String,
    words: String,
}

#[derive(Deserialize)]
struct NegationFile {
    negators: NegationEntry,
    defeat: DefeatEntry,
}

#[derive(Deserialize)]
struct DefeatEntry {
    of_object: String,
    of_subject: String,
    modifiers: String,
}

#[derive(Deserialize)]
struct NegationEntry {
    words: String,
    determiners: String,
    pronouns: String,
    released_by: String,
    free_choice: String,
    universal: String,
    void_object_verbs: String,
}

pub(super) fn load() -> Result<StatusLanguage> {
    let classes = signature_classes()?;
    let mut language = StatusLanguage::empty();
    for (kind, file) in WORDS.into_iter().enumerate() {
        let WordFile { words } = parse(file)?;
        for block in words {
            add_words(&mut language.signatures[kind], &classes, file.0, &block)?;
        }
    }
    let file: ModalityFile = parse(MODALITY)?;
    language.modals = modals(&file.modal)?;
    language.adverbs = outcomes(&file.adverb)?;
    language.modifiers = outcomes(&file.modifier)?;
    language.prepositions = outcomes(&file.preposition)?;
    language.conjunctions = outcomes(&file.conjunction)?;
    language.rule_nouns = set(&file.rules.nouns);
    language.speaking = set(&file.speaking.verbs);
    let file: NegationFile = parse(NEGATION)?;
    language.negation = negation(&file.negators);
    language.defeat = Defeat {
        of_object: set(&file.defeat.of_object),
        of_subject: set(&file.defeat.of_subject),
        modifiers: set(&file.defeat.modifiers),
    };
    Ok(language)
}

fn parse<T: DeserializeOwned>((file, text): (&str, &str)) -> Result<T> {
    toml::from_str(text).map_err(|error| wrong(file, error.to_string()))
}

fn wrong(file: &str, message: impl Into<String>) -> Error {
    Error::Knowledge(Diagnostic::error(Location::file(file), message))
}

fn outcome(file: &str, word: &str) -> Result<Outcome> {
    Outcome::parse(word).ok_or_else(|| wrong(file, format!("no outcome is called `{word}`")))
}

fn signature_classes() -> Result<BTreeMap<String, Signature>> {
    let file: SignatureFile = parse(SIGNATURES)?;
    file.signature
        .into_iter()
        .map(|(name, entry)| {
            let signature = Signature {
                positive: outcome(SIGNATURES.0, &entry.positive)?,
                negative: outcome(SIGNATURES.0, &entry.negative)?,
            };
            Ok((name, signature))
        })
        .collect()
}

fn add_words(
    map: &mut HashMap<Box<str>, Vec<(Box<str>, Signature)>>,
    classes: &BTreeMap<String, Signature>,
    file: &str,
    block: &Words,
) -> Result<()> {
    let Some(&signature) = classes.get(&block.signature) else {
        let message = format!("no signature is called `{}`", block.signature);
        return Err(wrong(file, message));
    };
    for lemma in block.lemmas.split_whitespace() {
        let frames = map.entry(lemma.into()).or_default();
        if frames.iter().any(|(known, _)| **known == *block.frame) {
            let message = format!(
                "`{lemma}` has two signatures in the frame `{}`",
                block.frame
            );
            return Err(wrong(file, message));
        }
        frames.push((block.frame.as_str().into(), signature));
    }
    Ok(())
}

fn modals(entries: &[ModalEntry]) -> Result<HashMap<Box<str>, Modal>> {
    let mut map = HashMap::new();
    for entry in entries {
        let modal = Modal {
            affirmed: outcome(MODALITY.0, &entry.affirmed)?,
            negated: outcome(MODALITY.0, &entry.negated)?,
            perfect: outcome(MODALITY.0, &entry.perfect)?,
            negated_perfect: outcome(MODALITY.0, &entry.negated_perfect)?,
        };
        map.extend(
            entry
                .words
                .split_whitespace()
                .map(|word| (word.into(), modal)),
        );
    }
    Ok(map)
}

fn outcomes(entries: &[OutcomeEntry]) -> Result<HashMap<Box<str>, Outcome>> {
    let mut map = HashMap::new();
    for entry in entries {
        let outcome = outcome(MODALITY.0, &entry.outcome)?;
        map.extend(
            entry
                .words
                .split_whitespace()
                .map(|word| (word.into(), outcome)),
        );
    }
    Ok(map)
}

fn set(words: &str) -> HashSet<Box<str>> {
    words.split_whitespace().map(Into::into).collect()
}

fn negation(entry: &NegationEntry) -> Negation {
    let set =
        |words: &str| -> HashSet<Box<str>> { words.split_whitespace().map(Into::into).collect() };
    Negation {
        negators: set(&entry.words),
        determiners: set(&entry.determiners),
        pronouns: set(&entry.pronouns),
        released_by: set(&entry.released_by),
        free_choice: set(&entry.free_choice),
        universal: set(&entry.universal),
        void_object_verbs: set(&entry.void_object_verbs),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::status::Governor;

    #[test]
    fn the_tables_are_well_formed() {
        let language = load().expect("the tables load");
        let manage = language.signature(Governor::Verb, "manage", "to");
        let implicative = Signature {
            positive: Outcome::Fact,
            negative: Outcome::Counterfact,
        };
        assert_eq!(manage, Some(implicative));
    }

    #[test]
    fn an_unknown_signature_is_refused() {
        let block = Words {
            frame: "to".into(),
            signature: "magical".into(),
            lemmas: "wish".into(),
        };
        assert!(add_words(&mut HashMap::new(), &BTreeMap::new(), "file", &block).is_err());
    }
}
