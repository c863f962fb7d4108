//! Where `build` puts articles: graphs in memory that become a file, or a store on disk.

use std::path::Path;

use oxigraph::io::RdfFormat;

use super::output::Output;
use crate::export::write_graphs;
use crate::graph::ArticleGraph;
use crate::knowledge::Knowledge;
use crate::store::{Graphs, complete, is_graph_format};

/// A place for articles.
pub(super) enum Sink {
    /// In memory until all are there.
    Memory(Graphs),
    /// On disk.
    #[cfg(feature = "disk")]
    Disk(disk::StoreSink),
}

impl Sink {
    /// A store on disk.
    #[cfg(feature = "disk")]
    pub(super) fn store(directory: &Path) -> anyhow::Result<Self> {
        Ok(Self::Disk(disk::StoreSink::open(directory)?))
    }

    /// A store on disk.
    #[cfg(not(feature = "disk"))]
    pub(super) fn store(directory: &Path) -> anyhow::Result<Self> {
        Err(super::source::no_disk(directory))
    }

    /// Takes an article; gives whether it replaced one.
    pub(super) fn put(&mut self, graph: ArticleGraph) -> anyhow::Result<bool> {
        match self {
            Self::Memory(graphs) => Ok(graphs.put(graph)),
            #[cfg(feature = "disk")]
            Self::Disk(store) => store.put(graph),
        }
    }

    /// Makes all final; gives the number of quads.
    pub(super) fn close(
        self,
        knowledge: &Knowledge,
        base: &str,
        target: Option<&Path>,
        format: RdfFormat,
    ) -> anyhow::Result<usize> {
        match self {
            Self::Memory(mut graphs) => {
                complete(&mut graphs, knowledge, base, is_graph_format(format))?;
                let mut output = Output::open(target)?;
                write_graphs(&graphs, format, base, &mut output)?;
                output.finish()?;
                Ok(graphs.len())
            }
            #[cfg(feature = "disk")]
            Self::Disk(store) => store.close(knowledge, base),
        }
    }
}

#[cfg(feature = "disk")]
mod disk {
    use std::io::Write;
    use std::path::Path;

    use super::super::output::Output;
    use crate::graph::ArticleGraph;
    use crate::knowledge::Knowledge;
    use crate::store::disk::DiskStore;
    use crate::store::{Graphs, article_identifier};

    // Articles that are loaded together into a new store.
    const TOGETHER: usize = 128;

    /// Puts articles into a store and prints the identifier of each once it is safe.
    pub(in super::super) struct StoreSink {
        store: DiskStore,
        /// Whether the store was empty: then articles are loaded in bulk.
        bulk: bool,
        waiting: Graphs,
        told: Output,
    }

    impl StoreSink {
        pub(in super::super) fn open(directory: &Path) -> anyhow::Result<Self> {
            let store = DiskStore::open(directory)?;
            let bulk = store.is_empty()?;
            let (waiting, told) = (Graphs::new(), Output::open(None)?);
            Ok(Self {
                store,
                bulk,
                waiting,
                told,
            })
        }

        pub(in super::super) fn put(&mut self, graph: ArticleGraph) -> anyhow::Result<bool> {
            if self.bulk && !self.store.has_graph(&graph.iri)? {
                let replaced = self.waiting.put(graph);
                if self.waiting.articles().len() >= TOGETHER {
                    self.load()?;
                }
                return Ok(replaced);
            }
            let replaced = self.store.put(&graph)?;
            let identifier = article_identifier(&graph).unwrap_or_default();
            self.tell([identifier])?;
            Ok(replaced)
        }

        pub(in super::super) fn close(
            mut self,
            knowledge: &Knowledge,
            base: &str,
        ) -> anyhow::Result<usize> {
            self.load()?;
            self.store.complete(knowledge, base)?;
            let quads = self.store.len()?;
            self.told.finish()?;
            Ok(quads)
        }

        fn load(&mut self) -> anyhow::Result<()> {
            let waiting = std::mem::take(&mut self.waiting);
            if waiting.is_empty() {
                return Ok(());
            }
            self.store.load(&waiting)?;
            let stored = waiting
                .articles()
                .into_iter()
                .map(|article| article.identifier);
            self.tell(stored)
        }

        fn tell(&mut self, identifiers: impl IntoIterator<Item = String>) -> anyhow::Result<()> {
            for identifier in identifiers {
                writeln!(self.told, "{identifier}")?;
            }
            Ok(self.told.flush()?)
        }
    }
}
