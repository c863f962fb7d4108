//! The file as it is written.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::{Attitude, Entry, Frame, Reporting, Sense, Words};
use crate::resolve::Stance;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    verb: Vec<Group>,
    noun: Vec<Group>,
    adjective: Vec<Group>,
    light: List,
    adverbs: List,
    hearsay: List,
    documents: List,
    headline: List,
    phrases: List,
    views: List,
    idle: List,
    settings: List,
    naming: List,
    leading: List,
    refusing: List,
    continuing: List,
    forms: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    kind: Attitude,
    stance: Stance,
    #[serde(default)]
    unsourced: bool,
    frames: Vec<String>,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: Vec<String>,
}

impl File {
    pub(super) fn into_reporting(self) -> Reporting {
        Reporting {
            verbs: index(&self.verb),
            nouns: index(&self.noun),
            adjectives: index(&self.adjective),
            light: set(self.light),
            adverbs: set(self.adverbs),
            hearsay: set(self.hearsay),
            documents: set(self.documents),
            headline: set(self.headline),
            phrases: phrases(&self.phrases),
            views: set(self.views),
            idle: set(self.idle),
            settings: set(self.settings),
            naming: set(self.naming),
            leading: set(self.leading),
            refusing: set(self.refusing),
            continuing: set(self.continuing),
            forms: self.forms.into_iter().collect(),
        }
    }
}

fn set(list: List) -> HashSet<String> {
    list.words.into_iter().collect()
}

fn phrases(list: &List) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = list
        .words
        .iter()
        .map(|phrase| phrase.split(' ').map(str::to_owned).collect())
        .collect();
    found.sort_by_key(|words| std::cmp::Reverse(words.len()));
    found
}

/// Where a word stands in several groups with the same frame, the first group holds.
fn index(groups: &[Group]) -> Words {
    let mut words = Words::new();
    for group in groups {
        let sense = Sense {
            stance: group.stance,
            attitude: group.kind,
            unsourced: group.unsourced,
        };
        for word in &group.words {
            let entry: &mut Entry = words.entry(word.clone()).or_default();
            for frame in &group.frames {
                entry.add(Frame::parse(frame), sense);
            }
        }
    }
    words
}
