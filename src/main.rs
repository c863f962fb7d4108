//! The `newsgraph` command: a thin shell over the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    newsgraph::cli::run()
}
