//! Whom a content is about: who is to do it, and whom it concerns.

use crate::annotate::{Dep, Relation, by_token};
use crate::knowledge::world::EntityKind;
use crate::resolve::EntityId;

use super::Finder;
use super::actors::Actor;
use super::pool::{Candidate, Pool};
use super::roles::Filled;

/// Prepositions that say whom something concerns.
const ABOUT: [&str; 9] = [
    "of", "on", "against", "for", "to", "from", "with", "over", "towards",
];

/// Prepositions of places.
const WHERE: [&str; 6] = ["in", "inside", "near", "at", "across", "outside"];

/// How deep phrases within phrases are looked into.
const DEPTH: usize = 4;

impl Finder<'_> {
    /// Who does what a clause tells: "alleged that Arland hid weapons", "demanded that Arland leave".
    pub(super) fn clause_subjects(&self, pool: &Pool) -> Vec<Actor> {
        let mut found = Vec::new();
        for clause in pool.0.iter().filter(|one| is_content(**one)) {
            let Some(predicate) = by_token(&self.resolved.predicates, clause.token) else {
                continue;
            };
            let own = predicate.arguments.iter().filter(|argument| {
                argument.relation == Relation::Subject && !argument.inherited
                    || predicate.passive && argument.relation == Relation::Object
            });
            found.extend(own.flat_map(|argument| self.named(argument.token)));
        }
        found
    }

    /// The first actor of another state that what is said, done or planned speaks of: "agreed to lift the ban on
    /// Arlandic ships".
    pub(super) fn concerned(&self, pool: &Pool, filled: &Filled) -> Vec<Actor> {
        let agents: Vec<EntityId> = filled.agents().collect();
        if agents.is_empty() {
            return Vec::new();
        }
        let states: Vec<Option<&str>> = agents
            .iter()
            .map(|&agent| self.resolved.entity(agent).state.as_deref())
            .collect();
        let other = |actor: &Actor| self.is_other(*actor, &agents, &states);
        let near = pool.0.iter().filter(|one| {
            is_content(**one)
                || one.relation == Relation::Object
                || one.relation == Relation::Complement
        });
        let far = pool.0.iter().filter(|one| self.is_about(**one));
        let found = near
            .chain(far)
            .filter_map(|place| self.first_within(place.token, DEPTH, &other))
            .next();
        found.into_iter().collect()
    }

    /// A noun of a place or thing that is attacked, taken or closed.
    pub(super) fn is_site(&self, token: usize) -> bool {
        let lemma = self.resolved.annotated.lemma(token);
        self.events.is_in_class("site", lemma)
    }

    /// Where sites without a name stand that are objects: "hit positions in Arland".
    pub(super) fn located(&self, objects: &[Candidate], pool: &Pool) -> Vec<Actor> {
        let annotated = &self.resolved.annotated;
        if !objects.iter().any(|one| self.is_site(one.token)) {
            return Vec::new();
        }
        let at = |one: &&Candidate| {
            one.preposition
                .is_some_and(|at| WHERE.contains(&annotated.lower(at)))
        };
        let mut places = pool.0.iter().filter(at);
        places
            .find_map(|place| {
                let named = self.named(place.token);
                (!named.is_empty()).then_some(named)
            })
            .unwrap_or_default()
    }

    /// A phrase after a preposition that says whom something concerns, or before the noun.
    fn is_about(&self, candidate: Candidate) -> bool {
        let about = |at| ABOUT.contains(&self.resolved.annotated.lower(at));
        match candidate.relation {
            Relation::Prepositional => candidate.preposition.is_some_and(about),
            relation => relation == Relation::Modifier,
        }
    }

    /// An actor of its own, of a state that is none of the agents'.
    fn is_other(&self, actor: Actor, agents: &[EntityId], states: &[Option<&str>]) -> bool {
        let entity = self.resolved.entity(actor.entity);
        let acts = matches!(
            entity.kind,
            EntityKind::State
                | EntityKind::Government
                | EntityKind::IntergovernmentalOrganisation
                | EntityKind::Organisation
                | EntityKind::ArmedGroup
                | EntityKind::MilitaryForce
                | EntityKind::PoliticalParty
                | EntityKind::Company
                | EntityKind::Person
                | EntityKind::Group
        );
        let abroad =
            entity.state.is_some() || entity.kind == EntityKind::IntergovernmentalOrganisation;
        acts && abroad
            && !agents.contains(&actor.entity)
            && !states.contains(&entity.state.as_deref())
    }

    /// The first actor that passes: of the phrase itself, before its head, after it; in a clause of its arguments.
    fn first_within(
        &self,
        token: usize,
        depth: usize,
        passes: &impl Fn(&Actor) -> bool,
    ) -> Option<Actor> {
        if let Some(actor) = self.named(token).into_iter().find(|actor| passes(actor)) {
            return Some(actor);
        }
        if depth == 0 {
            return None;
        }
        let annotated = &self.resolved.annotated;
        annotated
            .children(token)
            .iter()
            .filter(|&&child| {
                matches!(
                    annotated.dep(child),
                    Dep::Poss
                        | Dep::Amod
                        | Dep::Compound
                        | Dep::Nmod
                        | Dep::Dobj
                        | Dep::Dative
                        | Dep::Prep
                        | Dep::Pobj
                        | Dep::Pcomp
                        | Dep::Xcomp
                        | Dep::Agent
                        | Dep::Acl
                        | Dep::Ccomp
                        | Dep::Advcl
                        | Dep::Nsubj
                )
            })
            .find_map(|&child| {
                self.first_within(
                    child,
                    depth - usize::from(annotated.dep(child) != Dep::Prep),
                    passes,
                )
            })
    }
}

const fn is_content(candidate: Candidate) -> bool {
    matches!(candidate.relation, Relation::Clause)
}
