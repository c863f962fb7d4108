//! The shapes hold for known graphs and refuse broken ones.

use newsgraph::query::shapes::{Shapes, validate};
use newsgraph::store::{Graphs, store_of};
use oxigraph::model::{Literal, NamedNode, Quad, Term, Triple, vocab::xsd};

use super::known;

fn messages(graphs: &Graphs) -> Vec<String> {
    let store = store_of(graphs).expect("loads");
    let shapes = Shapes::embedded().expect("parses");
    let violations = validate(&store, &shapes).expect("runs");
    let mut messages: Vec<String> = violations
        .into_iter()
        .map(|violation| violation.message)
        .collect();
    messages.dedup();
    messages
}

#[test]
fn known_graphs_conform() {
    assert_eq!(messages(&known::all()), Vec::<String>::new());
}

fn ng(local: &str) -> String {
    format!("https://w3id.org/newsgraph/ns#{local}")
}

fn is(quad: &Quad, predicate: &str) -> bool {
    quad.predicate.as_str() == predicate
}

// The known graphs without the quads of which `drop` holds, with others.
fn broken(drop: impl Fn(&Quad) -> bool, add: Vec<Triple>) -> Vec<String> {
    let quads = known::all()
        .quads()
        .filter(|quad| !drop(quad))
        .collect::<Vec<_>>();
    let graph = NamedNode::new_unchecked("https://w3id.org/newsgraph/id/article/broken");
    let added = add.into_iter().map(|triple| triple.in_graph(graph.clone()));
    messages(&quads.into_iter().chain(added).collect())
}

// A situation that is denied, and one that is asserted.
fn subject(status: &str) -> NamedNode {
    let status = ng(status);
    let quad = known::all()
        .quads()
        .find(|quad| is(quad, &ng("status")) && quad.object.to_string() == format!("<{status}>"));
    let subject = quad.expect("one of this status").subject.to_string();
    NamedNode::new_unchecked(subject.trim_matches(['<', '>']))
}

fn link(subject: &NamedNode, predicate: &str, object: &str) -> Triple {
    Triple::new(
        subject.clone(),
        NamedNode::new_unchecked(predicate),
        NamedNode::new_unchecked(object),
    )
}

fn day(text: &str) -> Term {
    Literal::new_typed_literal(text, xsd::DATE).into()
}

#[test]
fn a_situation_needs_status_type_article_evidence_and_anchor() {
    for (property, told) in [
        (ng("status"), "exactly one of the seven statuses"),
        (ng("eventType"), "exactly one event type"),
        (ng("inArticle"), "exactly one article"),
        (ng("evidence"), "the words that tell of it as evidence"),
        (
            "http://groundedannotationframework.org/gaf#denotedBy".to_owned(),
            "anchored in the words",
        ),
    ] {
        let found = broken(|quad| is(quad, &property), Vec::new());
        assert!(
            found.iter().any(|message| message.contains(told)),
            "{property}: {found:?}"
        );
    }
}

#[test]
fn two_statuses_or_two_types_are_refused() {
    let denied = subject("denied");
    let two = broken(
        |_| false,
        vec![link(&denied, &ng("status"), &ng("reported"))],
    );
    assert!(
        two.iter().any(|message| message.contains("seven statuses")),
        "{two:?}"
    );
    let types = broken(
        |_| false,
        vec![link(
            &denied,
            &ng("eventType"),
            "https://w3id.org/newsgraph/type/other",
        )],
    );
    assert!(
        types
            .iter()
            .any(|message| message.contains("one event type")),
        "{types:?}"
    );
}

#[test]
fn an_event_that_is_not_asserted_is_refused() {
    let denied = subject("denied");
    let event = link(
        &denied,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://semanticweb.cs.vu.nl/2009/11/sem/Event",
    );
    let found = broken(|_| false, vec![event]);
    assert!(
        found
            .iter()
            .any(|message| message.contains("only what an article asserts")),
        "{found:?}"
    );
}

#[test]
fn a_property_of_sem_on_anything_else_is_refused() {
    let denied = subject("denied");
    let actor = link(
        &denied,
        "http://semanticweb.cs.vu.nl/2009/11/sem/hasActor",
        "https://w3id.org/newsgraph/id/state/norway",
    );
    let found = broken(|_| false, vec![actor]);
    assert_eq!(found, ["only an event has properties of SEM"]);
}

#[test]
fn a_reported_or_denied_situation_without_a_claim_is_refused() {
    let found = broken(|quad| is(quad, &ng("about")), Vec::new());
    assert!(
        found.iter().any(|message| message.contains("has a claim")),
        "{found:?}"
    );
}

#[test]
fn a_claim_has_a_source_or_says_that_it_is_unknown() {
    let neither = broken(|quad| is(quad, &ng("source")), Vec::new());
    assert_eq!(
        neither,
        ["a claim has a source or says that it is unknown, and not both"]
    );
    let unknown = known::all()
        .quads()
        .find(|quad| is(quad, &ng("sourceUnknown")))
        .expect("one")
        .subject
        .to_string();
    let unknown = NamedNode::new_unchecked(unknown.trim_matches(['<', '>']));
    let both = broken(
        |_| false,
        vec![link(
            &unknown,
            &ng("source"),
            "https://w3id.org/newsgraph/id/state/norway",
        )],
    );
    assert_eq!(both, neither);
}

#[test]
fn intervals_and_phrases_run_forward() {
    let asserted = subject("asserted");
    let early = Triple::new(
        asserted,
        NamedNode::new_unchecked(ng("latest")),
        day("1999-01-01"),
    );
    let interval = broken(|quad| is(quad, &ng("latest")), vec![early]);
    assert!(
        interval
            .iter()
            .any(|message| message.contains("does not lie after the latest")),
        "{interval:?}"
    );
    let end = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex";
    let phrase = known::all()
        .quads()
        .find(|quad| is(quad, end) && quad.subject.to_string().contains("#char"))
        .expect("one");
    let zero = Triple::new(
        phrase.subject.clone(),
        phrase.predicate.clone(),
        Literal::from(0),
    );
    let backward = broken(
        |quad| is(quad, end) && quad.subject == phrase.subject,
        vec![zero],
    );
    assert!(
        backward
            .iter()
            .any(|message| message.contains("before its end")),
        "{backward:?}"
    );
}

#[test]
fn words_that_differ_from_the_text_are_refused() {
    let anchor = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf";
    let phrase = known::all()
        .quads()
        .find(|quad| is(quad, anchor))
        .expect("one");
    let other = Triple::new(
        phrase.subject.clone(),
        phrase.predicate.clone(),
        Literal::from("other words"),
    );
    let found = broken(
        |quad| is(quad, anchor) && quad.subject == phrase.subject,
        vec![other],
    );
    assert_eq!(
        found,
        ["the words of a phrase are those of the article at its place"]
    );
}

#[test]
fn shapes_that_are_not_understood_are_told() {
    let text = "@prefix sh: <http://www.w3.org/ns/shacl#> . [] a sh:NodeShape ; sh:targetClass sh:Shape ; sh:closed true .";
    let error = Shapes::parse("mine.ttl", text)
        .expect_err("refused")
        .to_string();
    assert!(
        error.contains("mine.ttl") && error.contains("sh:closed is not understood"),
        "{error}"
    );
}
