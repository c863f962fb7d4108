//! `newsgraph build`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use oxigraph::io::RdfFormat;

use super::arguments::{
    GraphArguments, InputArguments, JobArguments, ModelArguments, WorldArguments, parse_format,
};
use super::failure::{Done, Usage, tell};
use super::sink::Sink;
use super::wordings::EventArguments;
use super::workers::for_each_article;
use crate::annotate::Annotated;
use crate::error::{Diagnostic, Location};
use crate::graph::{ArticleGraph, article_graph};
use crate::pipeline::Pipeline;
use crate::store::{Graphs, RdfFile, is_graph_format, rdf_format};

/// Articles in, a graph out.
#[derive(Args)]
#[command(after_long_help = "Examples:
  newsgraph build articles/ --output crisis.ttl
  newsgraph build today.jsonl --into archive.nq      add to a file, replacing what has changed
  newsgraph build today.jsonl --store archive        the same for a store on disk
  newsgraph build articles/ --events my-events.toml --output crisis.ttl
  newsgraph build - --date 2021-12-13 < article.txt")]
pub(super) struct Build {
    #[command(flatten)]
    input: InputArguments,
    /// File to write anew; it is complete or not there [default: standard output].
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// TriG or N-Quads file to add to: articles that it holds already are replaced.
    #[arg(long, value_name = "FILE", conflicts_with = "output")]
    into: Option<PathBuf>,
    /// Store on disk to add to; prints the identifier of each article once it is safe. Needs a
    /// program with the feature `disk`.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["output", "into"])]
    store: Option<PathBuf>,
    /// Format of the output: ttl, trig, nt, nq, jsonld, rdf [default: by file name, else Turtle].
    #[arg(long, short, value_name = "FORMAT", value_parser = parse_format)]
    format: Option<RdfFormat>,
    #[command(flatten)]
    graph: GraphArguments,
    #[command(flatten)]
    jobs: JobArguments,
    #[command(flatten)]
    model: ModelArguments,
    #[command(flatten)]
    events: EventArguments,
    #[command(flatten)]
    world: WorldArguments,
    /// Tell nothing but faults.
    #[arg(long, short)]
    quiet: bool,
}

impl Build {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let begin = Instant::now();
        let target = self.into.as_deref().or(self.output.as_deref());
        let format = self.target_format(target)?;
        let mut sink = self.sink()?;
        let mut pipeline = self.events.pipeline(&self.model)?;
        self.world.add_to(&mut pipeline, &self.graph.base)?;
        let mut progress = Progress::new(self.quiet);
        let work = |annotated: Annotated| self.graph_of(&pipeline, annotated);
        let done = for_each_article(self.input.reader(), &self.jobs, &pipeline, work, |graph| {
            progress.article(sink.put(graph)?);
            Ok(())
        })?;
        if progress.articles == 0 && done == Done::Skipped && target.is_some() {
            tell("nothing was written: no article could be read");
            return Ok(done);
        }
        let quads = sink.close(pipeline.knowledge(), &self.graph.base, target, format)?;
        progress.close(quads, begin);
        Ok(done)
    }

    fn sink(&self) -> anyhow::Result<Sink> {
        if let Some(directory) = &self.store {
            return Sink::store(directory);
        }
        Ok(Sink::Memory(match &self.into {
            Some(path) if path.exists() => {
                let quads = RdfFile::new(path, self.format)?.quads()?;
                quads.into_iter().collect()
            }
            _ => Graphs::new(),
        }))
    }

    fn graph_of(&self, pipeline: &Pipeline, annotated: Annotated) -> ArticleGraph {
        let facts = pipeline.extract(pipeline.resolve(annotated));
        article_graph(&facts, &self.graph.options(pipeline))
    }

    fn target_format(&self, target: Option<&Path>) -> anyhow::Result<RdfFormat> {
        let by_name = target
            .and_then(Path::extension)
            .and_then(|extension| rdf_format(&extension.to_string_lossy()));
        let format = self.format.or(by_name);
        if let Some(path) = &self.into
            && !format.is_some_and(is_graph_format)
        {
            let location = Location::file(path.to_string_lossy());
            return Err(Usage(
                Diagnostic::error(
                    location,
                    "--into takes TriG (.trig) and N-Quads (.nq) alone",
                )
                .with_hint("the other formats do not keep the articles apart"),
            )
            .into());
        }
        if let (Some(path), None) = (target, format) {
            let location = Location::file(path.to_string_lossy());
            return Err(Usage(
                Diagnostic::error(location, "the format is not known by this name")
                    .with_hint("use .ttl, .trig, .nt, .nq, .jsonld or .rdf, or give --format"),
            )
            .into());
        }
        Ok(format.unwrap_or(RdfFormat::Turtle))
    }
}

/// What is told on standard error while a build runs.
struct Progress {
    quiet: bool,
    live: bool,
    articles: usize,
    replaced: usize,
}

impl Progress {
    fn new(quiet: bool) -> Self {
        Self {
            quiet,
            live: !quiet && std::io::stderr().is_terminal(),
            articles: 0,
            replaced: 0,
        }
    }

    fn article(&mut self, replaced: bool) {
        const EVERY: usize = 50;
        self.articles += 1;
        self.replaced += usize::from(replaced);
        if self.live && self.articles.is_multiple_of(EVERY) {
            tell(format_args!("{} articles …", self.articles));
        }
    }

    fn close(&self, quads: usize, begin: Instant) {
        if self.quiet {
            return;
        }
        let replaced = if self.replaced > 0 {
            format!(" ({} replaced)", self.replaced)
        } else {
            String::new()
        };
        let seconds = begin.elapsed().as_secs_f64();
        let articles = match self.articles {
            1 => "1 article".to_owned(),
            number => format!("{number} articles"),
        };
        tell(format_args!(
            "{articles}{replaced}, {quads} quads, {seconds:.1} s"
        ));
    }
}
