//! The scores of a transition system: which move comes next in a state.

use std::collections::VecDeque;

use super::kernel::{Weights, multiply};
use super::layers::Affine;
use crate::annotate::model::{Matrix, Reader, Stored};
use crate::error::Result;

/// Pieces of the hidden layer's maxout.
const PIECES: usize = 2;
/// Tokens whose features are computed at once.
const BLOCK: usize = 48;
/// Blocks of features that are kept; one that was dropped is computed again when it is asked for.
const KEPT: usize = 64;

/// A scorer: tokens to features, features of a state to a hidden layer, that to scores.
#[derive(Clone, Debug)]
pub(crate) struct Scorer {
    /// From token vectors to smaller ones.
    pub(crate) projection: Affine,
    /// One block of rows a feature; within it the outputs of the first piece first.
    pub(crate) lower: Weights,
    /// Bias of the hidden layer, in the same order.
    pub(crate) bias: Vec<f32>,
    /// What a feature gives whose token is missing, a feature a row.
    pub(crate) padding: Matrix,
    /// From the hidden layer to the scores.
    pub(crate) upper: Weights,
    /// Bias of each class.
    pub(crate) upper_bias: Vec<f32>,
}

/// A scorer at work on a text.
#[derive(Debug)]
pub(crate) struct Scoring<'a> {
    scorer: &'a Scorer,
    projected: Vec<f32>,
    /// What each token gives to each feature, by blocks of tokens.
    blocks: Vec<Vec<f32>>,
    kept: VecDeque<usize>,
    sums: Vec<f32>,
    hidden: Vec<f32>,
    scores: Vec<f32>,
}

impl Scorer {
    /// Prepares a text from its token vectors.
    pub(crate) fn scoring(&self, vectors: &[f32]) -> Scoring<'_> {
        let tokens = vectors.len() / self.projection.weights.inputs;
        Scoring {
            scorer: self,
            projected: self.projection.apply(vectors),
            blocks: vec![Vec::new(); tokens.div_ceil(BLOCK)],
            kept: VecDeque::new(),
            sums: vec![0.0; self.bias.len()],
            hidden: vec![0.0; self.bias.len() / PIECES],
            scores: vec![0.0; self.upper.outputs],
        }
    }
}

impl Scoring<'_> {
    /// The scores of all classes in a state, given by the token of each feature.
    pub(crate) fn scores(&mut self, tokens: &[Option<usize>]) -> &[f32] {
        self.sums.fill(0.0);
        for (feature, token) in tokens.iter().enumerate() {
            match token {
                Some(token) => self.add(feature, *token),
                None => add(&mut self.sums, self.scorer.padding.row(feature)),
            }
        }
        add(&mut self.sums, &self.scorer.bias);
        let (first, second) = self.sums.split_at(self.hidden.len());
        for ((hidden, &first), &second) in self.hidden.iter_mut().zip(first).zip(second) {
            *hidden = if second > first { second } else { first };
        }
        let upper = &self.scorer.upper;
        multiply(&self.hidden, upper.inputs, upper, &mut self.scores);
        add(&mut self.scores, &self.scorer.upper_bias);
        &self.scores
    }

    /// Adds what a token gives to a feature.
    fn add(&mut self, feature: usize, token: usize) {
        let block = token / BLOCK;
        if self.blocks[block].is_empty() {
            self.compute(block);
        }
        let width = self.sums.len();
        let start = token % BLOCK * self.scorer.lower.outputs + feature * width;
        add(&mut self.sums, &self.blocks[block][start..start + width]);
    }

    fn compute(&mut self, block: usize) {
        let mut memory = Vec::new();
        if self.kept.len() == KEPT
            && let Some(oldest) = self.kept.pop_front()
        {
            memory = std::mem::take(&mut self.blocks[oldest]);
        }
        self.kept.push_back(block);
        let lower = &self.scorer.lower;
        let input = &self.projected[block * BLOCK * lower.inputs..];
        let tokens = (input.len() / lower.inputs).min(BLOCK);
        memory.resize(tokens * lower.outputs, 0.0);
        multiply(input, lower.inputs, lower, &mut memory);
        self.blocks[block] = memory;
    }
}

fn add(sums: &mut [f32], values: &[f32]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}

impl Stored for Scorer {
    fn write(&self, out: &mut Vec<u8>) {
        self.projection.write(out);
        self.lower.write_rounded(out);
        self.bias.write(out);
        self.padding.write(out);
        self.upper.write(out);
        self.upper_bias.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            projection: Affine::read(from)?,
            lower: Weights::read_rounded(from)?,
            bias: Vec::read(from)?,
            padding: Matrix::read(from)?,
            upper: Weights::read(from)?,
            upper_bias: Vec::read(from)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(rows: usize, columns: usize) -> Matrix {
        let number = |index: usize| ((index * 31 + 7) % 17) as f32 / 8.0 - 1.0;
        Matrix::new(rows, columns, (0..rows * columns).map(number).collect())
    }

    fn affine(outputs: usize, inputs: usize) -> Affine {
        Affine {
            weights: Weights::of(&numbers(outputs, inputs)),
            bias: vec![0.5; outputs],
        }
    }

    #[test]
    fn dropped_blocks_give_the_same_scores_again() {
        let upper = affine(5, 4);
        let scorer = Scorer {
            projection: affine(4, 3),
            lower: Weights::of(&numbers(16, 4)),
            bias: vec![0.25; 8],
            padding: numbers(2, 8),
            upper: upper.weights,
            upper_bias: upper.bias,
        };
        let vectors = numbers(BLOCK * (KEPT + 10), 3).values;
        let mut scoring = scorer.scoring(&vectors);
        let state = [Some(7), None];
        let before = scoring.scores(&state).to_vec();
        for token in 0..BLOCK * (KEPT + 10) {
            scoring.scores(&[Some(token), Some(token)]);
        }
        assert!(scoring.blocks[0].is_empty());
        assert_eq!(scoring.scores(&state), before);
    }
}
