//! What goes on with a telling, and what is told.

use super::{Move, Tree};
use crate::annotate::{Dep, Pos, Tag};
use crate::knowledge::speech::{Entry, Frame};
use crate::resolve::Stance;

impl Tree<'_> {
    /// "Denied that it is arming and has accused": a conjunct of what is told that has the form of the telling goes on
    /// with the telling. Where told and telling share their form, it does so if it tells something itself and what is
    /// told is of a thing, or is denied ("denied it had paid and blamed").
    pub(super) fn carried_on(&self, token: usize) -> Option<Vec<Move>> {
        let annotated = self.annotated;
        if annotated.pos(token) != Pos::Verb || self.subject(token).is_some() {
            return None;
        }
        let told = self.clause_of(annotated.head(token)?)?;
        let telling = annotated.head(told).filter(|&verb| verb < told)?;
        let entry = self.entry(telling)?;
        let sense = entry.sense(&Frame::Clause)?;
        let form = self.form(token)?;
        if self.form(telling) != Some(form) {
            return None;
        }
        let apart = self.form(told) != Some(form);
        let (_, auxiliary) = form;
        let tells = self.entry(token).is_some();
        let moved = if apart {
            tells || auxiliary.is_some()
        } else {
            tells && (sense.stance == Stance::Denies || self.is_of_a_thing(told))
        };
        moved.then(|| self.with_conjunction(token, telling))
    }

    /// The clause that a conjunct's first one heads or, as a predicate ("was fair"), belongs to.
    fn clause_of(&self, first: usize) -> Option<usize> {
        let annotated = self.annotated;
        let verb = match annotated.dep(first) {
            Dep::Acomp | Dep::Attr => annotated.head(first)?,
            _ => first,
        };
        (annotated.dep(verb) == Dep::Ccomp && self.is_verb(verb)).then_some(verb)
    }

    fn entry(&self, verb: usize) -> Option<&Entry> {
        let reporting = &self.knowledge.reporting;
        reporting.verb(reporting.base(self.annotated.lemma(verb)))
    }

    /// Tag of the finite word of a clause, and the lemma of its auxiliary where it has one.
    fn form(&self, verb: usize) -> Option<(Tag, Option<&str>)> {
        let annotated = self.annotated;
        let auxiliary = annotated
            .children(verb)
            .iter()
            .copied()
            .find(|&child| matches!(annotated.dep(child), Dep::Aux | Dep::Auxpass));
        let tag = annotated.tag(auxiliary.unwrap_or(verb));
        matches!(tag, Tag::Vbd | Tag::Vbz | Tag::Vbp)
            .then_some((tag, auxiliary.map(|word| annotated.lemma(word))))
    }

    /// Whether the subject of a clause is neither a name nor one who can speak.
    fn is_of_a_thing(&self, clause: usize) -> bool {
        let annotated = self.annotated;
        self.subject(clause).is_some_and(|subject| {
            annotated.pos(subject) == Pos::Noun
                && !self
                    .knowledge
                    .language
                    .nouns
                    .contains_key(annotated.lemma(subject))
        })
    }

    /// Moves a conjunct to another first one, with the conjunction before it.
    fn with_conjunction(&self, token: usize, head: usize) -> Vec<Move> {
        let annotated = self.annotated;
        let first = annotated.head(token).unwrap_or(token);
        let conjunction = annotated
            .children_by(first, Dep::Cc)
            .filter(|&cc| cc < token)
            .last();
        let conjunct = Move {
            token,
            head,
            dep: Dep::Conj,
        };
        let before = conjunction.map(|token| Move {
            token,
            head,
            dep: Dep::Cc,
        });
        before.into_iter().chain([conjunct]).collect()
    }

    /// "Maintained an inquiry is under way": the parser takes the subject of what is told for the verb's object, and
    /// hangs the clause beside it.
    pub(super) fn swallowed_subject(&self, clause: usize) -> Option<Vec<Move>> {
        let annotated = self.annotated;
        let telling = annotated.head(clause)?;
        let bare = self.is_verb(clause)
            && self.subject(clause).is_none()
            && self.form(clause).is_some()
            && annotated.child(telling, Dep::Cc).is_none();
        let sense = self.entry(telling)?.sense(&Frame::Clause);
        let object = annotated
            .children_by(telling, Dep::Dobj)
            .find(|&object| telling < object && object < clause)?;
        let apart = (object + 1..clause).any(|between| annotated.dep(between) == Dep::Ccomp);
        (bare && sense.is_some() && !apart).then(|| {
            vec![
                Move {
                    token: object,
                    head: clause,
                    dep: Dep::Nsubj,
                },
                Move {
                    token: clause,
                    head: telling,
                    dep: Dep::Ccomp,
                },
            ]
        })
    }

    /// "Spoke of Borland arming": the participle behind the object of a preposition of saying is what is spoken of.
    pub(super) fn participle_of_object(&self, clause: usize) -> Option<Vec<Move>> {
        let annotated = self.annotated;
        let object = clause.checked_sub(1)?;
        let preposition = annotated
            .head(object)
            .filter(|_| annotated.dep(object) == Dep::Pobj)?;
        let verb = annotated.head(preposition)?;
        let beside = [object, verb].map(Some).contains(&annotated.head(clause));
        let tells = self
            .entry(verb)?
            .preposition(annotated.lower(preposition))
            .is_some();
        let named = matches!(annotated.pos(object), Pos::Propn | Pos::Pron);
        let free = annotated.tag(clause) == Tag::Vbg && self.subject(clause).is_none();
        (beside && tells && named && free).then(|| {
            vec![
                Move {
                    token: object,
                    head: clause,
                    dep: Dep::Nsubj,
                },
                Move {
                    token: clause,
                    head: preposition,
                    dep: Dep::Pcomp,
                },
            ]
        })
    }

    /// "A statement reminding Arland that force is banned": the clause belongs to the participle, not to the noun, nor to the
    /// verb of which that is the object ("issued").
    pub(super) fn clause_of_participle(&self, clause: usize) -> Option<Vec<Move>> {
        let annotated = self.annotated;
        let head = annotated.head(clause)?;
        let that = annotated
            .children_by(clause, Dep::Mark)
            .any(|mark| annotated.lower(mark) == "that");
        let own = self.is_verb(head) && self.tells_clause(head);
        let below = annotated.child(head, Dep::Dobj).filter(|_| !own);
        let participle = [Some(head), below]
            .into_iter()
            .flatten()
            .flat_map(|noun| annotated.children(noun))
            .copied()
            .filter(|&child| child < clause && annotated.tag(child) == Tag::Vbg)
            .filter(|&child| matches!(annotated.dep(child), Dep::Acl | Dep::Advcl))
            .filter(|&child| annotated.child(child, Dep::Ccomp).is_none())
            .find(|&child| self.tells_clause(child))?;
        (that && !own).then(|| {
            vec![Move {
                token: clause,
                head: participle,
                dep: Dep::Ccomp,
            }]
        })
    }

    /// Whether a verb tells what a clause says.
    fn tells_clause(&self, verb: usize) -> bool {
        self.entry(verb)
            .is_some_and(|entry| entry.sense(&Frame::Clause).is_some())
    }
}
