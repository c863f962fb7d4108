//! Which wording fires on a predicate.

use crate::annotate::{Annotated, Dep, Pos, Predicate, PredicateKind, Relation};
use crate::knowledge::events::{Frame, Limit, Wording};

use super::Finder;
use super::actors::passes;
use super::base::base_form;

/// A wording that fires.
#[derive(Clone, Debug)]
pub(super) struct Hit<'a> {
    /// The wording.
    pub(super) wording: &'a Wording,
    /// Prepositions that belong to the wording: their objects are the verb's.
    pub(super) prepositions: Vec<usize>,
    /// Nouns that belong to the wording.
    pub(super) takes: Vec<usize>,
    /// Predicates of small clauses that belong to the wording: "responsible" of "held them responsible".
    pub(super) small: Vec<usize>,
}

impl<'a> Finder<'a> {
    /// The wordings that fire on a predicate, those that ask for most first; in order of their files where they ask for as much.
    pub(super) fn hits(&self, predicate: &Predicate, taken: &[bool]) -> Vec<Hit<'a>> {
        let lemma = base_form(&self.resolved.annotated, predicate.token);
        let lemma = lemma.as_ref();
        let table = match predicate.kind {
            PredicateKind::Verb => &self.events.verbs,
            PredicateKind::Noun => &self.events.nouns,
            PredicateKind::Adjective => &self.events.adjectives,
        };
        let mut found: Vec<(usize, Hit<'a>)> = Vec::new();
        for wording in lookup(table, lemma, self.form(predicate.token)) {
            let frame = &self.events.frames[wording.frame];
            if let Some(hit) = self.hit(predicate, wording, frame, taken) {
                found.push((wording.weight() + usize::from(frame.limited), hit));
            }
        }
        found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        found.into_iter().map(|(_, hit)| hit).collect()
    }

    /// The word as it stands; a name ("March") is none of the wordings in small letters.
    fn form(&self, token: usize) -> &str {
        let annotated = &self.resolved.annotated;
        if annotated.pos(token) == Pos::Propn {
            annotated.lemma(token)
        } else {
            annotated.lower(token)
        }
    }

    fn hit(
        &self,
        predicate: &Predicate,
        wording: &'a Wording,
        frame: &Frame,
        taken: &[bool],
    ) -> Option<Hit<'a>> {
        let mut hit = Hit {
            wording,
            prepositions: Vec::new(),
            takes: Vec::new(),
            small: Vec::new(),
        };
        let nominal = predicate.kind == PredicateKind::Noun;
        let beside = if nominal {
            self.words_before(predicate, wording, taken)
        } else {
            self.words_after(predicate, wording, &mut hit)
        };
        if !beside
            || !self.noun_fits(predicate, wording, &mut hit)
            || self.is_vetoed(predicate, wording, &hit)
        {
            return None;
        }
        let fits =
            self.within_limits(predicate, frame, &hit) && !self.is_silenced(predicate, frame);
        fits.then_some(hit)
    }

    /// Words before an event noun: "air" of "air strike".
    fn words_before(&self, predicate: &Predicate, wording: &Wording, _taken: &[bool]) -> bool {
        let annotated = &self.resolved.annotated;
        wording.also.iter().all(|word| {
            annotated.children(predicate.token).iter().any(|&child| {
                child < predicate.token
                    && (annotated.lower(child) == word || annotated.lemma(child) == word)
            }) || compound_chain(annotated, predicate.token, word)
        })
    }

    /// Particles and prepositions after a verb: "carry out", "call for".
    fn words_after(&self, predicate: &Predicate, wording: &Wording, hit: &mut Hit<'_>) -> bool {
        let annotated = &self.resolved.annotated;
        wording.also.iter().all(|word| {
            let inner = hit.prepositions.last().copied();
            let found = self
                .word_after(predicate, word)
                .or_else(|| self.preposition_below(inner?, word));
            let Some(child) = found else {
                return false;
            };
            match annotated.dep(child) {
                Dep::Prep | Dep::Agent | Dep::Dative => hit.prepositions.push(child),
                Dep::Ccomp | Dep::Oprd => hit.small.push(child),
                _ => {}
            }
            true
        })
    }

    /// The inner preposition of "pull out of".
    fn preposition_below(&self, preposition: usize, word: &str) -> Option<usize> {
        let annotated = &self.resolved.annotated;
        annotated
            .children_by(preposition, Dep::Prep)
            .find(|&child| annotated.lower(child) == word)
    }

    fn word_after(&self, predicate: &Predicate, word: &str) -> Option<usize> {
        let annotated = &self.resolved.annotated;
        let is_it = |&child: &usize| {
            annotated.lower(child) == word
                && matches!(
                    annotated.dep(child),
                    Dep::Prt
                        | Dep::Prep
                        | Dep::Advmod
                        | Dep::Dative
                        | Dep::Agent
                        | Dep::Aux
                        | Dep::Acomp
                        | Dep::Neg
                        | Dep::Oprd
                )
                || annotated.lower(child) == word
                    && annotated.dep(child) == Dep::Ccomp
                    && !matches!(annotated.pos(child), Pos::Verb | Pos::Aux)
        };
        let children = annotated.children(predicate.token).iter().copied();
        let found = children.filter(is_it);
        let by_kind = |&child: &usize| annotated.dep(child) == Dep::Aux;
        if let Some(child) = found.min_by_key(by_kind) {
            return Some(child);
        }
        let inherited = predicate
            .arguments
            .iter()
            .filter_map(|argument| argument.preposition);
        inherited
            .into_iter()
            .find(|&preposition| annotated.lower(preposition) == word)
    }

    /// The noun that the wording names, as object or after its preposition.
    fn noun_fits(&self, predicate: &Predicate, wording: &Wording, hit: &mut Hit<'_>) -> bool {
        if wording.noun.is_empty() && wording.preposition.is_none() {
            return true;
        }
        for argument in &predicate.arguments {
            let place = match &wording.preposition {
                Some(word) => argument
                    .preposition
                    .is_some_and(|at| self.resolved.annotated.lower(at) == word),
                None => {
                    hit.prepositions.is_empty()
                        && matches!(argument.relation, Relation::Object | Relation::Complement)
                        || argument
                            .preposition
                            .is_some_and(|at| hit.prepositions.contains(&at))
                }
            };
            if place && (wording.noun.is_empty() || passes(self, &wording.noun, argument.token)) {
                if !wording.noun.is_empty() {
                    hit.takes.push(argument.token);
                }
                return true;
            }
        }
        false
    }

    fn is_vetoed(&self, predicate: &Predicate, wording: &Wording, hit: &Hit<'_>) -> bool {
        if wording.not.is_empty() {
            return false;
        }
        let nominal = predicate.kind == PredicateKind::Noun;
        predicate.arguments.iter().any(|argument| {
            let place = if nominal {
                matches!(argument.relation, Relation::Modifier | Relation::Subject)
            } else {
                self.is_object(argument, hit)
            };
            place && passes(self, &wording.not, argument.token)
        })
    }

    fn is_object(&self, argument: &crate::annotate::Argument, hit: &Hit<'_>) -> bool {
        argument.relation == Relation::Object
            || argument
                .preposition
                .is_some_and(|at| hit.prepositions.contains(&at))
    }

    fn within_limits(&self, predicate: &Predicate, frame: &Frame, hit: &Hit<'_>) -> bool {
        let nominal = predicate.kind == PredicateKind::Noun;
        let is_object = |argument: &crate::annotate::Argument| {
            if nominal {
                argument.preposition.is_some_and(|at| {
                    matches!(self.resolved.annotated.lower(at), "of" | "on" | "against")
                })
            } else {
                self.is_object(argument, hit)
            }
        };
        let is_subject =
            |argument: &crate::annotate::Argument| argument.relation == Relation::Subject;
        self.limited(predicate, &frame.subject, &frame.not_subject, is_subject)
            && self.limited(predicate, &frame.object, &frame.not_object, is_object)
    }

    /// One of the arguments in a place passes the limit, if there are any; none is what it must not be.
    fn limited(
        &self,
        predicate: &Predicate,
        limit: &Limit,
        not: &Limit,
        place: impl Fn(&crate::annotate::Argument) -> bool,
    ) -> bool {
        if limit.is_empty() && not.is_empty() {
            return true;
        }
        let there: Vec<usize> = predicate
            .arguments
            .iter()
            .filter(|argument| place(argument))
            .map(|argument| argument.token)
            .collect();
        let open = there
            .iter()
            .all(|&token| self.resolved.annotated.pos(token) == Pos::Pron);
        let right =
            limit.is_empty() || open || there.iter().any(|&token| passes(self, limit, token));
        right && (not.is_empty() || !there.iter().any(|&token| passes(self, not, token)))
    }

    /// Whether a word that silences the frame stands in the sentence, or a relation that it must not have is there.
    fn is_silenced(&self, predicate: &Predicate, frame: &Frame) -> bool {
        let there = |relation: &Relation| predicate.by(*relation).next().is_some();
        if frame.without.iter().any(there) {
            return true;
        }
        if frame.silent_with.is_empty() {
            return false;
        }
        let annotated = &self.resolved.annotated;
        let sentence = annotated.sentences[annotated.sentence_of(predicate.token)].clone();
        sentence.into_iter().any(|at| {
            frame
                .silent_with
                .iter()
                .any(|word| annotated.lemma(at) == word)
        })
    }
}

fn lookup<'a>(
    table: &'a std::collections::HashMap<String, Vec<Wording>>,
    lemma: &str,
    lower: &str,
) -> impl Iterator<Item = &'a Wording> {
    let by_lemma = table.get(lemma);
    let by_form = if lower == lemma {
        None
    } else {
        table.get(lower)
    };
    by_lemma.into_iter().chain(by_form).flatten()
}

/// "House arrest warrant": a word before that hangs on another word before.
fn compound_chain(annotated: &Annotated, noun: usize, word: &str) -> bool {
    (noun.saturating_sub(3)..noun).any(|at| {
        annotated.lower(at) == word
            && annotated.pos(at) != Pos::Punct
            && annotated.ancestors(at).take(2).any(|above| above == noun)
    })
}
