//! Arguments that are a predicate's own children in the tree.

use super::{Argument, Predicate, PredicateKind, Relation};
use crate::annotate::{Annotated, Dep, Pos, Tag};

/// Reads a predicate with its own arguments. `found` has the predicates of the tokens above.
pub(super) fn read(
    annotated: &Annotated,
    token: usize,
    kind: PredicateKind,
    found: &[Option<Predicate>],
) -> Predicate {
    let passive = kind == PredicateKind::Verb && is_passive(annotated, token, found);
    let mut predicate = Predicate {
        token,
        kind,
        passive,
        particle: annotated.child(token, Dep::Prt),
        copula: copula(annotated, token),
        existential: annotated
            .child(token, Dep::Expl)
            .is_some_and(|child| annotated.tag(child) == Tag::Ex),
        arguments: Vec::new(),
    };
    for &child in annotated.children(token) {
        add(annotated, &mut predicate, child);
    }
    predicate
}

/// The copula of a predicate noun or adjective.
pub(super) fn copula(annotated: &Annotated, token: usize) -> Option<usize> {
    let head = annotated.head(token)?;
    match annotated.dep(token) {
        Dep::Attr | Dep::Acomp => Some(head),
        Dep::Conj if annotated.pos(head) != Pos::Verb => copula(annotated, head),
        _ => None,
    }
}

/// Passive by its auxiliary, or a participle after a noun ("the man arrested"), or coordinated with a passive.
fn is_passive(annotated: &Annotated, token: usize, found: &[Option<Predicate>]) -> bool {
    if has_any(annotated, token, &[Dep::Auxpass]) {
        return true;
    }
    if has_any(annotated, token, &[Dep::Nsubjpass]) {
        return !is_by_doing(annotated, token);
    }
    if annotated.tag(token) != Tag::Vbn || has_any(annotated, token, &[Dep::Aux, Dep::Nsubj]) {
        return false;
    }
    match annotated.dep(token) {
        Dep::Acl | Dep::Amod | Dep::Relcl | Dep::Advcl | Dep::Oprd | Dep::Ccomp | Dep::Xcomp => {
            true
        }
        Dep::Conj => annotated
            .head(token)
            .and_then(|head| found[head].as_ref())
            .is_some_and(|head| head.passive),
        _ => annotated
            .child(token, Dep::Agent)
            .is_some_and(|by| annotated.child(by, Dep::Pobj).is_some()),
    }
}

/// "Protested by shouting": what follows "by" is how, not who.
fn is_by_doing(annotated: &Annotated, token: usize) -> bool {
    annotated
        .child(token, Dep::Agent)
        .is_some_and(|by| annotated.child(by, Dep::Pcomp).is_some())
}

fn has_any(annotated: &Annotated, token: usize, labels: &[Dep]) -> bool {
    annotated
        .children(token)
        .iter()
        .any(|&child| labels.contains(&annotated.dep(child)))
}

fn add(annotated: &Annotated, predicate: &mut Predicate, child: usize) {
    match annotated.dep(child) {
        Dep::Nsubj | Dep::Csubj => add_phrase(annotated, predicate, Relation::Subject, child),
        Dep::Nsubjpass | Dep::Csubjpass => {
            let relation = if predicate.passive {
                passive_subject(annotated, predicate.token)
            } else {
                Relation::Subject
            };
            add_phrase(annotated, predicate, relation, child);
        }
        Dep::Dobj => add_phrase(annotated, predicate, Relation::Object, child),
        Dep::Dative => add_dative(annotated, predicate, child),
        Dep::Agent => add_agent(annotated, predicate, child),
        Dep::Prep => add_prepositional(annotated, predicate, child),
        Dep::Ccomp | Dep::Xcomp => add_phrase(annotated, predicate, Relation::Clause, child),
        Dep::Attr | Dep::Acomp | Dep::Oprd => {
            add_phrase(annotated, predicate, Relation::Complement, child);
        }
        Dep::Poss if predicate.kind == PredicateKind::Noun => {
            add_phrase(annotated, predicate, Relation::Subject, child);
        }
        Dep::Amod | Dep::Compound | Dep::Nmod if predicate.kind == PredicateKind::Noun => {
            add_phrase(annotated, predicate, Relation::Modifier, child);
        }
        _ => {}
    }
}

/// "Arland was given arms": the grammatical subject is the one who gets, where an object stands beside it.
fn passive_subject(annotated: &Annotated, verb: usize) -> Relation {
    match annotated.child(verb, Dep::Dobj) {
        Some(object) if object > verb => Relation::Dative,
        _ => Relation::Object,
    }
}

fn add_phrase(annotated: &Annotated, predicate: &mut Predicate, relation: Relation, head: usize) {
    let each = conjuncts(annotated, head);
    predicate
        .arguments
        .extend(each.into_iter().map(|token| Argument::new(relation, token)));
}

fn add_dative(annotated: &Annotated, predicate: &mut Predicate, child: usize) {
    if annotated.pos(child) != Pos::Adp {
        return add_phrase(annotated, predicate, Relation::Dative, child);
    }
    for object in objects(annotated, child) {
        predicate.arguments.push(Argument {
            preposition: Some(child),
            ..Argument::new(Relation::Dative, object)
        });
    }
}

fn add_agent(annotated: &Annotated, predicate: &mut Predicate, by: usize) {
    for object in objects(annotated, by) {
        let argument = if annotated.dep(object) == Dep::Pcomp {
            Argument::after(by, object)
        } else {
            Argument {
                preposition: Some(by),
                ..Argument::new(Relation::Subject, object)
            }
        };
        predicate.arguments.push(argument);
    }
}

fn add_prepositional(annotated: &Annotated, predicate: &mut Predicate, preposition: usize) {
    let by_actor = predicate.kind == PredicateKind::Noun && annotated.lower(preposition) == "by";
    for object in objects(annotated, preposition) {
        let mut argument = Argument::after(preposition, object);
        if by_actor && annotated.dep(object) != Dep::Pcomp {
            argument.relation = Relation::Subject;
        }
        predicate.arguments.push(argument);
    }
    if let Some(object) = stranded_object(annotated, predicate.token, preposition) {
        let each = conjuncts(annotated, object).into_iter();
        predicate
            .arguments
            .extend(each.map(|token| Argument::after(preposition, token)));
    }
    for other in annotated.children_by(preposition, Dep::Conj) {
        if annotated.pos(other) == Pos::Adp {
            add_prepositional(annotated, predicate, other);
        }
    }
}

/// "Spoke to and Mr Berg": a noun coordinated with the verb right after a preposition without object is that object.
fn stranded_object(annotated: &Annotated, verb: usize, preposition: usize) -> Option<usize> {
    let bare = annotated.children(preposition).is_empty();
    let and = annotated
        .children_by(verb, Dep::Cc)
        .find(|&and| and == preposition + 1)
        .filter(|_| bare)?;
    annotated.children_by(verb, Dep::Conj).find(|&noun| {
        noun > and && matches!(annotated.pos(noun), Pos::Noun | Pos::Propn | Pos::Pron)
    })
}

/// Objects of a preposition with their conjuncts; those of an inner one for "out of", "because of".
fn objects(annotated: &Annotated, preposition: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for &child in annotated.children(preposition) {
        match annotated.dep(child) {
            Dep::Pobj => found.extend(conjuncts(annotated, child)),
            Dep::Pcomp | Dep::Prep if annotated.pos(child) == Pos::Adp => {
                found.extend(objects(annotated, child));
            }
            Dep::Pcomp => found.extend(conjuncts(annotated, child)),
            _ => {}
        }
    }
    found
}

/// A head with all that is coordinated with it.
pub(super) fn conjuncts(annotated: &Annotated, head: usize) -> Vec<usize> {
    let mut found = vec![head];
    let mut next = 0;
    while next < found.len() {
        let at = found[next];
        found.extend(
            annotated
                .children_by(at, Dep::Conj)
                .filter(|&child| annotated.pos(child) != Pos::Adp),
        );
        next += 1;
    }
    found
}
