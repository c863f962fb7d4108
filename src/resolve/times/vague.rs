//! Bounds of vague parts ("early May", "late last year"), and what is written where no date is known.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::Period;
use super::meaning::{Base, From, Modifier, Part};

/// First and last day of a period or of the part of it that is meant.
///
/// Of a month the parts are days 1-10, 11-20, 21-end; of a year January-April, May-August, September-December;
/// of anything else thirds.
#[must_use]
pub(super) fn bounds(
    period: Period,
    modifier: Option<Modifier>,
    now: Option<Date>,
) -> (Date, Date) {
    let (start, end) = period.bounds();
    let inside = now.filter(|now| (start..=end).contains(now));
    match modifier {
        Some(Modifier::Start) => third(period, 0),
        Some(Modifier::Mid) => third(period, 1),
        Some(Modifier::End) => third(period, 2),
        Some(Modifier::Earlier) => (start, inside.unwrap_or(end)),
        Some(Modifier::Later) => (inside.unwrap_or(start), end),
        _ => (start, end),
    }
}

fn third(period: Period, number: i64) -> (Date, Date) {
    let (start, end) = period.bounds();
    let cut = |at: i64| match period {
        Period::Month(..) => start.saturating_add((10 * at).days()),
        Period::Year(_) => start.saturating_add((4 * at).months()),
        _ => {
            let days = start
                .until(end)
                .map_or(0, |span| i64::from(span.get_days()))
                + 1;
            start.saturating_add((days * at / 3).days())
        }
    };
    let last = if number == 2 {
        end
    } else {
        cut(number + 1).saturating_sub(1.days())
    };
    (cut(number).min(end), last.max(start))
}

/// TIMEX3 value of a time whose date is not known.
#[must_use]
pub(super) fn undated(base: &Base) -> String {
    match base {
        Base::Fixed(period) => period.value(),
        Base::Open { part, .. } | Base::Within { part, .. } => undated_part(*part),
        Base::Shifted { amount, from, .. } => match (amount, from) {
            (_, From::Story) => "XXXX-XX-XX".to_owned(),
            (..=-1, From::Now) => "PAST_REF".to_owned(),
            (0, From::Now) => "PRESENT_REF".to_owned(),
            (1.., From::Now) => "FUTURE_REF".to_owned(),
        },
        Base::YearsAway { .. } => "PAST_REF".to_owned(),
        Base::TheQuarter => "XXXX-QX".to_owned(),
        Base::Vague(reference) => (*reference).to_owned(),
    }
}

fn undated_part(part: Part) -> String {
    match part {
        Part::Month(month) => format!("XXXX-{month:02}"),
        Part::MonthDay(month, day) | Part::DatedWeekday(month, day, _) => {
            format!("XXXX-{month:02}-{day:02}")
        }
        Part::MonthlyDay(day) => format!("XXXX-XX-{day:02}"),
        Part::Weekday(day) => format!("XXXX-WXX-{day}"),
        Part::Weekend => "XXXX-WXX-WE".to_owned(),
        Part::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Part::Half(half) => format!("XXXX-H{half}"),
        Part::Season(season) => format!("XXXX-{}", season.code()),
        Part::Holiday(number) => super::lexicon::lexicon().holidays[number]
            .date_in(2000)
            .map_or_else(
                || "XXXX-XX-XX".to_owned(),
                |date| format!("XXXX-{:02}-{:02}", date.month(), date.day()),
            ),
    }
}
