//! Adverbial clauses: conditions, times, purposes, participles.

use super::Calculus;
use super::clauses::PURPOSE;
use super::syntax::Tense;
use super::world::{Value, World};
use crate::annotate::Dep;
use crate::knowledge::status::Outcome;

impl Calculus<'_> {
    /// Adverbial clauses by their conjunction, else by their form.
    pub(super) fn adverbial(&self, clause: usize, head: usize) -> World {
        let world = self.world(head);
        if self.syntax.is_infinitive(clause) {
            return self.adverbial_infinitive(clause, head);
        }
        let Some(marker) = self.syntax.marker(clause) else {
            return self.unmarked(clause, head);
        };
        let word = self.syntax.lower(marker);
        if word == "that" {
            return self.complement(clause, head);
        }
        if word == "so" || word == "as" && self.is_as_if(clause) {
            return world.presupposed();
        }
        match self.language.conjunctions.get(word) {
            Some(Outcome::Hypothetical) => {
                world
                    .presupposed()
                    .with(Value::Hypothetical, "condition", marker)
            }
            Some(Outcome::Same) => self.temporal(clause, head, marker),
            _ => world.presupposed(),
        }
    }

    fn is_as_if(&self, clause: usize) -> bool {
        self.syntax
            .annotated
            .children_by(clause, Dep::Mark)
            .any(|mark| matches!(self.syntax.lower(mark), "if" | "though"))
    }

    /// "when", "once", "until": past is past, else as open as the main clause.
    fn temporal(&self, clause: usize, head: usize, marker: usize) -> World {
        let world = self.world(head);
        if self.syntax.is_past(clause) && !self.is_unreal(head, marker) {
            return world.presupposed();
        }
        match world.value {
            Value::Fact if self.syntax.lower(marker) == "until" => {
                world.with(Value::Future, "time", marker)
            }
            Value::Fact => world,
            Value::Counterfact | Value::Future => world.with(Value::Hypothetical, "time", marker),
            _ => world,
        }
    }

    /// Whether a past tense under a verb may mean no past: "would respond when they attacked"; not what follows "after"
    /// under a refusal ("would not come out after they had fired").
    fn is_unreal(&self, head: usize, marker: usize) -> bool {
        let modal = self.syntax.modal(head).map(|word| self.syntax.lower(word));
        let refused =
            self.world(head).value == Value::Counterfact && self.syntax.lower(marker) == "after";
        self.syntax.tense(head) == Tense::Modal
            && !matches!(
                modal,
                Some("will" | "'ll" | "’ll" | "wo" | "can" | "ca" | "must")
            )
            && !refused
    }

    fn adverbial_infinitive(&self, clause: usize, head: usize) -> World {
        let world = self.world(head);
        let mark = self
            .syntax
            .child(clause, Dep::Mark)
            .map(|mark| self.syntax.lower(mark));
        if mark == Some("for")
            && let Some(signature) = self.signature_of(head, "for")
        {
            return world.governs(signature, "complement", head);
        }
        if !self.syntax.is_verbal(head) {
            return self.complement(clause, head);
        }
        let only = clause
            .checked_sub(2)
            .is_some_and(|at| self.syntax.lower(at) == "only");
        if only {
            return world;
        }
        let follows = self.syntax.auxiliaries(clause).any(|aux| aux == head + 1);
        if follows {
            return self.infinitive(clause, head);
        }
        match self.noun_between(clause, head, "to") {
            Some((noun, signature)) => self.noun_governs(noun, signature),
            None if self.follows_ranked(clause, head) => world,
            None if self.speaks_to_tell(clause, head) => world,
            None => world.governs(PURPOSE, "purpose", clause),
        }
    }

    /// Participles go with the main clause; an auxiliary in front of the subject is a condition.
    fn unmarked(&self, clause: usize, head: usize) -> World {
        let world = self.world(head);
        let subject = self.syntax.subject(clause);
        let inverted = self.syntax.auxiliaries(clause).find(|&aux| {
            matches!(self.syntax.lower(aux), "should" | "had" | "were")
                && subject.is_some_and(|noun| aux < noun)
        });
        if let Some(aux) = inverted {
            return world
                .presupposed()
                .with(Value::Hypothetical, "condition", aux);
        }
        let tells = self
            .signature_of(clause, "that")
            .is_some_and(|signature| signature.positive == Outcome::Reported);
        if self.syntax.lemma(head) == "include" {
            return self.predicated(clause, head);
        }
        if world.value.is_open() && self.syntax.tense(clause) == Tense::None && !tells {
            world
        } else {
            world.presupposed()
        }
    }
}
