//! Quantities: numbers with unit, bounds and the situation that they measure.
//!
//! A number counts where a noun, a currency, a percent sign or a verb of outcome ("killed 12") gives it a unit;
//! numbers within time expressions, names and ordinals are none.

mod amount;
mod lexicon;
mod measure;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::annotate::{Annotated, NameLabel};
use crate::resolve::times::words::Words;
use crate::resolve::{Resolved, TimeExpression};

use super::{Quantity, SituationId};

/// The quantities of a text, each with the nearest situation whose trigger governs what is counted.
///
/// `situations` gives the situation of each trigger token.
#[must_use]
pub fn quantities(resolved: &Resolved, situations: &BTreeMap<usize, SituationId>) -> Vec<Quantity> {
    find(&resolved.annotated, &resolved.times, situations)
}

fn find(
    annotated: &Annotated,
    times: &[TimeExpression],
    situations: &BTreeMap<usize, SituationId>,
) -> Vec<Quantity> {
    let words = Words::new(annotated);
    let taken = taken(annotated, times);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((quantity, end)) = quantity(&words, at, &taken, situations) else {
            at += 1;
            continue;
        };
        at = end;
        found.push(quantity);
    }
    found
}

/// Tokens of time expressions and names, which hold no quantity.
fn taken(annotated: &Annotated, times: &[TimeExpression]) -> Vec<bool> {
    let mut taken = vec![false; annotated.tokens.len()];
    for time in times {
        taken[time.tokens.clone()].fill(true);
    }
    for name in &annotated.names {
        let named = !matches!(
            name.label,
            NameLabel::Cardinal
                | NameLabel::Money
                | NameLabel::Percent
                | NameLabel::Quantity
                | NameLabel::Date
                | NameLabel::Time
        );
        if named {
            taken[name.tokens.clone()].fill(true);
        }
    }
    taken
}

fn quantity(
    words: &Words<'_>,
    at: usize,
    taken: &[bool],
    situations: &BTreeMap<usize, SituationId>,
) -> Option<(Quantity, usize)> {
    let amount = amount::parse(words, at)?;
    let number = words.get(amount.number)?.token;
    if taken[number] || (amount.value == Some(1.0) && words.is(amount.number, "one")) {
        return None;
    }
    let measure = measure::measure(words, &amount)?;
    let annotated = words.annotated;
    let situation = measure::governors(annotated, measure.counted)
        .into_iter()
        .find_map(|token| situations.get(&token).copied());
    let quantity = Quantity {
        span: words.span(amount.start, measure.end),
        value: amount.value,
        min: amount.min,
        max: amount.max,
        approximate: amount.approximate,
        unit: measure.unit,
        situation,
    };
    Some((quantity, measure.end))
}
