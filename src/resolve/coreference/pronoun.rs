//! Pronouns: by gender, number and kind, the subject before the object, the near before the far
//! (Hobbs 1978; Grosz, Joshi and Weinstein 1995), and speakers inside quotations.

use super::Answer;
use super::binding::{bound, clause_of, is_ordered, is_told};
use super::context::{Context, Seen, is_subject};
use super::elsewhere::{after, pairs, things};
use crate::annotate::Dep;
use crate::knowledge::language::phrases;
use crate::knowledge::world::{EntityKind, Gender};
use crate::resolve::linking::Roster;
use crate::resolve::mentions::Number;
use crate::resolve::{EntityId, Form, Speech};

/// How many sentences back a pronoun looks.
const REACH: usize = 3;
/// By how much the best candidate must lead.
const LEAD: i32 = 1;

/// Resolves a personal pronoun.
pub(super) fn resolve(
    context: &mut Context,
    roster: &mut Roster,
    number: usize,
    answer: &mut Answer,
) {
    let draft = &context.input.drafts[number];
    let token = draft.head_token;
    let found = match context.annotated().lower(token) {
        "i" | "me" | "my" | "mine" | "myself" => speaker(context, token, false),
        "we" | "us" | "our" | "ours" | "ourselves" => speaker(context, token, true)
            .filter(|ids| ids.iter().all(|&id| roster.kind(id) != EntityKind::Person)),
        "you" | "your" | "yours" | "yourself" => addressee(context, token),
        _ => bracketed(context, token).or_else(|| antecedent(context, roster, number)),
    };
    answer.rule = "coreference/pronoun";
    answer.entities = found.unwrap_or_default();
    if let Some(&first) = answer.entities.first()
        && answer.entities.len() == 1
    {
        answer.kind = roster.kind(first);
    }
    let thing = matches!(context.annotated().lower(token), "it" | "its" | "itself");
    answer.kept = !(thing && answer.entities.is_empty());
}

/// Who speaks the words around a token.
fn speaker(context: &Context, token: usize, many: bool) -> Option<Vec<EntityId>> {
    let speech = context.speech_of(token)?;
    let ids: Vec<EntityId> = speech
        .sources
        .iter()
        .flat_map(|&source| context.entities_at(source))
        .collect();
    let usable = !ids.is_empty() && (many || ids.len() == 1);
    usable.then_some(ids)
}

fn addressee(context: &Context, token: usize) -> Option<Vec<EntityId>> {
    let speech = context.speech_of(token)?;
    let ids = context.entities_at(speech.addressee?);
    (ids.len() == 1).then_some(ids)
}

/// "He (the prime minister) said": whom the brackets name.
fn bracketed(context: &Context, token: usize) -> Option<Vec<EntityId>> {
    let annotated = context.annotated();
    let bracket = annotated
        .tokens
        .get(token + 1)
        .map(|_| annotated.text(token + 1))?;
    if !matches!(bracket, "(" | "[") {
        return None;
    }
    let inside = (token + 2..(token + 8).min(annotated.tokens.len()))
        .take_while(|&at| !matches!(annotated.text(at), ")" | "]"))
        .filter_map(|at| context.by_token[at])
        .find(|&draft| matches!(context.input.drafts[draft].form, Form::Office | Form::Name))?;
    let draft = &context.input.drafts[inside];
    let linked = context.linked[inside];
    linked.map(|id| vec![id]).or_else(|| {
        let office = &context.input.offices[draft.office?];
        let told = context.told_person(office);
        told.map(|id| vec![id])
    })
}

/// A candidate with its weight.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) weight: i32,
    pub(super) token: usize,
    /// None where a noun stands in the way that names no actor.
    pub(super) entities: Option<Vec<EntityId>>,
}

fn antecedent(context: &Context, roster: &Roster, number: usize) -> Option<Vec<EntityId>> {
    let mut candidates = before(context, roster, number);
    candidates.extend(after(context, roster, number));
    candidates.extend(things(context, number));
    candidates.extend(pairs(context, roster, number));
    merge(&mut candidates);
    candidates.sort_by(|a, b| b.weight.cmp(&a.weight).then(b.token.cmp(&a.token)));
    let best = candidates.first()?;
    if is_vague_outsider(context, best, number) {
        return None;
    }
    let rival = candidates.get(1).map_or(i32::MIN, |second| second.weight);
    let clear = rival == i32::MIN || best.weight >= rival + LEAD;
    clear.then(|| best.entities.clone()).flatten()
}

/// Whether a pronoun of a person in a quotation would mean somebody outside of it of whom no name and no gender
/// is known ("one person", two sentences before).
fn is_vague_outsider(context: &Context, best: &Candidate, number: usize) -> bool {
    let token = context.input.drafts[number].head_token;
    let mut around = context.quoting(token).peekable();
    let quoted = around.peek().is_some();
    let span = context.annotated().tokens[best.token].span;
    let together = around.any(|speech| speech.quotes.iter().any(|quote| quote.contains(span)));
    let vague = context
        .seen_at(best.token)
        .is_some_and(|seen| seen.form == Form::Nominal && seen.gender.is_none());
    quoted && !together && vague && context.input.drafts[number].gender.is_some()
}

/// One candidate an entity: with the best of its weights, and a little for each further mention.
fn merge(candidates: &mut Vec<Candidate>) {
    let mut merged: Vec<Candidate> = Vec::new();
    for candidate in candidates.drain(..) {
        let same = merged
            .iter_mut()
            .find(|other| other.entities.is_some() && other.entities == candidate.entities);
        match same {
            Some(other) => {
                other.weight = other.weight.max(candidate.weight) + 1;
                other.token = other.token.max(candidate.token);
            }
            None => merged.push(candidate),
        }
    }
    *candidates = merged;
}

/// Mentions before the pronoun that agree with it.
fn before(context: &Context, roster: &Roster, number: usize) -> Vec<Candidate> {
    let draft = &context.input.drafts[number];
    let token = draft.head_token;
    let annotated = context.annotated();
    let sentence = annotated.sentence_of(token);
    context
        .seen
        .iter()
        .rev()
        .take_while(|seen| seen.sentence + REACH >= sentence)
        .filter(|seen| seen.token < token && agrees(context, roster, number, seen))
        .filter(|seen| {
            !bound(annotated, seen.token, token)
                && !is_own_speaker(context, seen, token)
                && !is_subject_of(context, seen, token)
        })
        .map(|seen| Candidate {
            weight: weight(context, seen, token),
            token: seen.token,
            entities: Some(seen.entities.clone()),
        })
        .collect()
}

/// Whether a mention means the subject of the verb whose object a pronoun is ("They urged him": he is none of them).
fn is_subject_of(context: &Context, seen: &Seen, token: usize) -> bool {
    let annotated = context.annotated();
    let object = matches!(annotated.dep(token), Dep::Dobj | Dep::Dative)
        && !annotated.lower(token).ends_with("self")
        && !annotated.lower(token).ends_with("selves");
    let subject = annotated
        .head(token)
        .filter(|_| object)
        .and_then(|verb| annotated.child(verb, Dep::Nsubj));
    subject.is_some_and(|subject| {
        let doers = context.entities_at(subject);
        seen.entities.iter().any(|id| doers.contains(id))
    })
}

fn agrees(context: &Context, roster: &Roster, number: usize, seen: &Seen) -> bool {
    let draft = &context.input.drafts[number];
    let subject = is_subject(context.annotated(), draft.head_token);
    let one = seen.entities.len() == 1;
    use EntityKind as K;
    match context.annotated().lower(draft.head_token) {
        "it" | "its" | "itself" => {
            let place = matches!(seen.kind, K::City | K::Region | K::Place);
            let thing = !matches!(seen.kind, K::Person | K::Group | K::Post)
                || seen.kind == K::Group && seen.number == Number::Singular;
            one && thing
                && seen.form != Form::Adjective
                && (!place || !subject)
                && seen.number != Number::Plural
        }
        "they" | "them" | "their" | "theirs" | "themselves" => {
            let many = seen.kind == K::Group || !one || seen.number == Number::Plural;
            let body = matches!(
                seen.kind,
                K::Organisation
                    | K::PoliticalParty
                    | K::ArmedGroup
                    | K::MilitaryForce
                    | K::Company
                    | K::IntergovernmentalOrganisation
                    | K::MediaOutlet
            );
            (many || body) && seen.form != Form::Adjective
        }
        _ => {
            let person = one && seen.kind == K::Person && seen.number != Number::Plural;
            let known = seen.gender.or(roster.entity(seen.entities[0]).gender);
            person && gender_fits(known, draft.gender)
        }
    }
}

pub(super) fn gender_fits(known: Option<Gender>, asked: Option<Gender>) -> bool {
    known.is_none() || asked.is_none() || known == asked
}

/// How near and how prominent a mention is for a pronoun.
pub(super) fn weight(context: &Context, seen: &Seen, token: usize) -> i32 {
    let annotated = context.annotated();
    let distance = annotated.sentence_of(token) - seen.sentence;
    let mut weight = 40 - 12 * i32::try_from(distance).unwrap_or(REACH as i32);
    weight += match annotated.dep(seen.token) {
        Dep::Nsubj | Dep::Nsubjpass => 9,
        Dep::Dobj | Dep::Dative | Dep::Agent => 4,
        Dep::Poss | Dep::Compound | Dep::Amod => 1,
        _ if seen.subject => 8,
        _ => 2,
    };
    weight += match seen.form {
        Form::Pronoun => 4,
        Form::Name | Form::Office => 2,
        _ => 0,
    };
    let draft = &context.input.drafts[seen.draft];
    weight += i32::from(draft.gender.is_some() || seen.gender.is_some()) * 2;
    let plural = matches!(
        annotated.lower(token),
        "they" | "them" | "their" | "themselves"
    );
    weight -= i32::from(plural && seen.kind != EntityKind::Group && seen.entities.len() == 1) * 6;
    weight -= i32::from(
        !plural
            && matches!(
                seen.kind,
                EntityKind::City | EntityKind::Region | EntityKind::Place
            ),
    ) * 5;
    if is_subject(annotated, token)
        && seen.subject
        && clause_of(annotated, seen.token) != clause_of(annotated, token)
    {
        weight += 3;
    }
    if annotated.dep(token) == Dep::Poss
        && clause_of(annotated, token) == clause_of(annotated, seen.token)
        && seen.subject
    {
        weight += 6;
    }
    weight += i32::from(is_told(annotated, seen.token, token)) * 10;
    weight += i32::from(is_ordered(annotated, seen.token, token)) * 12;
    weight - i32::try_from((token - seen.token) / 12).unwrap_or(0)
}

/// Whether a mention is the speaker of a quotation in which a pronoun of the third person stands.
fn is_own_speaker(context: &Context, seen: &Seen, token: usize) -> bool {
    context.quoting(token).any(|speech| {
        let says = |&source: &usize| {
            let speaker = context.entities_at(source);
            speaker.iter().any(|id| seen.entities.contains(id))
        };
        speech.sources.iter().any(says) || is_name_of_speaker(context, seen, speech)
    })
}

/// "said a man using the pseudonym X", "said a woman named X": the name of the one who speaks.
fn is_name_of_speaker(context: &Context, seen: &Seen, speech: &Speech) -> bool {
    let annotated = context.annotated();
    let span = annotated.tokens[seen.token].span;
    let within = speech
        .source_spans
        .iter()
        .any(|source| source.contains(span));
    let naming = |token: usize| phrases().naming.contains(annotated.lemma(token));
    within && annotated.ancestors(seen.token).take(2).any(naming)
}
