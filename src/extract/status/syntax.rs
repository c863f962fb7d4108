//! Reading the tree: forms of clauses, frames, negative and definite noun phrases.

use crate::annotate::{Annotated, Dep, Pos, Tag};

/// Finite tense of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Modal,
    /// Infinitive, participle, or no verb.
    None,
}

/// The tree of an article with the questions that the calculus asks of it.
#[derive(Clone, Copy)]
pub(super) struct Syntax<'a> {
    pub(super) annotated: &'a Annotated,
}

impl<'a> Syntax<'a> {
    pub(super) fn lower(&self, token: usize) -> &'a str {
        self.annotated.lower(token)
    }

    pub(super) fn lemma(&self, token: usize) -> &'a str {
        self.annotated.lemma(token)
    }

    pub(super) fn child(&self, token: usize, dep: Dep) -> Option<usize> {
        self.annotated.child(token, dep)
    }

    pub(super) fn children(&self, token: usize) -> impl Iterator<Item = usize> + use<'a> {
        self.annotated.children(token).iter().copied()
    }

    pub(super) fn is_nominal(&self, token: usize) -> bool {
        matches!(
            self.annotated.pos(token),
            Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num
        )
    }

    pub(super) fn is_verbal(&self, token: usize) -> bool {
        matches!(self.annotated.pos(token), Pos::Verb | Pos::Aux)
    }

    /// Auxiliaries of a verb in text order.
    pub(super) fn auxiliaries(&self, verb: usize) -> impl Iterator<Item = usize> + use<'a> {
        let annotated = self.annotated;
        annotated
            .children(verb)
            .iter()
            .copied()
            .filter(move |&child| matches!(annotated.dep(child), Dep::Aux | Dep::Auxpass))
    }

    /// Whether a verb is a "to" infinitive.
    pub(super) fn is_infinitive(&self, verb: usize) -> bool {
        self.auxiliaries(verb)
            .any(|aux| self.annotated.tag(aux) == Tag::To)
    }

    /// Modal auxiliary of a verb.
    pub(super) fn modal(&self, verb: usize) -> Option<usize> {
        self.auxiliaries(verb)
            .find(|&aux| self.annotated.tag(aux) == Tag::Md)
    }

    /// Whether a verb has a perfect auxiliary.
    pub(super) fn is_perfect(&self, verb: usize) -> bool {
        self.auxiliaries(verb)
            .any(|aux| self.annotated.dep(aux) == Dep::Aux && self.lemma(aux) == "have")
    }

    /// Whether a verb is a passive with its auxiliary.
    pub(super) fn is_passive(&self, verb: usize) -> bool {
        self.child(verb, Dep::Auxpass).is_some() || self.child(verb, Dep::Nsubjpass).is_some()
    }

    /// Finite tense of the clause that a verb heads.
    pub(super) fn tense(&self, verb: usize) -> Tense {
        let first = self
            .auxiliaries(verb)
            .find(|&aux| self.annotated.tag(aux) != Tag::To)
            .filter(|_| !self.is_infinitive(verb));
        match self.annotated.tag(first.unwrap_or(verb)) {
            Tag::Vbd => Tense::Past,
            Tag::Vbp | Tag::Vbz => Tense::Present,
            Tag::Md => Tense::Modal,
            _ => Tense::None,
        }
    }

    /// Whether a clause tells of the past: past tense or present perfect.
    pub(super) fn is_past(&self, verb: usize) -> bool {
        match self.tense(verb) {
            Tense::Past => true,
            Tense::Present => self.is_perfect(verb),
            _ => false,
        }
    }

    /// Surface subject of a verb.
    pub(super) fn subject(&self, verb: usize) -> Option<usize> {
        self.child(verb, Dep::Nsubj)
            .or_else(|| self.child(verb, Dep::Nsubjpass))
    }

    /// The word that opens a clause: "if", "whether", "when", "that".
    pub(super) fn marker(&self, clause: usize) -> Option<usize> {
        self.child(clause, Dep::Mark).or_else(|| {
            self.annotated
                .children_by(clause, Dep::Advmod)
                .find(|&word| word < clause && self.annotated.tag(word) == Tag::Wrb)
        })
    }

    /// Whether a clause is an embedded question.
    fn is_question(&self, clause: usize) -> bool {
        let extracted = self
            .annotated
            .head(clause)
            .is_some_and(|head| self.annotated.dep(head) == Dep::Relcl);
        if extracted {
            return false;
        }
        self.children(clause)
            .chain(self.children(clause).flat_map(|child| self.children(child)))
            .filter(|&word| word < clause)
            .any(|word| {
                matches!(
                    self.annotated.tag(word),
                    Tag::Wdt | Tag::Wp | Tag::Wrb | Tag::WpPoss
                ) || matches!(self.lower(word), "whether" | "if")
                    && self.annotated.dep(word) == Dep::Mark
            })
    }

    /// The frame that a clause fills under its governor.
    pub(super) fn frame(&self, clause: usize) -> &'static str {
        if self.is_question(clause) {
            return "wh";
        }
        if self.is_infinitive(clause) {
            return "to";
        }
        if self.tense(clause) != Tense::None {
            return "that";
        }
        match self.annotated.tag(clause) {
            Tag::Vbg => "ing",
            Tag::Vb | Tag::Vbn => "bare",
            _ if self.child(clause, Dep::Mark).is_some() => "that",
            _ => "oprd",
        }
    }

    /// Whether a modifier ranks a noun: "the third official", "the only way", "the latest leader".
    pub(super) fn is_ranked(&self, noun: usize) -> bool {
        self.annotated.children_by(noun, Dep::Amod).any(|child| {
            matches!(
                self.lower(child),
                "first" | "second" | "third" | "fourth" | "fifth" | "last" | "only" | "latest"
            ) || self.annotated.tag(child) == Tag::Jjs
        })
    }

    /// Whether a relative clause only adds to a name what the author knows: it stands outside whatever is said of the name
    /// (Potts, "The logic of conventional implicatures", 2005).
    pub(super) fn projects(&self, clause: usize, noun: usize) -> bool {
        self.annotated.projects(clause) && self.annotated.head(clause) == Some(noun)
    }

    /// Whether a noun phrase means whoever there is: "people who had been accused".
    pub(super) fn is_anybody(&self, noun: usize) -> bool {
        let named = matches!(
            self.lower(noun),
            "people" | "persons" | "individuals" | "those" | "anyone" | "anybody" | "whoever"
        );
        named
            && !self.children(noun).any(|child| {
                matches!(
                    self.annotated.dep(child),
                    Dep::Det | Dep::Nummod | Dep::Poss
                )
            })
    }

    /// Lemma with its particle, as the tables write it, where there is one.
    pub(super) fn phrasal(&self, verb: usize) -> Option<String> {
        let particle = self.child(verb, Dep::Prt)?;
        Some(format!("{}_{}", self.lemma(verb), self.lower(particle)))
    }

    /// Whether a noun phrase speaks of something known: "the", "this", a possessive, a name.
    pub(super) fn is_definite(&self, noun: usize) -> bool {
        matches!(self.annotated.pos(noun), Pos::Propn | Pos::Pron)
            || self
                .children(noun)
                .any(|child| match self.annotated.dep(child) {
                    Dep::Poss => true,
                    Dep::Det => matches!(
                        self.lower(child),
                        "the" | "this" | "that" | "these" | "those" | "both"
                    ),
                    _ => false,
                })
    }

    /// Whether a noun phrase opens with "the" and a complement that gives the reason for it
    /// ("the withdrawal of troops"), or with a possessive: unique, but not presupposed.
    pub(super) fn is_weakly_definite(&self, noun: usize) -> bool {
        self.child(noun, Dep::Poss).is_some()
            || self.children(noun).any(|child| {
                child > noun && matches!(self.annotated.dep(child), Dep::Prep | Dep::Acl)
            })
    }

    /// Head of a chain of conjuncts.
    pub(super) fn first_conjunct(&self, token: usize) -> usize {
        let mut at = token;
        while self.annotated.dep(at) == Dep::Conj {
            let Some(head) = self.annotated.head(at) else {
                break;
            };
            at = head;
        }
        at
    }
}
