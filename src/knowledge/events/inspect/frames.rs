//! Faults of a type and its frames.

use super::super::load::words;
use super::super::roles::{filler, is_source, relation};
use super::super::wording::{is_preposition, segments};
use super::Known;
use super::field::{Field, Table};
use crate::error::Diagnostic;

const LISTS: [&str; 3] = ["verbs", "nouns", "adjectives"];
const LIMITS: [&str; 4] = ["subject", "object", "not-subject", "not-object"];
const ROLES: &str = "roles are agent, target, addressee, beneficiary, theme, topic, holder, newMember, participant, instrument, place and content; \
    two sides are written agent+addressee";
const SOURCES: &str = "places are subject, possessor, object, dative, clause, complement, modifier, adjective, compound, clause-subject, concerned, or a preposition";

/// Faults of a file of one type.
pub(super) fn faults(file: &Table<'_>, known: &Known) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(id(file));
    found.extend(class(file, known));
    found.extend(broader(file, known));
    found.extend(cameo(file));
    found.extend(role_lines(file));
    let frames = file.tables("frame");
    for (number, frame) in frames.iter().enumerate() {
        found.extend(same_name(frame, &frames[..number]));
        found.extend(cameo(frame));
        found.extend(role_lines(frame));
        found.extend(needs(frame));
        found.extend(without(frame));
        for list in LISTS.iter().filter_map(|key| frame.text(key)) {
            found.extend(segments(list.value).flat_map(|line| wording(&list, line, known)));
        }
        for limit in LIMITS.iter().filter_map(|key| frame.text(key)) {
            found.extend(noun_classes(&limit, limit.value, known));
        }
    }
    found
}

/// Faults of the file that the types share.
pub(super) fn shared(file: &Table<'_>) -> Vec<Diagnostic> {
    file.inner("class").iter().flat_map(role_lines).collect()
}

fn id(file: &Table<'_>) -> Option<Diagnostic> {
    let id = file.text("id")?;
    let plain = !id.value.is_empty()
        && id
            .value
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    (!plain).then(|| {
        id.fault(id.value, format!("“{}” cannot end an IRI", id.value))
            .with_hint("use small letters and hyphens, as in impose-sanctions")
    })
}

fn class(file: &Table<'_>, known: &Known) -> Option<Diagnostic> {
    let class = file.text("class")?;
    let classes: Vec<&str> = known.classes.iter().map(String::as_str).collect();
    (!known.classes.contains(class.value)).then(|| {
        class
            .fault(class.value, format!("“{}” is no PLOVER class", class.value))
            .with_hint(format!("classes are {}", classes.join(" ")))
    })
}

fn broader(file: &Table<'_>, known: &Known) -> Option<Diagnostic> {
    let broader = file.text("broader")?;
    (!known.types.contains(broader.value)).then(|| {
        broader
            .fault(
                broader.value,
                format!("there is no event type “{}”", broader.value),
            )
            .with_hint("`newsgraph events scheme` lists them")
    })
}

fn cameo(table: &Table<'_>) -> Option<Diagnostic> {
    let code = table.text("cameo")?;
    let right =
        (2..=4).contains(&code.value.len()) && code.value.chars().all(|c| c.is_ascii_digit());
    (!right).then(|| {
        code.fault(code.value, format!("“{}” is no CAMEO code", code.value))
            .with_hint("write two to four digits in quotation marks")
    })
}

fn same_name(frame: &Table<'_>, before: &[Table<'_>]) -> Option<Diagnostic> {
    let name = frame.text("name")?;
    let twice = before
        .iter()
        .any(|other| other.text("name").is_some_and(|it| it.value == name.value));
    twice.then(|| {
        name.fault(name.value, format!("a second frame “{}”", name.value))
            .with_hint("rules are named after file and frame: give each a name of its own")
    })
}

fn role_lines(table: &Table<'_>) -> Vec<Diagnostic> {
    let fields = ["roles", "noun-roles"].map(|key| table.text(key));
    let mut found = Vec::new();
    for field in fields.iter().flatten() {
        let lines = field.value.split(';').map(str::trim);
        for line in lines.filter(|line| !line.is_empty()) {
            found.extend(role_line(field, line));
        }
    }
    found
}

fn role_line(field: &Field<'_>, line: &str) -> Vec<Diagnostic> {
    let Some((role, sources)) = line.split_once(':') else {
        let fault = field.fault(line, format!("no colon in “{line}”"));
        return vec![fault.with_hint("write `role: place, place`, and `;` between roles")];
    };
    let role = role.trim();
    let wrong = filler(role).err();
    let role_fault = wrong.map(|message| field.fault(role, message).with_hint(ROLES));
    let source_faults = sources
        .split(',')
        .map(str::trim)
        .filter(|word| !word.is_empty() && !is_source(word))
        .map(|word| {
            let message = format!("“{word}” is no place of an argument");
            field.fault(word, message).with_hint(SOURCES)
        });
    role_fault.into_iter().chain(source_faults).collect()
}

fn needs(frame: &Table<'_>) -> Vec<Diagnostic> {
    let Some(field) = frame.text("needs") else {
        return Vec::new();
    };
    let wrong = words(field.value)
        .into_iter()
        .filter_map(|word| Some((filler(&word).err()?, word)));
    wrong
        .map(|(message, word)| field.fault(&word, message).with_hint(ROLES))
        .collect()
}

fn without(frame: &Table<'_>) -> Vec<Diagnostic> {
    let Some(field) = frame.text("without") else {
        return Vec::new();
    };
    let each = field.value.split(',').map(str::trim);
    let wrong = each.filter_map(|word| Some((relation(word).err()?, word)));
    let hint = "relations are subject, object, dative, clause, complement";
    wrong
        .map(|(message, word)| field.fault(word, message).with_hint(hint))
        .collect()
}

/// Faults of one wording.
fn wording(list: &Field<'_>, line: &str, known: &Known) -> Vec<Diagnostic> {
    let spaced = format!(" {line} ");
    let mut found = Vec::new();
    for mark in [" + ", " - "] {
        if spaced.matches(mark).count() > 1 {
            let mark = mark.trim();
            let message =
                format!("`{mark}` twice in one wording: it belongs to all words before it");
            found.push(
                list.fault(line, message)
                    .with_hint("put `;` between wordings"),
            );
        }
    }
    if line.ends_with([',', '+', '-']) || line.starts_with(['+', '-', ',']) {
        let fault = list.fault(line, "a wording without its word");
        found.push(fault.with_hint("write `word, word + noun - noun`"));
    }
    if let Some((_, limits)) = line.split_once(" + ") {
        found.extend(nouns(list, limits));
    }
    found.extend(noun_classes(list, line, known));
    found
}

/// After `+` stand nouns, with one preposition before all of them.
fn nouns(list: &Field<'_>, limits: &str) -> Vec<Diagnostic> {
    let nouns = limits.split_once(" - ").map_or(limits, |(nouns, _)| nouns);
    let mut found = Vec::new();
    for (number, noun) in nouns.split(',').map(str::trim).enumerate() {
        let mut words = noun.split_whitespace();
        let (first, last) = (words.next().unwrap_or_default(), words.next_back());
        if number > 0 && is_preposition(first) {
            let message = format!("“{noun}”: the preposition after `+` belongs to all nouns");
            found.push(
                list.fault(noun, message)
                    .with_hint("put `;` and a wording of its own"),
            );
        } else if last.is_some_and(is_preposition) {
            let mut warning = list.fault(noun, format!("“{noun}” after `+` is read as a noun"));
            warning.level = crate::error::Level::Warning;
            found.push(warning.with_hint("if it is a wording of its own, put `;` before it"));
        }
    }
    found
}

fn noun_classes(field: &Field<'_>, text: &str, known: &Known) -> Vec<Diagnostic> {
    let classes: Vec<&str> = known.noun_classes.iter().map(String::as_str).collect();
    let named = text.split(|c: char| c.is_whitespace() || c == ',');
    named
        .filter_map(|word| Some((word, word.strip_prefix('@')?)))
        .filter(|(_, class)| !known.noun_classes.contains(*class))
        .map(|(word, class)| {
            let message = format!("there is no class of nouns “{class}”");
            let hint = format!("classes of roles.toml are {}", classes.join(" "));
            field.fault(word, message).with_hint(hint)
        })
        .collect()
}
