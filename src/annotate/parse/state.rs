//! The state of the parser: arc-eager with put-back (Honnibal and Johnson 2015) and sentence breaks.

use super::moves::{ArcLabel, Move};

/// Which moves are possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one flag for each kind of move"
)]
pub(super) struct Valid {
    pub(super) shift: bool,
    pub(super) reduce: bool,
    pub(super) arcs: bool,
    pub(super) split: bool,
}

impl Valid {
    /// Whether a move is possible.
    pub(super) fn allows(self, candidate: Move) -> bool {
        match candidate {
            Move::Shift => self.shift,
            Move::Reduce => self.reduce,
            Move::Left(_) | Move::Right(_) => self.arcs,
            Move::Break => self.split,
        }
    }

    /// The move, if a single one is possible.
    pub(super) fn only(self) -> Option<Move> {
        match (self.shift, self.reduce, self.arcs, self.split) {
            (true, false, false, false) => Some(Move::Shift),
            (false, true, false, false) => Some(Move::Reduce),
            (false, false, false, true) => Some(Move::Break),
            _ => None,
        }
    }
}

/// What is known of a token.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    head: Option<(usize, ArcLabel)>,
    last_left: Option<usize>,
    last_right: Option<usize>,
    /// The right child that its head had before it.
    sibling: Option<usize>,
    put_back: bool,
    starts: bool,
}

/// A state.
#[derive(Debug)]
pub(super) struct State {
    nodes: Vec<Node>,
    stack: Vec<usize>,
    back: Vec<usize>,
    next: usize,
}

/// Number of tokens that describe a state.
pub(crate) const FEATURES: usize = 8;

impl State {
    /// Before the first of `count` tokens.
    pub(super) fn new(count: usize) -> Self {
        let mut nodes = vec![Node::default(); count];
        if let Some(first) = nodes.first_mut() {
            first.starts = true;
        }
        Self {
            nodes,
            stack: Vec::new(),
            back: Vec::new(),
            next: 0,
        }
    }

    /// Whether nothing is left to do.
    pub(super) fn is_done(&self) -> bool {
        self.stack.is_empty() && self.buffer_length() == 0
    }

    fn buffer_length(&self) -> usize {
        self.back.len() + self.nodes.len() - self.next
    }

    fn buffer(&self, place: usize) -> Option<usize> {
        let back = self.back.len();
        if place < back {
            return Some(self.back[back - 1 - place]);
        }
        let token = self.next + place - back;
        (token < self.nodes.len()).then_some(token)
    }

    fn stack(&self, depth: usize) -> Option<usize> {
        let top = self.stack.len().checked_sub(depth + 1)?;
        Some(self.stack[top])
    }

    /// The tokens that describe the state, in the order of the scorer's features.
    pub(super) fn tokens(&self) -> [Option<usize>; FEATURES] {
        let (first, top) = (self.buffer(0), self.stack(0));
        let left = |token: Option<usize>| self.nodes[token?].last_left;
        let right = |token: Option<usize>| self.nodes[token?].last_right;
        [
            first,
            self.buffer(1),
            top,
            self.stack(1),
            self.stack(2),
            left(first),
            left(top),
            right(top),
        ]
    }

    /// The moves that are possible.
    pub(super) fn valid(&self) -> Valid {
        let stacked = !self.stack.is_empty();
        let Some(first) = self.buffer(0) else {
            return Valid {
                reduce: stacked,
                ..Valid::default()
            };
        };
        let node = self.nodes[first];
        let second = self.buffer(1);
        Valid {
            shift: !stacked || (second.is_some() && !node.starts && !node.put_back),
            reduce: stacked,
            arcs: stacked && !node.starts,
            split: second.is_some_and(|second| second == first + 1 && !self.nodes[second].starts),
        }
    }

    /// Makes a move, which must be possible; one that lacks its tokens changes nothing.
    pub(super) fn apply(&mut self, next: Move) {
        match next {
            Move::Shift => self.shift(),
            Move::Reduce => self.reduce(),
            Move::Left(label) => self.left(label),
            Move::Right(label) => self.right(label),
            Move::Break => {
                if let Some(second) = self.buffer(1) {
                    self.nodes[second].starts = true;
                }
            }
        }
    }

    fn shift(&mut self) {
        if let Some(first) = self.buffer(0) {
            if self.back.pop().is_none() {
                self.next += 1;
            }
            self.stack.push(first);
        }
    }

    fn reduce(&mut self) {
        let Some(top) = self.stack.pop() else { return };
        if self.nodes[top].head.is_none() && !self.stack.is_empty() {
            self.nodes[top].put_back = true;
            self.back.push(top);
        }
    }

    fn left(&mut self, label: ArcLabel) {
        let (Some(first), Some(top)) = (self.buffer(0), self.stack.pop()) else {
            return;
        };
        if let Some((head, _)) = self.nodes[top].head {
            self.nodes[head].last_right = self.nodes[top].sibling;
        }
        self.nodes[top].head = Some((first, label));
        self.nodes[first].last_left = Some(top);
        self.nodes[first].put_back = false;
    }

    fn right(&mut self, label: ArcLabel) {
        let (Some(first), Some(top)) = (self.buffer(0), self.stack(0)) else {
            return;
        };
        self.nodes[first].head = Some((top, label));
        self.nodes[first].sibling = self.nodes[top].last_right.replace(first);
        self.shift();
    }

    /// Heads and labels of all tokens; `None` for roots.
    pub(super) fn arcs(&self) -> impl Iterator<Item = Option<(usize, ArcLabel)>> + '_ {
        self.nodes.iter().map(|node| node.head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::label::Dep;

    fn label(dep: Dep) -> ArcLabel {
        ArcLabel {
            dep,
            lowered_to: None,
        }
    }

    #[test]
    fn an_empty_stack_allows_shift_and_break_only() {
        let valid = State::new(2).valid();
        let expected = Valid {
            shift: true,
            split: true,
            ..Valid::default()
        };
        assert_eq!(valid, expected);
    }

    #[test]
    fn a_token_without_head_comes_back_and_cannot_be_shifted_again() {
        let mut state = State::new(3);
        state.apply(Move::Shift);
        state.apply(Move::Shift);
        state.apply(Move::Reduce);
        assert_eq!(state.tokens()[..3], [Some(1), Some(2), Some(0)]);
        assert!(!state.valid().shift);
        state.apply(Move::Right(label(Dep::Dobj)));
        assert_eq!(state.tokens()[7], None);
        assert_eq!(state.tokens()[2], Some(1));
    }

    #[test]
    fn a_left_arc_replaces_an_earlier_head() {
        let mut state = State::new(3);
        state.apply(Move::Shift);
        state.apply(Move::Right(label(Dep::Dobj)));
        state.apply(Move::Left(label(Dep::Nsubj)));
        assert_eq!(state.tokens()[2], Some(0));
        assert_eq!(state.tokens()[7], None);
        assert_eq!(state.tokens()[5], Some(1));
    }

    #[test]
    fn before_a_sentence_start_the_stack_is_emptied() {
        let mut state = State::new(2);
        state.apply(Move::Break);
        state.apply(Move::Shift);
        let expected = Valid {
            reduce: true,
            ..Valid::default()
        };
        assert_eq!(state.valid(), expected);
    }
}
