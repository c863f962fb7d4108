//! Links across articles, measured on invented articles whose happenings are known.
//!
//! `cargo test --test graph happenings -- --nocapture` prints the figures: B³ (Bagga and Baldwin
//! 1998) and the `CoNLL` score (mean F1 of MUC, B³ and entity CEAF), over the words that the file
//! names; words of which no situation was made count as a happening of their own.

use std::collections::{BTreeMap, BTreeSet};

use newsgraph::Pipeline;
use newsgraph::graph::{DEFAULT_BASE, article_graph};
use newsgraph::read::{Document, day};
use newsgraph::store::{Graphs, Nodes, complete, link};
use serde::Deserialize;

use super::known;

#[derive(Deserialize)]
struct Article {
    id: String,
    date: String,
    source: String,
    text: String,
    tells: Vec<(String, String)>,
}

fn articles() -> Vec<Article> {
    let lines = include_str!("happenings.jsonl").lines();
    lines
        .map(|line| serde_json::from_str(line).expect("an article"))
        .collect()
}

fn graphs(articles: &[Article]) -> Graphs {
    let pipeline = Pipeline::new().expect("loads");
    let mut graphs = Graphs::new();
    for article in articles {
        let mut document = Document::new(article.id.as_str(), article.text.as_str());
        document.date = day(&article.date);
        document.source = Some(article.source.clone());
        let facts = pipeline.facts(document);
        graphs.put(article_graph(
            &facts,
            &known::options(&pipeline.knowledge().world),
        ));
    }
    complete(&mut graphs, pipeline.knowledge(), DEFAULT_BASE, true).expect("completes");
    link(&mut graphs, DEFAULT_BASE);
    graphs
}

const NIF: &str = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
const NG: &str = "https://w3id.org/newsgraph/ns#";

type Clusters = Vec<BTreeSet<usize>>;

/// Clusters of the places in the file by gold, and by the graph.
fn both(articles: &[Article], graphs: &Graphs) -> (Clusters, Clusters) {
    let nodes = Nodes::new(graphs);
    let entries: BTreeMap<String, String> = graphs
        .articles()
        .into_iter()
        .map(|entry| (entry.identifier, entry.iri))
        .collect();
    let (mut gold, mut found) = (BTreeMap::new(), BTreeMap::new());
    let mut number = 0;
    for article in articles {
        for (words, happening) in &article.tells {
            let situation = situation(&nodes, &entries[&article.id], &article.text, words);
            let linked = situation
                .as_ref()
                .and_then(|iri| nodes.link(iri, &format!("{NG}happening")));
            let name = linked.map_or_else(|| format!("alone {number}"), str::to_owned);
            gold.entry(happening.clone())
                .or_insert_with(BTreeSet::new)
                .insert(number);
            found
                .entry(name)
                .or_insert_with(BTreeSet::new)
                .insert(number);
            number += 1;
        }
    }
    (gold.into_values().collect(), found.into_values().collect())
}

// The situation whose trigger lies in some words.
fn situation(nodes: &Nodes, article: &str, text: &str, words: &str) -> Option<String> {
    let start = text
        .find(words)
        .unwrap_or_else(|| panic!("`{words}` is not in the text"));
    let begin = text[..start].chars().count();
    let range = begin..begin + words.chars().count();
    let mut all = nodes
        .iter()
        .map(|(iri, _)| iri)
        .filter(|iri| nodes.has(iri, &format!("{NG}inArticle"), article));
    all.find(|iri| {
        let mut phrases = nodes.links(iri, "http://groundedannotationframework.org/gaf#denotedBy");
        phrases.any(|phrase| {
            let at = nodes
                .text(phrase, &format!("{NIF}beginIndex"))
                .and_then(|at| at.parse().ok());
            at.is_some_and(|at: usize| range.contains(&at))
        })
    })
    .map(str::to_owned)
}

#[derive(Clone, Copy, Debug)]
struct Score {
    precision: f64,
    recall: f64,
}

impl Score {
    fn f1(self) -> f64 {
        if self.precision + self.recall == 0.0 {
            return 0.0;
        }
        2.0 * self.precision * self.recall / (self.precision + self.recall)
    }
}

fn b_cubed(gold: &Clusters, found: &Clusters) -> Score {
    Score {
        precision: b_cubed_one(found, gold),
        recall: b_cubed_one(gold, found),
    }
}

fn b_cubed_one(of: &Clusters, against: &Clusters) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for cluster in of {
        for member in cluster {
            let other = against
                .iter()
                .find(|other| other.contains(member))
                .expect("the same members");
            sum += cluster.intersection(other).count() as f64 / cluster.len() as f64;
            count += 1.0;
        }
    }
    sum / count
}

fn muc(gold: &Clusters, found: &Clusters) -> Score {
    Score {
        precision: muc_one(found, gold),
        recall: muc_one(gold, found),
    }
}

fn muc_one(of: &Clusters, against: &Clusters) -> f64 {
    let (mut kept, mut links) = (0, 0);
    for cluster in of {
        let parts = against
            .iter()
            .filter(|other| !cluster.is_disjoint(other))
            .count();
        kept += cluster.len() - parts;
        links += cluster.len() - 1;
    }
    if links == 0 {
        1.0
    } else {
        kept as f64 / links as f64
    }
}

fn ceaf(gold: &Clusters, found: &Clusters) -> Score {
    let likeness = |one: &BTreeSet<usize>, other: &BTreeSet<usize>| {
        2.0 * one.intersection(other).count() as f64 / (one.len() + other.len()) as f64
    };
    let size = gold.len().max(found.len());
    let cell = |row: usize, column: usize| match (gold.get(row), found.get(column)) {
        (Some(one), Some(other)) => likeness(one, other),
        _ => 0.0,
    };
    let best = best_assignment(size, cell);
    Score {
        precision: best / found.len() as f64,
        recall: best / gold.len() as f64,
    }
}

// Greatest sum of one cell for each row and column: the Hungarian method with potentials.
fn best_assignment(size: usize, cell: impl Fn(usize, usize) -> f64) -> f64 {
    let (mut rows, mut columns) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    let mut row_of = vec![0; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let (mut column, mut least) = (0, vec![f64::INFINITY; size + 1]);
        let (mut used, mut way) = (vec![false; size + 1], vec![0; size + 1]);
        while row_of[column] != 0 {
            used[column] = true;
            let (at, mut delta, mut next) = (row_of[column], f64::INFINITY, 0);
            for other in 1..=size {
                if used[other] {
                    continue;
                }
                let cost = -cell(at - 1, other - 1) - rows[at] - columns[other];
                if cost < least[other] {
                    (least[other], way[other]) = (cost, column);
                }
                if least[other] < delta {
                    (delta, next) = (least[other], other);
                }
            }
            for other in 0..=size {
                if used[other] {
                    rows[row_of[other]] += delta;
                    columns[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    (1..=size)
        .map(|column| cell(row_of[column] - 1, column - 1))
        .sum()
}

#[test]
fn happenings_of_several_articles_are_found() {
    let articles = articles();
    let graphs = graphs(&articles);
    let (gold, found) = both(&articles, &graphs);
    let (muc, cubed, ceaf) = (
        muc(&gold, &found),
        b_cubed(&gold, &found),
        ceaf(&gold, &found),
    );
    let conll = (muc.f1() + cubed.f1() + ceaf.f1()) / 3.0;
    for (name, score) in [("MUC", muc), ("B³", cubed), ("CEAFe", ceaf)] {
        println!(
            "{name:6} precision {:.3} recall {:.3} F1 {:.3}",
            score.precision,
            score.recall,
            score.f1()
        );
    }
    println!(
        "CoNLL F1 {conll:.3} over {} articles, {} happenings",
        articles.len(),
        gold.len()
    );
    let names: Vec<&str> = articles
        .iter()
        .flat_map(|article| article.tells.iter().map(|_| article.id.as_str()))
        .collect();
    for cluster in found.iter().filter(|cluster| cluster.len() > 1) {
        println!(
            "  {}",
            cluster
                .iter()
                .map(|&member| names[member])
                .collect::<Vec<_>>()
                .join(" ")
        );
    }
    assert!(
        cubed.precision >= 0.95,
        "linking what is not one is the worse error"
    );
    assert!(cubed.f1() >= 0.85 && conll >= 0.8);
}

#[test]
fn links_do_not_depend_on_the_order_and_can_be_made_anew() {
    let mut some: Vec<Article> = articles().into_iter().take(8).collect();
    let one = graphs(&some);
    some.reverse();
    let mut other = graphs(&some);
    assert!(one == other);
    link(&mut other, DEFAULT_BASE);
    assert!(one == other);
    let unlinked: BTreeSet<String> = known::all()
        .iter()
        .map(|(name, _)| name.to_owned())
        .collect();
    assert!(
        !unlinked.iter().any(|name| name.ends_with("graph/links")),
        "nothing to link, no graph"
    );
}

#[test]
fn measures_know_what_is_whole_and_what_is_not() {
    let gold = vec![BTreeSet::from([0, 1, 2]), BTreeSet::from([3])];
    for measure in [muc, b_cubed, ceaf] {
        assert!((measure(&gold, &gold).f1() - 1.0).abs() < 1e-9);
    }
    let split = vec![
        BTreeSet::from([0, 1]),
        BTreeSet::from([2]),
        BTreeSet::from([3]),
    ];
    let recall = (2.0 / 3.0 + 2.0 / 3.0 + 1.0 / 3.0 + 1.0) / 4.0;
    assert!((b_cubed(&gold, &split).recall - recall).abs() < 1e-9);
    // 0.8 for the pair, one of the single ones with its own: 1.
    assert!((ceaf(&gold, &split).precision - 1.8 / 3.0).abs() < 1e-9);
    assert!((muc(&gold, &split).recall - 0.5).abs() < 1e-9);
}
