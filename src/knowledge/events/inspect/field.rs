//! Values of a TOML text with their places.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::source::EventFile;
use crate::error::{Diagnostic, Location};

/// Reads a text as TOML, places kept.
pub(super) fn table(file: EventFile<'_>) -> Result<DeTable<'_>, Box<Diagnostic>> {
    match DeTable::parse(file.text) {
        Ok(read) => Ok(read.into_inner()),
        Err(error) => Err(Box::new(file.syntax(&error, 0))),
    }
}

/// A table of a file.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    file: EventFile<'a>,
    values: &'a DeTable<'a>,
}

impl<'a> Table<'a> {
    pub(super) const fn new(file: EventFile<'a>, values: &'a DeTable<'a>) -> Self {
        Self { file, values }
    }

    /// The text of a key.
    pub(super) fn text(&self, key: &str) -> Option<Field<'a>> {
        self.values
            .get(key)
            .and_then(|value| Field::new(self.file, value))
    }

    /// The tables of a key that is written `[[key]]`.
    pub(super) fn tables(&self, key: &str) -> Vec<Self> {
        let list = self.values.get(key).and_then(|it| it.get_ref().as_array());
        list.into_iter()
            .flat_map(|list| list.iter())
            .filter_map(|one| one.get_ref().as_table())
            .map(|values| Self::new(self.file, values))
            .collect()
    }

    /// The tables inside the table of a key: `[key.NAME]`.
    pub(super) fn inner(&self, key: &str) -> Vec<Self> {
        let table = self.values.get(key).and_then(|it| it.get_ref().as_table());
        table
            .into_iter()
            .flat_map(|table| table.values())
            .filter_map(|one| one.get_ref().as_table())
            .map(|values| Self::new(self.file, values))
            .collect()
    }
}

/// A text of a file.
#[derive(Clone)]
pub(super) struct Field<'a> {
    file: EventFile<'a>,
    /// The text.
    pub(super) value: &'a str,
    span: Range<usize>,
}

impl<'a> Field<'a> {
    fn new(file: EventFile<'a>, value: &'a Spanned<DeValue<'a>>) -> Option<Self> {
        Some(Self {
            file,
            value: value.get_ref().as_str()?,
            span: value.span(),
        })
    }

    /// The place of a part of the text in the file.
    pub(super) fn at(&self, part: &str) -> Location {
        self.file.at(self.offset(part))
    }

    /// An error at a part of the text.
    pub(super) fn fault(&self, part: &str, message: impl Into<String>) -> Diagnostic {
        self.file.fault(self.offset(part), message)
    }

    /// The part is told from others that read the same by how many come before it.
    fn offset(&self, part: &str) -> usize {
        let inside = (part.as_ptr() as usize).saturating_sub(self.value.as_ptr() as usize);
        let before = self.value.get(..inside).unwrap_or_default();
        let number = before.matches(part).count();
        let raw = &self.file.text[self.span.clone()];
        let found = raw.match_indices(part).nth(number);
        self.span.start + found.map_or(0, |(at, _)| at)
    }
}
