//! Query: SPARQL over stores.

mod explain;
mod fault;
mod list;
mod named;
pub mod shapes;
mod table;

pub use explain::Explainer;
pub use named::{NamedQuery, Parameter, ParameterKind, full_iri, named_queries, named_query};
pub use table::{display_term, write_table};

use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

use crate::error::Result;
use crate::graph::prefixes;

/// How a query is read and over what it runs.
#[derive(Clone, Debug)]
pub struct QueryOptions {
    /// What IRIs of things begin with: the default prefixes depend on it.
    pub base: String,
    /// Prefixes beside the default ones.
    pub prefixes: Vec<(String, String)>,
    /// What the query is called in messages.
    pub name: String,
}

impl Default for QueryOptions {
    fn default() -> Self {
        Self {
            base: crate::graph::DEFAULT_BASE.to_owned(),
            prefixes: Vec::new(),
            name: "query".to_owned(),
        }
    }
}

/// Runs a query. The default graph is the union of all graphs, the vocabularies' prefixes need
/// not be declared.
///
/// # Errors
/// When the query does not parse, with its place, or cannot be evaluated.
pub fn run(store: &Store, query: &str, options: &QueryOptions) -> Result<QueryResults<'static>> {
    let mut evaluator = SparqlEvaluator::new();
    for (name, iri) in prefixes(&options.base).iter().chain(&options.prefixes) {
        evaluator = evaluator
            .with_prefix(name, iri)
            .map_err(|error| fault::prefix(name, iri, &error))?;
    }
    evaluator = evaluator
        .with_base_iri(&options.base)
        .map_err(|error| fault::prefix("base", &options.base, &error))?;
    let mut prepared = evaluator
        .parse_query(query)
        .map_err(|error| fault::syntax(query, &options.name, &error.to_string()))?;
    let dataset = prepared.dataset_mut();
    if dataset.is_default_dataset() {
        dataset.set_default_graph_as_union();
    }
    prepared
        .on_store(store)
        .execute()
        .map_err(|error| fault::evaluation(&error))
}
