//! Quotations and speakers: words in quotation marks that the tree ties to no cue.

use crate::annotate::{Annotated, Dep, Pos, Tag};
use crate::knowledge::speech::{Attitude, Frame};
use crate::resolve::Stance;
use crate::span::Span;

use super::draft::Draft;
use super::quotation::Quotation;
use super::{Context, cue, extent, phrase, source, verb};

/// How many tokens a cue may stand from its quotation.
const REACH: usize = 14;

/// Widens contents to whole quotations, then ties the quotations that are left over. Cues inside a quotation are the
/// speaker's own words: they own no quotation but those within it.
pub(super) fn attach(context: &Context, drafts: Vec<Draft>) -> Vec<Draft> {
    let (mut inner, mut outer): (Vec<Draft>, Vec<Draft>) = drafts
        .into_iter()
        .partition(|draft| draft.cue.is_some_and(|cue| in_quotation(context, cue)));
    for draft in &mut outer {
        widen(context, draft);
    }
    for draft in &mut inner {
        confine(context, draft);
    }
    for number in 0..context.quotations.len() {
        let quotation = context.quotations[number];
        let owned = outer.iter().any(|draft| {
            draft
                .contents
                .iter()
                .any(|content| content.overlaps(quotation.inner))
        });
        if quotation.depth == 0 && !owned && is_speech(context.annotated, quotation) {
            place(context, number, &mut outer);
        }
    }
    outer.extend(inner);
    outer
}

/// Keeps the contents of a cue inside a quotation within that quotation.
fn confine(context: &Context, draft: &mut Draft) {
    let Some(around) = draft.cue.and_then(|cue| {
        context
            .quotations
            .iter()
            .rev()
            .find(|one| one.inner.contains(cue))
    }) else {
        return;
    };
    draft.contents.retain_mut(|content| {
        content.start = content.start.max(around.inner.start);
        content.end = content.end.min(around.inner.end);
        !content.is_empty()
    });
}

fn widen(context: &Context, draft: &mut Draft) {
    let fixed = draft.fixed();
    for content in &mut draft.contents {
        *content = extent::widened(*content, &context.quotations, &fixed);
    }
    draft.contents.sort_unstable();
    draft.contents.dedup();
}

/// Whether quoted words are an utterance, and not a title or a single word set apart.
fn is_speech(annotated: &Annotated, quotation: Quotation) -> bool {
    let tokens = annotated.tokens_within(quotation.inner);
    let words = tokens
        .clone()
        .filter(|&token| !matches!(annotated.pos(token), Pos::Punct | Pos::Space))
        .count();
    let finite = tokens.clone().any(|token| {
        matches!(
            annotated.tag(token),
            Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md | Tag::Vb
        )
    });
    let ends = quotation
        .inner
        .of(&annotated.document.text)
        .trim_end()
        .ends_with([',', '.', '!', '?', '…', '—']);
    quotation.continues || words >= 3 && finite || words >= 1 && ends
}

/// Ties a quotation to the cue before it, the cue after it, the speech that it continues, or the last speaker.
fn place(context: &Context, number: usize, drafts: &mut Vec<Draft>) {
    let quotation = context.quotations[number];
    let content = quotation.outer;
    if continues_paragraph(context, number) && extend_previous(context, number, drafts) {
        return;
    }
    let tied = cue_before(context, quotation).or_else(|| cue_after(context, quotation));
    if let Some(token) = tied {
        tie(context, token, content, drafts);
        return;
    }
    if let Some(draft) = signed(context, quotation) {
        drafts.push(draft);
        return;
    }
    if let Some(previous) = speech_before(context, quotation, drafts) {
        follow(context, quotation, previous, drafts);
    }
}

fn continues_paragraph(context: &Context, number: usize) -> bool {
    number > 0
        && context.quotations[..number]
            .iter()
            .rev()
            .find(|one| one.depth == 0)
            .is_some_and(|before| before.continues)
}

fn extend_previous(context: &Context, number: usize, drafts: &mut [Draft]) -> bool {
    let Some(before) = context.quotations[..number]
        .iter()
        .rev()
        .find(|one| one.depth == 0)
    else {
        return false;
    };
    let owner = drafts.iter_mut().find(|draft| {
        draft
            .contents
            .iter()
            .any(|content| content.overlaps(before.inner))
    });
    owner.is_some_and(|owner| {
        owner.contents.push(context.quotations[number].outer);
        true
    })
}

/// “…” — Name: a quotation with its speaker behind a dash, at the end of the line.
fn signed(context: &Context, quotation: Quotation) -> Option<Draft> {
    let annotated = context.annotated;
    let paragraph = paragraph_of(context, quotation.outer)?;
    let dash = annotated.tokens_within(quotation.outer).end;
    let is_dash = matches!(
        annotated.tokens.get(dash).map(|token| &*token.lower),
        Some("―" | "—" | "–" | "--" | "-")
    );
    let end = annotated.tokens_within(paragraph).end;
    let last = (dash + 1..end)
        .rev()
        .find(|&token| !extent::is_separator(annotated, token))?;
    let named = (dash + 1..=last).all(|token| {
        matches!(
            annotated.pos(token),
            Pos::Propn | Pos::Punct | Pos::Adp | Pos::Noun
        )
    });
    if !is_dash || !named || last - dash > 8 {
        return None;
    }
    let head = (dash + 1..=last).find(|&token| {
        annotated.pos(token) == Pos::Propn && annotated.dep(token) != Dep::Compound
    })?;
    let mut draft = Draft::new(dash, annotated.tokens[dash].span, phrase::AFFIRMS, "signed");
    draft.contents.push(quotation.outer);
    draft.sources = vec![head];
    draft.source_spans = vec![annotated.span(dash + 1..last + 1)];
    Some(draft)
}

/// A speech at a cue: the one that is there, or a new one.
fn tie(context: &Context, token: usize, content: Span, drafts: &mut Vec<Draft>) {
    if let Some(known) = drafts
        .iter_mut()
        .find(|draft| draft.cue.is_some() && draft.token == token)
    {
        if known.rule == "object" || known.rule == "prepositional" || known.rule == "quoted" {
            known.contents.clear();
        }
        known.contents.push(content);
        known.contents.sort_unstable();
        return;
    }
    let annotated = context.annotated;
    let Some(sense) = verb::entry(context.reporting, annotated, token)
        .and_then(|entry| entry.sense(&Frame::Quotation))
    else {
        return;
    };
    let mut draft = Draft::new(
        token,
        cue::verb_group(context, token, None),
        sense,
        "quotation",
    );
    draft.contents.push(content);
    let outside = |head: &usize| !content.contains(annotated.tokens[*head].span);
    let head = source::of_verb(context, token)
        .filter(outside)
        .or_else(|| beside(annotated, token).filter(outside));
    draft.set_source(annotated, head);
    drafts.push(draft);
}

/// A name or noun right beside a verb that the tree gives no subject.
fn beside(annotated: &Annotated, verb: usize) -> Option<usize> {
    let nominal =
        |token: &usize| matches!(annotated.pos(*token), Pos::Propn | Pos::Noun | Pos::Pron);
    let right = (verb + 1..annotated.tokens.len().min(verb + 5))
        .take_while(|&token| annotated.pos(token) != Pos::Punct)
        .filter(nominal)
        .last();
    right.or_else(|| verb.checked_sub(1).filter(nominal))
}

fn is_cue(context: &Context, token: usize) -> bool {
    let annotated = context.annotated;
    matches!(annotated.pos(token), Pos::Verb | Pos::Noun | Pos::Propn)
        && verb::entry(context.reporting, annotated, token)
            .is_some_and(|entry| entry.sense(&Frame::Quotation).is_some())
        && (annotated.pos(token) == Pos::Verb || annotated.child(token, Dep::Nsubj).is_some())
}

/// The nearest verb of saying before a quotation in its sentence, where nothing but a colon, a comma or the ones told stand between.
fn cue_before(context: &Context, quotation: Quotation) -> Option<usize> {
    let annotated = context.annotated;
    let first = annotated.tokens_within(quotation.outer).start;
    let paragraph = paragraph_of(context, quotation.outer)?;
    let mut steps = 0;
    for token in (0..first).rev() {
        let span = annotated.tokens[token].span;
        let blank = annotated.pos(token) == Pos::Space;
        if steps > REACH || ends_sentence(annotated, token) {
            return None;
        }
        if span.start < paragraph.start && !blank && !introduces(annotated, first) {
            return None;
        }
        if is_cue(context, token) && !in_quotation(context, span) {
            return Some(token);
        }
        steps += usize::from(!blank);
    }
    None
}

/// Whether the last token before a place is a colon: then the quotation may stand in a paragraph of its own.
fn introduces(annotated: &Annotated, first: usize) -> bool {
    (0..first)
        .rev()
        .find(|&token| annotated.pos(token) != Pos::Space)
        .is_some_and(|token| annotated.text(token) == ":")
}

fn ends_sentence(annotated: &Annotated, token: usize) -> bool {
    matches!(annotated.text(token), "." | "!" | "?" | ";") || extent::is_mark(annotated, token)
}

/// The verb of saying that follows a quotation: within its sentence, before another quotation.
fn cue_after(context: &Context, quotation: Quotation) -> Option<usize> {
    let annotated = context.annotated;
    let paragraph = paragraph_of(context, quotation.outer)?;
    let last = annotated.tokens_within(quotation.outer).end;
    let closed = quotation
        .inner
        .of(&annotated.document.text)
        .trim_end()
        .ends_with([',', '!', '?', '-', '—'])
        || annotated
            .tokens
            .get(last)
            .is_some_and(|token| matches!(&*token.lower, "," | "-" | "–" | "—"));
    if !closed {
        return None;
    }
    (last..annotated.tokens.len().min(last + REACH))
        .take_while(|&token| {
            annotated.tokens[token].span.end <= paragraph.end && !ends_sentence(annotated, token)
        })
        .find(|&token| is_cue(context, token))
}

fn in_quotation(context: &Context, span: Span) -> bool {
    context
        .quotations
        .iter()
        .any(|one| one.inner.contains(span))
}

fn paragraph_of(context: &Context, span: Span) -> Option<Span> {
    context
        .annotated
        .document
        .paragraphs
        .iter()
        .map(|one| one.span)
        .find(|paragraph| paragraph.overlaps(span))
}

/// The speech that a free-standing quotation follows: the last of the same paragraph, else of the paragraph before.
fn speech_before(context: &Context, quotation: Quotation, drafts: &[Draft]) -> Option<usize> {
    let annotated = context.annotated;
    if !stands_free(annotated, quotation) {
        return None;
    }
    let at = quotation.outer.start;
    let paragraphs = &annotated.document.paragraphs;
    let own = paragraphs
        .iter()
        .position(|one| one.span.overlaps(quotation.outer))?;
    let from = paragraphs[own.saturating_sub(1)].span.start;
    let last_speech = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| {
            is_speaker(context, draft)
                && draft
                    .extent()
                    .is_some_and(|extent| extent.start < at && extent.end > from)
        })
        .max_by_key(|(_, draft)| {
            (
                draft.extent().map(|extent| extent.end),
                std::cmp::Reverse(draft.token),
            )
        });
    last_speech.map(|(number, _)| number)
}

/// Somebody who speaks outside quotations.
fn is_speaker(context: &Context, draft: &Draft) -> bool {
    draft.attitude == Attitude::Speech
        && !draft.sources.is_empty()
        && !draft.cue.is_some_and(|cue| in_quotation(context, cue))
}

/// Whether a quotation is a sentence of its own: it begins after the end of a sentence or at a paragraph's start.
fn stands_free(annotated: &Annotated, quotation: Quotation) -> bool {
    let first = annotated.tokens_within(quotation.outer).start;
    let before = (0..first)
        .rev()
        .find(|&token| annotated.pos(token) != Pos::Space);
    let after_end = before.is_none_or(|token| {
        matches!(annotated.text(token), "." | "!" | "?" | ":")
            || extent::is_mark(annotated, token)
            || in_other_paragraph(annotated, token, first)
    });
    let capital = quotation
        .inner
        .of(&annotated.document.text)
        .trim_start()
        .chars()
        .next()
        .is_some_and(|first| !first.is_lowercase());
    after_end && capital
}

fn in_other_paragraph(annotated: &Annotated, before: usize, after: usize) -> bool {
    Span::new(
        annotated.tokens[before].span.end,
        annotated.tokens[after].span.start,
    )
    .of(&annotated.document.text)
    .contains('\n')
}

/// Appends a quotation to the speech in the same paragraph that ended in a quotation, else makes a speech of the same source.
fn follow(context: &Context, quotation: Quotation, previous: usize, drafts: &mut Vec<Draft>) {
    let same_paragraph = paragraph_of(context, quotation.outer).is_some_and(|paragraph| {
        drafts[previous]
            .extent()
            .is_some_and(|extent| paragraph.overlaps(extent))
    });
    let quoted = drafts[previous].contents.last().is_some_and(|content| {
        context
            .quotations
            .iter()
            .any(|one| one.outer.end == content.end)
    });
    if same_paragraph && quoted {
        drafts[previous].contents.push(quotation.outer);
        return;
    }
    let before = &drafts[previous];
    let token = context.annotated.tokens_within(quotation.outer).start;
    let mut draft = before.clone();
    draft.token = token;
    draft.cue = None;
    draft.addressee = None;
    draft.contents = vec![quotation.outer];
    draft.stance = Stance::Affirms;
    draft.rule = "floating";
    drafts.push(draft);
}
