//! Common nouns: institutions of a state, "the country", "the alliance", groups of people taken up again.

use std::collections::BTreeSet;

use super::context::{Context, Seen};
use super::institution::known_state;
use super::{Answer, institution, office, structure};
use crate::annotate::{Dep, Pos};
use crate::knowledge::language::{Noun, phrases};
use crate::knowledge::world::EntityKind;
use crate::resolve::linking::Roster;
use crate::resolve::mentions::{Determiner, Number};
use crate::resolve::{EntityId, Form};

/// How many sentences back a class noun looks ("the alliance").
const REACH: usize = 8;

/// Resolves a mention by a common noun.
pub(super) fn resolve(
    context: &mut Context,
    roster: &mut Roster,
    number: usize,
    answer: &mut Answer,
) {
    let language = &roster.knowledge.language;
    let draft = &context.input.drafts[number];
    let lemma = lemma(context, number);
    let noun = language.nouns.get(&lemma).cloned();
    let found = explained(context, roster, number)
        .map(|id| (vec![id], "coreference/apposition"))
        .or_else(|| neighbour(context, roster, number, &lemma))
        .or_else(|| dual(context, roster, number, &lemma))
        .or_else(|| plainly_again(context, roster, number, noun.as_ref(), &lemma))
        .or_else(|| institution::institution(context, roster, number, noun.as_ref(), &lemma))
        .or_else(|| class(context, roster, number, &lemma))
        .or_else(|| {
            again(context, roster, number, &lemma).map(|id| (vec![id], "coreference/head"))
        });
    if let Some((entities, rule)) = found {
        answer.entities = entities;
        answer.rule = rule;
        return;
    }
    let id = new(context, roster, number, draft.kind, noun.as_ref());
    answer.entities = vec![id];
    answer.rule = "nominal/new";
}

/// "the army" after "the Arland army": the same noun without anything that tells which.
fn plainly_again(
    context: &Context,
    roster: &Roster,
    number: usize,
    noun: Option<&Noun>,
    lemma: &str,
) -> Option<(Vec<EntityId>, &'static str)> {
    let draft = &context.input.drafts[number];
    let institution = noun.is_some_and(|noun| noun.of && noun.kind != EntityKind::Government);
    let plain = institution
        && draft.determiner == Determiner::Definite
        && owner(context, roster, number).is_none()
        && modifiers(context, number).is_empty()
        && !has_complement(context, number);
    let found = again(context, roster, number, lemma).filter(|_| plain)?;
    Some((vec![found], "coreference/head"))
}

/// The noun of a mention as the table has it.
pub(super) fn lemma(context: &Context, number: usize) -> String {
    let annotated = context.annotated();
    let head = context.input.drafts[number].head.clone();
    let last = annotated.lemma(head.end - 1).to_lowercase();
    let plural = annotated.lower(head.end - 1);
    let last = if matches!(
        plural,
        "troops" | "forces" | "authorities" | "police" | "media"
    ) {
        plural.to_owned()
    } else {
        last
    };
    let before: Vec<&str> = (head.start..head.end - 1)
        .map(|token| annotated.lower(token))
        .collect();
    if before.is_empty() {
        last
    } else {
        format!("{} {last}", before.join(" "))
    }
}

/// The entity that an apposition or predicate noun explains.
fn explained(context: &Context, roster: &Roster, number: usize) -> Option<EntityId> {
    let draft = &context.input.drafts[number];
    let token = structure::explained(context, number)?;
    let &[id] = context.entities_at(token).as_slice() else {
        return None;
    };
    let fits = structure::compatible(roster.kind(id), draft.kind)
        && (draft.number != Number::Plural || roster.kind(id) != EntityKind::Person);
    fits.then_some(id)
}

/// "the two countries", "both leaders".
fn dual(
    context: &Context,
    roster: &Roster,
    number: usize,
    lemma: &str,
) -> Option<(Vec<EntityId>, &'static str)> {
    let draft = &context.input.drafts[number];
    if draft.determiner != Determiner::Dual {
        return None;
    }
    let pair = match lemma {
        "country" | "nation" | "state" | "neighbour" | "neighbor" | "side" | "government"
        | "ally" | "power" | "republic" => last_states(context, roster, draft.head_token),
        _ => match roster.knowledge.language.classes.get(lemma) {
            Some(kinds) => last_two(context, roster, draft.head_token, kinds),
            None if draft.kind == EntityKind::Group => {
                office::last_persons(context, roster, draft.head_token)
            }
            None => Vec::new(),
        },
    };
    (pair.len() == 2).then_some((pair, "coreference/pair"))
}

/// "its neighbour": the state mentioned last that borders on the possessor's.
fn neighbour(
    context: &Context,
    roster: &Roster,
    number: usize,
    lemma: &str,
) -> Option<(Vec<EntityId>, &'static str)> {
    let draft = &context.input.drafts[number];
    if !matches!(lemma, "neighbour" | "neighbor") || draft.number == Number::Plural {
        return None;
    }
    let world = &roster.knowledge.world;
    let code = owner(context, roster, number).and_then(|id| roster.entity(id).state.clone())?;
    let borders: Vec<_> = world.neighbours(world.state(&code)?).collect();
    let last = context.seen.iter().rev().find(|seen| {
        let record = roster.entity(seen.entities[0]).record;
        seen.kind == EntityKind::State && record.is_some_and(|record| borders.contains(&record))
    })?;
    Some((vec![last.entities[0]], "coreference/neighbour"))
}

/// The two things of some kinds that were mentioned last.
fn last_two(
    context: &Context,
    roster: &Roster,
    token: usize,
    kinds: &[EntityKind],
) -> Vec<EntityId> {
    let sentence = context.annotated().sentence_of(token);
    let mut found: Vec<EntityId> = Vec::new();
    let recent = context.seen.iter().rev();
    for seen in recent.filter(|seen| seen.token < token && seen.sentence + 4 >= sentence) {
        for &id in &seen.entities {
            if kinds.contains(&roster.kind(id)) && !found.contains(&id) && found.len() < 2 {
                found.push(id);
            }
        }
    }
    found.reverse();
    found
}

/// The two states mentioned last.
fn last_states(context: &Context, roster: &Roster, token: usize) -> Vec<EntityId> {
    let mut states: Vec<EntityId> = Vec::new();
    let sentence = context.annotated().sentence_of(token);
    for seen in context
        .seen
        .iter()
        .rev()
        .filter(|seen| seen.token < token && seen.sentence + 6 >= sentence)
    {
        for &id in &seen.entities {
            let entity = roster.entity(id);
            let state = match entity.kind {
                EntityKind::State => Some(id),
                EntityKind::Government => entity
                    .state
                    .as_deref()
                    .and_then(|code| known_state(roster, code))
                    .or(Some(id)),
                _ => None,
            };
            if let Some(state) = state.filter(|state| !states.contains(state) && states.len() < 2) {
                states.push(state);
            }
        }
    }
    states.reverse();
    states
}

/// Whose the thing is by the names in its phrase or its possessive pronoun.
pub(super) fn owner(context: &Context, roster: &Roster, number: usize) -> Option<EntityId> {
    let draft = &context.input.drafts[number];
    let owners = draft
        .owners
        .iter()
        .filter_map(|&name| context.of_name[name]);
    let named = owners.into_iter().find(|&id| {
        matches!(
            roster.kind(id),
            EntityKind::State
                | EntityKind::Government
                | EntityKind::Region
                | EntityKind::City
                | EntityKind::Person
        )
    });
    named.or_else(|| {
        let annotated = context.annotated();
        let possessor = annotated.child(draft.head_token, Dep::Poss)?;
        context.entities_at(possessor).first().copied()
    })
}

/// "the country", "the alliance", "the city": the one of its class that was mentioned last.
fn class(
    context: &Context,
    roster: &Roster,
    number: usize,
    lemma: &str,
) -> Option<(Vec<EntityId>, &'static str)> {
    let draft = &context.input.drafts[number];
    let classes = &roster.knowledge.language.classes;
    let word = context.annotated().lower(draft.head.end - 1);
    let last = context.annotated().lemma(draft.head.end - 1);
    let plural = draft.number == Number::Plural;
    let kinds = if plural {
        classes.get(word)
    } else {
        classes.get(lemma).or_else(|| classes.get(last))
    }?;
    let definite = draft.determiner == Determiner::Definite;
    if !definite || has_complement(context, number) {
        return None;
    }
    let same_word = |id: EntityId| {
        roster.names[id.0]
            .iter()
            .any(|name| name.iter().any(|word| word == lemma))
    };
    let sentence = context.annotated().sentence_of(draft.head_token);
    let modified = !modifiers(context, number).is_empty();
    let sovereign = matches!(lemma, "country" | "nation" | "homeland" | "motherland");
    let fits = |seen: &&Seen| {
        if sovereign && is_territory(roster, seen.entities[0]) {
            return false;
        }
        let named = matches!(seen.form, Form::Name | Form::Metonym | Form::Adjective)
            || !modified && seen.form != Form::Pronoun;
        let beside = sovereign && seen.sentence == sentence && modifies(context, seen.token);
        seen.entities.len() == 1
            && !beside
            && named
            && kinds.contains(&roster.kind(seen.entities[0]))
            && seen.sentence + REACH >= sentence
    };
    let candidates: Vec<&Seen> = context.seen.iter().rev().filter(fits).collect();
    let by_word = candidates.iter().find(|seen| same_word(seen.entities[0]));
    let owned = draft.owners.is_empty();
    let is_place = |seen: &&&Seen| {
        matches!(
            seen.kind,
            EntityKind::City | EntityKind::Region | EntityKind::Place
        )
    };
    let only = |seen: &&Seen| {
        let first = seen.entities.as_slice();
        candidates.iter().all(|other| other.entities == first)
    };
    let told_apart = modifiers(context, number)
        .iter()
        .any(|word| phrases().apart.contains(word));
    let chosen = by_word.or_else(|| {
        let last = candidates.first().filter(|_| owned && !told_apart);
        last.filter(|seen| !modified || !is_place(seen) && only(seen))
    });
    if let Some(seen) = chosen {
        return Some((seen.entities.clone(), "coreference/class"));
    }
    let code = context
        .state_at(sentence, roster)
        .filter(|_| kinds.contains(&EntityKind::State) && owned && !modified && lemma != "state")?;
    known_state(roster, &code)
        .filter(|&id| !sovereign || !is_territory(roster, id))
        .map(|id| (vec![id], "coreference/state"))
}

/// Whether a token only modifies another noun ("US" in "US troops in the country").
fn modifies(context: &Context, token: usize) -> bool {
    matches!(
        context.annotated().dep(token),
        Dep::Compound | Dep::Amod | Dep::Nmod
    )
}

/// A state's territory that has a code of its own ("Greenland"): no country.
fn is_territory(roster: &Roster, id: EntityId) -> bool {
    let entity = roster.entity(id);
    let world = &roster.knowledge.world;
    entity.kind == EntityKind::State
        && entity
            .record
            .is_some_and(|record| world.record(record).part_of.is_some())
}

/// "the city of X", "the group that …": what it is, is said in the phrase itself.
fn has_complement(context: &Context, number: usize) -> bool {
    let annotated = context.annotated();
    let token = context.input.drafts[number].head_token;
    annotated.children(token).iter().any(|&child| {
        child > token
            && (matches!(annotated.dep(child), Dep::Prep) && annotated.lower(child) == "of"
                || annotated.dep(child) == Dep::Relcl)
    })
}

/// The same noun said before, with no other modifiers.
fn again(context: &Context, roster: &Roster, number: usize, word: &str) -> Option<EntityId> {
    let draft = &context.input.drafts[number];
    let plural_bare = draft.determiner == Determiner::Bare && draft.number == Number::Plural;
    if !matches!(
        draft.determiner,
        Determiner::Definite | Determiner::Possessive | Determiner::Dual
    ) && !plural_bare
    {
        return None;
    }
    let (mine, owner) = (modifiers(context, number), owner(context, roster, number));
    context
        .seen
        .iter()
        .rev()
        .filter(|seen| seen.form == Form::Nominal && seen.entities.len() == 1)
        .filter(|seen| context.input.drafts[seen.draft].number == draft.number)
        .filter(|seen| lemma(context, seen.draft) == word)
        .find(|seen| {
            let theirs = modifiers(context, seen.draft);
            let same_owner = owner.is_none() || self::owner(context, roster, seen.draft) == owner;
            same_owner
                && (mine.is_empty() && draft.determiner == Determiner::Definite
                    || mine == theirs
                    || draft.determiner == Determiner::Dual && theirs.is_subset(&mine))
        })
        .map(|seen| seen.entities[0])
}

/// Words before the head that tell which one: adjectives, nouns, numbers.
pub(super) fn modifiers(context: &Context, number: usize) -> BTreeSet<String> {
    let annotated = context.annotated();
    let draft = &context.input.drafts[number];
    (draft.tokens.start..draft.head.start)
        .filter(|&token| {
            matches!(
                annotated.pos(token),
                Pos::Adj | Pos::Noun | Pos::Num | Pos::Verb
            )
        })
        .filter(|&token| {
            context.input.drafts[number]
                .owners
                .iter()
                .all(|&name| !context.input.names[name].tokens.contains(&token))
        })
        .map(|token| annotated.lemma(token).to_lowercase())
        .collect()
}

/// An entity of its own, with what its noun and owner tell.
pub(super) fn new(
    context: &Context,
    roster: &mut Roster,
    number: usize,
    kind: EntityKind,
    noun: Option<&Noun>,
) -> EntityId {
    let draft = &context.input.drafts[number];
    let annotated = context.annotated();
    let span = annotated.span(draft.tokens.clone());
    let (start, _) = annotated.document.code_points(span);
    let owner = owner(context, roster, number).and_then(|id| roster.entity(id).state.clone());
    let id = roster.unnamed(kind, span.of(&annotated.document.text), start);
    let sector = noun.and_then(|noun| noun.sector.as_deref());
    roster.enrich(id, owner.as_deref(), sector, draft.gender);
    roster.entities[id.0].plural = draft.number == Number::Plural;
    id
}
