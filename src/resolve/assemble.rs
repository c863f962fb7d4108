//! Putting a [`Resolved`] together from what the parts found.

use super::coreference::{self, Answer};
use super::linking::{self, Input, Roster};
use super::mentions::{self, Draft, Source};
use super::{Entity, EntityId, Form, Mention, Resolved, gazetteer};
use crate::annotate::Annotated;
use crate::knowledge::Knowledge;
use crate::read::ParagraphKind;
use crate::span::Span;

/// Fills entities and mentions of a value that already has times, date and speeches.
pub(super) fn fill(resolved: &mut Resolved, knowledge: &Knowledge) {
    let annotated = &resolved.annotated;
    let names = gazetteer::names(annotated, knowledge);
    let name_at = mentions::name_index(&names, annotated.tokens.len());
    let offices = mentions::offices(annotated, knowledge, &names, &name_at);
    let office_at = mentions::office_index(&offices, annotated.tokens.len());
    let drafts = mentions::collect(&Source {
        annotated,
        knowledge,
        names: &names,
        name_at: &name_at,
        offices: &offices,
        office_at: &office_at,
    });
    let input = Input {
        annotated,
        names: &names,
        offices: &offices,
        drafts: &drafts,
    };
    let day = resolved.published.value.or(resolved.published.latest);
    let mut roster = Roster::new(knowledge, annotated.document.hash(), day);
    let linked = linking::link(&input, &mut roster);
    let answers = coreference::resolve(&input, &mut roster, linked, &resolved.speeches);
    let mentions = mentions_of(annotated, &drafts, answers, &roster);
    let (entities, mentions) = in_order(roster.entities, mentions);
    resolved.entities = entities;
    resolved.mentions = mentions;
    resolved.index_mentions();
}

fn mentions_of(
    annotated: &Annotated,
    drafts: &[Draft],
    answers: Vec<Answer>,
    roster: &Roster,
) -> Vec<Mention> {
    let kept = drafts.iter().zip(answers).filter(|(_, answer)| answer.kept);
    kept.map(|(draft, answer)| {
        let span = annotated.span(draft.tokens.clone());
        let named = answer.form == Form::Name && answer.entities.len() == 1;
        Mention {
            span,
            head: annotated.span(draft.head.clone()),
            head_token: draft.head_token,
            form: answer.form,
            kind: if named {
                roster.kind(answer.entities[0])
            } else {
                answer.kind
            },
            entities: answer.entities,
            boilerplate: is_boilerplate(annotated, span),
            rule: answer.rule,
        }
    })
    .collect()
}

/// Whether a span lies in a paragraph from which no facts are read.
fn is_boilerplate(annotated: &Annotated, span: Span) -> bool {
    let paragraphs = &annotated.document.paragraphs;
    let at = paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
    paragraphs.get(at).is_some_and(|paragraph| {
        paragraph.kind == ParagraphKind::Boilerplate && paragraph.span.overlaps(span)
    })
}

/// Entities in order of first mention, those without any left out.
fn in_order(entities: Vec<Entity>, mut mentions: Vec<Mention>) -> (Vec<Entity>, Vec<Mention>) {
    let mut place: Vec<Option<usize>> = vec![None; entities.len()];
    let mut order = Vec::new();
    for mention in &mut mentions {
        for id in &mut mention.entities {
            let at = *place[id.0].get_or_insert_with(|| {
                order.push(id.0);
                order.len() - 1
            });
            *id = EntityId(at);
        }
        mention.entities.dedup();
    }
    let mut entities: Vec<Option<Entity>> = entities.into_iter().map(Some).collect();
    let sorted: Vec<Entity> = order
        .into_iter()
        .filter_map(|id| entities[id].take())
        .collect();
    let sorted = with_own_keys(sorted);
    (sorted, mentions)
}

/// Two entities of one kind never share a key.
fn with_own_keys(mut entities: Vec<Entity>) -> Vec<Entity> {
    let mut seen = std::collections::BTreeMap::new();
    for entity in &mut entities {
        let count: &mut usize = seen
            .entry((entity.kind.namespace(), entity.key.clone()))
            .or_default();
        *count += 1;
        if *count > 1 {
            entity.key = format!("{}-{count}", entity.key);
        }
    }
    entities
}
