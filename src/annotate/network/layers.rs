//! Layers: affine maps, maxout, layer normalisation.

use super::kernel::{Weights, multiply};
use crate::annotate::model::{Reader, Stored};
use crate::error::Result;

/// Pieces over which a maxout takes the largest.
const PIECES: usize = 3;
/// Keeps the normalisation from dividing by zero.
const EPSILON: f32 = 1e-8;
/// Sums run in this many lanes, always, so that their order is the same on every processor.
const LANES: usize = 8;

/// An affine map.
#[derive(Clone, Debug)]
pub(crate) struct Affine {
    /// Weights of the outputs.
    pub(crate) weights: Weights,
    /// Bias of each output.
    pub(crate) bias: Vec<f32>,
}

impl Affine {
    /// Maps rows of `weights.inputs` numbers.
    pub(crate) fn apply(&self, input: &[f32]) -> Vec<f32> {
        let rows = input.len() / self.weights.inputs;
        let mut output = vec![0.0; rows * self.weights.outputs];
        multiply(input, self.weights.inputs, &self.weights, &mut output);
        for row in output.chunks_exact_mut(self.weights.outputs) {
            for (value, bias) in row.iter_mut().zip(&self.bias) {
                *value += bias;
            }
        }
        output
    }
}

impl Stored for Affine {
    fn write(&self, out: &mut Vec<u8>) {
        self.weights.write(out);
        self.bias.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            weights: Weights::read(from)?,
            bias: Vec::read(from)?,
        })
    }
}

/// Maxout of three pieces with layer normalisation.
#[derive(Clone, Debug)]
pub(crate) struct Maxout {
    /// Weights, the outputs of the first piece first.
    pub(crate) weights: Weights,
    /// Bias, in the same order.
    pub(crate) bias: Vec<f32>,
    /// Gain of the normalisation.
    pub(crate) gain: Vec<f32>,
    /// Shift of the normalisation.
    pub(crate) shift: Vec<f32>,
}

impl Maxout {
    /// Width of the output.
    pub(crate) fn width(&self) -> usize {
        self.gain.len()
    }

    /// Applies the layer to rows at a stride; `scratch` is working memory.
    pub(crate) fn apply(
        &self,
        input: &[f32],
        stride: usize,
        output: &mut [f32],
        scratch: &mut Vec<f32>,
    ) {
        let width = self.width();
        let rows = output.len() / width;
        scratch.resize(rows * width * PIECES, 0.0);
        multiply(input, stride, &self.weights, scratch);
        let products = scratch.chunks_exact(width * PIECES);
        for (output, products) in output.chunks_exact_mut(width).zip(products) {
            self.largest(products, output);
            self.normalise(output);
        }
    }

    fn largest(&self, products: &[f32], output: &mut [f32]) {
        let width = output.len();
        for ((output, product), bias) in output.iter_mut().zip(products).zip(&self.bias) {
            *output = product + bias;
        }
        for piece in 1..PIECES {
            let (products, bias) = (&products[piece * width..], &self.bias[piece * width..]);
            for ((output, product), bias) in output.iter_mut().zip(products).zip(bias) {
                let value = product + bias;
                *output = if value > *output { value } else { *output };
            }
        }
    }

    fn normalise(&self, row: &mut [f32]) {
        let count = row.len() as f32;
        let mean = lane_sum(row, |value| value) / count;
        let variance = lane_sum(row, |value| (value - mean) * (value - mean)) / count;
        let scale = 1.0 / (variance + EPSILON).sqrt();
        for ((value, gain), shift) in row.iter_mut().zip(&self.gain).zip(&self.shift) {
            *value = (*value - mean) * scale * gain + shift;
        }
    }
}

fn lane_sum(row: &[f32], term: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0_f32; LANES];
    let (chunks, rest) = row.as_chunks::<LANES>();
    for chunk in chunks {
        for (sum, &value) in sums.iter_mut().zip(chunk) {
            *sum += term(value);
        }
    }
    sums.iter().sum::<f32>() + rest.iter().map(|&value| term(value)).sum::<f32>()
}

/// The weights are rounded.
impl Stored for Maxout {
    fn write(&self, out: &mut Vec<u8>) {
        self.weights.write_rounded(out);
        self.bias.write(out);
        self.gain.write(out);
        self.shift.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            weights: Weights::read_rounded(from)?,
            bias: Vec::read(from)?,
            gain: Vec::read(from)?,
            shift: Vec::read(from)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::model::Matrix;

    #[test]
    fn maxout_takes_the_largest_piece_and_normalises() {
        let weights = Matrix::new(6, 1, vec![1.0, 0.0, 2.0, 0.0, -5.0, 4.0]);
        let layer = Maxout {
            weights: Weights::of(&weights),
            bias: vec![0.0, 0.0, 0.0, 0.0, 0.0, 1.0],
            gain: vec![1.0, 2.0],
            shift: vec![0.0, 10.0],
        };
        let mut output = [0.0; 2];
        layer.apply(&[1.0], 1, &mut output, &mut Vec::new());
        // The pieces give (1, 0), (2, 0), (-5, 5): the largest are (2, 5), normalised (-1, 1).
        assert!((output[0] + 1.0).abs() < 1e-5 && (output[1] - 12.0).abs() < 1e-5);
    }

    #[test]
    fn affine_maps_rows() {
        let layer = Affine {
            weights: Weights::of(&Matrix::new(2, 2, vec![1.0, 0.0, 1.0, 1.0])),
            bias: vec![0.5, 0.0],
        };
        assert_eq!(layer.apply(&[1.0, 2.0, 3.0, 4.0]), [1.5, 3.0, 3.5, 7.0]);
    }
}
