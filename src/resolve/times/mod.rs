//! Time expressions: where they stand ([`recognise`]) and what they come to ([`evaluate`]).
//!
//! Recognition needs no date, so that the date of the article can be inferred from what it finds.
//! Types and values are TIMEX3 as in TimeML 1.2.1; what is marked follows the `TimeBank` and `TempEval`-3 corpora.

use std::ops::Range;

use crate::annotate::Annotated;
use crate::span::Span;

use super::{Published, TimeExpression, TimexType};

pub mod calendar;
mod evaluate;
mod grammar;
mod holiday;
mod lexicon;
pub mod meaning;
pub(crate) mod number;
mod open;
pub(crate) mod phrases;
mod quoted;
pub(crate) mod tense;
mod vague;
pub(crate) mod words;

#[cfg(test)]
mod tests;

use meaning::{Meaning, Modifier};

/// A time expression whose value is not yet known.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognised {
    /// Its words.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// What it means.
    pub meaning: Meaning,
    /// Which part of the period, or how exact.
    pub modifier: Option<Modifier>,
}

/// Finds the time expressions of a text, in text order and not overlapping.
#[must_use]
pub fn recognise(annotated: &Annotated) -> Vec<Recognised> {
    let words = words::Words::new(annotated);
    grammar::matches(&words)
        .into_iter()
        .map(|found| Recognised {
            span: words.span(found.start, found.end),
            tokens: words.tokens(found.start, found.end),
            kind: found.kind,
            meaning: found.meaning,
            modifier: found.modifier,
        })
        .collect()
}

/// Gives recognised expressions their TIMEX3 values and first and last days, against the day of publication,
/// the tense of the clause and the time told of last.
#[must_use]
pub fn evaluate(
    recognised: &[Recognised],
    annotated: &Annotated,
    published: &Published,
) -> Vec<TimeExpression> {
    evaluate::evaluate(recognised, annotated, published)
}
