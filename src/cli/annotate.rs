//! `newsgraph annotate`.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::arguments::{InputArguments, JobArguments};
use super::failure::Done;
use super::output::Output;
use super::workers::{Work, for_each_article};
use crate::annotate::Annotated;
use crate::export::annotated::{write_conllu, write_json};
use crate::pipeline::Pipeline;

/// Prints words, tags, trees and names.
#[derive(Args)]
pub(super) struct Annotate {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    jobs: JobArguments,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "conllu")]
    to: To,
}

#[derive(Clone, Copy, ValueEnum)]
enum To {
    /// CoNLL-U, names in the last column.
    Conllu,
    /// One JSON object an article, as spaCy's Doc.to_json has it.
    Json,
}

impl Annotate {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let pipeline = Pipeline::new()?;
        let mut output = Output::open(None)?;
        let work = |work: Work| match work {
            Work::Document(document) => self.to.print(&pipeline.annotate(document)),
            Work::Annotated(annotated) => self.to.print(&annotated),
        };
        let done = for_each_article(self.input.reader(), &self.jobs, work, |bytes| {
            output.write_all(&bytes?)?;
            Ok(())
        })?;
        output.finish()?;
        Ok(done)
    }
}

impl To {
    fn print(self, annotated: &Annotated) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self {
            Self::Conllu => write_conllu(annotated, &mut bytes)?,
            Self::Json => write_json(annotated, &mut bytes)?,
        }
        Ok(bytes)
    }
}
