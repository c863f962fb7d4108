//! Files, folders and streams to documents.

use std::collections::{HashSet, VecDeque};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use jiff::civil::Date;

use super::encoding::{self, Decoded};
use super::lines::{LONGEST_ARTICLE, Line, next_line};
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

enum Input {
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

// A path and, for a folder, all that is in it. Files that are named are taken whatever their
// extension, those found in a folder only where it is one of ours.
fn collect(path: &Path, named: bool, found: &mut VecDeque<Input>) {
    if !path.is_dir() {
        if named || format_of_name(path).is_some() {
            found.push_back(Input::Path(path.to_owned()));
        }
        return;
    }
    match std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => {
            let mut paths: Vec<PathBuf> = entries.iter().map(std::fs::DirEntry::path).collect();
            paths.retain(|path| !is_hidden(path));
            paths.sort();
            for path in paths {
                collect(&path, false, found);
            }
        }
        Err(error) => found.push_back(Input::Missing(path.to_owned(), error)),
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn format_of_name(path: &Path) -> Option<InputFormat> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    match name.rsplit_once('.')?.1 {
        "txt" | "text" => Some(InputFormat::Text),
        "jsonl" | "ndjson" => Some(InputFormat::JsonLines),
        _ => None,
    }
}

fn format_of_start(start: &[u8]) -> InputFormat {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    if start.trim_ascii_start().starts_with(b"{") {
        InputFormat::JsonLines
    } else {
        InputFormat::Text
    }
}

// `-` and paths with `/` and without `./`.
fn display_name(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").map_or(name.clone(), str::to_owned)
}

fn stream(path: &Path) -> std::io::Result<Box<dyn BufRead + Send>> {
    let raw: Box<dyn Read + Send> = if path == Path::new("-") {
        Box::new(std::io::stdin())
    } else {
        Box::new(File::open(path)?)
    };
    let mut from = BufReader::with_capacity(1 << 16, raw);
    if from.fill_buf()?.starts_with(b"\x1F\x8B") {
        return Ok(Box::new(BufReader::with_capacity(
            1 << 16,
            MultiGzDecoder::new(from),
        )));
    }
    Ok(Box::new(from))
}

fn peek(from: &mut dyn BufRead) -> std::io::Result<Vec<u8>> {
    let start = from.fill_buf()?;
    Ok(start[..start.len().min(8192)].to_vec())
}

fn read_article(name: &str, from: impl Read) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = Vec::new();
    let limit = 2 * LONGEST_ARTICLE as u64 + 1;
    let read = from.take(limit).read_to_end(&mut bytes);
    let read = read.map_err(|error| unreadable(name, &error))?;
    if read as u64 == limit {
        return Err(too_long(Location::file(name), read));
    }
    Ok(bytes)
}

// Lines of a UTF-16 file: decoded as a whole.
fn widened(
    name: &str,
    mut from: Box<dyn BufRead + Send>,
) -> Result<Box<dyn BufRead + Send>, Diagnostic> {
    const LARGEST: u64 = 256 << 20;
    let mut bytes = Vec::new();
    let read = from.by_ref().take(LARGEST + 1).read_to_end(&mut bytes);
    let read = read.map_err(|error| unreadable(name, &error))?;
    if read as u64 > LARGEST {
        return Err(
            Diagnostic::error(Location::file(name), "a UTF-16 file of more than 256 MB")
                .with_hint("convert it to UTF-8 first"),
        );
    }
    match encoding::decode(bytes) {
        Decoded::Sure(text) | Decoded::Guessed(text, _) => {
            Ok(Box::new(std::io::Cursor::new(text.into_bytes())))
        }
        Decoded::Binary(kind) => Err(binary(name, kind)),
    }
}

fn decoded(
    decoded: Decoded,
    location: &Location,
    warnings: &mut Vec<Diagnostic>,
) -> Result<String, Diagnostic> {
    match decoded {
        Decoded::Sure(text) => Ok(text),
        Decoded::Guessed(text, byte) => {
            let message = format!("not valid UTF-8 at byte {}; read as Windows-1252", byte + 1);
            let hint = "convert the input to UTF-8 to be sure of its characters";
            warnings.push(Diagnostic::warning(location.clone(), message).with_hint(hint));
            Ok(text)
        }
        Decoded::Binary(kind) => Err(binary(&location.file, kind)),
    }
}

fn failed(fault: Diagnostic) -> Reading {
    Reading {
        item: Err(fault),
        warnings: Vec::new(),
    }
}

fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    let (message, hint) = match error.kind() {
        std::io::ErrorKind::NotFound => (
            "no such file",
            "check the path; a folder or `-` is taken too",
        ),
        std::io::ErrorKind::PermissionDenied => {
            ("the file may not be read", "check its permissions")
        }
        std::io::ErrorKind::InvalidInput
        | std::io::ErrorKind::InvalidData
        | std::io::ErrorKind::UnexpectedEof => {
            return Diagnostic::error(
                Location::file(name),
                format!("damaged or cut short: {error}"),
            )
            .with_hint("unpack the file by hand to see what is whole");
        }
        _ => return Diagnostic::error(Location::file(name), error.to_string()),
    };
    Diagnostic::error(Location::file(name), message).with_hint(hint)
}

fn binary(name: &str, kind: &str) -> Diagnostic {
    Diagnostic::error(Location::file(name), format!("{kind}, not text"))
        .with_hint("take the text out of it first (for a PDF: pdftotext)")
}

fn too_long(location: Location, length: usize) -> Diagnostic {
    let message = format!(
        "an article of more than {} MB ({:.1} MB)",
        LONGEST_ARTICLE >> 20,
        length as f64 / f64::from(1 << 20),
    );
    Diagnostic::error(location, message)
        .with_hint("one article a file, or one a line in JSON Lines")
}

fn foreign(id: &str, location: &Location) -> Diagnostic {
    Diagnostic::error(
        location.clone(),
        format!("`{id}` does not look like English; skipped"),
    )
    .with_hint("newsgraph reads English; --any-language takes the text all the same")
}
