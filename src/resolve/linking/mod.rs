//! Names to entities: candidates by normal form, choice by type, day, title, neighbours and first full
//! mention. What is not certain becomes an entity of the article alone.

mod choose;
mod context;
mod local;
mod person;
mod roster;

use std::collections::BTreeMap;

use super::gazetteer::Name;
use super::mentions::{Draft, Office};
use super::{EntityId, Form};
use crate::annotate::{Annotated, NameLabel};
use crate::knowledge::world::{AliasKind, EntityKind, RecordId};

pub(crate) use choose::Evidence;
pub(crate) use roster::Roster;

/// What linking reads.
pub(crate) struct Input<'a> {
    pub(crate) annotated: &'a Annotated,
    pub(crate) names: &'a [Name],
    pub(crate) offices: &'a [Office],
    pub(crate) drafts: &'a [Draft],
}

/// The entity of each draft that is a name or adjective.
pub(crate) fn link(input: &Input, roster: &mut Roster) -> Vec<Option<EntityId>> {
    let states = states(input, roster);
    let supported = supported(input, roster);
    let mut linked = vec![None; input.drafts.len()];
    for (number, draft) in input.drafts.iter().enumerate() {
        if draft.form == Form::Adjective {
            linked[number] = adjective(input, roster, draft);
        }
    }
    let order = by_fullness(input);
    for &number in &order {
        let draft = &input.drafts[number];
        let Some(name) = draft.name.map(|name| &input.names[name]) else {
            continue;
        };
        let present = roster.records();
        let evidence = Evidence {
            annotated: input.annotated,
            world: &roster.knowledge.world,
            day: roster.day,
            states: &states,
            supported: &supported,
            present: &present,
        };
        let record = local::in_brackets(input, number, &linked)
            .and_then(|id| roster.entity(id).record)
            .filter(|record| name.readings.iter().any(|one| one.record == *record))
            .or_else(|| choose::choose(&evidence, draft, name));
        linked[number] = entity(input, roster, number, record, &linked);
    }
    linked
}

/// Drafts with a name, those of several words first, so that "Putin" finds "Vladimir Putin".
fn by_fullness(input: &Input) -> Vec<usize> {
    let named = |number: &usize| input.drafts[*number].form == Form::Name;
    let (long, short): (Vec<usize>, Vec<usize>) = (0..input.drafts.len())
        .filter(named)
        .partition(|&number| input.drafts[number].head.len() > 1);
    long.into_iter().chain(short).collect()
}

fn entity(
    input: &Input,
    roster: &mut Roster,
    number: usize,
    record: Option<RecordId>,
    linked: &[Option<EntityId>],
) -> Option<EntityId> {
    let draft = &input.drafts[number];
    let kind = record.map(|record| roster.knowledge.world.kind(record));
    let name = &input.names[draft.name?];
    if let Some(id) = earlier(input, roster, number, kind, linked) {
        return Some(id);
    }
    if kind.is_none()
        && draft.office.is_none()
        && let Some(id) = local::shortened_name(input, roster, draft)
    {
        return Some(id);
    }
    let person =
        kind == Some(EntityKind::Person) || kind.is_none() && is_person(input, roster, draft);
    let id = if person {
        person::link(input, roster, number, record, linked)
    } else {
        match record {
            Some(record) => Some(roster.known(record)),
            None => local::link(input, roster, number, linked),
        }
    }?;
    let sector = name
        .pattern
        .as_ref()
        .and_then(|pattern| pattern.sector.clone());
    let state = local::state_of(input, roster, draft, name);
    let sector = if person { None } else { sector };
    roster.enrich(id, state.as_deref(), sector.as_deref(), draft.gender);
    Some(id)
}

/// A person or body of the article whose longer name a single word shortens, before a town of that name.
fn earlier(
    input: &Input,
    roster: &mut Roster,
    number: usize,
    kind: Option<EntityKind>,
    linked: &[Option<EntityId>],
) -> Option<EntityId> {
    let draft = &input.drafts[number];
    let name = &input.names[draft.name?];
    let town = matches!(
        kind,
        None | Some(EntityKind::City | EntityKind::Place | EntityKind::Region)
    );
    if name.tokens.len() > 1 || !town || context::is_locative(input.annotated, draft.head_token) {
        return None;
    }
    person::shortened(input, roster, number, linked).or_else(|| {
        let known = kind == Some(EntityKind::City);
        known
            .then(|| local::shortened_name(input, roster, draft))
            .flatten()
    })
}

/// Whether a name that no table decides is a person's.
fn is_person(input: &Input, roster: &Roster, draft: &Draft) -> bool {
    let Some(name) = draft.name.map(|name| &input.names[name]) else {
        return false;
    };
    if draft.office.is_some() {
        return true;
    }
    if name.pattern.is_none() && context::is_told_person(input.annotated, roster, draft.head_token)
    {
        return true;
    }
    let known = name.readings.iter().any(|reading| {
        reading.kind == AliasKind::Name
            && roster.knowledge.world.kind(reading.record) != EntityKind::Person
    });
    let given = roster
        .knowledge
        .language
        .gender_of_name(input.annotated.text(name.tokens.start))
        .is_some()
        && name.tokens.len() > 1;
    let place = !given && context::is_in(input.annotated, draft.head_token);
    let class = draft.class.is_some_and(|class| class != EntityKind::Person);
    match name.label {
        Some(NameLabel::Person) if place || class => false,
        Some(NameLabel::Person) => {
            name.pattern.is_none() && (!known || name.tokens.len() > 1 && given)
        }
        Some(NameLabel::Org | NameLabel::Gpe | NameLabel::Norp | NameLabel::Fac) => {
            name.pattern.is_none() && given && name.tokens.len() < 4 && !known
        }
        None => name.pattern.is_none() && given,
        _ => false,
    }
}

/// The state that an adjective or demonym names; a group of the article for a people that is no state.
fn adjective(input: &Input, roster: &mut Roster, draft: &Draft) -> Option<EntityId> {
    let name = &input.names[draft.name?];
    let day = roster.day;
    let world = &roster.knowledge.world;
    let adjectives = name
        .readings
        .iter()
        .filter(|reading| reading.kind == AliasKind::Adjective);
    let mut records: Vec<RecordId> = adjectives.map(|reading| reading.record).collect();
    if let Some(day) = day.filter(|_| records.len() > 1) {
        records.retain(|record| world.existed(*record, day));
    }
    let sovereign: Vec<RecordId> = records
        .iter()
        .copied()
        .filter(|record| world.kind(*record) == EntityKind::State)
        .collect();
    let chosen = match (records.as_slice(), sovereign.as_slice()) {
        ([only], _) | (_, [only]) => Some(*only),
        (_, [first, ..]) => Some(*first),
        _ => None,
    };
    if let Some(record) = chosen {
        return Some(roster.known(record));
    }
    let words = input
        .annotated
        .span(name.tokens.clone())
        .of(&input.annotated.document.text);
    Some(roster.local(EntityKind::Group, words))
}

/// Codes of the states to which places and persons belong whose names in the article are unambiguous.
fn supported(input: &Input, roster: &Roster) -> Vec<String> {
    let world = &roster.knowledge.world;
    let mut codes = std::collections::BTreeSet::new();
    for name in input.names {
        let [only] = name.readings.as_slice() else {
            continue;
        };
        let record = world.record(only.record);
        let inside = matches!(record.kind, EntityKind::Person | EntityKind::City);
        codes.extend(
            record
                .state
                .filter(|_| inside && only.kind == AliasKind::Name),
        );
    }
    codes.into_iter().map(str::to_owned).collect()
}

/// Codes of the states that the article names, the most frequent first.
fn states(input: &Input, roster: &Roster) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let world = &roster.knowledge.world;
    for name in input.names {
        let state = name
            .readings
            .iter()
            .find(|reading| world.kind(reading.record) == EntityKind::State);
        if let Some(code) = state.and_then(|reading| world.record(reading.record).state) {
            *counts.entry(code).or_default() += 1;
        }
    }
    let mut states: Vec<(&str, usize)> = counts.into_iter().collect();
    states.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    states
        .into_iter()
        .map(|(code, _)| code.to_owned())
        .collect()
}
