//! Where no situation of a PLOVER class is looked for: boilerplate, sport, show business.

use crate::annotate::{Annotated, Pos};
use crate::read::ParagraphKind;
use crate::resolve::Resolved;

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

/// Whether a token's sentence is about sport or show business: two words of it, or one in an article with many.
pub(super) fn is_elsewhere(finder: &Finder<'_>, token: usize) -> bool {
    let annotated = &finder.resolved.annotated;
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
