//! Tab-separated tables with a header line: `# …` is a comment, `#: column = value` gives every row of the
//! file a value for a column that it has not.

use std::collections::BTreeMap;

/// A table as it stands in a file.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The file, for messages.
    pub file: String,
    /// Column names in order.
    pub columns: Vec<String>,
    /// Values for all rows, from `#:` lines.
    pub constants: BTreeMap<String, String>,
    /// Rows in order.
    pub rows: Vec<Row>,
}

/// A row of a [`Table`].
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Line in the file, counted from one.
    pub line: usize,
    /// Cells in the order of the columns.
    pub cells: Vec<String>,
}

impl Table {
    /// Reads a table; a row with too many cells is given back with its line number.
    ///
    /// # Errors
    /// The line number and what is wrong there.
    pub fn parse(file: &str, text: &str) -> Result<Self, (usize, String)> {
        let mut table = Self {
            file: file.to_owned(),
            ..Self::default()
        };
        for (number, line) in text.lines().enumerate() {
            table.push_line(number + 1, line)?;
        }
        Ok(table)
    }

    fn push_line(&mut self, number: usize, line: &str) -> Result<(), (usize, String)> {
        if let Some(constant) = line.strip_prefix("#:") {
            let (column, value) = constant
                .split_once('=')
                .ok_or_else(|| (number, "expected `#: column = value`".to_owned()))?;
            self.constants
                .insert(column.trim().to_owned(), value.trim().to_owned());
        } else if line.starts_with('#') || line.trim().is_empty() {
            // A comment.
        } else if self.columns.is_empty() {
            self.columns = line.split('\t').map(str::to_owned).collect();
        } else {
            let cells: Vec<String> = line
                .split('\t')
                .map(|cell| cell.trim().to_owned())
                .collect();
            if cells.len() > self.columns.len() {
                return Err((number, "more cells than columns".to_owned()));
            }
            self.rows.push(Row {
                line: number,
                cells,
            });
        }
        Ok(())
    }

    /// The value of a column in a row: the cell, else the file's constant, else the empty string.
    #[must_use]
    pub fn value<'t>(&'t self, row: &'t Row, column: &str) -> &'t str {
        let cell = self
            .index(column)
            .and_then(|at| row.cells.get(at))
            .map_or("", String::as_str);
        if cell.is_empty() {
            self.constants.get(column).map_or("", String::as_str)
        } else {
            cell
        }
    }

    /// The parts of a value that are divided by `|`.
    pub fn values<'t>(&'t self, row: &'t Row, column: &str) -> impl Iterator<Item = &'t str> {
        self.value(row, column)
            .split('|')
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }

    /// Where a column's cell begins in its line, in code points counted from one.
    #[must_use]
    pub fn column_of(&self, row: &Row, column: &str) -> usize {
        let before = self.index(column).unwrap_or(0).min(row.cells.len());
        1 + row.cells[..before]
            .iter()
            .map(|cell| cell.chars().count() + 1)
            .sum::<usize>()
    }

    fn index(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }
}
