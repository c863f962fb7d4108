//! Where no situation of a PLOVER class is looked for: boilerplate, sport, show business, and whatever else tells
//! of nobody and nothing political.

use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::events::Events;
use crate::knowledge::world::EntityKind;
use crate::read::ParagraphKind;
use crate::resolve::{Entity, EntityId, Form, Mention, Resolved};

use super::Finder;

/// For each token whether it stands in a boilerplate paragraph.
pub(super) fn boilerplate(resolved: &Resolved) -> Vec<bool> {
    let annotated = &resolved.annotated;
    let mut silent = vec![false; annotated.tokens.len()];
    for paragraph in &annotated.document.paragraphs {
        if paragraph.kind == ParagraphKind::Boilerplate {
            silent[annotated.tokens_within(paragraph.span)].fill(true);
        }
    }
    silent
}

/// Sectors of PLOVER whose actors make a sentence political, whatever they do.
const POLITICAL_SECTORS: [&str; 10] = [
    "GOV", "LEG", "PTY", "MIL", "REB", "UAF", "OPP", "COP", "SPY", "IGO",
];

/// For each sentence whether it tells of somebody or something political, or of two states; all of them do in an article in which
/// every third one does.
pub(super) fn political(resolved: &Resolved, events: &Events) -> Vec<bool> {
    let annotated = &resolved.annotated;
    let mut political = vec![false; annotated.sentences.len()];
    let mut states: Vec<Option<EntityId>> = vec![None; annotated.sentences.len()];
    for mention in &resolved.mentions {
        let sentence = annotated.sentence_of(mention.head_token);
        political[sentence] |= anchors(resolved, events, mention);
        for state in states_of(resolved, mention) {
            let first = *states[sentence].get_or_insert(state);
            political[sentence] |= first != state;
        }
    }
    let named = |token: usize| events.political_words.contains(annotated.lower(token));
    for token in 0..annotated.tokens.len() {
        let word = events.political_words.contains(annotated.lemma(token))
            || annotated.pos(token) == Pos::Propn && named(token) && !is_date(resolved, token);
        if word {
            political[annotated.sentence_of(token)] = true;
        }
    }
    let number = political.iter().filter(|&&one| one).count();
    if political.len() >= 4 && number * 3 >= political.len() {
        political.fill(true);
    }
    political
}

fn states_of(resolved: &Resolved, mention: &Mention) -> impl Iterator<Item = EntityId> {
    let ids = mention.entities.iter().copied();
    ids.filter(|&id| resolved.entity(id).kind == EntityKind::State)
}

/// "March" is a month.
fn is_date(resolved: &Resolved, token: usize) -> bool {
    let mut times = resolved.times.iter();
    times.any(|time| time.tokens.contains(&token))
}

/// Whether a mention makes its sentence political: a political actor, or a state that is no mere place or origin.
fn anchors(resolved: &Resolved, events: &Events, mention: &Mention) -> bool {
    mention.entities.iter().any(|&id| {
        let entity = resolved.entity(id);
        match entity.kind {
            EntityKind::State => acts(resolved, events, mention),
            _ => is_political(entity),
        }
    })
}

fn is_political(entity: &Entity) -> bool {
    let kind = matches!(
        entity.kind,
        EntityKind::Government
            | EntityKind::IntergovernmentalOrganisation
            | EntityKind::PoliticalParty
            | EntityKind::ArmedGroup
            | EntityKind::MilitaryForce
    );
    kind || entity.kind == EntityKind::Person && entity.record.is_some()
        || entity
            .sector
            .as_deref()
            .is_some_and(|sector| POLITICAL_SECTORS.contains(&sector))
}

/// A state that acts or is acted upon, or whose adjective stands before what happens ("a Turkish attack").
fn acts(resolved: &Resolved, events: &Events, mention: &Mention) -> bool {
    let annotated = &resolved.annotated;
    let token = mention.head_token;
    let Some(head) = annotated.head(token) else {
        return true;
    };
    match annotated.dep(token) {
        Dep::Pobj => {
            let above = annotated.head(head).map(|above| annotated.lemma(above));
            !matches!(
                annotated.lower(head),
                "in" | "at" | "near" | "off" | "across" | "around" | "outside" | "over" | "from"
            ) && (annotated.lower(head) != "of"
                || above.is_some_and(|above| events.nouns.contains_key(above)))
        }
        Dep::Amod | Dep::Compound | Dep::Nmod | Dep::Poss => {
            mention.form != Form::Adjective && annotated.dep(token) == Dep::Poss
                || events.nouns.contains_key(annotated.lemma(head))
        }
        _ => true,
    }
}

/// Whether a token's sentence is not about politics: nobody and nothing political is told of, or two words of sport
/// or show business.
pub(super) fn is_elsewhere(finder: &Finder<'_>, token: usize) -> bool {
    let annotated = &finder.resolved.annotated;
    if !finder.political[annotated.sentence_of(token)] {
        return true;
    }
    let sentence = annotated.sentences[annotated.sentence_of(token)].clone();
    sentence
        .into_iter()
        .filter(|&at| is_topic_word(finder, annotated, at))
        .take(2)
        .count()
        >= 2
}

fn is_topic_word(finder: &Finder<'_>, annotated: &Annotated, token: usize) -> bool {
    let topics = &finder.events.other_topics;
    if matches!(annotated.pos(token), Pos::Noun | Pos::Propn)
        && topics.contains(annotated.lemma(token))
    {
        return true;
    }
    token > 0
        && topics.contains(&format!(
            "{} {}",
            annotated.lower(token - 1),
            annotated.lower(token)
        ))
}
