//! The neural networks of the pipeline, at inference.

mod kernel;
mod layers;
mod transitions;
mod vectors;

pub(crate) use kernel::Weights;
pub(crate) use layers::{Affine, Maxout};
pub(crate) use transitions::{Scorer, Scoring};
pub(crate) use vectors::{Embedding, Encoder, PADDING, Use};
