//! Articles worked on by several threads, handed on in the order of the input.

use rayon::prelude::*;

use super::arguments::JobArguments;
use super::failure::{Done, tell};
use crate::annotate::Annotated;
use crate::error::{Diagnostic, Error, Location};
use crate::export::annotated::read_json;
use crate::read::{Document, Item, Reader, Reading};

/// An article to be worked on.
pub(super) enum Work {
    /// From the first stage on.
    Document(Document),
    /// Annotated already.
    Annotated(Annotated),
}

// Enough to keep the threads busy, little enough for the memory.
const ARTICLES_AT_ONCE: usize = 256;
const BYTES_AT_ONCE: usize = 2 << 20;

/// Applies `work` to every article and hands the results to `take` in the order of the input.
/// What cannot be read is told on standard error and makes the run end as [`Done::Skipped`].
pub(super) fn for_each_article<T: Send>(
    mut reader: Reader,
    jobs: &JobArguments,
    work: impl Fn(Work) -> T + Sync,
    mut take: impl FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<Done> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.jobs.map_or(0, std::num::NonZero::get))
        .build()?;
    let mut done = Done::Well;
    loop {
        let (batch, skipped) = next_batch(&mut reader);
        if skipped {
            done = Done::Skipped;
        }
        if batch.is_empty() && !skipped {
            return Ok(done);
        }
        let results: Vec<Result<T, Diagnostic>> = pool.install(|| {
            batch
                .into_par_iter()
                .map(|item| prepare(item).map(&work))
                .collect()
        });
        for result in results {
            match result {
                Ok(result) => take(result)?,
                Err(fault) => {
                    tell(fault);
                    done = Done::Skipped;
                }
            }
        }
    }
}

// The next articles, and whether some were skipped on the way.
fn next_batch(reader: &mut Reader) -> (Vec<Item>, bool) {
    let (mut batch, mut bytes, mut skipped) = (Vec::new(), 0, false);
    while batch.len() < ARTICLES_AT_ONCE && bytes < BYTES_AT_ONCE {
        let Some(Reading { item, warnings }) = reader.next() else {
            break;
        };
        warnings.into_iter().for_each(tell);
        match item {
            Ok(item) => {
                bytes += size(&item);
                batch.push(item);
            }
            Err(fault) => {
                tell(fault);
                skipped = true;
            }
        }
    }
    (batch, skipped)
}

fn size(item: &Item) -> usize {
    match item {
        Item::Document(document) => document.text.len(),
        Item::Annotated(line, _) => line.len(),
    }
}

fn prepare(item: Item) -> Result<Work, Diagnostic> {
    match item {
        Item::Document(document) => Ok(Work::Document(document)),
        Item::Annotated(line, location) => match read_json(&line, &location) {
            Ok(annotated) => Ok(Work::Annotated(annotated)),
            Err(Error::Input(fault)) => Err(fault),
            Err(other) => Err(Diagnostic::error(Location::default(), other.to_string())),
        },
    }
}
