//! Antecedents that are not a single mention before the pronoun: those after it, pairs, and nouns that name no actor.

use super::context::{Context, Seen, is_subject};
use super::pronoun::{Candidate, gender_fits, weight};
use crate::annotate::{Dep, Pos};
use crate::knowledge::language::phrases;
use crate::knowledge::world::EntityKind;
use crate::resolve::EntityId;
use crate::resolve::linking::Roster;

/// "In his speech, Rivera said": the subject that follows a fronted phrase.
pub(super) fn after(context: &Context, roster: &Roster, number: usize) -> Option<Candidate> {
    let annotated = context.annotated();
    let draft = &context.input.drafts[number];
    let token = draft.head_token;
    if context.quoting(token).next().is_some() {
        return spoken_of(context, roster, number);
    }
    let root = annotated.ancestors(token).last()?;
    let subject = annotated.child(root, Dep::Nsubj)?;
    if subject <= token || annotated.ancestors(token).any(|at| at == subject) {
        return None;
    }
    let other = context.by_token[subject]?;
    let id = context.linked[other]?;
    let person = draft.kind == EntityKind::Person;
    let fits = person == (roster.kind(id) == EntityKind::Person)
        && gender_fits(roster.entity(id).gender, draft.gender);
    let many = draft.kind == EntityKind::Group;
    (fits && !many).then(|| Candidate {
        weight: 40,
        token: subject,
        entities: Some(vec![id]),
    })
}

/// "'He lied,' X said of Y": the one of whom a quotation is said.
fn spoken_of(context: &Context, roster: &Roster, number: usize) -> Option<Candidate> {
    let annotated = context.annotated();
    let draft = &context.input.drafts[number];
    let cues = context
        .quoting(draft.head_token)
        .filter_map(|speech| speech.cue_token);
    let object = cues
        .flat_map(|cue| annotated.children_by(cue, Dep::Prep))
        .filter(|&preposition| matches!(annotated.lower(preposition), "of" | "about"))
        .find_map(|preposition| annotated.child(preposition, Dep::Pobj))?;
    let entities = context.entities_at(object);
    let one = (entities.len() == 1).then(|| entities[0])?;
    let fits = match draft.kind {
        EntityKind::Person => {
            roster.kind(one) == EntityKind::Person
                && gender_fits(roster.entity(one).gender, draft.gender)
        }
        EntityKind::Group => roster.entity(one).plural || roster.kind(one) == EntityKind::Group,
        _ => roster.kind(one) != EntityKind::Person,
    };
    fits.then_some(Candidate {
        weight: 55,
        token: object,
        entities: Some(entities),
    })
}

/// Two or more mentions that one plural pronoun takes up: coordinated ("A and B … they"), or the subject and the
/// object of a meeting ("A met B. They …").
pub(super) fn pairs(context: &Context, roster: &Roster, number: usize) -> Vec<Candidate> {
    let annotated = context.annotated();
    let token = context.input.drafts[number].head_token;
    if !matches!(annotated.lower(token), "they" | "them" | "their" | "theirs") {
        return Vec::new();
    }
    let sentence = annotated.sentence_of(token);
    let near = |seen: &&Seen| seen.sentence + 2 >= sentence;
    let recent = context.seen.iter().rev().take_while(near);
    recent
        .filter(|seen| seen.token < token && seen.subject && seen.entities.len() == 1)
        .filter_map(|seen| {
            let entities = joined(context, roster, seen)?;
            Some(Candidate {
                weight: weight(context, seen, token) + 7,
                token: seen.token,
                entities: Some(entities),
            })
        })
        .collect()
}

/// A mention with those that are coordinated with it or that its subject meets, where all are of one kind.
fn joined(context: &Context, roster: &Roster, seen: &Seen) -> Option<Vec<EntityId>> {
    let annotated = context.annotated();
    let mut entities = seen.entities.clone();
    let mut at = seen.token;
    while let Some(next) = annotated.child(at, Dep::Conj) {
        entities.extend(context.entities_at(next));
        at = next;
    }
    let meets = annotated
        .head(seen.token)
        .filter(|&verb| seen.subject && phrases().meeting.contains(annotated.lemma(verb)));
    if let Some(object) = meets.and_then(|verb| annotated.child(verb, Dep::Dobj)) {
        entities.extend(context.entities_at(object));
    }
    let kind = roster.kind(entities[0]);
    let alike = entities.iter().all(|&id| roster.kind(id) == kind);
    let actors = !matches!(
        kind,
        EntityKind::City
            | EntityKind::Region
            | EntityKind::Place
            | EntityKind::Post
            | EntityKind::Group
    );
    entities.dedup();
    (entities.len() > 1 && alike && actors).then_some(entities)
}

/// Nouns that name no actor, but to which "it" and "they" may go as well.
pub(super) fn things(context: &Context, number: usize) -> Vec<Candidate> {
    let draft = &context.input.drafts[number];
    let annotated = context.annotated();
    let token = draft.head_token;
    if draft.kind == EntityKind::Person {
        return Vec::new();
    }
    let sentence = annotated.sentence_of(token);
    let first = annotated.sentences[sentence.saturating_sub(1)].start;
    let plural = draft.kind == EntityKind::Group;
    (first..token)
        .filter(|&at| annotated.pos(at) == Pos::Noun && context.by_token[at].is_none())
        .filter(|&at| crate::resolve::mentions::is_plural(annotated, at) == plural)
        .filter(|&at| matches!(annotated.dep(at), Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj))
        .map(|at| {
            let distance = i32::try_from(sentence - annotated.sentence_of(at)).unwrap_or(0);
            let role = if is_subject(annotated, at) { 8 } else { 5 };
            let quoted = context.quoting(at).count() > context.quoting(token).count();
            Candidate {
                weight: 40 - 12 * distance + role
                    - i32::try_from((token - at) / 12).unwrap_or(0)
                    - i32::from(quoted) * 10,
                token: at,
                entities: None,
            }
        })
        .collect()
}
