//! What stops a run ([`Error`]) and what is only told ([`Diagnostic`]).

use std::fmt;

/// A result of the library.
pub type Result<T> = std::result::Result<T, Error>;

/// What stops a stage.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or stream could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file, or `-`.
        path: String,
        /// The system's word.
        source: std::io::Error,
    },
    /// An input is not what it should be; the diagnostic says where and what to do.
    #[error("{0}")]
    Input(Diagnostic),
    /// A model, table or rule file that the program carries or was given is wrong.
    #[error("{0}")]
    Knowledge(Diagnostic),
    /// A query does not parse or cannot run.
    #[error("{0}")]
    Query(Diagnostic),
    /// The store refused.
    #[error("{0}")]
    Store(Diagnostic),
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something was done in a way that the user may not expect.
    Warning,
    /// Something was not done.
    Error,
}

/// A place in a file, counted from one; zero is "not known".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The file as given, `-` for standard input.
    pub file: String,
    /// Line.
    pub line: usize,
    /// Column, in code points.
    pub column: usize,
    /// The text of the line, for the caret; empty when it is of no use.
    pub excerpt: String,
}

/// A message with its place and a way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave.
    pub level: Level,
    /// Where.
    pub location: Location,
    /// What is the matter, in one line.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    #[must_use]
    pub fn error(location: Location, message: impl Into<String>) -> Self {
        Self {
            level: Level::Error,
            location,
            message: message.into(),
            hint: None,
        }
    }

    /// A warning at a place.
    #[must_use]
    pub fn warning(location: Location, message: impl Into<String>) -> Self {
        Self {
            level: Level::Warning,
            ..Self::error(location, message)
        }
    }

    /// The same with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl Location {
    /// A file as a whole.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            ..Self::default()
        }
    }

    /// A place in a file.
    #[must_use]
    pub fn at(file: impl Into<String>, line: usize, column: usize) -> Self {
        Self {
            file: file.into(),
            line,
            column,
            excerpt: String::new(),
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
            if self.column > 0 {
                write!(f, ":{}", self.column)?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = if self.level == Level::Error {
            "error"
        } else {
            "warning"
        };
        write!(f, "{level}: ")?;
        if !self.location.file.is_empty() {
            write!(f, "{}: ", self.location)?;
        }
        f.write_str(&self.message)?;
        if !self.location.excerpt.is_empty() && self.location.column > 0 {
            let gutter = self.location.line.to_string();
            let blank = " ".repeat(gutter.len());
            let caret = " ".repeat(self.location.column - 1);
            write!(
                f,
                "\n{gutter} | {}\n{blank} | {caret}^",
                self.location.excerpt
            )?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\nhint: {hint}")?;
        }
        Ok(())
    }
}
