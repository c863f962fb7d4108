//! Situations without a class: any verb with an actor of the graph, named by its base form.

use crate::annotate::{Dep, Pos, Predicate, PredicateKind, Relation};
use crate::extract::{Participant, Role, Situation};
use crate::knowledge::world::EntityKind;

use super::base::base_form;
use super::{Draft, Finder};

/// Rule of a verb that no wording knows.
pub const OPEN: &str = "open/verb";

impl Finder<'_> {
    /// Verbs that no wording knows and that are more than saying, being or having.
    pub(super) fn open_class(&self, taken: &[bool]) -> Vec<Draft> {
        self.predicates(false)
            .filter(|predicate| predicate.kind == PredicateKind::Verb && !taken[predicate.token])
            .filter_map(|predicate| Some(self.refused_verb(self.open(predicate)?, predicate)))
            .collect()
    }

    fn open(&self, predicate: &Predicate) -> Option<Draft> {
        let annotated = &self.resolved.annotated;
        let lemma = base_form(annotated, predicate.token);
        let lemma = lemma.as_ref();
        let silent =
            self.events.silent_verbs.contains(lemma) || self.events.saying_verbs.contains(lemma);
        let plain = lemma.chars().all(|c| c.is_ascii_lowercase()) && lemma.len() > 2;
        if silent
            || !plain
            || annotated.pos(predicate.token) != Pos::Verb
            || annotated.dep(predicate.token) == Dep::Amod
        {
            return None;
        }
        let participants = self.open_participants(predicate);
        if participants.is_empty() {
            return None;
        }
        let situation = Situation {
            event_type: lemma.to_owned(),
            trigger_token: predicate.token,
            triggers: vec![self.trigger_span(predicate.token)],
            evidence: self.clause_span(predicate.token),
            rule: OPEN.to_owned(),
            participants,
            ..Situation::default()
        };
        Some(Draft {
            situation,
            status_token: predicate.token,
            contents: Vec::new(),
            nominal: false,
            definite: false,
            refusal: false,
        })
    }

    pub(super) fn open_participants(&self, predicate: &Predicate) -> Vec<Participant> {
        let mut found: Vec<Participant> = Vec::new();
        let lemma = base_form(&self.resolved.annotated, predicate.token);
        let told = self.events.addressing_verbs.contains(lemma.as_ref());
        let harmed = self.events.harming_verbs.contains(lemma.as_ref());
        for argument in &predicate.arguments {
            let role = match argument.relation {
                Relation::Subject => Role::Agent,
                Relation::Object if told => Role::Addressee,
                Relation::Object => Role::Theme,
                Relation::Dative => Role::Addressee,
                _ => continue,
            };
            for actor in self.named(argument.token) {
                let kind = self.resolved.entity(actor.entity).kind;
                let role = if harmed && role == Role::Theme && is_party(kind) {
                    Role::Target
                } else {
                    role
                };
                if !matches!(role, Role::Theme | Role::Target) && !super::actors::is_actor(kind) {
                    continue;
                }
                found.push(Participant {
                    role,
                    entity: actor.entity,
                    mention: actor.mention,
                    state: None,
                });
            }
        }
        found
    }
}

/// Somebody to whom something can be done.
const fn is_party(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Person
            | EntityKind::Group
            | EntityKind::State
            | EntityKind::Government
            | EntityKind::Organisation
            | EntityKind::PoliticalParty
            | EntityKind::ArmedGroup
            | EntityKind::MilitaryForce
            | EntityKind::Company
    )
}
