//! Times counted from now or from the story: "yesterday", "last week", "two days earlier", "the next day", "this summer".

use super::super::calendar::Unit;
use super::super::meaning::{Base, Clock, Direction, From, Model, Part};
use super::super::words::Words;
use super::{Calendar, context, dates, duration, fiscal, whole};

/// The deictic time that begins at a word.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let candidates = [
        ago(words, at),
        relative_day(words, at),
        day_beside(words, at),
        shifted(words, at),
        whole::season(words, at),
        whole::bare_unit(words, at),
    ];
    let mut best: Option<Calendar> = None;
    for found in candidates.into_iter().flatten() {
        if best.as_ref().is_none_or(|best| best.end < found.end) {
            best = Some(found);
        }
    }
    best
}

pub(super) fn base(amount: i64, unit: Unit, grain: Unit, from: From) -> Base {
    Base::Shifted {
        amount,
        unit,
        grain,
        from,
    }
}

/// "yesterday", "tonight".
fn relative_day(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let day = words
        .entry(at)
        .relative_day
        .as_ref()
        .filter(|_| !context::is_in_name(words, at))?;
    let found = Calendar::new(base(day.days, Unit::Day, Unit::Day, From::Now), at + 1);
    match day.part.as_deref() {
        Some(part) => Some(Calendar {
            clock: Some(Clock::Part(part)),
            ..found
        }),
        None => Some(found),
    }
}

/// "the day before yesterday", "the day after tomorrow", "the day before" at the end of a phrase.
fn day_beside(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let start = words.skip(at, &["the", "a"]);
    let unit = words.entry(start).unit.filter(|unit| *unit >= Unit::Day)?;
    let sign = match words.lower(start + 1) {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    if unit == Unit::Day
        && let Some(day) = &words.entry(start + 2).relative_day
    {
        return Some(Calendar::new(
            base(day.days + sign, Unit::Day, Unit::Day, From::Now),
            start + 3,
        ));
    }
    let stands = start > at && context::ends_phrase(words, start + 2);
    stands.then(|| Calendar::new(base(sign, unit, unit, From::Story), start + 2))
}

/// "two years ago", "a day earlier", "three weeks later", "two days from now".
pub(super) fn ago(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let (length, after) = duration::length(words, at, true)?;
    let after = words.skip(after, &["or"]);
    let after = words.skip(after, &["so"]);
    let after = words.skip_hyphen(after);
    let (sign, from, end) = match words.lower(after) {
        "ago" => (-1, From::Now, after + 1),
        "earlier" | "previously" => (-1, From::Story, after + 1),
        "later" | "afterwards" => (1, From::Story, after + 1),
        "hence" => (1, From::Now, after + 1),
        "from" if words.is(after + 1, "now") => (1, From::Now, after + 2),
        "before" if context::ends_phrase(words, after + 1) => (-1, From::Story, after + 1),
        "after" if context::ends_phrase(words, after + 1) => (1, From::Story, after + 1),
        _ => return None,
    };
    let unit = length.unit;
    if from == From::Story && (length.amount.is_none() || unit.is_clock()) {
        return None;
    }
    let Some(amount) = length.amount else {
        let side = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
        return Some(Calendar::new(Base::Vague(side), end));
    };
    if unit == Unit::Year && amount == 1 && sign < 0 && !length.half {
        let model = if from == From::Now {
            Model::NearQuarter
        } else {
            Model::Any
        };
        return Some(Calendar::new(Base::YearsAway { years: -1, model }, end));
    }
    let grain = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Unit::Day,
        Unit::Fortnight => Unit::Week,
        Unit::Decade | Unit::Century => Unit::Year,
        other => other,
    };
    if length.half {
        let months = amount * 12 + 6;
        let halves =
            (unit == Unit::Year).then(|| base(sign * months, Unit::Month, Unit::Month, from));
        return Some(Calendar::new(
            halves.unwrap_or_else(|| base(sign * amount, unit, grain, from)),
            end,
        ));
    }
    Some(Calendar::new(base(sign * amount, unit, grain, from), end))
}

/// A word that shifts, with determiner and filler: amount, from where, the word after, whether "the" stands before.
struct Shifting {
    amount: i64,
    from: From,
    at: usize,
    definite: bool,
    word: &'static str,
}

fn shifting(words: &Words<'_>, at: usize) -> Option<Shifting> {
    let definite = words.is(at, "the");
    let start = at + usize::from(definite);
    let start = words.skip(start, &["very"]);
    let shift = words.entry(start).shift.as_ref()?;
    let mut found = Shifting {
        amount: shift.by,
        from: if shift.from == "now" {
            From::Now
        } else {
            From::Story
        },
        at: start + 1,
        definite,
        word: word_of(words.lower(start)),
    };
    if matches!(found.word, "this" | "that")
        && let Some(next) = words.entry(start + 1).shift.as_ref()
    {
        let second = word_of(words.lower(start + 1));
        let joined = match found.word {
            "this" => matches!(second, "past" | "coming" | "last" | "next"),
            _ => second == "same",
        };
        if joined {
            found.amount = next.by;
            found.at = start + 2;
            found.word = second;
        }
    }
    Some(found)
}

fn word_of(lower: &str) -> &'static str {
    const WORDS: &[&str] = &[
        "last",
        "past",
        "this",
        "current",
        "next",
        "coming",
        "upcoming",
        "previous",
        "preceding",
        "prior",
        "following",
        "same",
        "that",
    ];
    WORDS
        .iter()
        .copied()
        .find(|word| *word == lower)
        .unwrap_or("")
}

/// "last week", "this month", "next Friday", "the following day", "last summer", "the previous October".
fn shifted(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let shift = shifting(words, at)?;
    let titled = words.get(shift.at).is_some_and(|word| word.capital)
        && words.get(shift.at - 1).is_some_and(|word| word.capital);
    let entry = words.entry(shift.at);
    if titled && entry.unit.is_some() {
        return None;
    }
    if let Some(part) = entry.part_of_day.as_deref() {
        return part_of_shifted_day(&shift, part);
    }
    if words.is(shift.at, "weekend") {
        return Some(Calendar::open(
            Part::Weekend,
            direction(&shift),
            shift.at + 1,
        ));
    }
    if let Some(found) = shifted_part(words, &shift) {
        return Some(found);
    }
    let noun = words.skip(
        shift.at,
        &[
            "fiscal",
            "calendar",
            "full",
            "financial",
            "academic",
            "school",
        ],
    );
    let unit = words.entry(noun).unit.filter(|unit| *unit >= Unit::Day)?;
    if !unit_stands(words, &shift, unit, noun) {
        return None;
    }
    if unit == Unit::Quarter {
        return Some(fiscal::relative_quarter(shift.amount, noun + 1))
            .filter(|_| shift.from == From::Now);
    }
    let from = if unit == Unit::Day && shift.definite {
        From::Story
    } else {
        shift.from
    };
    Some(Calendar::new(
        base(shift.amount, unit, unit, from),
        noun + 1,
    ))
}

/// Whether a unit after a shifting word is a time: not "the last day", "this second", "this day and age".
fn unit_stands(words: &Words<'_>, shift: &Shifting, unit: Unit, noun: usize) -> bool {
    if words.is(noun + 1, "-") || words.any(noun + 1, &["old", "olds"]) {
        return false;
    }
    match unit {
        Unit::Day => {
            !matches!(shift.word, "last" | "past" | "current" | "this")
                && (shift.definite
                    || shift.word == "that"
                    || shift.word == "same"
                    || shift.word == "next")
        }
        Unit::Century | Unit::Decade if shift.word == "same" => false,
        _ => !(shift.definite && shift.word == "past"),
    }
}

fn direction(shift: &Shifting) -> Direction {
    match (shift.amount, shift.from) {
        (-1, From::Now) => Direction::Last,
        (1, From::Now) => Direction::Next,
        (0, From::Now) => Direction::This,
        (-1, From::Story) => Direction::Before,
        (1, From::Story) => Direction::After,
        _ => Direction::Open,
    }
}

/// A weekday, month, season or holiday after a shifting word.
fn shifted_part(words: &Words<'_>, shift: &Shifting) -> Option<Calendar> {
    let word = words.get(shift.at)?;
    let direction = direction(shift);
    if let Some(day) = word.entry.weekday.filter(|_| word.capital) {
        let date = dates::parse(words, shift.at)
            .filter(|found| found.end > shift.at + 1 && shift.amount >= 0);
        return Some(
            date.unwrap_or_else(|| Calendar::open(Part::Weekday(day), direction, shift.at + 1)),
        );
    }
    if word.entry.month.is_some() && context::is_month(words, shift.at) {
        return match dates::parse(words, shift.at) {
            Some(Calendar {
                base: Base::Open { part, .. },
                end,
                ..
            }) => Some(Calendar::open(part, direction, end)),
            other => other,
        };
    }
    if let Some(season) = word
        .entry
        .season
        .filter(|_| whole::season_stands(words, shift.at))
    {
        return Some(Calendar::open(
            Part::Season(season),
            direction,
            shift.at + 1,
        ));
    }
    dates::holiday(words, shift.at, direction)
}

/// "last night", "this morning", "the next morning".
fn part_of_shifted_day(shift: &Shifting, part: &'static str) -> Option<Calendar> {
    let (days, from) = match (shift.word, shift.definite) {
        ("last", false) => (-1, From::Now),
        ("this", false) => (0, From::Now),
        ("that" | "same", _) => (0, From::Story),
        ("next" | "following", _) => (1, From::Story),
        ("previous", _) => (-1, From::Story),
        _ => return None,
    };
    Some(Calendar {
        base: base(days, Unit::Day, Unit::Day, from),
        clock: Some(Clock::Part(part)),
        end: shift.at + 1,
    })
}

/// "last year", "this year", "the following year" as a year.
pub(super) fn shifted_year(words: &Words<'_>, at: usize) -> Option<Calendar> {
    shifted_unit(words, at, Unit::Year)
}

/// "last week", "the previous month" of a given unit.
pub(super) fn shifted_unit(words: &Words<'_>, at: usize, unit: Unit) -> Option<Calendar> {
    let shift = shifting(words, at)?;
    let fits = words.entry(shift.at).unit == Some(unit);
    fits.then(|| Calendar::new(base(shift.amount, unit, unit, shift.from), shift.at + 1))
}
