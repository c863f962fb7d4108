//! Solutions as a table for people.

use std::io::{self, Write};

use oxigraph::model::{Term, vocab::xsd};
use oxigraph::sparql::{QueryEvaluationError, QuerySolutionIter};

use crate::export::Names;

/// Writes solutions as an aligned table; gives the number of rows. A terminal's width cuts
/// the longest cells.
///
/// # Errors
/// When the writer or the evaluation fails.
pub fn write_table(
    solutions: QuerySolutionIter,
    base: &str,
    width: Option<usize>,
    to: &mut impl Write,
) -> io::Result<usize> {
    let names = Names::new(base);
    let head: Vec<String> = solutions
        .variables()
        .iter()
        .map(|variable| variable.as_str().to_owned())
        .collect();
    let mut rows = Vec::new();
    for solution in solutions {
        let solution = solution.map_err(failed)?;
        let cells = solution.values().iter();
        rows.push(
            cells
                .map(|term| {
                    term.as_ref()
                        .map_or_else(String::new, |term| display_term(term, &names))
                })
                .collect(),
        );
    }
    let widths = widths(&head, &rows, width);
    write_row(&head, &widths, to)?;
    let rule: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
    writeln!(to, "{}", rule.join("  "))?;
    for row in &rows {
        write_row(row, &widths, to)?;
    }
    Ok(rows.len())
}

fn failed(error: QueryEvaluationError) -> io::Error {
    io::Error::other(error)
}

/// A term as people read it: prefixed names, bare numbers and dates, texts without quotes.
#[must_use]
pub fn display_term(term: &Term, names: &Names) -> String {
    match term {
        Term::NamedNode(node) => names.split(node.as_str()).map_or_else(
            || node.as_str().to_owned(),
            |(prefix, local)| format!("{prefix}:{local}"),
        ),
        Term::BlankNode(node) => node.to_string(),
        Term::Literal(literal) => {
            let value = literal.value();
            if literal.datatype() == xsd::STRING || literal.language().is_some() {
                value.split_whitespace().collect::<Vec<_>>().join(" ")
            } else {
                value.to_owned()
            }
        }
    }
}

// As wide as the widest cell; the widest columns give way where a terminal is too narrow.
fn widths(head: &[String], rows: &[Vec<String>], limit: Option<usize>) -> Vec<usize> {
    const NARROWEST: usize = 8;
    let mut widths: Vec<usize> = head.iter().map(|name| columns(name)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(columns(cell));
        }
    }
    let Some(limit) = limit else {
        return widths;
    };
    let between = 2 * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + between > limit {
        match widths.iter_mut().max_by_key(|width| **width) {
            Some(widest) if *widest > NARROWEST => *widest -= 1,
            _ => break,
        }
    }
    widths
}

fn write_row(cells: &[String], widths: &[usize], to: &mut impl Write) -> io::Result<()> {
    let mut line = String::new();
    for (index, (cell, &width)) in cells.iter().zip(widths).enumerate() {
        if index > 0 {
            line.push_str("  ");
        }
        let shown = shortened(cell, width);
        let blanks = width.saturating_sub(columns(&shown));
        line.push_str(&shown);
        line.extend(std::iter::repeat_n(' ', blanks));
    }
    writeln!(to, "{}", line.trim_end())
}

fn shortened(cell: &str, width: usize) -> String {
    if columns(cell) <= width {
        return cell.to_owned();
    }
    let mut shown = String::new();
    let mut used = 1;
    for character in cell.chars() {
        used += character_columns(character);
        if used > width {
            break;
        }
        shown.push(character);
    }
    shown.push('…');
    shown
}

fn columns(text: &str) -> usize {
    text.chars().map(character_columns).sum()
}

// Columns of a character on a terminal: marks none, East Asian wide ones two.
fn character_columns(character: char) -> usize {
    match character {
        '\u{300}'..='\u{36F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{20D0}'..='\u{20FF}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{303E}'
        | '\u{3041}'..='\u{33FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{A000}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1F64F}'
        | '\u{1F900}'..='\u{1F9FF}'
        | '\u{20000}'..='\u{3FFFD}' => 2,
        character if character.is_control() => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_and_marks_count_right() {
        assert_eq!(columns("北京"), 4);
        assert_eq!(columns("Zu\u{308}rich"), 6);
    }

    #[test]
    fn the_widest_column_gives_way() {
        let head = vec!["a".to_owned(), "b".to_owned()];
        let rows = vec![vec!["x".repeat(50), "y".repeat(10)]];
        assert_eq!(widths(&head, &rows, Some(40)), [28, 10]);
        assert_eq!(shortened("abcdef", 4), "abc…");
    }
}
