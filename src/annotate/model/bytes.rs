//! The primitive values of a model file: little-endian numbers, counted texts and blocks.

use std::borrow::Cow;
use std::ops::{Deref, Range};
use std::sync::Arc;

use crate::error::{Diagnostic, Error, Location, Result};

/// A part of a model file, shared and not copied.
#[derive(Clone, Debug)]
pub(crate) struct Bytes {
    file: Arc<Cow<'static, [u8]>>,
    range: Range<usize>,
}

impl Bytes {
    /// A whole file.
    pub(crate) fn new(file: impl Into<Cow<'static, [u8]>>) -> Self {
        let file = file.into();
        let range = 0..file.len();
        Self {
            file: Arc::new(file),
            range,
        }
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.file[self.range.clone()]
    }
}

/// A value that a model file holds.
pub(crate) trait Stored: Sized {
    /// Appends the value.
    fn write(&self, out: &mut Vec<u8>);

    /// Reads it back.
    ///
    /// # Errors
    /// When the file ends too early or holds what cannot be.
    fn read(from: &mut Reader) -> Result<Self>;
}

/// Reads a model file from front to back.
#[derive(Debug)]
pub(crate) struct Reader {
    rest: Bytes,
}

impl Reader {
    /// At the start of a file.
    pub(crate) fn new(file: Bytes) -> Self {
        Self { rest: file }
    }

    /// The next `length` bytes, as a part of the file.
    pub(crate) fn bytes(&mut self, length: usize) -> Result<Bytes> {
        if length > self.rest.len() {
            return Err(damaged("it ends too early"));
        }
        let mut taken = self.rest.clone();
        taken.range.end = taken.range.start + length;
        self.rest.range.start += length;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let taken = self.bytes(N)?;
        let mut array = [0; N];
        array.copy_from_slice(&taken);
        Ok(array)
    }

    /// Single-precision numbers.
    pub(crate) fn floats(&mut self, count: usize) -> Result<Vec<f32>> {
        let block = self.bytes(count * 4)?;
        let (numbers, _) = block.as_chunks::<4>();
        Ok(numbers
            .iter()
            .map(|&number| f32::from_le_bytes(number))
            .collect())
    }
}

impl Stored for u32 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn read(from: &mut Reader) -> Result<Self> {
        from.array().map(Self::from_le_bytes)
    }
}

impl Stored for u64 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn read(from: &mut Reader) -> Result<Self> {
        from.array().map(Self::from_le_bytes)
    }
}

impl Stored for usize {
    fn write(&self, out: &mut Vec<u8>) {
        (*self as u32).write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(u32::read(from)? as Self)
    }
}

impl Stored for f32 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn read(from: &mut Reader) -> Result<Self> {
        from.array().map(Self::from_le_bytes)
    }
}

impl Stored for String {
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        out.extend_from_slice(self.as_bytes());
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let length = usize::read(from)?;
        let bytes = from.bytes(length)?;
        std::str::from_utf8(&bytes)
            .map(str::to_owned)
            .map_err(|_| damaged("a text in it is not UTF-8"))
    }
}

impl<T: Stored> Stored for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        for value in self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let count = usize::read(from)?;
        (0..count).map(|_| T::read(from)).collect()
    }
}

impl<T: Stored> Stored for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        usize::from(self.is_some()).write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader) -> Result<Self> {
        match usize::read(from)? {
            0 => Ok(None),
            _ => T::read(from).map(Some),
        }
    }
}

impl<A: Stored, B: Stored> Stored for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok((A::read(from)?, B::read(from)?))
    }
}

/// The error of a model file that cannot be what was written.
pub(crate) fn damaged(why: &str) -> Error {
    Error::Knowledge(
        Diagnostic::error(
            Location::default(),
            format!("the model file is damaged: {why}"),
        )
        .with_hint("import the model again with `newsgraph model import`"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_and_a_cut_file_is_an_error() {
        let values = vec![(String::from("Zürich"), 7_u64), (String::new(), u64::MAX)];
        let mut out = Vec::new();
        values.write(&mut out);
        let mut reader = Reader::new(Bytes::new(out.clone()));
        assert_eq!(Vec::<(String, u64)>::read(&mut reader).unwrap(), values);
        out.pop();
        let mut reader = Reader::new(Bytes::new(out));
        assert!(Vec::<(String, u64)>::read(&mut reader).is_err());
    }
}
