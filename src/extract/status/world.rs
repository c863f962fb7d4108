//! Values of the calculus and how they compose down the tree.

use crate::extract::Status;
use crate::knowledge::status::{Outcome, Signature};

/// How real something is in the eyes of whoever tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Fact,
    Counterfact,
    Hypothetical,
    Desired,
    Future,
    Generic,
}

impl Value {
    /// Neither so nor not so.
    pub(super) const fn is_open(self) -> bool {
        !matches!(self, Self::Fact | Self::Counterfact)
    }
}

/// What holds for a token: its value, who answers for it, and by which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct World {
    pub(super) value: Value,
    /// A source answers for it, not the author.
    pub(super) reported: bool,
    /// Name of the rule that gave the value.
    pub(super) rule: &'static str,
    /// The word that gave the value.
    pub(super) cue: Option<usize>,
}

impl World {
    /// The status of a situation in this world.
    pub(super) const fn status(self) -> Status {
        match self.value {
            Value::Fact if self.reported => Status::Reported,
            Value::Fact => Status::Asserted,
            Value::Counterfact => Status::Denied,
            Value::Hypothetical => Status::Hypothetical,
            Value::Desired => Status::Desired,
            Value::Future => Status::Future,
            Value::Generic => Status::Generic,
        }
    }

    /// The author's own plain statement.
    pub(super) const PLAIN: Self = Self {
        value: Value::Fact,
        reported: false,
        rule: "plain",
        cue: None,
    };

    /// The same source with another value.
    pub(super) fn with(self, value: Value, rule: &'static str, cue: usize) -> Self {
        Self {
            value,
            rule,
            cue: Some(cue),
            ..self
        }
    }

    /// What holds whatever becomes of this world's value; what a rule presupposes is no occasion either.
    pub(super) fn presupposed(self) -> Self {
        match self.value {
            Value::Generic => self,
            _ => Self {
                value: Value::Fact,
                ..self
            },
        }
    }

    /// The world of a content under a governor with a signature.
    pub(super) fn governs(self, signature: Signature, rule: &'static str, cue: usize) -> Self {
        match self.value {
            Value::Fact => self.turns(signature.positive, rule, cue),
            Value::Counterfact => self.turns_negated(signature.negative, rule, cue),
            _ => self.weakens(signature.positive, rule, cue),
        }
    }

    fn turns(self, outcome: Outcome, rule: &'static str, cue: usize) -> Self {
        let value = match outcome {
            Outcome::Fact | Outcome::Presupposed | Outcome::Same => return self,
            Outcome::Reported => return self.told(Value::Fact, rule, cue),
            Outcome::Denied => return self.told(Value::Counterfact, rule, cue),
            Outcome::Counterfact => Value::Counterfact,
            Outcome::Hypothetical | Outcome::Known => Value::Hypothetical,
            Outcome::Desired => Value::Desired,
            Outcome::Future => Value::Future,
            Outcome::Generic => Value::Generic,
        };
        self.with(value, rule, cue)
    }

    fn turns_negated(self, outcome: Outcome, rule: &'static str, cue: usize) -> Self {
        match outcome {
            Outcome::Same => self,
            Outcome::Presupposed => self.presupposed(),
            _ => self.presupposed().turns(outcome, rule, cue),
        }
    }

    /// Under an open governor nothing is certain but what is presupposed.
    fn weakens(self, outcome: Outcome, rule: &'static str, cue: usize) -> Self {
        match outcome {
            Outcome::Presupposed => self.presupposed(),
            Outcome::Fact | Outcome::Same => self,
            Outcome::Reported if self.value == Value::Generic => {
                self.told(Value::Generic, rule, cue)
            }
            Outcome::Counterfact | Outcome::Denied | Outcome::Reported => {
                self.with(Value::Hypothetical, rule, cue)
            }
            Outcome::Future if self.value == Value::Hypothetical => self,
            _ => self.presupposed().turns(outcome, rule, cue),
        }
    }

    fn told(self, value: Value, rule: &'static str, cue: usize) -> Self {
        Self {
            reported: true,
            ..self.with(value, rule, cue)
        }
    }

    /// A token's world: what its place in the tree allows, changed by its own words.
    pub(super) fn with_local(self, local: Self) -> Self {
        let value = match (self.value, local.value) {
            (_, Value::Fact) => self.value,
            (Value::Fact, own) => own,
            (Value::Counterfact, Value::Counterfact) if self.cue != local.cue => {
                Value::Hypothetical
            }
            (Value::Counterfact, _) => Value::Counterfact,
            (Value::Future, Value::Counterfact) => Value::Counterfact,
            (Value::Generic, Value::Hypothetical) => Value::Generic,
            (_, Value::Counterfact | Value::Hypothetical) => Value::Hypothetical,
            (open, _) => open,
        };
        let changed = value != self.value;
        Self {
            value,
            reported: self.reported || local.reported,
            rule: if changed || local.reported {
                local.rule
            } else {
                self.rule
            },
            cue: if changed || local.reported {
                local.cue
            } else {
                self.cue
            },
        }
    }
}
