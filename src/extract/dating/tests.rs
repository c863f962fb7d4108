//! Invented sentences and the days of what they tell.

use jiff::civil::{Date, date};

use super::{SituationTime, TimeBasis};
use crate::annotate::{Model, annotate};
use crate::read::Document;
use crate::resolve::{DateBasis, Published, Resolved, times};

/// The time of the word `trigger` in a text published on Wednesday, 15 December 2021.
fn time_of(text: &str, trigger: &str) -> Option<SituationTime> {
    let model = Model::embedded().expect("the model is carried");
    let annotated = annotate(Document::new("test", text), model);
    let day = Some(date(2021, 12, 15));
    let published = Published {
        value: day,
        earliest: day,
        latest: day,
        basis: DateBasis::Given,
    };
    let recognised = times::recognise(&annotated);
    let token = (0..annotated.tokens.len())
        .find(|&token| annotated.text(token) == trigger)
        .expect("the trigger stands in the text");
    let times = times::evaluate(&recognised, &annotated, &published);
    let resolved = Resolved {
        annotated,
        published,
        times,
        ..Resolved::default()
    };
    super::date(&[vec![token]], &resolved).remove(0)
}

fn bounds(text: &str, trigger: &str) -> (Option<Date>, Option<Date>, Option<TimeBasis>) {
    let time = time_of(text, trigger);
    let basis = time.as_ref().map(|time| time.basis);
    let time = time.as_ref();
    (
        time.and_then(|time| time.earliest),
        time.and_then(|time| time.latest),
        basis,
    )
}

#[test]
fn an_expression_dates_its_own_clause() {
    let monday = Some(date(2021, 12, 13));
    let stated = (monday, monday, Some(TimeBasis::Stated));
    assert_eq!(
        bounds("Rebels attacked the base on Monday.", "attacked"),
        stated
    );
    assert_eq!(
        bounds("On Monday, the rebels attacked the base.", "attacked"),
        stated
    );
}

#[test]
fn it_does_not_date_what_is_said() {
    let text = "The general said on Monday that rebels had attacked the base.";
    let published = Some(date(2021, 12, 15));
    assert_eq!(
        bounds(text, "attacked"),
        (None, published, Some(TimeBasis::Tense))
    );
}

#[test]
fn a_participle_clause_shares_the_time_of_its_verb() {
    let text = "Rebels attacked the base on Monday, killing 12 soldiers.";
    let monday = Some(date(2021, 12, 13));
    assert_eq!(
        bounds(text, "killing"),
        (monday, monday, Some(TimeBasis::Inherited))
    );
}

#[test]
fn what_goes_on_since_a_time_has_no_end() {
    let time = time_of("The two states have quarrelled since 2014.", "quarrelled").expect("a time");
    assert_eq!(time.value.as_deref(), Some("2014/.."));
    assert_eq!((time.earliest, time.latest), (Some(date(2014, 1, 1)), None));
}

#[test]
fn the_future_is_not_before_publication() {
    let published = Some(date(2021, 12, 15));
    let text = "The army will withdraw from the valley.";
    assert_eq!(
        bounds(text, "withdraw"),
        (published, None, Some(TimeBasis::Tense))
    );
}

#[test]
fn what_is_told_of_a_time_happened_then() {
    let text = "The two have quarrelled since 2014, when troops occupied the region.";
    let year = (
        Some(date(2014, 1, 1)),
        Some(date(2014, 12, 31)),
        Some(TimeBasis::Stated),
    );
    assert_eq!(bounds(text, "occupied"), year);
    let since = (year.0, None, Some(TimeBasis::Stated));
    assert_eq!(bounds(text, "quarrelled"), since);
}
