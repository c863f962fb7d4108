//! Which of the persons named in an article an office means: those whom its own words give the office and
//! those who hold such a post on the day by the tables, the ones already spoken of before the others.

use super::binding::bound;
use super::context::{Context, Seen, is_subject};
use super::office::Told;
use crate::knowledge::language::Tense;
use crate::resolve::EntityId;
use crate::resolve::linking::Roster;
use crate::resolve::mentions::Office;
use crate::resolve::offices::{self, Owner};

/// The article's own words give the office.
pub(super) const TOLD: &str = "office/told";
/// The tables give the office to somebody named in the article.
const TENURE_OF_NAMED: &str = "office/tenure-of-named";

/// How many mentions of a person count.
const MENTIONS: usize = 4;

/// Somebody who may be meant.
struct Candidate {
    person: EntityId,
    told: bool,
}

/// The person of the article who holds the office, with the rule that found him; none over a tie.
pub(super) fn named(
    context: &Context,
    roster: &Roster,
    office: &Office,
    whose: &Owner,
    token: usize,
) -> Option<(EntityId, &'static str)> {
    let mut candidates = told(context, roster, office, whose);
    for person in by_tenure(context, roster, office, whose) {
        if candidates.iter().all(|other| other.person != person) {
            candidates.push(Candidate {
                person,
                told: false,
            });
        }
    }
    candidates.retain(|candidate| !beside(context, candidate.person, token));
    let before = |candidate: &Candidate| weight(context, roster, candidate, token);
    let mut weighed: Vec<(i32, &Candidate)> = candidates
        .iter()
        .filter_map(|candidate| before(candidate).map(|weight| (weight, candidate)))
        .collect();
    weighed.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.person.cmp(&b.1.person)));
    let chosen = match (weighed.as_slice(), candidates.as_slice()) {
        ([], [only]) => only,
        ([(_, only)], _) => *only,
        ([(first, best), (second, _), ..], _) if first > second => *best,
        _ => return None,
    };
    let rule = if chosen.told { TOLD } else { TENURE_OF_NAMED };
    Some((chosen.person, rule))
}

/// Whether a person stands beside the office as another argument of the same verb: the president who warned Arno Velt is
/// not Arno Velt (Chomsky 1981, principle C).
pub(super) fn beside(context: &Context, person: EntityId, token: usize) -> bool {
    let drafts = context.input.drafts.iter().zip(&context.linked);
    drafts
        .filter(|(_, linked)| **linked == Some(person))
        .any(|(draft, _)| bound(context.annotated(), draft.head_token, token))
}

/// The persons whom the article tells to hold the office.
fn told(context: &Context, roster: &Roster, office: &Office, whose: &Owner) -> Vec<Candidate> {
    let former = office.tense == Tense::Former;
    let fits = |told: &&Told| {
        offices::same_title(roster, &told.title, &office.title)
            && told.former == former
            && agrees(&told.owner, whose)
    };
    let mut persons: Vec<EntityId> = context
        .told
        .iter()
        .filter(fits)
        .map(|told| told.person)
        .collect();
    persons.sort_unstable();
    persons.dedup();
    let candidate = |person| Candidate { person, told: true };
    persons.into_iter().map(candidate).collect()
}

/// Whether the owner told of is the one asked for, as far as either is known.
fn agrees(told: &Owner, asked: &Owner) -> bool {
    let same_state = asked.state.is_none() || told.state.is_none() || told.state == asked.state;
    let same_body = asked.body.is_none() || told.body == asked.body;
    same_state && same_body
}

/// The persons named in the article who hold such an office on the day by the tables.
fn by_tenure(context: &Context, roster: &Roster, office: &Office, whose: &Owner) -> Vec<EntityId> {
    if whose.body.is_some() || office.tense == Tense::Former {
        return Vec::new();
    }
    let mut persons: Vec<EntityId> = context.linked.iter().flatten().copied().collect();
    persons.sort_unstable();
    persons.dedup();
    persons.retain(|&person| holds(roster, office, whose, person));
    persons
}

fn holds(roster: &Roster, office: &Office, whose: &Owner, person: EntityId) -> bool {
    let world = &roster.knowledge.world;
    let Some(record) = roster.entity(person).record else {
        return false;
    };
    let tenures = world.tenures_of(record).iter();
    tenures
        .filter(|tenure| roster.day.is_none_or(|day| tenure.covers(day)))
        .any(|tenure| {
            let state = world.record(tenure.post).state;
            let asked = whose.state.is_none() || whose.state.as_deref() == state;
            asked
                && world
                    .posts_by_title(&office.title, state)
                    .contains(&tenure.post)
        })
}

/// How much a candidate is spoken of before the office; none if not at all.
fn weight(context: &Context, roster: &Roster, candidate: &Candidate, token: usize) -> Option<i32> {
    let annotated = context.annotated();
    let sentence = annotated.sentence_of(token);
    let of = |seen: &&Seen| seen.token < token && seen.entities.contains(&candidate.person);
    let mut mentions = context.seen.iter().rev().filter(of).take(MENTIONS);
    let last = mentions.next()?;
    let recency = match sentence - last.sentence {
        0 => 5,
        1 => 3,
        2 => 1,
        _ => 0,
    };
    let state = context.state_at(sentence, roster);
    let central = state.is_some() && roster.entity(candidate.person).state == state;
    let subject = is_subject(annotated, last.token) && is_subject(annotated, token);
    Some(
        i32::try_from(mentions.count()).unwrap_or(0)
            + recency
            + i32::from(candidate.told) * 2
            + i32::from(central) * 2
            + i32::from(subject),
    )
}
