//! Offices to their holders: those that the article tells, then those of the tables on the day.

use super::context::Context;
use super::{Answer, holders, structure};
use crate::annotate::Dep;
use crate::knowledge::world::EntityKind;
use crate::resolve::linking::Roster;
use crate::resolve::mentions::{Determiner, Office};
use crate::resolve::offices::{self, Owner};
use crate::resolve::{EntityId, Form};

/// Somebody who is told to hold an office.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) title: String,
    pub(super) owner: Owner,
    pub(super) person: EntityId,
    pub(super) former: bool,
}

/// Who holds what by the article's own words: titles before names, appositions and predicate nouns.
pub(super) fn told(context: &Context, roster: &Roster) -> Vec<Told> {
    let drafts = &context.input.drafts;
    let mut told = Vec::new();
    for (number, draft) in drafts.iter().enumerate() {
        let Some(office) = draft.office.map(|office| &context.input.offices[office]) else {
            continue;
        };
        if office.honorific || office.plural || draft.kind == EntityKind::Post {
            continue;
        }
        let person = match draft.form {
            Form::Name => context.linked[number],
            _ => structure::explained(context, number).and_then(|token| linked_at(context, token)),
        };
        let person = person.filter(|&id| roster.kind(id) == EntityKind::Person);
        if let Some(person) = person {
            told.push(Told {
                title: office.title.clone(),
                owner: owner(context, roster, office, Some(person)),
                person,
                former: office.tense == crate::knowledge::language::Tense::Former,
            });
        }
    }
    told
}

fn linked_at(context: &Context, token: usize) -> Option<EntityId> {
    context.by_token[token].and_then(|draft| context.linked[draft])
}

/// Whose an office is: by the name in its phrase, else by the person's state.
fn owner(context: &Context, roster: &Roster, office: &Office, person: Option<EntityId>) -> Owner {
    let named = office.owner.and_then(|name| context.of_name[name]);
    if let Some(id) = named.filter(|&id| roster.kind(id) != EntityKind::Person) {
        let mut owner = offices::owner_of(id, roster.entity(id));
        if roster.kind(id) == EntityKind::City {
            owner.body = Some(id);
        }
        return owner;
    }
    Owner {
        state: person.and_then(|person| roster.entity(person).state.clone()),
        body: None,
    }
}

/// The holder of an office that stands alone.
pub(super) fn holder(
    context: &mut Context,
    roster: &mut Roster,
    number: usize,
    answer: &mut Answer,
) {
    let draft = &context.input.drafts[number];
    let Some(office) = draft.office.map(|office| &context.input.offices[office]) else {
        return;
    };
    answer.rule = "office/apposition";
    let explained = structure::explained(context, number).map(|token| context.entities_at(token));
    if let Some(ids) =
        explained.filter(|ids| ids.iter().any(|&id| roster.kind(id) == EntityKind::Person))
    {
        answer.entities = ids;
        return;
    }
    let sentence = context.annotated().sentence_of(draft.head_token);
    let mut whose = owner(context, roster, office, None);
    let bare = whose.state.is_none() && whose.body.is_none();
    if office.plural {
        plural(context, roster, number, &whose, answer);
        return;
    }
    if let Some((person, rule)) = holders::named(context, roster, office, &whose, draft.head_token)
        .filter(|(_, rule)| *rule == holders::TOLD || draft.determiner != Determiner::Indefinite)
    {
        answer.entities = vec![person];
        answer.rule = rule;
        return;
    }
    if bare
        && offices::may_be_of_state(roster, office)
        && draft.determiner != Determiner::Indefinite
    {
        whose.state = context.state_at(sentence, roster);
    }
    let head = draft.head_token;
    if let Some(record) = offices::holder(roster, office, &whose)
        .filter(|_| draft.determiner != Determiner::Indefinite)
    {
        let person = roster.known(record);
        if !(bare && holders::beside(context, person, head)) {
            answer.entities = vec![person];
            answer.rule = "office/tenure";
            return;
        }
    }
    answer.entities = vec![unnamed(context, roster, number, &whose)];
    answer.rule = "office/unnamed";
}

/// Several holders: of each state that the phrase names, else a group of its own.
fn plural(
    context: &mut Context,
    roster: &mut Roster,
    number: usize,
    whose: &Owner,
    answer: &mut Answer,
) {
    let draft = &context.input.drafts[number];
    if draft.determiner == Determiner::Dual {
        let apposed = structure::explained(context, number)
            .map(|first| structure::with_conjuncts(context, first))
            .filter(|persons| persons.len() == 2);
        if let Some(persons) = apposed {
            answer.entities = persons;
            answer.rule = "office/apposition";
            return;
        }
        let pair = last_persons(context, roster, draft.head_token);
        if pair.len() == 2 {
            answer.entities = pair;
            answer.rule = "office/pair";
            return;
        }
    }
    answer.kind = EntityKind::Group;
    answer.entities = vec![unnamed(context, roster, number, whose)];
    answer.rule = "office/group";
}

/// The two persons mentioned last.
pub(super) fn last_persons(context: &Context, roster: &Roster, token: usize) -> Vec<EntityId> {
    let mut persons: Vec<EntityId> = Vec::new();
    let sentence = context.annotated().sentence_of(token);
    for seen in context
        .seen
        .iter()
        .rev()
        .filter(|seen| seen.token < token && seen.sentence + 3 >= sentence)
    {
        for &id in &seen.entities {
            if roster.kind(id) == EntityKind::Person && !persons.contains(&id) && persons.len() < 2
            {
                persons.push(id);
            }
        }
    }
    persons.reverse();
    persons
}

/// One without a name, the same wherever the same office of the same owner is spoken of.
fn unnamed(context: &mut Context, roster: &mut Roster, number: usize, whose: &Owner) -> EntityId {
    let draft = &context.input.drafts[number];
    let office = draft.office.map(|office| &context.input.offices[office]);
    let title = office.map_or("", |office| office.title.as_str());
    let key = (
        format!(
            "{title}/{:?}/{:?}",
            draft.number,
            office.map(|office| office.tense)
        ),
        format!("{:?}/{:?}", whose.state, whose.body),
    );
    if let Some(&id) = context
        .institutions
        .get(&key)
        .filter(|_| draft.determiner != Determiner::Indefinite)
    {
        return id;
    }
    let annotated = context.annotated();
    let span = annotated.span(draft.tokens.clone());
    let (start, _) = annotated.document.code_points(span);
    let kind = if office.is_some_and(|office| office.plural) {
        EntityKind::Group
    } else {
        EntityKind::Person
    };
    let id = roster.unnamed(kind, span.of(&annotated.document.text), start);
    let sector = roster
        .knowledge
        .language
        .titles
        .get(title)
        .and_then(|title| title.sector.clone());
    roster.enrich(id, whose.state.as_deref(), sector.as_deref(), draft.gender);
    context.institutions.insert(key, id);
    id
}

/// The post that an office names, known or the article's own.
pub(super) fn post(context: &Context, roster: &mut Roster, number: usize, answer: &mut Answer) {
    let draft = &context.input.drafts[number];
    let annotated = context.annotated();
    answer.rule = "office/post";
    let Some(office) = draft.office.map(|office| &context.input.offices[office]) else {
        return;
    };
    let bearer = bearer(context, roster, number);
    let mut whose = owner(context, roster, office, bearer);
    if whose.state.is_none() && whose.body.is_none() && offices::may_be_of_state(roster, office) {
        whose.state = context.state_at(annotated.sentence_of(draft.head_token), roster);
    }
    let known = offices::post(roster, office, &whose);
    let id = match known {
        Some(record) => roster.known(record),
        None => roster.local(
            EntityKind::Post,
            &post_label(context, roster, office, &whose),
        ),
    };
    roster.enrich(id, whose.state.as_deref(), None, None);
    answer.entities = vec![id];
}

/// The person whose title, apposition or predicate an office is.
fn bearer(context: &Context, roster: &Roster, number: usize) -> Option<EntityId> {
    let office = context.input.drafts[number].office?;
    context
        .input
        .drafts
        .iter()
        .enumerate()
        .skip(number.saturating_sub(12))
        .take(24)
        .filter(|(_, draft)| draft.office == Some(office) && draft.kind != EntityKind::Post)
        .find_map(|(other, draft)| match draft.form {
            Form::Name => context.linked[other],
            _ if context.holders.contains_key(&other) => context.holders.get(&other).copied(),
            _ => structure::explained(context, other).and_then(|token| linked_at(context, token)),
        })
        .filter(|&id| roster.kind(id) == EntityKind::Person)
}

/// "prosecutor general of Tehran".
fn post_label(context: &Context, roster: &Roster, office: &Office, whose: &Owner) -> String {
    let annotated = context.annotated();
    let words = annotated
        .span(office.tokens.clone())
        .of(&annotated.document.text);
    let state = whose
        .state
        .as_deref()
        .and_then(|code| roster.knowledge.world.state(code));
    let of = whose
        .body
        .map(|body| roster.entity(body).label.clone())
        .or_else(|| state.map(|state| roster.knowledge.world.record(state).label.to_owned()));
    let attached = annotated.dep(office.tokens.end - 1) == Dep::Pobj && office.tokens.len() > 1;
    match of {
        Some(of) if !attached || !words.contains(&of) => format!("{words} of {of}"),
        _ => words.to_owned(),
    }
}
