//! Bytes to text: UTF-8, UTF-16 with a byte order mark, and Windows-1252 as the last guess.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text and how sure its reading is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Decoded {
    /// Valid Unicode.
    Sure(String),
    /// Not valid UTF-8: read as Windows-1252. The first byte that is not UTF-8 stands beside it.
    Guessed(String, usize),
    /// No text at all; what it looks like.
    Binary(&'static str),
}

/// Decodes a whole file.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => return wide(UTF_16LE, rest),
        [0xFE, 0xFF, rest @ ..] => return wide(UTF_16BE, rest),
        _ => {}
    }
    if let Some(kind) = binary(&bytes) {
        return Decoded::Binary(kind);
    }
    let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    decode_line(bytes)
}

/// Decodes a piece that has no byte order mark.
pub(super) fn decode_line(bytes: Vec<u8>) -> Decoded {
    match String::from_utf8(bytes) {
        Ok(text) => Decoded::Sure(text),
        Err(error) => {
            let place = error.utf8_error().valid_up_to();
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(error.as_bytes());
            Decoded::Guessed(text.into_owned(), place)
        }
    }
}

/// Whether the beginning of a file is UTF-16.
pub(super) fn is_wide(start: &[u8]) -> bool {
    start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF")
}

fn wide(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Decoded {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Decoded::Sure(text.into_owned()),
        None => Decoded::Binary("broken UTF-16"),
    }
}

/// What a file that is no text looks like, by its first bytes.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "a zip archive (or an office document)"),
        (b"\x89PNG", "an image"),
        (b"\xFF\xD8\xFF", "an image"),
        (b"GIF8", "an image"),
        (b"\x7FELF", "a program"),
        (b"\xD0\xCF\x11\xE0", "an office document"),
        (b"\x28\xB5\x2F\xFD", "a file compressed with zstd"),
        (b"\xFD7zXZ", "a file compressed with xz"),
        (b"BZh", "a file compressed with bzip2"),
    ];
    let signature = SIGNATURES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|&(_, kind)| kind);
    let head = &bytes[..bytes.len().min(8192)];
    signature.or_else(|| head.contains(&0).then_some("a binary file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks_decide() {
        assert_eq!(
            decode(b"\xEF\xBB\xBFTalks".to_vec()),
            Decoded::Sure("Talks".into())
        );
        assert_eq!(
            decode(b"\xFF\xFET\0a\0".to_vec()),
            Decoded::Sure("Ta".into())
        );
        assert_eq!(
            decode(b"\xFE\xFF\0T\0a".to_vec()),
            Decoded::Sure("Ta".into())
        );
    }

    #[test]
    fn other_bytes_are_read_as_windows_1252() {
        assert_eq!(
            decode(b"It\x92s".to_vec()),
            Decoded::Guessed("It’s".into(), 2)
        );
    }

    #[test]
    fn binary_files_are_told_by_signature_or_null() {
        assert_eq!(
            decode(b"%PDF-1.7".to_vec()),
            Decoded::Binary("a PDF document")
        );
        assert_eq!(decode(b"ab\0c".to_vec()), Decoded::Binary("a binary file"));
    }
}
