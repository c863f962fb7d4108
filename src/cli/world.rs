//! `newsgraph world`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use jiff::civil::{Date, date};
use oxigraph::store::Store;

use super::failure::{Done, tell};
use super::output::Output;
use crate::error::{Diagnostic, Level};
use crate::graph::DEFAULT_BASE;
use crate::knowledge::World as Tables;
use crate::knowledge::world::{check, turtle};
use crate::query::shapes::{Shapes, validate};
use crate::store::RdfFile;

/// Days that the table of coverage tells of by default.
const DAYS: [Date; 4] = [
    date(2000, 1, 1),
    date(2010, 1, 1),
    date(2021, 12, 13),
    date(2025, 6, 1),
];

/// What the program knows of states, people, organisations and places.
#[derive(Args)]
pub(super) struct World {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Checks records of one's own (Turtle, or tables as in `ontology/world/`), or the tables of the program.
    ///
    /// Errors are records that cannot be read, keys used twice, things and states that are not there, an end
    /// before its beginning, breaches of the shapes. Faults go to standard error, the summary to standard output. Warnings are tenures of a post of one holder that overlap,
    /// a name that two records claim, an id that two records have. Ends with code 1 where there is an error.
    #[command(after_long_help = "Examples:
  newsgraph world check mine.ttl
  newsgraph world check ontology/world")]
    Check {
        /// Turtle files, tables, folders of tables [default: the tables of the program].
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
        /// What the IRIs of things begin with.
        #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = super::arguments::parse_base)]
        base: String,
    },
    /// Prints for how many members of the United Nations it is known who leads on a day.
    Coverage {
        /// Days [default: 2000-01-01, 2010-01-01, 2021-12-13, 2025-06-01].
        #[arg(long = "date", value_name = "DAY")]
        days: Vec<Date>,
    },
}

impl World {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        match self.action {
            Action::Check { files, base } => run_check(&files, &base),
            Action::Coverage { days } if days.is_empty() => coverage(&DAYS),
            Action::Coverage { days } => coverage(&days),
        }
    }
}

fn run_check(files: &[PathBuf], base: &str) -> anyhow::Result<Done> {
    let tables = Tables::embedded()?;
    let mut found = Vec::new();
    if files.is_empty() {
        found = check::check(&tables.draft());
    }
    for file in files {
        found.extend(check_file(file, base, &tables)?);
    }
    for diagnostic in &found {
        tell(diagnostic);
    }
    let count = |level| found.iter().filter(|one| one.level == level).count();
    let (errors, warnings) = (count(Level::Error), count(Level::Warning));
    let mut output = Output::open(None)?;
    writeln!(output, "{errors} errors, {warnings} warnings")?;
    output.finish()?;
    Ok(if errors == 0 { Done::Well } else { Done::No })
}

fn check_file(file: &Path, base: &str, tables: &Tables) -> anyhow::Result<Vec<Diagnostic>> {
    let table = file.is_dir() || file.extension().is_some_and(|extension| extension == "tsv");
    if table {
        return Ok(check::check(&check::read(file)?));
    }
    let own = read_own(file, base, tables)?;
    let readable = own.faults.is_empty();
    let mut found = check::check_own(&own, tables);
    if readable {
        found.extend(breaches(file)?);
    }
    Ok(found)
}

/// A user's own records out of a Turtle file.
pub(super) fn read_own(
    file: &Path,
    base: &str,
    tables: &Tables,
) -> crate::error::Result<crate::knowledge::world::draft::Draft> {
    let name = file.to_string_lossy().into_owned();
    let text = std::fs::read_to_string(file).map_err(|source| crate::Error::Io {
        path: name.clone(),
        source,
    })?;
    Ok(turtle::read(&name, &text, base, tables))
}

/// Breaches of the shapes of the graph.
fn breaches(file: &Path) -> anyhow::Result<Vec<Diagnostic>> {
    let store = Store::new()?;
    RdfFile::new(file, None)?.load_into(&store)?;
    let violations = validate(&store, &Shapes::embedded()?)?;
    let place = crate::error::Location::file(file.to_string_lossy());
    let told = |violation: crate::query::shapes::Violation| {
        let message = format!("{}: {}", violation.focus, violation.message);
        Diagnostic::error(place.clone(), message)
    };
    Ok(violations.into_iter().map(told).collect())
}

fn coverage(days: &[Date]) -> anyhow::Result<Done> {
    let tables = Tables::embedded()?;
    let mut output = Output::open(None)?;
    writeln!(
        output,
        "| day | members | head of state | head of government | foreign minister | without a head of government |"
    )?;
    writeln!(output, "|---|---|---|---|---|---|")?;
    for &day in days {
        let known = tables.coverage(day);
        writeln!(
            output,
            "| {day} | {} | {} | {} | {} | {} |",
            known.members,
            known.heads_of_state,
            known.heads_of_government,
            known.foreign_ministers,
            known.without_government.join(" "),
        )?;
    }
    output.finish()?;
    Ok(Done::Well)
}
