//! What a content mainly says.

use crate::annotate::{Annotated, Dep};

/// Whether a word stands in a main clause of what is said, or in one coordinated with it: not in a relative or adverbial
/// clause of it, nor, unless `embedded` clauses count, in a clause that is itself the complement of something said.
/// `is_said` tells which tokens belong to the content.
pub(crate) fn is_main(
    annotated: &Annotated,
    token: usize,
    embedded: bool,
    is_said: impl Fn(usize) -> bool,
) -> bool {
    std::iter::once(token)
        .chain(annotated.ancestors(token))
        .take_while(|&at| is_said(at))
        .all(|at| match annotated.dep(at) {
            Dep::Relcl | Dep::Acl | Dep::Csubj => !annotated.head(at).is_some_and(&is_said),
            Dep::Advcl => annotated
                .children_by(at, Dep::Mark)
                .any(|mark| annotated.lower(mark) == "that"),
            Dep::Ccomp | Dep::Pcomp | Dep::Xcomp => {
                embedded || !annotated.head(at).is_some_and(&is_said)
            }
            _ => true,
        })
}
