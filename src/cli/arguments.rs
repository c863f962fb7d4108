//! Arguments that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::read::{InputFormat, Options, Reader};

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
        let format = self.from.map(|from| match from {
            From::Text => InputFormat::Text,
            From::Jsonl => InputFormat::JsonLines,
            From::Annotated => InputFormat::Annotated,
        });
        let options = Options {
            format,
            date: self.date,
            any_language: self.any_language,
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
