//! Whom an argument means, and whether it is what a limit asks for.

use crate::annotate::{Dep, Pos};
use crate::knowledge::events::{Limit, Sort, Test};
use crate::knowledge::world::EntityKind;
use crate::resolve::{EntityId, MentionId};

use super::Finder;

/// Someone who takes part, with the words that name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Actor {
    pub(super) entity: EntityId,
    pub(super) mention: Option<MentionId>,
}

/// Nouns that only count or gather what follows "of".
const GATHERING: [&str; 40] = [
    "number", "hundred", "thousand", "dozen", "score", "million", "ten", "group", "member",
    "series", "majority", "part", "some", "one", "two", "three", "many", "most", "all", "several",
    "none", "each", "both", "half", "rest", "handful", "couple", "lot", "leader", "wave", "string",
    "portion", "percent", "crowd", "ton", "tonne", "kilogram", "%", "barrel", "worth",
];

impl Finder<'_> {
    /// Whom the phrase that a token heads means: its own entities, else those of what it gathers.
    pub(super) fn named(&self, token: usize) -> Vec<Actor> {
        let mention = self.resolved.mention_of(token);
        if mention.is_some_and(|mention| self.resolved.mention(mention).boilerplate) {
            return Vec::new();
        }
        let own: Vec<Actor> = self
            .resolved
            .entities_of(token)
            .iter()
            .map(|&entity| Actor { entity, mention })
            .collect();
        if !own.is_empty() || !gathers(self, token) {
            return own;
        }
        self.objects_of(token, &["of"])
            .into_iter()
            .flat_map(|object| self.named(object))
            .collect()
    }

    /// Whose a thing is: "Arland's decision", "a Borlandic plan", "the troops of Arland", "positions in Arland".
    pub(super) fn owner(&self, token: usize, prepositions: &[&str]) -> Vec<Actor> {
        let annotated = &self.resolved.annotated;
        let before = annotated.children(token).iter().filter(|&&child| {
            matches!(
                annotated.dep(child),
                Dep::Poss | Dep::Amod | Dep::Compound | Dep::Nmod
            )
        });
        for &child in before {
            let found = self.named(child);
            if !found.is_empty() {
                return found;
            }
        }
        for preposition in prepositions {
            for object in self.objects_of(token, &[preposition]) {
                let mut found = self.named(object);
                if found.is_empty() {
                    found = self.owner(object, &[]);
                }
                if !found.is_empty() {
                    return found;
                }
            }
        }
        Vec::new()
    }

    fn objects_of(&self, token: usize, prepositions: &[&str]) -> Vec<usize> {
        let annotated = &self.resolved.annotated;
        let after = annotated
            .children_by(token, Dep::Prep)
            .chain(annotated.children_by(token, Dep::Agent));
        after
            .filter(|&child| prepositions.contains(&annotated.lower(child)))
            .flat_map(|child| annotated.children_by(child, Dep::Pobj).collect::<Vec<_>>())
            .collect()
    }

    /// What kind of entity the phrase that a token heads is, by its entity, else by its noun.
    fn kinds(&self, token: usize) -> Vec<EntityKind> {
        let entities = self.resolved.entities_of(token);
        if !entities.is_empty() {
            return entities
                .iter()
                .map(|&id| self.resolved.entity(id).kind)
                .collect();
        }
        if let Some(mention) = self.resolved.mention_of(token) {
            return vec![self.resolved.mention(mention).kind];
        }
        let noun = self
            .knowledge
            .language
            .nouns
            .get(self.resolved.annotated.lemma(token));
        noun.map(|noun| noun.kind).into_iter().collect()
    }
}

/// Whether the phrase that a token heads is what a limit asks for.
pub(super) fn passes(finder: &Finder<'_>, limit: &Limit, token: usize) -> bool {
    limit
        .tests()
        .iter()
        .any(|test| passes_one(finder, test, token))
}

fn passes_one(finder: &Finder<'_>, test: &Test, token: usize) -> bool {
    let annotated = &finder.resolved.annotated;
    match test {
        Test::Word(word) if gathers(finder, token) => {
            let below = finder.objects_of(token, &["of"]);
            below.into_iter().any(|at| annotated.lemma(at) == word)
        }
        Test::Word(word) => {
            annotated.lemma(token) == word
                || annotated.lower(token) == word
                || ends_with(finder, word, token)
        }
        Test::Class(class) => is_in_class(finder, class, token),
        Test::Entity(sort) => {
            let pronoun = annotated.pos(token) == Pos::Pron
                && matches!(sort, Sort::Actor | Sort::Person | Sort::Any)
                && annotated.lower(token) != "it";
            pronoun
                || finder.kinds(token).iter().any(|&kind| is_sort(kind, *sort))
                || is_people(finder, *sort, token)
        }
    }
}

/// Whether a word only counts or gathers what follows "of".
fn gathers(finder: &Finder<'_>, token: usize) -> bool {
    let annotated = &finder.resolved.annotated;
    annotated.pos(token) == Pos::Num || GATHERING.contains(&annotated.lemma(token))
}

/// A wording of two words: "fighter jet".
fn ends_with(finder: &Finder<'_>, words: &str, token: usize) -> bool {
    let Some((first, last)) = words.split_once(' ') else {
        return false;
    };
    let annotated = &finder.resolved.annotated;
    annotated.lemma(token) == last && token > 0 && annotated.lower(token - 1) == first
}

fn is_in_class(finder: &Finder<'_>, class: &str, token: usize) -> bool {
    let annotated = &finder.resolved.annotated;
    let gathered = gathers(finder, token);
    finder.events.is_in_class(class, annotated.lemma(token))
        || gathered
            && finder
                .objects_of(token, &["of"])
                .into_iter()
                .any(|object| is_in_class(finder, class, object))
}

/// People that are no entity of the graph are actors all the same.
fn is_people(finder: &Finder<'_>, sort: Sort, token: usize) -> bool {
    match sort {
        Sort::Actor | Sort::Person => {
            is_in_class(finder, "people", token) || is_in_class(finder, "troops", token)
        }
        Sort::Armed => is_in_class(finder, "troops", token),
        _ => false,
    }
}

pub(super) fn is_sort(kind: EntityKind, sort: Sort) -> bool {
    use EntityKind as K;
    match sort {
        Sort::Any => true,
        Sort::Actor => is_actor(kind),
        Sort::Person => matches!(kind, K::Person | K::Group),
        Sort::State => matches!(kind, K::State | K::Government),
        Sort::Organisation => matches!(
            kind,
            K::Organisation
                | K::IntergovernmentalOrganisation
                | K::PoliticalParty
                | K::ArmedGroup
                | K::MilitaryForce
                | K::Company
                | K::MediaOutlet
        ),
        Sort::Armed => matches!(kind, K::ArmedGroup | K::MilitaryForce),
        Sort::Place => matches!(kind, K::City | K::Region | K::Place | K::State),
        Sort::Document => kind == K::Document,
    }
}

/// Whether something of this kind can act.
pub(super) fn is_actor(kind: EntityKind) -> bool {
    !matches!(
        kind,
        EntityKind::Place | EntityKind::Post | EntityKind::NamedEvent | EntityKind::Document
    )
}
