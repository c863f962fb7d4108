//! The one matrix product of the program.
//!
//! Every number of the result is one chain of fused multiply-adds over the columns in rising order:
//! it depends neither on how many rows are multiplied at once nor on how many numbers the processor
//! takes at a time. So all processors with fused multiply-add (x86-64 since 2013, all of aarch64)
//! agree in all bits. Others round twice a step, which is as good but not the same.

use crate::annotate::model::{Matrix, Reader, Stored, Table};
use crate::error::Result;

/// Outputs that are computed side by side.
const LANES: usize = 16;

/// Weights of some inputs and [`LANES`] outputs, input after input.
type Panel = [[f32; LANES]];

/// Weights of `outputs` sums over `inputs` numbers, in the order in which the product reads them:
/// panel after panel. Outputs that fill the last panel are zero.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    /// Number of sums.
    pub(crate) outputs: usize,
    /// Numbers in a row of the input.
    pub(crate) inputs: usize,
    panels: Vec<[f32; LANES]>,
}

impl Weights {
    /// Packs a matrix with an output a row.
    pub(crate) fn of(matrix: &Matrix) -> Self {
        let mut panels = vec![[0.0; LANES]; matrix.rows.div_ceil(LANES) * matrix.columns];
        for output in 0..matrix.rows {
            let start = output / LANES * matrix.columns;
            for (panel, &value) in panels[start..].iter_mut().zip(matrix.row(output)) {
                panel[output % LANES] = value;
            }
        }
        Self {
            outputs: matrix.rows,
            inputs: matrix.columns,
            panels,
        }
    }

    fn unpacked(&self) -> Matrix {
        let places = (0..self.outputs).flat_map(|output| {
            let start = output / LANES * self.inputs;
            (start..start + self.inputs).map(move |at| (at, output % LANES))
        });
        let values = places.map(|(at, lane)| self.panels[at][lane]).collect();
        Matrix::new(self.outputs, self.inputs, values)
    }

    /// Appends the weights, rounded, see [`Table`].
    pub(crate) fn write_rounded(&self, out: &mut Vec<u8>) {
        Table::of(&self.unpacked()).write(out);
    }

    /// Reads what [`Weights::write_rounded`] wrote.
    pub(crate) fn read_rounded(from: &mut Reader) -> Result<Self> {
        Ok(Self::of(&Table::read(from)?.widened()))
    }
}

impl Stored for Weights {
    fn write(&self, out: &mut Vec<u8>) {
        self.unpacked().write(out);
    }

    fn read(from: &mut Reader) -> Result<Self> {
        Ok(Self::of(&Matrix::read(from)?))
    }
}

/// Multiplies rows with weights: `output[r][n] = Σ input[r · stride + k] · weights[n][k]`.
///
/// Rows may overlap (`stride` below the length of a row): this is how a window slides over a text.
///
/// # Panics
/// If `input` is shorter than the rows of `output` need.
pub(crate) fn multiply(input: &[f32], stride: usize, weights: &Weights, output: &mut [f32]) {
    let product = Product {
        input,
        stride,
        weights,
    };
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
            return fused::multiply(&product, output);
        }
        product.portable(output, |a, b, sum| a * b + sum);
    }
    #[cfg(not(target_arch = "x86_64"))]
    product.portable(output, f32::mul_add);
}

/// What is multiplied.
struct Product<'a> {
    input: &'a [f32],
    stride: usize,
    weights: &'a Weights,
}

impl<'a> Product<'a> {
    fn row(&self, row: usize) -> &'a [f32] {
        &self.input[row * self.stride..][..self.weights.inputs]
    }

    /// The place of a panel's outputs in a row of the output; the last panel may be cut.
    fn place(&self, row: usize, panel: usize) -> std::ops::Range<usize> {
        let (start, outputs) = (panel * LANES, self.weights.outputs);
        let end = (start + LANES).min(outputs);
        row * outputs + start..row * outputs + end
    }

    /// The product, one row and one panel after the other.
    fn portable(&self, output: &mut [f32], step: impl Fn(f32, f32, f32) -> f32) {
        for row in 0..output.len() / self.weights.outputs {
            let input = self.row(row);
            for (number, panel) in self.weights.panels.chunks_exact(input.len()).enumerate() {
                let mut sums = [0_f32; LANES];
                for (&value, weights) in input.iter().zip(panel) {
                    for (sum, &weight) in sums.iter_mut().zip(weights) {
                        *sum = step(value, weight, *sum);
                    }
                }
                let place = &mut output[self.place(row, number)];
                place.copy_from_slice(&sums[..place.len()]);
            }
        }
    }
}

/// The product for x86-64 processors with fused multiply-add, by their own instructions.
#[cfg(target_arch = "x86_64")]
#[expect(
    unsafe_code,
    reason = "four times as fast as what the compiler makes of the portable product"
)]
mod fused {
    use std::arch::x86_64::{
        __m256, _mm256_fmadd_ps, _mm256_loadu_ps, _mm256_set1_ps, _mm256_setzero_ps,
        _mm256_storeu_ps,
    };

    use super::{LANES, Panel, Product};

    /// Input rows that are multiplied side by side.
    const ROWS: usize = 6;
    /// Panels that are multiplied side by side where a row is left alone.
    const PANELS: usize = 4;

    /// Sums of a row and a panel.
    type Sums = [__m256; 2];

    /// The product. The processor must have both features.
    pub(super) fn multiply(product: &Product, output: &mut [f32]) {
        debug_assert!(is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma"));
        // SAFETY: the caller has detected both features.
        unsafe { all(product, output) }
    }

    #[target_feature(enable = "avx2,fma")]
    fn all(product: &Product, output: &mut [f32]) {
        let inputs = product.weights.inputs;
        let rows = output.len() / product.weights.outputs;
        let full = rows / ROWS * ROWS;
        let mut packed = vec![[0.0; ROWS]; if full > 0 { inputs } else { 0 }];
        for first in (0..full).step_by(ROWS) {
            for row in 0..ROWS {
                let numbers = product.row(first + row);
                for (packed, &number) in packed.iter_mut().zip(numbers) {
                    packed[row] = number;
                }
            }
            for (number, panel) in product.weights.panels.chunks_exact(inputs).enumerate() {
                let sums = tile(&packed, panel);
                for (row, sums) in sums.into_iter().enumerate() {
                    store(sums, &mut output[product.place(first + row, number)]);
                }
            }
        }
        for row in full..rows {
            single_row(product, row, output);
        }
    }

    /// The sums of packed rows and a panel.
    #[target_feature(enable = "avx2,fma")]
    #[inline]
    fn tile(rows: &[[f32; ROWS]], panel: &Panel) -> [Sums; ROWS] {
        let mut sums = [[_mm256_setzero_ps(); 2]; ROWS];
        for (values, weights) in rows.iter().zip(panel) {
            let [low, high] = load(weights);
            for row in 0..ROWS {
                let value = _mm256_set1_ps(values[row]);
                sums[row] = add(value, [low, high], sums[row]);
            }
        }
        sums
    }

    #[target_feature(enable = "avx2,fma")]
    #[inline]
    fn add(value: __m256, [low, high]: Sums, [first, second]: Sums) -> Sums {
        [
            _mm256_fmadd_ps(value, low, first),
            _mm256_fmadd_ps(value, high, second),
        ]
    }

    #[target_feature(enable = "avx2,fma")]
    fn single_row(product: &Product, row: usize, output: &mut [f32]) {
        let (inputs, input) = (product.weights.inputs, product.row(row));
        let mut groups = product.weights.panels.chunks_exact(inputs * PANELS);
        let mut number = 0;
        for group in groups.by_ref() {
            for sums in wide_sums(input, group) {
                store(sums, &mut output[product.place(row, number)]);
                number += 1;
            }
        }
        for panel in groups.remainder().chunks_exact(inputs) {
            let mut sums = [_mm256_setzero_ps(); 2];
            for (&value, weights) in input.iter().zip(panel) {
                sums = add(_mm256_set1_ps(value), load(weights), sums);
            }
            store(sums, &mut output[product.place(row, number)]);
            number += 1;
        }
    }

    /// The sums of a row and a group of panels.
    #[target_feature(enable = "avx2,fma")]
    #[inline]
    fn wide_sums(row: &[f32], group: &Panel) -> [Sums; PANELS] {
        let (first, rest) = group.split_at(row.len());
        let (second, rest) = rest.split_at(row.len());
        let (third, fourth) = rest.split_at(row.len());
        let panels = first.iter().zip(second).zip(third).zip(fourth);
        let mut sums = [[_mm256_setzero_ps(); 2]; PANELS];
        for (&value, (((first, second), third), fourth)) in row.iter().zip(panels) {
            let value = _mm256_set1_ps(value);
            sums = [
                add(value, load(first), sums[0]),
                add(value, load(second), sums[1]),
                add(value, load(third), sums[2]),
                add(value, load(fourth), sums[3]),
            ];
        }
        sums
    }

    #[target_feature(enable = "avx2,fma")]
    #[inline]
    fn load(weights: &[f32; LANES]) -> Sums {
        let start = weights.as_ptr();
        // SAFETY: reads the sixteen numbers of the array.
        unsafe {
            [
                _mm256_loadu_ps(start),
                _mm256_loadu_ps(start.add(LANES / 2)),
            ]
        }
    }

    #[target_feature(enable = "avx2,fma")]
    #[inline]
    fn store([low, high]: Sums, place: &mut [f32]) {
        if let Some(whole) = place.first_chunk_mut::<LANES>() {
            let start = whole.as_mut_ptr();
            // SAFETY: writes the sixteen numbers of the array.
            unsafe {
                _mm256_storeu_ps(start, low);
                _mm256_storeu_ps(start.add(LANES / 2), high);
            }
        } else {
            let mut sums = [0_f32; LANES];
            store([low, high], &mut sums);
            place.copy_from_slice(&sums[..place.len()]);
        }
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
        for (outputs, rows) in [(5, 3), (106, 1), (48, 20)] {
            let matrix = Matrix::new(outputs, 7, numbers(outputs * 7));
            let input = numbers(rows * 10);
            let mut output = vec![f32::NAN; rows * outputs];
            multiply(&input, 10, &Weights::of(&matrix), &mut output);
            for (row, output) in output.chunks(outputs).enumerate() {
                for (column, value) in output.iter().enumerate() {
                    let pairs = matrix.row(column).iter().zip(&input[row * 10..]);
                    let sum: f32 = pairs.map(|(a, b)| a * b).sum();
                    assert!((sum - value).abs() < 1e-5, "{sum} {value}");
                }
            }
        }
    }

    #[test]
    fn every_path_gives_the_same_bits() {
        let weights = Weights::of(&Matrix::new(288, 288, numbers(288 * 288)));
        let input = numbers(77 * 96 + 288);
        let mut together = vec![0.0; 77 * 288];
        multiply(&input, 96, &weights, &mut together);
        let mut plain = vec![0.0; 77 * 288];
        let product = Product {
            input: &input,
            stride: 96,
            weights: &weights,
        };
        product.portable(&mut plain, f32::mul_add);
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("fma") {
            assert_eq!(plain, together);
        }
        for row in 0..77 {
            let mut alone = vec![0.0; 288];
            multiply(&input[row * 96..], 96, &weights, &mut alone);
            assert_eq!(alone, together[row * 288..(row + 1) * 288], "row {row}");
        }
    }

    #[test]
    fn packing_loses_nothing() {
        let matrix = Matrix::new(21, 3, numbers(63));
        assert_eq!(Weights::of(&matrix).unpacked(), matrix);
    }
}
