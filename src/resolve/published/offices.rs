//! Tenures of those who are named with their office: publication lies within them.

use crate::annotate::Annotated;
use crate::knowledge::World;

use super::interval::Interval;

/// The days on which all who are named with an office held it.
pub(super) fn tenures(_annotated: &Annotated, _world: &World) -> Interval {
    Interval::default()
}
