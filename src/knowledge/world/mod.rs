//! Who and what there is: states, governments, posts and tenures, organisations, groups, places.
//!
//! Compiled from `ontology/world/` by the build script; a user's own table is added at run time.
//!
//! - names: [`World::readings`] of a surface form, [`World::find_at`] for the longest names in a text;
//! - things: [`World::record`], [`World::by_key`], [`World::state`], [`World::government_of`];
//! - posts: [`World::holders`] on a day, [`World::posts_by_title`], [`World::posts_by_role`];
//! - relations: members, neighbours, capitals, what lies or belongs where.

mod again;
pub mod check;
pub mod coverage;
mod decode;
pub mod draft;
mod names;
mod posts;
mod records;
mod relations;
pub mod turtle;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::error::Result;
use draft::fold::Folder;

pub use names::Found;

/// Type of an entity: one for each value of `type` in the facts.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[expect(missing_docs, reason = "the contract defines them")]
pub enum EntityKind {
    Person,
    State,
    Government,
    Organisation,
    IntergovernmentalOrganisation,
    PoliticalParty,
    ArmedGroup,
    MilitaryForce,
    Company,
    MediaOutlet,
    Group,
    City,
    Region,
    Place,
    Post,
    NamedEvent,
    Document,
}

/// Index of a record in a [`World`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub u32);

/// Grammatical and natural gender of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "plain")]
pub enum Gender {
    Female,
    Male,
}

/// How a surface form names a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AliasKind {
    /// The usual or full name, or another name that by itself identifies ("Vladimir Putin", "United Kingdom", "NATO").
    Name,
    /// A surname, short form or acronym that identifies only in context ("Putin", "Georgia", "PA").
    Short,
    /// An adjective or a demonym ("Russian", "Frenchman", "Britons").
    Adjective,
    /// A capital, seat or building that stands for a government or body ("Moscow", "Number 10"): the record is the government.
    Metonym,
}

/// A record: everything that is known of an entity apart from tenures and memberships.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record<'w> {
    /// Key as in its IRI after the kind: `vladimir-putin`, `ukraine`.
    pub key: &'w str,
    /// What it is.
    pub kind: EntityKind,
    /// Preferred label.
    pub label: &'w str,
    /// Verified Wikidata id, as a number without the `Q`; see [`Record::wikidata_iri`].
    pub wikidata: Option<u32>,
    /// The state that it is, belongs to or acts for: ISO 3166-1 alpha-3 or the codes of former states.
    pub state: Option<&'w str>,
    /// PLOVER sector.
    pub sector: Option<&'w str>,
    /// Gender of a person where known.
    pub gender: Option<Gender>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// Population of a place, zero where not known.
    pub population: u32,
    /// First day of existence where bounded.
    pub since: Option<Date>,
    /// Last day of existence where bounded.
    pub until: Option<Date>,
    /// The organisation, region or place of which it is a part or organ.
    pub part_of: Option<RecordId>,
    /// The place of its seat; of a state, its capital.
    pub seat: Option<RecordId>,
}

/// A dated holding of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// The holder.
    pub person: RecordId,
    /// The post.
    pub post: RecordId,
    /// First day.
    pub since: Option<Date>,
    /// Last day; `None` where still held at the end of the data.
    pub until: Option<Date>,
    /// Acting, interim or caretaker.
    pub acting: bool,
}

/// What a state is to an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "plain")]
pub enum MembershipStatus {
    Member,
    Observer,
    Suspended,
    Candidate,
    Other,
}

/// A dated membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The organisation.
    pub organisation: RecordId,
    /// The state.
    pub member: RecordId,
    /// First day; `None` where not known.
    pub since: Option<Date>,
    /// Last day; `None` where it lasts.
    pub until: Option<Date>,
    /// As what.
    pub status: MembershipStatus,
}

/// One reading of a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reading {
    /// What may be meant.
    pub record: RecordId,
    /// How.
    pub kind: AliasKind,
}

/// A string in the block of text.
#[derive(Clone, Copy, Debug, Default)]
struct Str {
    start: u32,
    len: u16,
}

/// A record as it is kept.
#[derive(Clone, Debug)]
struct Row {
    kind: EntityKind,
    key: Str,
    label: Str,
    /// One more than the place in the list of states, zero for none.
    state: u16,
    sector: Str,
    gender: Option<Gender>,
    wikidata: u32,
    latitude: i32,
    longitude: i32,
    population: u32,
    since: Option<Date>,
    until: Option<Date>,
    part_of: Option<RecordId>,
    seat: Option<RecordId>,
    /// First of its names as written.
    aliases: u32,
}

/// A state's code with what it means.
#[derive(Clone, Copy, Debug)]
struct StateRow {
    code: Str,
    record: RecordId,
    government: RecordId,
}

/// The tables.
#[derive(Clone, Debug, Default)]
pub struct World {
    /// All strings.
    text: String,
    folder: Folder,
    /// Sorted by code.
    states: Vec<StateRow>,
    rows: Vec<Row>,
    /// Records sorted by namespace and key.
    order: Vec<RecordId>,
    /// Names as written with codes of their kinds, record by record.
    aliases: Vec<(Str, u8)>,
    /// Normal forms, sorted, with the first of their readings.
    names: Vec<(Str, u32)>,
    /// Record, capitals bit, kind of alias.
    readings: Vec<u32>,
    /// Sorted by person and first day.
    tenures: Vec<Tenure>,
    /// Numbers of tenures sorted by post and first day.
    by_post: Vec<u32>,
    /// Sorted by organisation and member.
    memberships: Vec<(RecordId, u16, Membership)>,
    borders: Vec<(RecordId, u16)>,
    successors: Vec<(RecordId, u16)>,
    claims: Vec<(RecordId, u16)>,
    /// Roles of posts, sorted.
    roles: Vec<(Str, RecordId)>,
    /// Normal forms of titles, sorted.
    titles: Vec<(Str, RecordId)>,
}

impl World {
    /// The tables that the program carries.
    ///
    /// # Errors
    /// If they are damaged, which no build that passed its tests has.
    pub fn embedded() -> Result<Self> {
        decode::decode(include_bytes!(concat!(env!("OUT_DIR"), "/world.bin")))
    }

    fn str(&self, text: Str) -> &str {
        let start = text.start as usize;
        &self.text[start..start + usize::from(text.len)]
    }
}
