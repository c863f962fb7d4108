//! What each normal form may name.

use std::collections::BTreeMap;

use super::kind;

/// By normal form, the readings of each record, adjectives apart.
pub(super) type Readings = BTreeMap<String, BTreeMap<(u32, u32), u32>>;

/// Adds a reading; of several kinds of alias the strongest stays, but a name and an adjective may stand side by side.
pub(super) fn insert(names: &mut Readings, folded: String, id: u32, alias: u8, text: &str) {
    let readings = names.entry(folded).or_default();
    let packed = (id << 3) | (u32::from(capitals_only(text)) << 2) | u32::from(alias);
    let slot = (id, u32::from(alias == kind::ADJECTIVE));
    let strongest =
        readings.get(&slot).map_or(
            packed,
            |old| {
                if old & 3 <= packed & 3 { *old } else { packed }
            },
        );
    readings.insert(slot, strongest);
}

/// Whether a name counts only where it is written in capitals: acronyms of up to three letters, "AIDS", "START".
fn capitals_only(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "AIDS", "START", "SALT", "CARE", "ARM", "SAVE", "PACE", "FAST", "SWAT", "MEND", "SEAL",
        "DARE",
    ];
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let capitals = text.chars().all(|c| !c.is_lowercase());
    let short = letters.clone().count() <= 3 || WORDS.contains(&text);
    capitals && short && letters.count() >= 2
}
