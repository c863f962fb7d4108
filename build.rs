//! Compiles the knowledge of `ontology/` into the form that the program carries.

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[expect(unreachable_pub, reason = "the crate uses the rest of it")]
#[path = "src/knowledge/world/draft/mod.rs"]
mod draft;
#[path = "src/knowledge/events/embed.rs"]
mod events;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=ontology/world");
    println!("cargo::rerun-if-changed=src/knowledge/world/draft");
    events::event_files(Path::new("ontology/events"))?;
    let mut tables = draft::Draft::default();
    for path in tables_under(Path::new("ontology/world"))? {
        let name = path.to_string_lossy().replace('\\', "/");
        tables.read(&name, &fs::read_to_string(&path)?);
    }
    let bytes = draft::encode::encode(tables).map_err(told)?;
    let target = PathBuf::from(env::var("OUT_DIR")?).join("world.bin");
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&bytes)?;
    fs::write(target, packed.finish()?)?;
    Ok(())
}

/// All tables of a folder and its folders, in order of their names.
fn tables_under(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(tables_under(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "tsv") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The faults as one error, a line each.
fn told(faults: Vec<draft::Fault>) -> Box<dyn Error> {
    let line = |fault: &draft::Fault| {
        let origin = &fault.origin;
        format!(
            "{}:{}:{}: {}",
            origin.file, origin.line, origin.column, fault.message
        )
    };
    let lines: Vec<String> = faults.iter().map(line).collect();
    format!(
        "{} faults in the tables of the world\n{}",
        lines.len(),
        lines.join("\n")
    )
    .into()
}
