//! The shape of a line of facts.

use serde::Serialize;
use serde_json::Number;

/// Half-open range of code points.
pub(super) type Range = (usize, usize);

#[derive(Serialize)]
pub(super) struct HeadRecord<'facts> {
    pub(super) id: &'facts str,
    pub(super) iri: &'facts str,
    pub(super) title: Option<&'facts str>,
    pub(super) source: Option<&'facts str>,
    pub(super) published: PublishedRecord,
    pub(super) sentences: Vec<Range>,
    pub(super) entities: Vec<EntityRecord<'facts>>,
    pub(super) mentions: Vec<MentionRecord<'facts>>,
    pub(super) times: Vec<TimeRecord<'facts>>,
}

#[derive(Serialize)]
pub(super) struct FactsRecord<'facts> {
    #[serde(flatten)]
    pub(super) head: HeadRecord<'facts>,
    pub(super) situations: Vec<SituationRecord<'facts>>,
    pub(super) claims: Vec<ClaimRecord<'facts>>,
    pub(super) facts: Vec<FactRecord<'facts>>,
    pub(super) quantities: Vec<QuantityRecord<'facts>>,
}

#[derive(Serialize)]
pub(super) struct ResolvedRecord<'facts> {
    #[serde(flatten)]
    pub(super) head: HeadRecord<'facts>,
    pub(super) speeches: Vec<SpeechRecord>,
}

#[derive(Serialize)]
pub(super) struct PublishedRecord {
    pub(super) value: Option<String>,
    pub(super) earliest: Option<String>,
    pub(super) latest: Option<String>,
    pub(super) inferred: bool,
    pub(super) basis: &'static str,
}

#[derive(Serialize)]
pub(super) struct EntityRecord<'facts> {
    pub(super) iri: &'facts str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) label: &'facts str,
    pub(super) state: Option<&'facts str>,
    pub(super) sector: Option<&'facts str>,
    pub(super) same_as: &'facts [String],
    pub(super) known: bool,
}

#[derive(Serialize)]
pub(super) struct MentionRecord<'facts> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'facts str,
    pub(super) head: Range,
    pub(super) form: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) entities: Vec<&'facts str>,
    pub(super) boilerplate: bool,
}

#[derive(Serialize)]
pub(super) struct TimeRecord<'facts> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'facts str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) value: &'facts str,
    #[serde(rename = "mod")]
    pub(super) modifier: Option<&'static str>,
    pub(super) earliest: Option<String>,
    pub(super) latest: Option<String>,
}

#[derive(Serialize)]
pub(super) struct SpeechRecord {
    pub(super) cue: Option<Range>,
    pub(super) sources: Vec<Range>,
    pub(super) addressee: Option<Range>,
    pub(super) stance: &'static str,
    pub(super) content_spans: Vec<Range>,
    pub(super) quotes: Vec<Range>,
    pub(super) within: Option<usize>,
    pub(super) rule: &'static str,
}

#[derive(Serialize)]
pub(super) struct SituationRecord<'facts> {
    pub(super) iri: &'facts str,
    #[serde(rename = "type")]
    pub(super) event_type: &'facts str,
    pub(super) class: Option<&'facts str>,
    pub(super) mode: Option<&'facts str>,
    pub(super) contexts: &'facts [String],
    pub(super) cameo: Option<&'facts str>,
    pub(super) label: &'facts str,
    pub(super) status: &'static str,
    pub(super) trigger: Option<Range>,
    pub(super) triggers: Vec<Range>,
    pub(super) evidence: Range,
    pub(super) rule: &'facts str,
    pub(super) participants: Vec<ParticipantRecord<'facts>>,
    pub(super) time: Option<SituationTimeRecord<'facts>>,
    pub(super) place: Option<&'facts str>,
    pub(super) content: Vec<&'facts str>,
    pub(super) conditional_on: Vec<&'facts str>,
    pub(super) same_as_situation: Vec<&'facts str>,
    pub(super) affirmed_by: Vec<&'facts str>,
    pub(super) denied_by: Vec<&'facts str>,
    pub(super) wanted_by: Vec<&'facts str>,
}

#[derive(Serialize)]
pub(super) struct ParticipantRecord<'facts> {
    pub(super) role: &'static str,
    pub(super) entity: &'facts str,
    pub(super) mention: Option<Range>,
    pub(super) state: Option<&'facts str>,
}

#[derive(Serialize)]
pub(super) struct SituationTimeRecord<'facts> {
    pub(super) value: Option<&'facts str>,
    pub(super) earliest: Option<String>,
    pub(super) latest: Option<String>,
    pub(super) basis: &'static str,
    pub(super) span: Option<Range>,
}

#[derive(Serialize)]
pub(super) struct ClaimRecord<'facts> {
    pub(super) iri: &'facts str,
    pub(super) source: Vec<&'facts str>,
    pub(super) source_unknown: bool,
    pub(super) speaker: Vec<&'facts str>,
    pub(super) stance: &'static str,
    pub(super) about: Vec<&'facts str>,
    pub(super) source_mentions: Vec<Range>,
    pub(super) cue: Option<Range>,
    pub(super) evidence: Option<Range>,
    pub(super) content_spans: Vec<Range>,
    pub(super) quotes: Vec<Range>,
    pub(super) within: Option<&'facts str>,
}

#[derive(Serialize)]
pub(super) struct FactRecord<'facts> {
    pub(super) subject: &'facts str,
    pub(super) predicate: &'static str,
    pub(super) object: &'facts str,
    pub(super) evidence: Range,
}

#[derive(Serialize)]
pub(super) struct QuantityRecord<'facts> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Option<Number>,
    pub(super) min: Option<Number>,
    pub(super) max: Option<Number>,
    pub(super) approximate: bool,
    pub(super) unit: &'facts str,
    pub(super) situation: Option<&'facts str>,
}

/// Whole numbers without a fraction: `70000`, not `70000.0`.
pub(super) fn number(value: f64) -> Number {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        return Number::from(value as i64);
    }
    Number::from_f64(value).unwrap_or_else(|| Number::from(0))
}
