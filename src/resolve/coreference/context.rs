//! What is known while mentions are resolved in text order.

use std::collections::BTreeMap;

use super::Answer;
use super::office::Told;
use crate::annotate::{Annotated, Dep};
use crate::knowledge::world::{EntityKind, Gender};
use crate::resolve::linking::{Input, Roster};
use crate::resolve::mentions::{Number, Office};
use crate::resolve::{EntityId, Form, Speech};

/// How many sentences back a state still counts for whose "the government" is.
const REACH: usize = 30;

/// A mention that has been resolved.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Number of the draft.
    pub(crate) draft: usize,
    pub(crate) entities: Vec<EntityId>,
    pub(crate) sentence: usize,
    pub(crate) token: usize,
    pub(crate) form: Form,
    pub(crate) kind: EntityKind,
    pub(crate) number: Number,
    pub(crate) gender: Option<Gender>,
    /// Subject of a clause.
    pub(crate) subject: bool,
}

/// The state of the resolution.
pub(super) struct Context<'a> {
    pub(super) input: &'a Input<'a>,
    pub(super) linked: Vec<Option<EntityId>>,
    pub(super) speeches: &'a [Speech],
    pub(super) seen: Vec<Seen>,
    /// For each token the draft that it heads (the longest), else that has it in its bare name.
    pub(super) by_token: Vec<Option<usize>>,
    /// Who is told to hold which office.
    pub(super) told: Vec<Told>,
    /// Institutions without a name, by noun and owner.
    pub(super) institutions: BTreeMap<(String, String), EntityId>,
    /// Holders of the offices resolved so far, by draft.
    pub(super) holders: BTreeMap<usize, EntityId>,
    /// Entity of each name.
    pub(super) of_name: Vec<Option<EntityId>>,
    /// Sentence and code of each naming of a state, in text order.
    states: Vec<(usize, usize, String)>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        input: &'a Input<'a>,
        linked: Vec<Option<EntityId>>,
        speeches: &'a [Speech],
    ) -> Self {
        let mut by_token = vec![None; input.annotated.tokens.len()];
        let mut of_name = vec![None; input.names.len()];
        for (number, draft) in input.drafts.iter().enumerate() {
            if draft.kind == EntityKind::Post {
                continue;
            }
            by_token[draft.head_token].get_or_insert(number);
            if let Some(name) = draft.name {
                of_name[name] = linked[number];
            }
        }
        for (number, draft) in input.drafts.iter().enumerate() {
            for token in draft
                .head
                .clone()
                .filter(|_| draft.kind != EntityKind::Post)
            {
                by_token[token].get_or_insert(number);
            }
        }
        Self {
            input,
            linked,
            speeches,
            seen: Vec::new(),
            by_token,
            told: Vec::new(),
            institutions: BTreeMap::new(),
            holders: BTreeMap::new(),
            of_name,
            states: Vec::new(),
        }
    }

    pub(super) fn annotated(&self) -> &'a Annotated {
        self.input.annotated
    }

    /// Enters a resolved mention.
    pub(super) fn remember(&mut self, roster: &Roster, number: usize, answer: &Answer) {
        let draft = &self.input.drafts[number];
        if !answer.kept || answer.entities.is_empty() || draft.kind == EntityKind::Post {
            return;
        }
        let annotated = self.annotated();
        let sentence = annotated.sentence_of(draft.head_token);
        if let (Form::Office, &[only]) = (draft.form, answer.entities.as_slice()) {
            self.holders.insert(number, only);
        }
        for &id in &answer.entities {
            let entity = roster.entity(id);
            let weight = match entity.kind {
                EntityKind::State | EntityKind::Government => 2,
                _ => 1,
            };
            if let Some(code) = &entity.state {
                self.states.push((sentence, weight, code.clone()));
            }
        }
        let single = answer.entities.len() == 1;
        let gender = draft
            .gender
            .or_else(|| roster.entity(answer.entities[0]).gender.filter(|_| single));
        self.seen.push(Seen {
            draft: number,
            entities: answer.entities.clone(),
            sentence,
            token: draft.head_token,
            form: answer.form,
            kind: if single {
                roster.kind(answer.entities[0])
            } else {
                EntityKind::Group
            },
            number: if single { draft.number } else { Number::Plural },
            gender,
            subject: is_subject(annotated, draft.head_token),
        });
    }

    /// The state that the text is about at a sentence: the one named most, the nearer the more;
    /// the whole article decides where nothing came before. None over a tie.
    pub(super) fn state_at(&self, sentence: usize, roster: &Roster) -> Option<String> {
        let mut weights: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, weight, code) in self.states.iter().rev() {
            let distance = sentence.saturating_sub(*at);
            if distance > REACH {
                break;
            }
            *weights.entry(code).or_default() += weight * 60 / (2 + distance);
        }
        for id in self.linked.iter().flatten() {
            let entity = roster.entity(*id);
            if let Some(code) = entity
                .state
                .as_deref()
                .filter(|_| entity.kind == EntityKind::State)
            {
                *weights.entry(code).or_default() += 4;
            }
        }
        let best = weights
            .iter()
            .max_by_key(|(code, weight)| (**weight, std::cmp::Reverse(**code)))?;
        let tied = weights
            .iter()
            .filter(|(_, weight)| *weight == best.1)
            .count()
            > 1;
        (!tied).then(|| (*best.0).to_owned())
    }

    /// The innermost speech whose content a token belongs to.
    pub(super) fn speech_of(&self, token: usize) -> Option<&'a Speech> {
        let span = self.annotated().tokens[token].span;
        self.speeches
            .iter()
            .filter(|speech| speech.contents.iter().any(|content| content.contains(span)))
            .min_by_key(|speech| {
                speech
                    .contents
                    .iter()
                    .map(|content| content.len())
                    .sum::<usize>()
            })
    }

    /// Whether a draft is a pronoun in a quotation.
    pub(super) fn is_quoted_pronoun(&self, number: usize) -> bool {
        let draft = &self.input.drafts[number];
        draft.form == Form::Pronoun && self.quoting(draft.head_token).next().is_some()
    }

    /// The speeches in whose quotation marks a token stands.
    pub(super) fn quoting(&self, token: usize) -> impl Iterator<Item = &'a Speech> {
        let span = self.annotated().tokens[token].span;
        let quotes = move |speech: &&Speech| speech.quotes.iter().any(|quote| quote.contains(span));
        self.speeches.iter().filter(quotes)
    }

    /// The person whom the article tells to hold an office, if it is one only.
    pub(super) fn told_person(&self, office: &Office) -> Option<EntityId> {
        let mut persons = self
            .told
            .iter()
            .filter(|told| told.title == office.title)
            .map(|told| told.person);
        let first = persons.next()?;
        persons.all(|person| person == first).then_some(first)
    }

    /// The resolved mention that a token heads.
    pub(super) fn seen_at(&self, token: usize) -> Option<&Seen> {
        let draft = self.by_token[token]?;
        self.seen.iter().rev().find(|seen| seen.draft == draft)
    }

    /// Entities of the mention that a token heads, resolved or only linked by name.
    pub(super) fn entities_at(&self, token: usize) -> Vec<EntityId> {
        if let Some(seen) = self.seen_at(token) {
            return seen.entities.clone();
        }
        let linked = self.by_token[token].and_then(|draft| self.linked[draft]);
        linked.into_iter().collect()
    }
}

/// Whether a token is, or is coordinated with, the subject of a clause.
pub(super) fn is_subject(annotated: &Annotated, token: usize) -> bool {
    match annotated.dep(token) {
        Dep::Nsubj | Dep::Nsubjpass => true,
        Dep::Conj => annotated
            .head(token)
            .is_some_and(|head| is_subject(annotated, head)),
        _ => false,
    }
}
