//! Numbers in digits and words: "12", "1,200", "3.5", "twenty-four", "a hundred", "two million", "2 1/2".

use super::words::Words;

/// A number with the word after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    /// Its value.
    pub value: f64,
    /// The word after it.
    pub end: usize,
}

/// The number that begins at a word.
#[must_use]
pub(crate) fn number(words: &Words<'_>, at: usize) -> Option<Number> {
    let mut found = digits(words, at).or_else(|| spelled(words, at))?;
    while let Some(scale) = words.entry(found.end).scale {
        if words.lower(found.end).len() <= 2
            && !words
                .lower(found.end - 1)
                .ends_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        found = Number {
            value: found.value * scale as f64,
            end: found.end + 1,
        };
    }
    Some(found)
}

/// A whole number that fits into 63 bits.
#[must_use]
pub(crate) fn whole(words: &Words<'_>, at: usize) -> Option<(i64, usize)> {
    let found = number(words, at)?;
    (found.value.fract() == 0.0 && found.value.abs() < 1e15)
        .then_some((found.value as i64, found.end))
}

/// The value of a figure ("1,200", "3.5").
#[must_use]
pub(crate) fn figure(lower: &str) -> Option<f64> {
    if !lower.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = lower.split_once('.').unwrap_or((lower, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    if grouped && (first.len() > 3 || groups.any(|group| group.len() != 3)) {
        return None;
    }
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let plain: String = whole.split(',').collect();
    if !all_digits(&plain) || !all_digits(fraction) {
        return None;
    }
    format!("{plain}.{fraction}0").parse().ok()
}

fn digits(words: &Words<'_>, at: usize) -> Option<Number> {
    let value = figure(words.lower(at))?;
    if let Some(part) = fraction(words, at) {
        return Some(part);
    }
    let more = fraction(words, at + 1).filter(|part| part.value < 1.0);
    Some(more.map_or(Number { value, end: at + 1 }, |part| Number {
        value: value + part.value,
        end: part.end,
    }))
}

/// "1/2", "3/4".
fn fraction(words: &Words<'_>, at: usize) -> Option<Number> {
    if !words.is(at + 1, "/") {
        return None;
    }
    let (above, below) = (figure(words.lower(at))?, figure(words.lower(at + 2))?);
    let proper = above < below && below <= 16.0 && !words.is(at + 3, "/");
    proper.then_some(Number {
        value: above / below,
        end: at + 3,
    })
}

fn spelled(words: &Words<'_>, at: usize) -> Option<Number> {
    let (mut value, mut end) = below_hundred(words, at).or_else(|| {
        (words.any(at, &["a", "one"]) && words.entry(at + 1).scale.is_some()).then_some((1, at + 1))
    })?;
    let mut total = 0;
    while let Some(scale) = words
        .entry(end)
        .scale
        .filter(|_| words.lower(end).len() > 2)
    {
        end += 1;
        if scale == 100 {
            value *= scale;
        } else {
            total += value * scale;
            value = 0;
        }
        let next = words.skip(end, &["and"]);
        if let Some((rest, after)) = below_hundred(words, next) {
            value += rest;
            end = after;
        }
    }
    Some(Number {
        value: (total + value) as f64,
        end,
    })
}

fn below_hundred(words: &Words<'_>, at: usize) -> Option<(i64, usize)> {
    let first = words.entry(at).cardinal?;
    if first >= 20 {
        let next = words.skip_hyphen(at + 1);
        if let Some(ones) = words
            .entry(next)
            .cardinal
            .filter(|ones| (1..10).contains(ones))
        {
            return Some((first + ones, next + 1));
        }
    }
    Some((first, at + 1))
}

/// A year in words: "nineteen ninety-six", "two thousand six".
#[must_use]
pub(crate) fn spelled_year(words: &Words<'_>, at: usize) -> Option<(i16, usize)> {
    let first = words.entry(at).cardinal?;
    if (13..=20).contains(&first) {
        let next = words.skip_hyphen(at + 1);
        let (rest, end) = below_hundred(words, next)?;
        return (rest >= 10).then_some(((first * 100 + rest) as i16, end));
    }
    let (value, end) = whole(words, at)?;
    ((2000..2100).contains(&value) && words.is(at + 1, "thousand")).then_some((value as i16, end))
}
