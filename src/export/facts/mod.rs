//! Facts, one article a line: the second public output beside RDF.
//!
//! Keys, values and order are those of the contract of `--to facts`: every key is always there,
//! offsets are code points, lists are in text order.

mod record;
mod resolved;
mod situation;

use std::io::Write;

use record::{ClaimRecord, FactRecord, FactsRecord, QuantityRecord, ResolvedRecord};

use crate::extract::{Claim, ClaimId, EntityFact, Facts, Quantity, SituationId};
use crate::graph::{ArticleIris, stance_name};
use crate::resolve::{EntityId, Resolved};

/// Writes the facts of an article as one line of JSON.
///
/// # Errors
/// When the writer fails.
pub fn write_facts(facts: &Facts, base: &str, mut to: impl Write) -> std::io::Result<()> {
    let iris = ArticleIris::of_facts(base, facts);
    let writer = Writer { facts, iris: &iris };
    serde_json::to_writer(&mut to, &writer.record())?;
    to.write_all(b"\n")
}

/// Writes what was resolved in an article as one line of JSON: the facts' lists up to the times,
/// and the speeches from which claims are made.
///
/// # Errors
/// When the writer fails.
pub fn write_resolved(resolved: &Resolved, base: &str, mut to: impl Write) -> std::io::Result<()> {
    let iris = ArticleIris::of_resolved(base, resolved);
    let record = ResolvedRecord {
        head: resolved::head(resolved, &iris),
        speeches: resolved::speeches(resolved, &iris),
    };
    serde_json::to_writer(&mut to, &record)?;
    to.write_all(b"\n")
}

struct Writer<'facts> {
    facts: &'facts Facts,
    iris: &'facts ArticleIris<'facts>,
}

impl<'facts> Writer<'facts> {
    fn record(&self) -> FactsRecord<'facts> {
        FactsRecord {
            head: resolved::head(&self.facts.resolved, self.iris),
            situations: self.situations(),
            claims: self
                .facts
                .claims
                .iter()
                .enumerate()
                .map(|(index, claim)| self.claim(ClaimId(index), claim))
                .collect(),
            facts: self
                .facts
                .facts
                .iter()
                .map(|fact| self.fact(fact))
                .collect(),
            quantities: self
                .facts
                .quantities
                .iter()
                .map(|quantity| self.quantity(quantity))
                .collect(),
        }
    }

    fn claim(&self, id: ClaimId, claim: &'facts Claim) -> ClaimRecord<'facts> {
        let offsets = &self.iris.offsets;
        let spans = |spans: &[crate::Span]| spans.iter().map(|&span| offsets.span(span)).collect();
        ClaimRecord {
            iri: self.iris.claim(id),
            source: self.sources(claim),
            source_unknown: claim.sources.is_empty() && !claim.by_article,
            speaker: self.entities(&claim.speakers),
            stance: stance_name(claim.stance),
            about: self.situation_iris(&claim.about),
            source_mentions: spans(&claim.source_mentions),
            cue: claim.cue.map(|span| offsets.span(span)),
            evidence: claim
                .contents
                .iter()
                .copied()
                .reduce(crate::Span::cover)
                .or(claim.cue)
                .map(|span| offsets.span(span)),
            content_spans: spans(&claim.contents),
            quotes: spans(&claim.quotes),
            within: claim.within.map(|outer| self.iris.claim(outer)),
        }
    }

    // The article itself is the source of what it negates in its own voice.
    fn sources(&self, claim: &Claim) -> Vec<&'facts str> {
        if claim.by_article {
            vec![self.iris.article.as_str()]
        } else {
            self.entities(&claim.sources)
        }
    }

    fn fact(&self, fact: &EntityFact) -> FactRecord<'facts> {
        FactRecord {
            subject: self.iris.entity(fact.subject),
            predicate: fact.predicate,
            object: self.iris.entity(fact.object),
            evidence: self.iris.offsets.span(fact.evidence),
        }
    }

    fn quantity(&self, quantity: &'facts Quantity) -> QuantityRecord<'facts> {
        let (start, end) = self.iris.offsets.span(quantity.span);
        QuantityRecord {
            start,
            end,
            value: quantity.value.map(record::number),
            min: quantity.min.map(record::number),
            max: quantity.max.map(record::number),
            approximate: quantity.approximate,
            unit: &quantity.unit,
            situation: quantity.situation.map(|id| self.iris.situation(id)),
        }
    }

    fn entities(&self, ids: &[EntityId]) -> Vec<&'facts str> {
        ids.iter().map(|&id| self.iris.entity(id)).collect()
    }

    fn situation_iris(&self, ids: &[SituationId]) -> Vec<&'facts str> {
        ids.iter().map(|&id| self.iris.situation(id)).collect()
    }
}
