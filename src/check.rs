//! The tests inside event files: each `[[test]]` run through the whole line of stages.

use rayon::prelude::*;

use crate::error::Diagnostic;
use crate::extract::events::OPEN;
use crate::extract::{Facts, Situation, Status};
use crate::graph::{role_name, status_name};
use crate::knowledge::events::{Case, EventFile, ExpectedCase, cases};
use crate::pipeline::Pipeline;
use crate::read::Document;

/// What came of a file's tests.
#[derive(Debug, Default)]
pub struct Checked {
    /// Number of tests.
    pub cases: usize,
    /// Those that expect no situation of a PLOVER class.
    pub silent: usize,
    /// Those that are silent, or expect another status than asserted.
    pub guarded: usize,
    /// One for each test that fails, with its place.
    pub faults: Vec<Diagnostic>,
}

/// Runs the tests inside a file.
#[must_use]
pub fn check(pipeline: &Pipeline, file: EventFile<'_>) -> Checked {
    let found = match cases(file) {
        Ok(found) => found,
        Err(fault) => {
            return Checked {
                faults: vec![*fault],
                ..Checked::default()
            };
        }
    };
    let faults = found
        .par_iter()
        .filter_map(|case| fault(pipeline, file, case));
    Checked {
        cases: found.len(),
        silent: found.iter().filter(|case| case.expected.silent).count(),
        guarded: found
            .iter()
            .filter(|case| is_guarded(&case.expected))
            .count(),
        faults: faults.collect(),
    }
}

fn is_guarded(case: &ExpectedCase) -> bool {
    let other = |line: &toml::Spanned<String>| expected_status(line.get_ref()) != Status::Asserted;
    case.silent || case.events.iter().any(other)
}

/// What is wrong with the facts of a test's text.
fn fault(pipeline: &Pipeline, file: EventFile<'_>, case: &Case) -> Option<Diagnostic> {
    let expected = &case.expected;
    let mut document = Document::new("test", expected.text.as_str());
    document.date = expected.date.as_deref().and_then(|date| date.parse().ok());
    let facts = pipeline.facts(document);
    let (offset, what) = disagreement(case, &facts, &told(pipeline, &facts))?;
    let message = format!(
        "{what}\n  text: {}\n  got:  {}",
        expected.text,
        shown(&facts)
    );
    let mut location = file.at(offset);
    location.excerpt.clear();
    Some(Diagnostic::error(location, message))
}

/// What a test's lines may mean: a verb that no wording took ("expel" without a class) is not of the type of that name.
fn told<'facts>(pipeline: &Pipeline, facts: &'facts Facts) -> Vec<&'facts Situation> {
    let events = &pipeline.knowledge().events;
    let open = |one: &Situation| one.rule == OPEN && events.event_type(&one.event_type).is_some();
    facts.situations.iter().filter(|one| !open(one)).collect()
}

/// The first of a test's lines that the facts do not meet, with its place.
fn disagreement(case: &Case, facts: &Facts, told: &[&Situation]) -> Option<(usize, String)> {
    let expected = &case.expected;
    let place = |line: &toml::Spanned<String>| case.start + line.span().start;
    let met = |line: &str| told.iter().any(|one| agrees(line, one, facts));
    let missing = expected.events.iter().find(|line| !met(line.get_ref()));
    if let Some(line) = missing {
        return Some((place(line), format!("expected: {}", line.get_ref())));
    }
    let there = expected.absent.iter().find(|line| {
        let alike = |one: &&Situation| alike(line.get_ref(), one, facts);
        told.iter().any(alike)
    });
    if let Some(line) = there {
        return Some((place(line), format!("not expected: {}", line.get_ref())));
    }
    let classed = facts.situations.iter().any(|one| one.class.is_some());
    (expected.silent && classed).then(|| (case.offset, "expected: silent".to_owned()))
}

fn shown(facts: &Facts) -> String {
    let each: Vec<String> = facts
        .situations
        .iter()
        .map(|situation| describe(situation, facts))
        .collect();
    if each.is_empty() {
        "no situation".to_owned()
    } else {
        each.join("\n        ")
    }
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

/// Whether a situation is what a line expects: type, status (asserted where none is named), and each role that it names.
fn agrees(line: &str, situation: &Situation, facts: &Facts) -> bool {
    situation.status == expected_status(line) && is_of(line, situation, facts)
}

/// The same, but of any status where the line names none.
fn alike(line: &str, situation: &Situation, facts: &Facts) -> bool {
    named_status(line).is_none_or(|status| situation.status == status)
        && is_of(line, situation, facts)
}

/// Type, or class, and roles.
fn is_of(line: &str, situation: &Situation, facts: &Facts) -> bool {
    let mut words = line.split_whitespace();
    let right_type = words.next().is_some_and(|word| {
        word == situation.event_type || Some(word) == situation.class.as_deref()
    });
    right_type
        && words
            .filter_map(|word| word.split_once('='))
            .all(|(role, label)| has(situation, facts, role, label))
}

fn has(situation: &Situation, facts: &Facts, role: &str, label: &str) -> bool {
    if let Some(role) = role.strip_suffix("-state") {
        return situation
            .participants
            .iter()
            .any(|one| role_name(one.role) == role && one.state.as_deref() == Some(label));
    }
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
    named_status(line).unwrap_or_default()
}

fn named_status(line: &str) -> Option<Status> {
    line.split_whitespace().find_map(|word| {
        STATUSES
            .into_iter()
            .find(|status| status_name(*status) == word)
    })
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
