//! Names of events and documents by pattern: "the 2001 Italian general election", "Battle of Vukovar",
//! "Good Friday Agreement", "World War II".

use std::ops::Range;

use super::Context;
use super::proposal::{Proposal, Source};
use crate::annotate::{NameLabel, Pos, Tag};
use crate::knowledge::language::NamePattern;
use crate::knowledge::world::EntityKind;

/// Most words between a year and the head of an event's name.
const REACH: usize = 9;

/// Names of events and documents.
pub(super) fn names(context: &Context) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for token in 0..context.spans.len() {
        if let Some(tokens) = dated(context, token) {
            proposals.push(event(context, tokens));
        }
        proposals.extend(headed(context, token));
        proposals.extend(of_place(context, token));
    }
    proposals
}

fn event(context: &Context, tokens: Range<usize>) -> Proposal {
    let words = context.lower(tokens.clone());
    let mut proposal = Proposal::new(tokens, Source::Event);
    proposal.label = Some(NameLabel::Event);
    let found = context.knowledge.language.patterns.of_name(&words);
    proposal.pattern = Some(NamePattern {
        kind: found
            .map(|pattern| pattern.kind)
            .filter(|kind| *kind == EntityKind::Document)
            .unwrap_or(EntityKind::NamedEvent),
        sector: None,
    });
    proposal
}

/// A year and what happened in it: "(February) 1974 United Kingdom general election (in Wales)".
fn dated(context: &Context, year: usize) -> Option<Range<usize>> {
    if !is_year(context.annotated.text(year)) {
        return None;
    }
    let limit = (year + 1 + REACH).min(context.spans.len());
    let run_end = (year + 1..limit)
        .find(|&token| !is_inner(context, token))
        .unwrap_or(limit);
    let head = (year + 1..run_end)
        .find(|&token| is_vote(context.annotated.lower(token)))
        .or_else(|| {
            (year + 1..run_end)
                .rev()
                .find(|&token| is_event_head(context, token))
        })?;
    let named = (year + 1..=head)
        .any(|token| context.is_capital(token) || matches!(context.annotated.pos(token), Pos::Adj));
    if !named && !is_vote(context.annotated.lower(head)) {
        return None;
    }
    let start = if year > 0 && is_month(context.annotated.lower(year - 1)) {
        year - 1
    } else {
        year
    };
    Some(start..with_place(context, head + 1))
}

/// "… election in Indiana": the end of the name with the place.
fn with_place(context: &Context, end: usize) -> usize {
    if end + 1 >= context.spans.len() || context.annotated.lower(end) != "in" {
        return end;
    }
    let vote = is_vote(context.annotated.lower(end - 1));
    let mut last = end + 1;
    while last < context.spans.len() && vote && context.is_proper(last) {
        last += 1;
    }
    let date = context.label(end + 1) == Some(NameLabel::Date);
    if last > end + 1 && !date { last } else { end }
}

/// Capitals up to a head in capitals, or a small head that makes a name of them ("Minsk agreements").
fn headed(context: &Context, head: usize) -> Option<Proposal> {
    let annotated = context.annotated;
    let pattern = context
        .knowledge
        .language
        .patterns
        .last(annotated.lower(head))?;
    if !matches!(pattern.kind, EntityKind::NamedEvent | EntityKind::Document) {
        return None;
    }
    let small = matches!(
        annotated.lower(head),
        "agreements"
            | "accords"
            | "summit"
            | "accord"
            | "massacre"
            | "treaty"
            | "uprising"
            | "genocide"
            | "war"
            | "protocol"
    );
    if !context.is_capital(head) && !small {
        return None;
    }
    let mut start = head;
    while start > 0 && is_capital_inner(context, start - 1) {
        start -= 1;
    }
    if start == head
        || context.opens_sentence(start) && head - start == 1 && !context.is_proper(start)
    {
        return None;
    }
    let mut end = head + 1;
    if annotated.lower(head) == "war" && end < context.spans.len() && is_roman(annotated.text(end))
    {
        end += 1;
    }
    if annotated.lower(head) == "war" && !context.is_capital(head) {
        return None;
    }
    Some(event(context, start..end))
}

/// "Battle of Vukovar", "Treaty of Rome", "Operation Desert Storm".
fn of_place(context: &Context, first: usize) -> Option<Proposal> {
    let annotated = context.annotated;
    if !context.is_capital(first) {
        return None;
    }
    let pattern = context
        .knowledge
        .language
        .patterns
        .first(annotated.lower(first))?;
    if !matches!(pattern.kind, EntityKind::NamedEvent | EntityKind::Document) {
        return None;
    }
    let prefix = matches!(
        annotated.lower(first),
        "operation" | "hurricane" | "typhoon" | "cyclone" | "storm"
    );
    let mut end = first + 1;
    if !prefix {
        let of = matches!(annotated.lower_at(end)?, "of" | "on" | "for");
        if !of {
            return None;
        }
        end += 1;
        if annotated.lower_at(end) == Some("the") {
            end += 1;
        }
    }
    let from = end;
    while end < context.spans.len()
        && (context.is_proper(end) || (context.is_capital(end) && annotated.pos(end) == Pos::Adj))
    {
        end += 1;
    }
    let mut start = first;
    while start > 0 && is_capital_inner(context, start - 1) && !prefix {
        start -= 1;
    }
    (end > from).then(|| event(context, start..end))
}

fn is_year(word: &str) -> bool {
    let long = matches!(word.len(), 4 | 7) && word.is_char_boundary(4);
    long && word[..4]
        .parse::<u16>()
        .is_ok_and(|year| (1500..2100).contains(&year))
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

fn is_roman(word: &str) -> bool {
    matches!(word, "I" | "II" | "III" | "One" | "Two" | "1" | "2")
}

/// A vote: the name ends with it.
fn is_vote(word: &str) -> bool {
    matches!(
        word,
        "election"
            | "elections"
            | "by-election"
            | "referendum"
            | "referendums"
            | "primary"
            | "primaries"
            | "plebiscite"
    )
}

fn is_event_head(context: &Context, token: usize) -> bool {
    let pattern = context
        .knowledge
        .language
        .patterns
        .last(context.annotated.lower(token));
    let noun = matches!(context.annotated.pos(token), Pos::Noun | Pos::Propn);
    noun && pattern.is_some_and(|pattern| pattern.kind == EntityKind::NamedEvent)
}

/// What may stand between the year and the head.
fn is_inner(context: &Context, token: usize) -> bool {
    matches!(
        context.annotated.pos(token),
        Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num
    ) || matches!(context.annotated.tag(token), Tag::Hyph | Tag::Pos)
        || matches!(context.annotated.text(token), "-" | "–" | "of" | "to")
        || (context.annotated.pos(token) == Pos::Verb
            && matches!(context.annotated.tag(token), Tag::Vbg | Tag::Vbn))
}

/// What may stand before a head in capitals.
fn is_capital_inner(context: &Context, token: usize) -> bool {
    let annotated = context.annotated;
    let word = matches!(
        annotated.pos(token),
        Pos::Propn | Pos::Adj | Pos::Num | Pos::Noun
    ) && context.is_capital(token)
        && !matches!(
            context.label(token),
            Some(NameLabel::Date | NameLabel::Time)
        );
    word || annotated.text(token) == "-" && token > 0 && context.is_capital(token - 1)
}
