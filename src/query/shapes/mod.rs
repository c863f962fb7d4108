//! SHACL shapes compiled to SPARQL: every constraint becomes a query for what breaks it.
//!
//! Understood are node shapes with `sh:targetClass`, `sh:targetSubjectsOf`, `sh:targetObjectsOf`
//! and `sh:targetNode`, property shapes on a plain or inverse path, and the constraints
//! `sh:minCount maxCount class datatype nodeKind in hasValue pattern lessThan lessThanOrEquals
//! sparql`. Anything else in a shapes file is an error, never passed over in silence.

mod compile;
mod read;

use oxigraph::model::Term;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

pub use read::Shapes;

use crate::error::{Diagnostic, Error, Location, Result};

/// Something that breaks a shape.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// The node that is at fault, as N-Triples writes it.
    pub focus: String,
    /// The property in question; empty where it is the node as a whole.
    pub path: String,
    /// The value in question where there is one, as N-Triples writes it.
    pub value: Option<String>,
    /// What should be so.
    pub message: String,
    /// The constraint, such as `sh:minCount`.
    pub constraint: &'static str,
    /// The shape.
    pub shape: String,
}

/// All violations in a store, sorted, each once.
///
/// # Errors
/// When a query of the shapes cannot be run.
pub fn validate(store: &Store, shapes: &Shapes) -> Result<Vec<Violation>> {
    let mut violations = Vec::new();
    for check in compile::checks(shapes) {
        check_store(store, &check, &mut violations)?;
    }
    violations.sort();
    violations.dedup();
    Ok(violations)
}

/// A query for what breaks one constraint; it binds `?this` and may bind `?value`.
struct Check {
    query: String,
    path: String,
    message: String,
    constraint: &'static str,
    shape: String,
}

fn check_store(store: &Store, check: &Check, violations: &mut Vec<Violation>) -> Result<()> {
    let told = |error: &dyn std::fmt::Display| {
        let message = format!("the shape {} cannot be checked: {error}", check.shape);
        Error::Query(Diagnostic::error(Location::default(), message))
    };
    let mut prepared = SparqlEvaluator::new()
        .parse_query(&check.query)
        .map_err(|error| told(&error))?;
    prepared.dataset_mut().set_default_graph_as_union();
    let QueryResults::Solutions(solutions) = prepared
        .on_store(store)
        .execute()
        .map_err(|error| told(&error))?
    else {
        return Err(told(&"its query is no SELECT"));
    };
    for solution in solutions {
        let solution = solution.map_err(|error| told(&error))?;
        violations.push(Violation {
            focus: solution
                .get("this")
                .map_or_else(String::new, Term::to_string),
            path: check.path.clone(),
            value: solution.get("value").map(Term::to_string),
            message: check.message.clone(),
            constraint: check.constraint,
            shape: check.shape.clone(),
        });
    }
    Ok(())
}
