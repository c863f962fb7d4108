//! IRIs: pure functions of what an article says, so that two runs give the same graph.

use std::collections::HashMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::label::{role_name, stance_name};
use crate::extract::{Claim, ClaimId, EntityFact, Facts, Situation, SituationId};
use crate::knowledge::world::EntityKind;
use crate::read::{CodePoints, hex};
use crate::resolve::{Entity, EntityId, Resolved};
use crate::span::Span;

/// What all IRIs of things begin with, before `KIND/`.
pub const DEFAULT_BASE: &str = "https://w3id.org/newsgraph/id/";

/// The kind part of an entity's IRI.
#[must_use]
pub fn kind_segment(kind: EntityKind) -> &'static str {
    kind.namespace()
}

/// A name as it stands in an IRI: NFKD, marks dropped, lower case, all but letters and digits to single `-`.
///
/// # Examples
/// ```
/// use newsgraph::graph::normalised_name;
/// assert_eq!(normalised_name("José  Müller-O’Neill"), "jose-muller-o-neill");
/// ```
#[must_use]
pub fn normalised_name(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for character in name
        .nfkd()
        .filter(|&character| !is_combining_mark(character))
    {
        if character.is_alphanumeric() {
            normal.extend(character.to_lowercase());
        } else if !normal.is_empty() && !normal.ends_with('-') {
            normal.push('-');
        }
    }
    normal.truncate(normal.trim_end_matches('-').len());
    normal
}

/// The IRI of an entity.
#[must_use]
pub fn entity_iri(base: &str, entity: &Entity) -> String {
    format!("{base}{}/{}", kind_segment(entity.kind), entity.key)
}

/// The names of everything that an article's graph speaks of.
#[derive(Debug)]
pub struct ArticleIris<'facts> {
    /// IRI of the article and of its named graph.
    pub article: String,
    /// Offsets of the text.
    pub offsets: CodePoints<'facts>,
    hash: String,
    entities: Vec<String>,
    situations: Vec<String>,
    claims: Vec<String>,
}

impl<'facts> ArticleIris<'facts> {
    /// Names of article and entities alone.
    #[must_use]
    pub fn of_resolved(base: &str, resolved: &'facts Resolved) -> Self {
        let document = &resolved.annotated.document;
        let hash = document.hash();
        Self {
            article: format!("{base}article/{hash}"),
            offsets: CodePoints::new(&document.text),
            hash,
            entities: resolved
                .entities
                .iter()
                .map(|entity| entity_iri(base, entity))
                .collect(),
            situations: Vec::new(),
            claims: Vec::new(),
        }
    }

    /// Names of everything in an article.
    #[must_use]
    pub fn of_facts(base: &str, facts: &'facts Facts) -> Self {
        let mut iris = Self::of_resolved(base, &facts.resolved);
        iris.situations = iris.name_situations(base, facts);
        iris.claims = iris.name_claims(base, facts);
        iris
    }

    /// IRI of a phrase: the article with a fragment after RFC 5147.
    #[must_use]
    pub fn phrase(&self, span: Span) -> String {
        let (start, end) = self.offsets.span(span);
        format!("{}#char={start},{end}", self.article)
    }

    /// IRI of an entity.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &str {
        &self.entities[id.0]
    }

    /// IRI of a situation.
    #[must_use]
    pub fn situation(&self, id: SituationId) -> &str {
        &self.situations[id.0]
    }

    /// IRI of a claim.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> &str {
        &self.claims[id.0]
    }

    /// IRI of a fact: where its words begin, what it says and of whom.
    #[must_use]
    pub fn fact(&self, base: &str, fact: &EntityFact) -> String {
        let (start, end) = self.offsets.span(fact.evidence);
        let (subject, object) = (self.entity(fact.subject), self.entity(fact.object));
        let digest = Sha256::digest(format!("{subject}\u{1f}{object}\u{1f}{end}"));
        let suffix = hex(&digest[..3]);
        format!(
            "{base}fact/{}-{start}-{}-{suffix}",
            self.hash, fact.predicate
        )
    }

    /// First 16 hex digits of the article's hash.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    fn name_situations(&self, base: &str, facts: &Facts) -> Vec<String> {
        let plain = facts.situations.iter().map(|situation| {
            let start = self
                .offsets
                .at(situation.triggers.first().map_or(0, |span| span.start));
            format!(
                "{base}situation/{}-{start}-{}",
                self.hash, situation.event_type
            )
        });
        distinct(&plain.collect::<Vec<_>>(), |index| {
            self.role_pairs(facts, &facts.situations[index])
        })
    }

    fn name_claims(&self, base: &str, facts: &Facts) -> Vec<String> {
        let plain = facts.claims.iter().map(|claim| {
            let first = claim.cue.or_else(|| claim.contents.first().copied());
            let start = self.offsets.at(first.map_or(0, |span| span.start));
            format!(
                "{base}claim/{}-{start}-{}",
                self.hash,
                stance_name(claim.stance)
            )
        });
        distinct(&plain.collect::<Vec<_>>(), |index| {
            self.claim_pairs(&facts.claims[index])
        })
    }

    // Sorted `role=START,END` of the participants; their IRIs where they have no words.
    fn role_pairs(&self, facts: &Facts, situation: &Situation) -> Vec<String> {
        let pair = |participant: &crate::extract::Participant| {
            let role = role_name(participant.role);
            match participant.mention {
                Some(mention) => self.pair(role, facts.resolved.mention(mention).span),
                None => format!("{role}={}", self.entity(participant.entity)),
            }
        };
        let mut pairs: Vec<String> = situation.participants.iter().map(pair).collect();
        pairs.sort();
        pairs
    }

    fn claim_pairs(&self, claim: &Claim) -> Vec<String> {
        let sources = claim
            .source_mentions
            .iter()
            .map(|&span| self.pair("source", span));
        let contents = claim
            .contents
            .iter()
            .map(|&span| self.pair("content", span));
        let mut pairs: Vec<String> = sources.chain(contents).collect();
        pairs.sort();
        pairs
    }

    fn pair(&self, name: &str, span: Span) -> String {
        let (start, end) = self.offsets.span(span);
        format!("{name}={start},{end}")
    }
}

// Those that share a name get the hash of their pairs; what is still the same, its number among them.
fn distinct(plain: &[String], pairs: impl Fn(usize) -> Vec<String>) -> Vec<String> {
    let mut uses: HashMap<&str, usize> = HashMap::new();
    for name in plain {
        *uses.entry(name).or_default() += 1;
    }
    let mut taken: HashMap<String, usize> = HashMap::new();
    let mut names = Vec::with_capacity(plain.len());
    for (index, name) in plain.iter().enumerate() {
        let mut name = name.clone();
        if uses[name.as_str()] > 1 {
            let digest = Sha256::digest(pairs(index).join("\u{1f}"));
            let _ = write!(name, "-{}", hex(&digest[..3]));
        }
        let times = taken.entry(name.clone()).or_default();
        *times += 1;
        if *times > 1 {
            let _ = write!(name, "-{times}");
        }
        names.push(name);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_marks_and_punctuation() {
        assert_eq!(
            normalised_name("  Nicolás Maduro, Jr. "),
            "nicolas-maduro-jr"
        );
        assert_eq!(normalised_name("…"), "");
    }

    #[test]
    fn the_same_name_gets_a_suffix_of_its_own() {
        let plain = vec![
            "a".to_owned(),
            "b".to_owned(),
            "a".to_owned(),
            "a".to_owned(),
        ];
        let named = distinct(&plain, |index| vec![format!("agent={},9", index.min(2))]);
        assert_eq!(named[1], "b");
        assert!(named[0].starts_with("a-") && named[0].len() == 8);
        assert_ne!(named[0], named[2]);
        assert_eq!(named[3], format!("{}-2", named[2]));
    }
}
