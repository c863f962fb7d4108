//! Named graphs by name: put, replace, remove.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use oxigraph::model::{GraphName, NamedNode, Quad, Term, Triple};

use crate::graph::{ArticleGraph, vocabulary as v};

/// Named graphs sorted by name, each with its triples sorted; the default graph has the empty name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graphs {
    graphs: BTreeMap<String, Vec<Triple>>,
    // Graph of each article's identifier.
    articles: BTreeMap<String, String>,
}

/// An article in a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleEntry {
    /// IRI of the article and its graph.
    pub iri: String,
    /// What identifies it to its user.
    pub identifier: String,
    /// Headline.
    pub title: Option<String>,
    /// Day of publication.
    pub date: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Number of triples of its graph.
    pub triples: usize,
}

impl Graphs {
    /// No graphs.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts an article's graph in place of the one of the same IRI and of the same identifier.
    /// Gives whether there was one.
    pub fn put(&mut self, graph: ArticleGraph) -> bool {
        let iri = graph.iri.into_string();
        let mut replaced = false;
        if let Some(identifier) = identifier(&iri, &graph.triples)
            && let Some(old) = self.articles.insert(identifier, iri.clone())
        {
            replaced = self.graphs.remove(&old).is_some();
        }
        self.graphs.insert(iri, graph.triples).is_some() || replaced
    }

    /// Puts a graph that is no article's in place of the one of the same name.
    pub fn put_named(&mut self, name: &str, mut triples: Vec<Triple>) {
        triples.dedup();
        if triples.is_empty() {
            self.graphs.remove(name);
        } else {
            self.graphs.insert(name.to_owned(), triples);
        }
    }

    /// Adds the graphs of another collection: its articles replace those of the same IRI or
    /// identifier, other graphs of one name become one.
    pub fn absorb(&mut self, other: Self) {
        let articles: BTreeSet<String> = other.articles.into_values().collect();
        for (name, triples) in other.graphs {
            if articles.contains(&name) {
                let iri = NamedNode::new_unchecked(name);
                self.put(ArticleGraph { iri, triples });
            } else {
                let known = self.graphs.entry(name).or_default();
                known.extend(triples);
                crate::graph::sort_triples(known);
            }
        }
    }

    /// Keeps only some triples.
    pub fn retain(&mut self, keep: impl Fn(&Triple) -> bool) {
        for triples in self.graphs.values_mut() {
            triples.retain(&keep);
        }
        self.graphs.retain(|_, triples| !triples.is_empty());
        let graphs = &self.graphs;
        self.articles.retain(|_, graph| graphs.contains_key(graph));
    }

    /// Removes the article of an IRI or identifier; gives whether there was one.
    pub fn remove_article(&mut self, name: &str) -> bool {
        let iri = self.articles.get(name).cloned().or_else(|| {
            let known = self.articles.values().any(|iri| iri == name);
            known.then(|| name.to_owned())
        });
        let Some(iri) = iri else {
            return false;
        };
        self.articles.retain(|_, graph| *graph != iri);
        self.graphs.remove(&iri).is_some()
    }

    /// The articles sorted by identifier.
    #[must_use]
    pub fn articles(&self) -> Vec<ArticleEntry> {
        self.articles
            .iter()
            .map(|(identifier, iri)| self.entry(identifier, iri))
            .collect()
    }

    fn entry(&self, identifier: &str, iri: &str) -> ArticleEntry {
        let triples = self.graphs.get(iri).map_or(&[][..], Vec::as_slice);
        let value = |property: &str| {
            let of_article = triples
                .iter()
                .find(|triple| triple.predicate.as_str() == property && is_subject(triple, iri));
            of_article.and_then(literal).map(str::to_owned)
        };
        ArticleEntry {
            iri: iri.to_owned(),
            identifier: identifier.to_owned(),
            title: value(v::HEADLINE),
            date: value(v::DATE_PUBLISHED),
            publisher: value(v::PUBLISHER),
            triples: triples.len(),
        }
    }

    /// Graphs with their names in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Triple])> {
        self.graphs
            .iter()
            .map(|(name, triples)| (name.as_str(), triples.as_slice()))
    }

    /// Graphs of articles in order of their IRIs.
    pub fn article_graphs(&self) -> impl Iterator<Item = (&str, &[Triple])> {
        self.iter()
            .filter(|(name, triples)| identifier(name, triples).is_some())
    }

    /// IRIs of all that the articles' graphs speak of.
    #[must_use]
    pub fn referred(&self) -> BTreeSet<&str> {
        let triples = self.article_graphs().flat_map(|(_, triples)| triples);
        let terms = triples.flat_map(|triple| {
            let object = match &triple.object {
                Term::NamedNode(node) => Some(node.as_str()),
                _ => None,
            };
            std::iter::once(subject(triple)).chain(object)
        });
        terms.collect()
    }

    /// Days of publication of the articles.
    #[must_use]
    pub fn days(&self) -> BTreeSet<Date> {
        let triples = self.article_graphs().flat_map(|(_, triples)| triples);
        let dates = triples.filter(|triple| triple.predicate.as_str() == v::DATE_PUBLISHED);
        dates
            .filter_map(literal)
            .filter_map(|day| day.parse().ok())
            .collect()
    }

    /// The triples of a graph.
    #[must_use]
    pub fn graph(&self, name: &str) -> Option<&[Triple]> {
        self.graphs.get(name).map(Vec::as_slice)
    }

    /// All quads in order of graphs.
    pub fn quads(&self) -> impl Iterator<Item = Quad> + '_ {
        self.graphs.iter().flat_map(|(name, triples)| {
            let graph = graph_name(name);
            triples
                .iter()
                .map(move |triple| triple.clone().in_graph(graph.clone()))
        })
    }

    /// Number of quads.
    #[must_use]
    pub fn len(&self) -> usize {
        self.graphs.values().map(Vec::len).sum()
    }

    /// Whether there is no quad.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl FromIterator<Quad> for Graphs {
    fn from_iter<I: IntoIterator<Item = Quad>>(quads: I) -> Self {
        let mut graphs: BTreeMap<String, Vec<Triple>> = BTreeMap::new();
        for quad in quads {
            let name = match &quad.graph_name {
                GraphName::NamedNode(node) => node.as_str(),
                GraphName::BlankNode(node) => node.as_str(),
                GraphName::DefaultGraph => "",
            };
            let triple = Triple::new(quad.subject, quad.predicate, quad.object);
            match graphs.get_mut(name) {
                Some(triples) => triples.push(triple),
                None => {
                    graphs.insert(name.to_owned(), vec![triple]);
                }
            }
        }
        let mut articles = BTreeMap::new();
        for (name, triples) in &mut graphs {
            crate::graph::sort_triples(triples);
            if let Some(identifier) = identifier(name, triples) {
                articles.insert(identifier, name.clone());
            }
        }
        Self { graphs, articles }
    }
}

/// What identifies an article to its user.
#[must_use]
pub fn article_identifier(graph: &ArticleGraph) -> Option<String> {
    identifier(graph.iri.as_str(), &graph.triples)
}

// What identifies the article whose graph this is.
fn identifier(name: &str, triples: &[Triple]) -> Option<String> {
    let start = triples.partition_point(|triple| subject(triple) < name);
    let of_article = triples[start..]
        .iter()
        .take_while(|triple| is_subject(triple, name));
    let mut identifiers = of_article.filter(|triple| triple.predicate.as_str() == v::IDENTIFIER);
    identifiers.next().and_then(literal).map(str::to_owned)
}

fn subject(triple: &Triple) -> &str {
    match &triple.subject {
        oxigraph::model::NamedOrBlankNode::NamedNode(node) => node.as_str(),
        oxigraph::model::NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}

fn is_subject(triple: &Triple, iri: &str) -> bool {
    subject(triple) == iri
}

fn literal(triple: &Triple) -> Option<&str> {
    match &triple.object {
        Term::Literal(literal) => Some(literal.value()),
        _ => None,
    }
}

fn graph_name(name: &str) -> GraphName {
    if name.is_empty() {
        GraphName::DefaultGraph
    } else {
        NamedNode::new_unchecked(name).into()
    }
}
