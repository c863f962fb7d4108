//! Rows of text with a mark between the cells.

use std::borrow::Cow;
use std::io::{self, Write};

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// CSV after RFC 4180, with plain line ends.
    Comma,
    /// TSV as IANA registered it: tabs and line ends within a cell become blanks.
    Tab,
}

/// Writes a row.
pub(crate) fn write_record<'cell>(
    cells: impl IntoIterator<Item = Cow<'cell, str>>,
    delimiter: Delimiter,
    to: &mut impl Write,
) -> io::Result<()> {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            to.write_all(if delimiter == Delimiter::Comma {
                b","
            } else {
                b"\t"
            })?;
        }
        to.write_all(escaped(&cell, delimiter).as_bytes())?;
    }
    to.write_all(b"\n")
}

fn escaped(cell: &str, delimiter: Delimiter) -> Cow<'_, str> {
    match delimiter {
        Delimiter::Tab if cell.contains(['\t', '\n', '\r']) => {
            Cow::Owned(cell.replace(['\t', '\n', '\r'], " "))
        }
        Delimiter::Comma if cell.contains([',', '"', '\n', '\r']) => {
            Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
        }
        _ => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_kept_apart() {
        let mut to = Vec::new();
        let cells = ["a,b", "say \"no\"", "plain\tx"].map(Cow::Borrowed);
        write_record(cells.clone(), Delimiter::Comma, &mut to).expect("writes");
        write_record(cells, Delimiter::Tab, &mut to).expect("writes");
        let text = String::from_utf8(to).expect("text");
        assert_eq!(
            text,
            "\"a,b\",\"say \"\"no\"\"\",plain\tx\na,b\tsay \"no\"\tplain x\n"
        );
    }
}
