//! Annotated documents in the JSON form of spaCy's `Doc.to_json`, one a line, and in CoNLL-U.
//!
//! What spaCy writes can be read back in, so another annotator can stand in for ours.

use std::io::Write;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::annotate::{Annotated, Dep, Name, NameLabel, Pos, Tag, Token};
use crate::error::{Diagnostic, Error, Location, Result};
use crate::read::{CodePoints, Document};
use crate::span::Span;

#[derive(Serialize, Deserialize)]
struct Record {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default)]
    ents: Vec<EntRecord>,
    sents: Vec<SentRecord>,
    tokens: Vec<TokenRecord>,
}

#[derive(Serialize, Deserialize)]
struct EntRecord {
    start: usize,
    end: usize,
    label: String,
}

#[derive(Serialize, Deserialize)]
struct SentRecord {
    start: usize,
    end: usize,
}

#[derive(Serialize, Deserialize)]
struct TokenRecord {
    id: usize,
    start: usize,
    end: usize,
    tag: String,
    pos: String,
    #[serde(default)]
    morph: String,
    lemma: String,
    dep: String,
    head: usize,
}

/// Writes an annotated document as one line of JSON; offsets are code points.
///
/// # Errors
/// When the writer fails.
pub fn write_json(annotated: &Annotated, mut to: impl Write) -> std::io::Result<()> {
    serde_json::to_writer(&mut to, &record(annotated))?;
    to.write_all(b"\n")
}

fn record(annotated: &Annotated) -> Record {
    let document = &annotated.document;
    let offsets = CodePoints::new(&document.text);
    let range = |tokens: std::ops::Range<usize>| {
        let end = tokens
            .end
            .checked_sub(1)
            .map_or(0, |last| annotated.tokens[last].span.end);
        let start = annotated
            .tokens
            .get(tokens.start)
            .map_or(end, |first| first.span.start);
        offsets.span(Span::new(start, end))
    };
    Record {
        id: Some(document.id.clone()),
        text: document.text.clone(),
        date: document.date,
        title: document.title.clone(),
        url: document.url.clone(),
        source: document.source.clone(),
        ents: annotated
            .names
            .iter()
            .map(|name| {
                let (start, end) = range(name.tokens.clone());
                EntRecord {
                    start,
                    end,
                    label: name.label.to_string(),
                }
            })
            .collect(),
        sents: annotated
            .sentences
            .iter()
            .map(|sentence| {
                let (start, end) = range(sentence.clone());
                SentRecord { start, end }
            })
            .collect(),
        tokens: annotated
            .tokens
            .iter()
            .enumerate()
            .map(|(id, token)| token_record(id, token, &offsets))
            .collect(),
    }
}

fn token_record(id: usize, token: &Token, offsets: &CodePoints) -> TokenRecord {
    let (start, end) = offsets.span(token.span);
    TokenRecord {
        id,
        start,
        end,
        tag: token.tag.to_string(),
        pos: token.pos.to_string(),
        morph: token.morph.to_string(),
        lemma: token.lemma.to_string(),
        dep: token.dep.to_string(),
        head: token.head,
    }
}

/// Reads a line of JSON that [`write_json`] or spaCy wrote.
///
/// # Errors
/// When the line is not of that form or its offsets do not fit the text.
pub fn read_json(line: &str, location: &Location) -> Result<Annotated> {
    let record: Record = serde_json::from_str(line).map_err(|error| {
        let location = Location { column: error.column(), ..location.clone() };
        Error::Input(Diagnostic::error(location, format!("not an annotated document: {error}"))
            .with_hint("one JSON object a line, as `newsgraph annotate --to json` or spaCy's Doc.to_json writes it"))
    })?;
    annotated(record).ok_or_else(|| {
        Error::Input(
            Diagnostic::error(location.clone(), "an offset or head lies outside the text")
                .with_hint("offsets are code points of `text`, heads are token numbers"),
        )
    })
}

fn annotated(record: Record) -> Option<Annotated> {
    let mut document = Document::new("", record.text);
    document.id = record.id.unwrap_or_else(|| document.hash());
    document.date = record.date;
    document.title = record.title;
    document.url = record.url;
    document.source = record.source;
    let bytes = byte_offsets(&document.text);
    let span = |start: usize, end: usize| {
        let (start, end) = (*bytes.get(start)?, *bytes.get(end)?);
        (start <= end).then_some(Span::new(start, end))
    };
    let count = record.tokens.len();
    let mut tokens = Vec::with_capacity(count);
    for token in record.tokens {
        let span = span(token.start, token.end)?;
        (token.head < count).then_some(())?;
        tokens.push(Token {
            span,
            tag: Tag::parse(&token.tag),
            pos: Pos::parse(&token.pos),
            morph: Arc::from(token.morph),
            lemma: Arc::from(token.lemma),
            lower: Arc::from(span.of(&document.text).to_lowercase()),
            head: token.head,
            dep: Dep::parse(&token.dep),
        });
    }
    let range = |span: Span| {
        let start = tokens.partition_point(|token| token.span.start < span.start);
        start..tokens.partition_point(|token| token.span.end <= span.end)
    };
    let mut sentences = Vec::new();
    for sentence in &record.sents {
        sentences.push(range(span(sentence.start, sentence.end)?));
    }
    let mut names = Vec::new();
    for name in &record.ents {
        let tokens = range(span(name.start, name.end)?);
        names.push(Name {
            tokens,
            label: NameLabel::parse(&name.label),
        });
    }
    Some(Annotated::new(document, tokens, sentences, names))
}

// The byte at which each code point begins, and the length.
fn byte_offsets(text: &str) -> Vec<usize> {
    text.char_indices()
        .map(|(byte, _)| byte)
        .chain([text.len()])
        .collect()
}

/// Writes an annotated document in CoNLL-U; names stand in the last column as `NE=B-PERSON`.
///
/// # Errors
/// When the writer fails.
pub fn write_conllu(annotated: &Annotated, mut to: impl Write) -> std::io::Result<()> {
    writeln!(to, "# newdoc id = {}", annotated.document.id)?;
    let names = name_tags(annotated);
    for (number, sentence) in annotated.sentences.iter().enumerate() {
        let words: Vec<usize> = sentence
            .clone()
            .filter(|&token| annotated.pos(token) != Pos::Space)
            .collect();
        if words.is_empty() {
            continue;
        }
        let text = annotated.sentence_span(number).of(&annotated.document.text);
        writeln!(
            to,
            "# text = {}",
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        )?;
        for (index, &token) in words.iter().enumerate() {
            let head = annotated
                .head(token)
                .and_then(|head| words.binary_search(&head).ok())
                .map_or(0, |place| place + 1);
            conllu_line(annotated, index + 1, token, head, &names[token], &mut to)?;
        }
        writeln!(to)?;
    }
    Ok(())
}

fn conllu_line(
    annotated: &Annotated,
    number: usize,
    token: usize,
    head: usize,
    name: &str,
    mut to: impl Write,
) -> std::io::Result<()> {
    let word = &annotated.tokens[token];
    let or_blank = |text: &str| {
        if text.is_empty() {
            "_".to_owned()
        } else {
            text.to_owned()
        }
    };
    writeln!(
        to,
        "{number}\t{}\t{}\t{}\t{}\t{}\t{head}\t{}\t_\t{}",
        annotated.text(token),
        word.lemma,
        word.pos,
        word.tag,
        or_blank(&word.morph),
        word.dep,
        or_blank(name),
    )
}

// `NE=B-…` and `NE=I-…` for the tokens of names.
fn name_tags(annotated: &Annotated) -> Vec<String> {
    let mut tags = vec![String::new(); annotated.tokens.len()];
    for name in &annotated.names {
        for token in name.tokens.clone() {
            let place = if token == name.tokens.start { 'B' } else { 'I' };
            tags[token] = format!("NE={place}-{}", name.label);
        }
    }
    tags
}
