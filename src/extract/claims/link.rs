//! Ties claims to the situations that they are about.

use crate::extract::{Claim, ClaimId, Situation, SituationId, Status};
use crate::resolve::{Resolved, Stance};
use crate::span::Span;

use super::{article, sort};

/// Tells each claim its situations: those with a telling in its contents that no claim told within it holds. Where a source
/// says of some of them that they are not so ("no soldier was hurt", she said), these become a claim that denies; what
/// the article denies in its own voice becomes a claim of the article. To be called when the situations have their status.
pub fn link(claims: &mut Vec<Claim>, situations: &[Situation], resolved: &Resolved) {
    for (number, situation) in situations.iter().enumerate() {
        for &trigger in &situation.triggers {
            for claim in innermost(claims, trigger) {
                let about = &mut claims[claim].about;
                if !about.contains(&SituationId(number)) {
                    about.push(SituationId(number));
                }
            }
        }
    }
    let denials: Vec<Claim> = (0..claims.len())
        .filter_map(|number| split_denial(claims, number, situations))
        .collect();
    claims.extend(denials);
    article::add_denials(claims, situations, resolved);
    sort(claims);
}

/// The claims that hold a trigger in their contents and within which no other does so.
fn innermost(claims: &[Claim], trigger: Span) -> Vec<usize> {
    let holding: Vec<usize> = (0..claims.len())
        .filter(|&number| holds(&claims[number], trigger))
        .collect();
    let is_outer = |number: usize| {
        holding
            .iter()
            .any(|&other| claims[other].within == Some(ClaimId(number)))
    };
    holding
        .iter()
        .copied()
        .filter(|&number| !is_outer(number))
        .collect()
}

pub(super) fn holds(claim: &Claim, trigger: Span) -> bool {
    claim
        .contents
        .iter()
        .any(|content| content.contains(trigger))
}

/// Of a claim that affirms, what it says is not so: the claim itself turns where that is all, else a second one is made.
fn split_denial(claims: &mut [Claim], number: usize, situations: &[Situation]) -> Option<Claim> {
    let claim = &mut claims[number];
    if claim.stance != Stance::Affirms {
        return None;
    }
    let (denied, rest): (Vec<SituationId>, Vec<SituationId>) = claim
        .about
        .iter()
        .partition(|&&id| situations[id.0].status == Status::Denied);
    if denied.is_empty() {
        return None;
    }
    if rest.is_empty() {
        claim.stance = Stance::Denies;
        return None;
    }
    let contents = clauses(claim, &denied, situations);
    claim.about = rest;
    Some(Claim {
        stance: Stance::Denies,
        about: denied,
        contents,
        rule: format!("{}/denial", claim.rule),
        ..claim.clone()
    })
}

/// The clauses of some situations, as far as they lie in the contents of a claim.
fn clauses(claim: &Claim, about: &[SituationId], situations: &[Situation]) -> Vec<Span> {
    let mut found: Vec<Span> = about
        .iter()
        .map(|&SituationId(number)| situations[number].evidence)
        .flat_map(|evidence| {
            claim
                .contents
                .iter()
                .filter_map(move |&content| common(content, evidence))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    if found.is_empty() {
        claim.contents.clone()
    } else {
        found
    }
}

fn common(one: Span, other: Span) -> Option<Span> {
    let both = Span::new(one.start.max(other.start), one.end.min(other.end));
    (!both.is_empty()).then_some(both)
}
