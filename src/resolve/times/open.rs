//! Which of the recurring periods is meant: "October", "Monday", "the summer".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::{Period, Season};
use super::lexicon::lexicon;
use super::meaning::{Direction, Part};
use super::tense::Tense;

/// How much farther the wrong side of now counts as the right one.
const AGAINST_PAST: i64 = 4;
/// Months of the past are told more surely than days, whose tense is often that of a deadline.
const MONTH_AGAINST_PAST: i64 = 20;
const AGAINST_FUTURE: i64 = 12;
const AGAINST_PAST_BY_DEFAULT: i64 = 2;

/// The period that is meant, seen from a day.
///
/// `story` is the day told of last, for "the previous Friday".
#[must_use]
pub(super) fn choose(
    part: Part,
    direction: Direction,
    tense: Tense,
    now: Date,
    story: Date,
) -> Option<Period> {
    let from = match direction {
        Direction::Before | Direction::After => story,
        _ => now,
    };
    let candidates = candidates(part, from);
    match direction {
        Direction::Last | Direction::Before => last(&candidates, from),
        Direction::Next | Direction::After => next(&candidates, from),
        Direction::This => match part {
            Part::Weekday(_) | Part::Weekend => nearest(&candidates, this_side(part, tense), from),
            part => in_year(part, this_year(part, from)),
        },
        Direction::Open => nearest(&candidates, side(part, tense), from),
    }
}

/// The year of "this winter" is that of its December.
fn this_year(part: Part, from: Date) -> i16 {
    let winter = part == Part::Season(Season::Winter) && from.month() <= 2;
    from.year() - i16::from(winter)
}

fn last(candidates: &[Period], from: Date) -> Option<Period> {
    candidates
        .iter()
        .rev()
        .copied()
        .find(|period| period.bounds().1 < from)
}

fn next(candidates: &[Period], from: Date) -> Option<Period> {
    candidates
        .iter()
        .copied()
        .find(|period| period.bounds().0 > from)
}

/// On which side of now it lies, and how strictly.
#[derive(Clone, Copy)]
struct Preference {
    past_weight: i64,
    future_weight: i64,
}

const NEVER: i64 = 1000;

fn side(part: Part, tense: Tense) -> Preference {
    let days = matches!(part, Part::Weekday(_) | Part::Weekend | Part::MonthlyDay(_));
    match tense {
        Tense::Past => Preference {
            past_weight: 1,
            future_weight: against_past(part, days),
        },
        Tense::Future => Preference {
            past_weight: if days { NEVER } else { AGAINST_FUTURE },
            future_weight: 1,
        },
        Tense::Present if days => Preference {
            past_weight: NEVER,
            future_weight: 1,
        },
        Tense::Unknown if days => Preference {
            past_weight: 1,
            future_weight: NEVER,
        },
        Tense::Present | Tense::Unknown => Preference {
            past_weight: 1,
            future_weight: AGAINST_PAST_BY_DEFAULT,
        },
    }
}

fn against_past(part: Part, days: bool) -> i64 {
    match part {
        _ if days => NEVER,
        Part::Month(_) => MONTH_AGAINST_PAST,
        _ => AGAINST_PAST,
    }
}

fn this_side(part: Part, tense: Tense) -> Preference {
    let tense = if tense == Tense::Past {
        tense
    } else {
        Tense::Future
    };
    side(part, tense)
}

fn nearest(candidates: &[Period], preference: Preference, from: Date) -> Option<Period> {
    candidates.iter().copied().min_by_key(|period| {
        let (start, end) = period.bounds();
        if end < from {
            days_between(end, from) * preference.past_weight
        } else if start > from {
            days_between(from, start) * preference.future_weight
        } else {
            0
        }
    })
}

fn days_between(start: Date, end: Date) -> i64 {
    start
        .until(end)
        .map_or(0, |span| i64::from(span.get_days()))
}

/// The periods around a day that a part may mean, in order.
fn candidates(part: Part, from: Date) -> Vec<Period> {
    let year = from.year();
    match part {
        Part::Weekday(day) => (-2..=2)
            .filter_map(|week| weekday(from, day, week))
            .map(Period::Day)
            .collect(),
        Part::Weekend => (-2..=2).filter_map(|week| weekend(from, week)).collect(),
        Part::MonthlyDay(day) => (-2..=2)
            .filter_map(|month| day_of_month(from, day, month))
            .map(Period::Day)
            .collect(),
        Part::DatedWeekday(month, day, weekday) => {
            let dated = dated_weekday(month, day, weekday, year);
            if dated.is_empty() {
                candidates(Part::MonthDay(month, day), from)
            } else {
                dated
            }
        }
        part => (year - 2..=year + 2)
            .filter_map(|year| in_year(part, year))
            .collect(),
    }
}

/// A part of a year; `None` for weekdays and days that the year does not have.
#[must_use]
pub(super) fn in_year(part: Part, year: i16) -> Option<Period> {
    Some(match part {
        Part::Month(month) => Period::Month(year, month),
        Part::MonthDay(month, day) | Part::DatedWeekday(month, day, _) => {
            Period::Day(Date::new(year, month, day).ok()?)
        }
        Part::Quarter(quarter) => Period::Quarter(year, quarter),
        Part::Half(half) => Period::Half(year, half),
        Part::Season(season) => Period::Season(year, season),
        Part::Holiday(number) => Period::Day(lexicon().holidays[number].date_in(year)?),
        Part::MonthlyDay(_) | Part::Weekday(_) | Part::Weekend => return None,
    })
}

/// A weekday in a week so many weeks away.
#[must_use]
pub(super) fn weekday(from: Date, day: i8, weeks: i64) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(day).ok()?;
    let monday = from.saturating_sub(i64::from(from.weekday().to_monday_zero_offset()).days());
    let offset = i64::from(weekday.to_monday_zero_offset());
    Some(monday.saturating_add((weeks * 7 + offset).days()))
}

fn weekend(from: Date, weeks: i64) -> Option<Period> {
    let week = weekday(from, 6, weeks)?.iso_week_date();
    Some(Period::Weekend(week.year(), week.week()))
}

fn day_of_month(from: Date, day: i8, months: i64) -> Option<Date> {
    let month = from.first_of_month().saturating_add(months.months());
    Date::new(month.year(), month.month(), day).ok()
}

fn dated_weekday(month: i8, day: i8, weekday: i8, year: i16) -> Vec<Period> {
    (year - 4..=year + 2)
        .filter_map(|year| Date::new(year, month, day).ok())
        .filter(|date| date.weekday().to_monday_one_offset() == weekday)
        .map(Period::Day)
        .collect()
}
