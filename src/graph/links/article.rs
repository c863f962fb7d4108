//! Articles that are nearly the same: reprints of one wire story.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// An article's words.
#[derive(Clone, Copy, Debug)]
pub struct ArticleText<'graph> {
    /// IRI.
    pub iri: &'graph str,
    /// Its text; empty where the graph does not hold it.
    pub text: &'graph str,
    /// SHA-256 of its text.
    pub sha256: &'graph str,
}

/// Pairs of articles that share half of the shorter one's runs of five words, or the text itself.
pub(super) fn near_duplicates<'graph>(
    articles: &[ArticleText<'graph>],
) -> BTreeSet<(&'graph str, &'graph str)> {
    const ENOUGH: f64 = 0.5;
    let runs: Vec<BTreeSet<u64>> = articles.iter().map(|article| runs(article.text)).collect();
    let mut pairs: BTreeSet<(usize, usize)> = shared(&runs)
        .into_iter()
        .filter(|&((one, other), count)| {
            let shorter = runs[one].len().min(runs[other].len());
            count as f64 >= ENOUGH * shorter as f64
        })
        .map(|(pair, _)| pair)
        .collect();
    pairs.extend(same_text(articles));
    let named = pairs.into_iter().map(|(one, other)| {
        let (one, other) = (articles[one].iri, articles[other].iri);
        (one.min(other), one.max(other))
    });
    named.collect()
}

fn same_text(articles: &[ArticleText]) -> Vec<(usize, usize)> {
    let mut by_text: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        if !article.sha256.is_empty() {
            by_text.entry(article.sha256).or_default().push(index);
        }
    }
    let all = by_text.values();
    all.flat_map(|same| pairs(same).collect::<Vec<_>>())
        .collect()
}

// Hashes of all runs of five words; the hash is fixed for a version of the program.
fn runs(text: &str) -> BTreeSet<u64> {
    const LENGTH: usize = 5;
    let words: Vec<String> = text
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let hash = |run: &[String]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(LENGTH).map(hash).collect()
}

// How many runs each pair of articles shares; what stands in very many tells nothing.
fn shared(runs: &[BTreeSet<u64>]) -> BTreeMap<(usize, usize), usize> {
    const MANY: usize = 40;
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (index, runs) in runs.iter().enumerate() {
        for &run in runs {
            holders.entry(run).or_default().push(index);
        }
    }
    let mut counts = BTreeMap::new();
    for holders in holders.values().filter(|holders| holders.len() <= MANY) {
        for pair in pairs(holders) {
            *counts.entry(pair).or_default() += 1;
        }
    }
    counts
}

fn pairs(of: &[usize]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let later = |place: usize| of[place + 1..].iter();
    of.iter()
        .enumerate()
        .flat_map(move |(place, &one)| later(place).map(move |&other| (one, other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reprint_with_a_new_head_is_found() {
        let story = "The two ministers met in the old harbour on Monday and spoke for an hour about the closed bridge";
        let reprint = format!("By our staff. {story}. More to come.");
        let article = |iri, text| ArticleText {
            iri,
            text,
            sha256: "",
        };
        let articles = [
            article("a", story),
            article("b", &reprint),
            article(
                "c",
                "Another story altogether about fishing rights in the northern sea and their price",
            ),
        ];
        assert_eq!(near_duplicates(&articles), BTreeSet::from([("a", "b")]));
    }
}
