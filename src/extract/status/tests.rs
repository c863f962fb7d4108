//! The cases inside the tables of `ontology/language/`.

use super::StatusIndex;
use crate::extract::Status;
use crate::knowledge::Knowledge;
use crate::pipeline::Pipeline;
use crate::read::Document;
use crate::resolve::{Resolved, mend, speech};

const TABLES: [(&str, &str); 5] = [
    (
        "factuality-verbs",
        include_str!("../../../ontology/language/factuality-verbs.toml"),
    ),
    (
        "factuality-nouns",
        include_str!("../../../ontology/language/factuality-nouns.toml"),
    ),
    (
        "factuality-adjectives",
        include_str!("../../../ontology/language/factuality-adjectives.toml"),
    ),
    (
        "modality",
        include_str!("../../../ontology/language/modality.toml"),
    ),
    (
        "negation",
        include_str!("../../../ontology/language/negation.toml"),
    ),
];

struct Case {
    table: &'static str,
    status: String,
    text: String,
    trigger: usize,
}

fn cases() -> Vec<Case> {
    TABLES
        .iter()
        .flat_map(|&(table, text)| {
            let file: toml::Table = toml::from_str(text).unwrap();
            let lines: Vec<String> = file["tests"]
                .as_str()
                .unwrap()
                .lines()
                .map(str::to_owned)
                .collect();
            lines.into_iter().map(move |line| case(table, &line))
        })
        .collect()
}

fn case(table: &'static str, line: &str) -> Case {
    let (status, sentence) = line.split_once(" | ").unwrap();
    let trigger = sentence.find('[').unwrap();
    Case {
        table,
        status: status.to_owned(),
        text: sentence.replace(['[', ']'], ""),
        trigger,
    }
}

fn resolved(pipeline: &Pipeline, knowledge: &Knowledge, text: &str) -> Resolved {
    let annotated = mend::mend(pipeline.annotate(Document::new("case", text)), knowledge);
    let speeches = speech::find(&annotated, &[], knowledge);
    Resolved {
        annotated,
        speeches,
        ..Resolved::default()
    }
}

fn status(pipeline: &Pipeline, text: &str, byte: usize) -> String {
    let resolved = resolved(pipeline, pipeline.knowledge(), text);
    let token = resolved.annotated.token_at(byte).unwrap();
    let status: Status = StatusIndex::new(&resolved, pipeline.knowledge())
        .reading(token)
        .status;
    format!("{status:?}").to_lowercase()
}

#[test]
fn every_case_of_the_tables_holds() {
    let pipeline = Pipeline::new().unwrap();
    let cases = cases();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let got = status(&pipeline, &case.text, case.trigger);
            (got != case.status).then(|| {
                format!(
                    "{}: {} at {} is {got}, not {}",
                    case.table, case.text, case.trigger, case.status
                )
            })
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_cases_are_many_and_mostly_not_asserted() {
    let cases = cases();
    let open = cases
        .iter()
        .filter(|case| case.status != "asserted")
        .count();
    assert!(cases.len() >= 400 && open * 3 >= cases.len());
}

fn related(
    pipeline: &Pipeline,
    text: &str,
    word: &str,
    relation: fn(&StatusIndex<'_>, usize) -> Vec<usize>,
) -> Vec<String> {
    let resolved = resolved(pipeline, pipeline.knowledge(), text);
    let token = resolved
        .annotated
        .token_at(text.find(word).unwrap())
        .unwrap();
    let index = StatusIndex::new(&resolved, pipeline.knowledge());
    let found = relation(&index, token);
    found
        .iter()
        .map(|&at| resolved.annotated.text(at).to_owned())
        .collect()
}

#[test]
fn contents_conditions_purposes_and_means_are_found() {
    let pipeline = Pipeline::new().unwrap();
    let threat = "The general threatened to attack the port.";
    assert_eq!(
        related(&pipeline, threat, "threatened", |index, token| index
            .contents(token)),
        ["attack"]
    );
    let condition = "The army will respond if the rebels attack.";
    assert_eq!(
        related(&pipeline, condition, "respond", |index, token| index
            .conditions(token)),
        ["attack"]
    );
    let purpose = "The army entered the town to free the hostages.";
    assert_eq!(
        related(&pipeline, purpose, "entered", |index, token| index
            .purposes(token)),
        ["free"]
    );
    let means = "The union protested by blocking the road.";
    assert_eq!(
        related(&pipeline, means, "protested", |index, token| index
            .means(token)),
        ["blocking"]
    );
}
