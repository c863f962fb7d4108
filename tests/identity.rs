//! Invented cases of `tests/identity/*.tsv`: who is meant, one phenomenon a file, through the real line of stages.
//!
//! A line has a day of publication (`-` for none), a text, and what its mentions mean, separated by `;`:
//! `WORDS = NAME` for the mention of exactly these words (`WORDS#2` for the second), where a name is `kind/key` of a known
//! thing or the label of another; several names separated by `,` are several entities, `|` stands between right answers,
//! `open` for no entity, `not NAME` for anybody else; `date = DAY` is the day of the article. A line that begins with `!` is known to
//! fail: it must be moved once it is right.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use newsgraph::knowledge::world::EntityKind;
use newsgraph::pipeline::Pipeline;
use newsgraph::read::Document;
use newsgraph::resolve::{Entity, Mention, Resolved};

struct Case {
    file: String,
    line: usize,
    text: String,
    day: Option<jiff::civil::Date>,
    expected: Vec<(String, String)>,
    fails: bool,
}

#[test]
fn every_mention_means_what_its_case_says() {
    let pipeline = Pipeline::new().expect("sound data");
    let mut told = String::new();
    let mut wrong = 0;
    for file in files() {
        let cases = cases(&file);
        assert!(
            cases.len() >= 20,
            "{} cases in {}",
            cases.len(),
            file.display()
        );
        let mut right = 0;
        for case in &cases {
            let faults = faults(&pipeline, case);
            right += usize::from(faults.is_empty());
            if faults.is_empty() == case.fails {
                wrong += 1;
                told.push_str(&note(case, &faults));
            }
        }
        let name = file.display();
        writeln!(told, "{name}: {right} of {} right", cases.len()).expect("text");
    }
    assert!(wrong == 0, "{wrong} cases\n{told}");
}

/// A line on a case that is not as it was expected.
fn note(case: &Case, faults: &[String]) -> String {
    let moved = if case.fails { "is right now: " } else { "" };
    let (file, line, text) = (&case.file, case.line, &case.text);
    format!("{file}:{line}: {moved}{text} -- {}\n", faults.join("; "))
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identity");
    let entries = std::fs::read_dir(folder).expect("the cases are there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("readable").path())
        .collect();
    files.sort();
    files
}

fn cases(file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).expect("readable");
    let name = file
        .file_name()
        .expect("a file")
        .to_string_lossy()
        .into_owned();
    let lines = text.lines().enumerate();
    let cases = lines.filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    cases
        .map(|(number, line)| case(&name, number + 1, line))
        .collect()
}

fn case(file: &str, line: usize, row: &str) -> Case {
    let (fails, row) = match row.strip_prefix('!') {
        Some(row) => (true, row),
        None => (false, row),
    };
    let cells: Vec<&str> = row.split('\t').collect();
    let [day, text, expected] = cells.as_slice() else {
        panic!("{file}:{line}: three cells are expected");
    };
    let pair = |one: &str| {
        let (words, name) = one
            .split_once(" = ")
            .unwrap_or_else(|| panic!("{file}:{line}: {one}"));
        (words.trim().to_owned(), name.trim().to_owned())
    };
    Case {
        file: file.to_owned(),
        line,
        text: (*text).to_owned(),
        day: (*day != "-").then(|| day.parse().expect("a day")),
        expected: expected.split(';').map(pair).collect(),
        fails,
    }
}

fn faults(pipeline: &Pipeline, case: &Case) -> Vec<String> {
    let mut document = Document::new(format!("{}:{}", case.file, case.line), case.text.clone());
    document.date = case.day;
    let resolved = pipeline.resolve(pipeline.annotate(document));
    let found = case.expected.iter().filter_map(|(words, name)| {
        let got = if words == "date" {
            let day = resolved.published.value;
            vec![day.map_or("none".to_owned(), |day| day.to_string())]
        } else {
            meant(&resolved, words)
        };
        (!is_right(&resolved, name, &got)).then(|| format!("{words} is {got:?}, not {name}"))
    });
    found.collect()
}

/// Names of the entities of a mention.
fn meant(resolved: &Resolved, words: &str) -> Vec<String> {
    let (words, number) = words.split_once('#').map_or((words, 1), |(words, number)| {
        (words, number.parse::<usize>().expect("a number"))
    });
    let text = &resolved.annotated.document.text;
    let is = |mention: &&Mention| {
        let bare = mention.span.of(text);
        (bare == words || mention.head.of(text) == words) && mention.kind != EntityKind::Post
    };
    let mention = resolved.mentions.iter().filter(is).nth(number - 1);
    mention.map_or_else(Vec::new, |mention| {
        mention
            .entities
            .iter()
            .map(|id| name_of(resolved.entity(*id)))
            .collect()
    })
}

fn name_of(entity: &Entity) -> String {
    if entity.record.is_some() {
        format!("{}/{}", entity.kind.namespace(), entity.key)
    } else {
        entity
            .label
            .trim_start_matches("the ")
            .trim_start_matches("The ")
            .to_owned()
    }
}

fn is_right(resolved: &Resolved, name: &str, got: &[String]) -> bool {
    let mut alternatives = name.split('|');
    alternatives.any(|one| {
        let one = one.trim();
        if let Some(other) = one.strip_prefix("not ") {
            return got.iter().all(|name| name != other);
        }
        if one == "open" {
            return got.is_empty();
        }
        let mut wanted: Vec<String> = one
            .split(',')
            .map(|name| target(resolved, name.trim()))
            .collect();
        let mut got = got.to_vec();
        wanted.sort();
        got.sort();
        wanted == got
    })
}

/// A name as expected: of a known thing, a label, or the words of another mention that means the same.
fn target(resolved: &Resolved, name: &str) -> String {
    let other = meant(resolved, name);
    match other.as_slice() {
        [only] if !name.contains('/') => only.clone(),
        _ => name
            .trim_start_matches("the ")
            .trim_start_matches("The ")
            .to_owned(),
    }
}
