//! Speech inside speech, and what of it is kept.

use crate::knowledge::speech::Attitude;
use crate::resolve::Speech;
use crate::span::Span;

use super::Context;
use super::draft::Draft;

/// The finished speeches in text order of their contents, each with the one within which it is told.
pub(super) fn finish(context: &Context, mut drafts: Vec<Draft>) -> Vec<Speech> {
    drafts.retain(|draft| draft.extent().is_some());
    for draft in &mut drafts {
        draft.contents.sort_unstable();
        draft.contents.dedup();
    }
    drafts.sort_by_key(|draft| (draft.extent().map(|extent| extent.start), draft.token));
    let kept: Vec<Draft> = drafts
        .iter()
        .enumerate()
        .filter(|&(number, draft)| {
            outer(&drafts, number).is_none_or(|outer| is_kept(context, draft, &drafts[outer]))
        })
        .map(|(_, draft)| draft.clone())
        .collect();
    let outers: Vec<Option<usize>> = (0..kept.len()).map(|number| outer(&kept, number)).collect();
    kept.into_iter()
        .zip(outers)
        .map(|(draft, within)| {
            let quotes = quotes(context, &draft);
            draft.finish(quotes, within)
        })
        .collect()
}

/// The smallest other speech in whose content the cue of one stands. The outer one is the longer, so that two that
/// hold each other's cues make no circle.
fn outer(drafts: &[Draft], number: usize) -> Option<usize> {
    let inner = &drafts[number];
    let place = inner.cue.or_else(|| inner.contents.first().copied())?;
    let rank = |of: usize| {
        (
            drafts[of].extent().map_or(0, Span::len),
            std::cmp::Reverse(of),
        )
    };
    drafts
        .iter()
        .enumerate()
        .filter(|&(other, draft)| {
            rank(other) > rank(number)
                && draft.cue != inner.cue
                && draft.contents.iter().any(|content| content.contains(place))
        })
        .filter(|(_, draft)| inner.cue.is_some() || draft.cue.is_some())
        .min_by_key(|(_, draft)| draft.extent().map_or(0, Span::len))
        .map(|(other, _)| other)
}

/// Speech inside speech is kept where another source is reported to have said something.
fn is_kept(context: &Context, draft: &Draft, outer: &Draft) -> bool {
    let annotated = context.annotated;
    let Some(&source) = draft.sources.first() else {
        return false;
    };
    let personal = matches!(
        annotated.lower(source),
        "i" | "we" | "you" | "it" | "that" | "which" | "my" | "our"
    );
    draft.attitude == Attitude::Speech && !personal && outer.attitude == Attitude::Speech
}

/// The words in quotation marks within the contents.
fn quotes(context: &Context, draft: &Draft) -> Vec<Span> {
    context
        .quotations
        .iter()
        .filter(|quotation| {
            draft
                .contents
                .iter()
                .any(|content| content.contains(quotation.inner))
        })
        .map(|quotation| quotation.inner)
        .collect()
}
