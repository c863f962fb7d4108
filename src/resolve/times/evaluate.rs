//! Values: what each meaning comes to, given the day of publication and the story so far.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::annotate::Annotated;

use super::super::{Published, TimeExpression};
use super::Recognised;
use super::calendar::{Period, Unit, shift};
use super::meaning::{Base, Clock, Direction, From, Length, Meaning, Model, Modifier, Part, Side};
use super::open;
use super::quoted::Quoted;
use super::tense::{self, Tense};
use super::vague;

/// How many expressions back a quarter still is the topic.
const NEAR: usize = 4;

/// Gives every expression its value and bounds: first as if all were told on the day of publication, then
/// those in quotation marks as of the day on which they were spoken.
pub(super) fn evaluate(
    recognised: &[Recognised],
    annotated: &Annotated,
    published: &Published,
) -> Vec<TimeExpression> {
    let now = published.value.or(published.earliest);
    let first = pass(recognised, annotated, now, |_, _| None);
    let quoted = Quoted::new(annotated, now);
    if quoted.is_empty() {
        return first;
    }
    pass(recognised, annotated, now, |expression, found| {
        quoted.day(expression, found, &first)
    })
}

/// Values in text order; `spoken` gives the day from which an expression counts where it is not publication.
fn pass(
    recognised: &[Recognised],
    annotated: &Annotated,
    now: Option<Date>,
    spoken: impl Fn(&Recognised, &[TimeExpression]) -> Option<Date>,
) -> Vec<TimeExpression> {
    let mut story = Story {
        now,
        told: Vec::new(),
        topic: None,
    };
    let mut found = Vec::with_capacity(recognised.len());
    for (index, expression) in recognised.iter().enumerate() {
        let tense = tense::around(annotated, expression.tokens.clone());
        let linked = linked_year(recognised, index, annotated);
        story.now = spoken(expression, &found).or(now);
        found.push(story.value(expression, tense, linked));
    }
    found
}

/// The reference times of a text.
struct Story {
    now: Option<Date>,
    /// Periods told of so far.
    told: Vec<Period>,
    /// The quarter that the text is about, with the number of periods told of when it last was.
    topic: Option<(Period, usize)>,
}

/// What a base comes to.
enum Value {
    Period(Period),
    Text(String),
}

impl Story {
    fn value(
        &mut self,
        expression: &Recognised,
        tense: Tense,
        linked: Option<i16>,
    ) -> TimeExpression {
        let (value, bounds) = match &expression.meaning {
            Meaning::Reference(reference) => {
                ((*reference).to_owned(), self.reference_bounds(reference))
            }
            Meaning::Set(value) => (value.clone(), (None, None)),
            Meaning::Duration { length, side } => {
                self.lengthen(length);
                (length.value(), self.length_bounds(length, *side))
            }
            Meaning::Calendar { base, clock } => {
                self.calendar(base, clock.as_ref(), expression.modifier, tense, linked)
            }
        };
        TimeExpression {
            span: expression.span,
            tokens: expression.tokens.clone(),
            kind: expression.kind,
            value,
            modifier: expression.modifier.and_then(Modifier::timex),
            earliest: bounds.0,
            latest: bounds.1,
        }
    }

    fn calendar(
        &mut self,
        base: &Base,
        clock: Option<&Clock>,
        modifier: Option<Modifier>,
        tense: Tense,
        linked: Option<i16>,
    ) -> (String, (Option<Date>, Option<Date>)) {
        let linked = linked.and_then(|year| match base {
            Base::Open { part, .. } => open::in_year(*part, year).map(Value::Period),
            _ => None,
        });
        let time = clock.map_or(String::new(), Clock::value);
        match linked.unwrap_or_else(|| self.base(base, tense)) {
            Value::Period(period) => {
                self.tell(period, base);
                let (start, end) = vague::bounds(period, modifier, self.now);
                (period.value() + &time, (Some(start), Some(end)))
            }
            Value::Text(text) => {
                let bounds = self.reference_bounds(&text);
                (text + &time, bounds)
            }
        }
    }

    /// A told length of months or years takes the text off its quarter ("the nine months").
    fn lengthen(&mut self, length: &Length) {
        let long = matches!(length.unit, Unit::Month | Unit::Year) && length.amount.is_some();
        if let Some((_, at)) = self.topic.as_mut().filter(|_| long) {
            *at = at.saturating_sub(NEAR);
        }
    }

    fn tell(&mut self, period: Period, base: &Base) {
        self.told.push(period);
        let compared = matches!(
            base,
            Base::YearsAway { .. }
                | Base::Within {
                    part: Part::Quarter(0),
                    ..
                }
        );
        match (period, self.topic) {
            (Period::Quarter(..), Some((topic, _))) if compared => {
                self.topic = Some((topic, self.told.len()));
            }
            (Period::Quarter(..), _) if !compared => self.topic = Some((period, self.told.len())),
            _ => {}
        }
    }

    fn base(&self, base: &Base, tense: Tense) -> Value {
        let period = match base {
            Base::Fixed(period) => Some(*period),
            Base::Open { part, direction } => self.open(*part, *direction, tense),
            Base::Within { part, whole } => match self.base(whole, tense) {
                Value::Period(whole) => self.within(*part, whole),
                Value::Text(_) => None,
            },
            Base::Shifted {
                amount,
                unit,
                grain,
                from,
            } => self.shifted(*amount, *unit, *grain, *from, tense),
            Base::YearsAway { years, model } => self.years_away(*years, *model),
            Base::TheQuarter => self.quarter(),
            Base::Vague(reference) => return Value::Text((*reference).to_owned()),
        };
        period.map_or_else(|| Value::Text(vague::undated(base)), Value::Period)
    }

    fn open(&self, part: Part, direction: Direction, tense: Tense) -> Option<Period> {
        let now = self.now?;
        if let Part::Quarter(quarter) = part
            && direction == Direction::Open
        {
            return Some(quarter_near(quarter, tense, now));
        }
        open::choose(part, direction, tense, now, self.day().unwrap_or(now))
    }

    /// The day told of last.
    fn day(&self) -> Option<Date> {
        self.told.iter().rev().find_map(|period| match period {
            Period::Day(date) => Some(*date),
            _ => None,
        })
    }

    /// First day of the period told of last that is no longer than a unit; where the clause is not about the future,
    /// what lies ahead of publication is passed over if anything else was told of.
    fn reference(&self, unit: Unit, tense: Tense) -> Option<Date> {
        let starts = || {
            let fitting = self
                .told
                .iter()
                .rev()
                .filter(|period| period.unit() <= unit);
            fitting.map(|period| period.bounds().0)
        };
        let behind = starts()
            .find(|start| tense == Tense::Future || self.now.is_none_or(|now| *start <= now));
        behind.or_else(|| starts().next()).or(self.now)
    }

    fn shifted(
        &self,
        amount: i64,
        unit: Unit,
        grain: Unit,
        from: From,
        tense: Tense,
    ) -> Option<Period> {
        let reference = match from {
            From::Now => self.now,
            From::Story => self.reference(unit.max(Unit::Day), tense),
        }?;
        if unit.is_clock() {
            return Some(Period::Day(hours_away(reference, unit, amount)));
        }
        Some(Period::holding(grain, shift(reference, unit, amount)))
    }

    fn within(&self, part: Part, whole: Period) -> Option<Period> {
        let year = whole.bounds().0.year();
        match (part, whole) {
            (Part::Weekday(day), Period::Week(..)) => {
                open::weekday(whole.bounds().0, day, 0).map(Period::Day)
            }
            (Part::Quarter(0), _) => match self.topic {
                Some((Period::Quarter(_, quarter), _)) => Some(Period::Quarter(year, quarter)),
                _ => Some(whole),
            },
            _ => open::in_year(part, year),
        }
    }

    /// The quarter that the text is about: told of before, else the last one that is over.
    fn quarter(&self) -> Option<Period> {
        let last = self
            .now
            .map(|now| Period::holding(Unit::Quarter, shift(now, Unit::Quarter, -1)));
        self.topic.map(|(topic, _)| topic).or(last)
    }

    fn years_away(&self, years: i16, model: Model) -> Option<Period> {
        let near = self
            .topic
            .filter(|(_, at)| self.told.len() - at < NEAR)
            .map(|(topic, _)| topic);
        let told = match model {
            Model::Quarter => self.quarter(),
            Model::NearQuarter => near.or(self.now.map(|now| Period::Year(now.year()))),
            Model::Any => near.or_else(|| {
                let year = self
                    .reference(Unit::Year, Tense::Future)
                    .map(|date| Period::Year(date.year()));
                self.told
                    .last()
                    .copied()
                    .filter(|period| period.unit() >= Unit::Month)
                    .or(year)
            }),
        };
        Some(told?.add_years(years))
    }

    fn reference_bounds(&self, reference: &str) -> (Option<Date>, Option<Date>) {
        match reference {
            "PRESENT_REF" => (self.now, self.now),
            "PAST_REF" => (None, self.now),
            "FUTURE_REF" => (self.now, None),
            _ => (None, None),
        }
    }

    fn length_bounds(&self, length: &Length, side: Side) -> (Option<Date>, Option<Date>) {
        let Some(now) = self.now else {
            return (None, None);
        };
        let away = |sign: i64| {
            length
                .amount
                .map(|amount| shift(now, length.unit, sign * amount))
        };
        match side {
            Side::Free => (None, None),
            Side::Past => (away(-1), Some(now)),
            Side::Future => (Some(now), away(1)),
        }
    }
}

/// A quarter by its number: of this year, or of the last where it would lie far ahead.
fn quarter_near(quarter: i8, tense: Tense, now: Date) -> Period {
    let this = Period::Quarter(now.year(), quarter);
    let (start, end) = this.bounds();
    if tense == Tense::Future {
        let long_over = end < now.saturating_sub(4.months());
        return if long_over { this.add_years(1) } else { this };
    }
    let far_ahead = start > now.saturating_add(3.months());
    if far_ahead { this.add_years(-1) } else { this }
}

/// The day so many hours or minutes away: whole days only, for the hour of publication is not known.
fn hours_away(date: Date, unit: Unit, amount: i64) -> Date {
    let hours = if unit == Unit::Hour { amount } else { 0 };
    date.saturating_add((hours / 24).days())
}

/// The year of the date to which an open one is linked ("between March and June 2014").
fn linked_year(recognised: &[Recognised], index: usize, annotated: &Annotated) -> Option<i16> {
    let next = recognised.get(index + 1)?;
    let this = &recognised[index];
    let month = match &this.meaning {
        Meaning::Calendar {
            base:
                Base::Open {
                    part: Part::Month(month) | Part::MonthDay(month, _),
                    direction: Direction::Open,
                },
            ..
        } => *month,
        _ => return None,
    };
    let (year, last) = match &next.meaning {
        Meaning::Calendar {
            base: Base::Fixed(Period::Month(year, last)),
            ..
        } => (*year, *last),
        Meaning::Calendar {
            base: Base::Fixed(Period::Day(date)),
            ..
        } => (date.year(), date.month()),
        _ => return None,
    };
    let between = annotated
        .document
        .text
        .get(this.span.end..next.span.start)?
        .trim();
    let linked = matches!(
        between,
        "and" | "to" | "until" | "through" | "-" | "–" | "or" | "till" | "," | ", and"
    );
    linked.then_some(if month > last { year - 1 } else { year })
}
