//! Filling the roles of a frame.

use crate::annotate::{Pos, Relation};
use crate::extract::{Participant, Role};
use crate::knowledge::events::{Filler, Frame, RoleLine, Source};
use crate::knowledge::world::EntityKind;
use crate::resolve::EntityId;

use super::Finder;
use super::actors::{Actor, is_actor};
use super::pool::{Candidate, Pool};

/// What a frame gets from its arguments.
#[derive(Debug, Default)]
pub(super) struct Filled {
    pub(super) participants: Vec<Participant>,
    pub(super) place: Option<EntityId>,
    pub(super) contents: Vec<usize>,
}

/// Fills the roles of a frame; `None` where one that it needs stays empty.
pub(super) fn fill(
    finder: &Finder<'_>,
    frame: &Frame,
    mut pool: Pool,
    nominal: bool,
) -> Option<Filled> {
    let mut filled = Filled::default();
    let needed: Vec<bool> = frame
        .needs
        .iter()
        .map(|need| has_relation(&pool, *need))
        .collect();
    for line in if nominal {
        &frame.noun_roles
    } else {
        &frame.roles
    } {
        fill_line(finder, line, nominal, &mut pool, &mut filled);
    }
    let met = frame
        .needs
        .iter()
        .zip(needed)
        .all(|(need, there)| there || filled.has(*need));
    filled.drop_reflexive();
    met.then_some(filled)
}

fn has_relation(pool: &Pool, need: Filler) -> bool {
    pool.0.iter().any(|candidate| match need {
        Filler::Object => candidate.relation == Relation::Object,
        Filler::Clause => candidate.relation == Relation::Clause,
        _ => false,
    })
}

impl Filled {
    fn has(&self, need: Filler) -> bool {
        match need {
            Filler::Role(role) => self
                .participants
                .iter()
                .any(|participant| participant.role == role),
            Filler::Sides(first, _) => self.has(Filler::Role(first)),
            Filler::Place => self.place.is_some(),
            Filler::Content => !self.contents.is_empty(),
            Filler::Object | Filler::Clause => false,
        }
    }

    fn push(&mut self, role: Role, actor: Actor) {
        let known = self
            .participants
            .iter()
            .any(|known| known.role == role && known.entity == actor.entity);
        if !known {
            self.participants.push(Participant {
                role,
                entity: actor.entity,
                mention: actor.mention,
                state: None,
            });
        }
    }

    /// Who does it.
    pub(super) fn agents(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.participants
            .iter()
            .filter(|one| one.role == Role::Agent)
            .map(|one| one.entity)
    }

    /// Nobody is the other side of what they do themselves: such a filler is a wrong reading.
    fn drop_reflexive(&mut self) {
        let agents: Vec<EntityId> = self.agents().collect();
        self.participants
            .retain(|one| !is_recipient(one.role) || !agents.contains(&one.entity));
    }
}

const fn is_recipient(role: Role) -> bool {
    matches!(role, Role::Target | Role::Addressee | Role::Beneficiary)
}

/// Fills the roles of a line. What a noun has as its object undergoes it ("suffered an attack"), whatever the frame says.
fn fill_line(
    finder: &Finder<'_>,
    line: &RoleLine,
    nominal: bool,
    pool: &mut Pool,
    filled: &mut Filled,
) {
    if line.filler == Filler::Content {
        filled.contents.extend(contents(finder, line, pool));
        return;
    }
    let undergone = Source::Object;
    let first = (nominal && is_recipient_line(line)).then_some(&undergone);
    for source in first.into_iter().chain(&line.sources) {
        if matches!(source, Source::ClauseSubject | Source::Concerned) {
            if fill_from_content(finder, line.filler, source, pool, filled) {
                return;
            }
            continue;
        }
        let there: Vec<Candidate> = pool
            .0
            .iter()
            .copied()
            .filter(|candidate| stands(finder, source, *candidate))
            .collect();
        let found: Vec<(Candidate, Vec<Actor>)> = there
            .into_iter()
            .map(|candidate| (candidate, meant(finder, line.filler, source, candidate)))
            .filter(|(_, actors)| !actors.is_empty())
            .collect();
        if found.is_empty() {
            continue;
        }
        pool.0
            .retain(|candidate| !found.iter().any(|(used, _)| used.token == candidate.token));
        assign(
            finder,
            line.filler,
            found.into_iter().flat_map(|(_, actors)| actors).collect(),
            filled,
        );
        return;
    }
}

fn is_recipient_line(line: &RoleLine) -> bool {
    matches!(line.filler, Filler::Role(role) if is_recipient(role))
}

/// Fills a role with those of whom the content speaks; whether there are any.
fn fill_from_content(
    finder: &Finder<'_>,
    filler: Filler,
    source: &Source,
    pool: &Pool,
    filled: &mut Filled,
) -> bool {
    let mut actors = if *source == Source::ClauseSubject {
        finder.clause_subjects(pool)
    } else {
        finder.concerned(pool, filled)
    };
    actors.retain(|actor| {
        suits(finder, filler, *actor) && !filled.agents().any(|agent| agent == actor.entity)
    });
    let any = !actors.is_empty();
    assign(finder, filler, actors, filled);
    any
}

/// Whether a candidate stands where a source looks.
fn stands(finder: &Finder<'_>, source: &Source, candidate: Candidate) -> bool {
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
fn meant(finder: &Finder<'_>, filler: Filler, source: &Source, candidate: Candidate) -> Vec<Actor> {
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
fn suits(finder: &Finder<'_>, filler: Filler, actor: Actor) -> bool {
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

fn assign(finder: &Finder<'_>, filler: Filler, actors: Vec<Actor>, filled: &mut Filled) {
    match filler {
        Filler::Role(role) => actors
            .into_iter()
            .for_each(|actor| filled.push(role, actor)),
        Filler::Sides(first, second) => assign_sides(first, second, actors, filled),
        Filler::Place => {
            filled.place = actors
                .first()
                .filter(|actor| suits(finder, Filler::Place, **actor))
                .map(|actor| actor.entity);
        }
        Filler::Content | Filler::Object | Filler::Clause => {}
    }
}

/// "A and B met": A and B; "A and B met C": both of them C.
fn assign_sides(first: Role, second: Role, actors: Vec<Actor>, filled: &mut Filled) {
    let has_second = filled.participants.iter().any(|one| one.role == second);
    for (number, actor) in actors.into_iter().enumerate() {
        let role = match number {
            0 => first,
            _ if has_second => first,
            1 => second,
            _ => Role::Participant,
        };
        filled.push(role, actor);
    }
}

/// Heads of what is said, asked or planned: clauses, gerunds, event nouns.
fn contents(finder: &Finder<'_>, line: &RoleLine, pool: &Pool) -> Vec<usize> {
    let annotated = &finder.resolved.annotated;
    let there = pool.0.iter().filter(|candidate| {
        line.sources
            .iter()
            .any(|source| stands(finder, source, **candidate))
    });
    there
        .map(|candidate| candidate.token)
        .filter(|&token| {
            matches!(
                annotated.pos(token),
                Pos::Verb | Pos::Aux | Pos::Noun | Pos::Adj
            )
        })
        .collect()
}
