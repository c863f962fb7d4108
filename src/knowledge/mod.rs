//! Read-only data of the folder `ontology/`, compiled in: the world, wordings of events, language.

pub mod language;
pub mod status;
pub mod world;

pub use language::Language;
pub use status::StatusLanguage;
pub use world::World;

/// All data that the stages read.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// States, people, organisations, places.
    pub world: World,
    /// Nouns, titles, patterns of names.
    pub language: Language,
    /// What words make of the reality of what they govern.
    pub status: StatusLanguage,
}
