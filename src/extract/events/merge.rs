//! Several tellings of one happening: one situation with several triggers.

use std::collections::BTreeMap;

use crate::annotate::{Annotated, Dep, Tag};
use crate::extract::{Role, Situation, Status};
use crate::resolve::EntityId;

use super::Draft;

/// How many sentences back a definite noun looks for what it takes up, in situations.
const REACH: usize = 40;

const RECIPIENTS: &[Role] = &[Role::Target, Role::Addressee, Role::Beneficiary];

/// For each situation the earlier one that it tells again, or itself. `drafts` have their status.
#[must_use]
pub fn merge(drafts: &[Draft]) -> Vec<usize> {
    let mut same: Vec<usize> = (0..drafts.len()).collect();
    for later in 0..drafts.len() {
        let start = later.saturating_sub(REACH);
        let earlier = (start..later).rev().find(|&earlier| {
            same[earlier] == earlier && tells_again(&drafts[earlier], &drafts[later])
        });
        if let Some(earlier) = earlier {
            same[later] = earlier;
        }
    }
    same
}

/// Whether two situations have the same sides: an agent or a recipient in common, and nobody on one's side who is not
/// on the other's, as far as both name them.
#[must_use]
pub fn same_participants(one: &Situation, other: &Situation) -> bool {
    let agents = compare(one, other, &[Role::Agent]);
    let recipients = compare(one, other, RECIPIENTS);
    let themes = compare(one, other, &[Role::Theme, Role::Holder]);
    let all = [agents, recipients, themes];
    all.contains(&Meeting::Shared) && !all.contains(&Meeting::Apart)
}

/// Whether one who does it, undergoes it or changes in it takes part in both, or one of them names nobody.
fn same_doer(one: &Situation, other: &Situation) -> bool {
    let roles = [Role::Agent, Role::Theme, Role::Target];
    match compare(one, other, &roles) {
        Meeting::Shared => true,
        Meeting::Open => compare(one, other, &[Role::Holder]) != Meeting::Apart,
        Meeting::Apart => false,
    }
}

/// What is told with a noun or a participle is no more certain than what the article says of it in a finite clause:
/// "besides stepping down", where he said that he would step down, is to come.
pub fn temper(drafts: &mut [Draft], annotated: &Annotated) {
    let is_finite = |draft: &Draft| {
        let token = draft.situation.trigger_token;
        let gerund = annotated.tag(token) == Tag::Vbg
            && matches!(annotated.dep(token), Dep::Pcomp | Dep::Csubj | Dep::Advcl);
        !draft.nominal && !gerund
    };
    let mut by_type: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, draft) in drafts.iter().enumerate() {
        let group = by_type.entry(&draft.situation.event_type).or_default();
        group.push(number);
    }
    let told = |number: usize, group: &[usize], status: Status| {
        group.iter().any(|&other| {
            let other = &drafts[other];
            other.situation.status == status
                && (status == Status::Future || is_finite(other))
                && same_doer(&drafts[number].situation, &other.situation)
        })
    };
    let coming: Vec<usize> = by_type
        .values()
        .flat_map(|group| group.iter().map(move |&number| (number, group)))
        .filter(|&(number, _)| drafts[number].situation.status == Status::Asserted)
        .filter(|&(number, _)| !is_finite(&drafts[number]))
        .filter(|&(number, group)| {
            told(number, group, Status::Future) && !told(number, group, Status::Asserted)
        })
        .map(|(number, _)| number)
        .collect();
    for number in coming {
        drafts[number].situation.status = Status::Future;
    }
}

fn tells_again(earlier: &Draft, later: &Draft) -> bool {
    let (one, other) = (&earlier.situation, &later.situation);
    if one.status != other.status
        && !(later.definite && later.nominal && one.status == Status::Asserted)
    {
        return false;
    }
    if one.event_type != other.event_type {
        return false;
    }
    let agents = compare(one, other, &[Role::Agent]);
    let recipients = compare(one, other, RECIPIENTS);
    let themes = compare(one, other, &[Role::Theme, Role::Holder]);
    match (agents, recipients, themes) {
        (Meeting::Apart, _, _) | (_, Meeting::Apart, _) | (_, _, Meeting::Apart) => false,
        (Meeting::Shared, Meeting::Shared, _) => true,
        (Meeting::Open, Meeting::Open, Meeting::Open) => later.definite && later.nominal,
        (Meeting::Shared, _, _) | (_, Meeting::Shared, _) | (_, _, Meeting::Shared) => {
            later.definite || later.nominal
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meeting {
    /// A filler of both.
    Shared,
    /// One has none.
    Open,
    /// Both have, and different ones.
    Apart,
}

fn compare(one: &Situation, other: &Situation, roles: &[Role]) -> Meeting {
    let fillers = |situation: &Situation| -> Vec<EntityId> {
        situation
            .participants
            .iter()
            .filter(|part| roles.contains(&part.role))
            .map(|part| part.entity)
            .collect()
    };
    let (first, second) = (fillers(one), fillers(other));
    if first.is_empty() || second.is_empty() {
        Meeting::Open
    } else if first.iter().any(|entity| second.contains(entity)) {
        Meeting::Shared
    } else {
        Meeting::Apart
    }
}
