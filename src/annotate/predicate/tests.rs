use super::{Predicate, Relation, by_token, predicates};
use crate::annotate::{Annotated, Dep, Pos, Tag, Token};
use crate::read::Document;
use crate::span::Span;

/// A sentence with its tree: one `lemma:tag:pos:head:label` a word.
fn tree(text: &str, words: &str) -> Annotated {
    let mut at = 0;
    let tokens: Vec<Token> = words
        .split(' ')
        .map(|word| token(text, &mut at, word))
        .collect();
    let all = 0..tokens.len();
    Annotated::new(Document::new("test", text), tokens, vec![all], Vec::new())
}

fn token(text: &str, at: &mut usize, word: &str) -> Token {
    let parts: Vec<&str> = word.rsplitn(5, ':').collect();
    let [label, head, pos, tag, lemma] = parts[..] else {
        panic!("five parts: {word}");
    };
    let start = *at + text[*at..].len() - text[*at..].trim_start().len();
    let end = start + form_length(&text[start..]);
    *at = end;
    Token {
        span: Span::new(start, end),
        tag: Tag::parse(tag),
        pos: Pos::parse(pos),
        morph: "".into(),
        lemma: lemma.into(),
        lower: text[start..end].to_lowercase().into(),
        head: head.parse().expect("a number"),
        dep: Dep::parse(label),
    }
}

fn form_length(rest: &str) -> usize {
    let stop = rest.find([' ', '.', ',', '\'']).unwrap_or(rest.len());
    match rest.as_bytes()[0] {
        b'\'' => 2,
        b'.' | b',' => 1,
        _ => stop,
    }
}

/// `lemma(relation=word, …)`, only predicates that have arguments.
fn show(annotated: &Annotated, predicate: &Predicate) -> String {
    let arguments: Vec<String> = predicate
        .arguments
        .iter()
        .map(|argument| {
            let relation = match (argument.relation, argument.preposition) {
                (Relation::Prepositional, Some(preposition)) => {
                    annotated.lower(preposition).to_owned()
                }
                (relation, _) => format!("{relation:?}").to_lowercase(),
            };
            format!("{relation}={}", annotated.lower(argument.token))
        })
        .collect();
    format!(
        "{}({})",
        annotated.lemma(predicate.token),
        arguments.join(", ")
    )
}

#[test]
fn every_construction_gives_its_deep_arguments() {
    for (text, words, expected) in CASES {
        let annotated = tree(text, words);
        let found = predicates(&annotated);
        let shown: Vec<String> = found
            .iter()
            .filter(|predicate| !predicate.arguments.is_empty())
            .map(|predicate| show(&annotated, predicate))
            .collect();
        assert_eq!(shown.join(" "), *expected, "{text}");
    }
}

#[test]
fn a_predicate_is_found_by_its_token() {
    let annotated = tree(CASES[0].0, CASES[0].1);
    let found = predicates(&annotated);
    let attacked = by_token(&found, 3).expect("a verb");
    assert!(attacked.passive);
    assert!(
        by_token(&found, 0).is_none(),
        "an article predicates nothing"
    );
}

const CASES: &[(&str, &str, &str)] = &[
    (
        "The town was attacked by rebels and shelled by the army.",
        "the:DT:DET:1:det town:NN:NOUN:3:nsubjpass be:VBD:AUX:3:auxpass attack:VBN:VERB:3:ROOT by:IN:ADP:3:agent rebel:NNS:NOUN:4:pobj and:CC:CCONJ:3:cc shell:VBN:VERB:3:conj by:IN:ADP:7:agent the:DT:DET:10:det army:NN:NOUN:8:pobj .:.:PUNCT:3:punct",
        "attack(object=town, subject=rebels) shell(object=town, subject=army)",
    ),
    (
        "Arland threatened to invade Borland.",
        "Arland:NNP:PROPN:1:nsubj threaten:VBD:VERB:1:ROOT to:TO:PART:3:aux invade:VB:VERB:1:xcomp Borland:NNP:PROPN:3:dobj .:.:PUNCT:1:punct",
        "threaten(subject=arland, clause=invade) invade(subject=arland, object=borland)",
    ),
    (
        "The minister asked Arland to leave the bloc.",
        "the:DT:DET:1:det minister:NN:NOUN:2:nsubj ask:VBD:VERB:2:ROOT Arland:NNP:PROPN:2:dobj to:TO:PART:5:aux leave:VB:VERB:2:xcomp the:DT:DET:7:det bloc:NN:NOUN:5:dobj .:.:PUNCT:2:punct",
        "ask(subject=minister, object=arland, clause=leave) leave(subject=arland, object=bloc)",
    ),
    (
        "Arland promised Borland to withdraw its troops.",
        "Arland:NNP:PROPN:1:nsubj promise:VBD:VERB:1:ROOT Borland:NNP:PROPN:1:dobj to:TO:PART:4:aux withdraw:VB:VERB:1:xcomp its:PRP$:PRON:6:poss troop:NNS:NOUN:4:dobj .:.:PUNCT:1:punct",
        "promise(subject=arland, object=borland, clause=withdraw) withdraw(subject=arland, object=troops) troop(subject=its)",
    ),
    (
        "The rebels who seized the port killed two soldiers.",
        "the:DT:DET:1:det rebel:NNS:NOUN:6:nsubj who:WP:PRON:3:nsubj seize:VBD:VERB:1:relcl the:DT:DET:5:det port:NN:NOUN:3:dobj kill:VBD:VERB:6:ROOT two:CD:NUM:8:nummod soldier:NNS:NOUN:6:dobj .:.:PUNCT:6:punct",
        "seize(subject=rebels, object=port) kill(subject=rebels, object=soldiers)",
    ),
    (
        "The men arrested in the capital were accused of arming rebels.",
        "the:DT:DET:1:det man:NNS:NOUN:7:nsubjpass arrest:VBN:VERB:1:acl in:IN:ADP:2:prep the:DT:DET:5:det capital:NN:NOUN:3:pobj be:VBD:AUX:7:auxpass accuse:VBN:VERB:7:ROOT of:IN:ADP:7:prep arm:VBG:VERB:8:pcomp rebel:NNS:NOUN:9:dobj .:.:PUNCT:7:punct",
        "arrest(object=men, in=capital) accuse(object=men, of=arming) arm(subject=men, object=rebels)",
    ),
    (
        "Arland and Borland signed a treaty in May and ratified it.",
        "Arland:NNP:PROPN:3:nsubj and:CC:CCONJ:0:cc Borland:NNP:PROPN:0:conj sign:VBD:VERB:3:ROOT a:DT:DET:5:det treaty:NN:NOUN:3:dobj in:IN:ADP:3:prep May:NNP:PROPN:6:pobj and:CC:CCONJ:3:cc ratify:VBD:VERB:3:conj it:PRP:PRON:9:dobj .:.:PUNCT:3:punct",
        "sign(subject=arland, subject=borland, object=treaty, in=may) ratify(subject=arland, subject=borland, object=it)",
    ),
    (
        "Arland's annexation of the island in March was condemned by the bloc.",
        "Arland:NNP:PROPN:2:poss 's:POS:PART:0:case annexation:NN:NOUN:9:nsubjpass of:IN:ADP:2:prep the:DT:DET:5:det island:NN:NOUN:3:pobj in:IN:ADP:2:prep March:NNP:PROPN:6:pobj be:VBD:AUX:9:auxpass condemn:VBN:VERB:9:ROOT by:IN:ADP:9:agent the:DT:DET:12:det bloc:NN:NOUN:10:pobj .:.:PUNCT:9:punct",
        "annexation(subject=arland, of=island, in=march) condemn(object=annexation, subject=bloc)",
    ),
    (
        "Troops attacked and looted the town.",
        "troop:NNS:NOUN:1:nsubj attack:VBD:VERB:1:ROOT and:CC:CCONJ:1:cc loot:VBD:VERB:1:conj the:DT:DET:5:det town:NN:NOUN:3:dobj .:.:PUNCT:1:punct",
        "attack(subject=troops, object=town) loot(subject=troops, object=town)",
    ),
    (
        "The port that Arland bombed is closed.",
        "the:DT:DET:1:det port:NN:NOUN:5:nsubj that:WDT:PRON:4:dobj Arland:NNP:PROPN:4:nsubj bomb:VBN:VERB:1:relcl be:VBZ:AUX:6:auxpass close:VBN:VERB:6:ROOT .:.:PUNCT:6:punct",
        "bomb(object=port, subject=arland)",
    ),
    (
        "Borland was given weapons by Arland.",
        "Borland:NNP:PROPN:2:nsubjpass be:VBD:AUX:2:auxpass give:VBN:VERB:2:ROOT weapon:NNS:NOUN:2:dobj by:IN:ADP:2:agent Arland:NNP:PROPN:4:pobj .:.:PUNCT:2:punct",
        "give(dative=borland, object=weapons, subject=arland)",
    ),
    (
        "Arland has plans to build a base.",
        "Arland:NNP:PROPN:1:nsubj have:VBZ:VERB:1:ROOT plan:NNS:NOUN:1:dobj to:TO:PART:4:aux build:VB:VERB:2:acl a:DT:DET:6:det base:NN:NOUN:4:dobj .:.:PUNCT:1:punct",
        "have(subject=arland, object=plans) build(subject=arland, object=base)",
    ),
    (
        "The president is ready to meet the rebels.",
        "the:DT:DET:1:det president:NN:NOUN:2:nsubj be:VBZ:AUX:2:ROOT ready:JJ:ADJ:2:acomp to:TO:PART:5:aux meet:VB:VERB:3:xcomp the:DT:DET:7:det rebel:NNS:NOUN:5:dobj .:.:PUNCT:2:punct",
        "be(subject=president, complement=ready) ready(subject=president, clause=meet) meet(subject=president, object=rebels)",
    ),
    (
        "Visiting the capital, the president praised the army.",
        "visit:VBG:VERB:6:advcl the:DT:DET:2:det capital:NN:NOUN:0:dobj ,:,:PUNCT:6:punct the:DT:DET:5:det president:NN:NOUN:6:nsubj praise:VBD:VERB:6:ROOT the:DT:DET:8:det army:NN:NOUN:6:dobj .:.:PUNCT:6:punct",
        "visit(object=capital, subject=president) praise(subject=president, object=army)",
    ),
    (
        "There was an attack on the embassy.",
        "there:EX:PRON:1:expl be:VBD:VERB:1:ROOT an:DT:DET:3:det attack:NN:NOUN:1:attr on:IN:ADP:3:prep the:DT:DET:6:det embassy:NN:NOUN:4:pobj .:.:PUNCT:1:punct",
        "be(complement=attack) attack(on=embassy)",
    ),
    (
        "The town is believed to have been destroyed.",
        "the:DT:DET:1:det town:NN:NOUN:3:nsubjpass be:VBZ:AUX:3:auxpass believe:VBN:VERB:3:ROOT to:TO:PART:7:aux have:VB:AUX:7:aux be:VBN:AUX:7:auxpass destroy:VBN:VERB:3:xcomp .:.:PUNCT:3:punct",
        "believe(object=town, clause=destroyed) destroy(object=town)",
    ),
    (
        "A Borlandic airstrike hit a school.",
        "a:DT:DET:2:det borlandic:JJ:ADJ:2:amod airstrike:NN:NOUN:3:nsubj hit:VBD:VERB:3:ROOT a:DT:DET:5:det school:NN:NOUN:3:dobj .:.:PUNCT:3:punct",
        "airstrike(modifier=borlandic) hit(subject=airstrike, object=school)",
    ),
    (
        "Berg spoke to and Holm by telephone.",
        "Berg:NNP:PROPN:1:nsubj speak:VBD:VERB:1:ROOT to:IN:ADP:1:prep and:CC:CCONJ:1:cc Holm:NNP:PROPN:1:conj by:IN:ADP:1:prep telephone:NN:NOUN:5:pobj .:.:PUNCT:1:punct",
        "speak(subject=berg, to=holm, by=telephone)",
    ),
    (
        "Deputies protested by shouting.",
        "deputy:NNS:NOUN:1:nsubjpass protest:VBN:VERB:1:ROOT by:IN:ADP:1:agent shout:VBG:VERB:2:pcomp .:.:PUNCT:1:punct",
        "protest(subject=deputies, by=shouting) shout(subject=deputies)",
    ),
    (
        "Talks between Arland and Borland collapsed after the shelling of villages.",
        "talk:NNS:NOUN:5:nsubj between:IN:ADP:0:prep Arland:NNP:PROPN:1:pobj and:CC:CCONJ:2:cc Borland:NNP:PROPN:2:conj collapse:VBD:VERB:5:ROOT after:IN:ADP:5:prep the:DT:DET:8:det shelling:NN:NOUN:6:pobj of:IN:ADP:8:prep village:NNS:NOUN:9:pobj .:.:PUNCT:5:punct",
        "talk(between=arland, between=borland) collapse(subject=talks, after=shelling) shelling(of=villages)",
    ),
];
