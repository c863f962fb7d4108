//! For which state a participant acts, where the world data and its name do not say: the phrase that names it does.

use crate::annotate::Dep;
use crate::extract::{Participant, Role};
use crate::knowledge::world::{AliasKind, EntityKind, World};
use crate::resolve::{EntityId, Mention, MentionId, Resolved};

/// Prepositions that say whose somebody is.
const WHOSE: [&str; 3] = ["of", "from", "by"];

/// Prepositions that say where people live and things stand; forces stand anywhere ("troops in Arland").
const WHERE: [&str; 5] = ["in", "at", "inside", "within", "throughout"];

/// Nouns of those who are sent abroad.
const FORCES: [&str; 9] = [
    "troop",
    "soldier",
    "force",
    "army",
    "navy",
    "marine",
    "peacekeeper",
    "diplomat",
    "ambassador",
];

/// The states of the entities of an article as the phrases tell that name them.
pub(crate) struct States<'a> {
    resolved: &'a Resolved,
    world: &'a World,
    by_entity: Vec<Option<String>>,
}

impl<'a> States<'a> {
    /// Reads them from all mentions, once.
    pub(crate) fn new(resolved: &'a Resolved, world: &'a World) -> Self {
        let mut states = Self {
            resolved,
            world,
            by_entity: resolved
                .entities
                .iter()
                .map(|entity| entity.state.clone())
                .collect(),
        };
        for (number, mention) in resolved.mentions.iter().enumerate() {
            let [entity] = mention.entities.as_slice() else {
                continue;
            };
            let open = states.by_entity[entity.0].is_none();
            if open && resolved.entity(*entity).record.is_none() && has_state(mention.kind) {
                let told = states.told_by(MentionId(number));
                states.by_entity[entity.0] = told;
            }
        }
        states
    }

    /// ISO code of the state that a participant of a situation acts for. Those to whom something is done and of whom
    /// nothing else is known belong to the place where it is done ("killed six people in Arlstadt").
    pub(crate) fn of(&self, participant: &Participant, place: Option<EntityId>) -> Option<String> {
        let entity = self.resolved.entity(participant.entity);
        let group = entity.kind == EntityKind::ArmedGroup;
        let mention = participant.mention.filter(|_| group);
        let undergoes = participant.role == Role::Target && (group || entity.unnamed);
        self.state(participant.entity)
            .or_else(|| mention.and_then(|mention| self.told_by(mention)))
            .or_else(|| {
                place
                    .filter(|_| undergoes)
                    .and_then(|place| self.state(place))
            })
    }

    /// The state that a phrase names: "a convoy of the Arlandic army", "militants in Arland"; in an apposition the other
    /// phrase too ("the mayor of Arlstadt, Anna Berg").
    fn told_by(&self, id: MentionId) -> Option<String> {
        let mention = self.resolved.mention(id);
        self.by_demonym(mention.head_token)
            .or_else(|| self.inside(id, mention))
            .or_else(|| self.beside(mention))
            .or_else(|| self.after(mention.head_token))
            .or_else(|| self.around(mention.head_token))
    }

    /// "Arlanders": the word itself says whose they are.
    fn by_demonym(&self, token: usize) -> Option<String> {
        let word = self.resolved.annotated.text(token);
        let singular = word.strip_suffix('s').unwrap_or(word);
        let readings = [word, singular].map(|word| self.world.readings(word));
        readings.into_iter().flatten().find_map(|reading| {
            let record = self.world.record(reading.record);
            let adjective =
                reading.kind == AliasKind::Adjective && record.kind == EntityKind::State;
            adjective.then(|| record.state.map(str::to_owned)).flatten()
        })
    }

    fn inside(&self, id: MentionId, mention: &Mention) -> Option<String> {
        let nested = self.resolved.mentions[id.0 + 1..]
            .iter()
            .take_while(|inner| inner.span.start < mention.span.end);
        for inner in nested.filter(|inner| inner.head_token != mention.head_token) {
            if !self.belongs(inner.head_token, mention.head_token) {
                continue;
            }
            let [entity] = inner.entities.as_slice() else {
                continue;
            };
            let state = self.state(*entity);
            if state.is_some() {
                return state;
            }
            let whose = self.resolved.entity(*entity).kind;
            if whose == EntityKind::IntergovernmentalOrganisation
                && inner.head_token < mention.head_token
            {
                return None;
            }
        }
        None
    }

    fn beside(&self, mention: &Mention) -> Option<String> {
        let annotated = &self.resolved.annotated;
        let token = mention.head_token;
        let above = annotated
            .head(token)
            .filter(|_| annotated.dep(token) == Dep::Appos);
        let other = above.or_else(|| annotated.child(token, Dep::Appos))?;
        let id = self.resolved.mention_of(other)?;
        let other = self.resolved.mention(id);
        let entities = other.entities.as_slice();
        match entities {
            [entity] if entities != mention.entities => self.state(*entity),
            _ => None,
        }
        .or_else(|| self.inside(id, other))
    }

    /// A phrase that hangs on the head but is left out of the mention: "people in Arlstadt".
    fn after(&self, head: usize) -> Option<String> {
        let annotated = &self.resolved.annotated;
        let mut found = None;
        for preposition in annotated.children_by(head, Dep::Prep) {
            if !self.says_whose(preposition, head) {
                continue;
            }
            let objects = annotated.children_by(preposition, Dep::Pobj);
            for object in objects {
                let single = self.resolved.entities_of(object).first();
                found = found
                    .or_else(|| single.and_then(|&entity| self.state(entity)))
                    .or_else(|| self.after(object));
            }
        }
        found
    }

    /// The same for the noun before which a name stands: "Arlandic Front positions in Borland".
    fn around(&self, token: usize) -> Option<String> {
        let annotated = &self.resolved.annotated;
        let head = annotated.head(token)?;
        matches!(
            annotated.dep(token),
            Dep::Compound | Dep::Nmod | Dep::Poss | Dep::Amod
        )
        .then(|| self.after(head))
        .flatten()
    }

    fn state(&self, entity: EntityId) -> Option<String> {
        self.by_entity[entity.0].clone()
    }

    /// Whether what follows a preposition tells whose the head is.
    fn says_whose(&self, preposition: usize, head: usize) -> bool {
        let annotated = &self.resolved.annotated;
        let word = annotated.lower(preposition);
        let forces = self
            .resolved
            .mention_of(head)
            .is_some_and(|id| self.resolved.mention(id).kind == EntityKind::MilitaryForce)
            || FORCES.contains(&annotated.lemma(head));
        WHOSE.contains(&word) || WHERE.contains(&word) && !forces
    }

    /// Whether a token hangs on a head as modifier, possessor or after a preposition of belonging.
    fn belongs(&self, token: usize, head: usize) -> bool {
        let annotated = &self.resolved.annotated;
        let mut at = token;
        for above in annotated.ancestors(token).take(8) {
            let fits = match annotated.dep(at) {
                Dep::Poss | Dep::Amod | Dep::Compound | Dep::Nmod | Dep::Pobj | Dep::Conj => true,
                Dep::Prep => self.says_whose(at, head),
                _ => false,
            };
            if !fits {
                return false;
            }
            if above == head {
                return true;
            }
            at = above;
        }
        false
    }
}

/// People, groups and things that act or are acted on; a place has its state by itself.
const fn has_state(kind: EntityKind) -> bool {
    !matches!(
        kind,
        EntityKind::IntergovernmentalOrganisation
            | EntityKind::NamedEvent
            | EntityKind::Document
            | EntityKind::Post
    )
}
