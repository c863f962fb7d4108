//! Tables, networks, profiles, conclusions.

use newsgraph::export::{
    Delimiter, EdgeFormat, Profile, jsonld_context, select, write_edges, write_table,
};
use newsgraph::graph::DEFAULT_BASE;
use newsgraph::store::{Graphs, infer};
use oxigraph::model::{NamedNode, Triple};

use super::known;
use super::model::rows;

fn table(asserted_only: bool) -> Vec<Vec<String>> {
    let mut bytes = Vec::new();
    write_table(&known::all(), asserted_only, Delimiter::Tab, &mut bytes).expect("writes");
    let text = String::from_utf8(bytes).expect("text");
    text.lines()
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

fn column(table: &[Vec<String>], name: &str) -> usize {
    table[0]
        .iter()
        .position(|known| known == name)
        .expect("a column")
}

#[test]
fn the_table_has_one_row_an_event_and_pair() {
    let table = table(true);
    let cell = |row: &Vec<String>, name: &str| row[column(&table, name)].clone();
    let close = table
        .iter()
        .find(|row| row.contains(&"Norway closed the border on Monday".to_owned()))
        .expect("a row");
    for (name, value) in [
        ("date", "2021-12-20"),
        ("type", "restrict"),
        ("class", "COERCE"),
        ("status", "asserted"),
        ("actor_name", "Norway"),
        ("actor_state", "NOR"),
        ("actor_kind", "State"),
        ("recipient_state", "SWE"),
        ("recipient_role", "target"),
        ("article_id", "closure"),
        ("publisher", "Nordic Daily"),
        ("begin", "0"),
        ("rule", "test/restrict"),
    ] {
        assert_eq!(cell(close, name), value, "{name}");
    }
    let hosted = table
        .iter()
        .filter(|row| cell(row, "label").starts_with("Finland hosted"))
        .count();
    assert_eq!(hosted, 2, "one row for each recipient");
    let widths: Vec<usize> = table.iter().map(Vec::len).collect();
    assert!(widths.iter().all(|&width| width == table[0].len()));
}

#[test]
fn only_the_full_table_has_what_is_not_asserted() {
    let statuses = |table: &[Vec<String>]| {
        let at = column(table, "status");
        table[1..]
            .iter()
            .map(|row| row[at].clone())
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(
        statuses(&table(true)).into_iter().collect::<Vec<_>>(),
        ["asserted"]
    );
    let full = table(false);
    assert!(statuses(&full).contains("denied"));
    let denied = full
        .iter()
        .find(|row| row.contains(&"denied".to_owned()))
        .expect("a row");
    assert_eq!(denied[column(&full, "denied_by")], "The Stockholm ministry");
}

fn edges(format: EdgeFormat) -> String {
    let mut bytes = Vec::new();
    write_edges(&known::all(), true, format, &mut bytes).expect("writes");
    String::from_utf8(bytes).expect("text")
}

#[test]
fn edges_count_events_and_know_their_days() {
    let csv = edges(EdgeFormat::Rows(Delimiter::Comma));
    assert!(csv.contains("/state/norway,"), "{csv}");
    let line = csv
        .lines()
        .find(|line| line.contains(",restrict,"))
        .expect("an edge");
    assert!(
        line.ends_with("COERCE,asserted,1,2021-12-20,2021-12-20"),
        "{line}"
    );
    assert!(!csv.contains("denied") && !csv.contains("hypothetical"));
    let gexf = edges(EdgeFormat::Gexf);
    assert!(
        gexf.contains("<spell start=\"2021-12-20\" end=\"2021-12-20\"/>"),
        "{gexf}"
    );
    let graphml = edges(EdgeFormat::GraphMl);
    assert!(
        graphml.contains("<data key=\"first\">2021-12-20</data>"),
        "{graphml}"
    );
}

fn selected(profile: Profile) -> Graphs {
    let mut graphs = known::all();
    select(&mut graphs, profile);
    graphs
}

#[test]
fn the_profile_events_holds_nothing_but_what_is_asserted() {
    let graphs = selected(Profile::Events);
    let statuses = rows(&graphs, "SELECT DISTINCT ?s { ?e ng:status ?s }");
    assert_eq!(statuses, [["ng:asserted"]]);
    assert_eq!(rows(&graphs, "SELECT ?e { ?e a sem:Event }").len(), 10);
    for nothing in [
        "SELECT ?x { ?x a nif:Phrase }",
        "SELECT ?x { ?x a ng:Claim }",
        "SELECT ?x { ?x nif:isString ?text }",
        "SELECT ?x { ?x a ng:Situation ; ?p ?o . FILTER (isIRI(?o)) FILTER NOT EXISTS { ?o ?q ?r } FILTER (?p = ng:content) }",
    ] {
        assert!(rows(&graphs, nothing).is_empty(), "{nothing}");
    }
    let numbers = rows(&graphs, "SELECT ?value { ?e ng:quantity/ng:value ?value }");
    assert_eq!(numbers, [["12"]]);
}

#[test]
fn the_profile_evidence_leads_from_every_statement_to_words() {
    let graphs = selected(Profile::Evidence);
    let words = rows(
        &graphs,
        "SELECT ?w { ?s a ng:Situation ; ng:evidence/nif:anchorOf ?w }",
    );
    assert_eq!(words.len(), 17);
    assert!(rows(&graphs, "SELECT ?x { ?x a ng:Tenure }").is_empty());
    assert!(!rows(&graphs, "SELECT ?l { ?c ng:source/rdfs:label ?l }").is_empty());
}

#[test]
fn the_context_is_the_one_that_is_shipped() {
    let made = jsonld_context(DEFAULT_BASE).expect("makes");
    let shipped = include_str!("../../ontology/context.jsonld");
    assert_eq!(
        made, shipped,
        "make it anew with `newsgraph ontology --to context`"
    );
}

#[test]
fn the_naive_query_is_safe_under_inference_too() {
    let mut graphs = known::all();
    // What SEM itself says of its properties, and a wish to see actors of every situation as such.
    let node = |iri: &str| NamedNode::new_unchecked(iri);
    let domain = node("http://www.w3.org/2000/01/rdf-schema#domain");
    let event = node("http://semanticweb.cs.vu.nl/2009/11/sem/Event");
    let properties = [
        "hasActor",
        "hasPlace",
        "eventType",
        "hasEarliestBeginTimeStamp",
        "hasLatestEndTimeStamp",
    ];
    let axioms = properties.map(|local| {
        let property = node(&format!("http://semanticweb.cs.vu.nl/2009/11/sem/{local}"));
        Triple::new(property, domain.clone(), event.clone())
    });
    graphs.put_named("https://example.org/sem", axioms.to_vec());
    let before = graphs.len();
    infer(&mut graphs, DEFAULT_BASE).expect("infers");
    assert!(graphs.len() > before, "something follows");
    let unsafe_rows = rows(
        &graphs,
        "SELECT ?e ?s { ?e a sem:Event ; ng:status ?s FILTER (?s != ng:asserted) }",
    );
    assert!(unsafe_rows.is_empty(), "{unsafe_rows:?}");
    assert_eq!(
        rows(&graphs, "SELECT DISTINCT ?e { ?e a sem:Event }").len(),
        10
    );
    let derived = rows(
        &graphs,
        "SELECT ?a { ?s a ng:Situation ; <http://www.w3.org/ns/prov#wasDerivedFrom> ?a }",
    );
    assert_eq!(derived.len(), 17, "by the property above ng:inArticle");
    let once = graphs.len();
    infer(&mut graphs, DEFAULT_BASE).expect("infers");
    assert_eq!(graphs.len(), once, "twice is once");
}
