//! Files, folders and streams to documents.

use std::collections::{HashSet, VecDeque};
use std::io::BufRead;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::encoding;
use super::fault::{binary, failed, foreign, too_long, unreadable};
use super::lines::{LONGEST_ARTICLE, Line, next_line};
use super::paths::{collect, display_name, format_of_name};
use super::stream::{decoded, format_of_start, peek, read_article, stream, widened};
use super::{Document, ParagraphKind, jsonl, language};
use crate::error::{Diagnostic, Location};

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    /// One article.
    Text,
    /// One article a line.
    JsonLines,
    /// One annotated article a line.
    Annotated,
}

/// How inputs are read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Their format; by file name, else by the first character, where it is not given.
    pub format: Option<InputFormat>,
    /// Publication date of those that bring none.
    pub date: Option<Date>,
    /// Take texts that do not look English.
    pub any_language: bool,
    /// Leave datelines in the paragraphs that they begin.
    pub undivided: bool,
}

/// A piece of input.
#[derive(Debug)]
pub enum Item {
    /// An article.
    Document(Document),
    /// A line with an annotated article and where it stands.
    Annotated(String, Location),
}

/// What came of a piece of input.
#[derive(Debug)]
pub struct Reading {
    /// The piece, or why there is none.
    pub item: Result<Item, Diagnostic>,
    /// What is doubtful in it.
    pub warnings: Vec<Diagnostic>,
}

/// Reads inputs one after the other; only one article is held at a time.
pub struct Reader {
    options: Options,
    waiting: VecDeque<Input>,
    open: Option<Lines>,
    seen: HashSet<String>,
}

pub(super) enum Input {
    Path(PathBuf),
    Missing(PathBuf, std::io::Error),
}

struct Lines {
    name: String,
    format: InputFormat,
    from: Box<dyn BufRead + Send>,
    number: usize,
}

impl Reader {
    /// A reader of files, folders (all text and JSON Lines files in them, sorted by path) and `-`.
    #[must_use]
    pub fn new(inputs: &[PathBuf], options: Options) -> Self {
        let mut waiting = VecDeque::new();
        for input in inputs {
            collect(input, true, &mut waiting);
        }
        Self {
            options,
            waiting,
            open: None,
            seen: HashSet::new(),
        }
    }

    /// Number of files that are still to be opened.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    fn open(&mut self, path: &Path) -> Option<Reading> {
        let name = display_name(path);
        match self.try_open(path, &name) {
            Ok(Opened::Lines(lines)) => {
                self.open = Some(lines);
                None
            }
            Ok(Opened::Text(bytes)) => Some(self.text(&name, bytes)),
            Err(fault) => Some(failed(fault)),
        }
    }

    fn try_open(&self, path: &Path, name: &str) -> Result<Opened, Diagnostic> {
        let mut from = stream(path).map_err(|error| unreadable(name, &error))?;
        let start = peek(&mut from).map_err(|error| unreadable(name, &error))?;
        let wide = encoding::is_wide(&start);
        if let (false, Some(kind)) = (wide, encoding::binary(&start)) {
            return Err(binary(name, kind));
        }
        let format = self.options.format.or_else(|| format_of_name(path));
        let format = format.unwrap_or_else(|| format_of_start(&start));
        if format == InputFormat::Text {
            return read_article(name, from).map(Opened::Text);
        }
        if wide {
            from = widened(name, from)?;
        } else if start.starts_with(b"\xEF\xBB\xBF") {
            from.consume(3);
        }
        Ok(Opened::Lines(Lines {
            name: name.to_owned(),
            format,
            from,
            number: 0,
        }))
    }

    fn text(&mut self, name: &str, bytes: Vec<u8>) -> Reading {
        let mut warnings = Vec::new();
        let location = Location::file(name);
        let item = decoded(encoding::decode(bytes), &location, &mut warnings).and_then(|text| {
            if text.trim().is_empty() {
                return Err(Diagnostic::error(location.clone(), "the file is empty"));
            }
            let mut document = Document::new(name, text);
            if name == "-" {
                document.id = document.hash();
            }
            self.admit(document, &location)
        });
        Reading {
            item: item.map(Item::Document),
            warnings,
        }
    }

    fn line(&mut self) -> Option<Reading> {
        let lines = self.open.as_mut()?;
        loop {
            let line = match next_line(&mut *lines.from) {
                Ok(Some(line)) => line,
                Ok(None) => break,
                Err(error) => {
                    let fault = unreadable(&lines.name, &error);
                    self.open = None;
                    return Some(failed(fault));
                }
            };
            lines.number += 1;
            let location = Location::at(lines.name.clone(), lines.number, 0);
            match line {
                Line::Bytes(bytes) if bytes.trim_ascii().is_empty() => {}
                Line::Bytes(bytes) => {
                    let format = lines.format;
                    return Some(self.line_item(bytes, format, &location));
                }
                Line::TooLong(length) => return Some(failed(too_long(location, length))),
            }
        }
        self.open = None;
        None
    }

    fn line_item(&mut self, bytes: Vec<u8>, format: InputFormat, location: &Location) -> Reading {
        let mut warnings = Vec::new();
        let text = decoded(encoding::decode_line(bytes), location, &mut warnings);
        let item = text.and_then(|line| {
            if format == InputFormat::Annotated {
                return Ok(Item::Annotated(line, location.clone()));
            }
            let document = jsonl::document(&line, location, &mut warnings)?;
            self.admit(document, location).map(Item::Document)
        });
        Reading { item, warnings }
    }

    // Last checks that all articles pass.
    fn admit(
        &mut self,
        mut document: Document,
        location: &Location,
    ) -> Result<Document, Diagnostic> {
        if document.text.len() > LONGEST_ARTICLE {
            return Err(too_long(location.clone(), document.text.len()));
        }
        if !self.options.any_language && language::is_foreign(&document.text) {
            return Err(foreign(&document.id, location));
        }
        if self.options.undivided {
            let paragraphs = document.paragraphs.iter_mut();
            paragraphs
                .filter(|paragraph| paragraph.kind == ParagraphKind::Dateline)
                .for_each(|paragraph| paragraph.kind = ParagraphKind::Body);
        }
        if document.date.is_none() {
            let by_hash = document.id == document.hash();
            document.date = self.options.date;
            if by_hash {
                document.id = document.hash();
            }
        }
        if self.seen.insert(document.id.clone()) {
            return Ok(document);
        }
        Err(Diagnostic::error(
            location.clone(),
            format!(
                "the id `{}` has come before in this run; the later article is skipped",
                document.id
            ),
        )
        .with_hint("give every article an `id` of its own, or leave `id` out"))
    }
}

enum Opened {
    Lines(Lines),
    Text(Vec<u8>),
}

impl Iterator for Reader {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        loop {
            if let Some(reading) = self.line() {
                return Some(reading);
            }
            let reading = match self.waiting.pop_front()? {
                Input::Path(path) => self.open(&path),
                Input::Missing(path, error) => {
                    Some(failed(unreadable(&display_name(&path), &error)))
                }
            };
            if reading.is_some() {
                return reading;
            }
        }
    }
}
