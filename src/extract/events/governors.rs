//! Which verb carries an event noun: "launched an attack", "talks were held".

use std::collections::BTreeMap;

use crate::annotate::{PredicateKind, Relation, by_token};
use crate::resolve::Resolved;

use super::Finder;
use super::base::base_form;

/// Verbs by the nouns that are their deep objects.
#[derive(Debug, Default)]
pub(super) struct Governors(BTreeMap<usize, usize>);

/// A verb that carries an event noun.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Support {
    /// The verb.
    pub(super) verb: usize,
    /// Its subject undergoes what the noun tells of.
    pub(super) suffering: bool,
}

impl Governors {
    pub(super) fn new(resolved: &Resolved) -> Self {
        let verbs = resolved
            .predicates
            .iter()
            .filter(|predicate| predicate.kind == PredicateKind::Verb);
        let mut found = BTreeMap::new();
        for verb in verbs {
            for object in verb.by(Relation::Object) {
                found.entry(object).or_insert(verb.token);
            }
        }
        Self(found)
    }

    /// Whether a noun is the object of a verb.
    pub(super) fn has_verb(&self, noun: usize) -> bool {
        self.0.contains_key(&noun)
    }

    /// The verb whose object a noun is.
    pub(super) fn verb(&self, noun: usize) -> Option<usize> {
        self.0.get(&noun).copied()
    }

    /// The verb that carries a noun, if it is one of those that can.
    pub(super) fn support(&self, finder: &Finder<'_>, noun: usize) -> Option<Support> {
        let &verb = self.0.get(&noun)?;
        let lemma = base_form(&finder.resolved.annotated, verb);
        let lemma = lemma.as_ref();
        let suffering = finder.events.suffering_verbs.contains(lemma);
        (suffering || finder.events.support_verbs.contains(lemma))
            .then_some(Support { verb, suffering })
    }
}

impl Support {
    /// The predicate of the verb.
    pub(super) fn predicate<'a>(
        &self,
        resolved: &'a Resolved,
    ) -> Option<&'a crate::annotate::Predicate> {
        by_token(&resolved.predicates, self.verb)
    }
}
