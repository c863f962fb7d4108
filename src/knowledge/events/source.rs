//! A file of wordings and places in it.

use crate::error::{Diagnostic, Error, Location};

/// A file of wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventFile<'text> {
    /// Its name without `.toml`: the first part of its rules' names.
    pub name: &'text str,
    /// Where it stands, as it is shown.
    pub place: &'text str,
    /// Its words.
    pub text: &'text str,
}

impl EventFile<'_> {
    /// The place of a byte of the file, with the line for the caret.
    #[must_use]
    pub fn at(&self, offset: usize) -> Location {
        let border = (0..=offset.min(self.text.len()))
            .rev()
            .find(|&at| self.text.is_char_boundary(at));
        let before = &self.text[..border.unwrap_or_default()];
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = self.text[start..].lines().next().unwrap_or_default();
        Location {
            file: self.place.to_owned(),
            line: 1 + before.matches('\n').count(),
            column: 1 + before[start..].chars().count(),
            excerpt: line.to_owned(),
        }
    }

    /// An error at a byte of the file.
    pub(super) fn fault(&self, offset: usize, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(self.at(offset), message)
    }

    /// What the reader of TOML has to say; `start` is where the text that it read begins.
    pub(super) fn syntax(&self, error: &toml::de::Error, start: usize) -> Diagnostic {
        let offset = error.span().map_or(start, |span| start + span.start);
        let mut lines = error.message().lines();
        let fault = self.fault(offset, lines.next().unwrap_or("not TOML"));
        match lines.next() {
            Some(rest) => fault.with_hint(rest),
            None => fault,
        }
    }

    /// The same as what stops a run.
    pub(super) fn stop(&self, error: &toml::de::Error) -> Error {
        Error::Knowledge(self.syntax(error, 0))
    }
}
