//! Sorted texts with values, read straight from the model file: nothing to build at start-up.

use super::bytes::{Bytes, Reader, Stored};
use crate::error::Result;

/// From a text to a text, by binary search. Values may be empty, for a mere set.
#[derive(Clone, Debug)]
pub(crate) struct Dictionary {
    count: usize,
    ends: Bytes,
    texts: Bytes,
}

/// Between key and value.
const SEPARATOR: u8 = 0;

impl Dictionary {
    /// A dictionary of pairs; of equal keys the last counts.
    pub(crate) fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let sorted: std::collections::BTreeMap<String, String> = pairs.into_iter().collect();
        let (mut ends, mut texts) = (Vec::new(), Vec::new());
        for (key, value) in &sorted {
            texts.extend_from_slice(key.as_bytes());
            texts.push(SEPARATOR);
            texts.extend_from_slice(value.as_bytes());
            texts.len().write(&mut ends);
        }
        Self {
            count: sorted.len(),
            ends: Bytes::new(ends),
            texts: Bytes::new(texts),
        }
    }

    /// The value of a text.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = usize::midpoint(low, high);
            let (found, value) = self.pair(middle)?;
            match found.cmp(key.as_bytes()) {
                std::cmp::Ordering::Equal => return std::str::from_utf8(value).ok(),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Whether a text is in it.
    pub(crate) fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    fn pair(&self, index: usize) -> Option<(&[u8], &[u8])> {
        let start = index
            .checked_sub(1)
            .map_or(Some(0), |last| self.end(last))?;
        let pair = self.texts.get(start..self.end(index)?)?;
        let border = pair.iter().position(|&byte| byte == SEPARATOR)?;
        Some((&pair[..border], &pair[border + 1..]))
    }

    fn end(&self, index: usize) -> Option<usize> {
        let bytes = self.ends.get(index * 4..index * 4 + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
    }
}

impl Stored for Dictionary {
    fn write(&self, out: &mut Vec<u8>) {
        self.count.write(out);
        self.texts.len().write(out);
        out.extend_from_slice(&self.ends);
        out.extend_from_slice(&self.texts);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let (count, length) = (usize::read(from)?, usize::read(from)?);
        let ends = from.bytes(count * 4)?;
        let texts = from.bytes(length)?;
        Ok(Self { count, ends, texts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_in_it_and_nothing_else() {
        let pairs = [("went", "go"), ("men", "man"), ("über", "")];
        let dictionary = Dictionary::of(pairs.map(|(key, value)| (key.into(), value.into())));
        for (key, value) in pairs {
            assert_eq!(dictionary.get(key), Some(value));
        }
        for key in ["", "we", "wents", "a", "z"] {
            assert!(!dictionary.contains(key), "{key}");
        }
    }
}
