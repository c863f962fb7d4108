//! Graphs in files.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParseError, RdfParser};
use oxigraph::model::Quad;
use oxigraph::store::Store;

use crate::error::{Diagnostic, Error, Location, Result};

/// A file of quads or triples.
#[derive(Clone, Debug)]
pub struct RdfFile {
    path: PathBuf,
    format: RdfFormat,
}

/// The format of a name: an extension (`ttl`), a name (`turtle`) or a media type (`text/turtle`).
#[must_use]
pub fn rdf_format(name: &str) -> Option<RdfFormat> {
    match name.to_lowercase().as_str() {
        "turtle" | "ttl" => Some(RdfFormat::Turtle),
        "trig" => Some(RdfFormat::TriG),
        "ntriples" | "n-triples" | "nt" => Some(RdfFormat::NTriples),
        "nquads" | "n-quads" | "nq" => Some(RdfFormat::NQuads),
        "rdfxml" | "rdf/xml" | "rdf" | "owl" | "xml" => Some(RdfFormat::RdfXml),
        "jsonld" | "json-ld" => Some(RdfFormat::JsonLd {
            profile: JsonLdProfileSet::empty(),
        }),
        other => RdfFormat::from_media_type(other).or_else(|| RdfFormat::from_extension(other)),
    }
}

/// Whether a format keeps the names of graphs.
#[must_use]
pub fn is_graph_format(format: RdfFormat) -> bool {
    matches!(format, RdfFormat::NQuads | RdfFormat::TriG)
}

impl RdfFile {
    /// A file whose name or first bytes tell its format, unless that is given.
    ///
    /// # Errors
    /// When the format is not known.
    pub fn new(path: &Path, format: Option<RdfFormat>) -> Result<Self> {
        let format = format.or_else(|| format_of(path)).ok_or_else(|| {
            let location = Location::file(path.to_string_lossy());
            Error::Input(
                Diagnostic::error(
                    location,
                    "the format of this graph is not known by its name",
                )
                .with_hint("give --input-format: ttl, trig, nt, nq, rdf or jsonld"),
            )
        })?;
        Ok(Self {
            path: path.to_owned(),
            format,
        })
    }

    /// The format.
    #[must_use]
    pub fn format(&self) -> RdfFormat {
        self.format
    }

    /// All quads of the file.
    ///
    /// # Errors
    /// When the file cannot be read or is not of its format.
    pub fn quads(&self) -> Result<Vec<Quad>> {
        let parser = self.parser().for_reader(self.open()?);
        parser
            .map(|quad| quad.map_err(|error| self.malformed(&error)))
            .collect()
    }

    /// Loads the file into a store.
    ///
    /// # Errors
    /// When the file cannot be read or is not of its format, or the store refuses.
    pub fn load_into(&self, store: &Store) -> Result<()> {
        let mut loader = store.bulk_loader();
        let quads = self.parser().for_reader(self.open()?);
        let quads = quads.map(|quad| quad.map_err(|error| self.malformed(&error)));
        loader
            .load_ok_quads::<Error, LoadFailed>(quads)
            .map_err(|LoadFailed(error)| error)?;
        loader.commit().map_err(super::refused)
    }

    // Blank nodes of several files are kept apart.
    fn parser(&self) -> RdfParser {
        let parser = RdfParser::from_format(self.format).rename_blank_nodes();
        let base = crate::graph::DEFAULT_BASE;
        parser.clone().with_base_iri(base).unwrap_or(parser)
    }

    fn open(&self) -> Result<Box<dyn Read>> {
        let failed = |source| Error::Io {
            path: self.name(),
            source,
        };
        if self.path == Path::new("-") {
            return Ok(Box::new(std::io::stdin()));
        }
        let file = File::open(&self.path).map_err(failed)?;
        let mut file = BufReader::with_capacity(1 << 16, file);
        let start = std::io::BufRead::fill_buf(&mut file).map_err(failed)?;
        if start.starts_with(b"\x1F\x8B") {
            return Ok(Box::new(MultiGzDecoder::new(file)));
        }
        Ok(Box::new(file))
    }

    fn name(&self) -> String {
        self.path.to_string_lossy().into_owned()
    }

    fn malformed(&self, error: &RdfParseError) -> Error {
        let RdfParseError::Syntax(syntax) = error else {
            return Error::Input(Diagnostic::error(
                Location::file(self.name()),
                error.to_string(),
            ));
        };
        let location = syntax.location().map_or_else(
            || Location::file(self.name()),
            |range| {
                Location::at(
                    self.name(),
                    range.start.line as usize + 1,
                    range.start.column as usize + 1,
                )
            },
        );
        let message = syntax.to_string();
        let message = message
            .split_once(": ")
            .map_or(message.as_str(), |(_, rest)| rest);
        Error::Input(Diagnostic::error(location, message).with_hint(format!(
            "the file is read as {}; --input-format names another format",
            self.format.name()
        )))
    }
}

// One error type for reading and for storing.
struct LoadFailed(Error);

impl From<Error> for LoadFailed {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<oxigraph::store::StorageError> for LoadFailed {
    fn from(error: oxigraph::store::StorageError) -> Self {
        Self(super::refused(error))
    }
}

fn format_of(path: &Path) -> Option<RdfFormat> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    rdf_format(name.rsplit_once('.')?.1)
}
