//! The line of components over one or several documents.

use std::sync::Arc;

use super::model::Model;
use super::network::Use;
use super::tokenize::Word;
use super::{Annotated, Token};
use crate::read::Document;
use crate::span::Span;

/// Tokens of documents that are sent through the networks together.
const BATCH: usize = 2_000;

/// Annotates a document. What comes out is the same alone and in any batch.
#[must_use]
pub fn annotate(document: Document, model: &Model) -> Annotated {
    let words = model.tokenizer.words(&document.text);
    let mut annotated = group(vec![(document, words)], model);
    annotated.pop().unwrap_or_default()
}

/// Annotates documents, small ones several at a time, on the calling thread.
#[must_use]
pub fn annotate_batch(documents: Vec<Document>, model: &Model) -> Vec<Annotated> {
    let mut annotated = Vec::with_capacity(documents.len());
    let (mut pending, mut tokens) = (Vec::new(), 0);
    for document in documents {
        let words = model.tokenizer.words(&document.text);
        tokens += words.len();
        pending.push((document, words));
        if tokens >= BATCH {
            annotated.extend(group(std::mem::take(&mut pending), model));
            tokens = 0;
        }
    }
    annotated.extend(group(pending, model));
    annotated
}

fn group(documents: Vec<(Document, Vec<Word>)>, model: &Model) -> Vec<Annotated> {
    let texts: Vec<&[Word]> = documents
        .iter()
        .map(|(_, words)| words.as_slice())
        .collect();
    let syntax = model.encoder.encode(&texts, Use::Syntax);
    let names = model.name_encoder.encode(&texts, Use::Names);
    documents
        .into_iter()
        .enumerate()
        .map(|(text, (document, words))| {
            let vectors = (syntax.text(text), names.text(text));
            one(document, &words, vectors, model)
        })
        .collect()
}

/// Annotates a document whose token vectors, for syntax and for names, are known.
fn one(
    document: Document,
    words: &[Word],
    (syntax, names): (&[f32], &[f32]),
    model: &Model,
) -> Annotated {
    let tags = model.tagger.tags(syntax);
    let tree = model.parser.parse(words, syntax);
    let names = model.names.names(words, &tree.starts, names);
    let analyses = model.ruler.apply(words, &tags, &tree.deps);
    let tokens = words
        .iter()
        .zip(analyses)
        .zip(&tree.heads)
        .map(|((word, analysis), &head)| Token {
            span: Span::new(word.start, word.end()),
            lemma: model.lemmatizer.lemma(&word.lexeme, &analysis),
            tag: analysis.tag,
            pos: analysis.pos,
            morph: analysis.morph,
            lower: Arc::clone(&word.lexeme.lower),
            head,
            dep: analysis.dep,
        })
        .collect();
    Annotated::new(document, tokens, sentences(&tree.starts), names)
}

/// Ranges from each start to the next.
fn sentences(starts: &[bool]) -> Vec<std::ops::Range<usize>> {
    let mut sentences: Vec<std::ops::Range<usize>> = Vec::new();
    for (token, &start) in starts.iter().enumerate() {
        match sentences.last_mut() {
            Some(last) if !start => last.end = token + 1,
            _ => sentences.push(token..token + 1),
        }
    }
    sentences
}
