//! The line of stages as one value: from documents to their facts.

use std::path::Path;

use crate::annotate::{Annotated, Model, annotate, annotate_batch};
use crate::error::{Diagnostic, Error, Location, Result};
use crate::extract::Facts;
use crate::knowledge::events::EventFile;
use crate::knowledge::world::draft::{Draft, Fault};
use crate::knowledge::{Events, Knowledge};
use crate::read::Document;
use crate::resolve::{self, Resolved};

/// The stages with the data that they read; made once, shared by all threads.
///
/// # Examples
/// ```
/// use newsgraph::{Pipeline, read::Document};
/// let pipeline = Pipeline::new()?;
/// let facts = pipeline.facts(Document::new("a1", "The ministers met in Vienna on Monday."));
/// assert_eq!(facts.resolved.annotated.sentences.len(), 1);
/// # Ok::<(), newsgraph::Error>(())
/// ```
#[derive(Debug)]
pub struct Pipeline {
    model: Loaded,
    knowledge: Knowledge,
}

#[derive(Debug)]
enum Loaded {
    Embedded(&'static Model),
    Opened(Box<Model>),
}

impl Pipeline {
    /// Loads the model and the data that the program carries.
    ///
    /// # Errors
    /// When they are damaged.
    pub fn new() -> Result<Self> {
        Ok(Self {
            model: Loaded::Embedded(Model::embedded()?),
            knowledge: Knowledge::load()?,
        })
    }

    /// The same with a model that `newsgraph model import` wrote to a directory.
    ///
    /// # Errors
    /// When the directory holds no model of this version.
    pub fn with_model(directory: &Path) -> Result<Self> {
        Ok(Self {
            model: Loaded::Opened(Box::new(Model::open(directory)?)),
            knowledge: Knowledge::load()?,
        })
    }

    /// The same with a user's own wordings of events over those that the program carries ([`Events::with`]).
    ///
    /// # Errors
    /// The first fault in the files, with its place.
    pub fn with_events(mut self, own: &[EventFile<'_>]) -> Result<Self> {
        self.knowledge.events = Events::with(own)?;
        Ok(self)
    }

    /// Adds records of a user's own to the tables of the world.
    ///
    /// # Errors
    /// When they are faulty; the first fault with its place.
    pub fn add_world(&mut self, own: Draft) -> Result<()> {
        let faulty = |fault: &Fault| {
            let origin = &fault.origin;
            let place = Location::at(origin.file.clone(), origin.line, origin.column);
            let hint = "`newsgraph world check FILE` tells all that is wrong";
            Error::Knowledge(Diagnostic::error(place, fault.message.clone()).with_hint(hint))
        };
        match self.knowledge.world.with(own) {
            Ok(world) => {
                self.knowledge.world = world;
                Ok(())
            }
            Err(faults) => faults.first().map_or(Ok(()), |fault| Err(faulty(fault))),
        }
    }

    /// The data that the stages read.
    #[must_use]
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// Words, tags, trees and names.
    #[must_use]
    pub fn annotate(&self, document: Document) -> Annotated {
        annotate(document, self.model())
    }

    /// The same for several documents: faster where they are short, with the same result.
    #[must_use]
    pub fn annotate_all(&self, documents: Vec<Document>) -> Vec<Annotated> {
        annotate_batch(documents, self.model())
    }

    /// Who is meant, when, and who speaks.
    #[must_use]
    pub fn resolve(&self, annotated: Annotated) -> Resolved {
        resolve::resolve(annotated, &self.knowledge)
    }

    /// What happened, who says so, and is it so.
    #[must_use]
    pub fn extract(&self, resolved: Resolved) -> Facts {
        crate::extract::extract(resolved, &self.knowledge)
    }

    /// All stages: a document to its facts.
    #[must_use]
    pub fn facts(&self, document: Document) -> Facts {
        self.extract(self.resolve(self.annotate(document)))
    }

    fn model(&self) -> &Model {
        match &self.model {
            Loaded::Embedded(model) => model,
            Loaded::Opened(model) => model,
        }
    }
}
