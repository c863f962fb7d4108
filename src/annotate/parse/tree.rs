//! From the arcs of the parser to the tree: lifted arcs lowered again, sentence starts.

use std::collections::VecDeque;

use super::moves::ArcLabel;
use crate::annotate::label::Dep;

/// Rounds after which widening stops in any case.
const ROUNDS: usize = 12;

/// The finished tree of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tree {
    /// Head of each token; a root is its own.
    pub(crate) heads: Vec<usize>,
    /// Relation of each token to its head.
    pub(crate) deps: Vec<Dep>,
    /// Whether a sentence starts with the token.
    pub(crate) starts: Vec<bool>,
}

impl Tree {
    /// The tree of the parser's arcs; `is_space` tells white space, which is no head of lowered arcs.
    pub(super) fn of(
        arcs: impl Iterator<Item = Option<(usize, ArcLabel)>>,
        is_space: impl Fn(usize) -> bool,
    ) -> Self {
        let (mut heads, mut deps, mut lowered) = (Vec::new(), Vec::new(), Vec::new());
        for (token, arc) in arcs.enumerate() {
            let (head, dep) = arc.map_or((token, Dep::Root), |(head, label)| (head, label.dep));
            heads.push(head);
            deps.push(dep);
            let to = arc.and_then(|(_, label)| label.lowered_to);
            lowered.extend(to.map(|to| (token, to)));
        }
        let mut extents = Extents::of(&heads);
        let mut pending: Vec<Option<Dep>> = vec![None; heads.len()];
        for &(token, to) in &lowered {
            pending[token] = Some(to);
        }
        for &(token, to) in &lowered {
            let search = Search {
                heads: &heads,
                deps: &deps,
                pending: &pending,
                extents: &extents,
                is_space: &is_space,
            };
            if let Some(head) = search.lowest(token, to) {
                heads[token] = head;
            }
            pending[token] = None;
        }
        if !lowered.is_empty() {
            extents = Extents::of(&heads);
        }
        let mut starts = vec![false; heads.len()];
        for root in roots(&heads) {
            starts[extents.left[root]] = true;
        }
        Self {
            heads,
            deps,
            starts,
        }
    }
}

/// Looks for the true head of a lifted arc.
struct Search<'a, F> {
    heads: &'a [usize],
    deps: &'a [Dep],
    /// Labels that are still lifted, and hence equal to no plain one.
    pending: &'a [Option<Dep>],
    extents: &'a Extents,
    is_space: &'a F,
}

impl<F: Fn(usize) -> bool> Search<'_, F> {
    /// The first token with a label below the head of `token`, breadth first, left to right.
    fn lowest(&self, token: usize, label: Dep) -> Option<usize> {
        let mut queue = VecDeque::from([self.heads[token]]);
        while let Some(node) = queue.pop_front() {
            let extent = self.extents.left[node]..=self.extents.right[node];
            for child in extent.filter(|&child| self.heads[child] == node && child != node) {
                if child == token || (self.is_space)(child) {
                    continue;
                }
                if self.deps[child] == label && self.pending[child].is_none() {
                    return Some(child);
                }
                queue.push_back(child);
            }
        }
        None
    }
}

/// The first and the last token below each token.
struct Extents {
    left: Vec<usize>,
    right: Vec<usize>,
}

impl Extents {
    fn of(heads: &[usize]) -> Self {
        let mut extents = Self {
            left: (0..heads.len()).collect(),
            right: (0..heads.len()).collect(),
        };
        for _ in 0..ROUNDS {
            for token in (0..heads.len()).chain((0..heads.len()).rev()) {
                extents.widen(heads[token], token);
            }
            if extents.hold(heads) {
                break;
            }
        }
        extents
    }

    fn widen(&mut self, head: usize, token: usize) {
        self.left[head] = self.left[head].min(self.left[token]);
        self.right[head] = self.right[head].max(self.right[token]);
    }

    /// Whether no arc crosses from one tree to another.
    fn hold(&self, heads: &[usize]) -> bool {
        let mut cuts: Vec<usize> = roots(heads)
            .map(|root| self.left[root])
            .filter(|&left| left > 0)
            .chain(heads.len().checked_sub(1))
            .collect();
        cuts.sort_unstable();
        let mut start = 0;
        cuts.into_iter().all(|end| {
            let within = heads[start..end.max(start)]
                .iter()
                .all(|head| (start..=end).contains(head));
            start = end;
            within
        })
    }
}

fn roots(heads: &[usize]) -> impl Iterator<Item = usize> + '_ {
    let own = heads.iter().enumerate();
    own.filter(|&(token, &head)| token == head)
        .map(|(token, _)| token)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(arcs: &[Option<(usize, Dep, Option<Dep>)>]) -> Tree {
        let arc = |arc: &Option<(usize, Dep, Option<Dep>)>| {
            arc.map(|(head, dep, lowered_to)| (head, ArcLabel { dep, lowered_to }))
        };
        Tree::of(arcs.iter().map(arc), |_| false)
    }

    #[test]
    fn every_root_starts_a_sentence() {
        let tree = tree(&[
            Some((1, Dep::Nsubj, None)),
            None,
            Some((3, Dep::Nsubj, None)),
            None,
        ]);
        assert_eq!(tree.heads, [1, 1, 3, 3]);
        assert_eq!(tree.starts, [true, false, true, false]);
        assert_eq!(tree.deps[1], Dep::Root);
    }

    #[test]
    fn lifted_arcs_are_lowered() {
        let tree = tree(&[
            None,
            Some((0, Dep::Dobj, None)),
            Some((0, Dep::Npadvmod, None)),
            Some((0, Dep::Relcl, Some(Dep::Dobj))),
        ]);
        assert_eq!(tree.heads, [0, 0, 0, 1]);
        assert_eq!(tree.deps[3], Dep::Relcl);
    }
}
