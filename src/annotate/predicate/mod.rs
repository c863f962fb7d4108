//! Predicates with their arguments: the tree read once, so that later stages need not know
//! of passives, relative clauses, coordination, control and raising.
//!
//! In the manner of `PredPatt` (White et al. 2016) over ClearNLP labels.

mod control;
mod inherited;
mod own;
#[cfg(test)]
mod tests;

use super::{Annotated, Dep, Pos, Tag};

/// What kind of word predicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PredicateKind {
    /// A verb.
    Verb,
    /// An adjective with a copula ("is ready").
    Adjective,
    /// A noun: an event noun ("the invasion of X by Y") or one with a copula ("is a threat").
    Noun,
}

/// Grammatical relation of an argument after passives, relatives and shared arguments are undone:
/// the subject is the deep one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Deep subject: of an active verb, or the "by" phrase of a passive; the possessor of an event noun.
    Subject,
    /// Deep object: of an active verb, or the subject of a passive.
    Object,
    /// Indirect object.
    Dative,
    /// Object of a preposition, or the gerund after one.
    Prepositional,
    /// A clause: finite, infinitive or participle.
    Clause,
    /// A predicate noun or adjective, an object complement.
    Complement,
    /// An adjective or noun before an event noun ("a Russian airstrike", "the Syria talks").
    Modifier,
}

/// An argument of a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument {
    /// How it stands to the predicate.
    pub relation: Relation,
    /// Head token of the argument; each conjunct is an argument of its own.
    pub token: usize,
    /// The preposition of a prepositional argument (the first of "out of").
    pub preposition: Option<usize>,
    /// Whether it is not the predicate's own child but shared, controlled, or the antecedent of a relative.
    pub inherited: bool,
}

impl Argument {
    const fn new(relation: Relation, token: usize) -> Self {
        Self {
            relation,
            token,
            preposition: None,
            inherited: false,
        }
    }

    const fn after(preposition: usize, token: usize) -> Self {
        Self {
            relation: Relation::Prepositional,
            token,
            preposition: Some(preposition),
            inherited: false,
        }
    }

    const fn handed_down(relation: Relation, token: usize) -> Self {
        Self {
            relation,
            token,
            preposition: None,
            inherited: true,
        }
    }
}

/// A word that predicates, with its arguments in text order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// The token.
    pub token: usize,
    /// What kind of word.
    pub kind: PredicateKind,
    /// Whether it is a passive (also a reduced one: "the man arrested").
    pub passive: bool,
    /// Particle ("up" in "give up").
    pub particle: Option<usize>,
    /// The verb "be", "become" … of a predicate noun or adjective.
    pub copula: Option<usize>,
    /// Whether it only says that there is something ("there was an attack").
    pub existential: bool,
    /// Arguments.
    pub arguments: Vec<Argument>,
}

impl Predicate {
    /// Tokens of the arguments that stand in a relation, in text order.
    pub fn by(&self, relation: Relation) -> impl Iterator<Item = usize> + '_ {
        self.arguments
            .iter()
            .filter(move |argument| argument.relation == relation)
            .map(|argument| argument.token)
    }

    /// The deep subjects.
    pub fn subjects(&self) -> impl Iterator<Item = usize> + '_ {
        self.by(Relation::Subject)
    }

    /// The deep objects.
    pub fn objects(&self) -> impl Iterator<Item = usize> + '_ {
        self.by(Relation::Object)
    }

    /// Objects of a preposition given by its lower-case word.
    pub fn after<'a>(
        &'a self,
        annotated: &'a Annotated,
        preposition: &'a str,
    ) -> impl Iterator<Item = usize> + 'a {
        self.arguments
            .iter()
            .filter(move |argument| {
                argument
                    .preposition
                    .is_some_and(|at| annotated.lower(at) == preposition)
            })
            .map(|argument| argument.token)
    }

    /// The relation in which the grammatical subject stands: the object of a passive.
    fn surface_subject(&self) -> Vec<usize> {
        if !self.passive {
            return self.subjects().collect();
        }
        let datives: Vec<usize> = self.by(Relation::Dative).collect();
        if datives.is_empty() {
            self.objects().collect()
        } else {
            datives
        }
    }
}

/// The predicate that a token heads. `predicates` are in text order, as [`predicates`] gives them.
#[must_use]
pub fn by_token(predicates: &[Predicate], token: usize) -> Option<&Predicate> {
    predicates
        .binary_search_by_key(&token, |predicate| predicate.token)
        .ok()
        .map(|index| &predicates[index])
}

/// All predicates of a text in text order: main verbs, participles, nouns, and adjectives with a copula.
#[must_use]
pub fn predicates(annotated: &Annotated) -> Vec<Predicate> {
    let mut found: Vec<Option<Predicate>> = vec![None; annotated.tokens.len()];
    for token in from_the_roots(annotated) {
        let Some(kind) = kind(annotated, token) else {
            continue;
        };
        let mut predicate = own::read(annotated, token, kind, &found);
        inherited::fill(annotated, &found, &mut predicate);
        found[token] = Some(predicate);
    }
    inherited::share_objects(annotated, &mut found);
    found.into_iter().flatten().map(in_text_order).collect()
}

fn in_text_order(mut predicate: Predicate) -> Predicate {
    predicate
        .arguments
        .sort_by_key(|argument| (argument.token, argument.relation));
    predicate.arguments.dedup();
    predicate
}

/// Tokens ordered so that every head comes before what hangs on it.
fn from_the_roots(annotated: &Annotated) -> Vec<usize> {
    let mut order: Vec<usize> = (0..annotated.tokens.len())
        .filter(|&token| annotated.head(token).is_none())
        .collect();
    let mut next = 0;
    while next < order.len() {
        order.extend_from_slice(annotated.children(order[next]));
        next += 1;
    }
    order
}

fn kind(annotated: &Annotated, token: usize) -> Option<PredicateKind> {
    let dep = annotated.dep(token);
    match annotated.pos(token) {
        Pos::Verb if matches!(dep, Dep::Aux | Dep::Auxpass) => None,
        Pos::Verb => Some(PredicateKind::Verb),
        Pos::Aux if !matches!(dep, Dep::Aux | Dep::Auxpass) => Some(PredicateKind::Verb),
        Pos::Noun | Pos::Propn => Some(PredicateKind::Noun),
        Pos::Adj if own::copula(annotated, token).is_some() => Some(PredicateKind::Adjective),
        Pos::Adj if is_participle(annotated, token) => Some(PredicateKind::Verb),
        _ => None,
    }
}

/// A participle that the tagger reads as an adjective but that heads a clause.
fn is_participle(annotated: &Annotated, token: usize) -> bool {
    matches!(annotated.tag(token), Tag::Vbn | Tag::Vbg)
}
