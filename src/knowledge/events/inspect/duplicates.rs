//! Wordings that are listed twice: which of two that ask for the same wins is chance.

use std::collections::BTreeMap;

use super::super::load::SHARED;
use super::super::source::EventFile;
use super::super::wording::{Side, read_line, segments};
use super::field::{Table, table};
use crate::error::{Diagnostic, Location};

const LISTS: [(&str, Side); 3] = [
    ("verbs", Side::First),
    ("nouns", Side::Last),
    ("adjectives", Side::First),
];

/// What tells frames apart that have a wording in common.
const LIMITS: [&str; 7] = [
    "subject",
    "object",
    "not-subject",
    "not-object",
    "needs",
    "silent-with",
    "without",
];

/// A wording with its place.
struct Listed {
    /// All that it asks for.
    key: String,
    /// The word that triggers.
    word: String,
    /// Its event type.
    id: String,
    place: Location,
    /// Whether it stands in a file that is looked at, not in one of the program's beside it.
    own: bool,
}

/// A fault for each wording of `own` that stands in another place of all the files, or twice in one.
pub(super) fn find(own: &[EventFile<'_>], all: &[EventFile<'_>]) -> Vec<Diagnostic> {
    let is_own = |file: &&EventFile<'_>| own.contains(file);
    let mut seen: BTreeMap<String, Listed> = BTreeMap::new();
    for file in all.iter().filter(|file| !is_own(file)) {
        for one in listed(*file, false) {
            seen.entry(one.key.clone()).or_insert(one);
        }
    }
    let mut faults = Vec::new();
    for one in own.iter().flat_map(|file| listed(*file, true)) {
        match seen.get(&one.key) {
            Some(first) => faults.push(fault(&one, first)),
            None => {
                seen.insert(one.key.clone(), one);
            }
        }
    }
    faults
}

fn fault(one: &Listed, first: &Listed) -> Diagnostic {
    let Listed {
        word, id, place, ..
    } = one;
    let elsewhere = &first.place;
    let other = &first.id;
    let message = if id == other {
        format!("this wording of “{word}” is listed twice: also at {elsewhere}")
    } else {
        format!("“{word}” tells of {id} here and of {other} at {elsewhere}")
    };
    if !first.own {
        let hint = "yours wins; the other is one of the program's own";
        return Diagnostic::warning(place.clone(), message).with_hint(hint);
    }
    Diagnostic::error(place.clone(), message)
        .with_hint("take one out, or give one of the frames limits: subject, object, needs")
}

/// All wordings of a file; none where it is not TOML, which is told elsewhere.
fn listed(file: EventFile<'_>, own: bool) -> Vec<Listed> {
    let Ok(whole) = table(file) else {
        return Vec::new();
    };
    if file.name == SHARED {
        return Vec::new();
    }
    let whole = Table::new(file, &whole);
    let id = whole.text("id").map_or("", |id| id.value);
    let frames = whole.tables("frame");
    let each = frames.iter().flat_map(|frame| of_frame(frame, id));
    each.map(|one| Listed { own, ..one }).collect()
}

fn of_frame(frame: &Table<'_>, id: &str) -> Vec<Listed> {
    let limits = LIMITS.map(|key| frame.text(key).map_or("", |field| field.value));
    let mut found = Vec::new();
    for (key, side) in LISTS {
        let Some(list) = frame.text(key) else {
            continue;
        };
        for line in segments(list.value) {
            for (word, wording) in read_line(line, side, 0) {
                found.push(Listed {
                    key: format!("{key} {word} {wording:?} {limits:?}"),
                    word,
                    id: id.to_owned(),
                    place: list.at(line),
                    own: false,
                });
            }
        }
    }
    found
}
