//! `newsgraph export`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use oxigraph::io::RdfFormat;
use oxigraph::model::GraphName;
use oxigraph::sparql::QueryResults;

use super::arguments::{parse_base, parse_format};
use super::failure::{Done, Usage};
use super::output::Output;
use super::question::QuestionArguments;
use super::source::{InferenceArguments, SourceArguments};
use crate::error::{Diagnostic, Location};
use crate::export::{
    Delimiter, EdgeFormat, Profile, select, write_edges, write_graphs, write_table,
};
use crate::graph::DEFAULT_BASE;
use crate::knowledge::Knowledge;
use crate::query::run;
use crate::store::{Graphs, complete, infer};

/// Writes graphs in another form; the same bytes for the same graph.
#[derive(Args)]
#[command(after_long_help = "Examples:
  newsgraph export crisis.nq --output crisis.ttl
  newsgraph export a.nq b.nq --output all.nq         two archives as one, world knowledge made anew
  newsgraph export crisis.ttl --to table --output events.csv
  newsgraph export crisis.ttl --output network.gexf  who acts on whom, for Gephi
  newsgraph export crisis.nq --profile events --format ttl
  newsgraph export crisis.ttl --query 'CONSTRUCT { ?a ng:agent ?b } { … }'")]
pub(super) struct Export {
    #[command(flatten)]
    source: SourceArguments,
    /// What is written [default: by file name, else rdf].
    #[arg(long, value_enum)]
    to: Option<To>,
    /// Format: ttl, trig, nt, nq, jsonld, rdf; of a table csv, tsv; of edges csv, tsv, gexf,
    /// graphml [default: by file name, else ttl or csv].
    #[arg(long, short, value_name = "FORMAT")]
    format: Option<String>,
    /// How much of the graphs [default: full; of tables and edges events].
    #[arg(long, value_enum)]
    profile: Option<ProfileName>,
    #[command(flatten)]
    question: QuestionArguments,
    #[command(flatten)]
    inference: InferenceArguments,
    /// File to write to [default: standard output].
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// Triples or quads.
    Rdf,
    /// One row an event and pair of actors, in the manner of GDELT, ICEWS and POLECAT.
    Table,
    /// One edge for each actor, recipient and type of event.
    Edges,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ProfileName {
    /// Everything; in tables and edges situations of every status.
    Full,
    /// What articles assert, with actors and world knowledge, without mentions, claims and texts.
    Events,
    /// Situations of every status, claims and facts with the words that they rest on.
    Evidence,
}

enum Form {
    Rdf(RdfFormat),
    Table(Delimiter),
    Edges(EdgeFormat),
}

impl Export {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let form = self.form()?;
        let profile = self.profile(&form)?;
        let graphs = self.graphs()?;
        let mut output = Output::open(self.output.as_deref())?;
        match form {
            Form::Rdf(format) => {
                let mut graphs = graphs;
                select(&mut graphs, profile);
                write_graphs(&graphs, format, &self.base, &mut output)?;
            }
            Form::Table(delimiter) => {
                write_table(&graphs, profile == Profile::Events, delimiter, &mut output)?;
            }
            Form::Edges(format) => {
                write_edges(&graphs, profile == Profile::Events, format, &mut output)?;
            }
        }
        output.finish()?;
        Ok(Done::Well)
    }

    // What is in the files or what the query makes of it.
    fn graphs(&self) -> anyhow::Result<Graphs> {
        let Some((text, options)) = self.question.text(&self.base)? else {
            let mut graphs = self.source.graphs()?;
            if self.source.is_merged() && !graphs.articles().is_empty() {
                complete(&mut graphs, &Knowledge::load()?, &self.base, true)?;
            }
            if self.inference.infer {
                infer(&mut graphs, &self.base)?;
            }
            return Ok(graphs);
        };
        let store = self.source.store_with(&self.inference, &self.base)?;
        let QueryResults::Graph(triples) = run(&store, &text, &options)? else {
            let fault =
                Diagnostic::error(Location::file(options.name), "this query makes no graph");
            let hint = "export takes CONSTRUCT and DESCRIBE; `newsgraph query` prints rows";
            return Err(Usage(fault.with_hint(hint)).into());
        };
        let quads = triples.map(|triple| Ok(triple?.in_graph(GraphName::DefaultGraph)));
        quads.collect::<anyhow::Result<Graphs>>()
    }

    fn profile(&self, form: &Form) -> anyhow::Result<Profile> {
        let is_rdf = matches!(form, Form::Rdf(_));
        Ok(match self.profile {
            None if is_rdf => Profile::Full,
            None | Some(ProfileName::Events) => Profile::Events,
            Some(ProfileName::Full) => Profile::Full,
            Some(ProfileName::Evidence) if is_rdf => Profile::Evidence,
            Some(ProfileName::Evidence) => {
                let fault = Diagnostic::error(
                    Location::default(),
                    "the profile evidence is one of graphs, not of tables and edges",
                );
                return Err(Usage(fault.with_hint("take full or events")).into());
            }
        })
    }

    fn form(&self) -> anyhow::Result<Form> {
        let extension = self.output.as_deref().and_then(Path::extension);
        let extension = extension.map(|extension| extension.to_string_lossy().to_lowercase());
        let name = self.format.as_ref().or(extension.as_ref());
        let to = self.to.unwrap_or(match name.map(String::as_str) {
            Some("csv" | "tsv") => To::Table,
            Some("gexf" | "graphml") => To::Edges,
            _ => To::Rdf,
        });
        let name = name.map(String::as_str);
        let form = match to {
            To::Rdf => parse_format(name.unwrap_or("ttl")).ok().map(Form::Rdf),
            To::Table => delimiter(name).map(Form::Table),
            To::Edges => edge_format(name).map(Form::Edges),
        };
        form.ok_or_else(|| unknown(name.unwrap_or(""), to))
    }
}

fn delimiter(name: Option<&str>) -> Option<Delimiter> {
    match name {
        None | Some("csv") => Some(Delimiter::Comma),
        Some("tsv") => Some(Delimiter::Tab),
        Some(_) => None,
    }
}

fn edge_format(name: Option<&str>) -> Option<EdgeFormat> {
    match name {
        Some("gexf") => Some(EdgeFormat::Gexf),
        Some("graphml") => Some(EdgeFormat::GraphMl),
        other => delimiter(other).map(EdgeFormat::Rows),
    }
}

fn unknown(name: &str, to: To) -> anyhow::Error {
    let known = match to {
        To::Rdf => "ttl, trig, nt, nq, jsonld, rdf (and csv, tsv, gexf, graphml)",
        To::Table => "csv, tsv",
        To::Edges => "csv, tsv, gexf, graphml",
    };
    let fault = Diagnostic::error(
        Location::default(),
        format!("`{name}` is no format for this"),
    );
    Usage(fault.with_hint(format!("give --format one of {known}"))).into()
}
