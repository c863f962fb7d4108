//! Graph: [`crate::extract::Facts`] to quads.
