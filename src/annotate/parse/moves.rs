//! The moves of the parser, one a class of its scorer.

use crate::annotate::label::Dep;
use crate::annotate::model::{Reader, Stored, damaged};
use crate::error::Result;

/// A label of an arc, with the label of the arc over which it was lifted in training.
///
/// A non-projective arc "X" whose true head hangs on an arc "Y" below the found one is learned as
/// "X||Y" (Nivre and Nilsson 2005); afterwards it is lowered again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArcLabel {
    /// The relation.
    pub(crate) dep: Dep,
    /// The arc on which the true head hangs.
    pub(crate) lowered_to: Option<Dep>,
}

/// A move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    /// The next token onto the stack.
    Shift,
    /// The top of the stack is done, or goes back to the buffer where it has no head yet.
    Reduce,
    /// The next token becomes head of the top of the stack.
    Left(ArcLabel),
    /// The top of the stack becomes head of the next token.
    Right(ArcLabel),
    /// A sentence ends after the next token.
    Break,
}

/// Between relation and lowering in a label.
const LIFT: &str = "||";

impl Move {
    /// Reads `kind` (the letter of the move) and label as the model writes them.
    pub(crate) fn parse(kind: char, label: &str) -> Option<Self> {
        match kind {
            'S' => Some(Self::Shift),
            'D' => Some(Self::Reduce),
            'L' => ArcLabel::parse(label).map(Self::Left),
            'R' => ArcLabel::parse(label).map(Self::Right),
            'B' => Some(Self::Break),
            _ => None,
        }
    }

    fn kind_and_label(self) -> (char, String) {
        match self {
            Self::Shift => ('S', String::new()),
            Self::Reduce => ('D', String::new()),
            Self::Left(label) => ('L', label.text()),
            Self::Right(label) => ('R', label.text()),
            Self::Break => ('B', String::new()),
        }
    }
}

impl ArcLabel {
    fn parse(text: &str) -> Option<Self> {
        let (dep, lowered_to) = match text.split_once(LIFT) {
            Some((dep, to)) => (dep, Some(known(to)?)),
            None => (text, None),
        };
        Some(Self {
            dep: known(dep)?,
            lowered_to,
        })
    }

    fn text(self) -> String {
        let lowered = self.lowered_to.map(|to| format!("{LIFT}{to}"));
        format!("{}{}", self.dep, lowered.unwrap_or_default())
    }
}

fn known(label: &str) -> Option<Dep> {
    Dep::ALL.iter().copied().find(|dep| dep.as_str() == label)
}

impl Stored for Move {
    fn write(&self, out: &mut Vec<u8>) {
        let (kind, label) = self.kind_and_label();
        format!("{kind}{label}").write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let text = String::read(from)?;
        let mut rest = text.chars();
        rest.next()
            .and_then(|kind| Self::parse(kind, rest.as_str()))
            .ok_or_else(|| damaged("a move of the parser is not known"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_lowering() {
        let Some(Move::Right(label)) = Move::parse('R', "acl||dobj") else {
            panic!("not a right arc");
        };
        assert_eq!((label.dep, label.lowered_to), (Dep::Acl, Some(Dep::Dobj)));
        assert_eq!(label.text(), "acl||dobj");
        assert_eq!(Move::parse('R', "nonsense"), None);
    }
}
