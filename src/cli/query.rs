//! `newsgraph query`.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use oxigraph::io::{RdfFormat, RdfSerializer};
use oxigraph::sparql::QueryResults;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};

use super::arguments::parse_base;
use super::failure::{Done, Usage, tell};
use super::output::Output;
use super::question::QuestionArguments;
use super::source::{InferenceArguments, SourceArguments};
use crate::error::{Diagnostic, Location};
use crate::graph::DEFAULT_BASE;
use crate::query::{NamedQuery, named_queries, run, write_table};

/// Asks graphs in SPARQL; all graphs count as one, the usual prefixes need not be declared.
#[derive(Args)]
#[command(after_long_help = "Examples:
  newsgraph query crisis.ttl --query 'SELECT ?label { ?e a sem:Event ; rdfs:label ?label }'
  newsgraph query crisis.ttl --named timeline --param actor=person:vladimir-putin
  newsgraph query --list                             the queries that have a name")]
pub(super) struct Query {
    #[command(flatten)]
    source: SourceArguments,
    #[command(flatten)]
    question: QuestionArguments,
    #[command(flatten)]
    inference: InferenceArguments,
    /// Prints the named queries with their parameters.
    #[arg(long)]
    list: bool,
    /// Format of the answer [default: a table].
    #[arg(long, short, value_enum)]
    format: Option<AnswerFormat>,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
    /// End with code 1 where an ASK is answered with no.
    #[arg(long)]
    exit_status: bool,
    /// File to write to [default: standard output].
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AnswerFormat {
    /// Aligned columns for people.
    Table,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values, terms as Turtle writes them.
    Tsv,
    /// SPARQL results in JSON.
    Json,
    /// SPARQL results in XML.
    Xml,
}

impl Query {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let mut output = Output::open(self.output.as_deref())?;
        if self.list {
            for query in named_queries() {
                describe(query, &mut output)?;
            }
            output.finish()?;
            return Ok(Done::Well);
        }
        let Some((text, options)) = self.question.text(&self.base)? else {
            let fault = Diagnostic::error(Location::default(), "no query");
            let hint = "give --query, --query-file or --named; --list shows the named ones";
            return Err(Usage(fault.with_hint(hint)).into());
        };
        let store = self.source.store_with(&self.inference, &self.base)?;
        let done = self.answer(run(&store, &text, &options)?, &mut output)?;
        output.finish()?;
        Ok(done)
    }

    fn answer(&self, results: QueryResults, output: &mut Output) -> anyhow::Result<Done> {
        match results {
            QueryResults::Solutions(solutions) if self.is_table() => {
                let rows = write_table(solutions, &self.base, self.width(), output)?;
                output.flush()?;
                if std::io::stderr().is_terminal() {
                    tell(format_args!("{rows} rows"));
                }
            }
            QueryResults::Solutions(solutions) => {
                let serializer = QueryResultsSerializer::from_format(self.results_format());
                let variables = solutions.variables().to_vec();
                let mut writer =
                    serializer.serialize_solutions_to_writer(&mut *output, variables)?;
                for solution in solutions {
                    writer.serialize(&solution?)?;
                }
                writer.finish()?;
            }
            QueryResults::Boolean(yes) => {
                self.boolean(yes, output)?;
                return Ok(if yes || !self.exit_status {
                    Done::Well
                } else {
                    Done::No
                });
            }
            QueryResults::Graph(triples) => {
                let mut writer =
                    RdfSerializer::from_format(RdfFormat::NTriples).for_writer(&mut *output);
                for triple in triples {
                    writer.serialize_triple(&triple?)?;
                }
                writer.finish()?;
            }
        }
        Ok(Done::Well)
    }

    fn boolean(&self, yes: bool, output: &mut Output) -> anyhow::Result<()> {
        if self.is_table() {
            writeln!(output, "{}", if yes { "yes" } else { "no" })?;
        } else {
            QueryResultsSerializer::from_format(self.results_format())
                .serialize_boolean_to_writer(&mut *output, yes)?;
            writeln!(output)?;
        }
        Ok(())
    }

    fn is_table(&self) -> bool {
        matches!(self.format, None | Some(AnswerFormat::Table))
    }

    // Columns of the terminal that the table goes to.
    fn width(&self) -> Option<usize> {
        if self.output.is_some() || !std::io::stdout().is_terminal() {
            return None;
        }
        std::env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok())
    }

    fn results_format(&self) -> QueryResultsFormat {
        match self.format {
            Some(AnswerFormat::Csv) => QueryResultsFormat::Csv,
            Some(AnswerFormat::Json) => QueryResultsFormat::Json,
            Some(AnswerFormat::Xml) => QueryResultsFormat::Xml,
            _ => QueryResultsFormat::Tsv,
        }
    }
}

fn describe(query: &NamedQuery, to: &mut impl Write) -> std::io::Result<()> {
    writeln!(
        to,
        "{}: {}\n    {}",
        query.name, query.title, query.description
    )?;
    for parameter in &query.parameters {
        let default = match parameter.default {
            Some(default) => format!(" [default: {default}]"),
            None if parameter.required => " [required]".to_owned(),
            None => String::new(),
        };
        writeln!(
            to,
            "    --param {}=…  {}{default}",
            parameter.name, parameter.description
        )?;
    }
    writeln!(to)
}
