//! Numbers and strings as the compiled tables hold them.

use std::collections::BTreeMap;

/// All strings, each once.
#[derive(Default)]
pub(super) struct Text {
    pub(super) all: String,
    known: BTreeMap<String, u32>,
}

impl Text {
    /// Offset and length of a string.
    pub(super) fn put(&mut self, bytes: &mut Vec<u8>, text: &str) {
        let all = &mut self.all;
        let at = *self.known.entry(text.to_owned()).or_insert_with(|| {
            let at = all.len() as u32;
            all.push_str(text);
            at
        });
        put32(bytes, at);
        put16(bytes, text.len() as u16);
    }
}

pub(super) fn put16(bytes: &mut Vec<u8>, number: u16) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

pub(super) fn put32(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}
