//! What a time expression means before the day of publication is known.

use super::calendar::{Period, Season, Unit};

/// The meaning of an expression without its value.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// The present, the past or the future as such: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    Reference(&'static str),
    /// A length of time.
    Duration {
        /// How long.
        length: Length,
        /// Whether it ends or begins now.
        side: Side,
    },
    /// A repeated time by its TIMEX3 value.
    Set(String),
    /// A time of the calendar, perhaps with a time of the day.
    Calendar {
        /// Which period.
        base: Base,
        /// Time of the day.
        clock: Option<Clock>,
    },
}

/// Where a length lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Anywhere.
    Free,
    /// It ends now ("the past three years").
    Past,
    /// It begins now ("the next ten days").
    Future,
}

/// A length of time: several units for "two and a half years".
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// Number of units, `None` where it is not told ("weeks").
    pub amount: Option<i64>,
    /// Their unit.
    pub unit: Unit,
    /// Half a unit more.
    pub half: bool,
}

impl Length {
    /// A number of whole units.
    #[must_use]
    pub const fn exact(amount: i64, unit: Unit) -> Self {
        Self {
            amount: Some(amount),
            unit,
            half: false,
        }
    }

    /// An unknown number of units.
    #[must_use]
    pub const fn vague(unit: Unit) -> Self {
        Self {
            amount: None,
            unit,
            half: false,
        }
    }

    /// TIMEX3 value.
    #[must_use]
    pub fn value(&self) -> String {
        let time = if self.unit.is_clock() { "T" } else { "" };
        let (designator, worth) = self.unit.designator();
        let Some(amount) = self.amount else {
            return match self.unit {
                Unit::Decade => "PXDE".to_owned(),
                Unit::Century => "PXCE".to_owned(),
                _ => format!("P{time}X{designator}"),
            };
        };
        let whole = amount * worth;
        if !self.half {
            return format!("P{time}{whole}{designator}");
        }
        let rest = self.half_value();
        if whole == 0 {
            format!("P{time}{rest}")
        } else if self.unit == Unit::Day {
            format!("P{whole}DT{rest}")
        } else {
            match self.unit {
                Unit::Decade | Unit::Century | Unit::Fortnight => {
                    format!("P{}{designator}", whole + worth / 2)
                }
                _ => format!("P{time}{whole}{designator}{rest}"),
            }
        }
    }

    /// Half a unit in smaller ones.
    const fn half_value(&self) -> &'static str {
        match self.unit {
            Unit::Second => "0.5S",
            Unit::Minute => "30S",
            Unit::Hour => "30M",
            Unit::Day => "12H",
            Unit::Week => "3D",
            Unit::Fortnight => "1W",
            Unit::Month => "15D",
            Unit::Quarter => "1M",
            Unit::Year => "6M",
            Unit::Decade => "5Y",
            Unit::Century => "50Y",
        }
    }
}

/// A time of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clock {
    /// `HH:MM`, with seconds where told.
    Time(String),
    /// TIMEX3 part of the day: `MO AF EV NI MI`.
    Part(&'static str),
}

impl Clock {
    /// How it is written after the day.
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Time(time) => format!("T{time}"),
            Self::Part(part) => format!("T{part}"),
        }
    }
}

/// From where a shift counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The day of publication.
    Now,
    /// The time that was told of last.
    Story,
}

/// Which of the recurring periods is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To be told from the tense.
    Open,
    /// The last one that is over ("last October").
    Last,
    /// The nearest to now ("this summer").
    This,
    /// The first that comes ("next Tuesday").
    Next,
    /// The one before, as the story goes ("the previous Friday").
    Before,
    /// The one after, as the story goes ("the following Friday").
    After,
}

/// A part of the calendar that comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Month of a year.
    Month(i8),
    /// Month and day.
    MonthDay(i8, i8),
    /// Month, day and weekday.
    DatedWeekday(i8, i8, i8),
    /// Day of the month ("the 25th").
    MonthlyDay(i8),
    /// Weekday, Monday is 1.
    Weekday(i8),
    /// Saturday and Sunday.
    Weekend,
    /// Quarter of a year.
    Quarter(i8),
    /// Half of a year.
    Half(i8),
    /// Season.
    Season(Season),
    /// Holiday by its number in the lexicon.
    Holiday(usize),
}

/// Which period told of before a comparison means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// The last quarter ("the year-ago quarter").
    Quarter,
    /// A quarter told of just before, else the year of publication ("a year ago").
    NearQuarter,
    /// Whatever was told of last ("a year earlier").
    Any,
}

/// A period, fixed or to be found.
#[derive(Clone, Debug, PartialEq)]
pub enum Base {
    /// Fully told.
    Fixed(Period),
    /// Comes again and is chosen by direction or tense.
    Open {
        /// What.
        part: Part,
        /// Which.
        direction: Direction,
    },
    /// A part of another period ("June last year").
    Within {
        /// What.
        part: Part,
        /// Of which period.
        whole: Box<Base>,
    },
    /// So many units from a reference time, in units of `grain`.
    Shifted {
        /// Number of units.
        amount: i64,
        /// Unit counted.
        unit: Unit,
        /// Unit of the result.
        grain: Unit,
        /// From where.
        from: From,
    },
    /// A period told of before, so many years away.
    YearsAway {
        /// Number of years.
        years: i16,
        /// Which period.
        model: Model,
    },
    /// Somewhere in the past or future: `PAST_REF` or `FUTURE_REF` ("several years ago").
    Vague(&'static str),
    /// The quarter that the text is about ("the latest quarter").
    TheQuarter,
}

/// Which part of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// Its first third.
    Start,
    /// Its second third.
    Mid,
    /// Its last third.
    End,
    /// From its beginning to now.
    Earlier,
    /// From now to its end.
    Later,
    /// Somewhere in it.
    Within,
    /// TIMEX3's own word for how exact it is.
    Exactness(&'static str),
}

impl Modifier {
    /// TIMEX3's word.
    #[must_use]
    pub const fn timex(self) -> Option<&'static str> {
        match self {
            Self::Start | Self::Earlier => Some("START"),
            Self::Mid => Some("MID"),
            Self::End | Self::Later => Some("END"),
            Self::Within => None,
            Self::Exactness(word) => Some(word),
        }
    }
}
