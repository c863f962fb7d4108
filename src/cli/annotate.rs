//! `newsgraph annotate`.

use clap::{Args, ValueEnum};

use super::arguments::{InputArguments, JobArguments, ModelArguments};
use super::failure::Done;
use super::workers::print_each_article;
use crate::annotate::Annotated;
use crate::export::annotated::{write_conllu, write_json};

/// Prints words, tags, trees and names.
#[derive(Args)]
pub(super) struct Annotate {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    jobs: JobArguments,
    #[command(flatten)]
    model: ModelArguments,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "conllu")]
    to: To,
    /// Do not part datelines ("KYIV, Dec 13 –") from the words after them: exactly as spaCy does.
    #[arg(long)]
    undivided: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum To {
    /// CoNLL-U, names in the last column.
    Conllu,
    /// One JSON object an article, as spaCy's `Doc.to_json` has it.
    Json,
}

impl Annotate {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let pipeline = self.model.pipeline()?;
        let reader = self.input.reader_with(self.undivided);
        let print = |annotated: Annotated| self.to.print(&annotated);
        print_each_article(reader, &self.jobs, &pipeline, print)
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
