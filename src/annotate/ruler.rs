//! Attribute rules: from tags and words to universal parts of speech, morphology and some lemmas.

use std::collections::HashMap;
use std::sync::Arc;

use regex::Regex;

use super::label::{Dep, Pos, Tag};
use super::model::{Reader, Stored, damaged};
use super::tokenize::Word;
use crate::error::Result;

/// A condition on a text.
#[derive(Clone, Debug)]
pub(crate) enum TextCondition {
    /// One of these.
    OneOf(Vec<String>),
    /// Where the expression is found.
    Pattern(Regex),
}

/// A condition on a label of a closed set: the labels that meet it.
pub(crate) type LabelCondition<L> = Option<Vec<L>>;

/// What a token must be.
#[derive(Clone, Debug, Default)]
pub(crate) struct TokenCondition {
    /// Its tag.
    pub(crate) tags: LabelCondition<Tag>,
    /// Its relation.
    pub(crate) deps: LabelCondition<Dep>,
    /// Its text in lower case.
    pub(crate) lower: Option<TextCondition>,
    /// Whether it is white space.
    pub(crate) is_space: Option<bool>,
}

/// What a rule sets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attributes {
    /// Part of speech.
    pub(crate) pos: Option<Pos>,
    /// Tag.
    pub(crate) tag: Option<Tag>,
    /// Relation.
    pub(crate) dep: Option<Dep>,
    /// All features.
    pub(crate) morph: Option<Arc<str>>,
    /// Base form.
    pub(crate) lemma: Option<Arc<str>>,
}

/// A rule: conditions on neighbouring tokens, and what they set on one of them.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// One condition a token.
    pub(crate) conditions: Vec<TokenCondition>,
    /// Which of the tokens is changed.
    pub(crate) index: usize,
    /// What is set.
    pub(crate) attributes: Attributes,
}

/// All rules, in the order in which they are applied.
#[derive(Debug)]
pub(crate) struct Ruler {
    rules: Vec<Rule>,
    /// Rules whose first token has one of given texts.
    by_lower: HashMap<String, Vec<usize>>,
    /// Rules whose first token has one of given tags and any text.
    by_tag: HashMap<Tag, Vec<usize>>,
    /// All other rules.
    other: Vec<usize>,
}

/// What the rules make of a token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Analysis {
    /// Part of speech.
    pub(crate) pos: Pos,
    /// Tag.
    pub(crate) tag: Tag,
    /// Relation.
    pub(crate) dep: Dep,
    /// Features.
    pub(crate) morph: Arc<str>,
    /// Base form where a rule gives one.
    pub(crate) lemma: Option<Arc<str>>,
}

impl Ruler {
    /// Indexes rules.
    pub(crate) fn of(rules: Vec<Rule>) -> Self {
        let mut indexed = Self {
            rules: Vec::new(),
            by_lower: HashMap::new(),
            by_tag: HashMap::new(),
            other: Vec::new(),
        };
        for (number, rule) in rules.iter().enumerate() {
            indexed.index(number, rule);
        }
        indexed.rules = rules;
        indexed
    }

    fn index(&mut self, number: usize, rule: &Rule) {
        let first = rule.conditions.first();
        match first.map(|condition| (&condition.lower, &condition.tags)) {
            Some((Some(TextCondition::OneOf(texts)), _)) => {
                for text in texts {
                    let listed = self.by_lower.entry(text.clone()).or_default();
                    listed.push(number);
                }
            }
            Some((None, Some(tags))) => {
                for &tag in tags {
                    self.by_tag.entry(tag).or_default().push(number);
                }
            }
            _ => self.other.push(number),
        }
    }

    /// Applies the rules: all are matched against what tagger and parser said, then applied in order.
    pub(crate) fn apply(&self, words: &[Word], tags: &[Tag], deps: &[Dep]) -> Vec<Analysis> {
        let mut matches: Vec<(usize, usize)> = Vec::with_capacity(words.len() * 2);
        let text = Text { words, tags, deps };
        for token in 0..words.len() {
            for &number in self.candidates(&text, token) {
                let rule = &self.rules[number];
                if rule.matches(&text, token) {
                    matches.push((token + rule.index, number));
                }
            }
        }
        matches.sort_unstable();
        let mut analyses: Vec<Analysis> = tags
            .iter()
            .zip(deps)
            .map(|(&tag, &dep)| Analysis {
                tag,
                dep,
                ..Analysis::default()
            })
            .collect();
        for (token, number) in matches {
            analyses[token].set(&self.rules[number].attributes);
        }
        analyses
    }

    fn candidates(&self, text: &Text, token: usize) -> impl Iterator<Item = &usize> {
        let by_lower = self.by_lower.get(&*text.words[token].lexeme.lower);
        let by_tag = self.by_tag.get(&text.tags[token]);
        let listed = by_lower.into_iter().chain(by_tag).flatten();
        listed.chain(&self.other)
    }
}

impl Analysis {
    fn set(&mut self, attributes: &Attributes) {
        self.pos = attributes.pos.unwrap_or(self.pos);
        self.tag = attributes.tag.unwrap_or(self.tag);
        self.dep = attributes.dep.unwrap_or(self.dep);
        if let Some(morph) = &attributes.morph {
            self.morph = Arc::clone(morph);
        }
        if let Some(lemma) = &attributes.lemma {
            self.lemma = Some(Arc::clone(lemma));
        }
    }
}

/// What rules look at.
struct Text<'a> {
    words: &'a [Word],
    tags: &'a [Tag],
    deps: &'a [Dep],
}

impl Rule {
    fn matches(&self, text: &Text, token: usize) -> bool {
        token + self.conditions.len() <= text.words.len()
            && self
                .conditions
                .iter()
                .zip(token..)
                .all(|(condition, token)| condition.holds(text, token))
    }
}

impl TokenCondition {
    fn holds(&self, text: &Text, token: usize) -> bool {
        let lexeme = &text.words[token].lexeme;
        let tag = self.tags.as_ref();
        let dep = self.deps.as_ref();
        tag.is_none_or(|tags| tags.contains(&text.tags[token]))
            && dep.is_none_or(|deps| deps.contains(&text.deps[token]))
            && self.is_space.is_none_or(|space| space == lexeme.is_space)
            && self
                .lower
                .as_ref()
                .is_none_or(|condition| condition.holds(&lexeme.lower))
    }
}

impl TextCondition {
    fn holds(&self, text: &str) -> bool {
        match self {
            Self::OneOf(texts) => texts.iter().any(|listed| listed == text),
            Self::Pattern(pattern) => pattern.is_match(text),
        }
    }
}

/// Texts of labels, for the model file.
macro_rules! stored_label {
    ($($label:ty),*) => { $(
        impl Stored for $label {
            fn write(&self, out: &mut Vec<u8>) {
                self.to_string().write(out);
            }

            fn read(from: &mut Reader) -> Result<Self> {
                let text = String::read(from)?;
                let known = Self::ALL.iter().copied().find(|label| label.as_str() == text);
                known.ok_or_else(|| damaged("a label is not known"))
            }
        }
    )* };
}

stored_label!(Tag, Dep, Pos);

impl Stored for Arc<str> {
    fn write(&self, out: &mut Vec<u8>) {
        self.to_string().write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        String::read(from).map(Self::from)
    }
}

impl Stored for TextCondition {
    fn write(&self, out: &mut Vec<u8>) {
        let (texts, pattern) = match self {
            Self::OneOf(texts) => (texts.clone(), None),
            Self::Pattern(pattern) => (Vec::new(), Some(pattern.as_str().to_owned())),
        };
        texts.write(out);
        pattern.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let texts = Vec::read(from)?;
        match Option::<String>::read(from)? {
            None => Ok(Self::OneOf(texts)),
            Some(pattern) => Regex::new(&pattern)
                .map(Self::Pattern)
                .map_err(|_| damaged("an attribute rule has a wrong expression")),
        }
    }
}

impl Stored for TokenCondition {
    fn write(&self, out: &mut Vec<u8>) {
        self.tags.write(out);
        self.deps.write(out);
        self.lower.write(out);
        self.is_space.map(usize::from).write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            tags: Option::read(from)?,
            deps: Option::read(from)?,
            lower: Option::read(from)?,
            is_space: Option::<usize>::read(from)?.map(|flag| flag != 0),
        })
    }
}

impl Stored for Attributes {
    fn write(&self, out: &mut Vec<u8>) {
        self.pos.write(out);
        self.tag.write(out);
        self.dep.write(out);
        self.morph.write(out);
        self.lemma.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            pos: Option::read(from)?,
            tag: Option::read(from)?,
            dep: Option::read(from)?,
            morph: Option::read(from)?,
            lemma: Option::read(from)?,
        })
    }
}

impl Stored for Rule {
    fn write(&self, out: &mut Vec<u8>) {
        self.conditions.write(out);
        self.index.write(out);
        self.attributes.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            conditions: Vec::read(from)?,
            index: usize::read(from)?,
            attributes: Attributes::read(from)?,
        })
    }
}

impl Stored for Ruler {
    fn write(&self, out: &mut Vec<u8>) {
        self.rules.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Vec::read(from).map(Self::of)
    }
}
