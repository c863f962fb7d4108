//! Mentions by a common noun: "protesters", "the foreign ministry", "a Number 10 spokesperson".

use std::ops::Range;

use super::phrase::{determiner, is_plural, left_edge, right_edge};
use super::{Determiner, Draft, Number, Source};
use crate::annotate::{Dep, Pos, Tag};
use crate::knowledge::language::{Noun, phrases};
use crate::knowledge::world::{AliasKind, EntityKind};
use crate::resolve::Form;

/// A mention for each common noun that names an actor or place and heads its phrase.
pub(super) fn drafts(source: &Source, covered: &[bool]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut inner = vec![false; source.annotated.tokens.len()];
    for token in 0..source.annotated.tokens.len() {
        if covered[token] || inner[token] || source.name_at[token].is_some() {
            continue;
        }
        if let Some(draft) = draft(source, token) {
            inner[draft.head.end - 1] = true;
            drafts.push(draft);
        }
    }
    drafts
}

fn draft(source: &Source, token: usize) -> Option<Draft> {
    let annotated = source.annotated;
    if !heads_phrase(source, token) {
        return None;
    }
    let inner = counted(source, token);
    let head = inner.unwrap_or(token);
    let (noun, words) = lookup(source, head)?;
    let start = left_edge(annotated, token);
    let end = right_edge(annotated, token, words.end.max(head + 1));
    let mut determined = determiner(annotated, start..end, token);
    if inner.is_some() {
        determined = Determiner::Indefinite;
    }
    if determined == Determiner::Quantified
        || noun.weak && !is_definite_enough(source, start..token, determined, head)
    {
        return None;
    }
    let plural = is_plural(annotated, head) || is_many(noun, annotated.lower(head));
    let mut draft = Draft::token(token, Form::Nominal, kind_of(noun, plural));
    draft.tokens = start..end;
    draft.head = words;
    draft.number = if plural {
        Number::Plural
    } else {
        Number::Singular
    };
    draft.gender = noun.gender.filter(|_| !plural);
    draft.determiner = determined;
    draft.owners = owners(source, start..end, head, noun.kind);
    if noun.kind == EntityKind::Government {
        in_capital(source, &mut draft);
    }
    Some(draft)
}

/// Whether a token heads a noun phrase that stands for something: no modifier of another noun.
fn heads_phrase(source: &Source, token: usize) -> bool {
    let annotated = source.annotated;
    let noun = matches!(annotated.pos(token), Pos::Noun | Pos::Propn)
        || is_nominal_adjective(source, token);
    let modifies = matches!(
        annotated.dep(token),
        Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Npadvmod | Dep::Quantmod | Dep::Nummod
    );
    noun && !modifies
}

/// "the wounded", "the accused", "others".
fn is_nominal_adjective(source: &Source, token: usize) -> bool {
    let annotated = source.annotated;
    let argument = matches!(
        annotated.dep(token),
        Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj | Dep::Pobj | Dep::Agent | Dep::Conj | Dep::Poss
    );
    let article = annotated.child(token, Dep::Det).is_some();
    argument && article && matches!(annotated.tag(token), Tag::Jj | Tag::Vbn)
}

/// "hundreds of fighters", "a group of protesters", "a number of journalists": the noun that is counted.
fn counted(source: &Source, token: usize) -> Option<usize> {
    let annotated = source.annotated;
    let counts = phrases().counting.contains(annotated.lemma(token));
    let of = annotated
        .children_by(token, Dep::Prep)
        .find(|&child| child == token + 1 && annotated.lower(child) == "of")?;
    let object = annotated.child(of, Dep::Pobj)?;
    let deeper = counted(source, object).unwrap_or(object);
    (counts && is_plural(annotated, deeper) && source.name_at[deeper].is_none()).then_some(deeper)
}

/// The noun in the tables, of up to three words, and its tokens.
fn lookup<'s>(source: &Source<'s>, head: usize) -> Option<(&'s Noun, Range<usize>)> {
    let annotated = source.annotated;
    let nouns = &source.knowledge.language.nouns;
    for length in (1..=3.min(head + 1)).rev() {
        let first = head + 1 - length;
        let before: Vec<&str> = (first..head).map(|token| annotated.lower(token)).collect();
        for last in [annotated.lower(head), annotated.lemma(head)] {
            let words = if before.is_empty() {
                last.to_lowercase()
            } else {
                format!("{} {last}", before.join(" ")).to_lowercase()
            };
            if let Some(noun) = nouns.get(words.replace(" - ", "-").as_str()) {
                return Some((noun, first..head + 1));
            }
        }
    }
    None
}

/// A weak noun needs a determiner, a possessor or a name that says which.
fn is_definite_enough(
    source: &Source,
    before: Range<usize>,
    determined: Determiner,
    head: usize,
) -> bool {
    let named = before.clone().any(|token| source.name_at[token].is_some());
    let annotated = source.annotated;
    let of_name = annotated.children_by(head, Dep::Prep).any(|preposition| {
        annotated
            .child(preposition, Dep::Pobj)
            .is_some_and(|object| source.name_at[object].is_some())
    });
    named
        || of_name
        || is_plural(annotated, head) && !before.is_empty()
        || !matches!(determined, Determiner::Bare)
}

/// Nouns that are plural whatever their form.
fn is_many(noun: &Noun, word: &str) -> bool {
    let words = phrases();
    words.plural.contains(word) || noun.kind == EntityKind::Group && words.collective.contains(word)
}

fn kind_of(noun: &Noun, plural: bool) -> EntityKind {
    match noun.kind {
        EntityKind::Person | EntityKind::State if plural => EntityKind::Group,
        kind => kind,
    }
}

/// "the government in Kyiv".
fn in_capital(source: &Source, draft: &mut Draft) {
    let end = draft.tokens.end;
    if source.annotated.lower_at(end) != Some("in") {
        return;
    }
    let Some(&Some(number)) = source.name_at.get(end + 1) else {
        return;
    };
    let name = &source.names[number];
    if name
        .readings
        .iter()
        .any(|reading| reading.kind == AliasKind::Metonym)
    {
        draft.owners.push(number);
        draft.tokens.end = name.tokens.end;
    }
}

/// Numbers of the names inside that may tell whose it is: before the head, or after "of", "in" and "from"
/// that hang on it. Where troops stand does not tell whose they are.
fn owners(source: &Source, tokens: Range<usize>, head: usize, kind: EntityKind) -> Vec<usize> {
    let annotated = source.annotated;
    let mut owners: Vec<usize> = Vec::new();
    for token in tokens {
        let Some(number) = source.name_at[token].filter(|number| !owners.contains(number)) else {
            continue;
        };
        let first = source.names[number].tokens.start;
        let article = first > 0 && source.lower(first - 1) == "the";
        let joint = (first - usize::from(article)).checked_sub(1);
        let of = joint.is_some_and(|joint| {
            let bound = annotated.head(joint) == Some(head);
            let place = matches!(source.lower(joint), "in" | "from" | "for")
                && kind != EntityKind::MilitaryForce;
            bound && (source.lower(joint) == "of" || place)
        });
        if token < head || of {
            owners.push(number);
        }
    }
    owners
}
