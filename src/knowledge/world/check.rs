//! Checks tables of the world before they are compiled: what a reviewer would otherwise have to look for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::World;
use super::draft::encode::encode;
use super::draft::kind::{self, Namespace};
use super::draft::{Draft, DraftRecord, DraftTenure, Fault, Origin};
use crate::error::{Diagnostic, Error, Location, Result};

/// Reads a table, or all tables of a folder and its folders in order of their names.
///
/// # Errors
/// If a file cannot be read.
pub fn read(place: &Path) -> Result<Draft> {
    let mut draft = Draft::default();
    let paths = if place.is_dir() {
        tables_under(place)?
    } else {
        vec![place.to_owned()]
    };
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|source| io(&path, source))?;
        draft.read(&path.to_string_lossy().replace('\\', "/"), &text);
    }
    Ok(draft)
}

fn tables_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|source| io(folder, source))? {
        let path = entry.map_err(|source| io(folder, source))?.path();
        if path.is_dir() {
            found.extend(tables_under(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "tsv") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn io(path: &Path, source: std::io::Error) -> Error {
    Error::Io {
        path: path.to_string_lossy().into_owned(),
        source,
    }
}

/// Everything that is wrong or doubtful in a user's own records, seen together with the tables of the program.
#[must_use]
pub fn check_own(own: &Draft, world: &World) -> Vec<Diagnostic> {
    let files: BTreeSet<&str> = own.places().map(|origin| origin.file.as_str()).collect();
    let mut all = world.draft();
    let twice = keys_twice(own);
    all.add(own.clone());
    let mut found: Vec<Diagnostic> = check(&all)
        .into_iter()
        .filter(|diagnostic| files.contains(diagnostic.location.file.as_str()))
        .collect();
    found.extend(
        twice
            .into_iter()
            .map(|fault| told(fault, Diagnostic::error).1),
    );
    found
}

/// Keys that two records of a user have.
fn keys_twice(own: &Draft) -> Vec<Fault> {
    let mut seen: BTreeMap<(&'static str, &str), &Origin> = BTreeMap::new();
    let mut faults = Vec::new();
    for record in &own.records {
        let key = (Namespace::of(record.kind).0, record.key.as_str());
        if let Some(other) = seen.insert(key, &record.origin) {
            let text = format!("`{}:{}` stands in {other} too", key.0, key.1);
            faults.push(fault(&record.origin, text));
        }
    }
    faults
}

/// Everything that is wrong or doubtful in tables, in order of the places.
///
/// Errors: rows that cannot be read, keys used twice, records and states that are not there, an end before
/// its beginning. Warnings: tenures of one post that overlap by more than a month, a full name
/// that two records claim, a Wikidata id that two records have.
#[must_use]
pub fn check(draft: &Draft) -> Vec<Diagnostic> {
    let mut found: Vec<(Origin, Diagnostic)> = Vec::new();
    let broken = encode(draft.clone()).err().unwrap_or_default();
    let reversed = ends_before_begin(draft);
    found.extend(
        broken
            .into_iter()
            .chain(reversed)
            .map(|fault| told(fault, Diagnostic::error)),
    );
    let doubtful = overlaps(draft)
        .into_iter()
        .chain(shared_names(draft))
        .chain(shared_ids(draft));
    found.extend(doubtful.map(|fault| told(fault, Diagnostic::warning)));
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
        .into_iter()
        .map(|(_, diagnostic)| diagnostic)
        .collect()
}

fn told(fault: Fault, level: fn(Location, String) -> Diagnostic) -> (Origin, Diagnostic) {
    let origin = fault.origin;
    let location = Location::at(origin.file.clone(), origin.line, origin.column);
    (origin, level(location, fault.message))
}

fn fault(origin: &Origin, message: String) -> Fault {
    Fault {
        origin: origin.clone(),
        message,
    }
}

fn ends_before_begin(draft: &Draft) -> Vec<Fault> {
    let records = draft
        .records
        .iter()
        .map(|row| (row.since, row.until, &row.origin));
    let tenures = draft
        .tenures
        .iter()
        .map(|row| (row.since, row.until, &row.origin));
    let members = draft
        .memberships
        .iter()
        .map(|row| (row.since, row.until, &row.origin));
    records
        .chain(tenures)
        .chain(members)
        .filter(|(since, until, _)| *until > 0 && until < since)
        .map(|(since, until, origin)| {
            fault(
                origin,
                format!("ends on {until}, before it begins on {since}"),
            )
        })
        .collect()
}

/// Tenures of one post by two persons, neither of them acting, that share more than a month. Posts that
/// several hold at once (deputies, presidencies) are told by their roles.
fn overlaps(draft: &Draft) -> Vec<Fault> {
    let shared: Vec<&str> = draft
        .records
        .iter()
        .filter(|record| record.kind == kind::POST && held_by_several(record))
        .map(|record| record.key.as_str())
        .collect();
    let mut by_post: BTreeMap<&str, Vec<&DraftTenure>> = BTreeMap::new();
    let single = draft
        .tenures
        .iter()
        .filter(|tenure| !tenure.acting && !shared.contains(&tenure.post.as_str()));
    for tenure in single {
        by_post.entry(&tenure.post).or_default().push(tenure);
    }
    by_post.into_values().flat_map(overlaps_of).collect()
}

fn held_by_several(post: &DraftRecord) -> bool {
    let roles = ["deputy-head-of-government", "vice-president"];
    let keys = ["presidency", "regent", "co-prince"];
    post.role.split('|').any(|role| roles.contains(&role))
        || keys.iter().any(|key| post.key.contains(key))
}

fn overlaps_of(mut tenures: Vec<&DraftTenure>) -> Vec<Fault> {
    tenures.sort_by_key(|tenure| (tenure.since, &tenure.person));
    let clash = |pair: &&[&DraftTenure]| {
        let (earlier, later) = (pair[0], pair[1]);
        let until = if earlier.until == 0 {
            99_991_231
        } else {
            earlier.until
        };
        earlier.person != later.person && until > later.since + 100
    };
    let message = |pair: &[&DraftTenure]| {
        let text = format!(
            "{} holds {} while {} ({}) does",
            pair[1].person, pair[1].post, pair[0].person, pair[0].origin
        );
        fault(later_told(pair), text)
    };
    tenures.windows(2).filter(clash).map(message).collect()
}

/// Of two tenures the one that stands in a file of its own, else the later.
fn later_told<'t>(pair: &[&'t DraftTenure]) -> &'t Origin {
    let own = pair.iter().rev().find(|tenure| tenure.origin.line > 0);
    &own.unwrap_or(&pair[1]).origin
}

/// Names that by themselves identify two things that are not a place and its state or state and city of one name.
fn shared_names(draft: &Draft) -> Vec<Fault> {
    let mut claimed: BTreeMap<(String, bool), &DraftRecord> = BTreeMap::new();
    let mut faults = Vec::new();
    for record in &draft.records {
        let place = Namespace::of(record.kind).0 == "place";
        for alias in record
            .aliases
            .iter()
            .filter(|alias| alias.kind == kind::NAME)
        {
            let name = (draft.folder.fold(&alias.text), place);
            let other = claimed.entry(name).or_insert(record);
            if !std::ptr::eq(*other, record) {
                let text = format!(
                    "the name `{}` is claimed by {} too: make it short in one of them",
                    alias.text, other.origin
                );
                faults.push(fault(&record.origin, text));
            }
        }
    }
    faults
}

fn shared_ids(draft: &Draft) -> Vec<Fault> {
    let mut claimed: BTreeMap<u32, &DraftRecord> = BTreeMap::new();
    let mut faults = Vec::new();
    for record in draft.records.iter().filter(|record| record.wikidata > 0) {
        let other = claimed.entry(record.wikidata).or_insert(record);
        if !std::ptr::eq(*other, record) {
            let text = format!("Q{} is the id of {} too", record.wikidata, other.origin);
            faults.push(fault(&record.origin, text));
        }
    }
    faults
}
