//! On which day the words in quotation marks were spoken: "last night", "today" and "tomorrow" in them count from
//! that day, which may be earlier than that of publication.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::speech::quotation::{Quotation, quotations};
use super::super::{TimeExpression, TimexType};
use super::Recognised;
use super::calendar::Unit;
use super::meaning::{Base, From, Meaning};
use super::tense;
use crate::annotate::{Annotated, Dep};

/// How many days before publication a quotation may have been spoken.
const REACH: i32 = 7;

/// The quotations of a text, to ask for the day of each.
pub(super) struct Quoted<'a> {
    annotated: &'a Annotated,
    quotations: Vec<Quotation>,
    published: Option<Date>,
}

impl<'a> Quoted<'a> {
    pub(super) fn new(annotated: &'a Annotated, published: Option<Date>) -> Self {
        Self {
            annotated,
            quotations: quotations(&annotated.document),
            published,
        }
    }

    /// Whether the text has no quotations.
    pub(super) fn is_empty(&self) -> bool {
        self.quotations.is_empty()
    }

    /// The day on which an expression was spoken where the text tells: that of its own sentence outside of the
    /// quotation, else the day of the news; inside a quotation within a quotation, the day told of before.
    pub(super) fn day(
        &self,
        expression: &Recognised,
        found: &[TimeExpression],
        ahead: &[TimeExpression],
    ) -> Option<Date> {
        if !counts_from_now(&expression.meaning) {
            return None;
        }
        let around: Vec<&Quotation> = self
            .quotations
            .iter()
            .filter(|quotation| quotation.inner.contains(expression.span))
            .collect();
        let inner = around.last()?;
        let outer = around.len().checked_sub(2).map(|place| around[place]);
        let day = match outer {
            Some(outer) => found
                .iter()
                .rev()
                .filter(|time| {
                    outer.inner.contains(time.span) && time.span.end <= inner.outer.start
                })
                .find_map(day_of),
            None => self
                .of_sentence(expression, ahead)
                .or_else(|| self.of_news(ahead)),
        };
        day.filter(|&day| self.is_recent(day))
    }

    /// A day outside of quotations in the sentence of an expression, told of a verb of the sentence.
    fn of_sentence(&self, expression: &Recognised, times: &[TimeExpression]) -> Option<Date> {
        let sentence = self.annotated.sentence_of(expression.tokens.start);
        let days = times.iter().filter(|time| {
            self.annotated.sentence_of(time.tokens.start) == sentence && self.is_outside(time)
        });
        days.filter(|time| time.kind == TimexType::Date)
            .find_map(day_of)
    }

    /// The day of the news: told of the main verb of the first sentence.
    fn of_news(&self, times: &[TimeExpression]) -> Option<Date> {
        let annotated = self.annotated;
        let lead = annotated.sentences.first()?;
        let first = times
            .iter()
            .filter(|time| time.kind == TimexType::Date && self.is_outside(time))
            .find(|time| lead.contains(&time.tokens.start))?;
        let head = tense::head_of(annotated, first.tokens.clone());
        let verb = annotated
            .ancestors(head)
            .find(|&token| tense::is_verb(annotated, token))?;
        (annotated.dep(verb) == Dep::Root)
            .then(|| day_of(first))
            .flatten()
    }

    fn is_outside(&self, time: &TimeExpression) -> bool {
        let inside = |quotation: &Quotation| quotation.outer.contains(time.span);
        !self.quotations.iter().any(inside)
    }

    fn is_recent(&self, day: Date) -> bool {
        self.published
            .is_some_and(|now| day <= now && day >= now.saturating_sub(REACH.days()))
    }
}

/// The day that an expression names, if it is one day.
fn day_of(time: &TimeExpression) -> Option<Date> {
    time.earliest.filter(|_| time.earliest == time.latest)
}

/// "today", "last night", "tomorrow morning", "three days ago".
fn counts_from_now(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Calendar {
            base: Base::Shifted {
                from: From::Now,
                unit: Unit::Day,
                ..
            },
            ..
        }
    )
}
