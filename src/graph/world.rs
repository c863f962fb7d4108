//! The graph of world knowledge: exactly what the articles refer to, and what that hangs on.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiff::civil::Date;
use oxigraph::model::Triple;

use super::article::classes;
use super::triples::Triples;
use super::vocabulary as v;
use crate::knowledge::World;
use crate::knowledge::world::{AliasKind, EntityKind, MembershipStatus, Record, RecordId, Tenure};

/// What is known of the things that articles refer to: names, kinds, states, posts and tenures,
/// memberships, places. `referred` are IRIs, of which those that are not of the tables are passed
/// over; `days` are the articles' days of publication, on which memberships must hold.
#[must_use]
pub fn world_graph(
    world: &World,
    base: &str,
    referred: &BTreeSet<&str>,
    days: &BTreeSet<Date>,
) -> Vec<Triple> {
    let records: BTreeSet<RecordId> = referred
        .iter()
        .filter_map(|iri| record_of(world, base, iri))
        .collect();
    let mut writer = WorldWriter {
        world,
        base,
        days,
        triples: Triples::default(),
        waiting: records.iter().copied().collect(),
        known: records.clone(),
    };
    for &record in &records {
        writer.posts(record);
        writer.memberships(record, &records);
    }
    while let Some(record) = writer.waiting.pop_front() {
        writer.record(record);
    }
    writer.triples.into_sorted()
}

/// IRI of a record.
#[must_use]
pub fn record_iri(base: &str, record: &Record) -> String {
    format!("{base}{}/{}", record.kind.namespace(), record.key)
}

// The record of an IRI below the base.
fn record_of(world: &World, base: &str, iri: &str) -> Option<RecordId> {
    let (namespace, key) = iri.strip_prefix(base)?.split_once('/')?;
    let kinds = EntityKind::ALL.iter().copied();
    let kind = kinds
        .into_iter()
        .find(|kind| kind.namespace() == namespace)?;
    world.by_key(kind, key)
}

struct WorldWriter<'world> {
    world: &'world World,
    base: &'world str,
    days: &'world BTreeSet<Date>,
    triples: Triples,
    waiting: VecDeque<RecordId>,
    known: BTreeSet<RecordId>,
}

impl WorldWriter<'_> {
    fn iri(&self, record: RecordId) -> String {
        record_iri(self.base, &self.world.record(record))
    }

    // A link to a record, which is then described too.
    fn link(&mut self, subject: &str, property: &str, record: RecordId) {
        self.triples.link(subject, property, &self.iri(record));
        if self.known.insert(record) {
            self.waiting.push_back(record);
        }
    }

    fn record(&mut self, id: RecordId) {
        let world = self.world;
        let record = world.record(id);
        let iri = record_iri(self.base, &record);
        for class in classes(record.kind) {
            self.triples.class(&iri, &class);
        }
        self.triples.label(&iri, record.label);
        for (name, kind) in world.aliases(id) {
            if kind == AliasKind::Name && name != record.label {
                self.triples.english(&iri, v::ALT_LABEL, name);
            }
        }
        if let Some(same) = record.wikidata_iri() {
            self.triples.link(&iri, v::SAME_AS, &same);
        }
        self.triples.text_if(&iri, v::SECTOR, record.sector);
        if let Some((latitude, longitude)) = record.coordinates {
            self.triples.number_if(&iri, v::LATITUDE, Some(latitude));
            self.triples.number_if(&iri, v::LONGITUDE, Some(longitude));
        }
        self.relations(id, &iri, &record);
    }

    fn relations(&mut self, id: RecordId, iri: &str, record: &Record) {
        let state = record.state.and_then(|code| self.world.state(code));
        match record.kind {
            EntityKind::State => self.triples.text_if(iri, v::NOTATION, record.state),
            _ => {
                if let Some(state) = state {
                    self.link(iri, v::OF_STATE, state);
                }
            }
        }
        if let (EntityKind::Government, Some(state)) = (record.kind, state) {
            self.link(iri, &ng("governmentOf"), state);
        }
        if let Some(place) = self.world.located_in(id) {
            self.link(iri, &ng("locatedIn"), place);
        }
        if record.state.and_then(|code| self.world.capital_of(code)) == Some(id)
            && let Some(state) = state
        {
            self.link(iri, &ng("capitalOf"), state);
        }
        if let Some(organisation) = record.part_of {
            match record.kind {
                EntityKind::Post => self.link(iri, &ng("ofOrganisation"), organisation),
                EntityKind::City | EntityKind::Region | EntityKind::Place | EntityKind::State => {}
                _ => self.link(iri, &ng("organOf"), organisation),
            }
        }
    }

    // All tenures of a person who is referred to; of a post those who held it on the articles' days.
    fn posts(&mut self, id: RecordId) {
        let tenures: Vec<Tenure> = match self.world.kind(id) {
            EntityKind::Person => self.world.tenures_of(id).to_vec(),
            EntityKind::Post => {
                let on_days = self
                    .days
                    .iter()
                    .flat_map(|&day| self.world.holders(id, day));
                let each: BTreeMap<_, _> = on_days
                    .map(|tenure| ((tenure.since, tenure.person), tenure))
                    .collect();
                each.into_values().collect()
            }
            _ => Vec::new(),
        };
        for tenure in tenures {
            self.tenure(&tenure);
        }
    }

    fn tenure(&mut self, tenure: &Tenure) {
        let (person, post) = (
            self.world.record(tenure.person),
            self.world.record(tenure.post),
        );
        let since = tenure
            .since
            .map_or_else(|| "unknown".to_owned(), |day| day.to_string());
        let iri = format!("{}tenure/{}-{}-{since}", self.base, person.key, post.key);
        self.triples.class(&iri, &ng("Tenure"));
        self.triples.class(&iri, v::MEMBERSHIP);
        self.triples
            .label(&iri, &format!("{}, {}", person.label, post.label));
        self.triples.day_if(&iri, v::START_DATE, tenure.since);
        self.triples.day_if(&iri, v::END_DATE, tenure.until);
        if tenure.acting {
            self.triples.boolean(&iri, &ng("acting"), true);
        }
        if self
            .world
            .roles_of(tenure.post)
            .any(|role| matches!(role, "head-of-state" | "head-of-government"))
        {
            self.triples.class(&self.iri(tenure.person), v::LEADER);
        }
        self.link(&iri, v::ORG_MEMBER, tenure.person);
        self.link(&iri, &ng("post"), tenure.post);
    }

    // Members among the states that are referred to, on one of the articles' days.
    fn memberships(&mut self, organisation: RecordId, referred: &BTreeSet<RecordId>) {
        let mut members = BTreeSet::new();
        for &day in self.days {
            let on_day = self.world.memberships_in(organisation, day);
            let full = on_day.filter(|membership| membership.status == MembershipStatus::Member);
            members.extend(
                full.map(|membership| membership.member)
                    .filter(|state| referred.contains(state)),
            );
        }
        for member in members {
            let member = self.iri(member);
            self.link(&member, &ng("memberOf"), organisation);
        }
    }
}

fn ng(local: &str) -> String {
    format!("{}{local}", v::NG)
}
