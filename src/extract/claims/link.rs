//! Ties claims to the situations that they are about.

use crate::extract::{Claim, ClaimId, Situation, SituationId, Status};
use crate::resolve::{Resolved, Stance};
use crate::span::Span;

use super::{article, is_main, sort};

/// Tells each claim its situations: those with a telling in its contents that no claim told within it holds.
///
/// What a source says is not so ("no soldier was hurt", she said) becomes a claim that denies, what it says must be done
/// ("they must leave") one that wants; what the article denies in its own voice becomes a claim of the article. `wished`
/// tells of each situation whether its own words, not a word above it, make it wanted. To be called when the situations
/// have their status.
pub fn link(
    claims: &mut Vec<Claim>,
    situations: &[Situation],
    wished: &[bool],
    resolved: &Resolved,
) {
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
    let sides = Sides {
        situations,
        wished,
        resolved,
    };
    let split: Vec<Claim> = claims
        .iter_mut()
        .flat_map(|claim| {
            let denied = sides.split(claim, Stance::Denies);
            let wanted = sides.split(claim, Stance::Wants);
            denied.into_iter().chain(wanted)
        })
        .collect();
    claims.extend(split);
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

/// Whether a trigger stands in the contents of a claim; of one that takes in the cue ("called for an inquiry") the rest.
pub(super) fn holds(claim: &Claim, trigger: Span) -> bool {
    let carried = claim.cue.is_some_and(|cue| cue.overlaps(trigger));
    claim
        .contents
        .iter()
        .any(|content| content.contains(trigger) || carried && content.overlaps(trigger))
}

/// What a source that affirms says is not so, or must be done.
struct Sides<'a> {
    situations: &'a [Situation],
    wished: &'a [bool],
    resolved: &'a Resolved,
}

impl Sides<'_> {
    /// Of a claim that affirms, what it denies or wants: the claim itself turns where that is all it mainly says, else a
    /// second one is made.
    fn split(&self, claim: &mut Claim, stance: Stance) -> Option<Claim> {
        if claim.stance != Stance::Affirms {
            return None;
        }
        let (turned, rest): (Vec<SituationId>, Vec<SituationId>) = claim
            .about
            .iter()
            .partition(|&&id| self.stance(claim, id) == stance);
        if turned.is_empty() {
            return None;
        }
        let main = |ids: &[SituationId]| ids.iter().any(|&id| self.is_main(claim, id, stance));
        if main(&turned) && !main(&rest) {
            claim.stance = stance;
            return None;
        }
        if stance == Stance::Wants && self.share_sentence(&turned, &rest) {
            return None;
        }
        let contents = clauses(claim, &turned, self.situations);
        claim.about = rest;
        let rule = match stance {
            Stance::Denies => "denial",
            _ => "wish",
        };
        Some(Claim {
            stance,
            about: turned,
            contents,
            rule: format!("{}/{rule}", claim.rule),
            ..claim.clone()
        })
    }

    fn stance(&self, claim: &Claim, id: SituationId) -> Stance {
        match self.situations[id.0].status {
            Status::Denied => Stance::Denies,
            Status::Desired if self.wished[id.0] && self.is_main(claim, id, Stance::Wants) => {
                Stance::Wants
            }
            _ => Stance::Affirms,
        }
    }

    /// Whether some of one and some of the other are told in one sentence.
    fn share_sentence(&self, some: &[SituationId], others: &[SituationId]) -> bool {
        let annotated = &self.resolved.annotated;
        let sentence =
            |id: &SituationId| annotated.sentence_of(self.situations[id.0].trigger_token);
        others
            .iter()
            .any(|other| some.iter().any(|one| sentence(one) == sentence(other)))
    }

    /// Whether a situation is what a claim mainly says: told by a main clause of its contents or by one coordinated with
    /// it, not by a relative, an adverbial or a further embedded clause.
    fn is_main(&self, claim: &Claim, id: SituationId, stance: Stance) -> bool {
        let annotated = &self.resolved.annotated;
        self.situations[id.0]
            .triggers
            .iter()
            .filter(|&&trigger| holds(claim, trigger))
            .filter_map(|trigger| annotated.tokens_within(*trigger).next())
            .any(|token| {
                let is_said = |at: usize| holds(claim, annotated.tokens[at].span);
                is_main(annotated, token, stance == Stance::Wants, is_said)
            })
    }
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
