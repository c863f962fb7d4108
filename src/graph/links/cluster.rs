//! Clusters from pairs, by average link.

use std::collections::{BTreeMap, BTreeSet};

use super::telling::Telling;
use super::{LEAST, Pair};

/// Clusters of two and more with the pairs within them, each article at most once in each.
pub(super) fn grow(tellings: &[Telling], mut pairs: Vec<Pair>) -> Vec<(Vec<usize>, Vec<Pair>)> {
    pairs.sort_by(|left, right| {
        let score = right.score.total_cmp(&left.score);
        score.then_with(|| left.ends.cmp(&right.ends))
    });
    let scores: BTreeMap<(usize, usize), f64> =
        pairs.iter().map(|pair| (pair.ends, pair.score)).collect();
    let mut clusters: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut cluster_of: BTreeMap<usize, usize> = BTreeMap::new();
    for pair in &pairs {
        let (one, other) = pair.ends;
        let home = |member: usize| cluster_of.get(&member).copied().unwrap_or(member);
        let (left, right) = (home(one), home(other));
        let members = |cluster: usize| {
            clusters
                .get(&cluster)
                .cloned()
                .unwrap_or_else(|| vec![cluster])
        };
        let (left_members, right_members) = (members(left), members(right));
        if left == right || !fit(tellings, &left_members, &right_members, &scores) {
            continue;
        }
        clusters.remove(&right);
        let mut all = left_members;
        all.extend(right_members);
        all.sort_unstable();
        for &member in &all {
            cluster_of.insert(member, left);
        }
        clusters.insert(left, all);
    }
    let inside = |members: &[usize]| {
        let members: BTreeSet<usize> = members.iter().copied().collect();
        let is_inside =
            |pair: &&Pair| members.contains(&pair.ends.0) && members.contains(&pair.ends.1);
        pairs.iter().filter(is_inside).cloned().collect()
    };
    clusters
        .into_values()
        .map(|members| {
            let pairs = inside(&members);
            (members, pairs)
        })
        .collect()
}

// Whether two clusters are of different articles and alike on average.
fn fit(
    tellings: &[Telling],
    left: &[usize],
    right: &[usize],
    scores: &BTreeMap<(usize, usize), f64>,
) -> bool {
    let articles: BTreeSet<&str> = left
        .iter()
        .map(|&member| tellings[member].article)
        .collect();
    if right
        .iter()
        .any(|&member| articles.contains(tellings[member].article))
    {
        return false;
    }
    let between = left.iter().flat_map(|&one| {
        right
            .iter()
            .map(move |&other| (one.min(other), one.max(other)))
    });
    let sum: f64 = between
        .map(|ends| scores.get(&ends).copied().unwrap_or(0.0))
        .sum();
    sum / (left.len() * right.len()) as f64 >= 0.75 * LEAST
}
