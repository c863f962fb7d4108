//! Organisations and places of the article alone: full names, shortenings, acronyms.

use super::{Input, Roster};
use crate::annotate::NameLabel;
use crate::knowledge::world::{AliasKind, EntityKind};
use crate::resolve::EntityId;
use crate::resolve::gazetteer::Name;
use crate::resolve::mentions::Draft;

/// The organisation, place, event or document that a name means: one of the article's, else a new one.
pub(super) fn link(
    input: &Input,
    roster: &mut Roster,
    number: usize,
    linked: &[Option<EntityId>],
) -> Option<EntityId> {
    let draft = &input.drafts[number];
    let name = &input.names[draft.name?];
    let words = input
        .annotated
        .span(draft.head.clone())
        .of(&input.annotated.document.text);
    let located = name.label == Some(NameLabel::Person)
        && name.pattern.is_none()
        && super::context::is_in(input.annotated, draft.head_token);
    let kind = match draft.class.filter(|class| *class != EntityKind::Person) {
        Some(class) => class,
        None if located => EntityKind::City,
        None => unknown_kind(roster, name),
    };
    if let Some(id) = roster
        .by_name(kind, words)
        .or_else(|| any_of(roster, words))
    {
        return Some(id);
    }
    let parts = roster.words(words);
    if let Some(id) = in_brackets(input, number, linked) {
        roster.add_name(id, words);
        return Some(id);
    }
    let shortened = shortened(roster, kind, &parts, words);
    let id = shortened.unwrap_or_else(|| roster.local(kind, words));
    roster.add_name(id, words);
    Some(id)
}

/// The body of the article whose name a single word shortens ("Mahan" for "Mahan Air").
pub(super) fn shortened_name(input: &Input, roster: &Roster, draft: &Draft) -> Option<EntityId> {
    let words = input
        .annotated
        .span(draft.head.clone())
        .of(&input.annotated.document.text);
    let parts = roster.words(words);
    shortened(roster, EntityKind::Organisation, &parts, words)
}

/// An entity of any kind that has exactly these words for a name: one article calls one thing by one name.
fn any_of(roster: &Roster, words: &str) -> Option<EntityId> {
    let kinds = [
        EntityKind::Organisation,
        EntityKind::City,
        EntityKind::Person,
        EntityKind::Group,
    ];
    kinds.iter().find_map(|kind| roster.by_name(*kind, words))
}

/// An acronym in brackets right after a name is that name's.
pub(super) fn in_brackets(
    input: &Input,
    number: usize,
    linked: &[Option<EntityId>],
) -> Option<EntityId> {
    let draft = &input.drafts[number];
    let bracket = draft.head.start.checked_sub(1)?;
    if input.annotated.text(bracket) != "(" {
        return None;
    }
    let before = (0..number)
        .rev()
        .take(8)
        .find(|&other| input.drafts[other].head.end == bracket && linked[other].is_some())?;
    linked[before]
}

/// An organisation of the article that the words shorten: by acronym, by its head, by its first words.
fn shortened(roster: &Roster, kind: EntityKind, parts: &[String], words: &str) -> Option<EntityId> {
    let body = |id: &EntityId| is_body(roster.kind(*id)) && !roster.entity(*id).unnamed;
    let mut fitting = (0..roster.entities.len())
        .map(EntityId)
        .filter(body)
        .filter(|_| is_body(kind))
        .filter(|id| {
            roster.names[id.0]
                .iter()
                .any(|name| is_acronym(words, name) || is_short(parts, name))
        });
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

fn is_body(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Organisation
            | EntityKind::IntergovernmentalOrganisation
            | EntityKind::PoliticalParty
            | EntityKind::ArmedGroup
            | EntityKind::MilitaryForce
            | EntityKind::Company
            | EntityKind::MediaOutlet
    )
}

fn is_acronym(words: &str, name: &[String]) -> bool {
    let letters: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).collect();
    let capital = letters.len() > 1 && letters.iter().all(|c| c.is_uppercase());
    let initials = |skip: bool| -> String {
        let kept = name.iter().filter(|word| {
            !skip
                || !matches!(
                    word.as_str(),
                    "of" | "the" | "and" | "for" | "in" | "on" | "de" | "to"
                )
        });
        kept.filter_map(|word| word.chars().next()).collect()
    };
    let written: String = letters.iter().flat_map(|c| c.to_lowercase()).collect();
    capital && name.len() > 1 && (initials(true) == written || initials(false) == written)
}

/// "Wagner" for "Wagner Group", "Parliament" for "Parliament of Arland", "Labour" for "Labour Party".
fn is_short(parts: &[String], name: &[String]) -> bool {
    let shorter = !parts.is_empty() && parts.len() < name.len();
    shorter
        && (name.starts_with(parts) || name.ends_with(parts) && parts.len() == 1 && name.len() < 4)
}

/// What an unknown name is: by its own words, else by the tagger.
pub(super) fn unknown_kind(roster: &Roster, name: &Name) -> EntityKind {
    if let Some(pattern) = &name.pattern {
        return pattern.kind;
    }
    let world = &roster.knowledge.world;
    let hinted = name
        .readings
        .iter()
        .filter(|reading| matches!(reading.kind, AliasKind::Name))
        .map(|reading| world.kind(reading.record))
        .find(|kind| *kind != EntityKind::Person);
    hinted.unwrap_or(match name.label {
        Some(NameLabel::Gpe) => EntityKind::City,
        Some(NameLabel::Loc) => EntityKind::Region,
        Some(NameLabel::Fac) => EntityKind::Place,
        Some(NameLabel::Event) => EntityKind::NamedEvent,
        Some(NameLabel::Law) => EntityKind::Document,
        Some(NameLabel::Norp) => EntityKind::Group,
        _ => EntityKind::Organisation,
    })
}

/// The state that a name or its phrase tells: a state inside the name, else the owner of the title before it.
pub(super) fn state_of(
    input: &Input,
    roster: &Roster,
    draft: &Draft,
    name: &Name,
) -> Option<String> {
    let world = &roster.knowledge.world;
    let inside = name.states.first().copied();
    let owner = draft.owners.iter().find_map(|&owner| {
        let readings = &input.names[owner].readings;
        readings
            .iter()
            .find(|reading| world.kind(reading.record) == EntityKind::State)
            .map(|reading| reading.record)
    });
    let state = inside.or(owner)?;
    world.record(state).state.map(str::to_owned)
}
