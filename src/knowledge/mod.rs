//! Read-only data of the folder `ontology/`, compiled in: the world, wordings of events, language.

pub mod events;
pub mod language;
pub mod speech;
pub mod status;
pub mod world;

pub use events::Events;
pub use language::Language;
pub use speech::Reporting;
pub use status::StatusLanguage;
pub use world::World;

use crate::error::Result;

/// All data that the stages read.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// States, people, organisations, places.
    pub world: World,
    /// Nouns, titles, patterns of names.
    pub language: Language,
    /// Words that tell of a saying, a thought or a wish.
    pub reporting: Reporting,
    /// What words make of the reality of what they govern.
    pub status: StatusLanguage,
    /// Event types and their wordings.
    pub events: Events,
}

impl Knowledge {
    /// All data that the program carries.
    ///
    /// # Errors
    /// When that data is damaged.
    pub fn load() -> Result<Self> {
        Ok(Self {
            world: World::embedded()?,
            language: Language::default(),
            reporting: Reporting::embedded()?,
            status: StatusLanguage::load()?,
            events: Events::load()?,
        })
    }
}
