//! Several tellings of one happening: one situation with several triggers.

use crate::extract::{Role, Situation, Status};
use crate::resolve::EntityId;

use super::Draft;

/// How many sentences back a definite noun looks for what it takes up, in situations.
const REACH: usize = 40;

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
    let recipients = compare(
        one,
        other,
        &[Role::Target, Role::Addressee, Role::Beneficiary],
    );
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
