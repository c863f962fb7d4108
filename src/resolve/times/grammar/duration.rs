//! Lengths of time: "two years", "a 30-day", "the past three months", "half an hour", "for decades".

use super::super::TimexType;
use super::super::calendar::Unit;
use super::super::lexicon::lexicon;
use super::super::meaning::{Length, Meaning, Modifier, Side};
use super::super::number;
use super::super::words::Words;
use super::{Match, context};

fn found(start: usize, end: usize, length: Length, side: Side) -> Match {
    Match {
        start,
        end,
        kind: TimexType::Duration,
        meaning: Meaning::Duration { length, side },
        modifier: None,
    }
}

/// The length of time that begins at a word.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Match> {
    sided(words, at)
        .or_else(|| counted(words, at))
        .or_else(|| ahead(words, at))
        .or_else(|| bare_plural(words, at))
        .or_else(|| the_year_ended(words, at))
        .or_else(|| joined(words, at))
}

/// "two years", "a five-day", "half an hour": a counted length with what may follow it.
pub(super) fn counted(words: &Words<'_>, at: usize) -> Option<Match> {
    let (length, mut end) = length(words, at, false)?;
    let mut result = found(at, end, length, Side::Free);
    if words.is(end, "or") && words.any(end + 1, &["so", "more"]) {
        end += 2;
        let more = words.is(end - 1, "more");
        result.modifier = Some(Modifier::Exactness(if more {
            "EQUAL_OR_MORE"
        } else {
            "APPROX"
        }));
        result.end = end;
    } else if words.is_hyphen_or_word(end, "long") {
        result.end = words.skip_hyphen(end) + 1;
    }
    let rate = words.any(result.end, &["a", "per"]) && words.entry(result.end + 1).unit.is_some();
    (!rate && !is_age(words, result.end)).then_some(result)
}

/// Whether "old" follows: an age is no length of a time told.
fn is_age(words: &Words<'_>, end: usize) -> bool {
    let next = words.skip_hyphen(end);
    words.any(next, &["old", "olds"]) || words.is(end, "of") && words.is(end + 1, "age")
}

/// Amount and unit that begin at a word. `with_a`: "a week" counts wherever it stands.
pub(super) fn length(words: &Words<'_>, at: usize, with_a: bool) -> Option<(Length, usize)> {
    let (length, end) = half(words, at)
        .or_else(|| numbered(words, at))
        .or_else(|| unnumbered(words, at))
        .or_else(|| one(words, at, with_a))?;
    Some(and_a_half(words, length, end))
}

/// "half an hour", "half a century", "a half-century", "half-hour", "quarter of a century".
fn half(words: &Words<'_>, at: usize) -> Option<(Length, usize)> {
    let start = words.skip(at, &["a"]);
    let half = words.is(start, "half");
    let quarter = words.is(start, "quarter");
    if !half && !quarter {
        return None;
    }
    let next = words.skip_hyphen(words.skip(start + 1, &["of"]));
    let next = words.skip(next, &["a", "an"]);
    let unit = words.entry(next).unit.filter(|_| next > start + 1)?;
    if quarter {
        return (unit == Unit::Century).then(|| (Length::exact(25, Unit::Year), next + 1));
    }
    let length = Length {
        amount: Some(0),
        unit,
        half: true,
    };
    Some((length, next + 1))
}

/// "two years", "three more weeks", "30-day", "two or three months", "2.5 years".
fn numbered(words: &Words<'_>, at: usize) -> Option<(Length, usize)> {
    if context::follows(words, at, &["$", "£", "€", "no.", "-"]) {
        return None;
    }
    let first = number::number(words, at)?;
    let (value, mut end) = (first.value, range_end(words, first.end));
    let half = words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "half");
    if half {
        end += 3;
    }
    let hyphen = words.skip_hyphen(end);
    while words.entry(end).filler && end < first.end + 8 {
        end += 1;
    }
    let entry = words.entry(if hyphen > end { hyphen } else { end });
    let end = hyphen.max(end);
    let fraction_word = entry.plural_unit == Some(Unit::Quarter) && hyphen > first.end;
    if fraction_word {
        return None;
    }
    let unit = entry.plural_unit.or_else(|| {
        entry
            .unit
            .filter(|unit| *unit != Unit::Second || value > 1.0 || hyphen > first.end)
    })?;
    let ordinal_time =
        value < 1.0 || (unit == Unit::Quarter && hyphen == first.end && value == 1.0);
    if ordinal_time {
        return None;
    }
    let fraction = value.fract();
    let length = Length {
        amount: Some(value as i64),
        unit,
        half: half || (fraction - 0.5).abs() < 0.01,
    };
    (fraction == 0.0 || length.half).then_some((length, end + 1))
}

/// The word after the second number of "two or three", "10 to 12", "5-6".
fn range_end(words: &Words<'_>, at: usize) -> usize {
    if !words.any(at, &["or", "to", "-", "–"]) {
        return at;
    }
    number::whole(words, at + 1).map_or(at, |(_, end)| end)
}

/// "several years", "a few days", "a couple of weeks", "many more months".
fn unnumbered(words: &Words<'_>, at: usize) -> Option<(Length, usize)> {
    let start = words.skip(at, &["a"]);
    let couple = words.is(start, "couple");
    let vague = words.entry(start).vague && (words.is(start, "few") || start == at);
    if !couple && !vague {
        return None;
    }
    let mut next = words.skip(start + 1, &["of"]);
    if words.is(start, "several") {
        next = words.skip_hyphen(next);
    }
    while words.entry(next).filler {
        next += 1;
    }
    let entry = words.entry(next);
    let singular = entry
        .unit
        .filter(|_| next > start + 1 && words.is(next - 1, "-"));
    let unit = entry.plural_unit.or(singular)?;
    let length = if couple {
        Length::exact(2, unit)
    } else {
        Length::vague(unit)
    };
    Some((length, next + 1))
}

/// "a week", "an hour", "an additional year": where it is a length and not a rate.
fn one(words: &Words<'_>, at: usize, anywhere: bool) -> Option<(Length, usize)> {
    if !words.any(at, &["a", "an"]) {
        return None;
    }
    let mut next = at + 1;
    while words.entry(next).filler {
        next += 1;
    }
    let unit = words
        .entry(next)
        .unit
        .filter(|unit| *unit != Unit::Second && *unit != Unit::Quarter)?;
    let placed = context::follows(
        words,
        at,
        &[
            "for", "in", "within", "after", "over", "than", "about", "nearly", "almost", "least",
            "around", "of", "under", "just", "barely",
        ],
    );
    let rate = words.is(at - usize::from(at > 0), "of")
        && context::follows(words, at - 1, &["percent", "%"]);
    let joined =
        words.is(next + 1, "-") || words.is(next + 1, "'s") || context::is_noun(words, next + 1);
    let counted =
        words.is(next + 1, "and") && words.is(next + 2, "a") && words.is(next + 3, "half");
    let stands = anywhere || next > at + 1 || counted || (placed && !rate && !joined);
    let followed = words.any(next + 1, &["after", "before", "since"]);
    (stands || followed && !joined).then(|| (Length::exact(1, unit), next + 1))
}

/// "a minute and a half".
fn and_a_half(words: &Words<'_>, length: Length, end: usize) -> (Length, usize) {
    let half = words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "half");
    if half {
        (
            Length {
                half: true,
                ..length
            },
            end + 3,
        )
    } else {
        (length, end)
    }
}

/// "the past three years", "the next ten days", "the first nine months", "recent weeks", "the four days".
fn sided(words: &Words<'_>, at: usize) -> Option<Match> {
    let mut next = words.skip(at, &["the", "these", "those", "this"]);
    let definite = next > at;
    let mut side = Side::Free;
    let mut moved = false;
    loop {
        match words.lower(next) {
            "past" | "last" | "recent" | "previous" | "preceding" | "latest" => side = Side::Past,
            "next" | "coming" | "upcoming" => side = Side::Future,
            "first" | "following" | "final" | "early" | "opening" | "prior" | "intervening" => {}
            _ => break,
        }
        moved = true;
        next += 1;
    }
    if !moved {
        let counted = length(words, next, false).filter(|(length, end)| {
            definite && length.amount.is_some_and(|amount| amount > 1) && plural(words, *end)
        });
        return counted
            .filter(|(_, end)| !is_age(words, *end))
            .map(|(length, end)| found(at, end, length, side));
    }
    let (length, end) = length(words, next, false)
        .filter(|(length, _)| length.amount != Some(1))
        .or_else(|| plural_after_side(words, next))
        .or_else(|| past_unit(words, next, definite))?;
    let mut result = found(at, end, length, side);
    if words.is(end, "or") && words.is(end + 1, "so") {
        result.end += 2;
        result.modifier = Some(Modifier::Exactness("APPROX"));
    }
    Some(result)
}

fn plural(words: &Words<'_>, end: usize) -> bool {
    words.entry(end - 1).plural_unit.is_some()
}

/// "the weeks ahead".
fn ahead(words: &Words<'_>, at: usize) -> Option<Match> {
    let unit = words
        .entry(at + 1)
        .plural_unit
        .filter(|_| words.is(at, "the") && words.is(at + 2, "ahead"))?;
    Some(found(at, at + 3, Length::vague(unit), Side::Future))
}

fn plural_after_side(words: &Words<'_>, at: usize) -> Option<(Length, usize)> {
    let early = words.is(at - 1, "early");
    let unit = words
        .entry(at)
        .plural_unit
        .filter(|unit| !(early && unit.is_clock()))?;
    Some((Length::vague(unit), at + 1))
}

/// "the past year", "the past decade".
fn past_unit(words: &Words<'_>, at: usize, definite: bool) -> Option<(Length, usize)> {
    let unit = words
        .entry(at)
        .unit
        .filter(|unit| *unit >= Unit::Week || *unit == Unit::Hour)?;
    (definite && words.is(at - 1, "past") && unit != Unit::Quarter)
        .then(|| (Length::exact(1, unit), at + 1))
}

/// "for years", "after weeks of", "within hours", "weeks or months".
fn bare_plural(words: &Words<'_>, at: usize) -> Option<Match> {
    let unit = words
        .entry(at)
        .plural_unit
        .filter(|unit| *unit != Unit::Quarter)?;
    let placed = context::follows(
        words,
        at,
        &[
            "for",
            "in",
            "within",
            "after",
            "over",
            "throughout",
            "of",
            "than",
            "follows",
            "following",
            "followed",
            "amid",
            "despite",
        ],
    );
    let group =
        context::follows(words, at, &["of"]) && at >= 2 && words.entry(at - 2).group.is_some();
    let followed = words.any(at + 1, &["of", "later", "ago", "earlier", "ahead"]);
    if group
        || !(placed && !context::follows(words, at, &["of", "than"])
            || followed && !words.is(at + 1, "of"))
    {
        return None;
    }
    let mut end = at + 1;
    if words.any(end, &["or", "and"]) && words.entry(end + 1).plural_unit.is_some() {
        end += 2;
    }
    Some(found(at, end, Length::vague(unit), Side::Free))
}

/// "the year ended March 31", "the quarter ending in June": the length of it.
fn the_year_ended(words: &Words<'_>, at: usize) -> Option<Match> {
    let noun = words.skip(words.skip(at, &["the"]), &["fiscal"]);
    let unit = words
        .entry(noun)
        .unit
        .filter(|unit| matches!(unit, Unit::Year | Unit::Month | Unit::Week))?;
    let ended = words.any(noun + 1, &["ended", "ending"]) && noun > at;
    ended.then(|| found(at, noun + 1, Length::exact(1, unit), Side::Free))
}

/// "day-long", "weeklong", "decades-long".
fn joined(words: &Words<'_>, at: usize) -> Option<Match> {
    let entry = words.entry(at);
    let long = words.skip_hyphen(at + 1);
    if long > at + 1 && words.is(long, "long") {
        let length = entry
            .unit
            .map(|unit| Length::exact(1, unit))
            .or_else(|| entry.plural_unit.map(Length::vague))?;
        return Some(found(at, long + 1, length, Side::Free));
    }
    let unit = lexicon()
        .entry(words.lower(at).strip_suffix("long")?)
        .unit?;
    Some(found(at, at + 1, Length::exact(1, unit), Side::Free))
}

/// "some time", "a while": lengths by phrase.
pub(super) fn vague(words: &Words<'_>, at: usize) -> Option<Match> {
    let (end, value) = lexicon().vague_lengths.find(words, at)?;
    let placed = context::follows(words, at, &["for", "after", "in", "quite", "within"]);
    let unit = match value.as_str() {
        "PXM" => Unit::Month,
        "PXY" => Unit::Year,
        "PTXS" => Unit::Second,
        _ => Unit::Day,
    };
    placed.then(|| found(at, end, Length::vague(unit), Side::Free))
}
