//! Which word each time expression dates: by the tree, never across a complement clause.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::annotate::{Annotated, Dep, Pos};
use crate::resolve::times::tense;
use crate::resolve::times::words;
use crate::resolve::{Resolved, TimeExpression, TimexType};

/// How a situation lies to the time of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// In it.
    At,
    /// From it on.
    Since,
    /// Not after it.
    Until,
}

/// An expression as it dates a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Expression {
    /// Index into the time expressions.
    pub(super) index: usize,
    /// How the situation lies to it.
    pub(super) relation: Relation,
    /// The fewer days it spans, the better it dates.
    days: i64,
}

/// Expressions by the token that they date.
#[derive(Debug, Default)]
pub(super) struct Attached {
    by_token: BTreeMap<usize, Expression>,
}

/// Ties every expression with bounds to the words that it dates.
pub(super) fn attach(resolved: &Resolved) -> Attached {
    let mut found = Attached::default();
    for (index, expression) in resolved.times.iter().enumerate() {
        if !dates(expression) {
            continue;
        }
        let annotated = &resolved.annotated;
        let head = tense::head_of(annotated, expression.tokens.clone());
        let dating = Expression {
            index,
            relation: relation(annotated, head),
            days: days(expression),
        };
        for token in governors(annotated, head) {
            found.add(token, dating);
        }
        if let Some(token) = explaining(annotated, &expression.tokens) {
            let relation = Relation::At;
            found.add(token, Expression { relation, ..dating });
        }
    }
    found
}

/// The verb of the clause that tells what happened at a time: "since 2014, when troops entered the region".
fn explaining(annotated: &Annotated, expression: &Range<usize>) -> Option<usize> {
    let is = |token: usize, word: &str| {
        annotated.tokens.get(token).is_some() && annotated.lower(token) == word
    };
    let when = expression.end + usize::from(is(expression.end, ","));
    if !is(when, "when") || annotated.dep(when) != Dep::Advmod {
        return None;
    }
    annotated.head(when).filter(|&verb| verb > when)
}

/// Sets and lengths without a place in time date nothing.
fn dates(expression: &TimeExpression) -> bool {
    let bounded = expression.earliest.is_some() || expression.latest.is_some();
    expression.kind != TimexType::Set && bounded
}

fn days(expression: &TimeExpression) -> i64 {
    match (expression.earliest, expression.latest) {
        (Some(first), Some(last)) => first
            .until(last)
            .map_or(i64::MAX, |span| i64::from(span.get_days())),
        _ => i64::MAX,
    }
}

fn relation(annotated: &Annotated, head: usize) -> Relation {
    let preposition = annotated
        .head(head)
        .filter(|_| annotated.dep(head) == Dep::Pobj);
    match preposition.map_or("", |token| annotated.lower(token)) {
        "since" | "from" | "after" => Relation::Since,
        "until" | "till" | "by" | "before" => Relation::Until,
        _ => Relation::At,
    }
}

/// The words that an expression dates: its governor, and the verb whose object a preposition was attached to.
fn governors(annotated: &Annotated, head: usize) -> Vec<usize> {
    let Some(above) = annotated.head(head) else {
        return Vec::new();
    };
    if annotated.dep(head) != Dep::Pobj {
        return vec![above];
    }
    let mut found = Vec::new();
    let mut at = above;
    while let Some(governor) = annotated.head(at) {
        if annotated.pos(governor) == Pos::Adp {
            at = governor;
            continue;
        }
        found.push(governor);
        let object = matches!(
            annotated.dep(governor),
            Dep::Dobj | Dep::Attr | Dep::Nsubjpass | Dep::Dative
        );
        if !object {
            break;
        }
        at = governor;
    }
    found
}

impl Attached {
    fn add(&mut self, token: usize, expression: Expression) {
        let place = self.by_token.entry(token).or_insert(expression);
        if expression.days < place.days {
            *place = expression;
        }
    }

    /// The expression of a word's own clause.
    pub(super) fn own(&self, token: usize) -> Option<Expression> {
        self.by_token.get(&token).copied()
    }

    /// The expression of the nearest clause that governs a word and shares its time.
    pub(super) fn governing(&self, token: usize, annotated: &Annotated) -> Option<Expression> {
        let mut at = token;
        for _ in 0..4 {
            at = sharing(annotated, at)?;
            if let Some(found) = self.own(at) {
                return Some(found);
            }
        }
        None
    }
}

/// The word above that shares its time with a word: of a coordination, relative or participle clause,
/// or the verb that only says that a noun happens.
fn sharing(annotated: &Annotated, token: usize) -> Option<usize> {
    let head = annotated.head(token)?;
    match annotated.dep(token) {
        Dep::Conj if tense::of_clause(annotated, token) == tense::of_clause(annotated, head) => {
            Some(head)
        }
        Dep::Relcl | Dep::Acl => Some(head),
        Dep::Advcl if is_participle(annotated, token) => Some(head),
        Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj if words::is_carrier(annotated.lemma(head)) => {
            Some(head)
        }
        _ => None,
    }
}

/// A participle clause without a word that puts it at another time.
fn is_participle(annotated: &Annotated, token: usize) -> bool {
    let participle = matches!(
        annotated.tag(token),
        crate::annotate::Tag::Vbg | crate::annotate::Tag::Vbn
    );
    participle
        && annotated.child(token, Dep::Mark).is_none()
        && annotated.child(token, Dep::Nsubj).is_none()
}
