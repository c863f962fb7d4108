//! Dates: "Monday, 12 December", "Dec. 12, 2021", "June last year", "2021-12-13", "1996", "the 1990s", "the 20th century".

use jiff::civil::Date;

use super::super::calendar::{Period, Unit};
use super::super::lexicon::lexicon;
use super::super::meaning::{Base, Direction, From, Part};
use super::super::number;
use super::super::words::Words;
use super::{Calendar, clock, context, deictic};

/// The date that begins at a word.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Calendar> {
    weekday(words, at)
        .or_else(|| month_day(words, at, Direction::Open))
        .or_else(|| month(words, at))
        .or_else(|| numeric(words, at))
        .or_else(|| clock::military(words, at))
        .or_else(|| decade(words, at))
        .or_else(|| century(words, at))
        .or_else(|| year(words, at))
        .or_else(|| day_of_month(words, at))
        .or_else(|| holiday(words, at, Direction::Open))
}

/// The year that publication lies in, so many years away.
pub(super) fn this_year(amount: i64) -> Base {
    Base::Shifted {
        amount,
        unit: Unit::Year,
        grain: Unit::Year,
        from: From::Now,
    }
}

/// "Monday", "Monday, 12 December 2021", "Tuesday of last week".
fn weekday(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let word = words.get(at).filter(|word| word.capital)?;
    let (day, short) = match (word.entry.weekday, word.entry.short_weekday) {
        (Some(day), _) if !word.lower.ends_with("days") => (day, false),
        (_, Some(day)) => (day, true),
        _ => return None,
    };
    let next = words.skip(words.skip(at + 1, &[","]), &["the", "on"]);
    if let Some(date) = month_day(words, next, Direction::Open) {
        return Some(with_weekday(date, day));
    }
    if short {
        return None;
    }
    Some(
        weekday_of_week(words, at, day)
            .unwrap_or_else(|| Calendar::open(Part::Weekday(day), Direction::Open, at + 1)),
    )
}

fn with_weekday(date: Calendar, day: i8) -> Calendar {
    match date.base {
        Base::Open {
            part: Part::MonthDay(month, number),
            direction,
        } => Calendar::open(Part::DatedWeekday(month, number, day), direction, date.end),
        _ => date,
    }
}

fn weekday_of_week(words: &Words<'_>, at: usize, day: i8) -> Option<Calendar> {
    let next = words.skip(at + 1, &["of"]);
    let week = deictic::shifted_unit(words, next, Unit::Week)?;
    Some(Calendar::new(
        Base::Within {
            part: Part::Weekday(day),
            whole: Box::new(week.base),
        },
        week.end,
    ))
}

/// "December 12", "Dec. 12, 2021", "12 December", "the 12th of December 2021".
fn month_day(words: &Words<'_>, at: usize, direction: Direction) -> Option<Calendar> {
    let (month, day, after) = month_then_day(words, at).or_else(|| day_then_month(words, at))?;
    if let Some(year) = year_after(words, after) {
        if let Base::Fixed(Period::Year(number)) = year.base {
            let date = Date::new(number, month, day).ok()?;
            return Some(Calendar::new(Base::Fixed(Period::Day(date)), year.end));
        }
        let base = Base::Within {
            part: Part::MonthDay(month, day),
            whole: Box::new(year.base),
        };
        return Some(Calendar::new(base, year.end));
    }
    Date::new(2000, month, day).ok()?;
    if let Some(known) = known_day(words, after, month, day) {
        return Some(Calendar::new(Base::Fixed(Period::Day(known)), after));
    }
    Some(Calendar::open(Part::MonthDay(month, day), direction, after))
}

fn known_day(words: &Words<'_>, after: usize, month: i8, day: i8) -> Option<Date> {
    let known = lexicon().known_days.iter().find(|known| {
        known.month == month
            && known.day == day
            && known.before.iter().any(|word| words.is(after, word))
    })?;
    Date::new(known.year, month, day).ok()
}

fn month_then_day(words: &Words<'_>, at: usize) -> Option<(i8, i8, usize)> {
    let month = words.entry(at).month?;
    if !words.get(at)?.capital {
        return None;
    }
    let next = words.skip(at + 1, &["the"]);
    let (day, end) = day_number(words, next)?;
    let counted = words.any(end, &["%", "percent", "a.m.", "p.m.", "am", "pm"]);
    (!counted).then_some((month, day, end))
}

fn day_then_month(words: &Words<'_>, at: usize) -> Option<(i8, i8, usize)> {
    let (day, after) = day_number(words, words.skip(at, &["the"]))?;
    let next = words.skip(words.skip_hyphen(after), &["of"]);
    let month = words
        .entry(next)
        .month
        .filter(|_| words.get(next).is_some_and(|word| word.capital))?;
    Some((month, day, next + 1))
}

/// "12", "12th", "twelfth", "twenty-first".
fn day_number(words: &Words<'_>, at: usize) -> Option<(i8, usize)> {
    let lower = words.lower(at);
    if let Some(value) = figure_ordinal(lower) {
        return Some((i8::try_from(value).ok()?, at + 1)).filter(|(day, _)| (1..=31).contains(day));
    }
    if let Some(value) = words.entry(at).ordinal {
        return Some((i8::try_from(value).ok()?, at + 1));
    }
    if words.any(at, &["twenty", "thirty"]) {
        let tens = words.entry(at).cardinal?;
        let next = words.skip_hyphen(at + 1);
        let ones = words.entry(next).ordinal.filter(|ones| *ones < 10)?;
        return Some((i8::try_from(tens + ones).ok()?, next + 1));
    }
    let plain = lower.len() <= 2 && lower.bytes().all(|byte| byte.is_ascii_digit());
    let day = lower
        .parse()
        .ok()
        .filter(|day| plain && (1..=31).contains(day))?;
    Some((day, at + 1))
}

/// The value of "12th".
pub(super) fn figure_ordinal(lower: &str) -> Option<i64> {
    let digits = lower
        .strip_suffix("st")
        .or_else(|| lower.strip_suffix("nd"))
        .or_else(|| lower.strip_suffix("rd"))
        .or_else(|| lower.strip_suffix("th"))?;
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

/// The year after a month or day: ", 2021", "last year", "of next year", "in the same year".
fn year_after(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let next = words.skip(at, &[","]);
    if let Some((number, end)) = four_digits(words, next) {
        return Some(Calendar::new(Base::Fixed(Period::Year(number)), end));
    }
    if let Some((number, end)) = number::spelled_year(words, at) {
        return Some(Calendar::new(Base::Fixed(Period::Year(number)), end));
    }
    let next = words.skip(at, &["of"]);
    deictic::shifted_year(words, next).or_else(|| {
        let (number, end) = four_digits(words, next)?;
        Some(Calendar::new(Base::Fixed(Period::Year(number)), end))
    })
}

/// "June", "June 1994", "June last year".
fn month(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let month = words
        .entry(at)
        .month
        .filter(|_| context::is_month(words, at))?;
    let short = words.lower(at).len() <= 4 && !matches!(words.lower(at), "june" | "july" | "may");
    if let Some(year) = year_after(words, at + 1) {
        if let Base::Fixed(Period::Year(number)) = year.base {
            return Some(Calendar::new(
                Base::Fixed(Period::Month(number, month)),
                year.end,
            ));
        }
        let base = Base::Within {
            part: Part::Month(month),
            whole: Box::new(year.base),
        };
        return Some(Calendar::new(base, year.end));
    }
    let stands = !short || words.lower(at).ends_with('.');
    stands.then(|| Calendar::open(Part::Month(month), Direction::Open, at + 1))
}

fn four_digits(words: &Words<'_>, at: usize) -> Option<(i16, usize)> {
    let lower = words.lower(at);
    let digits = lower.len() == 4 && lower.bytes().all(|byte| byte.is_ascii_digit());
    let year = lower
        .parse()
        .ok()
        .filter(|year| digits && (1000..=2100).contains(year))?;
    Some((year, at + 1))
}

/// "2021-12-13", "10/30/1989", "30/10/89", "12.13.2021" is not read.
fn numeric(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let sign = words.lower(at + 1);
    if !matches!(sign, "-" | "/") || words.lower(at + 3) != sign {
        return None;
    }
    let part = |offset: usize| words.lower(at + offset).parse::<i16>().ok();
    let (first, second, third) = (part(0)?, part(2)?, part(4)?);
    let (year, month, day) = match words.lower(at).len() {
        4 => (first, second, third),
        1 | 2 if first > 12 => (third, second, first),
        1 | 2 => (third, first, second),
        _ => return None,
    };
    let year = full_year(words, at, year)?;
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Calendar::new(Base::Fixed(Period::Day(date)), at + 5))
}

/// A year of two digits is the nearest to the turn of the century.
fn full_year(words: &Words<'_>, at: usize, year: i16) -> Option<i16> {
    match year {
        1000..=2100 => Some(year),
        0..=49 if words.lower(at + 4).len() == 2 => Some(year + 2000),
        50..=99 => Some(year + 1900),
        _ => None,
    }
}

/// "1996", "fiscal 1990", "the year 2000", "nineteen ninety-six", "1998-99".
pub(super) fn year(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let start = words.skip(at, &["fiscal", "fy"]);
    let named = words.is(start, "the") && words.is(start + 1, "year");
    let start = if named {
        start + 2
    } else {
        words.skip(start, &["year"])
    };
    if let Some((number, end)) = number::spelled_year(words, start) {
        let stands = start > at
            || context::follows_preposition(words, at)
            || context::ends_phrase(words, end)
            || number < 2000;
        return stands.then(|| Calendar::new(Base::Fixed(Period::Year(number)), end));
    }
    let (number, end) = four_digits(words, start)?;
    if start == at && !context::is_year(words, at, number) {
        return None;
    }
    Some(Calendar::new(
        Base::Fixed(Period::Year(number)),
        season_end(words, end),
    ))
}

/// The word after the second year of "1998-99" or "2012/13".
fn season_end(words: &Words<'_>, end: usize) -> usize {
    let second = words.lower(end + 1);
    let joined = words.any(end, &["-", "–", "/"])
        && second.len() == 2
        && second.bytes().all(|byte| byte.is_ascii_digit());
    if joined { end + 2 } else { end }
}

/// "the 1990s", "the '90s", "the nineties".
fn decade(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let start = words.skip(at, &["the"]);
    let start = words.skip_hyphen(start);
    let bare = words.skip(start, &["'", "’", "‘"]);
    let lower = words.lower(bare).trim_start_matches(['\'', '’', '‘']);
    if let Some(digits) = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('s')) {
        let short = bare > start || start > at || lower.len() < words.lower(bare).len();
        if let Some(decade) = decade_of(digits, short) {
            return Some(Calendar::new(Base::Fixed(Period::Decade(decade)), bare + 1));
        }
    }
    let spelled = words.entry(start).decade.filter(|_| start > at)?;
    let decade = 190 + i16::try_from(spelled / 10).ok()?;
    let age = context::follows(words, at, &["his", "her", "their"]);
    (!age).then(|| Calendar::new(Base::Fixed(Period::Decade(decade)), start + 1))
}

/// Decade of "1990" or, where two digits will do, "90".
fn decade_of(digits: &str, short: bool) -> Option<i16> {
    let value: i16 = digits.parse().ok().filter(|value| value % 10 == 0)?;
    match digits.len() {
        4 => Some(value / 10),
        2 if short => Some(190 + value / 10),
        _ => None,
    }
}

/// "the 20th century", "the eleventh century".
fn century(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let start = words.skip(at, &["the"]);
    let (number, after) = figure_ordinal(words.lower(start))
        .or_else(|| words.entry(start).ordinal)
        .map(|number| (number, start + 1))
        .or_else(|| day_number(words, start).map(|(number, end)| (i64::from(number), end)))?;
    let noun = words.skip_hyphen(after);
    let stands = words.is(noun, "century") && (2..=22).contains(&number);
    let century = i16::try_from(number - 1).ok()?;
    stands.then(|| Calendar::new(Base::Fixed(Period::Century(century)), noun + 1))
}

/// "the 25th" after a preposition of days.
fn day_of_month(words: &Words<'_>, at: usize) -> Option<Calendar> {
    if !words.is(at, "the") || !context::follows(words, at, &["on", "until", "by"]) {
        return None;
    }
    let day = figure_ordinal(words.lower(at + 1)).filter(|day| (1..=31).contains(day))?;
    let stands = context::ends_phrase(words, at + 2) || words.any(at + 2, &["and", "to"]);
    let day = i8::try_from(day).ok()?;
    stands.then(|| Calendar::open(Part::MonthlyDay(day), Direction::Open, at + 2))
}

/// A holiday, perhaps with its year.
pub(super) fn holiday(words: &Words<'_>, at: usize, direction: Direction) -> Option<Calendar> {
    if !words.get(at)?.capital {
        return None;
    }
    let (end, &number) = lexicon().holiday_names.find(words, at)?;
    let part = Part::Holiday(number);
    if let Some(year) = year_after(words, end) {
        let base = Base::Within {
            part,
            whole: Box::new(year.base),
        };
        return Some(Calendar::new(base, year.end));
    }
    Some(Calendar::open(part, direction, end))
}

/// The day after "and", "or", "to", "-" that goes on from a month and day.
pub(super) fn day_after_link(words: &Words<'_>, at: usize) -> Option<(i8, usize)> {
    if !words.any(at, &["and", "or", "to", "-", "–", "through"]) {
        return None;
    }
    let (day, end) = day_number(words, at + 1)?;
    let another = words.entry(end).month.is_some()
        || context::is_noun(words, end)
        || words.any(end, &[":", "/", "%"]);
    (!another).then_some((day, end))
}
