//! `newsgraph explain`.

use std::path::PathBuf;

use clap::Args;

use super::arguments::parse_base;
use super::failure::{Done, Usage};
use super::output::Output;
use super::source::PlaceArguments;
use crate::error::{Diagnostic, Location};
use crate::graph::DEFAULT_BASE;
use crate::query::{Explainer, full_iri};

/// Tells why a statement stands in a graph: the words, the rule, who says so.
#[derive(Args)]
#[command(
    after_long_help = "In the sentence «…» are the words that tell of it and […] is the trigger or the word of saying.

Example:
  newsgraph explain crisis.ttl situation:4b828276df7682f2-23-warn"
)]
pub(super) struct Explain {
    /// Files of graphs, then a situation, claim, fact, entity or article, in full or with a usual prefix.
    #[arg(value_names = ["FILE", "IRI"], num_args = 1.., required = true)]
    words: Vec<String>,
    #[command(flatten)]
    place: PlaceArguments,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
}

impl Explain {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let Some((iri, files)) = self.words.split_last() else {
            return Ok(Done::Well);
        };
        let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        let graphs = self.place.graphs(&files)?;
        let explainer = Explainer::new(&graphs, &self.base);
        let full = full_iri(iri, &self.base);
        if !explainer.knows(&full) {
            let fault = Diagnostic::error(
                Location::file(files.first().map_or("", |file| file.to_str().unwrap_or(""))),
                format!("nothing is said of {iri}"),
            );
            return Err(Usage(fault.with_hint(
                "`newsgraph query FILE --named statements` lists what can be explained",
            ))
            .into());
        }
        let mut output = Output::open(None)?;
        explainer.explain(&full, &mut output)?;
        output.finish()?;
        Ok(Done::Well)
    }
}
