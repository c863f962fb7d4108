//! What is cut off in front of a word and behind it.
//!
//! The rules are spaCy's prefix and suffix expressions for English, written by hand so that
//! no look-around is needed.

use super::classes::{Class, Classes};

/// Currencies of several letters, longest first.
const LETTER_CURRENCIES: &[&str] = &["US$", "C$", "A$"];

/// The rules with the data that they need.
#[derive(Clone, Debug)]
pub(crate) struct Affixes {
    /// Classes of characters.
    pub(crate) classes: Classes,
    /// Units of measure that are cut off behind a digit.
    pub(crate) units: Vec<String>,
}

impl Affixes {
    /// Length of the prefix of a word.
    pub(crate) fn prefix(&self, word: &[char]) -> usize {
        let Some(&first) = word.first() else { return 0 };
        let next = word.get(1);
        match first {
            '+' => usize::from(!next.is_some_and(char::is_ascii_digit)),
            '.' => match dots(word.iter()) {
                1 => 0,
                run => run,
            },
            _ if self.is_single(first) => 1,
            _ => LETTER_CURRENCIES
                .iter()
                .find(|currency| starts_with(word, currency))
                .map_or(0, |currency| currency.len()),
        }
    }

    fn is_single(&self, character: char) -> bool {
        [Class::Mark, Class::Currency, Class::Icon]
            .into_iter()
            .any(|class| self.classes.has(character, class))
    }

    /// Length of the suffix of a word: the longest that any rule gives.
    pub(crate) fn suffix(&self, word: &[char]) -> usize {
        let Some(&last) = word.last() else { return 0 };
        let mark = self.classes.has(last, Class::Mark) && !['§', '%', '='].contains(&last);
        let single = mark || self.classes.has(last, Class::Icon) || self.is_stop(word);
        usize::from(single)
            .max(possessive_or_ellipsis(word))
            .max(self.after_digit(word))
    }

    /// A run of dots, `……` or a possessive.
    fn after_digit(&self, word: &[char]) -> usize {
        let behind = |length: usize| {
            let at = word.len().checked_sub(length + 1)?;
            word[at].is_ascii_digit().then_some(length)
        };
        let last = word[word.len() - 1];
        let single = last == '+' || self.classes.has(last, Class::Currency);
        let units = self.units.iter().map(String::as_str);
        units
            .chain(LETTER_CURRENCIES.iter().copied())
            .filter(|unit| ends_with(word, unit))
            .map(|unit| unit.chars().count())
            .chain(single.then_some(1))
            .filter_map(behind)
            .max()
            .unwrap_or(0)
    }

    /// Whether the word ends in a full stop that is a token of its own.
    fn is_stop(&self, word: &[char]) -> bool {
        let [before @ .., '.'] = word else {
            return false;
        };
        let has = |character: char, class| self.classes.has(character, class);
        match before {
            [.., '°', 'F' | 'f' | 'C' | 'c' | 'K' | 'k'] => true,
            [.., first, second] if has(*first, Class::Upper) && has(*second, Class::Upper) => true,
            [.., last] => has(*last, Class::BeforeStop),
            [] => false,
        }
    }
}

fn possessive_or_ellipsis(word: &[char]) -> usize {
    let run = dots(word.iter().rev());
    match word {
        [.., '\'' | '’', 's' | 'S'] | [.., '…', '…'] => 2,
        _ if run >= 2 => run,
        _ => 0,
    }
}

fn dots<'a>(characters: impl Iterator<Item = &'a char>) -> usize {
    characters
        .take_while(|&&character| character == '.')
        .count()
}

fn starts_with(word: &[char], text: &str) -> bool {
    let mut rest = word.iter();
    text.chars()
        .all(|character| rest.next() == Some(&character))
}

fn ends_with(word: &[char], text: &str) -> bool {
    let mut rest = word.iter().rev();
    text.chars()
        .rev()
        .all(|character| rest.next() == Some(&character))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Rules with plain ASCII letters.
    pub(in crate::annotate) fn ascii() -> Affixes {
        let lower = (0x61, 0x7a);
        let upper = (0x41, 0x5a);
        let before_stop = "0123456789)\"”%".chars().map(|c| (c as u32, c as u32));
        let quotes = vec![(0x22, 0x22), (0x27, 0x27)];
        let given = vec![
            vec![(0x1f600, 0x1f64f)],
            vec![lower],
            vec![upper],
            vec![upper, lower],
            before_stop.chain([lower]).collect(),
            [quotes.clone(), vec![lower]].concat(),
            [quotes, vec![upper]].concat(),
        ];
        Affixes {
            classes: Classes::of(given),
            units: ["km", "m", "%", "M"].map(String::from).to_vec(),
        }
    }

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn prefixes() {
        let known = [
            ("(a", 1),
            ("US$5", 3),
            ("C$5", 2),
            ("+5", 0),
            ("+a", 1),
            ("...a", 3),
            (".a", 0),
            ("-a", 0),
            ("😀a", 1),
        ];
        for (word, length) in known {
            assert_eq!(ascii().prefix(&chars(word)), length, "{word}");
        }
    }

    #[test]
    fn suffixes() {
        let known = [
            ("a)", 1),
            ("dog's", 2),
            ("dogs’", 1),
            ("5km", 2),
            ("5m", 1),
            ("akm", 0),
            ("50%", 1),
            ("a%", 0),
            ("end.", 1),
            ("U.S.", 0),
            ("NATO.", 1),
            ("20°C.", 1),
            ("wait...", 3),
            ("A.", 0),
            ("5US$", 3),
            ("5+", 1),
            ("5$", 1),
            ("……", 2),
        ];
        for (word, length) in known {
            assert_eq!(ascii().suffix(&chars(word)), length, "{word}");
        }
    }
}
