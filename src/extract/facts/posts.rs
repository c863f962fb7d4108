//! Who holds and who held which post.

use super::{Phrase, single};
use crate::annotate::{Annotated, Dep, Tag};
use crate::extract::EntityFact;
use crate::knowledge::language::Tense;
use crate::knowledge::world::EntityKind;
use crate::resolve::EntityId;

/// Facts of one naming of a post: a title before a name, an apposition, what somebody is or becomes.
pub(super) fn facts(phrase: &Phrase) -> Vec<EntityFact> {
    let Some(post) = phrase.entity() else {
        return Vec::new();
    };
    let Some((person, former, rule)) = titled(phrase).or_else(|| predicated(phrase)) else {
        return Vec::new();
    };
    let predicate = match tense(phrase) {
        Tense::Elect => return Vec::new(),
        Tense::Former => "heldPost",
        _ if former => "heldPost",
        _ => "holdsPost",
    };
    let mut facts = vec![phrase.fact(person, predicate, post, rule)];
    if predicate == "holdsPost" {
        facts.extend(heads(phrase, person));
    }
    facts
}

/// The person in whose mention the post stands: "US President Joe Biden", "X, the leader of Y".
fn titled(phrase: &Phrase) -> Option<(EntityId, bool, &'static str)> {
    let around = phrase
        .around()
        .find(|mention| mention.kind == EntityKind::Person)?;
    let person = single(around)?;
    let named = !phrase.resolved.entity(person).unnamed;
    named.then_some((person, false, "facts/title"))
}

/// "X became prime minister", "X serves as minister", "X resigned as minister".
fn predicated(phrase: &Phrase) -> Option<(EntityId, bool, &'static str)> {
    let annotated = &phrase.resolved.annotated;
    let token = phrase.mention.head_token;
    let (verb, former) = match annotated.dep(token) {
        Dep::Attr | Dep::Oprd => (annotated.head(token)?, false),
        Dep::Pobj => {
            let preposition = annotated.head(token)?;
            let verb = annotated
                .head(preposition)
                .filter(|_| annotated.lower(preposition) == "as")?;
            (verb, leaves(annotated.lemma(verb)))
        }
        _ => return None,
    };
    let told = matches!(
        annotated.lemma(verb),
        "be" | "become" | "remain" | "serve" | "act" | "continue"
    ) || former;
    if !told || !is_fact(annotated, verb) {
        return None;
    }
    let subject = annotated.child(verb, Dep::Nsubj)?;
    let &[person] = phrase.resolved.entities_of(subject) else {
        return None;
    };
    (phrase.kind(person) == EntityKind::Person).then_some((person, former, "facts/predicate"))
}

fn leaves(verb: &str) -> bool {
    matches!(
        verb,
        "resign" | "step" | "quit" | "retire" | "oust" | "dismiss" | "sack" | "remove"
    )
}

/// Neither negated nor only possible or to come.
fn is_fact(annotated: &Annotated, verb: usize) -> bool {
    let aux = annotated.children(verb).iter().any(|&child| {
        annotated.dep(child) == Dep::Neg
            || annotated.tag(child) == Tag::Md
            || annotated.lower(child) == "to"
    });
    let condition = annotated
        .child(verb, Dep::Mark)
        .is_some_and(|mark| matches!(annotated.lower(mark), "if" | "unless" | "whether"));
    !aux && !condition
        && matches!(
            annotated.tag(verb),
            Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn | Tag::Vbg
        )
}

/// Whose time the words of the post and before it tell.
fn tense(phrase: &Phrase) -> Tense {
    let titles = &phrase.knowledge.language.titles;
    let annotated = &phrase.resolved.annotated;
    let tokens = annotated.tokens_within(phrase.mention.span);
    let before = tokens
        .start
        .checked_sub(1)
        .map(|token| annotated.lower(token));
    phrase
        .words()
        .chain(before)
        .find_map(|word| titles.tense(word))
        .unwrap_or_default()
}

/// "the leader of Y" heads Y.
fn heads(phrase: &Phrase, person: EntityId) -> Option<EntityFact> {
    let leads = matches!(
        phrase.lemma(),
        "leader"
            | "head"
            | "chief"
            | "director"
            | "chairman"
            | "chairwoman"
            | "chair"
            | "commander"
            | "ceo"
            | "president"
            | "general"
            | "secretary"
    );
    let body = phrase.inside().filter_map(single).find(|&id| {
        matches!(
            phrase.kind(id),
            EntityKind::Organisation
                | EntityKind::PoliticalParty
                | EntityKind::ArmedGroup
                | EntityKind::Company
                | EntityKind::IntergovernmentalOrganisation
                | EntityKind::MediaOutlet
                | EntityKind::MilitaryForce
        )
    })?;
    leads.then(|| phrase.fact(person, "heads", body, "facts/leader"))
}
