//! What is wrong with files of wordings, each fault with its place and a way out.

mod duplicates;
mod expectations;
mod field;
mod frames;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::Events;
use super::file::{SharedFile, TypeFile, tests_start, without_tests};
use super::load::SHARED;
use super::source::EventFile;
use crate::error::Diagnostic;
use field::{Table, table};

/// What the files share, and what one of them may refer to.
struct Known {
    classes: BTreeSet<String>,
    noun_classes: BTreeSet<String>,
    types: BTreeSet<String>,
}

/// The faults of files that are put over the program's own ones, in order of their places; none where they are sound.
///
/// # Examples
/// ```
/// use newsgraph::knowledge::events::{EventFile, inspect};
/// let text = "id = \"dance\"\ndefinition = \"d\"\nlabel = \"l\"\n[[frame]]\nname = \"f\"\nverbs = \"dance\"\nroles = \"agnet: subject\"\n";
/// let faults = inspect(&[EventFile { name: "dance", place: "dance.toml", text }]);
/// assert!(faults[0].to_string().starts_with("error: dance.toml:7:10: “agnet” is no role"));
/// ```
#[must_use]
pub fn inspect(own: &[EventFile<'_>]) -> Vec<Diagnostic> {
    let all = Events::files(own);
    let known = known(&all);
    let mut faults = Vec::new();
    for (number, &file) in own.iter().enumerate() {
        if let Some(twin) = own[..number].iter().find(|other| other.name == file.name) {
            let message = format!("{} has the same name, and its rules would too", twin.place);
            faults.push(file.fault(0, message).with_hint("rename one of them"));
        }
        match of_file(file, &known) {
            Ok(found) => faults.extend(found),
            Err(fault) => faults.push(*fault),
        }
    }
    faults.extend(duplicates::find(own, &all));
    faults.sort_by(|one, other| {
        let place = |fault: &Diagnostic| {
            let at = &fault.location;
            (at.file.clone(), at.line, at.column)
        };
        place(one).cmp(&place(other))
    });
    faults
}

/// All faults of a file that is TOML of the right form; else the one that makes it none.
fn of_file(file: EventFile<'_>, known: &Known) -> Result<Vec<Diagnostic>, Box<Diagnostic>> {
    let whole = table(file)?;
    if file.name == SHARED {
        form::<SharedFile>(file)?;
        return Ok(frames::shared(&Table::new(file, &whole)));
    }
    form::<TypeFile>(file)?;
    let cases = super::cases(file)?;
    let mut faults = frames::faults(&Table::new(file, &whole), known);
    faults.extend(frame_after_tests(file));
    faults.extend(expectations::faults(file, &cases, known));
    Ok(faults)
}

fn form<T: for<'de> serde::Deserialize<'de>>(file: EventFile<'_>) -> Result<(), Box<Diagnostic>> {
    match toml::from_str::<T>(without_tests(file.text)) {
        Ok(_) => Ok(()),
        Err(error) => Err(Box::new(file.syntax(&error, 0))),
    }
}

fn frame_after_tests(file: EventFile<'_>) -> Option<Diagnostic> {
    let start = tests_start(file.text);
    let at = start + file.text[start..].find("\n[[frame]]")? + 1;
    let message = "a frame after the first test is not read";
    Some(
        file.fault(at, message)
            .with_hint("put the tests after all frames"),
    )
}

fn program_shared() -> Result<SharedFile, toml::de::Error> {
    let file = Events::embedded().find(|file| file.name == SHARED);
    toml::from_str(file.map_or("", |file| file.text))
}

fn known(files: &[EventFile<'_>]) -> Known {
    let mut known = Known {
        classes: BTreeSet::new(),
        noun_classes: BTreeSet::new(),
        types: BTreeSet::new(),
    };
    for &file in files {
        let text = without_tests(file.text);
        if file.name == SHARED {
            // Where the file is faulty, which is told for itself, the others are held against the program's own.
            let own = toml::from_str(text);
            let shared: SharedFile = own.or_else(|_| program_shared()).unwrap_or_default();
            known.classes.extend(shared.class.into_keys());
            known.noun_classes.extend(shared.nouns.into_keys());
        } else if let Ok(parsed) = toml::from_str::<TypeFile>(text) {
            known.types.insert(parsed.id);
        }
    }
    known
}
