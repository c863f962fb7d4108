//! From compiled tables back to a draft, so that a user's own records can be checked against them and be compiled
//! together with them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::draft::kind::{self, Namespace};
use super::draft::{Alias, Draft, DraftMembership, DraftRecord, DraftTenure, Fault, Origin};
use super::{AliasKind, EntityKind, RecordId, World, decode};

/// What stands for the file of rows that come out of the program.
pub(super) const BUILT_IN: &str = "ontology/world";

impl World {
    /// The tables as a draft. Rows know no lines: their place is [`BUILT_IN`].
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft {
            records: self.ids().map(|id| self.draft_record(id)).collect(),
            tenures: self.draft_tenures(),
            memberships: self.draft_memberships(),
            metonyms: self.draft_metonyms(),
            folder: self.folder.clone(),
            faults: Vec::new(),
        }
    }

    /// These tables with a user's records in them. A record whose key is known already adds its names to it.
    ///
    /// # Errors
    /// Every fault that keeps the records from being compiled.
    pub fn with(&self, own: Draft) -> Result<Self, Vec<Fault>> {
        let mut all = self.draft();
        all.add(own);
        let bytes = super::draft::encode::encode(all)?;
        decode::plain(&bytes).map_err(|error| vec![fault(error.to_string())])
    }

    fn draft_record(&self, id: RecordId) -> DraftRecord {
        let record = self.record(id);
        let state = record.kind == EntityKind::State;
        let codes = |ids: Vec<RecordId>| -> Vec<String> {
            let code = |id: RecordId| self.record(id).state.map(str::to_owned);
            ids.into_iter().filter_map(code).collect()
        };
        let titles = self.titles.iter().filter(|(_, post)| *post == id);
        let post = record.kind == EntityKind::Post;
        DraftRecord {
            kind: record.kind as u8,
            key: record.key.to_owned(),
            label: record.label.to_owned(),
            aliases: self.aliases(id).map(alias).collect(),
            state: record.state.unwrap_or_default().to_owned(),
            claimed_by: codes(self.claimants(id).collect()),
            sector: record.sector.unwrap_or_default().to_owned(),
            gender: match record.gender {
                Some(super::Gender::Female) => "f".to_owned(),
                Some(super::Gender::Male) => "m".to_owned(),
                None => String::new(),
            },
            wikidata: record.wikidata.unwrap_or(0),
            at: record.coordinates,
            population: record.population,
            since: number(record.since),
            until: number(record.until),
            part_of: record
                .part_of
                .map_or_else(String::new, |id| self.name_of(id)),
            seat: record
                .seat
                .map_or_else(String::new, |id| self.record(id).key.to_owned()),
            role: if post {
                self.roles_of(id).collect::<Vec<_>>().join("|")
            } else {
                String::new()
            },
            titles: if post {
                titles
                    .map(|(title, _)| self.str(*title).to_owned())
                    .collect()
            } else {
                Vec::new()
            },
            code: if state {
                record.state.unwrap_or_default().to_owned()
            } else {
                String::new()
            },
            borders: codes(self.neighbours(id).collect()),
            successors: codes(self.successors(id).collect()),
            origin: self.origin(id),
        }
    }

    fn draft_tenures(&self) -> Vec<DraftTenure> {
        let row = |tenure: &super::Tenure| DraftTenure {
            person: self.record(tenure.person).key.to_owned(),
            post: self.record(tenure.post).key.to_owned(),
            since: number(tenure.since),
            until: number(tenure.until),
            acting: tenure.acting,
            origin: self.origin(tenure.person),
        };
        self.tenures.iter().map(row).collect()
    }

    fn draft_memberships(&self) -> Vec<DraftMembership> {
        let row = |(organisation, member, membership): &(RecordId, u16, super::Membership)| {
            let member = self.state_at(*member)?;
            Some(DraftMembership {
                organisation: self.record(*organisation).key.to_owned(),
                member: self.str(member.code).to_owned(),
                status: membership.status.as_str().to_owned(),
                since: number(membership.since),
                until: number(membership.until),
                origin: self.origin(*organisation),
            })
        };
        self.memberships.iter().filter_map(row).collect()
    }

    fn draft_metonyms(&self) -> Vec<(Alias, String, Origin)> {
        let mut found = Vec::new();
        for (place, (name, first)) in self.names.iter().enumerate() {
            let end = self.names.get(place + 1).map(|(_, first)| *first as usize);
            let range = *first as usize..end.unwrap_or(self.readings.len());
            for packed in &self.readings[range] {
                let id = RecordId(packed >> 3);
                if AliasKind::from_code(*packed as u8) == AliasKind::Metonym {
                    let text = self.str(*name).to_owned();
                    let kind = kind::METONYM;
                    found.push((Alias { text, kind }, self.name_of(id), self.origin(id)));
                }
            }
        }
        found
    }

    /// `namespace:key`.
    fn name_of(&self, id: RecordId) -> String {
        let record = self.record(id);
        format!("{}:{}", record.kind.namespace(), record.key)
    }

    fn origin(&self, id: RecordId) -> Origin {
        Origin {
            file: format!("{BUILT_IN} {}", self.name_of(id)),
            ..Origin::default()
        }
    }
}

impl Draft {
    /// Adds rows of another draft; a record whose key is known adds names, titles and what was not told yet.
    pub fn add(&mut self, own: Self) {
        let mut places: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
        for (place, record) in self.records.iter().enumerate() {
            places.insert((Namespace::of(record.kind).0, record.key.clone()), place);
        }
        for record in own.records {
            match places.get(&(Namespace::of(record.kind).0, record.key.clone())) {
                Some(&place) => self.records[place].extend(record),
                None => self.records.push(record),
            }
        }
        self.tenures.extend(own.tenures);
        self.memberships.extend(own.memberships);
        self.metonyms.extend(own.metonyms);
        self.faults.extend(own.faults);
    }
}

impl Draft {
    /// The places of all rows and faults.
    pub fn places(&self) -> impl Iterator<Item = &Origin> {
        let records = self.records.iter().map(|row| &row.origin);
        let tenures = self.tenures.iter().map(|row| &row.origin);
        let members = self.memberships.iter().map(|row| &row.origin);
        let faults = self.faults.iter().map(|fault| &fault.origin);
        records.chain(tenures).chain(members).chain(faults)
    }
}

impl DraftRecord {
    fn extend(&mut self, own: Self) {
        for alias in own.aliases {
            if !self.aliases.contains(&alias) {
                self.aliases.push(alias);
            }
        }
        self.titles.extend(own.titles);
        if self.wikidata == 0 {
            self.wikidata = own.wikidata;
        }
        if self.state.is_empty() {
            self.state = own.state;
        }
        if self.gender.is_empty() {
            self.gender = own.gender;
        }
    }
}

fn alias((text, kind): (&str, AliasKind)) -> Alias {
    let kind = match kind {
        AliasKind::Name => kind::NAME,
        AliasKind::Short => kind::SHORT,
        AliasKind::Adjective => kind::ADJECTIVE,
        AliasKind::Metonym => kind::METONYM,
    };
    Alias {
        text: text.to_owned(),
        kind,
    }
}

/// A day as `YYYYMMDD`, zero where it is open.
fn number(day: Option<Date>) -> u32 {
    day.map_or(0, |day| {
        let year = u32::try_from(day.year()).unwrap_or(0);
        year * 10_000
            + u32::from(day.month().unsigned_abs()) * 100
            + u32::from(day.day().unsigned_abs())
    })
}

fn fault(message: String) -> Fault {
    Fault {
        origin: Origin::default(),
        message,
    }
}
