//! Relations between situations that the tree gives: content, condition, purpose, means.

use super::StatusIndex;
use super::syntax::Syntax;
use crate::annotate::{Dep, Pos, Tag};

impl StatusIndex<'_> {
    pub(super) fn syntax(&self) -> Syntax<'_> {
        Syntax {
            annotated: self.annotated,
        }
    }

    /// Heads of what is said, asked, threatened or planned by a word: complement clauses, event
    /// nouns as objects or behind a preposition, with their conjuncts.
    #[must_use]
    pub fn contents(&self, token: usize) -> Vec<usize> {
        let annotated = self.annotated;
        let mut found = Vec::new();
        for &child in annotated.children(token) {
            match annotated.dep(child) {
                Dep::Ccomp | Dep::Xcomp | Dep::Dobj | Dep::Oprd => found.push(child),
                Dep::Acl if self.syntax().is_nominal(token) => found.push(child),
                Dep::Advcl
                    if self.syntax().is_infinitive(child)
                        && self.syntax().marker(child).is_some() =>
                {
                    found.push(child);
                }
                Dep::Prep => {
                    found.extend(
                        annotated.children(child).iter().copied().filter(|&object| {
                            matches!(annotated.dep(object), Dep::Pobj | Dep::Pcomp)
                        }),
                    );
                }
                _ => {}
            }
        }
        self.with_conjuncts(found)
    }

    /// Heads of the conditions on which a word's situation hangs: "if", "unless", "should they fail".
    #[must_use]
    pub fn conditions(&self, token: usize) -> Vec<usize> {
        let clauses = self.annotated.children_by(token, Dep::Advcl);
        let found = clauses
            .filter(|&clause| self.worlds_rule(clause) == Some("condition"))
            .collect();
        self.with_conjuncts(found)
    }

    fn worlds_rule(&self, clause: usize) -> Option<&'static str> {
        Some(self.worlds[clause].rule)
    }

    /// Heads of the purposes of a word's situation: "to seek a way out".
    #[must_use]
    pub fn purposes(&self, token: usize) -> Vec<usize> {
        let annotated = self.annotated;
        let found = annotated
            .children(token)
            .iter()
            .copied()
            .filter(|&child| {
                matches!(annotated.dep(child), Dep::Advcl | Dep::Xcomp | Dep::Acl)
                    && self.worlds[child].rule == "purpose"
                    && self.syntax().is_infinitive(child)
            })
            .collect();
        self.with_conjuncts(found)
    }

    /// Heads of the means of a word's situation: "by deploying new weapons".
    #[must_use]
    pub fn means(&self, token: usize) -> Vec<usize> {
        let annotated = self.annotated;
        let found = annotated
            .children_by(token, Dep::Prep)
            .filter(|&preposition| annotated.lower(preposition) == "by")
            .flat_map(|preposition| annotated.children_by(preposition, Dep::Pcomp))
            .filter(|&clause| {
                annotated.tag(clause) == Tag::Vbg && annotated.pos(clause) == Pos::Verb
            })
            .collect();
        self.with_conjuncts(found)
    }

    fn with_conjuncts(&self, mut heads: Vec<usize>) -> Vec<usize> {
        let mut next = 0;
        while let Some(&head) = heads.get(next) {
            heads.extend(self.annotated.children_by(head, Dep::Conj));
            next += 1;
        }
        heads.sort_unstable();
        heads.dedup();
        heads
    }
}
