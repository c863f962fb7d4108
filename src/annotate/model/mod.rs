//! The English model: all that annotating needs, in one file.

mod bytes;
mod dictionary;
mod matrix;

use std::path::Path;
use std::sync::OnceLock;

pub(crate) use bytes::{Bytes, Reader, Stored, damaged};
pub(crate) use dictionary::Dictionary;
pub(crate) use matrix::{Matrix, Table};

use super::lemmatize::Lemmatizer;
use super::names::NameTagger;
use super::network::Encoder;
use super::parse::Parser;
use super::ruler::Ruler;
use super::tag::Tagger;
use super::tokenize::Tokenizer;
use crate::error::{Diagnostic, Error, Location, Result};

/// First bytes of a model file, with the version of its form.
const MAGIC: &[u8] = b"newsgraph model 1\n";
/// Name of the file in a model's directory.
pub(crate) const FILE: &str = "model.bin";

static EMBEDDED: &[u8] = include_bytes!("model.bin");

/// A pipeline for English: tokenizer, tagger, parser, lemmatizer and tagger of names.
#[derive(Debug)]
pub struct Model {
    /// Name and version of the pipeline that it was made from.
    pub(crate) origin: String,
    pub(crate) tokenizer: Tokenizer,
    pub(crate) encoder: Encoder,
    pub(crate) tagger: Tagger,
    pub(crate) parser: Parser,
    pub(crate) ruler: Ruler,
    pub(crate) lemmatizer: Lemmatizer,
    pub(crate) name_encoder: Encoder,
    pub(crate) names: NameTagger,
}

impl Model {
    /// The model that the program carries.
    ///
    /// # Errors
    /// When the program was built with a damaged model.
    pub fn embedded() -> Result<&'static Self> {
        static MODEL: OnceLock<Model> = OnceLock::new();
        if let Some(model) = MODEL.get() {
            return Ok(model);
        }
        let model = Self::of(Bytes::new(EMBEDDED))?;
        Ok(MODEL.get_or_init(|| model))
    }

    /// A model that `newsgraph model import` wrote to a directory.
    ///
    /// # Errors
    /// When the directory holds none, or one of another version of this program.
    pub fn open(directory: &Path) -> Result<Self> {
        let path = directory.join(FILE);
        let bytes = std::fs::read(&path).map_err(|source| Error::Io {
            path: path.display().to_string(),
            source,
        })?;
        Self::of(Bytes::new(bytes))
    }

    /// Name and version of the pipeline that the model was made from.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    fn of(file: Bytes) -> Result<Self> {
        if !file.starts_with(MAGIC) {
            return Err(Error::Knowledge(
                Diagnostic::error(
                    Location::default(),
                    "this is no model of this version of newsgraph",
                )
                .with_hint("import it with `newsgraph model import`"),
            ));
        }
        let mut reader = Reader::new(file);
        reader.bytes(MAGIC.len())?;
        Self::read(&mut reader)
    }

    /// The bytes of the model's file.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        self.write(&mut out);
        out
    }
}

impl Stored for Model {
    fn write(&self, out: &mut Vec<u8>) {
        self.origin.write(out);
        self.tokenizer.write(out);
        self.encoder.write(out);
        self.tagger.write(out);
        self.parser.write(out);
        self.ruler.write(out);
        self.lemmatizer.write(out);
        self.name_encoder.write(out);
        self.names.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self {
            origin: String::read(from)?,
            tokenizer: Tokenizer::read(from)?,
            encoder: Encoder::read(from)?,
            tagger: Tagger::read(from)?,
            parser: Parser::read(from)?,
            ruler: Ruler::read(from)?,
            lemmatizer: Lemmatizer::read(from)?,
            name_encoder: Encoder::read(from)?,
            names: NameTagger::read(from)?,
        })
    }
}
