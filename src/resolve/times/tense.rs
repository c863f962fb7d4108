//! The tense of the clause in which an expression stands, read from the tree.

use std::ops::Range;

use crate::annotate::{Annotated, Dep, Pos, Tag};

use super::lexicon::lexicon;

/// Where a clause lies from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// Before it.
    Past,
    /// On it, or at a fixed time soon ("the court meets on Monday").
    Present,
    /// After it.
    Future,
    /// No verb tells.
    Unknown,
}

/// The tense of the clause that a word heads or stands in.
#[must_use]
pub(crate) fn of_clause(annotated: &Annotated, token: usize) -> Tense {
    std::iter::once(token)
        .chain(annotated.ancestors(token))
        .take(DEEPEST)
        .find(|&token| is_verb(annotated, token))
        .map_or(Tense::Unknown, |verb| of_verb(annotated, verb, 0))
}

const DEEPEST: usize = 12;

/// The tense around the tokens of an expression.
#[must_use]
pub(crate) fn around(annotated: &Annotated, tokens: Range<usize>) -> Tense {
    let head = head_of(annotated, tokens);
    if let Some(ahead) = points_ahead(annotated, head) {
        return ahead;
    }
    if let Some(noun) = modified_noun(annotated, head) {
        return of_noun(annotated, noun);
    }
    let above = std::iter::once(head).chain(annotated.ancestors(head));
    for token in above.take(DEEPEST) {
        if is_ahead_adjective(annotated, token) {
            return Tense::Future;
        }
        if is_verb(annotated, token) {
            return of_verb(annotated, token, 0);
        }
    }
    Tense::Unknown
}

/// The noun that an expression modifies without a preposition ("Friday's ruling").
fn modified_noun(annotated: &Annotated, head: usize) -> Option<usize> {
    let modifies = matches!(
        annotated.dep(head),
        Dep::Poss | Dep::Compound | Dep::Nmod | Dep::Amod
    );
    annotated.head(head).filter(|_| modifies)
}

/// A noun that is named by its time lies in the past, unless its verb says that it is to come.
fn of_noun(annotated: &Annotated, noun: usize) -> Tense {
    let subject = matches!(annotated.dep(noun), Dep::Nsubj | Dep::Nsubjpass);
    let verb = annotated
        .head(noun)
        .filter(|&verb| subject && is_verb(annotated, verb));
    match verb.map(|verb| of_verb(annotated, verb, 0)) {
        Some(Tense::Future) => Tense::Future,
        Some(Tense::Past) => Tense::Past,
        _ => Tense::Unknown,
    }
}

/// The token of a range whose head lies outside.
#[must_use]
pub(crate) fn head_of(annotated: &Annotated, tokens: Range<usize>) -> usize {
    tokens
        .clone()
        .find(|&token| {
            annotated
                .head(token)
                .is_none_or(|head| !tokens.contains(&head))
        })
        .unwrap_or(tokens.start)
}

/// Whether a token is a verb or auxiliary by its tag.
#[must_use]
pub(crate) fn is_verb(annotated: &Annotated, token: usize) -> bool {
    matches!(
        annotated.tag(token),
        Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz | Tag::Md
    ) && annotated.dep(token) != Dep::Amod
}

fn is_ahead_adjective(annotated: &Annotated, token: usize) -> bool {
    annotated.pos(token) == Pos::Adj && lexicon().ahead.adjectives.contains(annotated.lower(token))
}

/// "until Tuesday", "scheduled for Tuesday": the preposition and its verb look ahead.
fn points_ahead(annotated: &Annotated, head: usize) -> Option<Tense> {
    let preposition = annotated
        .head(head)
        .filter(|_| annotated.dep(head) == Dep::Pobj)?;
    let verb = annotated.head(preposition)?;
    match annotated.lower(preposition) {
        "until" | "till" if is_past_perfect(annotated, verb) => Some(Tense::Past),
        "until" | "till" => (!is_negated(annotated, verb)).then_some(Tense::Future),
        "for" => lexicon()
            .ahead
            .verbs
            .contains(annotated.lemma(verb))
            .then_some(Tense::Future),
        _ => None,
    }
}

/// "had given them until Tuesday": the day is over where the story is.
fn is_past_perfect(annotated: &Annotated, verb: usize) -> bool {
    annotated
        .children_by(verb, Dep::Aux)
        .any(|auxiliary| annotated.lower(auxiliary) == "had")
}

fn is_negated(annotated: &Annotated, verb: usize) -> bool {
    annotated.child(verb, Dep::Neg).is_some()
}

/// The tense of a verb with its auxiliaries; participles and infinitives take it from what governs them.
#[must_use]
pub(crate) fn of_verb(annotated: &Annotated, verb: usize, depth: usize) -> Tense {
    let auxiliaries = Auxiliaries::of(annotated, verb);
    if lexicon().ahead.appointing.contains(annotated.lemma(verb)) {
        return Tense::Future;
    }
    if auxiliaries.modal {
        let past = auxiliaries.have || auxiliaries.could && is_negated(annotated, verb);
        return if past { Tense::Past } else { Tense::Future };
    }
    match annotated.tag(verb) {
        Tag::Md => Tense::Future,
        Tag::Vbd => Tense::Past,
        Tag::Vbz | Tag::Vbp => present(annotated, verb),
        Tag::Vb => base_form(annotated, verb, &auxiliaries, depth),
        Tag::Vbn => participle(&auxiliaries),
        _ => progressive(annotated, verb, &auxiliaries, depth),
    }
}

#[derive(Default)]
struct Auxiliaries {
    modal: bool,
    could: bool,
    have: bool,
    past: bool,
    present: bool,
    to: bool,
}

impl Auxiliaries {
    fn of(annotated: &Annotated, verb: usize) -> Self {
        let mut found = Self::default();
        for &child in annotated.children(verb) {
            if !matches!(annotated.dep(child), Dep::Aux | Dep::Auxpass) {
                continue;
            }
            let lower = annotated.lower(child);
            match annotated.tag(child) {
                Tag::To => found.to = true,
                Tag::Md if lower == "could" => (found.modal, found.could) = (true, true),
                Tag::Md => found.modal |= lexicon().ahead.modals.contains(lower),
                Tag::Vbd => found.past = true,
                Tag::Vbz | Tag::Vbp => found.present = true,
                _ => {}
            }
            found.have |=
                matches!(lower, "have" | "has" | "had" | "'ve" | "having") || lower == "been";
        }
        found
    }
}

fn present(annotated: &Annotated, verb: usize) -> Tense {
    if lexicon().ahead.saying.contains(annotated.lemma(verb)) {
        Tense::Past
    } else {
        Tense::Present
    }
}

fn base_form(annotated: &Annotated, verb: usize, auxiliaries: &Auxiliaries, depth: usize) -> Tense {
    if auxiliaries.past || auxiliaries.have {
        return Tense::Past;
    }
    if auxiliaries.present || !auxiliaries.to {
        return governed(annotated, verb, depth).unwrap_or(Tense::Present);
    }
    let Some(head) = annotated.head(verb) else {
        return Tense::Future;
    };
    let ahead = &lexicon().ahead;
    let looks_ahead = ahead.verbs.contains(annotated.lemma(head))
        || matches!(annotated.lemma(head), "be" | "have" | "need")
        || is_ahead_adjective(annotated, head)
        || !is_verb(annotated, head);
    if looks_ahead {
        Tense::Future
    } else {
        governed(annotated, verb, depth).unwrap_or(Tense::Future)
    }
}

fn participle(auxiliaries: &Auxiliaries) -> Tense {
    if auxiliaries.present && !auxiliaries.have {
        return Tense::Present;
    }
    Tense::Past
}

fn progressive(
    annotated: &Annotated,
    verb: usize,
    auxiliaries: &Auxiliaries,
    depth: usize,
) -> Tense {
    if auxiliaries.past || auxiliaries.have {
        return Tense::Past;
    }
    if auxiliaries.present {
        return Tense::Present;
    }
    governed(annotated, verb, depth).unwrap_or(Tense::Unknown)
}

/// The tense of the next verb above.
fn governed(annotated: &Annotated, verb: usize, depth: usize) -> Option<Tense> {
    if depth > DEEPEST {
        return None;
    }
    let above = annotated
        .ancestors(verb)
        .take(DEEPEST)
        .find(|&token| is_verb(annotated, token))?;
    Some(of_verb(annotated, above, depth + 1))
}
