//! Graph: [`crate::extract::Facts`] to quads.
//!
//! What an article says stands in a named graph whose IRI is the article's; what is known of the
//! world apart from it stands in a graph of its own.

mod article;
pub mod inference;
mod iri;
mod label;
pub mod links;
mod scheme;
mod situation;
mod triples;
pub(crate) mod vocabulary;
mod world;

use oxigraph::model::{NamedNode, Quad, Triple};

pub use iri::{ArticleIris, DEFAULT_BASE, entity_iri, kind_segment, normalised_name};
pub use label::{
    date_basis_name, form_name, kind_name, role_name, stance_name, status_name, time_basis_name,
    timex_name,
};
pub use scheme::event_scheme;
pub use triples::{compare_triples, sort_triples};
pub use vocabulary::prefixes;
pub use world::{record_iri, world_graph};

use crate::extract::Facts;
use crate::knowledge::World;
use article::ArticleWriter;
use triples::Triples;

/// What a graph is to be like.
#[derive(Clone, Copy, Debug)]
pub struct GraphOptions<'world> {
    /// What IRIs of things begin with.
    pub base: &'world str,
    /// Whether the article's whole text goes in.
    pub with_text: bool,
    /// The tables in which states are looked up.
    pub world: &'world World,
}

impl GraphOptions<'_> {
    /// IRI of the state of a code; `None` where the tables have no such state.
    #[must_use]
    pub fn state_iri(&self, code: &str) -> Option<String> {
        let state = self.world.record(self.world.state(code)?);
        Some(record_iri(self.base, &state))
    }
}

/// The named graph of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleGraph {
    /// IRI of the graph and of the article.
    pub iri: NamedNode,
    /// What it holds, sorted, each triple once.
    pub triples: Vec<Triple>,
}

impl ArticleGraph {
    /// The same as quads.
    pub fn quads(&self) -> impl Iterator<Item = Quad> + '_ {
        self.triples
            .iter()
            .map(|triple| triple.clone().in_graph(self.iri.clone()))
    }
}

/// The graph of what an article says.
#[must_use]
pub fn article_graph(facts: &Facts, options: &GraphOptions) -> ArticleGraph {
    let iris = ArticleIris::of_facts(options.base, facts);
    let mut writer = ArticleWriter {
        facts,
        iris: &iris,
        options,
        triples: Triples::default(),
    };
    writer.article();
    writer.entities();
    writer.mentions();
    writer.times();
    writer.situations();
    writer.claims();
    writer.facts();
    writer.quantities();
    let triples = writer.triples.into_sorted();
    ArticleGraph {
        iri: NamedNode::new_unchecked(iris.article),
        triples,
    }
}
