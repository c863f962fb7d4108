//! Graph: [`crate::extract::Facts`] to quads.

mod iri;
mod label;

pub use iri::{ArticleIris, DEFAULT_BASE, entity_iri, kind_segment, normalised_name};
pub use label::{
    date_basis_name, form_name, kind_name, role_name, stance_name, status_name, time_basis_name,
    timex_name,
};
