//! Terms as Turtle writes them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

use oxigraph::model::{Literal, Term, vocab::xsd};

use crate::graph::{prefixes, vocabulary::A};

/// Prefixes of a base, both ways.
#[derive(Debug)]
pub struct Names {
    base: String,
    prefix_of: HashMap<String, String>,
    namespace_of: HashMap<String, String>,
}

impl Names {
    /// The default prefixes for a base.
    #[must_use]
    pub fn new(base: &str) -> Self {
        let prefixes = prefixes(base);
        Self {
            base: base.to_owned(),
            prefix_of: prefixes
                .iter()
                .map(|(name, iri)| (iri.clone(), name.clone()))
                .collect(),
            namespace_of: prefixes.into_iter().collect(),
        }
    }

    /// What IRIs of things begin with.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What a prefix stands for; empty for one that is not known.
    #[must_use]
    pub fn namespace(&self, prefix: &str) -> &str {
        self.namespace_of.get(prefix).map_or("", String::as_str)
    }

    /// Prefix and local name of an IRI that can be written so.
    #[must_use]
    pub fn split<'iri>(&self, iri: &'iri str) -> Option<(&str, &'iri str)> {
        let cut = iri.rfind(['#', '/'])? + 1;
        let (namespace, local) = iri.split_at(cut);
        let prefix = self.prefix_of.get(namespace)?;
        is_local_name(local).then_some((prefix, local))
    }

    pub(super) fn prefix_of(&self, iri: &str) -> Option<&str> {
        self.split(iri).map(|(prefix, _)| prefix)
    }

    pub(super) fn prefix_of_term(&self, term: &Term) -> Option<&str> {
        match term {
            Term::NamedNode(node) => self.prefix_of(node.as_str()),
            Term::Literal(literal) if is_typed(literal) => {
                self.prefix_of(literal.datatype().as_str())
            }
            _ => None,
        }
    }

    pub(super) fn predicate(&self, iri: &str) -> String {
        if iri == A {
            "a".to_owned()
        } else {
            self.iri(iri)
        }
    }

    /// An IRI with its prefix, else against the base, else in full.
    pub(super) fn iri(&self, iri: &str) -> String {
        if let Some(blank) = iri.strip_prefix("_:") {
            return format!("_:{blank}");
        }
        if let Some((prefix, local)) = self.split(iri) {
            return format!("{prefix}:{local}");
        }
        format!("<{}>", escaped_iri(self.relative(iri).unwrap_or(iri)))
    }

    /// An IRI against the base, where a parser joins the two again.
    pub(crate) fn relative<'iri>(&self, iri: &'iri str) -> Option<&'iri str> {
        let rest = iri.strip_prefix(&self.base)?;
        is_plain_relative(rest).then_some(rest)
    }

    pub(super) fn term(&self, term: &Term) -> String {
        match term {
            Term::NamedNode(node) => self.iri(node.as_str()),
            Term::BlankNode(node) => node.to_string(),
            Term::Literal(literal) => self.literal(literal),
        }
    }

    fn literal(&self, literal: &Literal) -> String {
        if is_bare(literal) {
            return literal.value().to_owned();
        }
        let quoted = quoted(literal.value());
        if let Some(language) = literal.language() {
            return format!("{quoted}@{language}");
        }
        if literal.datatype() == xsd::STRING {
            return quoted;
        }
        format!("{quoted}^^{}", self.iri(literal.datatype().as_str()))
    }
}

// Whether its datatype is written out.
fn is_typed(literal: &Literal) -> bool {
    literal.language().is_none() && literal.datatype() != xsd::STRING && !is_bare(literal)
}

// Numbers and truth values that Turtle writes without quotes.
fn is_bare(literal: &Literal) -> bool {
    let value = literal.value();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = value.strip_prefix('-').unwrap_or(value);
    match literal.datatype() {
        xsd::INTEGER => digits(unsigned),
        xsd::DECIMAL => unsigned
            .split_once('.')
            .is_some_and(|(whole, part)| digits(whole) && digits(part)),
        xsd::BOOLEAN => matches!(value, "true" | "false"),
        _ => false,
    }
}

// A path that a parser joins to the base without reading it as anything else.
fn is_plain_relative(rest: &str) -> bool {
    let first = rest.split(['/', '#', '?']).next().unwrap_or("");
    !first.is_empty()
        && !first.contains(':')
        && !rest
            .split(['/', '#'])
            .any(|part| matches!(part, "." | ".."))
}

/// Whether a local name needs no escape: the safe part of `PN_LOCAL`.
fn is_local_name(local: &str) -> bool {
    let mut characters = local.chars();
    let Some(first) = characters.next() else {
        return false;
    };
    let last_is_dot = local.ends_with('.');
    (is_name_start(first) || first.is_ascii_digit())
        && !last_is_dot
        && characters.all(is_name_character)
}

fn is_name_character(character: char) -> bool {
    is_name_start(character)
        || character.is_ascii_digit()
        || matches!(character, '-' | '.' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

fn is_name_start(character: char) -> bool {
    matches!(character,
        'A'..='Z' | 'a'..='z' | '_'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}'
        | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

fn escaped_iri(iri: &str) -> Cow<'_, str> {
    let is_bad = |character: char| character <= ' ' || "<>\"{}|^`\\".contains(character);
    if !iri.contains(is_bad) {
        return Cow::Borrowed(iri);
    }
    let mut escaped = String::new();
    for character in iri.chars() {
        if is_bad(character) {
            let _ = write!(escaped, "\\u{:04X}", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}

// Texts of several lines stand between triple quotes, as people write them.
fn quoted(value: &str) -> String {
    let long = value.contains('\n');
    let mut quoted = String::with_capacity(value.len() + 6);
    quoted.push_str(if long { "\"\"\"" } else { "\"" });
    for character in value.chars() {
        match character {
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            '\n' if long => quoted.push('\n'),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            character if character.is_control() && character != '\n' => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(character));
            }
            character => quoted.push(character),
        }
    }
    quoted.push_str(if long { "\"\"\"" } else { "\"" });
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_get_prefixes_only_where_they_need_no_escape() {
        let names = Names::new("https://e.org/");
        assert_eq!(
            names.iri("https://e.org/person/anna-berg"),
            "person:anna-berg"
        );
        assert_eq!(
            names.iri("https://e.org/key/AID.none.FRA"),
            "key:AID.none.FRA"
        );
        assert_eq!(
            names.iri("https://e.org/article/9f#char=1,2"),
            "<article/9f#char=1,2>"
        );
        assert_eq!(names.iri("https://other.org/x"), "<https://other.org/x>");
        assert_eq!(names.iri("https://e.org/person/a."), "<person/a.>");
    }

    #[test]
    fn literals_are_escaped() {
        assert_eq!(quoted("He said \"no\"\\"), "\"He said \\\"no\\\"\\\\\"");
        assert_eq!(quoted("a\nb\""), "\"\"\"a\nb\\\"\"\"\"");
        assert_eq!(quoted("a\u{7}"), "\"a\\u0007\"");
    }

    #[test]
    fn numbers_are_bare() {
        let names = Names::new("https://e.org/");
        let term =
            |value: &str, datatype| names.term(&Literal::new_typed_literal(value, datatype).into());
        assert_eq!(term("38", xsd::INTEGER), "38");
        assert_eq!(term("3.5", xsd::DECIMAL), "3.5");
        assert_eq!(term("x", xsd::INTEGER), "\"x\"^^xsd:integer");
        assert_eq!(term("2021-12-13", xsd::DATE), "\"2021-12-13\"^^xsd:date");
    }
}
