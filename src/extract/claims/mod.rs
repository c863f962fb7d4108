//! Claims: speech whose sources are entities and whose contents are situations.

mod article;
mod contest;
mod governed;
mod link;
mod main_clause;
mod source;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use crate::annotate::Pos;
use crate::extract::{Claim, ClaimId};
use crate::knowledge::Reporting;
use crate::resolve::Resolved;
use crate::span::Span;

pub use contest::link_propositions;
pub use governed::cover;
pub use link::link;
pub(crate) use main_clause::is_main;

/// A claim for each speech, in the order of the speeches, not yet tied to situations (see [`link`]).
///
/// The source of a claim is whom the words of the source mean; where they stay open (an unresolved pronoun, a passive
/// without agent, "reportedly") it is unknown. Who tells it to the article is the source of the outermost speech. What
/// somebody says that he says himself ("he said that he had warned …") is one claim, not two.
#[must_use]
pub fn claims(resolved: &Resolved, reporting: &Reporting) -> Vec<Claim> {
    let mut claims: Vec<Claim> = resolved
        .speeches
        .iter()
        .map(|speech| Claim {
            sources: source::sources(resolved, reporting, speech),
            stance: speech.stance,
            source_mentions: speech.source_spans.clone(),
            cue: speech.cue,
            contents: speech.contents.clone(),
            quotes: speech.quotes.clone(),
            within: speech.within.map(ClaimId),
            rule: format!("claim/{}", speech.rule),
            ..Claim::default()
        })
        .collect();
    let personal: Vec<bool> = resolved
        .speeches
        .iter()
        .map(|speech| {
            let first = speech.sources.first();
            first.is_none_or(|&head| resolved.annotated.pos(head) == Pos::Pron)
        })
        .collect();
    drop_own_words(&mut claims, &personal);
    let speakers: Vec<_> = (0..claims.len())
        .map(|number| claims[outermost(&claims, number)].sources.clone())
        .collect();
    for (claim, speakers) in claims.iter_mut().zip(speakers) {
        claim.speakers = speakers;
    }
    claims
}

/// Takes out what a pronoun says within another claim where it means the same source, or nobody that is known.
fn drop_own_words(claims: &mut Vec<Claim>, personal: &[bool]) {
    let kept: Vec<bool> = claims
        .iter()
        .zip(personal)
        .map(|(claim, &personal)| {
            claim.within.is_none_or(|ClaimId(outer)| {
                let open = claim.sources.is_empty() || claims[outer].sources.is_empty();
                let own = |source| claims[outer].sources.contains(source);
                !personal || !open && !claim.sources.iter().all(own)
            })
        })
        .collect();
    keep(claims, &kept);
}

/// Keeps some of the claims; what was told within one that goes is told within the one around it.
fn keep(claims: &mut Vec<Claim>, kept: &[bool]) {
    let mut position = vec![0; claims.len()];
    let mut next = 0;
    for (number, &stays) in kept.iter().enumerate() {
        position[number] = next;
        next += usize::from(stays);
    }
    let around = |mut within: Option<ClaimId>| {
        for _ in 0..kept.len() {
            match within {
                Some(ClaimId(outer)) if !kept[outer] => within = claims[outer].within,
                _ => break,
            }
        }
        within.map(|ClaimId(outer)| ClaimId(position[outer]))
    };
    let within: Vec<Option<ClaimId>> = claims.iter().map(|claim| around(claim.within)).collect();
    for (claim, within) in claims.iter_mut().zip(within) {
        claim.within = within;
    }
    let mut stays = kept.iter();
    claims.retain(|_| stays.next().copied().unwrap_or(true));
}

/// The claim by which another reaches the article, through all that lie between.
fn outermost(claims: &[Claim], number: usize) -> usize {
    let chain = std::iter::successors(Some(number), |&at| {
        claims[at].within.map(|ClaimId(outer)| outer)
    });
    chain.take(claims.len()).last().unwrap_or(number)
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
