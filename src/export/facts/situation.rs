//! Situations, and who affirms, denies and wants them.

use std::collections::BTreeSet;

use super::Writer;
use super::record::{ParticipantRecord, SituationRecord, SituationTimeRecord};
use super::resolved::day;
use crate::extract::{Participant, Situation, SituationId, SituationTime};
use crate::graph::{role_name, status_name, time_basis_name};
use crate::resolve::Stance;

impl<'facts> Writer<'facts> {
    pub(super) fn situations(&self) -> Vec<SituationRecord<'facts>> {
        let stances = self.stances();
        let situations = self.facts.situations.iter().zip(stances).enumerate();
        situations
            .map(|(index, (situation, stances))| {
                self.situation(SituationId(index), situation, stances)
            })
            .collect()
    }

    fn situation(
        &self,
        id: SituationId,
        situation: &'facts Situation,
        stances: Stances<'facts>,
    ) -> SituationRecord<'facts> {
        let offsets = &self.iris.offsets;
        let triggers: Vec<_> = situation
            .triggers
            .iter()
            .map(|&span| offsets.span(span))
            .collect();
        SituationRecord {
            iri: self.iris.situation(id),
            event_type: &situation.event_type,
            class: situation.class.as_deref(),
            mode: situation.mode.as_deref(),
            contexts: &situation.contexts,
            cameo: situation.cameo.as_deref(),
            label: &situation.label,
            status: status_name(situation.status),
            trigger: triggers.first().copied(),
            triggers,
            evidence: offsets.span(situation.evidence),
            rule: &situation.rule,
            participants: situation
                .participants
                .iter()
                .map(|participant| self.participant(participant))
                .collect(),
            time: situation
                .time
                .as_ref()
                .map(|time| self.situation_time(time)),
            place: situation.place.map(|place| self.iris.entity(place)),
            content: self.situation_iris(&situation.content),
            conditional_on: self.situation_iris(&situation.conditional_on),
            same_as_situation: self.situation_iris(&situation.same_proposition),
            affirmed_by: stances.affirmed.into_iter().collect(),
            denied_by: stances.denied.into_iter().collect(),
            wanted_by: stances.wanted.into_iter().collect(),
        }
    }

    fn participant(&self, participant: &'facts Participant) -> ParticipantRecord<'facts> {
        let mention = participant
            .mention
            .map(|id| self.facts.resolved.mention(id).span);
        ParticipantRecord {
            role: role_name(participant.role),
            entity: self.iris.entity(participant.entity),
            mention: mention.map(|span| self.iris.offsets.span(span)),
            state: participant.state.as_deref(),
        }
    }

    fn situation_time(&self, time: &'facts SituationTime) -> SituationTimeRecord<'facts> {
        let expression = time
            .expression
            .map(|index| self.facts.resolved.times[index].span);
        SituationTimeRecord {
            value: time.value.as_deref(),
            earliest: day(time.earliest),
            latest: day(time.latest),
            basis: time_basis_name(time.basis),
            span: expression.map(|span| self.iris.offsets.span(span)),
        }
    }

    // Over the claims: for each situation those who affirm, deny and want it.
    fn stances(&self) -> Vec<Stances<'facts>> {
        let mut stances = vec![Stances::default(); self.facts.situations.len()];
        for claim in &self.facts.claims {
            for &SituationId(about) in &claim.about {
                let Some(set) = stances[about].of(claim.stance) else {
                    continue;
                };
                set.extend(self.sources(claim));
            }
        }
        stances
    }
}

#[derive(Clone, Default)]
struct Stances<'facts> {
    affirmed: BTreeSet<&'facts str>,
    denied: BTreeSet<&'facts str>,
    wanted: BTreeSet<&'facts str>,
}

impl<'facts> Stances<'facts> {
    fn of(&mut self, stance: Stance) -> Option<&mut BTreeSet<&'facts str>> {
        match stance {
            Stance::Affirms => Some(&mut self.affirmed),
            Stance::Denies => Some(&mut self.denied),
            Stance::Wants => Some(&mut self.wanted),
            Stance::Doubts => None,
        }
    }
}
