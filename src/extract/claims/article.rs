//! What the article denies in its own voice.

use crate::extract::{Claim, Situation, SituationId, Status};
use crate::resolve::{Resolved, Stance};

/// Adds a claim of the article for each situation that is denied and that no source denies.
pub(super) fn add_denials(claims: &mut Vec<Claim>, situations: &[Situation], resolved: &Resolved) {
    let own: Vec<Claim> = situations
        .iter()
        .enumerate()
        .filter(|&(number, situation)| {
            situation.status == Status::Denied && !is_denied(claims, SituationId(number))
        })
        .map(|(number, situation)| denial(number, situation, resolved))
        .collect();
    claims.extend(own);
}

fn is_denied(claims: &[Claim], situation: SituationId) -> bool {
    claims
        .iter()
        .any(|claim| claim.stance == Stance::Denies && claim.about.contains(&situation))
}

fn denial(number: usize, situation: &Situation, resolved: &Resolved) -> Claim {
    let content = if situation.evidence.is_empty() {
        resolved.annotated.tokens[situation.trigger_token].span
    } else {
        situation.evidence
    };
    Claim {
        by_article: true,
        stance: Stance::Denies,
        about: vec![SituationId(number)],
        contents: vec![content],
        rule: "claim/article".into(),
        ..Claim::default()
    }
}
