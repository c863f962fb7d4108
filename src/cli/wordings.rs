//! Files of event wordings that are read at run time.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::arguments::ModelArguments;
use crate::error::{Error, Result};
use crate::knowledge::events::EventFile;
use crate::pipeline::Pipeline;

/// Which wordings of events are known besides those in the program.
#[derive(Args)]
pub(super) struct EventArguments {
    /// TOML file of your own event wordings, or a folder of them, put over those in the program; may be repeated.
    #[arg(long = "events", value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl EventArguments {
    /// The stages with a model and these wordings.
    pub(super) fn pipeline(&self, model: &ModelArguments) -> Result<Pipeline> {
        let pipeline = model.pipeline()?;
        if self.files.is_empty() {
            return Ok(pipeline);
        }
        pipeline.with_events(&WordingFiles::read(&self.files)?.files())
    }
}

/// Files of wordings as they stand on disk.
pub(super) struct WordingFiles(Vec<WordingFile>);

struct WordingFile {
    name: String,
    place: String,
    text: String,
}

impl WordingFiles {
    /// Reads files, and the TOML files of folders in order of their names.
    pub(super) fn read(paths: &[PathBuf]) -> Result<Self> {
        let mut files = Vec::new();
        for path in paths {
            for path in toml_files(path)? {
                let text = fs::read_to_string(&path).map_err(|source| failed(&path, source))?;
                let name = path.file_stem().unwrap_or_default();
                files.push(WordingFile {
                    name: name.to_string_lossy().into_owned(),
                    place: path.to_string_lossy().into_owned(),
                    text,
                });
            }
        }
        Ok(Self(files))
    }

    /// The same as the wordings' reader takes them.
    pub(super) fn files(&self) -> Vec<EventFile<'_>> {
        let each = self.0.iter().map(|file| EventFile {
            name: &file.name,
            place: &file.place,
            text: &file.text,
        });
        each.collect()
    }
}

fn toml_files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).map_err(|source| failed(path, source))?;
    let mut found = Vec::new();
    for entry in entries {
        let file = entry.map_err(|source| failed(path, source))?.path();
        if file.extension().is_some_and(|it| it == "toml") {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

fn failed(path: &Path, source: std::io::Error) -> Error {
    Error::Io {
        path: path.to_string_lossy().into_owned(),
        source,
    }
}
