//! Events with their actors, read from graphs: what tables and networks are made of.

mod delimited;
mod table;

use std::collections::BTreeSet;

pub use delimited::Delimiter;
pub(super) use delimited::write_record;
pub use table::write_table;

use crate::graph::vocabulary as v;
use crate::store::Nodes;

/// Somebody who takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Actor<'graph> {
    /// IRI.
    pub(super) iri: &'graph str,
    /// Label.
    pub(super) name: &'graph str,
    /// Local name of the class.
    pub(super) kind: &'graph str,
    /// PLOVER sector; empty where there is none.
    pub(super) sector: &'graph str,
    /// ISO code of the state that it acts for in the situation; empty where there is none.
    pub(super) state: &'graph str,
}

/// Two who take part in a situation; one of them may not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair<'graph> {
    pub(super) actor: Option<Actor<'graph>>,
    pub(super) recipient: Option<Actor<'graph>>,
    /// What the recipient is: `target`, `addressee`, `beneficiary` or `participant`.
    pub(super) role: &'static str,
}

const AGENT: &str = "https://w3id.org/newsgraph/ns#agent";
// Roles of those whom a situation concerns.
const RECIPIENTS: [(&str, &str); 4] = [
    ("https://w3id.org/newsgraph/ns#target", "target"),
    ("https://w3id.org/newsgraph/ns#addressee", "addressee"),
    ("https://w3id.org/newsgraph/ns#beneficiary", "beneficiary"),
    (PARTICIPANT, "participant"),
];
const PARTICIPANT: &str = "https://w3id.org/newsgraph/ns#participant";

/// Reads situations.
pub(super) struct EventReader<'nodes, 'graph> {
    pub(super) nodes: &'nodes Nodes<'graph>,
}

impl<'graph> EventReader<'_, 'graph> {
    /// The situations, or only those that articles assert: by day, then IRI.
    pub(super) fn situations(&self, asserted_only: bool) -> Vec<&'graph str> {
        let wanted = |iri: &&str| {
            if asserted_only {
                self.nodes.has(iri, v::A, v::SEM_EVENT)
            } else {
                self.nodes.has(iri, v::A, v::SITUATION)
            }
        };
        let all = self.nodes.iter().map(|(iri, _)| iri).filter(wanted);
        let mut situations: Vec<&str> = all.collect();
        situations.sort_by_key(|iri| {
            let day = self.nodes.text(iri, v::EARLIEST);
            (day.is_none(), day, *iri)
        });
        situations
    }

    /// Every agent with everyone whom the situation concerns; participants among themselves where
    /// there is no agent.
    pub(super) fn pairs(&self, situation: &str) -> Vec<Pair<'graph>> {
        let agents = self.agents(situation);
        let recipients = self.recipients(situation);
        let mut pairs: Vec<Pair> = if agents.is_empty() && recipients.len() > 1 {
            among_themselves(&recipients)
        } else {
            crossed(&agents, &recipients)
        };
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// PLOVER class, from the keys of the situation.
    pub(super) fn class(&self, situation: &str) -> Option<&'graph str> {
        self.key_part(situation, 0).into_iter().next()
    }

    fn agents(&self, situation: &str) -> Vec<Actor<'graph>> {
        let codes = self.key_part(situation, 1);
        let agents: Vec<&str> = self.nodes.links(situation, AGENT).collect();
        let alone = agents.len() == 1;
        agents
            .into_iter()
            .map(|iri| self.actor(iri, &codes, alone))
            .collect()
    }

    fn recipients(&self, situation: &str) -> Vec<(Actor<'graph>, &'static str)> {
        let codes = self.key_part(situation, 2);
        let alone = self.nodes.links(situation, v::RECIPIENT).count() == 1;
        let mut recipients = Vec::new();
        for (property, role) in RECIPIENTS {
            for iri in self.nodes.links(situation, property) {
                let alone = alone && role != "participant";
                recipients.push((self.actor(iri, &codes, alone), role));
            }
        }
        recipients
    }

    // Class, agent's state or recipient's state of the keys.
    fn key_part(&self, situation: &str, part: usize) -> BTreeSet<&'graph str> {
        let local = |key: &'graph str| key.rsplit('/').next()?.split('.').nth(part);
        let keys = self.nodes.links(situation, v::KEY);
        keys.filter_map(local)
            .filter(|&code| code != "none")
            .collect()
    }

    fn actor(&self, iri: &'graph str, codes: &BTreeSet<&'graph str>, alone: bool) -> Actor<'graph> {
        Actor {
            iri,
            name: self.name(iri),
            kind: self.kind(iri),
            sector: self.nodes.text(iri, v::SECTOR).unwrap_or(""),
            state: self.state(iri, codes, alone),
        }
    }

    /// Label of anything; its IRI where it has none.
    pub(super) fn name(&self, iri: &'graph str) -> &'graph str {
        self.nodes.text(iri, v::LABEL).unwrap_or(iri)
    }

    fn kind(&self, iri: &str) -> &'graph str {
        let classes = self.nodes.links(iri, v::A);
        let mut own = classes.filter_map(|class| class.strip_prefix(v::NG));
        own.find(|&class| class != "Leader").unwrap_or("")
    }

    // The situation's own word where it is about this actor alone, else what is known of the actor.
    fn state(&self, iri: &str, codes: &BTreeSet<&'graph str>, alone: bool) -> &'graph str {
        if alone && let (Some(code), 1) = (codes.first(), codes.len()) {
            return code;
        }
        let states = self.nodes.links(iri, v::OF_STATE);
        let mut known: Vec<&str> = self.nodes.texts(iri, v::NOTATION).collect();
        known.extend(states.filter_map(|state| self.nodes.text(state, v::NOTATION)));
        let fitting = known.iter().find(|code| codes.contains(*code));
        fitting.or(known.first()).copied().unwrap_or("")
    }
}

fn crossed<'graph>(
    agents: &[Actor<'graph>],
    recipients: &[(Actor<'graph>, &'static str)],
) -> Vec<Pair<'graph>> {
    let agents: Vec<Option<Actor>> = or_nobody(agents.iter().copied().map(Some));
    let recipients = or_nobody(recipients.iter().copied().map(Some));
    let mut pairs = Vec::new();
    for &actor in &agents {
        for recipient in &recipients {
            pairs.push(Pair {
                actor,
                recipient: recipient.map(|(actor, _)| actor),
                role: recipient.map_or("", |(_, role)| role),
            });
        }
    }
    pairs
}

fn or_nobody<T>(some: impl Iterator<Item = Option<T>>) -> Vec<Option<T>> {
    let mut all: Vec<Option<T>> = some.collect();
    if all.is_empty() {
        all.push(None);
    }
    all
}

fn among_themselves<'graph>(all: &[(Actor<'graph>, &'static str)]) -> Vec<Pair<'graph>> {
    let mut pairs = Vec::new();
    for (index, &(actor, _)) in all.iter().enumerate() {
        for &(recipient, role) in &all[index + 1..] {
            pairs.push(Pair {
                actor: Some(actor),
                recipient: Some(recipient),
                role,
            });
        }
    }
    pairs
}
