//! The line of stages as one value: from a document to its facts.

use crate::annotate::{self, Annotated, Model};
use crate::error::Result;
use crate::extract::Facts;
use crate::knowledge::Knowledge;
use crate::read::Document;
use crate::resolve::Resolved;

/// The stages with the data that they read; made once, shared by all threads.
#[derive(Debug)]
pub struct Pipeline {
    model: &'static Model,
    knowledge: Knowledge,
}

impl Pipeline {
    /// Loads the data that the program carries.
    ///
    /// # Errors
    /// When that data is damaged.
    pub fn new() -> Result<Self> {
        Ok(Self {
            model: Model::embedded()?,
            knowledge: Knowledge::default(),
        })
    }

    /// The data that the stages read.
    #[must_use]
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// Words, tags, trees and names.
    #[must_use]
    pub fn annotate(&self, document: Document) -> Annotated {
        annotate::annotate(document, self.model)
    }

    /// Who is meant, when, and who speaks.
    #[must_use]
    pub fn resolve(&self, annotated: Annotated) -> Resolved {
        Resolved {
            annotated,
            ..Resolved::default()
        }
    }

    /// What happened, who says so, and is it so.
    #[must_use]
    pub fn extract(&self, resolved: Resolved) -> Facts {
        Facts {
            resolved,
            ..Facts::default()
        }
    }

    /// All stages: a document to its facts.
    #[must_use]
    pub fn facts(&self, document: Document) -> Facts {
        self.extract(self.resolve(self.annotate(document)))
    }
}
