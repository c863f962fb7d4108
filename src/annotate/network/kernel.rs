//! The one matrix product of the program.
//!
//! Every number of the result is one chain of multiply-adds over the columns in rising order, in
//! blocks of fixed length: it depends neither on how many rows are multiplied at once nor on how
//! many numbers the processor takes at a time. Processors with fused multiply-add agree in all bits.

use crate::annotate::model::Matrix;

/// Multiplies rows by the transpose of a matrix: `output[r][n] = Σ input[r · stride + k] · weights[n][k]`.
///
/// Rows may overlap (`stride` below the length of a row): this is how a window slides over a text.
pub(super) fn multiply(input: &[f32], stride: usize, weights: &Matrix, output: &mut [f32]) {
    let rows = output.len() / weights.rows;
    if rows == 0 {
        return;
    }
    assert!(output.len() == rows * weights.rows);
    assert!(input.len() >= (rows - 1) * stride + weights.columns);
    assert!(weights.values.len() == weights.rows * weights.columns);
    product(input, stride, weights, output, rows);
}

#[expect(
    unsafe_code,
    reason = "the product takes pointers; the caller has checked all lengths"
)]
fn product(input: &[f32], stride: usize, weights: &Matrix, output: &mut [f32], rows: usize) {
    let (inner, columns) = (weights.columns, weights.rows);
    // SAFETY: reads rows × inner numbers of `input` at the given stride, columns × inner of
    // `weights`, and writes rows × columns of `output`: `multiply` has checked that they are there.
    unsafe {
        matrixmultiply::sgemm(
            rows,
            inner,
            columns,
            1.0,
            input.as_ptr(),
            stride as isize,
            1,
            weights.values.as_ptr(),
            1,
            inner as isize,
            0.0,
            output.as_mut_ptr(),
            columns as isize,
            1,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize) -> Vec<f32> {
        let number = |index: usize| ((index * 7919 + 13) % 1009) as f32 / 504.5 - 1.0;
        (0..count).map(number).collect()
    }

    #[test]
    fn products_are_right() {
        let weights = Matrix::new(5, 7, numbers(35));
        let input = numbers(3 * 10);
        let mut output = vec![f32::NAN; 15];
        multiply(&input, 10, &weights, &mut output);
        for (row, output) in output.chunks(5).enumerate() {
            for (column, value) in output.iter().enumerate() {
                let sum: f32 = weights
                    .row(column)
                    .iter()
                    .zip(&input[row * 10..])
                    .map(|(a, b)| a * b)
                    .sum();
                assert!((sum - value).abs() < 1e-5);
            }
        }
    }

    #[test]
    fn one_row_alone_gives_the_same_bits_as_among_many() {
        let weights = Matrix::new(288, 288, numbers(288 * 288));
        let input = numbers(77 * 96 + 288);
        let mut together = vec![0.0; 77 * 288];
        multiply(&input, 96, &weights, &mut together);
        for row in 0..77 {
            let mut alone = vec![0.0; 288];
            multiply(&input[row * 96..], 96, &weights, &mut alone);
            assert_eq!(alone, together[row * 288..(row + 1) * 288], "row {row}");
        }
    }
}
