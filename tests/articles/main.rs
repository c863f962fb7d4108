//! Whole articles with what must be in their facts and what must not: one file an article, written by hand before the
//! program was run on it. The form of the files is told in `essequibo.toml`.

use std::fmt::Write;
use std::path::Path;

use newsgraph::export::facts::write_facts;
use newsgraph::graph::DEFAULT_BASE;
use newsgraph::read::{Document, day};
use newsgraph::{Pipeline, Span};
use serde::Deserialize;
use serde_json::Value;

/// An article and what is expected of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    date: Option<String>,
    published: Option<String>,
    #[serde(default)]
    situation: Vec<Expected>,
    #[serde(default)]
    absent: Vec<Expected>,
    #[serde(default)]
    mention: Vec<Meant>,
    #[serde(default)]
    claim: Vec<Said>,
}

/// A situation; what is left out is not looked at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// Words of the article that hold the trigger.
    at: Option<String>,
    status: Option<String>,
    class: Option<String>,
    r#type: Option<String>,
    time: Option<String>,
    agent: Option<String>,
    /// Who is on the other side, in whatever role.
    other: Option<String>,
    /// Not met yet.
    #[serde(default)]
    open: bool,
}

/// What a mention means; no entity: nobody that is known or named elsewhere in this file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Meant {
    /// Words around the mention; the mention itself stands in brackets.
    at: String,
    entity: Option<String>,
    not: Option<String>,
    /// Not met yet.
    #[serde(default)]
    open: bool,
}

/// A claim.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    source: String,
    stance: String,
    /// Words that are in what is said.
    words: String,
    /// Not met yet.
    #[serde(default)]
    open: bool,
}

struct Answer<'a> {
    text: &'a str,
    facts: Value,
}

impl Answer<'_> {
    fn label(&self, iri: &Value) -> String {
        let entities = self.facts["entities"].as_array().expect("entities");
        let entity = entities.iter().find(|entity| entity["iri"] == *iri);
        entity.map_or(String::new(), |entity| {
            entity["label"].as_str().unwrap_or_default().to_owned()
        })
    }

    fn words(&self, span: &Value) -> String {
        let at =
            |index: usize| usize::try_from(span[index].as_u64().expect("a span")).expect("small");
        self.text.chars().skip(at(0)).take(at(1) - at(0)).collect()
    }

    fn situations(&self) -> &[Value] {
        self.facts["situations"].as_array().expect("situations")
    }

    fn is(&self, situation: &Value, expected: &Expected) -> bool {
        let same = |key: &str, wanted: &Option<String>| {
            wanted
                .as_deref()
                .is_none_or(|wanted| situation[key].as_str().unwrap_or("none") == wanted)
        };
        let time = expected
            .time
            .as_deref()
            .is_none_or(|time| situation["time"]["value"] == *time);
        let at = expected
            .at
            .as_deref()
            .is_none_or(|words| self.stands_in(&situation["trigger"], words));
        let agent = expected
            .agent
            .as_deref()
            .is_none_or(|agent| self.takes_part(situation, agent, true));
        let other = expected
            .other
            .as_deref()
            .is_none_or(|other| self.takes_part(situation, other, false));
        same("status", &expected.status)
            && same("class", &expected.class)
            && same("type", &expected.r#type)
            && time
            && at
            && agent
            && other
    }

    fn takes_part(&self, situation: &Value, label: &str, agent: bool) -> bool {
        let all = situation["participants"].as_array().expect("participants");
        let mut of_role = all
            .iter()
            .filter(|one| (one["role"] == "agent" || one["role"] == "holder") == agent);
        if label == "none" {
            return of_role.next().is_none();
        }
        of_role.any(|one| self.label(&one["entity"]) == label)
    }

    // Whether a span lies in the first place where these words stand.
    fn stands_in(&self, span: &Value, words: &str) -> bool {
        let place = place(self.text, words);
        let (start, end) = (span[0].as_u64().unwrap_or(0), span[1].as_u64().unwrap_or(0));
        start >= place.start as u64 && end <= place.end as u64
    }

    fn meant(&self, wanted: &Meant) -> Option<String> {
        let (before, rest) = wanted
            .at
            .split_once('[')
            .expect("brackets around the mention");
        let (inside, after) = rest.split_once(']').expect("brackets around the mention");
        let around = place(self.text, &format!("{before}{inside}{after}"));
        let start = around.start + before.chars().count();
        let end = start + inside.chars().count();
        let mentions = self.facts["mentions"].as_array().expect("mentions");
        let found = mentions
            .iter()
            .find(|mention| mention["start"] == start && mention["end"] == end)?;

        let entity = found["entities"].as_array()?.first();
        Some(entity.map_or(String::new(), |entity| self.label(entity)))
    }

    fn is_said(&self, said: &Said) -> bool {
        let claims = self.facts["claims"].as_array().expect("claims");
        claims.iter().any(|claim| {
            let sources = claim["source"].as_array().expect("sources");
            let source = sources
                .iter()
                .any(|source| self.label(source) == said.source)
                || said.source == "unknown" && sources.is_empty();
            let spans = claim["content_spans"].as_array().expect("content");
            let content: String = spans
                .iter()
                .fold(String::new(), |all, span| all + " " + &self.words(span));
            source && claim["stance"] == said.stance && content.contains(&said.words)
        })
    }
}

// The first place of some words, in code points.
fn place(text: &str, words: &str) -> Span {
    let byte = text
        .find(words)
        .unwrap_or_else(|| panic!("`{words}` does not stand in the article"));
    let start = text[..byte].chars().count();
    Span::new(start, start + words.chars().count())
}

/// What is told of expectations: those not met, and those called open that are met.
#[derive(Default)]
struct Told {
    cases: usize,
    open: usize,
    faults: String,
}

impl Told {
    fn add(&mut self, met: bool, open: bool, expectation: &dyn std::fmt::Debug, found: &str) {
        self.cases += 1;
        self.open += usize::from(open);
        let what = match (met, open) {
            (true, true) => "is met, take `open` away:",
            (false, false) => "is not met:",
            _ => return,
        };
        let _ = writeln!(self.faults, "  {what} {expectation:?} {found}");
    }
}

fn check(pipeline: &Pipeline, path: &Path, told: &mut Told) {
    let file = std::fs::read_to_string(path).expect("read");
    let case: Case =
        toml::from_str(&file).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut document = Document::new("article", case.text.clone());
    document.date = case.date.as_deref().and_then(day);
    let mut line = Vec::new();
    write_facts(&pipeline.facts(document), DEFAULT_BASE, &mut line).expect("written");
    let facts = serde_json::from_slice(&line).expect("JSON");
    let answer = Answer {
        text: &case.text,
        facts,
    };
    let _ = writeln!(
        told.faults,
        "{}",
        path.file_name().unwrap_or_default().display()
    );
    if let Some(published) = &case.published {
        let found = &answer.facts["published"]["value"];
        told.add(*found == **published, false, published, &found.to_string());
    }
    let found = |expected: &Expected| {
        let mut all = answer.situations().iter();
        all.find(|situation| answer.is(situation, expected))
            .map_or(String::new(), |one| {
                format!("{} {}", one["status"], one["label"])
            })
    };
    for expected in &case.situation {
        told.add(!found(expected).is_empty(), expected.open, expected, "");
    }
    for absent in &case.absent {
        let found = found(absent);
        told.add(
            found.is_empty(),
            absent.open,
            absent,
            &format!("must not be there: {found}"),
        );
    }
    for wanted in &case.mention {
        let meant = answer.meant(wanted);
        let known = meant.as_deref().unwrap_or_default();
        let right = wanted
            .entity
            .as_deref()
            .is_none_or(|entity| known == entity)
            && wanted.not.as_deref().is_none_or(|not| known != not);
        told.add(right, wanted.open, wanted, &format!("means {meant:?}"));
    }
    for said in &case.claim {
        told.add(answer.is_said(said), said.open, said, "");
    }
}

#[test]
fn articles_say_what_they_say() {
    let pipeline = Pipeline::new().expect("the data is whole");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    files.sort();
    let mut told = Told::default();
    for path in &files {
        check(&pipeline, path, &mut told);
    }
    let Told {
        cases,
        open,
        faults,
    } = told;
    assert!(cases > 100, "only {cases} expectations were found");
    let wrong = faults.lines().filter(|line| line.starts_with("  ")).count();
    assert!(
        wrong == 0,
        "{wrong} of {cases} expectations, {open} of them open\n{faults}"
    );
}
