use super::inspect;
use crate::knowledge::Events;
use crate::knowledge::events::EventFile;

const HEAD: &str =
    "id = \"waltz\"\ndefinition = \"d\"\nlabel = \"waltzes with\"\nclass = \"CONSULT\"\n";

/// What is told of a file of one frame, without the lines after the first of each fault.
fn told(rest: &str) -> Vec<String> {
    let text = format!("{HEAD}[[frame]]\nname = \"waltz\"\n{rest}");
    let file = EventFile {
        name: "waltz",
        place: "waltz.toml",
        text: &text,
    };
    inspect(&[file])
        .iter()
        .map(|fault| {
            fault
                .to_string()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect()
}

#[test]
fn sound_files_have_no_faults() {
    assert_eq!(told("verbs = \"waltz, tango + with\"\n"), [""; 0]);
    let own: Vec<EventFile<'_>> = Events::embedded().collect();
    let faults = inspect(&own);
    let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(shown, [""; 0], "the files that the program carries");
}

#[test]
fn each_fault_has_its_place() {
    for (rest, expected) in [
        (
            "verbs = 3\n",
            "waltz.toml:7:9: invalid type: integer `3`, expected a string",
        ),
        (
            "verps = \"waltz\"\n",
            "waltz.toml:7:1: unknown field `verps`",
        ),
        (
            "verbs = \"waltz\"\nroles = \"agent: subject; adressee: with\"\n",
            "waltz.toml:8:26: “adressee” is no role",
        ),
        (
            "verbs = \"waltz\"\nroles = \"agent: subjct\"\n",
            "waltz.toml:8:17: “subjct” is no place of an argument",
        ),
        (
            "verbs = \"waltz\"\nroles = \"agent subject\"\n",
            "waltz.toml:8:10: no colon in “agent subject”",
        ),
        (
            "verbs = \"waltz\"\nneeds = \"targt\"\n",
            "waltz.toml:8:10: “targt” is no role",
        ),
        (
            "verbs = \"waltz\"\nobject = \"@trops\"\n",
            "waltz.toml:8:11: there is no class of nouns “trops”",
        ),
        (
            "verbs = \"waltz\"\ncameo = \"4x\"\n",
            "waltz.toml:8:10: “4x” is no CAMEO code",
        ),
        (
            "verbs = \"\"\"\nwaltz\ntango +\n\"\"\"\n",
            "waltz.toml:9:1: a wording without its word",
        ),
        (
            "verbs = \"waltz + foe, tango + friend\"\n",
            "waltz.toml:7:10: `+` twice in one wording: it belongs to all words before it",
        ),
        (
            "verbs = \"waltz + by foot, by car\"\n",
            "waltz.toml:7:27: “by car”: the preposition after `+` belongs to all nouns",
        ),
        (
            "verbs = \"waltz; tango; waltz\"\n",
            "waltz.toml:7:24: this wording of “waltz” is listed twice: also at waltz.toml:7:10",
        ),
        (
            "verbs = \"waltz\"\n\n[[frame]]\nname = \"waltz\"\n",
            "waltz.toml:10:9: a second frame “waltz”",
        ),
        (
            "verbs = \"waltz\"\n\n[[test]]\ntext = \"A\"\n",
            "waltz.toml:9:1: a test that expects nothing",
        ),
        (
            "verbs = \"waltz\"\n\n[[test]]\ntext = \"A\"\nevents = [\"walz-x\"]\n",
            "waltz.toml:11:11: there is no event type “walz-x”",
        ),
        (
            "verbs = \"waltz\"\n\n[[test]]\ntext = \"A\"\nevents = [\"waltz deneid\"]\n",
            "waltz.toml:11:11: “deneid” is no status",
        ),
        (
            "verbs = \"waltz\"\n\n[[test]]\ntext = \"A\"\nsilent = true\n\n[[frame]]\nname = \"g\"\n",
            "waltz.toml:13:1: a frame after the first test is not read",
        ),
    ] {
        let told = told(rest);
        let right = told
            .first()
            .is_some_and(|first| first.starts_with(&format!("error: {expected}")));
        assert!(right, "{rest}\nexpected {expected}\ngot {told:?}");
    }
}

#[test]
fn what_may_be_meant_otherwise_is_a_warning() {
    let told = told("verbs = \"waltz + foe, whirl off\"\n");
    assert_eq!(
        told,
        ["warning: waltz.toml:7:23: “whirl off” after `+` is read as a noun"]
    );
}

#[test]
fn the_class_and_the_wordings_of_others_are_known() {
    let text = "id = \"own\"\ndefinition = \"d\"\nlabel = \"l\"\nclass = \"DANCE\"\n[[frame]]\nname = \"f\"\nverbs = \"veto\"\n";
    let file = EventFile {
        name: "own",
        place: "own.toml",
        text,
    };
    let faults = inspect(&[file]);
    assert!(faults[0].message.contains("no PLOVER class"), "{faults:?}");
    assert_eq!(faults[0].location.column, 10);
    assert!(
        faults[0]
            .hint
            .as_ref()
            .is_some_and(|hint| hint.contains("CONSULT"))
    );
}
