//! The strings whose id is a small number and no hash: spaCy's symbols, in the order of their numbers.

use std::collections::HashMap;
use std::sync::LazyLock;

const FIRST: &str = "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM \
LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY";

const FROM_64: &str = "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD \
SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE";

const FROM_380: &str = "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY \
QUANTITY ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj csubjpass \
dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl \
parataxis partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH \
ENT_ID IDX _";

/// Longest reserved string.
const LONGEST: usize = 17;

static NUMBERS: LazyLock<HashMap<String, u64>> = LazyLock::new(|| {
    let flags = (19..=63).map(|number| (format!("FLAG{number}"), number));
    let deprecated = (104..=379).map(|number| (format!("DEPRECATED{:03}", number - 103), number));
    counted(FIRST, 1)
        .chain(flags)
        .chain(counted(FROM_64, 64))
        .chain(deprecated)
        .chain(counted(FROM_380, 380))
        .collect()
});

fn counted(names: &'static str, first: u64) -> impl Iterator<Item = (String, u64)> {
    names.split_whitespace().map(str::to_owned).zip(first..)
}

/// The number of a reserved string; case counts.
pub(super) fn number(text: &str) -> Option<u64> {
    if text.len() > LONGEST {
        return None;
    }
    NUMBERS.get(text).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_where_they_should() {
        let known = [
            ("IS_ALPHA", 1),
            ("IS_CURRENCY", 18),
            ("FLAG63", 63),
            ("ID", 64),
            ("LANG", 83),
            ("ADJ", 84),
            ("SPACE", 103),
            ("DEPRECATED001", 104),
            ("DEPRECATED276", 379),
            ("PERSON", 380),
            ("CARDINAL", 397),
            ("acomp", 398),
            ("meta", 424),
            ("neg", 425),
            ("acl", 451),
            ("ENT_KB_ID", 452),
            ("_", 456),
        ];
        for (text, expected) in known {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        assert_eq!(number("Person"), None);
        assert!(NUMBERS.keys().all(|text| text.len() <= LONGEST));
    }
}
