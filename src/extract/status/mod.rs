//! Is it so? The status of every situation by a calculus over the tree.
//!
//! From the root down, each word gets a world: how real what it tells is, and whether a source
//! answers for it. A governor's signature gives its complement a world (`complement`), the
//! complement's own negation and modality change it (`local`). The tables and their sources in
//! the literature are in `ontology/language/{factuality,modality,negation}*.toml`.

mod adverbials;
mod clauses;
mod context;
mod local;
mod nominals;
mod relations;
mod syntax;
#[cfg(test)]
mod tests;
mod world;

use self::context::TextContext;
use self::syntax::{Syntax, Tense};
use self::world::{Value, World};
use super::Status;
use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::Knowledge;
use crate::knowledge::status::{Governor, Outcome, Signature, StatusLanguage};
use crate::resolve::Resolved;

/// What the text commits itself to about one word's situation, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The status.
    pub status: Status,
    /// Whether the text denies it in the author's own voice.
    pub negated_by_article: bool,
    /// Whether a source answers for it, named or not.
    pub reported: bool,
    /// Indexes of the speeches in which it is told, the innermost first.
    pub speeches: Vec<usize>,
    /// The word that governs it.
    pub governor: Option<usize>,
    /// Name of the rule that gave the status.
    pub rule: &'static str,
    /// The word that gave the status ("might", "not", "demanded").
    pub cue: Option<usize>,
}

/// The statuses of all words of an article, computed once in linear time.
#[derive(Debug)]
pub struct StatusIndex<'a> {
    annotated: &'a Annotated,
    resolved: &'a Resolved,
    worlds: Vec<World>,
    text: TextContext<'a>,
}

impl<'a> StatusIndex<'a> {
    /// Reads the statuses of all words.
    #[must_use]
    pub fn new(resolved: &'a Resolved, knowledge: &'a Knowledge) -> Self {
        let annotated = &resolved.annotated;
        let worlds = Calculus::new(annotated, &knowledge.status).run();
        let text = TextContext::new(resolved, &knowledge.status, &worlds);
        Self {
            annotated,
            resolved,
            worlds,
            text,
        }
    }

    /// The status of the situation that a verb, noun or adjective tells of.
    #[must_use]
    pub fn reading(&self, token: usize) -> Reading {
        let world = self.text.adjust(token, self.worlds[token]);
        let speeches = self.speeches(token);
        let status = world.status();
        Reading {
            status,
            negated_by_article: status == Status::Denied && !world.reported,
            reported: world.reported,
            speeches,
            governor: self.governor(token),
            rule: world.rule,
            cue: world.cue,
        }
    }

    /// Whether somebody's own words make something wanted, and no wish that they tell of: "they must leave", "go!", "we need
    /// to pray", "we urge them to think again".
    #[must_use]
    pub fn is_own_wish(&self, reading: &Reading) -> bool {
        if reading.status != Status::Desired {
            return false;
        }
        let spoken = |cue: usize| {
            let subject = self.syntax().subject(cue);
            subject.is_some_and(|word| matches!(self.annotated.lower(word), "i" | "we"))
                || matches!(self.annotated.lemma(cue), "need" | "have" | "let")
        };
        matches!(reading.rule, "modal" | "imperative" | "subjunctive")
            || reading.rule == "complement" && reading.cue.is_some_and(spoken)
    }

    /// Indexes of the speeches around a word, the innermost first.
    fn speeches(&self, token: usize) -> Vec<usize> {
        let innermost = self.text.speech_of(token);
        std::iter::successors(innermost, |&at| self.resolved.speeches[at].within).collect()
    }

    /// The predicate that governs a word: prepositions and auxiliaries left out.
    fn governor(&self, token: usize) -> Option<usize> {
        self.annotated.ancestors(token).find(|&head| {
            matches!(
                self.annotated.pos(head),
                Pos::Verb | Pos::Noun | Pos::Adj | Pos::Propn | Pos::Aux
            )
        })
    }
}

/// The calculus while it runs.
struct Calculus<'a> {
    syntax: Syntax<'a>,
    language: &'a StatusLanguage,
    /// What each token's place allows.
    contexts: Vec<World>,
    /// The same changed by the token's own words.
    worlds: Vec<World>,
}

impl<'a> Calculus<'a> {
    fn new(annotated: &'a Annotated, language: &'a StatusLanguage) -> Self {
        let count = annotated.tokens.len();
        Self {
            syntax: Syntax { annotated },
            language,
            contexts: vec![World::PLAIN; count],
            worlds: vec![World::PLAIN; count],
        }
    }

    /// Heads before their children.
    fn run(mut self) -> Vec<World> {
        let annotated = self.syntax.annotated;
        let mut order: Vec<usize> = (0..annotated.tokens.len())
            .filter(|&token| annotated.head(token).is_none())
            .collect();
        let mut next = 0;
        while let Some(&token) = order.get(next) {
            self.contexts[token] = self.context(token);
            self.worlds[token] = self.worlds_of(token);
            order.extend_from_slice(annotated.children(token));
            next += 1;
        }
        self.worlds
    }

    fn worlds_of(&self, token: usize) -> World {
        if self.predicates(token) {
            self.contexts[token].with_local(self.local(token))
        } else {
            self.contexts[token]
        }
    }

    fn predicates(&self, token: usize) -> bool {
        let annotated = self.syntax.annotated;
        match annotated.dep(token) {
            Dep::Aux | Dep::Auxpass | Dep::Neg | Dep::Det => false,
            Dep::Advmod | Dep::Prep | Dep::Amod => {
                annotated.pos(token) == Pos::Verb && annotated.dep(token) != Dep::Amod
            }
            _ => true,
        }
    }

    fn world(&self, token: usize) -> World {
        self.worlds[token]
    }

    fn context(&self, token: usize) -> World {
        let annotated = self.syntax.annotated;
        let Some(head) = annotated.head(token) else {
            return World::PLAIN;
        };
        match annotated.dep(token) {
            Dep::Conj => self.conjunct(token, head),
            Dep::Ccomp | Dep::Xcomp | Dep::Csubj | Dep::Csubjpass => self.complement(token, head),
            Dep::Acl => self.adnominal(token, head),
            Dep::Relcl => self.relative(token, head),
            Dep::Advcl => self.adverbial(token, head),
            Dep::Pobj | Dep::Pcomp => self.prepositional(token, head),
            Dep::Nsubj
            | Dep::Nsubjpass
            | Dep::Dobj
            | Dep::Dative
            | Dep::Oprd
            | Dep::Attr
            | Dep::Acomp => self.argument(token, head),
            Dep::Compound | Dep::Nmod if self.syntax.is_nominal(head) => self.compound(head),
            Dep::Amod | Dep::Poss | Dep::Npadvmod => self.world(head).presupposed(),
            Dep::Parataxis => self.contexts[head],
            _ => self.world(head),
        }
    }

    /// A conjunct stands where the first one stands; "rather than" and "not" set it apart.
    fn conjunct(&self, token: usize, head: usize) -> World {
        let annotated = self.syntax.annotated;
        let joined = annotated
            .children_by(head, Dep::Cc)
            .filter(|&cc| cc < token)
            .last()
            .map(|cc| self.syntax.lower(cc));
        if self.is_stray_wish(token, head) {
            return self
                .world(head)
                .governs(clauses::PURPOSE, "complement", head);
        }
        if self.is_stray_complement(token, head, joined) {
            return self.complement(token, head);
        }
        let context = self.contexts[head];
        if joined == Some("than") {
            return context.with(Value::Counterfact, "contrast", token);
        }
        if joined == Some("nor") {
            return context.with_local(World::PLAIN.with(Value::Counterfact, "negation", token));
        }
        context
    }

    /// A complement of a verb of saying that the parser hangs beside it: "said he left and that she
    /// stayed", "claimed the army, above all, is shelling them".
    fn is_stray_complement(&self, token: usize, head: usize, joined: Option<&str>) -> bool {
        let tells = self
            .signature_of(head, "that")
            .is_some_and(|signature| signature.positive == Outcome::Reported);
        let that = self
            .syntax
            .child(token, Dep::Mark)
            .is_some_and(|mark| self.syntax.lower(mark) == "that");
        let asyndetic = joined.is_none()
            && self.syntax.subject(token).is_none()
            && self.syntax.tense(token) == Tense::Present
            && self.syntax.child(head, Dep::Dobj).is_some();
        tells && (that || asyndetic)
    }

    /// "Wants the troops to leave and the base shut": a participle that is read as a past tense.
    fn is_stray_wish(&self, token: usize, head: usize) -> bool {
        let wants = self
            .signature_of(head, "oprd")
            .is_some_and(|signature| signature.positive == Outcome::Desired);
        let participle = self.syntax.tense(token) == Tense::Past
            && self.syntax.auxiliaries(token).next().is_none()
            && self.syntax.child(token, Dep::Dobj).is_none()
            && self.syntax.subject(token).is_some();
        wants && participle && self.syntax.tense(head) == Tense::Present
    }

    /// The signature of a word in a frame: of the verb with its particle first.
    fn signature_of(&self, word: usize, frame: &str) -> Option<Signature> {
        let lemma = self.syntax.lemma(word);
        let annotated = self.syntax.annotated;
        match annotated.pos(word) {
            Pos::Verb | Pos::Aux => match self.syntax.phrasal(word) {
                Some(phrasal) if self.language.governs(Governor::Verb, &phrasal) => {
                    self.language.signature(Governor::Verb, &phrasal, frame)
                }
                _ => self.language.signature(Governor::Verb, lemma, frame),
            },
            Pos::Noun | Pos::Propn => self.language.signature(Governor::Noun, lemma, frame),
            Pos::Adj => self
                .language
                .signature(Governor::Adjective, lemma, frame)
                .or_else(|| self.language.signature(Governor::Verb, lemma, frame)),
            _ => None,
        }
    }

    /// The same with the frames that stand in for one that is not listed.
    fn frame_signature(&self, verb: usize, frame: &str) -> Option<Signature> {
        let instead: &[&str] = match frame {
            "ing" | "bare" => &["to"],
            "oprd" => &["that"],
            _ => &[],
        };
        self.signature_of(verb, frame).or_else(|| {
            instead
                .iter()
                .find_map(|frame| self.signature_of(verb, frame))
        })
    }
}
