//! Penn tags.

use super::label::Tag;
use super::model::{Reader, Stored, damaged};
use super::network::Affine;
use crate::error::Result;

/// The tagger: the highest of one score a tag.
#[derive(Debug)]
pub(crate) struct Tagger {
    /// The tag of each class.
    pub(crate) tags: Vec<Tag>,
    /// From token vectors to scores.
    pub(crate) scores: Affine,
}

impl Tagger {
    /// The tags of tokens from their vectors; of equal scores the first.
    pub(crate) fn tags(&self, vectors: &[f32]) -> Vec<Tag> {
        self.scores
            .apply(vectors)
            .chunks_exact(self.tags.len())
            .map(|scores| self.tags[first_highest(scores)])
            .collect()
    }
}

fn first_highest(scores: &[f32]) -> usize {
    let mut best = 0;
    for (class, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = class;
        }
    }
    best
}

impl Stored for Tagger {
    fn write(&self, out: &mut Vec<u8>) {
        let tags: Vec<String> = self.tags.iter().map(Tag::to_string).collect();
        tags.write(out);
        self.scores.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let known = |name: String| Tag::ALL.iter().copied().find(|tag| tag.as_str() == name);
        let tags: Option<Vec<Tag>> = Vec::read(from)?.into_iter().map(known).collect();
        Ok(Self {
            tags: tags.ok_or_else(|| damaged("a tag is not known"))?,
            scores: Affine::read(from)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_scores_the_first_wins() {
        assert_eq!(first_highest(&[1.0, 3.0, 3.0]), 1);
    }
}
