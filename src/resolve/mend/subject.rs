//! Nouns that the parser ties to the wrong neighbour.

use super::{Move, Tree};
use crate::annotate::{Dep, Pos, Tag};

impl Tree<'_> {
    /// "The foreign ministers meeting in Vienna issued": of a plural in front of a gathering that acts, the plural acts.
    pub(super) fn gathered(&self, gathering: usize) -> Option<Vec<Move>> {
        let annotated = self.annotated;
        let verb = annotated.head(gathering)?;
        let people = gathering.checked_sub(1)?;
        let compound = annotated.dep(people) == Dep::Compound
            && annotated.head(people) == Some(gathering)
            && annotated.tag(people) == Tag::Nns;
        let names_people = self
            .knowledge
            .language
            .nouns
            .contains_key(annotated.lemma(people));
        let acts = annotated.lower(gathering).ends_with("ing") && self.acts_in_words(verb);
        if !compound || !names_people || !acts {
            return None;
        }
        let before = annotated
            .children(gathering)
            .iter()
            .filter(|&&child| child < people)
            .map(|&token| Move {
                token,
                head: people,
                dep: annotated.dep(token),
            });
        let whole = [
            Move {
                token: people,
                head: verb,
                dep: Dep::Nsubj,
            },
            Move {
                token: gathering,
                head: people,
                dep: Dep::Acl,
            },
        ];
        Some(before.chain(whole).collect())
    }

    /// Whether a verb says something, or carries a noun that does ("issued a statement").
    fn acts_in_words(&self, verb: usize) -> bool {
        let lemma = self.annotated.lemma(verb);
        let reporting = &self.knowledge.reporting;
        reporting.is_light(lemma) || reporting.verb(lemma).is_some()
    }

    /// "Spoke to and Mr Arlen by telephone": a preposition left without its object by a slip of the pen.
    pub(super) fn stranded_object(&self, noun: usize) -> Option<Vec<Move>> {
        let annotated = self.annotated;
        let verb = annotated.head(noun)?;
        if !self.is_verb(verb) || !matches!(annotated.pos(noun), Pos::Propn | Pos::Pron) {
            return None;
        }
        let first = annotated.subtree(noun)[0];
        let preposition = first.checked_sub(2)?;
        let stranded = annotated.lower(first - 1) == "and"
            && annotated.dep(preposition) == Dep::Prep
            && annotated.head(preposition) == Some(verb)
            && annotated.children(preposition).is_empty();
        stranded.then(|| {
            vec![Move {
                token: noun,
                head: preposition,
                dep: Dep::Pobj,
            }]
        })
    }
}
