//! Bad input: a message with its place and a hint, the right exit code, the good inputs still done.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};

use super::session::{Ended, Session};

const GOOD: &str = "President Arno Velt of Arland met the king of Norway in Oslo on Monday.\n";

// Builds a good file with a bad one; the good one must be in the graph all the same.
#[track_caller]
fn beside_a_good_one(session: &Session, bad: &str) -> Ended {
    session.file("good.txt", GOOD);
    let ended = session.run(&format!("build {bad} good.txt --output out.nq"));
    assert!(session.text("out.nq").contains("Arno Velt"));
    ended
}

#[test]
fn an_empty_file() {
    let session = Session::new();
    session.file("empty.txt", "");
    beside_a_good_one(&session, "empty.txt").tells(3, &["error: empty.txt: the file is empty"]);
}

#[test]
fn a_binary_file() {
    let session = Session::new();
    session.file(
        "scan.txt",
        b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\0\0\x01\x02 << >>",
    );
    beside_a_good_one(&session, "scan.txt").tells(3, &["error: scan.txt: ", "not text", "hint: "]);
}

#[test]
fn a_file_in_windows_1252_is_read_with_a_warning() {
    let session = Session::new();
    session.file(
        "old.txt",
        b"The president of C\xF4te d'Ivoire visited Paris on Monday.\n",
    );
    let ended = beside_a_good_one(&session, "old.txt");
    ended.tells(0, &["warning: old.txt: not valid UTF-8 at byte 19"]);
    assert!(session.text("out.nq").contains("Côte d'Ivoire"));
}

#[test]
fn a_file_in_utf_16_is_read() {
    let session = Session::new();
    let wide = "\u{FEFF}The German chancellor visited Paris on Monday.".encode_utf16();
    session.file(
        "wide.txt",
        wide.flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
    );
    beside_a_good_one(&session, "wide.txt").tells(0, &["2 articles"]);
    assert!(session.text("out.nq").contains("chancellor"));
}

#[test]
fn malformed_lines_are_told_with_their_place_and_the_others_read() {
    let session = Session::new();
    let lines = [
        r#"{"id":"one","text":"Norway and Arland signed a treaty on Monday."}"#,
        r#"{"id":"two","text": oops}"#,
        r#"{"id":"one","text":"Norway again."}"#,
        r#"{"id":"three"}"#,
        r#"{"id":"four","text":"  "}"#,
        r#"{"id":"five","text":"Sweden and Arland signed a treaty on Friday.","date":"13/12"}"#,
        r#"{"id":"six","text":"Sweden rejected the treaty on Sunday."}"#,
    ];
    session.file("many.jsonl", lines.join("\n"));
    let ended = beside_a_good_one(&session, "many.jsonl");
    ended.tells(
        3,
        &[
            "many.jsonl:2:21: malformed JSON",
            r#"2 | {"id":"two","text": oops}"#,
            "many.jsonl:3: the id `one` has come before",
            "many.jsonl:4: the line has no `text`",
            "many.jsonl:5: the `text` of the line is empty",
            "many.jsonl:6",
        ],
    );
    let graph = session.text("out.nq");
    assert!(graph.contains("signed a treaty on Monday"));
    assert!(graph.contains("rejected the treaty on Sunday"));
    assert!(!graph.contains("Norway again"));
}

#[test]
fn a_line_of_fifty_megabytes() {
    let session = Session::new();
    let text = "Arland warned Norway on Monday that it would respond. ".repeat(50_000_000 / 54);
    session.file("huge.jsonl", format!("{{\"id\":\"huge\",\"text\":\"{text}\"}}\n{{\"text\":\"Norway rejected the claim of Arland on Friday.\"}}\n"));
    let ended = beside_a_good_one(&session, "huge.jsonl");
    ended.tells(
        3,
        &[
            "error: huge.jsonl:1: an article of more than",
            "hint: ",
            "2 articles",
        ],
    );
    assert!(session.text("out.nq").contains("Norway rejected the claim"));
}

#[test]
fn a_missing_file() {
    let session = Session::new();
    beside_a_good_one(&session, "gone.txt").tells(3, &["error: gone.txt: no such file", "hint: "]);
}

#[test]
fn a_gzip_file_cut_short() {
    let session = Session::new();
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer
        .write_all(GOOD.repeat(50).as_bytes())
        .expect("packed");
    let packed = packer.finish().expect("packed");
    session.file("cut.txt.gz", &packed[..packed.len() - 12]);
    beside_a_good_one(&session, "cut.txt.gz")
        .tells(3, &["error: cut.txt.gz: damaged or cut short"]);
}

#[test]
fn a_text_that_is_not_english() {
    let session = Session::new();
    session.file(
        "de.txt",
        "Der Bundeskanzler hat am Montag mit dem norwegischen König telefoniert und ihn zum \
         Rückzug der Truppen von der Grenze aufgefordert.",
    );
    let ended = beside_a_good_one(&session, "de.txt");
    ended.tells(
        3,
        &[
            "de.txt: `de.txt` does not look like English",
            "--any-language",
        ],
    );
    session
        .run("build de.txt --any-language --output all.ttl")
        .tells(0, &["1 article,"]);
}

#[test]
fn nothing_readable_leaves_the_old_graph_alone() {
    let session = Session::new();
    session.file("good.txt", GOOD).file("empty.txt", "");
    session.run("build good.txt --output out.ttl").tells(0, &[]);
    let before = session.text("out.ttl");
    session
        .run("build empty.txt --output out.ttl")
        .tells(3, &["nothing was written"]);
    assert_eq!(session.text("out.ttl"), before);
}

#[test]
fn a_query_that_does_not_parse() {
    let session = Session::new();
    session.file("good.txt", GOOD);
    session.run("build good.txt --output out.ttl").tells(0, &[]);
    let ended = session.run_with(&["query", "out.ttl", "--query", "SELECT *\nWHERE { ?s ?p }"]);
    ended.tells(2, &["error: query:2:", "2 | WHERE { ?s ?p }"]);
    session.file("broken.rq", "SELECT ?a {");
    session
        .run("query out.ttl --query-file broken.rq")
        .tells(2, &["error: broken.rq:1:"]);
    session
        .run("query out.ttl --named no-such")
        .tells(2, &["no query named `no-such`", "--list"]);
    session
        .run("query out.ttl --named who-met-whom --param actr=x")
        .tells(2, &["no parameter `actr`", "actor"]);
}

#[test]
fn graphs_that_are_none() {
    let session = Session::new();
    session.file("bad.ttl", "@prefix : <x> .\n:a :b \"c .\n");
    let query = ["--query", "ASK { ?s ?p ?o }"];
    session
        .run_with(&["query", "bad.ttl", query[0], query[1]])
        .tells(3, &["error: bad.ttl:2", "hint: "]);
    session
        .run_with(&["query", "gone.ttl", query[0], query[1]])
        .tells(3, &["error: gone.ttl: ", "hint: "]);
    session.file("note.xyz", "hello");
    session
        .run_with(&["query", "note.xyz", query[0], query[1]])
        .tells(3, &["note.xyz", "hint: "]);
}
