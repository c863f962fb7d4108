//! Files to [`Events`].

use std::collections::BTreeSet;

use super::file::{ClassTable, FrameTable, SharedFile, TypeFile, without_tests};
use super::inspect::inspect;
use super::limit::Limit;
use super::roles::{Filler, RolePattern, filler, pattern, relation};
use super::source::EventFile;
use super::wording::{Side, wordings};
use super::{EventType, Events, Frame};
use crate::annotate::Relation;
use crate::error::{Diagnostic, Error, Level, Location, Result};

include!(concat!(env!("OUT_DIR"), "/event_files.rs"));

/// The file that holds what the event types share.
pub(super) const SHARED: &str = "roles";

impl Events {
    /// The files that are compiled in.
    pub fn embedded() -> impl Iterator<Item = EventFile<'static>> {
        EVENT_FILES
            .iter()
            .map(|&(name, place, text)| EventFile { name, place, text })
    }

    /// Reads the wordings that are compiled in.
    ///
    /// # Errors
    /// [`Error::Knowledge`] with the place of the fault.
    pub fn load() -> Result<Self> {
        Self::of(&Self::embedded().collect::<Vec<_>>())
    }

    /// Reads the wordings that are compiled in, and a user's own over them: a file that is named as one of the
    /// program's takes its place, others are added and win where theirs and another wording ask for as much.
    ///
    /// # Errors
    /// [`Error::Knowledge`] with the place of the first fault in the user's files.
    pub fn with(own: &[EventFile<'_>]) -> Result<Self> {
        if let Some(fault) = inspect(own)
            .into_iter()
            .find(|fault| fault.level == Level::Error)
        {
            return Err(Error::Knowledge(fault));
        }
        Self::of(&Self::files(own))
    }

    /// The files that are read where a user's own are put over those that are compiled in.
    #[must_use]
    pub fn files<'text>(own: &[EventFile<'text>]) -> Vec<EventFile<'text>> {
        let mut files: Vec<EventFile<'text>> = Self::embedded().collect();
        let mut added = Vec::new();
        for &file in own {
            match files.iter_mut().find(|known| known.name == file.name) {
                Some(known) => *known = file,
                None => added.push(file),
            }
        }
        added.extend(files);
        added
    }

    fn of(files: &[EventFile<'_>]) -> Result<Self> {
        let mut events = Self::default();
        let shared: SharedFile = match files.iter().find(|file| file.name == SHARED) {
            Some(file) => read(*file)?,
            None => SharedFile::default(),
        };
        events.share(&shared);
        for file in files.iter().filter(|file| file.name != SHARED) {
            events.add(*file, &shared)?;
        }
        Ok(events)
    }

    fn share(&mut self, shared: &SharedFile) {
        for (class, nouns) in &shared.nouns {
            self.noun_classes.insert(class.clone(), words(nouns));
        }
        self.support_verbs = words(&shared.support_verbs);
        self.suffering_verbs = words(&shared.suffering_verbs);
        self.silent_verbs = words(&shared.silent_verbs);
        self.saying_verbs = words(&shared.saying_verbs);
        self.other_topics = words(&shared.other_topics);
        self.addressing_verbs = words(&shared.addressing_verbs);
        self.refusable_verbs = words(&shared.refusable_verbs);
        self.political_words = words(&shared.political_words).into_iter().collect();
        self.harming_verbs = words(&shared.harming_verbs);
    }

    fn add(&mut self, file: EventFile<'_>, shared: &SharedFile) -> Result<()> {
        let parsed: TypeFile = read(file)?;
        let class = parsed.class.as_deref().unwrap_or("none");
        let Some(defaults) = shared.class.get(class) else {
            return Err(fault(
                file,
                format!("“{class}” is no PLOVER class of {SHARED}.toml"),
            ));
        };
        for table in &parsed.frames {
            let event_type = self.type_for(file, &parsed, table);
            let frame = frame(file, &parsed, table, defaults, event_type)
                .map_err(|message| fault(file, message))?;
            self.add_frame(frame, table);
        }
        Ok(())
    }

    /// The file's type; a frame with a mode or code of its own has one more entry of the same name.
    fn type_for(&mut self, file: EventFile<'_>, parsed: &TypeFile, table: &FrameTable) -> usize {
        let event_type = EventType {
            id: parsed.id.clone(),
            file: file.name.to_owned(),
            definition: parsed.definition.clone(),
            active: parsed.label.clone(),
            passive: parsed.passive.clone(),
            class: parsed.class.clone(),
            mode: table.mode.clone().or_else(|| parsed.mode.clone()),
            contexts: parsed.contexts.clone(),
            cameo: table.cameo.clone().or_else(|| parsed.cameo.clone()),
            broader: parsed.broader.clone(),
        };
        if let Some(index) = self.types.iter().position(|known| *known == event_type) {
            return index;
        }
        self.types.push(event_type);
        self.types.len() - 1
    }

    fn add_frame(&mut self, frame: Frame, table: &FrameTable) {
        let number = self.frames.len();
        self.frames.push(frame);
        let lists = [
            (&table.verbs, Side::First, &mut self.verbs),
            (&table.nouns, Side::Last, &mut self.nouns),
            (&table.adjectives, Side::First, &mut self.adjectives),
        ];
        for (list, side, index) in lists {
            for (word, wording) in wordings(list, side, number) {
                index.entry(word).or_default().push(wording);
            }
        }
    }
}

fn frame(
    file: EventFile<'_>,
    parsed: &TypeFile,
    table: &FrameTable,
    defaults: &ClassTable,
    event_type: usize,
) -> std::result::Result<Frame, String> {
    let roles = table
        .roles
        .as_ref()
        .or(parsed.roles.as_ref())
        .unwrap_or(&defaults.roles);
    let noun_roles = table
        .noun_roles
        .as_ref()
        .or(parsed.noun_roles.as_ref())
        .unwrap_or(&defaults.noun_roles);
    let not_subject = format!("{}, {}", table.not_subject, defaults.not_subject);
    Ok(Frame {
        event_type,
        rule: format!("{}/{}", file.name, table.name),
        roles: named(roles, table)?,
        noun_roles: named(noun_roles, table)?,
        subject: Limit::of_frame(&table.subject),
        object: Limit::of_frame(&table.object),
        not_object: Limit::of_frame(&table.not_object),
        not_subject: Limit::of_frame(&not_subject),
        limited: is_limited(table),
        needs: needs(&table.needs)?,
        silent_with: words(&table.silent_with).into_iter().collect(),
        without: relations(&table.without)?,
        speech: table.speech.unwrap_or(defaults.speech),
    })
}

/// Whether a frame says by itself what its arguments must or must not be.
fn is_limited(table: &FrameTable) -> bool {
    let own = [
        &table.subject,
        &table.object,
        &table.not_object,
        &table.not_subject,
    ];
    own.iter().any(|limit| !limit.is_empty())
}

fn named(text: &str, table: &FrameTable) -> std::result::Result<RolePattern, String> {
    pattern(text).map_err(|message| format!("frame “{}”: {message}", table.name))
}

fn relations(text: &str) -> std::result::Result<Vec<Relation>, String> {
    words(text).iter().map(|word| relation(word)).collect()
}

fn needs(text: &str) -> std::result::Result<Vec<Filler>, String> {
    words(text).iter().map(|word| filler(word)).collect()
}

/// The words of a list that is separated by commas and line ends.
pub(super) fn words(text: &str) -> BTreeSet<String> {
    text.split([',', '\n'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn read<T: for<'de> serde::Deserialize<'de>>(file: EventFile<'_>) -> Result<T> {
    toml::from_str(without_tests(file.text)).map_err(|error| file.stop(&error))
}

fn fault(file: EventFile<'_>, message: String) -> Error {
    Error::Knowledge(Diagnostic::error(Location::file(file.place), message))
}
