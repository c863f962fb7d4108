//! newsgraph turns English news about politics into an RDF knowledge graph.
//!
//! A line of stages, one type handed on: [`read`] gives a [`read::Document`],
//! [`annotate`] an [`annotate::Annotated`], [`resolve`] a [`resolve::Resolved`],
//! [`extract`] the [`extract::Facts`], [`graph`] the quads that [`store`] keeps,
//! [`query`] asks and [`export`] writes. Read-only data comes from [`knowledge`].

pub mod annotate;
pub mod check;
pub mod cli;
pub mod error;
pub mod export;
pub mod extract;
pub mod graph;
pub mod knowledge;
pub mod pipeline;
pub mod query;
pub mod read;
pub mod resolve;
pub mod span;
pub mod store;

pub use error::{Diagnostic, Error, Level, Location};
pub use pipeline::Pipeline;
pub use span::Span;
