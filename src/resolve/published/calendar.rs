//! What the dates in a text say of the day it was published: full dates and years bound it, days without a year
//! and bare weekdays place it within a week.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::annotate::Annotated;

use super::super::times::Recognised;
use super::super::times::calendar::Period;
use super::super::times::meaning::{Base, Direction, Meaning, Part};
use super::super::times::tense::{Tense, around};
use super::interval::Interval;

/// The dates of a text by what they tell of publication.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Bounds from dates and years that are fully told.
    pub(super) bounds: Interval,
    /// Days of the year without a year that lie in the past: month and day.
    past_days: Vec<(i8, i8)>,
    /// Weekday and date pairs: month, day, weekday.
    dated_weekdays: Vec<(i8, i8, i8)>,
    /// Bare weekdays in the past, Monday is 1.
    past_weekdays: Vec<i8>,
}

impl Evidence {
    /// Reads the expressions of a text with the tense of their clauses.
    pub(super) fn of(annotated: &Annotated, recognised: &[Recognised]) -> Self {
        let mut found = Self::default();
        for expression in recognised {
            if let Meaning::Calendar { base, .. } = &expression.meaning {
                found.add(base, around(annotated, expression.tokens.clone()));
            }
        }
        found
    }

    fn add(&mut self, base: &Base, tense: Tense) {
        match base {
            Base::Fixed(period) => self.fixed(*period, tense),
            Base::Open {
                part,
                direction: Direction::Open,
            } => self.open(*part, tense),
            _ => {}
        }
    }

    fn fixed(&mut self, period: Period, tense: Tense) {
        let told = matches!(period, Period::Day(_) | Period::Month(..) | Period::Year(_));
        let (first, last) = period.bounds();
        match tense {
            Tense::Past if told => self.bounds = self.bounds.narrowed(Interval::since(first)),
            Tense::Future if told && first > Date::constant(1990, 1, 1) => {
                self.bounds = self.bounds.narrowed(Interval::until(last));
            }
            _ => {}
        }
    }

    fn open(&mut self, part: Part, tense: Tense) {
        let past = tense == Tense::Past;
        match part {
            Part::MonthDay(month, day) if past => self.past_days.push((month, day)),
            Part::DatedWeekday(month, day, weekday) => {
                self.dated_weekdays.push((month, day, weekday));
                if past {
                    self.past_days.push((month, day));
                }
            }
            Part::Weekday(weekday) if past => self.past_weekdays.push(weekday),
            _ => {}
        }
    }

    /// Narrows what is known by the days without a year: the latest past one must lie in a single year of the interval;
    /// the bare weekdays of the past come after it, and publication within the week after each of them.
    pub(super) fn narrow(&self, known: Interval) -> Interval {
        let Some(latest) = self.latest_past_day(known) else {
            return known;
        };
        let mut narrowed = known.narrowed(Interval::new(
            Some(latest),
            Some(latest.saturating_add(1.years())),
        ));
        for &weekday in &self.past_weekdays {
            if let Some(day) = on_or_after(latest, weekday) {
                let week = Interval::new(Some(day), Some(day.saturating_add(6.days())));
                narrowed = narrowed.narrowed(week);
            }
        }
        narrowed
    }

    /// The latest of the past days without a year, where only one year fits.
    fn latest_past_day(&self, known: Interval) -> Option<Date> {
        let (month, day) = self.last_of_cluster()?;
        let years = match (known.first, known.last) {
            (Some(first), Some(last)) => first.year()..=last.year(),
            (Some(first), None) if !self.dated_weekdays.is_empty() => {
                first.year()..=first.year() + 4
            }
            _ => return None,
        };
        let mut fitting = years
            .filter(|&year| self.weekdays_fit(year))
            .filter_map(|year| Date::new(year, month, day).ok())
            .filter(|&day| known.holds(day));
        let only = fitting.next()?;
        fitting.next().is_none().then_some(only)
    }

    fn weekdays_fit(&self, year: i16) -> bool {
        self.dated_weekdays.iter().all(|&(month, day, weekday)| {
            Date::new(year, month, day)
                .is_ok_and(|date| date.weekday().to_monday_one_offset() == weekday)
        })
    }

    /// The last day before the widest gap in the round of the year, so that December comes before January
    /// where the days lie about the turn of the year.
    fn last_of_cluster(&self) -> Option<(i8, i8)> {
        let mut days = self.past_days.clone();
        days.sort_unstable();
        days.dedup();
        let count = days.len();
        let of_year = |(month, day): (i8, i8)| i32::from(month) * 31 + i32::from(day);
        (0..count)
            .max_by_key(|&index| {
                let next = of_year(days[(index + 1) % count]);
                (next - of_year(days[index]) - 1).rem_euclid(12 * 31)
            })
            .map(|index| days[index])
    }
}

/// The first such weekday on or after a day.
fn on_or_after(day: Date, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    day.saturating_sub(1.days()).nth_weekday(1, weekday).ok()
}
