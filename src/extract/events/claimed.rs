//! What only a claim is about: clauses in which no actor of the graph takes part are kept where somebody says them.

use crate::annotate::{Dep, Pos, Predicate, PredicateKind, Relation};
use crate::extract::{Participant, Role, Situation, Status, claims};
use crate::resolve::Resolved;

use super::base::base_form;
use super::{Draft, Finder};

impl Finder<'_> {
    /// Verbs and predicates with a copula within what is said, that no draft tells of yet.
    pub(super) fn claimed(&self, found: &[Draft]) -> Vec<Draft> {
        let told = self.told(found);
        let said = self.said();
        let open = |token: usize| said[token] && !told[token] && !self.silent[token];
        let mut drafts: Vec<Draft> = self
            .resolved
            .predicates
            .iter()
            .filter(|predicate| open(predicate.token))
            .filter_map(|predicate| match predicate.kind {
                PredicateKind::Verb => self.claimed_verb(predicate, &told),
                PredicateKind::Adjective | PredicateKind::Noun => self.claimed_predicate(predicate),
            })
            .collect();
        let phrases = (0..said.len())
            .filter(|&token| open(token))
            .filter_map(|token| self.claimed_phrase(token));
        drafts.extend(phrases);
        drafts
    }

    /// For each token whether a draft is told by it.
    fn told(&self, found: &[Draft]) -> Vec<bool> {
        let annotated = &self.resolved.annotated;
        let mut told = vec![false; annotated.tokens.len()];
        for draft in found {
            told[draft.situation.trigger_token] = true;
            told[draft.status_token] = true;
            for &trigger in &draft.situation.triggers {
                told[annotated.tokens_within(trigger)].fill(true);
            }
        }
        told
    }

    /// For each token whether somebody says it.
    fn said(&self) -> Vec<bool> {
        let annotated = &self.resolved.annotated;
        let mut said = vec![false; annotated.tokens.len()];
        for content in self
            .resolved
            .speeches
            .iter()
            .flat_map(|speech| &speech.contents)
        {
            said[annotated.tokens_within(*content)].fill(true);
        }
        said
    }

    /// A verb; one that says little by itself ("has a licence") only where nothing below it is a situation, one of saying
    /// never: it is a claim of its own.
    fn claimed_verb(&self, predicate: &Predicate, told: &[bool]) -> Option<Draft> {
        let annotated = &self.resolved.annotated;
        let token = predicate.token;
        let lemma = base_form(annotated, token);
        let lemma = lemma.as_ref();
        let clause = annotated.pos(token) == Pos::Verb && annotated.dep(token) != Dep::Amod;
        let idle = self.events.silent_verbs.contains(lemma)
            && annotated.subtree(token).iter().any(|&below| told[below]);
        if !clause || idle || self.events.saying_verbs.contains(lemma) {
            return None;
        }
        Some(self.claimed_draft(token, self.open_participants(predicate), "claimed/verb"))
            .filter(|draft| is_plain(&draft.situation.event_type))
    }

    /// "The harvest was poor", "there would be consequences".
    fn claimed_predicate(&self, predicate: &Predicate) -> Option<Draft> {
        let annotated = &self.resolved.annotated;
        let token = predicate.token;
        let copula = annotated.head(token)?;
        let predicated = matches!(annotated.dep(token), Dep::Acomp | Dep::Attr)
            && matches!(annotated.lemma(copula), "be" | "become" | "remain");
        let of_kind = |token: usize| annotated.pos(token) != Pos::Propn;
        (predicated && of_kind(token) && is_plain(annotated.lemma(token))).then(|| {
            let holders = predicate.by(Relation::Subject);
            self.claimed_draft(token, self.themes(holders), "claimed/predicate")
        })
    }

    /// "The fires were under control", "they are at odds".
    fn claimed_phrase(&self, token: usize) -> Option<Draft> {
        let annotated = &self.resolved.annotated;
        let preposition = annotated.head(token)?;
        let copula = annotated.head(preposition)?;
        let bare = annotated.dep(token) == Dep::Pobj
            && annotated.pos(token) == Pos::Noun
            && preposition == copula + 1
            && annotated.lemma(copula) == "be"
            && annotated.pos(copula) == Pos::Aux
            && annotated.child(copula, Dep::Acomp).is_none()
            && annotated.child(copula, Dep::Attr).is_none();
        (bare && is_plain(annotated.lemma(token))).then(|| {
            let holders = annotated.children_by(copula, Dep::Nsubj);
            let mut draft = self.claimed_draft(token, self.themes(holders), "claimed/phrase");
            draft.status_token = copula;
            draft
        })
    }

    fn themes(&self, holders: impl Iterator<Item = usize>) -> Vec<Participant> {
        holders
            .flat_map(|holder| self.named(holder))
            .map(|actor| Participant {
                role: Role::Theme,
                entity: actor.entity,
                mention: actor.mention,
                state: None,
            })
            .collect()
    }

    fn claimed_draft(&self, token: usize, participants: Vec<Participant>, rule: &str) -> Draft {
        let annotated = &self.resolved.annotated;
        let clause = match rule {
            "claimed/verb" => token,
            _ => annotated
                .ancestors(token)
                .find(|&at| annotated.pos(at) == Pos::Aux)
                .unwrap_or(token),
        };
        Draft {
            situation: Situation {
                event_type: annotated.lemma(token).to_owned(),
                trigger_token: token,
                triggers: vec![self.trigger_span(token)],
                evidence: self.clause_span(clause),
                rule: rule.to_owned(),
                participants,
                ..Situation::default()
            },
            status_token: token,
            contents: Vec::new(),
            nominal: false,
            definite: false,
            refusal: false,
        }
    }
}

/// Whether a draft is kept only for a claim, and is beside its point: what is denied below the main clause ("said he was not
/// able to pay"), or wanted or possible in a relative or adverbial clause ("a mistake that would have consequences").
#[must_use]
pub fn is_aside(draft: &Draft, resolved: &Resolved) -> bool {
    let situation = &draft.situation;
    let embedded = match situation.status {
        Status::Denied => false,
        Status::Desired | Status::Hypothetical => true,
        _ => return false,
    };
    situation.rule.starts_with("claimed/")
        && !is_main_in_content(resolved, situation.trigger_token, embedded)
}

fn is_main_in_content(resolved: &Resolved, token: usize, embedded: bool) -> bool {
    let annotated = &resolved.annotated;
    let word = annotated.tokens[token].span;
    resolved
        .speeches
        .iter()
        .flat_map(|speech| &speech.contents)
        .filter(|content| content.contains(word))
        .min_by_key(|content| content.len())
        .is_some_and(|content| {
            let is_said = |at: usize| content.contains(annotated.tokens[at].span);
            claims::is_main(annotated, token, embedded, is_said)
        })
}

/// Whether a base form can name a type.
fn is_plain(lemma: &str) -> bool {
    lemma.len() > 2 && lemma.chars().all(|letter| letter.is_ascii_lowercase())
}
