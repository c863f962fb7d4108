//! A sentence in the third person about a situation.

use crate::extract::{Role, Situation};
use crate::knowledge::events::Events;
use crate::resolve::Resolved;

/// "Boris Johnson warns Vladimir Putin"; "Vladimir Putin is warned"; "warning" where nobody is named.
#[must_use]
pub fn label(situation: &Situation, resolved: &Resolved, events: &Events) -> String {
    let agents = names(situation, resolved, &[Role::Agent, Role::Holder]);
    let others = names(
        situation,
        resolved,
        &[
            Role::Target,
            Role::Addressee,
            Role::Beneficiary,
            Role::NewMember,
        ],
    );
    let rest = names(situation, resolved, &[Role::Theme, Role::Topic]);
    let known = events.event_type(&situation.event_type);
    let plain = situation.event_type.replace('-', " ");
    let active = known.map_or_else(|| third_person(&plain), |known| known.active.clone());
    let passive = known.and_then(|known| known.passive.clone());
    let words = match (agents.is_empty(), passive) {
        (false, _) if others.is_empty() => format!("{agents} {}", alone(&active, &rest)),
        (false, _) => [agents, active, others].join(" "),
        (true, Some(passive)) if !others.is_empty() => format!("{others} {passive}"),
        (true, Some(passive)) if !rest.is_empty() => format!("{rest} {passive}"),
        (true, _) => [plain + ":", others, rest].join(" "),
    };
    words.trim().trim_end_matches(':').trim().to_owned()
}

/// A verb without the other side: its preposition is left out ("calls on" nobody), what it is about is set after a colon.
fn alone(verb: &str, rest: &str) -> String {
    const PREPOSITIONS: [&str; 5] = ["to", "on", "with", "from", "against"];
    let bare = verb
        .rsplit_once(' ')
        .filter(|(_, last)| PREPOSITIONS.contains(last));
    match bare {
        None => format!("{verb} {rest}"),
        Some((bare, _)) if rest.is_empty() => bare.to_owned(),
        Some((bare, _)) => format!("{bare}: {rest}"),
    }
}

fn names(situation: &Situation, resolved: &Resolved, roles: &[Role]) -> String {
    let of_roles = situation
        .participants
        .iter()
        .filter(|one| roles.contains(&one.role));
    let each: Vec<&str> = of_roles
        .map(|one| resolved.entity(one.entity).label.as_str())
        .collect();
    match each.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

fn third_person(verb: &str) -> String {
    let (first, rest) = verb
        .split_once(' ')
        .map_or((verb, ""), |(first, rest)| (first, rest));
    let end = match first {
        _ if first.ends_with(['s', 'x', 'z', 'o'])
            || first.ends_with("ch")
            || first.ends_with("sh") =>
        {
            format!("{first}es")
        }
        _ if first.ends_with('y')
            && !first.ends_with(['a', 'e', 'o'])
            && !is_vowel_before_last(first) =>
        {
            format!("{}ies", &first[..first.len() - 1])
        }
        _ => format!("{first}s"),
    };
    format!("{end} {rest}").trim().to_owned()
}

fn is_vowel_before_last(word: &str) -> bool {
    word.chars()
        .rev()
        .nth(1)
        .is_some_and(|c| "aeiou".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_need_somebody_after_them() {
        assert_eq!(alone("deploys forces to", ""), "deploys forces");
        assert_eq!(
            alone("deploys forces to", "two brigades"),
            "deploys forces: two brigades"
        );
        assert_eq!(alone("expels", "two envoys"), "expels two envoys");
    }

    #[test]
    fn verbs_take_their_endings() {
        assert_eq!(third_person("carry"), "carries");
        assert_eq!(third_person("pass over"), "passes over");
    }
}
