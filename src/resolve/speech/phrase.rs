//! Sources named by a phrase, an adverb or a colon: "according to X", "in her view", "reportedly", "X: …".

use crate::annotate::{Annotated, Dep, NameLabel, Pos};
use crate::knowledge::speech::{Attitude, Sense};
use crate::resolve::Stance;
use crate::span::Span;

use super::Context;
use super::draft::Draft;
use super::extent::{self, pieces, subtree_without};
use super::source::is_verb;

/// The sense of a source that is only named.
pub(super) const AFFIRMS: Sense = Sense {
    stance: Stance::Affirms,
    attitude: Attitude::Speech,
    unsourced: true,
};

/// "According to X", "in the words of X", "in her view".
pub(super) fn read_phrase(context: &Context, token: usize) -> Option<Draft> {
    let (last, head) = named(context, token).or_else(|| possessed(context, token))?;
    let annotated = context.annotated;
    let mut draft = Draft::new(token, annotated.span(token..last + 1), AFFIRMS, "phrase");
    draft.contents = host(annotated, token, head);
    draft.set_source(annotated, Some(head));
    let fixed = draft.fixed();
    draft
        .contents
        .retain(|content| !fixed.iter().any(|one| one.contains(*content)));
    (!draft.contents.is_empty()).then_some(draft)
}

fn named(context: &Context, token: usize) -> Option<(usize, usize)> {
    let annotated = context.annotated;
    let phrase = context.reporting.phrases().iter().find(|words| {
        words.iter().enumerate().all(|(offset, word)| {
            annotated
                .tokens
                .get(token + offset)
                .is_some_and(|known| *known.lower == **word)
        })
    })?;
    let last = token + phrase.len() - 1;
    let head = annotated.child(last, Dep::Pobj)?;
    Some((last, head))
}

fn possessed(context: &Context, token: usize) -> Option<(usize, usize)> {
    let annotated = context.annotated;
    if annotated.lower(token) != "in" || annotated.dep(token) != Dep::Prep {
        return None;
    }
    let noun = annotated.child(token, Dep::Pobj)?;
    let possessor = annotated.child(noun, Dep::Poss)?;
    context
        .reporting
        .is_view(annotated.lemma(noun))
        .then_some((token, possessor))
}

/// What a phrase covers: the whole sentence where it stands at its start, or at its end behind a comma; else its clause.
fn host(annotated: &Annotated, token: usize, source: usize) -> Vec<Span> {
    let sentence = annotated.sentences[annotated.sentence_of(token)].clone();
    let phrase = annotated.subtree(token);
    let first = phrase.first().copied().unwrap_or(token).min(token);
    let last = phrase.last().copied().unwrap_or(source).max(source);
    let is_blank =
        |token: usize| extent::is_separator(annotated, token) || extent::is_mark(annotated, token);
    let starts = (sentence.start..first).all(is_blank);
    let ends =
        (last + 1..sentence.end).all(is_blank) && first > 0 && annotated.lower(first - 1) == ",";
    if starts || ends {
        let tokens: Vec<usize> = sentence
            .filter(|token| !(first..=last).contains(token))
            .collect();
        return pieces(annotated, &tokens);
    }
    match annotated
        .ancestors(token)
        .find(|&above| is_verb(annotated, above))
    {
        Some(verb) => {
            let tokens: Vec<usize> = annotated
                .subtree(verb)
                .into_iter()
                .filter(|token| !(first..=last).contains(token))
                .collect();
            pieces(annotated, &tokens)
        }
        None => Vec::new(),
    }
}

/// "Reportedly", "allegedly": the clause or phrase that the adverb modifies, of an unknown source.
pub(super) fn read_adverb(
    context: &Context,
    adverb: usize,
    is_cue: impl Fn(usize) -> bool,
) -> Option<Draft> {
    let annotated = context.annotated;
    if !context.reporting.is_hearsay_adverb(annotated.lower(adverb)) {
        return None;
    }
    let head = annotated.head(adverb)?;
    if is_cue(head) {
        return None;
    }
    let mut draft = Draft::new(adverb, annotated.tokens[adverb].span, AFFIRMS, "adverb");
    draft.contents = pieces(annotated, &subtree_without(annotated, head, &[adverb]));
    (!draft.contents.is_empty()).then_some(draft)
}

/// "Premier: Talks will go on", "SMITH: I will not": a name and a colon at the start of a paragraph.
pub(super) fn read_colon(context: &Context, paragraph: Span) -> Option<Draft> {
    let annotated = context.annotated;
    let tokens = annotated.tokens_within(paragraph);
    let start = tokens
        .clone()
        .find(|&token| !extent::is_mark(annotated, token) && annotated.pos(token) != Pos::Space)?;
    let colon = (start..tokens.end.min(start + 9)).find(|&token| annotated.text(token) == ":")?;
    if colon == start || colon + 3 >= tokens.end || !is_speaker(context, start, colon) {
        return None;
    }
    let head = (start..colon)
        .rev()
        .find(|&token| matches!(annotated.pos(token), Pos::Propn | Pos::Noun))?;
    let mut draft = Draft::new(colon, annotated.tokens[colon].span, AFFIRMS, "colon");
    let transcript = annotated
        .text(head)
        .chars()
        .all(|character| !character.is_lowercase());
    let sentence_end = annotated.sentences[annotated.sentence_of(colon + 1)]
        .end
        .min(tokens.end);
    let end = if transcript { tokens.end } else { sentence_end };
    draft.contents = extent::trimmed(annotated, colon + 1, end - 1)
        .into_iter()
        .collect();
    draft.sources = vec![head];
    draft.source_spans = vec![annotated.span(start..colon)];
    (!draft.contents.is_empty()).then_some(draft)
}

/// Whether the words before a colon name somebody who speaks, or a study.
fn is_speaker(context: &Context, start: usize, colon: usize) -> bool {
    let annotated = context.annotated;
    let nominal = (start..colon).all(|token| {
        matches!(
            annotated.pos(token),
            Pos::Propn | Pos::Noun | Pos::Adj | Pos::Det | Pos::Punct | Pos::Part | Pos::Num
        ) && !annotated.lower(token).contains(['/', '@'])
    });
    let named = annotated.names.iter().any(|name| {
        name.tokens.start < colon
            && name.tokens.end > start
            && matches!(
                name.label,
                NameLabel::Person | NameLabel::Org | NameLabel::Gpe
            )
    });
    let transcript = (start..colon).all(|token| {
        annotated
            .text(token)
            .chars()
            .all(|character| !character.is_lowercase())
    }) && (start..colon)
        .any(|token| annotated.text(token).len() > 2 && annotated.pos(token) == Pos::Propn);
    let surname =
        colon - start <= 3 && (start..colon).all(|token| annotated.pos(token) == Pos::Propn);
    let study = context.reporting.is_headline(annotated.lower(colon - 1));
    nominal && (named || surname || transcript || study)
}
