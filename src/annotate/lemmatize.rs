//! Base forms by rules, exceptions and an index of known words.

use std::sync::Arc;

use super::attributes;
use super::label::Pos;
use super::model::{Dictionary, Reader, Stored};
use super::ruler::Analysis;
use super::tokenize::{Lexeme, Memory};
use crate::error::Result;

/// The tables of one part of speech.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    /// Which.
    pub(crate) pos: Pos,
    /// Endings and what replaces them, in the order of trial.
    pub(crate) rules: Vec<(String, String)>,
    /// Known words.
    pub(crate) index: Dictionary,
    /// Irregular forms, with their base forms between tabs.
    pub(crate) exceptions: Dictionary,
}

/// Between the base forms of an exception.
pub(crate) const FORM_SEPARATOR: char = '\t';

/// The lemmatizer.
#[derive(Debug)]
pub(crate) struct Lemmatizer {
    tables: Vec<Tables>,
    known: Memory<Arc<str>>,
}

impl Lemmatizer {
    /// A lemmatizer of tables.
    pub(crate) fn of(tables: Vec<Tables>) -> Self {
        Self {
            tables,
            known: Memory::default(),
        }
    }

    /// The base form of a word.
    pub(crate) fn lemma(&self, lexeme: &Lexeme, analysis: &Analysis) -> Arc<str> {
        if let Some(lemma) = &analysis.lemma {
            return Arc::clone(lemma);
        }
        if analysis.pos == Pos::Space || is_base_form(analysis.pos, &analysis.morph) {
            return Arc::clone(&lexeme.lower);
        }
        let tables = self.tables.iter().find(|tables| tables.pos == analysis.pos);
        match tables {
            Some(tables) => {
                let key = format!("{}\0{}", tables.pos, lexeme.text);
                self.known
                    .get(&key, || tables.lemma(&lexeme.lower, &lexeme.text).into())
            }
            None if analysis.pos == Pos::Propn => Arc::from(&*lexeme.text),
            None => Arc::clone(&lexeme.lower),
        }
    }
}

/// Whether the features say that the word is its own base form.
fn is_base_form(pos: Pos, morph: &str) -> bool {
    let has = |feature: &str| morph.split('|').any(|one| one == feature);
    let has_number = || morph.split('|').any(|one| one.starts_with("Number="));
    match pos {
        Pos::Noun if has("Number=Sing") => true,
        Pos::Verb if has("VerbForm=Fin") && has("Tense=Pres") && !has_number() => true,
        _ => has("Degree=Pos") || has("VerbForm=Inf"),
    }
}

impl Tables {
    /// The base form of `lower`; `text` is the word as written.
    fn lemma(&self, lower: &str, text: &str) -> String {
        let (mut forms, mut unknown) = (Vec::new(), Vec::new());
        for (old, new) in &self.rules {
            let Some(stem) = lower.strip_suffix(old.as_str()) else {
                continue;
            };
            let form = format!("{stem}{new}");
            if form.is_empty() {
            } else if self.index.contains(&form) {
                forms.insert(0, form);
            } else if form.chars().all(attributes::is_letter) {
                unknown.push(form);
            } else {
                forms.push(form);
            }
        }
        let exceptions = self.exceptions.get(lower).into_iter();
        for form in exceptions.flat_map(|forms| forms.split(FORM_SEPARATOR)) {
            if !forms.iter().any(|known| known == form) {
                forms.insert(0, form.to_owned());
            }
        }
        let found = forms.into_iter().chain(unknown).next();
        found.unwrap_or_else(|| text.to_owned())
    }
}

impl Stored for Tables {
    fn write(&self, out: &mut Vec<u8>) {
        self.pos.write(out);
        self.rules.write(out);
        self.index.write(out);
        self.exceptions.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            pos: Pos::read(from)?,
            rules: Vec::read(from)?,
            index: Dictionary::read(from)?,
            exceptions: Dictionary::read(from)?,
        })
    }
}

impl Stored for Lemmatizer {
    fn write(&self, out: &mut Vec<u8>) {
        self.tables.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Vec::read(from).map(Self::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nouns() -> Tables {
        let pair = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
        Tables {
            pos: Pos::Noun,
            rules: [("s", ""), ("ies", "y")].map(pair).to_vec(),
            index: Dictionary::of([("party", ""), ("dog", "")].map(pair)),
            exceptions: Dictionary::of([("men", "man")].map(pair)),
        }
    }

    #[test]
    fn nouns_lose_their_endings() {
        let known = [
            ("parties", "party"),
            ("dogs", "dog"),
            ("men", "man"),
            ("kremlins", "kremlin"),
            ("sheep", "Sheep"),
            ("u.n.s", "u.n."),
        ];
        for (lower, lemma) in known {
            assert_eq!(nouns().lemma(lower, "Sheep"), lemma);
        }
    }

    #[test]
    fn features_tell_base_forms() {
        assert!(is_base_form(Pos::Noun, "Number=Sing"));
        assert!(!is_base_form(Pos::Noun, "Number=Plur"));
        assert!(is_base_form(Pos::Verb, "Tense=Pres|VerbForm=Fin"));
        assert!(!is_base_form(
            Pos::Verb,
            "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
        ));
        assert!(is_base_form(Pos::Adj, "Degree=Pos"));
    }
}
