//! `newsgraph ontology`.

use std::io::Write;

use clap::{Args, ValueEnum};

use super::arguments::parse_base;
use super::failure::Done;
use super::output::Output;
use crate::export::{html, jsonld_context};
use crate::graph::DEFAULT_BASE;

/// Prints the vocabulary that graphs are written in.
#[derive(Args)]
pub(super) struct Ontology {
    /// What is printed.
    #[arg(long, value_enum, default_value = "ttl")]
    to: To,
    /// What the IRIs of things begin with, for the context.
    #[arg(long, value_name = "IRI", default_value = DEFAULT_BASE, value_parser = parse_base)]
    base: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum To {
    /// The ontology.
    Ttl,
    /// The SHACL shapes.
    Shapes,
    /// The scheme of event types.
    Types,
    /// The context of our JSON-LD: the file `ontology/context.jsonld`.
    Context,
    /// A page for people: terms and event types with what they mean.
    Html,
}

impl Ontology {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let mut output = Output::open(None)?;
        match self.to {
            To::Ttl => output.write_all(include_bytes!("../../ontology/newsgraph.ttl"))?,
            To::Shapes => output.write_all(include_bytes!("../../ontology/shapes.ttl"))?,
            To::Types => output.write_all(include_bytes!("../../ontology/event-types.ttl"))?,
            To::Context => output.write_all(jsonld_context(&self.base)?.as_bytes())?,
            To::Html => html::write_ontology(&mut output)?,
        }
        output.finish()?;
        Ok(Done::Well)
    }
}
