//! `newsgraph extract`.

use clap::{Args, ValueEnum};
use oxigraph::model::Quad;

use super::arguments::{
    GraphArguments, InputArguments, JobArguments, ModelArguments, WorldArguments,
};
use super::failure::Done;
use super::wordings::EventArguments;
use super::workers::print_each_article;
use crate::annotate::Annotated;
use crate::export::facts::{write_facts, write_resolved};
use crate::export::quad_lines;
use crate::graph::article_graph;
use crate::pipeline::Pipeline;

/// Articles in, facts or quads out, article by article: a filter that any engine can run.
#[derive(Args)]
#[command(after_long_help = "Examples:
  newsgraph extract --from jsonl --to facts < articles.jsonl > facts.jsonl
  newsgraph extract articles/ --to nquads | sort -u > articles.nq")]
pub(super) struct Extract {
    #[command(flatten)]
    input: InputArguments,
    #[command(flatten)]
    jobs: JobArguments,
    #[command(flatten)]
    model: ModelArguments,
    #[command(flatten)]
    events: EventArguments,
    #[command(flatten)]
    world: WorldArguments,
    /// What is printed.
    #[arg(long, value_enum, default_value = "facts")]
    to: To,
    #[command(flatten)]
    graph: GraphArguments,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// One JSON object an article: entities, mentions, times, situations, claims, facts, quantities.
    Facts,
    /// The named graphs of the articles in N-Quads; what the tables know (names and kinds of known people and
    /// states among it) stands only in what `build` writes.
    Nquads,
    /// One JSON object an article: what was resolved before facts are extracted.
    Resolved,
}

impl Extract {
    pub(super) fn run(self) -> anyhow::Result<Done> {
        let mut pipeline = self.events.pipeline(&self.model)?;
        self.world.add_to(&mut pipeline, &self.graph.base)?;
        let print = |annotated: Annotated| self.print(&pipeline, annotated);
        print_each_article(self.input.reader(), &self.jobs, &pipeline, print)
    }

    fn print(&self, pipeline: &Pipeline, annotated: Annotated) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let resolved = pipeline.resolve(annotated);
        if self.to == To::Resolved {
            write_resolved(&resolved, &self.graph.base, &mut bytes)?;
            return Ok(bytes);
        }
        let facts = pipeline.extract(resolved);
        if self.to == To::Facts {
            write_facts(&facts, &self.graph.base, &mut bytes)?;
        } else {
            let graph = article_graph(&facts, &self.graph.options(pipeline));
            let quads: Vec<Quad> = graph.quads().collect();
            for line in quad_lines(quads) {
                bytes.extend_from_slice(line.as_bytes());
            }
        }
        Ok(bytes)
    }
}
