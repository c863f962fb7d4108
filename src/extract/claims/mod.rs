//! Claims: speech whose sources are entities and whose contents are situations.

mod article;
mod link;

use std::cmp::Reverse;

use crate::extract::{Claim, ClaimId};
use crate::resolve::{EntityId, Resolved, Speech};
use crate::span::Span;

pub use link::link;

/// A claim for each speech, in the order of the speeches, not yet tied to situations (see [`link`]).
///
/// The source of a claim is whom the words of the source mean; where they stay open (an unresolved pronoun, a passive
/// without agent, "reportedly") it is unknown. Who tells it to the article is the source of the outermost speech.
#[must_use]
pub fn claims(resolved: &Resolved) -> Vec<Claim> {
    let speeches = &resolved.speeches;
    (0..speeches.len())
        .map(|number| Claim {
            sources: sources(resolved, &speeches[number]),
            speakers: sources(resolved, outermost(speeches, number)),
            stance: speeches[number].stance,
            source_mentions: speeches[number].source_spans.clone(),
            cue: speeches[number].cue,
            contents: speeches[number].contents.clone(),
            quotes: speeches[number].quotes.clone(),
            within: speeches[number].within.map(ClaimId),
            rule: format!("claim/{}", speeches[number].rule),
            ..Claim::default()
        })
        .collect()
}

fn sources(resolved: &Resolved, speech: &Speech) -> Vec<EntityId> {
    let mut found: Vec<EntityId> = Vec::new();
    for &head in &speech.sources {
        for &entity in resolved.entities_of(head) {
            if !found.contains(&entity) {
                found.push(entity);
            }
        }
    }
    found
}

/// The speech by which another reaches the article, through all that lie between.
fn outermost(speeches: &[Speech], number: usize) -> &Speech {
    let chain = std::iter::successors(Some(number), |&at| speeches[at].within);
    let last = chain.take(speeches.len()).last().unwrap_or(number);
    &speeches[last]
}

/// Brings claims into text order of content and cue, with the links between them kept.
fn sort(claims: &mut Vec<Claim>) {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|&number| place(&claims[number]));
    let mut position = vec![0; claims.len()];
    for (new, &old) in order.iter().enumerate() {
        position[old] = new;
    }
    let mut old: Vec<Option<Claim>> = std::mem::take(claims).into_iter().map(Some).collect();
    for number in order {
        if let Some(mut claim) = old[number].take() {
            claim.within = claim.within.map(|ClaimId(outer)| ClaimId(position[outer]));
            claims.push(claim);
        }
    }
}

fn place(claim: &Claim) -> (usize, Reverse<usize>, Option<Span>) {
    let first = claim.contents.first().copied().unwrap_or_default();
    let extent = claim
        .contents
        .iter()
        .fold(first, |all, &one| all.cover(one));
    (extent.start, Reverse(extent.end), claim.cue)
}
