//! The scheme of event types, made from the wordings: `ontology/event-types.ttl`.

use oxigraph::model::Triple;

use super::triples::Triples;
use super::vocabulary as v;
use crate::knowledge::Events;

/// PLOVER 2's classes with what they mean.
const CLASSES: &[(&str, &str, &str)] = &[
    (
        "AGREE",
        "agree",
        "Agree, promise to cooperate or to give: verbal cooperation that looks forward.",
    ),
    (
        "CONSULT",
        "consult",
        "Meet, visit, call, negotiate, mediate.",
    ),
    (
        "SUPPORT",
        "support",
        "Endorse, recognise, join, praise, defend in words or by diplomatic acts.",
    ),
    (
        "CONCEDE",
        "concede",
        "Yield in words or by law: ease a restriction, withdraw a bill, grant a demand.",
    ),
    (
        "COOPERATE",
        "cooperate",
        "Work together in deed: trade, joint exercises, sharing of intelligence.",
    ),
    (
        "AID",
        "aid",
        "Give material help: money, goods, arms, medicine, asylum.",
    ),
    (
        "RETREAT",
        "retreat",
        "Give up a position in deed: withdraw, release, cease fire, resign.",
    ),
    ("REQUEST", "request", "Ask, urge, demand."),
    ("ACCUSE", "accuse", "Accuse, criticise, blame, investigate."),
    ("REJECT", "reject", "Refuse, decline, veto, defy."),
    (
        "THREATEN",
        "threaten",
        "Threaten or warn, with force or without.",
    ),
    ("PROTEST", "protest", "Demonstrate, strike, riot, boycott."),
    (
        "MOBILIZE",
        "mobilize",
        "Move, alert or show forces, without fighting.",
    ),
    (
        "SANCTION",
        "sanction",
        "Impose sanctions, expel, cut relations, halt talks or aid.",
    ),
    (
        "COERCE",
        "coerce",
        "Arrest, seize, restrict, occupy, repress.",
    ),
    ("ASSAULT", "assault", "Attack, fight, bomb, kill."),
];

/// The scheme as sorted triples: each type with label, definition, CAMEO code, and as broader its
/// PLOVER class and, where there is one, a wider type of ours.
#[must_use]
pub fn event_scheme(events: &Events) -> Vec<Triple> {
    let mut triples = Triples::default();
    let scheme = v::TYPE.trim_end_matches('/');
    triples.class(scheme, &skos("ConceptScheme"));
    triples.label(scheme, "event types of newsgraph");
    for (class, label, definition) in CLASSES {
        let iri = format!("{}{class}", v::TYPE);
        concept(&mut triples, &iri, label, definition);
        triples.link(&iri, &skos("topConceptOf"), scheme);
    }
    for event in &events.types {
        let iri = format!("{}{}", v::TYPE, event.id);
        concept(
            &mut triples,
            &iri,
            &event.id.replace('-', " "),
            &event.definition,
        );
        triples.text_if(&iri, v::NOTATION, event.cameo.as_deref());
        for broader in event.class.iter().chain(&event.broader) {
            triples.link(&iri, v::BROADER, &format!("{}{broader}", v::TYPE));
        }
    }
    triples.into_sorted()
}

fn concept(triples: &mut Triples, iri: &str, label: &str, definition: &str) {
    triples.class(iri, &skos("Concept"));
    triples.label(iri, label);
    triples.english(iri, &skos("prefLabel"), label);
    triples.english(iri, &skos("definition"), definition);
    triples.link(iri, &skos("inScheme"), v::TYPE.trim_end_matches('/'));
}

fn skos(local: &str) -> String {
    format!("{}{local}", v::SKOS)
}
