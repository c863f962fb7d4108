//! Holidays: the rule that gives their date in a year.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::calendar::easter;

/// The `number`th `weekday` of a month.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Nth {
    month: i8,
    weekday: i8,
    number: i8,
}

/// A day with a name.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Holiday {
    /// Its names in lower case.
    pub names: Vec<String>,
    date: Option<String>,
    nth: Option<Nth>,
    easter: Option<i32>,
    /// Days after the day that the rule gives.
    #[serde(default)]
    plus: i32,
}

impl Holiday {
    /// Its date in a year; `None` where its rule is wrong.
    #[must_use]
    pub(super) fn date_in(&self, year: i16) -> Option<Date> {
        let date = if let Some(date) = &self.date {
            let (month, day) = date.split_once('-')?;
            Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?
        } else if let Some(nth) = self.nth {
            let weekday = Weekday::from_monday_one_offset(nth.weekday).ok()?;
            let month = Date::new(year, nth.month, 1).ok()?;
            month.nth_weekday_of_month(nth.number, weekday).ok()?
        } else {
            easter(year).saturating_add(self.easter?.days())
        };
        Some(date.saturating_add(self.plus.days()))
    }
}
