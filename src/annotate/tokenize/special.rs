//! Special cases: texts that are split in a way of their own ("don't", "a.m.", ":-)").

use std::collections::HashMap;

use crate::annotate::model::{Reader, Stored};
use crate::error::Result;

/// A token of a special case: its text, and its norm where it has one of its own.
pub(crate) type Part = (String, Option<String>);

/// A special case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SpecialCase {
    /// The whole text.
    pub(crate) text: String,
    /// Its tokens.
    pub(crate) parts: Vec<Part>,
    /// The tokens into which the rules alone split the text, where it holds punctuation:
    /// such a case is found again in the finished tokens.
    pub(crate) sequence: Option<Vec<String>>,
}

/// All special cases.
#[derive(Clone, Debug, Default)]
pub(crate) struct SpecialCases {
    cases: Vec<SpecialCase>,
    by_text: HashMap<String, usize>,
    by_first: HashMap<String, Vec<usize>>,
}

impl SpecialCases {
    /// Indexes the cases.
    pub(crate) fn of(cases: Vec<SpecialCase>) -> Self {
        let by_text = cases.iter().enumerate();
        let by_text = by_text.map(|(at, case)| (case.text.clone(), at)).collect();
        let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, case) in cases.iter().enumerate() {
            if let Some(first) = case.sequence.as_ref().and_then(|sequence| sequence.first()) {
                by_first.entry(first.clone()).or_default().push(at);
            }
        }
        Self {
            cases,
            by_text,
            by_first,
        }
    }

    /// The tokens of a text that is a special case.
    pub(crate) fn get(&self, text: &str) -> Option<&[Part]> {
        let case = *self.by_text.get(text)?;
        Some(&self.cases[case].parts)
    }

    /// Lengths, in tokens, of the cases whose sequence begins at a token.
    pub(crate) fn lengths_at<'a>(
        &'a self,
        tokens: impl Iterator<Item = &'a str> + Clone + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let first = tokens.clone().next().unwrap_or_default();
        let candidates = self.by_first.get(first).into_iter().flatten();
        candidates
            .filter_map(|&case| self.cases[case].sequence.as_ref())
            .filter(move |sequence| {
                let mut tokens = tokens.clone();
                sequence.iter().all(|text| tokens.next() == Some(text))
            })
            .map(Vec::len)
    }
}

impl Stored for SpecialCase {
    fn write(&self, out: &mut Vec<u8>) {
        self.text.write(out);
        self.parts.write(out);
        self.sequence.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            text: String::read(from)?,
            parts: Vec::read(from)?,
            sequence: Option::read(from)?,
        })
    }
}

impl Stored for SpecialCases {
    fn write(&self, out: &mut Vec<u8>) {
        self.cases.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Vec::read(from).map(Self::of)
    }
}
