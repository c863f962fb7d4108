//! "Arland will not release the prisoners": who says that they will not do something for others refuses it.

use crate::annotate::{Dep, Predicate, PredicateKind, Relation};
use crate::extract::{Role, Situation, Status};
use crate::resolve::Resolved;

use super::actors::is_actor;
use super::{Draft, Finder};

/// The type that a refusal is of.
const REFUSAL: &str = "reject";

/// Classes of what is done for or with others, and so can be refused to them.
const GIVEN: [&str; 7] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
];

impl Finder<'_> {
    /// Makes a refusal of a draft that is one.
    pub(super) fn refused(&self, draft: Draft, predicate: &Predicate) -> Draft {
        let given = draft
            .situation
            .class
            .as_deref()
            .is_some_and(|class| GIVEN.contains(&class));
        if given && self.is_refusal(predicate) {
            self.refusal(draft)
        } else {
            draft
        }
    }

    /// The same for a verb without a class.
    pub(super) fn refused_verb(&self, draft: Draft, predicate: &Predicate) -> Draft {
        let lemma = draft.situation.event_type.as_str();
        if self.events.refusable_verbs.contains(lemma) && self.is_refusal(predicate) {
            self.refusal(draft)
        } else {
            draft
        }
    }

    fn refusal(&self, mut draft: Draft) -> Draft {
        let Some(refusal) = self.events.event_type(REFUSAL) else {
            return draft;
        };
        let situation = &mut draft.situation;
        situation.event_type = refusal.id.clone();
        situation.class = refusal.class.clone();
        situation.mode = refusal.mode.clone();
        situation.contexts = refusal.contexts.clone();
        situation.cameo = refusal.cameo.clone();
        situation.rule = format!("{REFUSAL}/will-not");
        let told = situation
            .participants
            .iter()
            .any(|one| matches!(one.role, Role::Addressee | Role::Beneficiary));
        for one in &mut situation.participants {
            let kind = self.resolved.entity(one.entity).kind;
            let theme = !told && one.role == Role::Theme && is_actor(kind);
            if theme || matches!(one.role, Role::Addressee | Role::Beneficiary) {
                one.role = Role::Target;
            }
        }
        draft.refusal = true;
        draft
    }

    /// A main verb or what is said, with "will not", of somebody who could.
    fn is_refusal(&self, predicate: &Predicate) -> bool {
        let annotated = &self.resolved.annotated;
        let token = predicate.token;
        let stands = matches!(
            annotated.dep(token),
            Dep::Root | Dep::Ccomp | Dep::Conj | Dep::Parataxis
        );
        let child = |dep: Dep, words: &[&str]| {
            annotated
                .children_by(token, dep)
                .any(|child| words.is_empty() || words.contains(&annotated.lower(child)))
        };
        predicate.kind == PredicateKind::Verb
            && !predicate.passive
            && stands
            && child(Dep::Aux, &["will", "wo"])
            && child(Dep::Neg, &[])
            && !child(Dep::Mark, &["if", "whether", "unless"])
            && predicate
                .by(Relation::Subject)
                .any(|subject| !self.named(subject).is_empty())
    }
}

/// The status of a refusal: it is done by saying so, and so is as real as the saying; where another than the one who
/// refuses tells of it, it is reported.
pub(crate) fn refusal_status(
    situation: &Situation,
    speeches: &[usize],
    resolved: &Resolved,
) -> Status {
    let Some(&innermost) = speeches.first() else {
        return Status::Asserted;
    };
    let sources = &resolved.speeches[innermost].sources;
    let own = sources.iter().any(|&source| {
        let said_by = resolved.entities_of(source);
        situation
            .participants
            .iter()
            .any(|one| one.role == Role::Agent && said_by.contains(&one.entity))
    });
    if own && speeches.len() == 1 {
        Status::Asserted
    } else {
        Status::Reported
    }
}
