//! Names: the world's tables, the tagger, patterns and capitals together.
//!
//! Each source proposes spans; of those that overlap the best stays. A tagger's span is trimmed
//! first (articles, titles, possessives), and what the tables know better is taken from them.

mod event;
mod proposal;
mod tagged;

use std::ops::Range;

use crate::annotate::{Annotated, NameLabel, Pos, Tag};
use crate::knowledge::Knowledge;
use crate::knowledge::language::NamePattern;
use crate::knowledge::world::{AliasKind, EntityKind, Reading, RecordId};
use crate::span::Span;

use proposal::{Proposal, Source};

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Its tokens, without article and title.
    pub(crate) tokens: Range<usize>,
    /// What the tagger calls it.
    pub(crate) label: Option<NameLabel>,
    /// What the tables know by these words.
    pub(crate) readings: Vec<Reading>,
    /// What its own words tell.
    pub(crate) pattern: Option<NamePattern>,
    /// States that are named inside it ("Syrian" in "Syrian Democratic Forces").
    pub(crate) states: Vec<RecordId>,
    /// It stands inside a longer name ("Iraq" in "the Parliament of Iraq").
    pub(crate) nested: bool,
}

impl Name {
    /// Whether it is nothing but an adjective or demonym of a state.
    pub(crate) fn is_adjective(&self, annotated: &Annotated) -> bool {
        let adjective = |reading: &Reading| reading.kind == AliasKind::Adjective;
        let known = self.readings.iter().any(adjective);
        let other = self
            .readings
            .iter()
            .any(|reading| reading.kind == AliasKind::Name);
        let last = self.tokens.end - 1;
        known && (!other || annotated.pos(last) == Pos::Adj || self.label == Some(NameLabel::Norp))
    }
}

/// What the sources of names read.
pub(super) struct Context<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) knowledge: &'a Knowledge,
    pub(super) spans: Vec<Span>,
    /// For each token the number of the tagger's name that it belongs to.
    pub(super) tagged: Vec<Option<usize>>,
}

impl<'a> Context<'a> {
    fn new(annotated: &'a Annotated, knowledge: &'a Knowledge) -> Self {
        let mut tagged = vec![None; annotated.tokens.len()];
        for (number, name) in annotated.names.iter().enumerate() {
            tagged[name.tokens.clone()].fill(Some(number));
        }
        Self {
            annotated,
            knowledge,
            spans: annotated.tokens.iter().map(|token| token.span).collect(),
            tagged,
        }
    }

    /// The tagger's label of a token.
    pub(super) fn label(&self, token: usize) -> Option<NameLabel> {
        self.tagged[token].map(|number| self.annotated.names[number].label)
    }

    pub(super) fn is_proper(&self, token: usize) -> bool {
        matches!(self.annotated.tag(token), Tag::Nnp | Tag::Nnps)
    }

    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.annotated
            .text(token)
            .chars()
            .next()
            .is_some_and(char::is_uppercase)
    }

    /// Whether a token opens its sentence, perhaps after a quotation mark.
    pub(super) fn opens_sentence(&self, token: usize) -> bool {
        let sentence = &self.annotated.sentences[self.annotated.sentence_of(token)];
        (sentence.start..token)
            .all(|before| matches!(self.annotated.pos(before), Pos::Punct | Pos::Space))
    }

    /// Whether a name is that of a ship ("MV Arla Berg", "the USS Cole"), which is no person or place.
    pub(super) fn names_vessel(&self, tokens: Range<usize>) -> bool {
        let patterns = &self.knowledge.language.patterns;
        let is = |token: usize| patterns.is_vessel(self.annotated.text(token));
        let inside = tokens.len() > 1 && is(tokens.start);
        inside || tokens.start > 0 && is(tokens.start - 1)
    }

    /// The words of a range in lower case.
    pub(super) fn lower(&self, tokens: Range<usize>) -> Vec<&'a str> {
        tokens.map(|token| self.annotated.lower(token)).collect()
    }
}

/// All names of a text in text order, the longer one before those nested in it.
pub(crate) fn names(annotated: &Annotated, knowledge: &Knowledge) -> Vec<Name> {
    let context = Context::new(annotated, knowledge);
    let mut proposals = proposal::known(&context);
    let regions = proposal::regions(&context, &proposals);
    proposals.extend(regions);
    proposals.extend(tagged::names(&context));
    proposals.extend(event::names(&context));
    proposals.extend(proposal::capitals(&context, &proposals));
    let (kept, mut rest) = proposal::choose(proposals);
    let (mut kept, absorbed) = proposal::join(&context, kept);
    rest.extend(absorbed);
    kept.extend(nested(&context, &kept, rest));
    kept.sort_by_key(|proposal| {
        (
            proposal.tokens.start,
            std::cmp::Reverse(proposal.tokens.end),
        )
    });
    kept.into_iter()
        .map(|proposal| finish(&context, proposal))
        .collect()
}

fn finish(context: &Context, proposal: Proposal) -> Name {
    let span = context.annotated.span(proposal.tokens.clone());
    let readings = if proposal.readings.is_empty() && !is_region(&proposal) {
        let surface = span.of(&context.annotated.document.text);
        context.knowledge.world.readings(surface)
    } else {
        proposal.readings
    };
    let words = context.lower(proposal.tokens.clone());
    let pattern = proposal
        .pattern
        .or_else(|| context.knowledge.language.patterns.of_name(&words).cloned());
    Name {
        states: states_inside(context, &proposal.tokens),
        label: proposal
            .label
            .or_else(|| context.label(proposal.tokens.end - 1)),
        tokens: proposal.tokens,
        readings,
        pattern,
        nested: proposal.nested,
    }
}

/// Whether a name is a state's or region's with a direction before it.
fn is_region(outer: &Proposal) -> bool {
    let kind = outer.pattern.as_ref().map(|pattern| pattern.kind);
    outer.source == Source::Event && kind == Some(EntityKind::Region)
}

/// Whether a name is that of an institution of a state, so that the state in it is spoken of too.
fn is_of_state(outer: &Proposal) -> bool {
    let sector = outer
        .pattern
        .as_ref()
        .and_then(|pattern| pattern.sector.as_deref());
    matches!(sector, Some("GOV" | "LEG" | "JUD" | "COP" | "MIL" | "SPY"))
}

/// Known names inside the kept ones that are mentions of their own: the state of an institution after
/// "of" or "in" ("the Parliament of Arland").
fn nested(context: &Context, kept: &[Proposal], rest: Vec<Proposal>) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    for mut proposal in rest {
        let inside = kept.iter().find(|outer| {
            outer.tokens.start <= proposal.tokens.start
                && proposal.tokens.end <= outer.tokens.end
                && outer.tokens != proposal.tokens
        });
        let common = |outer: &Proposal| {
            let last = outer.tokens.end - 1;
            !context.is_capital(last) && outer.tokens.start == proposal.tokens.start
        };
        let Some(outer) = inside.filter(|outer| outer.source != Source::World || common(outer))
        else {
            continue;
        };
        let before = proposal.tokens.start.checked_sub(1);
        let after_of = before.is_some_and(|before| {
            let before = if context.annotated.lower(before) == "the" {
                before.saturating_sub(1)
            } else {
                before
            };
            before >= outer.tokens.start && matches!(context.annotated.lower(before), "of" | "in")
        });
        let free = !found.iter().any(|other| other.overlaps(&proposal));
        let place = proposal.readings.iter().any(|reading| {
            matches!(
                context.knowledge.world.kind(reading.record),
                EntityKind::State | EntityKind::Region | EntityKind::City
            )
        });
        if proposal.source == Source::World
            && free
            && place
            && (after_of && is_of_state(outer)
                || is_region(outer)
                || outer.source == Source::World && common(outer))
        {
            proposal.nested = true;
            found.push(proposal);
        }
    }
    found
}

/// States named inside a longer name by name, adjective or government.
fn states_inside(context: &Context, tokens: &Range<usize>) -> Vec<RecordId> {
    let (world, text) = (&context.knowledge.world, &context.annotated.document.text);
    let mut states = Vec::new();
    if tokens.len() < 2 {
        return states;
    }
    for start in tokens.clone() {
        for found in world.find_at(text, &context.spans, start) {
            let inside = found.tokens.end <= tokens.end && found.tokens != *tokens;
            let state = found
                .readings
                .iter()
                .find(|reading| world.kind(reading.record) == EntityKind::State);
            if let Some(reading) = state.filter(|_| inside) {
                if !states.contains(&reading.record) {
                    states.push(reading.record);
                }
                break;
            }
        }
    }
    states
}
