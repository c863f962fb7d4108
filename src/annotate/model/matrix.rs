//! Weights: matrices that products read whole, tables of which single rows are read.

use super::bytes::{Bytes, Reader, Stored};
use crate::error::Result;

/// Largest magnitude of a stored weight: a row is scaled so that its largest number is this.
const FULL_SCALE: f32 = 32_767.0;

/// A matrix in memory, row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Matrix {
    /// Number of rows.
    pub(crate) rows: usize,
    /// Numbers in a row.
    pub(crate) columns: usize,
    /// The numbers.
    pub(crate) values: Vec<f32>,
}

impl Matrix {
    /// A matrix of given numbers, row by row.
    pub(crate) fn new(rows: usize, columns: usize, values: Vec<f32>) -> Self {
        debug_assert_eq!(rows * columns, values.len());
        Self {
            rows,
            columns,
            values,
        }
    }

    /// One row.
    pub(crate) fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.columns..(row + 1) * self.columns]
    }

    /// The same with the rows in another order: row `i` of the result is row `order[i]`.
    pub(crate) fn reordered(&self, order: impl Iterator<Item = usize>) -> Self {
        let values = order.flat_map(|row| self.row(row).iter().copied());
        Self::new(self.rows, self.columns, values.collect())
    }
}

/// Kept at full precision: for the small matrices.
impl Stored for Matrix {
    fn write(&self, out: &mut Vec<u8>) {
        self.rows.write(out);
        self.columns.write(out);
        for value in &self.values {
            value.write(out);
        }
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let (rows, columns) = (usize::read(from)?, usize::read(from)?);
        let values = from.floats(rows * columns)?;
        Ok(Self::new(rows, columns, values))
    }
}

/// A matrix of sixteen-bit whole numbers with one scale a row.
///
/// As small as half-precision floating point, and six to ten times as exact on trained weights,
/// whose magnitudes within a row are alike.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Number of rows.
    pub(crate) rows: usize,
    columns: usize,
    scales: Vec<f32>,
    numbers: Bytes,
}

impl Table {
    /// Rounds a matrix.
    pub(crate) fn of(matrix: &Matrix) -> Self {
        let mut numbers = Vec::with_capacity(matrix.values.len() * 2);
        let mut scales = Vec::with_capacity(matrix.rows);
        for row in (0..matrix.rows).map(|row| matrix.row(row)) {
            let largest = row.iter().fold(0_f32, |most, value| most.max(value.abs()));
            let scale = if largest > 0.0 {
                largest / FULL_SCALE
            } else {
                1.0
            };
            scales.push(scale);
            for value in row {
                numbers.extend_from_slice(&((value / scale).round() as i16).to_le_bytes());
            }
        }
        Self {
            rows: matrix.rows,
            columns: matrix.columns,
            scales,
            numbers: Bytes::new(numbers),
        }
    }

    /// Adds a row to `sum`.
    pub(crate) fn add_row(&self, row: usize, sum: &mut [f32]) {
        let scale = self.scales[row];
        let start = row * self.columns * 2;
        let (numbers, _) = self.numbers[start..start + self.columns * 2].as_chunks::<2>();
        for (sum, &number) in sum.iter_mut().zip(numbers) {
            *sum += f32::from(i16::from_le_bytes(number)) * scale;
        }
    }

    /// The matrix in memory.
    pub(crate) fn widened(&self) -> Matrix {
        let mut values = vec![0.0; self.rows * self.columns];
        for (row, values) in values.chunks_exact_mut(self.columns).enumerate() {
            self.add_row(row, values);
        }
        Matrix::new(self.rows, self.columns, values)
    }
}

impl Stored for Table {
    fn write(&self, out: &mut Vec<u8>) {
        self.rows.write(out);
        self.columns.write(out);
        for scale in &self.scales {
            scale.write(out);
        }
        out.extend_from_slice(&self.numbers);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        let (rows, columns) = (usize::read(from)?, usize::read(from)?);
        let scales = from.floats(rows)?;
        let numbers = from.bytes(rows * columns * 2)?;
        Ok(Self {
            rows,
            columns,
            scales,
            numbers,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_loses_less_than_a_step() {
        let matrix = Matrix::new(2, 3, vec![0.5, -1.0, 0.25, 0.0, 0.0, 0.0]);
        let back = Table::of(&matrix).widened();
        for (was, is) in matrix.values.iter().zip(&back.values) {
            assert!((was - is).abs() <= 0.5 / FULL_SCALE, "{was} became {is}");
        }
    }

    #[test]
    fn rows_are_reordered() {
        let matrix = Matrix::new(2, 2, vec![1.0, 2.0, 3.0, 4.0]);
        assert_eq!(matrix.reordered([1, 0].into_iter()).row(0), [3.0, 4.0]);
    }
}
