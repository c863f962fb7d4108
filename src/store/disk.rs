//! Stores on disk: the key-value store `RocksDB` under Oxigraph.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use oxigraph::model::vocab::xsd;
use oxigraph::model::{GraphName, LiteralRef, NamedNode, NamedNodeRef, Quad, Term, Triple};
use oxigraph::store::{StorageError, Store};

use super::{
    Graphs, LINKS_GRAPH, VOCABULARY_GRAPH, WORLD_GRAPH, article_identifier, link, vocabulary,
};
use crate::error::{Diagnostic, Error, Location, Result};
use crate::graph::{ArticleGraph, vocabulary as v, world_graph};
use crate::knowledge::Knowledge;

/// A store that articles are put into.
pub struct DiskStore {
    store: Store,
    directory: PathBuf,
}

/// Opens a store to ask it; others may write to it meanwhile.
///
/// # Errors
/// When there is none, or it is damaged.
pub fn open_to_read(directory: &Path) -> Result<Store> {
    if !directory.join("CURRENT").is_file() {
        return Err(told(directory, "there is no store in this folder")
            .with_hint("make one with `newsgraph build … --store DIR`")
            .into());
    }
    Store::open_read_only(directory).map_err(|error| failed(directory, &error))
}

impl DiskStore {
    /// Opens a store to write; makes it where the folder is empty or missing.
    ///
    /// # Errors
    /// When the folder holds something else, another program writes to it, or it is damaged.
    pub fn open(directory: &Path) -> Result<Self> {
        check_folder(directory)?;
        let store = Store::open(directory).map_err(|error| failed(directory, &error))?;
        Ok(Self {
            store,
            directory: directory.to_owned(),
        })
    }

    /// Whether it holds nothing.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn is_empty(&self) -> Result<bool> {
        self.done(self.store.is_empty())
    }

    /// Number of quads.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn len(&self) -> Result<usize> {
        self.done(self.store.len())
    }

    /// Whether it holds a graph of this name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn has_graph(&self, name: &NamedNode) -> Result<bool> {
        self.done(self.store.contains_named_graph(name))
    }

    /// Puts an article's graph in place of the one of the same IRI and of the same identifier, in
    /// one transaction. Gives whether there was one.
    ///
    /// # Errors
    /// When the store refuses; then it is as it was before.
    pub fn put(&self, graph: &ArticleGraph) -> Result<bool> {
        let mut old = BTreeSet::from([graph.iri.clone()]);
        if let Some(identifier) = article_identifier(graph) {
            old.extend(self.graphs_of(&identifier)?);
        }
        old.retain(|name| self.store.contains_named_graph(name).unwrap_or(true));
        let replaced = !old.is_empty();
        self.change(old, graph.quads())?;
        Ok(replaced)
    }

    /// Loads graphs that are not there yet, all or none.
    ///
    /// # Errors
    /// When the store refuses; then it is as it was before.
    pub fn load(&self, graphs: &Graphs) -> Result<()> {
        let mut loader = self.store.bulk_loader();
        self.done(loader.load_quads(graphs.quads()))?;
        self.done(loader.commit())
    }

    /// All that is there, in memory.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn graphs(&self) -> Result<Graphs> {
        let quads: std::result::Result<Vec<Quad>, StorageError> = self.store.iter().collect();
        Ok(self.done(quads)?.into_iter().collect())
    }

    /// Makes it hold these graphs and no others: one transaction for each that differs.
    ///
    /// # Errors
    /// When the store refuses; what was changed before is kept.
    pub fn change_to(&self, graphs: &Graphs) -> Result<()> {
        let now = self.graphs()?;
        let names: BTreeSet<&str> = now
            .iter()
            .chain(graphs.iter())
            .map(|(name, _)| name)
            .collect();
        for name in names {
            let wanted = graphs.graph(name).unwrap_or(&[]);
            if now.graph(name).unwrap_or(&[]) != wanted {
                self.replace(name, wanted)?;
            }
        }
        Ok(())
    }

    /// Makes anew what stands beside the articles: world knowledge, vocabulary, and links across
    /// articles where there are any.
    ///
    /// # Errors
    /// When the store refuses or the vocabulary is damaged.
    pub fn complete(&self, knowledge: &Knowledge, base: &str) -> Result<()> {
        let (referred, days) = self.referred(base)?;
        let referred: BTreeSet<&str> = referred.iter().map(String::as_str).collect();
        let world = world_graph(&knowledge.world, base, &referred, &days);
        self.replace(&format!("{base}{WORLD_GRAPH}"), &world)?;
        self.replace(&format!("{base}{VOCABULARY_GRAPH}"), vocabulary()?)?;
        let links = format!("{base}{LINKS_GRAPH}");
        if self.has_graph(&NamedNode::new_unchecked(&links))? {
            let mut graphs = self.graphs()?;
            link(&mut graphs, base);
            self.replace(&links, graphs.graph(&links).unwrap_or(&[]))?;
        }
        self.done(self.store.flush())
    }

    /// Copies it to a folder that is not there yet; the copy is a store.
    ///
    /// # Errors
    /// When the folder is there, or the copy fails.
    pub fn backup(&self, target: &Path) -> Result<()> {
        if target.exists() {
            return Err(told(target, "this folder is there already")
                .with_hint("name one that is not; the copy makes it")
                .into());
        }
        self.store
            .backup(target)
            .map_err(|error| failed(target, &error))
    }

    /// Puts its files in order, so that it takes less room and answers faster.
    ///
    /// # Errors
    /// When the store refuses.
    pub fn optimize(&self) -> Result<()> {
        self.done(self.store.optimize())
    }

    // IRIs of the tables that articles speak of, and their days of publication.
    fn referred(&self, base: &str) -> Result<(BTreeSet<String>, BTreeSet<Date>)> {
        let (mut referred, mut days) = (BTreeSet::new(), BTreeSet::new());
        let articles = format!("{base}article/");
        for quad in &self.store {
            let quad = self.done(quad)?;
            let GraphName::NamedNode(name) = &quad.graph_name else {
                continue;
            };
            if !name.as_str().starts_with(&articles) {
                continue;
            }
            if quad.predicate.as_str() == v::DATE_PUBLISHED
                && let Term::Literal(day) = &quad.object
            {
                days.extend(day.value().parse::<Date>());
            }
            if let Term::NamedNode(node) = &quad.object
                && let Some(rest) = node.as_str().strip_prefix(base)
                && !OF_ARTICLES.iter().any(|kind| rest.starts_with(kind))
            {
                referred.insert(node.as_str().to_owned());
            }
            let subject = quad.subject.to_string();
            let subject = subject.trim_matches(['<', '>']);
            if quad.predicate.as_str() == v::A
                && subject
                    .strip_prefix(base)
                    .is_some_and(|rest| !OF_ARTICLES.iter().any(|kind| rest.starts_with(kind)))
            {
                referred.insert(subject.to_owned());
            }
        }
        Ok((referred, days))
    }

    // Graphs of the articles that have an identifier.
    fn graphs_of(&self, identifier: &str) -> Result<BTreeSet<NamedNode>> {
        let literal = LiteralRef::new_typed_literal(identifier, xsd::STRING);
        let property = NamedNodeRef::new_unchecked(v::IDENTIFIER);
        let found = self
            .store
            .quads_for_pattern(None, Some(property), Some(literal.into()), None);
        let mut names = BTreeSet::new();
        for quad in found {
            if let GraphName::NamedNode(name) = self.done(quad)?.graph_name {
                names.insert(name);
            }
        }
        Ok(names)
    }

    fn replace(&self, name: &str, triples: &[Triple]) -> Result<()> {
        let name = NamedNode::new_unchecked(name);
        let quads = triples
            .iter()
            .map(|triple| triple.clone().in_graph(name.clone()));
        self.change(BTreeSet::from([name.clone()]), quads)
    }

    // Drops graphs and adds quads, all or nothing.
    fn change(&self, drop: BTreeSet<NamedNode>, add: impl Iterator<Item = Quad>) -> Result<()> {
        let mut transaction = self.done(self.store.start_transaction())?;
        for name in &drop {
            self.done(transaction.remove_named_graph(name))?;
        }
        for quad in add {
            transaction.insert(&quad);
        }
        self.done(transaction.commit())
    }

    fn done<T>(&self, result: std::result::Result<T, StorageError>) -> Result<T> {
        result.map_err(|error| failed(&self.directory, &error))
    }
}

// Kinds of IRIs that belong to one article.
const OF_ARTICLES: [&str; 5] = ["article/", "situation/", "claim/", "fact/", "key/"];

// RocksDB writes into any folder: not into one that holds something else.
fn check_folder(directory: &Path) -> Result<()> {
    let Ok(mut entries) = std::fs::read_dir(directory) else {
        return Ok(());
    };
    let is_store = ["CURRENT", "IDENTITY", "LOCK"]
        .iter()
        .any(|file| directory.join(file).exists());
    if entries.next().is_none() || is_store {
        return Ok(());
    }
    Err(
        told(directory, "this folder holds something else than a store")
            .with_hint("name a folder that is empty or not there yet")
            .into(),
    )
}

fn told(directory: &Path, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(Location::file(directory.to_string_lossy()), message)
}

// The engine's word in words for people.
fn failed(directory: &Path, error: &StorageError) -> Error {
    let text = error.to_string();
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let fault = if has(&["lock"]) {
        told(directory, "another program is writing to this store")
            .with_hint("wait until it is done; reading is possible meanwhile")
    } else if has(&["no space left"]) {
        told(directory, "the disk is full")
            .with_hint("make room and run the same again: what was told as stored is safe")
    } else if has(&["permission denied"]) {
        told(directory, "the store may not be read or written")
            .with_hint("check the permissions of the folder")
    } else if matches!(error, StorageError::Corruption(_))
        || has(&["corruption", "no such file", "not exist", "checksum"])
    {
        told(directory, format!("the store is damaged: {text}")).with_hint(
            "put back a copy (`newsgraph backup` makes them), or build it anew in another folder",
        )
    } else {
        told(directory, format!("the store refused: {text}"))
    };
    fault.into()
}

impl From<Diagnostic> for Error {
    fn from(fault: Diagnostic) -> Self {
        Self::Store(fault)
    }
}
