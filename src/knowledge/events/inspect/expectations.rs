//! Faults of the tests inside a file.

use super::super::file::Case;
use super::super::roles::filler;
use super::super::source::EventFile;
use super::Known;
use crate::error::Diagnostic;

const STATUSES: [&str; 7] = [
    "asserted",
    "reported",
    "denied",
    "hypothetical",
    "desired",
    "future",
    "generic",
];

/// What tests expect that cannot be.
pub(super) fn faults(file: EventFile<'_>, cases: &[Case], known: &Known) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for case in cases {
        let expected = &case.expected;
        if expected.events.is_empty() && expected.absent.is_empty() && !expected.silent {
            let fault = file.fault(case.offset, "a test that expects nothing");
            found.push(fault.with_hint("add events = [\"…\"], absent = [\"…\"] or silent = true"));
        }
        for line in expected.events.iter().chain(&expected.absent) {
            let offset = case.start + line.span().start;
            found.extend(
                of_line(line.get_ref(), known)
                    .map(|(message, hint)| file.fault(offset, message).with_hint(hint)),
            );
        }
    }
    found
}

fn of_line(line: &str, known: &Known) -> Option<(String, String)> {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default();
    // A single word in small letters may be any verb: situations without a class are named after it.
    let verb = first.chars().all(|c| c.is_ascii_lowercase()) && !first.is_empty();
    if !verb && !known.types.contains(first) && !known.classes.contains(first) {
        return Some((
            format!("there is no event type “{first}”"),
            "a line begins with a type, a PLOVER class or the base form of a verb".to_owned(),
        ));
    }
    words.find_map(|word| match word.split_once('=') {
        Some((role, _)) => filler(role.strip_suffix("-state").unwrap_or(role))
            .err()
            .map(|message| (message, "write role=Label, as in agent=Russia".to_owned())),
        None if STATUSES.contains(&word) => None,
        None => Some((
            format!("“{word}” is no status"),
            format!("a status is one of {}; a role has `=`", STATUSES.join(", ")),
        )),
    })
}
