//! Mentions by name and by adjective.

use super::phrase::{is_plural, left_edge};
use super::{Determiner, Draft, Number, Source};
use crate::annotate::{Dep, NameLabel, Pos, Tag};
use crate::knowledge::world::{AliasKind, EntityKind};
use crate::resolve::Form;
use crate::resolve::gazetteer::Name;

/// A mention for each name.
pub(super) fn drafts(source: &Source) -> Vec<Draft> {
    (0..source.names.len())
        .filter_map(|number| draft(source, number))
        .collect()
}

fn draft(source: &Source, number: usize) -> Option<Draft> {
    let (annotated, name) = (source.annotated, &source.names[number]);
    let kind = kind_of(source, name);
    if name.is_adjective(annotated) || is_people(source, name) {
        return Some(adjective(source, number, name));
    }
    let mut draft = Draft::token(name.tokens.end - 1, Form::Name, kind);
    draft.head = name.tokens.clone();
    draft.name = Some(number);
    draft.number = Number::Singular;
    draft.head_token = outermost(source, name);
    draft.tokens = name.tokens.clone();
    if !name.nested {
        extend_left(source, name, &mut draft);
        extend_right(source, &mut draft);
    }
    Some(draft)
}

/// A people or faith that no table knows as a state ("Kurds", "Sunni").
fn is_people(source: &Source, name: &Name) -> bool {
    name.label == Some(NameLabel::Norp)
        && name.readings.is_empty()
        && name.pattern.is_none()
        && name.tokens.len() == 1
        && source.annotated.pos(name.tokens.start) == Pos::Adj
}

/// "Russian": an adjective of the state; "Russians", "the French": a group of its people.
fn adjective(source: &Source, number: usize, name: &Name) -> Draft {
    let annotated = source.annotated;
    let head = outermost(source, name);
    let mut draft = Draft::token(head, Form::Adjective, EntityKind::State);
    draft.head = name.tokens.clone();
    draft.tokens = name.tokens.clone();
    draft.name = Some(number);
    if name.readings.is_empty() {
        draft.kind = EntityKind::Group;
    }
    let modifies = is_modifier(annotated.dep(head))
        && annotated.head(head).is_some_and(|parent| parent > head);
    if !modifies && is_plural(annotated, head) {
        draft.form = Form::Nominal;
        draft.kind = EntityKind::Group;
        draft.number = Number::Plural;
        draft.tokens.start = left_edge(annotated, head).min(name.tokens.start);
        draft.determiner = super::phrase::determiner(annotated, draft.tokens.clone(), head);
    } else if !modifies && annotated.pos(head) == Pos::Noun {
        draft.form = Form::Nominal;
        draft.kind = EntityKind::Person;
        draft.number = Number::Singular;
        draft.determiner = Determiner::Indefinite;
    }
    draft
}

fn is_modifier(dep: Dep) -> bool {
    matches!(dep, Dep::Amod | Dep::Compound | Dep::Nmod | Dep::Poss)
}

/// The token of a name that hangs on something outside of it.
fn outermost(source: &Source, name: &Name) -> usize {
    let outside = |token: usize| {
        source
            .annotated
            .head(token)
            .is_none_or(|head| !name.tokens.contains(&head))
    };
    name.tokens
        .clone()
        .rev()
        .find(|&token| outside(token) && source.annotated.pos(token) != Pos::Punct)
        .unwrap_or(name.tokens.end - 1)
}

/// What a name is by the tables, its own words and the tagger, before the context is asked.
pub(crate) fn kind_of(source: &Source, name: &Name) -> EntityKind {
    let world = &source.knowledge.world;
    let known = name
        .readings
        .iter()
        .filter(|reading| reading.kind != AliasKind::Adjective)
        .map(|reading| world.kind(reading.record))
        .next();
    known
        .or(name.pattern.as_ref().map(|pattern| pattern.kind))
        .unwrap_or(match name.label {
            Some(NameLabel::Person) => EntityKind::Person,
            Some(NameLabel::Gpe) => EntityKind::City,
            Some(NameLabel::Loc) => EntityKind::Region,
            Some(NameLabel::Fac) => EntityKind::Place,
            Some(NameLabel::Event) => EntityKind::NamedEvent,
            Some(NameLabel::Law) => EntityKind::Document,
            Some(NameLabel::Norp) => EntityKind::Group,
            _ => EntityKind::Organisation,
        })
}

/// Takes in what stands before the name: its title with whose it is, a common noun that tells what
/// it is ("the news agency Fars"), adjectives, the article.
fn extend_left(source: &Source, name: &Name, draft: &mut Draft) {
    let annotated = source.annotated;
    let mut start = name.tokens.start;
    while let Some(before) = start.checked_sub(1) {
        if let Some(number) = source.office_at[before].filter(|_| fits_title(draft.kind, name)) {
            let office = &source.offices[number];
            let longer = office.phrase.end <= start && office.tokens.end <= start;
            if !longer {
                break;
            }
            draft.office = draft.office.or(Some(number));
            start = office.phrase.start;
        } else if let Some(number) =
            office_ending_at(source, start).filter(|_| fits_title(draft.kind, name))
        {
            draft.office = draft.office.or(Some(number));
            start = source.offices[number].phrase.start;
        } else if is_part(source, before, name) {
            if draft.class.is_none() {
                draft.class = class_noun(source, before, name);
            }
            start = match source.name_at[before] {
                Some(number) => source.names[number].tokens.start,
                None => before,
            };
        } else {
            break;
        }
    }
    if start < name.tokens.start && annotated.dep(draft.head_token) != Dep::Root {
        let outer = (start..name.tokens.end).rev().find(|&token| {
            annotated
                .head(token)
                .is_none_or(|head| head < start || head >= name.tokens.end)
                && annotated.pos(token) != Pos::Punct
        });
        draft.head_token = outer.unwrap_or(draft.head_token);
    }
    draft.tokens.start = start;
    let office = draft.office.map(|number| &source.offices[number]);
    draft.owners = office.and_then(|office| office.owner).into_iter().collect();
    draft.gender = office
        .and_then(|office| source.knowledge.language.titles.get(&office.title))
        .and_then(|title| title.gender);
    if draft.office.is_some() {
        draft.kind = EntityKind::Person;
    }
}

/// An office whose last words are "for Iran", "of Tehran" right before a name.
fn office_ending_at(source: &Source, start: usize) -> Option<usize> {
    let owner = source.name_at[start.checked_sub(1)?]?;
    let joint = source.names[owner].tokens.start.checked_sub(1)?;
    let joint = if source.lower(joint) == "the" {
        joint.checked_sub(1)?
    } else {
        joint
    };
    let number = source.office_at[joint.checked_sub(1)?]?;
    (source.offices[number].phrase.end == start && source.offices[number].owner.is_some())
        .then_some(number)
}

/// Whether a title before a name may be its title: a person's, or that of a name that nobody knows.
fn fits_title(kind: EntityKind, name: &Name) -> bool {
    kind == EntityKind::Person
        || name
            .readings
            .iter()
            .all(|reading| reading.kind != AliasKind::Name)
            && name.pattern.is_none()
            && matches!(
                name.label,
                None | Some(NameLabel::Person | NameLabel::Org | NameLabel::Gpe | NameLabel::Norp)
            )
}

/// Whether the word before belongs to the noun phrase of the name.
fn is_part(source: &Source, token: usize, name: &Name) -> bool {
    let annotated = source.annotated;
    let inside = |head: usize| head > token && head < name.tokens.end;
    let bound = annotated.head(token).is_some_and(inside);
    match annotated.pos(token) {
        Pos::Det | Pos::Num => bound,
        Pos::Adj => bound && annotated.dep(token) != Dep::Nsubj,
        Pos::Noun | Pos::Propn => {
            let hyphenated =
                annotated.dep(token) == Dep::Npadvmod && annotated.text(token + 1) == "-";
            bound && (is_modifier(annotated.dep(token)) || hyphenated)
                || class_noun(source, token, name).is_some()
        }
        Pos::Punct | Pos::Part => matches!(annotated.text(token), "-" | "'s" | "’s") && bound,
        Pos::Verb | Pos::Adv => {
            bound
                && matches!(annotated.dep(token), Dep::Amod | Dep::Advmod)
                && annotated.tag(token) != Tag::Rb
        }
        Pos::Pron => bound && annotated.dep(token) == Dep::Poss,
        _ => false,
    }
}

/// What a noun right before a name, with nothing between, says that it is ("general", "agency").
fn class_noun(source: &Source, token: usize, name: &Name) -> Option<EntityKind> {
    let annotated = source.annotated;
    let lemma = annotated.lemma(token);
    let pair = token
        .checked_sub(1)
        .map(|before| format!("{} {lemma}", annotated.lower(before)));
    let nouns = &source.knowledge.language.nouns;
    let noun = pair
        .and_then(|pair| nouns.get(&pair))
        .or_else(|| nouns.get(lemma))?;
    let apposed = annotated
        .children_by(token, Dep::Appos)
        .any(|child| name.tokens.contains(&child));
    let bound = annotated
        .head(token)
        .is_some_and(|head| name.tokens.contains(&head));
    let person = kind_of(source, name) == EntityKind::Person;
    let fits =
        (noun.kind == EntityKind::Person) == person || apposed || noun.kind != EntityKind::Person;
    let adjacent = token + 1 == name.tokens.start && annotated.tag(token) == Tag::Nn;
    (adjacent && (apposed || bound) && fits).then_some(noun.kind)
}

/// Takes in an acronym in brackets after the name.
fn extend_right(source: &Source, draft: &mut Draft) {
    let annotated = source.annotated;
    let end = draft.tokens.end;
    let text = |token: usize| annotated.tokens.get(token).map(|_| annotated.text(token));
    if text(end) == Some("(") && text(end + 2) == Some(")") {
        let acronym = annotated.text(end + 1);
        let upper = acronym.chars().filter(|c| c.is_uppercase()).count();
        if upper >= 2 && acronym.len() <= 10 {
            draft.tokens.end = end + 3;
        }
    }
}
