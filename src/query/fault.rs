//! What is wrong with a query, told so that it can be mended.

use std::collections::BTreeSet;
use std::fmt::Display;

use regex::Regex;

use crate::error::{Diagnostic, Error, Location};
use crate::graph::{DEFAULT_BASE, prefixes};

/// A query that does not parse: the engine's message has the place and a long list of what it
/// would have taken; people need the line and a caret.
pub(super) fn syntax(query: &str, name: &str, message: &str) -> Error {
    let place = message.strip_prefix("error at ").and_then(|rest| {
        let mut parts = rest.splitn(3, ':');
        let line: usize = parts.next()?.trim().parse().ok()?;
        let column: usize = parts.next()?.trim().parse().ok()?;
        Some((line, column))
    });
    let Some((line, column)) = place else {
        return Error::Query(Diagnostic::error(Location::file(name), message.to_owned()));
    };
    let mut location = Location::at(name, line, column);
    query
        .lines()
        .nth(line - 1)
        .unwrap_or("")
        .clone_into(&mut location.excerpt);
    let rest: String = location.excerpt.chars().skip(column - 1).collect();
    let word = rest.split_whitespace().next().unwrap_or("");
    let told = if word.is_empty() {
        "the query ends too early".to_owned()
    } else {
        format!("`{word}` is not expected here")
    };
    let hint = hint(query);
    Error::Query(Diagnostic::error(location, told).with_hint(hint))
}

fn hint(query: &str) -> String {
    let open = query.matches('{').count();
    let closed = query.matches('}').count();
    if open != closed {
        return format!("there are {open} `{{` and {closed} `}}`");
    }
    if let Some(prefix) = undeclared_prefix(query) {
        return format!("the prefix `{prefix}:` is not known; declare it: PREFIX {prefix}: <…>");
    }
    "`newsgraph query --list` shows queries to start from".to_owned()
}

// The first prefix that is neither one of ours nor declared in the query.
fn undeclared_prefix(query: &str) -> Option<String> {
    let outside = Regex::new(r#"<[^<>\s]*>|"[^"\n]*"|'[^'\n]*'|#.*"#).ok()?;
    let query = outside.replace_all(query, " ");
    let declared = Regex::new(r"(?i)\bprefix\s+([\w-]*):").ok()?;
    let used = Regex::new(r"(?:^|[\s({^/|!.;,])([A-Za-z][\w-]*):").ok()?;
    let mut known: BTreeSet<String> = prefixes(DEFAULT_BASE)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    known.extend(
        declared
            .captures_iter(&query)
            .map(|found| found[1].to_owned()),
    );
    let mut names = used.captures_iter(&query).map(|found| found[1].to_owned());
    names.find(|name| !known.contains(name))
}

/// A prefix that is no IRI.
pub(super) fn prefix(name: &str, iri: &str, error: &dyn Display) -> Error {
    Error::Query(Diagnostic::error(
        Location::default(),
        format!("the prefix `{name}` stands for `{iri}`: {error}"),
    ))
}

/// A query that parses and cannot be run.
pub(super) fn evaluation(error: &dyn Display) -> Error {
    let message = error.to_string();
    let fault = Diagnostic::error(
        Location::default(),
        format!("the query cannot be run: {message}"),
    );
    Error::Query(
        if message.contains("SERVICE") || message.contains("service") {
            fault.with_hint("newsgraph does not use the network")
        } else {
            fault
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_has_line_caret_and_hint() {
        let query = "SELECT ?s\nWHERE { ?s foo:bar ?o }";
        let shown = syntax(query, "q.rq", "error at 2:20: expected one of [...]").to_string();
        assert!(shown.starts_with("error: q.rq:2:20: `?o` is not expected here"));
        assert!(shown.contains("2 | WHERE { ?s foo:bar ?o }\n  |                    ^"));
        assert!(shown.contains("the prefix `foo:` is not known"));
    }
}
