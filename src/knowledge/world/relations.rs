//! What borders, contains and belongs to what.

use jiff::civil::Date;

use super::{EntityKind, Membership, MembershipStatus, RecordId, World};

impl World {
    /// The states that border on a state by land.
    pub fn neighbours(&self, state: RecordId) -> impl Iterator<Item = RecordId> {
        self.related(&self.borders, state)
    }

    /// The states that followed a former state.
    pub fn successors(&self, state: RecordId) -> impl Iterator<Item = RecordId> {
        self.related(&self.successors, state)
    }

    /// The states that claim or share a region.
    pub fn claimants(&self, region: RecordId) -> impl Iterator<Item = RecordId> {
        self.related(&self.claims, region)
    }

    fn related<'w>(
        &'w self,
        pairs: &'w [(RecordId, u16)],
        of: RecordId,
    ) -> impl Iterator<Item = RecordId> + use<'w> {
        let start = pairs.partition_point(|(id, _)| *id < of);
        let rest = &pairs[start..];
        let end = rest.partition_point(|(id, _)| *id == of);
        rest[..end]
            .iter()
            .filter_map(|(_, state)| self.state_at(*state).map(|row| row.record))
    }

    /// The states that belong to an organisation on a day in any status.
    pub fn memberships_in(
        &self,
        organisation: RecordId,
        day: Date,
    ) -> impl Iterator<Item = Membership> {
        let memberships = &self.memberships;
        let start = memberships.partition_point(|(id, ..)| *id < organisation);
        let of = memberships[start..]
            .iter()
            .take_while(move |(id, ..)| *id == organisation);
        of.filter_map(|(_, member, membership)| {
            let member = self.state_at(*member)?.record;
            Some(Membership {
                member,
                ..*membership
            })
        })
        .filter(move |membership| membership.covers(day))
    }

    /// The full members of an organisation on a day.
    #[must_use]
    pub fn members(&self, organisation: RecordId, day: Date) -> Vec<RecordId> {
        self.memberships_in(organisation, day)
            .filter(|membership| membership.status == MembershipStatus::Member)
            .map(|membership| membership.member)
            .collect()
    }

    /// Whether a state is a full member of an organisation on a day.
    #[must_use]
    pub fn is_member(&self, state: RecordId, organisation: RecordId, day: Date) -> bool {
        self.members(organisation, day).contains(&state)
    }

    /// The organisations to which a state belongs on a day, in any status.
    #[must_use]
    pub fn memberships_of(&self, state: RecordId, day: Date) -> Vec<Membership> {
        let number = self.rows[state.0 as usize].state;
        let of = self
            .memberships
            .iter()
            .filter(|(_, member, _)| *member == number);
        of.map(|(_, _, membership)| Membership {
            member: state,
            ..*membership
        })
        .filter(|membership| membership.covers(day))
        .collect()
    }

    /// The next larger place in which a place lies: the region or place that the table names, else its state.
    #[must_use]
    pub fn located_in(&self, place: RecordId) -> Option<RecordId> {
        let row = &self.rows[place.0 as usize];
        let is_place = matches!(
            row.kind,
            EntityKind::City | EntityKind::Region | EntityKind::Place
        );
        let larger = row.part_of.filter(|_| is_place);
        larger.or_else(|| {
            let state = self.state_at(row.state)?.record;
            (is_place && state != place).then_some(state)
        })
    }
}

impl Membership {
    /// Whether it lasts on a day.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}
