//! The extent of noun phrases: without relative and participial clauses, without appositions set off by commas.

use std::ops::Range;

use super::Determiner;
use crate::annotate::{Annotated, Dep, NameLabel, Pos, Tag};
use crate::knowledge::language::phrases;

/// Whether a relation binds a word that stands before the head of its noun phrase to it.
pub(crate) fn is_before(dep: Dep) -> bool {
    matches!(
        dep,
        Dep::Det
            | Dep::Predet
            | Dep::Amod
            | Dep::Compound
            | Dep::Nmod
            | Dep::Poss
            | Dep::Nummod
            | Dep::Quantmod
            | Dep::Preconj
            | Dep::Neg
    )
}

/// The first token of the noun phrase of a head.
pub(crate) fn left_edge(annotated: &Annotated, head: usize) -> usize {
    let sentence = annotated.sentences[annotated.sentence_of(head)].start;
    let mut edge = head;
    for &child in annotated.children(head).iter().rev() {
        if child > head {
            continue;
        }
        if is_before(annotated.dep(child)) {
            edge = edge.min(first_below(annotated, child));
        } else if annotated.dep(child) != Dep::Punct
            || !matches!(
                annotated.text(child),
                "-" | "–" | "\"" | "“" | "”" | "'" | "‘"
            )
        {
            break;
        }
    }
    edge.max(after_dateline(annotated, sentence, edge, head))
}

/// The first token that may belong to a phrase: not before a dash with spaces around it ("OSLO, 3 May – The king").
fn after_dateline(annotated: &Annotated, sentence: usize, edge: usize, head: usize) -> usize {
    let apart = |token: usize| {
        let span = annotated.tokens[token].span;
        let before = token > 0 && annotated.tokens[token - 1].span.end < span.start;
        let after = annotated
            .tokens
            .get(token + 1)
            .is_some_and(|next| span.end < next.span.start);
        before && after && matches!(annotated.text(token), "-" | "–" | "—" | "--")
    };
    let dash = (edge..head).rev().find(|&token| apart(token));
    dash.map_or(sentence, |dash| dash + 1)
}

/// The leftmost token below one.
fn first_below(annotated: &Annotated, token: usize) -> usize {
    let mut edge = token;
    while let Some(&child) = annotated.children(edge).first() {
        if child > edge || annotated.dep(child) == Dep::Punct && annotated.text(child) == "," {
            break;
        }
        edge = child;
    }
    edge
}

/// The token after the last of the noun phrase of a head: with the prepositional phrases that follow
/// it directly, unless they tell a time.
pub(crate) fn right_edge(annotated: &Annotated, head: usize, at_least: usize) -> usize {
    let mut edge = at_least.max(head + 1);
    for &child in annotated.children(head) {
        if child < edge {
            continue;
        }
        let joined = child == edge;
        if annotated.dep(child) != Dep::Prep
            || !joined
            || !phrases().binding.contains(annotated.lower(child))
        {
            break;
        }
        let Some(object) = annotated.child(child, Dep::Pobj) else {
            break;
        };
        if is_time(annotated, object) || left_edge(annotated, object) > child + 1 {
            break;
        }
        edge = right_edge(annotated, object, object + 1);
        edge = with_conjuncts(annotated, object, edge, child);
    }
    edge
}

/// "citizens of A and B": the object's conjuncts belong to the phrase of "of" and "between".
fn with_conjuncts(annotated: &Annotated, object: usize, edge: usize, preposition: usize) -> usize {
    if !matches!(annotated.lower(preposition), "of" | "between") {
        return edge;
    }
    let conjunct = annotated.child(object, Dep::Conj);
    conjunct
        .filter(|&conjunct| conjunct >= edge && conjunct <= edge + 4)
        .map_or(edge, |conjunct| right_edge(annotated, conjunct, edge))
}

fn is_time(annotated: &Annotated, token: usize) -> bool {
    let named = annotated
        .names
        .partition_point(|name| name.tokens.end <= token);
    let label = annotated
        .names
        .get(named)
        .filter(|name| name.tokens.contains(&token))
        .map(|name| name.label);
    matches!(label, Some(NameLabel::Date | NameLabel::Time))
        || phrases().units.contains(annotated.lemma(token))
}

/// How the phrase from `tokens.start` to its head is determined.
pub(crate) fn determiner(annotated: &Annotated, tokens: Range<usize>, head: usize) -> Determiner {
    let mut found = Determiner::Bare;
    for token in tokens.start..head {
        let lower = annotated.lower(token);
        let child = annotated.head(token) == Some(head) || token == tokens.start;
        match lower {
            "both" | "two"
                if !matches!(found, Determiner::Indefinite)
                    && annotated.head(token) == Some(head) =>
            {
                let definite = found == Determiner::Definite || lower == "both";
                return if definite {
                    Determiner::Dual
                } else {
                    Determiner::Indefinite
                };
            }
            "other" | "another" => return Determiner::Other,
            "no" | "any" | "every" | "each" | "neither" | "either" if child => {
                return Determiner::Quantified;
            }
            "the" | "this" | "that" | "these" | "those" | "such" if child => {
                found = Determiner::Definite;
            }
            "a" | "an" | "some" | "many" | "several" | "few" | "more" | "most" | "one" if child => {
                found = Determiner::Indefinite;
            }
            _ if annotated.dep(token) == Dep::Poss && annotated.head(token) == Some(head) => {
                found = Determiner::Possessive;
            }
            _ if annotated.pos(token) == Pos::Num && found == Determiner::Bare => {
                found = Determiner::Indefinite;
            }
            _ => {}
        }
    }
    found
}

/// Whether a token is a plural noun by its tag.
pub(crate) fn is_plural(annotated: &Annotated, token: usize) -> bool {
    matches!(annotated.tag(token), Tag::Nns | Tag::Nnps)
}
