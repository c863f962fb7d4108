//! `newsgraph events`.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::failure::{Done, tell};
use super::output::Output;
use super::wordings::WordingFiles;
use crate::check::{Checked, check};
use crate::error::{Diagnostic, Level};
use crate::export::turtle::write_turtle;
use crate::graph::{DEFAULT_BASE, event_scheme};
use crate::knowledge::Events as EventKnowledge;
use crate::knowledge::events::{EventFile, inspect};
use crate::pipeline::Pipeline;

/// What the program knows of events: list it, check it, try wordings of your own.
#[derive(Args)]
pub(super) struct Events {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    Check(Check),
    /// Prints the scheme of event types as Turtle: the file `ontology/event-types.ttl`.
    Scheme,
}

/// Looks for faults in files of event wordings and runs the tests inside them, without compiling.
///
/// The files are read as they stand on disk. One that is named as a file of the program (`attack.toml`) takes its place, others
/// are added, as with `--events`. Faults and failing tests go to standard error, each with its place; the summary goes to
/// standard output. Exit code 1 where anything is wrong.
#[derive(Args)]
#[command(after_long_help = "Examples:
  newsgraph events check                              the wordings in the program
  newsgraph events check ontology/events              a folder as it stands on disk
  newsgraph events check my-events.toml
  newsgraph build articles/ --events my-events.toml   and then use them")]
struct Check {
    /// TOML files, or folders of them [default: the wordings in the program].
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Events {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        match self.action {
            Action::Check(check) => check.run(),
            Action::Scheme => scheme(),
        }
    }
}

fn scheme() -> anyhow::Result<Done> {
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

impl Check {
    fn run(self) -> anyhow::Result<Done> {
        let read = WordingFiles::read(&self.paths)?;
        let files = if self.paths.is_empty() {
            EventKnowledge::embedded().collect()
        } else {
            read.files()
        };
        let faults = inspect(&files);
        faults.iter().for_each(tell);
        let errors = count(&faults, Level::Error);
        let warnings = count(&faults, Level::Warning);
        let mut summary = format!(
            "{}, {}, {}",
            plural(files.len(), "file"),
            plural(errors, "fault"),
            plural(warnings, "warning"),
        );
        let failed = if errors > 0 {
            summary += "; the tests are run when there are no faults";
            0
        } else {
            let checked = run_tests(&files)?;
            summary = format!("{summary}; {}", told(&checked));
            checked.faults.len()
        };
        let mut output = Output::open(None)?;
        writeln!(output, "{summary}")?;
        output.finish()?;
        Ok(if errors + failed > 0 {
            Done::No
        } else {
            Done::Well
        })
    }
}

fn count(faults: &[Diagnostic], level: Level) -> usize {
    faults.iter().filter(|fault| fault.level == level).count()
}

/// Runs the tests inside all files; the failing ones are told.
fn run_tests(files: &[EventFile<'_>]) -> anyhow::Result<Checked> {
    let pipeline = Pipeline::new()?.with_events(files)?;
    let mut all = Checked::default();
    for file in files {
        let one = check(&pipeline, *file);
        one.faults.iter().for_each(tell);
        all.cases += one.cases;
        all.silent += one.silent;
        all.guarded += one.guarded;
        all.faults.extend(one.faults);
    }
    Ok(all)
}

fn told(checked: &Checked) -> String {
    let Checked {
        cases,
        silent,
        guarded,
        faults,
    } = checked;
    let others = guarded - silent;
    format!(
        "{} ({silent} silent, {others} denied, reported or otherwise not asserted), {} failed",
        plural(*cases, "test"),
        faults.len()
    )
}

fn plural(number: usize, noun: &str) -> String {
    let end = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{end}")
}
