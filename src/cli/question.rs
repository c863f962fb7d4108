//! What is asked: SPARQL text, a file of it, or a named query.

use std::path::PathBuf;

use clap::Args;

use crate::query::{QueryOptions, named_query};

/// A query.
#[derive(Args)]
pub(super) struct QuestionArguments {
    /// SPARQL text.
    #[arg(long, short, value_name = "SPARQL", group = "asked")]
    query: Option<String>,
    /// File with SPARQL text, `-` for standard input.
    #[arg(long, value_name = "FILE", group = "asked")]
    query_file: Option<PathBuf>,
    /// Query that the program knows.
    #[arg(long, short, value_name = "NAME", group = "asked")]
    named: Option<String>,
    /// Value of a parameter of a named query, as actor=person:vladimir-putin.
    #[arg(long, short, value_name = "NAME=VALUE", value_parser = parse_pair, requires = "named")]
    param: Vec<(String, String)>,
    /// Prefix beside the usual ones, as ex=https://example.org/.
    #[arg(long, value_name = "PREFIX=IRI", value_parser = parse_pair)]
    prefix: Vec<(String, String)>,
}

impl QuestionArguments {
    /// The text and what goes with it; `None` where nothing is asked.
    pub(super) fn text(&self, base: &str) -> anyhow::Result<Option<(String, QueryOptions)>> {
        let (text, name) = if let Some(query) = &self.query {
            (query.clone(), "query".to_owned())
        } else if let Some(name) = &self.named {
            let text = named_query(name)?.fill(&self.param, base)?;
            (text, format!("{name}.rq"))
        } else if let Some(path) = &self.query_file {
            read(path)?
        } else {
            return Ok(None);
        };
        let options = QueryOptions {
            base: base.to_owned(),
            prefixes: self.prefix.clone(),
            name,
        };
        Ok(Some((text, options)))
    }
}

fn read(path: &PathBuf) -> anyhow::Result<(String, String)> {
    let name = path.to_string_lossy().into_owned();
    let read = if name == "-" {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    let text = read.map_err(|source| crate::Error::Io {
        path: name.clone(),
        source,
    })?;
    Ok((text, name))
}

fn parse_pair(pair: &str) -> Result<(String, String), String> {
    let (name, value) = pair.split_once('=').ok_or("it must be NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}
