//! Periods of the calendar: their TIMEX3 values, first and last days, and arithmetic.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A season by its TIMEX3 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// `SP`, March to May.
    Spring,
    /// `SU`, June to August.
    Summer,
    /// `FA`, September to November.
    Autumn,
    /// `WI`, December to February of the next year.
    Winter,
}

impl Season {
    /// The season of a TIMEX3 code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "SP" => Some(Self::Spring),
            "SU" => Some(Self::Summer),
            "FA" => Some(Self::Autumn),
            "WI" => Some(Self::Winter),
            _ => None,
        }
    }

    /// TIMEX3 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month in which it begins.
    #[must_use]
    pub const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "plain")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit of its English name in the singular.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// ISO 8601 designator with the number of them that the unit is worth.
    #[must_use]
    pub const fn designator(self) -> (&'static str, i64) {
        match self {
            Self::Second => ("S", 1),
            Self::Minute => ("M", 1),
            Self::Hour => ("H", 1),
            Self::Day => ("D", 1),
            Self::Week => ("W", 1),
            Self::Fortnight => ("W", 2),
            Self::Month => ("M", 1),
            Self::Quarter => ("Q", 1),
            Self::Year => ("Y", 1),
            Self::Decade => ("Y", 10),
            Self::Century => ("Y", 100),
        }
    }

    /// Whether it is shorter than a day.
    #[must_use]
    pub const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }
}

/// A stretch of the calendar that TIMEX3 can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "plain")]
pub enum Period {
    /// Its first two digits: 19 is 1901 to 2000.
    Century(i16),
    /// Its first three digits: 199 is 1990 to 1999.
    Decade(i16),
    Year(i16),
    Half(i16, i8),
    Quarter(i16, i8),
    Season(i16, Season),
    Month(i16, i8),
    /// ISO week.
    Week(i16, i8),
    /// The Saturday and Sunday of an ISO week.
    Weekend(i16, i8),
    Day(Date),
}

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::MIN)
}

fn month_bounds(year: i16, first: i8, months: i8) -> (Date, Date) {
    let start = day(year, first, 1);
    let last = start.saturating_add(i32::from(months - 1).months());
    (start, last.last_of_month())
}

fn week_bounds(year: i16, week: i8) -> (Date, Date) {
    let monday = ISOWeekDate::new(year, week, Weekday::Monday).map_or(Date::MIN, ISOWeekDate::date);
    (monday, monday.saturating_add(6.days()))
}

impl Period {
    /// The period of a unit that holds a day; hours and shorter give the day.
    #[must_use]
    pub fn holding(unit: Unit, date: Date) -> Self {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(date),
            Unit::Week | Unit::Fortnight => Self::week_of(date),
            Unit::Month => Self::Month(date.year(), date.month()),
            Unit::Quarter => Self::Quarter(date.year(), (date.month() - 1) / 3 + 1),
            Unit::Year => Self::Year(date.year()),
            Unit::Decade => Self::Decade(date.year().div_euclid(10)),
            Unit::Century => Self::Century((date.year() - 1).div_euclid(100)),
        }
    }

    /// The ISO week that holds a day.
    #[must_use]
    pub fn week_of(date: Date) -> Self {
        let week = date.iso_week_date();
        Self::Week(week.year(), week.week())
    }

    /// TIMEX3 value.
    #[must_use]
    pub fn value(self) -> String {
        match self {
            Self::Century(century) => format!("{century:02}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Season(year, season) => format!("{year:04}-{}", season.code()),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Week(year, week) => format!("{year:04}-W{week:02}"),
            Self::Weekend(year, week) => format!("{year:04}-W{week:02}-WE"),
            Self::Day(date) => date.to_string(),
        }
    }

    /// First and last day.
    #[must_use]
    pub fn bounds(self) -> (Date, Date) {
        match self {
            Self::Century(century) => (
                day(century * 100 + 1, 1, 1),
                day(century * 100 + 100, 12, 31),
            ),
            Self::Decade(decade) => (day(decade * 10, 1, 1), day(decade * 10 + 9, 12, 31)),
            Self::Year(year) => month_bounds(year, 1, 12),
            Self::Half(year, half) => month_bounds(year, half * 6 - 5, 6),
            Self::Quarter(year, quarter) => month_bounds(year, quarter * 3 - 2, 3),
            Self::Season(year, season) => month_bounds(year, season.first_month(), 3),
            Self::Month(year, month) => month_bounds(year, month, 1),
            Self::Week(year, week) => week_bounds(year, week),
            Self::Weekend(year, week) => {
                let (_, sunday) = week_bounds(year, week);
                (sunday.saturating_sub(1.days()), sunday)
            }
            Self::Day(date) => (date, date),
        }
    }

    /// The unit of which it is one; a half counts as quarters, a season as months.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) | Self::Quarter(..) => Unit::Quarter,
            Self::Season(..) | Self::Month(..) => Unit::Month,
            Self::Week(..) | Self::Weekend(..) => Unit::Week,
            Self::Day(_) => Unit::Day,
        }
    }

    /// The same kind of period so many years away.
    #[must_use]
    pub fn add_years(self, years: i16) -> Self {
        match self {
            Self::Century(century) => Self::Century(century + years / 100),
            Self::Decade(decade) => Self::Decade(decade + years / 10),
            Self::Year(year) => Self::Year(year + years),
            Self::Half(year, half) => Self::Half(year + years, half),
            Self::Quarter(year, quarter) => Self::Quarter(year + years, quarter),
            Self::Season(year, season) => Self::Season(year + years, season),
            Self::Month(year, month) => Self::Month(year + years, month),
            Self::Week(year, week) => Self::Week(year + years, week),
            Self::Weekend(year, week) => Self::Weekend(year + years, week),
            Self::Day(date) => Self::Day(date.saturating_add(i32::from(years).years())),
        }
    }
}

/// A day so many units away from another.
#[must_use]
pub fn shift(date: Date, unit: Unit, amount: i64) -> Date {
    let span = match unit {
        Unit::Second => amount.seconds(),
        Unit::Minute => amount.minutes(),
        Unit::Hour => amount.hours(),
        Unit::Day => amount.days(),
        Unit::Week => amount.weeks(),
        Unit::Fortnight => (amount * 2).weeks(),
        Unit::Month => amount.months(),
        Unit::Quarter => (amount * 3).months(),
        Unit::Year => amount.years(),
        Unit::Decade => (amount * 10).years(),
        Unit::Century => (amount * 100).years(),
    };
    date.saturating_add(span)
}

/// Western Easter Sunday of a year (Meeus, Jones and Butcher's algorithm).
#[must_use]
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, (n / 31) as i8, (n % 31 + 1) as i8)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_sundays() {
        for (year, month, day) in [(1998, 4, 12), (2000, 4, 23), (2013, 3, 31), (2021, 4, 4)] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn values_and_bounds() {
        let week = Period::week_of(date(2021, 1, 2));
        assert_eq!(week.value(), "2020-W53");
        assert_eq!(week.bounds(), (date(2020, 12, 28), date(2021, 1, 3)));
        assert_eq!(
            Period::Quarter(1989, 3).bounds(),
            (date(1989, 7, 1), date(1989, 9, 30))
        );
        assert_eq!(
            Period::Season(2019, Season::Winter).bounds(),
            (date(2019, 12, 1), date(2020, 2, 29))
        );
        assert_eq!(
            Period::Century(19).bounds(),
            (date(1901, 1, 1), date(2000, 12, 31))
        );
        assert_eq!(
            Period::holding(Unit::Century, date(2000, 5, 1)),
            Period::Century(19)
        );
    }

    #[test]
    fn shifting_keeps_to_the_end_of_a_month() {
        assert_eq!(shift(date(2020, 3, 31), Unit::Month, -1), date(2020, 2, 29));
        assert_eq!(shift(date(2020, 3, 31), Unit::Hour, 20), date(2020, 3, 31));
    }
}
