//! What the text around a sentence adds to its tree: speech, quotation marks, time, what is known.

use std::collections::HashSet;

use jiff::civil::Date;

use super::syntax::{Syntax, Tense};
use super::world::{Value, World};
use crate::annotate::{Annotated, Dep, Pos};
use crate::knowledge::status::{Governor, Outcome, StatusLanguage};
use crate::resolve::Resolved;
use crate::resolve::speech::quotation;

/// What lies around the words of an article.
#[derive(Debug)]
pub(super) struct TextContext<'a> {
    annotated: &'a Annotated,
    language: &'a StatusLanguage,
    speech_of: Vec<Option<usize>>,
    /// Head token of each speech's cue.
    cues: Vec<Option<usize>>,
    quoted: Vec<bool>,
    /// Whether a token belongs to a time expression that lies wholly after publication.
    later: Vec<bool>,
    /// Lemmas of nouns whose events the author asserts.
    asserted: HashSet<&'a str>,
}

impl<'a> TextContext<'a> {
    pub(super) fn new(
        resolved: &'a Resolved,
        language: &'a StatusLanguage,
        worlds: &[World],
    ) -> Self {
        let mut context = Self {
            annotated: &resolved.annotated,
            language,
            speech_of: innermost_speeches(resolved),
            cues: resolved
                .speeches
                .iter()
                .map(|speech| speech.cue_token)
                .collect(),
            quoted: quoted(&resolved.annotated),
            later: later(resolved),
            asserted: HashSet::new(),
        };
        context.asserted = context.asserted_nouns(worlds);
        context
    }

    /// The innermost speech that holds a token.
    pub(super) fn speech_of(&self, token: usize) -> Option<usize> {
        self.speech_of[token]
    }

    /// A token's world with what the text around it adds.
    pub(super) fn adjust(&self, token: usize, world: World) -> World {
        let world = self.told(token, world);
        if world.value != Value::Fact {
            return world;
        }
        if self.is_later(token) {
            return World {
                value: Value::Future,
                rule: "time",
                ..world
            };
        }
        if world.reported && self.is_known(token) {
            return World {
                reported: false,
                rule: "known from the article",
                ..world
            };
        }
        world
    }

    fn told(&self, token: usize, world: World) -> World {
        let told = self.speech_of[token].is_some_and(|speech| !self.is_governed(token, speech));
        if world.reported || !told && !self.quoted[token] {
            return world;
        }
        World {
            reported: true,
            rule: if world.value == Value::Fact {
                "speech"
            } else {
                world.rule
            },
            ..world
        }
    }

    /// Whether a speech's own verb or noun governs a token in the tree: then its signature has
    /// decided already, and "condemned the attack" leaves the attack a fact.
    fn is_governed(&self, token: usize, speech: usize) -> bool {
        let annotated = self.annotated;
        let Some(cue) = self.cues[speech] else {
            return false;
        };
        std::iter::once(token)
            .chain(annotated.ancestors(token))
            .find(|&at| annotated.head(at) == Some(cue))
            .is_some_and(|top| {
                matches!(
                    annotated.dep(top),
                    Dep::Ccomp
                        | Dep::Xcomp
                        | Dep::Dobj
                        | Dep::Prep
                        | Dep::Acl
                        | Dep::Nsubjpass
                        | Dep::Oprd
                        | Dep::Dative
                )
            })
    }

    fn asserted_nouns(&self, worlds: &[World]) -> HashSet<&'a str> {
        (0..worlds.len())
            .filter(|&token| self.annotated.pos(token) == Pos::Noun)
            .filter(|&token| {
                let world = self.told(token, worlds[token]);
                world.value == Value::Fact && !world.reported && !self.is_later(token)
            })
            .map(|token| self.annotated.lemma(token))
            .collect()
    }

    /// Whether a noun in somebody's words takes up an event that the author asserts: "the attack".
    /// Not where the source tells who brought it about ("they had carried out the attack").
    fn is_known(&self, noun: usize) -> bool {
        let annotated = self.annotated;
        let possessed = annotated.child(noun, Dep::Poss).is_some();
        let demonstrative = annotated.children_by(noun, Dep::Det).any(|det| {
            matches!(
                annotated.lower(det),
                "the" | "this" | "that" | "these" | "those"
            )
        });
        (demonstrative || possessed)
            && annotated.pos(noun) == Pos::Noun
            && self.asserted.contains(annotated.lemma(noun))
            && !self.is_brought_about(noun)
    }

    fn is_brought_about(&self, noun: usize) -> bool {
        let frame = match self.annotated.dep(noun) {
            Dep::Dobj | Dep::Nsubjpass => "object",
            _ => return false,
        };
        let Some(verb) = self.annotated.head(noun) else {
            return false;
        };
        let syntax = Syntax {
            annotated: self.annotated,
        };
        let lemma = syntax
            .phrasal(verb)
            .unwrap_or_else(|| syntax.lemma(verb).to_owned());
        self.language
            .signature(Governor::Verb, &lemma, frame)
            .is_some_and(|signature| signature.positive == Outcome::Same)
    }

    /// Whether a time of its own lies after publication ("the election on 9 August").
    fn is_later(&self, token: usize) -> bool {
        let syntax = Syntax {
            annotated: self.annotated,
        };
        if syntax.is_verbal(token) && syntax.tense(token) == Tense::Past {
            return false;
        }
        self.annotated.children(token).iter().any(|&child| {
            let behind = self.annotated.dep(child) == Dep::Prep && child > token;
            self.later[child]
                || behind
                    && self
                        .annotated
                        .children(child)
                        .iter()
                        .any(|&object| self.later[object])
        })
    }
}

/// For each token the innermost speech that holds it; a cue is not part of its own content.
fn innermost_speeches(resolved: &Resolved) -> Vec<Option<usize>> {
    let mut found = vec![None; resolved.annotated.tokens.len()];
    let mut pieces: Vec<_> = resolved
        .speeches
        .iter()
        .enumerate()
        .flat_map(|(index, speech)| speech.contents.iter().map(move |&span| (span, index)))
        .collect();
    pieces.sort_by_key(|&(span, index)| (std::cmp::Reverse(span.len()), index));
    for (span, index) in pieces {
        for token in resolved.annotated.tokens_within(span) {
            if resolved.speeches[index].cue_token != Some(token) {
                found[token] = Some(index);
            }
        }
    }
    found
}

/// Words in quotation marks, but for names ("Operation Dawn").
fn quoted(annotated: &Annotated) -> Vec<bool> {
    let mut found = vec![false; annotated.tokens.len()];
    for quotation in quotation::quotations(&annotated.document) {
        let tokens = annotated.tokens_within(quotation.inner);
        let is_name = tokens.clone().all(|token| {
            annotated.pos(token) == Pos::Propn
                || !annotated.text(token).starts_with(char::is_lowercase)
        });
        if !is_name || tokens.len() > 6 {
            found[tokens].fill(true);
        }
    }
    found
}

/// Tokens of time expressions that lie wholly after the day of publication.
fn later(resolved: &Resolved) -> Vec<bool> {
    let mut found = vec![false; resolved.annotated.tokens.len()];
    let published: Option<Date> = resolved.published.latest.or(resolved.published.value);
    for time in &resolved.times {
        if let (Some(earliest), Some(published)) = (time.earliest, published)
            && earliest > published
        {
            found[time.tokens.clone()].fill(true);
        }
    }
    found
}
