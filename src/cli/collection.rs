//! `newsgraph list`, `remove`, `stats` and `diff`: articles of files of graphs.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use oxigraph::sparql::QueryResults;

use super::arguments::parse_base;
use super::failure::{Done, Usage};
use super::output::Output;
use crate::error::{Diagnostic, Location};
use crate::export::{Names, write_graphs};
use crate::graph::DEFAULT_BASE;
use crate::knowledge::Knowledge;
use crate::query::{QueryOptions, display_term, run};
use crate::store::{Graphs, RdfFile, complete, is_graph_format, store_of};

/// Lists the articles of a graph.
#[derive(Args)]
pub(super) struct List {
    /// Files of graphs that keep the articles apart: TriG or N-Quads.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

impl List {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let graphs = read(&self.files)?;
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

/// Removes articles from a file of graphs; the world knowledge beside them is made anew.
#[derive(Args)]
pub(super) struct Remove {
    /// TriG or N-Quads file, which is written anew.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Identifiers or IRIs of articles.
    #[arg(value_name = "ARTICLE", required = true)]
    articles: Vec<String>,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
}

impl Remove {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let file = RdfFile::new(&self.file, None)?;
        if !is_graph_format(file.format()) {
            let fault = Diagnostic::error(
                Location::file(self.file.to_string_lossy()),
                "this format does not keep the articles apart",
            );
            return Err(
                Usage(fault.with_hint("articles can be removed from TriG and N-Quads")).into(),
            );
        }
        let mut graphs: Graphs = file.quads()?.into_iter().collect();
        let mut done = Done::Well;
        for article in &self.articles {
            if !graphs.remove_article(article) {
                super::failure::tell(
                    Diagnostic::error(
                        Location::file(self.file.to_string_lossy()),
                        format!("there is no article `{article}`"),
                    )
                    .with_hint("`newsgraph list FILE` lists them"),
                );
                done = Done::Skipped;
            }
        }
        complete(&mut graphs, &Knowledge::load()?, &self.base, true)?;
        let mut output = Output::open(Some(&self.file))?;
        write_graphs(&graphs, file.format(), &self.base, &mut output)?;
        output.finish()?;
        Ok(done)
    }
}

/// Counts what a graph holds.
#[derive(Args)]
pub(super) struct Stats {
    /// Files of graphs.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
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
        let graphs = read(&self.files)?;
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
    /// File of the old graph.
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// File of the new graph.
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
    let store = store_of(&read(&[file.to_owned()])?)?;
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

fn read(files: &[PathBuf]) -> anyhow::Result<Graphs> {
    let mut quads = Vec::new();
    for file in files {
        quads.extend(RdfFile::new(file, None)?.quads()?);
    }
    Ok(quads.into_iter().collect())
}
