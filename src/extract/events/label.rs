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
        (false, _) => [
            agents,
            active,
            if others.is_empty() { rest } else { others },
        ]
        .join(" "),
        (true, Some(passive)) if !others.is_empty() => format!("{others} {passive}"),
        (true, Some(passive)) if !rest.is_empty() => format!("{rest} {passive}"),
        (true, _) => [plain + ":", others, rest].join(" "),
    };
    words.trim().trim_end_matches(':').trim().to_owned()
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
