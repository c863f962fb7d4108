//! Bytes of inputs: unpacked, decoded, within limits.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use super::encoding::{self, Decoded};
use super::fault::{binary, too_long, unreadable};
use super::input::InputFormat;
use super::lines::LONGEST_ARTICLE;
use crate::error::{Diagnostic, Location};

pub(super) fn format_of_start(start: &[u8]) -> InputFormat {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    if start.trim_ascii_start().starts_with(b"{") {
        InputFormat::JsonLines
    } else {
        InputFormat::Text
    }
}

pub(super) fn stream(path: &Path) -> std::io::Result<Box<dyn BufRead + Send>> {
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

pub(super) fn peek(from: &mut dyn BufRead) -> std::io::Result<Vec<u8>> {
    let start = from.fill_buf()?;
    Ok(start[..start.len().min(8192)].to_vec())
}

pub(super) fn read_article(name: &str, from: impl Read) -> Result<Vec<u8>, Diagnostic> {
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
pub(super) fn widened(
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

pub(super) fn decoded(
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
