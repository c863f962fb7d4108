//! Who holds what, over invented sentences about real states and persons.

use crate::extract::{Claim, Facts};
use crate::pipeline::Pipeline;
use crate::read::Document;
use crate::resolve::Stance;

fn facts(text: &str) -> Facts {
    Pipeline::new().unwrap().facts(Document::new("case", text))
}

fn sources(facts: &Facts, claim: &Claim) -> Vec<String> {
    let named = claim.sources.iter();
    named
        .map(|&id| facts.resolved.entity(id).label.clone())
        .collect()
}

fn speakers(facts: &Facts, claim: &Claim) -> Vec<String> {
    let named = claim.speakers.iter();
    named
        .map(|&id| facts.resolved.entity(id).label.clone())
        .collect()
}

#[test]
fn what_a_person_says_that_he_said_himself_is_one_claim() {
    let facts = facts("Boris Johnson said he had warned that Russia would attack Ukraine.");
    assert_eq!(facts.claims.len(), 1);
    assert_eq!(sources(&facts, &facts.claims[0]), ["Boris Johnson"]);
}

#[test]
fn what_another_has_said_is_told_within() {
    let facts =
        facts("Boris Johnson said that Joe Biden had warned that Russia would attack Ukraine.");
    let inner: Vec<&Claim> = facts
        .claims
        .iter()
        .filter(|claim| claim.within.is_some())
        .collect();
    assert_eq!(inner.len(), 1);
    assert_eq!(sources(&facts, inner[0]), ["Joe Biden"]);
    assert_eq!(speakers(&facts, inner[0]), ["Boris Johnson"]);
}

#[test]
fn a_document_speaks_for_its_author() {
    for text in [
        "Russia issued a statement on Monday. The statement said that Ukraine had attacked Poland.",
        "A statement by Russia said that Ukraine had attacked Poland.",
    ] {
        let facts = facts(text);
        let said = facts.claims.iter().find(|claim| claim.cue.is_some());
        assert_eq!(
            said.map(|claim| sources(&facts, claim)),
            Some(vec!["Russia".to_owned()]),
            "{text}"
        );
    }
}

#[test]
fn what_must_be_done_is_wanted_by_whoever_says_so() {
    let facts = facts("\"Russia must leave Ukraine,\" Boris Johnson said.");
    let stances: Vec<Stance> = facts.claims.iter().map(|claim| claim.stance).collect();
    assert_eq!(stances, [Stance::Wants]);
}

#[test]
fn a_denial_beside_the_point_does_not_turn_the_claim() {
    let facts = facts(
        "Boris Johnson said that Russia, which had not signed the treaty, would attack Ukraine.",
    );
    let of_johnson = facts
        .claims
        .iter()
        .find(|claim| claim.cue.is_some())
        .map(|claim| claim.stance);
    assert_eq!(of_johnson, Some(Stance::Affirms));
}

#[test]
fn an_accusation_without_an_accuser_stays_without_one() {
    let facts = facts(
        "The European Union announced sanctions on the Wagner Group, which has been accused of attacking Ukraine.",
    );
    let attack = facts
        .situations
        .iter()
        .position(|situation| situation.event_type == "attack")
        .unwrap();
    let held: Vec<&Claim> = facts
        .claims
        .iter()
        .filter(|claim| claim.about.iter().any(|id| id.0 == attack))
        .collect();
    assert!(!held.is_empty() && held.iter().all(|claim| claim.sources.is_empty()));
}
