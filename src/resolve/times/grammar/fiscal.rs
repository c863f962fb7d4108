//! Quarters and halves of a year: "the third quarter", "third-quarter", "the year-ago period", "the latest quarter".

use super::super::calendar::{Period, Unit};
use super::super::meaning::{Base, Direction, Model, Part};
use super::super::words::Words;
use super::{Calendar, context, dates, deictic};

/// The quarter, half or comparable period that begins at a word.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let start = words.skip(at, &["the"]);
    let fiscal = words.is(start, "fiscal");
    let start = if fiscal {
        words.skip_hyphen(start + 1)
    } else {
        start
    };
    ordinal_period(words, start, None)
        .or_else(|| year_before(words, start))
        .or_else(|| years_away(words, start))
        .or_else(|| latest(words, at, start))
}

/// "third quarter", "first half of 1990".
fn ordinal_period(words: &Words<'_>, at: usize, year: Option<Base>) -> Option<Calendar> {
    let (number, after) = ordinal(words, at)?;
    let after = words.skip(words.skip_hyphen(after), &["fiscal"]);
    let (part, after) = match words.lower(after) {
        "quarter" | "quarters" if number <= 4 => (Part::Quarter(number), after + 1),
        "half" if number <= 2 => (Part::Half(number), after + 1),
        _ => return None,
    };
    if let Some(year) = year {
        return Some(within(part, year, after));
    }
    let found = of_year(words, after).map(|year| within(part, year.base, year.end));
    match found {
        None if matches!(part, Part::Half(_)) => None,
        None => Some(Calendar::open(part, Direction::Open, after)),
        found => found,
    }
}

fn within(part: Part, whole: Base, end: usize) -> Calendar {
    Calendar::new(
        Base::Within {
            part,
            whole: Box::new(whole),
        },
        end,
    )
}

/// "first" or "second"; "last" and "final" count from the end only for a half.
fn ordinal(words: &Words<'_>, at: usize) -> Option<(i8, usize)> {
    let half = words.is(words.skip_hyphen(at + 1), "half");
    if half && words.any(at, &["last", "latter", "final"]) {
        return Some((2, at + 1));
    }
    let value = words
        .entry(at)
        .ordinal
        .or_else(|| dates::figure_ordinal(words.lower(at)))?;
    Some((
        i8::try_from(value).ok().filter(|value| *value <= 4)?,
        at + 1,
    ))
}

/// "of 1990", "of last year", "this year", "a year ago".
fn of_year(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let next = words.skip(at, &["of", "in"]);
    if let Some(year) = dates::year(words, next) {
        return Some(year);
    }
    if words.is(next, "the") && words.is(next + 1, "year") {
        return Some(Calendar::new(dates::this_year(0), next + 2));
    }
    deictic::shifted_year(words, next)
}

/// "1988 third quarter", "last year's third quarter", "this year's quarter", "the 1988 period".
fn year_before(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let year = deictic::shifted_year(words, at)
        .filter(|year| words.is(year.end, "'s"))
        .map(|year| Calendar {
            end: year.end + 1,
            ..year
        })
        .or_else(|| {
            dates::year(words, at).filter(|year| matches!(year.base, Base::Fixed(Period::Year(_))))
        })?;
    let next = words.skip(year.end, &["'s"]);
    if let Some(found) = ordinal_period(words, next, Some(year.base.clone())) {
        return Some(found);
    }
    words.any(next, &["quarter", "period"]).then(|| {
        Calendar::new(
            Base::Within {
                part: Part::Quarter(0),
                whole: Box::new(year.base),
            },
            next + 1,
        )
    })
}

/// "year-ago quarter", "year-earlier period", "corresponding period last year", "same quarter a year earlier".
fn years_away(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let like = words.skip(at, &["comparable", "corresponding", "same"]);
    let like = words.skip(like, &["like"]);
    if words.is(like, "year") && words.any(words.skip_hyphen(like + 1), &["ago", "earlier"]) {
        let mut end = words.skip_hyphen(like + 1) + 1;
        if let Some((_, after)) = ordinal(words, end) {
            end = words.skip_hyphen(after);
        }
        let end = words.skip(end, &["quarter", "period", "figure"]);
        return Some(away(-1, end));
    }
    if like > at && words.any(like, &["period", "quarter", "three"]) {
        let whole = deictic::ago(words, like + 1).map(|found| found.end);
        let year = deictic::shifted_year(words, words.skip(like + 1, &["of", "in"]))
            .map(|found| found.end);
        return whole.or(year).map(|end| away(-1, end));
    }
    if words.any(at, &["quarter", "period"]) {
        return deictic::ago(words, at + 1).map(|found| away(-1, found.end));
    }
    None
}

fn away(years: i16, end: usize) -> Calendar {
    Calendar::new(
        Base::YearsAway {
            years,
            model: Model::Quarter,
        },
        end,
    )
}

/// "the latest quarter", "the quarter", "the current quarter".
fn latest(words: &Words<'_>, at: usize, start: usize) -> Option<Calendar> {
    let latest = words.is(start, "latest");
    let noun = start + usize::from(latest);
    let quarter = words.is(noun, "quarter");
    let period = latest && words.is(noun, "period");
    if start == at || !(quarter || period) || words.is(noun + 1, "-") {
        return None;
    }
    if words.any(noun + 1, &["of", "century"]) {
        return None;
    }
    let stands = latest || context::follows_preposition(words, at);
    stands.then(|| Calendar::new(Base::TheQuarter, noun + 1))
}

/// A quarter relative to now ("last quarter", "this quarter").
pub(super) fn relative_quarter(amount: i64, end: usize) -> Calendar {
    Calendar::new(
        Base::Shifted {
            amount,
            unit: Unit::Quarter,
            grain: Unit::Quarter,
            from: super::From::Now,
        },
        end,
    )
}
