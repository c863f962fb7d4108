//! Where a word that may mean a time does mean one.

use crate::annotate::Tag;

use super::super::lexicon::lexicon;
use super::super::words::Words;

/// Prepositions after which a bare noun of time is a time.
pub(super) const PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "of",
    "from",
    "until",
    "till",
    "by",
    "to",
    "before",
    "after",
    "during",
    "between",
    "for",
    "through",
    "throughout",
    "over",
    "within",
    "into",
    "on",
    "around",
    "about",
    "than",
    "at",
    "toward",
    "towards",
    "this",
    "that",
    "and",
    "or",
    "circa",
    "per",
    "as",
];

fn tag(words: &Words<'_>, at: usize) -> Option<Tag> {
    words.get(at).map(|word| words.annotated.tag(word.token))
}

/// Whether the word before is one of these.
pub(super) fn follows(words: &Words<'_>, at: usize, list: &[&str]) -> bool {
    words
        .before(at)
        .is_some_and(|word| list.contains(&word.lower))
}

/// Whether the word before is a preposition that takes a time.
pub(super) fn follows_preposition(words: &Words<'_>, at: usize) -> bool {
    follows(words, at, PREPOSITIONS)
}

/// Whether a word is tagged as a noun.
pub(super) fn is_noun(words: &Words<'_>, at: usize) -> bool {
    matches!(
        tag(words, at),
        Some(Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps)
    )
}

/// Whether a word is tagged as a common noun.
pub(super) fn is_plain_noun(words: &Words<'_>, at: usize) -> bool {
    tag(words, at) == Some(Tag::Nn)
}

/// Whether a word is tagged as a common noun in the plural.
pub(super) fn is_plural_noun(words: &Words<'_>, at: usize) -> bool {
    tag(words, at) == Some(Tag::Nns)
}

/// Whether a word is tagged as a proper noun.
pub(super) fn is_proper(words: &Words<'_>, at: usize) -> bool {
    matches!(tag(words, at), Some(Tag::Nnp | Tag::Nnps))
}

/// Whether a verb in the past stands beside a word ("soon became").
fn beside_past(words: &Words<'_>, at: usize) -> bool {
    let past = |at: usize| tag(words, at) == Some(Tag::Vbd);
    past(at + 1) || at > 0 && past(at - 1)
}

/// Whether a capital letter makes a word part of a name: it follows another capital and does not begin a sentence.
pub(super) fn is_in_name(words: &Words<'_>, at: usize) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(|word| word.capital);
    capital(at) && at > 0 && capital(at - 1) && is_proper(words, at - 1)
}

/// Whether a word ends its phrase: punctuation, a line break or the end of the text.
pub(super) fn ends_phrase(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.lower(at),
        "" | "\n" | "," | "." | ";" | ":" | ")" | "\"" | "”" | "''" | "--" | "—" | "!" | "?"
    )
}

/// Whether the month "May" or "March" that begins here is a month and not a verb or a name.
pub(super) fn is_month(words: &Words<'_>, at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    if !word.capital {
        return false;
    }
    if !matches!(
        word.lower,
        "may" | "march" | "mar." | "mar" | "jan" | "apr" | "august" | "april" | "june"
    ) {
        return true;
    }
    if !is_proper(words, at) {
        return false;
    }
    let next = words.lower(at + 1);
    let dated = next.starts_with(|c: char| c.is_ascii_digit());
    if matches!(
        word.lower,
        "april" | "june" | "august" | "jan" | "apr" | "mar" | "mar."
    ) {
        let person = is_proper(words, at + 1) || follows_name(words, at);
        return dated || !person;
    }
    let deictic = follows(
        words,
        at,
        &[
            "last", "next", "this", "early", "late", "mid", "-", "each", "every", "'s",
        ],
    );
    dated || deictic || follows_preposition(words, at) || matches!(next, "last" | "next" | "this")
}

/// Whether a given name or title stands before.
fn follows_name(words: &Words<'_>, at: usize) -> bool {
    at > 0
        && is_proper(words, at - 1)
        && words.entry(at - 1).month.is_none()
        && words.entry(at - 1).weekday.is_none()
}

/// Whether four digits are a year here.
pub(super) fn is_year(words: &Words<'_>, at: usize, year: i16) -> bool {
    if follows(
        words,
        at,
        &[
            "$", "£", "€", "#", "no.", "number", "room", "flight", "page", "us$",
        ],
    ) {
        return false;
    }
    if words.any(
        at + 1,
        &[
            "%",
            "percent",
            "percentage",
            "points",
            "people",
            "euros",
            "dollars",
            "pounds",
            "troops",
        ],
    ) {
        return false;
    }
    if is_plural_noun(words, at + 1)
        && year % 100 == 0
        && !follows(words, at, &["in", "since", "the", "of"])
    {
        return false;
    }
    if words
        .before(at)
        .is_some_and(|word| matches!(word.lower, "-" | "/"))
        && !joined_to_time(words, at)
    {
        return false;
    }
    if (1900..2060).contains(&year) {
        let named = follows_name(words, at) && !follows(words, at, &["fiscal", "year"]);
        return !named && !follows(words, at, &["least", "than", "nearly", "almost", "some"]);
    }
    follows(
        words,
        at,
        &[
            "in", "since", "of", "from", "until", "by", "to", "before", "after", "circa", "early",
            "late", "year", "and", "between",
        ],
    )
}

/// Whether the word before the hyphen may stand before a year.
fn joined_to_time(words: &Words<'_>, at: usize) -> bool {
    at >= 2 && words.any(at - 2, &["mid", "post", "pre", "early", "late", "year"])
}

/// Whether a reference word begins a phrase that means something else.
pub(super) fn is_no_reference(words: &Words<'_>, at: usize) -> bool {
    let none = &lexicon().not_references;
    if none.find(words, at).is_some() {
        return true;
    }
    (1..=2).any(|back| {
        at.checked_sub(back)
            .and_then(|start| none.find(words, start))
            .is_some_and(|(end, ())| end > at)
    })
}

/// Whether a phrase of the reference table means a time here.
pub(super) fn reference_stands(words: &Words<'_>, at: usize, end: usize) -> bool {
    match words.lower(end - 1) {
        "past" | "future" => {
            !is_noun(words, end) && !words.is(end, "'s") && tag(words, end) != Some(Tag::Cd)
        }
        "soon" => !beside_past(words, at),
        "current" | "recent" => matches!(tag(words, at), Some(Tag::Jj | Tag::Nnp)),
        "now" => {
            !is_proper(words, at) || at == 0 || words.before(at).is_some_and(|word| !word.capital)
        }
        _ => true,
    }
}
