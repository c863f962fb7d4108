//! What happened and who did it to whom: wordings over predicates to situations.
//!
//! A wording of `ontology/events` fires on a verb, noun or adjective; of several the one that asks
//! for most wins. Its frame says which argument fills which role. Verbs that no wording knows give a
//! situation without a PLOVER class, named by the verb, where an actor takes part.

mod actors;
mod base;
mod claimed;
mod governors;
mod label;
mod matching;
mod merge;
mod nominal;
mod open;
mod pool;
mod reach;
mod refusal;
mod roles;
mod sources;
mod states;
mod topics;

use crate::annotate::{Predicate, PredicateKind};
use crate::knowledge::Knowledge;
use crate::knowledge::events::{Events, Frame, Wording};
use crate::resolve::Resolved;
use crate::span::Span;

use super::{Participant, Situation};
use governors::{Governors, Support};
use pool::Pool;

pub use claimed::is_aside;
pub use label::label;
pub use merge::{merge, same_participants, temper};
pub use open::OPEN;
pub(super) use refusal::refusal_status;
pub(super) use states::States;

/// A situation as it is found, before its status, time and links are known.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The situation so far.
    pub situation: Situation,
    /// The other word that tells how real it is: the support verb of an event noun, the event noun of a verb that carries it.
    pub status_token: usize,
    /// Heads of what it says, asks or plans, as its frame has it.
    pub contents: Vec<usize>,
    /// Told by a noun.
    pub nominal: bool,
    /// Told by a definite noun ("the attack"), which may take up an earlier telling.
    pub definite: bool,
    /// Told by "will not": real although it is negated.
    pub refusal: bool,
}

/// All stages of finding read from here.
pub(crate) struct Finder<'a> {
    pub(crate) resolved: &'a Resolved,
    pub(crate) knowledge: &'a Knowledge,
    pub(crate) events: &'a Events,
    governors: Governors,
    /// For each token whether it stands in boilerplate.
    silent: Vec<bool>,
    /// For each sentence whether it is about politics.
    political: Vec<bool>,
}

/// Finds the situations that the words of a text tell of, in text order.
#[must_use]
pub fn find(resolved: &Resolved, knowledge: &Knowledge) -> Vec<Draft> {
    let finder = Finder::new(resolved, knowledge);
    let mut taken = vec![false; resolved.annotated.tokens.len()];
    let mut found = finder.verbs(&mut taken);
    found.extend(finder.nouns(&mut taken));
    found.extend(finder.open_class(&taken));
    found.extend(finder.claimed(&found));
    found.sort_by_key(|draft| draft.situation.trigger_token);
    found
}

impl<'a> Finder<'a> {
    fn new(resolved: &'a Resolved, knowledge: &'a Knowledge) -> Self {
        Self {
            resolved,
            knowledge,
            events: &knowledge.events,
            governors: Governors::new(resolved),
            silent: topics::boilerplate(resolved),
            political: topics::political(resolved, &knowledge.events),
        }
    }

    fn predicates(&self, nominal: bool) -> impl Iterator<Item = &'a Predicate> + '_ {
        self.resolved.predicates.iter().filter(move |predicate| {
            (predicate.kind == PredicateKind::Noun) == nominal && !self.silent[predicate.token]
        })
    }

    /// Wordings of verbs and adjectives; marks the words that they take in.
    fn verbs(&self, taken: &mut [bool]) -> Vec<Draft> {
        let mut found = Vec::new();
        for predicate in self.predicates(false) {
            for hit in self.hits(predicate, &[]) {
                let pool = Pool::of_verb(self.resolved, self.events, predicate, &hit);
                let status_token = self.told_by_noun(&hit).unwrap_or(predicate.token);
                if let Some(draft) = self.draft(predicate, hit.wording, pool, status_token) {
                    taken[predicate.token] = true;
                    for &token in &hit.takes {
                        taken[token] = true;
                    }
                    let draft = self.refused(draft, predicate);
                    found.push(with_trigger(self, draft, &hit.takes));
                    break;
                }
            }
        }
        found
    }

    /// The noun of a wording that by itself tells of the same type: "called for an investigation" is no more real than the
    /// investigation.
    fn told_by_noun(&self, hit: &matching::Hit<'_>) -> Option<usize> {
        let event_type = self.events.frames[hit.wording.frame].event_type;
        hit.takes.iter().copied().find(|&noun| {
            let lemma = self.resolved.annotated.lemma(noun);
            let wordings = self.events.nouns.get(lemma);
            wordings.is_some_and(|all| {
                all.iter().any(|one| {
                    one.also.is_empty() && self.events.frames[one.frame].event_type == event_type
                })
            })
        })
    }

    /// Wordings of nouns, alone or carried by a verb ("launched an attack").
    fn nouns(&self, taken: &mut [bool]) -> Vec<Draft> {
        let mut found = Vec::new();
        for predicate in self.predicates(true) {
            if taken[predicate.token] {
                continue;
            }
            let support = self
                .governors
                .support(self, predicate.token)
                .filter(|support| !taken[support.verb]);
            let status_token = support
                .as_ref()
                .map_or(predicate.token, |support| support.verb);
            for hit in self.hits(predicate, taken) {
                let pool = self.noun_pool(predicate, support.as_ref(), hit.wording);
                if let Some(draft) = self.draft(predicate, hit.wording, pool, status_token) {
                    taken[predicate.token] = true;
                    if let Some(Support { verb, .. }) = support {
                        taken[verb] = true;
                    }
                    found.push(draft);
                    break;
                }
            }
        }
        found
    }

    fn draft(
        &self,
        predicate: &Predicate,
        wording: &Wording,
        pool: Pool,
        status_token: usize,
    ) -> Option<Draft> {
        let frame = &self.events.frames[wording.frame];
        let nominal = predicate.kind == PredicateKind::Noun;
        let filled = roles::fill(self, frame, pool, nominal)?;
        if nominal && !self.tells(predicate, &filled.participants) {
            return None;
        }
        let mut situation = self.situation(frame, wording, predicate.token);
        situation.participants = filled.participants;
        situation.place = filled.place;
        if topics::is_elsewhere(self, predicate.token) {
            situation.class = None;
            situation.mode = None;
            situation.cameo = None;
        }
        Some(Draft {
            situation,
            status_token,
            contents: filled.contents,
            nominal,
            definite: nominal && self.is_definite(predicate.token),
            refusal: false,
        })
    }

    /// A noun tells of a situation where it is no mere part of another noun or a bare generic plural.
    fn tells(&self, predicate: &Predicate, participants: &[Participant]) -> bool {
        use crate::annotate::Dep;
        let annotated = &self.resolved.annotated;
        if matches!(
            annotated.dep(predicate.token),
            Dep::Compound | Dep::Nmod | Dep::Amod
        ) {
            return false;
        }
        !participants.is_empty()
            || predicate.existential
            || !self.is_bare_plural(predicate.token)
            || self.governors.has_verb(predicate.token)
    }

    fn is_bare_plural(&self, token: usize) -> bool {
        use crate::annotate::{Dep, Tag};
        let annotated = &self.resolved.annotated;
        let plural = annotated.tag(token) == Tag::Nns;
        plural
            && !annotated.children(token).iter().any(|&child| {
                matches!(
                    annotated.dep(child),
                    Dep::Det | Dep::Poss | Dep::Nummod | Dep::Prep | Dep::Amod
                )
            })
    }

    fn is_definite(&self, token: usize) -> bool {
        use crate::annotate::Dep;
        let annotated = &self.resolved.annotated;
        annotated.children(token).iter().any(|&child| {
            matches!(
                annotated.lower(child),
                "the" | "this" | "that" | "these" | "those"
            ) || annotated.dep(child) == Dep::Poss
        })
    }

    fn situation(&self, frame: &Frame, _wording: &Wording, token: usize) -> Situation {
        let event_type = &self.events.types[frame.event_type];
        Situation {
            event_type: event_type.id.clone(),
            class: event_type.class.clone(),
            mode: event_type.mode.clone(),
            contexts: event_type.contexts.clone(),
            cameo: event_type.cameo.clone(),
            trigger_token: token,
            triggers: vec![self.trigger_span(token)],
            evidence: self.clause_span(token),
            rule: frame.rule.clone(),
            ..Situation::default()
        }
    }

    /// The word with its particle, and the words before a compound event noun ("air strike").
    fn trigger_span(&self, token: usize) -> Span {
        use crate::annotate::Dep;
        let annotated = &self.resolved.annotated;
        let mut span = annotated.tokens[token].span;
        for &child in annotated.children(token) {
            if annotated.dep(child) == Dep::Prt && child == token + 1 {
                span = span.cover(annotated.tokens[child].span);
            }
        }
        span
    }

    /// The clause that a token heads, without what is coordinated with it.
    fn clause_span(&self, token: usize) -> Span {
        use crate::annotate::{Dep, Pos};
        let annotated = &self.resolved.annotated;
        let mut span = annotated.tokens[token].span;
        let parts = annotated.children(token).iter().filter(|&&child| {
            !matches!(
                annotated.dep(child),
                Dep::Conj | Dep::Cc | Dep::Punct | Dep::Parataxis | Dep::Mark | Dep::Advcl
            )
        });
        for &child in parts {
            let below = annotated.subtree(child);
            for at in [below.first(), below.last()].into_iter().flatten() {
                if annotated.pos(*at) != Pos::Space {
                    span = span.cover(annotated.tokens[*at].span);
                }
            }
        }
        span
    }
}

/// A verb with the event noun that it takes in is told by both where they stand close together.
fn with_trigger(finder: &Finder<'_>, mut draft: Draft, takes: &[usize]) -> Draft {
    let annotated = &finder.resolved.annotated;
    let verb = draft.situation.trigger_token;
    for &noun in takes {
        let event = finder.events.nouns.contains_key(annotated.lemma(noun));
        if event && noun.abs_diff(verb) <= 3 {
            draft.situation.triggers[0] =
                draft.situation.triggers[0].cover(annotated.tokens[noun].span);
        }
    }
    draft
}
