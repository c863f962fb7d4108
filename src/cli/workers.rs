//! Articles worked on by several threads, handed on in the order of the input.

use std::io::Write;

use rayon::prelude::*;

use super::arguments::JobArguments;
use super::failure::{Done, tell};
use super::output::Output;
use crate::annotate::Annotated;
use crate::error::{Diagnostic, Error, Location};
use crate::export::annotated::read_json;
use crate::pipeline::Pipeline;
use crate::read::{Document, Item, Reader, Reading};

// Enough to keep the threads busy, little enough for the memory.
const BYTES_AT_ONCE: usize = 2 << 20;
// Texts that are annotated together: some 2,000 words.
const BYTES_TOGETHER: usize = 12 << 10;

/// Annotates every article, applies `work` and hands the results to `take` in the order of the
/// input. What cannot be read is told on standard error and makes the run end as [`Done::Skipped`].
pub(super) fn for_each_article<T: Send>(
    mut reader: Reader,
    jobs: &JobArguments,
    pipeline: &Pipeline,
    work: impl Fn(Annotated) -> T + Sync,
    mut take: impl FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<Done> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.jobs.map_or(0, std::num::NonZero::get))
        .build()?;
    let mut done = Done::Well;
    loop {
        let Batch {
            groups,
            skipped,
            ended,
        } = next_batch(&mut reader);
        if skipped {
            done = Done::Skipped;
        }
        let annotate = |group: Group| {
            group
                .annotate(pipeline)
                .into_iter()
                .map(|one| one.map(&work))
                .collect()
        };
        let results: Vec<Vec<Result<T, Diagnostic>>> =
            pool.install(|| groups.into_par_iter().map(annotate).collect());
        for result in results.into_iter().flatten() {
            match result {
                Ok(result) => take(result)?,
                Err(fault) => {
                    tell(fault);
                    done = Done::Skipped;
                }
            }
        }
        if ended {
            return Ok(done);
        }
    }
}

/// Annotates every article and prints what `print` makes of it, in the order of the input.
pub(super) fn print_each_article(
    reader: Reader,
    jobs: &JobArguments,
    pipeline: &Pipeline,
    print: impl Fn(Annotated) -> std::io::Result<Vec<u8>> + Sync,
) -> anyhow::Result<Done> {
    let mut output = Output::open(None)?;
    let done = for_each_article(reader, jobs, pipeline, print, |bytes| {
        output.write_all(&bytes?)?;
        Ok(())
    })?;
    output.finish()?;
    Ok(done)
}

// What is read in one go.
struct Batch {
    groups: Vec<Group>,
    skipped: bool,
    ended: bool,
}

/// Articles that one thread works on together.
enum Group {
    Documents(Vec<Document>),
    Annotated(String, Location),
}

impl Group {
    fn annotate(self, pipeline: &Pipeline) -> Vec<Result<Annotated, Diagnostic>> {
        match self {
            Self::Documents(documents) => pipeline
                .annotate_all(documents)
                .into_iter()
                .map(Ok)
                .collect(),
            Self::Annotated(line, location) => vec![match read_json(&line, &location) {
                Ok(annotated) => Ok(annotated),
                Err(Error::Input(fault)) => Err(fault),
                Err(other) => Err(Diagnostic::error(location, other.to_string())),
            }],
        }
    }
}

fn next_batch(reader: &mut Reader) -> Batch {
    let mut batch = Batch {
        groups: Vec::new(),
        skipped: false,
        ended: false,
    };
    let (mut bytes, mut together) = (0, 0);
    while bytes < BYTES_AT_ONCE {
        let Some(Reading { item, warnings }) = reader.next() else {
            batch.ended = true;
            break;
        };
        warnings.into_iter().for_each(tell);
        match item {
            Ok(Item::Document(document)) => {
                bytes += document.text.len();
                together += document.text.len();
                match batch.groups.last_mut() {
                    Some(Group::Documents(documents)) if together <= BYTES_TOGETHER => {
                        documents.push(document);
                    }
                    _ => {
                        together = document.text.len();
                        batch.groups.push(Group::Documents(vec![document]));
                    }
                }
            }
            Ok(Item::Annotated(line, location)) => {
                bytes += line.len();
                batch.groups.push(Group::Annotated(line, location));
            }
            Err(fault) => {
                tell(fault);
                batch.skipped = true;
            }
        }
    }
    batch
}
