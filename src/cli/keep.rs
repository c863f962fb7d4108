//! `newsgraph backup` and `optimize`: the care of stores on disk.

use std::path::PathBuf;

use clap::Args;

use super::failure::Done;

/// Copies a store on disk; needs a program with the feature `disk`.
#[derive(Args)]
pub(super) struct Backup {
    /// The store.
    #[arg(value_name = "DIR")]
    store: PathBuf,
    /// Folder of the copy, which is not there yet.
    #[arg(value_name = "TARGET")]
    target: PathBuf,
}

/// Puts the files of a store on disk in order; needs a program with the feature `disk`.
#[derive(Args)]
pub(super) struct Optimize {
    /// The store.
    #[arg(value_name = "DIR")]
    store: PathBuf,
}

#[cfg(feature = "disk")]
mod with_disk {
    use super::{Backup, Done, Optimize};
    use crate::store::disk::DiskStore;

    impl Backup {
        pub(in super::super) fn run(self) -> anyhow::Result<Done> {
            DiskStore::open(&self.store)?.backup(&self.target)?;
            Ok(Done::Well)
        }
    }

    impl Optimize {
        pub(in super::super) fn run(self) -> anyhow::Result<Done> {
            DiskStore::open(&self.store)?.optimize()?;
            Ok(Done::Well)
        }
    }
}

#[cfg(not(feature = "disk"))]
impl Backup {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let Self { store, target: _ } = self;
        Err(super::source::no_disk(&store))
    }
}

#[cfg(not(feature = "disk"))]
impl Optimize {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        Err(super::source::no_disk(&self.store))
    }
}
