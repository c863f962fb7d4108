//! Mentions by pronoun: personal, possessive, reflexive and relative.

use super::{Draft, Number, Source};
use crate::annotate::{Annotated, Dep, Pos, Tag};
use crate::knowledge::language::phrases;
use crate::knowledge::world::{EntityKind, Gender};
use crate::resolve::Form;

/// A mention for each pronoun that may stand for an actor or place.
pub(super) fn drafts(source: &Source) -> Vec<Draft> {
    (0..source.annotated.tokens.len())
        .filter_map(|token| {
            personal(source.annotated, token).or_else(|| relative(source.annotated, token))
        })
        .collect()
}

fn personal(annotated: &Annotated, token: usize) -> Option<Draft> {
    if !matches!(annotated.pos(token), Pos::Pron | Pos::Det) {
        return None;
    }
    let (kind, number, gender) = match annotated.lower(token) {
        "he" | "him" | "his" | "himself" => {
            (EntityKind::Person, Number::Singular, Some(Gender::Male))
        }
        "she" | "her" | "hers" | "herself" => {
            (EntityKind::Person, Number::Singular, Some(Gender::Female))
        }
        "i" | "me" | "my" | "mine" | "myself" => (EntityKind::Person, Number::Singular, None),
        "it" | "its" | "itself" if !is_empty(annotated, token) => {
            (EntityKind::Organisation, Number::Singular, None)
        }
        "they" | "them" | "their" | "theirs" | "themselves" => {
            (EntityKind::Group, Number::Plural, None)
        }
        "we" | "us" | "our" | "ours" | "ourselves" => (EntityKind::Group, Number::Plural, None),
        "you" | "your" | "yours" | "yourself" => (EntityKind::Person, Number::Unknown, None),
        _ => return None,
    };
    if annotated.text(token) == "US" {
        return None;
    }
    let mut draft = Draft::token(token, Form::Pronoun, kind);
    draft.number = number;
    draft.gender = gender;
    Some(draft)
}

/// "It is clear that …", "it seems", "make it possible to": nobody is meant.
fn is_empty(annotated: &Annotated, token: usize) -> bool {
    if annotated.dep(token) == Dep::Expl {
        return true;
    }
    if annotated.dep(token) == Dep::Poss {
        return false;
    }
    let Some(verb) = annotated.head(token) else {
        return true;
    };
    let clause = annotated.children(verb).iter().any(|&child| {
        child > verb
            && matches!(
                annotated.dep(child),
                Dep::Ccomp | Dep::Xcomp | Dep::Advcl | Dep::Csubj
            )
    });
    let predicate = annotated
        .child(verb, Dep::Acomp)
        .or_else(|| annotated.child(verb, Dep::Attr));
    let inner = predicate.is_some_and(|predicate| {
        annotated.children(predicate).iter().any(|&child| {
            matches!(
                annotated.dep(child),
                Dep::Ccomp | Dep::Xcomp | Dep::Acl | Dep::Advcl
            )
        })
    });
    let copula = matches!(
        annotated.lemma(verb),
        "be" | "become" | "remain" | "seem" | "appear" | "make" | "take" | "turn"
    );
    let passive = annotated.dep(token) == Dep::Nsubjpass;
    let weather = matches!(annotated.lemma(verb), "rain" | "snow" | "happen" | "depend");
    weather
        || copula && (inner || predicate.is_some() && clause)
        || passive && clause && phrases().impersonal.contains(annotated.lemma(verb))
        || matches!(annotated.lemma(verb), "seem" | "appear") && clause
        || copula && predicate.is_some_and(|predicate| annotated.lower(predicate) == "time")
}

/// A relative pronoun whose clause hangs on a noun.
fn relative(annotated: &Annotated, token: usize) -> Option<Draft> {
    let pronoun = matches!(annotated.tag(token), Tag::Wp | Tag::Wdt | Tag::WpPoss);
    if !pronoun || antecedent(annotated, token).is_none() {
        return None;
    }
    let kind = match annotated.lower(token) {
        "who" | "whom" => EntityKind::Person,
        _ => EntityKind::Organisation,
    };
    Some(Draft::token(token, Form::Relative, kind))
}

/// The noun on which the clause of a relative pronoun hangs.
pub(crate) fn antecedent(annotated: &Annotated, token: usize) -> Option<usize> {
    let clause = std::iter::once(token)
        .chain(annotated.ancestors(token))
        .take(6)
        .find(|&at| annotated.dep(at) == Dep::Relcl)?;
    annotated.head(clause).filter(|&noun| noun < token)
}
