//! The lists that are settled before facts are extracted.

use jiff::civil::Date;

use super::record::{
    EntityRecord, HeadRecord, MentionRecord, PublishedRecord, SpeechRecord, TimeRecord,
};
use crate::graph::{ArticleIris, date_basis_name, form_name, kind_name, stance_name, timex_name};
use crate::resolve::{
    DateBasis, Entity, EntityId, Mention, Published, Resolved, Speech, TimeExpression,
};

pub(super) fn head<'facts>(
    resolved: &'facts Resolved,
    iris: &'facts ArticleIris<'facts>,
) -> HeadRecord<'facts> {
    let document = &resolved.annotated.document;
    let entities = resolved.entities.iter().enumerate();
    HeadRecord {
        id: &document.id,
        iri: &iris.article,
        title: document.title.as_deref(),
        source: document.source.as_deref(),
        published: published(resolved.published),
        sentences: sentences(resolved, iris),
        entities: entities
            .map(|(index, entity)| entity_record(iris.entity(EntityId(index)), entity))
            .collect(),
        mentions: resolved
            .mentions
            .iter()
            .map(|mention| mention_record(&document.text, iris, mention))
            .collect(),
        times: resolved
            .times
            .iter()
            .map(|time| time_record(&document.text, iris, time))
            .collect(),
    }
}

pub(super) fn speeches(resolved: &Resolved, iris: &ArticleIris) -> Vec<SpeechRecord> {
    let record = |speech: &Speech| SpeechRecord {
        cue: speech.cue.map(|span| iris.offsets.span(span)),
        sources: speech
            .sources
            .iter()
            .map(|&token| iris.offsets.span(resolved.annotated.tokens[token].span))
            .collect(),
        addressee: speech
            .addressee
            .map(|token| iris.offsets.span(resolved.annotated.tokens[token].span)),
        stance: stance_name(speech.stance),
        content_spans: speech
            .contents
            .iter()
            .map(|&span| iris.offsets.span(span))
            .collect(),
        quotes: speech
            .quotes
            .iter()
            .map(|&span| iris.offsets.span(span))
            .collect(),
        within: speech.within,
        rule: speech.rule,
    };
    resolved.speeches.iter().map(record).collect()
}

fn published(published: Published) -> PublishedRecord {
    PublishedRecord {
        value: day(published.value),
        earliest: day(published.earliest),
        latest: day(published.latest),
        inferred: published.basis == DateBasis::Inferred,
        basis: date_basis_name(published.basis),
    }
}

fn sentences(resolved: &Resolved, iris: &ArticleIris) -> Vec<(usize, usize)> {
    (0..resolved.annotated.sentences.len())
        .map(|sentence| resolved.annotated.sentence_span(sentence))
        .filter(|span| !span.is_empty())
        .map(|span| iris.offsets.span(span))
        .collect()
}

fn entity_record<'facts>(iri: &'facts str, entity: &'facts Entity) -> EntityRecord<'facts> {
    EntityRecord {
        iri,
        kind: kind_name(entity.kind),
        label: &entity.label,
        state: entity.state.as_deref(),
        sector: entity.sector.as_deref(),
        same_as: &entity.same_as,
        known: entity.record.is_some(),
    }
}

fn mention_record<'facts>(
    text: &'facts str,
    iris: &'facts ArticleIris<'facts>,
    mention: &Mention,
) -> MentionRecord<'facts> {
    let (start, end) = iris.offsets.span(mention.span);
    MentionRecord {
        start,
        end,
        text: mention.span.of(text),
        head: iris.offsets.span(mention.head),
        form: form_name(mention.form),
        kind: kind_name(mention.kind),
        entities: mention.entities.iter().map(|&id| iris.entity(id)).collect(),
        boilerplate: mention.boilerplate,
    }
}

fn time_record<'facts>(
    text: &'facts str,
    iris: &ArticleIris,
    time: &'facts TimeExpression,
) -> TimeRecord<'facts> {
    let (start, end) = iris.offsets.span(time.span);
    TimeRecord {
        start,
        end,
        text: time.span.of(text),
        kind: timex_name(time.kind),
        value: &time.value,
        modifier: time.modifier,
        earliest: day(time.earliest),
        latest: day(time.latest),
    }
}

pub(super) fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}
