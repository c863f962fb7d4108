//! Whose claim it is: the entities that the words of a source mean, and the authors of documents.

use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::Reporting;
use crate::resolve::{EntityId, Resolved, Speech};

/// The entities that the words of a source mean. Of a document that is none itself ("a statement by the ministry", "footage
/// from the union") its author speaks; where the words here do not name him, the ones that spoke of it before do.
pub(super) fn sources(
    resolved: &Resolved,
    reporting: &Reporting,
    speech: &Speech,
) -> Vec<EntityId> {
    let mut found: Vec<EntityId> = Vec::new();
    for &head in &speech.sources {
        let mut entities = resolved.entities_of(head).to_vec();
        if entities.is_empty() {
            entities = Author {
                resolved,
                reporting,
            }
            .of(head);
        }
        for entity in entities {
            if !found.contains(&entity) {
                found.push(entity);
            }
        }
    }
    found
}

struct Author<'a> {
    resolved: &'a Resolved,
    reporting: &'a Reporting,
}

impl Author<'_> {
    fn of(&self, document: usize) -> Vec<EntityId> {
        let annotated = self.annotated();
        if annotated.pos(document) != Pos::Noun || !self.is_document(document) {
            return Vec::new();
        }
        let own = self.named_beside(document);
        if !own.is_empty() || !self.is_definite(document) {
            return own;
        }
        self.named_before(document)
    }

    fn annotated(&self) -> &Annotated {
        &self.resolved.annotated
    }

    fn is_document(&self, noun: usize) -> bool {
        let lemma = self.annotated().lemma(noun);
        self.reporting.is_document(lemma) || self.reporting.noun(lemma).is_some()
    }

    fn is_definite(&self, noun: usize) -> bool {
        let annotated = self.annotated();
        annotated
            .children_by(noun, Dep::Det)
            .any(|det| matches!(annotated.lower(det), "the" | "this" | "that"))
    }

    /// "The ministry's statement", "footage from the union", "a letter written by the envoy", "a Foreign Ministry statement".
    fn named_beside(&self, document: usize) -> Vec<EntityId> {
        let annotated = self.annotated();
        let possessor = annotated.child(document, Dep::Poss);
        let from = annotated
            .children(document)
            .iter()
            .copied()
            .filter(|&child| matches!(annotated.lower(child), "by" | "from" | "of"))
            .filter_map(|preposition| annotated.child(preposition, Dep::Pobj));
        let agents = annotated
            .children_by(document, Dep::Acl)
            .filter_map(|clause| annotated.child(clause, Dep::Agent))
            .filter_map(|by| annotated.child(by, Dep::Pobj));
        let before = annotated
            .children(document)
            .iter()
            .copied()
            .filter(|&child| matches!(annotated.dep(child), Dep::Compound | Dep::Nmod));
        possessor
            .into_iter()
            .chain(from)
            .chain(agents)
            .chain(before)
            .map(|token| self.resolved.entities_of(token).to_vec())
            .find(|entities| !entities.is_empty())
            .unwrap_or_default()
    }

    /// Who was told of before as having issued it, or as having spoken in it: "in a statement, the army said".
    fn named_before(&self, document: usize) -> Vec<EntityId> {
        let annotated = self.annotated();
        let lemma = annotated.lemma(document);
        (0..document)
            .rev()
            .filter(|&token| annotated.pos(token) == Pos::Noun && annotated.lemma(token) == lemma)
            .map(|token| {
                let beside = self.named_beside(token);
                if beside.is_empty() {
                    self.issuer(token)
                } else {
                    beside
                }
            })
            .find(|entities| !entities.is_empty())
            .unwrap_or_default()
    }

    fn issuer(&self, document: usize) -> Vec<EntityId> {
        let annotated = self.annotated();
        let verb = match annotated.dep(document) {
            Dep::Dobj => annotated.head(document),
            Dep::Pobj => annotated
                .head(document)
                .filter(|&preposition| annotated.lower(preposition) == "in")
                .and_then(|preposition| annotated.head(preposition)),
            _ => None,
        };
        verb.and_then(|verb| annotated.child(verb, Dep::Nsubj))
            .map(|subject| self.resolved.entities_of(subject).to_vec())
            .unwrap_or_default()
    }
}
