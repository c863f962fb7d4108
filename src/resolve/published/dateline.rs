//! The date in a dateline: "KYIV, Dec 13 (Agency) –", "LONDON, May 3, 1998", or a line that is a date and nothing else.

use jiff::civil::Date;

use crate::annotate::Annotated;
use crate::span::Span;

use super::super::times::Recognised;
use super::super::times::calendar::Period;
use super::super::times::meaning::{Base, Meaning, Part};

/// The farthest that a dateline's date stands from the beginning of its paragraph, in bytes.
const REACH: usize = 60;
/// Paragraphs at the beginning of a text that may hold the dateline.
const PARAGRAPHS: usize = 3;

/// A date in a dateline: the day, or month and day where the year is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dateline {
    /// Fully told.
    Day(Date),
    /// Without a year.
    MonthDay(i8, i8),
}

/// The dateline's date, if there is one.
pub(super) fn find(annotated: &Annotated, recognised: &[Recognised]) -> Option<Dateline> {
    let paragraphs = annotated.document.paragraphs.iter().take(PARAGRAPHS);
    paragraphs
        .filter_map(|paragraph| {
            let first = recognised
                .iter()
                .find(|found| paragraph.span.contains(found.span))?;
            let date = date_of(first)?;
            is_dateline(&annotated.document.text, paragraph.span, first.span).then_some(date)
        })
        .next()
}

fn date_of(expression: &Recognised) -> Option<Dateline> {
    match &expression.meaning {
        Meaning::Calendar {
            base: Base::Fixed(Period::Day(day)),
            ..
        } => Some(Dateline::Day(*day)),
        Meaning::Calendar {
            base:
                Base::Open {
                    part: Part::MonthDay(month, day) | Part::DatedWeekday(month, day, _),
                    ..
                },
            ..
        } => Some(Dateline::MonthDay(*month, *day)),
        _ => None,
    }
}

fn is_dateline(text: &str, paragraph: Span, date: Span) -> bool {
    if paragraph == date {
        return true;
    }
    let before = text[paragraph.start..date.start].trim_end();
    let place = before.strip_suffix(',').unwrap_or(before);
    let named = before.ends_with(',') && is_name(place);
    let begins = before.len() <= REACH && (place.is_empty() || is_place(place) || named);
    begins && dash_follows(&text[date.end..paragraph.end])
}

/// Whether words are a place of a dateline: its first word in capitals, or all of it a short name before a comma.
fn is_place(words: &str) -> bool {
    let first = words.split([',', ' ', '/']).next().unwrap_or("");
    first.chars().count() > 1
        && first
            .chars()
            .all(|letter| letter.is_uppercase() || !letter.is_alphabetic())
}

/// Whether words are up to three with a capital each.
fn is_name(words: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    words.split_whitespace().all(capital) && words.split_whitespace().count() <= 3
}

/// Whether a dash or an agency in brackets with a dash follows.
fn dash_follows(rest: &str) -> bool {
    let rest = rest.trim_start();
    if is_dash(rest) {
        return true;
    }
    let agency = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    agency.is_some_and(|(name, after)| name.len() <= 30 && is_dash(after.trim_start()))
}

fn is_dash(text: &str) -> bool {
    ["-", "–", "—", "_"]
        .iter()
        .any(|dash| text.starts_with(dash))
}
