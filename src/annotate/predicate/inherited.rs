//! Arguments that a predicate does not have as children: shared by coordination, controlled,
//! raised, or the antecedent of a relative or participial clause.

use super::{Argument, Predicate, PredicateKind, Relation, control, own};
use crate::annotate::{Annotated, Dep, Pos, Tag};

/// Adds what is handed down to a predicate. `found` has the predicates of the tokens above.
pub(super) fn fill(annotated: &Annotated, found: &[Option<Predicate>], predicate: &mut Predicate) {
    match predicate.kind {
        PredicateKind::Verb => fill_verb(annotated, found, predicate),
        PredicateKind::Noun | PredicateKind::Adjective => fill_copular(found, predicate),
    }
}

fn fill_verb(annotated: &Annotated, found: &[Option<Predicate>], predicate: &mut Predicate) {
    let token = predicate.token;
    let Some(head) = annotated.head(token) else {
        return;
    };
    if matches!(annotated.dep(token), Dep::Relcl | Dep::Acl | Dep::Amod) {
        antecedent(annotated, predicate, head);
    }
    if has_surface_subject(annotated, predicate) {
        return;
    }
    let controllers = match annotated.dep(token) {
        Dep::Conj | Dep::Advcl | Dep::Dep | Dep::Oprd => surface_subject(found, head),
        Dep::Xcomp | Dep::Ccomp => controllers(annotated, found, head),
        Dep::Pcomp => gerund_subject(annotated, found, head),
        Dep::Acl => noun_controllers(annotated, found, head),
        _ => Vec::new(),
    };
    hand_down(predicate, surface_relation(predicate), &controllers);
}

fn surface_subject(found: &[Option<Predicate>], verb: usize) -> Vec<usize> {
    found[verb]
        .as_ref()
        .map(Predicate::surface_subject)
        .unwrap_or_default()
}

/// Whether the place of the grammatical subject is taken; an object of a reduced clause counts.
fn has_surface_subject(annotated: &Annotated, predicate: &Predicate) -> bool {
    let own = annotated.children(predicate.token).iter().any(|&child| {
        matches!(
            annotated.dep(child),
            Dep::Nsubj | Dep::Nsubjpass | Dep::Csubj | Dep::Csubjpass | Dep::Expl
        )
    });
    own || !predicate.surface_subject().is_empty()
}

const fn surface_relation(predicate: &Predicate) -> Relation {
    if predicate.passive {
        Relation::Object
    } else {
        Relation::Subject
    }
}

fn hand_down(predicate: &mut Predicate, relation: Relation, tokens: &[usize]) {
    for &token in tokens {
        if token != predicate.token {
            predicate
                .arguments
                .push(Argument::handed_down(relation, token));
        }
    }
}

/// The noun that a relative clause, participle or participial adjective speaks of.
fn antecedent(annotated: &Annotated, predicate: &mut Predicate, noun: usize) {
    let each = antecedents(annotated, noun, predicate.token);
    if replace_relatives(annotated, predicate, &each) {
        return;
    }
    let infinitive = annotated.tag(predicate.token) == Tag::Vb;
    let relation = match annotated.dep(predicate.token) {
        Dep::Acl if infinitive => return,
        Dep::Acl | Dep::Amod if predicate.passive => Relation::Object,
        Dep::Acl | Dep::Amod => Relation::Subject,
        _ if predicate.subjects().next().is_none() => surface_relation(predicate),
        _ if gap_after_preposition(annotated, predicate.token) => return,
        _ if predicate.objects().next().is_none() && clause_free(predicate) => Relation::Object,
        _ => return,
    };
    hand_down(predicate, relation, &each);
}

/// "The talks in which", "the place where": the gap is no object.
fn gap_after_preposition(annotated: &Annotated, verb: usize) -> bool {
    annotated.children(verb).iter().any(|&child| {
        annotated.tag(child) == Tag::Wrb
            || annotated.dep(child) == Dep::Prep
                && annotated
                    .children(child)
                    .iter()
                    .any(|&below| is_relative(annotated, below))
    })
}

fn clause_free(predicate: &Predicate) -> bool {
    predicate.by(Relation::Clause).next().is_none()
        && predicate.by(Relation::Complement).next().is_none()
}

/// The antecedent with what is coordinated with it, where the clause follows all of them.
fn antecedents(annotated: &Annotated, noun: usize, clause: usize) -> Vec<usize> {
    own::conjuncts(annotated, noun)
        .into_iter()
        .filter(|&token| token == noun || token < clause)
        .collect()
}

fn is_relative(annotated: &Annotated, token: usize) -> bool {
    matches!(annotated.tag(token), Tag::Wdt | Tag::Wp)
}

/// Puts the antecedent in the place of the relative pronoun; whether there was one.
fn replace_relatives(
    annotated: &Annotated,
    predicate: &mut Predicate,
    antecedents: &[usize],
) -> bool {
    let mut replaced = Vec::with_capacity(predicate.arguments.len());
    let mut any = false;
    for argument in predicate.arguments.drain(..) {
        if is_relative(annotated, argument.token) {
            any = true;
            replaced.extend(antecedents.iter().map(|&token| Argument {
                token,
                inherited: true,
                ..argument
            }));
        } else {
            replaced.push(argument);
        }
    }
    predicate.arguments = replaced;
    any
}

/// Lets the first of two coordinated verbs share the object of the second ("attacked and looted the town").
pub(super) fn share_objects(annotated: &Annotated, found: &mut [Option<Predicate>]) {
    for second in 0..found.len() {
        let Some(first) = sharing_verb(annotated, found, second) else {
            continue;
        };
        let objects: Vec<usize> = found[second].iter().flat_map(Predicate::objects).collect();
        if let Some(verb) = found[first].as_mut() {
            hand_down(verb, Relation::Object, &objects);
        }
    }
}

/// The verb right before "and" and `second`, if it has nothing of its own after it.
fn sharing_verb(
    annotated: &Annotated,
    found: &[Option<Predicate>],
    second: usize,
) -> Option<usize> {
    let first = annotated
        .head(second)
        .filter(|_| annotated.dep(second) == Dep::Conj)?;
    let (one, other) = (found[first].as_ref()?, found[second].as_ref()?);
    let plain = [one, other]
        .iter()
        .all(|verb| verb.kind == PredicateKind::Verb && !verb.passive);
    let bare = one
        .arguments
        .iter()
        .all(|argument| argument.relation == Relation::Subject);
    let close = second == first + 2 && one.particle.is_none() && annotated.pos(first) == Pos::Verb;
    (plain && bare && close).then_some(first)
}

/// Who does what the infinitive or participle below `head` says.
fn controllers(annotated: &Annotated, found: &[Option<Predicate>], head: usize) -> Vec<usize> {
    let Some(governor) = found[head].as_ref() else {
        return Vec::new();
    };
    if governor.passive || control::subject_does_it(annotated.lemma(head)) {
        return governor.surface_subject();
    }
    for relation in [Relation::Object, Relation::Dative] {
        let objects: Vec<usize> = governor
            .by(relation)
            .filter(|&token| annotated.pos(token) != Pos::Verb)
            .collect();
        if !objects.is_empty() {
            return objects;
        }
    }
    governor.surface_subject()
}

/// "Accused Arland of arming", "by arming", "after arming": object or subject of the higher verb.
fn gerund_subject(
    annotated: &Annotated,
    found: &[Option<Predicate>],
    preposition: usize,
) -> Vec<usize> {
    let Some(head) = annotated.head(preposition) else {
        return Vec::new();
    };
    let Some(governor) = found[head].as_ref() else {
        return Vec::new();
    };
    if governor.kind == PredicateKind::Noun && governor.copula.is_none() {
        return noun_controllers(annotated, found, head);
    }
    let objects: Vec<usize> = governor.objects().collect();
    if control::speaks_of_object(annotated.lower(preposition))
        && !objects.is_empty()
        && !governor.passive
    {
        return objects;
    }
    governor.surface_subject()
}

/// "Arland's plan to attack", "a decision by Arland to attack", "Arland has plans to attack".
fn noun_controllers(annotated: &Annotated, found: &[Option<Predicate>], noun: usize) -> Vec<usize> {
    let Some(predicate) = found[noun].as_ref() else {
        return Vec::new();
    };
    let own: Vec<usize> = predicate.subjects().collect();
    if !own.is_empty() {
        return own;
    }
    let Some(head) = annotated.head(noun) else {
        return Vec::new();
    };
    match (annotated.dep(noun), found[head].as_ref()) {
        (Dep::Dobj, Some(verb)) => match verb.by(Relation::Dative).collect::<Vec<_>>() {
            datives if datives.is_empty() => verb.subjects().collect(),
            datives => datives,
        },
        _ => Vec::new(),
    }
}

/// The subject of the copula of a predicate noun or adjective.
fn fill_copular(found: &[Option<Predicate>], predicate: &mut Predicate) {
    let Some(copula) = predicate.copula.and_then(|copula| found[copula].as_ref()) else {
        return;
    };
    if !copula.existential && predicate.subjects().next().is_none() {
        hand_down(predicate, Relation::Subject, &copula.surface_subject());
    }
}
