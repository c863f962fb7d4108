//! Who stands around an event noun but not on it: who announces it, whose lot it is.

use crate::annotate::{Dep, Pos, Predicate, PredicateKind, Relation, by_token};
use crate::knowledge::events::Wording;

use super::Finder;
use super::governors::Support;
use super::pool::Pool;

/// Nouns whose "of" makes their subject the one who undergoes it: "Arland was the target of an attack".
const UNDERGOING: [&str; 8] = [
    "target",
    "victim",
    "subject",
    "object",
    "focus",
    "recipient",
    "scene",
    "beneficiary",
];

impl Finder<'_> {
    /// The arguments of an event noun, of the verb that carries it, and of what it hangs on.
    pub(super) fn noun_pool(
        &self,
        predicate: &Predicate,
        support: Option<&Support>,
        wording: &Wording,
    ) -> Pool {
        let mut pool = Pool::of_noun(self.resolved, predicate, support);
        if !pool.has_subject() && !self.is_told_of_others(predicate.token, wording) {
            for subject in self.subjects_above(predicate.token) {
                pool.push(Relation::Subject, subject);
            }
        }
        if !pool.has_subject() && self.is_mutual(wording) {
            for subject in self.subjects_beside(predicate.token) {
                pool.push(Relation::Subject, subject);
            }
        }
        for subject in self.undergoers(predicate.token) {
            pool.push(Relation::Object, subject);
        }
        pool
    }

    /// "Announced a withdrawal": the one who announces, orders or plans it does it, whatever the verb tells besides.
    fn subjects_above(&self, noun: usize) -> Vec<usize> {
        let Some(verb) = self.governors.verb(noun) else {
            return Vec::new();
        };
        if !self
            .events
            .support_verbs
            .contains(self.resolved.annotated.lemma(verb))
        {
            return Vec::new();
        }
        by_token(&self.resolved.predicates, verb)
            .map(|verb| verb.subjects().collect())
            .unwrap_or_default()
    }

    /// What parties do with each other.
    fn is_mutual(&self, wording: &Wording) -> bool {
        let class = self.events.type_of(wording.frame).class.as_deref();
        matches!(class, Some("CONSULT" | "COOPERATE"))
    }

    /// "In cooperation with Arland, Borland …", "in a phone call, the president …": the subject of the clause.
    fn subjects_beside(&self, noun: usize) -> Vec<usize> {
        let annotated = &self.resolved.annotated;
        let preposition = annotated
            .head(noun)
            .filter(|_| annotated.dep(noun) == Dep::Pobj)
            .filter(|&above| matches!(annotated.lower(above), "in" | "during" | "through"));
        let verb = preposition
            .and_then(|preposition| annotated.head(preposition))
            .and_then(|verb| by_token(&self.resolved.predicates, verb));
        verb.filter(|verb| verb.kind == PredicateKind::Verb)
            .map(|verb| verb.subjects().collect())
            .unwrap_or_default()
    }

    /// Violence that is announced or declared is as often another's.
    fn is_told_of_others(&self, noun: usize, wording: &Wording) -> bool {
        let verb = self.governors.verb(noun);
        let told = verb.is_some_and(|verb| {
            matches!(
                self.resolved.annotated.lemma(verb),
                "announce" | "declare" | "repeat" | "have" | "express" | "put" | "keep"
            )
        });
        told && self.events.type_of(wording.frame).class.as_deref() == Some("ASSAULT")
    }

    fn undergoers(&self, noun: usize) -> Vec<usize> {
        let annotated = &self.resolved.annotated;
        let above = |token: usize, dep: Dep| {
            annotated
                .head(token)
                .filter(|_| annotated.dep(token) == dep)
        };
        let lot = above(noun, Dep::Pobj)
            .filter(|&of| annotated.lower(of) == "of")
            .and_then(|of| above(of, Dep::Prep))
            .filter(|&lot| annotated.pos(lot) == Pos::Noun);
        let Some(lot) = lot.filter(|&lot| UNDERGOING.contains(&annotated.lemma(lot))) else {
            return Vec::new();
        };
        by_token(&self.resolved.predicates, lot)
            .map(|lot| lot.subjects().collect())
            .unwrap_or_default()
    }
}
