//! Who and what there is: states, governments, posts and tenures, organisations, groups, places.
//!
//! Compiled from `ontology/world/` when the program is built; a user's own table is added at run time.

use jiff::civil::Date;

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

/// A record: everything that is known of an entity apart from tenures.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Key as in its IRI after the kind: `vladimir-putin`, `ukraine`.
    pub key: String,
    /// What it is.
    pub kind: EntityKind,
    /// Preferred label.
    pub label: String,
    /// Verified Wikidata id.
    pub wikidata: Option<String>,
    /// The state that it is, belongs to or acts for: ISO 3166-1 alpha-3 or the codes of former states.
    pub state: Option<String>,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// Gender of a person where known.
    pub gender: Option<Gender>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// Population of a place, zero where not known.
    pub population: u32,
    /// First and last day of existence where bounded.
    pub since: Option<Date>,
    /// Last day of existence.
    pub until: Option<Date>,
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

/// One reading of a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What may be meant.
    pub record: RecordId,
    /// How.
    pub kind: AliasKind,
}

/// The tables.
#[derive(Clone, Debug, Default)]
pub struct World {}
