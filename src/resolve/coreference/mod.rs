//! Coreference: a sieve of rules from the surest to the weakest, in the manner of Lee et al. (2013),
//! over mentions in text order; the antecedent is never guessed over a tie.

mod binding;
mod context;
mod elsewhere;
mod holders;
mod institution;
mod nominal;
mod office;
mod pronoun;
mod structure;

use super::linking::{Input, Roster};
use super::{EntityId, Form, Speech, metonyms};
use crate::knowledge::world::{AliasKind, EntityKind, RecordId};

use context::Context;

/// What became of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// Whom it means.
    pub(crate) entities: Vec<EntityId>,
    /// The form, now that metonyms are told.
    pub(crate) form: Form,
    /// The kind.
    pub(crate) kind: EntityKind,
    /// The rule that resolved it.
    pub(crate) rule: &'static str,
    /// Whether it is a mention at all: not an "it" that stands for nothing here.
    pub(crate) kept: bool,
}

/// Resolves all drafts: names as they were linked, offices, metonyms, nominals, pronouns; those in quotations
/// whose speaker comes after them ("I am tired," he said) last.
pub(crate) fn resolve(
    input: &Input,
    roster: &mut Roster,
    linked: Vec<Option<EntityId>>,
    speeches: &[Speech],
) -> Vec<Answer> {
    let mut context = Context::new(input, linked, speeches);
    context.told = office::told(&context, roster);
    let mut answers: Vec<(usize, Answer)> = Vec::with_capacity(input.drafts.len());
    for number in owners_first(input) {
        let answer = answer(&mut context, roster, number);
        context.remember(roster, number, &answer);
        answers.push((number, answer));
    }
    answers.sort_by_key(|(number, _)| *number);
    let mut answers: Vec<Answer> = answers.into_iter().map(|(_, answer)| answer).collect();
    context.seen.sort_by_key(|seen| seen.token);
    for (number, found) in answers.iter_mut().enumerate() {
        if found.entities.is_empty() && context.is_quoted_pronoun(number) {
            *found = answer(&mut context, roster, number);
        }
    }
    answers
}

/// Numbers of the drafts in text order, but those that open a longer phrase as its owner ("its neighbour",
/// "the president's adviser") before that phrase.
fn owners_first(input: &Input) -> Vec<usize> {
    let mut order: Vec<usize> = (0..input.drafts.len()).collect();
    order.sort_by_key(|&number| {
        let draft = &input.drafts[number];
        let rank = match draft.form {
            Form::Pronoun => 0,
            Form::Office if draft.kind != EntityKind::Post => 1,
            _ => 2,
        };
        (draft.tokens.start, rank)
    });
    order
}

fn answer(context: &mut Context, roster: &mut Roster, number: usize) -> Answer {
    let draft = &context.input.drafts[number];
    let mut answer = Answer {
        entities: Vec::new(),
        form: draft.form,
        kind: draft.kind,
        rule: "open",
        kept: true,
    };
    match draft.form {
        Form::Name | Form::Metonym => named(context, roster, number, &mut answer),
        Form::Adjective => {
            answer.entities = context.linked[number].into_iter().collect();
            answer.rule = "name/adjective";
        }
        Form::Office if draft.kind == EntityKind::Post => {
            office::post(context, roster, number, &mut answer);
        }
        Form::Office => office::holder(context, roster, number, &mut answer),
        Form::Nominal => nominal::resolve(context, roster, number, &mut answer),
        Form::Pronoun => pronoun::resolve(context, roster, number, &mut answer),
        Form::Relative => structure::relative(context, number, &mut answer),
    }
    if let (&[only], false) = (
        answer.entities.as_slice(),
        matches!(draft.form, Form::Office | Form::Name),
    ) {
        answer.kind = match draft.form {
            Form::Adjective | Form::Pronoun | Form::Relative => roster.kind(only),
            _ => answer.kind,
        };
    }
    if let (&[first, second, ..], Form::Nominal | Form::Pronoun) =
        (answer.entities.as_slice(), draft.form)
        && roster.kind(first) == roster.kind(second)
    {
        answer.kind = roster.kind(first);
    }
    if answer.rule == "coreference/neighbour" {
        answer.kind = EntityKind::State;
    }
    answer
}

/// A name: what it was linked to, or the government for which a capital or seat stands.
fn named(context: &Context, roster: &mut Roster, number: usize, answer: &mut Answer) {
    let draft = &context.input.drafts[number];
    answer.rule = "name/linked";
    if let Some(government) = metonym(context, roster, number) {
        answer.entities = vec![roster.known(government)];
        answer.form = Form::Metonym;
        answer.kind = EntityKind::Government;
        answer.rule = "metonym/acts";
        return;
    }
    let Some(id) = context.linked[number] else {
        answer.kept = draft.kind != EntityKind::Group;
        return;
    };
    answer.entities = vec![id];
    answer.kind = roster.kind(id);
}

/// The government (or body) that a name stands for here.
fn metonym(context: &Context, roster: &Roster, number: usize) -> Option<RecordId> {
    let draft = &context.input.drafts[number];
    let name = &context.input.names[draft.name?];
    let seat = name
        .readings
        .iter()
        .find(|reading| reading.kind == AliasKind::Metonym)?;
    if draft.office.is_some() || name.nested {
        return None;
    }
    let place = context.linked[number].map(|id| roster.kind(id));
    let plain_place = matches!(
        place,
        Some(EntityKind::City | EntityKind::Region | EntityKind::Place)
    );
    let unlinked = !name
        .readings
        .iter()
        .any(|reading| reading.kind == AliasKind::Name);
    match place {
        Some(EntityKind::Person | EntityKind::State) => None,
        _ if unlinked => Some(seat.record),
        _ if plain_place && metonyms::acts(context.input.annotated, draft.head_token) => {
            Some(seat.record)
        }
        _ => None,
    }
}
