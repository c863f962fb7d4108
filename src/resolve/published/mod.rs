//! The day of publication: given, read from a dateline, or inferred.
//!
//! Inference intersects what is known: the tenures of those who are named with an office, full dates and years in the
//! past (publication is not before them) or the future (not after them), days without a year, and bare weekdays.

mod calendar;
mod dateline;
mod interval;
mod offices;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::annotate::Annotated;
use crate::knowledge::World;

use super::times::Recognised;
use super::{DateBasis, Published};
use calendar::Evidence;
use dateline::Dateline;
use interval::Interval;

/// The day of publication of a text. `recognised` are its time expressions, whose values are not needed.
#[must_use]
pub fn infer(annotated: &Annotated, recognised: &[Recognised], world: &World) -> Published {
    if let Some(day) = annotated.document.date {
        return on(day, DateBasis::Given);
    }
    let dateline = dateline::find(annotated, recognised);
    if let Some(Dateline::Day(day)) = dateline {
        return on(day, DateBasis::Dateline);
    }
    let evidence = Evidence::of(annotated, recognised);
    let tenures = offices::tenures(annotated, world);
    let known = tenures.narrowed(evidence.bounds);
    if let Some(Dateline::MonthDay(month, day)) = dateline
        && let Some(day) = only_year(known, month, day)
    {
        return on(day, DateBasis::Dateline);
    }
    within(evidence.narrow(known))
}

const fn on(day: Date, basis: DateBasis) -> Published {
    Published {
        value: Some(day),
        earliest: Some(day),
        latest: Some(day),
        basis,
    }
}

fn within(known: Interval) -> Published {
    if known.is_open() {
        return Published::default();
    }
    Published {
        value: known.first.filter(|_| known.is_week()),
        earliest: known.first,
        latest: known.last,
        basis: DateBasis::Inferred,
    }
}

/// The day in the only year of an interval in which it lies.
fn only_year(known: Interval, month: i8, day: i8) -> Option<Date> {
    let (first, last) = (known.first?, known.last?);
    let mut fitting = (first.year()..=last.year())
        .filter_map(|year| Date::new(year, month, day).ok())
        .filter(|&day| known.holds(day));
    let only = fitting.next()?;
    fitting.next().is_none().then_some(only)
}
