//! Lexical attributes: what the network is told of a word form.

pub(crate) mod hash;
mod norm;
mod reserved;
mod shape;

pub(crate) use norm::Norms;
pub(crate) use shape::is_letter;

/// Ids of norm, prefix, suffix and shape, in the order of the network's columns.
pub(crate) fn keys(text: &str, norm: &str) -> [u64; 4] {
    let prefix = text.chars().next().map_or(0, char::len_utf8);
    [
        hash::id(norm),
        hash::id(&text[..prefix]),
        hash::id(suffix(text)),
        hash::id(&shape::of(text)),
    ]
}

/// The last three characters.
fn suffix(text: &str) -> &str {
    let start = text.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
    &text[start..]
}

/// White space as Python has it: Rust's lacks the four separators of U+001C to U+001F.
pub(crate) fn is_space(character: char) -> bool {
    character.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_a_name() {
        let expected = [
            17_674_595_798_800_666_118,
            14_230_521_632_333_904_559,
            16_957_618_830_852_774_490,
            16_072_095_006_890_171_862,
        ];
        assert_eq!(keys("Biden", "biden"), expected);
    }

    #[test]
    fn suffixes_count_characters() {
        assert_eq!(suffix("Zürich"), "ich");
        assert_eq!(suffix("né"), "né");
        assert_eq!(suffix("Brücke"), "cke");
    }
}
