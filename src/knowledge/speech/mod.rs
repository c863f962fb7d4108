//! Words that tell of a saying, a thought or a wish: `ontology/language/reporting.toml`.

mod file;

use std::collections::{HashMap, HashSet};

use crate::error::{Diagnostic, Error, Location, Result};
use crate::resolve::Stance;

/// How a content stands beside a reporting word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frame {
    /// Finite clause: "she says (that) it fell".
    Clause,
    /// Infinitive whose subject is the source: "she promised to go".
    Infinitive,
    /// Somebody and what he is to do: "she urged them to go".
    Order,
    /// Participle clause whose subject is the source: "she denied going".
    Gerund,
    /// Noun phrase: "she condemned the vote".
    Object,
    /// Noun phrase that holds quotation marks: "she shouted “treason”".
    Quoted,
    /// Noun phrase and what it is taken for: "she called it a lie".
    As,
    /// Two things that are likened: "she blamed the fire on him".
    ObjectTo,
    /// Noun phrase beside a verb of showing, whose subject is a document: "the poll shows a lead".
    EvidenceObject,
    /// Passive with an infinitive, the source not told: "he is said to have gone".
    Raising,
    /// Introduces words in quotation marks, or follows them.
    Quotation,
    /// Object of a preposition: "she warned of a crisis".
    Preposition(Box<str>),
}

impl Frame {
    /// The frame of a name as the file writes it; what is no name of a frame is a preposition.
    fn parse(name: &str) -> Self {
        match name {
            "clause" => Self::Clause,
            "infinitive" => Self::Infinitive,
            "order" => Self::Order,
            "gerund" => Self::Gerund,
            "object" => Self::Object,
            "quoted" => Self::Quoted,
            "as" => Self::As,
            "object-to" => Self::ObjectTo,
            "evidence-object" => Self::EvidenceObject,
            "raising" => Self::Raising,
            "quotation" => Self::Quotation,
            preposition => Self::Preposition(preposition.into()),
        }
    }
}

/// What kind of attitude a word tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Attitude {
    /// An utterance.
    Speech,
    /// Belief, knowledge, feeling.
    Thought,
    /// Wish, plan, order.
    Will,
    /// Praise or blame.
    Judgement,
    /// What a document, a poll or a picture shows.
    Evidence,
}

/// What a word means in one frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    /// What the source does with the content.
    pub stance: Stance,
    /// Kind of attitude.
    pub attitude: Attitude,
    /// Read also where no source is named.
    pub unsourced: bool,
}

/// The senses of a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    senses: Vec<(Frame, Sense)>,
}

impl Entry {
    /// The sense in a frame.
    #[must_use]
    pub fn sense(&self, frame: &Frame) -> Option<Sense> {
        self.senses
            .iter()
            .find(|(known, _)| known == frame)
            .map(|&(_, sense)| sense)
    }

    /// The sense of a preposition's object.
    #[must_use]
    pub fn preposition(&self, word: &str) -> Option<Sense> {
        self.senses
            .iter()
            .find(|(known, _)| matches!(known, Frame::Preposition(name) if &**name == word))
            .map(|&(_, sense)| sense)
    }

    fn add(&mut self, frame: Frame, sense: Sense) {
        if self.sense(&frame).is_none() {
            self.senses.push((frame, sense));
        }
    }
}

type Words = HashMap<String, Entry>;

/// The reporting words of English.
#[derive(Clone, Debug, Default)]
pub struct Reporting {
    verbs: Words,
    nouns: Words,
    adjectives: Words,
    light: HashSet<String>,
    adverbs: HashSet<String>,
    hearsay: HashSet<String>,
    documents: HashSet<String>,
    headline: HashSet<String>,
    phrases: Vec<Vec<String>>,
    views: HashSet<String>,
    idle: HashSet<String>,
    settings: HashSet<String>,
    naming: HashSet<String>,
    leading: HashSet<String>,
    refusing: HashSet<String>,
    continuing: HashSet<String>,
    forms: HashMap<String, String>,
}

impl Reporting {
    /// The list that the program carries.
    ///
    /// # Errors
    /// If the list is not as its own head describes.
    pub fn embedded() -> Result<Self> {
        let name = "ontology/language/reporting.toml";
        let source = include_str!("../../../ontology/language/reporting.toml");
        let file: file::File =
            toml::from_str(source).map_err(|error| fault(name, source, &error))?;
        Ok(file.into_reporting())
    }

    /// Senses of a verb; `lemma` may carry a particle ("point out") or a word beside it ("make+clear").
    #[must_use]
    pub fn verb(&self, lemma: &str) -> Option<&Entry> {
        self.verbs.get(lemma)
    }

    /// Senses of a noun.
    #[must_use]
    pub fn noun(&self, lemma: &str) -> Option<&Entry> {
        self.nouns.get(lemma)
    }

    /// Senses of an adjective.
    #[must_use]
    pub fn adjective(&self, lemma: &str) -> Option<&Entry> {
        self.adjectives.get(lemma)
    }

    /// Whether a verb gives its own subject as source to a noun that is its object ("issue a statement").
    #[must_use]
    pub fn is_light(&self, lemma: &str) -> bool {
        self.light.contains(lemma)
    }

    /// Whether an adverb means that somebody, nobody knows who, says so ("reportedly").
    #[must_use]
    pub fn is_hearsay_adverb(&self, lower: &str) -> bool {
        self.adverbs.contains(lower)
    }

    /// Whether an adjective before a noun means that somebody says so ("alleged").
    #[must_use]
    pub fn is_hearsay_adjective(&self, lower: &str) -> bool {
        self.hearsay.contains(lower)
    }

    /// Whether a noun names a text, a picture or a study.
    #[must_use]
    pub fn is_document(&self, lemma: &str) -> bool {
        self.documents.contains(lemma) || self.documents.contains(&lemma.to_lowercase())
    }

    /// Whether a word before a colon at the head of a text names its source ("Poll: …").
    #[must_use]
    pub fn is_headline(&self, lower: &str) -> bool {
        self.headline.contains(lower)
    }

    /// Phrases that name a source after them, as words, the longest first ("according to").
    #[must_use]
    pub fn phrases(&self) -> &[Vec<String>] {
        &self.phrases
    }

    /// Whether a noun with a possessor names what the possessor holds ("in her view").
    #[must_use]
    pub fn is_view(&self, lemma: &str) -> bool {
        self.views.contains(lemma)
    }

    /// Whether an object says nothing of its own: "said so", "described himself".
    #[must_use]
    pub fn is_idle(&self, lower: &str) -> bool {
        self.idle.contains(lower)
    }

    /// Whether a noun behind a preposition is a channel or an occasion and no content: "on the phone", "on behalf of".
    #[must_use]
    pub fn is_setting(&self, lower: &str) -> bool {
        self.settings.contains(lower)
    }

    /// Whether a verb gives a name, so that its passive tells of no speech: "is called".
    #[must_use]
    pub fn is_naming(&self, lemma: &str) -> bool {
        self.naming.contains(lemma)
    }

    /// Whether a verb only leads to the one in its infinitive or participle: "went on to say".
    #[must_use]
    pub fn is_leading(&self, lemma: &str) -> bool {
        self.leading.contains(lemma)
    }

    /// Whether a verb denies the one in its infinitive: "refused to say".
    #[must_use]
    pub fn is_refusing(&self, lemma: &str) -> bool {
        self.refusing.contains(lemma)
    }

    /// Whether a participle behind a comma goes on with the speech before it: ", adding that".
    #[must_use]
    pub fn is_continuing(&self, lemma: &str) -> bool {
        self.continuing.contains(lemma)
    }

    /// The right base form where the lemmatiser errs, else the given one.
    #[must_use]
    pub fn base<'a>(&'a self, lemma: &'a str) -> &'a str {
        self.forms.get(lemma).map_or(lemma, String::as_str)
    }
}

fn fault(name: &str, source: &str, error: &toml::de::Error) -> Error {
    let before = error.span().map_or(0, |span| span.start);
    let line = source
        .get(..before)
        .map_or(0, |text| text.matches('\n').count() + 1);
    let location = Location {
        file: name.into(),
        line,
        excerpt: source
            .lines()
            .nth(line.saturating_sub(1))
            .unwrap_or_default()
            .into(),
        ..Location::default()
    };
    Error::Knowledge(Diagnostic::error(location, error.message()))
}
