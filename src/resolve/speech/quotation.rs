//! Words in quotation marks: paired, unclosed, nested, and running over paragraphs.

use crate::read::Document;
use crate::span::Span;

/// A quotation within one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// With its marks.
    pub(crate) outer: Span,
    /// Without them.
    pub(crate) inner: Span,
    /// Number of quotations around it.
    pub(crate) depth: usize,
    /// Whether it goes on in the next paragraph, which begins with a mark again.
    pub(crate) continues: bool,
}

/// What a character does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Open(Style),
    Close(Style),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    /// Opened below the line, as in German: closed by either of the high ones.
    Low,
    Single,
    Angle,
}

struct Open {
    style: Style,
    outer: usize,
    inner: usize,
}

/// All quotations of a document, in text order.
pub(crate) fn quotations(document: &Document) -> Vec<Quotation> {
    let mut found = Vec::new();
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let next = document.paragraphs.get(number + 1).map(|next| next.span);
        scan(&document.text, paragraph.span, next, &mut found);
    }
    found.sort_by_key(|quotation: &Quotation| {
        (
            quotation.outer.start,
            std::cmp::Reverse(quotation.outer.end),
        )
    });
    found
}

fn scan(text: &str, paragraph: Span, next: Option<Span>, found: &mut Vec<Quotation>) {
    let mut open: Vec<Open> = Vec::new();
    let mut at = paragraph.start;
    while at < paragraph.end {
        let Some((mark, length)) = mark_at(text, at, paragraph, &open) else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        match mark {
            Mark::Open(style) => open.push(Open {
                style,
                outer: at,
                inner: at + length,
            }),
            Mark::Close(style) => close(&mut open, style, Span::new(at, at + length), found),
        }
        at += length;
    }
    leave_open(text, paragraph, next, &open, found);
}

fn close(open: &mut Vec<Open>, style: Style, mark: Span, found: &mut Vec<Quotation>) {
    let Some(depth) = open.iter().rposition(|one| one.style == style) else {
        return;
    };
    let begun = &open[depth];
    if begun.inner < mark.start {
        found.push(Quotation {
            outer: Span::new(begun.outer, mark.end),
            inner: Span::new(begun.inner, mark.start),
            depth,
            continues: false,
        });
    }
    open.truncate(depth);
}

/// A mark that is never closed: the quotation ends with the paragraph, and goes on where the next one begins with a mark.
/// An unclosed one in the middle of a paragraph without such a sequel is a slip of the pen, and no quotation.
fn leave_open(
    text: &str,
    paragraph: Span,
    next: Option<Span>,
    open: &[Open],
    found: &mut Vec<Quotation>,
) {
    let Some(first) = open.iter().find(|one| one.style != Style::Single) else {
        return;
    };
    let continues = next.is_some_and(|next| {
        mark_at(text, next.start, next, &[])
            .is_some_and(|(mark, _)| mark == Mark::Open(first.style))
    });
    let begins = first.outer == paragraph.start;
    if (continues || begins) && first.inner < paragraph.end {
        found.push(Quotation {
            outer: Span::new(first.outer, paragraph.end),
            inner: Span::new(first.inner, paragraph.end),
            depth: 0,
            continues,
        });
    }
}

/// The mark that begins at a byte, with its length.
fn mark_at(text: &str, at: usize, paragraph: Span, open: &[Open]) -> Option<(Mark, usize)> {
    let rest = &text[at..paragraph.end];
    let before = text[paragraph.start..at].chars().next_back();
    let character = rest.chars().next()?;
    let doubled = rest.starts_with("''")
        || rest.starts_with("``")
        || rest.starts_with("‘‘")
        || rest.starts_with("’’");
    let length = character.len_utf8() * if doubled { 2 } else { 1 };
    let after = rest[length..].chars().next();
    let mark = match character {
        '“' | '”' if is_low_open(open) => Mark::Close(Style::Low),
        '“' | '‟' => Mark::Open(Style::Double),
        '„' => Mark::Open(Style::Low),
        '”' => Mark::Close(Style::Double),
        '«' | '‹' => Mark::Open(Style::Angle),
        '»' | '›' => Mark::Close(Style::Angle),
        '`' | '‘' if doubled => Mark::Open(Style::Double),
        '’' if doubled => Mark::Close(Style::Double),
        '"' => straight(Style::Double, before, after, open),
        '\'' if doubled => straight(Style::Double, before, after, open),
        '‘' | '\'' | '’' | '`' => single(character, before, &rest[length..], open)?,
        _ => return None,
    };
    Some((mark, length))
}

fn is_low_open(open: &[Open]) -> bool {
    open.iter().any(|one| one.style == Style::Low)
}

fn straight(style: Style, before: Option<char>, after: Option<char>, open: &[Open]) -> Mark {
    let is_open = open.iter().any(|one| one.style == style);
    let opens = before.is_none_or(begins_after) && after.is_some_and(|next| !next.is_whitespace());
    if opens && !is_open {
        Mark::Open(style)
    } else if is_open {
        Mark::Close(style)
    } else {
        Mark::Open(style)
    }
}

/// A single mark is an apostrophe unless it stands at the border of words: it opens after a blank and before a letter
/// if something closes it later, and closes after a character if one is open.
fn single(character: char, before: Option<char>, rest: &str, open: &[Open]) -> Option<Mark> {
    let after = rest.chars().next();
    let is_open = open.iter().any(|one| one.style == Style::Single);
    let at_start = before.is_none_or(begins_after);
    if at_start && character != '’' && !is_open && after.is_some_and(char::is_alphanumeric) {
        return closes_later(rest).then_some(Mark::Open(Style::Single));
    }
    let at_end = after.is_none_or(|next| !next.is_alphanumeric());
    let ends =
        is_open && character != '‘' && at_end && before.is_some_and(|last| !last.is_whitespace());
    (ends && !possessive(before, rest)).then_some(Mark::Close(Style::Single))
}

fn begins_after(before: char) -> bool {
    before.is_whitespace()
        || matches!(
            before,
            '(' | '[' | '—' | '–' | '-' | '“' | '"' | '„' | '«' | '/' | '…'
        )
}

/// Whether a closing single mark comes: at the end of a word.
fn closes_later(rest: &str) -> bool {
    let mut before = ' ';
    let mut characters = rest.chars().peekable();
    while let Some(character) = characters.next() {
        let ends = characters.peek().is_none_or(|next| !next.is_alphanumeric());
        if matches!(character, '\'' | '’') && ends && !before.is_whitespace() {
            return true;
        }
        before = character;
    }
    false
}

/// "the workers' rights and …'": a plural possessive inside, when another mark closes later.
fn possessive(before: Option<char>, rest: &str) -> bool {
    let next_is_word = rest
        .strip_prefix(' ')
        .and_then(|tail| tail.chars().next())
        .is_some_and(char::is_lowercase);
    before == Some('s') && next_is_word && closes_later(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        let document = Document::new("test", text);
        quotations(&document)
            .iter()
            .map(|quotation| quotation.inner.of(text))
            .collect()
    }

    #[test]
    fn pairs_curly_straight_and_typewriter_marks() {
        assert_eq!(quoted("“No,” he said, \"never\"."), ["No,", "never"]);
        assert_eq!(quoted("He said ``never again''."), ["never again"]);
        assert_eq!(quoted("„Nie“ said she. «Non»"), ["Nie", "Non"]);
    }

    #[test]
    fn tells_apostrophes_from_marks() {
        assert_eq!(
            quoted("It's the workers' right, isn't it?"),
            Vec::<&str>::new()
        );
        assert_eq!(
            quoted("She called it 'the workers' hour' and left."),
            ["the workers' hour"]
        );
        assert_eq!(quoted("‘It’s over’, he said."), ["It’s over"]);
    }

    #[test]
    fn nests() {
        assert_eq!(
            quoted("“She said ‘stop’ to him,” he said."),
            ["She said ‘stop’ to him,", "stop"]
        );
    }

    #[test]
    fn runs_over_paragraphs() {
        let text = "“We begin.\n\n“We go on.\n\n“We end,” she said.";
        assert_eq!(quoted(text), ["We begin.", "We go on.", "We end,"]);
        let document = Document::new("test", text);
        let continues: Vec<bool> = quotations(&document)
            .iter()
            .map(|one| one.continues)
            .collect();
        assert_eq!(continues, [true, true, false]);
    }

    #[test]
    fn an_unclosed_mark_within_a_paragraph_is_no_quotation() {
        assert_eq!(
            quoted("He spoke of a “crisis and left."),
            Vec::<&str>::new()
        );
    }
}
