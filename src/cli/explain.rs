//! `newsgraph explain`.

use std::path::PathBuf;

use clap::Args;

use super::arguments::parse_base;
use super::failure::{Done, Usage};
use super::output::Output;
use crate::error::{Diagnostic, Location};
use crate::graph::DEFAULT_BASE;
use crate::query::{Explainer, full_iri};
use crate::store::{Graphs, RdfFile};

/// Tells why a statement stands in a graph: the words, the rule, who says so.
#[derive(Args)]
#[command(
    after_long_help = "In the sentence «…» are the words that tell of it and […] is the trigger or the word of saying.

Example:
  newsgraph explain crisis.ttl situation:4b828276df7682f2-23-warn"
)]
pub(super) struct Explain {
    /// File of a graph.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A situation, claim, fact, entity or article, in full or with a usual prefix.
    #[arg(value_name = "IRI")]
    iri: String,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
}

impl Explain {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let graphs: Graphs = RdfFile::new(&self.file, None)?
            .quads()?
            .into_iter()
            .collect();
        let explainer = Explainer::new(&graphs, &self.base);
        let iri = full_iri(&self.iri, &self.base);
        if !explainer.knows(&iri) {
            let fault = Diagnostic::error(
                Location::file(self.file.to_string_lossy()),
                format!("nothing is said of {}", self.iri),
            );
            return Err(Usage(fault.with_hint(
                "`newsgraph query FILE --named statements` lists what can be explained",
            ))
            .into());
        }
        let mut output = Output::open(None)?;
        explainer.explain(&iri, &mut output)?;
        output.finish()?;
        Ok(Done::Well)
    }
}
