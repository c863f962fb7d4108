//! Noun phrases: praised, announced, taken for something, spoken of.

use crate::annotate::{Annotated, Dep, NameLabel, Pos, Tag};
use crate::knowledge::speech::{Entry, Frame, Sense};

use super::super::Context;
use super::super::extent::{pieces, projecting, subtree_without};
use super::super::source::{self, is_infinitive, is_passive, is_verb};
use super::content::{Content, is_quoted, together};

/// "called it a lie", "described it as a lie".
pub(super) fn taken_for(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::As)?;
    let taken = annotated.subtree(predicate(annotated, verb)?);
    let passive = is_passive(annotated, verb);
    let unsaid = passive && source::passive_agent(annotated, verb).is_none();
    let names = context.reporting.is_naming(annotated.lemma(verb));
    if unsaid && (names || !is_quoted(context, &taken)) {
        return None;
    }
    let what = annotated
        .children_by(verb, Dep::Dobj)
        .find(|&child| child > verb)
        .or_else(|| annotated.child(verb, Dep::Nsubjpass).filter(|_| passive));
    let to = annotated
        .children_by(verb, Dep::Prep)
        .find(|&child| annotated.lower(child) == "to")
        .and_then(|to| annotated.child(to, Dep::Pobj));
    let named = what.or(to).map(|what| annotated.subtree(what));
    let tokens = together(named.into_iter().chain([taken]));
    Content::new(sense, pieces(annotated, &tokens), "as")
}

/// What something is taken for: an "as" phrase, an object complement, a small clause.
fn predicate(annotated: &Annotated, verb: usize) -> Option<usize> {
    let by = |dep: Dep| {
        annotated
            .children_by(verb, dep)
            .filter(move |&child| child > verb)
    };
    let as_phrase = by(Dep::Prep).find(|&child| annotated.lower(child) == "as");
    let small = || {
        by(Dep::Ccomp)
            .next()
            .filter(|&child| !is_verb(annotated, child) || annotated.lower(child) == "being")
    };
    let bare = || {
        by(Dep::Xcomp)
            .next()
            .filter(|&child| !is_infinitive(annotated, child))
    };
    as_phrase
        .or_else(|| by(Dep::Oprd).next())
        .or_else(small)
        .or_else(bare)
        .or_else(|| by(Dep::Acomp).next())
}

/// A noun phrase, with what is said of it in a phrase with "for", "as", "over".
pub(super) fn object(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let object = object_of(annotated, verb)?;
    let mut tokens = restricted(context, object);
    let (sense, rule) = object_sense(context, entry, &tokens)?;
    let addressed = rule == "quoted" && annotated.pos(object) == Pos::Pron;
    let relative = matches!(annotated.tag(object), Tag::Wdt | Tag::Wp);
    if relative || addressed || context.reporting.is_idle(annotated.lower(object)) {
        return None;
    }
    let after = annotated
        .children_by(verb, Dep::Prep)
        .filter(|&child| child > object);
    for preposition in after {
        let phrase = annotated.subtree(preposition);
        let adjacent = preposition == tokens.last().copied().unwrap_or(object) + 1;
        match annotated.lower(preposition) {
            "of" => tokens.extend(object..=phrase[phrase.len() - 1]),
            "for" | "as" | "over" | "on" if adjacent => tokens.extend(phrase),
            _ => {}
        }
    }
    Content::new(sense, pieces(annotated, &together([tokens])), rule)
}

/// The deep object of a verb: of a passive its subject, where its agent is told.
fn object_of(annotated: &Annotated, verb: usize) -> Option<usize> {
    if is_passive(annotated, verb) {
        source::passive_agent(annotated, verb)?;
        return annotated.child(verb, Dep::Nsubjpass);
    }
    annotated
        .children_by(verb, Dep::Dobj)
        .find(|&child| child > verb)
}

fn object_sense(
    context: &Context,
    entry: &Entry,
    tokens: &[usize],
) -> Option<(Sense, &'static str)> {
    let plain = entry.sense(&Frame::Object).map(|sense| (sense, "object"));
    let shown = || {
        entry
            .sense(&Frame::EvidenceObject)
            .map(|sense| (sense, "evidence-object"))
    };
    let quoted = || {
        entry
            .sense(&Frame::Quoted)
            .filter(|_| is_quoted(context, tokens))
            .map(|sense| (sense, "quoted"))
    };
    let likened = || {
        entry
            .sense(&Frame::ObjectTo)
            .map(|sense| (sense, "object-to"))
    };
    plain.or_else(quoted).or_else(shown).or_else(likened)
}

/// "Likened the place to hell" where the parser sees no object: all that stands behind the verb.
pub(super) fn likened(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::ObjectTo)?;
    let clause =
        annotated.children(verb).iter().copied().find(|&child| {
            child > verb && matches!(annotated.dep(child), Dep::Ccomp | Dep::Xcomp)
        })?;
    let tokens = annotated.subtree(clause);
    let to = tokens.iter().any(|&token| annotated.lower(token) == "to");
    to.then(|| Content::new(sense, pieces(annotated, &tokens), "object-to"))
        .flatten()
}

/// The object of a preposition: "warned of a crisis".
pub(super) fn prepositional(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    for preposition in annotated
        .children_by(verb, Dep::Prep)
        .filter(|&child| child > verb)
    {
        let Some(sense) = entry.preposition(annotated.lower(preposition)) else {
            continue;
        };
        let below = annotated
            .children(preposition)
            .iter()
            .copied()
            .find(|&child| matches!(annotated.dep(child), Dep::Pobj | Dep::Pcomp));
        let Some(below) = below.filter(|&below| !is_setting(context, below)) else {
            continue;
        };
        let spans = pieces(annotated, &restricted(context, below));
        let mut content = Content::new(sense, spans, "prepositional")?;
        content.preposition = Some(preposition);
        content.addressee = annotated.child(verb, Dep::Dobj);
        return Some(content);
    }
    None
}

/// A phrase without the relative clauses that a comma sets off from the noun at its head, or that only add to a name.
fn restricted(context: &Context, head: usize) -> Vec<usize> {
    let annotated = context.annotated;
    let loose: Vec<usize> = annotated
        .children(head)
        .iter()
        .copied()
        .filter(|&child| matches!(annotated.dep(child), Dep::Relcl) && child > head)
        .filter(|&child| {
            let first = annotated.subtree(child)[0];
            first > 0 && annotated.lower(first - 1) == ","
        })
        .collect();
    let mut tokens = subtree_without(annotated, head, &loose);
    if let Some(added) = projecting(annotated, &context.quotations, &tokens) {
        tokens.retain(|token| added.binary_search(token).is_err());
    }
    tokens
}

/// When or by what channel somebody speaks: "on Monday", "on the phone", "on television".
fn is_setting(context: &Context, noun: usize) -> bool {
    let annotated = context.annotated;
    let name = annotated
        .names
        .partition_point(|name| name.tokens.end <= noun);
    let timed = annotated.names.get(name).is_some_and(|name| {
        name.tokens.contains(&noun) && matches!(name.label, NameLabel::Date | NameLabel::Time)
    });
    timed || context.reporting.is_setting(annotated.lower(noun))
}
