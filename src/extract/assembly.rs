//! The order in which facts are put together.

use std::collections::BTreeMap;

use super::events::{self, Draft};
use super::status::StatusIndex;
use super::{Facts, Situation, SituationId};
use crate::knowledge::Knowledge;
use crate::resolve::Resolved;

/// What happened, who says so, and is it so.
#[must_use]
pub fn extract(resolved: Resolved, knowledge: &Knowledge) -> Facts {
    let mut drafts = events::find(&resolved, knowledge);
    let status = StatusIndex::new(&resolved, knowledge);
    for draft in &mut drafts {
        draft.situation.status = status.reading(draft.situation.trigger_token).status;
    }
    let situations = situations(&resolved, knowledge, &drafts);
    Facts {
        situations,
        resolved,
        ..Facts::default()
    }
}

/// Merges the tellings, links contents and labels.
fn situations(resolved: &Resolved, knowledge: &Knowledge, drafts: &[Draft]) -> Vec<Situation> {
    let same = events::merge(drafts);
    let kept: Vec<usize> = (0..drafts.len())
        .filter(|&draft| same[draft] == draft)
        .collect();
    let number: BTreeMap<usize, SituationId> = kept
        .iter()
        .enumerate()
        .map(|(id, &draft)| (draft, SituationId(id)))
        .collect();
    let by_token: BTreeMap<usize, SituationId> = drafts
        .iter()
        .enumerate()
        .flat_map(|(draft, one)| {
            [one.situation.trigger_token, one.status_token]
                .map(|token| (token, number[&same[draft]]))
        })
        .collect();
    let mut situations: Vec<Situation> = kept
        .iter()
        .map(|&draft| drafts[draft].situation.clone())
        .collect();
    for (draft, one) in drafts.iter().enumerate() {
        let into = number[&same[draft]];
        if same[draft] != draft {
            retell(&mut situations[into.0], &one.situation);
        }
        let contents = one
            .contents
            .iter()
            .filter_map(|token| by_token.get(token))
            .copied();
        situations[into.0]
            .content
            .extend(contents.filter(|&content| content != into));
    }
    for situation in &mut situations {
        situation.content.sort_unstable();
        situation.content.dedup();
        situation.label = events::label(situation, resolved, &knowledge.events);
    }
    situations
}

/// Adds a further telling: its words, and who takes part where the first telling leaves it open.
fn retell(situation: &mut Situation, again: &Situation) {
    situation.triggers.extend(&again.triggers);
    for participant in &again.participants {
        if !situation
            .participants
            .iter()
            .any(|known| known.role == participant.role)
        {
            situation.participants.push(participant.clone());
        }
    }
    situation.place = situation.place.or(again.place);
}
