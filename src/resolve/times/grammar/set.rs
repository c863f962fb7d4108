//! Repeated times: "daily", "every two years", "each July", "Mondays".

use super::super::TimexType;
use super::super::calendar::Unit;
use super::super::lexicon::lexicon;
use super::super::meaning::{Length, Meaning};
use super::super::number;
use super::super::words::Words;
use super::{Match, clock, context};

/// The set that begins at a word.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Match> {
    let (value, end) = adverb(words, at)
        .or_else(|| every(words, at))
        .or_else(|| plural_weekday(words, at))?;
    Some(Match {
        start: at,
        end,
        kind: TimexType::Set,
        meaning: Meaning::Set(value),
        modifier: None,
    })
}

fn adverb(words: &Words<'_>, at: usize) -> Option<(String, usize)> {
    let value = words.entry(at).set.clone()?;
    if context::is_plain_noun(words, at) {
        return None;
    }
    let named = context::is_proper(words, at) && words.get(at).is_some_and(|word| word.capital);
    (!named || at == 0).then_some((value, at + 1))
}

fn every(words: &Words<'_>, at: usize) -> Option<(String, usize)> {
    if !words.entry(at).set_word {
        return None;
    }
    let next = at + 1;
    let (amount, after) = if words.is(next, "other") {
        (2, next + 1)
    } else {
        number::whole(words, next).unwrap_or((1, next))
    };
    if words.is(after, "of") {
        return None;
    }
    Some((repeated(words, after, amount)?, after + 1))
}

/// TIMEX3 value of what comes again: a unit, weekday, month, season or part of the day.
fn repeated(words: &Words<'_>, at: usize, amount: i64) -> Option<String> {
    let entry = words.entry(at);
    if let Some(unit) = entry
        .unit
        .filter(|unit| *unit != Unit::Second || amount > 1)
        .or(entry.plural_unit)
    {
        return Some(Length::exact(amount, unit).value());
    }
    if let Some(day) = entry.weekday {
        return Some(format!("XXXX-WXX-{day}"));
    }
    if let Some(month) = entry.month.filter(|_| context::is_month(words, at)) {
        return Some(format!("XXXX-{month:02}"));
    }
    if let Some(season) = entry.season {
        return Some(format!("XXXX-{}", season.code()));
    }
    if words.is(at, "weekend") {
        return Some("XXXX-WXX-WE".to_owned());
    }
    if let Some((_, &holiday)) = lexicon().holiday_names.find(words, at) {
        let date = lexicon().holidays[holiday].date_in(2000)?;
        return Some(format!("XXXX-{:02}-{:02}", date.month(), date.day()));
    }
    clock::part_of_day(words, at).map(|part| format!("XXXX-XX-XXT{part}"))
}

/// "Mondays", "Friday nights".
fn plural_weekday(words: &Words<'_>, at: usize) -> Option<(String, usize)> {
    let word = words.get(at).filter(|word| word.capital)?;
    let day = word.entry.weekday?;
    let plural = word.lower.ends_with("days");
    let next = words.lower(at + 1);
    let part = clock::part_of_day(words, at + 1);
    if next.ends_with('s')
        && let Some(part) = part
    {
        return Some((format!("XXXX-WXX-{day}T{part}"), at + 2));
    }
    plural.then(|| (format!("XXXX-WXX-{day}"), at + 1))
}
