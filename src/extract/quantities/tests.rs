//! Invented sentences with their quantities.

use std::collections::BTreeMap;

use crate::annotate::{Model, annotate};
use crate::read::Document;

type Row = (
    &'static str,
    Option<f64>,
    Option<f64>,
    Option<f64>,
    bool,
    &'static str,
);

fn check(text: &str, expected: &[Row]) {
    let model = Model::embedded().expect("the model is carried");
    let annotated = annotate(Document::new("test", text), model);
    let recognised = crate::resolve::times::recognise(&annotated);
    let times = crate::resolve::times::evaluate(
        &recognised,
        &annotated,
        &crate::resolve::Published::default(),
    );
    let found = super::find(&annotated, &times, &BTreeMap::new());
    let rows: Vec<_> = found
        .iter()
        .map(|quantity| {
            let words = quantity.span.of(text);
            (
                words,
                quantity.value,
                quantity.min,
                quantity.max,
                quantity.approximate,
                quantity.unit.as_str(),
            )
        })
        .collect();
    assert_eq!(rows, expected, "{text}");
}

#[test]
fn the_dead_and_the_wounded() {
    check(
        "The blast killed 12 people and wounded at least 40 others.",
        &[
            ("12", Some(12.0), None, None, false, "dead"),
            ("at least 40", None, Some(40.0), None, false, "wounded"),
        ],
    );
    check(
        "Dozens of demonstrators were arrested in the capital.",
        &[("Dozens", None, Some(24.0), None, true, "arrested")],
    );
    check(
        "More than 300 villagers died in the flood.",
        &[("More than 300", None, Some(300.0), None, false, "dead")],
    );
}

#[test]
fn forces_money_and_shares() {
    check(
        "The ministry sent about 70,000 troops to the border.",
        &[("about 70,000", Some(70000.0), None, None, true, "troops")],
    );
    check(
        "Norland will pay $2.5 million to the fund.",
        &[("$2.5 million", Some(2_500_000.0), None, None, false, "USD")],
    );
    check(
        "The bank lent between 5 and 7 billion euros.",
        &[(
            "between 5 and 7 billion euros",
            None,
            Some(5e9),
            Some(7e9),
            false,
            "EUR",
        )],
    );
    check(
        "The party won 42 percent of the vote.",
        &[("42 percent", Some(42.0), None, None, false, "percent")],
    );
}

#[test]
fn dates_and_names_are_no_quantities() {
    check(
        "The talks began on 12 March 2019 and lasted two weeks.",
        &[],
    );
    check("The G7 met in London.", &[]);
}
