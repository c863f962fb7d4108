//! The files as they are written.

use serde::Deserialize;

use super::source::EventFile;
use crate::error::Diagnostic;

/// An event type with its frames; tests are read apart.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TypeFile {
    pub(super) id: String,
    pub(super) definition: String,
    pub(super) label: String,
    pub(super) passive: Option<String>,
    pub(super) class: Option<String>,
    pub(super) mode: Option<String>,
    #[serde(default)]
    pub(super) contexts: Vec<String>,
    pub(super) cameo: Option<String>,
    pub(super) broader: Option<String>,
    pub(super) roles: Option<String>,
    pub(super) noun_roles: Option<String>,
    #[serde(default, rename = "frame")]
    pub(super) frames: Vec<FrameTable>,
}

/// One frame.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FrameTable {
    pub(super) name: String,
    #[serde(default)]
    pub(super) verbs: String,
    #[serde(default)]
    pub(super) nouns: String,
    #[serde(default)]
    pub(super) adjectives: String,
    pub(super) roles: Option<String>,
    pub(super) noun_roles: Option<String>,
    #[serde(default)]
    pub(super) subject: String,
    #[serde(default)]
    pub(super) object: String,
    #[serde(default)]
    pub(super) not_object: String,
    #[serde(default)]
    pub(super) not_subject: String,
    #[serde(default)]
    pub(super) needs: String,
    #[serde(default)]
    pub(super) silent_with: String,
    #[serde(default)]
    pub(super) without: String,
    pub(super) mode: Option<String>,
    pub(super) cameo: Option<String>,
    pub(super) speech: Option<bool>,
}

/// What the types share: `roles.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SharedFile {
    pub(super) class: std::collections::BTreeMap<String, ClassTable>,
    pub(super) nouns: std::collections::BTreeMap<String, String>,
    pub(super) support_verbs: String,
    pub(super) suffering_verbs: String,
    pub(super) silent_verbs: String,
    pub(super) saying_verbs: String,
    pub(super) other_topics: String,
    #[serde(default)]
    pub(super) addressing_verbs: String,
    #[serde(default)]
    pub(super) refusable_verbs: String,
    pub(super) political_words: String,
    #[serde(default)]
    pub(super) harming_verbs: String,
}

/// Roles of a PLOVER class, or of a named pattern.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ClassTable {
    pub(super) roles: String,
    pub(super) noun_roles: String,
    /// What the subject of none of its wordings may be.
    #[serde(default)]
    pub(super) not_subject: String,
    #[serde(default)]
    pub(super) speech: bool,
}

/// A test inside a file, as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedCase {
    /// An invented text.
    pub text: String,
    /// Publication date.
    pub date: Option<String>,
    /// One line a situation: type, then `status`, `role=Label` in any order.
    #[serde(default)]
    pub events: Vec<toml::Spanned<String>>,
    /// Lines that no situation may agree with; without a status in any.
    #[serde(default)]
    pub absent: Vec<toml::Spanned<String>>,
    /// That no situation of a PLOVER class is found.
    #[serde(default)]
    pub silent: bool,
}

/// A test with its place in the file.
#[derive(Debug)]
pub struct Case {
    /// Byte of the file at which `[[test]]` stands.
    pub offset: usize,
    /// What lies between the places of its lines and those in the file.
    pub start: usize,
    /// What it expects.
    pub expected: ExpectedCase,
}

#[derive(Debug, Deserialize)]
struct TestFile {
    #[serde(default)]
    test: Vec<toml::Spanned<ExpectedCase>>,
}

/// The mark before which a file's types and frames stand; tests come after.
const TESTS: &str = "\n[[test]]";

/// A file without its tests.
pub(super) fn without_tests(text: &str) -> &str {
    &text[..tests_start(text)]
}

/// Where the tests of a file begin; its end where there are none.
pub(super) fn tests_start(text: &str) -> usize {
    text.find(TESTS).map_or(text.len(), |at| at + 1)
}

/// The tests inside a file.
///
/// # Errors
/// What is not written as it should be, with its place.
pub fn cases(file: EventFile<'_>) -> Result<Vec<Case>, Box<Diagnostic>> {
    let start = tests_start(file.text);
    let read: TestFile = toml::from_str(&file.text[start..])
        .map_err(|error| Box::new(file.syntax(&error, start)))?;
    let cases = read.test.into_iter().map(|case| Case {
        offset: start + case.span().start,
        start,
        expected: case.into_inner(),
    });
    Ok(cases.collect())
}
