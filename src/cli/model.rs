//! `newsgraph model`: other models than the one that the program carries.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::failure::Done;
use crate::annotate::import;

/// Makes models of other pipelines.
#[derive(Args)]
pub(super) struct Model {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Converts an English pipeline of spaCy 3.8.
    Import {
        /// The pipeline: its wheel, its package or its data folder.
        source: PathBuf,
        /// Folder for the converted model; it is made. Use it with `--model`.
        destination: PathBuf,
    },
}

impl Model {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let Action::Import {
            source,
            destination,
        } = self.action;
        import::import(&source, &destination)?;
        Ok(Done::Well)
    }
}
