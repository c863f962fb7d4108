//! Both sides of a contested proposition: the same happening under another status or on another's word.

use std::collections::BTreeMap;

use crate::extract::{Situation, SituationId, Status, events};

/// Links situations of one type with the same participants that were not told as one because their status differs, or
/// because several sources each tell theirs.
pub fn link_propositions(situations: &mut [Situation]) {
    let mut by_type: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, situation) in situations.iter().enumerate() {
        by_type
            .entry(situation.event_type.clone())
            .or_default()
            .push(number);
    }
    for group in by_type.values() {
        for (place, &one) in group.iter().enumerate() {
            for &other in &group[place + 1..] {
                if is_contested(&situations[one], &situations[other]) {
                    situations[one].same_proposition.push(SituationId(other));
                    situations[other].same_proposition.push(SituationId(one));
                }
            }
        }
    }
}

fn is_contested(one: &Situation, other: &Situation) -> bool {
    let denied = |situation: &Situation| situation.status == Status::Denied;
    let sides = denied(one) != denied(other) || one.status != other.status;
    sides && events::same_participants(one, other) && !apart_in_time(one, other)
}

/// Whether both have days of their own, and different ones.
fn apart_in_time(one: &Situation, other: &Situation) -> bool {
    let days = |situation: &Situation| {
        let time = situation
            .time
            .as_ref()
            .filter(|time| time.expression.is_some())?;
        Some((time.earliest?, time.latest?))
    };
    match (days(one), days(other)) {
        (Some((start, end)), Some((first, last))) => end < first || last < start,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{Facts, Status};
    use crate::pipeline::Pipeline;
    use crate::read::Document;

    fn contested(facts: &Facts, event_type: &str) -> Vec<(Status, Vec<Status>)> {
        facts
            .situations
            .iter()
            .filter(|situation| situation.event_type == event_type)
            .map(|situation| {
                let others = situation.same_proposition.iter();
                let statuses = others.map(|id| facts.situations[id.0].status).collect();
                (situation.status, statuses)
            })
            .collect()
    }

    #[test]
    fn a_denial_is_linked_to_the_assertion_that_it_denies() {
        let pipeline = Pipeline::new().unwrap();
        let text = "France said that Russia had attacked Ukraine. Russia denied that it had attacked Ukraine.";
        let facts = pipeline.facts(Document::new("case", text));
        let sides = contested(&facts, "attack");
        assert_eq!(
            sides,
            [
                (Status::Reported, vec![Status::Denied]),
                (Status::Denied, vec![Status::Reported])
            ]
        );
    }

    #[test]
    fn what_others_did_is_no_side_of_it() {
        let pipeline = Pipeline::new().unwrap();
        let text = "France said that Russia had attacked Ukraine. Iran denied that it had attacked Israel.";
        let facts = pipeline.facts(Document::new("case", text));
        assert!(
            contested(&facts, "attack")
                .iter()
                .all(|(_, others)| others.is_empty())
        );
    }
}
