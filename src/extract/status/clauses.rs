//! Clauses under their governors: complements, relative clauses.

use super::Calculus;
use super::world::{Value, World};
use crate::annotate::{Dep, Pos, Tag};
use crate::knowledge::status::{Governor, Outcome, Signature};

pub(super) const PURPOSE: Signature = Signature {
    positive: Outcome::Desired,
    negative: Outcome::Hypothetical,
};
const REPORT: Signature = Signature {
    positive: Outcome::Reported,
    negative: Outcome::Hypothetical,
};
const ARRANGED: Signature = Signature {
    positive: Outcome::Future,
    negative: Outcome::Counterfact,
};

impl Calculus<'_> {
    /// The world that a governor gives its complement clause.
    pub(super) fn complement(&self, clause: usize, governor: usize) -> World {
        let annotated = self.syntax.annotated;
        if matches!(annotated.dep(clause), Dep::Csubj | Dep::Csubjpass) {
            return self.clausal_subject(clause, governor);
        }
        match annotated.pos(governor) {
            Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num => self.noun_complement(clause, governor),
            Pos::Adj | Pos::Adv => self.adjective_complement(clause, governor),
            _ if self.syntax.lemma(governor) == "be" => self.copular_complement(clause, governor),
            _ => self.verb_complement(clause, governor),
        }
    }

    fn clausal_subject(&self, clause: usize, governor: usize) -> World {
        let world = self.world(governor);
        let infinitive = self.syntax.is_infinitive(clause);
        match world.value {
            Value::Counterfact => world.with(Value::Hypothetical, "subject", governor),
            Value::Fact if infinitive => world.with(Value::Hypothetical, "subject", governor),
            _ => world,
        }
    }

    fn verb_complement(&self, clause: usize, verb: usize) -> World {
        let frame = self.syntax.frame(clause);
        if let Some(world) = self.subjunctive(clause, verb) {
            return world;
        }
        if frame == "to" {
            return self.infinitive(clause, verb);
        }
        if matches!(self.syntax.lemma(verb), "include" | "involve") {
            return self.predicated(clause, verb);
        }
        let world = self.world(verb);
        if let Some(signature) = self.frame_signature(verb, frame) {
            return world.governs(signature, "complement", verb);
        }
        match frame {
            "that" if self.runs_on(clause, verb) => self.contexts[verb],
            "that" => world.governs(REPORT, "complement", verb),
            "wh" => self.question(clause, verb),
            _ => world,
        }
    }

    /// "recommended that they withdraw", `"Go," he said`: a bare verb under a verb of saying is wanted.
    fn subjunctive(&self, clause: usize, verb: usize) -> Option<World> {
        let annotated = self.syntax.annotated;
        let bare = annotated.tag(clause) == Tag::Vb
            && self.syntax.modal(clause).is_none()
            && !self.syntax.is_infinitive(clause)
            && !self
                .syntax
                .auxiliaries(clause)
                .any(|aux| self.syntax.lemma(aux) == "do");
        let tells = self.signature_of(verb, "that").is_some_and(|signature| {
            matches!(signature.positive, Outcome::Reported | Outcome::Desired)
        });
        let perceives = self.signature_of(verb, "bare").is_some();
        let below = matches!(annotated.dep(clause), Dep::Ccomp | Dep::Xcomp);
        (bare && tells && !perceives && below)
            .then(|| self.world(verb).governs(PURPOSE, "subjunctive", verb))
    }

    /// Two sentences that the parser joined: no conjunction, and the verb takes no such clause.
    fn runs_on(&self, clause: usize, verb: usize) -> bool {
        clause < verb
            && self.syntax.child(clause, Dep::Mark).is_none()
            && self.signature_of(verb, "that").is_none()
    }

    fn question(&self, clause: usize, verb: usize) -> World {
        let world = self.world(verb);
        let marker = self.syntax.child(clause, Dep::Mark);
        let alternative =
            marker.is_some_and(|word| matches!(self.syntax.lower(word), "whether" | "if"));
        if alternative || self.syntax.is_infinitive(clause) {
            return world.with(Value::Hypothetical, "question", marker.unwrap_or(verb));
        }
        let told = self
            .signature_of(verb, "that")
            .is_some_and(|s| s.positive == Outcome::Reported);
        World {
            reported: world.reported || told && world.value == Value::Fact,
            ..world.presupposed()
        }
    }

    /// A "to" infinitive: a complement of the verb, of its object, or a purpose.
    pub(super) fn infinitive(&self, clause: usize, verb: usize) -> World {
        let world = self.world(verb);
        if self.syntax.lemma(verb) == "use" && self.syntax.is_passive(verb) {
            return world.governs(PURPOSE, "purpose", verb);
        }
        let had_to = self.syntax.lemma(verb) == "have" && self.syntax.is_perfect(verb);
        if had_to || self.speaks_to_tell(clause, verb) {
            return world;
        }
        if let Some(signature) = self.frame_signature(verb, "to") {
            return world.governs(signature, "complement", verb);
        }
        match self.noun_between(clause, verb, "to") {
            Some((noun, signature)) => self.noun_governs(noun, signature),
            None if self.follows_ranked(clause, verb) => world,
            None => world.governs(PURPOSE, "purpose", clause),
        }
    }

    /// "Telephoned the king to warn him": who speaks in order to tell has told.
    pub(super) fn speaks_to_tell(&self, clause: usize, verb: usize) -> bool {
        let tells = ["that", "to", "for"].into_iter().any(|frame| {
            self.signature_of(clause, frame).is_some_and(|signature| {
                matches!(signature.positive, Outcome::Reported | Outcome::Desired)
            })
        });
        tells && self.language.speaking.contains(self.syntax.lemma(verb))
    }

    /// "became the first country to leave".
    pub(super) fn follows_ranked(&self, clause: usize, verb: usize) -> bool {
        let annotated = self.syntax.annotated;
        self.syntax.children(verb).any(|child| {
            matches!(annotated.dep(child), Dep::Attr | Dep::Dobj)
                && child < clause
                && self.syntax.is_ranked(child)
        })
    }

    /// The object of a verb that takes a complement behind it: "make plans to leave".
    pub(super) fn noun_between(
        &self,
        clause: usize,
        verb: usize,
        frame: &str,
    ) -> Option<(usize, Signature)> {
        let annotated = self.syntax.annotated;
        let mut nouns = annotated.children(verb).iter().copied().filter(|&child| {
            matches!(annotated.dep(child), Dep::Dobj | Dep::Attr | Dep::Nsubjpass) && child < clause
        });
        nouns.find_map(|noun| {
            let signature =
                self.language
                    .signature(Governor::Noun, self.syntax.lemma(noun), frame)?;
            Some((noun, signature))
        })
    }

    fn adjective_complement(&self, clause: usize, adjective: usize) -> World {
        let frame = self.syntax.frame(clause);
        let default = if frame == "that" {
            REPORT
        } else {
            Signature::both(Outcome::Hypothetical)
        };
        let signature = self
            .language
            .signature(Governor::Adjective, self.syntax.lemma(adjective), frame)
            .or_else(|| {
                self.language
                    .signature(Governor::Verb, self.syntax.lemma(adjective), frame)
            })
            .unwrap_or(default);
        self.world(adjective)
            .governs(signature, "adjective complement", adjective)
    }

    /// "is to leave", "it is likely that", "their aim is to win".
    fn copular_complement(&self, clause: usize, copula: usize) -> World {
        let world = self.world(copula);
        let frame = self.syntax.frame(clause);
        let complement = self.syntax.children(copula).find(|&child| {
            matches!(self.syntax.annotated.dep(child), Dep::Acomp | Dep::Attr) && child < clause
        });
        if let Some(word) = complement {
            let kind = if self.syntax.is_nominal(word) {
                Governor::Noun
            } else {
                Governor::Adjective
            };
            if let Some(signature) = self
                .language
                .signature(kind, self.syntax.lemma(word), frame)
            {
                return world.governs(signature, "predicate complement", word);
            }
            if frame == "to" {
                return world.with(Value::Hypothetical, "predicate complement", word);
            }
        }
        if let Some(subject) = self.content_subject(copula).filter(|&noun| noun < copula) {
            let named = if frame == "to" { "subject" } else { frame };
            if let Some(signature) = self.noun_signature(subject, named) {
                return world.governs(signature, "subject noun", subject);
            }
        }
        match frame {
            "to" => world.governs(ARRANGED, "arranged future", copula),
            "wh" => world.presupposed(),
            _ => world,
        }
    }

    fn noun_complement(&self, clause: usize, noun: usize) -> World {
        let frame = self.syntax.frame(clause);
        let world = self.world(noun);
        if let Some(signature) = self.noun_signature(noun, frame) {
            return self.noun_governs(noun, signature);
        }
        match frame {
            "to" if self.syntax.is_ranked(noun) => world,
            "to" if self.is_arranged(clause) => world.governs(ARRANGED, "arranged future", clause),
            "to" => world.governs(PURPOSE, "purpose", noun),
            "that" => world.governs(REPORT, "noun complement", noun),
            "wh" => world.with(Value::Hypothetical, "question", noun),
            _ => self.participle(clause, noun),
        }
    }

    /// "an election to be held in May".
    fn is_arranged(&self, clause: usize) -> bool {
        self.syntax.is_passive(clause)
    }

    /// "troops stationed there", "a law banning protests": as real as what it describes.
    fn participle(&self, clause: usize, noun: usize) -> World {
        let world = self.world(noun);
        if let Some(signature) = self
            .noun_signature(noun, "ing")
            .filter(|_| self.syntax.annotated.tag(clause) == Tag::Vbg)
        {
            return world.governs(signature, "noun complement", noun);
        }
        let described = world.value.is_open() && !self.syntax.is_definite(noun);
        let lasting = self.syntax.annotated.tag(clause) == Tag::Vbg || described;
        if described && lasting {
            world
        } else {
            world.presupposed()
        }
    }

    /// Clauses on nouns: complements, participles, infinitives.
    pub(super) fn adnominal(&self, clause: usize, noun: usize) -> World {
        if !self.syntax.is_nominal(noun) {
            return self.complement(clause, noun);
        }
        match self.syntax.frame(clause) {
            "ing" | "bare" | "oprd" => self.participle(clause, noun),
            _ => self.noun_complement(clause, noun),
        }
    }

    /// Relative clauses describe what is known as fact, what is open as open.
    pub(super) fn relative(&self, clause: usize, noun: usize) -> World {
        if self.syntax.is_infinitive(clause) {
            return self.adnominal(clause, noun);
        }
        if !self.syntax.is_nominal(noun) {
            return self.world(noun).presupposed();
        }
        let world = self.world(noun);
        if self.is_free_choice(noun) {
            return world
                .presupposed()
                .with(Value::Hypothetical, "free choice", noun);
        }
        let past = self.syntax.is_past(clause);
        if let Some(signature) = self.noun_signature(noun, "ing").filter(|_| !past) {
            return world.governs(signature, "noun complement", noun);
        }
        if self.syntax.projects(clause, noun) {
            return World::PLAIN;
        }
        let anybody = self.syntax.is_anybody(noun);
        let world = if anybody {
            self.world_around(noun)
        } else {
            world
        };
        let known = (self.syntax.is_definite(noun) || past) && !anybody;
        match world.value {
            Value::Generic if past => world.with(Value::Fact, "past", clause),
            Value::Counterfact if self.negative_phrase(noun).is_some() => world,
            Value::Counterfact => world.presupposed(),
            value if value.is_open() && !known => world,
            _ => world.presupposed(),
        }
    }

    /// The world of the verb around a noun: "would punish those who help" speaks of nobody yet.
    fn world_around(&self, noun: usize) -> World {
        let annotated = self.syntax.annotated;
        let verb = annotated
            .ancestors(noun)
            .find(|&above| self.syntax.is_verbal(above));
        self.world(verb.unwrap_or(noun))
    }
}
