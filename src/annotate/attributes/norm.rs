//! Norms: the form under which spelling variants are one ("'cause" is "because").

use super::hash;
use crate::annotate::model::{Bytes, Reader, Stored};
use crate::error::Result;

/// Norms by exact text: the model's own table, then the base norms of the language.
#[derive(Clone, Debug)]
pub(crate) struct Norms {
    count: usize,
    ids: Bytes,
    texts: Vec<String>,
}

/// Norm and the variants that have it.
const BASE: &[(&str, &str)] = &[
    ("'s", "'s 'S ’s ’S"),
    ("'", "’ ‘ ´ `"),
    ("\"", "” “ '' `` ´´ „ » « ‘‘ ’’"),
    ("-", "— – -- --- ——"),
    ("...", "…"),
    ("$", "€ £ ¥ ฿ US$ C$ A$ ₺ ₹ ৳ ₩ Mex$ ₣ E£"),
    ("?", "？"),
    ("!", "！"),
    (",", "，"),
    (";", "；"),
    (":", "："),
    (".", "。 ।"),
];

impl Norms {
    /// A table of norms by the id of the text.
    pub(crate) fn of(mut norms: Vec<(u64, String)>) -> Self {
        norms.sort_unstable();
        let mut ids = Vec::with_capacity(norms.len() * 8);
        for (id, _) in &norms {
            id.write(&mut ids);
        }
        Self {
            count: norms.len(),
            ids: Bytes::new(ids),
            texts: norms.into_iter().map(|(_, norm)| norm).collect(),
        }
    }

    /// The norm of a text.
    pub(crate) fn get(&self, text: &str, lower: &str) -> String {
        self.listed(hash::id(text))
            .or_else(|| base(text))
            .unwrap_or(lower)
            .to_owned()
    }

    fn listed(&self, id: u64) -> Option<&str> {
        let (ids, _) = self.ids.as_chunks::<8>();
        let index = ids
            .binary_search_by_key(&id, |&bytes| u64::from_le_bytes(bytes))
            .ok()?;
        self.texts.get(index).map(String::as_str)
    }
}

fn base(text: &str) -> Option<&'static str> {
    let (norm, _) = BASE
        .iter()
        .find(|(_, variants)| variants.split(' ').any(|variant| variant == text))?;
    Some(norm)
}

impl Stored for Norms {
    fn write(&self, out: &mut Vec<u8>) {
        self.count.write(out);
        out.extend_from_slice(&self.ids);
        self.texts.write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let count = usize::read(from)?;
        Ok(Self {
            count,
            ids: from.bytes(count * 8)?,
            texts: Vec::read(from)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_norms_come_before_base_norms_and_lower_case() {
        let norms = Norms::of(vec![
            (hash::id("cos"), "because".into()),
            (hash::id("—"), "own".into()),
        ]);
        assert_eq!(norms.get("cos", "cos"), "because");
        assert_eq!(norms.get("—", "—"), "own");
        assert_eq!(norms.get("€", "€"), "$");
        assert_eq!(norms.get("Cos", "cos"), "cos");
    }
}
