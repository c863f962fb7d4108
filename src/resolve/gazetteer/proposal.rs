//! Spans that may be names, and the choice among those that overlap.

use std::collections::HashSet;
use std::ops::Range;

use super::Context;
use crate::annotate::{NameLabel, Pos, Tag};
use crate::knowledge::language::{NamePattern, phrases};
use crate::knowledge::world::{AliasKind, EntityKind, Reading};

/// Where a proposal comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The world's tables.
    World,
    /// The tagger.
    Tagger,
    /// A pattern of events and documents.
    Event,
    /// Capitals alone.
    Capitals,
}

/// A span that may be a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    pub(super) tokens: Range<usize>,
    pub(super) source: Source,
    pub(super) label: Option<NameLabel>,
    pub(super) readings: Vec<Reading>,
    pub(super) pattern: Option<NamePattern>,
    pub(super) nested: bool,
    /// The full name of a body or person that the tables know, in several words.
    pub(super) body: bool,
}

impl Proposal {
    pub(super) fn new(tokens: Range<usize>, source: Source) -> Self {
        Self {
            tokens,
            source,
            label: None,
            readings: Vec::new(),
            pattern: None,
            nested: false,
            body: false,
        }
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.tokens.start < other.tokens.end && other.tokens.start < self.tokens.end
    }

    /// How well it is founded: its length, and what speaks for it beside.
    fn weight(&self) -> usize {
        let length = self.tokens.len() * 10;
        let full = self
            .readings
            .iter()
            .any(|reading| reading.kind == AliasKind::Name);
        length
            + match self.source {
                Source::Event => 25,
                Source::World if self.body => 35,
                Source::World if full && self.tokens.len() > 1 => 22,
                Source::World if full => 4,
                Source::World => 1,
                Source::Tagger if self.pattern.is_some() => 15,
                Source::Tagger => 2,
                Source::Capitals if self.pattern.is_some() => 10,
                Source::Capitals => 0,
            }
    }
}

/// The proposals that stay, none overlapping another, and the others.
pub(super) fn choose(mut proposals: Vec<Proposal>) -> (Vec<Proposal>, Vec<Proposal>) {
    proposals.sort_by(|a, b| {
        (b.weight().cmp(&a.weight()))
            .then(a.tokens.start.cmp(&b.tokens.start))
            .then(a.tokens.end.cmp(&b.tokens.end))
    });
    let last = proposals.iter().map(|proposal| proposal.tokens.end).max();
    let mut taken = vec![false; last.unwrap_or(0)];
    let (mut kept, mut rest) = (Vec::new(), Vec::new());
    for proposal in proposals {
        if taken[proposal.tokens.clone()].iter().any(|&taken| taken) {
            rest.push(proposal);
        } else {
            taken[proposal.tokens.clone()].fill(true);
            kept.push(proposal);
        }
    }
    (kept, rest)
}

/// "northern Arland", "south-eastern Europe": a region of its own.
pub(super) fn regions(context: &Context, known: &[Proposal]) -> Vec<Proposal> {
    let world = &context.knowledge.world;
    let place = |reading: &Reading| {
        matches!(
            world.kind(reading.record),
            EntityKind::State | EntityKind::Region
        ) && reading.kind != AliasKind::Adjective
    };
    known
        .iter()
        .filter(|proposal| proposal.readings.iter().any(place))
        .filter_map(|proposal| {
            let last = proposal.tokens.start.checked_sub(1)?;
            let start = direction_start(context, last)?;
            let mut region = Proposal::new(start..proposal.tokens.end, Source::Event);
            region.label = Some(NameLabel::Loc);
            region.pattern = Some(NamePattern {
                kind: EntityKind::Region,
                sector: None,
            });
            Some(region)
        })
        .collect()
}

/// Where a direction in small letters that ends at a token begins.
fn direction_start(context: &Context, last: usize) -> Option<usize> {
    let word = context.annotated.text(last);
    let simple = |word: &str| phrases().directions.contains(word);
    if !simple(word) {
        return None;
    }
    let hyphenated = last >= 2
        && context.annotated.text(last - 1) == "-"
        && simple(context.annotated.text(last - 2));
    Some(if hyphenated { last - 2 } else { last })
}

/// Names that the tables know, the longest at each place first.
pub(super) fn known(context: &Context) -> Vec<Proposal> {
    let (world, text) = (&context.knowledge.world, &context.annotated.document.text);
    let mut proposals = Vec::new();
    for start in 0..context.spans.len() {
        if matches!(context.annotated.pos(start), Pos::Space | Pos::Punct) {
            continue;
        }
        for found in world.find_at(text, &context.spans, start) {
            let tokens = without_borders(context, found.tokens.clone());
            if context.names_vessel(tokens.clone()) {
                continue;
            }
            let readings = admissible(context, &tokens, found.readings);
            if !readings.is_empty() {
                let mut proposal = Proposal::new(tokens, Source::World);
                proposal.body = proposal.tokens.len() > 1
                    && readings.iter().any(|reading| {
                        reading.kind == AliasKind::Name
                            && is_actor(context, reading)
                            && world.kind(reading.record) != EntityKind::State
                    });
                proposal.readings = readings;
                proposals.push(proposal);
            }
        }
    }
    proposals
}

/// Without a leading article or trailing possessive.
fn without_borders(context: &Context, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.len() > 1 && context.annotated.pos(tokens.start) == Pos::Det {
        tokens.start += 1;
    }
    while tokens.len() > 1 && is_end_mark(context, tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// A possessive or a mark that the tables' normal form does not see.
fn is_end_mark(context: &Context, token: usize) -> bool {
    context.annotated.tag(token) == Tag::Pos
        || !context
            .annotated
            .text(token)
            .chars()
            .any(char::is_alphanumeric)
}

/// The readings that the tags allow: a common word in capitals at the head of a sentence ("Mobile",
/// "Nice") is no city, and a part of a longer name of a person is no place.
fn admissible(context: &Context, tokens: &Range<usize>, readings: Vec<Reading>) -> Vec<Reading> {
    let annotated = context.annotated;
    let last = tokens.end - 1;
    let proper = tokens.clone().any(|token| context.is_proper(token));
    let adjective = tokens.clone().all(|token| {
        context.is_proper(token)
            || matches!(annotated.pos(token), Pos::Adj | Pos::Punct | Pos::Noun)
    });
    let named = tokens.clone().any(|token| context.tagged[token].is_some());
    let label = context.label(last);
    if !context.is_capital(tokens.start) && tokens.len() == 1 {
        return Vec::new();
    }
    readings
        .into_iter()
        .filter(|reading| match reading.kind {
            AliasKind::Adjective => adjective,
            _ if tokens.len() > 1 => proper || named,
            _ if matches!(
                label,
                Some(NameLabel::Date | NameLabel::Time | NameLabel::Cardinal)
            ) =>
            {
                false
            }
            AliasKind::Name | AliasKind::Metonym => {
                proper
                    && (named
                        || !context.opens_sentence(tokens.start)
                        || is_actor(context, reading))
            }
            AliasKind::Short => proper,
        })
        .collect()
}

fn is_actor(context: &Context, reading: &Reading) -> bool {
    !matches!(
        context.knowledge.world.kind(reading.record),
        EntityKind::City | EntityKind::Place | EntityKind::Region
    )
}

/// Runs of proper nouns that nothing else covers.
pub(super) fn capitals(context: &Context, others: &[Proposal]) -> Vec<Proposal> {
    let mut covered = vec![false; context.spans.len()];
    for other in others {
        covered[other.tokens.clone()].fill(true);
    }
    let surnames = last_words(context, others);
    let mut proposals = Vec::new();
    let mut start = 0;
    while start < context.spans.len() {
        let end = run_end(context, &covered, start);
        if end > start {
            proposals.extend(run(context, start..end, &surnames));
        }
        start = end.max(start + 1);
    }
    proposals
}

/// The last words of names of persons with several words.
fn last_words<'c>(context: &Context<'c>, names: &[Proposal]) -> HashSet<&'c str> {
    let full = names
        .iter()
        .filter(|name| name.label == Some(NameLabel::Person) && name.tokens.len() > 1);
    full.map(|name| context.annotated.lower(name.tokens.end - 1))
        .collect()
}

fn run_end(context: &Context, covered: &[bool], start: usize) -> usize {
    (start..context.spans.len())
        .find(|&token| {
            covered[token]
                || !context.is_proper(token)
                || !context.is_capital(token)
                || context.tagged[token].is_some()
        })
        .unwrap_or(context.spans.len())
}

/// A run as a name, unless it is only a title or opens a sentence as a single word.
fn run(context: &Context, tokens: Range<usize>, surnames: &HashSet<&str>) -> Option<Proposal> {
    let titles = &context.knowledge.language.titles;
    let mut tokens = tokens;
    while !tokens.is_empty() {
        let longest = (1..=tokens.len().min(4)).rev().find(|&length| {
            let words = context.lower(tokens.start..tokens.start + length).join(" ");
            titles.get(&words).is_some() || titles.singular(&words).is_some()
        });
        match longest {
            Some(length) => tokens.start += length,
            None => break,
        }
    }
    let single = tokens.len() == 1;
    if context.names_vessel(tokens.clone()) {
        return None;
    }
    if tokens.is_empty() {
        return None;
    }
    let surname = surnames.contains(context.annotated.lower(tokens.start));
    if single && context.opens_sentence(tokens.start) && !surname {
        return None;
    }
    let lower = context.annotated.lower(tokens.end - 1);
    let common = context.knowledge.language.nouns.contains_key(lower) && single;
    let titled = titles.get(lower).is_some();
    let zone = phrases().clock_marks.contains(lower);
    let digits = context
        .annotated
        .text(tokens.end - 1)
        .contains(|c: char| c.is_ascii_digit());
    (!common && !titled && !zone && !digits).then(|| Proposal::new(tokens, Source::Capitals))
}

/// Joins the names of bodies with "of …" after them ("Liberal Party of Arland") and those of parties with
/// the state before them ("Scottish Green Party"); gives the joined and what they took in.
pub(super) fn join(context: &Context, mut kept: Vec<Proposal>) -> (Vec<Proposal>, Vec<Proposal>) {
    kept.sort_by_key(|proposal| proposal.tokens.start);
    let (mut joined, mut absorbed): (Vec<Proposal>, Vec<Proposal>) = (Vec::new(), Vec::new());
    for proposal in kept {
        match joined.pop() {
            Some(mut last) if follows_of(context, &last, &proposal) => {
                last.tokens.end = proposal.tokens.end;
                last.readings.clear();
                absorbed.push(proposal);
                joined.push(last);
            }
            Some(mut last) if continues_person(&last, &proposal) => {
                last.tokens.end = proposal.tokens.end;
                last.readings.clear();
                last.label = Some(NameLabel::Person);
                joined.push(last);
            }
            Some(last) if stands_before_party(&last, &proposal) => {
                let mut whole = proposal;
                whole.tokens.start = last.tokens.start;
                whole.readings.clear();
                absorbed.push(last);
                joined.push(whole);
            }
            Some(last) => joined.extend([last, proposal]),
            None => joined.push(proposal),
        }
    }
    (joined, absorbed)
}

fn is_body(proposal: &Proposal) -> bool {
    let kind = proposal.pattern.as_ref().map(|pattern| pattern.kind);
    matches!(
        kind,
        Some(
            EntityKind::Organisation
                | EntityKind::PoliticalParty
                | EntityKind::ArmedGroup
                | EntityKind::MilitaryForce
        )
    ) && proposal.source != Source::Event
}

fn follows_of(context: &Context, last: &Proposal, next: &Proposal) -> bool {
    let (end, start) = (last.tokens.end, next.tokens.start);
    let article = start > end + 1 && context.annotated.lower(end + 1) == "the";
    is_body(last)
        && next.source == Source::World
        && start == end + 1 + usize::from(article)
        && context.annotated.lower(end) == "of"
}

/// "Wanda Vázquez" and "Garced": the rest of a person's name that the tagger cut off.
fn continues_person(last: &Proposal, next: &Proposal) -> bool {
    let plain = |proposal: &Proposal| {
        proposal.pattern.is_none()
            && proposal.readings.is_empty()
            && matches!(proposal.label, None | Some(NameLabel::Person))
    };
    let person = last.label == Some(NameLabel::Person) || next.label == Some(NameLabel::Person);
    last.tokens.end == next.tokens.start && plain(last) && plain(next) && person
}

fn stands_before_party(last: &Proposal, next: &Proposal) -> bool {
    let party = next
        .pattern
        .as_ref()
        .is_some_and(|pattern| pattern.kind == EntityKind::PoliticalParty);
    party
        && last.source == Source::World
        && last.tokens.end == next.tokens.start
        && next.tokens.len() > 1
}
