use super::{EventFile, Events, cases};

#[test]
fn the_files_that_the_program_carries_are_sound() {
    let events = Events::load().expect("sound files");
    assert!(events.wordings() > 1000, "{}", events.wordings());
    assert!(events.event_type("impose-sanctions").is_some());
}

#[test]
fn a_wording_asks_for_its_particle_noun_and_exclusions() {
    let text = "id = \"own\"\ndefinition = \"d\"\nlabel = \"l\"\n[[frame]]\nname = \"f\"\nverbs = \"carry out + coup, putsch - joke\"\n";
    let events = Events::with(&[own(text)]).expect("sound");
    let wording = events.verbs["carry"]
        .iter()
        .find(|wording| events.frames[wording.frame].rule == "own/f")
        .expect("added");
    assert_eq!(wording.also, ["out"]);
    assert_eq!(wording.noun.tests().len(), 2);
    assert_eq!(wording.not.tests().len(), 1);
}

#[test]
fn a_fault_is_told_with_its_place() {
    let fault = Events::with(&[own("id = \"own\"\nlabel = 3\n")]).expect_err("no string");
    assert!(fault.to_string().contains("own.toml:2:9"), "{fault}");
}

#[test]
fn a_file_named_as_one_of_the_program_takes_its_place() {
    let text = "id = \"visit\"\ndefinition = \"d\"\nlabel = \"l\"\n[[frame]]\nname = \"f\"\nverbs = \"sojourn\"\n";
    let file = EventFile {
        name: "visit",
        ..own(text)
    };
    let events = Events::with(&[file]).expect("sound");
    let rules: Vec<&str> = events
        .frames
        .iter()
        .map(|frame| frame.rule.as_str())
        .filter(|rule| rule.starts_with("visit/"))
        .collect();
    assert_eq!(rules, ["visit/f"]);
}

#[test]
fn tests_inside_a_file_have_their_place() {
    let file =
        own("id = \"own\"\n\n[[test]]\ntext = \"A\"\nsilent = true\n\n[[test]]\ntext = \"B\"\n");
    let found = cases(file).expect("sound");
    let lines: Vec<usize> = found.iter().map(|case| file.at(case.offset).line).collect();
    assert_eq!(lines, [3, 7]);
}

const fn own(text: &str) -> EventFile<'_> {
    EventFile {
        name: "own",
        place: "own.toml",
        text,
    }
}
