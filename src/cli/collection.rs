//! `newsgraph list`, `remove`, `stats` and `diff`: articles of files of graphs.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use oxigraph::sparql::QueryResults;

use super::archive::Archive;
use super::arguments::parse_base;
use super::failure::Done;
use super::output::Output;
use super::source::{PlaceArguments, SourceArguments};
use crate::error::{Diagnostic, Location};
use crate::export::Names;
use crate::graph::DEFAULT_BASE;
use crate::knowledge::Knowledge;
use crate::query::{QueryOptions, display_term, run};
use crate::store::{complete, store_of};

/// Lists the articles of a graph.
#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    source: SourceArguments,
}

impl List {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let graphs = self.source.graphs()?;
        let mut output = Output::open(None)?;
        for article in graphs.articles() {
            let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
            writeln!(
                output,
                "{}\t{}\t{}\t{}\t{}",
                article.identifier,
                or_none(article.date),
                or_none(article.publisher),
                article.triples,
                or_none(article.title),
            )?;
        }
        output.finish()?;
        Ok(Done::Well)
    }
}

/// Removes articles; the world knowledge beside them is made anew.
#[derive(Args)]
#[command(after_long_help = "Examples:
  newsgraph remove archive.nq report-17
  newsgraph remove --store archive report-17")]
pub(super) struct Remove {
    /// TriG or N-Quads file, which is written anew (none with --store); then identifiers or IRIs of articles.
    #[arg(value_names = ["FILE", "ARTICLE"], num_args = 1.., required = true)]
    words: Vec<String>,
    /// Store on disk in place of a file; needs a program with the feature `disk`.
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
}

impl Remove {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let (file, articles) = match (&self.store, self.words.split_first()) {
            (None, Some((file, articles))) => (Some(Path::new(file)), articles),
            _ => (None, self.words.as_slice()),
        };
        let archive = Archive::open(file, self.store.as_deref())?;
        let mut graphs = archive.read()?;
        let mut done = Done::Well;
        for article in articles {
            if !graphs.remove_article(article) {
                let place = file.or(self.store.as_deref()).unwrap_or(Path::new(""));
                let location = Location::file(place.to_string_lossy());
                let fault = Diagnostic::error(location, format!("there is no article `{article}`"));
                super::failure::tell(fault.with_hint("`newsgraph list` lists them"));
                done = Done::Skipped;
            }
        }
        complete(&mut graphs, &Knowledge::load()?, &self.base, true)?;
        archive.write(&graphs, &self.base)?;
        Ok(done)
    }
}

/// Counts what a graph holds.
#[derive(Args)]
pub(super) struct Stats {
    #[command(flatten)]
    source: SourceArguments,
}

const COUNTS: &[(&str, &str)] = &[
    (
        "articles",
        "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a schema:NewsArticle }",
    ),
    (
        "situations by status",
        "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x a ng:Situation ; ng:status ?k } GROUP BY ?k ORDER BY DESC(?n) ?k",
    ),
    (
        "situations by type",
        "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x ng:eventType ?k } GROUP BY ?k ORDER BY DESC(?n) ?k LIMIT 20",
    ),
    (
        "claims by stance",
        "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x a ng:Claim ; ng:stance ?k } GROUP BY ?k ORDER BY DESC(?n) ?k",
    ),
    (
        "facts by predicate",
        "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x a ng:Fact ; ng:predicate ?k } GROUP BY ?k ORDER BY DESC(?n) ?k",
    ),
    (
        "actors by number of situations",
        "SELECT ?k (COUNT(DISTINCT ?x) AS ?n) { ?x ng:agent|ng:recipient|ng:participant ?k } GROUP BY ?k ORDER BY DESC(?n) ?k LIMIT 20",
    ),
];

impl Stats {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let graphs = self.source.graphs()?;
        let mut output = Output::open(None)?;
        writeln!(output, "quads {}", graphs.len())?;
        let store = store_of(&graphs)?;
        let names = Names::new(DEFAULT_BASE);
        for (title, query) in COUNTS {
            writeln!(output, "\n{title}")?;
            let QueryResults::Solutions(solutions) = run(&store, query, &QueryOptions::default())?
            else {
                continue;
            };
            for solution in solutions {
                let solution = solution?;
                let cell = |name: &str| {
                    solution
                        .get(name)
                        .map_or_else(String::new, |term| display_term(term, &names))
                };
                writeln!(output, "  {:>8}  {}", cell("n"), cell("k"))?;
            }
        }
        output.finish()?;
        Ok(Done::Well)
    }
}

/// Compares two graphs by what their articles say; ends with code 1 where they differ.
#[derive(Args)]
#[command(
    after_long_help = "Lines with - stand in the old graph alone, lines with + in the new one alone."
)]
pub(super) struct Diff {
    /// File or store of the old graph.
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// File or store of the new graph.
    #[arg(value_name = "NEW")]
    new: PathBuf,
}

const STATEMENTS: &str = "SELECT ?article ?type ?status ?label ?day ?agent ?recipient {
  ?s ng:inArticle/schema:identifier ?article ; ng:eventType ?type ; ng:status ?status ; rdfs:label ?label .
  OPTIONAL { ?s ng:earliest ?day } OPTIONAL { ?s ng:agent ?agent } OPTIONAL { ?s ng:recipient ?recipient } }";

impl Diff {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let (old, new) = (statements(&self.old)?, statements(&self.new)?);
        let mut output = Output::open(None)?;
        let none = BTreeSet::new();
        let articles: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let mut done = Done::Well;
        for article in articles {
            let (before, after) = (
                old.get(article).unwrap_or(&none),
                new.get(article).unwrap_or(&none),
            );
            if before == after {
                continue;
            }
            done = Done::No;
            writeln!(output, "{article}")?;
            for line in before.difference(after) {
                writeln!(output, "  - {line}")?;
            }
            for line in after.difference(before) {
                writeln!(output, "  + {line}")?;
            }
        }
        output.finish()?;
        Ok(done)
    }
}

// What each article says, a situation a line.
fn statements(file: &Path) -> anyhow::Result<BTreeMap<String, BTreeSet<String>>> {
    let place = PlaceArguments {
        input_format: None,
        store: None,
    };
    let store = store_of(&place.graphs(&[file.to_owned()])?)?;
    let names = Names::new(DEFAULT_BASE);
    let mut statements: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    if let QueryResults::Solutions(solutions) = run(&store, STATEMENTS, &QueryOptions::default())? {
        for solution in solutions {
            let solution = solution?;
            let cells: Vec<String> = solution
                .values()
                .iter()
                .map(|term| {
                    term.as_ref()
                        .map_or_else(|| "-".to_owned(), |term| display_term(term, &names))
                })
                .collect();
            let (article, rest) = cells
                .split_first()
                .map_or((String::new(), String::new()), |(article, rest)| {
                    (article.clone(), rest.join("  "))
                });
            statements.entry(article).or_default().insert(rest);
        }
    }
    Ok(statements)
}
