//! The tagger's names, trimmed.

use std::ops::Range;

use super::Context;
use super::proposal::{Proposal, Source};
use crate::annotate::{Name, NameLabel, Pos, Tag};
use crate::knowledge::language::Titles;

/// The tagger's names that may be actors, places or events.
pub(super) fn names(context: &Context) -> Vec<Proposal> {
    context
        .annotated
        .names
        .iter()
        .filter(|name| is_entity(name.label))
        .filter_map(|name| proposal(context, name))
        .collect()
}

fn is_entity(label: NameLabel) -> bool {
    matches!(
        label,
        NameLabel::Person
            | NameLabel::Org
            | NameLabel::Gpe
            | NameLabel::Loc
            | NameLabel::Fac
            | NameLabel::Norp
            | NameLabel::Event
            | NameLabel::Law
    )
}

fn proposal(context: &Context, name: &Name) -> Option<Proposal> {
    let tokens = trim(context, name.tokens.clone(), name.label)?;
    let capital = tokens.clone().any(|token| context.is_capital(token));
    if !capital || context.names_vessel(tokens.clone()) {
        return None;
    }
    let words = context.lower(tokens.clone());
    let mut proposal = Proposal::new(tokens, Source::Tagger);
    proposal.label = Some(name.label);
    proposal.pattern = context.knowledge.language.patterns.of_name(&words).cloned();
    Some(proposal)
}

/// Without article, title, possessive, quotation marks and what stands after a line end.
fn trim(context: &Context, mut tokens: Range<usize>, label: NameLabel) -> Option<Range<usize>> {
    let annotated = context.annotated;
    if let Some(space) = tokens
        .clone()
        .find(|&token| annotated.pos(token) == Pos::Space)
    {
        tokens.end = space;
    }
    while !tokens.is_empty() && is_border(context, tokens.start, true) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && is_border(context, tokens.end - 1, false) {
        tokens.end -= 1;
    }
    if label == NameLabel::Person {
        tokens.start = without_title(context, tokens.clone());
    }
    (!tokens.is_empty()).then_some(tokens)
}

fn is_border(context: &Context, token: usize, start: bool) -> bool {
    let annotated = context.annotated;
    match annotated.pos(token) {
        Pos::Det
        | Pos::Punct
        | Pos::Cconj
        | Pos::Adp
        | Pos::Verb
        | Pos::Aux
        | Pos::Part
        | Pos::Adv => {
            let text = annotated.text(token);
            let closes = !start && matches!(text, ")" | "!");
            let capital = start && context.is_capital(token) && annotated.pos(token) != Pos::Det;
            !closes && (!capital || text.eq_ignore_ascii_case("the"))
        }
        Pos::Space => true,
        Pos::Pron => annotated.tag(token) == Tag::PrpPoss,
        _ => false,
    }
}

/// Where the bare name begins after titles ("Mr", "US President").
fn without_title(context: &Context, tokens: Range<usize>) -> usize {
    let titles = &context.knowledge.language.titles;
    let mut start = tokens.start;
    loop {
        let longest = (1..=Titles::LONGEST.min(tokens.end - start))
            .rev()
            .find(|&length| {
                start + length < tokens.end
                    && titles
                        .get(&context.lower(start..start + length).join(" "))
                        .is_some()
            });
        match longest {
            Some(length) => start += length,
            None => return start,
        }
    }
}
