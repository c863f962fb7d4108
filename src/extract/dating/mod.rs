//! Dating: when each situation is, by an expression of its own clause, by what governs it, or by tense.

use crate::annotate::Annotated;
use crate::resolve::times::tense::{self, Tense};
use crate::resolve::{Published, Resolved, TimeExpression, TimexType};

use super::{SituationTime, TimeBasis};

mod attach;

#[cfg(test)]
mod tests;

/// The time of each situation, from the head tokens of all its tellings, the first telling first.
///
/// `stated`: an expression of the clause of one of its tellings. `inherited`: the expression of a clause that governs
/// one of them. `tense`: bounded by the day of publication alone. `None` where nothing tells.
#[must_use]
pub fn date(tellings: &[Vec<usize>], resolved: &Resolved) -> Vec<Option<SituationTime>> {
    let attached = attach::attach(resolved);
    tellings
        .iter()
        .map(|tokens| {
            stated(tokens, &attached, resolved)
                .or_else(|| inherited(tokens, &attached, resolved))
                .or_else(|| by_tense(*tokens.first()?, &resolved.annotated, &resolved.published))
        })
        .collect()
}

fn stated(
    tokens: &[usize],
    attached: &attach::Attached,
    resolved: &Resolved,
) -> Option<SituationTime> {
    tokens
        .iter()
        .find_map(|&token| attached.own(token))
        .map(|found| at(found, TimeBasis::Stated, resolved))
}

fn inherited(
    tokens: &[usize],
    attached: &attach::Attached,
    resolved: &Resolved,
) -> Option<SituationTime> {
    tokens
        .iter()
        .find_map(|&token| attached.governing(token, &resolved.annotated))
        .map(|found| at(found, TimeBasis::Inherited, resolved))
}

fn at(found: attach::Expression, basis: TimeBasis, resolved: &Resolved) -> SituationTime {
    let expression = &resolved.times[found.index];
    let (earliest, latest) = match found.relation {
        attach::Relation::At => (expression.earliest, expression.latest),
        attach::Relation::Since => (expression.earliest, None),
        attach::Relation::Until => (None, expression.latest),
    };
    SituationTime {
        value: Some(value(expression, found.relation)),
        earliest,
        latest,
        basis,
        expression: Some(found.index),
    }
}

/// TIMEX3 value, with an open end for what goes on since then.
fn value(expression: &TimeExpression, relation: attach::Relation) -> String {
    let dated = matches!(expression.kind, TimexType::Date | TimexType::Time);
    match relation {
        attach::Relation::Since if dated => format!("{}/..", expression.value),
        attach::Relation::Until if dated => format!("../{}", expression.value),
        _ => expression.value.clone(),
    }
}

/// Past tense: not after publication. Future tense: not before it.
fn by_tense(token: usize, annotated: &Annotated, published: &Published) -> Option<SituationTime> {
    let (first, last) = (published.earliest?, published.latest?);
    let (earliest, latest) = match tense::of_clause(annotated, token) {
        Tense::Past | Tense::Present => (None, Some(last)),
        Tense::Future => (Some(first), None),
        Tense::Unknown => return None,
    };
    Some(SituationTime {
        value: None,
        earliest,
        latest,
        basis: TimeBasis::Tense,
        expression: None,
    })
}
