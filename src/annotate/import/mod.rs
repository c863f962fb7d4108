//! Importing a spaCy pipeline: its wheel or directory becomes a model of this program.

mod lemmas;
mod message;
mod network;
mod rules;
mod source;
mod tokenizer;
mod transitions;

use std::fs;
use std::path::Path;

use self::message::Message;
use self::source::Source;
use super::label::Tag;
use super::model::{FILE, Model};
use super::network::Affine;
use super::tag::Tagger;
use crate::error::{Diagnostic, Error, Location, Result};

/// Version of spaCy whose pipelines can be imported.
const SPACY: &str = "3.8";
/// How a range of versions ends that has it.
const BEFORE_NEXT: &str = "<3.9";

/// Converts the spaCy pipeline in a wheel or directory, and writes it to a directory, which is made.
/// Gives its name and version.
///
/// # Errors
/// When the source is no English pipeline of spaCy 3.8 with the components that are needed, or the
/// destination cannot be written.
pub fn import(source: &Path, destination: &Path) -> Result<String> {
    let model = convert(&Source::open(source)?)?;
    let file = destination.join(FILE);
    fs::create_dir_all(destination)
        .and_then(|()| fs::write(&file, model.to_bytes()))
        .map_err(|source| Error::Io {
            path: file.display().to_string(),
            source,
        })?;
    Ok(model.origin)
}

fn convert(source: &Source) -> Result<Model> {
    let origin = origin(source)?;
    let syntax = source.network("tok2vec/model")?;
    let names = source.network("ner/model")?;
    Ok(Model {
        origin,
        tokenizer: tokenizer::tokenizer(source)?,
        encoder: network::encoder(&syntax)?,
        tagger: tagger(source)?,
        parser: transitions::parser(source)?,
        ruler: rules::ruler(source)?,
        lemmatizer: lemmas::lemmatizer(source)?,
        name_encoder: network::encoder(&names)?,
        names: transitions::names(source)?,
    })
}

/// Name and version, after checking that the pipeline is of the right kind.
fn origin(source: &Source) -> Result<String> {
    let meta = source.json("meta.json")?;
    let text = |key: &str| meta.get(key).and_then(serde_json::Value::as_str);
    if text("lang") != Some("en") {
        return Err(source.wrong("meta.json", "the pipeline is not for English"));
    }
    let version = text("spacy_version").unwrap_or_default();
    if !version.contains(SPACY) && !version.contains(BEFORE_NEXT) {
        let message = format!("the pipeline is for spaCy {version}, not {SPACY}");
        return Err(source.wrong("meta.json", &message));
    }
    let name = text("name").unwrap_or("unnamed");
    let version = text("version").unwrap_or_default();
    Ok(format!("en_{name} {version}"))
}

fn tagger(source: &Source) -> Result<Tagger> {
    let settings = source.json("tagger/cfg")?;
    let labels = settings.get("labels").and_then(serde_json::Value::as_array);
    let labels = labels.ok_or_else(|| source.wrong("tagger/cfg", "it lists no tags"))?;
    let known = |label: &serde_json::Value| {
        let tag = Tag::ALL
            .iter()
            .find(|tag| Some(tag.as_str()) == label.as_str());
        tag.copied()
            .ok_or_else(|| source.wrong("tagger/cfg", &format!("the tag {label} is not known")))
    };
    let network = source.network("tagger/model")?;
    let node = network.node("softmax", 0)?;
    let tags: Vec<Tag> = labels.iter().map(known).collect::<Result<_>>()?;
    if node.matrix("W")?.rows != tags.len() {
        return Err(node.wrong("its classes are not those of the tags"));
    }
    Ok(Tagger {
        tags,
        scores: Affine {
            weights: node.weights("W")?,
            bias: node.numbers("b")?,
        },
    })
}

/// An error of an imported file.
fn wrong(file: &str, message: &str) -> Error {
    Error::Knowledge(
        Diagnostic::error(Location::file(file), message).with_hint(format!(
            "what can be imported is an English pipeline of spaCy {SPACY} like en_core_web_sm, as a wheel or a directory"
        )),
    )
}

/// The entries of a map whose keys are texts.
fn entries<'a>(value: &'a Message, file: &str) -> Result<Vec<(&'a str, &'a Message)>> {
    value
        .map()
        .map(|pairs| {
            pairs
                .iter()
                .filter_map(|(key, value)| Some((key.text()?, value)))
                .collect()
        })
        .ok_or_else(|| wrong(file, "a table is missing"))
}
