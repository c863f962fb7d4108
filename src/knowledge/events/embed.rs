// Part of the build script: lists the files of `ontology/events/` so that the program carries them.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Writes `event_files.rs`: name, place and words of every file, in order of their names.
pub(crate) fn event_files(folder: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    paths.sort();
    let mut code = String::from("const EVENT_FILES: &[(&str, &str, &str)] = &[\n");
    for path in &paths {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let whole = fs::canonicalize(path)?;
        writeln!(
            code,
            "    ({name:?}, \"ontology/events/{name}.toml\", include_str!({:?})),",
            whole.display().to_string()
        )?;
    }
    code.push_str("];\n");
    fs::write(
        PathBuf::from(env::var("OUT_DIR")?).join("event_files.rs"),
        code,
    )?;
    Ok(())
}
