//! Outcomes and signatures: the values of the calculus.

/// What becomes of a content under its governor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is so, because the governor is.
    Fact,
    /// It is so, whatever becomes of the governor.
    Presupposed,
    /// It is not so.
    Counterfact,
    /// It may be so.
    Hypothetical,
    /// Somebody wants it to be so.
    Desired,
    /// It is going to be so.
    Future,
    /// It is so as a rule.
    Generic,
    /// A source says that it is so.
    Reported,
    /// A source says that it is not so.
    Denied,
    /// It is as real as the governor.
    Same,
    /// Presupposed where the noun phrase is definite, else hypothetical.
    Known,
}

impl Outcome {
    /// The outcome of a table's word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "fact" => Self::Fact,
            "presupposed" => Self::Presupposed,
            "counterfact" => Self::Counterfact,
            "hypothetical" => Self::Hypothetical,
            "desired" => Self::Desired,
            "future" => Self::Future,
            "generic" => Self::Generic,
            "reported" => Self::Reported,
            "denied" => Self::Denied,
            "same" => Self::Same,
            "known" => Self::Known,
            _ => return None,
        })
    }
}

/// What a governor makes of its content when it holds and when it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Signature {
    /// Under a governor that holds.
    pub positive: Outcome,
    /// Under a governor that does not.
    pub negative: Outcome,
}

impl Signature {
    /// The same outcome on both sides.
    #[must_use]
    pub const fn both(outcome: Outcome) -> Self {
        Self {
            positive: outcome,
            negative: outcome,
        }
    }
}
