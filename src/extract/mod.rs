//! Extracting: what happened, who says so, and is it so. [`Resolved`] to [`Facts`].

mod assembly;
pub mod claims;
pub mod dating;
pub mod events;
pub mod facts;
pub mod quantities;
pub mod status;

pub use assembly::extract;

use jiff::civil::Date;

use crate::resolve::{EntityId, MentionId, Resolved, Stance};
use crate::span::Span;

/// Index into [`Facts::situations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SituationId(pub usize);

/// Index into [`Facts::claims`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub usize);

/// What the article commits itself to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the contract defines them")]
pub enum Status {
    #[default]
    Asserted,
    Reported,
    Denied,
    Hypothetical,
    Desired,
    Future,
    Generic,
}

/// What a participant does in a situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the contract defines them")]
pub enum Role {
    Agent,
    Target,
    Addressee,
    Beneficiary,
    Theme,
    Topic,
    Holder,
    NewMember,
    Participant,
    Instrument,
}

/// An entity in a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Role.
    pub role: Role,
    /// Who.
    pub entity: EntityId,
    /// The words that name it in or near the clause.
    pub mention: Option<MentionId>,
    /// ISO code of the state that it acts for on the day of the situation.
    pub state: Option<String>,
}

/// On what ground a situation is dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeBasis {
    /// By an expression of its own clause.
    Stated,
    /// From another clause or telling.
    Inherited,
    /// From tense and publication date.
    Tense,
}

/// When a situation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SituationTime {
    /// TIMEX3 value where there is one.
    pub value: Option<String>,
    /// First day.
    pub earliest: Option<Date>,
    /// Last day.
    pub latest: Option<Date>,
    /// Ground.
    pub basis: TimeBasis,
    /// Index into [`Resolved::times`].
    pub expression: Option<usize>,
}

/// What a text speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// Local name of its event type.
    pub event_type: String,
    /// PLOVER class.
    pub class: Option<String>,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// CAMEO code.
    pub cameo: Option<String>,
    /// A sentence in the third person about it.
    pub label: String,
    /// What the article commits itself to.
    pub status: Status,
    /// Head token of the first trigger.
    pub trigger_token: usize,
    /// All tellings, the first one first.
    pub triggers: Vec<Span>,
    /// The clause that tells of it.
    pub evidence: Span,
    /// The rule that made it: `file/frame`.
    pub rule: String,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// When.
    pub time: Option<SituationTime>,
    /// Where.
    pub place: Option<EntityId>,
    /// What is said, asked, threatened, planned.
    pub content: Vec<SituationId>,
    /// Conditions.
    pub conditional_on: Vec<SituationId>,
    /// Means ("by deploying new weapons").
    pub by_means_of: Vec<SituationId>,
    /// Purposes ("to seek a way out").
    pub purpose: Vec<SituationId>,
    /// A larger situation.
    pub part_of: Vec<SituationId>,
    /// The same proposition under another status or source.
    pub same_proposition: Vec<SituationId>,
}

/// What a source holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// Who holds it; empty where unknown.
    pub sources: Vec<EntityId>,
    /// The article itself is the source (a negation in the author's voice).
    pub by_article: bool,
    /// The outermost source below the author.
    pub speakers: Vec<EntityId>,
    /// What the source does with the content.
    pub stance: Stance,
    /// Situations that are claimed.
    pub about: Vec<SituationId>,
    /// Words that name the source.
    pub source_mentions: Vec<Span>,
    /// Words of saying.
    pub cue: Option<Span>,
    /// Pieces of the text that are claimed.
    pub contents: Vec<Span>,
    /// Quoted pieces.
    pub quotes: Vec<Span>,
    /// The claim in which it is told.
    pub within: Option<ClaimId>,
    /// The rule that made it.
    pub rule: String,
}

/// What the text states of an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityFact {
    /// Of whom.
    pub subject: EntityId,
    /// `holdsPost`, `memberOf` … as in the contract.
    pub predicate: &'static str,
    /// What.
    pub object: EntityId,
    /// Its words.
    pub evidence: Span,
    /// The rule that made it.
    pub rule: &'static str,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its words.
    pub span: Span,
    /// The number.
    pub value: Option<f64>,
    /// Lower bound.
    pub min: Option<f64>,
    /// Upper bound.
    pub max: Option<f64>,
    /// "about", "some", "dozens".
    pub approximate: bool,
    /// `troops`, `dead`, `wounded`, `USD`, `percent` …
    pub unit: String,
    /// What it measures.
    pub situation: Option<SituationId>,
}

/// Everything that an article says.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// From what it was read.
    pub resolved: Resolved,
    /// Situations in text order of their first trigger.
    pub situations: Vec<Situation>,
    /// Claims in text order.
    pub claims: Vec<Claim>,
    /// Facts of entities in text order.
    pub facts: Vec<EntityFact>,
    /// Quantities in text order.
    pub quantities: Vec<Quantity>,
}
