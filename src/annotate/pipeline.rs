//! The line of components over one or several documents.

use std::ops::Range;
use std::sync::Arc;

use super::model::Model;
use super::network::Use;
use super::pieces::pieces;
use super::tokenize::Word;
use super::{Annotated, Name, Token};
use crate::read::Document;
use crate::span::Span;

/// Tokens of documents that are sent through the networks together.
const BATCH: usize = 1_500;

/// Annotates a document. What comes out is the same alone and in any batch.
///
/// A text of more than 200,000 bytes is annotated in pieces, cut between paragraphs where
/// there are any: next to a cut, words do not see their neighbours. Datelines are pieces of their own.
#[must_use]
pub fn annotate(document: Document, model: &Model) -> Annotated {
    let mut annotated = annotate_batch(vec![document], model);
    annotated.pop().unwrap_or_default()
}

/// Annotates documents, small ones several at a time, on the calling thread.
#[must_use]
pub fn annotate_batch(documents: Vec<Document>, model: &Model) -> Vec<Annotated> {
    let mut layers: Vec<Layers> = documents.iter().map(|_| Layers::default()).collect();
    let (mut pending, mut tokens) = (Vec::new(), 0);
    for (number, document) in documents.iter().enumerate() {
        for piece in pieces(document) {
            let words = model.tokenizer.words(&document.text[piece.clone()]);
            tokens += words.len();
            pending.push((number, piece.start, words));
            if tokens >= BATCH {
                annotate_pieces(&std::mem::take(&mut pending), model, &mut layers);
                tokens = 0;
            }
        }
    }
    annotate_pieces(&pending, model, &mut layers);
    documents
        .into_iter()
        .zip(layers)
        .map(|(document, layers)| {
            Annotated::new(document, layers.tokens, layers.sentences, layers.names)
        })
        .collect()
}

/// What annotating gives beside the document itself.
#[derive(Debug, Default)]
struct Layers {
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    names: Vec<Name>,
}

/// Annotates pieces, each given with the number of its document and its first byte there.
fn annotate_pieces(pieces: &[(usize, usize, Vec<Word>)], model: &Model, documents: &mut [Layers]) {
    let texts: Vec<&[Word]> = pieces
        .iter()
        .map(|(_, _, words)| words.as_slice())
        .collect();
    let syntax = model.encoder.encode(&texts, Use::Syntax);
    let names = model.name_encoder.encode(&texts, Use::Names);
    for (text, (document, start, words)) in pieces.iter().enumerate() {
        let vectors = (syntax.text(text), names.text(text));
        documents[*document].add(*start, words, vectors, model);
    }
}

impl Layers {
    /// Adds a piece that begins at a byte, whose token vectors, for syntax and for names, are known.
    fn add(
        &mut self,
        start: usize,
        words: &[Word],
        (syntax, names): (&[f32], &[f32]),
        model: &Model,
    ) {
        let first = self.tokens.len();
        let tags = model.tagger.tags(syntax);
        let tree = model.parser.parse(words, syntax);
        let names = model.names.names(words, &tree.starts, names);
        let analyses = model.ruler.apply(words, &tags, &tree.deps);
        let rows = words.iter().zip(analyses).zip(&tree.heads);
        self.tokens
            .extend(rows.map(|((word, analysis), &head)| Token {
                span: Span::new(start + word.start, start + word.end()),
                lemma: model.lemmatizer.lemma(&word.lexeme, &analysis),
                tag: analysis.tag,
                pos: analysis.pos,
                morph: analysis.morph,
                lower: Arc::clone(&word.lexeme.lower),
                head: first + head,
                dep: analysis.dep,
            }));
        self.add_sentences(first, &tree.starts);
        self.names.extend(names.into_iter().map(|name| Name {
            tokens: first + name.tokens.start..first + name.tokens.end,
            label: name.label,
        }));
    }

    /// Adds the ranges from each start to the next.
    fn add_sentences(&mut self, first: usize, starts: &[bool]) {
        for (token, &start) in (first..).zip(starts) {
            match self.sentences.last_mut() {
                Some(last) if !start && token > first => last.end = token + 1,
                _ => self.sentences.push(token..token + 1),
            }
        }
    }
}
