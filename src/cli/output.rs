//! Where data goes: standard output, or a file that is complete or not there.

use std::fs::File;
use std::io::{BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};

use super::failure::OutputFailed;

/// A place to write to.
pub(super) enum Output {
    /// Standard output.
    Standard(BufWriter<StdoutLock<'static>>),
    /// A temporary file beside the one that it becomes.
    File {
        /// What is written.
        to: BufWriter<File>,
        /// Where.
        temporary: PathBuf,
        /// What it becomes.
        path: PathBuf,
    },
}

impl Output {
    /// Opens a file, or standard output for none and for `-`.
    pub(super) fn open(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path.filter(|&path| path != Path::new("-")) else {
            let to = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
            return Ok(Self::Standard(to));
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let temporary = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        let to = File::create(&temporary).map_err(|error| failed(path, error))?;
        Ok(Self::File {
            to: BufWriter::with_capacity(1 << 16, to),
            temporary,
            path: path.to_owned(),
        })
    }

    /// Makes what was written final.
    pub(super) fn finish(mut self) -> anyhow::Result<()> {
        self.flush().map_err(|error| failed(self.place(), error))?;
        if let Self::File {
            to,
            temporary,
            path,
        } = &mut self
        {
            to.get_ref()
                .sync_all()
                .map_err(|error| failed(path, error))?;
            std::fs::rename(&*temporary, &*path).map_err(|error| failed(path, error))?;
        }
        Ok(())
    }

    fn place(&self) -> &Path {
        match self {
            Self::Standard(_) => Path::new("-"),
            Self::File { path, .. } => path,
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Self::File { temporary, .. } = self {
            // After `finish` there is none; otherwise half a file helps nobody.
            let _ = std::fs::remove_file(temporary);
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match self {
            Self::Standard(to) => to.write(bytes),
            Self::File { to, .. } => to.write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match self {
            Self::Standard(to) => to.flush(),
            Self::File { to, .. } => to.flush(),
        }
    }
}

fn failed(path: &Path, source: std::io::Error) -> anyhow::Error {
    let place = path.to_string_lossy().into_owned();
    OutputFailed { place, source }.into()
}
