//! Which files inputs name, and what their names tell.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use super::input::{Input, InputFormat};

// A path and, for a folder, all that is in it. Files that are named are taken whatever their
// extension, those found in a folder only where it is one of ours.
pub(super) fn collect(path: &Path, named: bool, found: &mut VecDeque<Input>) {
    if !path.is_dir() {
        if named || format_of_name(path).is_some() {
            found.push_back(Input::Path(path.to_owned()));
        }
        return;
    }
    match std::fs::read_dir(path).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
        Ok(entries) => {
            let mut paths: Vec<PathBuf> = entries.iter().map(std::fs::DirEntry::path).collect();
            paths.retain(|path| !is_hidden(path));
            paths.sort();
            for path in paths {
                collect(&path, false, found);
            }
        }
        Err(error) => found.push_back(Input::Missing(path.to_owned(), error)),
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

pub(super) fn format_of_name(path: &Path) -> Option<InputFormat> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    match name.rsplit_once('.')?.1 {
        "txt" | "text" => Some(InputFormat::Text),
        "jsonl" | "ndjson" => Some(InputFormat::JsonLines),
        _ => None,
    }
}

// `-` and paths with `/` and without `./`.
pub(super) fn display_name(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").map_or(name.clone(), str::to_owned)
}
