//! What an argument must be: selectional limits.

/// One way to satisfy a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// The base form of the head.
    Word(String),
    /// A class of nouns of `roles.toml`.
    Class(String),
    /// An entity of this sort.
    Entity(Sort),
}

/// Sorts of entity that limits name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Anybody who can act: no place, post, document or named event.
    Actor,
    /// A person or group of persons.
    Person,
    /// A state or government.
    State,
    /// An organisation of any kind.
    Organisation,
    /// Forces, armed groups.
    Armed,
    /// A city, region or other place, a state too.
    Place,
    /// A document.
    Document,
    /// Whatever has an entity.
    Any,
}

/// Alternatives; empty: anything goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limit(Vec<Test>);

impl Limit {
    /// A limit of alternatives.
    pub fn new(tests: impl IntoIterator<Item = Test>) -> Self {
        Self(tests.into_iter().collect())
    }

    /// Whether anything goes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The alternatives.
    #[must_use]
    pub fn tests(&self) -> &[Test] {
        &self.0
    }

    /// A limit of a frame: sorts of entity, `@classes` and words, separated by commas.
    pub(super) fn of_frame(list: &str) -> Self {
        let tests = list
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        Self::new(tests.map(|word| {
            if let Some(class) = word.strip_prefix('@') {
                Test::Class(class.to_owned())
            } else if let Some(sort) = sort(word) {
                Test::Entity(sort)
            } else {
                Test::Word(word.to_owned())
            }
        }))
    }
}

fn sort(word: &str) -> Option<Sort> {
    Some(match word {
        "actor" => Sort::Actor,
        "person" => Sort::Person,
        "state" => Sort::State,
        "organisation" => Sort::Organisation,
        "armed" => Sort::Armed,
        "place" => Sort::Place,
        "document" => Sort::Document,
        "entity" => Sort::Any,
        _ => return None,
    })
}
