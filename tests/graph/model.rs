//! What the graph of an article holds and does not hold.

use std::collections::BTreeSet;

use newsgraph::graph::{DEFAULT_BASE, article_graph};
use newsgraph::query::{QueryOptions, run};
use newsgraph::store::{Graphs, complete, store_of, vocabulary};
use oxigraph::model::Term;
use oxigraph::sparql::QueryResults;

use super::known;

/// The rows of a query, cells as people read them.
pub(crate) fn rows(graphs: &Graphs, query: &str) -> Vec<Vec<String>> {
    let store = store_of(graphs).expect("loads");
    let names = newsgraph::export::Names::new(DEFAULT_BASE);
    let QueryResults::Solutions(solutions) =
        run(&store, query, &QueryOptions::default()).expect("runs")
    else {
        panic!("no solutions");
    };
    let cell = |term: &Option<Term>| {
        term.as_ref().map_or_else(String::new, |term| {
            newsgraph::query::display_term(term, &names)
        })
    };
    solutions
        .map(|solution| {
            solution
                .expect("a solution")
                .values()
                .iter()
                .map(cell)
                .collect()
        })
        .collect()
}

#[test]
fn only_what_is_asserted_is_an_event() {
    let graphs = known::all();
    let events = rows(
        &graphs,
        "SELECT ?status { ?e a sem:Event ; ng:status ?status }",
    );
    assert_eq!(events.len(), 10);
    assert!(events.iter().all(|row| row == &["ng:asserted"]));
    let leaks = rows(
        &graphs,
        "SELECT ?s ?p { ?s ?p ?o ; ng:status ?status FILTER (?status != ng:asserted && STRSTARTS(STR(?p), STR(sem:))) }",
    );
    assert!(leaks.is_empty(), "{leaks:?}");
}

#[test]
fn the_naive_query_never_returns_what_was_only_threatened() {
    let graphs = known::graphs(&[known::threat()]);
    let closed = rows(
        &graphs,
        "SELECT ?e { ?e a sem:Event ; ng:eventType type:restrict }",
    );
    assert!(closed.is_empty());
}

#[test]
fn claims_have_their_shortcuts() {
    let graphs = known::all();
    let denied = rows(
        &graphs,
        "SELECT ?who ?what { ?s ng:deniedBy ?who ; rdfs:label ?what }",
    );
    assert_eq!(
        denied,
        [[
            "organisation:test-ministry",
            "it had moved 300 soldiers to the frontier"
        ]]
    );
    let unknown = rows(&graphs, "SELECT ?c { ?c ng:sourceUnknown true }");
    assert_eq!(unknown.len(), 1);
}

#[test]
fn phrases_count_code_points() {
    let graphs = known::graphs(&[known::threat()]);
    let quote = rows(
        &graphs,
        "SELECT ?b ?e ?w { ?c ng:quoteSpan ?q . ?q nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?w }",
    );
    assert_eq!(quote, [["106", "120", "We will answer"]]);
}

#[test]
fn the_key_joins_threat_and_deed() {
    let graphs = known::all();
    let deeds = rows(
        &graphs,
        "SELECT ?label { ?before ng:status ng:hypothetical ; ng:key ?key . ?after a sem:Event ; ng:key ?key ; rdfs:label ?label }",
    );
    assert_eq!(deeds, [["Norway closed the border on Monday"]]);
}

#[test]
fn every_term_of_ours_is_in_the_ontology() {
    let described: BTreeSet<String> = vocabulary()
        .expect("parses")
        .iter()
        .map(|triple| triple.subject.to_string())
        .collect();
    let ours = |iri: &str| iri.starts_with("<https://w3id.org/newsgraph/ns#");
    for quad in known::all().quads() {
        let terms = [quad.predicate.to_string(), quad.object.to_string()];
        for term in terms.iter().filter(|term| ours(term)) {
            assert!(described.contains(term), "{term} is not described");
        }
    }
}

#[test]
fn an_article_is_replaced_exactly() {
    let knowledge = known::knowledge();
    let mut graphs = known::all();
    let before: Vec<_> = graphs.quads().collect();
    assert!(graphs.put(article_graph(
        &known::visit(),
        &known::options(&knowledge.world)
    )));
    assert_eq!(graphs.quads().collect::<Vec<_>>(), before, "twice is once");
    let mut changed = known::visit();
    changed.resolved.annotated.document.text.push_str(" Later.");
    assert!(graphs.put(article_graph(&changed, &known::options(&knowledge.world))));
    assert_eq!(
        graphs.articles().len(),
        3,
        "the same identifier is the same article"
    );
    let visits = rows(&graphs, "SELECT ?s { ?s ng:eventType type:visit }");
    assert_eq!(visits.len(), 1);
    assert!(graphs.remove_article("visit"));
    assert!(!graphs.remove_article("visit"));
    assert_eq!(graphs.articles().len(), 2);
}

#[test]
fn the_order_of_articles_does_not_matter() {
    let one = known::graphs(&[known::threat(), known::closure(), known::visit()]);
    let other = known::graphs(&[known::visit(), known::threat(), known::closure()]);
    assert_eq!(
        one.quads().collect::<Vec<_>>(),
        other.quads().collect::<Vec<_>>()
    );
}

#[test]
fn parts_that_are_merged_are_the_whole() {
    let whole = known::all();
    let mut merged = known::graphs(&[known::visit(), known::closure()]);
    merged.absorb(known::graphs(&[known::threat(), known::closure()]));
    complete(&mut merged, known::knowledge(), DEFAULT_BASE, true).expect("completes");
    assert!(merged == whole);
    assert_eq!(merged.articles().len(), 3);
}

#[test]
fn an_article_that_comes_again_replaces_the_earlier_one_when_parts_are_merged() {
    let mut changed = known::visit();
    changed.resolved.annotated.document.text.push_str(" Later.");
    let mut merged = known::graphs(&[known::visit()]);
    merged.absorb(known::graphs(&[changed]));
    assert_eq!(merged.articles().len(), 1);
    assert_eq!(merged.article_graphs().count(), 1);
}

#[test]
fn the_scheme_of_event_types_is_that_of_the_wordings() {
    let events = newsgraph::knowledge::Events::load().expect("loads");
    let scheme = newsgraph::graph::event_scheme(&events);
    let mut made = Vec::new();
    newsgraph::export::turtle::write_turtle(
        &scheme.iter().collect::<Vec<_>>(),
        DEFAULT_BASE,
        &mut made,
    )
    .expect("writes");
    let shipped = include_str!("../../ontology/event-types.ttl");
    assert_eq!(
        String::from_utf8_lossy(&made),
        shipped,
        "make it anew with `newsgraph events scheme`"
    );
}
