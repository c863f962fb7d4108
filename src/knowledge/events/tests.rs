use super::{EventFile, Events, cases};

#[test]
fn the_files_that_the_program_carries_are_sound() {
    let events = Events::load().expect("sound files");
    assert!(events.wordings() > 1000, "{}", events.wordings());
    assert!(events.event_type("impose-sanctions").is_some());
}

#[test]
fn a_wording_asks_for_its_particle_noun_and_exclusions() {
    let mut events = Events::load().expect("sound files");
    let file = "id = \"own\"\ndefinition = \"d\"\nlabel = \"l\"\n[[frame]]\nname = \"f\"\nverbs = \"carry out + coup, putsch - joke\"\n";
    events
        .add_file(EventFile {
            name: "own",
            text: file,
        })
        .expect("sound");
    let wording = events.verbs["carry"]
        .iter()
        .find(|wording| events.frames[wording.frame].rule == "own/f")
        .expect("added");
    assert_eq!(wording.also, ["out"]);
    assert_eq!(wording.noun.tests().len(), 2);
    assert_eq!(wording.not.tests().len(), 1);
}

#[test]
fn a_fault_is_told_with_its_line() {
    let mut events = Events::default();
    let fault = events
        .add_file(EventFile {
            name: "own",
            text: "id = \"own\"\nlabel = 3\n",
        })
        .expect_err("no string");
    assert!(fault.to_string().contains("own.toml:2"), "{fault}");
}

#[test]
fn tests_inside_a_file_have_their_line() {
    let found =
        cases("id = \"own\"\n\n[[test]]\ntext = \"A\"\nsilent = true\n\n[[test]]\ntext = \"B\"\n")
            .expect("sound");
    let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [3, 7]);
}
