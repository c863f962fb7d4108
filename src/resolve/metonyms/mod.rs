//! Capitals and seats that stand for a government, told from places by what they do in the tree:
//! "Moscow denied", "talks between Ankara and Washington", "pressure on Tehran" against "in Moscow".

use crate::annotate::{Annotated, Dep, Pos};

/// Whether the noun phrase that a token heads acts, or is acted on as only a government can be.
pub(crate) fn acts(annotated: &Annotated, token: usize) -> bool {
    let Some(head) = annotated.head(token) else {
        return false;
    };
    match annotated.dep(token) {
        Dep::Nsubj => subject_acts(annotated, head),
        Dep::Nsubjpass => is_addressed(annotated.lemma(head)) || is_accused(annotated.lemma(head)),
        Dep::Dobj | Dep::Dative => {
            is_addressed(annotated.lemma(head)) || is_accused(annotated.lemma(head))
        }
        Dep::Pobj => object_acts(annotated, head),
        Dep::Poss => possessor_acts(annotated, head),
        Dep::Compound | Dep::Amod | Dep::Nmod => is_of_government(annotated.lemma(head)),
        Dep::Npadvmod => matches!(
            annotated.lower(head),
            "backed"
                | "led"
                | "brokered"
                | "sponsored"
                | "appointed"
                | "controlled"
                | "funded"
                | "supported"
        ),
        Dep::Conj => !is_place_list(annotated, head) && acts(annotated, head),
        _ => false,
    }
}

/// Whether the subject of a verb does something: not "Moscow is the capital", "Paris saw", "Kabul fell".
fn subject_acts(annotated: &Annotated, verb: usize) -> bool {
    if !matches!(annotated.pos(verb), Pos::Verb | Pos::Aux) {
        return false;
    }
    if annotated.lemma(verb) == "be" {
        let state = annotated
            .child(verb, Dep::Acomp)
            .is_some_and(|adjective| is_attitude(annotated.lemma(adjective)));
        let plan = annotated.child(verb, Dep::Xcomp).is_some();
        return state || plan;
    }
    !matches!(
        annotated.lemma(verb),
        "have"
            | "lie"
            | "host"
            | "see"
            | "remain"
            | "become"
            | "wake"
            | "stand"
            | "fall"
            | "sit"
            | "experience"
            | "suffer"
            | "grow"
            | "look"
            | "feel"
            | "boast"
            | "swelter"
            | "sink"
            | "burn"
            | "celebrate"
            | "flood"
            | "witness"
            | "come"
            | "get"
            | "rank"
            | "hold"
    )
}

fn is_attitude(adjective: &str) -> bool {
    matches!(
        adjective,
        "ready"
            | "willing"
            | "concerned"
            | "prepared"
            | "eager"
            | "keen"
            | "reluctant"
            | "unwilling"
            | "determined"
            | "responsible"
            | "guilty"
            | "silent"
            | "aware"
            | "adamant"
            | "furious"
            | "angry"
            | "wary"
            | "unhappy"
            | "able"
            | "unable"
            | "confident"
            | "hopeful"
            | "sceptical"
            | "skeptical"
            | "likely"
            | "committed"
            | "open"
            | "worried"
            | "convinced"
    )
}

/// Verbs whose object is told, asked or pressed.
fn is_addressed(verb: &str) -> bool {
    matches!(
        verb,
        "remind"
            | "urge"
            | "warn"
            | "tell"
            | "ask"
            | "persuade"
            | "press"
            | "pressure"
            | "inform"
            | "notify"
            | "assure"
            | "convince"
            | "push"
            | "criticise"
            | "criticize"
            | "condemn"
            | "blame"
            | "sanction"
            | "support"
            | "back"
            | "help"
            | "threaten"
            | "deter"
            | "punish"
            | "isolate"
            | "anger"
            | "alarm"
            | "provoke"
            | "irritate"
            | "embarrass"
            | "infuriate"
            | "upset"
            | "force"
            | "compel"
            | "lobby"
            | "consult"
            | "alert"
            | "invite"
            | "thank"
            | "praise"
            | "reassure"
            | "rebuke"
            | "challenge"
            | "confront"
            | "antagonise"
            | "antagonize"
            | "appease"
            | "engage"
            | "pit"
            | "oblige"
    )
}

fn is_accused(verb: &str) -> bool {
    matches!(
        verb,
        "accuse" | "suspect" | "denounce" | "charge" | "hold" | "fault" | "slam"
    )
}

/// The object of a preposition: "by Moscow" of a passive, "talks with Tehran", "pressure on Kyiv".
fn object_acts(annotated: &Annotated, preposition: usize) -> bool {
    let Some(governor) = annotated.head(preposition) else {
        return false;
    };
    if annotated.dep(preposition) == Dep::Agent {
        return true;
    }
    let lemma = annotated.lemma(governor);
    let noun = matches!(annotated.pos(governor), Pos::Noun | Pos::Propn);
    match annotated.lower(preposition) {
        "by" => noun && is_act(lemma),
        "with" => is_dealing(lemma),
        "between" => noun && is_relation(lemma),
        "against" => {
            noun && is_act(lemma)
                || matches!(
                    lemma,
                    "side" | "ally" | "vote" | "retaliate" | "act" | "complain"
                )
        }
        "on" => {
            noun && matches!(
                lemma,
                "pressure"
                    | "sanction"
                    | "embargo"
                    | "attack"
                    | "reliance"
                    | "dependence"
                    | "influence"
                    | "criticism"
                    | "restriction"
                    | "blame"
                    | "call"
            ) || matches!(lemma, "call" | "rely" | "depend" | "prevail" | "lean")
        }
        "from" => {
            noun && is_act(lemma)
                || noun
                    && matches!(
                        lemma,
                        "order"
                            | "instruction"
                            | "permission"
                            | "independence"
                            | "reaction"
                            | "word"
                            | "message"
                            | "answer"
                            | "signal"
                            | "approval"
                            | "assurance"
                            | "backing"
                            | "funding"
                            | "aid"
                            | "help"
                    )
                || matches!(lemma, "win" | "receive" | "demand" | "secede")
        }
        "to" => {
            noun && matches!(
                lemma,
                "warning"
                    | "message"
                    | "appeal"
                    | "letter"
                    | "ally"
                    | "threat"
                    | "concession"
                    | "loyalty"
                    | "loyal"
                    | "ambassador"
                    | "envoy"
                    | "challenge"
                    | "signal"
                    | "note"
                    | "request"
                    | "blow"
                    | "aid"
                    | "support"
                    | "proposal"
                    | "offer"
            ) || matches!(
                lemma,
                "complain"
                    | "appeal"
                    | "loyal"
                    | "close"
                    | "report"
                    | "belong"
                    | "say"
                    | "answer"
                    | "surrender"
                    | "listen"
            )
        }
        "of" => {
            noun && matches!(
                lemma,
                "ally"
                    | "critic"
                    | "opponent"
                    | "support"
                    | "accusation"
                    | "criticism"
                    | "enemy"
                    | "friend"
                    | "policy"
                    | "behalf"
                    | "condemnation"
                    | "control"
                    | "influence"
                    | "approval"
                    | "backing"
                    | "consent"
            ) || matches!(lemma, "accuse" | "suspect" | "demand")
        }
        "toward" | "towards" => {
            noun && matches!(lemma, "policy" | "stance" | "attitude" | "approach")
        }
        "for" => {
            noun && matches!(
                lemma,
                "support"
                    | "victory"
                    | "setback"
                    | "defeat"
                    | "blow"
                    | "headache"
                    | "win"
                    | "embarrassment"
            ) || matches!(lemma, "spy" | "spying")
        }
        _ => false,
    }
}

fn is_act(noun: &str) -> bool {
    matches!(
        noun,
        "action"
            | "statement"
            | "response"
            | "attack"
            | "aggression"
            | "decision"
            | "move"
            | "pressure"
            | "demand"
            | "support"
            | "threat"
            | "warning"
            | "accusation"
            | "allegation"
            | "denial"
            | "claim"
            | "criticism"
            | "condemnation"
            | "protest"
            | "interference"
            | "intervention"
            | "sanction"
            | "effort"
            | "attempt"
            | "offer"
            | "proposal"
            | "announcement"
            | "recognition"
            | "invasion"
            | "campaign"
            | "retaliation"
            | "refusal"
            | "complaint"
            | "pledge"
            | "promise"
            | "provocation"
            | "propaganda"
            | "charge"
            | "measure"
            | "war"
            | "crackdown"
            | "opposition"
            | "request"
    )
}

fn is_dealing(word: &str) -> bool {
    matches!(
        word,
        "talk"
            | "talks"
            | "negotiation"
            | "negotiate"
            | "tie"
            | "relation"
            | "relationship"
            | "deal"
            | "agreement"
            | "dialogue"
            | "dispute"
            | "row"
            | "treaty"
            | "alliance"
            | "cooperation"
            | "cooperate"
            | "trade"
            | "war"
            | "conflict"
            | "tension"
            | "standoff"
            | "clash"
            | "side"
            | "truce"
            | "contact"
            | "border"
            | "work"
            | "discuss"
            | "discussion"
            | "meeting"
            | "agree"
            | "sign"
            | "ceasefire"
            | "friction"
            | "pact"
            | "spat"
            | "contract"
            | "confrontation"
            | "patience"
            | "angry"
            | "partnership"
            | "accord"
            | "rapprochement"
            | "consult"
            | "consultation"
            | "link"
            | "collude"
            | "allied"
    )
}

fn is_relation(noun: &str) -> bool {
    is_dealing(noun)
        || matches!(
            noun,
            "difference"
                | "gap"
                | "rift"
                | "summit"
                | "exchange"
                | "feud"
                | "thaw"
                | "détente"
                | "detente"
                | "trust"
                | "hotline"
                | "communication"
                | "channel"
        )
}

/// What a government has, and a city has not.
fn possessor_acts(annotated: &Annotated, noun: usize) -> bool {
    !matches!(
        annotated.lemma(noun),
        "street"
            | "airport"
            | "suburb"
            | "mayor"
            | "resident"
            | "centre"
            | "center"
            | "population"
            | "stadium"
            | "metro"
            | "subway"
            | "district"
            | "outskirt"
            | "square"
            | "main"
            | "university"
            | "hospital"
            | "port"
            | "old"
            | "skyline"
            | "cathedral"
            | "mosque"
            | "park"
            | "hotel"
            | "neighbourhood"
            | "neighborhood"
            | "quarter"
            | "market"
            | "museum"
            | "palace"
            | "police"
            | "inhabitant"
            | "people"
            | "bid"
            | "station"
            | "city"
            | "traffic"
            | "tower"
            | "river"
            | "zoo"
            | "prison"
            | "bridge"
            | "church"
            | "theatre"
            | "theater"
            | "building"
            | "club"
            | "side"
            | "weather"
    )
}

fn is_of_government(noun: &str) -> bool {
    matches!(
        noun,
        "government"
            | "official"
            | "administration"
            | "regime"
            | "leadership"
            | "policymaker"
            | "authority"
            | "ally"
            | "sanction"
            | "diplomat"
            | "policy"
            | "line"
            | "aggression"
            | "spokesman"
            | "spokesperson"
            | "spokeswoman"
            | "source"
    )
}

/// "in Moscow and Kyiv": conjuncts of a place are places.
fn is_place_list(annotated: &Annotated, head: usize) -> bool {
    annotated.dep(head) == Dep::Pobj
        && annotated.head(head).is_some_and(|preposition| {
            matches!(
                annotated.lower(preposition),
                "in" | "at" | "near" | "through" | "via" | "around" | "outside"
            )
        })
}
