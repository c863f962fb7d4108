//! `newsgraph export`.

use std::path::{Path, PathBuf};

use clap::Args;
use oxigraph::io::RdfFormat;

use super::arguments::{parse_base, parse_format};
use super::failure::Done;
use super::output::Output;
use crate::export::write_graphs;
use crate::graph::DEFAULT_BASE;
use crate::store::{Graphs, RdfFile, rdf_format};

/// Writes graphs in another format; the same bytes for the same graph.
#[derive(Args)]
#[command(after_long_help = "Examples:
  newsgraph export crisis.nq --output crisis.ttl
  newsgraph export a.trig b.trig --format nq         two files as one")]
pub(super) struct Export {
    /// Files of graphs; several become one.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Format of the output: ttl, trig, nt, nq, jsonld, rdf [default: by file name, else Turtle].
    #[arg(long, short, value_name = "FORMAT", value_parser = parse_format)]
    format: Option<RdfFormat>,
    /// Format of the files [default: by file name].
    #[arg(long, value_name = "FORMAT", value_parser = parse_format)]
    input_format: Option<RdfFormat>,
    /// File to write to [default: standard output].
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
}

impl Export {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let mut quads = Vec::new();
        for file in &self.files {
            quads.extend(RdfFile::new(file, self.input_format)?.quads()?);
        }
        let graphs: Graphs = quads.into_iter().collect();
        let extension = self.output.as_deref().and_then(Path::extension);
        let by_name = extension.and_then(|extension| rdf_format(&extension.to_string_lossy()));
        let format = self.format.or(by_name).unwrap_or(RdfFormat::Turtle);
        let mut output = Output::open(self.output.as_deref())?;
        write_graphs(&graphs, format, &self.base, &mut output)?;
        output.finish()?;
        Ok(Done::Well)
    }
}
