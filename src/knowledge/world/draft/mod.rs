//! The tables of `ontology/world/` as values, before they are compiled: what they say, with the place of every row.
//!
//! These files are read by the build script (which compiles the shipped tables), by the check
//! and by the tests; they depend on nothing else in the crate.

mod bytes;
pub mod day;
pub mod encode;
pub mod fold;
pub mod kind;
pub mod read;
mod readings;
pub mod table;

pub use fold::Folder;

/// Where a row stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file.
    pub file: String,
    /// Line, counted from one.
    pub line: usize,
    /// Column in code points, counted from one.
    pub column: usize,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.line == 0 {
            write!(formatter, "{}", self.file)
        } else {
            write!(formatter, "{}:{}", self.file, self.line)
        }
    }
}

/// Something wrong in a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Where.
    pub origin: Origin,
    /// What, in one line.
    pub message: String,
}

/// A name of a record and how it names (code of an alias kind).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias {
    /// As written.
    pub text: String,
    /// One of [`kind::NAME`], [`kind::SHORT`], [`kind::ADJECTIVE`], [`kind::METONYM`].
    pub kind: u8,
}

/// A row that describes something.
#[derive(Clone, Debug, Default)]
pub struct DraftRecord {
    /// Code of the kind: index into [`kind::KINDS`].
    pub kind: u8,
    /// Key in its namespace.
    pub key: String,
    /// Preferred label.
    pub label: String,
    /// Names, the label among them.
    pub aliases: Vec<Alias>,
    /// Code of the state that it is or belongs to.
    pub state: String,
    /// Codes of states that claim or share it.
    pub claimed_by: Vec<String>,
    /// PLOVER sector.
    pub sector: String,
    /// `f`, `m` or empty.
    pub gender: String,
    /// Wikidata id without the `Q`; zero where not known.
    pub wikidata: u32,
    /// Latitude and longitude in degrees.
    pub at: Option<(f64, f64)>,
    /// Inhabitants.
    pub population: u32,
    /// First day.
    pub since: u32,
    /// Last day.
    pub until: u32,
    /// What it is a part or organ of: `namespace:key`.
    pub part_of: String,
    /// Key of the place where it has its seat; of a state, its capital.
    pub seat: String,
    /// Of a post: its role.
    pub role: String,
    /// Of a post: title words.
    pub titles: Vec<String>,
    /// Of a state: its code.
    pub code: String,
    /// Of a state: codes of its neighbours.
    pub borders: Vec<String>,
    /// Of a former state: codes of its successors.
    pub successors: Vec<String>,
    /// Where it stands.
    pub origin: Origin,
}

/// A row of a table of tenures.
#[derive(Clone, Debug, Default)]
pub struct DraftTenure {
    /// Key of the person.
    pub person: String,
    /// Key of the post.
    pub post: String,
    /// First day.
    pub since: u32,
    /// Last day.
    pub until: u32,
    /// Acting.
    pub acting: bool,
    /// Where it stands.
    pub origin: Origin,
}

/// A row of the table of members.
#[derive(Clone, Debug, Default)]
pub struct DraftMembership {
    /// Key of the organisation.
    pub organisation: String,
    /// Code of a state.
    pub member: String,
    /// `member`, `observer`, `suspended`, `candidate`, `other`.
    pub status: String,
    /// First day.
    pub since: u32,
    /// Last day.
    pub until: u32,
    /// Where it stands.
    pub origin: Origin,
}

/// All tables.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Things.
    pub records: Vec<DraftRecord>,
    /// Tenures.
    pub tenures: Vec<DraftTenure>,
    /// Memberships.
    pub memberships: Vec<DraftMembership>,
    /// Names that stand for another record: metonyms, with the `namespace:key` that they mean.
    pub metonyms: Vec<(Alias, String, Origin)>,
    /// Spellings that are one.
    pub folder: Folder,
    /// What could not be read.
    pub faults: Vec<Fault>,
}
