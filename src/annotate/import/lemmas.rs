//! The lemmatizer's tables.

use super::message::Message;
use super::source::Source;
use crate::annotate::attributes::hash;
use crate::annotate::label::Pos;
use crate::annotate::lemmatize::{FORM_SEPARATOR, Lemmatizer, Tables};
use crate::annotate::model::Dictionary;
use crate::error::Result;

const FILE: &str = "lemmatizer/lookups/lookups.bin";
/// Parts of speech that may have tables.
const INFLECTED: [Pos; 5] = [Pos::Adj, Pos::Adv, Pos::Noun, Pos::Verb, Pos::Punct];

/// The lemmatizer.
pub(super) fn lemmatizer(source: &Source) -> Result<Lemmatizer> {
    let lookups = source.message(FILE)?;
    let tables = |pos: Pos| {
        let key = hash::id(&pos.as_str().to_lowercase());
        let table = |name: &str| lookups.get(name)?.get_number(key);
        Some(Tables {
            pos,
            rules: rules(table("lemma_rules")?)?,
            index: index(table("lemma_index")),
            exceptions: exceptions(table("lemma_exc")),
        })
    };
    let tables: Vec<Tables> = INFLECTED.into_iter().filter_map(tables).collect();
    if tables.is_empty() {
        return Err(source.wrong(FILE, "it holds no rules for lemmas"));
    }
    Ok(Lemmatizer::of(tables))
}

fn rules(table: &Message) -> Option<Vec<(String, String)>> {
    let pair = |rule: &Message| match rule.texts()?.as_slice() {
        [old, new] => Some(((*old).to_owned(), (*new).to_owned())),
        _ => None,
    };
    table.list()?.iter().map(pair).collect()
}

fn index(table: Option<&Message>) -> Dictionary {
    let words = table.and_then(Message::texts).unwrap_or_default();
    Dictionary::of(
        words
            .into_iter()
            .map(|word| (word.to_owned(), String::new())),
    )
}

fn exceptions(table: Option<&Message>) -> Dictionary {
    let pairs = table.and_then(Message::map).unwrap_or_default();
    let pair = |(form, lemmas): &(Message, Message)| {
        let lemmas = lemmas.texts()?.join(&FORM_SEPARATOR.to_string());
        Some((form.text()?.to_owned(), lemmas))
    };
    Dictionary::of(pairs.iter().filter_map(pair))
}
