//! The scores of a transition system: which move comes next in a state.

use super::kernel::{Weights, multiply};
use super::layers::Affine;
use crate::annotate::model::{Matrix, Reader, Stored};
use crate::error::Result;

/// Pieces of the hidden layer's maxout.
const PIECES: usize = 2;

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

/// What each token of a text gives to each feature.
#[derive(Debug)]
pub(crate) struct Features(Vec<f32>);

impl Scorer {
    fn block(&self) -> usize {
        self.bias.len()
    }

    /// Width of the hidden layer.
    fn width(&self) -> usize {
        self.bias.len() / PIECES
    }

    /// Prepares a text from its token vectors.
    pub(crate) fn features(&self, vectors: &[f32]) -> Features {
        let projected = self.projection.apply(vectors);
        let tokens = vectors.len() / self.projection.weights.inputs;
        let mut features = vec![0.0; tokens * self.lower.outputs];
        multiply(&projected, self.lower.inputs, &self.lower, &mut features);
        Features(features)
    }

    /// The hidden layer of a state, given by the token of each feature.
    pub(crate) fn hidden(&self, features: &Features, tokens: &[Option<usize>]) -> Vec<f32> {
        let mut sums = vec![0.0; self.block()];
        for (feature, token) in tokens.iter().enumerate() {
            let given = match token {
                Some(token) => {
                    let start = token * self.lower.outputs + feature * self.block();
                    &features.0[start..start + self.block()]
                }
                None => self.padding.row(feature),
            };
            for (sum, value) in sums.iter_mut().zip(given) {
                *sum += value;
            }
        }
        for (sum, bias) in sums.iter_mut().zip(&self.bias) {
            *sum += bias;
        }
        let (first, second) = sums.split_at(self.width());
        let larger = first.iter().zip(second);
        larger.map(|(&a, &b)| if b > a { b } else { a }).collect()
    }

    /// The scores of all classes.
    pub(crate) fn scores(&self, hidden: &[f32], scores: &mut Vec<f32>) {
        scores.resize(self.upper.outputs, 0.0);
        multiply(hidden, self.upper.inputs, &self.upper, scores);
        for (score, bias) in scores.iter_mut().zip(&self.upper_bias) {
            *score += bias;
        }
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
