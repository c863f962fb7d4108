//! For how many members of the United Nations the tables know who leads on a day.

use jiff::civil::Date;

use super::{EntityKind, RecordId, World};

/// What is known of the members of the United Nations on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Members on that day.
    pub members: usize,
    /// Members whose head of state is known.
    pub heads_of_state: usize,
    /// Members whose head of government is known.
    pub heads_of_government: usize,
    /// Members whose foreign minister is known.
    pub foreign_ministers: usize,
    /// Codes of the members without a known head of government.
    pub without_government: Vec<String>,
    /// Codes of the members without a known head of state.
    pub without_state: Vec<String>,
}

impl World {
    /// Counts the known leaders of the members of the United Nations on a day.
    #[must_use]
    pub fn coverage(&self, day: Date) -> Coverage {
        let mut coverage = Coverage::default();
        let nations = self.by_key(EntityKind::Organisation, "united-nations");
        for member in nations.map_or_else(Vec::new, |nations| self.members(nations, day)) {
            self.count(member, day, &mut coverage);
        }
        coverage
    }

    fn count(&self, member: RecordId, day: Date, coverage: &mut Coverage) {
        let Some(code) = self.record(member).state else {
            return;
        };
        coverage.members += 1;
        match self.head_of_state(code, day) {
            Some(_) => coverage.heads_of_state += 1,
            None => coverage.without_state.push(code.to_owned()),
        }
        match self.head_of_government(code, day) {
            Some(_) => coverage.heads_of_government += 1,
            None => coverage.without_government.push(code.to_owned()),
        }
        let foreign = self.posts_by_role(member, "foreign-minister");
        let held = foreign
            .iter()
            .any(|post| !self.holders(*post, day).is_empty());
        coverage.foreign_ministers += usize::from(held);
    }
}
