//! Words a second of annotating, on one thread.
//!
//! `cargo bench --bench annotate -- [--batch] FILE.jsonl…`: texts are the `text` of every line. Prints the
//! tokens, the seconds and the tokens a second; `--batch` sends the texts through in one call.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark talks, and stops where it cannot go on"
)]

use std::time::Instant;

use newsgraph::annotate::{Model, annotate, annotate_batch};
use newsgraph::read::Document;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let batch = arguments.iter().any(|argument| argument == "--batch");
    let files = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"));
    let texts: Vec<String> = files.flat_map(|file| texts(file)).collect();
    let started = Instant::now();
    let model = Model::embedded().expect("the model is not damaged");
    println!(
        "model loaded in {:.1} ms",
        started.elapsed().as_secs_f64() * 1e3
    );
    let documents: Vec<Document> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| Document::new(number.to_string(), text.as_str()))
        .collect();
    let started = Instant::now();
    let annotated = if batch {
        annotate_batch(documents, model)
    } else {
        documents
            .into_iter()
            .map(|document| annotate(document, model))
            .collect()
    };
    let seconds = started.elapsed().as_secs_f64();
    let tokens: usize = annotated.iter().map(|one| one.tokens.len()).sum();
    println!(
        "{} texts, {tokens} tokens, {seconds:.3} s, {:.0} tokens a second",
        annotated.len(),
        tokens as f64 / seconds
    );
}

fn texts(file: &str) -> Vec<String> {
    let content = std::fs::read_to_string(file).expect("the file can be read");
    content
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).expect("every line is JSON");
            value["text"]
                .as_str()
                .expect("every line has a text")
                .to_owned()
        })
        .collect()
}
