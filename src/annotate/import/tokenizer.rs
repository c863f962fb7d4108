//! The tokenizer's tables: character classes and units out of the expressions, special cases, norms.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::message::Message;
use super::source::Source;
use crate::annotate::attributes::Norms;
use crate::annotate::tokenize::{
    Affixes, Classes, FROM_MODEL, Part, Ranges, SpecialCase, SpecialCases, Tokenizer, sequence,
};
use crate::error::Result;

const FILE: &str = "tokenizer";
const NORMS: &str = "vocab/lookups.bin";
/// Keys of a special case's tokens: text and norm.
const ORTH: u64 = 65;
const NORM: u64 = 67;

/// SHA-256 of the expressions that [`Affixes`] and its neighbours put into code.
const EXPRESSIONS: &str = "3b070276bf3e6482b0d0ccbff90352272746e94226d145bd983372cbe52b197f";

/// The tokenizer.
pub(super) fn tokenizer(source: &Source) -> Result<Tokenizer> {
    let message = source.message(FILE)?;
    let expression = |key: &str| {
        let text = message.get(key).and_then(Message::text);
        text.ok_or_else(|| source.wrong(FILE, &format!("{key} is missing")))
    };
    let keys = [
        "prefix_search",
        "suffix_search",
        "infix_finditer",
        "url_match",
    ];
    let [prefix, suffix, infix, address] = keys.map(expression);
    let expressions = [prefix?, suffix?, infix?, address?];
    if digest(&expressions) != EXPRESSIONS {
        let message = "its rules are not those of spaCy's tokenizer for English";
        return Err(source.wrong(FILE, message));
    }
    let tables = classes(expressions).zip(units(expressions[1]));
    let (classes, units) =
        tables.ok_or_else(|| source.wrong(FILE, "its expressions cannot be understood"))?;
    let affixes = Affixes { classes, units };
    let special = special_cases(&message, &affixes);
    let special =
        special.ok_or_else(|| source.wrong(FILE, "its exceptions cannot be understood"))?;
    let norms = norms(&source.message(NORMS)?);
    let norms = norms.ok_or_else(|| source.wrong(NORMS, "it holds no norms"))?;
    Ok(Tokenizer::new(affixes, special, norms))
}

fn digest(expressions: &[&str]) -> String {
    let digest = Sha256::digest(expressions.join("\n").as_bytes());
    let mut text = String::with_capacity(2 * digest.len());
    for byte in digest {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The classes by their places in the expressions.
fn classes([prefix, suffix, infix, address]: [&str; 4]) -> Option<Classes> {
    let (prefix, suffix, infix) = (sets(prefix)?, sets(suffix)?, sets(infix)?);
    let address = sets(address)?;
    let from_end = |sets: &[Ranges], place: usize| sets.iter().rev().nth(place).cloned();
    let quantified = |sets: &[Ranges]| sets.iter().max_by_key(|ranges| ranges.len()).cloned();
    let given: [Ranges; FROM_MODEL] = [
        from_end(&prefix, 0)?,
        quantified(&address)?,
        from_end(&suffix, 0)?,
        infix.last()?.clone(),
        from_end(&suffix, 2)?,
        infix.get(4)?.clone(),
        infix.get(5)?.clone(),
    ];
    Some(Classes::of(given.to_vec()))
}

/// The bracketed sets of an expression, as sorted ranges.
fn sets(expression: &str) -> Option<Vec<Ranges>> {
    let mut characters = expression.chars().peekable();
    let mut sets = Vec::new();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                characters.next();
            }
            '[' => sets.push(set(&mut characters)?),
            _ => {}
        }
    }
    Some(sets)
}

type Characters<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// A set up to its closing bracket.
fn set(characters: &mut Characters) -> Option<Ranges> {
    let mut ranges = Ranges::new();
    loop {
        let first = match characters.next()? {
            ']' => break,
            character => member(character, characters)?,
        };
        let mut ahead = characters.clone();
        if ahead.next() == Some('-') && ahead.next() != Some(']') {
            characters.next();
            let next = characters.next()?;
            ranges.push((first, member(next, characters)?));
        } else {
            ranges.push((first, first));
        }
    }
    ranges.sort_unstable();
    Some(merged(ranges))
}

/// The code point of a member that begins with a character.
fn member(character: char, characters: &mut Characters) -> Option<u32> {
    if character != '\\' {
        return Some(u32::from(character));
    }
    let digits = match characters.next()? {
        'u' => 4,
        'U' => 8,
        escaped => return Some(u32::from(escaped)),
    };
    let code: String = characters.by_ref().take(digits).collect();
    u32::from_str_radix(&code, 16).ok()
}

fn merged(ranges: Ranges) -> Ranges {
    let mut merged = Ranges::new();
    for (first, last) in ranges {
        match merged.last_mut() {
            Some(before) if first <= before.1 + 1 => before.1 = before.1.max(last),
            _ => merged.push((first, last)),
        }
    }
    merged
}

/// The units of measure: the last list of alternatives behind a digit.
fn units(suffix: &str) -> Option<Vec<String>> {
    let (_, rest) = suffix.rsplit_once("(?<=[0-9])(?:")?;
    let (units, _) = rest.split_once(")$")?;
    Some(units.split('|').map(str::to_owned).collect())
}

fn special_cases(message: &Message, affixes: &Affixes) -> Option<SpecialCases> {
    let case = |(text, tokens): &(Message, Message)| {
        let text = text.text()?;
        let parts = tokens.list()?.iter().map(part);
        Some(SpecialCase {
            text: text.to_owned(),
            parts: parts.collect::<Option<_>>()?,
            sequence: sequence(affixes, text),
        })
    };
    let cases = message.get("exceptions")?.map()?.iter().map(case);
    cases.collect::<Option<_>>().map(SpecialCases::of)
}

fn part(token: &Message) -> Option<Part> {
    let norm = token.get_number(NORM).and_then(Message::text);
    let text = token.get_number(ORTH)?.text()?;
    Some((text.to_owned(), norm.map(str::to_owned)))
}

fn norms(message: &Message) -> Option<Norms> {
    let pairs = message.get("lexeme_norm")?.map()?.iter();
    let pair = |(id, norm): &(Message, Message)| Some((id.number()?, norm.text()?.to_owned()));
    pairs.map(pair).collect::<Option<_>>().map(Norms::of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_expressions() {
        let found = sets(r"a\[[a-c\u00e9x\]]|[0-9-]$").unwrap();
        let expected = [
            vec![(0x5d, 0x5d), (0x61, 0x63), (0x78, 0x78), (0xe9, 0xe9)],
            vec![(0x2d, 0x2d), (0x30, 0x39)],
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn units_stand_behind_digits() {
        let suffix = r"(?<=[0-9])(?:\$|€)$|(?<=[0-9])(?:km|m²|%)$|x$";
        assert_eq!(units(suffix).unwrap(), ["km", "m²", "%"]);
    }
}
