//! Runs the invented cases of `ontology/language/times-tests.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use crate::annotate::{Annotated, Model, annotate_batch};
use crate::read::Document;
use crate::resolve::{DateBasis, Published, TimeExpression};

#[derive(Deserialize)]
struct Cases {
    date: Date,
    cases: Vec<(String, String, String)>,
    silent: Vec<String>,
}

fn cases() -> Cases {
    let file = include_str!("../../../ontology/language/times-tests.toml");
    toml::from_str(file).expect("the cases are well formed")
}

fn annotated(texts: Vec<String>) -> Vec<Annotated> {
    let model = Model::embedded().expect("the model is carried");
    let documents = texts.into_iter().map(|text| Document::new("test", text));
    annotate_batch(documents.collect(), model)
}

fn times(annotated: &Annotated, date: Date) -> Vec<TimeExpression> {
    let published = Published {
        value: Some(date),
        earliest: Some(date),
        latest: Some(date),
        basis: DateBasis::Given,
    };
    super::evaluate(&super::recognise(annotated), annotated, &published)
}

#[test]
fn every_expression_has_its_place_type_and_value() {
    let Cases { date, cases, .. } = cases();
    let plain = cases
        .iter()
        .map(|(text, ..)| text.replace(['[', ']'], ""))
        .collect();
    let mut wrong = Vec::new();
    for ((text, kind, value), annotated) in cases.iter().zip(annotated(plain)) {
        let start = text.find('[').expect("a row marks its expression");
        let end = text.find(']').expect("a row marks its expression") - 1;
        let found = times(&annotated, date);
        let right = found.iter().any(|time| {
            (time.span.start, time.span.end) == (start, end)
                && format!("{:?}", time.kind).to_uppercase() == *kind
                && time.value == *value
        });
        if !right {
            let told: Vec<_> = found
                .iter()
                .map(|time| {
                    format!(
                        "{} {:?} {}",
                        time.span.of(&annotated.document.text),
                        time.kind,
                        time.value
                    )
                })
                .collect();
            wrong.push(format!("{text} {kind} {value}: found {told:?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} rows:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_only_looks_like_a_time_is_none() {
    let Cases { date, silent, .. } = cases();
    for annotated in annotated(silent) {
        let found = times(&annotated, date);
        assert!(found.is_empty(), "{}: {found:?}", annotated.document.text);
    }
}

#[test]
fn bounds_of_vague_parts() {
    let texts = [
        "The drought began in early October.",
        "The drought began late last year.",
    ];
    let bounds: Vec<_> = annotated(texts.map(str::to_owned).to_vec())
        .iter()
        .map(|annotated| {
            let time = times(annotated, Date::constant(2021, 12, 15)).remove(0);
            (time.earliest, time.latest, time.modifier)
        })
        .collect();
    let day = |year, month, day| Some(Date::constant(year, month, day));
    assert_eq!(
        bounds[0],
        (day(2021, 10, 1), day(2021, 10, 10), Some("START"))
    );
    assert_eq!(bounds[1], (day(2020, 9, 1), day(2020, 12, 31), Some("END")));
}
