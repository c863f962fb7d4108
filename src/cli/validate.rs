//! `newsgraph validate`.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::failure::{Done, tell};
use super::output::Output;
use super::source::SourceArguments;
use crate::export::Names;
use crate::graph::DEFAULT_BASE;
use crate::query::shapes::{Shapes, Violation, validate};

/// Checks graphs against SHACL shapes; ends with code 1 where they do not conform.
#[derive(Args)]
#[command(
    after_long_help = "Of SHACL are understood: node shapes with targetClass, targetSubjectsOf, targetObjectsOf and
targetNode; property shapes on plain and inverse paths; minCount, maxCount, class, datatype,
nodeKind, in, hasValue, pattern, lessThan, lessThanOrEquals, sparql. Anything else in a file of
shapes is an error.

Examples:
  newsgraph validate crisis.ttl
  newsgraph validate crisis.nq --shapes mine.ttl --format json"
)]
pub(super) struct Validate {
    #[command(flatten)]
    source: SourceArguments,
    /// Shapes in Turtle [default: those of the program].
    #[arg(long, short, value_name = "FILE")]
    shapes: Option<PathBuf>,
    /// Format of the report.
    #[arg(long, short, value_enum, default_value = "text")]
    format: ReportFormat,
}

#[derive(Clone, Copy, ValueEnum)]
enum ReportFormat {
    /// One violation a line.
    Text,
    /// One JSON object a violation.
    Json,
    /// A SHACL validation report.
    Turtle,
}

impl Validate {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let shapes = match &self.shapes {
            Some(path) => {
                let name = path.to_string_lossy().into_owned();
                let text = std::fs::read_to_string(path).map_err(|source| crate::Error::Io {
                    path: name.clone(),
                    source,
                })?;
                Shapes::parse(&name, &text)?
            }
            None => Shapes::embedded()?,
        };
        let violations = validate(&self.source.store()?, &shapes)?;
        let mut output = Output::open(None)?;
        match self.format {
            ReportFormat::Text => text(&violations, &mut output)?,
            ReportFormat::Json => json_lines(&violations, &mut output)?,
            ReportFormat::Turtle => turtle(&violations, &mut output)?,
        }
        output.finish()?;
        if violations.is_empty() {
            return Ok(Done::Well);
        }
        tell(format_args!("{} violations", violations.len()));
        Ok(Done::No)
    }
}

fn text(violations: &[Violation], to: &mut impl Write) -> std::io::Result<()> {
    if violations.is_empty() {
        writeln!(to, "conforms")?;
    }
    let names = Names::new(DEFAULT_BASE);
    for violation in violations {
        let short = |iri: &str| {
            let bare = iri.trim_start_matches('<').trim_end_matches('>');
            names.split(bare).map_or_else(
                || iri.to_owned(),
                |(prefix, local)| format!("{prefix}:{local}"),
            )
        };
        write!(to, "{}: {}", short(&violation.focus), violation.message)?;
        if let Some(value) = &violation.value {
            write!(to, " (found {})", short(value))?;
        }
        writeln!(
            to,
            " [{} {}]",
            short(&violation.shape),
            violation.constraint
        )?;
    }
    Ok(())
}

fn json_lines(violations: &[Violation], to: &mut impl Write) -> std::io::Result<()> {
    for violation in violations {
        let line = json!({
            "focus": violation.focus,
            "path": violation.path,
            "value": violation.value,
            "message": violation.message,
            "constraint": violation.constraint,
            "shape": violation.shape,
        });
        serde_json::to_writer(&mut *to, &line)?;
        writeln!(to)?;
    }
    Ok(())
}

fn turtle(violations: &[Violation], to: &mut impl Write) -> std::io::Result<()> {
    writeln!(to, "@prefix sh: <http://www.w3.org/ns/shacl#> .\n")?;
    write!(
        to,
        "[] a sh:ValidationReport ;\n    sh:conforms {}",
        violations.is_empty()
    )?;
    for violation in violations {
        write!(
            to,
            " ;\n    sh:result [\n        a sh:ValidationResult ;\n        sh:resultSeverity sh:Violation ;"
        )?;
        write!(
            to,
            "\n        sh:focusNode {} ;\n        sh:sourceShape {} ;",
            violation.focus, violation.shape
        )?;
        if violation.path.starts_with('<') {
            write!(to, "\n        sh:resultPath {} ;", violation.path)?;
        }
        if let Some(value) = &violation.value {
            write!(to, "\n        sh:value {value} ;")?;
        }
        let message = oxigraph::model::Literal::new_simple_literal(&violation.message);
        write!(
            to,
            "\n        sh:resultMessage {message} ;\n        sh:sourceConstraintComponent sh:{}ConstraintComponent ]",
            component(violation.constraint)
        )?;
    }
    writeln!(to, " .")
}

// `MinCount` of `sh:minCount`.
fn component(constraint: &str) -> String {
    let local = constraint.trim_start_matches("sh:");
    if local == "sparql" {
        return "SPARQL".to_owned();
    }
    let mut letters = local.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
