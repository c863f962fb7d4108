//! Dependency trees and sentence borders, by a greedy transition system.

mod moves;
mod state;
mod tree;

pub(crate) use moves::Move;
pub(crate) use state::FEATURES;
pub(crate) use tree::Tree;

use self::state::State;
use super::model::{Reader, Stored};
use super::network::{Scorer, Scoring};
use super::tokenize::Word;
use crate::error::Result;

/// The parser.
#[derive(Debug)]
pub(crate) struct Parser {
    /// The move of each class.
    pub(crate) moves: Vec<Move>,
    /// Scores the moves.
    pub(crate) scorer: Scorer,
}

impl Parser {
    /// The tree of a text from its token vectors.
    pub(crate) fn parse(&self, words: &[Word], vectors: &[f32]) -> Tree {
        let mut scoring = self.scorer.scoring(vectors);
        let mut state = State::new(words.len());
        while !state.is_done() {
            let Some(next) = self.best(&state, &mut scoring) else {
                break;
            };
            state.apply(next);
        }
        Tree::of(state.arcs(), |token| words[token].lexeme.is_space)
    }

    /// The possible move with the highest score, of equals the first.
    fn best(&self, state: &State, scoring: &mut Scoring) -> Option<Move> {
        let valid = state.valid();
        if let Some(only) = valid.only() {
            return Some(only);
        }
        let scores = scoring.scores(&state.tokens());
        let mut best: Option<(Move, f32)> = None;
        for (&candidate, &score) in self.moves.iter().zip(scores) {
            if valid.allows(candidate) && best.is_none_or(|(_, highest)| score > highest) {
                best = Some((candidate, score));
            }
        }
        best.map(|(next, _)| next)
    }
}

impl Stored for Parser {
    fn write(&self, out: &mut Vec<u8>) {
        self.moves.write(out);
        self.scorer.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            moves: Vec::read(from)?,
            scorer: Scorer::read(from)?,
        })
    }
}
