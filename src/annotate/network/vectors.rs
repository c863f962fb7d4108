//! From words to vectors: hashed embeddings, then four layers that each look one token to both sides.

use std::sync::OnceLock;

use super::layers::Maxout;
use crate::annotate::attributes::hash;
use crate::annotate::model::{Reader, Stored, Table};
use crate::annotate::tokenize::{Lexeme, Word};
use crate::error::Result;

/// Rows of nothing between texts: as many as there are layers, or more, so that texts do not see each other.
pub(crate) const PADDING: usize = 4;
/// Rows that are multiplied at once.
const BLOCK: usize = 192;

/// A place for an embedding.
type Slot = OnceLock<Box<[f32]>>;

/// Which of a form's kept embeddings a network fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Tags and trees: the blank after the word counts.
    Syntax,
    /// Names.
    Names,
}

/// A hashed embedding.
#[derive(Clone, Debug)]
pub(crate) struct Embedding {
    /// Seed of the hash.
    pub(crate) seed: u32,
    /// The vectors.
    pub(crate) table: Table,
}

/// The network.
#[derive(Clone, Debug)]
pub(crate) struct Encoder {
    /// Norm, prefix, suffix, shape, and for syntax the blank and the white space.
    pub(crate) embeddings: Vec<Embedding>,
    /// From the embeddings side by side to one vector.
    pub(crate) mixer: Maxout,
    /// The layers with windows.
    pub(crate) layers: Vec<Maxout>,
}

/// The vectors of several texts.
#[derive(Debug)]
pub(crate) struct Vectors {
    width: usize,
    values: Vec<f32>,
    starts: Vec<usize>,
    counts: Vec<usize>,
}

impl Vectors {
    /// The vectors of a text, one token after the other.
    pub(crate) fn text(&self, text: usize) -> &[f32] {
        let start = self.starts[text] * self.width;
        &self.values[start..start + self.counts[text] * self.width]
    }
}

impl Encoder {
    /// The vectors of texts. A text's vectors do not depend on the other texts.
    pub(crate) fn encode(&self, texts: &[&[Word]], purpose: Use) -> Vectors {
        self.embed(texts, purpose);
        let width = self.mixer.width();
        let counts: Vec<usize> = texts.iter().map(|text| text.len()).collect();
        let rows = counts.iter().map(|count| count + PADDING).sum::<usize>() + PADDING;
        let mut values = vec![0.0; rows * width];
        let mut starts = Vec::with_capacity(texts.len());
        let mut row = PADDING;
        for text in texts {
            starts.push(row);
            for word in *text {
                if let Some(vector) = slot(word, purpose).get() {
                    values[row * width..(row + 1) * width].copy_from_slice(vector);
                }
                row += 1;
            }
            row += PADDING;
        }
        for layer in &self.layers {
            values = windowed(layer, values);
        }
        Vectors {
            width,
            values,
            starts,
            counts,
        }
    }

    /// Fills the embeddings of forms that have none yet.
    fn embed(&self, texts: &[&[Word]], purpose: Use) {
        let mut missing: Vec<(&Lexeme, &Slot, bool)> = texts
            .iter()
            .flat_map(|text| text.iter())
            .map(|word| (&*word.lexeme, slot(word, purpose), word.blank))
            .filter(|(_, slot, _)| slot.get().is_none())
            .collect();
        missing.sort_by_key(|(_, slot, _)| std::ptr::from_ref(*slot));
        missing.dedup_by_key(|(_, slot, _)| std::ptr::from_ref(*slot));
        let (width, mut scratch) = (self.mixer.width(), Vec::new());
        for block in missing.chunks(BLOCK) {
            let mut input = Vec::with_capacity(block.len() * self.mixer.weights.inputs);
            for &(lexeme, _, blank) in block {
                self.look_up(lexeme, blank, &mut input);
            }
            let mut output = vec![0.0; block.len() * width];
            let stride = self.mixer.weights.inputs;
            self.mixer.apply(&input, stride, &mut output, &mut scratch);
            for ((_, slot, _), vector) in block.iter().zip(output.chunks_exact(width)) {
                slot.get_or_init(|| vector.into());
            }
        }
    }

    /// Appends the embeddings of a form, column after column.
    fn look_up(&self, lexeme: &Lexeme, blank: bool, input: &mut Vec<f32>) {
        let flags = [u64::from(blank), u64::from(lexeme.is_space)];
        let keys = lexeme.keys.iter().copied().chain(flags);
        for (embedding, key) in self.embeddings.iter().zip(keys) {
            let start = input.len();
            input.resize(start + self.mixer.width(), 0.0);
            for row in hash::rows(key, embedding.seed, embedding.table.rows) {
                embedding.table.add_row(row, &mut input[start..]);
            }
        }
    }
}

fn slot(word: &Word, purpose: Use) -> &Slot {
    match purpose {
        Use::Syntax => &word.lexeme.vectors[usize::from(word.blank)],
        Use::Names => &word.lexeme.vectors[2],
    }
}

/// Adds to every row but the first and the last what a layer makes of it and its neighbours.
fn windowed(layer: &Maxout, mut values: Vec<f32>) -> Vec<f32> {
    let width = layer.width();
    let inner = values.len() - 2 * width;
    let mut added = vec![0.0; inner];
    let mut scratch = Vec::new();
    for (block, output) in added.chunks_mut(BLOCK * width).enumerate() {
        let input = &values[block * BLOCK * width..];
        layer.apply(input, width, output, &mut scratch);
    }
    for (value, added) in values[width..].iter_mut().zip(&added) {
        *value += added;
    }
    values
}

impl Stored for Embedding {
    fn write(&self, out: &mut Vec<u8>) {
        self.seed.write(out);
        self.table.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            seed: u32::read(from)?,
            table: Table::read(from)?,
        })
    }
}

impl Stored for Encoder {
    fn write(&self, out: &mut Vec<u8>) {
        self.embeddings.write(out);
        self.mixer.write(out);
        self.layers.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            embeddings: Vec::read(from)?,
            mixer: Maxout::read(from)?,
            layers: Vec::read(from)?,
        })
    }
}
