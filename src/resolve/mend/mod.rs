//! Trees mended where the parser is known to err around speech.
//!
//! The tree of [`annotate`](crate::annotate) is the model's own. A few attachments decide who says what, or whether something is
//! denied, and the words themselves tell better: "denied that it is arming and has accused" goes on with the telling, a caption
//! governs nothing in the text below it. Each mending gives a token another head and relation; words and tags stay as they are.

mod boilerplate;
mod subject;
mod telling;
#[cfg(test)]
mod tests;

use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::Knowledge;

/// A new place for a token in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Move {
    token: usize,
    head: usize,
    dep: Dep,
}

/// The same words with the tree mended.
#[must_use]
pub(crate) fn mend(annotated: Annotated, knowledge: &Knowledge) -> Annotated {
    let annotated = boilerplate::cut(annotated);
    let tree = Tree {
        annotated: &annotated,
        knowledge,
    };
    let moves: Vec<Move> = (0..annotated.tokens.len())
        .flat_map(|token| tree.moves(token))
        .collect();
    apply(annotated, &moves)
}

fn apply(annotated: Annotated, moves: &[Move]) -> Annotated {
    if moves.is_empty() {
        return annotated;
    }
    let mut tokens = annotated.tokens;
    for one in moves {
        tokens[one.token].head = one.head;
        tokens[one.token].dep = one.dep;
    }
    Annotated::new(
        annotated.document,
        tokens,
        annotated.sentences,
        annotated.names,
    )
}

/// A tree that is looked over for what to mend.
struct Tree<'a> {
    annotated: &'a Annotated,
    knowledge: &'a Knowledge,
}

impl Tree<'_> {
    /// What is to be moved on account of a token; no two rules speak of the same token.
    fn moves(&self, token: usize) -> Vec<Move> {
        match self.annotated.dep(token) {
            Dep::Conj => self
                .carried_on(token)
                .or_else(|| self.swallowed_subject(token))
                .or_else(|| self.stranded_object(token)),
            Dep::Acl | Dep::Advcl => self
                .participle_of_object(token)
                .or_else(|| self.clause_of_participle(token)),
            Dep::Nsubj => self.gathered(token),
            Dep::Ccomp => self.clause_of_participle(token),
            _ => None,
        }
        .unwrap_or_default()
    }

    fn is_verb(&self, token: usize) -> bool {
        matches!(self.annotated.pos(token), Pos::Verb | Pos::Aux)
    }

    fn subject(&self, verb: usize) -> Option<usize> {
        let annotated = self.annotated;
        annotated
            .child(verb, Dep::Nsubj)
            .or_else(|| annotated.child(verb, Dep::Nsubjpass))
    }
}
