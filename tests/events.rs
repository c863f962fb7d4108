//! Every `[[test]]` inside `ontology/events/*.toml`, through the real line of stages.

use newsgraph::check::{Checked, check};
use newsgraph::knowledge::Events;
use newsgraph::pipeline::Pipeline;

#[test]
fn every_wording_does_what_its_tests_say() {
    let pipeline = Pipeline::new().expect("sound data");
    let all: Vec<Checked> = Events::embedded()
        .map(|file| check(&pipeline, file))
        .collect();
    let faults: Vec<String> = all
        .iter()
        .flat_map(|one| &one.faults)
        .map(ToString::to_string)
        .collect();
    let cases: usize = all.iter().map(|one| one.cases).sum();
    assert!(
        faults.is_empty(),
        "{} of {cases} tests fail\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(cases > 0, "no tests are found");
}
