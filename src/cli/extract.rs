//! `newsgraph extract`.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::arguments::{InputArguments, JobArguments};
use super::failure::Done;
use super::output::Output;
use super::workers::{Work, for_each_article};
use crate::export::facts::{write_facts, write_resolved};
use crate::graph::DEFAULT_BASE;
use crate::pipeline::Pipeline;

/// Articles in, facts out, one article a line: a filter that any engine can run.
#[derive(Args)]
pub(super) struct Extract {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    jobs: JobArguments,
    /// What is printed.
    #[arg(long, value_enum, default_value = "facts")]
    to: To,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE)]
    base: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// One JSON object an article: entities, mentions, times, situations, claims, facts, quantities.
    Facts,
    /// One JSON object an article: what was resolved before facts are extracted.
    Resolved,
}

impl Extract {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let pipeline = Pipeline::new()?;
        let mut output = Output::open(None)?;
        let work = |work: Work| self.print(&pipeline, work);
        let done = for_each_article(self.input.reader(), &self.jobs, work, |bytes| {
            output.write_all(&bytes?)?;
            Ok(())
        })?;
        output.finish()?;
        Ok(done)
    }

    fn print(&self, pipeline: &Pipeline, work: Work) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let annotated = match work {
            Work::Document(document) => pipeline.annotate(document),
            Work::Annotated(annotated) => annotated,
        };
        let resolved = pipeline.resolve(annotated);
        match self.to {
            To::Resolved => write_resolved(&resolved, &self.base, &mut bytes)?,
            To::Facts => write_facts(&pipeline.extract(resolved), &self.base, &mut bytes)?,
        }
        Ok(bytes)
    }
}
