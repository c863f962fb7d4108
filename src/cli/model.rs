//! `newsgraph model`.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::failure::Done;
use super::output::Output;
use crate::annotate::import::import;

/// Brings in another English pipeline of spaCy.
#[derive(Args)]
pub(super) struct Model {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Converts a spaCy 3.8 pipeline for English (a wheel or its unpacked folder) for --model.
    Import {
        /// The wheel or folder.
        #[arg(value_name = "WHEEL-OR-DIR")]
        source: PathBuf,
        /// Folder to write to; it is made.
        #[arg(value_name = "DEST")]
        destination: PathBuf,
    },
}

impl Model {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let Action::Import {
            source,
            destination,
        } = self.action;
        let origin = import(&source, &destination)?;
        let mut output = Output::open(None)?;
        writeln!(output, "{origin} is in {}", destination.display())?;
        output.finish()?;
        Ok(Done::Well)
    }
}
