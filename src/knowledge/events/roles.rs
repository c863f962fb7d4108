//! Which argument fills which role: `agent: subject; target: object, on, against`.

use super::wording::is_preposition;
use crate::annotate::Relation;
use crate::extract::Role;

/// Where a filler stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Deep subject; of a noun its possessor or "by" phrase.
    Subject,
    /// Possessor of a noun, without the "by" phrase.
    Possessor,
    /// Deep object; the object of the wording's own preposition ("call for").
    Object,
    /// Indirect object.
    Dative,
    /// A clause.
    Clause,
    /// A predicate noun, an object complement.
    Complement,
    /// Whatever stands before an event noun.
    Modifier,
    /// An adjective of a state or an acronym before an event noun ("Russian", "US").
    Adjective,
    /// Another name or noun before an event noun ("the Syria talks").
    Compound,
    /// Who does what the clause tells: "alleged that Arland hid weapons".
    ClauseSubject,
    /// The first actor of another state in the object or clause: "lifted the ban on Arlandic ships".
    Concerned,
    /// The object of this preposition.
    After(String),
}

/// What a line of a pattern fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filler {
    /// A role.
    Role(Role),
    /// The first filler the first role, the next the second, further ones are participants.
    Sides(Role, Role),
    /// Where it is.
    Place,
    /// The situations that it says, asks, plans.
    Content,
    /// A relation, for `needs`.
    Object,
    /// A clause, for `needs`.
    Clause,
}

/// A role with the places where its filler may stand, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleLine {
    /// What is filled.
    pub filler: Filler,
    /// Where to look.
    pub sources: Vec<Source>,
}

/// All roles of a frame in the order in which they choose.
pub type RolePattern = Vec<RoleLine>;

/// Reads a pattern.
///
/// # Errors
/// The name of a role that there is not.
pub(super) fn pattern(text: &str) -> Result<RolePattern, String> {
    text.split(';')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let (role, sources) = line
                .split_once(':')
                .ok_or_else(|| format!("no colon in “{line}”"))?;
            Ok(RoleLine {
                filler: filler(role.trim())?,
                sources: sources
                    .split(',')
                    .map(str::trim)
                    .filter(|word| !word.is_empty())
                    .map(source)
                    .collect(),
            })
        })
        .collect()
}

/// Reads the name of a role, of two sides, or of a relation.
pub(super) fn filler(name: &str) -> Result<Filler, String> {
    Ok(match name {
        "place" => Filler::Place,
        "content" => Filler::Content,
        "object" => Filler::Object,
        "clause" => Filler::Clause,
        _ => match name.split_once('+') {
            Some((first, second)) => Filler::Sides(role(first)?, role(second)?),
            None => Filler::Role(role(name)?),
        },
    })
}

/// Reads the name of a relation.
pub(super) fn relation(name: &str) -> Result<Relation, String> {
    Ok(match name {
        "subject" => Relation::Subject,
        "object" => Relation::Object,
        "dative" => Relation::Dative,
        "clause" => Relation::Clause,
        "complement" => Relation::Complement,
        _ => return Err(format!("“{name}” is no relation")),
    })
}

fn role(name: &str) -> Result<Role, String> {
    Ok(match name {
        "agent" => Role::Agent,
        "target" => Role::Target,
        "addressee" => Role::Addressee,
        "beneficiary" => Role::Beneficiary,
        "theme" => Role::Theme,
        "topic" => Role::Topic,
        "holder" => Role::Holder,
        "newMember" => Role::NewMember,
        "participant" => Role::Participant,
        "instrument" => Role::Instrument,
        _ => return Err(format!("“{name}” is no role")),
    })
}

/// Whether a word names a place of an argument.
pub(super) fn is_source(word: &str) -> bool {
    !matches!(source(word), Source::After(_)) || is_preposition(word)
}

fn source(word: &str) -> Source {
    match word {
        "subject" => Source::Subject,
        "possessor" => Source::Possessor,
        "object" => Source::Object,
        "dative" => Source::Dative,
        "clause" => Source::Clause,
        "complement" => Source::Complement,
        "modifier" => Source::Modifier,
        "adjective" => Source::Adjective,
        "compound" => Source::Compound,
        "clause-subject" => Source::ClauseSubject,
        "concerned" => Source::Concerned,
        preposition => Source::After(preposition.to_owned()),
    }
}
