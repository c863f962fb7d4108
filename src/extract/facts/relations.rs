//! What a phrase says of its entity by the names in it: of which state, in which place, member of what.

use super::{Phrase, describes, single};
use crate::extract::EntityFact;
use crate::knowledge::language::Family;
use crate::knowledge::world::{EntityKind, Gender};
use crate::resolve::{EntityId, Form, Mention};

/// Facts of one mention of an actor or place.
pub(super) fn facts(phrase: &Phrase) -> Vec<EntityFact> {
    let Some(entity) = phrase.entity().filter(|_| describes(phrase.mention)) else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    for other in phrase.inside() {
        let Some(id) = single(other).filter(|&id| id != entity) else {
            continue;
        };
        facts.extend(relation(phrase, entity, other, id));
    }
    facts
}

fn relation(
    phrase: &Phrase,
    entity: EntityId,
    other: &Mention,
    id: EntityId,
) -> Option<EntityFact> {
    use EntityKind as K;
    let (kind, of) = (phrase.kind(entity), phrase.kind(id));
    match (kind, of) {
        (K::Government, K::State | K::Region) => government(phrase, entity, id),
        (K::Person, K::Person) => family(phrase, entity, other, id),
        (K::Person | K::Group, K::State) => national(phrase, entity, other, id),
        (K::Person | K::Group, _) => belongs(phrase, entity, other, id),
        (K::City, K::State | K::Region) if phrase.words().any(|word| word == "capital") => {
            Some(phrase.fact(entity, "capitalOf", id, "facts/capital"))
        }
        (K::City | K::Region | K::Place, K::State | K::Region | K::City | K::Place) => {
            located(phrase, entity, other, id)
        }
        (
            K::Organisation
            | K::MilitaryForce
            | K::ArmedGroup
            | K::Company
            | K::MediaOutlet
            | K::PoliticalParty,
            K::State | K::Region,
        ) => of_state(phrase, entity, other, id),
        _ => None,
    }
}

fn government(phrase: &Phrase, entity: EntityId, id: EntityId) -> Option<EntityFact> {
    let same = phrase.resolved.entity(entity).state == phrase.resolved.entity(id).state;
    same.then(|| phrase.fact(entity, "governmentOf", id, "facts/government"))
}

/// "the Turkish army", "the Parliament of Arland", "state-owned".
fn of_state(
    phrase: &Phrase,
    entity: EntityId,
    other: &Mention,
    id: EntityId,
) -> Option<EntityFact> {
    let before = other.span.end <= phrase.mention.head.start
        || phrase.mention.form == Form::Name && phrase.mention.head.contains(other.span);
    let joint = preposition(phrase, other);
    let owned = phrase.words().any(|word| word == "owned");
    if owned && before {
        return Some(phrase.fact(entity, "ownedBy", id, "facts/owned"));
    }
    (before || joint == Some("of")).then(|| phrase.fact(entity, "country", id, "facts/state"))
}

/// "a camp at Ain Issa", "a town in the north of Arland".
fn located(phrase: &Phrase, entity: EntityId, other: &Mention, id: EntityId) -> Option<EntityFact> {
    let joint = preposition(phrase, other)?;
    let inside =
        matches!(joint, "in" | "at" | "near" | "of") && other.span.start >= phrase.mention.head.end;
    (inside && joint != "near").then(|| phrase.fact(entity, "locatedIn", id, "facts/place"))
}

/// "Russian oligarch X": by name only, and not by a state office.
fn national(
    phrase: &Phrase,
    entity: EntityId,
    other: &Mention,
    id: EntityId,
) -> Option<EntityFact> {
    let office = phrase.resolved.mentions[phrase.id.0 + 1..]
        .iter()
        .take_while(|inner| inner.span.start < phrase.mention.span.end)
        .any(|inner| inner.kind == EntityKind::Post);
    let named = phrase.mention.form == Form::Name && phrase.kind(entity) == EntityKind::Person;
    let adjective = other.form == Form::Adjective && other.span.end <= phrase.mention.head.start;
    (named && adjective && !office)
        .then(|| phrase.fact(entity, "nationality", id, "facts/nationality"))
}

/// "members of X", "an X spokesperson", "RTHK reporters".
fn belongs(phrase: &Phrase, entity: EntityId, other: &Mention, id: EntityId) -> Option<EntityFact> {
    let body = !matches!(
        phrase.kind(id),
        EntityKind::City
            | EntityKind::Region
            | EntityKind::Place
            | EntityKind::Group
            | EntityKind::NamedEvent
            | EntityKind::Document
    );
    if !body || phrase.mention.form == Form::Office {
        return None;
    }
    let words: Vec<&str> = phrase.words().collect();
    let says = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let member = says(&[
        "member",
        "members",
        "mp",
        "mps",
        "senator",
        "senators",
        "lawmaker",
        "lawmakers",
        "fighter",
        "fighters",
        "militants",
    ]);
    if says(&[
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "spokesmen",
        "spokespeople",
    ]) {
        return Some(phrase.fact(entity, "speaksFor", id, "facts/spokesperson"));
    }
    if member
        && (preposition(phrase, other) == Some("of") || other.span.end <= phrase.mention.head.start)
    {
        return Some(phrase.fact(entity, "memberOf", id, "facts/member"));
    }
    let works = says(&[
        "reporter",
        "reporters",
        "officer",
        "officers",
        "official",
        "officials",
        "employee",
        "employees",
        "journalist",
        "journalists",
        "correspondent",
        "staffer",
        "staffers",
        "aide",
        "aides",
        "worker",
        "workers",
        "executive",
        "executives",
        "lawyer",
        "lawyers",
    ]);
    (works && phrase.kind(id) != EntityKind::Person && phrase.mention.form == Form::Nominal)
        .then(|| phrase.fact(entity, "worksFor", id, "facts/work"))
}

/// "his wife Jill", "the president's son".
fn family(phrase: &Phrase, entity: EntityId, other: &Mention, id: EntityId) -> Option<EntityFact> {
    let annotated = &phrase.resolved.annotated;
    let tokens = annotated.tokens_within(phrase.mention.span);
    let table = &phrase.knowledge.language.family;
    let noun = tokens
        .clone()
        .find(|&token| table.contains_key(annotated.lemma(token)))?;
    let (relation, gender) = table.get(annotated.lemma(noun))?;
    let possessor = other.head_token < noun && annotated.head(other.head_token).is_some();
    if !possessor || disagrees(phrase, entity, *gender) {
        return None;
    }
    Some(match relation {
        Family::Spouse => phrase.fact(entity, "spouseOf", id, "facts/family"),
        Family::Child => phrase.fact(entity, "childOf", id, "facts/family"),
        Family::Parent => phrase.fact(id, "childOf", entity, "facts/family"),
        Family::Sibling => phrase.fact(entity, "siblingOf", id, "facts/family"),
    })
}

fn disagrees(phrase: &Phrase, entity: EntityId, gender: Option<Gender>) -> bool {
    let known = phrase.resolved.entity(entity).gender;
    known.is_some() && gender.is_some() && known != gender
}

/// The preposition right before a mention, its article left out.
fn preposition<'a>(phrase: &Phrase<'a>, other: &Mention) -> Option<&'a str> {
    let annotated = &phrase.resolved.annotated;
    let first = annotated.tokens_within(other.span).start;
    let before = first.checked_sub(1)?;
    let before = if annotated.lower(before) == "the" {
        before.checked_sub(1)?
    } else {
        before
    };
    (annotated.head(before) == Some(phrase.mention.head_token)).then(|| annotated.lower(before))
}
