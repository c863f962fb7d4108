//! The cases of `cases.toml`, read with the model that the program carries.

use serde::Deserialize;

use super::find;
use crate::annotate::{Model, annotate};
use crate::knowledge::Knowledge;
use crate::read::Document;
use crate::resolve::Speech;
use crate::span::Span;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    speech: Vec<String>,
}

fn joined(spans: &[Span], by: &str, text: &str) -> String {
    let words: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    words.join(by)
}

fn told(speech: &Speech, text: &str) -> String {
    let cue = speech.cue.map_or("", |cue| cue.of(text));
    format!(
        "{} | {cue} | {} | {}",
        joined(&speech.source_spans, " + ", text),
        joined(&speech.contents, " || ", text),
        format!("{:?}", speech.stance).to_lowercase()
    )
}

#[test]
fn finds_the_speech_of_every_case_and_no_other() {
    let cases: Cases = toml::from_str(include_str!("cases.toml")).expect("the cases are TOML");
    let model = Model::embedded().expect("the model loads");
    let knowledge = Knowledge::load().expect("the data load");
    let mut wrong = Vec::new();
    for case in &cases.case {
        let annotated = annotate(Document::new("case", case.text.as_str()), model);
        let speeches = find(&annotated, &[], &knowledge);
        let found: Vec<String> = speeches.iter().map(|one| told(one, &case.text)).collect();
        if found != case.speech {
            wrong.push(format!(
                "{}\n  wanted {:?}\n  found  {found:?}",
                case.text, case.speech
            ));
        }
    }
    assert!(cases.case.len() >= 150, "{} cases", cases.case.len());
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
