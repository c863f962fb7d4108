//! Store: the named graphs of articles, and an Oxigraph store to ask them.

mod articles;
#[cfg(feature = "disk")]
pub mod disk;
mod file;
mod nodes;
mod tellings;
mod vocabulary;

pub use articles::{ArticleEntry, Graphs, article_identifier};
pub use file::{RdfFile, is_graph_format, rdf_format};
pub use nodes::{Nodes, Said};
pub use tellings::{LINKS_GRAPH, link};
pub use vocabulary::{VOCABULARY_GRAPH, vocabulary};

use oxigraph::store::Store;

use crate::error::{Diagnostic, Error, Location, Result};
use crate::export::used_vocabulary;
use crate::graph::inference::inferred;
use crate::graph::world_graph;
use crate::knowledge::Knowledge;

/// Local name of the graph that holds world knowledge, after the base.
pub const WORLD_GRAPH: &str = "graph/world";

/// Local name of the graph that holds what follows from the others, after the base.
pub const INFERRED_GRAPH: &str = "graph/inferred";

/// Makes what stands beside the articles anew: the world knowledge that the articles refer to,
/// the links across articles where there are any, and the vocabulary, the whole of it or only
/// what is used.
///
/// # Errors
/// When the vocabulary that the program carries is damaged.
pub fn complete(graphs: &mut Graphs, knowledge: &Knowledge, base: &str, whole: bool) -> Result<()> {
    let world = {
        let (referred, days) = (graphs.referred(), graphs.days());
        world_graph(&knowledge.world, base, &referred, &days)
    };
    graphs.put_named(&format!("{base}{WORLD_GRAPH}"), world);
    graphs.put_named(&format!("{base}{INFERRED_GRAPH}"), Vec::new());
    if graphs.graph(&format!("{base}{LINKS_GRAPH}")).is_some() {
        link(graphs, base);
    }
    let name = format!("{base}{VOCABULARY_GRAPH}");
    graphs.put_named(&name, Vec::new());
    let all = vocabulary()?;
    let used = if whole {
        all.to_vec()
    } else {
        used_vocabulary(graphs, all)
    };
    graphs.put_named(&name, used);
    Ok(())
}

/// Adds what follows from the graphs by their own and the program's vocabulary, in a graph of its own.
///
/// # Errors
/// When the vocabulary that the program carries is damaged.
pub fn infer(graphs: &mut Graphs, base: &str) -> Result<()> {
    let name = format!("{base}{INFERRED_GRAPH}");
    graphs.put_named(&name, Vec::new());
    let added = {
        let all = graphs.iter().flat_map(|(_, triples)| triples);
        inferred(all.chain(vocabulary()?))
    };
    graphs.put_named(&name, added);
    Ok(())
}

/// An Oxigraph store in memory that holds graphs.
///
/// # Errors
/// When the store refuses.
pub fn store_of(graphs: &Graphs) -> Result<Store> {
    let store = Store::new().map_err(refused)?;
    let mut loader = store.bulk_loader();
    loader.load_quads(graphs.quads()).map_err(refused)?;
    loader.commit().map_err(refused)?;
    Ok(store)
}

fn refused(error: impl std::fmt::Display) -> Error {
    Error::Store(Diagnostic::error(
        Location::default(),
        format!("the store refused: {error}"),
    ))
}
