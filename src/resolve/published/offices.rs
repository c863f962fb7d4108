//! Tenures of those who are named with their office: publication lies within them.

use std::collections::BTreeSet;

use crate::annotate::{Annotated, Pos};
use crate::knowledge::World;
use crate::knowledge::world::{AliasKind, EntityKind, RecordId};
use crate::span::Span;

use super::interval::Interval;

/// The longest title in words ("deputy minister of foreign affairs").
const LONGEST_TITLE: usize = 5;
/// Words before a title or name that put the office into the past or future.
const NOT_IN_OFFICE: &[&str] = &[
    "former", "ex", "late", "then", "outgoing", "incoming", "future", "elect", "onetime",
];

/// The days on which all who are named with an office held it.
///
/// A person named with the title in front ("President X") must have held it; one named in full in a text that speaks
/// of the office alone ("the prime minister") is taken for its holder where that agrees with the others.
pub(super) fn tenures(annotated: &Annotated, world: &World) -> Interval {
    let named = Named::read(annotated, world);
    let mut known = vec![Interval::default()];
    for (person, title) in &named.titled {
        narrow(&mut known, &held(world, *person, title));
    }
    for title in &named.bare_titles {
        for person in &named.persons {
            narrow(&mut known, &held(world, *person, title));
        }
    }
    hull(&known)
}

/// Keeps the days that one of the tenures covers, unless none does.
fn narrow(known: &mut Vec<Interval>, tenures: &[Interval]) {
    let met: Vec<Interval> = known
        .iter()
        .flat_map(|one| tenures.iter().filter_map(|other| one.meet(*other)))
        .collect();
    if !met.is_empty() {
        *known = met;
    }
}

fn hull(known: &[Interval]) -> Interval {
    let first = known.iter().map(|interval| interval.first).min().flatten();
    let open = known.iter().any(|interval| interval.last.is_none());
    let last = known.iter().filter_map(|interval| interval.last).max();
    Interval::new(first, last.filter(|_| !open))
}

/// When a person held a post of that title.
fn held(world: &World, person: RecordId, title: &str) -> Vec<Interval> {
    let posts: BTreeSet<RecordId> = world.posts_by_title(title, None).into_iter().collect();
    world
        .tenures_of(person)
        .iter()
        .filter(|tenure| posts.contains(&tenure.post))
        .map(|tenure| Interval::new(tenure.since, tenure.until))
        .collect()
}

/// Persons and titles of a text.
#[derive(Debug, Default)]
struct Named {
    /// Persons with the title in front of their name.
    titled: BTreeSet<(RecordId, String)>,
    /// Persons named in full.
    persons: BTreeSet<RecordId>,
    /// Titles after "the", a state or its adjective, without a name.
    bare_titles: BTreeSet<String>,
}

impl Named {
    fn read(annotated: &Annotated, world: &World) -> Self {
        let text = &annotated.document.text;
        let spans: Vec<Span> = annotated.tokens.iter().map(|token| token.span).collect();
        let mut found = Self::default();
        let mut at = 0;
        while at < spans.len() {
            let longest = world.find_at(text, &spans, at).into_iter().find(|name| {
                let mut readings = name.readings.iter();
                readings.any(|reading| world.record(reading.record).kind == EntityKind::Person)
            });
            let Some(name) = longest else {
                found.bare_title(annotated, world, at);
                at += 1;
                continue;
            };
            for reading in &name.readings {
                found.person(
                    annotated,
                    world,
                    reading.record,
                    reading.kind,
                    name.tokens.start,
                );
            }
            at = name.tokens.end;
        }
        found
    }

    fn person(
        &mut self,
        annotated: &Annotated,
        world: &World,
        person: RecordId,
        kind: AliasKind,
        start: usize,
    ) {
        if world.record(person).kind != EntityKind::Person {
            return;
        }
        let title = title_before(annotated, world, start);
        let out = out_of_office(annotated, start);
        match title {
            Some((title, first)) if !out_of_office(annotated, first) => {
                self.titled.insert((person, title));
            }
            None if kind == AliasKind::Name && !out => {
                self.persons.insert(person);
            }
            _ => {}
        }
    }

    /// A title that ends at a token and is not followed by a name.
    fn bare_title(&mut self, annotated: &Annotated, world: &World, last: usize) {
        let Some((title, first)) = title_before(annotated, world, last + 1) else {
            return;
        };
        let named = annotated
            .tokens
            .get(last + 1)
            .is_some_and(|token| token.pos == Pos::Propn);
        let definite = first > 0
            && (annotated.lower(first - 1) == "the"
                || annotated.tag(first - 1).as_str().starts_with("JJ"));
        if definite && !named && !out_of_office(annotated, first) {
            self.bare_titles.insert(title);
        }
    }
}

/// The longest title that ends before a token, with its first token.
fn title_before(annotated: &Annotated, world: &World, end: usize) -> Option<(String, usize)> {
    let is_word = |token: usize| annotated.text(token).starts_with(char::is_alphabetic);
    if !end.checked_sub(1).is_some_and(is_word) {
        return None;
    }
    (1..=LONGEST_TITLE.min(end))
        .rev()
        .map(|length| end - length)
        .filter(|&first| is_word(first) && annotated.lower(first) != "the")
        .map(|first| {
            (
                annotated
                    .span(first..end)
                    .of(&annotated.document.text)
                    .to_lowercase(),
                first,
            )
        })
        .find(|(title, _)| !title.contains('\n') && world.is_title(title))
}

/// Whether a word before says that the office is not held now.
fn out_of_office(annotated: &Annotated, first: usize) -> bool {
    (1..=3)
        .filter_map(|back| first.checked_sub(back))
        .any(|token| NOT_IN_OFFICE.contains(&annotated.lower(token)))
}
