//! The command line; the only place that prints.

mod annotate;
mod archive;
mod arguments;
mod build;
mod collection;
mod completions;
mod events;
mod explain;
mod export;
mod extract;
mod failure;
mod keep;
mod link;
mod model;
mod ontology;
mod output;
mod query;
mod question;
mod sink;
mod source;
mod validate;
mod wordings;
mod workers;
mod world;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::{Done, exit_code};

/// Turns English news about politics into a knowledge graph: who did what to whom, who says so, and is it so.
#[derive(Parser)]
#[command(name = "newsgraph", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Build),
    Query(query::Query),
    Export(export::Export),
    Explain(explain::Explain),
    Validate(validate::Validate),
    Stats(collection::Stats),
    List(collection::List),
    Remove(collection::Remove),
    Diff(collection::Diff),
    Link(link::Link),
    Backup(keep::Backup),
    Optimize(keep::Optimize),
    Annotate(annotate::Annotate),
    Extract(extract::Extract),
    Model(model::Model),
    Events(events::Events),
    Ontology(ontology::Ontology),
    World(world::World),
    Completions(completions::Completions),
}

impl Command {
    fn run(self) -> anyhow::Result<Done> {
        match self {
            Self::Build(command) => command.run(),
            Self::Query(command) => command.run(),
            Self::Export(command) => command.run(),
            Self::Explain(command) => command.run(),
            Self::Validate(command) => command.run(),
            Self::Stats(command) => command.run(),
            Self::List(command) => command.run(),
            Self::Remove(command) => command.run(),
            Self::Diff(command) => command.run(),
            Self::Link(command) => command.run(),
            Self::Backup(command) => command.run(),
            Self::Optimize(command) => command.run(),
            Self::Annotate(command) => command.run(),
            Self::Extract(command) => command.run(),
            Self::Model(command) => command.run(),
            Self::Completions(command) => command.run(),
            Self::Events(command) => command.run(),
            Self::Ontology(command) => command.run(),
            Self::World(command) => command.run(),
        }
    }
}

/// Runs the command that the program was called with.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    exit_code(cli.command.run())
}
