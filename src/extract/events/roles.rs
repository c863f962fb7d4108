//! Filling the roles of a frame.

use crate::annotate::{Pos, Relation};
use crate::extract::{Participant, Role};
use crate::knowledge::events::{Filler, Frame, RoleLine, Source};
use crate::resolve::EntityId;

use super::Finder;
use super::actors::Actor;
use super::pool::{Candidate, Pool};
use super::sources::{meant, stands, suits};

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
            .iter()
            .copied()
            .map(|candidate| (candidate, meant(finder, line.filler, source, candidate)))
            .filter(|(_, actors)| !actors.is_empty())
            .collect();
        if found.is_empty() {
            if *source == Source::Object && fill_from_place(finder, line, &there, pool, filled) {
                return;
            }
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
    if nominal {
        fill_from_carrier(finder, line, pool, filled);
    }
}

/// "Hit positions in Arland": what has no name is where it stands.
fn fill_from_place(
    finder: &Finder<'_>,
    line: &RoleLine,
    objects: &[Candidate],
    pool: &Pool,
    filled: &mut Filled,
) -> bool {
    if !is_recipient_line(line) {
        return false;
    }
    let actors = finder.located(objects, pool);
    let any = !actors.is_empty();
    assign(finder, line.filler, actors, filled);
    any
}

/// Who launches, orders or pursues what a noun tells of does it, where the frame finds nobody nearer.
fn fill_from_carrier(finder: &Finder<'_>, line: &RoleLine, pool: &Pool, filled: &mut Filled) {
    if line.filler != Filler::Role(Role::Agent) {
        return;
    }
    let subjects = pool
        .0
        .iter()
        .filter(|one| one.carried && one.relation == Relation::Subject);
    let actors = subjects
        .flat_map(|one| meant(finder, line.filler, &Source::Subject, *one))
        .collect();
    assign(finder, line.filler, actors, filled);
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
