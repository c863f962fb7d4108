//! The grammar of time expressions: at each word the longest match of a few rules.

mod clock;
mod context;
mod dates;
mod deictic;
mod duration;
mod fiscal;
mod set;
mod whole;

use super::TimexType;
use super::calendar::Period;
use super::lexicon::lexicon;
use super::meaning::{Base, Clock, Direction, From, Meaning, Modifier, Part};
use super::words::Words;

/// A match: the words from `start` to before `end`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Match {
    /// First word.
    pub start: usize,
    /// Word after the last.
    pub end: usize,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// What it means.
    pub meaning: Meaning,
    /// Which part, or how exact.
    pub modifier: Option<Modifier>,
}

/// A time of the calendar with the word after it.
#[derive(Clone, Debug, PartialEq)]
struct Calendar {
    base: Base,
    clock: Option<Clock>,
    end: usize,
}

impl Calendar {
    const fn new(base: Base, end: usize) -> Self {
        Self {
            base,
            clock: None,
            end,
        }
    }

    const fn open(part: Part, direction: Direction, end: usize) -> Self {
        Self::new(Base::Open { part, direction }, end)
    }

    /// The day that the text is at.
    fn story_day(clock: Clock, end: usize) -> Self {
        Self {
            base: Base::Shifted {
                amount: 0,
                unit: super::calendar::Unit::Day,
                grain: super::calendar::Unit::Day,
                from: From::Story,
            },
            clock: Some(clock),
            end,
        }
    }

    fn into_match(self, start: usize, modifier: Option<Modifier>) -> Match {
        let kind = if self.clock.is_some() {
            TimexType::Time
        } else {
            TimexType::Date
        };
        Match {
            start,
            end: self.end,
            kind,
            meaning: Meaning::Calendar {
                base: self.base,
                clock: self.clock,
            },
            modifier,
        }
    }
}

/// All time expressions of a text in text order, not overlapping.
#[must_use]
pub(super) fn matches(words: &Words<'_>) -> Vec<Match> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((end, ())) = lexicon().not_times.find(words, at) {
            at = end;
        } else if let Some(longest) = longest(words, at) {
            at = longest.end;
            found.push(longest);
            at = second_day(words, at, &mut found);
        } else {
            at += 1;
        }
    }
    found
}

type Rule = fn(&Words<'_>, usize) -> Option<Match>;

const RULES: &[Rule] = &[
    plain_calendar,
    partial_calendar,
    approximate,
    set::parse,
    reference,
    duration::parse,
    duration::vague,
];

fn longest(words: &Words<'_>, at: usize) -> Option<Match> {
    let mut best: Option<Match> = None;
    for rule in RULES {
        if let Some(found) = rule(words, at)
            && best.as_ref().is_none_or(|best| best.end < found.end)
        {
            best = Some(found);
        }
    }
    best
}

fn plain_calendar(words: &Words<'_>, at: usize) -> Option<Match> {
    calendar(words, at).map(|found| found.into_match(at, None))
}

/// The longest time of the calendar that begins at a word, with a part of the day after it.
fn calendar(words: &Words<'_>, at: usize) -> Option<Calendar> {
    let candidates = [
        clock::parse(words, at),
        dates::parse(words, at),
        deictic::parse(words, at),
        fiscal::parse(words, at),
    ];
    let mut best: Option<Calendar> = None;
    for found in candidates.into_iter().flatten() {
        if best.as_ref().is_none_or(|best| best.end < found.end) {
            best = Some(found);
        }
    }
    best.map(|found| clock::part_after(words, found))
}

/// "early next year", "mid-July", "the end of the month", "later that day".
fn partial_calendar(words: &Words<'_>, at: usize) -> Option<Match> {
    let (after, part) = lexicon().parts.find(words, at)?;
    let modifier = match part.as_str() {
        "START" => Modifier::Start,
        "MID" => Modifier::Mid,
        "END" => Modifier::End,
        "EARLIER" => Modifier::Earlier,
        "LATER" => Modifier::Later,
        _ => Modifier::Within,
    };
    let mut next = words.skip_hyphen(after);
    if next == after && !words.is(after - 1, "of") {
        next = words.skip(after, &["in", "on"]);
    }
    if modifier == Modifier::Within {
        return None;
    }
    let found = calendar(words, next).or_else(|| whole::whole_unit(words, next))?;
    Some(found.into_match(at, Some(modifier)))
}

/// "about two years ago", "around Nov. 1", "at least 72 hours".
fn approximate(words: &Words<'_>, at: usize) -> Option<Match> {
    let (after, word) = lexicon().approximators.find(words, at)?;
    if word == "EXACT" {
        return None;
    }
    let modifier = Some(Modifier::Exactness(exactness(word)));
    if let Some(found) = deictic::ago(words, after) {
        return Some(found.into_match(at, modifier));
    }
    if let Some(mut found) = duration::counted(words, after) {
        found.start = at;
        found.modifier = modifier;
        return Some(found);
    }
    let found =
        calendar(words, after).filter(|found| word == "APPROX" && can_be_approximate(found))?;
    Some(found.into_match(at, modifier))
}

fn can_be_approximate(found: &Calendar) -> bool {
    let part = match &found.base {
        Base::Fixed(Period::Day(_) | Period::Month(..) | Period::Year(_)) => true,
        Base::Open { part, .. } => matches!(part, Part::MonthDay(..) | Part::DatedWeekday(..)),
        _ => false,
    };
    part || found.clock.is_some()
}

/// TIMEX3's word as a constant.
fn exactness(word: &str) -> &'static str {
    match word {
        "LESS_THAN" => "LESS_THAN",
        "MORE_THAN" => "MORE_THAN",
        "EQUAL_OR_LESS" => "EQUAL_OR_LESS",
        "EQUAL_OR_MORE" => "EQUAL_OR_MORE",
        _ => "APPROX",
    }
}

/// "now", "recently", "the future".
fn reference(words: &Words<'_>, at: usize) -> Option<Match> {
    if context::is_no_reference(words, at) {
        return None;
    }
    let (end, value) = lexicon().references.find(words, at)?;
    if !context::reference_stands(words, at, end) {
        return None;
    }
    Some(Match {
        start: at,
        end,
        kind: TimexType::Date,
        meaning: Meaning::Reference(match value.as_str() {
            "PRESENT_REF" => "PRESENT_REF",
            "PAST_REF" => "PAST_REF",
            _ => "FUTURE_REF",
        }),
        modifier: None,
    })
}

/// The second day of "April 24 and 25" and "March 3-5".
fn second_day(words: &Words<'_>, at: usize, found: &mut Vec<Match>) -> usize {
    let Some(Match {
        meaning: Meaning::Calendar { base, clock: None },
        ..
    }) = found.last()
    else {
        return at;
    };
    let Some((day, end)) = dates::day_after_link(words, at) else {
        return at;
    };
    let base = match base {
        Base::Open {
            part: Part::MonthDay(month, _),
            direction,
        } => Base::Open {
            part: Part::MonthDay(*month, day),
            direction: *direction,
        },
        _ => return at,
    };
    found.push(Calendar::new(base, end).into_match(at + 1, None));
    end
}
