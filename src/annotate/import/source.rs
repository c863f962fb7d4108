//! The files of a pipeline: a directory, or a wheel, which is a ZIP archive.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use zip::ZipArchive;

use super::message::Message;
use super::network::Network;
use super::wrong;
use crate::error::{Error, Result};

/// The file by which a pipeline is told from other directories.
const MARK: &str = "config.cfg";

/// Where the files are read from.
enum Files {
    Directory(PathBuf),
    Archive {
        archive: Box<Mutex<ZipArchive<fs::File>>>,
        folder: String,
    },
}

/// A pipeline as spaCy stores it.
pub(super) struct Source {
    name: String,
    files: Files,
}

impl Source {
    /// Finds the pipeline in a wheel or in a directory, there also one or two levels down, as packages have it.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let missing = || {
            wrong(
                &name,
                &format!("there is no spaCy pipeline: no {MARK} in it"),
            )
        };
        let files = if path.is_dir() {
            Files::Directory(pipeline_in(path, 2).ok_or_else(missing)?)
        } else {
            let file = fs::File::open(path).map_err(|source| Error::Io {
                path: name.clone(),
                source,
            })?;
            let archive = ZipArchive::new(file)
                .map_err(|_| wrong(&name, "this is neither a directory nor a wheel"))?;
            let mark = archive
                .file_names()
                .flatten()
                .find(|file| file.rsplit('/').next() == Some(MARK));
            let folder = mark.ok_or_else(missing)?.trim_end_matches(MARK).to_owned();
            Files::Archive {
                archive: Box::new(Mutex::new(archive)),
                folder,
            }
        };
        Ok(Self { name, files })
    }

    /// The bytes of a file.
    pub(super) fn bytes(&self, file: &str) -> Result<Vec<u8>> {
        let read = match &self.files {
            Files::Directory(folder) => fs::read(folder.join(file)).ok(),
            Files::Archive { archive, folder } => archive.lock().ok().and_then(|mut archive| {
                let mut bytes = Vec::new();
                let mut entry = archive.by_name(&format!("{folder}{file}")).ok()?;
                entry.read_to_end(&mut bytes).ok()?;
                Some(bytes)
            }),
        };
        read.ok_or_else(|| self.wrong(file, "the file is missing or cannot be read"))
    }

    /// A file in `MessagePack`.
    pub(super) fn message(&self, file: &str) -> Result<Message> {
        Message::decode(&self.bytes(file)?).ok_or_else(|| self.wrong(file, "it is not MessagePack"))
    }

    /// A file in JSON.
    pub(super) fn json(&self, file: &str) -> Result<serde_json::Value> {
        serde_json::from_slice(&self.bytes(file)?)
            .map_err(|error| self.wrong(file, &format!("it is not JSON: {error}")))
    }

    /// A file with the weights of a component.
    pub(super) fn network(&self, file: &str) -> Result<Network> {
        Network::of(&self.message(file)?, format!("{}: {file}", self.name))
    }

    /// An error of one of the files.
    pub(super) fn wrong(&self, file: &str, message: &str) -> Error {
        wrong(&format!("{}: {file}", self.name), message)
    }
}

fn pipeline_in(folder: &Path, levels: usize) -> Option<PathBuf> {
    if folder.join(MARK).is_file() {
        return Some(folder.to_path_buf());
    }
    if levels == 0 {
        return None;
    }
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
        .iter()
        .find_map(|folder| pipeline_in(folder, levels - 1))
}
