//! The order in which facts are put together.

use std::collections::BTreeMap;

use super::events::{self, Draft};
use super::status::{Reading, StatusIndex};
use super::{
    Claim, Facts, Participant, Role, Situation, SituationId, Status, TimeBasis, claims, dating,
    facts, quantities,
};
use crate::knowledge::Knowledge;
use crate::resolve::{EntityId, Resolved};

/// What happened, who says so, and is it so: situations with roles, their status, further tellings,
/// links between them, days, and the claims about them.
#[must_use]
pub fn extract(resolved: Resolved, knowledge: &Knowledge) -> Facts {
    let mut drafts = events::find(&resolved, knowledge);
    let status = StatusIndex::new(&resolved, knowledge);
    for draft in &mut drafts {
        let read = read_status(draft, &status);
        draft.situation.status = if draft.refusal {
            let speeches = status.reading(status_token(draft)).speeches;
            events::refusal_status(&draft.situation, &speeches, &resolved)
        } else {
            read
        };
    }
    drafts.retain(|draft| !events::is_aside(draft, &resolved));
    events::temper(&mut drafts, &resolved.annotated);
    let told = Told::new(&drafts);
    let mut situations = told.situations(&drafts);
    told.link(&drafts, &status, &mut situations);
    hand_up_recipients(&mut situations);
    told.date(&drafts, &resolved, &mut situations);
    finish(&resolved, knowledge, &mut situations);
    claims::link_propositions(&mut situations);
    let claims = told.claims(&drafts, &status, &situations, &resolved, knowledge);
    let facts = facts::find(&resolved, knowledge);
    let quantities = quantities::quantities(&resolved, &told.by_token);
    Facts {
        resolved,
        situations,
        claims,
        facts,
        quantities,
    }
}

/// The word by which the status of a draft is read first: of an event noun itself, of a verb the event noun that it carries.
const fn status_token(draft: &Draft) -> usize {
    if draft.nominal {
        draft.situation.trigger_token
    } else {
        draft.status_token
    }
}

/// The status of a draft; what a verb carries is no more certain than the verb: "said that they attended the rally".
fn read_status(draft: &Draft, status: &StatusIndex<'_>) -> Status {
    let read = status.reading(status_token(draft)).status;
    match read {
        Status::Asserted => status.reading(draft.situation.trigger_token).status,
        _ => read,
    }
}

/// Which draft tells of which situation.
struct Told {
    /// For each draft its situation.
    situation_of: Vec<SituationId>,
    /// For each situation its drafts, the first telling first.
    tellings: Vec<Vec<usize>>,
    /// Situations by the tokens that tell of them.
    by_token: BTreeMap<usize, SituationId>,
}

impl Told {
    fn new(drafts: &[Draft]) -> Self {
        let same = events::merge(drafts);
        let mut situation_of = Vec::with_capacity(drafts.len());
        let mut tellings: Vec<Vec<usize>> = Vec::new();
        for (draft, &first) in same.iter().enumerate() {
            let id = if first == draft {
                tellings.push(Vec::new());
                SituationId(tellings.len() - 1)
            } else {
                situation_of[first]
            };
            tellings[id.0].push(draft);
            situation_of.push(id);
        }
        let mut by_token = BTreeMap::new();
        for (draft, id) in drafts.iter().zip(&situation_of) {
            by_token.insert(draft.situation.trigger_token, *id);
            by_token.entry(draft.status_token).or_insert(*id);
        }
        Self {
            situation_of,
            tellings,
            by_token,
        }
    }

    fn situations(&self, drafts: &[Draft]) -> Vec<Situation> {
        self.tellings
            .iter()
            .map(|tellings| {
                let mut situation = drafts[tellings[0]].situation.clone();
                for &again in &tellings[1..] {
                    retell(&mut situation, &drafts[again].situation);
                }
                situation
            })
            .collect()
    }

    /// Ties what is said, asked or planned, conditions, means and purposes.
    fn link(&self, drafts: &[Draft], status: &StatusIndex<'_>, situations: &mut [Situation]) {
        for (draft, &id) in drafts.iter().zip(&self.situation_of) {
            let token = draft.situation.trigger_token;
            let contents = [draft.contents.clone(), status.contents(token)].concat();
            let situation = &mut situations[id.0];
            self.tie(id, &contents, &mut situation.content);
            self.tie(id, &status.conditions(token), &mut situation.conditional_on);
            self.tie(id, &status.purposes(token), &mut situation.purpose);
            self.tie(id, &status.means(token), &mut situation.by_means_of);
        }
    }

    fn tie(&self, own: SituationId, tokens: &[usize], into: &mut Vec<SituationId>) {
        let found = tokens.iter().filter_map(|token| self.by_token.get(token));
        into.extend(found.copied().filter(|&id| id != own));
        into.sort_unstable();
        into.dedup();
    }

    /// Who says what of the situations, with the reading of each first telling.
    fn claims(
        &self,
        drafts: &[Draft],
        status: &StatusIndex<'_>,
        situations: &[Situation],
        resolved: &Resolved,
        knowledge: &Knowledge,
    ) -> Vec<Claim> {
        let readings: Vec<Reading> = self
            .tellings
            .iter()
            .map(|tellings| status.reading(status_token(&drafts[tellings[0]])))
            .collect();
        let wished: Vec<bool> = readings.iter().map(|one| status.is_own_wish(one)).collect();
        let cues: Vec<Option<usize>> = readings.iter().map(|one| one.cue).collect();
        let mut claims = claims::claims(resolved, &knowledge.reporting);
        claims::link(&mut claims, situations, &wished, resolved);
        claims::cover(
            &mut claims,
            situations,
            &cues,
            resolved,
            &knowledge.reporting,
        );
        claims
    }

    fn date(&self, drafts: &[Draft], resolved: &Resolved, situations: &mut [Situation]) {
        let token = |&draft: &usize| drafts[draft].situation.trigger_token;
        let tokens: Vec<Vec<usize>> = self
            .tellings
            .iter()
            .map(|tellings| tellings.iter().map(token).collect())
            .collect();
        for (situation, time) in situations.iter_mut().zip(dating::date(&tokens, resolved)) {
            let real = !matches!(
                situation.status,
                Status::Desired | Status::Hypothetical | Status::Generic
            );
            situation.time = time.filter(|time| real || time.basis != TimeBasis::Tense);
        }
    }
}

/// Adds a further telling: its words, and who takes part where the first telling leaves it open.
fn retell(situation: &mut Situation, again: &Situation) {
    situation.triggers.extend(&again.triggers);
    let open: Vec<_> = again
        .participants
        .iter()
        .filter(|one| {
            !situation
                .participants
                .iter()
                .any(|known| known.role == one.role)
        })
        .cloned()
        .collect();
    situation.participants.extend(open);
    situation.place = situation.place.or(again.place);
}

/// Whom a promise, a threat or a refusal is for, where it does not say so itself, is whom its content is for:
/// "agreed to lend money to Borland".
fn hand_up_recipients(situations: &mut [Situation]) {
    for number in 0..situations.len() {
        let role = match situations[number].class.as_deref() {
            Some("AGREE" | "THREATEN") => Role::Addressee,
            Some("REJECT") => Role::Target,
            _ => continue,
        };
        if situations[number].participants.iter().any(is_recipient) {
            continue;
        }
        let handed = recipients_of_contents(situations, number, role);
        situations[number].participants.extend(handed);
    }
}

const fn is_recipient(participant: &Participant) -> bool {
    matches!(
        participant.role,
        Role::Target | Role::Addressee | Role::Beneficiary
    )
}

fn recipients_of_contents(situations: &[Situation], number: usize, role: Role) -> Vec<Participant> {
    let own: Vec<EntityId> = situations[number]
        .participants
        .iter()
        .map(|one| one.entity)
        .collect();
    let mut found: Vec<Participant> = Vec::new();
    for &SituationId(content) in &situations[number].content {
        for one in situations[content]
            .participants
            .iter()
            .filter(|one| is_recipient(one))
        {
            let known =
                own.contains(&one.entity) || found.iter().any(|other| other.entity == one.entity);
            if !known {
                found.push(Participant {
                    role,
                    ..one.clone()
                });
            }
        }
    }
    found
}

/// States of participants, and a sentence about each situation.
fn finish(resolved: &Resolved, knowledge: &Knowledge, situations: &mut [Situation]) {
    let states = events::States::new(resolved, &knowledge.world);
    for situation in situations {
        let place = situation.place;
        for participant in &mut situation.participants {
            participant.state = states.of(participant, place);
        }
        situation.label = events::label(situation, resolved, &knowledge.events);
    }
}
