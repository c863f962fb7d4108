//! A collection of articles that a command changes in place: a file of quads, or a store on disk.

use std::path::{Path, PathBuf};

use super::failure::Usage;
use super::output::Output;
use crate::error::{Diagnostic, Location};
use crate::export::write_graphs;
use crate::store::{Graphs, RdfFile, is_graph_format};

/// Where the articles are.
pub(super) enum Archive {
    /// TriG or N-Quads.
    File(PathBuf, RdfFile),
    /// A store.
    #[cfg(feature = "disk")]
    Store(crate::store::disk::DiskStore),
}

impl Archive {
    /// The file, or the store where one is given or the path is a folder.
    pub(super) fn open(file: Option<&Path>, store: Option<&Path>) -> anyhow::Result<Self> {
        let folder = file.filter(|path| path.is_dir());
        if let Some(directory) = store.or(folder) {
            return open_store(directory);
        }
        let path = file.unwrap_or(Path::new("-"));
        let file = RdfFile::new(path, None)?;
        if is_graph_format(file.format()) {
            return Ok(Self::File(path.to_owned(), file));
        }
        let location = Location::file(path.to_string_lossy());
        let fault = Diagnostic::error(location, "this format does not keep the articles apart");
        Err(Usage(fault.with_hint("this works on TriG (.trig) and N-Quads (.nq)")).into())
    }

    /// All that is there.
    pub(super) fn read(&self) -> anyhow::Result<Graphs> {
        match self {
            Self::File(_, file) => Ok(file.quads()?.into_iter().collect()),
            #[cfg(feature = "disk")]
            Self::Store(store) => Ok(store.graphs()?),
        }
    }

    /// Makes it hold these graphs.
    pub(super) fn write(&self, graphs: &Graphs, base: &str) -> anyhow::Result<()> {
        match self {
            Self::File(path, file) => {
                let mut output = Output::open(Some(path))?;
                write_graphs(graphs, file.format(), base, &mut output)?;
                output.finish()
            }
            #[cfg(feature = "disk")]
            Self::Store(store) => Ok(store.change_to(graphs)?),
        }
    }
}

#[cfg(feature = "disk")]
fn open_store(directory: &Path) -> anyhow::Result<Archive> {
    Ok(Archive::Store(crate::store::disk::DiskStore::open(
        directory,
    )?))
}

#[cfg(not(feature = "disk"))]
fn open_store(directory: &Path) -> anyhow::Result<Archive> {
    Err(super::source::no_disk(directory))
}
