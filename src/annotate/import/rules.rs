//! The attribute rules.

use std::sync::Arc;

use regex::Regex;

use super::entries;
use super::message::Message;
use super::source::Source;
use crate::annotate::label::{Dep, Pos, Tag};
use crate::annotate::ruler::{Attributes, Rule, Ruler, TextCondition, TokenCondition};
use crate::error::Result;

const FILE: &str = "attribute_ruler/patterns";
/// How the rules write that a word has no features.
const NO_FEATURES: &str = "_";

/// The rules, in order.
pub(super) fn ruler(source: &Source) -> Result<Ruler> {
    let message = source.message(FILE)?;
    let listed = message.list();
    let listed = listed.ok_or_else(|| source.wrong(FILE, "it holds no rules"))?;
    let mut rules = Vec::new();
    for (number, message) in listed.iter().enumerate() {
        let read = rules_of(message)?;
        let strange = || source.wrong(FILE, &format!("rule {number} cannot be understood"));
        rules.extend(read.ok_or_else(strange)?);
    }
    Ok(Ruler::of(rules))
}

/// One rule a pattern.
fn rules_of(message: &Message) -> Result<Option<Vec<Rule>>> {
    let (Some(patterns), Some(set)) = (message.get("patterns"), message.get("attrs")) else {
        return Ok(None);
    };
    let Some(attributes) = attributes(&entries(set, FILE)?) else {
        return Ok(None);
    };
    let index = message.get("index").and_then(Message::number).unwrap_or(0) as usize;
    let rule = |pattern: &Message| {
        let conditions = pattern.list()?.iter().map(condition);
        Some(Rule {
            conditions: conditions.collect::<Option<_>>()?,
            index,
            attributes: attributes.clone(),
        })
    };
    Ok(patterns
        .list()
        .and_then(|patterns| patterns.iter().map(rule).collect()))
}

fn attributes(entries: &[(&str, &Message)]) -> Option<Attributes> {
    let mut set = Attributes::default();
    for (key, value) in entries {
        let value = value.text()?;
        match *key {
            "POS" => set.pos = Some(label(Pos::ALL, Pos::as_str, value)?),
            "TAG" => set.tag = Some(label(Tag::ALL, Tag::as_str, value)?),
            "DEP" => set.dep = Some(label(Dep::ALL, Dep::as_str, value)?),
            "MORPH" if value == NO_FEATURES => set.morph = Some(Arc::from("")),
            "MORPH" => set.morph = Some(Arc::from(value)),
            "LEMMA" => set.lemma = Some(Arc::from(value)),
            _ => return None,
        }
    }
    Some(set)
}

fn label<L: Copy>(all: &[L], text: impl Fn(L) -> &'static str, value: &str) -> Option<L> {
    all.iter().copied().find(|&label| text(label) == value)
}

fn condition(message: &Message) -> Option<TokenCondition> {
    let mut condition = TokenCondition::default();
    for (key, value) in message.map()? {
        match key.text()? {
            "TAG" => condition.tags = Some(labels(Tag::ALL, Tag::as_str, value)?),
            "DEP" => condition.deps = Some(labels(Dep::ALL, Dep::as_str, value)?),
            "LOWER" => condition.lower = Some(texts(value)?),
            "IS_SPACE" => condition.is_space = Some(value.number()? != 0),
            _ => return None,
        }
    }
    Some(condition)
}

/// The labels that a condition allows; labels that this pipeline never gives are left out.
fn labels<L: Copy>(all: &[L], text: impl Fn(L) -> &'static str, value: &Message) -> Option<Vec<L>> {
    let (listed, wanted) = if let Some(one) = value.text() {
        (vec![one], true)
    } else if let Some(listed) = value.get("IN") {
        (listed.texts()?, true)
    } else {
        (value.get("NOT_IN")?.texts()?, false)
    };
    let allowed = all.iter().copied();
    Some(
        allowed
            .filter(|&label| listed.contains(&text(label)) == wanted)
            .collect(),
    )
}

fn texts(value: &Message) -> Option<TextCondition> {
    if let Some(one) = value.text() {
        return Some(TextCondition::OneOf(vec![one.to_owned()]));
    }
    if let Some(listed) = value.get("IN") {
        let texts = listed.texts()?.into_iter().map(str::to_owned);
        return Some(TextCondition::OneOf(texts.collect()));
    }
    let pattern = value.get("REGEX")?.text()?;
    Regex::new(pattern).ok().map(TextCondition::Pattern)
}
