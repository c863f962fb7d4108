//! Who says what in which words, by the tree and the quotation marks alone.
//!
//! Cues are read first (verbs, nouns, adjectives, phrases, adverbs, colons), each with source and content; then contents take the
//! whole of the quotations that they touch, and quotations without a cue go to the speech before or after them; at last each
//! speech gets the one within which it is told. The frames follow the annotation of attribution relations in
//! PARC and `PolNeAR` (Pareti 2015, Newell et al. 2018): source, cue, content.

mod cue;
mod draft;
mod extent;
mod noun;
mod phrase;
pub(crate) mod quotation;
mod quoted;
mod source;
#[cfg(test)]
mod tests;
mod verb;
mod within;

use crate::annotate::{Annotated, Predicate};
use crate::knowledge::{Knowledge, Reporting};
use crate::read::ParagraphKind;
use crate::resolve::Speech;

use draft::Draft;
use quotation::Quotation;

/// What the readers of cues look at.
struct Context<'a> {
    annotated: &'a Annotated,
    reporting: &'a Reporting,
    quotations: Vec<Quotation>,
}

/// All speech of a text, in text order of the contents.
#[must_use]
pub fn find(
    annotated: &Annotated,
    _predicates: &[Predicate],
    knowledge: &Knowledge,
) -> Vec<Speech> {
    let context = Context {
        annotated,
        reporting: &knowledge.reporting,
        quotations: quotation::quotations(&annotated.document),
    };
    let drafts = quoted::attach(&context, cues(&context));
    within::finish(&context, drafts)
}

/// The speeches of all cues in the body of the article.
fn cues(context: &Context) -> Vec<Draft> {
    let annotated = context.annotated;
    let mut drafts: Vec<Draft> = Vec::new();
    for paragraph in &annotated.document.paragraphs {
        if paragraph.kind == ParagraphKind::Boilerplate {
            continue;
        }
        drafts.extend(phrase::read_colon(context, paragraph.span));
        for token in annotated.tokens_within(paragraph.span) {
            let draft = verb::read(context, token)
                .or_else(|| noun::read_noun(context, token))
                .or_else(|| noun::read_adjective(context, token))
                .or_else(|| phrase::read_phrase(context, token));
            drafts.extend(draft);
        }
    }
    let tokens: Vec<usize> = drafts.iter().map(|draft| draft.token).collect();
    let adverbs: Vec<Draft> = (0..annotated.tokens.len())
        .filter_map(|token| phrase::read_adverb(context, token, |head| tokens.contains(&head)))
        .collect();
    drafts.extend(adverbs);
    drafts
}
