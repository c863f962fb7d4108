//! How likely two tellings are of one happening.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::telling::{Party, PartyKind, Place, Telling};
use super::words::Weights;

/// Compares tellings.
pub(super) struct Scorer<'words> {
    weights: Weights<'words>,
}

/// A measure of likeness with its weight, and the words for it where it speaks for a link.
type Evidence = (f64, f64, &'static str);

impl<'words> Scorer<'words> {
    pub(super) fn new(tellings: &'words [Telling]) -> Self {
        Self {
            weights: Weights::of(tellings),
        }
    }

    /// Score and reason; `None` where something speaks against it.
    pub(super) fn score(
        &self,
        left: &Telling,
        right: &Telling,
        twins: bool,
    ) -> Option<(f64, String)> {
        let words = self.weights.overlap(&left.words, &right.words);
        if twins && left.event_type == right.event_type && words >= 0.6 {
            return Some((
                0.9 + 0.09 * words,
                "near-duplicate articles, same words".to_owned(),
            ));
        }
        let mut evidence = vec![kind(left, right)?, time(left, right)?];
        let (agents, recipients) = sides(left, right);
        let identity = agents.unwrap_or(0.0).max(recipients.unwrap_or(0.0));
        let place = where_told(left, right);
        if agents == Some(0.0) || recipients == Some(0.0) || place == Some(0.0) {
            return None;
        }
        let at_one_place = place.is_some_and(|likeness| likeness >= 0.9);
        let anchored = identity >= SAME_STATE || (at_one_place && words >= 0.35);
        if !anchored {
            return None;
        }
        evidence.extend(agents.map(|likeness| (likeness, 0.15, "agent")));
        evidence.extend(recipients.map(|likeness| (likeness, 0.25, "recipient")));
        evidence.extend(place.map(|likeness| (likeness, 0.12, "place")));
        evidence.extend(numbers(left, right).map(|likeness| (likeness, 0.12, "numbers")));
        evidence.push(((words * 1.6).min(1.0), 0.25, "words"));
        Some((weighted(&evidence), reason(&evidence)))
    }
}

fn weighted(evidence: &[Evidence]) -> f64 {
    let weight: f64 = evidence.iter().map(|(_, weight, _)| weight).sum();
    evidence
        .iter()
        .map(|(likeness, weight, _)| likeness * weight)
        .sum::<f64>()
        / weight
}

// "same type, day, agent; similar words"
fn reason(evidence: &[Evidence]) -> String {
    let named = |from: f64, until: f64| {
        let fitting = evidence
            .iter()
            .filter(|(likeness, ..)| (from..until).contains(likeness));
        fitting
            .map(|(.., name)| *name)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (same, similar) = (named(0.99, 2.0), named(0.5, 0.99));
    match (same.is_empty(), similar.is_empty()) {
        (false, false) => format!("same {same}; similar {similar}"),
        (false, true) => format!("same {same}"),
        (true, _) => format!("similar {similar}"),
    }
}

fn kind(left: &Telling, right: &Telling) -> Option<Evidence> {
    if left.event_type == right.event_type {
        return Some((1.0, 0.18, "type"));
    }
    (left.class.is_some() && left.class == right.class).then_some((0.5, 0.18, "type"))
}

// Days apart; what is dated by tense alone may lie some days off.
fn time(left: &Telling, right: &Telling) -> Option<Evidence> {
    const WEIGHT: f64 = 0.18;
    let (one, other) = (left.days()?, right.days()?);
    let gap = gap(one, other);
    let long = length(one).max(length(other)) > 31;
    let likeness = match (left.dated && right.dated, gap) {
        (true, 0) if !long => 1.0,
        (true, 1) if !long => 0.5,
        (true, 0) => 0.4,
        (true, _) => return None,
        (false, 0) => 0.7,
        (false, 1..=2) => 0.4,
        (false, _) => return None,
    };
    Some((likeness, WEIGHT, "day"))
}

fn gap(one: (Date, Date), other: (Date, Date)) -> i32 {
    let after = |from: Date, until: Date| from.until(until).map_or(0, |span| span.get_days());
    after(one.1, other.0).max(after(other.1, one.0)).max(0)
}

fn length((first, last): (Date, Date)) -> i32 {
    first.until(last).map_or(0, |span| span.get_days())
}

const SAME_STATE: f64 = 0.7;

// Agents with agents and recipients with recipients; the other way round where it does not matter
// who is named first.
fn sides(left: &Telling, right: &Telling) -> (Option<f64>, Option<f64>) {
    let straight = (
        likeness(&left.agents, &right.agents),
        likeness(&left.recipients, &right.recipients),
    );
    if !is_mutual(left) || !is_mutual(right) {
        return straight;
    }
    let crossed = (
        likeness(&left.agents, &right.recipients),
        likeness(&left.recipients, &right.agents),
    );
    let sum = |(one, other): (Option<f64>, Option<f64>)| one.unwrap_or(0.4) + other.unwrap_or(0.4);
    if sum(crossed) > sum(straight) {
        crossed
    } else {
        straight
    }
}

// Whether it is the same whoever of the two is named first.
fn is_mutual(telling: &Telling) -> bool {
    const CLASSES: [&str; 3] = ["CONSULT", "AGREE", "COOPERATE"];
    const TYPES: [&str; 4] = ["sign-treaty", "fight", "ceasefire", "war"];
    let event_type = telling.event_type.rsplit('/').next().unwrap_or("");
    telling.class.is_some_and(|class| CLASSES.contains(&class)) || TYPES.contains(&event_type)
}

// Each of the fewer with whom it fits best; `None` where one side names nobody.
fn likeness(one: &[Party], other: &[Party]) -> Option<f64> {
    let (fewer, more) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if fewer.is_empty() {
        return None;
    }
    let best = |party: &Party| {
        let all = more.iter().map(|other| alike(party, other));
        all.fold(0.0, f64::max)
    };
    let sum: f64 = fewer.iter().map(best).sum();
    Some(sum / fewer.len() as f64)
}

// A government, its state and its leaders act for one another; two people never do.
fn alike(one: &Party, other: &Party) -> f64 {
    let same_state = one.state.is_some() && one.state == other.state;
    match (one.identity, other.identity) {
        (Some(left), Some(right)) if left == right => 1.0,
        (Some(_), Some(_)) => {
            let kinds = [one.kind, other.kind];
            let both_people = kinds
                .iter()
                .all(|kind| matches!(kind, PartyKind::Official | PartyKind::Person));
            let for_state = kinds.contains(&PartyKind::State);
            if same_state && for_state && !both_people {
                SAME_STATE
            } else {
                0.0
            }
        }
        _ if one.state.is_some() && other.state.is_some() && !same_state => 0.0,
        _ if one.noun == other.noun && !one.noun.is_empty() => 0.8,
        (None, None) if same_state => 0.5,
        _ => 0.25,
    }
}

fn where_told(left: &Telling, right: &Telling) -> Option<f64> {
    let (one, other) = (left.place.as_ref()?, right.place.as_ref()?);
    let (Some(left), Some(right)) = (one.identity, other.identity) else {
        return (one.noun == other.noun).then_some(0.9);
    };
    let within = |inner: &Place, outer: &str| inner.around.contains(outer);
    Some(if left == right {
        1.0
    } else if one.noun == other.noun {
        0.9
    } else if within(one, right) || within(other, left) {
        0.7
    } else {
        0.0
    })
}

// The best agreement of numbers of one unit.
fn numbers(left: &Telling, right: &Telling) -> Option<f64> {
    let units: BTreeSet<&str> = left.numbers.iter().map(|(unit, _)| *unit).collect();
    let shared = right
        .numbers
        .iter()
        .filter(|(unit, _)| units.contains(unit));
    let agreements = shared.flat_map(|(unit, value)| {
        let same_unit = left.numbers.iter().filter(move |(known, _)| known == unit);
        same_unit.map(move |(_, known)| ratio(*known, *value))
    });
    agreements.reduce(f64::max)
}

fn ratio(one: f64, other: f64) -> f64 {
    let (less, more) = (one.abs().min(other.abs()), one.abs().max(other.abs()));
    if more == 0.0 { 1.0 } else { less / more }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party<'name>(identity: &'name str, state: &'name str, kind: PartyKind) -> Party<'name> {
        Party {
            identity: Some(identity),
            state: Some(state),
            kind,
            noun: identity.to_owned(),
        }
    }

    #[test]
    fn leaders_stand_for_their_state_but_not_for_one_another() {
        let state = party("state", "ARL", PartyKind::State);
        let president = party("president", "ARL", PartyKind::Official);
        let minister = party("minister", "ARL", PartyKind::Official);
        assert!(alike(&state, &president) >= SAME_STATE);
        assert!(alike(&president, &minister) == 0.0);
    }

    #[test]
    fn days_that_are_told_must_agree() {
        let on = |day: &str| Telling {
            first: day.parse().ok(),
            last: day.parse().ok(),
            dated: true,
            ..Telling::default()
        };
        assert!(time(&on("2021-03-02"), &on("2021-03-02")).is_some());
        assert!(time(&on("2021-03-02"), &on("2021-03-05")).is_none());
    }
}
