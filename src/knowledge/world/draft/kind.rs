//! Codes that the compiled tables use for kinds, aliases and statuses.

/// Kinds of entities; the place in the list is the code.
pub const KINDS: [&str; 17] = [
    "Person",
    "State",
    "Government",
    "Organisation",
    "IntergovernmentalOrganisation",
    "PoliticalParty",
    "ArmedGroup",
    "MilitaryForce",
    "Company",
    "MediaOutlet",
    "Group",
    "City",
    "Region",
    "Place",
    "Post",
    "NamedEvent",
    "Document",
];

/// Code of [`KINDS`].
pub const PERSON: u8 = 0;
/// Code of [`KINDS`].
pub const STATE: u8 = 1;
/// Code of [`KINDS`].
pub const GOVERNMENT: u8 = 2;
/// Code of [`KINDS`].
pub const POST: u8 = 14;

/// An alias that identifies by itself.
pub const NAME: u8 = 0;
/// An alias that identifies in context only.
pub const SHORT: u8 = 1;
/// An adjective or demonym.
pub const ADJECTIVE: u8 = 2;
/// A place or building that stands for a body.
pub const METONYM: u8 = 3;

/// Statuses of members; the place in the list is the code.
pub const STATUSES: [&str; 5] = ["member", "observer", "suspended", "candidate", "other"];

/// Kinds whose keys must differ from each other: the kinds of local IRIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Namespace(pub &'static str);

impl Namespace {
    /// The namespace of a kind.
    #[must_use]
    pub fn of(kind: u8) -> Self {
        Self(match kind {
            PERSON => "person",
            STATE => "state",
            GOVERNMENT => "government",
            3..=9 => "organisation",
            10 => "group",
            11..=13 => "place",
            POST => "post",
            15 => "event",
            _ => "document",
        })
    }
}

/// The code of a kind's name.
#[must_use]
pub fn code_of(name: &str) -> Option<u8> {
    let at = KINDS.iter().position(|kind| *kind == name)?;
    u8::try_from(at).ok()
}
