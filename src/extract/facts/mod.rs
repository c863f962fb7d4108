//! Facts of entities as the article states them: titles, appositions, predicate nouns, and phrases that
//! say whose something is ("the Russian president Vladimir Putin", "a camp at Ain Issa").

mod posts;
mod relations;

use std::collections::BTreeSet;

use super::EntityFact;
use crate::knowledge::Knowledge;
use crate::knowledge::world::EntityKind;
use crate::resolve::{EntityId, Form, Mention, MentionId, Resolved};

/// All facts of entities in text order, each once.
#[must_use]
pub fn find(resolved: &Resolved, knowledge: &Knowledge) -> Vec<EntityFact> {
    let mut found = Vec::new();
    for (number, mention) in resolved.mentions.iter().enumerate() {
        if mention.boilerplate {
            continue;
        }
        let phrase = Phrase::new(resolved, knowledge, MentionId(number));
        if mention.kind == EntityKind::Post {
            found.extend(posts::facts(&phrase));
        } else {
            found.extend(relations::facts(&phrase));
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|fact| {
        fact.subject != fact.object && seen.insert((fact.subject, fact.predicate, fact.object))
    });
    found.sort_by_key(|fact| (fact.evidence, fact.predicate, fact.subject, fact.object));
    found
}

/// A mention with what stands in and around it.
struct Phrase<'a> {
    resolved: &'a Resolved,
    knowledge: &'a Knowledge,
    mention: &'a Mention,
    id: MentionId,
}

impl<'a> Phrase<'a> {
    fn new(resolved: &'a Resolved, knowledge: &'a Knowledge, id: MentionId) -> Self {
        Self {
            resolved,
            knowledge,
            mention: resolved.mention(id),
            id,
        }
    }

    /// The one entity of the mention.
    fn entity(&self) -> Option<EntityId> {
        single(self.mention)
    }

    fn kind(&self, id: EntityId) -> EntityKind {
        self.resolved.entity(id).kind
    }

    /// Mentions inside this one.
    fn inside(&self) -> impl Iterator<Item = &'a Mention> + '_ {
        self.resolved.mentions[self.id.0 + 1..]
            .iter()
            .take_while(|other| other.span.start < self.mention.span.end)
            .filter(|other| {
                self.mention.span.contains(other.span) && other.kind != EntityKind::Post
            })
    }

    /// Mentions around this one, the nearest first.
    fn around(&self) -> impl Iterator<Item = &'a Mention> + '_ {
        let first = self.id.0.saturating_sub(8);
        let after = self.resolved.mentions[self.id.0 + 1..].iter().take(2);
        let before = self.resolved.mentions[first..self.id.0].iter().rev();
        before
            .chain(after)
            .filter(|other| other.span.contains(self.mention.span))
    }

    /// The words of the mention in lower case.
    fn words(&self) -> impl Iterator<Item = &'a str> + '_ {
        let annotated = &self.resolved.annotated;
        annotated
            .tokens_within(self.mention.span)
            .map(|token| annotated.lower(token))
    }

    /// Base form of the last word of the head.
    fn lemma(&self) -> &'a str {
        let annotated = &self.resolved.annotated;
        let head = annotated.tokens_within(self.mention.head);
        annotated.lemma(head.end.saturating_sub(1))
    }

    fn fact(
        &self,
        subject: EntityId,
        predicate: &'static str,
        object: EntityId,
        rule: &'static str,
    ) -> EntityFact {
        EntityFact {
            subject,
            predicate,
            object,
            evidence: self.mention.span,
            rule,
        }
    }
}

/// The one entity of a mention, if it is one.
fn single(mention: &Mention) -> Option<EntityId> {
    match mention.entities.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// Whether a mention names or describes, and does not only point.
fn describes(mention: &Mention) -> bool {
    !matches!(mention.form, Form::Pronoun | Form::Relative)
}
