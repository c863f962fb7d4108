//! A predicate's own words: negation, modality, adverbs, mood, modifiers.

use super::Calculus;
use super::syntax::Tense;
use super::world::{Value, World};
use crate::annotate::{Dep, Pos, Tag};
use crate::knowledge::status::Outcome;

impl Calculus<'_> {
    /// What a token's own words make of it, as if it stood alone.
    pub(super) fn local(&self, token: usize) -> World {
        if self.syntax.is_nominal(token) {
            self.local_noun(token)
        } else {
            self.local_predicate(token)
        }
    }

    fn local_predicate(&self, token: usize) -> World {
        let own = self.own_words(token);
        if own != World::PLAIN {
            return own;
        }
        self.shared_auxiliaries(token)
            .map_or(World::PLAIN, |first| self.own_words(first))
    }

    fn own_words(&self, verb: usize) -> World {
        let negator = self.negator(verb);
        let world = match (self.syntax.modal(verb), negator) {
            (Some(modal), _) if self.is_asked(verb, modal) => {
                World::PLAIN.with(Value::Hypothetical, "question", modal)
            }
            (Some(modal), _) => self.under_modal(verb, modal, negator.is_some()),
            (None, Some(cue)) => World::PLAIN.with(Value::Counterfact, "negation", cue),
            (None, None) => self.mood(verb),
        };
        self.adverbs(verb, world)
    }

    /// "would like to" is a polite wish, not a condition.
    fn under_modal(&self, verb: usize, modal: usize, negated: bool) -> World {
        let word = self.syntax.lower(modal);
        let Some(entry) = self.language.modals.get(word) else {
            return World::PLAIN;
        };
        let polite = matches!(self.syntax.lemma(verb), "like" | "love" | "prefer" | "want");
        if polite && matches!(word, "would" | "'d" | "’d") && !negated {
            return World::PLAIN;
        }
        let perfect = self.syntax.is_perfect(verb);
        if matches!(word, "would" | "'d" | "’d")
            && !negated
            && !perfect
            && self.is_told_future(verb)
        {
            return World::PLAIN.with(Value::Future, "future in the past", modal);
        }
        let outcome = match (negated, perfect) {
            (false, false) => entry.affirmed,
            (true, false) => entry.negated,
            (false, true) => entry.perfect,
            (true, true) => entry.negated_perfect,
        };
        World::PLAIN.with(value(outcome), "modal", modal)
    }

    /// "announced that she would leave": the future of a past telling, where no condition stands beside it.
    fn is_told_future(&self, verb: usize) -> bool {
        let annotated = self.syntax.annotated;
        let first = self.syntax.first_conjunct(verb);
        let Some(head) = annotated
            .head(first)
            .filter(|_| annotated.dep(first) == Dep::Ccomp)
        else {
            return false;
        };
        let told = self
            .signature_of(head, "that")
            .is_some_and(|signature| signature.positive == Outcome::Reported);
        let conditional = annotated.children_by(verb, Dep::Advcl).next().is_some()
            || self
                .syntax
                .subject(first)
                .is_some_and(|subject| self.is_free_choice(subject));
        told && !conditional && self.syntax.tense(head) == Tense::Past
    }

    /// "Will they go?"
    fn is_asked(&self, verb: usize, modal: usize) -> bool {
        let inverted = self
            .syntax
            .subject(verb)
            .is_some_and(|subject| modal < subject);
        inverted && self.syntax.annotated.dep(verb) == Dep::Root && self.asks(verb)
    }

    /// Imperatives ask for it, questions leave it open.
    fn mood(&self, verb: usize) -> World {
        let annotated = self.syntax.annotated;
        let bare = annotated.tag(verb) == Tag::Vb
            && self.syntax.auxiliaries(verb).next().is_none()
            && self.syntax.subject(verb).is_none();
        if bare && annotated.dep(verb) == Dep::Root {
            return World::PLAIN.with(Value::Desired, "imperative", verb);
        }
        if let Some(source) = self.rule_source(verb) {
            return World::PLAIN.with(Value::Generic, "rule", source);
        }
        if annotated.dep(verb) == Dep::Root && self.asks(verb) {
            return World::PLAIN.with(Value::Hypothetical, "question", verb);
        }
        World::PLAIN
    }

    /// What a constitution or law says in the present tense, or what is so according to it.
    fn rule_source(&self, verb: usize) -> Option<usize> {
        if self.syntax.tense(verb) != Tense::Present || self.syntax.is_perfect(verb) {
            return None;
        }
        let annotated = self.syntax.annotated;
        let names_rule = |noun: &usize| {
            let lemma = self.syntax.lemma(*noun).to_lowercase();
            self.language.rule_nouns.contains(lemma.as_str())
        };
        let subject = self.syntax.subject(verb).filter(names_rule);
        let clause = self.signature_of(verb, "that").is_some()
            || self.syntax.child(verb, Dep::Dobj).is_some();
        if subject.is_some() && clause && self.syntax.lemma(verb) != "have" {
            return subject;
        }
        annotated
            .children_by(verb, Dep::Prep)
            .flat_map(|preposition| self.syntax.children(preposition).chain([preposition]))
            .filter(|&word| matches!(self.syntax.lower(word), "under" | "according" | "to"))
            .find_map(|word| self.syntax.child(word, Dep::Pobj).filter(names_rule))
    }

    fn asks(&self, root: usize) -> bool {
        let annotated = self.syntax.annotated;
        let sentence = annotated.sentences[annotated.sentence_of(root)].clone();
        sentence
            .rev()
            .find(|&token| !matches!(annotated.tag(token), Tag::Space | Tag::CloseQuote))
            .is_some_and(|last| self.syntax.lower(last) == "?")
    }

    fn adverbs(&self, verb: usize, world: World) -> World {
        let adverbs = self.syntax.annotated.children_by(verb, Dep::Advmod);
        adverbs.fold(world, |world, adverb| {
            match self.language.adverbs.get(self.syntax.lower(adverb)) {
                Some(&outcome) => marked(world, outcome, "adverb", adverb),
                None => world,
            }
        })
    }

    /// The word that denies a predicate: its own "not", or a negative argument.
    fn negator(&self, verb: usize) -> Option<usize> {
        let of_auxiliary = self
            .syntax
            .auxiliaries(verb)
            .find_map(|aux| self.syntax.child(aux, Dep::Neg))
            .filter(|&word| !self.is_released(word));
        of_auxiliary.or_else(|| self.negative_child(verb))
    }

    fn negative_child(&self, verb: usize) -> Option<usize> {
        self.syntax.children(verb).find_map(|child| {
            let word = self.syntax.lower(child);
            match self.syntax.annotated.dep(child) {
                Dep::Neg | Dep::Advmod | Dep::Preconj => {
                    let negates = self.language.negation.negators.contains(word)
                        || word == "longer" && self.syntax.child(child, Dep::Neg).is_some()
                        || word == "before" && self.is_never_before(child);
                    (negates && !self.is_released(child)).then_some(child)
                }
                Dep::Dobj if self.is_void_object_verb(verb) => None,
                Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Attr => self.negative_phrase(child),
                Dep::Det if self.language.negation.determiners.contains(word) => Some(child),
                _ => None,
            }
        })
    }

    /// "never before has it happened".
    fn is_never_before(&self, before: usize) -> bool {
        before
            .checked_sub(1)
            .is_some_and(|at| self.syntax.lower(at) == "never")
    }

    fn is_void_object_verb(&self, verb: usize) -> bool {
        let verbs = &self.language.negation.void_object_verbs;
        verbs.contains(self.syntax.lemma(verb))
    }

    /// "not only", "not just": the next word takes the negation back.
    fn is_released(&self, negator: usize) -> bool {
        let next = negator + 1;
        next < self.syntax.annotated.tokens.len()
            && self
                .language
                .negation
                .released_by
                .contains(self.syntax.lower(next))
    }

    /// The negative word of a noun phrase: "no troops", "nobody", "none of them".
    pub(super) fn negative_phrase(&self, noun: usize) -> Option<usize> {
        let negation = &self.language.negation;
        if negation.pronouns.contains(self.syntax.lower(noun)) {
            return Some(noun);
        }
        self.syntax.children(noun).find(|&child| {
            let word = self.syntax.lower(child);
            match self.syntax.annotated.dep(child) {
                Dep::Det => negation.determiners.contains(word),
                Dep::Neg => word != "never" && !self.is_released(child),
                Dep::Preconj => word == "neither",
                _ => false,
            }
        })
    }

    /// The first conjunct whose auxiliaries and negation a later one shares: "did not sign or ratify".
    fn shared_auxiliaries(&self, verb: usize) -> Option<usize> {
        let annotated = self.syntax.annotated;
        if annotated.dep(verb) != Dep::Conj || self.syntax.subject(verb).is_some() {
            return None;
        }
        let first = annotated.head(verb)?;
        let helped = self.syntax.auxiliaries(first).next().is_some();
        let alone = self.syntax.auxiliaries(verb).next().is_none();
        let same_form = annotated.tag(first) == annotated.tag(verb)
            && matches!(annotated.tag(verb), Tag::Vb | Tag::Vbg | Tag::Vbn);
        (alone && helped && same_form && !self.is_contrasted(first))
            .then(|| self.shared_auxiliaries(first).unwrap_or(first))
    }

    /// "not X but Y".
    pub(super) fn is_contrasted(&self, first: usize) -> bool {
        self.syntax
            .annotated
            .children_by(first, Dep::Cc)
            .any(|cc| self.syntax.lower(cc) == "but")
    }

    fn local_noun(&self, noun: usize) -> World {
        if let Some(cue) = self.negative_phrase(noun) {
            return World::PLAIN.with(Value::Counterfact, "negation", cue);
        }
        let annotated = self.syntax.annotated;
        if annotated.dep(noun) == Dep::Root && self.negator(noun).is_some() {
            return World::PLAIN.with(Value::Counterfact, "negation", noun);
        }
        let arranged = self.syntax.children(noun).find(|&child| {
            matches!(annotated.dep(child), Dep::Acl | Dep::Relcl)
                && self.syntax.is_infinitive(child)
                && self.syntax.is_passive(child)
        });
        if let Some(clause) = arranged {
            return World::PLAIN.with(Value::Future, "arranged future", clause);
        }
        let first = self.syntax.first_conjunct(noun);
        let bare = self.syntax.child(noun, Dep::Det).is_none();
        let own = self.modifiers(noun);
        if own == World::PLAIN && first != noun && bare {
            return match self.negative_phrase(first) {
                Some(cue) => World::PLAIN.with(Value::Counterfact, "negation", cue),
                None => self.modifiers(first),
            };
        }
        own
    }

    fn modifiers(&self, noun: usize) -> World {
        self.syntax
            .children(noun)
            .fold(World::PLAIN, |world, child| {
                match self.modifier(noun, child) {
                    Some(outcome) => marked(world, outcome, "modifier", child),
                    None => world,
                }
            })
    }

    /// What a word beside a noun makes of it: before it ("the planned visit"), or a participle behind it ("a visit planned
    /// for May"). An attack that somebody claims is an attack, whoever made it.
    fn modifier(&self, noun: usize, child: usize) -> Option<Outcome> {
        let annotated = self.syntax.annotated;
        let word = self.syntax.lower(child);
        let table = match annotated.dep(child) {
            Dep::Amod if child < noun => &self.language.modifiers,
            Dep::Compound | Dep::Nmod => &self.language.modifiers,
            Dep::Acl if annotated.tag(child) == Tag::Vbn && word != "claimed" => {
                &self.language.modifiers
            }
            Dep::Advmod => &self.language.adverbs,
            _ => return None,
        };
        table.get(word).copied()
    }

    /// Whether a modifier ("last", "recent") shows that a noun's event has happened.
    pub(super) fn is_settled(&self, noun: usize) -> bool {
        self.syntax
            .annotated
            .children_by(noun, Dep::Amod)
            .any(|child| {
                self.language.modifiers.get(self.syntax.lower(child)) == Some(&Outcome::Presupposed)
            })
    }

    /// Whether a noun phrase means no particular thing: "any attack".
    pub(super) fn is_free_choice(&self, noun: usize) -> bool {
        self.syntax.children(noun).any(|child| {
            self.syntax.annotated.dep(child) == Dep::Det
                && self
                    .language
                    .negation
                    .free_choice
                    .contains(self.syntax.lower(child))
        }) || self.syntax.annotated.pos(noun) == Pos::Pron
            && self.syntax.lower(noun).starts_with("any")
    }
}

fn value(outcome: Outcome) -> Value {
    match outcome {
        Outcome::Fact | Outcome::Presupposed | Outcome::Reported | Outcome::Same => Value::Fact,
        Outcome::Counterfact | Outcome::Denied => Value::Counterfact,
        Outcome::Hypothetical | Outcome::Known => Value::Hypothetical,
        Outcome::Desired => Value::Desired,
        Outcome::Future => Value::Future,
        Outcome::Generic => Value::Generic,
    }
}

/// A world with a cue word on top: "reportedly" keeps the value and names a source.
fn marked(world: World, outcome: Outcome, rule: &'static str, cue: usize) -> World {
    let added = World {
        reported: outcome == Outcome::Reported,
        ..World::PLAIN.with(value(outcome), rule, cue)
    };
    world.with_local(added)
}
