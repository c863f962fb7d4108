//! Where a source of a role looks, whom an argument there means, and whether they can be what the role makes them.

use crate::annotate::{Pos, Relation};
use crate::extract::Role;
use crate::knowledge::events::{Filler, Source};
use crate::knowledge::world::EntityKind;

use super::Finder;
use super::actors::{Actor, is_actor};
use super::pool::Candidate;

/// Whether a candidate stands where a source looks.
pub(super) fn stands(finder: &Finder<'_>, source: &Source, candidate: Candidate) -> bool {
    let annotated = &finder.resolved.annotated;
    match source {
        Source::Subject => candidate.relation == Relation::Subject,
        Source::Possessor => {
            candidate.relation == Relation::Subject && candidate.preposition.is_none()
        }
        Source::Object => candidate.relation == Relation::Object,
        Source::Dative => candidate.relation == Relation::Dative,
        Source::Clause => candidate.relation == Relation::Clause,
        Source::Complement => candidate.relation == Relation::Complement,
        Source::Modifier => candidate.relation == Relation::Modifier,
        Source::Adjective => {
            candidate.relation == Relation::Modifier && is_adjective(finder, candidate.token)
        }
        Source::Compound => {
            candidate.relation == Relation::Modifier && !is_adjective(finder, candidate.token)
        }
        Source::After(word) => candidate
            .preposition
            .is_some_and(|at| annotated.lower(at) == word),
        Source::ClauseSubject | Source::Concerned => false,
    }
}

/// "Russian", "US", "UN": adjectives of states and acronyms; a hyphenated "US-led" is one too.
fn is_adjective(finder: &Finder<'_>, token: usize) -> bool {
    let annotated = &finder.resolved.annotated;
    let text = annotated.text(token);
    let acronym = text.len() <= 6 && text.chars().all(|c| c.is_uppercase() || c == '.');
    annotated.pos(token) == Pos::Adj
        || acronym
        || annotated.lemma(token) != annotated.text(token) && annotated.pos(token) != Pos::Noun
        || is_demonym(finder, token)
        || finder.events.is_in_class("people", annotated.lemma(token))
        || is_plural_name(text)
}

/// States and unions whose name is of two words and serves as their adjective.
fn is_plural_name(last: &str) -> bool {
    matches!(
        last,
        "States" | "Kingdom" | "Union" | "Nations" | "Emirates"
    )
}

fn is_demonym(finder: &Finder<'_>, token: usize) -> bool {
    let mention = finder
        .resolved
        .mention_of(token)
        .map(|id| finder.resolved.mention(id));
    mention.is_some_and(|mention| {
        mention.form == crate::resolve::Form::Adjective
            || matches!(
                mention.kind,
                EntityKind::ArmedGroup
                    | EntityKind::MilitaryForce
                    | EntityKind::Group
                    | EntityKind::IntergovernmentalOrganisation
                    | EntityKind::Organisation
                    | EntityKind::PoliticalParty
                    | EntityKind::Person
            )
    })
}

/// Whom a candidate means in a role.
pub(super) fn meant(
    finder: &Finder<'_>,
    filler: Filler,
    source: &Source,
    candidate: Candidate,
) -> Vec<Actor> {
    let mut found = finder.named(candidate.token);
    if found.is_empty() && candidate.relation == Relation::Modifier {
        found = finder.owner(candidate.token, &[]);
    } else if found.is_empty() && !matches!(filler, Filler::Place) && has_owner(finder, candidate) {
        let role = first_role(filler);
        let through: &[&str] = match (role, source) {
            (Some(Role::Agent), _) => &["by", "of"],
            (
                Some(
                    Role::Theme
                    | Role::Instrument
                    | Role::Topic
                    | Role::Holder
                    | Role::NewMember
                    | Role::Participant,
                ),
                _,
            ) => return found,
            _ => &["of", "by", "from", "against", "in", "on"],
        };
        found = finder.owner(candidate.token, through);
        if role == Some(Role::Agent) {
            found.retain(|actor| !is_location(finder, *actor));
        }
    }
    found.retain(|actor| suits(finder, filler, *actor));
    found
}

/// Whether who owns a thing may stand for it: no clause, and no subject that was handed down ("demands included leaving").
fn has_owner(finder: &Finder<'_>, candidate: Candidate) -> bool {
    let annotated = &finder.resolved.annotated;
    let lemma = annotated.lemma(candidate.token);
    let people = ["people", "troops"]
        .iter()
        .any(|class| finder.events.is_in_class(class, lemma));
    let handed = candidate.inherited && candidate.relation == Relation::Subject;
    !matches!(annotated.pos(candidate.token), Pos::Verb | Pos::Aux) && (people || !handed)
}

/// A city or region before or after a noun is where it is, no doer: "a bombing in Arlstadt".
fn is_location(finder: &Finder<'_>, actor: Actor) -> bool {
    matches!(
        finder.resolved.entity(actor.entity).kind,
        EntityKind::City | EntityKind::Region | EntityKind::Place
    )
}

const fn first_role(filler: Filler) -> Option<Role> {
    match filler {
        Filler::Role(role) | Filler::Sides(role, _) => Some(role),
        _ => None,
    }
}

/// Whether an entity can be what the role makes it.
pub(super) fn suits(finder: &Finder<'_>, filler: Filler, actor: Actor) -> bool {
    let kind = finder.resolved.entity(actor.entity).kind;
    match first_role(filler) {
        None => matches!(
            kind,
            EntityKind::City | EntityKind::Region | EntityKind::Place | EntityKind::State
        ),
        Some(Role::Agent) => is_actor(kind),
        Some(Role::Theme | Role::Topic | Role::Instrument) => kind != EntityKind::Post,
        Some(_) => !matches!(
            kind,
            EntityKind::Post | EntityKind::NamedEvent | EntityKind::Document
        ),
    }
}
