//! Times of the day: "10 p.m. Wednesday", "7:45 a.m. EST", "noon", "Monday night".

use super::super::calendar::{Period, Unit};
use super::super::lexicon::lexicon;
use super::super::meaning::{Base, Clock, Part};
use super::super::number;
use super::super::words::Words;
use super::{Calendar, context, dates, deictic};

/// A clock time, with its day where it follows.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Calendar> {
    if let Some(part) = middle(words, at) {
        return Some(part);
    }
    let (time, after) = time(words, at)?;
    let after = zone(words, after);
    Some(with_day(words, after, Clock::Time(time)))
}

/// "mid-afternoon yesterday".
fn middle(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let next = words.skip_hyphen(words.skip(at, &["mid"]));
    let part = part_of_day(words, next).filter(|_| next > at && words.is(at, "mid"))?;
    Some(with_day(words, next + 1, Clock::Part(part)))
}

/// A time of the day with the day that follows it, else on the day that the text is at.
fn with_day(words: &Words<'_>, after: usize, clock: Clock) -> Calendar {
    let next = words.skip(words.skip(after, &[","]), &["on"]);
    let day = dates::parse(words, next)
        .or_else(|| deictic::parse(words, next))
        .filter(|day| day.clock.is_none() && is_day(&day.base));
    match day {
        Some(day) => Calendar {
            clock: Some(clock),
            ..day
        },
        None => Calendar::story_day(clock, after),
    }
}

/// Whether a period is a single day.
pub(super) fn is_day(base: &Base) -> bool {
    match base {
        Base::Fixed(period) => matches!(period, Period::Day(_)),
        Base::Open { part, .. } | Base::Within { part, .. } => {
            matches!(
                part,
                Part::MonthDay(..)
                    | Part::DatedWeekday(..)
                    | Part::MonthlyDay(_)
                    | Part::Weekday(_)
                    | Part::Holiday(_)
            )
        }
        Base::Shifted { grain, .. } => *grain == Unit::Day,
        Base::YearsAway { .. } | Base::TheQuarter | Base::Vague(_) => false,
    }
}

/// Adds the part of the day that follows a day ("Monday night", "yesterday afternoon").
pub(super) fn part_after(words: &Words<'_>, found: Calendar) -> Calendar {
    if found.clock.is_some() || !is_day(&found.base) {
        return found;
    }
    let part = part_of_day(words, found.end).filter(|_| !words.lower(found.end).ends_with("ings"));
    match part {
        Some(part) => Calendar {
            clock: Some(Clock::Part(part)),
            end: found.end + 1,
            ..found
        },
        None => found,
    }
}

/// TIMEX3 part of the day of a word.
pub(super) fn part_of_day(words: &Words<'_>, at: usize) -> Option<&'static str> {
    words.entry(at).part_of_day.as_deref()
}

fn zone(words: &Words<'_>, at: usize) -> usize {
    if let Some((end, ())) = lexicon().zones.find(words, at) {
        return end;
    }
    at + usize::from(words.entry(at).zone && words.lower(at) != "pt")
}

fn time(words: &Words<'_>, at: usize) -> Option<(String, usize)> {
    if let Some(clock) = &words.entry(at).clock {
        return (!context::is_in_name(words, at)).then(|| (clock.clone(), at + 1));
    }
    let (hour, minute) = hour_and_minute(words.lower(at)).or_else(|| spelled_hour(words, at))?;
    if let Some((hour, end)) = half_of_day(words, at + 1, hour) {
        return Some((format!("{hour:02}:{minute:02}"), end));
    }
    twenty_four_hours(words, at, hour, minute)
}

/// "7", "7:45", "7.45" as hour and minute.
fn hour_and_minute(lower: &str) -> Option<(u32, u32)> {
    let (hour, minute) = lower
        .split_once(':')
        .or_else(|| lower.split_once('.'))
        .unwrap_or((lower, "0"));
    if hour.len() > 2 || (minute != "0" && minute.len() != 2) {
        return None;
    }
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

fn spelled_hour(words: &Words<'_>, at: usize) -> Option<(u32, u32)> {
    let hour = words
        .entry(at)
        .cardinal
        .filter(|hour| (1..=12).contains(hour))?;
    Some((u32::try_from(hour).ok()?, 0))
}

/// "a.m.", "p.m.", "o'clock", "in the morning" after an hour.
fn half_of_day(words: &Words<'_>, at: usize, hour: u32) -> Option<(u32, usize)> {
    let clock = words.is(at, "o'clock") || words.is(at, "o’clock");
    let at = at + usize::from(clock);
    if let Some(later) = is_afternoon(words.lower(at)) {
        return (hour <= 12).then(|| (hour % 12 + later, at + 1));
    }
    if words.is(at, "in") && words.is(at + 1, "the") {
        let part = part_of_day(words, at + 2)?;
        let later = if part == "MO" || hour >= 12 { 0 } else { 12 };
        return Some((hour + later, at + 3));
    }
    clock.then_some((hour, at))
}

/// Hours to add after "a.m." or "p.m.".
fn is_afternoon(lower: &str) -> Option<u32> {
    match lower {
        "am" | "a.m." | "a.m" => Some(0),
        "pm" | "p.m." | "p.m" => Some(12),
        _ => None,
    }
}

/// "14:30", "0735 GMT", "1400 hours".
fn twenty_four_hours(
    words: &Words<'_>,
    at: usize,
    hour: u32,
    minute: u32,
) -> Option<(String, usize)> {
    let lower = words.lower(at);
    let zoned = zone(words, at + 1) > at + 1;
    if lower.contains(':')
        && (zoned
            || context::follows(
                words,
                at,
                &["at", "by", "until", "around", "about", "from", "to"],
            ))
    {
        return Some((format!("{hour:02}:{minute:02}"), at + 1));
    }
    if lower.contains('.') || lower.contains(':') {
        return None;
    }
    (zoned && words.entry(at).cardinal.is_none()).then(|| (format!("{hour:02}:00"), at + 1))
}

/// Four digits before a zone: "0735 GMT".
pub(super) fn military(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let lower = words.lower(at);
    let digits = lower.len() == 4 && lower.bytes().all(|byte| byte.is_ascii_digit());
    let end = zone(words, at + 1);
    if !digits || end == at + 1 {
        return None;
    }
    let hour = number::figure(&lower[..2])?;
    let minute = number::figure(&lower[2..])?;
    (hour < 24.0 && minute < 60.0).then(|| {
        let clock = Clock::Time(format!("{}:{}", &lower[..2], &lower[2..]));
        Calendar::story_day(clock, end)
    })
}
