//! Base forms where the tagger's are slips of spelling: "staged" is no form of "stag".

use std::borrow::Cow;

use crate::annotate::{Annotated, Pos};

/// The base form of a word; of a verb the one that its spelling allows.
///
/// English doubles the last consonant of a stressed short syllable ("stagged"), so that a form which does not comes from
/// a verb in "-e" (Huddleston & Pullum 2002, ch. 18 §2).
pub(super) fn base_form(annotated: &Annotated, token: usize) -> Cow<'_, str> {
    let lemma = annotated.lemma(token);
    let ending = annotated.lower(token).strip_prefix(lemma);
    let regular = matches!(ending, Some("ed" | "ing"));
    if regular && annotated.pos(token) == Pos::Verb && doubles(lemma) {
        Cow::Owned(format!("{lemma}e"))
    } else {
        Cow::Borrowed(lemma)
    }
}

/// One syllable that ends in one vowel and one consonant, which is doubled before "-ed".
fn doubles(lemma: &str) -> bool {
    let letters = lemma.as_bytes();
    let vowels = letters.iter().filter(|letter| is_vowel(**letter)).count();
    match letters {
        [.., before, vowel, last] => {
            vowels == 1 && is_vowel(*vowel) && !is_vowel(*before) && !b"wxyaeiou".contains(last)
        }
        _ => false,
    }
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[cfg(test)]
mod tests {
    use super::doubles;

    #[test]
    fn short_syllables_double_their_consonant() {
        for verb in ["stag", "plan", "stop", "hid"] {
            assert!(doubles(verb), "{verb}");
        }
        for verb in ["raid", "visit", "stage", "play", "fix", "bomb", "flee"] {
            assert!(!doubles(verb), "{verb}");
        }
    }
}
