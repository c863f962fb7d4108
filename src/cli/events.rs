//! `newsgraph events`.

use clap::{Args, Subcommand};

use super::failure::Done;
use super::output::Output;
use crate::export::turtle::write_turtle;
use crate::graph::{DEFAULT_BASE, event_scheme};
use crate::knowledge::Events as EventKnowledge;

/// What the program knows of events.
#[derive(Args)]
pub(super) struct Events {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Prints the scheme of event types as Turtle: the file `ontology/event-types.ttl`.
    Scheme,
}

impl Events {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let Action::Scheme = self.action;
        let scheme = event_scheme(&EventKnowledge::load()?);
        let mut output = Output::open(None)?;
        write_turtle(
            &scheme.iter().collect::<Vec<_>>(),
            DEFAULT_BASE,
            &mut output,
        )?;
        output.finish()?;
        Ok(Done::Well)
    }
}
