//! Where graphs come from: files, and stores on disk.

use std::path::{Path, PathBuf};

use clap::Args;
use oxigraph::io::RdfFormat;
use oxigraph::model::Quad;
use oxigraph::store::Store;

use super::arguments::parse_format;
use super::failure::Usage;
use crate::error::{Diagnostic, Location};
use crate::store::{Graphs, RdfFile, infer, store_of};

/// Graphs to read.
#[derive(Args)]
pub(super) struct SourceArguments {
    /// Files of graphs, `-` for standard input; several are taken together.
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) place: PlaceArguments,
}

/// How graphs are read, and a store in their place.
#[derive(Args)]
pub(super) struct PlaceArguments {
    /// Format of the files [default: by file name].
    #[arg(long, value_name = "FORMAT", value_parser = parse_format)]
    pub(super) input_format: Option<RdfFormat>,
    /// Store on disk to take in place of files; needs a program with the feature `disk`.
    #[arg(long, value_name = "DIR")]
    pub(super) store: Option<PathBuf>,
}

/// Whether conclusions are drawn.
#[derive(Args)]
pub(super) struct InferenceArguments {
    /// Add what follows by the vocabulary (RDFS and OWL: classes and properties above, domains,
    /// ranges, inverses) in the graph `graph:inferred`.
    #[arg(long)]
    pub(super) infer: bool,
}

impl SourceArguments {
    /// All quads in memory.
    pub(super) fn graphs(&self) -> anyhow::Result<Graphs> {
        self.place.graphs(&self.files)
    }

    /// A store to ask: the one on disk as it is, files in memory.
    pub(super) fn store(&self) -> anyhow::Result<Store> {
        if let (Some(directory), []) = (&self.place.store, self.files.as_slice()) {
            return open_to_read(directory);
        }
        if let [one] = self.files.as_slice()
            && one.is_dir()
        {
            return open_to_read(one);
        }
        if self.place.store.is_some() || self.files.iter().any(|file| file.is_dir()) {
            return Ok(store_of(&self.graphs()?)?);
        }
        self.place.check(&self.files)?;
        let store = Store::new()?;
        for file in &self.files {
            RdfFile::new(file, self.place.input_format)?.load_into(&store)?;
        }
        Ok(store)
    }

    /// Whether several places are read as one.
    pub(super) fn is_merged(&self) -> bool {
        self.files.len() + usize::from(self.place.store.is_some()) > 1
    }

    /// The same with what follows, where it is wanted.
    pub(super) fn store_with(
        &self,
        inference: &InferenceArguments,
        base: &str,
    ) -> anyhow::Result<Store> {
        if !inference.infer {
            return self.store();
        }
        let mut graphs = self.graphs()?;
        infer(&mut graphs, base)?;
        Ok(store_of(&graphs)?)
    }
}

impl PlaceArguments {
    /// All quads of some files and the store; articles that come again replace the earlier ones.
    pub(super) fn graphs(&self, files: &[PathBuf]) -> anyhow::Result<Graphs> {
        self.check(files)?;
        let mut graphs = Graphs::new();
        for place in files.iter().chain(&self.store) {
            let quads = if place.is_dir() || Some(place) == self.store.as_ref() {
                let quads: Result<Vec<Quad>, _> = open_to_read(place)?.iter().collect();
                quads?
            } else {
                RdfFile::new(place, self.input_format)?.quads()?
            };
            graphs.absorb(quads.into_iter().collect());
        }
        Ok(graphs)
    }

    fn check(&self, files: &[PathBuf]) -> anyhow::Result<()> {
        if files.is_empty() && self.store.is_none() {
            let fault = Diagnostic::error(Location::default(), "no graph is given");
            return Err(Usage(fault.with_hint("name files of graphs, or --store DIR")).into());
        }
        Ok(())
    }
}

#[cfg(feature = "disk")]
fn open_to_read(directory: &Path) -> anyhow::Result<Store> {
    Ok(crate::store::disk::open_to_read(directory)?)
}

#[cfg(not(feature = "disk"))]
fn open_to_read(directory: &Path) -> anyhow::Result<Store> {
    Err(no_disk(directory))
}

/// What a program without stores on disk says.
#[cfg(not(feature = "disk"))]
pub(super) fn no_disk(directory: &Path) -> anyhow::Error {
    let place = Location::file(directory.to_string_lossy());
    let fault = Diagnostic::error(place, "this program was built without stores on disk");
    Usage(fault.with_hint(
        "build it with `cargo build --release --features disk`, or use a TriG or N-Quads file",
    ))
    .into()
}
