//! Export: graphs to files.

pub mod annotated;
pub mod facts;
