//! What is wrong with inputs, told with a way out.

use super::input::Reading;
use super::lines::LONGEST_ARTICLE;
use crate::error::{Diagnostic, Location};

pub(super) fn failed(fault: Diagnostic) -> Reading {
    Reading {
        item: Err(fault),
        warnings: Vec::new(),
    }
}

pub(super) fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
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

pub(super) fn binary(name: &str, kind: &str) -> Diagnostic {
    Diagnostic::error(Location::file(name), format!("{kind}, not text"))
        .with_hint("take the text out of it first (for a PDF: pdftotext)")
}

pub(super) fn too_long(location: Location, length: usize) -> Diagnostic {
    let message = format!(
        "an article of more than {} MB ({:.1} MB)",
        LONGEST_ARTICLE >> 20,
        length as f64 / f64::from(1 << 20),
    );
    Diagnostic::error(location, message)
        .with_hint("one article a file, or one a line in JSON Lines")
}

pub(super) fn foreign(id: &str, location: &Location) -> Diagnostic {
    Diagnostic::error(
        location.clone(),
        format!("`{id}` does not look like English; skipped"),
    )
    .with_hint("newsgraph reads English; --any-language takes the text all the same")
}
