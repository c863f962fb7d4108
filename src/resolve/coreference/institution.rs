//! Institutions of a state by a common noun: "the Turkish government", "police", "the army".

use super::context::Context;
use super::nominal::{modifiers, new, owner};
use crate::knowledge::language::Noun;
use crate::knowledge::world::EntityKind;
use crate::resolve::EntityId;
use crate::resolve::linking::Roster;
use crate::resolve::mentions::{Determiner, Number};

/// "the Turkish government", "police", "the army": one for each state, or region, that has it.
pub(super) fn institution(
    context: &mut Context,
    roster: &mut Roster,
    number: usize,
    noun: Option<&Noun>,
    lemma: &str,
) -> Option<(Vec<EntityId>, &'static str)> {
    let draft = &context.input.drafts[number];
    let noun = noun.filter(|noun| noun.of)?;
    let generic = draft.determiner == Determiner::Indefinite
        || draft.number == Number::Plural
            && noun.kind == EntityKind::Government
            && lemma != "authorities"
            && draft.determiner == Determiner::Bare;
    if generic {
        return None;
    }
    let owner = owner(context, roster, number);
    let state = match owner {
        Some(id) => roster.entity(id).state.clone(),
        None => context.state_at(context.annotated().sentence_of(draft.head_token), roster),
    };
    let of_state = owner.is_none_or(|id| {
        matches!(
            roster.kind(id),
            EntityKind::State | EntityKind::Government | EntityKind::Person
        ) || is_capital(roster, id)
    });
    if noun.kind == EntityKind::Government && of_state {
        let code = state?;
        let record = roster.knowledge.world.government_of(&code)?;
        return Some((vec![roster.known(record)], "nominal/government"));
    }
    if let Some(id) = named_institution(roster, noun, lemma, state.as_deref()) {
        return Some((vec![id], "nominal/institution-named"));
    }
    let place = owner
        .filter(|_| !of_state)
        .map(|id| roster.entity(id).label.clone());
    let modifiers = modifiers(context, number)
        .into_iter()
        .collect::<Vec<_>>()
        .join(" ");
    let key = (
        format!("{modifiers} {lemma}"),
        format!("{state:?}/{place:?}"),
    );
    if let Some(&id) = context.institutions.get(&key) {
        return Some((vec![id], "nominal/institution"));
    }
    let id = new(context, roster, number, noun.kind, Some(noun));
    roster.enrich(id, state.as_deref(), None, None);
    context.institutions.insert(key, id);
    Some((vec![id], "nominal/institution"))
}

pub(super) fn known_state(roster: &Roster, code: &str) -> Option<EntityId> {
    let record = roster.knowledge.world.state(code)?;
    (0..roster.entities.len())
        .map(EntityId)
        .find(|&id| roster.entity(id).record == Some(record))
}

fn is_capital(roster: &Roster, id: EntityId) -> bool {
    let entity = roster.entity(id);
    let capital = entity
        .state
        .as_deref()
        .and_then(|code| roster.knowledge.world.capital_of(code));
    capital.is_some() && capital == entity.record
}

/// A named body of the state whose name has the noun ("the Parliament of Arland" for "parliament").
fn named_institution(
    roster: &Roster,
    noun: &Noun,
    lemma: &str,
    state: Option<&str>,
) -> Option<EntityId> {
    let mut fitting = (0..roster.entities.len()).map(EntityId).filter(|&id| {
        let entity = roster.entity(id);
        let same = entity.kind == noun.kind && !entity.unnamed && entity.state.as_deref() == state;
        same && roster.names[id.0]
            .iter()
            .any(|name| name.iter().any(|word| word == lemma))
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}
