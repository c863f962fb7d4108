//! A folder of files and the program run in it.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A temporary folder in which the program runs.
pub(crate) struct Session {
    folder: tempfile::TempDir,
}

/// How a run ended.
pub(crate) struct Ended {
    /// The exit code.
    pub(crate) code: i32,
    /// What it wrote on standard output.
    pub(crate) output: String,
    /// What it told on standard error.
    pub(crate) told: String,
}

impl Session {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file into the folder.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.path(name), bytes).expect("written");
        self
    }

    pub(crate) fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs the program with words parted by spaces.
    pub(crate) fn run(&self, words: &str) -> Ended {
        self.run_with(&words.split(' ').collect::<Vec<_>>())
    }

    /// Runs the program with its standard output on a disk that is full.
    #[cfg(target_os = "linux")]
    pub(crate) fn run_to_full_disk(&self, words: &str) -> Ended {
        let full = std::fs::File::create("/dev/full").expect("a full disk");
        let mut command = self.command(&words.split(' ').collect::<Vec<_>>());
        ended(&command.stdout(full).output().expect("the program runs"))
    }

    /// Runs the program with these arguments.
    pub(crate) fn run_with(&self, arguments: &[&str]) -> Ended {
        ended(&self.command(arguments).output().expect("the program runs"))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_newsgraph"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }
}

fn ended(output: &Output) -> Ended {
    Ended {
        code: output.status.code().unwrap_or(-1),
        output: String::from_utf8_lossy(&output.stdout).into_owned(),
        told: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

impl Ended {
    /// Checks the exit code and that all of these stand in what was told.
    #[track_caller]
    pub(crate) fn tells(&self, code: i32, words: &[&str]) -> &Self {
        assert_eq!(self.code, code, "{}{}", self.told, self.output);
        for word in words {
            assert!(
                self.told.contains(word),
                "no `{word}` in what was told:\n{}",
                self.told
            );
        }
        self
    }
}
