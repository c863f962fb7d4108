//! Arguments that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use oxigraph::io::RdfFormat;

use crate::graph::{DEFAULT_BASE, GraphOptions};
use crate::pipeline::Pipeline;
use crate::read::{InputFormat, Options, Reader};
use crate::store::rdf_format;

/// What goes in.
#[derive(Args)]
pub(super) struct InputArguments {
    /// Text files, JSON Lines files, folders of them, `-` for standard input; packed with gzip or not.
    #[arg(value_name = "INPUT", default_value = "-")]
    pub(super) inputs: Vec<PathBuf>,
    /// Format of the inputs [default: by file name, else by the first character].
    #[arg(long, value_enum)]
    pub(super) from: Option<From>,
    /// Day of publication of the articles that bring none, as 2021-12-13.
    #[arg(long, value_name = "DAY")]
    pub(super) date: Option<Date>,
    /// Read texts that do not look English, too.
    #[arg(long)]
    pub(super) any_language: bool,
}

/// Format of an input.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum From {
    /// One article a file.
    Text,
    /// One article a line: {"id", "text", "date", "title", "url", "source"}.
    Jsonl,
    /// One annotated article a line, as `annotate --to json` writes it.
    Annotated,
}

impl InputArguments {
    /// A reader of the inputs.
    pub(super) fn reader(&self) -> Reader {
        self.reader_with(false)
    }

    /// A reader that leaves datelines where they are, or parts them from the text.
    pub(super) fn reader_with(&self, undivided: bool) -> Reader {
        let format = self.from.map(|from| match from {
            From::Text => InputFormat::Text,
            From::Jsonl => InputFormat::JsonLines,
            From::Annotated => InputFormat::Annotated,
        });
        let options = Options {
            format,
            date: self.date,
            any_language: self.any_language,
            undivided,
        };
        Reader::new(&self.inputs, options)
    }
}

/// How many threads work.
#[derive(Args)]
pub(super) struct JobArguments {
    /// Number of threads [default: all cores]; the output is the same for any.
    #[arg(long, short, value_name = "N")]
    pub(super) jobs: Option<std::num::NonZeroUsize>,
}

/// What graphs are to be like.
#[derive(Args)]
pub(super) struct GraphArguments {
    /// What the IRIs of things begin with.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    pub(super) base: String,
    /// Leave the articles' whole texts out of the graph; phrases stay.
    #[arg(long)]
    pub(super) no_text: bool,
}

impl GraphArguments {
    /// The same for the graph stage.
    pub(super) fn options<'run>(&'run self, pipeline: &'run Pipeline) -> GraphOptions<'run> {
        GraphOptions {
            base: &self.base,
            with_text: !self.no_text,
            world: &pipeline.knowledge().world,
        }
    }
}

/// An absolute IRI that names can be put after.
pub(super) fn parse_base(base: &str) -> Result<String, String> {
    oxigraph::model::NamedNode::new(base).map_err(|error| error.to_string())?;
    if base.ends_with(['/', '#']) {
        return Ok(base.to_owned());
    }
    Err("it must end in `/`, as in https://example.org/id/".to_owned())
}

/// A format by extension, name or media type.
pub(super) fn parse_format(name: &str) -> Result<RdfFormat, String> {
    rdf_format(name).ok_or_else(|| "one of ttl, trig, nt, nq, jsonld, rdf".to_owned())
}

/// Which model annotates.
#[derive(Args)]
pub(super) struct ModelArguments {
    /// Folder with a model that `newsgraph model import` wrote [default: the one in the program].
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,
}

impl ModelArguments {
    /// The stages with that model.
    pub(super) fn pipeline(&self) -> crate::error::Result<Pipeline> {
        match &self.model {
            Some(directory) => Pipeline::with_model(directory),
            None => Pipeline::new(),
        }
    }
}

/// What is known beside the tables of the program.
#[derive(Args)]
pub(super) struct WorldArguments {
    /// Turtle file with records of one's own, in the vocabulary of the graph; `newsgraph world check` tells what is wrong in one.
    #[arg(long = "world", value_name = "FILE")]
    worlds: Vec<PathBuf>,
}

impl WorldArguments {
    /// Adds the records to what the stages read.
    pub(super) fn add_to(&self, pipeline: &mut Pipeline, base: &str) -> crate::error::Result<()> {
        for file in &self.worlds {
            let own = super::world::read_own(file, base, &pipeline.knowledge().world)?;
            pipeline.add_world(own)?;
        }
        Ok(())
    }
}
