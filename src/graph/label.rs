//! The contract's words for closed sets of values.

use crate::extract::{Role, Status, TimeBasis};
use crate::knowledge::world::EntityKind;
use crate::resolve::{DateBasis, Form, Stance, TimexType};

/// `type` of an entity or mention, and local name of its class.
#[must_use]
pub const fn kind_name(kind: EntityKind) -> &'static str {
    kind.as_str()
}

/// Form of a mention.
#[must_use]
pub const fn form_name(form: Form) -> &'static str {
    match form {
        Form::Name => "name",
        Form::Office => "office",
        Form::Nominal => "nominal",
        Form::Pronoun => "pronoun",
        Form::Relative => "relative",
        Form::Adjective => "adjective",
        Form::Metonym => "metonym",
    }
}

/// TIMEX3 type.
#[must_use]
pub const fn timex_name(kind: TimexType) -> &'static str {
    match kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}

/// Ground of a publication date.
#[must_use]
pub const fn date_basis_name(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Given => "given",
        DateBasis::Dateline => "dateline",
        DateBasis::Inferred => "inferred",
        DateBasis::None => "none",
    }
}

/// Ground of a situation's date.
#[must_use]
pub const fn time_basis_name(basis: TimeBasis) -> &'static str {
    match basis {
        TimeBasis::Stated => "stated",
        TimeBasis::Inherited => "inherited",
        TimeBasis::Tense => "tense",
    }
}

/// Local name of a status.
#[must_use]
pub const fn status_name(status: Status) -> &'static str {
    match status {
        Status::Asserted => "asserted",
        Status::Reported => "reported",
        Status::Denied => "denied",
        Status::Hypothetical => "hypothetical",
        Status::Desired => "desired",
        Status::Future => "future",
        Status::Generic => "generic",
    }
}

/// Local name of a stance.
#[must_use]
pub const fn stance_name(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirms => "affirms",
        Stance::Denies => "denies",
        Stance::Wants => "wants",
        Stance::Doubts => "doubts",
    }
}

/// Local name of a role.
#[must_use]
pub const fn role_name(role: Role) -> &'static str {
    match role {
        Role::Agent => "agent",
        Role::Target => "target",
        Role::Addressee => "addressee",
        Role::Beneficiary => "beneficiary",
        Role::Theme => "theme",
        Role::Topic => "topic",
        Role::Holder => "holder",
        Role::NewMember => "newMember",
        Role::Participant => "participant",
        Role::Instrument => "instrument",
    }
}
