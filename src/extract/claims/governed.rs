//! Claims behind what only the tree tells as somebody's word: "was accused of arson", "the alleged attack".

use std::collections::BTreeMap;

use crate::annotate::{Dep, Pos, by_token};
use crate::extract::{Claim, ClaimId, Situation, SituationId, Status};
use crate::knowledge::Reporting;
use crate::resolve::{EntityId, Resolved};
use crate::span::Span;

use super::{outermost, sort};

/// Gives each reported situation that no claim holds a claim: of whoever is the subject of the word that makes it a report
/// (`cues`, by situation), of an unknown source where that names nobody.
pub fn cover(
    claims: &mut Vec<Claim>,
    situations: &[Situation],
    cues: &[Option<usize>],
    resolved: &Resolved,
    reporting: &Reporting,
) {
    let mut by_cue: BTreeMap<usize, Vec<SituationId>> = BTreeMap::new();
    let mut bare: Vec<Claim> = Vec::new();
    for (number, situation) in situations.iter().enumerate() {
        let id = SituationId(number);
        if situation.status != Status::Reported
            || claims.iter().any(|claim| claim.about.contains(&id))
        {
            continue;
        }
        match cues[number] {
            Some(cue) if is_telling(resolved, reporting, cue) => {
                let span = resolved.annotated.tokens[cue].span;
                let own = |claim: &&mut Claim| claim.cue.is_some_and(|known| known.contains(span));
                match claims.iter_mut().find(own) {
                    Some(claim) => claim.about.push(id),
                    None => by_cue.entry(cue).or_default().push(id),
                }
            }
            _ => bare.push(unknown(id, situation)),
        }
    }
    for (cue, about) in by_cue {
        let claim = told(claims, situations, about, cue, resolved);
        claims.push(claim);
    }
    claims.extend(bare);
    sort(claims);
}

/// Whether a word tells that somebody says so, and is no modal or name that only changes what is said.
fn is_telling(resolved: &Resolved, reporting: &Reporting, cue: usize) -> bool {
    let annotated = &resolved.annotated;
    let lemma = annotated.lemma(cue);
    match annotated.pos(cue) {
        Pos::Verb => reporting.verb(reporting.base(lemma)).is_some(),
        Pos::Noun => reporting.noun(lemma).is_some(),
        Pos::Adj => reporting.is_hearsay_adjective(annotated.lower(cue)),
        Pos::Adv => reporting.is_hearsay_adverb(annotated.lower(cue)),
        _ => false,
    }
}

fn unknown(id: SituationId, situation: &Situation) -> Claim {
    Claim {
        about: vec![id],
        contents: vec![situation.evidence],
        rule: "claim/unknown".to_owned(),
        ..Claim::default()
    }
}

fn told(
    claims: &[Claim],
    situations: &[Situation],
    about: Vec<SituationId>,
    cue: usize,
    resolved: &Resolved,
) -> Claim {
    let span = resolved.annotated.tokens[cue].span;
    let within = claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| super::link::holds(claim, span))
        .min_by_key(|(_, claim)| claim.contents.iter().map(|one| one.len()).sum::<usize>())
        .map(|(number, _)| ClaimId(number));
    let subject = teller(resolved, cue);
    let sources = subject.map_or_else(Vec::new, |token| resolved.entities_of(token).to_vec());
    let speakers = within.map_or_else(|| sources.clone(), |outer| speakers(claims, outer));
    Claim {
        speakers,
        source_mentions: mention(resolved, subject.filter(|_| !sources.is_empty())),
        sources,
        cue: Some(span),
        contents: outer_spans(about.iter().map(|id| situations[id.0].evidence)),
        about,
        within,
        rule: "claim/governed".to_owned(),
        ..Claim::default()
    }
}

fn speakers(claims: &[Claim], outer: ClaimId) -> Vec<EntityId> {
    claims[outermost(claims, outer.0)].sources.clone()
}

/// Who tells, of a verb or noun of telling.
fn teller(resolved: &Resolved, cue: usize) -> Option<usize> {
    let annotated = &resolved.annotated;
    match annotated.pos(cue) {
        Pos::Verb => by_token(&resolved.predicates, cue)?.subjects().next(),
        Pos::Noun => annotated.child(cue, Dep::Poss),
        _ => None,
    }
}

fn mention(resolved: &Resolved, subject: Option<usize>) -> Vec<Span> {
    subject
        .and_then(|token| resolved.mention_of(token))
        .map(|id| resolved.mention(id).span)
        .into_iter()
        .collect()
}

/// Spans in text order, without those that lie in others.
fn outer_spans(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut all: Vec<Span> = spans.collect();
    all.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut found: Vec<Span> = Vec::new();
    for span in all {
        match found.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.cover(span),
            _ => found.push(span),
        }
    }
    found
}
