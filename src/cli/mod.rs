//! The command line; the only place that prints.

use std::process::ExitCode;

/// Runs the command that the program was called with.
#[must_use]
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
