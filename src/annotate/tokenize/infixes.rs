//! Where words are split inside: `Kyiv-based`, `10-12`, `end.Start`.

use super::classes::{Class, Classes};

/// Dashes that split between letters, in the order in which they are tried.
const DASHES: &[&[char]] = &[
    &['-'],
    &['–'],
    &['—'],
    &['-', '-'],
    &['-', '-', '-'],
    &['—', '—'],
    &['~'],
];

/// The borders of the pieces of a word: `[0, …, length]`, each piece a token.
pub(super) fn borders(classes: &Classes, word: &[char]) -> Vec<usize> {
    let mut borders = vec![0];
    let mut at = infix(classes, word, 0).max(1);
    while at < word.len() {
        let length = infix(classes, word, at);
        if length == 0 {
            at += 1;
            continue;
        }
        if borders.last() != Some(&at) {
            borders.push(at);
        }
        at += length;
        borders.push(at);
    }
    if borders.last() != Some(&word.len()) {
        borders.push(word.len());
    }
    borders
}

/// Length of the infix at a place, 0 if there is none.
pub(super) fn infix(classes: &Classes, word: &[char], at: usize) -> usize {
    let character = word[at];
    let dots = word[at..].iter().take_while(|&&dot| dot == '.').count();
    if dots >= 2 {
        return dots;
    }
    if character == '…' || classes.has(character, Class::Icon) {
        return 1;
    }
    match at.checked_sub(1) {
        Some(before) => between(classes, word[before], &word[at..]),
        None => 0,
    }
}

/// Length of the infix that `rest` begins with after the character `before`.
fn between(classes: &Classes, before: char, rest: &[char]) -> usize {
    let character = rest[0];
    let has = |character: Option<&char>, class| character.is_some_and(|&c| classes.has(c, class));
    let next = rest.get(1);
    let digit = before.is_ascii_digit();
    let single = match character {
        '+' | '-' | '*' | '^' if digit => next.is_some_and(|&c| c.is_ascii_digit() || c == '-'),
        '.' => has(Some(&before), Class::LowerOrQuote) && has(next, Class::UpperOrQuote),
        ',' => has(Some(&before), Class::Letter) && has(next, Class::Letter),
        _ => false,
    };
    if single {
        return 1;
    }
    if !digit && !classes.has(before, Class::Letter) {
        return 0;
    }
    let dash = DASHES
        .iter()
        .find(|dash| rest.starts_with(dash) && has(rest.get(dash.len()), Class::Letter));
    match dash {
        Some(dash) => dash.len(),
        None => usize::from(":<>=/".contains(character) && has(next, Class::Letter)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::affixes::tests::ascii;
    use super::*;

    #[test]
    fn words_are_split() {
        let known = [
            ("Kyiv-based", "Kyiv - based"),
            ("10-12", "10 - 12"),
            ("end.Start", "end . Start"),
            ("a--b", "a -- b"),
            ("a,b", "a , b"),
            ("1,000", "1,000"),
            ("and/or", "and / or"),
            ("wait...what", "wait ... what"),
            ("-based", "-based"),
            ("F-16", "F-16"),
            ("😀😀", "😀 😀"),
        ];
        for (word, expected) in known {
            let word: Vec<char> = word.chars().collect();
            let borders = borders(&ascii().classes, &word);
            let pieces = borders
                .windows(2)
                .map(|pair| word[pair[0]..pair[1]].iter().collect());
            assert_eq!(pieces.collect::<Vec<String>>().join(" "), expected);
        }
    }
}
