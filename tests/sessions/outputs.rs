//! Outputs: formats, places that cannot be written, the same bytes again.

use super::session::Session;

const ARTICLES: &str = r#"{"id":"a","date":"2022-02-07","text":"The German chancellor met President Emmanuel Macron in Paris on Monday. He denied that Berlin would send weapons."}
{"id":"b","date":"2022-02-08","text":"Moscow accused NATO of ignoring its demands on Tuesday. “We will respond,” a Kremlin spokesman said."}
{"id":"c","date":"2022-02-09","text":"Poland expelled two Russian diplomats. The Russian foreign ministry rejected the accusations."}
"#;

fn session() -> Session {
    let session = Session::new();
    session.file("news.jsonl", ARTICLES);
    session
}

#[test]
fn formats_that_are_not_known() {
    let session = session();
    session
        .run("build news.jsonl --output out.xyz")
        .tells(2, &["error: out.xyz: the format is not known", ".ttl"]);
    session
        .run("build news.jsonl --format cake")
        .tells(2, &["cake"]);
    session
        .run("build news.jsonl --date 2021-13-45")
        .tells(2, &["--date"]);
}

#[test]
fn places_that_cannot_be_written() {
    let session = session();
    session
        .run("build news.jsonl --output gone/out.ttl")
        .tells(4, &["error: gone/out.ttl: ", "hint: "]);
    assert!(!session.path("gone").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let session = session();
    for words in ["extract news.jsonl", "build news.jsonl --format nq"] {
        session
            .run_to_full_disk(words)
            .tells(4, &["No space left on device", "hint: make room"]);
    }
}

#[test]
fn threads_and_runs_give_the_same_bytes() {
    let session = session();
    for (name, jobs) in [("one.ttl", "1"), ("two.ttl", "2"), ("again.ttl", "2")] {
        session
            .run(&format!("build news.jsonl --jobs {jobs} --output {name}"))
            .tells(0, &["3 articles"]);
    }
    assert_eq!(session.text("one.ttl"), session.text("two.ttl"));
    assert_eq!(session.text("two.ttl"), session.text("again.ttl"));
}

#[test]
fn articles_built_apart_make_the_same_graph() {
    let session = session();
    session
        .run("build news.jsonl --output all.nq")
        .tells(0, &[]);
    for line in ARTICLES.lines().rev() {
        session.file("next.jsonl", line);
        session
            .run("build next.jsonl --into parts.nq")
            .tells(0, &["1 article"]);
    }
    assert_eq!(session.text("all.nq"), session.text("parts.nq"));
    session.file("next.jsonl", ARTICLES.lines().next().unwrap_or_default());
    session
        .run("build next.jsonl --into parts.nq")
        .tells(0, &["(1 replaced)"]);
    assert_eq!(session.text("all.nq"), session.text("parts.nq"));
    session.run("remove parts.nq a").tells(0, &[]);
    assert_ne!(session.text("all.nq"), session.text("parts.nq"));
    session
        .run("build next.jsonl --into parts.nq")
        .tells(0, &["1 article,"]);
    assert_eq!(session.text("all.nq"), session.text("parts.nq"));
}

#[test]
fn a_question_is_answered_with_what_the_article_asserts() {
    let session = session();
    session
        .run("build news.jsonl --output crisis.ttl")
        .tells(0, &[]);
    let ended = session.run_with(&[
        "query",
        "crisis.ttl",
        "--format",
        "csv",
        "--query",
        "SELECT ?label { ?e a sem:Event ; rdfs:label ?label } ORDER BY ?label",
    ]);
    ended.tells(0, &[]);
    assert!(ended.output.contains("Poland expels"), "{}", ended.output);
    assert!(!ended.output.contains("aids"), "{}", ended.output);
}
