//! Reading: bytes to [`Document`].

mod boilerplate;
mod code_points;
mod dateline;
mod encoding;
mod fault;
mod input;
mod jsonl;
mod language;
mod lines;
mod paths;
mod stream;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use code_points::CodePoints;
pub use input::{InputFormat, Item, Options, Reader, Reading};
pub use jsonl::day;
pub use language::is_foreign;
pub use lines::LONGEST_ARTICLE;

use crate::span::Span;

/// An article as it was given; the text is never changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What identifies it to its user: the input's `id`, else the path, else the hash.
    pub id: String,
    /// The text exactly as given.
    pub text: String,
    /// Day of publication where the input gives one.
    pub date: Option<Date>,
    /// Headline.
    pub title: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Publisher.
    pub source: Option<String>,
    /// Paragraphs in text order; between them only white space.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Without the white space around it.
    pub span: Span,
    /// Whether facts may be read from it.
    pub kind: ParagraphKind,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParagraphKind {
    /// The article's own words.
    Body,
    /// Where and when it was written, before its first words: "KYIV, Dec 13 –".
    Dateline,
    /// A linked headline, a caption, "read more": marked, not removed.
    Boilerplate,
}

impl Document {
    /// A document of a bare text: every non-empty line is a paragraph of the body.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let paragraphs = paragraphs(&text);
        Self {
            id: id.into(),
            text,
            paragraphs,
            ..Self::default()
        }
    }

    /// The first 16 hex digits of the SHA-256 of the text and, where they are given, of U+001F
    /// and `date=`, `source=`, `url=`: the local name of the article's IRI.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(&self.text);
        let date = self.date.map(|date| date.to_string());
        let parts = [
            ("date", &date),
            ("source", &self.source),
            ("url", &self.url),
        ];
        for (name, value) in parts {
            if let Some(value) = value {
                hasher.update(format!("\u{1f}{name}={value}"));
            }
        }
        hex(&hasher.finalize()[..8])
    }

    /// SHA-256 of the text alone, 64 hex digits: equal texts are found by it.
    #[must_use]
    pub fn text_sha256(&self) -> String {
        hex(&Sha256::digest(&self.text))
    }

    /// The same place counted in Unicode code points, as the graph and the facts have it.
    #[must_use]
    pub fn code_points(&self, span: Span) -> (usize, usize) {
        let start = self.text[..span.start].chars().count();
        (start, start + span.of(&self.text).chars().count())
    }
}

/// Bytes as lower-case hex digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let mut span = Span::new(start, start + trimmed.len());
            if let Some(length) = dateline::length(trimmed) {
                let words = trimmed[..length].trim_end().len();
                found.push(Paragraph {
                    span: Span::new(start, start + words),
                    kind: ParagraphKind::Dateline,
                });
                span.start += length;
            }
            let kind = ParagraphKind::Body;
            found.push(Paragraph { span, kind });
        }
        at += line.len();
    }
    boilerplate::mark(text, &mut found);
    found
}
