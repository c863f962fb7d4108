//! Names: spans with types, by a greedy transition system over the tokens.

use super::Name;
use super::label::NameLabel;
use super::model::{Reader, Stored, damaged};
use super::network::{Scorer, Scoring};
use super::tokenize::Word;
use crate::error::Result;

/// Number of tokens that describe a state: the next one, the first of the open name, the one before.
pub(crate) const FEATURES: usize = 3;

/// What a token is to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// First of several.
    Begin(NameLabel),
    /// Neither first nor last.
    Inside(NameLabel),
    /// Last of several.
    Last(NameLabel),
    /// The only one.
    Unit(NameLabel),
    /// No part of a name.
    Outside,
    /// A class that is never taken.
    Never,
}

/// The tagger of names.
#[derive(Debug)]
pub(crate) struct NameTagger {
    /// The action of each class.
    pub(crate) actions: Vec<Action>,
    /// Scores the actions.
    pub(crate) scorer: Scorer,
}

/// Where a name may go on from a token.
struct Place {
    open: Option<NameLabel>,
    is_space: bool,
    may_continue: bool,
}

impl NameTagger {
    /// The names of a text. No name crosses a sentence start.
    pub(crate) fn names(&self, words: &[Word], starts: &[bool], vectors: &[f32]) -> Vec<Name> {
        let mut scoring = self.scorer.scoring(vectors);
        let mut names = Vec::new();
        let mut open: Option<(usize, NameLabel)> = None;
        for (token, word) in words.iter().enumerate() {
            let place = Place {
                open: open.map(|(_, label)| label),
                is_space: word.lexeme.is_space,
                may_continue: starts.get(token + 1) == Some(&false),
            };
            let first = open.map(|(start, _)| start);
            let before = first.and_then(|_| token.checked_sub(1));
            let state = [Some(token), first, before];
            match self.best(&place, state, &mut scoring) {
                Action::Begin(label) => open = Some((token, label)),
                Action::Inside(_) | Action::Never => {}
                Action::Outside => open = None,
                Action::Last(label) => {
                    let start = open.take().map_or(token, |(start, _)| start);
                    let tokens = start..token + 1;
                    names.push(Name { tokens, label });
                }
                Action::Unit(label) => {
                    let tokens = token..token + 1;
                    names.push(Name { tokens, label });
                }
            }
        }
        names
    }

    /// The possible action with the highest score, of equals the first.
    fn best(
        &self,
        place: &Place,
        state: [Option<usize>; FEATURES],
        scoring: &mut Scoring,
    ) -> Action {
        let scores = scoring.scores(&state);
        let mut best = (Action::Never, f32::NEG_INFINITY);
        for (&action, &score) in self.actions.iter().zip(scores) {
            if place.allows(action) && score > best.1 {
                best = (action, score);
            }
        }
        best.0
    }
}

impl Place {
    fn allows(&self, action: Action) -> bool {
        match (action, self.open) {
            (Action::Outside, None) => true,
            (Action::Unit(_), None) => !self.is_space,
            (Action::Begin(_), None) => !self.is_space && self.may_continue,
            (Action::Inside(label), Some(open)) => label == open && self.may_continue,
            (Action::Last(label), Some(open)) => label == open,
            _ => false,
        }
    }
}

impl Action {
    /// Reads `kind` (the letter of the action) and label as the model writes them.
    pub(crate) fn parse(kind: char, label: &str) -> Option<Self> {
        let found = NameLabel::ALL.iter().find(|known| known.as_str() == label);
        match (kind, found) {
            ('B', Some(&label)) => Some(Self::Begin(label)),
            ('I', Some(&label)) => Some(Self::Inside(label)),
            ('L', Some(&label)) => Some(Self::Last(label)),
            ('U', Some(&label)) => Some(Self::Unit(label)),
            ('U', None) if label.is_empty() => Some(Self::Never),
            ('O', _) => Some(Self::Outside),
            _ => None,
        }
    }
}

impl Stored for Action {
    fn write(&self, out: &mut Vec<u8>) {
        let (kind, label) = match self {
            Self::Begin(label) => ('B', label.as_str()),
            Self::Inside(label) => ('I', label.as_str()),
            Self::Last(label) => ('L', label.as_str()),
            Self::Unit(label) => ('U', label.as_str()),
            Self::Outside => ('O', ""),
            Self::Never => ('U', ""),
        };
        format!("{kind}{label}").write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let text = String::read(from)?;
        let mut rest = text.chars();
        rest.next()
            .and_then(|kind| Self::parse(kind, rest.as_str()))
            .ok_or_else(|| damaged("an action of the tagger of names is not known"))
    }
}

impl Stored for NameTagger {
    fn write(&self, out: &mut Vec<u8>) {
        self.actions.write(out);
        self.scorer.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            actions: Vec::read(from)?,
            scorer: Scorer::read(from)?,
        })
    }
}
