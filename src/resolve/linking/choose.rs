//! Which of the things that bear a name is meant.

use crate::annotate::{Annotated, Dep, NameLabel};
use crate::knowledge::World;
use crate::knowledge::world::{AliasKind, EntityKind, Reading, RecordId};
use crate::resolve::gazetteer::Name;
use crate::resolve::mentions::Draft;
use jiff::civil::Date;

/// What speaks for and against a reading, apart from the name itself.
pub(crate) struct Evidence<'a> {
    pub(crate) annotated: &'a Annotated,
    pub(crate) world: &'a World,
    pub(crate) day: Option<Date>,
    /// Codes of the states that the article names otherwise, the most frequent first.
    pub(crate) states: &'a [String],
    /// Codes of the states to which a place or person with an unambiguous name in the article belongs.
    pub(crate) supported: &'a [String],
    /// Records that the article names in full.
    pub(crate) present: &'a [RecordId],
}

/// The reading that fits best, where one does and no other fits as well.
///
/// Metonyms are left to their own stage: here a capital is a city.
pub(crate) fn choose(evidence: &Evidence, draft: &Draft, name: &Name) -> Option<RecordId> {
    let mut scored: Vec<(i32, Reading)> = name
        .readings
        .iter()
        .filter(|reading| reading.kind != AliasKind::Adjective)
        .map(|reading| (score(evidence, draft, name, reading), *reading))
        .collect();
    scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.record.cmp(&b.1.record)));
    let (best, reading) = *scored.first()?;
    let tied = scored
        .get(1)
        .is_some_and(|(second, other)| *second == best && other.record != reading.record);
    (best >= 3 && !tied).then_some(reading.record)
}

fn score(evidence: &Evidence, draft: &Draft, name: &Name, reading: &Reading) -> i32 {
    let kind = evidence.world.kind(reading.record);
    let record = evidence.world.record(reading.record);
    let mut score = match reading.kind {
        AliasKind::Name => 4,
        AliasKind::Short => 1,
        AliasKind::Metonym => 2,
        AliasKind::Adjective => 0,
    };
    score += by_label(name, kind) + by_place(evidence, draft, kind);
    match draft.class {
        Some(class) if class == kind => score += 1,
        Some(class) if !same_class(class, kind) => score -= 6,
        _ => {}
    }
    if draft.office.is_some() {
        score += if kind == EntityKind::Person { 3 } else { -6 };
    }
    if name.tokens.len() > 1 && reading.kind == AliasKind::Name {
        score += 2;
    }
    if evidence.day.is_some_and(|day| !record.existed(day)) {
        score -= 2;
    }
    score += here(evidence, record.state);
    score +=
        i32::from(reading.kind == AliasKind::Short && evidence.present.contains(&reading.record))
            * 2;
    if is_cut_short(evidence, name, record.state) && is_body(kind) {
        score -= 6;
    }
    match kind {
        EntityKind::Person => score += person(evidence, reading, name),
        EntityKind::State if is_province(evidence, name) => score -= 3,
        EntityKind::State => score += 2,
        EntityKind::City | EntityKind::Region | EntityKind::Place => {
            score += size(record.population);
        }
        _ => {}
    }
    score
}

/// Whether "of" and another name follow, so that the name is only the beginning of a longer one ("the Democratic
/// Alliance of Arland"), unless that is the state of the thing.
fn is_cut_short(evidence: &Evidence, name: &Name, state: Option<&str>) -> bool {
    let annotated = evidence.annotated;
    let end = name.tokens.end;
    let capital = |token: usize| annotated.text(token).starts_with(char::is_uppercase);
    let longer = name.tokens.len() > 1
        && annotated.lower_at(end) == Some("of")
        && end + 1 < annotated.tokens.len()
        && capital(end + 1);
    longer
        && state.is_none_or(|state| {
            let own = evidence.world.readings(annotated.text(end + 1));
            !own.iter()
                .any(|reading| evidence.world.record(reading.record).state == Some(state))
        })
}

fn is_body(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Organisation | EntityKind::PoliticalParty | EntityKind::ArmedGroup
    )
}

/// Whether the article speaks of the state to which something belongs, and most of it.
fn here(evidence: &Evidence, state: Option<&str>) -> i32 {
    let place = state.and_then(|state| evidence.states.iter().position(|code| code == state));
    match place {
        Some(0) => 3,
        Some(_) => 2,
        None => 0,
    }
}

/// Whether another reading is a region of the state of which the article speaks most ("Georgia" in news of
/// the United States), and nothing else in the article belongs to the state of that name.
fn is_province(evidence: &Evidence, name: &Name) -> bool {
    let most = evidence.states.first().map(String::as_str);
    let own = name
        .readings
        .iter()
        .map(|reading| evidence.world.record(reading.record))
        .find(|record| record.kind == EntityKind::State)
        .and_then(|record| record.state);
    if own.is_some_and(|own| evidence.supported.iter().any(|code| code == own)) {
        return false;
    }
    name.readings.iter().any(|reading| {
        let record = evidence.world.record(reading.record);
        record.kind == EntityKind::Region && record.state.is_some() && record.state == most
    })
}

/// Whether a thing may be what a common noun before its name says.
fn same_class(class: EntityKind, kind: EntityKind) -> bool {
    use EntityKind as K;
    let group = |kind: K| match kind {
        K::Person => 0,
        K::State | K::Government => 1,
        K::City | K::Region | K::Place => 2,
        _ => 3,
    };
    let state = |kind: K| matches!(kind, K::State | K::Region | K::City);
    group(class) == group(kind) || state(class) && state(kind)
}

/// What the tagger's label says of a kind.
fn by_label(name: &Name, kind: EntityKind) -> i32 {
    use EntityKind as K;
    let place = matches!(kind, K::State | K::City | K::Region | K::Place);
    let person = kind == K::Person;
    match name.label {
        Some(NameLabel::Person) if person => 3,
        Some(NameLabel::Person) if name.tokens.len() > 1 || name.readings.len() == 1 && !place => {
            -1
        }
        Some(NameLabel::Person) => -2,
        Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac) if place => 2,
        Some(NameLabel::Gpe | NameLabel::Loc | NameLabel::Fac) if person => -2,
        Some(NameLabel::Org) if person => -1,
        Some(NameLabel::Org) if !place => 1,
        _ => 0,
    }
}

/// "in X", "near X": a place.
fn by_place(evidence: &Evidence, draft: &Draft, kind: EntityKind) -> i32 {
    let annotated = evidence.annotated;
    let object = annotated.dep(draft.head_token) == Dep::Pobj;
    let locative = object
        && annotated.head(draft.head_token).is_some_and(|preposition| {
            matches!(
                annotated.lower(preposition),
                "in" | "near" | "at" | "outside" | "across"
            )
        });
    let place = matches!(
        kind,
        EntityKind::State | EntityKind::City | EntityKind::Region | EntityKind::Place
    );
    match (locative, place, kind) {
        (true, true, _) => 1,
        (true, _, EntityKind::Person) => -2,
        _ => 0,
    }
}

/// A surname alone needs one who is in office on the day; a full name is stronger if he was near it.
fn person(evidence: &Evidence, reading: &Reading, name: &Name) -> i32 {
    let tenures = evidence.world.tenures_of(reading.record);
    let Some(day) = evidence.day else {
        return i32::from(name.tokens.len() > 1);
    };
    let now = tenures.iter().any(|tenure| tenure.covers(day));
    let year = i32::from(day.year());
    let near = tenures.iter().any(|tenure| {
        let since = tenure.since.map_or(1900, |since| i32::from(since.year()));
        let until = tenure.until.map_or(year, |until| i32::from(until.year()));
        since - 25 <= year && year <= until + 25
    });
    match (now, near) {
        (true, _) => 2,
        (false, true) => 0,
        (false, false) if tenures.is_empty() => 0,
        (false, false) => -2,
    }
}

fn size(population: u32) -> i32 {
    match population {
        1_000_000.. => 2,
        200_000.. => 1,
        _ => 0,
    }
}
