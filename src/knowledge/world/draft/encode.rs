//! From a [`Draft`] to the bytes that the program carries. The layout is told in [`super::super::decode`].

use std::collections::BTreeMap;

use super::bytes::{Text, put16, put32};
use super::kind::{self, Namespace};
use super::readings::{Readings, insert};
use super::{Draft, DraftRecord, Fault, Origin};

/// Marks a coordinate that is not known.
pub const NO_COORDINATE: i32 = i32::MIN;

/// Compiles tables.
///
/// # Errors
/// Every fault that keeps the tables from being compiled: what could not be read, names of records,
/// posts, states that are not there, keys used twice.
pub fn encode(mut draft: Draft) -> Result<Vec<u8>, Vec<Fault>> {
    draft.records.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    let mut faults = std::mem::take(&mut draft.faults);
    faults.extend(used_twice(&draft.records));
    let mut encoder = Encoder::new(&draft, faults);
    encoder.add_metonyms();
    let bytes = encoder.bytes();
    if encoder.faults.is_empty() {
        Ok(bytes)
    } else {
        Err(encoder.faults)
    }
}

fn sort_key(record: &DraftRecord) -> (Namespace, &str) {
    (Namespace::of(record.kind), &record.key)
}

/// Keys that two neighbours of a sorted list share.
fn used_twice(records: &[DraftRecord]) -> impl Iterator<Item = Fault> + '_ {
    let same = |pair: &&[DraftRecord]| sort_key(&pair[0]) == sort_key(&pair[1]);
    records.windows(2).filter(same).map(|pair| Fault {
        origin: pair[1].origin.clone(),
        message: format!(
            "`{}:{}` stands in {}:{} too",
            Namespace::of(pair[1].kind).0,
            pair[1].key,
            pair[0].origin.file,
            pair[0].origin.line
        ),
    })
}

struct Encoder<'d> {
    draft: &'d Draft,
    ids: BTreeMap<(&'static str, &'d str), u32>,
    codes: BTreeMap<&'d str, u16>,
    metonyms: Vec<(u32, String)>,
    text: Text,
    faults: Vec<Fault>,
}

impl<'d> Encoder<'d> {
    fn new(draft: &'d Draft, faults: Vec<Fault>) -> Self {
        let numbered = draft.records.iter().zip(0u32..);
        let ids = numbered
            .map(|(record, id)| ((Namespace::of(record.kind).0, record.key.as_str()), id))
            .collect();
        let states = draft
            .records
            .iter()
            .filter(|record| !record.code.is_empty());
        let codes: BTreeMap<&str, u16> = states.map(|state| (state.code.as_str(), 0)).collect();
        let codes = codes.into_keys().zip(0u16..).collect();
        Self {
            draft,
            ids,
            codes,
            metonyms: Vec::new(),
            text: Text::default(),
            faults,
        }
    }

    fn fault(&mut self, origin: &Origin, message: String) {
        self.faults.push(Fault {
            origin: origin.clone(),
            message,
        });
    }

    /// The number of a record; `namespace:key` where `namespace` is empty.
    fn id(&mut self, namespace: &'static str, key: &str, origin: &Origin) -> u32 {
        let found = if namespace.is_empty() {
            key.split_once(':').and_then(|(namespace, key)| {
                let namespaces = (0..17).map(|kind| Namespace::of(kind).0);
                let namespace = namespaces.into_iter().find(|name| *name == namespace)?;
                self.ids.get(&(namespace, key))
            })
        } else {
            self.ids.get(&(namespace, key))
        };
        if let Some(id) = found {
            return *id;
        }
        self.fault(origin, format!("no record `{namespace}:{key}`"));
        0
    }

    /// One more than the number of a record, zero where none is named.
    fn optional(&mut self, namespace: &'static str, key: &str, origin: &Origin) -> u32 {
        if key.is_empty() {
            0
        } else {
            self.id(namespace, key, origin) + 1
        }
    }

    /// One more than the number of a state's code, zero where none is named.
    fn code(&mut self, code: &str, origin: &Origin) -> u16 {
        if code.is_empty() {
            return 0;
        }
        if let Some(number) = self.codes.get(code) {
            number + 1
        } else {
            self.fault(origin, format!("no state has the code `{code}`"));
            0
        }
    }

    /// Metonyms of the tables, and capitals for their governments unless a state has the same name.
    fn add_metonyms(&mut self) {
        for (alias, record, origin) in &self.draft.metonyms {
            let id = self.id("", record, origin);
            self.metonyms.push((id, alias.text.clone()));
        }
        let states = self
            .draft
            .records
            .iter()
            .filter(|record| record.kind == kind::STATE && !record.seat.is_empty());
        for state in states {
            let place = self.id("place", &state.seat, &state.origin);
            let government = self.id("government", &state.key, &state.origin);
            for name in &self.draft.records[place as usize].aliases {
                if name.kind == kind::NAME || name.kind == kind::SHORT {
                    self.metonyms.push((government, name.text.clone()));
                }
            }
        }
    }

    fn bytes(&mut self) -> Vec<u8> {
        let mut body = Vec::new();
        self.put_lists(&mut body);
        self.put_records(&mut body);
        self.put_aliases(&mut body);
        self.put_names(&mut body);
        self.put_tenures(&mut body);
        self.put_memberships(&mut body);
        self.put_relations(&mut body);
        self.put_posts(&mut body);
        let mut bytes = Vec::new();
        put32(&mut bytes, self.text.all.len() as u32);
        bytes.extend_from_slice(self.text.all.as_bytes());
        bytes.extend(body);
        bytes
    }

    /// Spellings, codes with their states and governments.
    fn put_lists(&mut self, body: &mut Vec<u8>) {
        let pairs: Vec<_> = self.draft.folder.pairs().collect();
        put32(body, pairs.len() as u32);
        for (from, to) in pairs {
            self.text.put(body, &from);
            self.text.put(body, &to);
        }
        put32(body, self.codes.len() as u32);
        let states = self.draft.records.iter().zip(0u32..);
        let mut states: Vec<_> = states.filter(|(state, _)| !state.code.is_empty()).collect();
        states.sort_by(|a, b| a.0.code.cmp(&b.0.code));
        states.dedup_by(|a, b| a.0.code == b.0.code);
        for (state, id) in states {
            let government = self.id("government", &state.key, &state.origin);
            self.text.put(body, &state.code);
            put32(body, id);
            put32(body, government);
        }
    }

    fn put_records(&mut self, body: &mut Vec<u8>) {
        let draft = self.draft;
        put32(body, draft.records.len() as u32);
        for record in &draft.records {
            body.push(record.kind);
            self.text.put(body, &record.key);
            self.text.put(body, &record.label);
            let state = self.code(&record.state, &record.origin);
            put16(body, state);
            self.text.put(body, &record.sector);
            body.push(record.gender.bytes().next().unwrap_or(0));
            put32(body, record.wikidata);
            let degrees = record
                .at
                .map_or((NO_COORDINATE, NO_COORDINATE), |(lat, lon)| {
                    ((lat * 1e4).round() as i32, (lon * 1e4).round() as i32)
                });
            body.extend_from_slice(&degrees.0.to_le_bytes());
            body.extend_from_slice(&degrees.1.to_le_bytes());
            put32(body, record.population);
            put32(body, record.since);
            put32(body, record.until);
            let part_of = self.optional("", &record.part_of, &record.origin);
            put32(body, part_of);
            let seat = self.optional("place", &record.seat, &record.origin);
            put32(body, seat);
        }
    }

    /// The names as written, of every record in order.
    fn put_aliases(&mut self, body: &mut Vec<u8>) {
        for record in &self.draft.records {
            put16(body, record.aliases.len() as u16);
            for alias in &record.aliases {
                self.text.put(body, &alias.text);
                body.push(alias.kind);
            }
        }
    }

    /// Normal forms in order, each with its readings.
    fn put_names(&mut self, body: &mut Vec<u8>) {
        let names = self.names();
        put32(body, names.len() as u32);
        for (name, readings) in &names {
            self.text.put(body, name);
            put16(body, readings.len() as u16);
            for reading in readings {
                put32(body, *reading);
            }
        }
    }

    /// A reading is the record's number, a bit for names in capitals only, two bits for the kind of alias.
    fn names(&self) -> BTreeMap<String, Vec<u32>> {
        let mut states = BTreeMap::new();
        let mut names = Readings::new();
        for (record, id) in self.draft.records.iter().zip(0u32..) {
            for alias in &record.aliases {
                let folded = self.draft.folder.fold(&alias.text);
                if record.kind == kind::STATE && alias.kind == kind::NAME {
                    states.insert(folded.clone(), id);
                }
                insert(&mut names, folded, id, alias.kind, &alias.text);
            }
        }
        for (id, name) in &self.metonyms {
            let folded = self.draft.folder.fold(name);
            if !states.contains_key(&folded) {
                insert(&mut names, folded, *id, kind::METONYM, name);
            }
        }
        names.remove("");
        names
            .into_iter()
            .map(|(name, readings)| (name, readings.into_values().collect()))
            .collect()
    }

    fn put_tenures(&mut self, body: &mut Vec<u8>) {
        let draft = self.draft;
        let mut tenures = Vec::new();
        for tenure in &draft.tenures {
            let person = self.id("person", &tenure.person, &tenure.origin);
            let post = self.id("post", &tenure.post, &tenure.origin);
            tenures.push((person, tenure.since, tenure.until, post, tenure.acting));
        }
        tenures.sort_unstable();
        tenures.dedup();
        put32(body, tenures.len() as u32);
        for (person, since, until, post, acting) in tenures {
            put32(body, person);
            put32(body, post);
            put32(body, since);
            put32(body, until);
            body.push(u8::from(acting));
        }
    }

    fn put_memberships(&mut self, body: &mut Vec<u8>) {
        let draft = self.draft;
        let mut memberships = Vec::new();
        for row in &draft.memberships {
            let organisation = self.id("organisation", &row.organisation, &row.origin);
            let member = self.code(&row.member, &row.origin);
            let status = kind::STATUSES.iter().position(|name| *name == row.status);
            if status.is_none() {
                self.fault(&row.origin, format!("no status `{}`", row.status));
            }
            let status = status.unwrap_or(0) as u8;
            memberships.push((organisation, member, row.since, row.until, status));
        }
        memberships.sort_unstable();
        memberships.dedup();
        put32(body, memberships.len() as u32);
        for (organisation, member, since, until, status) in memberships {
            put32(body, organisation);
            put16(body, member);
            put32(body, since);
            put32(body, until);
            body.push(status);
        }
    }

    /// Borders, successors, claims: a record and a state each.
    fn put_relations(&mut self, body: &mut Vec<u8>) {
        let draft = self.draft;
        for codes in [
            |record: &DraftRecord| record.borders.clone(),
            |record: &DraftRecord| record.successors.clone(),
            |record: &DraftRecord| record.claimed_by.clone(),
        ] {
            let mut pairs = Vec::new();
            for (record, id) in draft.records.iter().zip(0u32..) {
                for code in codes(record) {
                    pairs.push((id, self.code(&code, &record.origin)));
                }
            }
            put32(body, pairs.len() as u32);
            for (id, code) in pairs {
                put32(body, id);
                put16(body, code);
            }
        }
    }

    /// Roles and titles of posts: a string and a post each, sorted.
    fn put_posts(&mut self, body: &mut Vec<u8>) {
        let draft = self.draft;
        let mut roles = Vec::new();
        let mut titles = Vec::new();
        let posts = draft.records.iter().zip(0u32..);
        for (post, id) in posts.filter(|(record, _)| record.kind == kind::POST) {
            let of_post = post.role.split('|').filter(|role| !role.is_empty());
            roles.extend(of_post.map(|role| (role.to_owned(), id)));
            titles.extend(
                post.titles
                    .iter()
                    .map(|title| (draft.folder.fold(title), id)),
            );
        }
        for mut pairs in [roles, titles] {
            pairs.sort();
            pairs.dedup();
            put32(body, pairs.len() as u32);
            for (word, id) in pairs {
                self.text.put(body, &word);
                put32(body, id);
            }
        }
    }
}
