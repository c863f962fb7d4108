//! `newsgraph completions`.

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::failure::Done;
use super::output::Output;

/// Prints completions for a shell.
#[derive(Args)]
pub(super) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let mut output = Output::open(None)?;
        generate(
            self.shell,
            &mut super::Cli::command(),
            "newsgraph",
            &mut output,
        );
        output.finish()?;
        Ok(Done::Well)
    }
}
