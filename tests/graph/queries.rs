//! Every named query on the known graphs: its rows are known too.

use newsgraph::graph::DEFAULT_BASE;
use newsgraph::knowledge::world::EntityKind;
use newsgraph::query::{ParameterKind, named_queries, named_query};
use newsgraph::store::Graphs;

use super::known;
use super::model::rows;

/// Rows of a named query with parameters; articles and situations by their last words are left out.
fn answers(name: &str, parameters: &[(&str, &str)]) -> Vec<String> {
    answers_from(&known::all(), name, parameters)
}

fn answers_from(graphs: &Graphs, name: &str, parameters: &[(&str, &str)]) -> Vec<String> {
    let values: Vec<(String, String)> = parameters
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let query = named_query(name)
        .expect("is shipped")
        .fill(&values, DEFAULT_BASE)
        .expect("fills");
    let rows = rows(graphs, &query);
    let shown = |cell: &String| {
        !["article:", "situation:", "claim:"]
            .iter()
            .any(|prefix| cell.starts_with(prefix))
    };
    rows.into_iter()
        .map(|row| {
            row.iter()
                .filter(|cell| shown(cell))
                .cloned()
                .collect::<Vec<_>>()
                .join(" | ")
        })
        .collect()
}

/// Whether one row holds all of some words.
fn has(rows: &[String], words: &[&str]) -> bool {
    rows.iter()
        .any(|row| words.iter().all(|word| row.contains(word)))
}

#[test]
fn every_query_runs_with_what_it_requires() {
    for query in named_queries() {
        let required = query
            .parameters
            .iter()
            .filter(|parameter| parameter.required);
        let values: Vec<(&str, &str)> = required
            .map(|parameter| match parameter.kind {
                ParameterKind::Iri => (parameter.name, "state:norway"),
                ParameterKind::Date => (parameter.name, "2021-12-20"),
                ParameterKind::Number => (parameter.name, "1"),
                ParameterKind::Text => (parameter.name, "text"),
            })
            .collect();
        let _ = answers(query.name, &values);
        if !values.is_empty() {
            assert!(query.fill(&[], DEFAULT_BASE).is_err(), "{}", query.name);
        }
    }
}

#[test]
fn tenures_tell_who_held_what() {
    let post = [
        ("day", "2021-12-20"),
        ("post", "post:prime-minister-of-norway"),
    ];
    let mut facts = known::threat();
    let entity = |key: &str, kind, label: &str| newsgraph::resolve::Entity {
        record: known::knowledge().world.by_key(kind, key),
        key: key.to_owned(),
        kind,
        label: label.to_owned(),
        state: Some("NOR".to_owned()),
        sector: Some("GOV".to_owned()),
        gender: None,
        plural: false,
        unnamed: false,
        same_as: Vec::new(),
    };
    let entities = &mut facts.resolved.entities;
    entities.push(entity(
        "prime-minister-of-norway",
        EntityKind::Post,
        "prime minister of Norway",
    ));
    entities.push(entity(
        "jonas-gahr-støre",
        EntityKind::Person,
        "Jonas Gahr Støre",
    ));
    let graphs = known::graphs(&[facts]);
    let held = answers_from(&graphs, "holders-on-day", &post);
    assert!(
        has(&held, &["person:jonas-gahr-støre", "2021-10-14"]),
        "{held:?}"
    );
    let before = [
        ("day", "2001-01-01"),
        ("post", "post:prime-minister-of-norway"),
    ];
    assert!(!has(
        &answers_from(&graphs, "holders-on-day", &before),
        &["person:jonas-gahr-støre"]
    ));
}

#[test]
fn places_on_a_map_and_offices() {
    let nordic = [
        ("south", "59"),
        ("north", "61"),
        ("west", "10"),
        ("east", "12"),
    ];
    let rows = answers("events-in-box", &nordic);
    assert!(
        has(&rows, &["2021-12-10", "Oslo"]) && has(&rows, &["2021-12-20", "Oslo"]),
        "{rows:?}"
    );
    assert!(answers("events-in-box", &[("south", "70")]).is_empty());
}

#[test]
fn what_an_actor_did() {
    let norway = [("actor", "state:norway")];
    let rows = answers("timeline", &norway);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(
        has(&rows, &["2021-12-20", "type:restrict", "state:sweden"]),
        "{rows:?}"
    );
    let hypothetical = answers(
        "timeline",
        &[("actor", "state:norway"), ("status", "ng:hypothetical")],
    );
    assert_eq!(hypothetical.len(), 1);
    let later = answers(
        "timeline",
        &[("actor", "state:norway"), ("from", "2021-12-15")],
    );
    assert_eq!(later.len(), 1);
}

#[test]
fn threats_with_their_conditions() {
    let rows = answers("threats", &[]);
    assert_eq!(
        rows,
        ["2021-12-10 | state:norway | state:sweden | close the border | Sweden sends troops"]
    );
}

#[test]
fn threatened_then_done() {
    let rows = answers("contemplated-then-asserted", &[]);
    assert!(
        has(
            &rows,
            &[
                "close the border",
                "ng:hypothetical",
                "Norway closed the border on Monday"
            ]
        ),
        "{rows:?}"
    );
}

#[test]
fn accusations_with_what_is_alleged() {
    let rows = answers("accusations", &[]);
    assert_eq!(
        rows,
        [
            "state:sweden | state:norway | Sweden accused Norway of a breach of treaty | a breach of treaty | ng:reported"
        ]
    );
    assert_eq!(
        answers("accusations", &[("agent", "state:norway")]).len(),
        0
    );
    assert_eq!(
        answers("accusation-matrix", &[]),
        ["state:sweden | state:norway | 1"]
    );
}

#[test]
fn meetings_either_way() {
    let rows = answers("who-met-whom", &[("actor", "person:test-anna-berg")]);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(
        has(
            &rows,
            &["2021-12-10", "person:test-lars-holm", "place:oslo"]
        ),
        "{rows:?}"
    );
    let since = answers(
        "who-met-whom",
        &[("actor", "person:test-anna-berg"), ("from", "2022-01-01")],
    );
    assert_eq!(since.len(), 1);
}

#[test]
fn mediators_stand_between_states() {
    assert_eq!(answers("mediators", &[]), ["state:finland | 2 | 1"]);
}

#[test]
fn what_passed_between_two_states() {
    let rows = answers(
        "between-states",
        &[("one", "state:norway"), ("other", "state:sweden")],
    );
    assert!(rows.len() >= 5, "{rows:?}");
    assert!(
        has(&rows, &["state:sweden", "type:accuse", "ng:asserted"]),
        "{rows:?}"
    );
    let denied = answers(
        "between-states",
        &[
            ("one", "state:norway"),
            ("other", "state:finland"),
            ("status", "ng:denied"),
        ],
    );
    assert!(denied.is_empty());
}

#[test]
fn both_sides_of_a_contest() {
    let rows = answers("contested", &[]);
    assert!(
        has(
            &rows,
            &["it had moved 300 soldiers", "organisation:test-ministry"]
        ),
        "{rows:?}"
    );
}

#[test]
fn demands_and_sanctions_and_protests() {
    assert!(has(
        &answers("demands", &[]),
        &[
            "organisation:nato",
            "state:norway",
            "reopen the crossing",
            "ng:desired"
        ]
    ));
    assert!(has(
        &answers("sanctions", &[]),
        &[
            "2021-12-20",
            "state:sweden",
            "organisation:test-berg-shipping"
        ]
    ));
    assert!(has(
        &answers("protests", &[]),
        &["2021-12-20", "group:test-protesters", "place:oslo"]
    ));
}

#[test]
fn quotations_numbers_plans_and_unattributed_claims() {
    assert!(has(
        &answers("quotations", &[("speaker", "person:test-anna-berg")]),
        &["We will answer", "106"]
    ));
    assert!(has(
        &answers("numbers", &[("unit", "troops")]),
        &["300", "ng:denied", "organisation:test-ministry"]
    ));
    assert!(has(
        &answers("plans", &[]),
        &["person:test-anna-berg", "We will answer"]
    ));
    assert!(has(
        &answers("unattributed", &[]),
        &["Sweden moved soldiers to the frontier"]
    ));
}

#[test]
fn audits_count_and_name_their_words() {
    let rows = answers("statements", &[]);
    assert_eq!(rows.len(), 17, "{rows:?}");
    assert!(has(&rows, &["ng:denied", "test/deploy-troops"]), "{rows:?}");
    assert!(has(
        &answers("facts", &[]),
        &[
            "place:oslo",
            "ng:capitalOf",
            "state:norway",
            "Anna Berg met Lars Holm"
        ]
    ));
    assert!(has(
        &answers("sources", &[("publisher", "Nordic Daily")]),
        &["state:sweden", "ng:affirms", "1"]
    ));
}

#[test]
fn overviews() {
    assert_eq!(answers("articles", &[]).len(), 3);
    assert!(has(&answers("top-actors", &[]), &["state:norway", "2"]));
    assert!(has(
        &answers("network", &[]),
        &["state:norway", "state:sweden", "type:restrict", "1"]
    ));
    assert!(has(
        &answers("events", &[("type", "type:SANCTION")]),
        &["type:impose-sanctions"]
    ));
    assert!(has(
        &answers("unknown-actors", &[]),
        &["person/anna-berg", "2"]
    ));
    let month = answers(
        "escalation",
        &[("one", "state:norway"), ("other", "state:sweden")],
    );
    assert!(has(&month, &["2021-12", "type:COERCE", "1"]), "{month:?}");
    assert!(!answers("mentions", &[("entity", "state:norway")]).is_empty());
}

#[test]
fn what_was_denied_and_asserted_elsewhere_is_found_only_where_it_is() {
    assert!(answers("denied-then-asserted", &[]).is_empty());
    assert!(answers("co-action", &[]).is_empty());
    assert!(answers("happenings", &[]).is_empty());
}
