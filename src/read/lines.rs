//! Lines of a stream, none of which can exhaust the memory.

use std::io::{BufRead, Read};

/// The longest article that is read, in bytes: some 700,000 words.
pub const LONGEST_ARTICLE: usize = 4 << 20;

// JSON may write a character in up to six.
const LONGEST_LINE: usize = 6 * LONGEST_ARTICLE;

/// A line without its end.
pub(super) enum Line {
    /// Its bytes.
    Bytes(Vec<u8>),
    /// Longer than is read; its length in bytes.
    TooLong(usize),
}

/// Reads the next line; `None` at the end.
pub(super) fn next_line(mut from: &mut dyn BufRead) -> std::io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    let read = Read::by_ref(&mut from)
        .take(LONGEST_LINE as u64 + 1)
        .read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') && read > LONGEST_LINE {
        drop(bytes);
        return Ok(Some(Line::TooLong(read + skip_line(from)?)));
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(Some(Line::Bytes(bytes)))
}

fn skip_line(from: &mut dyn BufRead) -> std::io::Result<usize> {
    let mut skipped = 0;
    loop {
        let buffer = from.fill_buf()?;
        if buffer.is_empty() {
            return Ok(skipped);
        }
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        from.consume(used);
        skipped += used;
        if end.is_some() {
            return Ok(skipped);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_taken_off() {
        let mut from = std::io::Cursor::new(b"one\r\n\ntwo".to_vec());
        let mut lines = Vec::new();
        while let Some(Line::Bytes(line)) = next_line(&mut from).expect("reads") {
            lines.push(line);
        }
        assert_eq!(lines, [b"one".to_vec(), Vec::new(), b"two".to_vec()]);
    }

    #[test]
    fn a_line_without_end_is_passed_over() {
        let mut text = vec![b'a'; LONGEST_LINE + 100];
        text.extend(b"\nb");
        let mut from = std::io::Cursor::new(text);
        let first = next_line(&mut from).expect("reads");
        assert!(matches!(first, Some(Line::TooLong(length)) if length == LONGEST_LINE + 101));
        assert!(matches!(next_line(&mut from), Ok(Some(Line::Bytes(line))) if line == b"b"));
    }
}
