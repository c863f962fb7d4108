//! Which tellings are compared at all.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Pair;
use super::score::Scorer;
use super::telling::{Party, Telling};

/// Pairs of tellings of different articles with their scores.
pub(super) fn candidates(tellings: &[Telling], twins: &BTreeSet<(&str, &str)>) -> Vec<Pair> {
    let scorer = Scorer::new(tellings);
    let mut ends = near_in_time(tellings);
    ends.extend(of_twins(tellings, twins));
    ends.into_iter()
        .filter_map(|(one, other)| {
            let (left, right) = (&tellings[one], &tellings[other]);
            let twins = twins.contains(&articles(left, right));
            let (score, reason) = scorer.score(left, right, twins)?;
            Some(Pair {
                ends: (one, other),
                score,
                reason,
            })
        })
        .collect()
}

fn articles<'graph>(left: &Telling<'graph>, right: &Telling<'graph>) -> (&'graph str, &'graph str) {
    let (one, other) = (left.article, right.article);
    (one.min(other), one.max(other))
}

// Those of one kind that share somebody, a state or a place within some days.
fn near_in_time(tellings: &[Telling]) -> BTreeSet<(usize, usize)> {
    const WINDOW: i32 = 5;
    let mut ends = BTreeSet::new();
    for mut block in blocks(tellings).into_values() {
        block.sort_unstable();
        for (place, &(day, one)) in block.iter().enumerate() {
            let later = block[place + 1..].iter();
            let near = later.take_while(|(other, _)| days_between(day, *other) <= WINDOW);
            for &(_, other) in near {
                if tellings[one].article != tellings[other].article {
                    ends.insert((one.min(other), one.max(other)));
                }
            }
        }
    }
    ends
}

type Blocks<'graph> = BTreeMap<(&'graph str, &'graph str), Vec<(Date, usize)>>;

fn blocks<'graph>(tellings: &[Telling<'graph>]) -> Blocks<'graph> {
    let mut blocks: Blocks = BTreeMap::new();
    for (index, telling) in tellings.iter().enumerate() {
        let Some((_, day)) = telling.days() else {
            continue;
        };
        for kind in telling.class.into_iter().chain([telling.event_type]) {
            for shared in marks(telling) {
                blocks.entry((kind, shared)).or_default().push((day, index));
            }
        }
    }
    blocks
}

// What two tellings of one happening share at least one of.
fn marks<'graph>(telling: &Telling<'graph>) -> BTreeSet<&'graph str> {
    let parties = telling.agents.iter().chain(&telling.recipients);
    let of_party = |party: &Party<'graph>| [party.identity, party.state];
    let mut marks: BTreeSet<&str> = parties.flat_map(of_party).flatten().collect();
    marks.extend(telling.place.as_ref().and_then(|place| place.identity));
    marks
}

fn days_between(one: Date, other: Date) -> i32 {
    one.until(other)
        .map_or(i32::MAX, |span| span.get_days().abs())
}

// All of one type in near-duplicate articles.
fn of_twins(tellings: &[Telling], twins: &BTreeSet<(&str, &str)>) -> Vec<(usize, usize)> {
    let mut by_article: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, telling) in tellings.iter().enumerate() {
        by_article.entry(telling.article).or_default().push(index);
    }
    let of = |article: &str| by_article.get(article).map_or(&[][..], Vec::as_slice);
    let mut ends = Vec::new();
    for &(left, right) in twins {
        for &one in of(left) {
            let same = |other: &&usize| tellings[**other].event_type == tellings[one].event_type;
            let others = of(right).iter().filter(same);
            ends.extend(others.map(|&other| (one.min(other), one.max(other))));
        }
    }
    ends
}
