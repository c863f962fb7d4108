//! The entities of an article while they are being found.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::knowledge::Knowledge;
use crate::knowledge::world::draft::fold::slug;
use crate::knowledge::world::{EntityKind, Gender, RecordId};
use crate::resolve::{Entity, EntityId};

/// The entities found so far, each once.
pub(crate) struct Roster<'a> {
    pub(crate) knowledge: &'a Knowledge,
    /// The day as of which offices and states are read.
    pub(crate) day: Option<Date>,
    /// Local name of the article's IRI.
    hash: String,
    pub(crate) entities: Vec<Entity>,
    /// Names under which each entity is known, in normal form, as words.
    pub(crate) names: Vec<Vec<Vec<String>>>,
    by_record: BTreeMap<RecordId, EntityId>,
    by_name: BTreeMap<(&'static str, String), EntityId>,
}

impl<'a> Roster<'a> {
    pub(crate) fn new(knowledge: &'a Knowledge, hash: String, day: Option<Date>) -> Self {
        Self {
            knowledge,
            day,
            hash,
            entities: Vec::new(),
            names: Vec::new(),
            by_record: BTreeMap::new(),
            by_name: BTreeMap::new(),
        }
    }

    pub(crate) fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0]
    }

    pub(crate) fn kind(&self, id: EntityId) -> EntityKind {
        self.entities[id.0].kind
    }

    /// The records that have an entity.
    pub(crate) fn records(&self) -> Vec<RecordId> {
        self.by_record.keys().copied().collect()
    }

    /// The entity of a record.
    pub(crate) fn known(&mut self, record: RecordId) -> EntityId {
        if let Some(&id) = self.by_record.get(&record) {
            return id;
        }
        let world = &self.knowledge.world;
        let row = world.record(record);
        let office = self
            .day
            .and_then(|day| world.posts_of(record, day).into_iter().next());
        let post = office.map(|tenure| world.record(tenure.post));
        let entity = Entity {
            record: Some(record),
            key: row.key.to_owned(),
            kind: row.kind,
            label: row.label.to_owned(),
            state: post
                .and_then(|post| post.state)
                .or(row.state)
                .map(str::to_owned),
            sector: post
                .and_then(|post| post.sector)
                .or(row.sector)
                .map(str::to_owned),
            gender: row.gender.or_else(|| self.gender_of(row.kind, row.label)),
            plural: false,
            unnamed: false,
            same_as: row.wikidata_iri().into_iter().collect(),
        };
        let names: Vec<Vec<String>> = vec![self.words(row.label)];
        let id = self.push(entity, names);
        self.by_record.insert(record, id);
        id
    }

    /// The entity of a name that no table has: one a kind and name.
    pub(crate) fn local(&mut self, kind: EntityKind, name: &str) -> EntityId {
        let words = self.words(name);
        let key = (kind.namespace(), words.join(" "));
        if let Some(&id) = self.by_name.get(&key) {
            return id;
        }
        let entity = Entity {
            record: None,
            key: format!("{}-{}", self.hash, slug(name)),
            kind,
            label: name.to_owned(),
            state: None,
            sector: None,
            gender: self.gender_of(kind, name),
            plural: false,
            unnamed: false,
            same_as: Vec::new(),
        };
        let id = self.push(entity, vec![words]);
        self.by_name.insert(key, id);
        id
    }

    /// An entity without a name, by the code point at which its first mention starts.
    pub(crate) fn unnamed(&mut self, kind: EntityKind, label: &str, start: usize) -> EntityId {
        let entity = Entity {
            record: None,
            key: format!("{}-{start}", self.hash),
            kind,
            label: label.to_owned(),
            state: None,
            sector: None,
            gender: None,
            plural: matches!(kind, EntityKind::Group),
            unnamed: true,
            same_as: Vec::new(),
        };
        self.push(entity, Vec::new())
    }

    /// Another name of an entity.
    pub(crate) fn add_name(&mut self, id: EntityId, name: &str) {
        let words = self.words(name);
        let key = (self.kind(id).namespace(), words.join(" "));
        self.by_name.entry(key).or_insert(id);
        if !self.names[id.0].contains(&words) {
            self.names[id.0].push(words);
        }
        let longer = name.chars().count() > self.entities[id.0].label.chars().count();
        let entity = &mut self.entities[id.0];
        if longer && entity.record.is_none() && !entity.unnamed && entity.kind == EntityKind::Person
        {
            entity.label = name.to_owned();
            entity.key = format!("{}-{}", self.hash, slug(name));
        }
    }

    /// The entity that has exactly this name in the namespace of a kind.
    pub(crate) fn by_name(&self, kind: EntityKind, name: &str) -> Option<EntityId> {
        let key = (kind.namespace(), self.words(name).join(" "));
        self.by_name.get(&key).copied()
    }

    /// Normal form of a name as words.
    pub(crate) fn words(&self, name: &str) -> Vec<String> {
        let folded = self.knowledge.world.fold(name);
        folded
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Gives an entity a state, sector and gender where it has none.
    pub(crate) fn enrich(
        &mut self,
        id: EntityId,
        state: Option<&str>,
        sector: Option<&str>,
        gender: Option<Gender>,
    ) {
        let entity = &mut self.entities[id.0];
        entity.state = entity.state.take().or_else(|| state.map(str::to_owned));
        entity.sector = entity.sector.take().or_else(|| sector.map(str::to_owned));
        entity.gender = entity.gender.or(gender);
    }

    fn gender_of(&self, kind: EntityKind, name: &str) -> Option<Gender> {
        let words: Vec<&str> = name.split_whitespace().collect();
        if kind != EntityKind::Person || words.len() < 2 {
            return None;
        }
        self.knowledge.language.gender_of_name(words[0])
    }

    fn push(&mut self, entity: Entity, names: Vec<Vec<String>>) -> EntityId {
        self.entities.push(entity);
        self.names.push(names);
        EntityId(self.entities.len() - 1)
    }
}
