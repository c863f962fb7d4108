//! Resolving: who is meant, when, and who speaks. [`Annotated`] to [`Resolved`].
//!
//! Order: trees mended around speech, time expressions without values, the article's date, their values, quotations and
//! speakers, mentions of names and offices, coreference.

mod assemble;
mod coreference;
mod gazetteer;
mod linking;
pub(crate) mod mend;
mod mentions;
mod metonyms;
mod offices;
pub mod published;
pub mod speech;
pub mod times;

use std::ops::Range;

use jiff::civil::Date;

use crate::annotate::{self, Annotated, Predicate};
use crate::knowledge::Knowledge;
use crate::knowledge::speech::Attitude;
use crate::knowledge::world::{EntityKind, Gender, RecordId};
use crate::span::Span;

/// Index into [`Resolved::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub usize);

/// Index into [`Resolved::mentions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId(pub usize);

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the contract defines them")]
pub enum Form {
    Name,
    Office,
    Nominal,
    Pronoun,
    Relative,
    Adjective,
    Metonym,
}

/// Words that stand for one or more entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The noun phrase without relative clauses and appositions set off by commas.
    pub span: Span,
    /// The bare name, else the head noun.
    pub head: Span,
    /// Syntactic head of the phrase.
    pub head_token: usize,
    /// How it names.
    pub form: Form,
    /// What its words make it (a metonym is a government).
    pub kind: EntityKind,
    /// Whom it means: several for a plural, none where it stays open.
    pub entities: Vec<EntityId>,
    /// In a dateline, caption or linked headline.
    pub boilerplate: bool,
    /// The rule that resolved it.
    pub rule: &'static str,
}

/// An actor, place, post, event with a name or document of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Record in the world data; `None` for one that is known from this article only.
    pub record: Option<RecordId>,
    /// Local name of its IRI after the kind: a world key, or hash`-`normalised fullest name, or hash`-`START.
    pub key: String,
    /// What it is.
    pub kind: EntityKind,
    /// Fullest name, else the words of the first mention.
    pub label: String,
    /// ISO code of the state that it belongs to or acts for on the article's date.
    pub state: Option<String>,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// Gender where known or read from the text.
    pub gender: Option<Gender>,
    /// Whether it is more than one ("militants", "the two leaders").
    pub plural: bool,
    /// Whether it has no name of its own ("a spokesperson").
    pub unnamed: bool,
    /// Verified IRIs of the same thing elsewhere (Wikidata).
    pub same_as: Vec<String>,
}

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "TIMEX3's own")]
pub enum TimexType {
    Date,
    Time,
    Duration,
    Set,
}

/// A time expression with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    /// Its words.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier (`START MID END APPROX BEFORE AFTER` …).
    pub modifier: Option<&'static str>,
    /// First day that it may mean.
    pub earliest: Option<Date>,
    /// Last day that it may mean.
    pub latest: Option<Date>,
}

/// On what ground the publication date stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateBasis {
    /// In the input or on the command line.
    Given,
    /// In the text's dateline.
    Dateline,
    /// From tenures, weekdays and dates.
    Inferred,
    /// Not known.
    #[default]
    None,
}

/// Publication date as an interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The day, or the first of the interval where that is no longer than a week.
    pub value: Option<Date>,
    /// First day that fits.
    pub earliest: Option<Date>,
    /// Last day that fits.
    pub latest: Option<Date>,
    /// Ground.
    pub basis: DateBasis,
}

/// A piece of speech in the text: who says what in which words, by the tree and the quotation marks alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// The words of saying ("said", "according to"); `None` for a free-standing quotation.
    pub cue: Option<Span>,
    /// Token that heads the cue.
    pub cue_token: Option<usize>,
    /// Head tokens of the noun phrases that name the source, several where they speak jointly.
    pub sources: Vec<usize>,
    /// The words that name each source: whole noun phrases, relative clauses and appositions included.
    pub source_spans: Vec<Span>,
    /// Head token of the one who is told.
    pub addressee: Option<usize>,
    /// The pieces of the text that are said, without source and cue.
    pub contents: Vec<Span>,
    /// The pieces in quotation marks, without the marks.
    pub quotes: Vec<Span>,
    /// Index of the speech within which this one is told.
    pub within: Option<usize>,
    /// What the source does with the content.
    pub stance: Stance,
    /// Utterance, thought, wish, judgement, or what a document shows.
    pub attitude: Attitude,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What a source does with a content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the contract defines them")]
pub enum Stance {
    #[default]
    Affirms,
    Denies,
    Wants,
    Doubts,
}

/// An annotated document whose words are tied to entities, days and speakers.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// What was resolved.
    pub annotated: Annotated,
    /// Predicates with their arguments.
    pub predicates: Vec<Predicate>,
    /// Publication date.
    pub published: Published,
    /// Time expressions in text order.
    pub times: Vec<TimeExpression>,
    /// Speech in text order of the contents.
    pub speeches: Vec<Speech>,
    /// Entities in order of first mention.
    pub entities: Vec<Entity>,
    /// Mentions in text order, nested ones after those around them.
    pub mentions: Vec<Mention>,
    /// For each token the mention that it heads or names, made by [`Resolved::index_mentions`].
    pub mention_by_token: Vec<Option<MentionId>>,
}

/// Ties the words of a document to entities, days and speakers.
#[must_use]
pub fn resolve(annotated: Annotated, knowledge: &Knowledge) -> Resolved {
    let annotated = mend::mend(annotated, knowledge);
    let predicates = annotate::predicates(&annotated);
    let recognised = times::recognise(&annotated);
    let published = published::infer(&annotated, &recognised, &knowledge.world);
    let times = times::evaluate(&recognised, &annotated, &published);
    let speeches = speech::find(&annotated, &predicates, knowledge);
    let mut resolved = Resolved {
        annotated,
        predicates,
        published,
        times,
        speeches,
        ..Resolved::default()
    };
    assemble::fill(&mut resolved, knowledge);
    resolved
}

impl Resolved {
    /// The mention whose phrase a token heads, or to whose bare name it belongs.
    #[must_use]
    pub fn mention_of(&self, head_token: usize) -> Option<MentionId> {
        self.mention_by_token.get(head_token).copied().flatten()
    }

    /// Whom the phrase that a token heads means: its mention's entities; for a relative pronoun, a
    /// reflexive or a pronoun those of what it stands for; empty where it stays open.
    #[must_use]
    pub fn entities_of(&self, head_token: usize) -> &[EntityId] {
        self.mention_of(head_token)
            .map_or(&[], |mention| &self.mention(mention).entities)
    }

    /// Makes the index behind [`Resolved::mention_of`]: to be called once the mentions are complete.
    /// A token that heads several mentions belongs to the longest.
    pub fn index_mentions(&mut self) {
        let mut index = vec![None; self.annotated.tokens.len()];
        for (id, mention) in self.mentions.iter().enumerate() {
            let head = &mut index[mention.head_token];
            if head.is_none() {
                *head = Some(MentionId(id));
            }
        }
        for (id, mention) in self.mentions.iter().enumerate() {
            for token in self.annotated.tokens_within(mention.head) {
                if index[token].is_none() {
                    index[token] = Some(MentionId(id));
                }
            }
        }
        self.mention_by_token = index;
    }

    /// An entity.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0]
    }

    /// A mention.
    #[must_use]
    pub fn mention(&self, id: MentionId) -> &Mention {
        &self.mentions[id.0]
    }
}
