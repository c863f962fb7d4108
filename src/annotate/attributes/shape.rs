//! Shapes of words: `McDonald's` is `XxXxxxx'x`, `20,000` is `dd,ddd`.

use std::sync::LazyLock;

use regex::Regex;

/// Texts from this length on are not looked at.
const LONG: usize = 100;
/// More equal classes in a row than this are left out.
const LONGEST_RUN: usize = 4;

/// The shape of a text.
pub(super) fn of(text: &str) -> String {
    if text.chars().count() >= LONG {
        return String::from("LONG");
    }
    let mut shape = String::with_capacity(text.len());
    let (mut last, mut run) = (None, 0);
    for class in text.chars().map(class) {
        run = if last == Some(class) { run + 1 } else { 1 };
        last = Some(class);
        if run <= LONGEST_RUN {
            shape.push(class);
        }
    }
    shape
}

fn class(character: char) -> char {
    match character {
        'a'..='z' => 'x',
        'A'..='Z' => 'X',
        '0'..='9' => 'd',
        '\0'..='\x7f' => character,
        _ if is_letter(character) => {
            if character.is_uppercase() {
                'X'
            } else {
                'x'
            }
        }
        _ if is_digit(character) => 'd',
        _ => character,
    }
}

static LETTER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\p{L}$").ok());
static DECIMAL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\p{Nd}$").ok());

fn matches(pattern: Option<&Regex>, character: char) -> bool {
    let mut buffer = [0; 4];
    let text = character.encode_utf8(&mut buffer);
    pattern.is_some_and(|pattern| pattern.is_match(text))
}

/// General category L: fewer characters than `char::is_alphabetic`.
pub(crate) fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    matches(LETTER.as_ref(), character)
}

/// What Python's `isdigit` holds beyond general category Nd.
const OTHER_DIGITS: &[(u32, u32)] = &[
    (0xb2, 0xb3),
    (0xb9, 0xb9),
    (0x1369, 0x1371),
    (0x19da, 0x19da),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2460, 0x2468),
    (0x2474, 0x247c),
    (0x2488, 0x2490),
    (0x24ea, 0x24ea),
    (0x24f5, 0x24fd),
    (0x24ff, 0x24ff),
    (0x2776, 0x277e),
    (0x2780, 0x2788),
    (0x278a, 0x2792),
    (0x10a40, 0x10a43),
    (0x10e60, 0x10e68),
    (0x11052, 0x1105a),
    (0x1f100, 0x1f10a),
];

fn is_digit(character: char) -> bool {
    let code = u32::from(character);
    matches(DECIMAL.as_ref(), character)
        || OTHER_DIGITS
            .iter()
            .any(|&(first, last)| (first..=last).contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let known = [
            ("McDonald's", "XxXxxxx'x"),
            ("20,000", "dd,ddd"),
            ("Biden", "Xxxxx"),
            ("understanding", "xxxx"),
            ("Élysée", "Xxxxx"),
            ("km²", "xxd"),
            ("①②", "dd"),
            ("½", "½"),
            ("…", "…"),
        ];
        for (text, shape) in known {
            assert_eq!(of(text), shape, "{text}");
        }
        assert_eq!(of(&"a".repeat(100)), "LONG");
    }
}
