//! Persons: full names, surnames, given names, spellings with and without middle names.

use super::{Input, Roster};
use crate::knowledge::world::{EntityKind, RecordId};
use crate::resolve::EntityId;
use crate::resolve::mentions::Draft;

/// The person that a name means: one of the article's, the known one, else a new one of the article.
pub(super) fn link(
    input: &Input,
    roster: &mut Roster,
    number: usize,
    record: Option<RecordId>,
    linked: &[Option<EntityId>],
) -> Option<EntityId> {
    let draft = &input.drafts[number];
    let words = input
        .annotated
        .span(draft.head.clone())
        .of(&input.annotated.document.text);
    let parts = roster.words(words);
    let full = parts.len() > 1;
    if let Some(record) = record.filter(|_| full) {
        let id = roster.known(record);
        roster.add_name(id, words);
        return Some(id);
    }
    let candidates = candidates(roster, draft, &parts);
    let chosen = match candidates.as_slice() {
        [] => None,
        [only] => Some(*only),
        several => nearest(input, several, number, linked),
    };
    let id = chosen
        .or_else(|| record.map(|record| roster.known(record)))
        .unwrap_or_else(|| roster.local(EntityKind::Person, words));
    roster.add_name(id, words);
    Some(id)
}

/// The person of the article whose surname a single word is.
pub(super) fn shortened(
    input: &Input,
    roster: &mut Roster,
    number: usize,
    linked: &[Option<EntityId>],
) -> Option<EntityId> {
    let draft = &input.drafts[number];
    let words = input
        .annotated
        .span(draft.head.clone())
        .of(&input.annotated.document.text);
    let parts = roster.words(words);
    let longer = |id: &EntityId| {
        roster.names[id.0].iter().any(|name| {
            name.len() > 1 && (name.last() == parts.first() || name.get(1) == parts.first())
        })
    };
    let candidates: Vec<EntityId> = candidates(roster, draft, &parts)
        .into_iter()
        .filter(longer)
        .collect();
    match candidates.as_slice() {
        [] => None,
        [only] => Some(*only),
        several => nearest(input, several, number, linked),
    }
}

/// Persons of the article whose name the words may shorten or lengthen.
fn candidates(roster: &Roster, draft: &Draft, parts: &[String]) -> Vec<EntityId> {
    (0..roster.entities.len())
        .map(EntityId)
        .filter(|&id| roster.kind(id) == EntityKind::Person && !roster.entity(id).unnamed)
        .filter(|&id| {
            let (told, known) = (draft.gender, roster.entity(id).gender);
            told.is_none() || known.is_none() || told == known
        })
        .filter(|&id| {
            roster.names[id.0]
                .iter()
                .any(|name| is_variant(name, parts))
        })
        .collect()
}

/// Whether two names, in words, may be one person's.
fn is_variant(name: &[String], other: &[String]) -> bool {
    let (long, short) = if name.len() >= other.len() {
        (name, other)
    } else {
        (other, name)
    };
    match short {
        [] => false,
        [single] => {
            long.iter()
                .skip(usize::from(long.len() > 2))
                .any(|word| word == single)
                || long.first() == Some(single)
        }
        [first, .., last] => {
            let same_end = long.last() == Some(last) || long.get(1) == Some(last);
            let same_start = long.first().is_some_and(|word| word == first);
            let initials = short.len() == long.len()
                && long.first().is_some_and(|word| {
                    word.len() == 1 && first.starts_with(word.as_str())
                        || first.len() == 1 && word.starts_with(first.as_str())
                });
            short == long
                || same_end && (same_start || initials)
                || short.iter().all(|word| long.contains(word))
        }
    }
}

/// Of several the one mentioned last before; none where two are equally near.
fn nearest(
    input: &Input,
    candidates: &[EntityId],
    number: usize,
    linked: &[Option<EntityId>],
) -> Option<EntityId> {
    let here = input.drafts[number].head.start;
    let last = |id: EntityId| {
        input
            .drafts
            .iter()
            .zip(linked)
            .filter(|(draft, entity)| **entity == Some(id) && draft.head.start < here)
            .map(|(draft, _)| draft.head.start)
            .max()
    };
    candidates
        .iter()
        .copied()
        .filter_map(|id| last(id).map(|at| (at, id)))
        .max()
        .map(|(_, id)| id)
}
