//! An interval of days, open where a bound is not known.

use jiff::ToSpan;
use jiff::civil::Date;

/// Days from `first` to `last`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Interval {
    /// First day, `None` for no bound.
    pub(super) first: Option<Date>,
    /// Last day, `None` for no bound.
    pub(super) last: Option<Date>,
}

impl Interval {
    /// From one day to another.
    pub(super) const fn new(first: Option<Date>, last: Option<Date>) -> Self {
        Self { first, last }
    }

    /// On or after a day.
    pub(super) const fn since(first: Date) -> Self {
        Self::new(Some(first), None)
    }

    /// On or before a day.
    pub(super) const fn until(last: Date) -> Self {
        Self::new(None, Some(last))
    }

    /// Whether nothing is known.
    pub(super) const fn is_open(self) -> bool {
        self.first.is_none() && self.last.is_none()
    }

    /// The days that both hold; `None` where there are none.
    pub(super) fn meet(self, other: Self) -> Option<Self> {
        let first = self.first.max(other.first);
        let last = match (self.last, other.last) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let empty = matches!((first, last), (Some(first), Some(last)) if first > last);
        (!empty).then_some(Self { first, last })
    }

    /// The days that both hold, or what was known before where the two contradict each other.
    pub(super) fn narrowed(self, other: Self) -> Self {
        self.meet(other).unwrap_or(self)
    }

    /// Whether a day lies in it.
    pub(super) fn holds(self, day: Date) -> bool {
        self.first.is_none_or(|first| first <= day) && self.last.is_none_or(|last| day <= last)
    }

    /// Whether it is bounded and no longer than a week.
    pub(super) fn is_week(self) -> bool {
        matches!((self.first, self.last), (Some(first), Some(last)) if last <= first.saturating_add(6.days()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Interval;

    #[test]
    fn contradictions_leave_what_was_known() {
        let year = Interval::new(Some(date(2021, 1, 1)), Some(date(2021, 12, 31)));
        assert_eq!(year.meet(Interval::since(date(2022, 1, 1))), None);
        assert_eq!(year.narrowed(Interval::since(date(2022, 1, 1))), year);
        assert_eq!(
            year.narrowed(Interval::since(date(2021, 6, 1))).first,
            Some(date(2021, 6, 1))
        );
        assert!(!year.is_week());
        assert!(Interval::new(Some(date(2021, 12, 13)), Some(date(2021, 12, 19))).is_week());
    }
}
