//! Wordings of one's own: checked, tried, used.

use super::session::Session;

const WORDING: &str = r#"id = "serenade"
definition = "Somebody sings for somebody."
label = "serenades"
class = "CONSULT"

[[frame]]
name = "serenade"
verbs = "serenade, yodel to"
roles = "agent: subject; addressee: object"

[[test]]
text = "Norway serenaded Sweden on Monday."
events = ["serenade agent=Norway addressee=Sweden"]

[[test]]
text = "Norway denied that it had serenaded Sweden."
events = ["serenade denied agent=Norway"]
absent = ["serenade asserted"]

[[test]]
text = "The choir sang."
silent = true
"#;

#[test]
fn a_sound_file_is_checked_and_counted() {
    let session = Session::new();
    session.file("serenade.toml", WORDING);
    let ended = session.run("events check serenade.toml");
    ended.tells(0, &[]);
    assert_eq!(
        ended.output,
        "1 file, 0 faults, 0 warnings; 3 tests (1 silent, 1 denied, reported or otherwise not asserted), 0 failed\n"
    );
}

#[test]
fn a_failing_test_is_told_with_its_place() {
    let session = Session::new();
    session.file(
        "serenade.toml",
        WORDING.replace("addressee=Sweden", "addressee=Denmark"),
    );
    let ended = session.run("events check serenade.toml");
    ended.tells(
        1,
        &[
            "error: serenade.toml:13:11: expected: serenade agent=Norway addressee=Denmark",
            "got:  serenade asserted agent=Norway addressee=Sweden",
        ],
    );
    assert!(ended.output.ends_with("1 failed\n"), "{}", ended.output);
}

#[test]
fn every_fault_is_told_with_its_place_and_a_way_out() {
    let session = Session::new();
    session.file(
        "serenade.toml",
        WORDING.replace("addressee: object", "adressee: object"),
    );
    let ended = session.run("events check serenade.toml");
    ended.tells(
        1,
        &[
            "error: serenade.toml:9:26: “adressee” is no role",
            "\nhint: roles are agent",
        ],
    );
    assert!(
        ended.output.starts_with("1 file, 1 fault, 0 warnings"),
        "{}",
        ended.output
    );
}

#[test]
fn a_file_of_ones_own_adds_to_the_wordings() {
    let session = Session::new();
    session.file("serenade.toml", WORDING);
    session.file(
        "a.txt",
        "Norway serenaded Sweden on Monday after the king had visited Denmark.\n",
    );
    let without = session.run("extract a.txt");
    assert!(
        !without
            .output
            .contains("\"CONSULT\",\"mode\":null,\"contexts\":[],\"cameo\":null")
    );
    let with = session.run("extract a.txt --events serenade.toml");
    with.tells(0, &[]);
    assert!(
        with.output
            .contains("\"type\":\"serenade\",\"class\":\"CONSULT\""),
        "{}",
        with.output
    );
    assert!(
        with.output.contains("\"type\":\"visit\""),
        "{}",
        with.output
    );
    session
        .run("build a.txt --events serenade.toml --output a.ttl")
        .tells(0, &[]);
    assert!(
        session
            .text("a.ttl")
            .contains("ng:rule \"serenade/serenade\"")
    );
}

#[test]
fn a_file_with_a_fault_stops_the_build() {
    let session = Session::new();
    session.file("own.toml", "id = \"own\"\nlabel = 3\n");
    session.file("a.txt", "Norway serenaded Sweden on Monday.\n");
    session
        .run("build a.txt --events own.toml")
        .tells(3, &["own.toml:2:9"]);
    session
        .run("build a.txt --events none.toml")
        .tells(3, &["none.toml", "hint: "]);
}
