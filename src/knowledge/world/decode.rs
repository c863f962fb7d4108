//! Reads the compiled tables that the build script wrote.
//!
//! Layout, all numbers little-endian: one block of text; then lists, each led by its length: spellings
//! (two strings), states (code, record, government), records, names as written (a list for every record),
//! normal forms with readings, tenures, memberships, borders, successors, claims, roles, titles.
//! A string is an offset into the text (four bytes) and a length (two).

use std::io::Read;

use jiff::civil::Date;

use super::draft::encode::NO_COORDINATE;
use super::draft::fold::Folder;
use super::{
    EntityKind, Gender, Membership, MembershipStatus, RecordId, Row, StateRow, Str, Tenure, World,
};
use crate::error::{Diagnostic, Error, Location, Result};

/// Unpacks and decodes tables.
///
/// # Errors
/// If the bytes are not what the build script writes.
pub(super) fn decode(packed: &[u8]) -> Result<World> {
    let mut bytes = Vec::new();
    flate2::read::ZlibDecoder::new(packed)
        .read_to_end(&mut bytes)
        .map_err(|_| broken())?;
    plain(&bytes)
}

/// Decodes tables that are not packed.
///
/// # Errors
/// If the bytes are not what [`super::draft::encode::encode`] writes.
pub(super) fn plain(bytes: &[u8]) -> Result<World> {
    Cursor { bytes }.world().ok_or_else(broken)
}

fn broken() -> Error {
    Error::Knowledge(Diagnostic::error(
        Location::file("ontology/world"),
        "the compiled tables of the world are damaged",
    ))
}

struct Cursor<'b> {
    bytes: &'b [u8],
}

impl Cursor<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = rest;
        Some(*head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn short(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn number(&mut self) -> Option<u32> {
        self.take().map(u32::from_le_bytes)
    }

    fn string(&mut self) -> Option<Str> {
        Some(Str {
            start: self.number()?,
            len: self.short()?,
        })
    }

    fn record(&mut self) -> Option<RecordId> {
        self.number().map(RecordId)
    }

    /// A record that is written as one more than its number.
    fn optional(&mut self) -> Option<Option<RecordId>> {
        Some(self.number()?.checked_sub(1).map(RecordId))
    }

    fn day(&mut self) -> Option<Option<Date>> {
        let day = self.number()?;
        if day == 0 {
            return Some(None);
        }
        let (year, month, of_month) = (day / 10_000, day / 100 % 100, day % 100);
        Date::new(year as i16, month as i8, of_month as i8)
            .ok()
            .map(Some)
    }

    fn list<T>(&mut self, item: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()?;
        let mut list = Vec::with_capacity(length as usize);
        for _ in 0..length {
            list.push(item(self)?);
        }
        Some(list)
    }

    fn world(mut self) -> Option<World> {
        let length = self.number()? as usize;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        let mut world = World {
            text: std::str::from_utf8(text).ok()?.to_owned(),
            ..World::default()
        };
        let pairs = self.list(|cursor| Some((cursor.string()?, cursor.string()?)))?;
        let owned = |text| world.str(text).to_owned();
        world.folder = Folder::new(pairs.into_iter().map(|(from, to)| (owned(from), owned(to))));
        world.states = self.list(Self::state)?;
        world.rows = self.list(Self::row)?;
        world.order = (0..world.rows.len() as u32).map(RecordId).collect();
        self.aliases(&mut world)?;
        self.names(&mut world)?;
        world.tenures = self.list(Self::tenure)?;
        world.memberships = self.list(Self::membership)?;
        world.borders = self.list(Self::relation)?;
        world.successors = self.list(Self::relation)?;
        world.claims = self.list(Self::relation)?;
        world.roles = self.list(|cursor| Some((cursor.string()?, cursor.record()?)))?;
        world.titles = self.list(|cursor| Some((cursor.string()?, cursor.record()?)))?;
        world.index();
        Some(world)
    }

    fn state(&mut self) -> Option<StateRow> {
        Some(StateRow {
            code: self.string()?,
            record: self.record()?,
            government: self.record()?,
        })
    }

    fn row(&mut self) -> Option<Row> {
        Some(Row {
            kind: EntityKind::from_code(self.byte()?)?,
            key: self.string()?,
            label: self.string()?,
            state: self.short()?,
            sector: self.string()?,
            gender: gender(self.byte()?),
            wikidata: self.number()?,
            latitude: self.degrees()?,
            longitude: self.degrees()?,
            population: self.number()?,
            since: self.day()?,
            until: self.day()?,
            part_of: self.optional()?,
            seat: self.optional()?,
            aliases: 0,
        })
    }

    fn degrees(&mut self) -> Option<i32> {
        self.take().map(i32::from_le_bytes)
    }

    fn aliases(&mut self, world: &mut World) -> Option<()> {
        for row in &mut world.rows {
            row.aliases = world.aliases.len() as u32;
            for _ in 0..self.short()? {
                world.aliases.push((self.string()?, self.byte()?));
            }
        }
        Some(())
    }

    fn names(&mut self, world: &mut World) -> Option<()> {
        let count = self.number()?;
        world.names.reserve(count as usize);
        for _ in 0..count {
            let name = self.string()?;
            world.names.push((name, world.readings.len() as u32));
            for _ in 0..self.short()? {
                world.readings.push(self.number()?);
            }
        }
        Some(())
    }

    fn tenure(&mut self) -> Option<Tenure> {
        Some(Tenure {
            person: self.record()?,
            post: self.record()?,
            since: self.day()?,
            until: self.day()?,
            acting: self.byte()? == 1,
        })
    }

    fn membership(&mut self) -> Option<(RecordId, u16, Membership)> {
        let (organisation, member) = (self.record()?, self.short()?);
        let membership = Membership {
            organisation,
            member: RecordId(0),
            since: self.day()?,
            until: self.day()?,
            status: MembershipStatus::from_code(self.byte()?)?,
        };
        Some((organisation, member, membership))
    }

    fn relation(&mut self) -> Option<(RecordId, u16)> {
        Some((self.record()?, self.short()?))
    }
}

fn gender(code: u8) -> Option<Gender> {
    match code {
        b'f' => Some(Gender::Female),
        b'm' => Some(Gender::Male),
        _ => None,
    }
}

/// A coordinate in degrees.
pub(super) fn degrees(stored: i32) -> Option<f64> {
    (stored != NO_COORDINATE).then(|| f64::from(stored) / 1e4)
}
