//! Things by number, key and code.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::draft::kind::{KINDS, Namespace, STATUSES};
use super::{AliasKind, EntityKind, MembershipStatus, Record, RecordId, StateRow, World, decode};

impl EntityKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::Person,
        Self::State,
        Self::Government,
        Self::Organisation,
        Self::IntergovernmentalOrganisation,
        Self::PoliticalParty,
        Self::ArmedGroup,
        Self::MilitaryForce,
        Self::Company,
        Self::MediaOutlet,
        Self::Group,
        Self::City,
        Self::Region,
        Self::Place,
        Self::Post,
        Self::NamedEvent,
        Self::Document,
    ];

    /// The name in the facts and the local name of the class.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        KINDS[self as usize]
    }

    /// The part of an IRI that tells the kind: `person`, `state`, `organisation`, `place` …
    #[must_use]
    pub fn namespace(self) -> &'static str {
        Namespace::of(self as u8).0
    }

    pub(super) fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }
}

impl MembershipStatus {
    /// The word for it in the tables.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        STATUSES[self as usize]
    }

    pub(super) fn from_code(code: u8) -> Option<Self> {
        let all = [
            Self::Member,
            Self::Observer,
            Self::Suspended,
            Self::Candidate,
            Self::Other,
        ];
        all.get(usize::from(code)).copied()
    }
}

impl AliasKind {
    pub(super) const fn from_code(code: u8) -> Self {
        match code & 3 {
            0 => Self::Name,
            1 => Self::Short,
            2 => Self::Adjective,
            _ => Self::Metonym,
        }
    }
}

impl Record<'_> {
    /// IRI of the same thing in Wikidata.
    #[must_use]
    pub fn wikidata_iri(&self) -> Option<String> {
        self.wikidata
            .map(|id| format!("http://www.wikidata.org/entity/Q{id}"))
    }

    /// Whether it existed on a day; what is not bounded always did.
    #[must_use]
    pub fn existed(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl World {
    /// Number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Numbers of all records.
    pub fn ids(&self) -> impl Iterator<Item = RecordId> + use<> {
        (0..self.rows.len() as u32).map(RecordId)
    }

    /// What is known of a thing.
    ///
    /// # Panics
    /// If the number is not of this world.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Record<'_> {
        let row = &self.rows[id.0 as usize];
        let sector = self.str(row.sector);
        Record {
            key: self.str(row.key),
            kind: row.kind,
            label: self.str(row.label),
            wikidata: (row.wikidata > 0).then_some(row.wikidata),
            state: self.code_at(row.state),
            sector: (!sector.is_empty()).then_some(sector),
            gender: row.gender,
            coordinates: decode::degrees(row.latitude).zip(decode::degrees(row.longitude)),
            population: row.population,
            since: row.since,
            until: row.until,
            part_of: row.part_of,
            seat: row.seat,
        }
    }

    /// What kind of thing it is.
    ///
    /// # Panics
    /// If the number is not of this world.
    #[must_use]
    pub fn kind(&self, id: RecordId) -> EntityKind {
        self.rows[id.0 as usize].kind
    }

    /// The names of a thing as written, the label first.
    pub fn aliases(&self, id: RecordId) -> impl Iterator<Item = (&str, AliasKind)> {
        let at = id.0 as usize;
        let end = self.rows.get(at + 1).map(|row| row.aliases as usize);
        let range = self.rows[at].aliases as usize..end.unwrap_or(self.aliases.len());
        self.aliases[range]
            .iter()
            .map(|(name, kind)| (self.str(*name), AliasKind::from_code(*kind)))
    }

    /// The thing with a key; of kinds that share a namespace (organisations, places) any.
    #[must_use]
    pub fn by_key(&self, kind: EntityKind, key: &str) -> Option<RecordId> {
        let namespace = Namespace::of(kind as u8);
        let found = self
            .order
            .binary_search_by(|id| self.compare_key(*id, namespace, key));
        found.ok().map(|at| self.order[at])
    }

    fn compare_key(&self, id: RecordId, namespace: Namespace, key: &str) -> Ordering {
        let row = &self.rows[id.0 as usize];
        Namespace::of(row.kind as u8)
            .cmp(&namespace)
            .then_with(|| self.str(row.key).cmp(key))
    }

    /// The state with a code (`RUS`, `XKX`, `SUN`).
    #[must_use]
    pub fn state(&self, code: &str) -> Option<RecordId> {
        self.state_row(code).map(|row| row.record)
    }

    /// The government of the state with a code.
    #[must_use]
    pub fn government_of(&self, code: &str) -> Option<RecordId> {
        self.state_row(code).map(|row| row.government)
    }

    /// The capital of the state with a code.
    #[must_use]
    pub fn capital_of(&self, code: &str) -> Option<RecordId> {
        self.rows[self.state(code)?.0 as usize].seat
    }

    /// Codes of all states in order.
    pub fn state_codes(&self) -> impl Iterator<Item = &str> {
        self.states.iter().map(|row| self.str(row.code))
    }

    /// Whether a thing existed on a day.
    #[must_use]
    pub fn existed(&self, id: RecordId, day: Date) -> bool {
        self.record(id).existed(day)
    }

    fn state_row(&self, code: &str) -> Option<&StateRow> {
        let found = self
            .states
            .binary_search_by(|row| self.str(row.code).cmp(code));
        found.ok().map(|at| &self.states[at])
    }

    pub(super) fn state_at(&self, number: u16) -> Option<&StateRow> {
        usize::from(number)
            .checked_sub(1)
            .and_then(|at| self.states.get(at))
    }

    fn code_at(&self, number: u16) -> Option<&str> {
        self.state_at(number).map(|row| self.str(row.code))
    }

    /// The number under which rows keep a state's code.
    pub(super) fn number_of(&self, code: &str) -> Option<u16> {
        let found = self
            .states
            .binary_search_by(|row| self.str(row.code).cmp(code));
        found.ok().map(|at| at as u16 + 1)
    }
}
