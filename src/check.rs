//! The tests inside event files: each `[[test]]` run through the whole line of stages.

use crate::error::{Diagnostic, Location};
use crate::extract::{Facts, Situation, Status};
use crate::graph::{role_name, status_name};
use crate::knowledge::events::{EventFile, ExpectedCase, cases};
use crate::pipeline::Pipeline;
use crate::read::Document;

/// What came of a file's tests.
#[derive(Debug, Default)]
pub struct Checked {
    /// Number of tests.
    pub cases: usize,
    /// Those that are silent, or expect another status than asserted.
    pub guarded: usize,
    /// One for each test that fails, with its place.
    pub faults: Vec<Diagnostic>,
}

/// Runs the tests inside a file.
#[must_use]
pub fn check(pipeline: &Pipeline, file: EventFile<'_>) -> Checked {
    let name = format!("{}.toml", file.name);
    let found = match cases(file.text) {
        Ok(found) => found,
        Err(error) => {
            let fault = Diagnostic::error(Location::file(name), error.message());
            return Checked {
                faults: vec![fault],
                ..Checked::default()
            };
        }
    };
    let mut checked = Checked {
        cases: found.len(),
        ..Checked::default()
    };
    for (line, case) in found {
        checked.guarded += usize::from(is_guarded(&case));
        if let Some(message) = fault(pipeline, &case) {
            checked
                .faults
                .push(Diagnostic::error(Location::at(&name, line, 0), message));
        }
    }
    checked
}

fn is_guarded(case: &ExpectedCase) -> bool {
    case.silent
        || case
            .events
            .iter()
            .any(|line| expected_status(line) != Status::Asserted)
}

/// What is wrong with the facts of a test's text.
fn fault(pipeline: &Pipeline, case: &ExpectedCase) -> Option<String> {
    let mut document = Document::new("test", case.text.as_str());
    document.date = case.date.as_deref().and_then(|date| date.parse().ok());
    let facts = pipeline.facts(document);
    let classed = facts
        .situations
        .iter()
        .any(|situation| situation.class.is_some());
    let missing = case.events.iter().find(|line| {
        !facts
            .situations
            .iter()
            .any(|situation| agrees(line, situation, &facts))
    });
    let what = match missing {
        Some(line) => format!("not found: {line}"),
        None if case.silent && classed => "not silent".to_owned(),
        None => return None,
    };
    Some(format!(
        "{what}\n  text: {}\n  found: {}",
        case.text,
        shown(&facts)
    ))
}

fn shown(facts: &Facts) -> String {
    let each: Vec<String> = facts
        .situations
        .iter()
        .map(|situation| describe(situation, facts))
        .collect();
    each.join("\n         ")
}

/// A situation as a test's line would have it.
fn describe(situation: &Situation, facts: &Facts) -> String {
    let mut line = format!("{} {}", situation.event_type, status_name(situation.status));
    for one in &situation.participants {
        let label = facts.resolved.entity(one.entity).label.replace(' ', "_");
        line = format!("{line} {}={label}", role_name(one.role));
    }
    if situation.class.is_none() {
        line.push_str(" (no class)");
    }
    line
}

/// Whether a situation is what a line expects: type, status, and each role that it names.
fn agrees(line: &str, situation: &Situation, facts: &Facts) -> bool {
    let mut words = line.split_whitespace();
    let right_type = words.next().is_some_and(|word| {
        word == situation.event_type || Some(word) == situation.class.as_deref()
    });
    right_type
        && situation.status == expected_status(line)
        && words
            .filter_map(|word| word.split_once('='))
            .all(|(role, label)| has(situation, facts, role, label))
}

fn has(situation: &Situation, facts: &Facts, role: &str, label: &str) -> bool {
    let mut fillers = situation
        .participants
        .iter()
        .filter(|one| role_name(one.role) == role)
        .map(|one| facts.resolved.entity(one.entity).label.as_str());
    if label.is_empty() {
        return fillers.next().is_none();
    }
    let wanted = label.replace('_', " ");
    fillers.any(|filler| filler.contains(&wanted))
}

fn expected_status(line: &str) -> Status {
    let named = line.split_whitespace().find_map(|word| {
        STATUSES
            .into_iter()
            .find(|status| status_name(*status) == word)
    });
    named.unwrap_or_default()
}

const STATUSES: [Status; 7] = [
    Status::Asserted,
    Status::Reported,
    Status::Denied,
    Status::Hypothetical,
    Status::Desired,
    Status::Future,
    Status::Generic,
];
