//! Event nouns and participles in the places of a governor.

use super::Calculus;
use super::syntax::Tense;
use super::world::{Value, World};
use crate::annotate::{Dep, Pos, Tag};
use crate::knowledge::status::{Governor, Outcome, Signature};

/// Where a noun phrase stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Subject,
    Object,
    Prepositional,
}

impl Place {
    const fn of(dep: Dep) -> Self {
        match dep {
            Dep::Nsubj | Dep::Nsubjpass => Self::Subject,
            _ => Self::Object,
        }
    }
}

impl Calculus<'_> {
    /// The world of an argument of a verb, adjective or noun.
    pub(super) fn argument(&self, noun: usize, governor: usize) -> World {
        let dep = self.syntax.annotated.dep(noun);
        let world = self.world(governor);
        let frames: &[&str] = match dep {
            Dep::Dobj => &["object"],
            Dep::Nsubjpass => &["subject", "object"],
            Dep::Nsubj => &["subject"],
            Dep::Oprd => &["oprd", "that"],
            Dep::Attr | Dep::Acomp => return self.predicated(noun, governor),
            _ => &[],
        };
        if dep == Dep::Dobj
            && matches!(
                self.syntax.lemma(governor),
                "include" | "involve" | "comprise"
            )
        {
            return self.predicated(noun, governor);
        }
        if dep == Dep::Nsubj
            && let Some((outcome, word)) = self.modal_predicate(governor)
        {
            return world.governs(Signature::both(outcome), "predicate", word);
        }
        let signature = frames
            .iter()
            .find_map(|frame| self.signature_of(governor, frame));
        match signature {
            Some(signature) => self.governed(noun, world, signature, governor),
            None => self.plain_nominal(noun, world, Place::of(dep)),
        }
    }

    /// Subject of a verb; of "one of their goals" the goals.
    pub(super) fn content_subject(&self, verb: usize) -> Option<usize> {
        let subject = self.syntax.subject(verb)?;
        if !matches!(
            self.syntax.lower(subject),
            "one" | "some" | "part" | "another"
        ) {
            return Some(subject);
        }
        let of = self.syntax.child(subject, Dep::Prep)?;
        self.syntax.child(of, Dep::Pobj).or(Some(subject))
    }

    /// "war is possible", "a deal seems unlikely": the adjective tells how real the subject is.
    fn modal_predicate(&self, verb: usize) -> Option<(Outcome, usize)> {
        let annotated = self.syntax.annotated;
        let adjective = annotated
            .children(verb)
            .iter()
            .copied()
            .find(|&child| matches!(annotated.dep(child), Dep::Acomp | Dep::Oprd))?;
        let &outcome = self.language.modifiers.get(self.syntax.lower(adjective))?;
        matches!(
            outcome,
            Outcome::Hypothetical | Outcome::Future | Outcome::Counterfact
        )
        .then_some((outcome, adjective))
    }

    /// What is said of a content noun is its content: "their demands include the release of all prisoners".
    pub(super) fn predicated(&self, word: usize, verb: usize) -> World {
        let world = self.world(verb);
        if !self.syntax.is_nominal(word) && self.syntax.annotated.dep(word) == Dep::Acomp {
            return world;
        }
        let subject = self.content_subject(verb).filter(|&noun| noun < word);
        match subject.and_then(|noun| Some((noun, self.noun_signature(noun, "subject")?))) {
            Some((noun, signature)) => world.governs(signature, "subject noun", noun),
            None => world,
        }
    }

    fn governed(&self, noun: usize, world: World, signature: Signature, governor: usize) -> World {
        let nominal = self.syntax.is_nominal(noun);
        if nominal && self.syntax.is_verbal(governor) && self.outlives(noun, signature) {
            return world;
        }
        let known = self.is_known(noun);
        let signature = match signature.positive {
            Outcome::Known if known => Signature::both(Outcome::Presupposed),
            _ => signature,
        };
        let result = world.governs(signature, "argument", governor);
        let presupposed = signature.positive == Outcome::Presupposed;
        if presupposed && self.is_free_choice(noun) {
            return result.with(Value::Hypothetical, "free choice", noun);
        }
        if presupposed && world.value.is_open() && world.value != Value::Desired && !known {
            return world;
        }
        result
    }

    /// A plan that is announced, an attempt that is foiled, an allegation that is denied: the noun's
    /// content is at stake, the plan, attempt or allegation itself is there.
    fn outlives(&self, noun: usize, signature: Signature) -> bool {
        let content = |frame, wanted: &[Outcome]| {
            self.noun_signature(noun, frame)
                .is_some_and(|own| wanted.contains(&own.positive))
        };
        let planned = || {
            content("to", &[Outcome::Future, Outcome::Hypothetical])
                || content(
                    "that",
                    &[Outcome::Desired, Outcome::Future, Outcome::Hypothetical],
                )
        };
        match signature.positive {
            Outcome::Denied => content("that", &[Outcome::Reported]) || planned(),
            Outcome::Counterfact | Outcome::Known => {
                planned() || content("that", &[Outcome::Reported])
            }
            Outcome::Future => content("to", &[Outcome::Future]),
            _ => false,
        }
    }

    /// A noun phrase whose governor says nothing of its reality.
    fn plain_nominal(&self, noun: usize, world: World, place: Place) -> World {
        match world.value {
            Value::Fact if self.is_free_choice(noun) => {
                world.with(Value::Hypothetical, "free choice", noun)
            }
            Value::Fact => world,
            Value::Counterfact if self.is_free_choice(noun) => world,
            Value::Counterfact if place != Place::Object || self.is_known(noun) => {
                world.presupposed()
            }
            Value::Counterfact => world,
            _ if self.is_settled(noun) => world.presupposed(),
            _ if !self.is_known(noun) => world,
            _ if place != Place::Subject && self.syntax.is_weakly_definite(noun) => world,
            _ => world.presupposed(),
        }
    }

    fn is_known(&self, noun: usize) -> bool {
        self.syntax.is_definite(noun) || self.is_settled(noun)
    }

    /// What stands behind a preposition: a noun, a participle or a clause.
    pub(super) fn prepositional(&self, object: usize, preposition: usize) -> World {
        let Some(head) = self.syntax.annotated.head(preposition) else {
            return World::PLAIN;
        };
        if let Some(world) = self.compound_preposition(object, preposition, head) {
            return world;
        }
        let word = self.syntax.lower(preposition);
        if let Some((governor, signature)) = self.preposition_governor(preposition, head, word) {
            if self.syntax.is_nominal(governor) && self.defeat(governor).is_some() {
                return self.noun_governs(governor, signature);
            }
            let world = self.world(governor);
            return self.governed(object, world, signature, governor);
        }
        self.free_preposition(object, head, word, preposition)
    }

    /// "instead of", "ahead of", "because of", "prior to".
    fn compound_preposition(
        &self,
        object: usize,
        preposition: usize,
        head: usize,
    ) -> Option<World> {
        let first = matches!(
            self.syntax.annotated.pos(head),
            Pos::Adp | Pos::Adv | Pos::Sconj | Pos::Adj
        );
        let words = if first {
            format!(
                "{}_{}",
                self.syntax.lower(head),
                self.syntax.lower(preposition)
            )
        } else {
            let second = self
                .syntax
                .child(preposition, Dep::Pcomp)
                .filter(|&word| word == preposition + 1)?;
            format!(
                "{}_{}",
                self.syntax.lower(preposition),
                self.syntax.lower(second)
            )
        };
        let &outcome = self.language.prepositions.get(words.as_str())?;
        let governor = if first {
            self.syntax.annotated.head(head).unwrap_or(head)
        } else {
            head
        };
        Some(self.by_preposition(object, governor, outcome, preposition))
    }

    /// The word that a preposition belongs to, where the tables know the two together: its head, or
    /// the object of its verb ("issued a call for talks").
    fn preposition_governor(
        &self,
        preposition: usize,
        head: usize,
        word: &str,
    ) -> Option<(usize, Signature)> {
        if let Some(signature) = self.signature_of(head, word) {
            return Some((head, signature));
        }
        if !self.syntax.is_verbal(head) {
            let annotated = self.syntax.annotated;
            let verb = annotated
                .head(head)
                .filter(|_| annotated.dep(head) == Dep::Dobj)?;
            return Some((verb, self.signature_of(verb, word)?));
        }
        self.noun_between(preposition, head, word)
    }

    fn free_preposition(
        &self,
        object: usize,
        head: usize,
        word: &str,
        preposition: usize,
    ) -> World {
        let world = self.world(head);
        if word == "but" && self.syntax.is_infinitive(object) {
            return world
                .presupposed()
                .with(Value::Desired, "no choice", preposition);
        }
        match self.language.prepositions.get(word) {
            Some(&outcome) => self.by_preposition(object, head, outcome, preposition),
            None if self.syntax.is_nominal(object) => {
                self.plain_nominal(object, world, Place::Prepositional)
            }
            None if world.value == Value::Counterfact => {
                world.with(Value::Hypothetical, "preposition", preposition)
            }
            None => world,
        }
    }

    fn by_preposition(
        &self,
        object: usize,
        head: usize,
        outcome: Outcome,
        preposition: usize,
    ) -> World {
        let world = self.world(head);
        let known = self.is_known(object) && self.syntax.annotated.tag(object) != Tag::Vbg;
        match outcome {
            Outcome::Presupposed | Outcome::Future if self.is_free_choice(object) => {
                world.with(Value::Hypothetical, "free choice", object)
            }
            Outcome::Presupposed if world.value.is_open() && !known => world,
            Outcome::Future
                if self.syntax.lower(preposition) != "of" && self.is_told_in_past(head) =>
            {
                world.presupposed()
            }
            Outcome::Known if known => world.presupposed(),
            Outcome::Desired | Outcome::Hypothetical if known => world.presupposed(),
            Outcome::Counterfact if known && self.syntax.is_nominal(object) => world.presupposed(),
            _ => world
                .presupposed()
                .governs(Signature::both(outcome), "preposition", preposition),
        }
    }

    /// Whether the clause around a word is in the past.
    fn is_told_in_past(&self, word: usize) -> bool {
        let annotated = self.syntax.annotated;
        std::iter::once(word)
            .chain(annotated.ancestors(word))
            .find(|&at| self.syntax.is_verbal(at) && self.syntax.tense(at) != Tense::None)
            .is_some_and(|verb| self.syntax.is_past(verb))
    }

    /// A noun in front of a noun: "invasion plan".
    pub(super) fn compound(&self, head: usize) -> World {
        let world = self.world(head);
        match self.noun_signature(head, "compound") {
            Some(signature) => world.governs(signature, "compound", head),
            None => world,
        }
    }

    /// The signature of a noun in a frame. A demand that is rejected, a plan that fails, an
    /// allegation that is denied: what it is about is not so, or a source says that it is not.
    pub(super) fn noun_signature(&self, noun: usize, frame: &str) -> Option<Signature> {
        self.language
            .signature(Governor::Noun, self.syntax.lemma(noun), frame)
    }

    /// The world that a noun gives its content. Of a plan or demand that is rejected it is not so,
    /// of an allegation that is denied a source says that it is not.
    pub(super) fn noun_governs(&self, noun: usize, signature: Signature) -> World {
        let world = self.world(noun);
        match self.defeat(noun) {
            Some(defeater) if world.value == Value::Fact => {
                let told = signature.positive == Outcome::Reported;
                let outcome = if told {
                    Outcome::Denied
                } else {
                    signature.negative
                };
                world.governs(Signature::both(outcome), "rejected", defeater)
            }
            _ => world.governs(signature, "noun complement", noun),
        }
    }

    /// The word by which a plan, demand or allegation comes to nothing.
    fn defeat(&self, noun: usize) -> Option<usize> {
        let annotated = self.syntax.annotated;
        let failed = annotated.children_by(noun, Dep::Amod).find(|&child| {
            self.language
                .defeat
                .modifiers
                .contains(self.syntax.lower(child))
        });
        if failed.is_some() {
            return failed;
        }
        let governor = annotated.head(noun)?;
        let defeat = &self.language.defeat;
        let verbs = match annotated.dep(noun) {
            Dep::Dobj | Dep::Nsubjpass => &defeat.of_object,
            Dep::Nsubj => &defeat.of_subject,
            _ => return None,
        };
        let defeated = verbs.contains(self.syntax.lemma(governor));
        (defeated && self.world(governor).value == Value::Fact).then_some(governor)
    }
}
