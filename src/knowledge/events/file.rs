//! The files as they are written.

use serde::Deserialize;

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
}

/// Roles of a PLOVER class, or of a named pattern.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ClassTable {
    pub(super) roles: String,
    pub(super) noun_roles: String,
    #[serde(default)]
    pub(super) speech: bool,
}

/// A test inside a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedCase {
    /// An invented text.
    pub text: String,
    /// Publication date.
    pub date: Option<String>,
    /// One line a situation: type, then `status`, `role=Label` in any order.
    #[serde(default)]
    pub events: Vec<String>,
    /// That no situation of a PLOVER class is found.
    #[serde(default)]
    pub silent: bool,
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
    text.find(TESTS).map_or(text, |at| &text[..at])
}

/// The tests inside a file, each with its line.
///
/// # Errors
/// The parser's message where the tests are not written as they should be.
pub fn cases(text: &str) -> Result<Vec<(usize, ExpectedCase)>, toml::de::Error> {
    let Some(start) = text.find(TESTS) else {
        return Ok(Vec::new());
    };
    let file: TestFile = toml::from_str(&text[start..])?;
    let line = |offset: usize| 1 + text[..start + offset].matches('\n').count();
    Ok(file
        .test
        .into_iter()
        .map(|case| (line(case.span().start), case.into_inner()))
        .collect())
}
