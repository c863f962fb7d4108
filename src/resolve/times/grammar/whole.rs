//! Seasons and units that stand without a word that shifts them: "the summer of 1998", "the year", "year-end".

use super::super::calendar::{Period, Season, Unit};
use super::super::meaning::{Base, Clock, Direction, From, Part};
use super::super::words::Words;
use super::deictic::{base, shifted_year};
use super::{Calendar, clock, context, dates};

/// Whether a season's name is a season: "fall" only as a noun, "Spring" not in a name.
pub(super) fn season_stands(words: &Words<'_>, at: usize) -> bool {
    context::is_noun(words, at)
        && !words
            .get(at)
            .is_some_and(|word| word.capital && context::is_proper(words, at + 1))
}

/// "the summer of 1998", "spring 2013", "in winter", "this summer" is read elsewhere.
pub(super) fn season(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let start = words.skip(at, &["the"]);
    let season = words
        .entry(start)
        .season
        .filter(|_| season_stands(words, start))?;
    let next = words.skip(start + 1, &["of", ","]);
    if let Some(year) = dates::year(words, next).or_else(|| shifted_year(words, next)) {
        return Some(Calendar::new(
            Base::Within {
                part: Part::Season(season),
                whole: Box::new(year.base),
            },
            year.end,
        ));
    }
    let stands = start > at || season != Season::Autumn || words.is(start, "autumn");
    let placed = context::follows_preposition(words, at)
        || context::follows(words, at, &["early", "late", "mid", "-"]);
    (stands && placed).then(|| Calendar::open(Part::Season(season), Direction::Open, start + 1))
}

/// "the weekend", "the year", "the week", "in the morning", "year-end".
pub(super) fn bare_unit(words: &Words<'_>, at: usize) -> Option<Calendar> {
    if let Some(found) = year_end(words, at) {
        return Some(found);
    }
    if !words.is(at, "the") {
        return None;
    }
    let noun = words.skip(
        words.skip(at + 1, &["full", "current", "whole", "latest"]),
        &["fiscal", "calendar"],
    );
    if words.is(noun, "weekend") {
        return Some(Calendar::open(Part::Weekend, Direction::Open, noun + 1));
    }
    if let Some(part) = clock::part_of_day(words, noun) {
        let stands = context::follows(words, at, &["in", "during"]);
        return stands.then(|| Calendar::story_day(Clock::Part(part), noun + 1));
    }
    let unit = words.entry(noun).unit?;
    let placed = context::follows(
        words,
        at,
        &["in", "for", "of", "during", "over", "throughout", "before"],
    );
    let open = !words.any(
        noun + 1,
        &[
            "ended", "ending", "to", "that", "when", "before", "after", "since", "of", "-", "in",
            "and",
        ],
    );
    let stands = placed && open && !context::is_noun(words, noun + 1);
    match unit {
        Unit::Year | Unit::Month | Unit::Week if stands => {
            Some(Calendar::new(base(0, unit, unit, From::Now), noun + 1))
        }
        _ => None,
    }
}

/// A unit after "later in", "the end of": "the day", "the year", "the month", "the week".
pub(super) fn whole_unit(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let noun = words.skip(at, &["the"]);
    let unit = words.entry(noun).unit.filter(|unit| *unit >= Unit::Day)?;
    let open = !words.any(noun + 1, &["ended", "ending", "that", "when", "-"]) && noun > at;
    let from = if unit == Unit::Day {
        From::Story
    } else {
        From::Now
    };
    open.then(|| Calendar::new(base(0, unit, unit, from), noun + 1))
}

/// "year-end", "year's end", "year end 1990".
fn year_end(words: &Words<'_>, at: usize) -> Option<Calendar> {
    if !words.is(at, "year") {
        return None;
    }
    let end = words.skip_hyphen(words.skip(at + 1, &["'s"]));
    if !words.is(end, "end") {
        return None;
    }
    if let Some(year) = dates::year(words, end + 1)
        && let Base::Fixed(Period::Year(_)) = year.base
    {
        return Some(year);
    }
    Some(Calendar::new(dates::this_year(0), end + 1))
}
