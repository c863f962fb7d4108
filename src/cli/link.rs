//! `newsgraph link`.

use std::path::PathBuf;

use clap::Args;

use super::archive::Archive;
use super::arguments::parse_base;
use super::failure::{Done, tell};
use crate::graph::DEFAULT_BASE;
use crate::store::link;

/// Finds situations of several articles that tell of one happening and writes links between them.
#[derive(Args)]
#[command(
    after_long_help = "The links stand in a graph of their own, `graph:links`, each with a score and a reason; they are made
anew every time, and nothing else is changed. What is only denied, wished or planned is not linked.

Example:
  newsgraph link archive.nq
  newsgraph query archive.nq --named happenings"
)]
pub(super) struct Link {
    /// TriG or N-Quads file, which is written anew.
    #[arg(value_name = "FILE", required_unless_present = "store")]
    file: Option<PathBuf>,
    /// Store on disk in place of a file; needs a program with the feature `disk`.
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    store: Option<PathBuf>,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
    /// Tell nothing but faults.
    #[arg(long, short)]
    quiet: bool,
}

impl Link {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let archive = Archive::open(self.file.as_deref(), self.store.as_deref())?;
        let mut graphs = archive.read()?;
        let happenings = link(&mut graphs, &self.base);
        archive.write(&graphs, &self.base)?;
        if !self.quiet {
            tell(format_args!(
                "{happenings} happenings that several articles tell of"
            ));
        }
        Ok(Done::Well)
    }
}
