//! Infinitives and participles: promised, ordered, denied, said of somebody.

use crate::annotate::{Annotated, Dep, Tag};
use crate::knowledge::speech::{Entry, Frame};

use super::super::Context;
use super::super::extent::{pieces, subtree_without};
use super::super::source::{is_infinitive, is_passive};
use super::content::{Content, mark_is, together};

/// "X is said to have gone": X and the infinitive.
pub(super) fn raising(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::Raising)?;
    if !is_passive(annotated, verb) {
        return None;
    }
    let infinitive = annotated
        .children_by(verb, Dep::Xcomp)
        .find(|&child| is_infinitive(annotated, child))?;
    let mut tokens = subtree_without(annotated, infinitive, &[]);
    if let Some(subject) = annotated.child(verb, Dep::Nsubjpass) {
        tokens.extend(annotated.subtree(subject));
        tokens.sort_unstable();
    }
    Content::new(sense, pieces(annotated, &tokens), "raising")
}

/// "Called for the bill to be dropped".
pub(super) fn for_clause(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.preposition("for")?;
    let clause = annotated.children(verb).iter().copied().find(|&child| {
        child > verb
            && matches!(annotated.dep(child), Dep::Advcl | Dep::Ccomp | Dep::Xcomp)
            && is_infinitive(annotated, child)
            && mark_is(annotated, child, "for")
    })?;
    let mark = annotated.child(clause, Dep::Mark)?;
    let tokens = subtree_without(annotated, clause, &[mark]);
    let mut content = Content::new(sense, pieces(annotated, &tokens), "for-clause")?;
    content.preposition = Some(mark);
    Some(content)
}

/// Who is to do what, of an infinitive below a verb.
struct Ordered {
    clause: usize,
    told: Option<usize>,
    on: Option<usize>,
    subject: Option<usize>,
    passive: bool,
}

impl Ordered {
    fn find(annotated: &Annotated, verb: usize) -> Option<Self> {
        let children = annotated.children(verb);
        let clause = children.iter().copied().find(|&child| {
            matches!(annotated.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Advcl)
                && child > verb
                && is_infinitive(annotated, child)
        })?;
        let told = children.iter().copied().find(|&child| {
            matches!(annotated.dep(child), Dep::Dobj | Dep::Dative)
                && child > verb
                && child < clause
        });
        let on = annotated.children_by(verb, Dep::Prep).find(|&child| {
            matches!(
                annotated.lower(child),
                "on" | "for" | "to" | "with" | "from" | "of"
            ) && child < clause
        });
        Some(Self {
            clause,
            told,
            on,
            subject: annotated.child(clause, Dep::Nsubj),
            passive: is_passive(annotated, verb),
        })
    }

    /// Whether somebody else than the one who speaks is to do it.
    const fn is_order(&self) -> bool {
        self.told.is_some() || self.on.is_some() || self.subject.is_some() || self.passive
    }

    fn addressee(&self, annotated: &Annotated) -> Option<usize> {
        let behind = || self.on.and_then(|on| annotated.child(on, Dep::Pobj));
        self.told.or(self.subject).or_else(behind)
    }
}

/// Own infinitive, or somebody and what he is to do.
pub(super) fn infinitive(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let ordered = Ordered::find(annotated, verb)?;
    let frame = if ordered.is_order() {
        Frame::Order
    } else {
        Frame::Infinitive
    };
    let sense = entry.sense(&frame)?;
    if annotated.dep(ordered.clause) == Dep::Advcl && !ordered.is_order() {
        return None;
    }
    let passive = ordered
        .passive
        .then(|| annotated.child(verb, Dep::Nsubjpass))
        .flatten();
    let addressee = ordered.addressee(annotated);
    let before = addressee.filter(|&told| told < ordered.clause);
    let phrases = before.into_iter().chain(passive);
    let parts = phrases.map(|told| annotated.subtree(told));
    let tokens = together(parts.chain([annotated.subtree(ordered.clause)]));
    let rule = if ordered.is_order() {
        "order"
    } else {
        "infinitive"
    };
    let mut content = Content::new(sense, pieces(annotated, &tokens), rule)?;
    content.addressee = addressee.or(passive);
    content.preposition = ordered.on;
    Some(content)
}

pub(super) fn gerund(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::Gerund)?;
    let clause = annotated.children(verb).iter().copied().find(|&child| {
        matches!(annotated.dep(child), Dep::Xcomp | Dep::Ccomp)
            && annotated.tag(child) == Tag::Vbg
            && child > verb
    })?;
    Content::new(
        sense,
        pieces(annotated, &annotated.subtree(clause)),
        "gerund",
    )
}
