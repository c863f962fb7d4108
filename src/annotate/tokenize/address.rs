//! Web and mail addresses, which stay one token.

use super::classes::{Class, Classes};

/// Longest label of a domain name.
const LONGEST_LABEL: usize = 64;

/// Whether a whole word is an address: scheme, user, host, port, rest, of which only the host is required.
pub(super) fn is_address(classes: &Classes, word: &[char]) -> bool {
    if !word.contains(&'.') {
        return false;
    }
    let after_user = (1..word.len())
        .filter(|&at| word[at] == '@')
        .map(|at| at + 1);
    [Some(0), scheme(word)]
        .into_iter()
        .flatten()
        .chain(after_user)
        .any(|start| is_host_and_rest(classes, &word[start..]))
}

/// Length of `scheme://`.
fn scheme(word: &[char]) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || "_+-.".contains(c);
    let length = word.iter().take_while(|&&c| is_part(c)).count();
    (length >= 2 && word[length..].starts_with(&[':', '/', '/'])).then_some(length + 3)
}

fn is_host_and_rest(classes: &Classes, text: &[char]) -> bool {
    let length = text.iter().take_while(|&&c| !":/?#".contains(c)).count();
    let (host, rest) = text.split_at(length);
    (is_ip_address(host) || is_domain(classes, host)) && is_port_and_rest(rest)
}

fn is_port_and_rest(text: &[char]) -> bool {
    match text {
        [] | ['/' | '?' | '#', ..] => true,
        [':', port @ ..] => {
            let digits = port.iter().take_while(|c| c.is_ascii_digit()).count();
            (2..=5).contains(&digits) && matches!(port[digits..], [] | ['/' | '?' | '#', ..])
        }
        _ => false,
    }
}

fn is_domain(classes: &Classes, host: &[char]) -> bool {
    let mut labels: Vec<&[char]> = host.split(|&c| c == '.').collect();
    let Some(top) = labels.pop() else {
        return false;
    };
    let is_top = (2..=63).contains(&top.len()) && top.iter().all(|&c| classes.has(c, Class::Lower));
    is_top && !labels.is_empty() && labels.into_iter().all(is_label)
}

fn is_label(label: &[char]) -> bool {
    let is_letter = |c: &char| c.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(c);
    let ends = label.first().zip(label.last());
    ends.is_some_and(|(first, last)| is_letter(first) && is_letter(last))
        && label.len() <= LONGEST_LABEL
        && label.iter().all(|c| is_letter(c) || "_-".contains(*c))
}

/// An address of the public part of the fourth version of the protocol.
fn is_ip_address(host: &[char]) -> bool {
    let octets: Vec<Option<u32>> = host.split(|&c| c == '.').map(octet).collect();
    let &[Some(first), Some(second), Some(third), Some(fourth)] = octets.as_slice() else {
        return false;
    };
    let leading_zero = |place: usize| {
        host.split(|&c| c == '.')
            .nth(place)
            .is_some_and(|o| o[0] == '0')
    };
    let private = matches!(
        (first, second),
        (10 | 127, _) | (169, 254) | (192, 168) | (172, 16..=31)
    );
    !private
        && (1..=223).contains(&first)
        && !leading_zero(0)
        && second <= 255
        && third <= 255
        && (1..=254).contains(&fourth)
        && !leading_zero(3)
}

fn octet(digits: &[char]) -> Option<u32> {
    if !(1..=3).contains(&digits.len()) {
        return None;
    }
    digits
        .iter()
        .try_fold(0, |number, digit| Some(number * 10 + digit.to_digit(10)?))
}

#[cfg(test)]
mod tests {
    use super::super::affixes::tests::ascii;
    use super::*;

    #[test]
    fn addresses() {
        let known = [
            ("www.example.org", true),
            ("https://example.org/a?b=c", true),
            ("example.org:8080/x", true),
            ("example.org:8", false),
            ("someone@example.org", true),
            ("8.8.8.8", true),
            ("192.168.0.1", false),
            ("10.1.1.1", false),
            ("U.S.", false),
            ("end.Start", false),
            ("no", false),
            ("a..org", false),
            ("-a.org", false),
        ];
        for (word, expected) in known {
            let word: Vec<char> = word.chars().collect();
            assert_eq!(is_address(&ascii().classes, &word), expected, "{word:?}");
        }
    }
}
