//! Normal form of names: what makes "Zelenskyy" and "ZELENSKIY", "Côte d'Ivoire" and "Cote d’Ivoire" one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words and endings that are one in different transliterations, from `ontology/world/transliteration.tsv`.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Whole words and what they become, sorted.
    words: Vec<(String, String)>,
    /// Endings and what they become, the longest first.
    endings: Vec<(String, String)>,
}

impl Folder {
    /// Takes pairs of spelling and normal spelling; a leading `-` makes an ending of one.
    #[must_use]
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut folder = Self::default();
        for (from, to) in pairs {
            match (from.strip_prefix('-'), to.strip_prefix('-')) {
                (Some(from), Some(to)) => folder.endings.push((from.to_owned(), to.to_owned())),
                _ => folder.words.push((from, to)),
            }
        }
        folder.words.sort();
        folder
            .endings
            .sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        folder
    }

    /// The pairs that it was made of.
    pub fn pairs(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let endings = self.endings.iter();
        self.words
            .iter()
            .cloned()
            .chain(endings.map(|(from, to)| (format!("-{from}"), format!("-{to}"))))
    }

    /// The normal form of a name: no marks, lower case, single spaces, no leading article, one
    /// spelling for words that are transliterated in several ways.
    #[must_use]
    pub fn fold(&self, name: &str) -> String {
        let plain = strip(name);
        let mut folded = String::with_capacity(plain.len());
        for (index, word) in plain.split_ascii_whitespace().enumerate() {
            if index == 0 && word == "the" {
                continue;
            }
            if !folded.is_empty() {
                folded.push(' ');
            }
            self.push_word(&mut folded, word);
        }
        folded
    }

    fn push_word(&self, folded: &mut String, word: &str) {
        if let Ok(at) = self
            .words
            .binary_search_by(|(from, _)| from.as_str().cmp(word))
        {
            folded.push_str(&self.words[at].1);
            return;
        }
        let ending = self
            .endings
            .iter()
            .find(|(from, _)| word.len() > from.len() + 2 && word.ends_with(from.as_str()));
        match ending {
            Some((from, to)) => {
                folded.push_str(&word[..word.len() - from.len()]);
                folded.push_str(to);
            }
            None => folded.push_str(word),
        }
    }
}

/// Marks dropped, lower case, everything but letters and digits to single spaces; apostrophes and stops vanish.
fn strip(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    if name.is_ascii() {
        name.bytes()
            .for_each(|byte| push(&mut plain, char::from(byte)));
    } else {
        let decomposed = name.nfkd().filter(|c| !is_combining_mark(*c));
        decomposed.for_each(|c| push(&mut plain, c));
    }
    plain
}

fn push(plain: &mut String, c: char) {
    match c {
        '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | 'ʾ' | 'ʿ' | '`' | '´' | '.' => {}
        '&' => plain.push_str(" and "),
        'A'..='Z' => plain.push(c.to_ascii_lowercase()),
        'a'..='z' | '0'..='9' => plain.push(c),
        _ if c.is_ascii() => plain.push(' '),
        _ => push_other(plain, c),
    }
}

fn push_other(plain: &mut String, c: char) {
    match c {
        'ß' => plain.push_str("ss"),
        'Ø' | 'ø' => plain.push('o'),
        'Ł' | 'ł' => plain.push('l'),
        'Đ' | 'đ' | 'Ð' | 'ð' => plain.push('d'),
        'Þ' | 'þ' => plain.push_str("th"),
        'Æ' | 'æ' => plain.push_str("ae"),
        'Œ' | 'œ' => plain.push_str("oe"),
        'ı' => plain.push('i'),
        'Ħ' | 'ħ' => plain.push('h'),
        'Ə' | 'ə' => plain.push('a'),
        _ if c.is_alphanumeric() => plain.extend(c.to_lowercase()),
        _ => plain.push(' '),
    }
}

/// The local name of an IRI: the normal form of the graph model, without any transliteration table.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)) {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
