//! How a command ends: one place maps results to exit codes.

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use crate::error::{Diagnostic, Error};

/// How a command that was not stopped ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// All is done.
    Well,
    /// The answer is no: does not conform, differs, is not so.
    No,
    /// Some inputs were skipped, the others are done.
    Skipped,
}

/// The command line makes no sense.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Usage(pub(super) Diagnostic);

/// Output could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {source}")]
pub(super) struct OutputFailed {
    /// The file, or `-`.
    pub(super) place: String,
    /// The system's word.
    pub(super) source: std::io::Error,
}

/// The code of a result; what went wrong is told on standard error.
pub(super) fn exit_code(result: anyhow::Result<Done>) -> ExitCode {
    match result {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::No) => ExitCode::from(1),
        Ok(Done::Skipped) => ExitCode::from(3),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell(message(&error));
            ExitCode::from(code_of(&error))
        }
    }
}

/// Prints a line on standard error.
pub(super) fn tell(message: impl Display) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(std::io::stderr().lock(), "{message}");
}

fn message(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string) {
        // Many errors tell their cause themselves.
        if !text.contains(&cause) {
            text += if text.is_empty() { "" } else { ": " };
            text += &cause;
        }
    }
    if text.starts_with("error: ") || text.starts_with("warning: ") {
        return text;
    }
    let io = error
        .chain()
        .find_map(<dyn std::error::Error>::downcast_ref);
    match io.and_then(hint) {
        Some(hint) => format!("error: {text}\nhint: {hint}"),
        None => format!("error: {text}"),
    }
}

fn hint(error: &std::io::Error) -> Option<&'static str> {
    match error.kind() {
        ErrorKind::NotFound => Some("check the path and that its folder is there"),
        ErrorKind::PermissionDenied => Some("check the permissions of the file and its folder"),
        ErrorKind::StorageFull => Some("make room and run again; a file of that name is as it was"),
        ErrorKind::IsADirectory => Some("a file is wanted here, not a folder"),
        _ => None,
    }
}

fn code_of(error: &anyhow::Error) -> u8 {
    if error.is::<Usage>() {
        return 2;
    }
    match error.downcast_ref::<Error>() {
        Some(Error::Query(_)) => 2,
        Some(Error::Input(_) | Error::Knowledge(_) | Error::Io { .. }) => 3,
        _ => 4,
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>();
        io.is_some_and(|io| io.kind() == ErrorKind::BrokenPipe)
    })
}
