//! Who does what an infinitive or gerund tells of: `ontology/language/control.tsv`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../ontology/language/control.tsv");

static ROWS: LazyLock<BTreeSet<(&str, &str)>> = LazyLock::new(|| {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// Whether the subject of a verb does what its infinitive says even beside an object ("promised Arland to leave").
pub(super) fn subject_does_it(verb: &str) -> bool {
    ROWS.contains(&("subject", verb)) && !ROWS.contains(&("cause", verb))
}

/// Whether a gerund after this preposition speaks of the higher verb's object ("accused Arland of arming rebels").
pub(super) fn speaks_of_object(preposition: &str) -> bool {
    ROWS.contains(&("object-preposition", preposition))
}
