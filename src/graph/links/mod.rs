//! Links across articles: situations that are taken to tell of one happening.
//!
//! Pairs of tellings that share a class and somebody, somewhere or a state within days of one
//! another are scored; clusters grow from the best pair down, as long as the average over all
//! pairs of a cluster stays high (average link). Near-duplicate articles are found first, by
//! shared runs of words (Broder 1997). A link is a statement that can be thrown away: no node
//! is ever merged, and making the links anew gives the same ones.

mod article;
mod cluster;
mod pairs;
mod score;
mod telling;
mod words;

use std::collections::BTreeMap;

use oxigraph::model::Triple;
use sha2::{Digest, Sha256};

use super::triples::Triples;
use super::vocabulary as v;
use crate::read::hex;
pub use article::ArticleText;
pub use telling::{Party, PartyKind, Place, Telling};

/// Two tellings that may be of one happening.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    /// Indexes of the tellings, the smaller first.
    pub(super) ends: (usize, usize),
    /// Between 0 and 1.
    pub(super) score: f64,
    /// What speaks for it.
    pub(super) reason: String,
}

/// The least score of a link; set on invented clusters (`tests/graph/happenings.jsonl`).
pub(super) const LEAST: f64 = 0.64;

/// Tellings that are taken to be of one happening, as sets of indexes with two members or more,
/// and the pairs within them that speak for it, the best first.
#[must_use]
pub(super) fn clusters(
    tellings: &[Telling],
    articles: &[ArticleText],
) -> Vec<(Vec<usize>, Vec<Pair>)> {
    let twins = article::near_duplicates(articles);
    let mut pairs = pairs::candidates(tellings, &twins);
    pairs.retain(|pair| pair.score >= LEAST);
    cluster::grow(tellings, pairs)
}

/// The graph of links between tellings, sorted. The order of the tellings and articles does not matter.
#[must_use]
pub fn happening_links(
    mut tellings: Vec<Telling>,
    mut articles: Vec<ArticleText>,
    base: &str,
) -> Vec<Triple> {
    tellings.sort_by(|left, right| left.iri.cmp(right.iri));
    articles.sort_by(|left, right| left.iri.cmp(right.iri));
    let mut triples = Triples::default();
    for (members, pairs) in clusters(&tellings, &articles) {
        write(&tellings, &members, &pairs, base, &mut triples);
    }
    triples.into_sorted()
}

fn write(
    tellings: &[Telling],
    members: &[usize],
    pairs: &[Pair],
    base: &str,
    triples: &mut Triples,
) {
    let iris: Vec<&str> = members.iter().map(|&member| tellings[member].iri).collect();
    let digest = Sha256::digest(iris.join("\n"));
    let happening = format!("{base}happening/{}", hex(&digest[..8]));
    triples.class(&happening, v::HAPPENING_CLASS);
    triples.label(&happening, tellings[central(members, pairs)].label);
    for iri in iris {
        triples.link(iri, v::HAPPENING, &happening);
    }
    for pair in strongest(pairs) {
        let (one, other) = (tellings[pair.ends.0].iri, tellings[pair.ends.1].iri);
        let digest = Sha256::digest(format!("{one}\n{other}"));
        let link = format!("{happening}-{}", hex(&digest[..3]));
        triples.class(&link, v::HAPPENING_LINK);
        triples.link(&link, v::LINKED_SITUATION, one);
        triples.link(&link, v::LINKED_SITUATION, other);
        triples.number_if(&link, v::SCORE, Some((pair.score * 100.0).round() / 100.0));
        triples.text(&link, v::REASON, &pair.reason);
    }
}

// The best links of each member: all of them would be as many as the square of a cluster's size.
fn strongest(pairs: &[Pair]) -> Vec<&Pair> {
    const OF_EACH: usize = 5;
    let mut links: BTreeMap<usize, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for pair in pairs {
        let (one, other) = pair.ends;
        let of = |member| links.get(&member).copied().unwrap_or(0);
        if of(one).min(of(other)) < OF_EACH {
            kept.push(pair);
            *links.entry(one).or_default() += 1;
            *links.entry(other).or_default() += 1;
        }
    }
    kept
}

// The member that is most like the others: its label stands for all.
fn central(members: &[usize], pairs: &[Pair]) -> usize {
    let mut sums: BTreeMap<usize, f64> = members.iter().map(|&member| (member, 0.0)).collect();
    for pair in pairs {
        for end in [pair.ends.0, pair.ends.1] {
            *sums.entry(end).or_default() += pair.score;
        }
    }
    let best = sums.iter().fold(
        None,
        |best: Option<(usize, f64)>, (&member, &sum)| match best {
            Some((_, most)) if most >= sum => best,
            _ => Some((member, sum)),
        },
    );
    best.map_or(0, |(member, _)| member)
}
