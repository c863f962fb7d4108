//! Questions that the program knows: `ontology/queries/*.rq`.
//!
//! A query is SPARQL with a head of comments:
//!
//! ```text
//! # Who met whom
//! # Meetings, visits and calls of an actor, with day and place.
//! # param actor iri person:vladimir-putin: the actor
//! # param from date: first day
//! SELECT … WHERE {
//!   ?meeting ng:agent $actor .
//!   FILTER (?day >= $from)
//! }
//! ```
//!
//! A line with a parameter that has neither value nor default is left out.

use std::sync::LazyLock;

use crate::error::{Diagnostic, Error, Location, Result};
use crate::graph::prefixes;

use super::list::QUERIES;

/// What a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// An IRI in full or with a default prefix.
    Iri,
    /// A day.
    Date,
    /// A text.
    Text,
    /// A number.
    Number,
}

/// A parameter of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name without `$`.
    pub name: &'static str,
    /// What it takes.
    pub kind: ParameterKind,
    /// What it is where it is not given.
    pub default: Option<&'static str>,
    /// Whether the query makes no sense without it.
    pub required: bool,
    /// What it means.
    pub description: &'static str,
}

/// A query with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedQuery {
    /// Its name: that of the file.
    pub name: &'static str,
    /// What it asks, in a few words.
    pub title: &'static str,
    /// What it asks, in a sentence or two.
    pub description: String,
    /// What can be chosen.
    pub parameters: Vec<Parameter>,
    /// The SPARQL text.
    pub text: &'static str,
}

/// All named queries, sorted by name.
#[must_use]
pub fn named_queries() -> &'static [NamedQuery] {
    static ALL: LazyLock<Vec<NamedQuery>> = LazyLock::new(|| {
        QUERIES
            .iter()
            .map(|&(name, text)| parse(name, text))
            .collect()
    });
    &ALL
}

/// The query of a name.
///
/// # Errors
/// When there is none; the hint names those that are like it.
pub fn named_query(name: &str) -> Result<&'static NamedQuery> {
    let found = named_queries().iter().find(|query| query.name == name);
    found.ok_or_else(|| {
        let like = named_queries()
            .iter()
            .map(|query| query.name)
            .filter(|known| is_alike(known, name));
        let like: Vec<&str> = like.collect();
        let hint = if like.is_empty() {
            "`newsgraph query --list` lists all".to_owned()
        } else {
            format!(
                "did you mean {}? `newsgraph query --list` lists all",
                like.join(" or ")
            )
        };
        fault(format!("there is no query named `{name}`")).hinted(hint)
    })
}

// Whether two names share a word.
fn is_alike(known: &str, name: &str) -> bool {
    name.split(['-', '_', ' '])
        .any(|word| word.len() > 2 && known.contains(word))
}

struct Fault(Diagnostic);

fn fault(message: String) -> Fault {
    Fault(Diagnostic::error(Location::default(), message))
}

impl Fault {
    fn hinted(self, hint: String) -> Error {
        Error::Query(self.0.with_hint(hint))
    }
}

impl NamedQuery {
    /// The SPARQL text with values for its parameters.
    ///
    /// # Errors
    /// When a parameter is not known or a value is not of its kind.
    pub fn fill(&self, values: &[(String, String)], base: &str) -> Result<String> {
        for (name, _) in values {
            if !self
                .parameters
                .iter()
                .any(|parameter| parameter.name == name)
            {
                let known: Vec<&str> = self
                    .parameters
                    .iter()
                    .map(|parameter| parameter.name)
                    .collect();
                return Err(fault(format!(
                    "the query `{}` has no parameter `{name}`",
                    self.name
                ))
                .hinted(format!("it has: {}", known.join(", "))));
            }
        }
        self.check_required(values)?;
        let mut terms = Vec::new();
        for parameter in &self.parameters {
            let given = values.iter().rev().find(|(name, _)| name == parameter.name);
            let value = given.map(|(_, value)| value.as_str()).or(parameter.default);
            let term = value.map(|value| parameter.term(value, base)).transpose()?;
            terms.push((format!("${}", parameter.name), term));
        }
        let lines = self.text.lines().filter(|line| !line.starts_with('#'));
        let filled: Vec<String> = lines.filter_map(|line| filled_line(line, &terms)).collect();
        Ok(filled.join("\n"))
    }
}

impl NamedQuery {
    fn check_required(&self, values: &[(String, String)]) -> Result<()> {
        let is_given = |name: &str| values.iter().any(|(given, _)| given == name);
        let mut missing = self
            .parameters
            .iter()
            .filter(|one| one.required && !is_given(one.name));
        let Some(first) = missing.next() else {
            return Ok(());
        };
        let names = std::iter::once(first)
            .chain(missing)
            .map(|one| format!("`{}`", one.name));
        let names: Vec<String> = names.collect();
        let message = format!(
            "the query `{}` needs a value for {}",
            self.name,
            names.join(" and ")
        );
        Err(fault(message).hinted(format!(
            "give --param {}=… ({})",
            first.name, first.description
        )))
    }
}

// `None` where a parameter of the line has no value.
fn filled_line(line: &str, terms: &[(String, Option<String>)]) -> Option<String> {
    let mut filled = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('$') {
        let (before, from) = rest.split_at(at);
        let end =
            from[1..].find(|character: char| !character.is_alphanumeric() && character != '_');
        let (name, after) = from.split_at(end.map_or(from.len(), |end| end + 1));
        filled.push_str(before);
        match terms.iter().find(|(known, _)| known == name) {
            Some((_, term)) => filled.push_str(term.as_deref()?),
            None => filled.push_str(name),
        }
        rest = after;
    }
    filled.push_str(rest);
    Some(filled)
}

impl Parameter {
    // The value as SPARQL writes it.
    fn term(&self, value: &str, base: &str) -> Result<String> {
        match self.kind {
            ParameterKind::Text => {
                Ok(oxigraph::model::Literal::new_simple_literal(value).to_string())
            }
            ParameterKind::Number => self
                .checked(value.parse::<f64>().is_ok(), value, "a number")
                .map(str::to_owned),
            ParameterKind::Date => {
                let day = value.parse::<jiff::civil::Date>();
                self.checked(day.is_ok(), value, "a day as 2021-12-13")
                    .map(|day| format!("\"{day}\"^^xsd:date"))
            }
            ParameterKind::Iri => {
                let iri = full_iri(value, base);
                let checked = oxigraph::model::NamedNode::new(iri);
                let hint = "an IRI, in full or with a prefix as in person:vladimir-putin";
                self.checked(checked.is_ok(), value, hint)?;
                checked
                    .map(|node| node.to_string())
                    .map_err(|error| fault(error.to_string()).hinted(hint.to_owned()))
            }
        }
    }

    fn checked<'value>(
        &self,
        right: bool,
        value: &'value str,
        wanted: &str,
    ) -> Result<&'value str> {
        if right {
            return Ok(value);
        }
        Err(fault(format!(
            "`{value}` is no value for the parameter `{}`",
            self.name
        ))
        .hinted(format!("give {wanted}")))
    }
}

/// An IRI that is given in full, in angle brackets, or with one of the default prefixes.
#[must_use]
pub fn full_iri(value: &str, base: &str) -> String {
    let value = value.trim_start_matches('<').trim_end_matches('>');
    let Some((prefix, local)) = value.split_once(':') else {
        return value.to_owned();
    };
    let known = prefixes(base).into_iter().find(|(name, _)| name == prefix);
    known.map_or_else(|| value.to_owned(), |(_, namespace)| namespace + local)
}

// The head of comments.
fn parse(name: &'static str, text: &'static str) -> NamedQuery {
    let mut head = text
        .lines()
        .map_while(|line| line.strip_prefix('#'))
        .map(str::trim);
    let title = head.next().unwrap_or("");
    let (parameters, description): (Vec<&str>, Vec<&str>) =
        head.partition(|line| line.starts_with("param "));
    NamedQuery {
        name,
        title,
        description: description.join(" "),
        parameters: parameters.into_iter().filter_map(parameter).collect(),
        text,
    }
}

// `param NAME KIND[!] [DEFAULT]: DESCRIPTION`; a mark after the kind makes it required
fn parameter(line: &'static str) -> Option<Parameter> {
    let (head, description) = line.split_once(": ")?;
    let mut words = head.split_whitespace().skip(1);
    let name = words.next()?;
    let kind = words.next()?;
    let required = kind.ends_with('!');
    let kind = match kind.trim_end_matches('!') {
        "iri" => ParameterKind::Iri,
        "date" => ParameterKind::Date,
        "number" => ParameterKind::Number,
        "text" => ParameterKind::Text,
        _ => return None,
    };
    Some(Parameter {
        name,
        kind,
        default: words.next(),
        required,
        description,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Who met whom\n# Meetings of an actor.\n# param actor iri person:a: the actor\n\
        # param from date: first day\nSELECT * {\n ?m ng:agent $actor .\n FILTER (?d >= $from)\n}";

    #[test]
    fn the_head_tells_title_and_parameters() {
        let query = parse("who-met-whom", TEXT);
        assert_eq!(query.title, "Who met whom");
        assert_eq!(query.parameters[0].default, Some("person:a"));
        assert_eq!(query.parameters[1].kind, ParameterKind::Date);
    }

    #[test]
    fn lines_without_a_value_are_left_out() {
        let query = parse("q", TEXT);
        let plain = query.fill(&[], "https://e.org/").expect("fills");
        assert_eq!(
            plain,
            "SELECT * {\n ?m ng:agent <https://e.org/person/a> .\n}"
        );
        let from = [("from".to_owned(), "2021-12-01".to_owned())];
        let bounded = query.fill(&from, "https://e.org/").expect("fills");
        assert!(bounded.contains("FILTER (?d >= \"2021-12-01\"^^xsd:date)"));
    }

    #[test]
    fn a_missing_value_is_told() {
        let query = parse(
            "q",
            "# T\n# D.\n# param one iri!: a state\nSELECT * { $one ?p ?o }",
        );
        assert!(query.parameters[0].required);
        let told = query.fill(&[], "b").expect_err("is refused").to_string();
        assert!(
            told.contains("needs a value for `one`") && told.contains("--param one=…"),
            "{told}"
        );
    }

    #[test]
    fn wrong_names_and_values_are_told() {
        let query = parse("q", TEXT);
        assert!(query.fill(&[("who".into(), "x".into())], "b").is_err());
        assert!(query.fill(&[("from".into(), "May".into())], "b").is_err());
    }

    #[test]
    fn every_parameter_of_a_shipped_query_is_declared_and_used() {
        for query in named_queries() {
            assert!(
                !query.title.is_empty() && !query.description.is_empty(),
                "{}",
                query.name
            );
            for parameter in &query.parameters {
                assert!(
                    query.text.contains(&format!("${}", parameter.name)),
                    "{}",
                    query.name
                );
            }
            let declared = query
                .text
                .lines()
                .filter(|line| line.starts_with("# param "))
                .count();
            assert_eq!(declared, query.parameters.len(), "{}", query.name);
        }
    }
}
