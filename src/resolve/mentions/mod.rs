//! Mentions: which words stand for an actor or a place, before anyone asks for which.

mod named;
mod nominal;
mod office;
mod phrase;
mod pronoun;

use std::ops::Range;

use super::Form;
use super::gazetteer::Name;
use crate::annotate::Annotated;
use crate::knowledge::Knowledge;
use crate::knowledge::language::Tense;
use crate::knowledge::world::{EntityKind, Gender};

pub(crate) use office::offices;
pub(crate) use phrase::is_plural;
pub(crate) use pronoun::antecedent;

/// Whether a mention stands for one or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Number {
    /// Either.
    #[default]
    Unknown,
    /// One.
    Singular,
    /// More.
    Plural,
}

/// How a phrase is determined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Determiner {
    /// "protesters".
    #[default]
    Bare,
    /// "the", "this", "those".
    Definite,
    /// "a", "some", "many", a number.
    Indefinite,
    /// "its", "Rosselló's".
    Possessive,
    /// "both", "the two".
    Dual,
    /// "no", "any", "every", "each".
    Quantified,
    /// "other", "another".
    Other,
}

/// An office or title in the words of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Office {
    /// The words of the title alone.
    pub(crate) tokens: Range<usize>,
    /// The title in the singular, lower case.
    pub(crate) title: String,
    /// "foreign ministers".
    pub(crate) plural: bool,
    /// Whose time.
    pub(crate) tense: Tense,
    /// A form of address only.
    pub(crate) honorific: bool,
    /// Number of the name of the state or body whose office it is.
    pub(crate) owner: Option<usize>,
    /// From the first to the last word that belongs to it, owner and "former" included, without article.
    pub(crate) phrase: Range<usize>,
}

/// A mention before it has an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The whole phrase.
    pub(crate) tokens: Range<usize>,
    /// The bare name, else the head noun.
    pub(crate) head: Range<usize>,
    /// Syntactic head of the phrase.
    pub(crate) head_token: usize,
    /// How it names.
    pub(crate) form: Form,
    /// What its words make it.
    pub(crate) kind: EntityKind,
    /// Number of the name that it is.
    pub(crate) name: Option<usize>,
    /// Number of the office that it is or bears.
    pub(crate) office: Option<usize>,
    /// One or more.
    pub(crate) number: Number,
    /// What its words tell of gender.
    pub(crate) gender: Option<Gender>,
    /// How it is determined.
    pub(crate) determiner: Determiner,
    /// What a common noun before the name says that it is ("the news agency Fars").
    pub(crate) class: Option<EntityKind>,
    /// Names inside that tell whose it is ("Turkish" in "the Turkish army").
    pub(crate) owners: Vec<usize>,
}

impl Draft {
    /// A mention of a single token, with nothing known of it.
    pub(crate) fn token(token: usize, form: Form, kind: EntityKind) -> Self {
        Self {
            tokens: token..token + 1,
            head: token..token + 1,
            head_token: token,
            form,
            kind,
            name: None,
            office: None,
            number: Number::Unknown,
            gender: None,
            determiner: Determiner::Bare,
            class: None,
            owners: Vec::new(),
        }
    }
}

/// What the collection reads.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) annotated: &'a Annotated,
    pub(crate) knowledge: &'a Knowledge,
    pub(crate) names: &'a [Name],
    /// For each token the number of the outermost name that it belongs to.
    pub(crate) name_at: &'a [Option<usize>],
    pub(crate) offices: &'a [Office],
    /// For each token the number of the title that it belongs to.
    pub(crate) office_at: &'a [Option<usize>],
}

impl Source<'_> {
    pub(crate) fn lower(&self, token: usize) -> &str {
        self.annotated.lower(token)
    }
}

/// For each token the number of the outermost name that it belongs to.
pub(crate) fn name_index(names: &[Name], tokens: usize) -> Vec<Option<usize>> {
    let mut index = vec![None; tokens];
    for (number, name) in names.iter().enumerate() {
        if !name.nested {
            index[name.tokens.clone()].fill(Some(number));
        }
    }
    index
}

/// For each token the number of the title that it belongs to.
pub(crate) fn office_index(offices: &[Office], tokens: usize) -> Vec<Option<usize>> {
    let mut index = vec![None; tokens];
    for (number, office) in offices.iter().enumerate() {
        index[office.tokens.clone()].fill(Some(number));
    }
    index
}

/// All mentions in text order, the longer one before those nested in it.
pub(crate) fn collect(source: &Source) -> Vec<Draft> {
    let mut drafts = named::drafts(source);
    let mut covered = vec![false; source.annotated.tokens.len()];
    for draft in &drafts {
        covered[draft.head.clone()].fill(true);
        if draft.form == Form::Name {
            let office = draft
                .office
                .map(|number| source.offices[number].tokens.clone());
            covered[office.unwrap_or(0..0)].fill(true);
            covered[draft.head_token] = true;
        }
    }
    drafts.extend(office::drafts(source, &mut covered));
    drafts.extend(nominal::drafts(source, &covered));
    drafts.extend(pronoun::drafts(source));
    drafts.sort_by_key(|draft| {
        (
            draft.tokens.start,
            std::cmp::Reverse(draft.tokens.end),
            draft.kind == EntityKind::Post,
        )
    });
    drafts
}
