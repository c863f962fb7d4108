//! Invented sentences whose trees are mended.

use super::mend;
use crate::annotate::{Annotated, Dep};
use crate::pipeline::Pipeline;
use crate::read::{Document, ParagraphKind};

fn mended(text: &str) -> Annotated {
    let pipeline = Pipeline::new().unwrap();
    let annotated = pipeline.annotate(Document::new("case", text));
    mend(annotated, pipeline.knowledge())
}

fn place<'a>(annotated: &'a Annotated, word: &str) -> (&'a str, Dep) {
    let token = (0..annotated.tokens.len())
        .find(|&token| annotated.text(token) == word)
        .unwrap();
    let head = annotated.head(token).unwrap_or(token);
    (annotated.text(head), annotated.dep(token))
}

#[test]
fn a_conjunct_in_the_form_of_the_telling_goes_on_with_it() {
    for text in [
        "Norland has denied that it is arming the rebels and has accused Sudria of lies.",
        "The ministry denied it had paid the group and accused the opposition of lies.",
    ] {
        assert_eq!(place(&mended(text), "accused").1, Dep::Conj);
        let head = place(&mended(text), "accused").0.to_owned();
        assert_eq!(head, "denied", "{text}");
    }
}

#[test]
fn a_conjunct_of_what_a_person_is_told_to_have_done_stays() {
    let tree =
        mended("The agency reported that Norland closed the border and accused Sudria of lies.");
    assert_eq!(place(&tree, "accused").0, "closed");
}

#[test]
fn the_object_of_a_preposition_of_saying_is_the_subject_of_its_participle() {
    let tree = mended("The statement spoke of Sudria assuming the duty of guarding the camp.");
    assert_eq!(place(&tree, "Sudria"), ("assuming", Dep::Nsubj));
    assert_eq!(place(&tree, "assuming"), ("of", Dep::Pcomp));
}

#[test]
fn people_in_front_of_their_meeting_issue_the_statement() {
    let tree =
        mended("On 12 December, the G7 foreign ministers meeting in Liverpool issued a statement.");
    assert_eq!(place(&tree, "ministers"), ("issued", Dep::Nsubj));
}

#[test]
fn an_object_that_is_the_subject_of_what_is_told_gets_its_verb() {
    let tree =
        mended("The chairman has long maintained a tax inquiry is what the council is now doing.");
    assert_eq!(place(&tree, "inquiry"), ("is", Dep::Nsubj));
    assert_eq!(place(&tree, "is"), ("maintained", Dep::Ccomp));
}

#[test]
fn what_a_statement_reminds_of_belongs_to_the_reminding() {
    let tree = mended(
        "The league issued a statement reminding Sudria that “any use of force to change borders is banned under the treaty”.",
    );
    assert_eq!(place(&tree, "banned"), ("reminding", Dep::Ccomp));
}

#[test]
fn a_preposition_left_alone_gets_the_name_behind_the_conjunction() {
    let tree = mended("Boris Johnson spoke to and Mr Arlen by telephone on Monday.");
    assert_eq!(place(&tree, "Arlen"), ("to", Dep::Pobj));
}

#[test]
fn no_tree_runs_from_a_caption_into_the_text() {
    let pipeline = Pipeline::new().unwrap();
    let mut document = Document::new(
        "case",
        "Watch the leaders clash\nThe union closed the border.",
    );
    document.paragraphs[0].kind = ParagraphKind::Boilerplate;
    let annotated = mend(pipeline.annotate(document), pipeline.knowledge());
    let second = annotated.tokens_within(annotated.document.paragraphs[1].span);
    let inside = |token: usize| {
        annotated
            .head(token)
            .is_none_or(|head| second.contains(&head))
    };
    assert!(second.clone().all(inside));
    assert!(
        annotated
            .sentences
            .iter()
            .any(|one| one.start == second.start)
    );
}

#[test]
fn a_tree_without_fault_stays_as_it_is() {
    let pipeline = Pipeline::new().unwrap();
    let text = "The president said that the army had left the town and that the talks would go on.";
    let annotated = pipeline.annotate(Document::new("case", text));
    assert_eq!(mend(annotated.clone(), pipeline.knowledge()), annotated);
}
