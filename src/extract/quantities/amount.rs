//! Amounts: a number with its bounds, in words ("at least 12", "10 to 12", "dozens of", "nearly two million").

use crate::resolve::times::number;
use crate::resolve::times::words::Words;

use super::lexicon::{Bound, lexicon};

/// A number as the text gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Amount {
    /// First word, with the phrase that bounds it.
    pub(super) start: usize,
    /// First word of the number.
    pub(super) number: usize,
    /// Word after the last of the number.
    pub(super) end: usize,
    /// The number, where it is told.
    pub(super) value: Option<f64>,
    /// The least.
    pub(super) min: Option<f64>,
    /// The most.
    pub(super) max: Option<f64>,
    /// Whether it is not exact.
    pub(super) approximate: bool,
}

/// The amount that begins at a word.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Amount> {
    let Some((after, &bound)) = lexicon().bounds.find(words, at) else {
        return bare(words, at);
    };
    let after = words.skip(after, &["about", "some", "an"]);
    let found = bare(words, after)?;
    Some(bounded(found, bound, at))
}

fn bounded(found: Amount, bound: Bound, start: usize) -> Amount {
    let found = Amount { start, ..found };
    let told = found.value.or(found.min);
    match bound {
        Bound::Min => Amount {
            value: None,
            min: told,
            max: None,
            ..found
        },
        Bound::Max => Amount {
            value: None,
            min: None,
            max: found.max.or(told),
            ..found
        },
        Bound::Approximate => Amount {
            approximate: true,
            ..found
        },
    }
}

fn bare(words: &Words<'_>, at: usize) -> Option<Amount> {
    range(words, at)
        .or_else(|| group(words, at))
        .or_else(|| single(words, at))
}

fn single(words: &Words<'_>, at: usize) -> Option<Amount> {
    let found = number::number(words, skip_sign(words, at))?;
    Some(Amount {
        start: at,
        number: at,
        end: found.end,
        value: Some(found.value),
        ..Amount::default()
    })
}

/// The word after a currency sign.
fn skip_sign(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(lexicon().signs.contains_key(words.lower(at)))
}

/// "10 to 12", "5-6", "between $5 and $7 billion".
fn range(words: &Words<'_>, at: usize) -> Option<Amount> {
    let between = words.any(at, &["between", "from"]);
    let start = at + usize::from(between);
    let first = number::number(words, skip_sign(words, start))?;
    let links: &[&str] = if words.is(at, "between") {
        &["and"]
    } else {
        &["to", "-", "–"]
    };
    if !words.any(first.end, links) {
        return None;
    }
    let second = number::number(words, skip_sign(words, first.end + 1))?;
    let low = scaled_like(first.value, second.value, words, second.end);
    (low < second.value).then_some(Amount {
        start: at,
        number: start,
        end: second.end,
        min: Some(low),
        max: Some(second.value),
        ..Amount::default()
    })
}

/// The first number of "5 to 7 billion" counts billions too.
fn scaled_like(first: f64, second: f64, words: &Words<'_>, end: usize) -> f64 {
    let scale = words.entry(end - 1).scale.unwrap_or(1) as f64;
    if first < scale && first * scale < second {
        first * scale
    } else {
        first
    }
}

/// "dozens", "hundreds of", "a dozen", "tens of thousands", "several hundred".
fn group(words: &Words<'_>, at: usize) -> Option<Amount> {
    if words.is(at, "tens") && words.is(at + 1, "of") {
        let scale = words.entry(at + 2).group? * 10;
        return Some(at_least(at, at + 3, scale as f64));
    }
    if words.is(at, "hundreds") && words.is(at + 1, "of") && words.is(at + 2, "thousands") {
        return Some(at_least(at, at + 3, 200_000.0));
    }
    if words.any(at, &["several", "few"])
        && let Some(scale) = words.entry(at + 1).scale
    {
        return Some(at_least(at, at + 2, 2.0 * scale as f64));
    }
    dozen(words, at).or_else(|| {
        let least = words.entry(at).group.filter(|_| !words.is(at, "dozen"))?;
        Some(at_least(at, at + 1, least as f64))
    })
}

/// "a dozen", "two dozen": a number that is not exact.
fn dozen(words: &Words<'_>, at: usize) -> Option<Amount> {
    let (count, noun) = if words.any(at, &["a", "one"]) {
        (1.0, at + 1)
    } else {
        let count = number::number(words, at)?;
        (count.value, count.end)
    };
    words.is(noun, "dozen").then(|| Amount {
        start: at,
        number: at,
        end: noun + 1,
        value: Some(count * 12.0),
        approximate: true,
        ..Amount::default()
    })
}

fn at_least(start: usize, end: usize, min: f64) -> Amount {
    Amount {
        start,
        number: start,
        end,
        min: Some(min),
        approximate: true,
        ..Amount::default()
    }
}
